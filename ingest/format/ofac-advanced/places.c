/* ingest/format/ofac-advanced/places.c: locations, kept until a feature points at them
 *
 * The parts are written in the order of OFAC's own CSV, so that one address has one text. */
#include "ingest/format/ofac-advanced/advanced.h"

static void
init_places (Advanced *self)
{
	self->places.by_id = g_hash_table_new (NULL, NULL);
	self->places.all = g_array_new (FALSE, FALSE, sizeof (AdvancedPlace));
	for (guint i = 0; i < ADVANCED_N_PLACE_PARTS; i++)
		self->places.parts[i] = g_string_new (NULL);
}

static void
clear_places (Advanced *self)
{
	g_hash_table_unref (self->places.by_id);
	g_array_unref (self->places.all);
	for (guint i = 0; i < ADVANCED_N_PLACE_PARTS; i++)
		g_string_free (self->places.parts[i], TRUE);
}

static void
start_place (Advanced *self, const FairleadXmlElement *element)
{
	self->places.id = fairlead_advanced_id (element, "ID");
	self->places.country = NULL;
	for (guint i = 0; i < ADVANCED_N_PLACE_PARTS; i++)
		g_string_truncate (self->places.parts[i], 0);
}

/* One country is the place's; what else is named goes with the other parts */
static void
take_country (Advanced *self, const char *country)
{
	AdvancedPlaces *places = &self->places;

	if (places->country == NULL)
		places->country = country;
	else if (country != NULL && !g_str_equal (country, places->country))
		fairlead_advanced_append (places->parts[ADVANCED_PLACE_OTHER], ", ", country);
}

static void
start_area (Advanced *self, const FairleadXmlElement *element)
{
	guint64 line = fairlead_xml_element_get_line (element);
	guint32 id = fairlead_advanced_id (element, "AreaCodeID");

	take_country (self, fairlead_advanced_value_text (self, ADVANCED_AREA_CODE, id, line));
}

static void
start_country (Advanced *self, const FairleadXmlElement *element)
{
	guint64 line = fairlead_xml_element_get_line (element);
	guint32 id = fairlead_advanced_id (element, "CountryID");

	take_country (self, fairlead_advanced_value_text (self, ADVANCED_COUNTRY, id, line));
}

static void
start_part (Advanced *self, const FairleadXmlElement *element)
{
	guint32 id = fairlead_advanced_id (element, "LocPartTypeID");
	const AdvancedValue *type = fairlead_advanced_value (
		self, ADVANCED_PLACE_PART_TYPE, id, fairlead_xml_element_get_line (element));

	self->places.part = type->word != NULL ? (guint) type->word->meaning : ADVANCED_PLACE_OTHER;
}

static void
end_value (Advanced *self, const char *text, guint64 line)
{
	(void) line;
	fairlead_advanced_append (self->places.parts[self->places.part], ", ", text);
}

static void
end_comment (Advanced *self, const char *text, guint64 line)
{
	(void) line;
	fairlead_advanced_append (self->places.parts[ADVANCED_PLACE_OTHER], ", ", text);
}

/* The parts from @first to before @end in one text of the file's arena; NULL when all are empty */
static const char *
join_parts (Advanced *self, guint first, guint end)
{
	g_autoptr (GString) text = g_string_new (NULL);

	for (guint i = first; i < end; i++)
		fairlead_advanced_append (text, ", ", self->places.parts[i]->str);
	return text->len == 0 ? NULL : g_string_chunk_insert (self->texts, text->str);
}

static void
end_place (Advanced *self, const char *text, guint64 line)
{
	AdvancedPlace place = {
		.street = join_parts (self, ADVANCED_PLACE_STREET_1, ADVANCED_PLACE_CITY),
		.locality = join_parts (self, ADVANCED_PLACE_CITY, ADVANCED_N_PLACE_PARTS),
		.country = self->places.country,
	};

	(void) text;
	(void) line;
	if (self->places.id == ADVANCED_NO_ID)
		return;
	g_hash_table_insert (self->places.by_id, GUINT_TO_POINTER (self->places.id),
	                     GUINT_TO_POINTER (self->places.all->len));
	g_array_append_val (self->places.all, place);
}

const AdvancedPlace *
fairlead_advanced_place (Advanced *self, guint32 id, guint64 line)
{
	gpointer index;

	if (id == ADVANCED_NO_ID)
		return NULL;
	if (g_hash_table_lookup_extended (self->places.by_id, GUINT_TO_POINTER (id), NULL, &index))
		return &g_array_index (self->places.all, AdvancedPlace, GPOINTER_TO_UINT (index));
	fairlead_advanced_issue_once (self, FAIRLEAD_ISSUE_UNKNOWN_ID, line,
	                              "Location %u is not in the file", id);
	return NULL;
}

char *
fairlead_advanced_place_text (const AdvancedPlace *place)
{
	GString *text = g_string_new (place->street);

	fairlead_advanced_append (text, ", ", place->locality);
	fairlead_advanced_append (text, ", ", place->country);
	return g_string_free (text, FALSE);
}

static const AdvancedStep steps[] = {
	{ ADVANCED_AT_ROOT, "Locations", ADVANCED_AT_PLACES, NULL, NULL },
	{ ADVANCED_AT_PLACES, "Location", ADVANCED_AT_PLACE, start_place, end_place },
	{ ADVANCED_AT_PLACE, "Comment", ADVANCED_AT_TEXT, NULL, end_comment },
	{ ADVANCED_AT_PLACE, "LocationAreaCode", ADVANCED_AT_TEXT, start_area, NULL },
	{ ADVANCED_AT_PLACE, "LocationCountry", ADVANCED_AT_TEXT, start_country, NULL },
	{ ADVANCED_AT_PLACE, "LocationPart", ADVANCED_AT_PLACE_PART, start_part, NULL },
	{ ADVANCED_AT_PLACE, "FeatureVersionReference", ADVANCED_AT_PASSED, NULL, NULL },
	{ ADVANCED_AT_PLACE, "IDRegDocumentReference", ADVANCED_AT_PASSED, NULL, NULL },
	{ ADVANCED_AT_PLACE_PART, "LocationPartValue", ADVANCED_AT_PLACE_VALUE, NULL, NULL },
	{ ADVANCED_AT_PLACE_VALUE, "Value", ADVANCED_AT_TEXT, NULL, end_value },
	{ ADVANCED_AT_PLACE_VALUE, "Comment", ADVANCED_AT_TEXT, NULL, end_comment },
};

const AdvancedModule fairlead_advanced_places = {
	steps,
	G_N_ELEMENTS (steps),
	init_places,
	clear_places,
};
