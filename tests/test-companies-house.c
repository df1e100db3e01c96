/* tests/test-companies-house.c: the UK register's bulk files, field by field */
#include "ingest/format/companies-house/companies-house.h"
#include "tests/helpers.h"

#include <string.h>

static void
assert_read_as (const char *name, const char *expected)
{
	const char *names[] = { name, NULL };
	g_autoptr (FairleadRecords) records = test_load_fixture ("companies-house", names);
	g_autofree char *text = test_dump_records (records);

	test_assert_golden (expected, text);
}

static void
test_company_data (void)
{
	assert_read_as ("company-data.csv", "companies-house/expected-company-data.txt");
}

static void
test_psc (void)
{
	assert_read_as ("psc.json", "companies-house/expected-psc.txt");
}

static void
test_numbers (void)
{
	static const struct {
		const char *text;
		const char *number;
	} vectors[] = {
		{ "1", "00000001" },
		{ " 990017 ", "00990017" },
		{ "sc123", "SC000123" },
		{ "R0000999", "R0000999" },
		{ "IP00001R", "IP00001R" },
		{ "", NULL },
		{ "SC", NULL },
		{ "123456789", NULL },
		{ "12-34", NULL },
		{ "ABC12345", NULL },
	};

	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		char number[COMPANIES_HOUSE_NUMBER_SIZE];

		g_assert_cmpint (fairlead_companies_house_number (vectors[i].text, number), ==,
		                 vectors[i].number != NULL);
		if (vectors[i].number != NULL)
			g_assert_cmpstr (number, ==, vectors[i].number);
	}
}

/* Any member may be of any type */
static void
test_odd_shapes (void)
{
	static const char *const lines[] = {
		"{\"company_number\":1,\"data\":{\"kind\":\"individual-\","
		"\"links\":{\"self\":\"/\"}}}",
		"{\"company_number\":\"1\",\"data\":{\"kind\":\"individual-\",\"links\":7,"
		"\"name\":[]}}",
		"{\"company_number\":\"1\",\"data\":{\"kind\":\"individual-\","
		"\"links\":{\"self\":\"/a\"},"
		"\"natures_of_control\":[[],{}],\"date_of_birth\":7,\"address\":[],"
		"\"identification\":\"x\"}}",
	};

	for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadRecords) records =
			test_read_bytes (&fairlead_format_companies_house_psc, "x.json", lines[i],
		                         strlen (lines[i]), &error);

		g_assert_no_error (error);
		g_assert_nonnull (records);
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/format/companies-house/read-every-field-of-companies",
	                 test_company_data);
	g_test_add_func ("/format/companies-house/read-every-field-of-controllers", test_psc);
	g_test_add_func ("/format/companies-house/write-numbers-in-one-way", test_numbers);
	g_test_add_func ("/format/companies-house/take-members-of-any-type", test_odd_shapes);
	return g_test_run ();
}
