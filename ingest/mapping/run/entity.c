/* ingest/mapping/run/entity.c: the rules [entity]: which entity a record is about, and its facts */
#include <string.h>

#include "ingest/grammar/name.h"
#include "ingest/mapping/run/emission-private.h"

/* Facts are told apart by slot and by what the slot holds */
#define WHAT(slot, detail) (((guint) (slot) << 8) | (detail))

/* One usable key: the scheme and id that the entity has in the records */
typedef struct {
	FairleadEmission *emission;
	const FairleadRule *rule;
	const FairleadClause *clause;
	FairleadKind kind;
	const char *text;
	FairleadSource source;
} Key;

static FairleadEntity
make_with_id (const Key *key, const char *scheme, const char *id)
{
	FairleadRecords *records = key->emission->records;
	FairleadEntity entity;

	if (key->rule->describes)
		return fairlead_records_describe (records, scheme, id, key->kind, key->source);
	entity = fairlead_records_refer (records, scheme, id, key->source);
	fairlead_records_set_kind (records, entity, key->kind);
	return entity;
}

static FairleadEntity
refuse_placeholder (const Key *key)
{
	fairlead_records_add_issue (key->emission->records, FAIRLEAD_ISSUE_PLACEHOLDER, key->source,
	                            "[%s] %s \"%s\"", key->rule->name, key->clause->scheme,
	                            key->text);
	return FAIRLEAD_NO_ENTITY;
}

static FairleadEntity
make_by_list_id (const Key *key)
{
	if (fairlead_name_is_placeholder (key->text))
		return refuse_placeholder (key);
	return make_with_id (key, key->clause->scheme, key->text);
}

/* A number that does not join records everywhere joins them within its own list */
static FairleadEntity
make_within_list (const Key *key, const char *number, const char *issuer)
{
	g_autofree char *id = g_strdup_printf ("%s-%s%s%s", key->clause->scheme, issuer,
	                                       *issuer != '\0' ? "-" : "", number);

	return make_with_id (key, key->emission->mapping->list, id);
}

static const char *
find_issuer (FairleadEmission *self, const FairleadRule *rule, guint scheme)
{
	const GPtrArray *clauses = rule->clauses[FAIRLEAD_SLOT_ISSUER];

	for (guint i = 0; clauses != NULL && i < clauses->len; i++) {
		const FairleadClause *clause = g_ptr_array_index (clauses, i);

		if (clause->detail != scheme)
			continue;
		fairlead_evaluation_fill (&self->evaluation, clause->template, FALSE, &self->third);
		if (fairlead_values_count (&self->third) > 0)
			return fairlead_values_get (&self->third, 0);
	}
	return NULL;
}

static FairleadEntity
refuse_identifier (const Key *key, FairleadIdScheme scheme)
{
	if (fairlead_identifier_is_placeholder (scheme, key->text)
	    || fairlead_name_is_placeholder (key->text))
		return refuse_placeholder (key);
	fairlead_records_add_issue (key->emission->records, FAIRLEAD_ISSUE_BAD_IDENTIFIER,
	                            key->source, "%s \"%s\"",
	                            fairlead_id_scheme_info (scheme)->title, key->text);
	return FAIRLEAD_NO_ENTITY;
}

static FairleadEntity
make_by_identifier (const Key *key)
{
	FairleadIdScheme scheme = key->clause->detail;
	const FairleadIdSchemeInfo *info = fairlead_id_scheme_info (scheme);
	const char *issuer;
	char number[128];

	if (!fairlead_identifier_normalise (scheme, key->text, number, sizeof number))
		return refuse_identifier (key, scheme);
	if (info->joins && !info->needs_issuer && fairlead_identifier_check (scheme, number))
		return make_with_id (key, info->name, number);
	issuer = find_issuer (key->emission, key->rule, scheme);
	return make_within_list (key, number, issuer != NULL ? issuer : "");
}

static FairleadEntity
make_by_name (const Key *key)
{
	FairleadEmission *self = key->emission;
	g_autofree char *folded = NULL;
	FairleadEntity entity;

	if (fairlead_name_is_placeholder (key->text))
		return refuse_placeholder (key);
	if (key->rule->describes) {
		folded = fairlead_name_fold (key->text);
		return *folded == '\0' ? FAIRLEAD_NO_ENTITY
		                       : make_with_id (key, self->mapping->list, folded);
	}
	entity = fairlead_records_refer_by_name (self->records, self->mapping->list, key->text,
	                                         key->source);
	if (entity != FAIRLEAD_NO_ENTITY)
		fairlead_records_set_kind (self->records, entity, key->kind);
	return entity;
}

static FairleadEntity
make_with_key (const Key *key)
{
	static FairleadEntity (*const make[]) (const Key *) = {
		[FAIRLEAD_KEY_LIST] = make_by_list_id,
		[FAIRLEAD_KEY_IDENTIFIER] = make_by_identifier,
		[FAIRLEAD_KEY_NAME] = make_by_name,
	};

	return make[key->clause->key_type](key);
}

/* ---- kind ---- */

static FairleadKind
take_kind (FairleadEmission *self, const FairleadRule *rule)
{
	FairleadKind kind = FAIRLEAD_KIND_UNKNOWN;
	const char *text;

	if (!fairlead_emission_take_one (self, rule, FAIRLEAD_SLOT_KIND, &self->first))
		return kind;
	text = fairlead_values_get (&self->first, 0);
	if (!fairlead_kind_from_name (text, &kind))
		fairlead_records_add_issue (
			self->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
			fairlead_evaluation_source (&self->evaluation,
		                                    fairlead_values_line (&self->first, 0)),
			"there is no kind of entity \"%s\"", text);
	return kind;
}

/* ---- facts ---- */

static void
add_name (FairleadEmission *self, FairleadEntity entity, FairleadSlot slot, const char *text,
          guint32 line)
{
	static const struct {
		FairleadNameType type;
		gboolean weak;
	} types[] = {
		[FAIRLEAD_SLOT_NAME] = { FAIRLEAD_NAME_PRIMARY, FALSE },
		[FAIRLEAD_SLOT_ALIAS] = { FAIRLEAD_NAME_ALIAS, FALSE },
		[FAIRLEAD_SLOT_WEAK_ALIAS] = { FAIRLEAD_NAME_ALIAS, TRUE },
		[FAIRLEAD_SLOT_FORMER_NAME] = { FAIRLEAD_NAME_FORMER, FALSE },
	};

	if (fairlead_emission_is_news (self, entity, WHAT (slot, 0), text))
		fairlead_records_add_name (self->records, entity, text, types[slot].type,
		                           types[slot].weak,
		                           fairlead_evaluation_source (&self->evaluation, line));
}

static void
add_identifier (FairleadEmission *self, const FairleadRule *rule, FairleadEntity entity,
                FairleadIdScheme scheme, const char *text, guint32 line)
{
	if (fairlead_emission_is_news (self, entity, WHAT (FAIRLEAD_SLOT_IDENTIFIER, scheme), text))
		fairlead_records_add_identifier (
			self->records, entity, scheme, text, find_issuer (self, rule, scheme),
			fairlead_evaluation_source (&self->evaluation, line));
}

static void
add_address (FairleadEmission *self, const FairleadRule *rule, FairleadEntity entity,
             const char *street, guint32 line)
{
	const char *locality = NULL, *country = NULL;
	g_autofree char *whole = NULL;

	if (fairlead_emission_take_one (self, rule, FAIRLEAD_SLOT_LOCALITY, &self->second))
		locality = fairlead_values_get (&self->second, 0);
	if (fairlead_emission_take_one (self, rule, FAIRLEAD_SLOT_ADDRESS_COUNTRY, &self->third))
		country = fairlead_values_get (&self->third, 0);
	if (street == NULL && locality == NULL && country == NULL)
		return;
	whole = g_strjoin ("\n", street != NULL ? street : "", locality != NULL ? locality : "",
	                   country != NULL ? country : "", NULL);
	if (fairlead_emission_is_news (self, entity, WHAT (FAIRLEAD_SLOT_ADDRESS, 0), whole))
		fairlead_records_add_address (self->records, entity, self->mapping->list, street,
		                              locality, country,
		                              fairlead_evaluation_source (&self->evaluation, line));
}

typedef void (*Say) (FairleadEmission *self, const FairleadRule *rule, FairleadEntity entity,
                     const FairleadClause *clause, FairleadSlot slot, const char *text,
                     guint32 line);

static void
say_name (FairleadEmission *self, const FairleadRule *rule, FairleadEntity entity,
          const FairleadClause *clause, FairleadSlot slot, const char *text, guint32 line)
{
	(void) rule;
	(void) clause;
	add_name (self, entity, slot, text, line);
}

static void
say_identifier (FairleadEmission *self, const FairleadRule *rule, FairleadEntity entity,
                const FairleadClause *clause, FairleadSlot slot, const char *text, guint32 line)
{
	(void) slot;
	add_identifier (self, rule, entity, clause->detail, text, line);
}

static void
say_attribute (FairleadEmission *self, const FairleadRule *rule, FairleadEntity entity,
               const FairleadClause *clause, FairleadSlot slot, const char *text, guint32 line)
{
	(void) rule;
	if (fairlead_emission_is_news (self, entity, WHAT (slot, clause->detail), text))
		fairlead_emission_add_attribute (self, entity, clause->detail, text, NULL, line);
}

static void
say_address (FairleadEmission *self, const FairleadRule *rule, FairleadEntity entity,
             const FairleadClause *clause, FairleadSlot slot, const char *text, guint32 line)
{
	(void) clause;
	(void) slot;
	add_address (self, rule, entity, text, line);
}

static const struct {
	FairleadSlot slot;
	Say say;
} facts[] = {
	{ FAIRLEAD_SLOT_ALIAS, say_name },          { FAIRLEAD_SLOT_WEAK_ALIAS, say_name },
	{ FAIRLEAD_SLOT_FORMER_NAME, say_name },    { FAIRLEAD_SLOT_IDENTIFIER, say_identifier },
	{ FAIRLEAD_SLOT_ATTRIBUTE, say_attribute }, { FAIRLEAD_SLOT_ADDRESS, say_address },
};

/* All but the primary names, which take_names() took before there was an entity */
static void
say_facts (FairleadEmission *self, const FairleadRule *rule, FairleadEntity entity)
{
	gboolean has_address = FALSE;

	for (guint i = 0; i < fairlead_values_count (&self->names); i++)
		add_name (self, entity, FAIRLEAD_SLOT_NAME, fairlead_values_get (&self->names, i),
		          fairlead_values_line (&self->names, i));
	for (guint i = 0; i < G_N_ELEMENTS (facts); i++) {
		const GPtrArray *clauses = rule->clauses[facts[i].slot];

		for (guint j = 0; clauses != NULL && j < clauses->len; j++) {
			const FairleadClause *clause = g_ptr_array_index (clauses, j);

			fairlead_evaluation_fill (&self->evaluation, clause->template, FALSE,
			                          &self->first);
			for (guint k = 0; k < fairlead_values_count (&self->first); k++)
				facts[i].say (self, rule, entity, clause, facts[i].slot,
				              fairlead_values_get (&self->first, k),
				              fairlead_values_line (&self->first, k));
			has_address |= facts[i].slot == FAIRLEAD_SLOT_ADDRESS
			               && fairlead_values_count (&self->first) > 0;
		}
	}
	/* a locality or country without a street is still said */
	if (!has_address)
		add_address (self, rule, entity, NULL, 0);
}

/* ---- the entity ---- */

/* A key that was not needed to tell the entity, or a number that was */
static void
say_key (const Key *key, FairleadEntity entity, gboolean is_the_key)
{
	g_autofree char *id = NULL;

	if (key->clause->key_type == FAIRLEAD_KEY_IDENTIFIER) {
		add_identifier (key->emission, key->rule, entity, key->clause->detail, key->text,
		                key->source.line);
		return;
	}
	if (is_the_key || key->clause->key_type == FAIRLEAD_KEY_NAME)
		return;
	id = g_strdup_printf ("%s:%s", key->clause->scheme, key->text);
	add_identifier (key->emission, key->rule, entity, FAIRLEAD_ID_LIST, id, key->source.line);
}

/* The first key that can be used tells which entity it is; the others are numbers that it has */
static FairleadEntity
take_keys (FairleadEmission *self, const FairleadRule *rule, FairleadKind kind)
{
	const GPtrArray *clauses = rule->clauses[FAIRLEAD_SLOT_KEY];
	FairleadEntity entity = FAIRLEAD_NO_ENTITY;

	for (guint i = 0; i < clauses->len; i++) {
		Key key = { self, rule, g_ptr_array_index (clauses, i), kind, NULL, { 0, 0 } };
		gboolean is_the_key = entity == FAIRLEAD_NO_ENTITY;

		fairlead_evaluation_fill (&self->evaluation, key.clause->template, TRUE,
		                          &self->key);
		if (fairlead_values_count (&self->key) == 0)
			continue;
		fairlead_emission_note_several (self, rule, &self->key);
		key.text = fairlead_values_get (&self->key, 0);
		key.source = fairlead_evaluation_source (&self->evaluation,
		                                         fairlead_values_line (&self->key, 0));
		if (is_the_key)
			entity = make_with_key (&key);
		if (entity != FAIRLEAD_NO_ENTITY)
			say_key (&key, entity, is_the_key);
	}
	return entity;
}

static void
take_names (FairleadEmission *self, const FairleadRule *rule)
{
	const GPtrArray *clauses = rule->clauses[FAIRLEAD_SLOT_NAME];

	fairlead_values_reset (&self->names);
	for (guint i = 0; clauses != NULL && i < clauses->len; i++) {
		const FairleadClause *clause = g_ptr_array_index (clauses, i);

		fairlead_evaluation_fill (&self->evaluation, clause->template, FALSE, &self->first);
		for (guint j = 0; j < fairlead_values_count (&self->first); j++) {
			const char *name = fairlead_values_get (&self->first, j);

			fairlead_values_add (&self->names, name, strlen (name),
			                     fairlead_values_line (&self->first, j));
		}
	}
}

/* Ships and places are real under any name; a party called UNKNOWN is nobody */
static gboolean
is_nobody (FairleadEmission *self, const FairleadRule *rule, FairleadKind kind)
{
	const char *name;

	if (kind > FAIRLEAD_KIND_PUBLIC_BODY || fairlead_values_count (&self->names) == 0)
		return FALSE;
	name = fairlead_values_get (&self->names, 0);
	if (!fairlead_name_is_placeholder (name))
		return FALSE;
	fairlead_records_add_issue (
		self->records, FAIRLEAD_ISSUE_PLACEHOLDER,
		fairlead_evaluation_source (&self->evaluation,
	                                    fairlead_values_line (&self->names, 0)),
		"[%s] name \"%s\"", rule->name, name);
	return TRUE;
}

FairleadEntity
fairlead_emission_make_entity (FairleadEmission *self, const FairleadRule *rule)
{
	FairleadKind kind = take_kind (self, rule);
	FairleadEntity entity;

	take_names (self, rule);
	entity = is_nobody (self, rule, kind) ? FAIRLEAD_NO_ENTITY : take_keys (self, rule, kind);
	if (entity != FAIRLEAD_NO_ENTITY)
		say_facts (self, rule, entity);
	return entity;
}
