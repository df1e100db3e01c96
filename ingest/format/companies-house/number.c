/* ingest/format/companies-house/number.c */
#include "ingest/format/companies-house/companies-house.h"

#include <string.h>

#define DIGITS (COMPANIES_HOUSE_NUMBER_SIZE - 1)

gboolean
fairlead_companies_house_number (const char *text, char *buffer)
{
	g_autofree char *number = g_strstrip (g_ascii_strup (text, -1));
	gsize length = strlen (number);
	gsize n_letters = strspn (number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	gsize n_digits = strspn (number + n_letters, "0123456789");

	/* Some old societies have a letter behind: IP00001R */
	if (length == DIGITS && n_letters == 2 && n_digits == 5
	    && g_ascii_isalpha (number[DIGITS - 1])) {
		memcpy (buffer, number, COMPANIES_HOUSE_NUMBER_SIZE);
		return TRUE;
	}
	if (n_letters > 2 || n_digits == 0 || n_letters + n_digits != length || length > DIGITS)
		return FALSE;
	memset (buffer, '0', DIGITS);
	memcpy (buffer, number, n_letters);
	memcpy (buffer + DIGITS - n_digits, number + n_letters, n_digits + 1);
	return TRUE;
}

FairleadEntity
fairlead_companies_house_refer (FairleadRecords *records, const char *number, FairleadSource source)
{
	char normal[COMPANIES_HOUSE_NUMBER_SIZE];
	FairleadEntity company;
	guint n_before, n_after;

	if (number == NULL || !fairlead_companies_house_number (number, normal)) {
		fairlead_records_add_issue (records, FAIRLEAD_ISSUE_MISSING_FIELD, source,
		                            "\"%s\" is no company number",
		                            number != NULL ? number : "");
		return FAIRLEAD_NO_ENTITY;
	}
	fairlead_records_get_entities (records, &n_before);
	company = fairlead_records_refer (records, COMPANIES_HOUSE_SCHEME, normal, source);
	fairlead_records_get_entities (records, &n_after);
	if (n_after > n_before) {
		fairlead_records_set_kind (records, company, FAIRLEAD_KIND_COMPANY);
		fairlead_records_add_identifier (records, company, FAIRLEAD_ID_REGISTRATION, normal,
		                                 "GB", source);
	}
	return company;
}
