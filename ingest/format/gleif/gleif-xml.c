/* ingest/format/gleif/gleif-xml.c: the XML files of both levels, record by record */
#include "ingest/format/gleif/gleif.h"

#include "ingest/syntax/xml-records.h"

/* The text of an element some levels down; empty where a step is missing */
static GleifText
text_at (const FairleadXmlNode *node, const char *first, const char *second)
{
	node = fairlead_xml_node_find (node, first);
	if (node != NULL && second != NULL)
		node = fairlead_xml_node_find (node, second);
	return node == NULL ? (GleifText){ "", 0 } : (GleifText){ node->text, node->line };
}

/* The children of @parent's child @name, or the children of nothing */
static const FairleadXmlNode *
first_in (const FairleadXmlNode *parent, const char *name)
{
	const FairleadXmlNode *container =
		parent == NULL ? NULL : fairlead_xml_node_find (parent, name);

	return container == NULL ? NULL : container->first_child;
}

/* ---- level 1 ---- */

/* Where the fields stand in <Entity>, and the last in <Registration> */
static const struct {
	const char *first;
	const char *second;
} field_places[GLEIF_N_FIELDS] = {
	[GLEIF_JURISDICTION] = { "LegalJurisdiction", NULL },
	[GLEIF_CATEGORY] = { "EntityCategory", NULL },
	[GLEIF_SUBCATEGORY] = { "EntitySubCategory", NULL },
	[GLEIF_FORM_CODE] = { "LegalForm", "EntityLegalFormCode" },
	[GLEIF_FORM] = { "LegalForm", "OtherLegalForm" },
	[GLEIF_STATUS] = { "EntityStatus", NULL },
	[GLEIF_CREATED] = { "EntityCreationDate", NULL },
	[GLEIF_EXPIRED] = { "EntityExpirationDate", NULL },
	[GLEIF_EXPIRY_REASON] = { "EntityExpirationReason", NULL },
	[GLEIF_AUTHORITY] = { "RegistrationAuthority", "RegistrationAuthorityID" },
	[GLEIF_OTHER_AUTHORITY] = { "RegistrationAuthority", "OtherRegistrationAuthorityID" },
	[GLEIF_NUMBER] = { "RegistrationAuthority", "RegistrationAuthorityEntityID" },
};

static void
collect_names (GArray *names, const FairleadXmlNode *node, const char *otherwise)
{
	for (; node != NULL; node = node->next) {
		const char *type = fairlead_xml_node_get_attribute (node, "type");
		GleifName name = { { node->text, node->line }, *type != '\0' ? type : otherwise };

		g_array_append_val (names, name);
	}
}

static GleifAddress
read_address (const FairleadXmlNode *entity, const char *name)
{
	const FairleadXmlNode *node = fairlead_xml_node_find (entity, name);
	GleifAddress address = { { "", "", "", "" }, "", "", "", "", 0 };
	guint n_lines = 1;

	if (node == NULL)
		return address;
	address.lines[0] = fairlead_xml_node_get (node, "FirstAddressLine");
	for (const FairleadXmlNode *child = node->first_child; child != NULL; child = child->next)
		if (g_str_equal (child->name, "AdditionalAddressLine")
		    && n_lines < GLEIF_N_ADDRESS_LINES)
			address.lines[n_lines++] = child->text;
	address.city = fairlead_xml_node_get (node, "City");
	address.region = fairlead_xml_node_get (node, "Region");
	address.country = fairlead_xml_node_get (node, "Country");
	address.postcode = fairlead_xml_node_get (node, "PostalCode");
	address.line = node->line;
	return address;
}

static GleifOther
read_other (const FairleadXmlNode *node, const char *lei, const char *name)
{
	return (GleifOther){ fairlead_xml_node_get (node, lei), fairlead_xml_node_get (node, name),
		             fairlead_xml_node_get_attribute (node, "type"), node->line };
}

static void
collect_others (GleifCompany *company, const FairleadXmlNode *entity)
{
	for (const FairleadXmlNode *node = entity->first_child; node != NULL; node = node->next) {
		GleifOther other = { "", "", "", 0 };

		if (g_str_equal (node->name, "AssociatedEntity"))
			company->associate =
				read_other (node, "AssociatedLEI", "AssociatedEntityName");
		if (!g_str_equal (node->name, "SuccessorEntity"))
			continue;
		other = read_other (node, "SuccessorLEI", "SuccessorEntityName");
		g_array_append_val (company->successors, other);
	}
}

static void
read_company (FairleadReading *reading, const FairleadXmlNode *record)
{
	static const FairleadXmlNode nothing = { .name = "", .text = "" };
	const FairleadXmlNode *found = fairlead_xml_node_find (record, "Entity");
	const FairleadXmlNode *entity = found != NULL ? found : &nothing;
	g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (GleifName));
	g_autoptr (GArray) successors = g_array_new (FALSE, FALSE, sizeof (GleifOther));
	GleifCompany company = { .line = record->line,
		                 .names = names,
		                 .successors = successors,
		                 .associate = { "", "", "", 0 } };
	GleifName legal = { text_at (entity, "LegalName", NULL), "" };

	company.lei = text_at (record, "LEI", NULL);
	for (guint i = 0; i < GLEIF_REGISTRATION_STATUS; i++)
		company.fields[i] = text_at (entity, field_places[i].first, field_places[i].second);
	company.fields[GLEIF_REGISTRATION_STATUS] =
		text_at (record, "Registration", "RegistrationStatus");
	g_array_append_val (names, legal);
	collect_names (names, first_in (entity, "OtherEntityNames"), "OTHER");
	collect_names (names, first_in (entity, "TransliteratedOtherEntityNames"), "OTHER");
	company.legal = read_address (entity, "LegalAddress");
	company.headquarters = read_address (entity, "HeadquartersAddress");
	collect_others (&company, entity);
	fairlead_gleif_emit_company (reading, &company);
}

/* ---- level 2 ---- */

static void
collect_periods (GArray *periods, const FairleadXmlNode *node)
{
	for (; node != NULL; node = node->next) {
		GleifPeriod period = { fairlead_xml_node_get (node, "PeriodType"),
			               fairlead_xml_node_get (node, "StartDate"),
			               fairlead_xml_node_get (node, "EndDate") };

		g_array_append_val (periods, period);
	}
}

static void
collect_quantities (GArray *quantities, const FairleadXmlNode *node)
{
	for (; node != NULL; node = node->next) {
		GleifQuantity quantity = { fairlead_xml_node_get (node, "MeasurementMethod"),
			                   fairlead_xml_node_get (node, "QuantifierAmount"),
			                   fairlead_xml_node_get (node, "QuantifierUnits") };

		g_array_append_val (quantities, quantity);
	}
}

static void
read_relation (FairleadReading *reading, const FairleadXmlNode *record)
{
	static const FairleadXmlNode nothing = { .name = "", .text = "" };
	const FairleadXmlNode *found = fairlead_xml_node_find (record, "Relationship");
	const FairleadXmlNode *node = found != NULL ? found : &nothing;
	g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (GleifPeriod));
	g_autoptr (GArray) quantities = g_array_new (FALSE, FALSE, sizeof (GleifQuantity));
	GleifRelation relation = {
		.line = record->line,
		.nodes = { text_at (node, "StartNode", "NodeID").text,
		           text_at (node, "EndNode", "NodeID").text },
		.node_types = { text_at (node, "StartNode", "NodeIDType").text,
		                text_at (node, "EndNode", "NodeIDType").text },
		.type = text_at (node, "RelationshipType", NULL).text,
		.status = text_at (node, "RelationshipStatus", NULL).text,
		.registration_status = text_at (record, "Registration", "RegistrationStatus").text,
		.periods = periods,
		.quantities = quantities,
	};

	collect_periods (periods, first_in (node, "RelationshipPeriods"));
	collect_quantities (quantities, first_in (node, "RelationshipQuantifiers"));
	fairlead_gleif_emit_relation (reading, &relation);
}

/* ---- files ---- */

typedef struct {
	const char *root;
	const char *record;
	const char *header;
	const char *container;
	void (*read) (FairleadReading *reading, const FairleadXmlNode *record);
} Level;

static const Level level_1 = { "LEIData", "LEIRecord", "LEIHeader", "LEIRecords", read_company };
static const Level level_2 = { "RelationshipData", "RelationshipRecord", "Header",
	                       "RelationshipRecords", read_relation };

typedef struct {
	FairleadReading *reading;
	const Level *level;
} File;

static gboolean
on_record (const FairleadXmlNode *record, gpointer user_data, GError **error)
{
	File *file = user_data;

	(void) error;
	if (g_str_equal (record->name, file->level->header)) {
		fairlead_reading_note_issued (file->reading,
		                              fairlead_xml_node_get (record, "ContentDate"),
		                              FAIRLEAD_DATE_DAY_FIRST);
		return TRUE;
	}
	file->reading->n_records++;
	file->level->read (file->reading, record);
	return TRUE;
}

static void
on_unknown (const FairleadXmlElement *element, gpointer user_data)
{
	FairleadReading *reading = ((File *) user_data)->reading;
	guint64 line = fairlead_xml_element_get_line (element);
	FairleadSource source = { reading->file, (guint32) MIN (line, G_MAXUINT32) };

	fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_UNKNOWN_KIND, source,
	                            "element <%s> was not read",
	                            fairlead_xml_element_get_name (element));
}

static gboolean
read_xml (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	const Level *level = format->data;
	const char *const records[] = { level->record, level->header, NULL };
	const char *const containers[] = { level->container, NULL };
	FairleadXmlRecordHandler handler = { .records = records,
		                             .containers = containers,
		                             .record = on_record,
		                             .unknown = on_unknown };
	File file = { reading, level };

	return fairlead_xml_read_records (reading->input, &handler, &file, error);
}

static guint
sniff_xml (const FairleadFormat *format, const FairleadSample *sample)
{
	const Level *level = format->data;

	return sample->is_xml && g_strcmp0 (sample->root, level->root) == 0 ? 100 : 0;
}

const FairleadFormat fairlead_format_gleif_lei_xml = {
	.name = "gleif-lei-xml",
	.title = "GLEIF level 1, who is who (LEI-CDF, XML)",
	.sniff = sniff_xml,
	.read = read_xml,
	.data = &level_1,
};

const FairleadFormat fairlead_format_gleif_rr_xml = {
	.name = "gleif-rr-xml",
	.title = "GLEIF level 2, who owns whom (RR-CDF, XML)",
	.sniff = sniff_xml,
	.read = read_xml,
	.data = &level_2,
};
