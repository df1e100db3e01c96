/* ingest/format/companies-house/officers.c: officers as the public interface gives them: the list
 * of a company's officers, the list of an officer's appointments, and either's items, also as
 * events of the stream
 *
 * Not read: etags, counts, contact details of managers, identity checks. */
#include "ingest/format/companies-house/companies-house.h"

#include <string.h>

#include "ingest/format/json-objects.h"

/* One appointment, and the list that it stands in, NULL where it stands alone */
typedef struct {
	const FairleadJsonValue *item;
	const FairleadJsonValue *list;
	const char *role;
	FairleadRegistered officer;
} Appointment;

static const char *
text_of (const FairleadJsonValue *object, const char *name)
{
	return fairlead_json_value_member_text (object, name);
}

/* Of an answer's own address, `/company/00990017/officers`, what follows @folder */
static char *
dup_part (const char *address, const char *folder)
{
	const char *found = address == NULL ? NULL : strstr (address, folder);
	gsize length;

	if (found == NULL)
		return NULL;
	found += strlen (folder);
	length = strcspn (found, "/?#");
	return length > 0 ? g_strndup (found, length) : NULL;
}

static char *
dup_part_of_link (const FairleadJsonValue *object, const char *name, const char *folder)
{
	return dup_part (text_of (fairlead_json_value_member (object, "links"), name), folder);
}

/* ---- who, and of what company ---- */

static char *
dup_company_number (const Appointment *appointment)
{
	const FairleadJsonValue *item = appointment->item;
	const char *stated[] = {
		text_of (fairlead_json_value_member (item, "appointed_to"), "company_number"),
		text_of (item, "company_number"),
		text_of (appointment->list, "company_number"),
	};
	char *number;

	for (guint i = 0; i < G_N_ELEMENTS (stated); i++)
		if (stated[i] != NULL)
			return g_strdup (stated[i]);
	number = dup_part_of_link (item, "self", "/company/");
	if (number == NULL)
		number = dup_part_of_link (item, "company", "/company/");
	return number != NULL ? number : dup_part_of_link (appointment->list, "self", "/company/");
}

static char *
dup_officer_id (const Appointment *appointment)
{
	const FairleadJsonValue *links = fairlead_json_value_member (appointment->item, "links");
	const FairleadJsonValue *officer = fairlead_json_value_member (links, "officer");
	char *id = dup_part (text_of (officer, "appointments"), "/officers/");

	if (id == NULL)
		id = dup_part (text_of (officer, "self"), "/officers/");
	return id != NULL ? id : dup_part_of_link (appointment->list, "self", "/officers/");
}

static gboolean
is_corporate (const Appointment *appointment)
{
	return g_str_has_prefix (appointment->role, "corporate-")
	       || fairlead_json_value_is_object (
		       fairlead_json_value_member (appointment->item, "identification"))
	       || g_strcmp0 (text_of (appointment->list, "is_corporate_officer"), "true") == 0;
}

/* FALSE where nothing tells one officer from another */
static gboolean
find_officer (Appointment *appointment)
{
	FairleadRegistered *officer = &appointment->officer;
	FairleadKind kind =
		is_corporate (appointment) ? FAIRLEAD_KIND_COMPANY : FAIRLEAD_KIND_PERSON;
	g_autofree char *id = dup_officer_id (appointment);
	g_autofree char *own = dup_part_of_link (appointment->item, "self", "/appointments/");

	if (id == NULL && own == NULL) {
		fairlead_records_add_issue (officer->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            officer->source, "an officer without links");
		return FALSE;
	}
	officer->entity = fairlead_records_describe (
		officer->records,
		id != NULL ? COMPANIES_HOUSE_OFFICER_SCHEME : COMPANIES_HOUSE_APPOINTMENT_SCHEME,
		id != NULL ? id : own, kind, officer->source);
	return TRUE;
}

/* ---- facts ---- */

static void
read_names (const Appointment *appointment)
{
	const FairleadRegistered *officer = &appointment->officer;
	const char *name = text_of (appointment->item, "name");

	if (name == NULL)
		name = text_of (appointment->list, "name");
	fairlead_records_add_name (officer->records, officer->entity, name, FAIRLEAD_NAME_PRIMARY,
	                           FALSE, officer->source);
	FAIRLEAD_JSON_EACH (former, fairlead_json_value_member (appointment->item, "former_names"))
	fairlead_registered_add_person_name (officer, text_of (former, "surname"),
	                                     text_of (former, "forenames"), FAIRLEAD_NAME_FORMER);
}

static void
read_facts (const Appointment *appointment)
{
	const FairleadRegistered *officer = &appointment->officer;
	const FairleadJsonValue *item = appointment->item;
	gboolean has_birth = fairlead_json_value_member (item, "date_of_birth") != NULL;

	read_names (appointment);
	fairlead_registered_add_note (officer, "Occupation", text_of (item, "occupation"));
	fairlead_registered_add_note (officer, "Responsibilities",
	                              text_of (item, "responsibilities"));
	fairlead_registered_add_country (officer, FAIRLEAD_ATTRIBUTE_NATIONALITY, "Nationality",
	                                 text_of (item, "nationality"));
	fairlead_registered_add_country (officer, FAIRLEAD_ATTRIBUTE_COUNTRY, "Residence",
	                                 text_of (item, "country_of_residence"));
	fairlead_registered_read_birth (officer, has_birth ? item : appointment->list);
	fairlead_registered_read_address (officer, item);
	fairlead_registered_read_identification (officer, item);
}

/* Of appointments before 1992 only the day is known by which they were made */
static FairleadPeriod
read_period (const Appointment *appointment)
{
	const FairleadRegistered *officer = &appointment->officer;
	const FairleadJsonValue *item = appointment->item;
	FairleadPeriod period = FAIRLEAD_PERIOD_UNKNOWN;

	period.start = fairlead_registered_read_date (officer, item, "appointed_on");
	if (fairlead_date_is_unknown (period.start)) {
		period.start = fairlead_registered_read_date (officer, item, "appointed_before");
		period.start.first = FAIRLEAD_DAY_OPEN_PAST;
	}
	period.end = fairlead_registered_read_date (officer, item, "resigned_on");
	if (text_of (item, "resigned_on") != NULL)
		period.flags |= FAIRLEAD_PERIOD_ENDED;
	return period;
}

/* ---- appointments ---- */

static void
read_appointment (Appointment *appointment)
{
	const FairleadRegistered *officer = &appointment->officer;
	const FairleadJsonValue *company_told =
		fairlead_json_value_member (appointment->item, "appointed_to");
	g_autofree char *number = dup_company_number (appointment);
	FairleadPeriod period;
	FairleadEntity company;

	appointment->role = text_of (appointment->item, "officer_role");
	if (appointment->role == NULL) {
		fairlead_records_add_issue (officer->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            officer->source, "an officer without officer_role");
		return;
	}
	company = fairlead_companies_house_refer (officer->records, number, officer->source);
	if (company == FAIRLEAD_NO_ENTITY || !find_officer (appointment))
		return;
	fairlead_records_add_name (officer->records, company,
	                           text_of (company_told, "company_name"), FAIRLEAD_NAME_PRIMARY,
	                           FALSE, officer->source);
	read_facts (appointment);
	period = read_period (appointment);
	fairlead_registered_appoint (officer, appointment->role, company, &period);
}

static void
read_item (FairleadReading *reading, const FairleadJsonValue *item, const FairleadJsonValue *list)
{
	Appointment appointment = {
		.item = item,
		.list = list,
		.officer = { reading->records,
		             FAIRLEAD_NO_ENTITY,
		             { reading->file, (guint32) fairlead_json_value_line (item) } },
	};

	read_appointment (&appointment);
}

static void
read_object (FairleadReading *reading, const FairleadJsonValue *object)
{
	const FairleadJsonValue *data = fairlead_json_value_member (object, "data");
	const FairleadJsonValue *answer = fairlead_json_value_is_object (data) ? data : object;
	const FairleadJsonValue *items = fairlead_json_value_member (answer, "items");

	if (!fairlead_json_value_is_array (items)) {
		read_item (reading, answer, NULL);
		return;
	}
	FAIRLEAD_JSON_EACH (item, items)
	read_item (reading, item, answer);
}

/* ---- the format ---- */

static gboolean
read_file (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	(void) format;
	return fairlead_json_read_each (reading, read_object, error);
}

/* Members that tell each of the shapes; NULL ends a row */
static const char *const signs[][3] = {
	{ "officer_role", "links", NULL },
	{ "items", "resigned_count", NULL },
	{ "items", "is_corporate_officer", NULL },
	{ "resource_kind", "resource_uri", "data" },
};

static guint
sniff (const FairleadFormat *format, const FairleadSample *sample)
{
	(void) format;
	for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
		guint n = 0;

		while (n < G_N_ELEMENTS (signs[i]) && signs[i][n] != NULL
		       && fairlead_sample_has_member (sample, signs[i][n]))
			n++;
		if (n == G_N_ELEMENTS (signs[i]) || signs[i][n] == NULL)
			return 95;
	}
	return 0;
}

const FairleadFormat fairlead_format_companies_house_officers = {
	.name = "companies-house-officers",
	.title = "UK Companies House, officers of the public interface (JSON)",
	.sniff = sniff,
	.read = read_file,
};
