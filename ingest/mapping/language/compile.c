/* ingest/mapping/language/compile.c: the groups that are rules: [entity], [link], [event] ... */
#include "ingest/mapping/language/compile-private.h"

#include <string.h>

#include "ingest/mapping/language/suggest.h"
#include "ingest/record/error.h"

/* ---- life ---- */

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
	return (FairleadTemplateScope){
		.path = mapping->path,
		.line = line,
		.is_xml = mapping->is_xml,
		.has_item = has_item,
		.fields = mapping->fields,
		.maps = mapping->maps,
		.lookups = mapping->lookups,
		.looks_up = &mapping->looks_up,
	};
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
check_presence (FairleadCompile *compile, GError **error)
{
	FairleadRuleType type = compile->rule->type;
	const char *name;

	compile->entry = NULL;
	for (guint i = 0; (name = fairlead_compile_get_required (type, i)) != NULL; i++)
		if (find_entry (compile->group, name) == NULL)
			return fairlead_compile_refuse (compile, FAIRLEAD_ERROR_MISSING_FIELD,
			                                error,
			                                "[%s %s] has no %s=", compile->group->type,
			                                compile->rule->name, name);
	for (guint i = 0; i < compile->group->entries->len; i++) {
		guint8 detail;
		const FairleadKey *key;

		compile->entry = g_ptr_array_index (compile->group->entries, i);
		key = fairlead_compile_find_key (compile, &detail, error);
		if (key == NULL)
			return FALSE;
		if (key->use >= FAIRLEAD_USE_EACH
		    && find_entry (compile->group, compile->entry->key) != compile->entry)
			return fairlead_compile_refuse (compile, FAIRLEAD_ERROR_SYNTAX, error,
			                                "%s= stands twice", compile->entry->key);
	}
	return TRUE;
}

static gboolean
parse_scope (const FairleadCompile *compile, FairleadScope *scope, GError **error)
{
	FairleadMapping *mapping = compile->mapping;
	FairleadTemplateScope where = fairlead_compile_scope (mapping, compile->entry->line, FALSE);
	g_autofree char *problem = NULL;

	if (mapping->is_xml) {
		scope->path = fairlead_path_parse (scope->text, &problem);
		return scope->path != NULL
		       || fairlead_compile_refuse (compile, FAIRLEAD_ERROR_SYNTAX, error, "%s",
		                                   problem);
	}
	scope->values = fairlead_template_parse (scope->text, &where, error);
	if (scope->values == NULL)
		return FALSE;
	return (scope->values->n_references == 1 && scope->values->pieces->len == 1)
	       || fairlead_compile_refuse (
		       compile, FAIRLEAD_ERROR_SYNTAX, error,
		       "each \"%s\" is not one reference (expected {column|split:;})", scope->text);
}

/* The scope of this text, new where no other group has it */
static gboolean
find_scope (const FairleadCompile *compile, guint *found, GError **error)
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
take_attribute (FairleadCompile *compile, GError **error)
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
	return fairlead_compile_refuse (compile, FAIRLEAD_ERROR_INVALID_VALUE, error,
	                                "there is no attribute \"%s\"%s", compile->entry->value,
	                                hint);
}

/* What other groups may need to know of this one */
static gboolean
declare_rule (FairleadCompile *compile, FairleadRuleType type, GError **error)
{
	FairleadRule *rule = g_new0 (FairleadRule, 1);

	rule->type = type;
	rule->name = g_strdup (compile->group->name);
	rule->line = compile->group->line;
	rule->row = compile->mapping->rules->len;
	for (guint i = 0; i < FAIRLEAD_N_ENDS; i++)
		rule->ends[i] = FAIRLEAD_NO_END;
	rule->when = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_condition_free);
	rule->ended = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_condition_free);
	g_ptr_array_add (compile->mapping->rules, rule);
	compile->rule = rule;
	if (rule->name == NULL)
		return fairlead_compile_refuse (compile, FAIRLEAD_ERROR_SYNTAX, error,
		                                "[%s] has no name (expected [%s NAME])",
		                                fairlead_rule_type_names[type],
		                                fairlead_rule_type_names[type]);
	if (!check_presence (compile, error))
		return FALSE;
	compile->entry = find_entry (compile->group, "each");
	if (compile->entry != NULL && !find_scope (compile, &rule->scope, error))
		return FALSE;
	compile->entry = find_entry (compile->group, "attribute");
	return compile->entry == NULL || take_attribute (compile, error);
}

static gboolean
find_end (FairleadCompile *compile, const char *key, guint *end, GError **error)
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
	return fairlead_compile_refuse (compile, FAIRLEAD_ERROR_UNKNOWN_REFERENCE, error,
	                                "there is no group [entity %s]%s", compile->entry->value,
	                                hint);
}

static const struct {
	const char *key;
	guint end;
} ends[] = { { "of", 0 },     { "from", 0 },  { "to", 1 },
	     { "vessel", 0 }, { "other", 1 }, { "place", 2 } };

/* The rule is said as often as the more frequent of its ends is */
static gboolean
join_ends (FairleadCompile *compile, GError **error)
{
	FairleadRule *rule = compile->rule;
	const GPtrArray *rules = compile->mapping->rules;

	if (rule->type == FAIRLEAD_RULE_ENTITY)
		return TRUE;
	for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
		if (!find_end (compile, ends[i].key, &rule->ends[ends[i].end], error))
			return FALSE;
	rule->scope = FAIRLEAD_SCOPE_RECORD;
	compile->entry = NULL;
	for (guint i = 0; i < FAIRLEAD_N_ENDS; i++) {
		guint scope = rule->ends[i] == FAIRLEAD_NO_END
		                      ? FAIRLEAD_SCOPE_RECORD
		                      : ((FairleadRule *) rules->pdata[rule->ends[i]])->scope;

		if (scope == FAIRLEAD_SCOPE_RECORD || scope == rule->scope)
			continue;
		if (rule->scope != FAIRLEAD_SCOPE_RECORD)
			return fairlead_compile_refuse (
				compile, FAIRLEAD_ERROR_SYNTAX, error,
				"[%s %s] joins entities of two different each=",
				fairlead_rule_type_names[rule->type], rule->name);
		rule->scope = scope;
	}
	return TRUE;
}

static gboolean
fill_rule (FairleadCompile *compile, GError **error)
{
	static const FairleadSlot describing[] = {
		FAIRLEAD_SLOT_NAME,        FAIRLEAD_SLOT_ALIAS,      FAIRLEAD_SLOT_WEAK_ALIAS,
		FAIRLEAD_SLOT_FORMER_NAME, FAIRLEAD_SLOT_IDENTIFIER, FAIRLEAD_SLOT_ATTRIBUTE,
		FAIRLEAD_SLOT_ADDRESS,
	};
	FairleadRule *rule = compile->rule;

	for (guint i = 0; i < compile->group->entries->len; i++) {
		compile->entry = g_ptr_array_index (compile->group->entries, i);
		if (!fairlead_compile_entry (compile, error))
			return FALSE;
	}
	for (guint i = 0; i < G_N_ELEMENTS (describing); i++)
		rule->describes = rule->describes || rule->clauses[describing[i]] != NULL;
	return TRUE;
}

static gboolean
check_groups (const FairleadMapping *mapping, const GPtrArray *groups, GError **error)
{
	static const char *const known[] = { "mapping", "entity",      "attribute",
		                             "link",    "designation", "event",
		                             "map",     "lookup",      NULL };

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
		return fairlead_set_error_at (error, mapping->path, group->line,
		                              FAIRLEAD_ERROR_SYNTAX, "there is no group [%s%s%s]%s",
		                              group->type, group->name != NULL ? " " : "",
		                              group->name != NULL ? group->name : "",
		                              group->name == NULL || near.distance > 0 ? hint : "");
	}
	return TRUE;
}

/* Entities first, for the others refer to them; then in the order of the file */
gboolean
fairlead_compile_rules (FairleadMapping *mapping, const GPtrArray *groups, GError **error)
{
	g_autoptr (GArray) compiles = g_array_new (FALSE, TRUE, sizeof (FairleadCompile));

	if (!check_groups (mapping, groups, error))
		return FALSE;
	for (guint type = 0; type < FAIRLEAD_N_RULE_TYPES; type++)
		for (guint i = 0; i < groups->len; i++) {
			FairleadCompile compile = { mapping, g_ptr_array_index (groups, i), NULL,
				                    NULL };

			if (strcmp (compile.group->type, fairlead_rule_type_names[type]) != 0)
				continue;
			if (!declare_rule (&compile, type, error))
				return FALSE;
			g_array_append_val (compiles, compile);
		}
	if (compiles->len == 0 && mapping->given->len == 0)
		return fairlead_set_error_at (
			error, mapping->path, 0, FAIRLEAD_ERROR_MISSING_FIELD,
			"the mapping has no [entity NAME]: it would read nothing");
	for (guint i = 0; i < compiles->len; i++)
		if (!join_ends (&g_array_index (compiles, FairleadCompile, i), error))
			return FALSE;
	for (guint i = 0; i < compiles->len; i++)
		if (!fill_rule (&g_array_index (compiles, FairleadCompile, i), error))
			return FALSE;
	return TRUE;
}
