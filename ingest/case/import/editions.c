/* ingest/case/import/editions.c */
#include "ingest/case/import/editions.h"

#include <string.h>

#include "ingest/record/error.h"

static void
data_set_clear (gpointer set)
{
	g_free (((FairleadDataSet *) set)->name);
}

/* ---- grouping ---- */

static char *
dup_set_name (FairleadRecords *records, const FairleadFileRow *file, const char *data_set)
{
	const char *format = fairlead_records_get_text (records, file->format);
	const char *table = fairlead_records_get_text (records, file->table);

	if (data_set == NULL)
		data_set = format;
	return *table == '\0' ? g_strdup (data_set) : g_strconcat (data_set, "/", table, NULL);
}

static guint
find_or_add_set (FairleadEditions *self, const char *name, FairleadText format)
{
	FairleadDataSet set = { .format = format };

	for (guint i = 0; i < self->sets->len; i++)
		if (strcmp (g_array_index (self->sets, FairleadDataSet, i).name, name) == 0)
			return i;
	set.name = g_strdup (name);
	g_array_append_val (self->sets, set);
	return self->sets->len - 1;
}

/* What no reader knows of a folder goes with the first that one knows */
static void
group_files (FairleadEditions *self, FairleadRecords *records, const char *data_set)
{
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (records, &n);

	for (guint i = 0; i < n; i++) {
		g_autofree char *name = dup_set_name (records, &files[i], data_set);
		guint set =
			files[i].format == 0 ? 0 : find_or_add_set (self, name, files[i].format);

		g_array_append_val (self->set_of, set);
	}
}

/* ---- what the case has ---- */

static void
find_in_case (FairleadDataSet *set, FairleadSql *sql, sqlite3_stmt *find)
{
	fairlead_sql_bind_text (find, 1, set->name);
	while (fairlead_sql_next (sql, find)) {
		set->id = sqlite3_column_int64 (find, 0);
		set->previous = sqlite3_column_int64 (find, 1);
	}
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
	return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
dup_joined (GPtrArray *texts)
{
	g_ptr_array_sort (texts, compare_texts);
	g_ptr_array_add (texts, NULL);
	return g_strjoinv (" ", (char **) texts->pdata);
}

/* The hashes of an edition's files, the same for the same files in any order */
static char *
dup_old_hashes (const FairleadDataSet *set, FairleadSql *sql, sqlite3_stmt *find)
{
	g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);

	sqlite3_bind_int64 (find, 1, set->previous);
	while (fairlead_sql_next (sql, find))
		g_ptr_array_add (hashes, g_strdup (fairlead_sql_get_text (find, 0)));
	return dup_joined (hashes);
}

static char *
dup_new_hashes (FairleadEditions *self, guint set, FairleadRecords *records)
{
	g_autoptr (GPtrArray) hashes = g_ptr_array_new ();
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (records, &n);

	for (guint i = 0; i < n; i++) {
		if (g_array_index (self->set_of, guint, i) != set || files[i].format == 0)
			continue;
		/* Of a file that was not hashed nothing is known to be the same */
		if (files[i].sha256 == 0)
			return NULL;
		g_ptr_array_add (hashes,
		                 (gpointer) fairlead_records_get_text (records, files[i].sha256));
	}
	return dup_joined (hashes);
}

/* The latest date that a file of the set bears, or "" */
static const char *
get_issued (FairleadEditions *self, guint set, FairleadRecords *records)
{
	const char *latest = "";
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (records, &n);

	for (guint i = 0; i < n; i++) {
		const char *issued = fairlead_records_get_text (records, files[i].issued);

		if (g_array_index (self->set_of, guint, i) == set && strcmp (issued, latest) > 0)
			latest = issued;
	}
	return latest;
}

static void
check_order (FairleadEditions *self, guint number, FairleadSql *sql, FairleadRecords *records)
{
	const FairleadDataSet *set = &g_array_index (self->sets, FairleadDataSet, number);
	const char *issued = get_issued (self, number, records);
	g_autoptr (sqlite3_stmt) find =
		fairlead_sql_prepare (sql, "SELECT issued FROM edition WHERE id = ?1");

	sqlite3_bind_int64 (find, 1, set->previous);
	if (!fairlead_sql_next (sql, find))
		return;
	if (*issued != '\0' && strcmp (issued, fairlead_sql_get_text (find, 0)) < 0)
		fairlead_sql_fail (sql, FAIRLEAD_ERROR_INVALID_VALUE,
		                   "has a newer edition of %s, of %s; the files are of %s"
		                   " (--as NAME keeps them as a data set of their own)",
		                   set->name, fairlead_sql_get_text (find, 0), issued);
}

/* An edition that lacks files of the one before would be taken to drop what they say */
static void
check_files (FairleadEditions *self, guint number, FairleadSql *sql)
{
	const FairleadDataSet *set = &g_array_index (self->sets, FairleadDataSet, number);
	g_autoptr (sqlite3_stmt) count =
		fairlead_sql_prepare (sql, "SELECT count (*) FROM source_file WHERE edition = ?1");
	gint64 n_old = 0, n_new = 0;

	sqlite3_bind_int64 (count, 1, set->previous);
	while (fairlead_sql_next (sql, count))
		n_old = sqlite3_column_int64 (count, 0);
	for (guint i = 0; i < self->set_of->len; i++)
		n_new += g_array_index (self->set_of, guint, i) == number;
	if (n_new < n_old)
		fairlead_sql_fail (sql, FAIRLEAD_ERROR_INVALID_VALUE,
		                   "has %" G_GINT64_FORMAT
		                   " files of %s, and only %" G_GINT64_FORMAT
		                   " are given; --as %s says that these are all of its next"
		                   " edition, --as NAME that they are another data set",
		                   n_old, set->name, n_new, set->name);
}

static void
hold_to_case (FairleadEditions *self, FairleadSql *sql, FairleadRecords *records)
{
	g_autoptr (sqlite3_stmt) find = fairlead_sql_prepare (
		sql, "SELECT data_set.id, max (edition.id) FROM data_set"
		     " JOIN edition ON edition.data_set = data_set.id WHERE name = ?1"
		     " GROUP BY data_set.id");
	g_autoptr (sqlite3_stmt) find_hashes = fairlead_sql_prepare (
		sql, "SELECT sha256 FROM source_file WHERE edition = ?1 AND format IS NOT NULL");

	for (guint i = 0; i < self->sets->len; i++) {
		FairleadDataSet *set = &g_array_index (self->sets, FairleadDataSet, i);
		g_autofree char *old_hashes = NULL, *new_hashes = NULL;

		find_in_case (set, sql, find);
		if (set->previous == 0)
			continue;
		old_hashes = dup_old_hashes (set, sql, find_hashes);
		new_hashes = dup_new_hashes (self, i, records);
		set->is_unchanged = g_strcmp0 (old_hashes, new_hashes) == 0;
		if (set->is_unchanged)
			continue;
		check_order (self, i, sql, records);
		if (!self->is_named)
			check_files (self, i, sql);
	}
}

void
fairlead_editions_init (FairleadEditions *self, FairleadSql *sql, FairleadRecords *records,
                        const char *data_set)
{
	guint n_files;

	fairlead_records_get_files (records, &n_files);
	*self = (FairleadEditions){ .is_named = data_set != NULL };
	self->sets = g_array_new (FALSE, FALSE, sizeof (FairleadDataSet));
	g_array_set_clear_func (self->sets, data_set_clear);
	self->set_of = g_array_new (FALSE, FALSE, sizeof (guint));
	self->file_ids = g_array_new (FALSE, TRUE, sizeof (gint64));
	g_array_set_size (self->file_ids, n_files);
	group_files (self, records, data_set);
	hold_to_case (self, sql, records);
}

void
fairlead_editions_clear (FairleadEditions *self)
{
	g_clear_pointer (&self->sets, g_array_unref);
	g_clear_pointer (&self->set_of, g_array_unref);
	g_clear_pointer (&self->file_ids, g_array_unref);
}

gboolean
fairlead_editions_has_news (const FairleadEditions *self)
{
	for (guint i = 0; i < self->sets->len; i++)
		if (!g_array_index (self->sets, FairleadDataSet, i).is_unchanged)
			return TRUE;
	return FALSE;
}

/* ---- writing ---- */

static gint64
write_import (FairleadSql *sql)
{
	g_autofree char *now = fairlead_case_dup_now ();
	g_autoptr (sqlite3_stmt) insertion =
		fairlead_sql_prepare (sql, "INSERT INTO import (at, program) VALUES (?1, ?2)");

	fairlead_sql_bind_text (insertion, 1, now);
	fairlead_sql_bind_text (insertion, 2, FAIRLEAD_CASE_PROGRAM);
	fairlead_sql_write (sql, insertion);
	return sqlite3_last_insert_rowid (sql->db);
}

static void
write_data_set (FairleadDataSet *set, FairleadSql *sql, FairleadRecords *records)
{
	g_autoptr (sqlite3_stmt) insertion =
		fairlead_sql_prepare (sql, "INSERT INTO data_set (name, format) VALUES (?1, ?2)");

	fairlead_sql_bind_text (insertion, 1, set->name);
	fairlead_sql_bind_text (insertion, 2, fairlead_records_get_text (records, set->format));
	fairlead_sql_write (sql, insertion);
	set->id = sqlite3_last_insert_rowid (sql->db);
}

static void
write_edition (FairleadDataSet *set, FairleadSql *sql, gint64 import, const char *issued)
{
	g_autoptr (sqlite3_stmt) insertion = fairlead_sql_prepare (
		sql, "INSERT INTO edition (data_set, import, number, issued, n_added, n_changed,"
		     " n_dropped, n_kept) SELECT ?1, ?2, coalesce (max (number), 0) + 1, ?3,"
		     " 0, 0, 0, 0 FROM edition WHERE data_set = ?1");

	sqlite3_bind_int64 (insertion, 1, set->id);
	sqlite3_bind_int64 (insertion, 2, import);
	fairlead_sql_bind_text (insertion, 3, issued);
	fairlead_sql_write (sql, insertion);
	set->edition = sqlite3_last_insert_rowid (sql->db);
}

static void
write_files (FairleadEditions *self, FairleadSql *sql, FairleadRecords *records)
{
	g_autoptr (sqlite3_stmt) insertion = fairlead_sql_prepare (
		sql, "INSERT INTO source_file (edition, path, format, sha256, n_records, n_bytes,"
		     " issued) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (records, &n);

	for (guint i = 0; i < n; i++) {
		const FairleadDataSet *set = fairlead_editions_get_set (self, i);
		FairleadText texts[] = { files[i].path, files[i].format, files[i].sha256 };

		if (set->is_unchanged)
			continue;
		sqlite3_bind_int64 (insertion, 1, set->edition);
		for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
			fairlead_sql_bind_text (insertion, 2 + (int) t,
			                        fairlead_records_get_text (records, texts[t]));
		sqlite3_bind_int64 (insertion, 5, (gint64) files[i].n_records);
		sqlite3_bind_int64 (insertion, 6, (gint64) files[i].n_bytes);
		fairlead_sql_bind_text (insertion, 7,
		                        fairlead_records_get_text (records, files[i].issued));
		fairlead_sql_write (sql, insertion);
		g_array_index (self->file_ids, gint64, i) = sqlite3_last_insert_rowid (sql->db);
	}
}

void
fairlead_editions_write (FairleadEditions *self, FairleadSql *sql, FairleadRecords *records)
{
	gint64 import = write_import (sql);

	for (guint i = 0; i < self->sets->len; i++) {
		FairleadDataSet *set = &g_array_index (self->sets, FairleadDataSet, i);

		if (set->is_unchanged)
			continue;
		if (set->id == 0)
			write_data_set (set, sql, records);
		write_edition (set, sql, import, get_issued (self, i, records));
	}
	write_files (self, sql, records);
}

void
fairlead_editions_write_counts (FairleadEditions *self, FairleadSql *sql)
{
	g_autoptr (sqlite3_stmt) update = fairlead_sql_prepare (
		sql, "UPDATE edition SET n_added = ?2, n_changed = ?3, n_dropped = ?4, n_kept = ?5"
		     " WHERE id = ?1");

	for (guint i = 0; i < self->sets->len; i++) {
		const FairleadDataSet *set = &g_array_index (self->sets, FairleadDataSet, i);

		if (set->is_unchanged)
			continue;
		sqlite3_bind_int64 (update, 1, set->edition);
		sqlite3_bind_int64 (update, 2, set->n_added);
		sqlite3_bind_int64 (update, 3, set->n_changed);
		sqlite3_bind_int64 (update, 4, set->n_dropped);
		sqlite3_bind_int64 (update, 5, set->n_kept);
		fairlead_sql_write (sql, update);
	}
}
