/* tests/common/archive-builder.c */
#include "tests/common/archive-builder.h"

#include "ingest/loader.h"
#include "tests/common/helpers.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

void
test_place_set_up (TestPlace *place, gconstpointer data)
{
	(void) data;
	place->folder = g_dir_make_tmp ("fairlead-archive-XXXXXX", NULL);
	g_assert_nonnull (place->folder);
}

void
test_place_tear_down (TestPlace *place, gconstpointer data)
{
	g_autoptr (GDir) folder = g_dir_open (place->folder, 0, NULL);
	const char *name;

	(void) data;
	while ((name = g_dir_read_name (folder)) != NULL) {
		g_autofree char *path = g_build_filename (place->folder, name, NULL);

		g_assert_cmpint (g_remove (path), ==, 0);
	}
	g_assert_cmpint (g_rmdir (place->folder), ==, 0);
	g_free (place->folder);
}

char *
test_in_place (TestPlace *place, const char *name)
{
	return g_build_filename (place->folder, name, NULL);
}

char *
test_write_file (TestPlace *place, const char *name, const char *content, gssize size)
{
	char *path = test_in_place (place, name);
	FILE *file = g_fopen (path, "wb");
	gsize n_bytes = size < 0 ? strlen (content) : (gsize) size;

	g_assert_nonnull (file);
	g_assert_cmpuint (fwrite (content, 1, n_bytes, file), ==, n_bytes);
	g_assert_cmpint (fclose (file), ==, 0);
	return path;
}

void
test_write_member (struct archive *writer, const TestMember *member, gsize size)
{
	struct archive_entry *entry = archive_entry_new ();

	archive_entry_copy_pathname (entry, member->name);
	archive_entry_set_filetype (entry, member->type != 0 ? member->type : AE_IFREG);
	archive_entry_set_perm (entry, 0644);
	if (member->type == AE_IFLNK)
		archive_entry_copy_symlink (entry, member->link);
	else if (member->link != NULL)
		archive_entry_copy_hardlink (entry, member->link);
	archive_entry_set_size (entry, (gint64) size);
	g_assert_cmpint (archive_write_header (writer, entry), >=, ARCHIVE_WARN);
	if (size > 0)
		g_assert_cmpint (archive_write_data (writer, member->content, size), ==, size);
	archive_entry_free (entry);
}

struct archive *
test_new_writer (const char *path, const TestPacking *packing, const char *password)
{
	struct archive *writer = archive_write_new ();

	g_assert_cmpint (archive_write_set_format (writer, packing->format), ==, ARCHIVE_OK);
	g_assert_cmpint (archive_write_add_filter (writer, packing->filter), ==, ARCHIVE_OK);
	if (packing->options != NULL)
		g_assert_cmpint (archive_write_set_options (writer, packing->options), ==,
		                 ARCHIVE_OK);
	if (password != NULL)
		g_assert_cmpint (archive_write_set_passphrase (writer, password), ==, ARCHIVE_OK);
	g_assert_cmpint (archive_write_open_filename (writer, path), ==, ARCHIVE_OK);
	return writer;
}

char *
test_pack (TestPlace *place, const TestPacking *packing, const TestMember *members, guint n_members)
{
	char *path = test_in_place (place, packing->file);
	struct archive *writer = test_new_writer (path, packing, NULL);

	for (guint i = 0; i < n_members; i++)
		test_write_member (writer, &members[i],
		                   members[i].content != NULL ? strlen (members[i].content) : 0);
	g_assert_cmpint (archive_write_free (writer), ==, ARCHIVE_OK);
	return path;
}

FairleadRecords *
test_try_load (const char *path, GError **error)
{
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	const char *paths[] = { path, NULL };

	fairlead_loader_set_hashing (loader, TRUE);
	return fairlead_loader_load (loader, paths, NULL, error);
}

FairleadRecords *
test_load_well (const char *path)
{
	g_autoptr (GError) error = NULL;
	FairleadRecords *records = test_try_load (path, &error);

	g_assert_no_error (error);
	return records;
}

void
test_assert_refused (const char *path, FairleadError code, const char *words)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadRecords) records = test_try_load (path, &error);

	g_assert_null (records);
	test_assert_error (error, FAIRLEAD_ERROR, (gint) code, words);
	g_assert_true (g_str_has_prefix (error->message, path));
}
