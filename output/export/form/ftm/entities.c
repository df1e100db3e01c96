/* output/export/form/ftm/entities.c: parties, vessels and places, and their listings, as objects */
#include "output/export/form/ftm/ftm.h"

#include <string.h>

#include "graph/facts/disagreement.h"
#include "output/values.h"

#define MOST_IN_IDENTIFIER 64

/* ---- what a value must be ---- */

static gboolean
is_any (const char *text)
{
	return *text != '\0';
}

/* Codes that ISO 3166 has withdrawn are none there */
static gboolean
is_country (const char *text)
{
	static const char *const withdrawn[] = { "AN", "BU", "CS", "DD", "SU",
		                                 "TP", "YU", "ZR", NULL };

	return strlen (text) == 2 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1])
	       && !g_strv_contains (withdrawn, text);
}

static gboolean
is_number (const char *text)
{
	return *text != '\0' && strspn (text, "0123456789.") == strlen (text);
}

static gboolean
is_gender (const char *text)
{
	return strcmp (text, "male") == 0 || strcmp (text, "female") == 0;
}

/* With the country's number, as E.164 has it */
static gboolean
is_phone (const char *text)
{
	return text[0] == '+' && strlen (text) >= 9 && strlen (text) <= 16
	       && strspn (text + 1, "0123456789") == strlen (text) - 1;
}

static gboolean
is_url (const char *text)
{
	return (g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://"))
	       && g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL);
}

/* ---- attributes ---- */

#define DATE NULL

static const struct {
	FairleadAttribute attribute;
	guint schemas;
	const char *property;
	gboolean (*is_valid) (const char *text);
} properties[] = {
	{ FAIRLEAD_ATTRIBUTE_COUNTRY, FAIRLEAD_FTM_ALL, "country", is_country },
	{ FAIRLEAD_ATTRIBUTE_NATIONALITY, FAIRLEAD_FTM_PERSON, "nationality", is_country },
	{ FAIRLEAD_ATTRIBUTE_JURISDICTION, FAIRLEAD_FTM_LEGAL_ENTITIES, "jurisdiction",
	  is_country },
	{ FAIRLEAD_ATTRIBUTE_FLAG, FAIRLEAD_FTM_VESSEL, "flag", is_country },
	{ FAIRLEAD_ATTRIBUTE_FORMER_FLAG, FAIRLEAD_FTM_VESSEL, "pastFlags", is_country },
	{ FAIRLEAD_ATTRIBUTE_BIRTH_DATE, FAIRLEAD_FTM_PERSON, "birthDate", DATE },
	{ FAIRLEAD_ATTRIBUTE_BIRTH_PLACE, FAIRLEAD_FTM_PERSON, "birthPlace", is_any },
	{ FAIRLEAD_ATTRIBUTE_FORMED, FAIRLEAD_FTM_LEGAL_ENTITIES, "incorporationDate", DATE },
	{ FAIRLEAD_ATTRIBUTE_DISSOLVED, FAIRLEAD_FTM_LEGAL_ENTITIES, "dissolutionDate", DATE },
	{ FAIRLEAD_ATTRIBUTE_GENDER, FAIRLEAD_FTM_PERSON, "gender", is_gender },
	{ FAIRLEAD_ATTRIBUTE_TITLE, FAIRLEAD_FTM_PERSON, "title", is_any },
	{ FAIRLEAD_ATTRIBUTE_ADDRESS, FAIRLEAD_FTM_ALL, "address", is_any },
	{ FAIRLEAD_ATTRIBUTE_PHONE, FAIRLEAD_FTM_LEGAL_ENTITIES, "phone", is_phone },
	{ FAIRLEAD_ATTRIBUTE_WEBSITE, FAIRLEAD_FTM_LEGAL_ENTITIES, "website", is_url },
	{ FAIRLEAD_ATTRIBUTE_SECTOR, FAIRLEAD_FTM_LEGAL_ENTITIES, "sector", is_any },
	{ FAIRLEAD_ATTRIBUTE_STATUS, FAIRLEAD_FTM_LEGAL_ENTITIES, "status", is_any },
	{ FAIRLEAD_ATTRIBUTE_LEGAL_FORM, FAIRLEAD_FTM_LEGAL_ENTITIES, "legalForm", is_any },
	{ FAIRLEAD_ATTRIBUTE_VESSEL_TYPE, FAIRLEAD_FTM_VEHICLES, "type", is_any },
	{ FAIRLEAD_ATTRIBUTE_DEADWEIGHT, FAIRLEAD_FTM_VESSEL, "deadweightTonnage", is_number },
	{ FAIRLEAD_ATTRIBUTE_GROSS_TONNAGE, FAIRLEAD_FTM_VESSEL, "grossRegisteredTonnage",
	  is_number },
	{ FAIRLEAD_ATTRIBUTE_YEAR_BUILT, FAIRLEAD_FTM_VEHICLES, "buildDate", DATE },
};

static void
add_to_property (FairleadFtmObject *object, guint n, const FairleadAttributeRow *row,
                 const char *text, const FairleadPeriod *period)
{
	const char *name = fairlead_attribute_info (row->attribute)->name;
	g_autofree char *lower = NULL;

	if (properties[n].is_valid == DATE) {
		if (fairlead_date_is_unknown (period->start))
			fairlead_ftm_object_add_labelled (object, "notes", name, text);
		fairlead_ftm_object_add_date (object, properties[n].property, period->start,
		                              "notes");
		return;
	}
	if (!properties[n].is_valid (text)) {
		fairlead_ftm_object_add_labelled (object, "notes", name, text);
		return;
	}
	lower = properties[n].is_valid == is_country ? g_ascii_strdown (text, -1) : g_strdup (text);
	fairlead_ftm_object_add (object, properties[n].property, lower);
}

/* `flag: KP (2014/2016-03)`: when a value held has no property */
static void
add_when (FairleadFtmObject *object, const FairleadAttributeRow *row, const char *text,
          const FairleadPeriod *period)
{
	g_autofree char *interval = fairlead_period_dup_interval (period);
	g_autofree char *words =
		interval == NULL ? NULL : g_strdup_printf ("%s (%s)", text, interval);

	if (words != NULL && fairlead_attribute_info (row->attribute)->type != FAIRLEAD_TYPE_DATE)
		fairlead_ftm_object_add_labelled (
			object, "notes", fairlead_attribute_info (row->attribute)->name, words);
}

static void
add_attribute (FairleadFtmObject *object, FairleadFtmSchema schema, FairleadRecords *records,
               const FairleadAttributeRow *row)
{
	const char *text = fairlead_records_get_text (records, row->text);
	const FairleadPeriod *period = fairlead_records_get_period (records, row->period);

	add_when (object, row, text, period);
	for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
		if (properties[i].attribute == row->attribute && (properties[i].schemas & schema)) {
			add_to_property (object, i, row, text, period);
			return;
		}
	if (row->attribute == FAIRLEAD_ATTRIBUTE_NOTE)
		fairlead_ftm_object_add (object, "notes", text);
	else
		fairlead_ftm_object_add_labelled (
			object, "notes", fairlead_attribute_info (row->attribute)->name, text);
}

static void
add_attributes (FairleadFtmObject *object, FairleadFtmSchema schema, const FairleadExportView *view,
                FairleadVertex vertex)
{
	FairleadRecords *records = fairlead_network_get_records (view->network);
	FairleadRows rows = fairlead_network_get_attributes (view->network, vertex);
	guint n;
	const FairleadAttributeRow *table = fairlead_records_get_attributes (records, &n);

	for (guint i = 0; i < rows.n; i++)
		add_attribute (object, schema, records, &table[rows.rows[i]]);
}

/* ---- names ---- */

static void
add_names (FairleadFtmObject *object, const FairleadExportView *view, FairleadVertex vertex)
{
	static const char *const names[FAIRLEAD_N_NAME_TYPES] = {
		[FAIRLEAD_NAME_PRIMARY] = "name",
		[FAIRLEAD_NAME_ALIAS] = "alias",
		[FAIRLEAD_NAME_FORMER] = "previousName",
	};
	FairleadRecords *records = fairlead_network_get_records (view->network);
	FairleadRows rows = fairlead_network_get_names (view->network, vertex);
	guint n;
	const FairleadNameRow *table = fairlead_records_get_names (records, &n);

	fairlead_ftm_object_add (object, "name", object->caption);
	for (guint i = 0; i < rows.n; i++) {
		const FairleadNameRow *row = &table[rows.rows[i]];

		fairlead_ftm_object_add (object, row->weak ? "weakAlias" : names[row->type],
		                         fairlead_records_get_text (records, row->text));
	}
}

/* ---- numbers ---- */

static const struct {
	FairleadIdScheme scheme;
	guint schemas;
	const char *property;
} numbers[] = {
	{ FAIRLEAD_ID_IMO, FAIRLEAD_FTM_VESSEL, "imoNumber" },
	{ FAIRLEAD_ID_IMO_COMPANY, FAIRLEAD_FTM_ORGANIZATIONS, "imoNumber" },
	{ FAIRLEAD_ID_LEI, FAIRLEAD_FTM_LEGAL_ENTITIES, "leiCode" },
	{ FAIRLEAD_ID_MMSI, FAIRLEAD_FTM_VESSEL, "mmsi" },
	{ FAIRLEAD_ID_CALL_SIGN, FAIRLEAD_FTM_VESSEL, "callSign" },
	{ FAIRLEAD_ID_REGISTRATION, FAIRLEAD_FTM_LEGAL_ENTITIES | FAIRLEAD_FTM_VEHICLES,
	  "registrationNumber" },
	{ FAIRLEAD_ID_TAX, FAIRLEAD_FTM_LEGAL_ENTITIES, "taxNumber" },
	{ FAIRLEAD_ID_PASSPORT, FAIRLEAD_FTM_PERSON, "passportNumber" },
	{ FAIRLEAD_ID_NATIONAL, FAIRLEAD_FTM_LEGAL_ENTITIES, "idNumber" },
	{ FAIRLEAD_ID_BIC, FAIRLEAD_FTM_LEGAL_ENTITIES, "swiftBic" },
	{ FAIRLEAD_ID_OTHER, FAIRLEAD_FTM_LEGAL_ENTITIES, "idNumber" },
};

static const char *
property_of_number (const FairleadIdRow *row, FairleadFtmSchema schema, const char *number)
{
	if (!row->valid || g_utf8_strlen (number, -1) > MOST_IN_IDENTIFIER)
		return NULL;
	for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
		if (numbers[i].scheme == row->scheme && (numbers[i].schemas & schema))
			return numbers[i].property;
	return NULL;
}

static void
add_numbers (FairleadFtmObject *object, FairleadFtmSchema schema, const FairleadExportView *view,
             FairleadVertex vertex)
{
	FairleadRecords *records = fairlead_network_get_records (view->network);
	FairleadRows rows = fairlead_network_get_identifiers (view->network, vertex);
	guint n;
	const FairleadIdRow *table = fairlead_records_get_identifiers (records, &n);

	for (guint i = 0; i < rows.n; i++) {
		const FairleadIdRow *row = &table[rows.rows[i]];
		const char *number = fairlead_records_get_text (records, row->number);
		const char *issuer = fairlead_records_get_text (records, row->issuer);
		const char *property = property_of_number (row, schema, number);
		g_autofree char *words =
			g_strconcat (number, *issuer != '\0' ? ", of " : "", issuer, NULL);

		if (property != NULL)
			fairlead_ftm_object_add (object, property, number);
		if (property == NULL || *issuer != '\0')
			fairlead_ftm_object_add_labelled (
				object, "notes", fairlead_id_scheme_info (row->scheme)->name,
				words);
	}
}

/* ---- the rest ---- */

static void
add_sources (FairleadFtmObject *object, const FairleadExportView *view, FairleadVertex vertex)
{
	g_autoptr (GString) source = g_string_new (NULL);
	g_autoptr (GPtrArray) sources = fairlead_values_of_sources (view->network, vertex);

	for (guint i = 0; i < sources->len; i++)
		fairlead_ftm_object_add_labelled (object, "notes", "source",
		                                  g_ptr_array_index (sources, i));
	if (sources->len == 0 && fairlead_export_append_reference (view, vertex, source))
		fairlead_ftm_object_add_labelled (object, "notes", "source", source->str);
}

static gboolean
is_listed (const FairleadExportView *view, FairleadVertex vertex)
{
	FairleadRows rows = fairlead_network_get_designations (view->network, vertex);

	for (guint i = 0; i < rows.n; i++)
		if (fairlead_network_is_listing (view->network, rows.rows[i]))
			return TRUE;
	return FALSE;
}

static void
write_sanction (const FairleadExportView *view, const FairleadFtmObject *of, guint designation,
                FairleadJson *json)
{
	FairleadRecords *records = fairlead_network_get_records (view->network);
	guint n;
	const FairleadDesignationRow *row =
		&fairlead_records_get_designations (records, &n)[designation];
	const char *list = fairlead_records_get_text (records, row->list);
	const char *programme = fairlead_records_get_text (records, row->programme);
	const FairleadPeriod *period = fairlead_records_get_period (records, row->period);
	g_autofree char *source = fairlead_records_dup_source_text (records, row->source);
	g_autofree char *key = g_strjoin ("\n", "sanction", of->id, list, programme, source, NULL);
	g_auto (FairleadFtmObject) object = { 0 };

	fairlead_ftm_object_init (&object, fairlead_ftm_dup_id (key), "Sanction", list);
	fairlead_ftm_object_add (&object, "entity", of->id);
	fairlead_ftm_object_add (&object, "authority", list);
	fairlead_ftm_object_add (&object, "program", programme);
	fairlead_ftm_object_add (&object, "provisions",
	                         fairlead_records_get_text (records, row->basis));
	fairlead_ftm_object_add (
		&object, "status",
		fairlead_network_is_listing (view->network, designation) ? "listed" : "ended");
	fairlead_ftm_object_add (&object, "recordId", source);
	fairlead_ftm_object_add_date (&object, "startDate", period->start, "summary");
	fairlead_ftm_object_add_date (&object, "endDate", period->end, "summary");
	fairlead_ftm_object_write (&object, json);
}

void
fairlead_ftm_write_entity (const FairleadExportView *view, FairleadVertex vertex,
                           FairleadJson *json)
{
	FairleadFtmSchema schema =
		fairlead_ftm_schema_of (fairlead_network_get_kind (view->network, vertex));
	const char *id = fairlead_network_get_id (view->network, vertex);
	const char *name = fairlead_network_get_name (view->network, vertex);
	FairleadRows listings = fairlead_network_get_designations (view->network, vertex);
	g_auto (FairleadFtmObject) object = { 0 };

	fairlead_ftm_object_init (&object, fairlead_ftm_dup_id (id),
	                          fairlead_ftm_schema_name (schema), name);
	add_names (&object, view, vertex);
	if (schema == FAIRLEAD_FTM_ADDRESS)
		fairlead_ftm_object_add (&object, "full", name);
	add_numbers (&object, schema, view, vertex);
	add_attributes (&object, schema, view, vertex);
	if (is_listed (view, vertex))
		fairlead_ftm_object_add (&object, "topics", "sanction");
	fairlead_ftm_object_add_labelled (&object, "notes", "entity", id);
	add_sources (&object, view, vertex);
	fairlead_ftm_object_write (&object, json);
	for (guint i = 0; i < listings.n; i++)
		write_sanction (view, &object, listings.rows[i], json);
}
