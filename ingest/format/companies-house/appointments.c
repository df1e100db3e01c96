/* ingest/format/companies-house/appointments.c: the bulk files of appointments: snapshots (products
 * 195 and 216) and daily updates (198)
 *
 * Each line is a record: columns of fixed width, then texts that each end in `<`. A header tells
 * which of the two layouts follows, a trailer how many records.
 *
 * Not read: where a date was taken from, how many officers a company has, lengths, which repeat
 * what the delimiters say, and what an update says was so before, but for an officer's number. */
#include "ingest/format/companies-house/companies-house.h"

#include <string.h>

#define COUNT_SIZE 8u
#define DATE_SIZE 8u
#define HEADER_SIZE 20u
#define TRAILER "99999999"
#define RECORD_TYPE 8u
#define COMPANY_NAME 40u /* where it begins */

/* Where the cells of a person's record begin, and how many texts follow them */
typedef struct {
	const char *mark; /* what the header begins with */
	guint corporate;
	guint type;
	guint former_number; /* 0 where there is none */
	guint number;
	guint start;
	guint end;
	guint postcode;
	guint birth_month;
	guint birth;
	guint texts;
	guint n_texts;
} Layout;

static const Layout layouts[] = {
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

/* The texts, of which an update has more, all empty */
enum {
	TITLE,
	FORENAMES,
	SURNAME,
	HONOURS,
	CARE_OF,
	BOX,
	LINE_1,
	LINE_2,
	TOWN,
	COUNTY,
	COUNTRY,
	OCCUPATION,
	NATIONALITY,
	RESIDENCE,
	N_TEXTS
};

/* @is_filed: the date is that of the form, which follows that of the appointment */
static const struct {
	const char *code;
	const char *role;
	gboolean is_over;
	gboolean is_filed;
} types[] = {
	{ "00", "secretary", FALSE, FALSE },
	{ "01", "director", FALSE, FALSE },
	{ "02", "secretary", TRUE, FALSE },
	{ "03", "director", TRUE, FALSE },
	{ "04", "llp-member", FALSE, FALSE },
	{ "05", "llp-designated-member", FALSE, FALSE },
	{ "06", "llp-member", TRUE, FALSE },
	{ "07", "llp-designated-member", TRUE, FALSE },
	{ "11", "judicial-factor", FALSE, TRUE },
	{ "12", "receiver-and-manager", FALSE, TRUE },
	{ "13", "cic-manager", FALSE, TRUE },
	{ "14", "judicial-factor", TRUE, TRUE },
	{ "15", "receiver-and-manager", TRUE, TRUE },
	{ "16", "cic-manager", TRUE, TRUE },
	{ "17", "member-of-an-administrative-organ", FALSE, FALSE },
	{ "18", "member-of-a-supervisory-organ", FALSE, FALSE },
	{ "19", "member-of-a-management-organ", FALSE, FALSE },
	{ "20", "member-of-an-administrative-organ", TRUE, FALSE },
	{ "21", "member-of-a-supervisory-organ", TRUE, FALSE },
	{ "22", "member-of-a-management-organ", TRUE, FALSE },
};

/* What the register calls an appointment that should never have been entered */
#define TYPE_IN_ERROR "99"

/* One file */
typedef struct {
	FairleadReading *reading;
	const Layout *layout; /* NULL outside of header and trailer */
	guint64 n_records;    /* since the header */
	FairleadSource source;
} File;

/* One line */
typedef struct {
	const File *file;
	const Layout *layout;
	const char *fixed;
	const char **texts;
	FairleadRegistered officer;
} Record;

/* The text that stands there, without the blanks that fill the cell; freed by the caller */
static char *
dup_cell (const char *line, guint at, guint size)
{
	return g_strstrip (g_strndup (line + at, size));
}

static gboolean
is_digits (const char *text, gsize n)
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

/* ---- dates ---- */

/* `20160629`, `196002`; blanks say nothing */
static FairleadDate
read_date (const Record *record, guint at, const char *what)
{
	g_autofree char *cell = dup_cell (record->fixed, at, DATE_SIZE);
	gsize length = strlen (cell);
	g_autofree char *text = is_digits (cell, length) && length >= 6
	                                ? g_strdup_printf ("%.4s-%.2s%s%s", cell, cell + 4,
	                                                   length > 6 ? "-" : "", cell + 6)
	                                : g_strdup (cell);
	FairleadDate date = FAIRLEAD_DATE_UNKNOWN;

	if (*cell != '\0' && !fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, &date, NULL))
		fairlead_records_add_issue (record->officer.records, FAIRLEAD_ISSUE_BAD_DATE,
		                            record->officer.source, "%s \"%s\"", what, cell);
	return date;
}

/* The whole date stands beside the partial one */
static void
add_birth (const Record *record)
{
	FairleadDate date = read_date (record, record->layout->birth, "date of birth");
	g_autofree char *text = NULL;

	if (fairlead_date_is_unknown (date))
		date = read_date (record, record->layout->birth_month, "month of birth");
	text = fairlead_date_dup_text (date);
	fairlead_registered_add_attribute (&record->officer, FAIRLEAD_ATTRIBUTE_BIRTH_DATE, text);
}

/* ---- officers ---- */

static void
add_address (const Record *record)
{
	const char **texts = record->texts;
	g_autofree char *postcode = dup_cell (record->fixed, record->layout->postcode, 8);
	FairleadRegisteredAddress address = {
		.care_of = texts[CARE_OF],
		.box = texts[BOX],
		.line_1 = texts[LINE_1],
		.line_2 = texts[LINE_2],
		.town = texts[TOWN],
		.county = texts[COUNTY],
		.postcode = postcode,
		.country = texts[COUNTRY],
	};

	fairlead_registered_add_address (&record->officer, &address);
}

/* Where the person has another number now, the old one is told: what else it stands for is not */
static void
add_former_number (const Record *record, const char *number)
{
	g_autofree char *former =
		record->layout->former_number == 0
			? NULL
			: dup_cell (record->fixed, record->layout->former_number, COUNT_SIZE);

	if (former != NULL && strcmp (former, number) != 0)
		fairlead_registered_add_note (&record->officer, "Former officer number", former);
}

static void
add_facts (const Record *record, gboolean is_corporate)
{
	const FairleadRegistered *officer = &record->officer;
	const char **texts = record->texts;

	fairlead_registered_add_person_name (officer, texts[SURNAME], texts[FORENAMES],
	                                     FAIRLEAD_NAME_PRIMARY);
	fairlead_registered_add_attribute (officer, FAIRLEAD_ATTRIBUTE_TITLE, texts[TITLE]);
	fairlead_registered_add_attribute (officer, FAIRLEAD_ATTRIBUTE_TITLE, texts[HONOURS]);
	fairlead_registered_add_note (officer, "Occupation", texts[OCCUPATION]);
	fairlead_registered_add_country (officer,
	                                 is_corporate ? FAIRLEAD_ATTRIBUTE_JURISDICTION
	                                              : FAIRLEAD_ATTRIBUTE_NATIONALITY,
	                                 "Nationality", texts[NATIONALITY]);
	fairlead_registered_add_country (officer, FAIRLEAD_ATTRIBUTE_COUNTRY, "Residence",
	                                 texts[RESIDENCE]);
	add_birth (record);
	add_address (record);
}

/* The first eight digits are the officer's, the last four count what the register has on him. FALSE
 * where they tell nobody. */
static gboolean
add_officer (Record *record)
{
	g_autofree char *number = dup_cell (record->fixed, record->layout->number, COUNT_SIZE);
	gboolean is_corporate = record->fixed[record->layout->corporate] == 'Y';

	if (strlen (number) != COUNT_SIZE || !is_digits (number, COUNT_SIZE)) {
		fairlead_records_add_issue (record->officer.records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            record->officer.source, "officer number \"%s\"",
		                            number);
		return FALSE;
	}
	record->officer.entity = fairlead_records_describe (
		record->officer.records, COMPANIES_HOUSE_NUMBERED_SCHEME, number,
		is_corporate ? FAIRLEAD_KIND_COMPANY : FAIRLEAD_KIND_PERSON,
		record->officer.source);
	add_facts (record, is_corporate);
	add_former_number (record, number);
	return TRUE;
}

/* -1 for a type that is not known here */
static gint
find_type (const char *code)
{
	for (guint i = 0; i < G_N_ELEMENTS (types); i++)
		if (strcmp (types[i].code, code) == 0)
			return (gint) i;
	return -1;
}

static void
appoint (const Record *record, FairleadEntity company, const char *code)
{
	gint type = find_type (code);
	FairleadPeriod period = { read_date (record, record->layout->start, "appointment date"),
		                  read_date (record, record->layout->end, "resignation date"), 0 };

	if (type >= 0 && types[type].is_filed)
		period.start.first = FAIRLEAD_DAY_OPEN_PAST;
	if (!fairlead_date_is_unknown (period.end) || (type >= 0 && types[type].is_over))
		period.flags |= FAIRLEAD_PERIOD_ENDED;
	fairlead_registered_appoint (&record->officer, type >= 0 ? types[type].role : code, company,
	                             &period);
}

static void
read_person (const File *file, const FairleadCsvRow *row)
{
	Record record = { file,
		          file->layout,
		          row->fields[0],
		          NULL,
		          { file->reading->records, FAIRLEAD_NO_ENTITY, file->source } };
	const char *texts[N_TEXTS];
	g_autofree char *number = dup_cell (record.fixed, 0, COMPANIES_HOUSE_NUMBER_SIZE - 1);
	g_autofree char *code = dup_cell (record.fixed, record.layout->type, 2);
	FairleadEntity company;

	if (strcmp (code, TYPE_IN_ERROR) == 0) {
		fairlead_records_add_issue (file->reading->records, FAIRLEAD_ISSUE_RETRACTED,
		                            file->source, "an appointment entered in error");
		return;
	}
	texts[TITLE] = g_strstrip (row->fields[0] + record.layout->texts);
	for (guint i = TITLE + 1; i < N_TEXTS; i++)
		texts[i] = g_strstrip (row->fields[i]);
	record.texts = texts;
	company = fairlead_companies_house_refer (file->reading->records, number, file->source);
	if (company != FAIRLEAD_NO_ENTITY && add_officer (&record))
		appoint (&record, company, code);
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
	g_autofree char *number = dup_cell (line, 0, COMPANIES_HOUSE_NUMBER_SIZE - 1);
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

static const Layout *
find_layout (const char *line, gsize length)
{
	for (guint i = 0; i < G_N_ELEMENTS (layouts); i++) {
		gsize size = strlen (layouts[i].mark);

		if (length >= HEADER_SIZE && memcmp (line, layouts[i].mark, size) == 0
		    && is_digits (line + size, HEADER_SIZE - size))
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
read_header (File *file, const Layout *layout, const char *line)
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
	       && is_digits (row->fields[0], 2 * COUNT_SIZE);
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
	const Layout *layout = file->layout;
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
		read_person (file, row);
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
	const Layout *layout =
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
