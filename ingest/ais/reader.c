/* ingest/ais/reader.c */
#include "ingest/ais/reader.h"

#include <string.h>

#include "ingest/ais/fields.h"
#include "ingest/record/error.h"
#include "ingest/syntax/csv-reader.h"
#include "ingest/syntax/csv-shape.h"

enum {
	MMSI,
	TIME,
	LATITUDE,
	LONGITUDE,
	SPEED,
	COURSE,
	NAME,
	IMO,
	CALL_SIGN,
	TYPE,
	STATUS,
	MOBILE,
	N_FIELDS
};

#define N_NEEDED (LONGITUDE + 1)
static const char *const needed[N_NEEDED] = { "MMSI", "time", "latitude", "longitude" };

/* NOAA to 2024, NOAA since 2025, Denmark */
static const struct {
	guint field;
	const char *name;
} columns[] = {
	{ MMSI, "MMSI" },
	{ TIME, "BaseDateTime" },
	{ TIME, "base_date_time" },
	{ TIME, "Timestamp" },
	{ LATITUDE, "LAT" },
	{ LATITUDE, "Latitude" },
	{ LONGITUDE, "LON" },
	{ LONGITUDE, "Longitude" },
	{ SPEED, "SOG" },
	{ COURSE, "COG" },
	{ NAME, "VesselName" },
	{ NAME, "vessel_name" },
	{ NAME, "Name" },
	{ IMO, "IMO" },
	{ CALL_SIGN, "CallSign" },
	{ CALL_SIGN, "call_sign" },
	{ TYPE, "VesselType" },
	{ TYPE, "vessel_type" },
	{ TYPE, "Ship type" },
	{ STATUS, "Status" },
	{ STATUS, "Navigational status" },
	{ MOBILE, "Type of mobile" },
};

struct _FairleadAisReader {
	FairleadCsvReader *rows;
	FairleadRecords *records;
	FairleadAisCounts *counts;
	guint32 file;
	guint width;
	gint columns[N_FIELDS]; /* -1: there is none */
	FairleadAisDate date;
	guint64 n_issues;
	guint64 first_unlisted;
	gboolean is_told; /* that some issues are not listed */
};

/* ---- header ---- */

static gboolean
find_columns (const FairleadCsvRow *header, gint found[N_FIELDS])
{
	for (guint i = 0; i < N_FIELDS; i++)
		found[i] = -1;
	for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
		if (found[columns[i].field] < 0)
			found[columns[i].field] = fairlead_csv_row_find (header, columns[i].name);
	for (guint i = 0; i < N_NEEDED; i++)
		if (found[i] < 0)
			return FALSE;
	return TRUE;
}

static gboolean
read_header (FairleadCsvReader *rows, gint found[N_FIELDS], guint *width, GError **error)
{
	FairleadCsvRow row;

	if (!fairlead_csv_reader_next (rows, &row, error))
		return FALSE;
	*width = row.n_fields;
	return find_columns (&row, found);
}

gboolean
fairlead_ais_is_known (const char *head, gsize size)
{
	FairleadCsvDialect dialect;
	g_autoptr (FairleadInput) input = NULL;
	g_autoptr (FairleadCsvReader) rows = NULL;
	gint found[N_FIELDS];
	guint width;

	if (!fairlead_csv_guess_dialect (head, size, &dialect))
		return FALSE;
	input = fairlead_input_new_for_bytes ("head", head, size);
	rows = fairlead_csv_reader_new (input, dialect.delimiter);
	return read_header (rows, found, &width, NULL);
}

static FairleadAisReader *
refuse (FairleadInput *input, GError **error)
{
	fairlead_set_error_at (
		error, fairlead_input_get_path (input), 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		"this is no AIS data (expected CSV with columns MMSI, BaseDateTime or"
		" # Timestamp, LAT or Latitude, LON or Longitude)");
	return NULL;
}

FairleadAisReader *
fairlead_ais_reader_new (FairleadInput *input, FairleadRecords *records, FairleadAisCounts *counts,
                         GError **error)
{
	g_autoptr (FairleadAisReader) self = g_new0 (FairleadAisReader, 1);
	g_autoptr (GError) failure = NULL;
	FairleadCsvDialect dialect;
	gsize size;
	const char *head = fairlead_input_peek (input, &size, error);

	if (head == NULL)
		return NULL;
	if (!fairlead_csv_guess_dialect (head, size, &dialect))
		return refuse (input, error);
	self->records = records;
	self->counts = counts;
	self->rows = fairlead_csv_reader_new (input, dialect.delimiter);
	if (!read_header (self->rows, self->columns, &self->width, &failure)) {
		if (failure == NULL)
			return refuse (input, error);
		g_propagate_error (error, g_steal_pointer (&failure));
		return NULL;
	}
	self->file = fairlead_records_add_file (records, fairlead_input_get_path (input));
	return g_steal_pointer (&self);
}

void
fairlead_ais_reader_free (FairleadAisReader *self)
{
	if (self == NULL)
		return;
	g_clear_pointer (&self->rows, fairlead_csv_reader_free);
	g_free (self);
}

/* ---- issues ---- */

/* Whether one more may be listed; else it is counted */
static gboolean
may_list (FairleadAisReader *self, guint64 line)
{
	self->counts->n_bad++;
	if (self->n_issues++ < FAIRLEAD_AIS_LISTED_ISSUES)
		return TRUE;
	if (self->first_unlisted == 0)
		self->first_unlisted = line;
	return FALSE;
}

static void
report_field (FairleadAisReader *self, const FairleadCsvRow *row, guint field)
{
	gint column = self->columns[field];
	FairleadSource source = { self->file, (guint32) row->line };
	g_autofree char *start = NULL;

	if (!may_list (self, row->line))
		return;
	start = fairlead_text_dup_start (row->fields[column]);
	fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_BAD_RECORD, source, "%s \"%s\"",
	                            needed[field], start);
}

static void
report_shape (FairleadAisReader *self, const FairleadCsvRow *row, FairleadCsvShape shape)
{
	FairleadSource source = { self->file, (guint32) row->line };

	if (may_list (self, row->line))
		fairlead_csv_report_shape (shape, row->fields[0], row->n_fields, self->width,
		                           self->records, source);
}

/* At the end: what is wrong with the stream as a whole */
static void
report_whole (FairleadAisReader *self)
{
	guint64 line = fairlead_csv_reader_get_first_bad_line (self->rows);

	if (self->is_told)
		return;
	self->is_told = TRUE;
	if (self->n_issues > FAIRLEAD_AIS_LISTED_ISSUES)
		fairlead_records_add_issue (
			self->records, FAIRLEAD_ISSUE_BAD_RECORD,
			(FairleadSource){ self->file, (guint32) self->first_unlisted },
			"from here on %" G_GUINT64_FORMAT " more rows, not listed one by one",
			self->n_issues - FAIRLEAD_AIS_LISTED_ISSUES);
	if (line > 0)
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_BAD_ENCODING,
		                            (FairleadSource){ self->file, (guint32) line },
		                            "the first of them");
}

/* ---- rows ---- */

/* What came of a row */
typedef enum { ROW_READ, ROW_BAD, ROW_NOWHERE, ROW_OTHER } Outcome;

static const char *
cell (const FairleadAisReader *self, const FairleadCsvRow *row, guint field)
{
	gint column = self->columns[field];

	return column >= 0 && (guint) column < row->n_fields ? row->fields[column] : "";
}

#define WORD(text)                    \
	{                             \
		text, sizeof text - 1 \
	}

/* What sources write for 'not known' */
static gboolean
is_unknown (const char *text, guint length)
{
	static const struct {
		const char *text;
		guint length;
	} unknown[] = { WORD ("Unknown"), WORD ("Undefined"), WORD ("Unknown value"), WORD ("null"),
		        WORD ("IMO0000000") };

	for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
		if (length == unknown[i].length && memcmp (text, unknown[i].text, length) == 0)
			return TRUE;
	return FALSE;
}

/* Ships have the country in front (2 to 7), their boats 98; what is left are stations, groups,
 * buoys, aircraft and beacons */
static gboolean
is_ship (gint64 mmsi)
{
	return (mmsi >= 200000000 && mmsi <= 799999999) || (mmsi >= 980000000 && mmsi <= 989999999);
}

static gint16
tenths (const char *text, gint64 bound)
{
	gint64 value;

	if (*text == '\0' || !fairlead_ais_decimal (text, 1, &value))
		return -1;
	return value >= 0 && value <= bound ? (gint16) value : -1;
}

/* 5 and `Moored` */
static gboolean
is_moored (const char *status)
{
	return (status[0] == '5' && (status[1] == '\0' || status[1] == '.'))
	       || g_ascii_strcasecmp (status, "moored") == 0;
}

static gboolean
read_degrees (FairleadAisReader *self, const FairleadCsvRow *row, guint field, gint64 bound,
              gint64 *value)
{
	if (fairlead_ais_decimal (cell (self, row, field), 6, value) && ABS (*value) <= bound)
		return TRUE;
	report_field (self, row, field);
	return FALSE;
}

/* Its place; 91 north and 181 east are how AIS says that there is none */
static Outcome
read_place (FairleadAisReader *self, const FairleadCsvRow *row, FairleadAisReport *report)
{
	gint64 latitude, longitude;

	if (!read_degrees (self, row, LATITUDE, 91000000, &latitude)
	    || !read_degrees (self, row, LONGITUDE, 181000000, &longitude))
		return ROW_BAD;
	if (latitude == 91000000 || longitude == 181000000)
		return ROW_NOWHERE;
	if (ABS (latitude) > 90000000 || ABS (longitude) > 180000000) {
		report_field (self, row, ABS (latitude) > 90000000 ? LATITUDE : LONGITUDE);
		return ROW_BAD;
	}
	report->latitude = (gint32) latitude;
	report->longitude = (gint32) longitude;
	return ROW_READ;
}

static Outcome
read_row (FairleadAisReader *self, const FairleadCsvRow *row, FairleadAisReport *report)
{
	gint64 mmsi;
	const char *mobile = cell (self, row, MOBILE);
	Outcome outcome;

	if (*mobile != '\0' && g_ascii_strncasecmp (mobile, "Class", 5) != 0)
		return ROW_OTHER;
	if (!fairlead_ais_decimal (cell (self, row, MMSI), 0, &mmsi) || mmsi < 0
	    || mmsi > 999999999) {
		report_field (self, row, MMSI);
		return ROW_BAD;
	}
	if (!is_ship (mmsi))
		return ROW_OTHER;
	if (!fairlead_ais_time (&self->date, cell (self, row, TIME), &report->time)) {
		report_field (self, row, TIME);
		return ROW_BAD;
	}
	outcome = read_place (self, row, report);
	if (outcome != ROW_READ)
		return outcome;
	report->mmsi = (guint32) mmsi;
	report->source = (FairleadSource){ self->file, (guint32) row->line };
	report->speed = tenths (cell (self, row, SPEED), 1022);
	report->course = tenths (cell (self, row, COURSE), 3599);
	report->is_moored = is_moored (cell (self, row, STATUS));
	return ROW_READ;
}

/* Eight bytes at a time (the mixing of MurmurHash3's end, twice), for each row is hashed */
static guint64
add_to_hash (guint64 hash, const char *text, guint length)
{
	hash ^= length + 1;
	for (guint i = 0; i < length; i += 8) {
		guint64 word = 0;

		memcpy (&word, text + i, MIN (8, length - i));
		hash = (hash ^ word) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
		hash ^= hash >> 32;
	}
	return (hash ^ hash >> 29) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
}

/* The text of a cell; it goes into the hash */
static const char *
name_cell (const FairleadAisReader *self, const FairleadCsvRow *row, guint field, guint64 *hash)
{
	gint column = self->columns[field];
	const char *text = "";
	guint length = 0;

	if (column >= 0 && (guint) column < row->n_fields) {
		text = row->fields[column];
		length = row->lengths[column];
	}
	if (is_unknown (text, length)) {
		text = "";
		length = 0;
	}
	*hash = add_to_hash (*hash, text, length);
	return text;
}

static void
read_identity (const FairleadAisReader *self, const FairleadCsvRow *row,
               FairleadAisIdentity *identity)
{
	identity->hash = 0;
	identity->name = name_cell (self, row, NAME, &identity->hash);
	identity->imo = name_cell (self, row, IMO, &identity->hash);
	identity->call_sign = name_cell (self, row, CALL_SIGN, &identity->hash);
	identity->type = name_cell (self, row, TYPE, &identity->hash);
}

gboolean
fairlead_ais_reader_next (FairleadAisReader *self, FairleadAisReport *report,
                          FairleadAisIdentity *identity, GError **error)
{
	FairleadCsvRow row;
	g_autoptr (GError) failure = NULL;

	while (fairlead_csv_reader_next (self->rows, &row, &failure)) {
		FairleadCsvShape shape = fairlead_csv_row_judge (&row, self->width, FALSE);
		Outcome outcome;

		self->counts->n_rows++;
		if (shape == FAIRLEAD_CSV_UNFIT) {
			report_shape (self, &row, shape);
			continue;
		}
		outcome = read_row (self, &row, report);
		self->counts->n_nowhere += outcome == ROW_NOWHERE;
		self->counts->n_others += outcome == ROW_OTHER;
		if (outcome != ROW_READ)
			continue;
		read_identity (self, &row, identity);
		return TRUE;
	}
	report_whole (self);
	if (failure != NULL)
		g_propagate_error (error, g_steal_pointer (&failure));
	return FALSE;
}
