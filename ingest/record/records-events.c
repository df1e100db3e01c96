/* ingest/record/records-events.c: events of ships, and the links that they are */
#include "ingest/record/records-private.h"

FairleadEvent
fairlead_event (FairleadEventKind kind, FairleadEntity vessel, FairleadSource source)
{
	return (FairleadEvent){
		.kind = kind,
		.vessel = vessel,
		.other = FAIRLEAD_NO_ENTITY,
		.place = FAIRLEAD_NO_ENTITY,
		.position = FAIRLEAD_POSITION_UNKNOWN,
		.period = FAIRLEAD_PERIOD_UNKNOWN,
		.quantity = FAIRLEAD_QUANTITY_UNKNOWN,
		.confidence = 1.0f,
		.source = source,
	};
}

const char *
fairlead_event_find_missing (const FairleadEvent *event)
{
	gboolean needs_other =
		event->kind == FAIRLEAD_EVENT_TRANSFER || event->kind == FAIRLEAD_EVENT_ENCOUNTER;

	if (needs_other
	    && (event->vessel == FAIRLEAD_NO_ENTITY || event->other == FAIRLEAD_NO_ENTITY))
		return "a meeting without its two ships";
	if (event->vessel != FAIRLEAD_NO_ENTITY)
		return NULL;
	if (event->kind != FAIRLEAD_EVENT_DELIVERY)
		return "an event without a ship";
	return fairlead_quantity_is_unknown (event->quantity)
	               ? "a delivery with neither ship nor quantity"
	               : NULL;
}

typedef struct {
	FairleadEventRow row;
	FairleadPeriod period;
} EventWork;

static void
keep_event (gpointer worker, gconstpointer argument)
{
	FairleadFacts *facts = worker;
	const EventWork *work = argument;
	FairleadEventRow row = work->row;

	row.period = fairlead_period_table_add (&facts->periods, &work->period);
	g_array_append_val (facts->events, row);
}

/* `encounter at 38.5, 123.25: 3 h`, as far as there is something to say */
static FairleadText
intern_words (FairleadRecords *self, const FairleadEvent *event)
{
	g_autofree char *place = fairlead_position_dup_text (event->position);
	g_autoptr (GString) words = g_string_new (fairlead_event_info (event->kind)->name);

	if (place != NULL)
		g_string_append_printf (words, " at %s", place);
	if (event->note != NULL && *event->note != '\0')
		g_string_append_printf (words, ": %s", event->note);
	return fairlead_records_intern (self, words->str);
}

static void
link_event (FairleadRecords *self, const FairleadEvent *event, FairleadLinkKind kind,
            FairleadEntity to)
{
	FairleadLinkRow link;

	if (kind == FAIRLEAD_LINK_NONE || event->vessel == FAIRLEAD_NO_ENTITY
	    || to == FAIRLEAD_NO_ENTITY)
		return;
	link = fairlead_link_row (event->vessel, kind, to, event->source);
	/* 'FROM is buyer of TO' */
	if (kind == FAIRLEAD_LINK_BUYER) {
		link.from = to;
		link.to = event->vessel;
	}
	link.period = event->period;
	link.confidence = event->confidence;
	link.note = intern_words (self, event);
	fairlead_records_add_link (self, &link);
}

static FairleadText
intern_some (FairleadRecords *self, const char *text)
{
	return text == NULL || *text == '\0' ? 0 : fairlead_records_intern (self, text);
}

static FairleadEventRow
make_row (FairleadRecords *self, const FairleadEvent *event)
{
	return (FairleadEventRow){
		.quantity = event->quantity,
		.position = event->position,
		.vessel = event->vessel,
		.other = event->other,
		.place = event->place,
		.commodity = intern_some (self, event->commodity),
		.unit = intern_some (self, event->unit),
		.before = intern_some (self, event->before),
		.after = intern_some (self, event->after),
		.note = intern_some (self, event->note),
		.confidence = event->confidence,
		.source = event->source,
		.kind = (guint8) event->kind,
		.laden = (guint8) event->laden,
		.is_notified = event->is_notified != FALSE,
	};
}

/* What a reflagging or renaming says of the ship, said as other records say it */
static void
state_change (FairleadRecords *self, const FairleadEvent *event)
{
	FairleadPeriod until = FAIRLEAD_PERIOD_UNKNOWN, since = FAIRLEAD_PERIOD_UNKNOWN;

	until.end = event->period.start;
	until.flags = FAIRLEAD_PERIOD_ENDED;
	since.start = event->period.start;
	if (event->kind == FAIRLEAD_EVENT_REFLAGGING) {
		fairlead_records_add_attribute (self, event->vessel, FAIRLEAD_ATTRIBUTE_FORMER_FLAG,
		                                event->before, &until, event->source);
		fairlead_records_add_attribute (self, event->vessel, FAIRLEAD_ATTRIBUTE_FLAG,
		                                event->after, &since, event->source);
	} else if (event->kind == FAIRLEAD_EVENT_RENAMING) {
		fairlead_records_add_name (self, event->vessel, event->before, FAIRLEAD_NAME_FORMER,
		                           FALSE, event->source);
	}
}

static void
check_period (FairleadRecords *self, FairleadEvent *event)
{
	g_autofree char *start = NULL, *end = NULL;

	if (event->period.end.last >= event->period.start.first)
		return;
	start = fairlead_date_dup_text (event->period.start);
	end = fairlead_date_dup_text (event->period.end);
	fairlead_records_add_issue (self, FAIRLEAD_ISSUE_BAD_PERIOD, event->source,
	                            "from %s until %s", start, end);
	event->period.end = FAIRLEAD_DATE_UNKNOWN;
	event->period.flags &= ~(guint32) (FAIRLEAD_PERIOD_ENDED | FAIRLEAD_PERIOD_END_CIRCA);
}

void
fairlead_records_add_event (FairleadRecords *self, const FairleadEvent *event)
{
	const FairleadEventInfo *info = fairlead_event_info (event->kind);
	FairleadEvent checked = *event;
	EventWork *work;

	check_period (self, &checked);
	link_event (self, &checked, info->with_other, checked.other);
	link_event (self, &checked, info->with_place, checked.place);
	if (event->vessel != FAIRLEAD_NO_ENTITY)
		state_change (self, &checked);
	work = fairlead_records_add_work (self, keep_event, sizeof *work);
	*work = (EventWork){ .row = make_row (self, &checked), .period = checked.period };
}
