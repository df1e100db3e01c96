/* tests/ingest/syntax/test-archive-bounds.c: how much an archive may hold, and bombs */
#include "ingest/syntax/archive.h"
#include "tests/common/archive-builder.h"
#include "tests/common/helpers.h"

#include <string.h>

static const TestPacking zip = { "a.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, NULL };
static const TestPacking gz = { "a.gz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, NULL };

/* The same even content over and over */
static char *
pack_even (TestPlace *place, const TestPacking *packing, gsize size)
{
	char *path = test_in_place (place, packing->file);
	struct archive *writer = test_new_writer (path, packing, NULL);
	g_autofree char *content = g_strnfill (size, 'a'); /* zeros would be an empty tar */

	test_write_member (writer, &(TestMember){ .name = "even", .content = content }, size);
	g_assert_cmpint (archive_write_free (writer), ==, ARCHIVE_OK);
	return path;
}

/* Reads all members under other bounds */
static GError *
read_under (const char *path, const FairleadArchiveBounds *bounds)
{
	g_autoptr (FairleadInput) file = fairlead_input_open (path, NULL);
	g_autoptr (FairleadArchive) archive = fairlead_archive_new (file, NULL);
	GError *error = NULL;

	g_assert_nonnull (archive);
	fairlead_archive_set_bounds (archive, bounds);
	while (fairlead_archive_next (archive, &error))
		g_assert_nonnull (fairlead_archive_get_path (archive));
	return error;
}

static void
test_bounds (TestPlace *place, gconstpointer data)
{
	static const struct {
		FairleadArchiveBounds bounds;
		const char *words;
	} cases[] = {
		{ { 3, 1 << 20, 10, 1 << 20 }, NULL },
		{ { 2, 1 << 20, 10, 1 << 20 }, "a.zip: the archive has more than 2 members" },
		{ { 3, 100, 10, 1 << 20 }, "a.zip: the archive expands to more than 100 bytes" },
		{ { 3, 1 << 20, 1, 0 }, NULL },
	};
	static const TestMember members[] = { { .name = "data", .type = AE_IFDIR },
		                              { .name = "data/one.csv", .content = TEST_KNOWN_ROW },
		                              { .name = "two", .content = "2" TEST_KNOWN_ROW } };
	g_autofree char *path = test_pack (place, &zip, members, G_N_ELEMENTS (members));
	g_autofree char *even = pack_even (place, &gz, 100000);
	FairleadArchiveBounds ratio = { 3, 1 << 20, 10, 50000 };

	(void) data;
	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		g_autoptr (GError) error = read_under (path, &cases[i].bounds);

		if (cases[i].words == NULL)
			g_assert_no_error (error);
		else
			test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_LIMIT,
			                   cases[i].words);
	}
	g_autoptr (GError) error = read_under (even, &ratio);
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_LIMIT,
	                   "a.gz: the archive expands to more than 10 times its size");
	ratio.grace = 200000;
	g_assert_null (read_under (even, &ratio));
}

static void
test_bomb (TestPlace *place, gconstpointer data)
{
	if (test_skips_bulk ())
		return;
	g_autofree char *path = pack_even (place, &zip, 80 << 20);

	(void) data;
	test_assert_refused (path, FAIRLEAD_ERROR_LIMIT,
	                     "a.zip: the archive expands to more than 200 times its size");
}

static char *
pack_many (TestPlace *place, guint n_members)
{
	static const TestPacking packing = { "many", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_ZSTD,
		                             NULL };
	char *path = test_in_place (place, packing.file);
	struct archive *writer = test_new_writer (path, &packing, NULL);

	test_write_member (writer, &(TestMember){ .name = "a.csv", .content = TEST_KNOWN_ROW },
	                   strlen (TEST_KNOWN_ROW));
	for (guint i = 1; i < n_members; i++)
		test_write_member (writer, &(TestMember){ .name = "m" }, 0);
	g_assert_cmpint (archive_write_free (writer), ==, ARCHIVE_OK);
	return path;
}

static void
test_many_members (TestPlace *place, gconstpointer data)
{
	if (test_skips_bulk ())
		return;
	g_autofree char *many = pack_many (place, fairlead_archive_bounds.members);
	g_autoptr (FairleadRecords) records = test_load_well (many);
	g_autofree char *more = pack_many (place, fairlead_archive_bounds.members + 1);

	(void) data;
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_FORMAT), ==,
	                  fairlead_archive_bounds.members - 1);
	test_assert_refused (more, FAIRLEAD_ERROR_LIMIT, "more than 100000 members");
}

#define ADD(path, function) \
	g_test_add (path, TestPlace, NULL, test_place_set_up, function, test_place_tear_down)

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	ADD ("/syntax/archive/keeps-its-bounds", test_bounds);
	ADD ("/syntax/archive/stops-a-bomb", test_bomb);
	ADD ("/syntax/archive/bounds-the-number-of-members", test_many_members);
	return g_test_run ();
}
