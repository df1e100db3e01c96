/* ingest/format/companies-house/psc.c: persons of significant control, JSON lines
 *
 * Not read: links, etags, the parts of names, the law that governs a company, and the days of
 * identity checks. */
#include "ingest/format/companies-house/companies-house.h"

#include <string.h>

#include "ingest/format/json-objects.h"

#define PERCENT (FAIRLEAD_SHARE_ONE / 100u)

/* One notice */
typedef struct {
	FairleadRecords *records;
	const FairleadJsonValue *data;
	const char *kind;
	FairleadEntity company;
	FairleadRegistered party;
	FairleadSource source;
} Notice;

static const char *
text_of (const FairleadJsonValue *object, const char *name)
{
	return fairlead_json_value_member_text (object, name);
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

static FairleadPeriod
read_period (const Notice *notice)
{
	const char *ceased = text_of (notice->data, "ceased");
	gboolean is_over = text_of (notice->data, "ceased_on") != NULL
	                   || g_strcmp0 (ceased, "true") == 0 || g_strcmp0 (ceased, "1") == 0;

	return (FairleadPeriod){
		fairlead_registered_read_date (&notice->party, notice->data, "notified_on"),
		fairlead_registered_read_date (&notice->party, notice->data, "ceased_on"),
		is_over ? FAIRLEAD_PERIOD_ENDED : 0,
	};
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
add_nature (const Notice *notice, const FairleadPeriod *period, const char *text)
{
	FairleadLinkRow link =
		fairlead_link_row (notice->party.entity, kind_of_nature (notice, text),
	                           notice->company, notice->source);

	for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
		if (strstr (text, bands[i].words) != NULL)
			link.share = bands[i].share;
	link.note = fairlead_records_intern (notice->records, text);
	link.period = *period;
	fairlead_records_add_link (notice->records, &link);
}

static void
add_natures (const Notice *notice)
{
	const FairleadJsonValue *list =
		fairlead_json_value_member (notice->data, "natures_of_control");
	FairleadPeriod period = read_period (notice);

	if (fairlead_json_value_first (list) == NULL)
		fairlead_records_add_issue (notice->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            notice->source, "no nature of control");
	FAIRLEAD_JSON_EACH (nature, list)
	if (fairlead_json_value_text (nature) != NULL)
		add_nature (notice, &period, fairlead_json_value_text (nature));
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
	const FairleadRegistered *party = &notice->party;
	const char *id = id_of (notice);

	if (id == NULL || *id == '\0') {
		fairlead_records_add_issue (notice->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            notice->source, "a notice without links.self");
		return;
	}
	notice->party.entity = fairlead_records_describe (
		notice->records, COMPANIES_HOUSE_PSC_SCHEME, id, kind, notice->source);
	fairlead_records_add_name (notice->records, notice->party.entity,
	                           text_of (notice->data, "name"), FAIRLEAD_NAME_PRIMARY, FALSE,
	                           notice->source);
	fairlead_registered_read_birth (party, notice->data);
	fairlead_registered_add_country (party, FAIRLEAD_ATTRIBUTE_NATIONALITY, "Nationality",
	                                 text_of (notice->data, "nationality"));
	fairlead_registered_add_country (party, FAIRLEAD_ATTRIBUTE_COUNTRY, "Residence",
	                                 text_of (notice->data, "country_of_residence"));
	if (g_strcmp0 (text_of (notice->data, "is_sanctioned"), "true") == 0)
		fairlead_registered_add_note (party, "The register says", "is sanctioned");
	fairlead_registered_read_address (party, notice->data);
	fairlead_registered_read_identification (party, notice->data);
	add_natures (notice);
}

/* What is said instead of naming anybody */
static void
read_statement (Notice *notice, FairleadKind kind)
{
	const char *statement = text_of (notice->data, "statement");

	(void) kind;
	notice->party.entity = notice->company;
	fairlead_registered_add_note (&notice->party, "Persons of significant control",
	                              statement != NULL ? statement : notice->kind);
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
	notice.party = (FairleadRegistered){ notice.records, FAIRLEAD_NO_ENTITY, notice.source };
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
