/* ingest/record/records-address.c: addresses as entities that others are linked to */
#include "ingest/grammar/country.h"
#include "ingest/grammar/name.h"
#include "ingest/record/records.h"

static const char *
filled (const char *text)
{
	return text != NULL && *text != '\0' && !fairlead_name_is_placeholder (text) ? text : NULL;
}

/* A street that only repeats the city or the country tells no place apart */
static gboolean
is_one_place (const char *street, const char *locality)
{
	g_autofree char *folded = fairlead_name_fold (street);
	g_autofree char *around = locality == NULL ? NULL : fairlead_name_fold (locality);

	return *folded != '\0' && g_strcmp0 (folded, around) != 0
	       && fairlead_country_code (street) == NULL;
}

/* `street, locality, Country` */
static char *
join_address (const char *street, const char *locality, const char *country)
{
	GString *text = g_string_new (street);

	if (locality != NULL)
		g_string_append_printf (text, ", %s", locality);
	if (country != NULL)
		g_string_append_printf (text, ", %s", country);
	return g_string_free (text, FALSE);
}

/* Keyed with the country's code, however the country is spelled. Each record that gives the place
 * says its spelling and country, so that no one of them is the first. */
static FairleadEntity
address_entity (FairleadRecords *self, const char *street, const char *locality,
                const char *country, FairleadSource source)
{
	const char *code = country == NULL ? NULL : fairlead_country_code (country);
	g_autofree char *text = join_address (street, locality, country);
	g_autofree char *place = join_address (street, locality, code != NULL ? code : country);
	g_autofree char *folded = fairlead_name_fold (place);
	FairleadEntity address =
		fairlead_records_describe (self, "address", folded, FAIRLEAD_KIND_ADDRESS, source);

	fairlead_records_add_name (self, address, text, FAIRLEAD_NAME_PRIMARY, FALSE, source);
	fairlead_records_add_attribute (self, address, FAIRLEAD_ATTRIBUTE_COUNTRY, code, NULL,
	                                source);
	return address;
}

static void
link_care_of (FairleadRecords *self, FairleadEntity entity, const char *list, const char *party,
              FairleadSource source)
{
	FairleadEntity carer = fairlead_records_refer_by_name (self, list, party, source);
	FairleadLinkRow link = fairlead_link_row (carer, FAIRLEAD_LINK_CARE_OF, entity, source);

	link.confidence = FAIRLEAD_CONFIDENCE_BY_NAME;
	fairlead_records_add_link (self, &link);
}

void
fairlead_records_add_address (FairleadRecords *self, FairleadEntity entity, const char *list,
                              const char *street, const char *locality, const char *country,
                              FairleadSource source)
{
	g_autofree char *party = NULL;
	g_autofree char *rest = NULL;
	g_autofree char *text = NULL;
	FairleadLinkRow link;

	street = filled (street);
	locality = filled (locality);
	country = filled (country);
	fairlead_records_add_attribute (self, entity, FAIRLEAD_ATTRIBUTE_COUNTRY, country, NULL,
	                                source);
	if (street != NULL && fairlead_address_split_care_of (street, &party, &rest)) {
		link_care_of (self, entity, list, party, source);
		street = filled (rest);
	}
	if (street == NULL || !is_one_place (street, locality)) {
		text = locality == NULL ? NULL : join_address (locality, NULL, country);
		fairlead_records_add_attribute (self, entity, FAIRLEAD_ATTRIBUTE_ADDRESS, text,
		                                NULL, source);
		return;
	}
	link = fairlead_link_row (address_entity (self, street, locality, country, source),
	                          FAIRLEAD_LINK_ADDRESS, entity, source);
	fairlead_records_add_link (self, &link);
}
