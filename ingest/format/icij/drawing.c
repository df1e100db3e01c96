/* ingest/format/icij/drawing.c: ICIJ's drawings of the Panama Papers, as tables of nodes and edges
 *
 * An export of drawings, with their colours and places on the screen, which are not read. A node
 * stands once for each drawing that it is in. Ids are not those of the Offshore Leaks tables. */
#include "ingest/format/icij/leaks.h"

#include <string.h>

#define SCHEME "icij-drawing"

enum {
	ID,
	CATEGORY,
	NAME,
	FORMER_NAME,
	JURISDICTION,
	NUMBER,
	FORMED,
	INACTIVE,
	STRUCK_OFF,
	STATUS,
	COUNTRY,
	ACTIVITY,
	N_NODE_COLUMNS
};

#define PROPERTY(name) "data.properties." name

static const char *const node_columns[N_NODE_COLUMNS] = {
	"id",
	"data.categories.0",
	PROPERTY ("name"),
	PROPERTY ("former_name"),
	PROPERTY ("jurisdiction"),
	PROPERTY ("file_number"),
	PROPERTY ("registrationDate"),
	PROPERTY ("inactivationDate"),
	PROPERTY ("struck_off_date"),
	PROPERTY ("status"),
	PROPERTY ("country"),
	PROPERTY ("activity"),
};

enum { EDGE_ID, SOURCE, TARGET, TYPE, ROLE, START_DATE, END_DATE, N_EDGE_COLUMNS };

static const char *const edge_columns[N_EDGE_COLUMNS] = {
	"id",
	"source",
	"target",
	"data.type",
	PROPERTY ("name"),
	PROPERTY ("date_start"),
	PROPERTY ("date_end"),
};

static const struct {
	const char *word;
	FairleadKind kind;
} categories[] = {
	{ "Company", FAIRLEAD_KIND_COMPANY },
	{ "Address", FAIRLEAD_KIND_ADDRESS },
	{ "Officer", FAIRLEAD_KIND_UNKNOWN },
	{ "Client", FAIRLEAD_KIND_UNKNOWN },
};

static const struct {
	guint column;
	FairleadAttribute attribute;
} attributes[] = {
	{ FORMED, FAIRLEAD_ATTRIBUTE_FORMED },        { INACTIVE, FAIRLEAD_ATTRIBUTE_DISSOLVED },
	{ STRUCK_OFF, FAIRLEAD_ATTRIBUTE_DISSOLVED }, { STATUS, FAIRLEAD_ATTRIBUTE_STATUS },
	{ COUNTRY, FAIRLEAD_ATTRIBUTE_COUNTRY },      { ACTIVITY, FAIRLEAD_ATTRIBUTE_SECTOR },
};

/* The provider's codes of jurisdictions */
static const struct {
	const char *code;
	const char *country;
} jurisdictions[] = {
	{ "BVI", "VG" }, { "PMA", "PA" },  { "SEY", "SC" }, { "BAH", "BS" }, { "ANG", "AI" },
	{ "SAM", "WS" }, { "NIUE", "NU" }, { "UK", "GB" },  { "HK", "HK" },  { "CYP", "CY" },
};

static const FairleadIcijEdge edges[] = {
	{ "is officer of", FAIRLEAD_LINK_OFFICER, TRUE, FALSE, 1.0f },
	{ "registered", FAIRLEAD_LINK_FORMATION_AGENT, FALSE, FALSE, 1.0f },
	{ "registered address", FAIRLEAD_LINK_ADDRESS, FALSE, TRUE, 1.0f },
	{ "has similar name and address as", FAIRLEAD_LINK_LINKED, FALSE, FALSE, 0.5f },
};

static const FairleadIcijEdge unknown_edge = { NULL, FAIRLEAD_LINK_LINKED, FALSE, FALSE, 1.0f };

static FairleadKind
kind_of (FairleadReading *reading, const FairleadCsvTableRow *row)
{
	for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
		if (strcmp (categories[i].word, row->cells[CATEGORY]) == 0)
			return categories[i].kind;
	fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_UNKNOWN_KIND, row->source,
	                            "category \"%s\"", row->cells[CATEGORY]);
	return FAIRLEAD_KIND_UNKNOWN;
}

static void
add_jurisdiction (FairleadRecords *records, FairleadEntity node, const FairleadCsvTableRow *row)
{
	const char *text = row->cells[JURISDICTION];

	for (guint i = 0; i < G_N_ELEMENTS (jurisdictions); i++)
		if (strcmp (jurisdictions[i].code, row->cells[JURISDICTION]) == 0)
			text = jurisdictions[i].country;
	fairlead_records_add_attribute (records, node, FAIRLEAD_ATTRIBUTE_JURISDICTION, text, NULL,
	                                row->source);
}

/* The number is of the provider's file, not of the company's register */
static void
describe_node (FairleadReading *reading, FairleadEntity node, const FairleadCsvTableRow *row)
{
	FairleadRecords *records = reading->records;

	fairlead_icij_name_node (reading->state, records, node, row->cells[ID], row->cells[NAME],
	                         row->source);
	if (strcmp (row->cells[FORMER_NAME], row->cells[NAME]) != 0)
		fairlead_records_add_name (records, node, row->cells[FORMER_NAME],
		                           FAIRLEAD_NAME_FORMER, FALSE, row->source);
	for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
		fairlead_records_add_attribute (records, node, attributes[i].attribute,
		                                row->cells[attributes[i].column], NULL,
		                                row->source);
	add_jurisdiction (records, node, row);
	fairlead_records_add_identifier (records, node, FAIRLEAD_ID_OTHER, row->cells[NUMBER],
	                                 "Mossack Fonseca file", row->source);
}

static void
read_node (FairleadReading *reading, const FairleadCsvTableRow *row, gpointer user_data)
{
	FairleadIcij *self = reading->state;
	FairleadIcijNode node = fairlead_icij_nodes_describe (
		self->nodes, reading->records, row->cells[ID], kind_of (reading, row), row->source);

	(void) user_data;
	if (!(node.flags & FAIRLEAD_ICIJ_DESCRIBED))
		describe_node (reading, node.entity, row);
}

static const FairleadIcijEdge *
find_edge (FairleadReading *reading, const FairleadCsvTableRow *row)
{
	for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
		if (strcmp (edges[i].word, row->cells[TYPE]) == 0)
			return &edges[i];
	fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_UNKNOWN_KIND, row->source,
	                            "edge \"%s\"", row->cells[TYPE]);
	return &unknown_edge;
}

static void
read_edge (FairleadReading *reading, const FairleadCsvTableRow *row, gpointer user_data)
{
	FairleadIcij *self = reading->state;
	FairleadIcijLink link = {
		.start = row->cells[SOURCE],
		.end = row->cells[TARGET],
		.type = row->cells[TYPE],
		.role = row->cells[ROLE],
		.status = "",
		.first_day = row->cells[START_DATE],
		.last_day = row->cells[END_DATE],
	};

	(void) user_data;
	if (!g_hash_table_add (self->edges, g_strdup (row->cells[EDGE_ID])))
		return;
	link.meaning = find_edge (reading, row);
	fairlead_icij_add_link (self, reading->records, &link, row->source);
}

static gpointer
begin (const FairleadFormat *format)
{
	(void) format;
	return fairlead_icij_new (SCHEME);
}

static const char *const node_signs[] = { "id", "data.categories.0", PROPERTY ("name"), NULL };
static const char *const edge_signs[] = { "id", "source", "target", "data.type", NULL };

static guint
sniff (const FairleadFormat *format, const FairleadSample *sample)
{
	(void) format;
	return fairlead_sample_has_columns (sample, node_signs)
	                       || fairlead_sample_has_columns (sample, edge_signs)
	               ? 95
	               : 0;
}

static gboolean
read_file (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	(void) format;
	if (fairlead_sample_has_columns (reading->sample, edge_signs))
		return fairlead_csv_table_read (reading, edge_columns, N_EDGE_COLUMNS, read_edge,
		                                NULL, error);
	return fairlead_csv_table_read (reading, node_columns, N_NODE_COLUMNS, read_node, NULL,
	                                error);
}

const FairleadFormat fairlead_format_icij_drawing = {
	.name = "icij-drawing",
	.title = "ICIJ drawings of the Panama Papers, nodes and edges (CSV)",
	.sniff = sniff,
	.read = read_file,
	.begin = begin,
	.finish = fairlead_icij_finish,
	.end = fairlead_icij_end,
};
