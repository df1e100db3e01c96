/* ingest/format/companies-house/psc.c: persons of significant control, JSON lines
 *
 * Not read: links, etags, the parts of names, the law that governs a company, and the days of
 * identity checks. */
#include "ingest/format/companies-house/companies-house.h"

#include <string.h>

#include "ingest/format/json-objects.h"
#include "ingest/grammar/country.h"

#define PERCENT (FAIRLEAD_SHARE_ONE / 100u)

/* One notice */
typedef struct {
	FairleadRecords *records;
	const FairleadJsonValue *data;
	const char *kind;
	FairleadEntity company;
	FairleadEntity party;
	FairleadSource source;
} Notice;

static const char *
text_of (const FairleadJsonValue *object, const char *name)
{
	return fairlead_json_value_member_text (object, name);
}

static void
add_attribute (const Notice *notice, FairleadAttribute attribute, const char *text)
{
	if (text != NULL)
		fairlead_records_add_attribute (notice->records, notice->party, attribute, text,
		                                NULL, notice->source);
}

/* The register takes any words for countries: `British`, `England`, `Earth` */
static void
add_country (const Notice *notice, FairleadAttribute attribute, const char *label, const char *text)
{
	g_autofree char *note = NULL;

	if (text == NULL || *text == '\0')
		return;
	if (fairlead_country_code (text) != NULL) {
		add_attribute (notice, attribute, text);
		return;
	}
	note = g_strdup_printf ("%s: %s", label, text);
	add_attribute (notice, FAIRLEAD_ATTRIBUTE_NOTE, note);
}

/* ---- the party ---- */

static void
add_address (const Notice *notice)
{
	const FairleadJsonValue *address = fairlead_json_value_member (notice->data, "address");
	const char *carer = text_of (address, "care_of");
	g_autofree char *care_of = carer == NULL ? NULL : g_strdup_printf ("Care of %s", carer);
	const char *premises = text_of (address, "premises");
	const char *line_1 = text_of (address, "address_line_1");
	g_autofree char *first =
		g_strjoin (premises != NULL && line_1 != NULL ? " " : "",
	                   premises != NULL ? premises : "", line_1 != NULL ? line_1 : "", NULL);
	const char *streets[] = { care_of, text_of (address, "po_box"), first,
		                  text_of (address, "address_line_2") };
	const char *places[] = { text_of (address, "locality"), text_of (address, "region"),
		                 text_of (address, "postal_code") };
	g_autofree char *street = fairlead_companies_house_join (streets, G_N_ELEMENTS (streets));
	g_autofree char *locality = fairlead_companies_house_join (places, G_N_ELEMENTS (places));
	const char *country = text_of (address, "country");

	fairlead_records_add_address (
		notice->records, notice->party, COMPANIES_HOUSE_SCHEME, street, locality,
		country != NULL && fairlead_country_code (country) != NULL ? country : NULL,
		notice->source);
}

static void
add_birth (const Notice *notice)
{
	const FairleadJsonValue *birth = fairlead_json_value_member (notice->data, "date_of_birth");
	const char *year = text_of (birth, "year");
	const char *month = text_of (birth, "month");
	g_autofree char *text = NULL;

	if (year == NULL)
		return;
	text = month == NULL ? g_strdup (year)
	                     : g_strdup_printf ("%s-%02u", year,
	                                        (guint) g_ascii_strtoull (month, NULL, 10));
	add_attribute (notice, FAIRLEAD_ATTRIBUTE_BIRTH_DATE, text);
}

static const char *
country_of_register (const FairleadJsonValue *identification)
{
	static const char *const names[] = { "country_registered", "place_registered" };
	static const char *const home_words[] = { "ENGLAND",          "WALES",
		                                  "SCOTLAND",         "COMPANIES HOUSE",
		                                  "NORTHERN IRELAND", "UNITED KINGDOM" };

	for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
		const char *text = text_of (identification, names[i]);
		const char *code = text == NULL ? NULL : fairlead_country_code (text);
		g_autofree char *loud = text == NULL ? NULL : g_ascii_strup (text, -1);

		if (code != NULL)
			return code;
		for (guint j = 0; loud != NULL && j < G_N_ELEMENTS (home_words); j++)
			if (strstr (loud, home_words[j]) != NULL)
				return "GB";
	}
	return NULL;
}

static void
add_identification (const Notice *notice)
{
	const FairleadJsonValue *identification =
		fairlead_json_value_member (notice->data, "identification");
	const char *number = text_of (identification, "registration_number");
	const char *country = country_of_register (identification);
	char normal[COMPANIES_HOUSE_NUMBER_SIZE];

	add_attribute (notice, FAIRLEAD_ATTRIBUTE_LEGAL_FORM,
	               text_of (identification, "legal_form"));
	add_attribute (notice, FAIRLEAD_ATTRIBUTE_JURISDICTION, country);
	if (country == NULL) {
		country = text_of (identification, "country_registered");
		country = country != NULL ? country : text_of (identification, "place_registered");
		add_country (notice, FAIRLEAD_ATTRIBUTE_JURISDICTION, "Registered in", country);
	}
	if (number == NULL)
		return;
	if (g_strcmp0 (country, "GB") == 0 && fairlead_companies_house_number (number, normal))
		number = normal;
	fairlead_records_add_identifier (notice->records, notice->party, FAIRLEAD_ID_REGISTRATION,
	                                 number, country, notice->source);
}

/* ---- natures of control ---- */

static const struct {
	const char *words;
	FairleadShare share;
} bands[] = {
	{ "25-to-50-percent", { 25 * PERCENT + 1, 50 * PERCENT } },
	{ "50-to-75-percent", { 50 * PERCENT + 1, 75 * PERCENT - 1 } },
	{ "75-to-100-percent", { 75 * PERCENT, 100 * PERCENT } },
	{ "more-than-25-percent", { 25 * PERCENT + 1, 100 * PERCENT } },
};

static const struct {
	const char *words;
	FairleadLinkKind kind;
} natures[] = {
	{ "ownership-of-shares", FAIRLEAD_LINK_SHAREHOLDER },
	{ "right-to-share-surplus-assets", FAIRLEAD_LINK_PROPERTY_INTEREST },
	{ "voting-rights", FAIRLEAD_LINK_CONTROLLER },
	{ "right-to-appoint-and-remove", FAIRLEAD_LINK_CONTROLLER },
	{ "significant-influence-or-control", FAIRLEAD_LINK_CONTROLLER },
	{ "registered-owner", FAIRLEAD_LINK_REGISTERED_OWNER },
};

static void
read_period (const Notice *notice, FairleadPeriod *period)
{
	const char *start = text_of (notice->data, "notified_on");
	const char *end = text_of (notice->data, "ceased_on");
	const char *ceased = text_of (notice->data, "ceased");

	if (start != NULL
	    && !fairlead_date_parse (start, FAIRLEAD_DATE_DAY_FIRST, &period->start, NULL))
		fairlead_records_add_issue (notice->records, FAIRLEAD_ISSUE_BAD_DATE,
		                            notice->source, "notified_on \"%s\"", start);
	if (end != NULL && !fairlead_date_parse (end, FAIRLEAD_DATE_DAY_FIRST, &period->end, NULL))
		fairlead_records_add_issue (notice->records, FAIRLEAD_ISSUE_BAD_DATE,
		                            notice->source, "ceased_on \"%s\"", end);
	if (end != NULL || g_strcmp0 (ceased, "true") == 0 || g_strcmp0 (ceased, "1") == 0)
		period->flags |= FAIRLEAD_PERIOD_ENDED;
}

static FairleadLinkKind
kind_of_nature (const Notice *notice, const char *text)
{
	for (guint i = 0; i < G_N_ELEMENTS (natures); i++)
		if (strstr (text, natures[i].words) != NULL)
			return natures[i].kind;
	fairlead_records_add_issue (notice->records, FAIRLEAD_ISSUE_UNKNOWN_KIND, notice->source,
	                            "nature of control \"%s\"", text);
	return FAIRLEAD_LINK_CONTROLLER;
}

static void
add_nature (const Notice *notice, const char *text)
{
	FairleadLinkRow link = fairlead_link_row (notice->party, kind_of_nature (notice, text),
	                                          notice->company, notice->source);

	for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
		if (strstr (text, bands[i].words) != NULL)
			link.share = bands[i].share;
	link.note = fairlead_records_intern (notice->records, text);
	read_period (notice, &link.period);
	fairlead_records_add_link (notice->records, &link);
}

static void
add_natures (const Notice *notice)
{
	const FairleadJsonValue *list =
		fairlead_json_value_member (notice->data, "natures_of_control");

	if (fairlead_json_value_first (list) == NULL)
		fairlead_records_add_issue (notice->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            notice->source, "no nature of control");
	FAIRLEAD_JSON_EACH (nature, list)
	if (fairlead_json_value_text (nature) != NULL)
		add_nature (notice, fairlead_json_value_text (nature));
}

/* ---- lines ---- */

/* The last part of the notice's own address */
static const char *
id_of (const Notice *notice)
{
	const char *self = text_of (fairlead_json_value_member (notice->data, "links"), "self");
	const char *slash = self == NULL ? NULL : strrchr (self, '/');

	return slash == NULL ? NULL : slash + 1;
}

static void
read_party (Notice *notice, FairleadKind kind)
{
	const char *id = id_of (notice);

	if (id == NULL || *id == '\0') {
		fairlead_records_add_issue (notice->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            notice->source, "a notice without links.self");
		return;
	}
	notice->party = fairlead_records_describe (notice->records, COMPANIES_HOUSE_PSC_SCHEME, id,
	                                           kind, notice->source);
	fairlead_records_add_name (notice->records, notice->party, text_of (notice->data, "name"),
	                           FAIRLEAD_NAME_PRIMARY, FALSE, notice->source);
	add_birth (notice);
	add_country (notice, FAIRLEAD_ATTRIBUTE_NATIONALITY, "Nationality",
	             text_of (notice->data, "nationality"));
	add_country (notice, FAIRLEAD_ATTRIBUTE_COUNTRY, "Residence",
	             text_of (notice->data, "country_of_residence"));
	if (g_strcmp0 (text_of (notice->data, "is_sanctioned"), "true") == 0)
		add_attribute (notice, FAIRLEAD_ATTRIBUTE_NOTE, "The register says: is sanctioned");
	add_address (notice);
	add_identification (notice);
	add_natures (notice);
}

/* What is said instead of naming anybody */
static void
read_statement (Notice *notice, FairleadKind kind)
{
	const char *statement = text_of (notice->data, "statement");
	g_autofree char *text = g_strdup_printf ("Persons of significant control: %s",
	                                         statement != NULL ? statement : notice->kind);

	(void) kind;
	notice->party = notice->company;
	add_attribute (notice, FAIRLEAD_ATTRIBUTE_NOTE, text);
}

static void
read_protected (Notice *notice, FairleadKind kind)
{
	fairlead_records_add_issue (notice->records, FAIRLEAD_ISSUE_PLACEHOLDER, notice->source,
	                            "a protected person");
	read_statement (notice, kind);
}

/* What a line is, by the beginning of its kind */
static const struct {
	const char *prefix;
	FairleadKind kind;
	void (*read) (Notice *notice, FairleadKind kind);
} line_kinds[] = {
	{ "individual-", FAIRLEAD_KIND_PERSON, read_party },
	{ "corporate-entity-", FAIRLEAD_KIND_COMPANY, read_party },
	{ "legal-person-", FAIRLEAD_KIND_COMPANY, read_party },
	{ "super-secure-", FAIRLEAD_KIND_UNKNOWN, read_protected },
	{ "persons-with-significant-control-statement", FAIRLEAD_KIND_UNKNOWN, read_statement },
	{ "exemptions", FAIRLEAD_KIND_UNKNOWN, read_statement },
};

static void
read_notice (FairleadReading *reading, const FairleadJsonValue *object)
{
	Notice notice = {
		.records = reading->records,
		.data = fairlead_json_value_member (object, "data"),
		.source = { reading->file, (guint32) fairlead_json_value_line (object) },
	};

	notice.kind = text_of (notice.data, "kind");
	if (notice.kind == NULL) {
		fairlead_records_add_issue (notice.records, FAIRLEAD_ISSUE_BAD_RECORD,
		                            notice.source, "no data.kind");
		return;
	}
	if (g_str_has_prefix (notice.kind, "totals#"))
		return;
	for (guint i = 0; i < G_N_ELEMENTS (line_kinds); i++) {
		if (!g_str_has_prefix (notice.kind, line_kinds[i].prefix))
			continue;
		notice.company = fairlead_companies_house_refer (
			notice.records, text_of (object, "company_number"), notice.source);
		if (notice.company != FAIRLEAD_NO_ENTITY)
			line_kinds[i].read (&notice, line_kinds[i].kind);
		return;
	}
	fairlead_records_add_issue (notice.records, FAIRLEAD_ISSUE_UNKNOWN_KIND, notice.source,
	                            "kind \"%s\"", notice.kind);
}

static gboolean
read_file (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	(void) format;
	return fairlead_json_read_each (reading, read_notice, error);
}

static guint
sniff (const FairleadFormat *format, const FairleadSample *sample)
{
	(void) format;
	return fairlead_sample_has_member (sample, "company_number")
	                       && fairlead_sample_has_member (sample, "data")
	               ? 95
	               : 0;
}

const FairleadFormat fairlead_format_companies_house_psc = {
	.name = "companies-house-psc",
	.title = "UK Companies House, persons of significant control (JSON lines)",
	.sniff = sniff,
	.read = read_file,
};
