/* ingest/format/lists/hmt-conlist-csv.c: the consolidated list of OFSI (HM Treasury), one row for
 * each name of each party, which is known by its Group ID
 *
 * What a party's rows say alike is said once. A party may stand under several regimes. */
#include "ingest/format/lists/lists.h"
#include "ingest/format/lists/uk.h"

#include <string.h>

/* The numbers themselves, in the years before these had a column of their own */
static void
read_passport_details (FairleadList *self, const FairleadListRule *rule, const char *text,
                       const FairleadXmlNode *node)
{
	if (fairlead_sample_has_column (self->reading->sample, "Passport Number"))
		fairlead_list_add_note (self, "Passport", text);
	else
		fairlead_list_read_document (self, rule, text, node);
}

static const FairleadListRule rules[] = {
	{ "Name 1", NULL, 0, NULL },
	{ "Name 2", NULL, 0, NULL },
	{ "Name 3", NULL, 0, NULL },
	{ "Name 4", NULL, 0, NULL },
	{ "Name 5", NULL, 0, NULL },
	{ "Name 6", NULL, 0, NULL },
	{ "Alias Type", NULL, 0, NULL },
	{ "Group Type", NULL, 0, NULL },
	{ "Group ID", NULL, 0, NULL },
	{ "Regime", NULL, 0, NULL },
	{ "Listed On", NULL, 0, NULL },
	{ "Last Updated", NULL, 0, NULL },
	{ "Town of Birth", NULL, 0, NULL },
	{ "Country of Birth", NULL, 0, NULL },
	{ "Address 1", NULL, 0, NULL },
	{ "Address 2", NULL, 0, NULL },
	{ "Address 3", NULL, 0, NULL },
	{ "Address 4", NULL, 0, NULL },
	{ "Address 5", NULL, 0, NULL },
	{ "Address 6", NULL, 0, NULL },
	{ "Post/Zip Code", NULL, 0, NULL },
	{ "Country", NULL, 0, NULL },
	{ "Title", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_TITLE, NULL },
	{ "DOB", fairlead_list_read_dates, FAIRLEAD_ATTRIBUTE_BIRTH_DATE, NULL },
	{ "Nationality", fairlead_list_read_values, FAIRLEAD_ATTRIBUTE_NATIONALITY, NULL },
	{ "Passport Details", read_passport_details, FAIRLEAD_ID_PASSPORT, NULL },
	{ "NI Number", fairlead_list_read_document, FAIRLEAD_ID_NATIONAL, NULL },
	{ "Position", fairlead_list_read_values, FAIRLEAD_ATTRIBUTE_TITLE, NULL },
	{ "Other Information", fairlead_list_read_note, 0, NULL },
	/* Columns of later years */
	{ "Name Non-Latin Script", fairlead_list_read_alias, FAIRLEAD_NAME_ALIAS, NULL },
	{ "Non-Latin Script Type", NULL, 0, NULL },
	{ "Non-Latin Script Language", NULL, 0, NULL },
	{ "Alias Quality", NULL, 0, NULL },
	{ "UK Sanctions List Date Designated", NULL, 0, NULL },
	{ "Passport Number", fairlead_list_read_document, FAIRLEAD_ID_PASSPORT, NULL },
	{ "National Identification Number", fairlead_list_read_document, FAIRLEAD_ID_NATIONAL,
	  NULL },
	{ "National Identification Details", fairlead_list_read_note, 0, "National identity" },
};

static const FairleadListWord name_types[] = {
	{ "Prime Alias", FAIRLEAD_NAME_PRIMARY },
	{ "Primary Name", FAIRLEAD_NAME_PRIMARY },
	{ "Primary Name Variation", FAIRLEAD_NAME_ALIAS },
	{ "AKA", FAIRLEAD_NAME_ALIAS },
	{ "FKA", FAIRLEAD_NAME_FORMER },
};

static void
read_name (FairleadList *self, const FairleadCsvRow *header, const FairleadCsvRow *row,
           const FairleadUkParts *parts)
{
	static const char *const weak_words[] = { "low", NULL };
	const char *type = fairlead_list_cell (header, row, "Alias Type");
	const char *quality = fairlead_list_cell (header, row, "Alias Quality");
	const FairleadListWord *found =
		fairlead_list_find_word (name_types, G_N_ELEMENTS (name_types), type);
	g_autofree char *name = fairlead_uk_dup_name (parts, self->kind == FAIRLEAD_KIND_PERSON);

	if (found == NULL)
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
		                            fairlead_list_source (self), "alias type \"%s\"", type);
	fairlead_list_add_name (self, name, found == NULL ? FAIRLEAD_NAME_ALIAS : found->meaning,
	                        fairlead_list_mentions (quality, weak_words));
}

static void
read_row (FairleadList *self, const FairleadCsvRow *header, const FairleadCsvRow *row)
{
	FairleadKind kind =
		fairlead_uk_read_kind (self, fairlead_list_cell (header, row, "Group Type"));
	FairleadUkParts parts = { .postcode = fairlead_list_cell (header, row, "Post/Zip Code"),
		                  .country = fairlead_list_cell (header, row, "Country") };

	if (!fairlead_list_begin (self, fairlead_list_cell (header, row, "Group ID"), kind))
		return;
	fairlead_uk_read_parts (&parts, header, row, "Address");
	read_name (self, header, row, &parts);
	fairlead_list_read_row (self, header, row, rules, G_N_ELEMENTS (rules));
	fairlead_uk_add_address (self, &parts);
	fairlead_uk_add_birth_places (self, fairlead_list_cell (header, row, "Town of Birth"),
	                              fairlead_list_cell (header, row, "Country of Birth"));
	fairlead_list_designate (self, fairlead_list_cell (header, row, "Regime"), "",
	                         fairlead_list_cell (header, row, "Listed On"), NULL);
}

static const char *const columns[] = { "Name 6", "Alias Type", "Regime", "Group ID", NULL };
static const FairleadListCsv csv = { "uk-ofsi", "UK", columns, read_row };

const FairleadFormat fairlead_format_hmt_conlist_csv = {
	.name = "hmt-conlist-csv",
	.title = "OFSI (HM Treasury) consolidated list, CSV",
	.sniff = fairlead_list_sniff_csv,
	.read = fairlead_list_read_csv,
	.data = &csv,
};
