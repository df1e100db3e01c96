/* ingest/format/events/events-csv.c: the table of docs/events.md, one event a row */
#include "ingest/format/events/events.h"

#include <string.h>

#include "ingest/grammar/country.h"
#include "ingest/grammar/name.h"
#include "ingest/grammar/port.h"

/* Parties are known here by what they are numbered with, or by name */
#define LIST "events"

enum {
	EVENT,
	VESSEL,
	VESSEL_NAME,
	OTHER,
	OTHER_NAME,
	PLACE,
	COUNTRY,
	LATITUDE,
	LONGITUDE,
	DATE,
	START,
	END,
	COMMODITY,
	QUANTITY,
	UNIT,
	LADEN,
	NOTIFIED,
	BEFORE,
	AFTER,
	CONFIDENCE,
	NOTE,
	VESSEL_MMSI,
	VESSEL_CALL_SIGN,
	OTHER_MMSI,
	OTHER_CALL_SIGN,
	N_FIELDS
};

static const char *const columns[N_FIELDS] = {
	"event", "vessel",      "vessel_name",      "other",      "other_name",
	"place", "country",     "latitude",         "longitude",  "date",
	"start", "end",         "commodity",        "quantity",   "unit",
	"laden", "notified",    "before",           "after",      "confidence",
	"note",  "vessel_mmsi", "vessel_call_sign", "other_mmsi", "other_call_sign",
};

/* One row */
typedef struct {
	FairleadRecords *records;
	GHashTable *told;
	const char *const *cells;
	FairleadSource source;
	FairleadEvent event;
} Row;

static void
report (const Row *row, FairleadIssueTag tag, guint field)
{
	fairlead_records_add_issue (row->records, tag, row->source, "%s \"%s\"", columns[field],
	                            row->cells[field]);
}

/* ---- parties ---- */

static FairleadEntity
describe (const Row *row, const char *scheme, const char *id, const char *name, FairleadKind kind)
{
	FairleadEntity entity;

	if (*name != '\0' && !fairlead_name_is_placeholder (name)) {
		entity = fairlead_records_describe (row->records, scheme, id, kind, row->source);
		if (g_hash_table_add (row->told, g_strdup_printf ("name %u %s", entity, name)))
			fairlead_records_add_name (row->records, entity, name,
			                           FAIRLEAD_NAME_PRIMARY, FALSE, row->source);
		return entity;
	}
	entity = fairlead_records_refer (row->records, scheme, id, row->source);
	fairlead_records_set_kind (row->records, entity, kind);
	return entity;
}

/* A number that proves itself is the key of its bearer everywhere; another within this list */
static FairleadEntity
describe_number (const Row *row, FairleadIdScheme scheme, const char *number, const char *name,
                 FairleadKind kind)
{
	const FairleadIdSchemeInfo *info = fairlead_id_scheme_info (scheme);
	g_autofree char *id = NULL;
	FairleadEntity entity;
	char normal[128];

	if (!fairlead_identifier_normalise (scheme, number, normal, sizeof normal)) {
		gboolean is_nobody = fairlead_identifier_is_placeholder (scheme, number);

		fairlead_records_add_issue (row->records,
		                            is_nobody ? FAIRLEAD_ISSUE_PLACEHOLDER
		                                      : FAIRLEAD_ISSUE_BAD_IDENTIFIER,
		                            row->source, "%s \"%s\"", info->title, number);
		return FAIRLEAD_NO_ENTITY;
	}
	if (fairlead_identifier_check (scheme, normal))
		return describe (row, info->name, normal, name, kind);
	id = g_strdup_printf ("%s-%s", info->name, normal);
	entity = describe (row, LIST, id, name, kind);
	if (g_hash_table_add (row->told, g_strdup_printf ("number %u", entity)))
		fairlead_records_add_identifier (row->records, entity, scheme, number, NULL,
		                                 row->source);
	return entity;
}

static FairleadEntity
name_party (const Row *row, const char *name, FairleadKind kind)
{
	FairleadEntity entity =
		fairlead_records_refer_by_name (row->records, LIST, name, row->source);

	if (entity != FAIRLEAD_NO_ENTITY)
		fairlead_records_set_kind (row->records, entity, kind);
	return entity;
}

/* `9074729`, `imo:9074729`, `imo-company:5342883`, `ofac:17068`, or a name alone */
static FairleadEntity
find_party (const Row *row, guint field, guint name_field, FairleadKind kind)
{
	const char *text = row->cells[field], *name = row->cells[name_field];
	const char *colon = strchr (text, ':');
	g_autofree char *scheme_name =
		colon == NULL ? NULL : g_strndup (text, (gsize) (colon - text));
	FairleadIdScheme scheme;

	if (*text == '\0')
		return *name == '\0' ? FAIRLEAD_NO_ENTITY : name_party (row, name, kind);
	if (colon == NULL)
		return describe_number (row,
		                        kind == FAIRLEAD_KIND_VESSEL ? FAIRLEAD_ID_IMO
		                                                     : FAIRLEAD_ID_IMO_COMPANY,
		                        text, name, kind);
	if (fairlead_id_scheme_from_name (scheme_name, &scheme)
	    && !fairlead_id_scheme_info (scheme)->needs_issuer)
		return describe_number (row, scheme, colon + 1, name, kind);
	if (*scheme_name == '\0' || colon[1] == '\0') {
		report (row, FAIRLEAD_ISSUE_BAD_IDENTIFIER, field);
		return FAIRLEAD_NO_ENTITY;
	}
	return describe (row, scheme_name, colon + 1, name, kind);
}

/* What a ship called herself by radio; neither number is hers for life */
static void
add_radio_number (const Row *row, FairleadEntity ship, FairleadIdScheme scheme, guint field)
{
	const char *number = row->cells[field];

	if (ship == FAIRLEAD_NO_ENTITY || *number == '\0'
	    || !g_hash_table_add (row->told,
	                          g_strdup_printf ("radio %u %u %s", ship, scheme, number)))
		return;
	fairlead_records_add_identifier (row->records, ship, scheme, number, NULL, row->source);
}

static void
add_radio_numbers (const Row *row)
{
	add_radio_number (row, row->event.vessel, FAIRLEAD_ID_MMSI, VESSEL_MMSI);
	add_radio_number (row, row->event.vessel, FAIRLEAD_ID_CALL_SIGN, VESSEL_CALL_SIGN);
	add_radio_number (row, row->event.other, FAIRLEAD_ID_MMSI, OTHER_MMSI);
	add_radio_number (row, row->event.other, FAIRLEAD_ID_CALL_SIGN, OTHER_CALL_SIGN);
}

static gboolean
is_between_ships (FairleadEventKind kind)
{
	return kind == FAIRLEAD_EVENT_TRANSFER || kind == FAIRLEAD_EVENT_ENCOUNTER;
}

/* ---- when, where, what ---- */

static void
read_date (const Row *row, guint field, FairleadDate *date)
{
	const char *text = row->cells[field];

	if (*text != '\0' && !fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, date, NULL))
		report (row, FAIRLEAD_ISSUE_BAD_DATE, field);
}

/* What has one date was over within it */
static void
read_period (Row *row)
{
	FairleadPeriod *period = &row->event.period;

	if (*row->cells[START] == '\0' && *row->cells[END] == '\0') {
		read_date (row, DATE, &period->start);
		period->end = period->start;
		return;
	}
	read_date (row, START, &period->start);
	read_date (row, END, &period->end);
}

static void
read_position (Row *row)
{
	const char *latitude = row->cells[LATITUDE], *longitude = row->cells[LONGITUDE];

	if ((*latitude == '\0' && *longitude == '\0')
	    || fairlead_position_parse (latitude, longitude, &row->event.position))
		return;
	fairlead_records_add_issue (row->records, FAIRLEAD_ISSUE_BAD_NUMBER, row->source,
	                            "latitude \"%s\", longitude \"%s\"", latitude, longitude);
}

/* Transfers are at sea: their place is an area, unless it is a port that is known */
static gboolean
is_port (const Row *row, const char *text)
{
	char code[6];

	if (*text == '\0' || fairlead_name_is_placeholder (text) || fairlead_is_sea_area (text))
		return FALSE;
	return !is_between_ships (row->event.kind) || fairlead_port_find (text, NULL) != NULL
	       || fairlead_locode_normalise (text, code);
}

/* What happens in port, at a place told by its degrees */
static FairleadEntity
find_port_near (const Row *row, const char *text)
{
	if (fairlead_event_info (row->event.kind)->with_place == FAIRLEAD_LINK_NONE
	    || fairlead_is_sea_area (text))
		return FAIRLEAD_NO_ENTITY;
	return fairlead_describe_port_near (row->records, row->told, text, row->cells[COUNTRY],
	                                    row->event.position, row->source);
}

/* A name that is no port's is kept as a note */
static void
read_place (Row *row, char **note)
{
	const char *text = row->cells[PLACE];
	gboolean is_told = *text == '\0';

	read_position (row);
	row->event.place = find_port_near (row, text);
	if (row->event.place == FAIRLEAD_NO_ENTITY && is_port (row, text)) {
		row->event.place = fairlead_describe_port (row->records, row->told, text,
		                                           row->cells[COUNTRY], row->source);
		is_told = TRUE;
	}
	if (!is_told)
		*note = *row->cells[NOTE] == '\0'
		                ? g_strdup (text)
		                : g_strdup_printf ("%s; %s", text, row->cells[NOTE]);
	row->event.note = *note != NULL ? *note : row->cells[NOTE];
}

static void
read_cargo (Row *row)
{
	const char *quantity = row->cells[QUANTITY];
	FairleadLaden notified = FAIRLEAD_LADEN_UNKNOWN;

	row->event.commodity = row->cells[COMMODITY];
	row->event.unit = row->cells[UNIT];
	if (*quantity != '\0' && !fairlead_quantity_parse (quantity, &row->event.quantity))
		report (row, FAIRLEAD_ISSUE_BAD_NUMBER, QUANTITY);
	else if (*quantity != '\0' && *row->cells[UNIT] == '\0')
		fairlead_records_add_issue (row->records, FAIRLEAD_ISSUE_MISSING_UNIT, row->source,
		                            "quantity \"%s\"", quantity);
	if (*row->cells[LADEN] != '\0'
	    && !fairlead_laden_from_name (row->cells[LADEN], &row->event.laden))
		report (row, FAIRLEAD_ISSUE_UNREAD_VALUE, LADEN);
	/* The words for yes and no are the same */
	if (*row->cells[NOTIFIED] != '\0'
	    && !fairlead_laden_from_name (row->cells[NOTIFIED], &notified))
		report (row, FAIRLEAD_ISSUE_UNREAD_VALUE, NOTIFIED);
	row->event.is_notified = notified == FAIRLEAD_LADEN_YES;
}

static void
read_confidence (Row *row)
{
	const char *text = row->cells[CONFIDENCE];
	char *end = NULL;
	double confidence = g_ascii_strtod (text, &end);

	if (*text == '\0') {
		if (row->event.kind == FAIRLEAD_EVENT_ENCOUNTER)
			row->event.confidence = FAIRLEAD_CONFIDENCE_ENCOUNTER;
		return;
	}
	if (*end == '\0' && confidence >= 0.0 && confidence <= 1.0)
		row->event.confidence = (float) confidence;
	else
		report (row, FAIRLEAD_ISSUE_BAD_NUMBER, CONFIDENCE);
}

/* Flags as their codes, so that one country is one text */
static const char *
read_change (const Row *row, guint field)
{
	const char *text = row->cells[field];
	const char *code;

	if (row->event.kind != FAIRLEAD_EVENT_REFLAGGING || *text == '\0')
		return text;
	code = fairlead_country_code (text);
	return code != NULL ? code : text;
}

/* ---- rows ---- */

static void
fill_event (Row *row)
{
	gboolean with_ship = is_between_ships (row->event.kind);
	g_autofree char *note = NULL;
	const char *missing;

	row->event.vessel = find_party (row, VESSEL, VESSEL_NAME, FAIRLEAD_KIND_VESSEL);
	row->event.other = find_party (row, OTHER, OTHER_NAME,
	                               with_ship ? FAIRLEAD_KIND_VESSEL : FAIRLEAD_KIND_UNKNOWN);
	add_radio_numbers (row);
	read_period (row);
	read_cargo (row);
	read_confidence (row);
	row->event.before = read_change (row, BEFORE);
	row->event.after = read_change (row, AFTER);
	missing = fairlead_event_find_missing (&row->event);
	if (missing != NULL) {
		fairlead_records_add_issue (row->records, FAIRLEAD_ISSUE_MISSING_FIELD, row->source,
		                            "%s", missing);
		return;
	}
	read_place (row, &note);
	fairlead_records_add_event (row->records, &row->event);
}

static void
read_row (FairleadReading *reading, const FairleadCsvTableRow *cells, gpointer user_data)
{
	Row row = { reading->records, reading->state, cells->cells, cells->source, { 0 } };
	FairleadEventKind kind;

	(void) user_data;
	if (!fairlead_event_kind_from_name (row.cells[EVENT], &kind)) {
		report (&row, FAIRLEAD_ISSUE_UNKNOWN_EVENT, EVENT);
		return;
	}
	row.event = fairlead_event (kind, FAIRLEAD_NO_ENTITY, cells->source);
	fill_event (&row);
}

static gboolean
read_file (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	(void) format;
	return fairlead_csv_table_read (reading, columns, N_FIELDS, read_row, NULL, error);
}

static guint
sniff (const FairleadFormat *format, const FairleadSample *sample)
{
	static const char *const needed[] = { "event", "vessel", "other", NULL };

	(void) format;
	if (!fairlead_sample_has_columns (sample, needed))
		return 0;
	return fairlead_sample_has_column (sample, "date")
	                       || fairlead_sample_has_column (sample, "start")
	               ? 90
	               : 0;
}

static gpointer
begin (const FairleadFormat *format)
{
	(void) format;
	return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
end (gpointer state)
{
	g_hash_table_unref (state);
}

const FairleadFormat fairlead_format_events_csv = {
	.name = "events-csv",
	.title = "events of ships, as docs/events.md has them (CSV)",
	.sniff = sniff,
	.read = read_file,
	.begin = begin,
	.end = end,
};
