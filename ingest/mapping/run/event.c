/* ingest/mapping/run/event.c: the rules [event] */
#include "ingest/format/events/events.h"
#include "ingest/mapping/run/emission-private.h"

static FairleadEntity
end_of (const FairleadEmission *self, const FairleadRule *rule, guint end)
{
	return rule->ends[end] == FAIRLEAD_NO_END ? FAIRLEAD_NO_ENTITY
	                                          : self->entities[rule->ends[end]];
}

static FairleadSource
source_of (FairleadEmission *self, const FairleadValues *values)
{
	return fairlead_evaluation_source (&self->evaluation, fairlead_values_line (values, 0));
}

static void
note_bad (FairleadEmission *self, FairleadIssueTag tag, const char *what,
          const FairleadValues *values)
{
	fairlead_records_add_issue (self->records, tag, source_of (self, values), "%s \"%s\"", what,
	                            fairlead_values_get (values, 0));
}

/* FALSE where the record states no kind, or one that is not known */
static gboolean
take_kind (FairleadEmission *self, const FairleadRule *rule, FairleadEventKind *kind)
{
	if (!fairlead_emission_take_one (self, rule, FAIRLEAD_SLOT_KIND, &self->first))
		return FALSE;
	if (fairlead_event_kind_from_name (fairlead_values_get (&self->first, 0), kind))
		return TRUE;
	note_bad (self, FAIRLEAD_ISSUE_UNKNOWN_EVENT, "event", &self->first);
	return FALSE;
}

/* What has one date was over within it */
static void
take_period (FairleadEmission *self, const FairleadRule *rule, FairleadEvent *event)
{
	FairleadPeriod *period = &event->period;

	if (fairlead_emission_take_period (self, rule, period)
	    && rule->clauses[FAIRLEAD_SLOT_START] == NULL
	    && rule->clauses[FAIRLEAD_SLOT_END] == NULL && fairlead_date_is_unknown (period->end))
		period->end = period->start;
}

static void
take_position (FairleadEmission *self, const FairleadRule *rule, FairleadEvent *event)
{
	gboolean has_latitude =
		fairlead_emission_take_one (self, rule, FAIRLEAD_SLOT_LATITUDE, &self->first);
	gboolean has_longitude =
		fairlead_emission_take_one (self, rule, FAIRLEAD_SLOT_LONGITUDE, &self->second);

	if (!has_latitude && !has_longitude)
		return;
	if (!has_latitude || !has_longitude
	    || !fairlead_position_parse (fairlead_values_get (&self->first, 0),
	                                 fairlead_values_get (&self->second, 0), &event->position))
		note_bad (self, FAIRLEAD_ISSUE_BAD_NUMBER, "position",
		          has_latitude ? &self->first : &self->second);
}

/* A port that no rule names, by where it is */
static void
find_place (FairleadEmission *self, FairleadEvent *event)
{
	if (event->place == FAIRLEAD_NO_ENTITY
	    && fairlead_event_info (event->kind)->with_place != FAIRLEAD_LINK_NONE)
		event->place = fairlead_describe_port_near (self->records, self->ports, "", "",
		                                            event->position, event->source);
}

static void
take_quantity (FairleadEmission *self, const FairleadRule *rule, FairleadEvent *event)
{
	if (!fairlead_emission_take_one (self, rule, FAIRLEAD_SLOT_QUANTITY, &self->first))
		return;
	if (!fairlead_quantity_parse (fairlead_values_get (&self->first, 0), &event->quantity))
		note_bad (self, FAIRLEAD_ISSUE_BAD_NUMBER, "quantity", &self->first);
	else if (event->unit == NULL)
		note_bad (self, FAIRLEAD_ISSUE_MISSING_UNIT, "quantity", &self->first);
}

/* The words for laden or not are those for yes and no as well */
static FairleadLaden
take_laden (FairleadEmission *self, const FairleadRule *rule, FairleadSlot slot, const char *what)
{
	FairleadLaden laden = FAIRLEAD_LADEN_UNKNOWN;

	if (fairlead_emission_take_one (self, rule, slot, &self->first)
	    && !fairlead_laden_from_name (fairlead_values_get (&self->first, 0), &laden))
		note_bad (self, FAIRLEAD_ISSUE_UNREAD_VALUE, what, &self->first);
	return laden;
}

static void
take_confidence (FairleadEmission *self, const FairleadRule *rule, FairleadEvent *event)
{
	const char *text;
	char *end = NULL;
	double confidence;

	if (event->kind == FAIRLEAD_EVENT_ENCOUNTER)
		event->confidence = FAIRLEAD_CONFIDENCE_ENCOUNTER;
	if (!fairlead_emission_take_one (self, rule, FAIRLEAD_SLOT_CONFIDENCE, &self->first))
		return;
	text = fairlead_values_get (&self->first, 0);
	confidence = g_ascii_strtod (text, &end);
	if (end != text && *end == '\0' && confidence >= 0.0 && confidence <= 1.0)
		event->confidence = (float) confidence;
	else
		note_bad (self, FAIRLEAD_ISSUE_BAD_NUMBER, "confidence", &self->first);
}

/* Texts that go with the event as they are */
static const struct {
	FairleadSlot slot;
	gsize offset;
} texts[] = {
	{ FAIRLEAD_SLOT_COMMODITY, G_STRUCT_OFFSET (FairleadEvent, commodity) },
	{ FAIRLEAD_SLOT_UNIT, G_STRUCT_OFFSET (FairleadEvent, unit) },
	{ FAIRLEAD_SLOT_BEFORE, G_STRUCT_OFFSET (FairleadEvent, before) },
	{ FAIRLEAD_SLOT_AFTER, G_STRUCT_OFFSET (FairleadEvent, after) },
	{ FAIRLEAD_SLOT_NOTE, G_STRUCT_OFFSET (FairleadEvent, note) },
};

/* Their copies live as long as @kept does */
static void
take_texts (FairleadEmission *self, const FairleadRule *rule, FairleadEvent *event, GPtrArray *kept)
{
	for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
		char *text;

		if (!fairlead_emission_take_one (self, rule, texts[i].slot, &self->first))
			continue;
		text = g_strdup (fairlead_values_get (&self->first, 0));
		g_ptr_array_add (kept, text);
		*(const char **) G_STRUCT_MEMBER_P (event, texts[i].offset) = text;
	}
}

gboolean
fairlead_emission_say_event (FairleadEmission *self, const FairleadRule *rule)
{
	g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
	FairleadEventKind kind;
	FairleadEvent event;
	const char *missing;

	if (!take_kind (self, rule, &kind))
		return FALSE;
	event = fairlead_event (kind, end_of (self, rule, 0),
	                        fairlead_evaluation_source (&self->evaluation, 0));
	event.other = end_of (self, rule, 1);
	event.place = end_of (self, rule, 2);
	take_texts (self, rule, &event, kept);
	take_quantity (self, rule, &event);
	missing = fairlead_event_find_missing (&event);
	if (missing != NULL) {
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            event.source, "[%s] %s", rule->name, missing);
		return FALSE;
	}
	take_period (self, rule, &event);
	take_position (self, rule, &event);
	find_place (self, &event);
	event.laden = take_laden (self, rule, FAIRLEAD_SLOT_LADEN, "laden");
	event.is_notified =
		take_laden (self, rule, FAIRLEAD_SLOT_NOTIFIED, "notified") == FAIRLEAD_LADEN_YES;
	take_confidence (self, rule, &event);
	fairlead_records_add_event (self->records, &event);
	return TRUE;
}
