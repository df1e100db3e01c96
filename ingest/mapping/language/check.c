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

static gboolean
is_event_kind (const char *text)
{
	FairleadEventKind kind;

	return fairlead_event_kind_from_name (text, &kind);
}

static void
offer_event_kinds (FairleadSuggestion *near)
{
	for (guint kind = 0; kind < FAIRLEAD_N_EVENT_KINDS; kind++)
		fairlead_suggestion_offer (near, fairlead_event_info (kind)->name);
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

/* What the groups that have a kind= may be of */
static const struct {
	const char *what; /* NULL: no kind */
	gboolean (*is_kind) (const char *text);
	void (*offer) (FairleadSuggestion *near);
} kinds[FAIRLEAD_N_RULE_TYPES] = {
	[FAIRLEAD_RULE_ENTITY] = { "entity", is_entity_kind, offer_entity_kinds },
	[FAIRLEAD_RULE_LINK] = { "link", is_link_kind, offer_link_kinds },
	[FAIRLEAD_RULE_EVENT] = { "event", is_event_kind, offer_event_kinds },
};

static gboolean
check_kind (const FairleadMapping *mapping, FairleadRuleType type, const char *text, guint line,
            GError **error)
{
	g_auto (FairleadSuggestion) near = FAIRLEAD_SUGGESTION (text);
	g_autofree char *hint = NULL;

	if (*text == '\0' || kinds[type].is_kind (text))
		return TRUE;
	kinds[type].offer (&near);
	hint = fairlead_suggestion_dup_text (&near);
	return fairlead_set_error_at (error, mapping->path, line, FAIRLEAD_ERROR_INVALID_VALUE,
	                              "there is no kind of %s \"%s\"%s", kinds[type].what, text,
	                              hint);
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
