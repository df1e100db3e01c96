/* graph/ownership/rules/rules.c: rules from their key file */
#include "graph/ownership/rules/rules.h"

#include <string.h>

#include "graph/key-values.h"
#include "graph/ownership/shipped-rules.h"
#include "ingest/record/error.h"

#define SHIPPED "/fairlead/ownership/ownership.rules"

static const char *const state_names[FAIRLEAD_N_RULE_STATES] = {
	[FAIRLEAD_RULE_IN_FORCE] = "in-force",
	[FAIRLEAD_RULE_SUSPENDED] = "suspended",
	[FAIRLEAD_RULE_UNKNOWN] = "unknown",
};

const char *
fairlead_rule_state_name (FairleadRuleState state)
{
	return state_names[state];
}

static void
free_rule (gpointer data)
{
	FairleadRule *rule = data;

	g_free (rule->id);
	g_free (rule->regime);
	g_free (rule->title);
	g_free (rule->words);
	g_strfreev (rule->lists);
	g_free (rule->source);
	g_free (rule->url);
	g_free (rule->mark);
	g_free (rule);
}

/* ---- values ---- */

static gboolean
read_lists (const FairleadKeyValue *value, GError **error)
{
	g_auto (GStrv) lists = g_strsplit (value->entry->value, ";", -1);

	for (guint i = 0; lists[i] != NULL; i++)
		if (*g_strstrip (lists[i]) == '\0')
			return fairlead_key_value_refuse (value, "lists between semicolons", error);
	if (lists[0] == NULL)
		return fairlead_key_value_refuse (value, "at least one list", error);
	*(GStrv *) value->field = g_steal_pointer (&lists);
	return TRUE;
}

static gboolean
read_boolean (const FairleadKeyValue *value, GError **error)
{
	static const char *const choices[] = { "no", "yes" };
	guint chosen = 0;

	if (!fairlead_key_value_choose (value, choices, G_N_ELEMENTS (choices), "yes or no",
	                                &chosen, error))
		return FALSE;
	*(gboolean *) value->field = chosen == 1;
	return TRUE;
}

static gboolean
read_aggregation (const FairleadKeyValue *value, GError **error)
{
	static const char *const choices[] = { "all", "person" };
	guint chosen = 0;

	if (!fairlead_key_value_choose (value, choices, G_N_ELEMENTS (choices), "all or person",
	                                &chosen, error))
		return FALSE;
	*(gboolean *) value->field = chosen == 1;
	return TRUE;
}

static gboolean
read_state (const FairleadKeyValue *value, GError **error)
{
	guint chosen = 0;

	if (!fairlead_key_value_choose (value, state_names, G_N_ELEMENTS (state_names),
	                                "in-force, suspended or unknown", &chosen, error))
		return FALSE;
	*(FairleadRuleState *) value->field = (FairleadRuleState) chosen;
	return TRUE;
}

static gboolean
read_threshold (const FairleadKeyValue *value, GError **error)
{
	FairleadShare share;

	if (!fairlead_share_parse (value->entry->value, &share) || share.low != share.high
	    || share.low == 0)
		return fairlead_key_value_refuse (value, "a percentage above 0", error);
	*(guint32 *) value->field = share.low;
	return TRUE;
}

/* Nothing is a day before all others, or behind them */
static gboolean
read_day (const FairleadKeyValue *value, gint32 open, GError **error)
{
	FairleadDate date = { open, open };

	if (*value->entry->value != '\0'
	    && (!fairlead_date_parse (value->entry->value, FAIRLEAD_DATE_DAY_FIRST, &date, NULL)
	        || date.first != date.last))
		return fairlead_key_value_refuse (value, "a day, as 2024-07-03, or nothing", error);
	*(gint32 *) value->field = date.first;
	return TRUE;
}

static gboolean
read_from (const FairleadKeyValue *value, GError **error)
{
	return read_day (value, FAIRLEAD_DAY_OPEN_PAST, error);
}

static gboolean
read_until (const FairleadKeyValue *value, GError **error)
{
	return read_day (value, FAIRLEAD_DAY_OPEN_FUTURE, error);
}

/* ---- rules ---- */

typedef struct {
	FairleadRule rule;
	gboolean is_strict;
} Draft;

static const FairleadKnownKey keys[] = {
	{ "regime", fairlead_key_value_read_text, G_STRUCT_OFFSET (Draft, rule.regime) },
	{ "lists", read_lists, G_STRUCT_OFFSET (Draft, rule.lists) },
	{ "threshold", read_threshold, G_STRUCT_OFFSET (Draft, rule.needed) },
	{ "strict", read_boolean, G_STRUCT_OFFSET (Draft, is_strict) },
	{ "aggregation", read_aggregation, G_STRUCT_OFFSET (Draft, rule.per_person) },
	{ "votes", read_boolean, G_STRUCT_OFFSET (Draft, rule.votes) },
	{ "control", read_boolean, G_STRUCT_OFFSET (Draft, rule.control) },
	{ "state", read_state, G_STRUCT_OFFSET (Draft, rule.state) },
	{ "from", read_from, G_STRUCT_OFFSET (Draft, rule.from) },
	{ "until", read_until, G_STRUCT_OFFSET (Draft, rule.until) },
	{ "title", fairlead_key_value_read_text, G_STRUCT_OFFSET (Draft, rule.title) },
	{ "words", fairlead_key_value_read_text, G_STRUCT_OFFSET (Draft, rule.words) },
	{ "source", fairlead_key_value_read_text, G_STRUCT_OFFSET (Draft, rule.source) },
	{ "url", fairlead_key_value_read_text, G_STRUCT_OFFSET (Draft, rule.url) },
	{ "mark", fairlead_key_value_read_text, G_STRUCT_OFFSET (Draft, rule.mark) },
};

static gboolean
check_rule (const char *path, const FairleadKeyGroup *group, Draft *draft, const GPtrArray *rules,
            GError **error)
{
	FairleadRule *rule = &draft->rule;

	if (draft->is_strict && rule->needed == FAIRLEAD_SHARE_ONE)
		return fairlead_set_error_at (error, path, group->line,
		                              FAIRLEAD_ERROR_INVALID_VALUE,
		                              "[rule %s] asks for more than the whole", rule->id);
	rule->needed += draft->is_strict;
	if (rule->from > rule->until)
		return fairlead_set_error_at (error, path, group->line,
		                              FAIRLEAD_ERROR_INVALID_VALUE,
		                              "[rule %s] ends before it begins", rule->id);
	for (guint i = 0; i < rules->len; i++) {
		const FairleadRule *other = g_ptr_array_index (rules, i);

		if (g_ascii_strcasecmp (other->regime, rule->regime) == 0
		    && rule->from <= other->until && other->from <= rule->until)
			return fairlead_set_error_at (
				error, path, group->line, FAIRLEAD_ERROR_INVALID_VALUE,
				"[rule %s] overlaps with [rule %s] of the same regime", rule->id,
				other->id);
	}
	return TRUE;
}

static gboolean
add_rule (const char *path, const FairleadKeyGroup *group, GPtrArray *rules, GError **error)
{
	Draft *draft;
	gboolean is_good;

	if (strcmp (group->type, "rule") != 0 || group->name == NULL)
		return fairlead_set_error_at (error, path, group->line, FAIRLEAD_ERROR_SYNTAX,
		                              "[%s] is no group of a rule file (expected"
		                              " [rule NAME])",
		                              group->type);
	draft = g_new0 (Draft, 1);
	draft->rule.id = g_strdup (group->name);
	is_good = fairlead_key_group_read (path, group, keys, G_N_ELEMENTS (keys), draft, error)
	          && check_rule (path, group, draft, rules, error);
	if (is_good)
		g_ptr_array_add (rules, draft); /* whose beginning is the rule */
	else
		free_rule (draft);
	return is_good;
}

static GPtrArray *
parse_rules (const char *path, const char *text, gsize size, GError **error)
{
	g_autoptr (GPtrArray) groups = fairlead_key_file_parse (path, text, size, error);
	g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (free_rule);

	if (groups == NULL)
		return NULL;
	for (guint i = 0; i < groups->len; i++)
		if (!add_rule (path, g_ptr_array_index (groups, i), rules, error))
			return NULL;
	if (rules->len > 0)
		return g_steal_pointer (&rules);
	fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_MISSING_FIELD, "there is no rule");
	return NULL;
}

GPtrArray *
fairlead_rules_new_shipped (GError **error)
{
	g_autoptr (GBytes) bytes =
		g_resource_lookup_data (fairlead_shipped_rules_get_resource (), SHIPPED,
	                                G_RESOURCE_LOOKUP_FLAGS_NONE, error);
	gsize size;
	const char *text;

	if (bytes == NULL)
		return NULL;
	text = g_bytes_get_data (bytes, &size);
	return parse_rules ("ownership.rules", text, size, error);
}

GPtrArray *
fairlead_rules_load (const char *path, GError **error)
{
	g_autoptr (GMappedFile) file = fairlead_key_file_open (path, error);

	return file == NULL ? NULL
	                    : parse_rules (path, g_mapped_file_get_contents (file),
	                                   g_mapped_file_get_length (file), error);
}

/* ---- finding ---- */

static char *
dup_names (const GPtrArray *rules)
{
	GString *names = g_string_new (NULL);

	for (guint i = 0; i < rules->len; i++) {
		const FairleadRule *rule = g_ptr_array_index (rules, i);

		g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", rule->id);
	}
	return g_string_free (names, FALSE);
}

const FairleadRule *
fairlead_rules_find (const GPtrArray *rules, const char *name, gint32 as_of, GError **error)
{
	const FairleadRule *found = NULL;
	g_autofree char *names = NULL;
	gboolean is_known = FALSE;

	for (guint i = 0; i < rules->len; i++) {
		const FairleadRule *rule = g_ptr_array_index (rules, i);

		if (strcmp (rule->id, name) == 0)
			return rule;
		if (g_ascii_strcasecmp (rule->regime, name) != 0)
			continue;
		is_known = TRUE;
		if (as_of == FAIRLEAD_DAY_OPEN_FUTURE ? found == NULL || rule->from > found->from
		                                      : rule->from <= as_of && as_of <= rule->until)
			found = rule;
	}
	if (found != NULL)
		return found;
	names = dup_names (rules);
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
	             is_known ? "no rule of %s covers that day (there are %s)"
	                      : "no rule or regime is named %s (there are %s)",
	             name, names);
	return NULL;
}

GPtrArray *
fairlead_rules_dup_in_force (const GPtrArray *rules, gint32 as_of)
{
	GPtrArray *in_force = g_ptr_array_new ();

	for (guint i = 0; i < rules->len; i++) {
		const FairleadRule *rule = g_ptr_array_index (rules, i);

		if (rule->state == FAIRLEAD_RULE_IN_FORCE
		    && fairlead_rules_find (rules, rule->regime, as_of, NULL) == rule)
			g_ptr_array_add (in_force, (gpointer) rule);
	}
	return in_force;
}

char *
fairlead_rule_dup_from (const FairleadRule *self)
{
	return fairlead_date_dup_text ((FairleadDate){ self->from, self->from });
}

char *
fairlead_rule_dup_threshold (const FairleadRule *self)
{
	/* exclusive bounds are one billionth above a figure that somebody wrote */
	gboolean is_strict = self->needed % 10u == 1u;
	guint32 written = self->needed - is_strict;
	g_autofree char *share = fairlead_share_dup_text ((FairleadShare){ written, written });

	return is_strict ? g_strconcat ("more than ", share, NULL)
	                 : g_strconcat (share, " or more", NULL);
}
