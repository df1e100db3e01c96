/* tests/ingest/syntax/test-archive.c: archives, compressed files and folders as inputs, and what is
 * refused */
#include "ingest/syntax/archive.h"
#include "ingest/loader.h"
#include "tests/common/archive-builder.h"
#include "tests/common/helpers.h"

#include <glib/gstdio.h>
#include <string.h>

static const TestPacking zip = { "a.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, NULL };
static const TestPacking stored_zip = { "s.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
	                                "zip:compression=store" };
static const TestPacking tar = { "a.tar", ARCHIVE_FORMAT_TAR_PAX_RESTRICTED, ARCHIVE_FILTER_NONE,
	                         NULL };
static const TestPacking tar_gz = { "a.tgz", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, NULL };
static const TestPacking gz = { "a.gz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, NULL };

/* `NAME FORMAT` of each row of the file table, without the folder */
static char *
describe_files (FairleadRecords *records, const char *folder)
{
	GString *text = g_string_new (NULL);
	guint n;
	const FairleadFileRow *rows = fairlead_records_get_files (records, &n);

	for (guint i = 0; i < n; i++) {
		const char *path = fairlead_records_get_text (records, rows[i].path);

		g_assert_true (g_str_has_prefix (path, folder));
		g_string_append_printf (text, "%s %s\n", path + strlen (folder) + 1,
		                        fairlead_records_get_text (records, rows[i].format));
	}
	return g_string_free (text, FALSE);
}

/* `NAME[:LINE] TAG: TEXT` */
static char *
describe_issues (FairleadRecords *records, const char *folder)
{
	GString *text = g_string_new (NULL);
	guint n;
	const FairleadIssueRow *rows = fairlead_records_get_issues (records, &n);

	for (guint i = 0; i < n; i++) {
		g_autofree char *place = fairlead_records_dup_source_text (records, rows[i].source);

		g_string_append_printf (text, "%s %s: %s\n", place + strlen (folder) + 1,
		                        fairlead_issue_info (rows[i].tag)->name,
		                        fairlead_records_get_text (records, rows[i].text));
	}
	return g_string_free (text, FALSE);
}

static void
assert_files (FairleadRecords *records, TestPlace *place, const char *expected)
{
	g_autofree char *files = describe_files (records, place->folder);

	g_assert_cmpstr (files, ==, expected);
}

static void
assert_issues (FairleadRecords *records, TestPlace *place, const char *expected)
{
	g_autofree char *issues = describe_issues (records, place->folder);

	g_assert_cmpstr (issues, ==, expected);
}

/* ---- what is read ---- */

static const TestMember two[] = { { .name = "data", .type = AE_IFDIR },
	                          { .name = "data/one.csv", .content = TEST_KNOWN_ROW },
	                          { .name = "two", .content = "2" TEST_KNOWN_ROW } };

static void
test_kinds (TestPlace *place, gconstpointer data)
{
	static const TestPacking packings[] = {
		{ "k.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, NULL },
		{ "k.stored", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, "zip:compression=store" },
		{ "k.zip64", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, "zip:zip64" },
		{ "k.tar", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, NULL },
		{ "k.pax", ARCHIVE_FORMAT_TAR_PAX_INTERCHANGE, ARCHIVE_FILTER_NONE, NULL },
		{ "k.gnu", ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_NONE, NULL },
		{ "k.gz", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, NULL },
		{ "k.xz", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_XZ, NULL },
		{ "k.zst", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_ZSTD, NULL },
		{ "k.csv", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_BZIP2, NULL },
	};

	(void) data;
	for (guint i = 0; i < G_N_ELEMENTS (packings); i++) {
		const char *file = packings[i].file;
		g_autofree char *path = test_pack (place, &packings[i], two, G_N_ELEMENTS (two));
		g_autofree char *files = g_strdup_printf (
			"%s!data/one.csv ofac-sdn-csv\n%s!two ofac-sdn-csv\n", file, file);
		g_autofree char *party =
			g_strdup_printf ("company @ %s!two:1\nprimary ALPHA SHIPPING @ %s!two:1\n"
		                         "listed OFAC DPRK @ %s!two:1\n",
		                         file, file, file);
		g_autoptr (FairleadRecords) records = test_load_well (path);

		assert_files (records, place, files);
		test_assert_entity (records, "ofac:21", party);
	}
}

static void
test_single (TestPlace *place, gconstpointer data)
{
	static const TestPacking packings[] = {
		{ "s.gz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, NULL },
		{ "s.xz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ, NULL },
		{ "s.zst", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_ZSTD, NULL },
		{ "s.bz2", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_BZIP2, NULL },
	};

	(void) data;
	for (guint i = 0; i < G_N_ELEMENTS (packings); i++) {
		g_autofree char *path = test_pack (place, &packings[i], two + 1, 1);
		g_autofree char *files = g_strdup_printf ("%s ofac-sdn-csv\n", packings[i].file);
		g_autoptr (FairleadRecords) records = test_load_well (path);

		assert_files (records, place, files);
		g_assert_cmpuint (fairlead_records_find (records, "ofac:1"), !=,
		                  FAIRLEAD_NO_ENTITY);
	}
}

/* Of the archive as it stands on the disk, for each of its members */
static void
test_hash (TestPlace *place, gconstpointer data)
{
	g_autofree char *path = test_pack (place, &zip, two, G_N_ELEMENTS (two));
	g_autofree char *content = NULL;
	g_autofree char *hash = NULL;
	g_autoptr (FairleadRecords) records = NULL;
	const FairleadFileRow *rows;
	gsize size;
	guint n;

	(void) data;
	g_assert_true (g_file_get_contents (path, &content, &size, NULL));
	g_free (path);
	path = test_write_file (place, "tail.zip", content, (gssize) size);
	hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guint8 *) content, size);
	records = test_load_well (path);
	rows = fairlead_records_get_files (records, &n);
	g_assert_cmpuint (n, ==, 2);
	g_assert_cmpstr (fairlead_records_get_text (records, rows[0].sha256), ==, hash);
	g_assert_cmpstr (fairlead_records_get_text (records, rows[1].sha256), ==, hash);
	g_assert_cmpuint (rows[0].n_bytes, ==, strlen (TEST_KNOWN_ROW));
}

static void
test_unknown_members (TestPlace *place, gconstpointer data)
{
	static const TestMember members[] = { { .name = "readme", .content = "plain words\n" },
		                              { .name = "b.csv", .content = TEST_KNOWN_ROW },
		                              { .name = "empty", .content = "" } };
	g_autofree char *path = test_pack (place, &zip, members, G_N_ELEMENTS (members));
	g_autofree char *only = test_pack (place, &tar, members, 1);
	g_autofree char *empty = test_pack (place, &stored_zip, members, 0);
	g_autofree char *empty_tar = test_pack (place, &tar_gz, members, 0);
	g_autoptr (FairleadRecords) records = test_load_well (path);

	(void) data;
	assert_files (records, place, "a.zip!readme \na.zip!b.csv ofac-sdn-csv\na.zip!empty \n");
	assert_issues (records, place,
	               "a.zip!readme unknown-format: neither XML nor JSON nor delimited text\n"
	               "a.zip!empty unknown-format: the file is empty\n");
	test_assert_refused (only, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
	                     "no reader knows any of the 1 files in it (the first: ");
	test_assert_refused (empty, FAIRLEAD_ERROR_UNKNOWN_FORMAT, "holds no file to read");
	test_assert_refused (empty_tar, FAIRLEAD_ERROR_UNKNOWN_FORMAT, "holds no file to read");
}

static void
test_links (TestPlace *place, gconstpointer data)
{
	static const TestMember members[] = {
		{ .name = "a.csv", .content = TEST_KNOWN_ROW },
		{ .name = "soft", .type = AE_IFLNK, .link = "/etc/passwd" },
		{ .name = "hard", .link = "a.csv" },
		{ .name = "pipe", .type = AE_IFIFO },
	};
	g_autofree char *path = test_pack (place, &tar, members, G_N_ELEMENTS (members));
	g_autoptr (FairleadRecords) records = test_load_well (path);

	(void) data;
	assert_issues (records, place,
	               "a.tar!soft passed-over: is a symbolic link\n"
	               "a.tar!hard passed-over: is a link to another member\n"
	               "a.tar!pipe passed-over: is a pipe\n");
}

static void
test_names (TestPlace *place, gconstpointer data)
{
	static const TestMember members[] = {
		{ .name = "/etc/passwd", .content = TEST_KNOWN_ROW },
		{ .name = "../../up.csv", .content = TEST_KNOWN_ROW },
		{ .name = "bell\a\x1B[31m\nred", .content = TEST_KNOWN_ROW },
		{ .name = "\xE5\xB9\xB3\xE5\xA3\xA4", .content = TEST_KNOWN_ROW },
		{ .name = "latin-\xE9", .content = TEST_KNOWN_ROW },
	};
	g_autofree char *path = test_pack (place, &tar_gz, members, G_N_ELEMENTS (members));
	g_autoptr (FairleadRecords) records = test_load_well (path);

	(void) data;
	assert_files (records, place,
	              "a.tgz!/etc/passwd ofac-sdn-csv\n"
	              "a.tgz!../../up.csv ofac-sdn-csv\n"
	              "a.tgz!bell\\x07\\x1B[31m\\x0Ared ofac-sdn-csv\n"
	              "a.tgz!\xE5\xB9\xB3\xE5\xA3\xA4 ofac-sdn-csv\n"
	              "a.tgz!latin-\xEF\xBF\xBD ofac-sdn-csv\n");
}

/* ---- what is refused ---- */

static void
test_nested (TestPlace *place, gconstpointer data)
{
	g_autofree char *inner = test_pack (place, &stored_zip, two, G_N_ELEMENTS (two));
	g_autofree char *content = NULL;
	G_GNUC_UNUSED g_autofree char *in_zip = NULL;
	G_GNUC_UNUSED g_autofree char *in_gz = NULL;
	gsize size;

	(void) data;
	g_assert_true (g_file_get_contents (inner, &content, &size, NULL));
	for (guint i = 0; i < 2; i++) {
		const TestPacking *packing = i == 0 ? &zip : &gz;
		g_autofree char *path = test_in_place (place, packing->file);
		struct archive *writer = test_new_writer (path, packing, NULL);

		test_write_member (writer, &(TestMember){ .name = "in", .content = content }, size);
		g_assert_cmpint (archive_write_free (writer), ==, ARCHIVE_OK);
		test_assert_refused (path, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                     "is an archive within an archive (unpack it first)");
	}
}

static void
test_encrypted (TestPlace *place, gconstpointer data)
{
	g_autofree char *path = test_in_place (place, zip.file);
	TestPacking packing = zip;
	struct archive *writer;

	(void) data;
	packing.options = "zip:encryption=traditional";
	writer = test_new_writer (path, &packing, "word");
	test_write_member (writer, &two[1], strlen (two[1].content));
	g_assert_cmpint (archive_write_free (writer), ==, ARCHIVE_OK);
	test_assert_refused (path, FAIRLEAD_ERROR_UNKNOWN_FORMAT, "data/one.csv: is encrypted");
}

static void
test_other_kinds (TestPlace *place, gconstpointer data)
{
	g_autofree char *seven = test_write_file (place, "7", "7z\xBC\xAF\x27\x1C\0\4rest", 12);
	g_autofree char *rar = test_write_file (place, "r", "Rar!\x1A\x07\x01rest", 11);

	(void) data;
	test_assert_refused (seven, FAIRLEAD_ERROR_UNKNOWN_FORMAT, "7-Zip archives are not read");
	test_assert_refused (rar, FAIRLEAD_ERROR_UNKNOWN_FORMAT, "RAR archives are not read");
}

/* A text may begin so too */
static void
test_text_like_bzip2 (TestPlace *place, gconstpointer data)
{
	g_autofree char *path = test_write_file (place, "b", "BZh9,one\nBZh8,two\n", -1);

	(void) data;
	test_assert_refused (path, FAIRLEAD_ERROR_UNKNOWN_FORMAT, "delimited text with these 2");
}

/* Cut anywhere within its members an archive is broken; nothing crashes at any cut or change */
static void
try_damages (TestPlace *place, const TestPacking *packing, gsize n_needed)
{
	g_autofree char *path = test_pack (place, packing, two, G_N_ELEMENTS (two));
	g_autofree char *content = NULL;
	gsize size, step;

	g_assert_true (g_file_get_contents (path, &content, &size, NULL));
	g_assert_cmpuint (n_needed, <, size);
	step = size / test_rounds ((guint) size);
	for (gsize n = 1; n < size; n += step) {
		g_autofree char *cut = test_write_file (place, packing->file, content, (gssize) n);
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadRecords) records = test_try_load (cut, &error);

		g_assert_true ((records != NULL) == (error == NULL));
		if (n < n_needed)
			g_assert_null (records);
	}
	for (gsize n = 0; n < size; n += step) {
		g_autofree char *changed = NULL;
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadRecords) records = NULL;

		content[n] ^= 0x55;
		changed = test_write_file (place, packing->file, content, (gssize) size);
		content[n] ^= 0x55;
		records = test_try_load (changed, &error);
		g_assert_true ((records != NULL) == (error == NULL));
	}
}

static void
test_damaged_zip (TestPlace *place, gconstpointer data)
{
	(void) data;
	try_damages (place, &zip, 200);
}

static void
test_damaged_tar_gz (TestPlace *place, gconstpointer data)
{
	(void) data;
	try_damages (place, &tar_gz, 120);
}

static void
test_truncated (TestPlace *place, gconstpointer data)
{
	g_autofree char *path = test_pack (place, &gz, two + 1, 1);
	g_autofree char *content = NULL;
	g_autofree char *cut = NULL;
	gsize size;

	(void) data;
	g_assert_true (g_file_get_contents (path, &content, &size, NULL));
	cut = test_write_file (place, "cut", content, (gssize) size - 12);
	test_assert_refused (cut, FAIRLEAD_ERROR_SYNTAX, "the archive is broken (truncated");
}

static void
test_wrong_checksum (TestPlace *place, gconstpointer data)
{
	g_autofree char *path = test_pack (place, &stored_zip, two + 1, 1);
	g_autofree char *content = NULL;
	g_autofree char *changed = NULL;
	gsize size;
	char *name;

	(void) data;
	g_assert_true (g_file_get_contents (path, &content, &size, NULL));
	name = memmem (content, size, "ALPHA", 5);
	g_assert_nonnull (name);
	*name = 'E';
	changed = test_write_file (place, "changed", content, (gssize) size);
	test_assert_refused (changed, FAIRLEAD_ERROR_SYNTAX, "the archive is broken (");
}

/* ---- folders ---- */

static void
test_folder (TestPlace *place, gconstpointer data)
{
	G_GNUC_UNUSED g_autofree char *last = test_write_file (place, "b.csv", TEST_KNOWN_ROW, -1);
	G_GNUC_UNUSED g_autofree char *packed = test_pack (place, &zip, two, G_N_ELEMENTS (two));
	G_GNUC_UNUSED g_autofree char *hidden =
		test_write_file (place, ".hidden", TEST_KNOWN_ROW, -1);
	G_GNUC_UNUSED g_autofree char *words =
		test_write_file (place, "A readme", "plain words\n", -1);
	g_autofree char *inner = test_in_place (place, "c");
	g_autoptr (FairleadRecords) records = NULL;

	(void) data;
	g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
	records = test_load_well (place->folder);
	assert_files (records, place,
	              ".hidden \nA readme \na.zip!data/one.csv ofac-sdn-csv\n"
	              "a.zip!two ofac-sdn-csv\nb.csv ofac-sdn-csv\nc \n");
	assert_issues (records, place,
	               ".hidden passed-over: is hidden\n"
	               "A readme unknown-format: neither XML nor JSON nor delimited text\n"
	               "c passed-over: is not a file\n");
}

static void
test_folder_of_nothing (TestPlace *place, gconstpointer data)
{
	(void) data;
	test_assert_refused (place->folder, FAIRLEAD_ERROR_UNKNOWN_FORMAT, "holds no file to read");
	g_free (test_write_file (place, "words", "plain words\n", -1));
	test_assert_refused (place->folder, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
	                     "no reader knows any of the 1 files in it");
}

static void
test_folder_with_broken_file (TestPlace *place, gconstpointer data)
{
	G_GNUC_UNUSED g_autofree char *good = test_write_file (place, "a.csv", TEST_KNOWN_ROW, -1);
	G_GNUC_UNUSED g_autofree char *bad = test_write_file (
		place, "b.csv", TEST_KNOWN_ROW TEST_KNOWN_ROW "1,\"never closed", -1);

	(void) data;
	test_assert_refused (place->folder, FAIRLEAD_ERROR_SYNTAX, "b.csv:3: ");
}

#define ADD(path, function) \
	g_test_add (path, TestPlace, NULL, test_place_set_up, function, test_place_tear_down)

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	ADD ("/syntax/archive/reads-every-kind", test_kinds);
	ADD ("/syntax/archive/reads-one-compressed-file", test_single);
	ADD ("/syntax/archive/hashes-the-archive-itself", test_hash);
	ADD ("/syntax/archive/tells-of-members-that-no-reader-knows", test_unknown_members);
	ADD ("/syntax/archive/passes-over-links-and-pipes", test_links);
	ADD ("/syntax/archive/shows-hostile-names-escaped", test_names);
	ADD ("/syntax/archive/refuses-an-archive-within-an-archive", test_nested);
	ADD ("/syntax/archive/refuses-encryption", test_encrypted);
	ADD ("/syntax/archive/names-the-kinds-it-does-not-read", test_other_kinds);
	ADD ("/syntax/archive/takes-text-for-text", test_text_like_bzip2);
	ADD ("/syntax/archive/survives-a-damaged-zip", test_damaged_zip);
	ADD ("/syntax/archive/survives-a-damaged-tar-gz", test_damaged_tar_gz);
	ADD ("/syntax/archive/refuses-a-truncated-file", test_truncated);
	ADD ("/syntax/archive/refuses-a-wrong-checksum", test_wrong_checksum);
	ADD ("/loader/folder/reads-its-files-in-order", test_folder);
	ADD ("/loader/folder/refuses-one-of-nothing-known", test_folder_of_nothing);
	ADD ("/loader/folder/fails-where-a-file-of-it-is-broken", test_folder_with_broken_file);
	return g_test_run ();
}
