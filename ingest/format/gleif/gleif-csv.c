/* ingest/format/gleif/gleif-csv.c: the CSV files of both levels; columns go by their names */
#include "ingest/format/gleif/gleif.h"

#include "ingest/format/csv-table.h"

/* ---- level 1 ---- */

#define NAME(n) "Entity.OtherEntityNames.OtherEntityName." n
#define TRANSLITERATED(n) "Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName." n
#define ADDRESS(which)                                                                   \
	"Entity." which ".FirstAddressLine", "Entity." which ".AdditionalAddressLine.1", \
		"Entity." which ".AdditionalAddressLine.2",                              \
		"Entity." which ".AdditionalAddressLine.3", "Entity." which ".City",     \
		"Entity." which ".Region", "Entity." which ".Country",                   \
		"Entity." which ".PostalCode"
#define SUCCESSOR(n)                                 \
	"Entity.SuccessorEntity." n ".SuccessorLEI", \
		"Entity.SuccessorEntity." n ".SuccessorEntityName"

/* Where the groups of columns begin */
enum {
	AT_LEI,
	AT_LEGAL_NAME,
	AT_FIELDS,
	AT_NAMES = AT_FIELDS + GLEIF_N_FIELDS,
	AT_TRANSLITERATED = AT_NAMES + 2 * GLEIF_N_REPEATED,
	AT_LEGAL = AT_TRANSLITERATED + 2 * GLEIF_N_REPEATED,
	AT_HEADQUARTERS = AT_LEGAL + 8,
	AT_SUCCESSORS = AT_HEADQUARTERS + 8,
	AT_ASSOCIATE = AT_SUCCESSORS + 2 * GLEIF_N_REPEATED,
	N_COMPANY_COLUMNS = AT_ASSOCIATE + 3
};

static const char *const company_columns[N_COMPANY_COLUMNS] = {
	[AT_LEI] = "LEI",
	[AT_LEGAL_NAME] = "Entity.LegalName",
	[AT_FIELDS + GLEIF_JURISDICTION] = "Entity.LegalJurisdiction",
	[AT_FIELDS + GLEIF_CATEGORY] = "Entity.EntityCategory",
	[AT_FIELDS + GLEIF_SUBCATEGORY] = "Entity.EntitySubCategory",
	[AT_FIELDS + GLEIF_FORM_CODE] = "Entity.LegalForm.EntityLegalFormCode",
	[AT_FIELDS + GLEIF_FORM] = "Entity.LegalForm.OtherLegalForm",
	[AT_FIELDS + GLEIF_STATUS] = "Entity.EntityStatus",
	[AT_FIELDS + GLEIF_CREATED] = "Entity.EntityCreationDate",
	[AT_FIELDS + GLEIF_EXPIRED] = "Entity.EntityExpirationDate",
	[AT_FIELDS + GLEIF_EXPIRY_REASON] = "Entity.EntityExpirationReason",
	[AT_FIELDS + GLEIF_AUTHORITY] = "Entity.RegistrationAuthority.RegistrationAuthorityID",
	[AT_FIELDS + GLEIF_OTHER_AUTHORITY] =
		"Entity.RegistrationAuthority.OtherRegistrationAuthorityID",
	[AT_FIELDS + GLEIF_NUMBER] = "Entity.RegistrationAuthority.RegistrationAuthorityEntityID",
	[AT_FIELDS + GLEIF_REGISTRATION_STATUS] = "Registration.RegistrationStatus",
	[AT_NAMES] = NAME ("1"),
	NAME ("1.type"),
	NAME ("2"),
	NAME ("2.type"),
	NAME ("3"),
	NAME ("3.type"),
	NAME ("4"),
	NAME ("4.type"),
	NAME ("5"),
	NAME ("5.type"),
	[AT_TRANSLITERATED] = TRANSLITERATED ("1"),
	TRANSLITERATED ("1.type"),
	TRANSLITERATED ("2"),
	TRANSLITERATED ("2.type"),
	TRANSLITERATED ("3"),
	TRANSLITERATED ("3.type"),
	TRANSLITERATED ("4"),
	TRANSLITERATED ("4.type"),
	TRANSLITERATED ("5"),
	TRANSLITERATED ("5.type"),
	[AT_LEGAL] = ADDRESS ("LegalAddress"),
	[AT_HEADQUARTERS] = ADDRESS ("HeadquartersAddress"),
	[AT_SUCCESSORS] = SUCCESSOR ("1"),
	SUCCESSOR ("2"),
	SUCCESSOR ("3"),
	SUCCESSOR ("4"),
	SUCCESSOR ("5"),
	[AT_ASSOCIATE] = "Entity.AssociatedEntity.AssociatedLEI",
	"Entity.AssociatedEntity.AssociatedEntityName",
	"Entity.AssociatedEntity.type",
};

static void
collect_names (GArray *names, const FairleadCsvTableRow *row, guint first)
{
	for (guint i = 0; i < GLEIF_N_REPEATED; i++) {
		const char **cells = row->cells + first + 2 * i;
		GleifName name = { { cells[0], row->source.line },
			           *cells[1] != '\0' ? cells[1] : "OTHER" };

		if (*cells[0] != '\0')
			g_array_append_val (names, name);
	}
}

static GleifAddress
read_address (const FairleadCsvTableRow *row, guint first)
{
	const char **cells = row->cells + first;

	return (GleifAddress){ { cells[0], cells[1], cells[2], cells[3] },
		               cells[4],
		               cells[5],
		               cells[6],
		               cells[7],
		               row->source.line };
}

static void
read_company (FairleadReading *reading, const FairleadCsvTableRow *row, gpointer user_data)
{
	const char **cells = row->cells;
	guint64 line = row->source.line;
	g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (GleifName));
	g_autoptr (GArray) successors = g_array_new (FALSE, FALSE, sizeof (GleifOther));
	GleifName legal = { { cells[AT_LEGAL_NAME], line }, "" };
	GleifCompany company = {
		.line = line,
		.lei = { cells[AT_LEI], line },
		.names = names,
		.successors = successors,
		.legal = read_address (row, AT_LEGAL),
		.headquarters = read_address (row, AT_HEADQUARTERS),
		.associate = { cells[AT_ASSOCIATE], cells[AT_ASSOCIATE + 1],
		               cells[AT_ASSOCIATE + 2], line },
	};

	(void) user_data;
	for (guint i = 0; i < GLEIF_N_FIELDS; i++)
		company.fields[i] = (GleifText){ cells[AT_FIELDS + i], line };
	g_array_append_val (names, legal);
	collect_names (names, row, AT_NAMES);
	collect_names (names, row, AT_TRANSLITERATED);
	for (guint i = 0; i < GLEIF_N_REPEATED; i++) {
		GleifOther other = { cells[AT_SUCCESSORS + 2 * i], cells[AT_SUCCESSORS + 2 * i + 1],
			             "", line };

		g_array_append_val (successors, other);
	}
	fairlead_gleif_emit_company (reading, &company);
}

/* ---- level 2 ---- */

#define PERIOD(n)                                                                      \
	"Relationship.Period." n ".periodType", "Relationship.Period." n ".startDate", \
		"Relationship.Period." n ".endDate"
#define QUANTITY(n)                                                \
	"Relationship.Quantifiers." n ".MeasurementMethod",        \
		"Relationship.Quantifiers." n ".QuantifierAmount", \
		"Relationship.Quantifiers." n ".QuantifierUnits"

enum {
	AT_NODES,
	AT_NODE_TYPES = AT_NODES + 2,
	AT_TYPE = AT_NODE_TYPES + 2,
	AT_STATUS,
	AT_REGISTRATION,
	AT_PERIODS,
	AT_QUANTITIES = AT_PERIODS + 3 * GLEIF_N_REPEATED,
	N_RELATION_COLUMNS = AT_QUANTITIES + 3 * GLEIF_N_REPEATED
};

static const char *const relation_columns[N_RELATION_COLUMNS] = {
	[AT_NODES] = "Relationship.StartNode.NodeID",
	"Relationship.EndNode.NodeID",
	[AT_NODE_TYPES] = "Relationship.StartNode.NodeIDType",
	"Relationship.EndNode.NodeIDType",
	[AT_TYPE] = "Relationship.RelationshipType",
	[AT_STATUS] = "Relationship.RelationshipStatus",
	[AT_REGISTRATION] = "Registration.RegistrationStatus",
	[AT_PERIODS] = PERIOD ("1"),
	PERIOD ("2"),
	PERIOD ("3"),
	PERIOD ("4"),
	PERIOD ("5"),
	[AT_QUANTITIES] = QUANTITY ("1"),
	QUANTITY ("2"),
	QUANTITY ("3"),
	QUANTITY ("4"),
	QUANTITY ("5"),
};

static void
read_relation (FairleadReading *reading, const FairleadCsvTableRow *row, gpointer user_data)
{
	const char **cells = row->cells;
	g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (GleifPeriod));
	g_autoptr (GArray) quantities = g_array_new (FALSE, FALSE, sizeof (GleifQuantity));
	GleifRelation relation = {
		.line = row->source.line,
		.nodes = { cells[AT_NODES], cells[AT_NODES + 1] },
		.node_types = { cells[AT_NODE_TYPES], cells[AT_NODE_TYPES + 1] },
		.type = cells[AT_TYPE],
		.status = cells[AT_STATUS],
		.registration_status = cells[AT_REGISTRATION],
		.periods = periods,
		.quantities = quantities,
	};

	(void) user_data;
	for (guint i = 0; i < GLEIF_N_REPEATED; i++) {
		const char **at_period = cells + AT_PERIODS + 3 * i;
		const char **at_quantity = cells + AT_QUANTITIES + 3 * i;
		GleifPeriod period = { at_period[0], at_period[1], at_period[2] };
		GleifQuantity quantity = { at_quantity[0], at_quantity[1], at_quantity[2] };

		g_array_append_val (periods, period);
		g_array_append_val (quantities, quantity);
	}
	fairlead_gleif_emit_relation (reading, &relation);
}

/* ---- files ---- */

typedef struct {
	const char *const *columns;
	guint n_columns;
	FairleadCsvTableReader read;
	const char *const *needed;
} Level;

static const char *const company_needs[] = { "LEI", "Entity.LegalName", NULL };
static const char *const relation_needs[] = { "Relationship.StartNode.NodeID",
	                                      "Relationship.EndNode.NodeID",
	                                      "Relationship.RelationshipType", NULL };

static const Level level_1 = { company_columns, N_COMPANY_COLUMNS, read_company, company_needs };
static const Level level_2 = { relation_columns, N_RELATION_COLUMNS, read_relation,
	                       relation_needs };

static gboolean
read_csv (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	const Level *level = format->data;

	return fairlead_csv_table_read (reading, level->columns, level->n_columns, level->read,
	                                NULL, error);
}

static guint
sniff_csv (const FairleadFormat *format, const FairleadSample *sample)
{
	const Level *level = format->data;

	return fairlead_sample_has_columns (sample, level->needed) ? 100 : 0;
}

const FairleadFormat fairlead_format_gleif_lei_csv = {
	.name = "gleif-lei-csv",
	.title = "GLEIF level 1, who is who (LEI-CDF, CSV)",
	.sniff = sniff_csv,
	.read = read_csv,
	.data = &level_1,
};

const FairleadFormat fairlead_format_gleif_rr_csv = {
	.name = "gleif-rr-csv",
	.title = "GLEIF level 2, who owns whom (RR-CDF, CSV)",
	.sniff = sniff_csv,
	.read = read_csv,
	.data = &level_2,
};
