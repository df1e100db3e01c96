/* ingest/mapping/language/check.c: what can be known to be wrong before a file is read */
#include "ingest/mapping/language/compile.h"
#include "ingest/mapping/language/suggest.h"
#include "ingest/record/error.h"

static gboolean
is_entity_kind (const char *text)
{
	FairleadKind kind;

	return fairlead_kind_from_name (text, &kind);
}

static gboolean
is_link_kind (const char *text)
{
	FairleadLinkKind kind;
	gboolean reversed;

	return fairlead_link_kind_from_name (text, &kind, &reversed);
}

static void
offer_entity_kinds (FairleadSuggestion *near)
{
	for (guint kind = 0; kind < FAIRLEAD_N_KINDS; kind++)
		fairlead_suggestion_offer (near, fairlead_kind_name (kind));
}

static void
offer_link_kinds (FairleadSuggestion *near)
{
	for (guint kind = 0; kind < FAIRLEAD_N_LINK_KINDS; kind++) {
		fairlead_suggestion_offer (near, fairlead_link_info (kind)->name);
		fairlead_suggestion_offer (near, fairlead_link_info (kind)->inverse);
	}
}

static gboolean
check_kind (const FairleadMapping *mapping, FairleadRuleType type, const char *text, guint line,
            GError **error)
{
	gboolean is_link = type == FAIRLEAD_RULE_LINK;
	g_auto (FairleadSuggestion) near = FAIRLEAD_SUGGESTION (text);
	g_autofree char *hint = NULL;

	if (*text == '\0' || (is_link ? is_link_kind (text) : is_entity_kind (text)))
		return TRUE;
	(is_link ? offer_link_kinds : offer_entity_kinds) (&near);
	hint = fairlead_suggestion_dup_text (&near);
	return fairlead_set_error_at (error, mapping->path, line, FAIRLEAD_ERROR_INVALID_VALUE,
	                              "there is no kind of %s \"%s\"%s",
	                              is_link ? "link" : "entity", text, hint);
}

gboolean
fairlead_check_kinds (const FairleadMapping *mapping, FairleadRuleType type,
                      const FairleadTemplate *template, GError **error)
{
	const char *constant = fairlead_template_get_constant (template);
	const FairleadMap *map = fairlead_template_get_map (template);

	if (constant != NULL)
		return check_kind (mapping, type, constant, template->line, error);
	if (map == NULL)
		return TRUE;
	for (guint i = 0; i < map->rows->len; i++) {
		const FairleadMapRow *row = g_ptr_array_index (map->rows, i);

		if (!check_kind (mapping, type, row->meaning, row->line, error))
			return FALSE;
	}
	return TRUE;
}

gboolean
fairlead_check_confidence (const FairleadMapping *mapping, const FairleadTemplate *template,
                           GError **error)
{
	const char *constant = fairlead_template_get_constant (template);
	char *end = NULL;
	double value;

	if (constant == NULL)
		return TRUE;
	value = g_ascii_strtod (constant, &end);
	if (end != constant && *end == '\0' && value >= 0.0 && value <= 1.0)
		return TRUE;
	return fairlead_set_error_at (error, mapping->path, template->line,
	                              FAIRLEAD_ERROR_INVALID_VALUE,
	                              "confidence \"%s\" is no number from 0 to 1", constant);
}
