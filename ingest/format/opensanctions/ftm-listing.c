/* ingest/format/opensanctions/ftm-listing.c: designations and documents */
#include "ingest/format/opensanctions/ftm.h"

#include <string.h>

static const char *
list_of (const FairleadFtmThing *thing)
{
	const char *dataset = fairlead_json_value_text (
		fairlead_json_value_first (fairlead_json_value_member (thing->object, "datasets")));
	const char *programme = fairlead_ftm_text (thing, "programId");
	const char *list =
		programme == NULL ? NULL : fairlead_opensanctions_list_of_programme (programme);

	if (list == NULL && dataset != NULL)
		list = fairlead_opensanctions_list_of_dataset (dataset);
	if (list == NULL)
		list = fairlead_ftm_text (thing, "authority");
	if (list == NULL)
		list = dataset;
	return list != NULL ? list : "OpenSanctions";
}

static void
designate (const FairleadFtmThing *thing, FairleadEntity entity, const FairleadPeriod *period)
{
	const FairleadJsonValue *programmes = fairlead_ftm_values (thing, "programId");

	if (fairlead_json_value_first (programmes) == NULL)
		programmes = fairlead_ftm_values (thing, "program");
	if (fairlead_json_value_first (programmes) == NULL)
		fairlead_records_add_designation (thing->records, entity, list_of (thing), NULL,
		                                  fairlead_ftm_text (thing, "provisions"), period,
		                                  thing->source);
	FAIRLEAD_JSON_EACH (programme, programmes)
	fairlead_records_add_designation (
		thing->records, entity, list_of (thing), fairlead_json_value_text (programme),
		fairlead_ftm_text (thing, "provisions"), period, thing->source);
	FAIRLEAD_JSON_EACH (reason, fairlead_ftm_values (thing, "reason"))
	fairlead_records_add_attribute (thing->records, entity, FAIRLEAD_ATTRIBUTE_REASON,
	                                fairlead_json_value_text (reason), NULL, thing->source);
	fairlead_records_add_identifier (thing->records, entity, FAIRLEAD_ID_LIST,
	                                 fairlead_ftm_text (thing, "authorityId"), list_of (thing),
	                                 thing->source);
	fairlead_records_add_identifier (thing->records, entity, FAIRLEAD_ID_LIST,
	                                 fairlead_ftm_text (thing, "unscId"), "UN", thing->source);
}

void
fairlead_ftm_read_sanction (const FairleadFtmThing *thing, const char *within)
{
	const FairleadJsonValue *parties = fairlead_ftm_values (thing, "entity");
	FairleadPeriod period = fairlead_ftm_read_period (thing);

	fairlead_ftm_read_date (thing, "listingDate", &period.start);
	FAIRLEAD_JSON_EACH (party, parties)
	{
		FairleadEntity entity = fairlead_ftm_refer (thing, party);

		if (entity != FAIRLEAD_NO_ENTITY)
			designate (thing, entity, &period);
	}
	if (fairlead_json_value_first (parties) != NULL)
		return;
	if (within != NULL)
		designate (thing,
		           fairlead_records_refer (thing->records, OPENSANCTIONS_SCHEME, within,
		                                   thing->source),
		           &period);
	else
		fairlead_records_add_issue (thing->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            thing->source, "Sanction without entity");
}

void
fairlead_ftm_read_document (const FairleadFtmThing *thing, const char *within)
{
	const char *schema = fairlead_json_value_member_text (thing->object, "schema");
	const char *holder = fairlead_ftm_text (thing, "holder");
	FairleadIdScheme scheme =
		strcmp (schema, "Passport") == 0 ? FAIRLEAD_ID_PASSPORT : FAIRLEAD_ID_NATIONAL;
	const char *country = fairlead_ftm_text (thing, "country");
	g_autofree char *issuer = country == NULL ? NULL : g_ascii_strup (country, -1);

	if (holder == NULL)
		holder = within;
	if (holder == NULL) {
		fairlead_records_add_issue (thing->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            thing->source, "%s without holder", schema);
		return;
	}
	FAIRLEAD_JSON_EACH (number, fairlead_ftm_values (thing, "number"))
	fairlead_records_add_identifier (
		thing->records,
		fairlead_records_refer (thing->records, OPENSANCTIONS_SCHEME, holder,
	                                thing->source),
		scheme, fairlead_json_value_text (number), issuer, thing->source);
}
