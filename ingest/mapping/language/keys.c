/* ingest/mapping/language/keys.c: the keys of groups, in one table, and how each is taken */
#include "ingest/mapping/language/compile-private.h"

#include <string.h>

#include "ingest/mapping/language/suggest.h"

const char *const fairlead_rule_type_names[FAIRLEAD_N_RULE_TYPES] = {
	"entity", "attribute", "link", "designation", "event",
};

#define E (1u << FAIRLEAD_RULE_ENTITY)
#define A (1u << FAIRLEAD_RULE_ATTRIBUTE)
#define L (1u << FAIRLEAD_RULE_LINK)
#define D (1u << FAIRLEAD_RULE_DESIGNATION)
#define V (1u << FAIRLEAD_RULE_EVENT)
#define T(name, rules, slot, required, many)                                             \
	{                                                                                \
		name, rules, FAIRLEAD_USE_TEMPLATE, FAIRLEAD_SLOT_##slot, required, many \
	}

static const FairleadKey keys[] = {
	{ "when", E | A | L | D | V, FAIRLEAD_USE_WHEN, 0, FALSE, FALSE },
	{ "each", E, FAIRLEAD_USE_EACH, 0, FALSE, FALSE },
	{ "from", L, FAIRLEAD_USE_FROM, 0, TRUE, FALSE },
	{ "to", L, FAIRLEAD_USE_TO, 0, TRUE, FALSE },
	{ "of", A | D, FAIRLEAD_USE_FROM, 0, TRUE, FALSE },
	{ "vessel", V, FAIRLEAD_USE_FROM, 0, FALSE, FALSE },
	{ "other", V, FAIRLEAD_USE_TO, 0, FALSE, FALSE },
	{ "place", V, FAIRLEAD_USE_TO, 0, FALSE, FALSE },
	{ "attribute", A, FAIRLEAD_USE_ATTRIBUTE, 0, TRUE, FALSE },
	{ "ended", A | L | D, FAIRLEAD_USE_ENDED, 0, FALSE, FALSE },
	T ("kind", E, KIND, FALSE, FALSE),
	T ("kind", L | V, KIND, TRUE, FALSE),
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
	T ("confidence", L | V, CONFIDENCE, FALSE, FALSE),
	T ("note", L | V, NOTE, FALSE, FALSE),
	T ("list", D, LIST, FALSE, FALSE),
	T ("programme", D, PROGRAMME, FALSE, TRUE),
	T ("basis", D, BASIS, FALSE, FALSE),
	T ("period", A | L | D, PERIOD, FALSE, FALSE),
	T ("date", V, PERIOD, FALSE, FALSE),
	T ("start", A | L | D | V, START, FALSE, FALSE),
	T ("end", A | L | D | V, END, FALSE, FALSE),
	T ("commodity", V, COMMODITY, FALSE, FALSE),
	T ("quantity", V, QUANTITY, FALSE, FALSE),
	T ("unit", V, UNIT, FALSE, FALSE),
	T ("laden", V, LADEN, FALSE, FALSE),
	T ("notified", V, NOTIFIED, FALSE, FALSE),
	T ("before", V, BEFORE, FALSE, FALSE),
	T ("after", V, AFTER, FALSE, FALSE),
	T ("latitude", V, LATITUDE, FALSE, FALSE),
	T ("longitude", V, LONGITUDE, FALSE, FALSE),
};
/* Keys of entity groups that are named by the tables of identifiers and attributes */
static const FairleadKey identifier_key = T ("", E, IDENTIFIER, FALSE, TRUE);
static const FairleadKey attribute_key = T ("", E, ATTRIBUTE, FALSE, TRUE);
#undef E
#undef A
#undef L
#undef D
#undef V
#undef T

gboolean
fairlead_compile_refuse (const FairleadCompile *self, FairleadError code, GError **error,
                         const char *format, ...)
{
	g_autofree char *words = NULL;
	va_list arguments;

	va_start (arguments, format);
	words = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	return fairlead_set_error_at (error, self->mapping->path,
	                              self->entry != NULL ? self->entry->line : self->group->line,
	                              code, "%s", words);
}

/* ---- keys of a group ---- */

static const FairleadKey *
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

const FairleadKey *
fairlead_compile_find_key (const FairleadCompile *compile, guint8 *detail, GError **error)
{
	FairleadRuleType type = compile->rule->type;
	const char *name = compile->entry->key;
	const FairleadKey *key = find_in_tables (type, name, detail);
	g_auto (FairleadSuggestion) near = FAIRLEAD_SUGGESTION (name);
	g_autofree char *hint = NULL;

	if (key != NULL)
		return key;
	offer_keys (&near, type);
	hint = fairlead_suggestion_dup_text (&near);
	fairlead_compile_refuse (compile, FAIRLEAD_ERROR_SYNTAX, error, "[%s] has no key \"%s\"%s",
	                         fairlead_rule_type_names[type], name, hint);
	return NULL;
}

/* ---- templates ---- */

static void
free_clause (gpointer data)
{
	FairleadClause *clause = data;

	g_clear_pointer (&clause->template, fairlead_template_free);
	g_free (clause->scheme);
	g_free (clause);
}

/* Takes `scheme:` off the front of the text */
static gboolean
take_scheme (const FairleadCompile *compile, FairleadClause *clause, const char **text,
             GError **error)
{
	const char *colon = strchr (*text, ':');
	FairleadIdScheme scheme;

	clause->scheme = colon == NULL ? g_strdup ("") : g_strndup (*text, (gsize) (colon - *text));
	if (!fairlead_is_slug (clause->scheme))
		return fairlead_compile_refuse (
			compile, FAIRLEAD_ERROR_SYNTAX, error,
			"%s \"%s\" does not begin with a scheme (expected imo:{column},"
			" name:{column}, mylist:{column} ...)",
			compile->entry->key, *text);
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
check_key_clause (const FairleadCompile *compile, const FairleadClause *clause, GError **error)
{
	if (clause->template->n_references == 0)
		return fairlead_compile_refuse (
			compile, FAIRLEAD_ERROR_SYNTAX, error,
			"key \"%s\" is the same for every record (expected a {column} in it)",
			compile->entry->value);
	return TRUE;
}

static gboolean
check_issuer_clause (const FairleadCompile *compile, const FairleadClause *clause, GError **error)
{
	return clause->key_type == FAIRLEAD_KEY_IDENTIFIER
	       || fairlead_compile_refuse (
		       compile, FAIRLEAD_ERROR_INVALID_VALUE, error,
		       "\"%s\" is no scheme of identifiers (expected passport:{country},"
		       " registration:{country} ...)",
		       clause->scheme);
}

static gboolean
check_clause (const FairleadCompile *compile, const FairleadKey *key, const FairleadClause *clause,
              GError **error)
{
	if (clause->template->has_many && !key->takes_many)
		return fairlead_compile_refuse (
			compile, FAIRLEAD_ERROR_SYNTAX, error,
			"%s= takes one value, and its filters may make several%s",
			compile->entry->key,
			key->slot == FAIRLEAD_SLOT_KEY ? " (use each= for an entity of each)" : "");
	switch (key->slot) {
	case FAIRLEAD_SLOT_KEY:
		return check_key_clause (compile, clause, error);
	case FAIRLEAD_SLOT_ISSUER:
		return check_issuer_clause (compile, clause, error);
	case FAIRLEAD_SLOT_KIND:
		return fairlead_check_kinds (compile->mapping, compile->rule->type,
		                             clause->template, error);
	case FAIRLEAD_SLOT_CONFIDENCE:
		return fairlead_check_confidence (compile->mapping, clause->template, error);
	default:
		return TRUE;
	}
}

static gboolean
add_clause (const FairleadCompile *compile, const FairleadKey *key, guint8 detail, GError **error)
{
	FairleadTemplateScope scope =
		fairlead_compile_scope (compile->mapping, compile->entry->line,
	                                compile->rule->scope != FAIRLEAD_SCOPE_RECORD);
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
		return fairlead_compile_refuse (compile, FAIRLEAD_ERROR_SYNTAX, error,
		                                "%s= is empty", compile->entry->key);
	clause->template = fairlead_template_parse (text, &scope, error);
	return clause->template != NULL && check_clause (compile, key, clause, error);
}

static gboolean
add_condition (const FairleadCompile *compile, GPtrArray *conditions, GError **error)
{
	FairleadTemplateScope scope =
		fairlead_compile_scope (compile->mapping, compile->entry->line,
	                                compile->rule->scope != FAIRLEAD_SCOPE_RECORD);
	FairleadCondition *condition =
		fairlead_condition_parse (compile->entry->value, &scope, error);

	if (condition == NULL)
		return FALSE;
	g_ptr_array_add (conditions, condition);
	return TRUE;
}

const char *
fairlead_compile_get_required (FairleadRuleType type, guint nth)
{
	for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
		if ((keys[i].rules & (1u << type)) != 0 && keys[i].is_required && nth-- == 0)
			return keys[i].name;
	return NULL;
}

gboolean
fairlead_compile_entry (const FairleadCompile *compile, GError **error)
{
	guint8 detail = 0;
	const FairleadKey *key = fairlead_compile_find_key (compile, &detail, error);

	if (key == NULL)
		return FALSE;
	switch (key->use) {
	case FAIRLEAD_USE_TEMPLATE:
		return add_clause (compile, key, detail, error);
	case FAIRLEAD_USE_WHEN:
		return add_condition (compile, compile->rule->when, error);
	case FAIRLEAD_USE_ENDED:
		return add_condition (compile, compile->rule->ended, error);
	default: /* read before, by declare_rule() and join_ends() */
		return TRUE;
	}
}
