/* ingest/format/icij/leaks.c: ICIJ Offshore Leaks, five tables of nodes and one of relationships
 *
 * Not read: the provider's own internal_id, sourceID and valid_until, which say of every row which
 * leak it is of and how far that leak reaches. */
#include "ingest/format/icij/leaks.h"

#include <string.h>

#include "ingest/grammar/country.h"
#include "ingest/grammar/name.h"

#define SCHEME "icij"
#define GUESS 0.3f /* confidence that two of the same name or address have to do with each other */

enum {
	NODE_ID,
	NAME,
	ORIGINAL_NAME,
	FORMER_NAME,
	JURISDICTION,
	JURISDICTION_NAME,
	COMPANY_TYPE,
	TYPE,
	ADDRESS,
	FORMED,
	INACTIVE,
	STRUCK_OFF,
	CLOSED,
	DORMANT,
	STATUS,
	PROVIDER,
	NUMBER,
	COUNTRY_CODES,
	COUNTRIES,
	NOTE,
	N_NODE_COLUMNS
};

static const char *const node_columns[N_NODE_COLUMNS] = {
	"node_id",
	"name",
	"original_name",
	"former_name",
	"jurisdiction",
	"jurisdiction_description",
	"company_type",
	"type",
	"address",
	"incorporation_date",
	"inactivation_date",
	"struck_off_date",
	"closed_date",
	"dorm_date",
	"status",
	"service_provider",
	"ibcRUC",
	"country_codes",
	"countries",
	"note",
};

enum { START, END, REL_TYPE, LINK, LINK_STATUS, START_DATE, END_DATE, N_LINK_COLUMNS };

static const char *const link_columns[N_LINK_COLUMNS] = {
	"node_id_start", "node_id_end", "rel_type", "link", "status", "start_date", "end_date",
};

static const FairleadIcijEdge edges[] = {
	{ "officer_of", FAIRLEAD_LINK_OFFICER, TRUE, FALSE, 1.0f },
	{ "registered_address", FAIRLEAD_LINK_ADDRESS, FALSE, TRUE, 1.0f },
	{ "intermediary_of", FAIRLEAD_LINK_FORMATION_AGENT, FALSE, FALSE, 1.0f },
	{ "same_as", FAIRLEAD_LINK_SAME_AS, FALSE, FALSE, 1.0f },
	{ "same_company_as", FAIRLEAD_LINK_SAME_AS, FALSE, FALSE, 1.0f },
	{ "same_id_as", FAIRLEAD_LINK_SAME_AS, FALSE, FALSE, 1.0f },
	{ "same_intermediary_as", FAIRLEAD_LINK_SAME_AS, FALSE, FALSE, 1.0f },
	{ "same_name_as", FAIRLEAD_LINK_LINKED, FALSE, FALSE, GUESS },
	{ "same_address_as", FAIRLEAD_LINK_LINKED, FALSE, FALSE, GUESS },
	{ "similar", FAIRLEAD_LINK_LINKED, FALSE, FALSE, GUESS },
	{ "similar_company_as", FAIRLEAD_LINK_LINKED, FALSE, FALSE, GUESS },
	{ "probably_same_officer_as", FAIRLEAD_LINK_LINKED, FALSE, FALSE, GUESS },
	{ "connected_to", FAIRLEAD_LINK_LINKED, FALSE, FALSE, 1.0f },
	{ "underlying", FAIRLEAD_LINK_LINKED, FALSE, FALSE, 1.0f },
};

static const FairleadIcijEdge unknown_edge = { NULL, FAIRLEAD_LINK_LINKED, FALSE, FALSE, 1.0f };

/* ---- nodes ---- */

/* Cells that are attributes as they stand; of two cells that say one thing, the first is enough */
static const struct {
	guint column;
	FairleadAttribute attribute;
	const char *label;
} attributes[] = {
	{ COMPANY_TYPE, FAIRLEAD_ATTRIBUTE_LEGAL_FORM, NULL },
	{ TYPE, FAIRLEAD_ATTRIBUTE_LEGAL_FORM, NULL },
	{ ADDRESS, FAIRLEAD_ATTRIBUTE_ADDRESS, NULL },
	{ FORMED, FAIRLEAD_ATTRIBUTE_FORMED, NULL },
	{ INACTIVE, FAIRLEAD_ATTRIBUTE_DISSOLVED, NULL },
	{ STRUCK_OFF, FAIRLEAD_ATTRIBUTE_DISSOLVED, NULL },
	{ CLOSED, FAIRLEAD_ATTRIBUTE_DISSOLVED, NULL },
	{ DORMANT, FAIRLEAD_ATTRIBUTE_NOTE, "Dormant since" },
	{ STATUS, FAIRLEAD_ATTRIBUTE_STATUS, NULL },
	{ PROVIDER, FAIRLEAD_ATTRIBUTE_NOTE, "Service provider" },
	{ NOTE, FAIRLEAD_ATTRIBUTE_NOTE, NULL },
};

/* One of the tables of nodes */
typedef struct {
	FairleadKind kind;
	gboolean is_address;
} NodeTable;

static void
add_attribute (FairleadRecords *records, FairleadEntity node, guint row, const char *text,
               FairleadSource source)
{
	g_autofree char *labelled = NULL;

	if (*text == '\0')
		return;
	if (attributes[row].label != NULL)
		text = labelled = g_strconcat (attributes[row].label, ": ", text, NULL);
	fairlead_records_add_attribute (records, node, attributes[row].attribute, text, NULL,
	                                source);
}

/* `HKG;CHN`; there is a code for countries that were not identified, too */
static void
add_countries (FairleadRecords *records, FairleadEntity node, const FairleadCsvTableRow *row)
{
	gboolean coded = *row->cells[COUNTRY_CODES] != '\0';
	const char *text = row->cells[coded ? COUNTRY_CODES : COUNTRIES];

	while (*text != '\0') {
		gsize length = strcspn (text, ";");
		g_autofree char *one = g_strstrip (g_strndup (text, length));

		if (!fairlead_name_is_placeholder (one))
			fairlead_records_add_attribute (records, node, FAIRLEAD_ATTRIBUTE_COUNTRY,
			                                one, NULL, row->source);
		text += length + (text[length] != '\0');
	}
}

/* The codes are ICIJ's own (BVI, SAM, PMA); the words are known better */
static void
add_registration (FairleadRecords *records, FairleadEntity node, const FairleadCsvTableRow *row)
{
	const char *text = row->cells[JURISDICTION_NAME];
	const char *code;

	if (*text == '\0')
		text = row->cells[JURISDICTION];
	if (fairlead_name_is_placeholder (text))
		text = "";
	code = *text == '\0' ? NULL : fairlead_country_code (text);
	if (*text != '\0')
		fairlead_records_add_attribute (records, node, FAIRLEAD_ATTRIBUTE_JURISDICTION,
		                                text, NULL, row->source);
	if (*row->cells[NUMBER] != '\0')
		fairlead_records_add_identifier (records, node, FAIRLEAD_ID_REGISTRATION,
		                                 row->cells[NUMBER], code != NULL ? code : text,
		                                 row->source);
}

static void
add_other_name (FairleadRecords *records, FairleadEntity node, const FairleadCsvTableRow *row,
                guint column, FairleadNameType type)
{
	if (*row->cells[column] != '\0' && strcmp (row->cells[column], row->cells[NAME]) != 0)
		fairlead_records_add_name (records, node, row->cells[column], type, FALSE,
		                           row->source);
}

static void
name_node (FairleadIcij *self, FairleadRecords *records, FairleadEntity node,
           const FairleadCsvTableRow *row, const NodeTable *table)
{
	const char *name = row->cells[NAME];

	if (table->is_address && *name == '\0')
		name = row->cells[ADDRESS];
	if (*name == '\0') {
		fairlead_records_add_issue (records, FAIRLEAD_ISSUE_PLACEHOLDER, row->source,
		                            "node %s has no name", row->cells[NODE_ID]);
		if (table->is_address)
			fairlead_icij_nodes_set_nobody (self->nodes, row->cells[NODE_ID], node);
		return;
	}
	fairlead_icij_name_node (self, records, node, row->cells[NODE_ID], name, row->source);
	add_other_name (records, node, row, ORIGINAL_NAME, FAIRLEAD_NAME_ALIAS);
	add_other_name (records, node, row, FORMER_NAME, FAIRLEAD_NAME_FORMER);
}

static void
read_node (FairleadReading *reading, const FairleadCsvTableRow *row, gpointer user_data)
{
	const NodeTable *table = user_data;
	FairleadRecords *records = reading->records;
	FairleadIcij *self = reading->state;
	FairleadEntity node;

	if (*row->cells[NODE_ID] == '\0') {
		fairlead_records_add_issue (records, FAIRLEAD_ISSUE_MISSING_FIELD, row->source,
		                            "no node_id");
		return;
	}
	node = fairlead_icij_nodes_describe (self->nodes, records, row->cells[NODE_ID], table->kind,
	                                     row->source)
	               .entity;
	name_node (self, records, node, row, table);
	for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
		if (!table->is_address || attributes[i].column != ADDRESS)
			add_attribute (records, node, i, row->cells[attributes[i].column],
			               row->source);
	add_registration (records, node, row);
	add_countries (records, node, row);
}

/* ---- relationships ---- */

static const FairleadIcijEdge *
find_edge (FairleadReading *reading, const FairleadCsvTableRow *row)
{
	FairleadIcij *self = reading->state;
	const char *word = row->cells[REL_TYPE];

	for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
		if (strcmp (edges[i].word, word) == 0)
			return &edges[i];
	if (g_hash_table_add (self->reported, g_strdup (word)))
		fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
		                            row->source, "rel_type \"%s\" (reported once)", word);
	return &unknown_edge;
}

static void
expect_link (FairleadReading *reading, const FairleadCsvTableRow *row, gpointer user_data)
{
	FairleadIcij *self = reading->state;

	(void) user_data;
	fairlead_icij_nodes_expect (self->nodes, row->cells[START]);
	fairlead_icij_nodes_expect (self->nodes, row->cells[END]);
}

static void
read_link (FairleadReading *reading, const FairleadCsvTableRow *row, gpointer user_data)
{
	const char **cells = row->cells;
	FairleadRecords *records = reading->records;
	FairleadIcijLink link = {
		.start = cells[START],
		.end = cells[END],
		.type = cells[REL_TYPE],
		.role = cells[LINK],
		.status = cells[LINK_STATUS],
		.first_day = cells[START_DATE],
		.last_day = cells[END_DATE],
	};

	(void) user_data;
	if (*cells[START] == '\0' || *cells[END] == '\0') {
		fairlead_records_add_issue (records, FAIRLEAD_ISSUE_MISSING_FIELD, row->source,
		                            "a relationship with one end");
		return;
	}
	link.meaning = find_edge (reading, row);
	fairlead_icij_add_link (reading->state, records, &link, row->source);
}

/* ---- files ---- */

static gpointer
begin (const FairleadFormat *format)
{
	(void) format;
	return fairlead_icij_new (SCHEME);
}

/* Told by their columns; those with more of them first */
static const struct {
	const char *name;
	const char *columns[5];
	gboolean is_links;
	NodeTable nodes;
} tables[] = {
	{ "relationships",
	  { "node_id_start", "node_id_end", "rel_type", NULL },
	  TRUE,
	  { FAIRLEAD_KIND_UNKNOWN, FALSE } },
	{ "entities",
	  { "node_id", "name", "jurisdiction", "company_type", NULL },
	  FALSE,
	  { FAIRLEAD_KIND_COMPANY, FALSE } },
	{ "others",
	  { "node_id", "name", "internal_id", "sourceID", NULL },
	  FALSE,
	  { FAIRLEAD_KIND_UNKNOWN, FALSE } },
	{ "intermediaries",
	  { "node_id", "name", "type", "sourceID", NULL },
	  FALSE,
	  { FAIRLEAD_KIND_UNKNOWN, FALSE } },
	{ "addresses",
	  { "node_id", "address", "sourceID", NULL },
	  FALSE,
	  { FAIRLEAD_KIND_ADDRESS, TRUE } },
	{ "officers",
	  { "node_id", "name", "sourceID", NULL },
	  FALSE,
	  { FAIRLEAD_KIND_UNKNOWN, FALSE } },
};

/* -1 where the sample is of none of them */
static gint
find_table (const FairleadSample *sample)
{
	for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
		if (fairlead_sample_has_columns (sample, tables[i].columns))
			return (gint) i;
	return -1;
}

static guint
sniff (const FairleadFormat *format, const FairleadSample *sample)
{
	(void) format;
	return find_table (sample) < 0 ? 0 : 95;
}

static gboolean
read_file (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	gint table = find_table (reading->sample);

	(void) format;
	if (table < 0)
		return fairlead_set_error_at (error, reading->path, 0,
		                              FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                              "the columns are of no table of the Offshore Leaks");
	fairlead_reading_note_table (reading, tables[table].name);
	if (tables[table].is_links)
		return fairlead_csv_table_read_expecting (reading, link_columns, N_LINK_COLUMNS,
		                                          expect_link, read_link, NULL, error);
	return fairlead_csv_table_read (reading, node_columns, N_NODE_COLUMNS, read_node,
	                                (gpointer) &tables[table].nodes, error);
}

const FairleadFormat fairlead_format_icij_leaks = {
	.name = "icij-offshore-leaks",
	.title = "ICIJ Offshore Leaks, nodes and relationships (CSV)",
	.sniff = sniff,
	.read = read_file,
	.begin = begin,
	.finish = fairlead_icij_finish,
	.end = fairlead_icij_end,
};
