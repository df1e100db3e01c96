/* tests/ingest/record/test-records-as-of.c: what the files would have said on an earlier day */
#include "ingest/record/records-as-of.h"

#include <string.h>

#include "tests/common/helpers.h"

typedef struct {
	FairleadRecords *records;
	guint32 line;
} Case;

static gint32
day_of (const char *text)
{
	FairleadDate date;

	g_assert_true (fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, &date, NULL));
	return date.first;
}

static FairleadPeriod
period_of (const char *since, const char *until)
{
	FairleadPeriod period = FAIRLEAD_PERIOD_UNKNOWN;

	if (since != NULL)
		g_assert_true (
			fairlead_date_parse (since, FAIRLEAD_DATE_DAY_FIRST, &period.start, NULL));
	if (until != NULL) {
		g_assert_true (
			fairlead_date_parse (until, FAIRLEAD_DATE_DAY_FIRST, &period.end, NULL));
		period.flags |= FAIRLEAD_PERIOD_ENDED;
	}
	return period;
}

static guint32
add_file (Case *self, const char *path, const char *issued)
{
	guint32 file = fairlead_records_add_file (self->records, path);
	guint n;

	fairlead_records_get_files (self->records, &n)[file].issued =
		fairlead_records_intern (self->records, issued);
	return file;
}

/* A party that a file describes, with its name; @listed: (nullable) */
static FairleadEntity
describe (Case *self, guint32 file, const char *id, const char *listed)
{
	FairleadSource source = { file, ++self->line };
	FairleadEntity entity = fairlead_records_describe (self->records, "test", id,
	                                                   FAIRLEAD_KIND_COMPANY, source);
	FairleadPeriod period = period_of (listed, NULL);

	fairlead_records_add_name (self->records, entity, id, FAIRLEAD_NAME_PRIMARY, FALSE, source);
	if (listed != NULL)
		fairlead_records_add_designation (self->records, entity, "UN", "X", NULL, &period,
		                                  source);
	return entity;
}

static void
add_link (Case *self, guint32 file, FairleadEntity from, FairleadEntity to, const char *since,
          const char *until)
{
	FairleadLinkRow row = fairlead_link_row (from, FAIRLEAD_LINK_DIRECTOR, to,
	                                         (FairleadSource){ file, ++self->line });

	row.period = period_of (since, until);
	fairlead_records_add_link (self->records, &row);
}

/* `from to` of each link, in order */
static char *
dup_links (FairleadRecords *records)
{
	GString *text = g_string_new (NULL);
	guint n;
	const FairleadLinkFact *links = fairlead_records_get_links (records, &n);

	for (guint i = 0; i < n; i++)
		g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "",
		                        test_key_of (records, links[i].from) + strlen ("test:"),
		                        test_key_of (records, links[i].to) + strlen ("test:"));
	return g_string_free (text, FALSE);
}

static void
assert_links (FairleadRecords *records, const char *expected)
{
	g_autofree char *links = dup_links (records);

	g_assert_cmpstr (links, ==, expected);
}

static void
assert_dating (const GArray *datings, guint file, guint dated, guint undated, guint after,
               guint published_after)
{
	const FairleadDating *dating = &g_array_index (datings, FairleadDating, file);

	g_assert_cmpuint (dating->n_dated, ==, dated);
	g_assert_cmpuint (dating->n_undated, ==, undated);
	g_assert_cmpuint (dating->n_after, ==, after);
	g_assert_cmpuint (dating->n_published_after, ==, published_after);
}

/* ---- a list: each party is of the day of its listing, and so are its links ---- */

static void
test_list (void)
{
	Case self = { fairlead_records_new (), 0 };
	g_autoptr (FairleadRecords) records = self.records;
	g_autoptr (FairleadRecords) then = NULL;
	g_autoptr (GArray) datings = NULL;
	guint32 list = add_file (&self, "list", "2024-01-01");
	FairleadEntity a = describe (&self, list, "A", "2016-05-01");
	FairleadEntity b = describe (&self, list, "B", "2017-05-01");
	FairleadEntity c = describe (&self, list, "C", "2018-05-01");

	add_link (&self, list, a, b, NULL, NULL);
	add_link (&self, list, a, c, NULL, NULL);
	then = fairlead_records_new_as_of (records, day_of ("2017-12-31"), TRUE, &datings);
	assert_links (then, "A B");
	g_assert_cmpuint (fairlead_records_find (then, "test:B"), !=, FAIRLEAD_NO_ENTITY);
	g_assert_cmpuint (fairlead_records_find (then, "test:C"), ==, FAIRLEAD_NO_ENTITY);
	/* 2 names, 2 listings and a link; a name, a listing and a link */
	assert_dating (datings, list, 5, 0, 3, 0);
}

/* ---- a register: links have days of their own; what a row says is as old as the row ---- */

static void
test_register (void)
{
	Case self = { fairlead_records_new (), 0 };
	g_autoptr (FairleadRecords) records = self.records;
	g_autoptr (FairleadRecords) then = NULL;
	g_autoptr (FairleadRecords) sure = NULL;
	g_autoptr (GArray) datings = NULL;
	guint32 file = add_file (&self, "register", NULL);
	FairleadEntity a = describe (&self, file, "A", NULL);
	FairleadEntity b = describe (&self, file, "B", NULL);
	FairleadEntity c = describe (&self, file, "C", NULL);
	FairleadEntity d = describe (&self, file, "D", NULL);

	add_link (&self, file, a, b, "2015", NULL);
	add_link (&self, file, b, c, "2019-02", NULL);
	add_link (&self, file, b, d, NULL, NULL);
	then = fairlead_records_new_as_of (records, day_of ("2017-12-31"), TRUE, &datings);
	assert_links (then, "A B; B D");
	g_assert_cmpuint (fairlead_records_find (then, "test:C"), ==, FAIRLEAD_NO_ENTITY);
	/* link and names of A and B; link and name of D; link and name of C */
	assert_dating (datings, file, 3, 2, 2, 0);
	sure = fairlead_records_new_as_of (records, day_of ("2017-12-31"), FALSE, NULL);
	assert_links (sure, "A B");
	g_assert_cmpuint (fairlead_records_find (sure, "test:D"), ==, FAIRLEAD_NO_ENTITY);
}

/* The day that a file bears stands for what has none in it */
static void
test_day_of_file (void)
{
	static const struct {
		const char *issued;
		const char *links;
		guint dated, undated, published_after;
	} cases[] = {
		{ "2016-06-01", "A B", 3, 0, 0 },
		{ "2018-06-01", "", 0, 0, 3 },
		{ "2017", "A B", 0, 3, 0 }, /* before or after */
		{ NULL, "A B", 0, 3, 0 },
	};

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		Case self = { fairlead_records_new (), 0 };
		g_autoptr (FairleadRecords) records = self.records;
		g_autoptr (FairleadRecords) then = NULL;
		g_autoptr (GArray) datings = NULL;
		guint32 file = add_file (&self, "file", cases[i].issued);
		FairleadEntity a = describe (&self, file, "A", NULL);
		FairleadEntity b = describe (&self, file, "B", NULL);

		add_link (&self, file, a, b, NULL, NULL);
		then = fairlead_records_new_as_of (records, day_of ("2017-06-30"), TRUE, &datings);
		assert_links (then, cases[i].links);
		assert_dating (datings, file, cases[i].dated, cases[i].undated, 0,
		               cases[i].published_after);
	}
}

/* What a later list says of a party does not keep out what an older register said */
static void
test_two_files (void)
{
	Case self = { fairlead_records_new (), 0 };
	g_autoptr (FairleadRecords) records = self.records;
	g_autoptr (FairleadRecords) then = NULL;
	guint32 list = add_file (&self, "list", NULL), file = add_file (&self, "register", NULL);
	FairleadEntity a = describe (&self, list, "A", "2020-05-01");
	FairleadEntity b = describe (&self, file, "B", NULL);
	FairleadEntity c = describe (&self, list, "C", "2011-05-01");
	FairleadEntityRow *row;
	guint n;

	add_link (&self, file, a, b, "2014", NULL);
	add_link (&self, list, a, c, NULL, NULL);
	then = fairlead_records_new_as_of (records, day_of ("2017-12-31"), TRUE, NULL);
	assert_links (then, "A B");
	fairlead_records_get_designations (then, &n);
	g_assert_cmpuint (n, ==, 1);
	fairlead_records_get_names (then, &n);
	g_assert_cmpuint (n, ==, 2); /* of B and C; what A is called, only the list says */
	row = (FairleadEntityRow *) fairlead_records_get_entities (then, &n);
	g_assert_cmpuint (n, ==, 3);
	g_assert_true (row[fairlead_records_find (then, "test:A")].flags & FAIRLEAD_ENTITY_STUB);
}

/* What was over later was not over then */
static void
test_ends (void)
{
	Case self = { fairlead_records_new (), 0 };
	g_autoptr (FairleadRecords) records = self.records;
	g_autoptr (FairleadRecords) then = NULL;
	guint32 file = add_file (&self, "register", NULL);
	FairleadEntity a = describe (&self, file, "A", NULL), b = describe (&self, file, "B", NULL);
	FairleadEntity c = describe (&self, file, "C", NULL);
	const FairleadLinkFact *links;
	FairleadSource source = { file, 99 };
	FairleadPeriod listed = period_of ("2011", "2020");
	guint n;

	add_link (&self, file, a, b, "2010", "2019");
	add_link (&self, file, a, c, "2010", "2015");
	fairlead_records_add_designation (records, a, "UN", "X", NULL, &listed, source);
	then = fairlead_records_new_as_of (records, day_of ("2017-12-31"), TRUE, NULL);
	links = fairlead_records_get_links (then, &n);
	g_assert_cmpuint (n, ==, 2);
	g_assert_false (
		fairlead_period_is_over (fairlead_records_get_period (then, links[0].period)));
	g_assert_true (
		fairlead_period_is_over (fairlead_records_get_period (then, links[1].period)));
	g_assert_false (fairlead_period_is_over (fairlead_records_get_period (
		then, fairlead_records_get_designations (then, &n)[0].period)));
	g_assert_cmpint (fairlead_records_get_period (then, links[0].period)->start.first, ==,
	                 day_of ("2010"));
}

/* A company formed later is not there, whatever its file says of it without a day */
static void
test_formed (void)
{
	Case self = { fairlead_records_new (), 0 };
	g_autoptr (FairleadRecords) records = self.records;
	g_autoptr (FairleadRecords) then = NULL;
	guint32 file = add_file (&self, "companies", NULL);
	FairleadEntity a = describe (&self, file, "A", NULL), b = describe (&self, file, "B", NULL);

	fairlead_records_add_attribute (records, a, FAIRLEAD_ATTRIBUTE_FORMED, "2012-03-04", NULL,
	                                (FairleadSource){ file, 50 });
	fairlead_records_add_attribute (records, a, FAIRLEAD_ATTRIBUTE_DISSOLVED, "2019-03-04",
	                                NULL, (FairleadSource){ file, 50 });
	fairlead_records_add_attribute (records, b, FAIRLEAD_ATTRIBUTE_FORMED, "2018-03-04", NULL,
	                                (FairleadSource){ file, 51 });
	fairlead_records_add_address (records, b, "test", "1 Some Street", NULL, "Panama",
	                              (FairleadSource){ file, 51 });
	then = fairlead_records_new_as_of (records, day_of ("2017-12-31"), TRUE, NULL);
	test_assert_entity (then, "test:B", "no such entity");
	g_assert_cmpuint (test_count_entities (then, FAIRLEAD_KIND_ADDRESS), ==, 0);
	{
		g_autofree char *text = test_describe_entity (then, "test:A");

		g_assert_nonnull (strstr (text, "formed"));
		g_assert_null (strstr (text, "dissolved"));
	}
}

/* Of all records of the last day nothing is missing */
static void
test_everything (void)
{
	static const char *const names[] = { "sanctions.xml", "sdn.csv",   "alt.csv",
		                             "add.csv",       "roles.csv", NULL };
	g_autoptr (FairleadRecords) records = test_load_fixture ("amber-strait", names);
	g_autoptr (FairleadRecords) then =
		fairlead_records_new_as_of (records, day_of ("2100-01-01"), TRUE, NULL);
	guint n, n_then;

	fairlead_records_get_entities (records, &n);
	fairlead_records_get_entities (then, &n_then);
	g_assert_cmpuint (n, ==, n_then);
	fairlead_records_get_links (records, &n);
	fairlead_records_get_links (then, &n_then);
	g_assert_cmpuint (n, ==, n_then);
	for (FairleadEntity i = 0; i < 20; i++) {
		const char *key = test_key_of (records, i);
		g_autofree char *text = test_describe_entity (records, key);

		test_assert_entity (then, key, text);
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/record/as-of/list", test_list);
	g_test_add_func ("/record/as-of/register", test_register);
	g_test_add_func ("/record/as-of/day-of-the-file", test_day_of_file);
	g_test_add_func ("/record/as-of/two-files", test_two_files);
	g_test_add_func ("/record/as-of/what-ended-later", test_ends);
	g_test_add_func ("/record/as-of/formed-later", test_formed);
	g_test_add_func ("/record/as-of/everything", test_everything);
	return g_test_run ();
}
