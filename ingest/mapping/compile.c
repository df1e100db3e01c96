/* ingest/mapping/compile.c: the groups [entity], [link], [designation] and [attribute] */
#include "ingest/mapping/compile.h"

#include <string.h>

#include "ingest/mapping/suggest.h"
#include "ingest/record/error.h"

static const char *const type_names[FAIRLEAD_N_RULE_TYPES] = {
	"entity", "attribute", "link", "designation",
};

typedef enum { USE_TEMPLATE, USE_WHEN, USE_ENDED, USE_EACH, USE_FROM, USE_TO, USE_ATTRIBUTE } Use;

typedef struct {
	const char *name;
	guint rules;  /* which groups have it, as bits */
	Use use;
	FairleadSlot slot;
	gboolean is_required;
	gboolean takes_many; /* several values of one record are several facts */
} Key;

#define E (1u << FAIRLEAD_RULE_ENTITY)
#define A (1u << FAIRLEAD_RULE_ATTRIBUTE)
#define L (1u << FAIRLEAD_RULE_LINK)
#define D (1u << FAIRLEAD_RULE_DESIGNATION)
#define T(name, rules, slot, required, many) \
	{ name, rules, USE_TEMPLATE, FAIRLEAD_SLOT_##slot, required, many }

static const Key keys[] = {
	{ "when", E | A | L | D, USE_WHEN, 0, FALSE, FALSE },
	{ "each", E, USE_EACH, 0, FALSE, FALSE },
	{ "from", L, USE_FROM, 0, TRUE, FALSE },
	{ "to", L, USE_TO, 0, TRUE, FALSE },
	{ "of", A | D, USE_FROM, 0, TRUE, FALSE },
	{ "attribute", A, USE_ATTRIBUTE, 0, TRUE, FALSE },
	{ "ended", A | L | D, USE_ENDED, 0, FALSE, FALSE },
	T ("kind", E, KIND, FALSE, FALSE),
	T ("kind", L, KIND, TRUE, FALSE),
	T ("key", E, KEY, TRUE, FALSE),
	T ("name", E, NAME, FALSE, TRUE),
	T ("alias", E, ALIAS, FALSE, TRUE),
	T ("weak-alias", E, WEAK_ALIAS, FALSE, TRUE),
	T ("former-name", E, FORMER_NAME, FALSE, TRUE),
	T ("issuer", E, ISSUER, FALSE, FALSE),
	T ("address", E, ADDRESS, FALSE, TRUE),
	T ("locality", E, LOCALITY, FALSE, FALSE),
	T ("address-country", E, ADDRESS_COUNTRY, FALSE, FALSE),
	T ("value", A, VALUE, TRUE, TRUE),
	T ("share", L, SHARE, FALSE, FALSE),
	T ("confidence", L, CONFIDENCE, FALSE, FALSE),
	T ("note", L, NOTE, FALSE, FALSE),
	T ("list", D, LIST, FALSE, FALSE),
	T ("programme", D, PROGRAMME, FALSE, TRUE),
	T ("basis", D, BASIS, FALSE, FALSE),
	T ("period", A | L | D, PERIOD, FALSE, FALSE),
	T ("start", A | L | D, START, FALSE, FALSE),
	T ("end", A | L | D, END, FALSE, FALSE),
};
/* Keys of entity groups that are named by the tables of identifiers and attributes */
static const Key identifier_key = T ("", E, IDENTIFIER, FALSE, TRUE);
static const Key attribute_key = T ("", E, ATTRIBUTE, FALSE, TRUE);
#undef E
#undef A
#undef L
#undef D
#undef T

typedef struct {
	FairleadMapping *mapping;
	const FairleadKeyGroup *group;
	FairleadRule *rule;
	const FairleadKeyEntry *entry;
} Compile;

static gboolean G_GNUC_PRINTF (4, 5)
refuse (const Compile *compile, FairleadError code, GError **error, const char *format, ...)
{
	g_autofree char *words = NULL;
	va_list arguments;

	va_start (arguments, format);
	words = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	return fairlead_set_error_at (
		error, compile->mapping->path,
		compile->entry != NULL ? compile->entry->line : compile->group->line, code, "%s", words);
}

/* ---- life ---- */

static void
free_clause (gpointer data)
{
	FairleadClause *clause = data;

	g_clear_pointer (&clause->template, fairlead_template_free);
	g_free (clause->scheme);
	g_free (clause);
}

void
fairlead_rule_free (FairleadRule *self)
{
	for (guint slot = 0; slot < FAIRLEAD_N_SLOTS; slot++)
		g_clear_pointer (&self->clauses[slot], g_ptr_array_unref);
	g_ptr_array_unref (self->when);
	g_ptr_array_unref (self->ended);
	g_free (self->name);
	g_free (self);
}

FairleadScope *
fairlead_scope_new (const char *text)
{
	FairleadScope *self = g_new0 (FairleadScope, 1);

	self->text = g_strdup (text);
	return self;
}

void
fairlead_scope_free (FairleadScope *self)
{
	g_free (self->text);
	g_clear_pointer (&self->values, fairlead_template_free);
	g_clear_pointer (&self->path, fairlead_path_free);
	g_free (self);
}

FairleadTemplateScope
fairlead_compile_scope (FairleadMapping *mapping, guint line, gboolean has_item)
{
	return (FairleadTemplateScope){ mapping->path, line,            mapping->is_xml,
		                        has_item,      mapping->fields, mapping->maps };
}

/* ---- keys of a group ---- */

static const Key *
find_in_tables (FairleadRuleType type, const char *name, guint8 *detail)
{
	FairleadIdScheme scheme;
	FairleadAttribute attribute;

	for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
		if ((keys[i].rules & (1u << type)) != 0 && strcmp (keys[i].name, name) == 0)
			return &keys[i];
	if (type != FAIRLEAD_RULE_ENTITY)
		return NULL;
	if (fairlead_id_scheme_from_name (name, &scheme)) {
		*detail = (guint8) scheme;
		return &identifier_key;
	}
	if (fairlead_attribute_from_name (name, &attribute)) {
		*detail = (guint8) attribute;
		return &attribute_key;
	}
	return NULL;
}

static void
offer_keys (FairleadSuggestion *near, FairleadRuleType type)
{
	for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
		if ((keys[i].rules & (1u << type)) != 0)
			fairlead_suggestion_offer (near, keys[i].name);
	for (guint i = 0; type == FAIRLEAD_RULE_ENTITY && i < FAIRLEAD_N_ID_SCHEMES; i++)
		fairlead_suggestion_offer (near, fairlead_id_scheme_info (i)->name);
	for (guint i = 0; type == FAIRLEAD_RULE_ENTITY && i < FAIRLEAD_N_ATTRIBUTES; i++)
		fairlead_suggestion_offer (near, fairlead_attribute_info (i)->name);
}

static const Key *
find_key (const Compile *compile, guint8 *detail, GError **error)
{
	FairleadRuleType type = compile->rule->type;
	const char *name = compile->entry->key;
	const Key *key = find_in_tables (type, name, detail);
	g_auto (FairleadSuggestion) near = FAIRLEAD_SUGGESTION (name);
	g_autofree char *hint = NULL;

	if (key != NULL)
		return key;
	offer_keys (&near, type);
	hint = fairlead_suggestion_dup_text (&near);
	refuse (compile, FAIRLEAD_ERROR_SYNTAX, error, "[%s] has no key \"%s\"%s", type_names[type],
	        name, hint);
	return NULL;
}

/* ---- templates ---- */

/* Takes `scheme:` off the front of the text */
static gboolean
take_scheme (const Compile *compile, FairleadClause *clause, const char **text, GError **error)
{
	const char *colon = strchr (*text, ':');
	FairleadIdScheme scheme;

	clause->scheme = colon == NULL ? g_strdup ("") : g_strndup (*text, (gsize) (colon - *text));
	if (!fairlead_is_slug (clause->scheme))
		return refuse (compile, FAIRLEAD_ERROR_SYNTAX, error,
		               "%s \"%s\" does not begin with a scheme (expected imo:{column},"
		               " name:{column}, mylist:{column} ...)", compile->entry->key, *text);
	*text = colon + 1;
	if (strcmp (clause->scheme, "name") == 0) {
		clause->key_type = FAIRLEAD_KEY_NAME;
	} else if (fairlead_id_scheme_from_name (clause->scheme, &scheme)) {
		clause->key_type = FAIRLEAD_KEY_IDENTIFIER;
		clause->detail = (guint8) scheme;
	}
	return TRUE;
}

static gboolean
check_key_clause (const Compile *compile, const FairleadClause *clause, GError **error)
{
	if (clause->template->n_references == 0)
		return refuse (compile, FAIRLEAD_ERROR_SYNTAX, error,
		               "key \"%s\" is the same for every record (expected a {column} in it)",
		               compile->entry->value);
	return TRUE;
}

static gboolean
check_issuer_clause (const Compile *compile, const FairleadClause *clause, GError **error)
{
	return clause->key_type == FAIRLEAD_KEY_IDENTIFIER
	       || refuse (compile, FAIRLEAD_ERROR_INVALID_VALUE, error,
	                  "\"%s\" is no scheme of identifiers (expected passport:{country},"
	                  " registration:{country} ...)", clause->scheme);
}

static gboolean
check_clause (const Compile *compile, const Key *key, const FairleadClause *clause, GError **error)
{
	if (clause->template->has_many && !key->takes_many)
		return refuse (compile, FAIRLEAD_ERROR_SYNTAX, error,
		               "%s= takes one value, and split or match may make several%s",
		               compile->entry->key,
		               key->slot == FAIRLEAD_SLOT_KEY ? " (use each= for an entity of each)" : "");
	switch (key->slot) {
	case FAIRLEAD_SLOT_KEY:
		return check_key_clause (compile, clause, error);
	case FAIRLEAD_SLOT_ISSUER:
		return check_issuer_clause (compile, clause, error);
	case FAIRLEAD_SLOT_KIND:
		return fairlead_check_kinds (compile->mapping, compile->rule->type, clause->template, error);
	case FAIRLEAD_SLOT_CONFIDENCE:
		return fairlead_check_confidence (compile->mapping, clause->template, error);
	default:
		return TRUE;
	}
}

static gboolean
add_clause (const Compile *compile, const Key *key, guint8 detail, GError **error)
{
	FairleadTemplateScope scope = fairlead_compile_scope (
		compile->mapping, compile->entry->line, compile->rule->scope != FAIRLEAD_SCOPE_RECORD);
	FairleadRule *rule = compile->rule;
	FairleadClause *clause = g_new0 (FairleadClause, 1);
	const char *text = compile->entry->value;

	if (rule->clauses[key->slot] == NULL)
		rule->clauses[key->slot] = g_ptr_array_new_with_free_func (free_clause);
	g_ptr_array_add (rule->clauses[key->slot], clause);
	clause->detail = detail;
	if ((key->slot == FAIRLEAD_SLOT_KEY || key->slot == FAIRLEAD_SLOT_ISSUER)
	    && !take_scheme (compile, clause, &text, error))
		return FALSE;
	if (*text == '\0')
		return refuse (compile, FAIRLEAD_ERROR_SYNTAX, error, "%s= is empty", compile->entry->key);
	clause->template = fairlead_template_parse (text, &scope, error);
	return clause->template != NULL && check_clause (compile, key, clause, error);
}

static gboolean
add_condition (const Compile *compile, GPtrArray *conditions, GError **error)
{
	FairleadTemplateScope scope = fairlead_compile_scope (
		compile->mapping, compile->entry->line, compile->rule->scope != FAIRLEAD_SCOPE_RECORD);
	FairleadCondition *condition =
		fairlead_condition_parse (compile->entry->value, &scope, error);

	if (condition == NULL)
		return FALSE;
	g_ptr_array_add (conditions, condition);
	return TRUE;
}

static gboolean
compile_entry (const Compile *compile, GError **error)
{
	guint8 detail = 0;
	const Key *key = find_key (compile, &detail, error);

	if (key == NULL)
		return FALSE;
	switch (key->use) {
	case USE_TEMPLATE:
		return add_clause (compile, key, detail, error);
	case USE_WHEN:
		return add_condition (compile, compile->rule->when, error);
	case USE_ENDED:
		return add_condition (compile, compile->rule->ended, error);
	default: /* read before, by declare_rule() and join_ends() */
		return TRUE;
	}
}

/* ---- groups ---- */

static const FairleadKeyEntry *
find_entry (const FairleadKeyGroup *group, const char *name)
{
	for (guint i = 0; i < group->entries->len; i++) {
		const FairleadKeyEntry *entry = g_ptr_array_index (group->entries, i);

		if (strcmp (entry->key, name) == 0)
			return entry;
	}
	return NULL;
}

/* Keys that must stand, and keys that may stand once only */
static gboolean
check_presence (Compile *compile, GError **error)
{
	compile->entry = NULL;
	for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
		gboolean concerns = (keys[i].rules & (1u << compile->rule->type)) != 0;

		if (concerns && keys[i].is_required && find_entry (compile->group, keys[i].name) == NULL)
			return refuse (compile, FAIRLEAD_ERROR_MISSING_FIELD, error, "[%s %s] has no %s=",
			               compile->group->type, compile->rule->name, keys[i].name);
	}
	for (guint i = 0; i < compile->group->entries->len; i++) {
		guint8 detail;
		const Key *key;

		compile->entry = g_ptr_array_index (compile->group->entries, i);
		key = find_key (compile, &detail, error);
		if (key == NULL)
			return FALSE;
		if (key->use >= USE_EACH
		    && find_entry (compile->group, compile->entry->key) != compile->entry)
			return refuse (compile, FAIRLEAD_ERROR_SYNTAX, error, "%s= stands twice",
			               compile->entry->key);
	}
	return TRUE;
}

static gboolean
parse_scope (const Compile *compile, FairleadScope *scope, GError **error)
{
	FairleadMapping *mapping = compile->mapping;
	FairleadTemplateScope where = fairlead_compile_scope (mapping, compile->entry->line, FALSE);
	g_autofree char *problem = NULL;

	if (mapping->is_xml) {
		scope->path = fairlead_path_parse (scope->text, &problem);
		return scope->path != NULL
		       || refuse (compile, FAIRLEAD_ERROR_SYNTAX, error, "%s", problem);
	}
	scope->values = fairlead_template_parse (scope->text, &where, error);
	if (scope->values == NULL)
		return FALSE;
	return (scope->values->n_references == 1 && scope->values->pieces->len == 1)
	       || refuse (compile, FAIRLEAD_ERROR_SYNTAX, error,
	                  "each \"%s\" is not one reference (expected {column|split:;})", scope->text);
}

/* The scope of this text, new where no other group has it */
static gboolean
find_scope (const Compile *compile, guint *found, GError **error)
{
	GPtrArray *scopes = compile->mapping->scopes;

	for (guint i = 1; i < scopes->len; i++) {
		const FairleadScope *scope = g_ptr_array_index (scopes, i);

		if (strcmp (scope->text, compile->entry->value) == 0) {
			*found = i;
			return TRUE;
		}
	}
	*found = scopes->len;
	g_ptr_array_add (scopes, fairlead_scope_new (compile->entry->value));
	return parse_scope (compile, g_ptr_array_index (scopes, *found), error);
}

static gboolean
take_attribute (Compile *compile, GError **error)
{
	g_auto (FairleadSuggestion) near = FAIRLEAD_SUGGESTION (compile->entry->value);
	g_autofree char *hint = NULL;
	FairleadAttribute attribute;

	if (fairlead_attribute_from_name (compile->entry->value, &attribute)) {
		compile->rule->attribute = attribute;
		return TRUE;
	}
	for (guint i = 0; i < FAIRLEAD_N_ATTRIBUTES; i++)
		fairlead_suggestion_offer (&near, fairlead_attribute_info (i)->name);
	hint = fairlead_suggestion_dup_text (&near);
	return refuse (compile, FAIRLEAD_ERROR_INVALID_VALUE, error, "there is no attribute \"%s\"%s",
	               compile->entry->value, hint);
}

/* What other groups may need to know of this one */
static gboolean
declare_rule (Compile *compile, FairleadRuleType type, GError **error)
{
	FairleadRule *rule = g_new0 (FairleadRule, 1);

	rule->type = type;
	rule->name = g_strdup (compile->group->name);
	rule->line = compile->group->line;
	rule->row = compile->mapping->rules->len;
	rule->when = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_condition_free);
	rule->ended = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_condition_free);
	g_ptr_array_add (compile->mapping->rules, rule);
	compile->rule = rule;
	if (rule->name == NULL)
		return refuse (compile, FAIRLEAD_ERROR_SYNTAX, error,
		               "[%s] has no name (expected [%s NAME])", type_names[type],
		               type_names[type]);
	if (!check_presence (compile, error))
		return FALSE;
	compile->entry = find_entry (compile->group, "each");
	if (compile->entry != NULL && !find_scope (compile, &rule->scope, error))
		return FALSE;
	compile->entry = find_entry (compile->group, "attribute");
	return compile->entry == NULL || take_attribute (compile, error);
}

static gboolean
find_end (Compile *compile, const char *key, guint *end, GError **error)
{
	const GPtrArray *rules = compile->mapping->rules;
	g_autofree char *hint = NULL;
	g_auto (FairleadSuggestion) near = { 0 };

	compile->entry = find_entry (compile->group, key);
	if (compile->entry == NULL)
		return TRUE;
	near = FAIRLEAD_SUGGESTION (compile->entry->value);
	for (guint i = 0; i < rules->len; i++) {
		const FairleadRule *rule = g_ptr_array_index (rules, i);

		if (rule->type != FAIRLEAD_RULE_ENTITY)
			continue;
		*end = i;
		if (strcmp (rule->name, compile->entry->value) == 0)
			return TRUE;
		fairlead_suggestion_offer (&near, rule->name);
	}
	hint = fairlead_suggestion_dup_text (&near);
	return refuse (compile, FAIRLEAD_ERROR_UNKNOWN_REFERENCE, error,
	               "there is no group [entity %s]%s", compile->entry->value, hint);
}

/* The rule is said as often as the more frequent of its ends is */
static gboolean
join_ends (Compile *compile, GError **error)
{
	FairleadRule *rule = compile->rule;
	const GPtrArray *rules = compile->mapping->rules;
	guint scopes[2];

	if (rule->type == FAIRLEAD_RULE_ENTITY)
		return TRUE;
	if (!find_end (compile, "of", &rule->ends[0], error)
	    || !find_end (compile, "from", &rule->ends[0], error))
		return FALSE;
	rule->ends[1] = rule->ends[0];
	if (!find_end (compile, "to", &rule->ends[1], error))
		return FALSE;
	for (guint i = 0; i < 2; i++)
		scopes[i] = ((FairleadRule *) g_ptr_array_index (rules, rule->ends[i]))->scope;
	rule->scope = MAX (scopes[0], scopes[1]);
	compile->entry = NULL;
	if (MIN (scopes[0], scopes[1]) == FAIRLEAD_SCOPE_RECORD || scopes[0] == scopes[1])
		return TRUE;
	return refuse (compile, FAIRLEAD_ERROR_SYNTAX, error,
	               "[link %s] joins entities of two different each=", rule->name);
}

static gboolean
fill_rule (Compile *compile, GError **error)
{
	static const FairleadSlot describing[] = {
		FAIRLEAD_SLOT_NAME, FAIRLEAD_SLOT_ALIAS, FAIRLEAD_SLOT_WEAK_ALIAS,
		FAIRLEAD_SLOT_FORMER_NAME, FAIRLEAD_SLOT_IDENTIFIER, FAIRLEAD_SLOT_ATTRIBUTE,
		FAIRLEAD_SLOT_ADDRESS,
	};
	FairleadRule *rule = compile->rule;

	for (guint i = 0; i < compile->group->entries->len; i++) {
		compile->entry = g_ptr_array_index (compile->group->entries, i);
		if (!compile_entry (compile, error))
			return FALSE;
	}
	for (guint i = 0; i < G_N_ELEMENTS (describing); i++)
		rule->describes = rule->describes || rule->clauses[describing[i]] != NULL;
	return TRUE;
}

static gboolean
check_groups (const FairleadMapping *mapping, const GPtrArray *groups, GError **error)
{
	static const char *const known[] = { "mapping", "entity", "attribute", "link", "designation",
		                             "map", NULL };

	for (guint i = 0; i < groups->len; i++) {
		const FairleadKeyGroup *group = g_ptr_array_index (groups, i);
		g_auto (FairleadSuggestion) near = FAIRLEAD_SUGGESTION (group->type);
		g_autofree char *hint = NULL;

		if (g_strv_contains (known, group->type)
		    && (group->name == NULL || strcmp (group->type, "mapping") != 0))
			continue;
		for (const char *const *type = known; *type != NULL; type++)
			fairlead_suggestion_offer (&near, *type);
		hint = fairlead_suggestion_dup_text (&near);
		return fairlead_set_error_at (error, mapping->path, group->line, FAIRLEAD_ERROR_SYNTAX,
		                              "there is no group [%s%s%s]%s", group->type,
		                              group->name != NULL ? " " : "",
		                              group->name != NULL ? group->name : "",
		                              group->name == NULL || near.distance > 0 ? hint : "");
	}
	return TRUE;
}

/* Entities first, for the others refer to them; then in the order of the file */
gboolean
fairlead_compile_rules (FairleadMapping *mapping, const GPtrArray *groups, GError **error)
{
	g_autoptr (GArray) compiles = g_array_new (FALSE, TRUE, sizeof (Compile));

	if (!check_groups (mapping, groups, error))
		return FALSE;
	for (guint type = 0; type < FAIRLEAD_N_RULE_TYPES; type++)
		for (guint i = 0; i < groups->len; i++) {
			Compile compile = { mapping, g_ptr_array_index (groups, i), NULL, NULL };

			if (strcmp (compile.group->type, type_names[type]) != 0)
				continue;
			if (!declare_rule (&compile, type, error))
				return FALSE;
			g_array_append_val (compiles, compile);
		}
	if (compiles->len == 0)
		return fairlead_set_error_at (error, mapping->path, 0, FAIRLEAD_ERROR_MISSING_FIELD,
		                              "the mapping has no [entity NAME]: it would read nothing");
	for (guint i = 0; i < compiles->len; i++)
		if (!join_ends (&g_array_index (compiles, Compile, i), error))
			return FALSE;
	for (guint i = 0; i < compiles->len; i++)
		if (!fill_rule (&g_array_index (compiles, Compile, i), error))
			return FALSE;
	return TRUE;
}
