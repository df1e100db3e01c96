/* ingest/format/fishing-watch/events.c: encounters, port visits, and what a vessel does alone
 *
 * Not read: distances, speeds, sea regions, authorisations, and ports before and after an event. */
#include "ingest/format/fishing-watch/fishing-watch.h"

#include <string.h>

#include "ingest/format/events/events.h"
#include "ingest/grammar/name.h"

enum {
	START,
	END,
	LATITUDE,
	LONGITUDE,
	KIND,
	MMSI,
	ID,
	NAME,
	FLAG,
	TYPE,
	OTHER_MMSI,
	OTHER_ID,
	OTHER_NAME,
	OTHER_FLAG,
	OTHER_TYPE,
	PORT,
	PORT_COUNTRY,
	N_FIELDS
};

/* Names of the carrier vessel portal, of its later downloads, of the tables of events, and of the
 * first data set on transshipment */
static const FishingWatchColumn columns[] = {
	{ START, "start" },
	{ START, "event_start" },
	{ START, "start_time" },
	{ END, "end" },
	{ END, "event_end" },
	{ END, "end_time" },
	{ LATITUDE, "lat" },
	{ LATITUDE, "latitude" },
	{ LATITUDE, "event_lat" },
	{ LATITUDE, "lat_mean" },
	{ LATITUDE, "mean_latitude" },
	{ LONGITUDE, "lon" },
	{ LONGITUDE, "longitude" },
	{ LONGITUDE, "event_lon" },
	{ LONGITUDE, "lon_mean" },
	{ LONGITUDE, "mean_longitude" },
	{ KIND, "type" },
	{ KIND, "event_type" },
	{ MMSI, "vessel.mmsi" },
	{ MMSI, "vessel.ssvid" },
	{ MMSI, "vessel1_ssvid" },
	{ MMSI, "vessel_ssvid" },
	{ MMSI, "transshipment_vessel_mmsi" },
	{ MMSI, "transshipment_mmsi" },
	{ MMSI, "mmsi" },
	{ MMSI, "ssvid" },
	{ ID, "vessel.id" },
	{ ID, "vessel1_id" },
	{ ID, "vessel_id" },
	{ NAME, "vessel.name" },
	{ NAME, "vessel1_name" },
	{ NAME, "vessel_name" },
	{ NAME, "shipname" },
	{ FLAG, "vessel.flag" },
	{ FLAG, "vessel1_flag" },
	{ FLAG, "vessel_flag" },
	{ FLAG, "flag" },
	{ TYPE, "vessel.type" },
	{ TYPE, "vessel1_type" },
	{ TYPE, "vessel_type" },
	{ OTHER_MMSI, "encounter.encountered_vessel.mmsi" },
	{ OTHER_MMSI, "encounter.vessel.ssvid" },
	{ OTHER_MMSI, "vessel2_ssvid" },
	{ OTHER_MMSI, "fishing_vessel_mmsi" },
	{ OTHER_ID, "encounter.encountered_vessel.id" },
	{ OTHER_ID, "encounter.vessel.id" },
	{ OTHER_ID, "vessel2_id" },
	{ OTHER_NAME, "encounter.encountered_vessel.name" },
	{ OTHER_NAME, "encounter.vessel.name" },
	{ OTHER_NAME, "vessel2_name" },
	{ OTHER_FLAG, "encounter.encountered_vessel.flag" },
	{ OTHER_FLAG, "encounter.vessel.flag" },
	{ OTHER_FLAG, "vessel2_flag" },
	{ OTHER_TYPE, "encounter.encountered_vessel.type" },
	{ OTHER_TYPE, "encounter.vessel.type" },
	{ OTHER_TYPE, "vessel2_type" },
	{ PORT, "port.name" },
	{ PORT, "port_name" },
	{ PORT, "start_anchorage_name" },
	{ PORT_COUNTRY, "port.country" },
	{ PORT_COUNTRY, "port.flag" },
	{ PORT_COUNTRY, "port_country" },
	{ PORT_COUNTRY, "port_flag" },
	{ PORT_COUNTRY, "start_anchorage_flag" },
};

/* One row */
typedef struct {
	FairleadRecords *records;
	GHashTable *told;
	const char **fields;
	FairleadSource source;
	FairleadEntity vessel;
	FairleadPeriod period;
	FairleadPosition position;
} Event;

/* ---- when and where ---- */

/* `2019-01-01 00:10:00 UTC` */
static void
read_day (const Event *event, const char *text, FairleadDate *date)
{
	g_autofree char *time =
		g_strndup (text, strlen (text) - (g_str_has_suffix (text, " UTC") ? 4 : 0));

	if (*text == '\0' || fairlead_date_parse (time, FAIRLEAD_DATE_DAY_FIRST, date, NULL))
		return;
	fairlead_records_add_issue (event->records, FAIRLEAD_ISSUE_BAD_DATE, event->source,
	                            "\"%s\"", text);
}

static void
read_position (Event *event)
{
	const char *latitude = event->fields[LATITUDE];
	const char *longitude = event->fields[LONGITUDE];

	if ((*latitude == '\0' && *longitude == '\0')
	    || fairlead_position_parse (latitude, longitude, &event->position))
		return;
	fairlead_records_add_issue (event->records, FAIRLEAD_ISSUE_BAD_NUMBER, event->source,
	                            "latitude \"%s\", longitude \"%s\"", latitude, longitude);
}

static FairleadEvent
make_event (const Event *self, FairleadEventKind kind)
{
	FairleadEvent event = fairlead_event (kind, self->vessel, self->source);

	event.position = self->position;
	event.period = self->period;
	return event;
}

/* ---- kinds of event ---- */

/* Two rows of an encounter differ only in which vessel comes first */
static gboolean
is_told (const Event *event, FairleadEntity other)
{
	return !fairlead_fishing_watch_is_new (
		event->told, g_strdup_printf ("%u %u %s %s", MIN (event->vessel, other),
	                                      MAX (event->vessel, other), event->fields[START],
	                                      event->fields[END]));
}

static void
add_encounter (const Event *self, FairleadEntity other)
{
	FairleadEvent event = make_event (self, FAIRLEAD_EVENT_ENCOUNTER);

	event.other = other;
	event.confidence = FAIRLEAD_CONFIDENCE_ENCOUNTER;
	fairlead_records_add_event (self->records, &event);
}

static void
read_encounter (const Event *event)
{
	const char **fields = event->fields;
	FishingWatchVessel other = { fields[OTHER_MMSI], fields[OTHER_ID], fields[OTHER_NAME],
		                     fields[OTHER_FLAG], fields[OTHER_TYPE] };
	FairleadEntity entity =
		fairlead_fishing_watch_vessel (event->records, event->told, &other, event->source);

	if (entity == FAIRLEAD_NO_ENTITY)
		fairlead_records_add_issue (event->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            event->source, "an encounter without a second vessel");
	else if (!is_told (event, entity))
		add_encounter (event, entity);
}

static void
read_port_visit (const Event *self)
{
	FairleadEvent event = make_event (self, FAIRLEAD_EVENT_PORT_CALL);
	const char *name = self->fields[PORT], *country = self->fields[PORT_COUNTRY];

	event.place = fairlead_describe_port_near (self->records, self->told, name, country,
	                                           self->position, self->source);
	if (event.place != FAIRLEAD_NO_ENTITY)
		event.note = name;
	else if (*name != '\0' && !fairlead_name_is_placeholder (name))
		event.place = fairlead_describe_port (self->records, self->told, name, country,
		                                      self->source);
	if (event.place == FAIRLEAD_NO_ENTITY)
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            self->source, "a port visit without a port");
	else
		fairlead_records_add_event (self->records, &event);
}

static void
read_loitering (const Event *self)
{
	FairleadEvent event = make_event (self, FAIRLEAD_EVENT_LOITERING);

	fairlead_records_add_event (self->records, &event);
}

static void
read_gap (const Event *self)
{
	FairleadEvent event = make_event (self, FAIRLEAD_EVENT_AIS_GAP);

	fairlead_records_add_event (self->records, &event);
}

/* Fishing, and what else a vessel does alone */
static void
read_alone (const Event *event)
{
	g_autofree char *place = fairlead_position_dup_text (event->position);
	const char *kind = event->fields[KIND];
	g_autofree char *words =
		place == NULL ? g_strdup (kind) : g_strdup_printf ("%s at %s", kind, place);

	fairlead_records_add_attribute (event->records, event->vessel, FAIRLEAD_ATTRIBUTE_NOTE,
	                                words, &event->period, event->source);
}

static const struct {
	const char *kind;
	void (*read) (const Event *event);
} kinds[] = {
	{ "encounter", read_encounter },
	{ "port", read_port_visit },
	{ "port_visit", read_port_visit },
	{ "loitering", read_loitering },
	{ "gap", read_gap },
	{ "gap_event", read_gap },
};

/* Files of one kind of event may not name it */
static void
read_by_kind (const Event *event)
{
	for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
		if (g_ascii_strcasecmp (event->fields[KIND], kinds[i].kind) != 0)
			continue;
		kinds[i].read (event);
		return;
	}
	if (*event->fields[KIND] != '\0')
		read_alone (event);
	else if (*event->fields[PORT] != '\0')
		read_port_visit (event);
	else
		read_encounter (event);
}

/* ---- files ---- */

static void
read_event (FairleadReading *reading, const FairleadCsvTableRow *row, gpointer user_data)
{
	const char *fields[N_FIELDS];
	FishingWatchVessel vessel;
	Event event = { reading->records,
		        reading->state,
		        fields,
		        row->source,
		        FAIRLEAD_NO_ENTITY,
		        FAIRLEAD_PERIOD_UNKNOWN,
		        FAIRLEAD_POSITION_UNKNOWN };

	(void) user_data;
	fairlead_fishing_watch_pick (row, columns, G_N_ELEMENTS (columns), fields, N_FIELDS);
	vessel = (FishingWatchVessel){ fields[MMSI], fields[ID], fields[NAME], fields[FLAG],
		                       fields[TYPE] };
	event.vessel = fairlead_fishing_watch_vessel (reading->records, reading->state, &vessel,
	                                              row->source);
	if (event.vessel == FAIRLEAD_NO_ENTITY) {
		fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            row->source, "an event without a vessel");
		return;
	}
	read_day (&event, fields[START], &event.period.start);
	read_day (&event, fields[END], &event.period.end);
	read_position (&event);
	read_by_kind (&event);
}

static gboolean
read_events (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	(void) format;
	return fairlead_fishing_watch_read (reading, columns, G_N_ELEMENTS (columns), read_event,
	                                    error);
}

static gboolean
has (const FairleadSample *sample, guint field)
{
	return fairlead_fishing_watch_has (sample, columns, G_N_ELEMENTS (columns), field);
}

static guint
sniff_events (const FairleadFormat *format, const FairleadSample *sample)
{
	static const guint needed[] = { START, END, LATITUDE, LONGITUDE };

	(void) format;
	if (!sample->is_csv || !(has (sample, MMSI) || has (sample, ID))
	    || !(has (sample, OTHER_MMSI) || has (sample, PORT) || has (sample, KIND)))
		return 0;
	for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
		if (!has (sample, needed[i]))
			return 0;
	return 85;
}

const FairleadFormat fairlead_format_fishing_watch_events = {
	.name = "fishing-watch-events",
	.title = "Global Fishing Watch, encounters, port visits and other events (CSV)",
	.sniff = sniff_events,
	.read = read_events,
	.begin = fairlead_fishing_watch_begin,
	.end = fairlead_fishing_watch_end,
};
