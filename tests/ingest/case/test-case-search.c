/* tests/ingest/case/test-case-search.c: who is found in a case by name, number and address */
#include "ingest/case/case-search.h"

#include <string.h>

#include "tests/common/case-place.h"
#include "tests/common/helpers.h"

static FairleadCase *
case_of_fixture (guint row)
{
	g_autoptr (GPtrArray) paths = test_fixture_paths (row);
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (GError) error = NULL;
	FairleadCase *opened = fairlead_case_open_to_write (FAIRLEAD_CASE_IN_MEMORY, &error);

	g_assert_no_error (error);
	fairlead_inputs_import (loader, opened, (const char *const *) paths->pdata, NULL, NULL,
	                        NULL, &error);
	g_assert_no_error (error);
	return opened;
}

static void
assert_first (FairleadCase *opened, const char *query, const char *key, double least)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (GPtrArray) found = fairlead_case_search_names (opened, query, 10, &error);
	const FairleadCandidate *first;

	g_assert_no_error (error);
	g_assert_cmpuint (found->len, >, 0);
	first = found->pdata[0];
	g_assert_cmpstr (first->key, ==, key);
	g_assert_cmpfloat (first->similarity, >=, least);
}

static void
test_search_names (void)
{
	g_autoptr (FairleadCase) opened = case_of_fixture (17);
	g_autoptr (GError) error = NULL;
	g_autoptr (GPtrArray) none = NULL, all = NULL;

	all = fairlead_case_search_names (opened, "hesper amber", 3, &error);
	g_assert_no_error (error);
	g_assert_cmpuint (all->len, ==, 3);
	for (guint i = 1; i < all->len; i++)
		g_assert_cmpfloat (((FairleadCandidate *) all->pdata[i - 1])->similarity, >=,
		                   ((FairleadCandidate *) all->pdata[i])->similarity);
	assert_first (opened, ((FairleadCandidate *) all->pdata[0])->text,
	              ((FairleadCandidate *) all->pdata[0])->key, 1.0);
	none = fairlead_case_search_names (opened, "\"*) NEAR (x", 10, &error);
	g_assert_no_error (error);
}

/* As written, with a typing error, and in other letters */
static void
test_search_scripts (void)
{
	g_auto (TestPlace) place = { 0 };
	g_autofree char *path = NULL;
	const char *paths[] = { NULL, NULL };
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadCase) opened =
		fairlead_case_open_to_write (FAIRLEAD_CASE_IN_MEMORY, &error);

	test_place_init (&place);
	paths[0] = path = test_place_write (
		&place, "list.csv",
		"id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,"
		"phones,emails,program_ids,dataset,first_seen,last_seen,last_change\n"
		"x-1,Company,Пробная Судоходная Компания,,,ru,,,,,,,,,,\n"
		"x-2,Company,Quillon Tide Management,,,sg,\"14 Harbour Lane, Singapore\",,,,,,,,,\n"
		"x-3,Company,北方海运贸易公司,,,cn,,,,,,,,,,\n");
	fairlead_inputs_import (loader, opened, paths, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
	assert_first (opened, "Пробная судоходная компания", "opensanctions:x-1", 1.0);
	assert_first (opened, "probnaya sudokhodnaya", "opensanctions:x-1", 0.5);
	assert_first (opened, "Qillon Tide Managment", "opensanctions:x-2", 0.6);
	assert_first (opened, "北方海运", "opensanctions:x-3", 0.4);
}

#define HEADER "ship_imo,company_imo,role,company_name,company_address,date_of_effect\n"
static const char first_text[] = HEADER
	"9074729,5342883,Registered owner,Amber Holdings Ltd,\"1 Quay Road, Panama\","
	"since 01/02/2010\n"
	"9074729,1234567,Ship manager,Dropped Ltd,\"2 Quay Road, Panama\",since 01/02/2011\n";

static void
test_search_numbers (void)
{
	g_auto (TestPlace) place = { 0 };
	g_autoptr (FairleadImportReport) report = NULL;
	g_autoptr (FairleadCase) opened = NULL;
	g_autoptr (GError) error = NULL;
	g_autoptr (GPtrArray) found = NULL, none = NULL, places = NULL;

	test_place_init (&place);
	report = test_place_import_text (&place, first_text);
	opened = fairlead_case_open (place.path, &error);
	g_assert_no_error (error);
	found = fairlead_case_search_numbers (opened, FAIRLEAD_N_ID_SCHEMES, "IMO 9074729", 5,
	                                      &error);
	g_assert_no_error (error);
	g_assert_cmpuint (found->len, ==, 1);
	g_assert_cmpstr (((FairleadCandidate *) found->pdata[0])->key, ==, "imo:9074729");
	g_assert_cmpuint (((FairleadCandidate *) found->pdata[0])->scheme, ==, FAIRLEAD_ID_IMO);
	g_assert_cmpuint (((FairleadCandidate *) found->pdata[0])->kind, ==, FAIRLEAD_KIND_VESSEL);
	none = fairlead_case_search_numbers (opened, FAIRLEAD_ID_LEI, "9074729", 5, &error);
	g_assert_no_error (error);
	g_assert_cmpuint (none->len, ==, 0);
	places = fairlead_case_search_addresses (opened, "1 Quay Rd Panama", 5, &error);
	g_assert_no_error (error);
	g_assert_cmpuint (places->len, >, 0);
	g_assert_true (
		g_str_has_prefix (((FairleadCandidate *) places->pdata[0])->text, "1 Quay Road"));
}

static FairleadRecords *
load_like (FairleadCase *from, const char *text)
{
	g_autoptr (GError) error = NULL;
	FairleadRecords *records = fairlead_case_load_like (from, text, 50, NULL, &error);

	g_assert_no_error (error);
	return records;
}

static void
assert_part (FairleadCase *from, const char *text, const char *there, const char *not_there)
{
	g_autoptr (FairleadRecords) records = load_like (from, text);
	g_autofree char *dump = test_dump_records (records);

	g_assert_nonnull (strstr (dump, there));
	g_assert_null (strstr (dump, not_there));
}

/* A part has who is meant, and who is joined by number, and nobody else */
static void
test_part (void)
{
	g_auto (TestPlace) place = { 0 };
	g_autofree char *roles = NULL;
	g_autoptr (FairleadImportReport) report = NULL;
	g_autoptr (FairleadCase) from = NULL;
	g_autoptr (GError) error = NULL;
	const char *files[] = { NULL, NULL };

	test_place_init (&place);
	files[0] = roles = test_place_write (
		&place, "roles.csv",
		"ship_imo,company_imo,role,company_name,company_address,date_of_effect\n"
		"9074729,5000011,Registered owner,Salt Lantern Shipping Ltd,\"14 Quay Road\",\n"
		"9074729,5000023,Ship manager,Grey Heron Ship Management,\"2 Mole Street\",\n");
	report = test_place_import (place.path, files, NULL, &error);
	g_assert_no_error (error);
	from = fairlead_case_open (place.path, &error);
	g_assert_no_error (error);
	assert_part (from, "Salt Lanturn Shipping", "Salt Lantern", "Mole Street");
	assert_part (from, "IMO 9074729", "9074729", "Salt Lantern");
	assert_part (from, "imo-company:5000023", "Grey Heron", "Salt Lantern");
	g_assert_cmpuint (fairlead_case_count_entities (from, &error), >, 2);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/case/loads-who-may-be-meant", test_part);
	g_test_add_func ("/ingest/case/finds-names", test_search_names);
	g_test_add_func ("/ingest/case/finds-names-of-other-scripts", test_search_scripts);
	g_test_add_func ("/ingest/case/finds-numbers-and-addresses", test_search_numbers);
	return g_test_run ();
}
