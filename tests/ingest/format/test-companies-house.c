/* tests/ingest/format/test-companies-house.c: the UK register's bulk files, field by field */
#include "ingest/format/companies-house/companies-house.h"
#include "tests/common/helpers.h"

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
test_appointments (void)
{
	assert_read_as ("appointments.dat", "companies-house/expected-appointments.txt");
}

static void
test_updates (void)
{
	assert_read_as ("appointments-update.dat",
	                "companies-house/expected-appointments-update.txt");
}

static void
test_officers (void)
{
	assert_read_as ("officers.json", "companies-house/expected-officers.txt");
}

/* Each of the four files tells of company 00990017, and so does any other that has its number */
static void
test_join_on_number (void)
{
	static const char *const names[] = { "company-data.csv", "psc.json", "appointments.dat",
		                             "officers.json", NULL };
	g_autoptr (FairleadRecords) records = test_load_fixture ("companies-house", names);
	guint n, n_numbers = 0;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (records, &n);

	for (guint i = 0; i < n; i++) {
		if (strcmp (fairlead_records_get_text (records, rows[i].number), "00990017") != 0)
			continue;
		n_numbers++;
		g_assert_cmpstr (test_key_of (records, rows[i].entity), ==, "gb-coh:00990017");
	}
	g_assert_cmpuint (n_numbers, ==, 1);
}

/* Cut in the middle, at every place: what is left is read, and told to be less than it should be */
static void
test_cut_file (void)
{
	g_autofree char *path = test_fixture ("companies-house/appointments.dat");
	g_autofree char *text = NULL;
	gsize size;

	g_assert_true (g_file_get_contents (path, &text, &size, NULL));
	for (gsize cut = 21; cut + 1 < size; cut += 31) {
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadRecords) records =
			test_read_bytes (&fairlead_format_companies_house_appointments, "cut.dat",
		                         text, cut, &error);

		g_assert_no_error (error);
		g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_WRONG_COUNT), ==, 1);
	}
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

static void
assert_read (const FairleadFormat *format, const char *text)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadRecords) records =
		test_read_bytes (format, "x.json", text, strlen (text), &error);

	g_assert_no_error (error);
	g_assert_nonnull (records);
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

	for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
		assert_read (&fairlead_format_companies_house_psc, lines[i]);
}

static void
test_odd_officers (void)
{
	static const char *const lines[] = {
		"{\"officer_role\":[],\"links\":7}",
		"{\"officer_role\":\"director\",\"links\":[],\"company_number\":7}",
		"{\"items\":[7,[],{\"officer_role\":\"\",\"links\":{\"officer\":\"x\"}}],"
		"\"links\":{\"self\":\"/company/\"}}",
		"{\"items\":[{\"officer_role\":\"director\",\"links\":{\"self\":\"/company/1/"
		"appointments/\"},\"former_names\":7,\"identification\":[],\"appointed_to\":7}],"
		"\"links\":\"/officers/\"}",
		"{\"data\":{\"items\":{}}}",
	};

	for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
		assert_read (&fairlead_format_companies_house_officers, lines[i]);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/format/companies-house/read-every-field-of-companies",
	                 test_company_data);
	g_test_add_func ("/format/companies-house/read-every-field-of-controllers", test_psc);
	g_test_add_func ("/format/companies-house/read-every-field-of-appointments",
	                 test_appointments);
	g_test_add_func ("/format/companies-house/read-every-field-of-updates", test_updates);
	g_test_add_func ("/format/companies-house/read-every-shape-of-officers", test_officers);
	g_test_add_func ("/format/companies-house/join-on-the-number", test_join_on_number);
	g_test_add_func ("/format/companies-house/tell-of-a-file-that-is-cut", test_cut_file);
	g_test_add_func ("/format/companies-house/write-numbers-in-one-way", test_numbers);
	g_test_add_func ("/format/companies-house/take-members-of-any-type", test_odd_shapes);
	g_test_add_func ("/format/companies-house/take-members-of-officers-of-any-type",
	                 test_odd_officers);
	return g_test_run ();
}
