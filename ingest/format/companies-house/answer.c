/* ingest/format/companies-house/answer.c */
#include "ingest/format/companies-house/companies-house.h"
#include "ingest/grammar/country.h"

#include <string.h>

static const char *
text_of (const FairleadJsonValue *object, const char *name)
{
	return fairlead_json_value_member_text (object, name);
}

FairleadDate
fairlead_registered_read_date (const FairleadRegistered *self, const FairleadJsonValue *data,
                               const char *name)
{
	const char *text = text_of (data, name);
	FairleadDate date = FAIRLEAD_DATE_UNKNOWN;

	if (text != NULL && !fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, &date, NULL))
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_BAD_DATE, self->source,
		                            "%s \"%s\"", name, text);
	return date;
}

/* `{"month": 4, "year": 1961}` */
void
fairlead_registered_read_birth (const FairleadRegistered *self, const FairleadJsonValue *data)
{
	const FairleadJsonValue *birth = fairlead_json_value_member (data, "date_of_birth");
	const char *year = text_of (birth, "year");
	const char *month = text_of (birth, "month");
	g_autofree char *text = NULL;

	if (year == NULL)
		return;
	text = month == NULL ? g_strdup (year)
	                     : g_strdup_printf ("%s-%02u", year,
	                                        (guint) g_ascii_strtoull (month, NULL, 10));
	fairlead_registered_add_attribute (self, FAIRLEAD_ATTRIBUTE_BIRTH_DATE, text);
}

void
fairlead_registered_read_address (const FairleadRegistered *self, const FairleadJsonValue *data)
{
	const FairleadJsonValue *address = fairlead_json_value_member (data, "address");
	FairleadRegisteredAddress parts = {
		.care_of = text_of (address, "care_of"),
		.box = text_of (address, "po_box"),
		.premises = text_of (address, "premises"),
		.line_1 = text_of (address, "address_line_1"),
		.line_2 = text_of (address, "address_line_2"),
		.town = text_of (address, "locality"),
		.county = text_of (address, "region"),
		.postcode = text_of (address, "postal_code"),
		.country = text_of (address, "country"),
	};

	fairlead_registered_add_address (self, &parts);
}

/* ---- identification ---- */

static gboolean
speaks_of_home (const char *text)
{
	static const char *const words[] = { "ENGLAND",          "WALES",
		                             "SCOTLAND",         "COMPANIES HOUSE",
		                             "NORTHERN IRELAND", "UNITED KINGDOM" };
	g_autofree char *loud = g_ascii_strup (text, -1);

	for (guint i = 0; i < G_N_ELEMENTS (words); i++)
		if (strstr (loud, words[i]) != NULL)
			return TRUE;
	return FALSE;
}

static const char *
country_of_register (const FairleadJsonValue *identification)
{
	static const char *const names[] = { "country_registered", "place_registered" };
	const char *type = text_of (identification, "identification_type");

	for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
		const char *text = text_of (identification, names[i]);
		const char *code = text == NULL ? NULL : fairlead_country_code (text);

		if (code != NULL)
			return code;
		if (text != NULL && speaks_of_home (text))
			return "GB";
	}
	return type != NULL && g_str_has_prefix (type, "uk-") ? "GB" : NULL;
}

void
fairlead_registered_read_identification (const FairleadRegistered *self,
                                         const FairleadJsonValue *data)
{
	const FairleadJsonValue *identification =
		fairlead_json_value_member (data, "identification");
	const char *number = text_of (identification, "registration_number");
	const char *country = country_of_register (identification);
	char normal[COMPANIES_HOUSE_NUMBER_SIZE];

	fairlead_registered_add_attribute (self, FAIRLEAD_ATTRIBUTE_LEGAL_FORM,
	                                   text_of (identification, "legal_form"));
	fairlead_registered_add_attribute (self, FAIRLEAD_ATTRIBUTE_JURISDICTION, country);
	if (country == NULL) {
		country = text_of (identification, "country_registered");
		country = country != NULL ? country : text_of (identification, "place_registered");
		fairlead_registered_add_country (self, FAIRLEAD_ATTRIBUTE_JURISDICTION,
		                                 "Registered in", country);
	}
	if (number == NULL)
		return;
	if (g_strcmp0 (country, "GB") == 0 && fairlead_companies_house_number (number, normal))
		number = normal;
	fairlead_records_add_identifier (self->records, self->entity, FAIRLEAD_ID_REGISTRATION,
	                                 number, country, self->source);
}
