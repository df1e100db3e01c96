/* tests/output/test-output-file.c: a file is whole or it is not there */
#include "output/write/output-file.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <string.h>
#include <unistd.h>

#include "ingest/record/error.h"
#include "tests/common/helpers.h"

static void
assert_contents (const char *path, const char *expected)
{
	g_autofree char *contents = NULL;

	g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
	g_assert_cmpstr (contents, ==, expected);
}

static guint
count_files (const char *folder)
{
	g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
	guint n = 0;

	while (g_dir_read_name (dir) != NULL)
		n++;
	return n;
}

static void
write_file (const char *path, const char *text, gboolean is_committed)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadOutputFile) file = fairlead_output_file_open (path, &error);

	g_assert_no_error (error);
	g_output_stream_write_all (fairlead_output_file_get_stream (file), text, strlen (text),
	                           NULL, NULL, NULL);
	if (is_committed)
		g_assert_true (fairlead_output_file_commit (file, &error));
	g_assert_no_error (error);
}

static void
test_whole_or_not (void)
{
	g_autofree char *folder = g_dir_make_tmp ("fairlead-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "a.graphml", NULL);
	g_autofree char *alias = g_build_filename (folder, "alias.graphml", NULL);
	struct stat status;

	write_file (path, "never", FALSE);
	g_assert_cmpuint (count_files (folder), ==, 0);
	write_file (path, "one", TRUE);
	assert_contents (path, "one");
	g_assert_cmpint (g_chmod (path, 0640), ==, 0);
	write_file (path, "lost", FALSE);
	assert_contents (path, "one");
	g_assert_cmpint (symlink ("a.graphml", alias), ==, 0);
	write_file (alias, "two", TRUE);
	assert_contents (path, "two");
	g_assert_cmpuint (count_files (folder), ==, 2);
	g_assert_cmpint (g_stat (path, &status), ==, 0);
	g_assert_cmpuint (status.st_mode & 0777, ==, 0640);
	g_assert_cmpint (g_lstat (alias, &status), ==, 0);
	g_assert_true (S_ISLNK (status.st_mode));
	g_unlink (alias);
	g_unlink (path);
	g_rmdir (folder);
}

static void
test_refusals (void)
{
	g_autofree char *folder = g_dir_make_tmp ("fairlead-XXXXXX", NULL);
	g_autofree char *missing = g_build_filename (folder, "no", "a.graphml", NULL);
	g_autoptr (GError) error = NULL;

	g_assert_null (fairlead_output_file_open (missing, &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_IO, missing);
	g_clear_error (&error);
	g_assert_null (fairlead_output_file_open (folder, &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_IO, "cannot be written");
	g_clear_error (&error);
	g_assert_null (fairlead_output_file_open ("", &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_IO, "is empty");
	g_clear_error (&error);
	g_assert_null (fairlead_output_file_open ("-", &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_IO, "./-");
	g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/output/output-file/whole-or-not-there", test_whole_or_not);
	g_test_add_func ("/output/output-file/says-what-cannot-be-written", test_refusals);
	return g_test_run ();
}
