/* tests/ingest/format/test-opensanctions.c: the three exports of OpenSanctions, field by field */
#include "ingest/format/opensanctions/opensanctions.h"
#include "tests/common/helpers.h"

#include <string.h>

static void
assert_read_as (const char *name, const char *expected)
{
	const char *names[] = { name, NULL };
	g_autoptr (FairleadRecords) records = test_load_fixture ("opensanctions", names);
	g_autofree char *text = test_dump_records (records);

	test_assert_golden (expected, text);
}

static void
test_entities (void)
{
	assert_read_as ("entities.ftm.json", "opensanctions/expected-entities.txt");
}

static void
test_simple (void)
{
	assert_read_as ("targets.simple.csv", "opensanctions/expected-simple.txt");
}

static void
test_maritime (void)
{
	assert_read_as ("maritime.csv", "opensanctions/expected-maritime.txt");
}

/* Three exports of one day speak of the same entities */
static void
test_together (void)
{
	static const char *const names[] = { "entities.ftm.json", "targets.simple.csv",
		                             "maritime.csv", NULL };
	g_autoptr (FairleadRecords) records = test_load_fixture ("opensanctions", names);
	const FairleadEntityRow *rows;
	guint n;

	rows = fairlead_records_get_entities (records, &n);
	g_assert_cmpint (rows[fairlead_records_find (records, "opensanctions:NK-vessel")].kind, ==,
	                 FAIRLEAD_KIND_VESSEL);
	g_assert_cmpuint (fairlead_records_find (records, "opensanctions:NK-tern"), !=,
	                  FAIRLEAD_NO_ENTITY);
	fairlead_records_get_files (records, &n);
	g_assert_cmpuint (n, ==, 3);
}

/* Any member may be of any type */
static void
test_odd_shapes (void)
{
	static const char *const lines[] = {
		"{\"id\":1,\"schema\":\"Person\",\"properties\":7}",
		"{\"id\":\"a\",\"schema\":\"Person\",\"properties\":[]}",
		"{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":\"A\"}}",
		"{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":{\"x\":1}}}",
		"{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"addressEntity\":[{}]}}",
		"{\"id\":\"a\",\"schema\":[],\"properties\":{}}",
		"{\"id\":\"a\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[[]],\"asset\":["
		"null]}}",
		"{\"id\":\"a\",\"schema\":\"Sanction\",\"properties\":{\"entity\":[{}],"
		"\"programId\":[{}]}}",
		"{\"id\":\"a\",\"schema\":\"Passport\",\"properties\":{\"holder\":[\"b\"],"
		"\"number\":[[]]}}",
	};

	for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadRecords) records =
			test_read_bytes (&fairlead_format_opensanctions_ftm, "x.json", lines[i],
		                         strlen (lines[i]), &error);

		g_assert_no_error (error);
		g_assert_nonnull (records);
	}
}

static void
test_broken (void)
{
	static const char text[] =
		"{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{}}\n{\"id\":";
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadRecords) records = test_read_bytes (
		&fairlead_format_opensanctions_ftm, "x.json", text, sizeof text - 1, &error);

	g_assert_null (records);
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_SYNTAX, "x.json:2:");
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/format/opensanctions/read-every-field-of-entities", test_entities);
	g_test_add_func ("/format/opensanctions/read-every-field-of-targets", test_simple);
	g_test_add_func ("/format/opensanctions/read-every-field-of-ships", test_maritime);
	g_test_add_func ("/format/opensanctions/share-keys-between-exports", test_together);
	g_test_add_func ("/format/opensanctions/take-members-of-any-type", test_odd_shapes);
	g_test_add_func ("/format/opensanctions/say-where-a-file-is-cut", test_broken);
	return g_test_run ();
}
