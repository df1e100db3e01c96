/* ingest/load-paths.c: what a path stands for: a file, an archive's members, a folder's files */
#include <glib/gstdio.h>
#include <string.h>

#include "ingest/load-private.h"
#include "ingest/syntax/archive.h"

/* ---- archives ---- */

static void
pass_over (FairleadLoad *load, const char *path, const char *why)
{
	FairleadSource source = { fairlead_records_add_file (load->records, path), 0 };

	fairlead_records_add_issue (load->records, FAIRLEAD_ISSUE_PASSED_OVER, source, "%s", why);
}

static gboolean
load_member (FairleadLoad *load, FairleadArchive *archive, FairleadLoadGroup *group, GError **error)
{
	const char *path = fairlead_archive_get_path (archive);
	const char *refusal = fairlead_archive_get_refusal (archive);
	g_autoptr (FairleadInput) member = NULL;
	const char *head;
	gsize size;

	if (refusal != NULL) {
		pass_over (load, path, refusal);
		return TRUE;
	}
	member = fairlead_archive_open_member (archive);
	fairlead_input_set_cancellable (member, load->cancellable);
	head = fairlead_input_peek (member, &size, error);
	if (head == NULL)
		return FALSE;
	if (fairlead_archive_is_packed (head, size))
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                              "is an archive within an archive (unpack it first)");
	return fairlead_load_stream (load, member, group, error);
}

static gboolean
check_group (const FairleadLoadGroup *group, const char *path, GError **error)
{
	if (group->n_known > 0)
		return TRUE;
	if (group->n_files == 0)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                              "holds no file to read");
	return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
	                              "no reader knows any of the %u files in it (the first: %s)",
	                              group->n_files, group->first_refusal);
}

/* One file that was compressed is known or not as if it were not compressed */
static gboolean
load_archive (FairleadLoad *load, FairleadInput *file, FairleadLoadGroup *group, GError **error)
{
	g_autoptr (FairleadArchive) archive = fairlead_archive_new (file, error);
	g_auto (FairleadLoadGroup) members = { 0 };
	g_autoptr (GError) failure = NULL;

	if (archive == NULL)
		return FALSE;
	while (fairlead_archive_next (archive, &failure)) {
		gboolean has_own_group = group == NULL && !fairlead_archive_is_single (archive);

		if (!load_member (load, archive, has_own_group ? &members : group, error))
			return FALSE;
	}
	if (failure != NULL) {
		g_propagate_error (error, g_steal_pointer (&failure));
		return FALSE;
	}
	if (group != NULL || fairlead_archive_is_single (archive))
		return TRUE;
	return check_group (&members, fairlead_input_get_path (file), error);
}

/* ---- files ---- */

static void
on_bytes_read (guint64 position, guint64 size, gpointer user_data)
{
	FairleadLoad *load = user_data;
	FairleadLoadProgress progress = load->progress;

	(void) size;
	progress.n_bytes += position;
	progress.n_records += load->reading != NULL ? load->reading->n_records : 0;
	progress.n_issues = fairlead_records_count_issues (load->records);
	load->callback (&progress, load->callback_data);
}

/* Of the rows from @first on: one, or those of an archive's members */
static void
note_hash (FairleadLoad *load, guint first, FairleadInput *file)
{
	g_autofree char *sha256 = fairlead_input_dup_sha256 (file);
	FairleadText hash = fairlead_records_intern (load->records, sha256);
	guint n_files;
	FairleadFileRow *rows = fairlead_records_get_files (load->records, &n_files);

	for (guint i = first; i < n_files; i++)
		rows[i].sha256 = hash;
}

static gboolean
load_file (FairleadLoad *load, const char *path, FairleadLoadGroup *group, GError **error)
{
	g_autoptr (FairleadInput) input = fairlead_input_open (path, error);
	const char *head;
	gboolean loaded;
	gsize size;
	guint n_before;

	if (input == NULL)
		return FALSE;
	fairlead_input_set_cancellable (input, load->cancellable);
	fairlead_input_set_hashing (input, load->hashing);
	if (load->callback != NULL)
		fairlead_input_set_progress (input, on_bytes_read, load);
	load->progress.path = path;
	head = fairlead_input_peek (input, &size, error);
	if (head == NULL)
		return FALSE;
	fairlead_records_get_files (load->records, &n_before);
	loaded = fairlead_archive_is_packed (head, size)
	                 ? load_archive (load, input, group, error)
	                 : fairlead_load_stream (load, input, group, error);
	if (loaded)
		note_hash (load, n_before, input);
	load->progress.n_bytes += fairlead_input_get_position (input);
	return loaded;
}

/* ---- folders ---- */

static gint
compare_names (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
fairlead_load_list_folder (const char *path, GError **error)
{
	g_autoptr (GError) failure = NULL;
	g_autoptr (GDir) folder = g_dir_open (path, 0, &failure);
	g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
	const char *name;

	if (folder == NULL) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO, "%s", failure->message);
		return NULL;
	}
	while ((name = g_dir_read_name (folder)) != NULL)
		g_ptr_array_add (names, g_strdup (name));
	g_ptr_array_sort (names, compare_names);
	return g_steal_pointer (&names);
}

const char *
fairlead_load_why_passed_over (const char *path, const char *name)
{
	if (name[0] == '.')
		return "is hidden";
	return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? NULL : "is not a file";
}

static gboolean
load_folder (FairleadLoad *load, const char *path, GError **error)
{
	g_autoptr (GPtrArray) names = fairlead_load_list_folder (path, error);
	g_auto (FairleadLoadGroup) group = { 0 };

	for (guint i = 0; names != NULL && i < names->len; i++) {
		g_autofree char *inner = g_build_filename (path, names->pdata[i], NULL);
		const char *why = fairlead_load_why_passed_over (inner, names->pdata[i]);

		if (why != NULL)
			pass_over (load, inner, why);
		else if (!load_file (load, inner, &group, error))
			return FALSE;
	}
	return names != NULL && check_group (&group, path, error);
}

gboolean
fairlead_load_path (FairleadLoad *load, const char *path, GError **error)
{
	return g_file_test (path, G_FILE_TEST_IS_DIR) ? load_folder (load, path, error)
	                                              : load_file (load, path, NULL, error);
}

/* ---- sizes ---- */

/* FALSE where it has none that is known */
static gboolean
add_size (const char *path, guint64 *n_bytes)
{
	GStatBuf status;

	if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode))
		return FALSE;
	*n_bytes += (guint64) status.st_size;
	return TRUE;
}

/* What a folder holds besides files is not read */
static void
add_folder_size (const char *path, guint64 *n_bytes)
{
	g_autoptr (GPtrArray) names = fairlead_load_list_folder (path, NULL);

	for (guint i = 0; names != NULL && i < names->len; i++) {
		g_autofree char *inner = g_build_filename (path, names->pdata[i], NULL);

		if (fairlead_load_why_passed_over (inner, names->pdata[i]) == NULL)
			add_size (inner, n_bytes);
	}
}

guint64
fairlead_load_count_bytes (const GPtrArray *paths)
{
	guint64 n_bytes = 0;

	for (guint i = 0; i < paths->len; i++) {
		if (g_file_test (paths->pdata[i], G_FILE_TEST_IS_DIR))
			add_folder_size (paths->pdata[i], &n_bytes);
		else if (!add_size (paths->pdata[i], &n_bytes))
			return 0;
	}
	return n_bytes;
}
