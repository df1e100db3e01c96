/* ingest/format/companies-house/appointments.c: the bulk files of appointments: snapshots (products
 * 195 and 216) and daily updates (198)
 *
 * Each line is a record: columns of fixed width, then texts that each end in `<`. A header tells
 * which of the two layouts follows, a trailer how many records.
 *
 * Not read: where a date was taken from, how many officers a company has, lengths, which repeat
 * what the delimiters say, and what an update says was so before, but for an officer's number. */
#include "ingest/format/companies-house/appointments.h"

#include <string.h>

#define COUNT_SIZE 8u
#define HEADER_SIZE 20u
#define TRAILER "99999999"
#define RECORD_TYPE 8u
#define COMPANY_NAME 40u /* where it begins */

static const FairleadAppointmentsLayout layouts[] = {
	{ .mark = "DDDDSNAP",
	  .type = 10,
	  .number = 12,
	  .corporate = 24,
	  .start = 32,
	  .end = 40,
	  .postcode = 48,
	  .birth_month = 56,
	  .birth = 64,
	  .texts = 76,
	  .n_texts = 14 },
	{ .mark = "DDDDUPDT",
	  .corporate = 12,
	  .type = 17,
	  .former_number = 19,
	  .number = 31,
	  .birth_month = 43,
	  .birth = 51,
	  .postcode = 67,
	  .start = 75,
	  .end = 83,
	  .texts = 111,
	  .n_texts = 27 },
};

/* One file */
typedef struct {
	FairleadReading *reading;
	const FairleadAppointmentsLayout *layout; /* NULL outside of header and trailer */
	guint64 n_records;                        /* since the header */
	FairleadSource source;
} File;

char *
fairlead_appointments_dup_cell (const char *line, guint at, guint size)
{
	return g_strstrip (g_strndup (line + at, size));
}

gboolean
fairlead_appointments_is_digits (const char *text, gsize n)
{
	for (gsize i = 0; i < n; i++)
		if (!g_ascii_isdigit (text[i]))
			return FALSE;
	return TRUE;
}

/* Columns are bytes, which no character of several may straddle */
static gboolean
is_ascii (const char *text, gsize n)
{
	for (gsize i = 0; i < n; i++)
		if ((text[i] & 0x80) != 0)
			return FALSE;
	return TRUE;
}

/* ---- companies ---- */

static const struct {
	char code;
	const char *words;
} statuses[] = {
	{ 'C', "Converted or closed" },
	{ 'D', "Dissolved" },
	{ 'L', "In liquidation" },
	{ 'R', "In receivership" },
};

static void
read_company (const File *file, const FairleadCsvRow *row)
{
	FairleadRecords *records = file->reading->records;
	const char *line = row->fields[0];
	g_autofree char *number =
		fairlead_appointments_dup_cell (line, 0, COMPANIES_HOUSE_NUMBER_SIZE - 1);
	FairleadRegistered company = {
		records, fairlead_companies_house_refer (records, number, file->source),
		file->source
	};
	char normal[COMPANIES_HOUSE_NUMBER_SIZE];

	if (company.entity == FAIRLEAD_NO_ENTITY
	    || !fairlead_companies_house_number (number, normal))
		return;
	fairlead_records_describe (records, COMPANIES_HOUSE_SCHEME, normal, FAIRLEAD_KIND_COMPANY,
	                           file->source);
	fairlead_records_add_name (records, company.entity, line + COMPANY_NAME,
	                           FAIRLEAD_NAME_PRIMARY, FALSE, file->source);
	for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
		if (line[9] == statuses[i].code)
			fairlead_registered_add_attribute (&company, FAIRLEAD_ATTRIBUTE_STATUS,
			                                   statuses[i].words);
}

/* ---- lines ---- */

static const FairleadAppointmentsLayout *
find_layout (const char *line, gsize length)
{
	for (guint i = 0; i < G_N_ELEMENTS (layouts); i++) {
		gsize size = strlen (layouts[i].mark);

		if (length >= HEADER_SIZE && memcmp (line, layouts[i].mark, size) == 0
		    && fairlead_appointments_is_digits (line + size, HEADER_SIZE - size))
			return &layouts[i];
	}
	return NULL;
}

static void
report_no_trailer (const File *file)
{
	if (file->layout != NULL)
		fairlead_records_add_issue (
			file->reading->records, FAIRLEAD_ISSUE_WRONG_COUNT, file->source,
			"no trailer behind %" G_GUINT64_FORMAT " records", file->n_records);
}

/* `DDDDSNAP`, the run's number, and the day */
static void
read_header (File *file, const FairleadAppointmentsLayout *layout, const char *line)
{
	g_autofree char *day = g_strdup_printf ("%.4s-%.2s-%.2s", line + 12, line + 16, line + 18);

	report_no_trailer (file);
	fairlead_reading_note_issued (file->reading, day, FAIRLEAD_DATE_DAY_FIRST);
	file->layout = layout;
	file->n_records = 0;
}

static gboolean
is_trailer (const FairleadCsvRow *row)
{
	return row->n_fields == 1 && row->lengths[0] >= 2 * COUNT_SIZE
	       && g_str_has_prefix (row->fields[0], TRAILER)
	       && fairlead_appointments_is_digits (row->fields[0], 2 * COUNT_SIZE);
}

static void
read_trailer (File *file, const char *line)
{
	guint64 stated = g_ascii_strtoull (line + COUNT_SIZE, NULL, 10);

	if (stated != file->n_records)
		fairlead_records_add_issue (
			file->reading->records, FAIRLEAD_ISSUE_WRONG_COUNT, file->source,
			"%" G_GUINT64_FORMAT " records stated, %" G_GUINT64_FORMAT " read", stated,
			file->n_records);
	file->layout = NULL;
}

/* `1` for a company, `2` for a person, with all columns and texts; NUL for any other line */
static char
type_of (const File *file, const FairleadCsvRow *row)
{
	const FairleadAppointmentsLayout *layout = file->layout;
	char type = row->lengths[0] > RECORD_TYPE ? row->fields[0][RECORD_TYPE] : '\0';
	gsize n_columns = type == '1' ? COMPANY_NAME : layout != NULL ? layout->texts : G_MAXSIZE;
	guint n_texts = type == '1' ? 1 : layout != NULL ? layout->n_texts : 0;

	return layout != NULL && row->lengths[0] >= n_columns && row->n_fields == n_texts + 1
	                       && is_ascii (row->fields[0], n_columns)
	               ? type
	               : '\0';
}

static void
read_record (File *file, const FairleadCsvRow *row)
{
	char type = type_of (file, row);

	file->n_records++;
	file->reading->n_records++;
	if (type == '2')
		fairlead_appointments_read_person (file->layout, row, file->reading->records,
		                                   file->source);
	else if (type == '1')
		read_company (file, row);
	else
		fairlead_records_add_issue (
			file->reading->records, FAIRLEAD_ISSUE_BAD_RECORD, file->source,
			"neither a company nor a person: %u texts behind %u characters",
			row->n_fields - 1, row->lengths[0]);
}

static void
read_line (File *file, const FairleadCsvRow *row)
{
	const FairleadAppointmentsLayout *layout =
		row->n_fields == 1 ? find_layout (row->fields[0], row->lengths[0]) : NULL;

	file->source.line = (guint32) row->line;
	if (layout != NULL)
		read_header (file, layout, row->fields[0]);
	else if (is_trailer (row))
		read_trailer (file, row->fields[0]);
	else
		read_record (file, row);
}

/* ---- the format ---- */

static gboolean
read_file (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	g_autoptr (FairleadCsvReader) reader = fairlead_csv_reader_new (reading->input, '<');
	g_autoptr (GError) failure = NULL;
	File file = { .reading = reading, .source = { reading->file, 1 } };
	FairleadCsvRow row;

	(void) format;
	fairlead_csv_reader_set_literal (reader);
	while (fairlead_csv_reader_next (reader, &row, &failure))
		read_line (&file, &row);
	if (failure != NULL) {
		g_propagate_error (error, g_steal_pointer (&failure));
		return FALSE;
	}
	report_no_trailer (&file);
	fairlead_reading_note_encoding (reading, reader);
	return TRUE;
}

static guint
sniff (const FairleadFormat *format, const FairleadSample *sample)
{
	(void) format;
	return find_layout (sample->head, sample->head_size) != NULL ? 100 : 0;
}

const FairleadFormat fairlead_format_companies_house_appointments = {
	.name = "companies-house-appointments",
	.title = "UK Companies House, appointments of officers (bulk snapshot or update)",
	.sniff = sniff,
	.read = read_file,
};
