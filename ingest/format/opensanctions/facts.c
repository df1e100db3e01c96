/* ingest/format/opensanctions/facts.c */
#include "ingest/format/opensanctions/opensanctions.h"

#include <string.h>

void
fairlead_opensanctions_add_imo (FairleadRecords *records, FairleadEntity entity, FairleadKind kind,
                                const char *number, FairleadSource source)
{
	FairleadIdScheme said =
		kind == FAIRLEAD_KIND_VESSEL ? FAIRLEAD_ID_IMO : FAIRLEAD_ID_IMO_COMPANY;
	FairleadIdScheme other =
		kind == FAIRLEAD_KIND_VESSEL ? FAIRLEAD_ID_IMO_COMPANY : FAIRLEAD_ID_IMO;
	FairleadIdScheme scheme = said;
	char digits[64];

	if (kind == FAIRLEAD_KIND_UNKNOWN
	    && fairlead_identifier_normalise (other, number, digits, sizeof digits)
	    && fairlead_identifier_check (other, digits)
	    && !(fairlead_identifier_normalise (said, number, digits, sizeof digits)
	         && fairlead_identifier_check (said, digits))) {
		scheme = other;
		fairlead_records_add_issue (records, FAIRLEAD_ISSUE_RETYPED_IDENTIFIER, source,
		                            "\"%s\" is a ship's number", number);
	}
	fairlead_records_add_identifier (records, entity, scheme, number, NULL, source);
}

static gboolean
is_number_of (FairleadIdScheme scheme, const char *text)
{
	char number[64];

	return fairlead_identifier_normalise (scheme, text, number, sizeof number)
	       && fairlead_identifier_check (scheme, number);
}

void
fairlead_opensanctions_add_number (FairleadRecords *records, FairleadEntity entity,
                                   FairleadKind kind, const char *number, FairleadSource source)
{
	FairleadIdScheme scheme = FAIRLEAD_ID_OTHER;

	if (g_ascii_strncasecmp (number, "IMO", 3) == 0) {
		fairlead_opensanctions_add_imo (records, entity, kind, number, source);
		return;
	}
	if (is_number_of (FAIRLEAD_ID_LEI, number))
		scheme = FAIRLEAD_ID_LEI;
	else if (kind == FAIRLEAD_KIND_VESSEL && is_number_of (FAIRLEAD_ID_IMO, number))
		scheme = FAIRLEAD_ID_IMO;
	else if (kind == FAIRLEAD_KIND_VESSEL && is_number_of (FAIRLEAD_ID_MMSI, number))
		scheme = FAIRLEAD_ID_MMSI;
	fairlead_records_add_identifier (records, entity, scheme, number, NULL, source);
}

void
fairlead_opensanctions_add_address (FairleadRecords *records, FairleadEntity entity,
                                    const char *text, FairleadSource source)
{
	if (strpbrk (text, "0123456789") != NULL && strchr (text, ' ') != NULL)
		fairlead_records_add_address (records, entity, OPENSANCTIONS_SCHEME, text, NULL,
		                              NULL, source);
	else
		fairlead_records_add_attribute (records, entity, FAIRLEAD_ATTRIBUTE_ADDRESS, text,
		                                NULL, source);
}
