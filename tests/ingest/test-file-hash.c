/* tests/ingest/test-file-hash.c: files and folders as the numbers that sha256sum would tell */
#include "ingest/file-hash.h"

#include <string.h>

#include "ingest/record/error.h"
#include "tests/common/case-place.h"
#include "tests/common/helpers.h"

static void
assert_hash (const char *path, const char *expected, guint64 n_expected)
{
	g_autoptr (GError) error = NULL;
	guint64 n_bytes = 77;
	g_autofree char *hash = fairlead_file_dup_sha256 (path, &n_bytes, NULL, &error);

	g_assert_no_error (error);
	g_assert_cmpstr (hash, ==, expected);
	g_assert_cmpuint (n_bytes, ==, n_expected);
}

/* The first two are examples of FIPS 180-4 */
static void
test_known (void)
{
	g_auto (TestPlace) place = { 0 };
	g_autofree char *path = NULL;

	test_place_init (&place);
	path = test_place_write (&place, "a.csv", "abc");
	assert_hash (path, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3);
	g_assert_true (g_file_set_contents (path, "", 0, NULL));
	assert_hash (path, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 0);
}

/* More than one block, and with bytes of zero */
static void
test_long (void)
{
	const gsize size = (256u << 10) + 1;
	g_auto (TestPlace) place = { 0 };
	g_autofree char *bytes = g_malloc0 (size);
	g_autofree char *path = NULL, *expected = NULL;

	test_place_init (&place);
	bytes[size - 1] = 'x';
	path = test_place_write (&place, "long.csv", "");
	g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
	expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, size);
	assert_hash (path, expected, size);
}

/* Of the lines of sha256sum, by name and not in the order of their making; what is hidden is not
 * read, and so is not in it */
static void
test_folder (void)
{
	g_auto (TestPlace) place = { 0 };
	g_autofree char *a =
		g_compute_checksum_for_string (G_CHECKSUM_SHA256, "id,name\n1,x\n", -1);
	g_autofree char *b = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "id;name\n", -1);
	g_autofree char *lines = g_strdup_printf ("%s  a.csv\n%s  b.csv\n", a, b);
	g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, lines, -1);
	g_autofree char *changed = NULL;

	test_place_init (&place);
	g_free (test_place_write (&place, "b.csv", "id;name\n"));
	g_free (test_place_write (&place, ".hidden.csv", "id\n"));
	g_free (test_place_write (&place, "a.csv", "id,name\n1,x\n"));
	assert_hash (place.folder, expected, 8 + 12);
	g_free (test_place_write (&place, "a.csv", "id,name\n1,y\n"));
	changed = fairlead_file_dup_sha256 (place.folder, NULL, NULL, NULL);
	g_assert_nonnull (changed);
	g_assert_cmpstr (changed, !=, expected);
}

static void
test_missing (void)
{
	g_autoptr (GError) error = NULL;
	guint64 n_bytes = 77;

	g_assert_null (fairlead_file_dup_sha256 ("/no/such/list.csv", &n_bytes, NULL, &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_IO, "/no/such/list.csv");
	g_assert_cmpuint (n_bytes, ==, 77);
}

static void
test_cancelled (void)
{
	g_auto (TestPlace) place = { 0 };
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) error = NULL;
	g_autofree char *path = NULL;

	test_place_init (&place);
	path = test_place_write (&place, "a.csv", "abc");
	g_cancellable_cancel (cancellable);
	g_assert_null (fairlead_file_dup_sha256 (path, NULL, cancellable, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/file-hash/known-answers", test_known);
	g_test_add_func ("/ingest/file-hash/more-than-one-block", test_long);
	g_test_add_func ("/ingest/file-hash/a-folder-is-the-lines-of-its-files", test_folder);
	g_test_add_func ("/ingest/file-hash/a-missing-file-is-named", test_missing);
	g_test_add_func ("/ingest/file-hash/can-be-cancelled", test_cancelled);
	return g_test_run ();
}
