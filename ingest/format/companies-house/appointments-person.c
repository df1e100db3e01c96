/* ingest/format/companies-house/appointments-person.c: officers, and their offices */
#include "ingest/format/companies-house/appointments.h"

#include <string.h>

#define DATE_SIZE 8u
#define NUMBER_SIZE 8u

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

typedef struct {
	const FairleadAppointmentsLayout *layout;
	const char *fixed;
	const char **texts;
	FairleadRegistered officer;
} Record;

/* ---- dates ---- */

/* `20160629`, `196002`; blanks say nothing */
static FairleadDate
read_date (const Record *record, guint at, const char *what)
{
	g_autofree char *cell = fairlead_appointments_dup_cell (record->fixed, at, DATE_SIZE);
	gsize length = strlen (cell);
	g_autofree char *text = fairlead_appointments_is_digits (cell, length) && length >= 6
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
	g_autofree char *postcode =
		fairlead_appointments_dup_cell (record->fixed, record->layout->postcode, 8);
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
			: fairlead_appointments_dup_cell (
				record->fixed, record->layout->former_number, NUMBER_SIZE);

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
	g_autofree char *number =
		fairlead_appointments_dup_cell (record->fixed, record->layout->number, NUMBER_SIZE);
	gboolean is_corporate = record->fixed[record->layout->corporate] == 'Y';

	if (strlen (number) != NUMBER_SIZE || !fairlead_appointments_is_digits (number, NUMBER_SIZE)
	    || strspn (number, "0") == NUMBER_SIZE) {
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

void
fairlead_appointments_read_person (const FairleadAppointmentsLayout *layout,
                                   const FairleadCsvRow *row, FairleadRecords *records,
                                   FairleadSource source)
{
	const char *texts[N_TEXTS];
	Record record = { layout, row->fields[0], texts, { records, FAIRLEAD_NO_ENTITY, source } };
	g_autofree char *number =
		fairlead_appointments_dup_cell (record.fixed, 0, COMPANIES_HOUSE_NUMBER_SIZE - 1);
	g_autofree char *code = fairlead_appointments_dup_cell (record.fixed, layout->type, 2);
	FairleadEntity company;

	if (strcmp (code, TYPE_IN_ERROR) == 0) {
		fairlead_records_add_issue (records, FAIRLEAD_ISSUE_RETRACTED, source,
		                            "an appointment entered in error");
		return;
	}
	texts[TITLE] = g_strstrip (row->fields[0] + layout->texts);
	for (guint i = TITLE + 1; i < N_TEXTS; i++)
		texts[i] = g_strstrip (row->fields[i]);
	company = fairlead_companies_house_refer (records, number, source);
	if (company != FAIRLEAD_NO_ENTITY && add_officer (&record))
		appoint (&record, company, code);
}
