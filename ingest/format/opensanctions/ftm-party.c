/* ingest/format/opensanctions/ftm-party.c: properties of parties, ships and places */
#include "ingest/format/opensanctions/ftm.h"

/* The one country that a number without an issuer can be of; NULL where several may be */
static char *
dup_issuer (const FairleadFtmThing *thing)
{
	static const char *const names[] = { "jurisdiction", "country", "nationality" };

	for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
		const FairleadJsonValue *values = fairlead_ftm_values (thing, names[i]);
		const FairleadJsonValue *first = fairlead_json_value_first (values);
		const char *text = fairlead_json_value_text (first);

		if (first == NULL)
			continue;
		return text == NULL || fairlead_json_value_next (values, first) != NULL
		               ? NULL
		               : g_ascii_strup (text, -1);
	}
	return NULL;
}

static void
add_identifier (const FairleadFtmThing *thing, const FairleadFtmProperty *property,
                const char *text)
{
	FairleadIdScheme scheme = property->what;
	g_autofree char *issuer = NULL;

	if (scheme == FAIRLEAD_ID_NATIONAL && thing->kind != FAIRLEAD_KIND_PERSON)
		scheme = FAIRLEAD_ID_OTHER;
	if (property->words == NULL && fairlead_id_scheme_info (scheme)->needs_issuer)
		issuer = dup_issuer (thing);
	fairlead_records_add_identifier (thing->records, thing->entity, scheme, text,
	                                 property->words != NULL ? property->words : issuer,
	                                 thing->source);
}

static void
add_attribute (const FairleadFtmThing *thing, FairleadAttribute attribute, const char *label,
               const char *text)
{
	g_autofree char *labelled = label == NULL ? NULL : g_strdup_printf ("%s: %s", label, text);

	/* `type` is of ships; of anything else it is a word about it */
	if (attribute == FAIRLEAD_ATTRIBUTE_VESSEL_TYPE && thing->kind != FAIRLEAD_KIND_VESSEL)
		attribute = FAIRLEAD_ATTRIBUTE_NOTE;
	fairlead_records_add_attribute (thing->records, thing->entity, attribute,
	                                labelled != NULL ? labelled : text, NULL, thing->source);
}

static void
add_party (const FairleadFtmThing *thing, FairleadLinkKind kind, const FairleadJsonValue *item)
{
	FairleadLinkRow row = fairlead_link_row (fairlead_ftm_refer (thing, item), kind,
	                                         thing->entity, thing->source);

	fairlead_records_add_link (thing->records, &row);
}

static void
add_name (const FairleadFtmThing *thing, const FairleadFtmProperty *property, const char *text)
{
	const char *caption = fairlead_json_value_member_text (thing->object, "caption");

	if (g_strcmp0 (caption, text) != 0)
		fairlead_records_add_name (thing->records, thing->entity, text, property->what,
		                           property->meaning == FAIRLEAD_FTM_WEAK_NAME,
		                           thing->source);
}

/* Where the place is an entity of its own, the text repeats it */
static void
add_address (const FairleadFtmThing *thing, const char *text)
{
	if (fairlead_json_value_first (fairlead_ftm_values (thing, "addressEntity")) != NULL)
		fairlead_records_add_attribute (thing->records, thing->entity,
		                                FAIRLEAD_ATTRIBUTE_ADDRESS, text, NULL,
		                                thing->source);
	else
		fairlead_opensanctions_add_address (thing->records, thing->entity, text,
		                                    thing->source);
}

static void
read_value (const FairleadFtmThing *thing, const FairleadFtmProperty *property,
            const FairleadJsonValue *item)
{
	const char *text = fairlead_json_value_text (item);

	if (property->meaning == FAIRLEAD_FTM_PLACE)
		add_party (thing, FAIRLEAD_LINK_ADDRESS, item);
	if (property->meaning == FAIRLEAD_FTM_PARTY)
		add_party (thing, property->what, item);
	if (text == NULL)
		return;
	if (property->meaning == FAIRLEAD_FTM_NAME || property->meaning == FAIRLEAD_FTM_WEAK_NAME)
		add_name (thing, property, text);
	if (property->meaning == FAIRLEAD_FTM_ATTRIBUTE)
		add_attribute (thing, property->what, property->words, text);
	if (property->meaning == FAIRLEAD_FTM_IDENTIFIER)
		add_identifier (thing, property, text);
	if (property->meaning == FAIRLEAD_FTM_IMO)
		fairlead_opensanctions_add_imo (thing->records, thing->entity, thing->kind, text,
		                                thing->source);
	if (property->meaning == FAIRLEAD_FTM_ADDRESS)
		add_address (thing, text);
}

static void
read_property (const FairleadFtmThing *thing, const FairleadJsonValue *values)
{
	const char *name = fairlead_json_value_name (values);
	const FairleadFtmProperty *property = fairlead_ftm_find_property (name);

	FAIRLEAD_JSON_EACH (item, values)
	{
		const char *text = fairlead_json_value_text (item);

		if (property != NULL)
			read_value (thing, property, item);
		else if (text != NULL)
			add_attribute (thing, FAIRLEAD_ATTRIBUTE_NOTE, name, text);
	}
}

void
fairlead_ftm_read_party (FairleadFtmThing *thing, const char *id)
{
	const char *caption = fairlead_json_value_member_text (thing->object, "caption");

	if (caption == NULL)
		caption = fairlead_ftm_text (thing, thing->kind == FAIRLEAD_KIND_ADDRESS ? "full"
		                                                                         : "name");
	thing->entity = fairlead_records_describe (thing->records, OPENSANCTIONS_SCHEME, id,
	                                           thing->kind, thing->source);
	fairlead_records_add_name (thing->records, thing->entity, caption, FAIRLEAD_NAME_PRIMARY,
	                           FALSE, thing->source);
	FAIRLEAD_JSON_EACH (referent, fairlead_json_value_member (thing->object, "referents"))
	if (g_strcmp0 (fairlead_json_value_text (referent), id) != 0)
		fairlead_records_add_identifier (thing->records, thing->entity, FAIRLEAD_ID_LIST,
		                                 fairlead_json_value_text (referent),
		                                 OPENSANCTIONS_SCHEME, thing->source);
	if (fairlead_json_value_is_object (thing->properties))
		FAIRLEAD_JSON_EACH (values, thing->properties)
	read_property (thing, values);
}
