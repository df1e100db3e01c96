/* ingest/format/companies-house/company-data.c: BasicCompanyData, one row for each company
 *
 * Not read: accounts, returns, statements and mortgages, which say nothing about who is behind a
 * company; the day of each change of name; the address of the page. */
#include "ingest/format/companies-house/companies-house.h"
#include "ingest/format/csv-table.h"

enum {
	NAME,
	NUMBER,
	CARE_OF,
	BOX,
	LINE_1,
	LINE_2,
	TOWN,
	COUNTY,
	COUNTRY,
	POSTCODE,
	CATEGORY,
	STATUS,
	ORIGIN,
	DISSOLVED,
	FORMED,
	SECTOR_1,
	SECTOR_2,
	SECTOR_3,
	SECTOR_4,
	PREVIOUS_1,
	N_COLUMNS = PREVIOUS_1 + 10
};

#define PREVIOUS(n) "PreviousName_" n ".CompanyName"

static const char *const columns[N_COLUMNS] = {
	"CompanyName",
	"CompanyNumber",
	"RegAddress.CareOf",
	"RegAddress.POBox",
	"RegAddress.AddressLine1",
	"RegAddress.AddressLine2",
	"RegAddress.PostTown",
	"RegAddress.County",
	"RegAddress.Country",
	"RegAddress.PostCode",
	"CompanyCategory",
	"CompanyStatus",
	"CountryOfOrigin",
	"DissolutionDate",
	"IncorporationDate",
	"SICCode.SicText_1",
	"SICCode.SicText_2",
	"SICCode.SicText_3",
	"SICCode.SicText_4",
	PREVIOUS ("1"),
	PREVIOUS ("2"),
	PREVIOUS ("3"),
	PREVIOUS ("4"),
	PREVIOUS ("5"),
	PREVIOUS ("6"),
	PREVIOUS ("7"),
	PREVIOUS ("8"),
	PREVIOUS ("9"),
	PREVIOUS ("10"),
};

static const struct {
	guint column;
	FairleadAttribute attribute;
} attributes[] = {
	{ CATEGORY, FAIRLEAD_ATTRIBUTE_LEGAL_FORM }, { STATUS, FAIRLEAD_ATTRIBUTE_STATUS },
	{ ORIGIN, FAIRLEAD_ATTRIBUTE_JURISDICTION }, { DISSOLVED, FAIRLEAD_ATTRIBUTE_DISSOLVED },
	{ FORMED, FAIRLEAD_ATTRIBUTE_FORMED },       { SECTOR_1, FAIRLEAD_ATTRIBUTE_SECTOR },
	{ SECTOR_2, FAIRLEAD_ATTRIBUTE_SECTOR },     { SECTOR_3, FAIRLEAD_ATTRIBUTE_SECTOR },
	{ SECTOR_4, FAIRLEAD_ATTRIBUTE_SECTOR },
};

static void
add_address (const FairleadRegistered *company, const char **cells)
{
	FairleadRegisteredAddress address = {
		.care_of = cells[CARE_OF],
		.box = cells[BOX],
		.line_1 = cells[LINE_1],
		.line_2 = cells[LINE_2],
		.town = cells[TOWN],
		.county = cells[COUNTY],
		.postcode = cells[POSTCODE],
		.country = cells[COUNTRY],
	};

	fairlead_registered_add_address (company, &address);
}

static void
read_row (FairleadReading *reading, const FairleadCsvTableRow *row, gpointer user_data)
{
	FairleadRecords *records = reading->records;
	FairleadEntity entity =
		fairlead_companies_house_refer (records, row->cells[NUMBER], row->source);
	FairleadRegistered company = { records, entity, row->source };
	char number[COMPANIES_HOUSE_NUMBER_SIZE];

	(void) user_data;
	if (entity == FAIRLEAD_NO_ENTITY
	    || !fairlead_companies_house_number (row->cells[NUMBER], number))
		return;
	fairlead_records_describe (records, COMPANIES_HOUSE_SCHEME, number, FAIRLEAD_KIND_COMPANY,
	                           row->source);
	fairlead_records_add_name (records, entity, row->cells[NAME], FAIRLEAD_NAME_PRIMARY, FALSE,
	                           row->source);
	for (guint i = PREVIOUS_1; i < N_COLUMNS; i++)
		fairlead_records_add_name (records, entity, row->cells[i], FAIRLEAD_NAME_FORMER,
		                           FALSE, row->source);
	for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
		fairlead_registered_add_attribute (&company, attributes[i].attribute,
		                                   row->cells[attributes[i].column]);
	add_address (&company, row->cells);
}

static gboolean
read_file (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	(void) format;
	return fairlead_csv_table_read (reading, columns, N_COLUMNS, read_row, NULL, error);
}

static guint
sniff (const FairleadFormat *format, const FairleadSample *sample)
{
	static const char *const signs[] = { "CompanyName", "CompanyNumber", "CompanyStatus",
		                             "RegAddress.AddressLine1", NULL };

	(void) format;
	return fairlead_sample_has_columns (sample, signs) ? 95 : 0;
}

const FairleadFormat fairlead_format_companies_house_data = {
	.name = "companies-house-data",
	.title = "UK Companies House, BasicCompanyData (CSV)",
	.sniff = sniff,
	.read = read_file,
};
