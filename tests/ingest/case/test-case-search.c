/* tests/ingest/case/test-case-search.c: who is found in a case by name, number and address */
#include "ingest/case/case-search.h"

#include <math.h>
#include <string.h>

#include "ingest/case/search/tally.h"
#include "ingest/case/search/pieces.h"
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

/* ---- the heaviest rows, against a slow count of all ---- */

#define N_TEXTS 3000u
#define ROW_STEP 61u /* so that rows lie in several windows */
#define N_ALL 200000

typedef struct {
	FairleadSql sql;
	char texts[N_TEXTS][16];
} Texts;

static void
add_piece (Texts *self, const char *piece, gint64 n)
{
	g_autoptr (sqlite3_stmt) add =
		fairlead_sql_prepare (&self->sql, "INSERT INTO piece VALUES (0, ?1, ?2)");

	fairlead_sql_bind_text (add, 1, piece);
	sqlite3_bind_int64 (add, 2, n);
	fairlead_sql_write (&self->sql, add);
}

/* Two words of few letters, so that many share pieces and weigh the same */
static void
texts_init (Texts *self)
{
	g_autoptr (GRand) dice = g_rand_new_with_seed (11);
	g_autoptr (sqlite3_stmt) add = NULL;

	fairlead_sql_open (&self->sql, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
	fairlead_sql_run (&self->sql,
	                  "CREATE TABLE piece (search, text, n);"
	                  " CREATE VIRTUAL TABLE name_search USING fts5 (written, latin,"
	                  " content = '', columnsize = 0, detail = none,"
	                  " tokenize = 'trigram case_sensitive 1')");
	add = fairlead_sql_prepare (&self->sql,
	                            "INSERT INTO name_search (rowid, written) VALUES (?1, ?2)");
	for (guint i = 0; i < N_TEXTS; i++) {
		char *text = self->texts[i];

		g_strlcpy (text, " xxxx xxxx ", sizeof self->texts[i]);
		for (guint k = 1; k < 10; k++)
			if (text[k] != ' ')
				text[k] = (char) ('a' + g_rand_int_range (dice, 0, 4));
		sqlite3_bind_int64 (add, 1, i * ROW_STEP);
		fairlead_sql_bind_text (add, 2, text);
		fairlead_sql_write (&self->sql, add);
	}
}

/* The weight of each text for one more piece; returns how often it stands in them */
static guint
weigh_slowly (const Texts *self, const char *piece, float weight, float *weights)
{
	guint n = 0;

	for (guint i = 0; i < N_TEXTS; i++) {
		if (strstr (self->texts[i], piece) == NULL)
			continue;
		weights[i] += weight;
		for (const char *place = self->texts[i]; (place = strstr (place, piece)) != NULL;
		     place++)
			n++;
	}
	return n;
}

static guint
find_heaviest (const float *weights)
{
	guint best = 0;

	for (guint i = 1; i < N_TEXTS; i++)
		if (weights[i] > weights[best])
			best = i;
	return best;
}

/* The query has three pieces, told rarest first */
static void
test_heaviest (void)
{
	static const char *const pieces[] = { "abc", "bca", "cab" };
	g_autofree Texts *texts = g_new0 (Texts, 1);
	g_autofree float *weights = g_new0 (float, N_TEXTS);
	g_autoptr (GArray) rows = NULL;
	const guint few = 20;

	texts_init (texts);
	for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
		guint n = weigh_slowly (texts, pieces[i], 0, weights);

		/* Counts that are told decide; these are in order and no two are the same */
		add_piece (texts, pieces[i], n + 1000 * (gint64) i);
		weigh_slowly (texts, pieces[i],
		              (float) log ((N_ALL + 2.0) / (n + 1000.0 * i + 1.0)), weights);
	}
	rows = fairlead_search_dup_finalists (&texts->sql, FAIRLEAD_SEARCH_NAMES,
	                                      &(FairleadSearchKeys){ (char *) "abcab", NULL },
	                                      N_ALL, few);
	g_assert_no_error (texts->sql.failure);
	g_assert_cmpuint (rows->len, ==, few);
	for (guint i = 0; i < few; i++) {
		guint best = find_heaviest (weights);

		g_assert_cmpint (g_array_index (rows, gint64, i), ==, best * ROW_STEP);
		weights[best] = -1;
	}
	fairlead_sql_close (&texts->sql);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/case/loads-who-may-be-meant", test_part);
	g_test_add_func ("/ingest/case/finds-names", test_search_names);
	g_test_add_func ("/ingest/case/finds-names-of-other-scripts", test_search_scripts);
	g_test_add_func ("/ingest/case/finds-numbers-and-addresses", test_search_numbers);
	g_test_add_func ("/ingest/case/finds-the-heaviest-rows", test_heaviest);
	return g_test_run ();
}
