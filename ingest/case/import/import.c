/* ingest/case/import/import.c: records into a case, as editions of their data sets
 *
 * A fact that the edition before says as well keeps its row, and its first edition; its file and
 * line become those of the new one. What is left of the old is marked as said for the last time. */
#include "ingest/case/load/cache.h"
#include "ingest/case/load/ends.h"
#include "ingest/case/import/editions.h"
#include "ingest/case/import/index.h"
#include "ingest/case/import/match.h"
#include "ingest/record/error.h"
#include "ingest/record/records-private.h"

/* Of two editions at least this share of the entities is the same */
#define LEAST_PERCENT 50u
#define FEW_ENTITIES 10u
#define ROWS_BETWEEN_NEWS 8192

typedef struct {
	FairleadCase *owner;
	FairleadSql *sql;
	FairleadRecords *records;
	FairleadEditions editions;
	FairleadNumbers numbers;
	FairleadSearchIndex index;
	gboolean is_first; /* there is nothing in the case yet: all is new */
	GThread *preparation;
	FairleadEndLists *ends; /* what that has made */
} Import;

/* One table of it */
typedef struct {
	Import *import;
	const FairleadFactTable *table;
	const char *rows;
	guint n_rows;
	guint n_kept;
	FairleadMatch match;
	sqlite3_stmt *move;
	sqlite3_stmt *drop;
	GArray *new_rows; /* of guint32: those that are to be added */
	GArray *added;    /* of FairleadFingerprint, where there are old ones */
	GArray *added_sets;
} Writing;

static void
writing_clear (Writing *self)
{
	fairlead_match_clear (&self->match);
	g_clear_pointer (&self->move, sqlite3_finalize);
	g_clear_pointer (&self->drop, sqlite3_finalize);
	g_clear_pointer (&self->new_rows, g_array_unref);
	g_clear_pointer (&self->added, g_array_unref);
	g_clear_pointer (&self->added_sets, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static void
writing_init (Writing *self, Import *import, const FairleadFactTable *table)
{
	g_autofree char *move = g_strdup_printf (
		"UPDATE %s SET file = ?2, line = ?3, place = ?4 WHERE id = ?1", table->name);
	g_autofree char *drop =
		g_strdup_printf ("UPDATE %s SET last_edition = ?2 WHERE id = ?1", table->name);

	*self = (Writing){ .import = import, .table = table };
	fairlead_match_init (&self->match, table, &import->editions, import->sql);
	self->move = fairlead_sql_prepare (import->sql, move);
	self->drop = fairlead_sql_prepare (import->sql, drop);
	self->new_rows = g_array_new (FALSE, FALSE, sizeof (guint32));
	self->added = g_array_new (FALSE, FALSE, sizeof (FairleadFingerprint));
	self->added_sets = g_array_new (FALSE, FALSE, sizeof (guint));
}

static inline gconstpointer
get_fact (const Writing *self, guint row)
{
	return self->rows + row * self->table->stride;
}

static inline FairleadSource
get_source (const Writing *self, guint row)
{
	return *(const FairleadSource *) (gconstpointer) ((const char *) get_fact (self, row)
	                                                  + self->table->source);
}

/* TRUE where the edition before says it as well */
static gboolean
keep (Writing *self, FairleadDataSet *set, guint set_number, FairleadSource source, guint row,
      const FairleadValue *values)
{
	FairleadFingerprint print = fairlead_match_print (&self->match, set_number, values);
	FairleadOldFact *old = fairlead_match_take (&self->match, &print);

	if (old == NULL) {
		g_array_append_val (self->added, print);
		g_array_append_val (self->added_sets, set_number);
		return FALSE;
	}
	sqlite3_bind_int64 (self->move, 1, old->id);
	sqlite3_bind_int64 (self->move, 2,
	                    fairlead_editions_get_file (&self->import->editions, source.file));
	sqlite3_bind_int64 (self->move, 3, source.line);
	sqlite3_bind_int64 (self->move, 4, row);
	fairlead_sql_write (self->import->sql, self->move);
	set->n_kept++;
	if (++self->n_kept % ROWS_BETWEEN_NEWS == 0)
		fairlead_sql_advance (self->import->sql, ROWS_BETWEEN_NEWS);
	return TRUE;
}

/* Keeps the row, or notes it as new. Asking for its values gives what it is about its number in the
 * case, for which adding it is too late. */
static void
sort_row (Writing *self, guint row)
{
	FairleadEditions *editions = &self->import->editions;
	FairleadSource source = get_source (self, row);
	guint set_number = g_array_index (editions->set_of, guint, source.file);
	FairleadDataSet *set = &g_array_index (editions->sets, FairleadDataSet, set_number);
	FairleadValue values[FAIRLEAD_MAX_VALUES];
	guint32 number = row;

	if (set->is_unchanged)
		return;
	if (self->import->is_first) {
		set->n_added++;
		return;
	}
	self->table->get (&self->import->numbers, get_fact (self, row), values);
	if (set->previous != 0 && keep (self, set, set_number, source, row, values))
		return;
	set->n_added++;
	g_array_append_val (self->new_rows, number);
}

/* Cells before those of the fact itself */
#define N_PLACES 4u
#define PLACES "file, line, place, first_edition"
G_STATIC_ASSERT (N_PLACES + FAIRLEAD_MAX_VALUES <= FAIRLEAD_MAX_COLUMNS);

/* In a new case all are new */
static guint32
get_new_number (const Writing *self, guint i)
{
	return self->import->is_first ? i : g_array_index (self->new_rows, guint32, i);
}

static void
get_new_row (gpointer data, guint number, FairleadValue *values)
{
	Writing *self = data;
	FairleadEditions *editions = &self->import->editions;
	guint32 row = get_new_number (self, number);
	FairleadSource source = get_source (self, row);
	const gint64 places[N_PLACES] = {
		fairlead_editions_get_file (editions, source.file), source.line, row,
		fairlead_editions_get_set (editions, source.file)->edition
	};

	for (guint i = 0; i < N_PLACES; i++)
		values[i] = (FairleadValue){ .type = SQLITE_INTEGER, .number = places[i] };
	self->table->get (&self->import->numbers, get_fact (self, row), values + N_PLACES);
}

static void
add_new_rows (Writing *self, FairleadFact fact)
{
	Import *import = self->import;
	g_autofree char *columns = g_strconcat (PLACES ", ", self->table->columns, NULL);
	g_autofree char *find_last = g_strdup_printf ("SELECT max (id) FROM %s", self->table->name);
	gint64 last = fairlead_sql_get_number (import->sql, find_last);
	guint n = import->is_first ? self->n_rows : self->new_rows->len;

	fairlead_bulk_insert (import->sql, self->table->name, columns,
	                      N_PLACES + self->table->n_values, n, get_new_row, self);
	for (guint i = 0; import->index.thread == NULL && i < n; i++)
		fairlead_search_index_add (&import->index, fact,
		                           get_fact (self, get_new_number (self, i)), last + 1 + i);
}

static void
drop_the_rest (Writing *self)
{
	for (guint i = 0; i < self->match.facts->len; i++) {
		const FairleadOldFact *old = &g_array_index (self->match.facts, FairleadOldFact, i);
		FairleadDataSet *set =
			&g_array_index (self->import->editions.sets, FairleadDataSet, old->set);

		if (old->is_found)
			continue;
		sqlite3_bind_int64 (self->drop, 1, old->id);
		sqlite3_bind_int64 (self->drop, 2, set->previous);
		fairlead_sql_write (self->import->sql, self->drop);
		set->n_dropped++;
	}
}

/* What is added and dropped of the same subject is changed */
static void
pair_changes (Writing *self)
{
	g_autoptr (GHashTable) dropped =
		g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);

	for (guint i = 0; i < self->match.facts->len; i++) {
		FairleadOldFact *old = &g_array_index (self->match.facts, FairleadOldFact, i);
		gpointer count = g_hash_table_lookup (dropped, &old->print.subject);

		if (!old->is_found)
			g_hash_table_insert (dropped, &old->print.subject,
			                     GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
	}
	for (guint i = 0; i < self->added->len; i++) {
		FairleadFingerprint *print = &g_array_index (self->added, FairleadFingerprint, i);
		FairleadDataSet *set = &g_array_index (self->import->editions.sets, FairleadDataSet,
		                                       g_array_index (self->added_sets, guint, i));
		guint count = GPOINTER_TO_UINT (g_hash_table_lookup (dropped, &print->subject));

		if (count == 0)
			continue;
		g_hash_table_insert (dropped, &print->subject, GUINT_TO_POINTER (count - 1));
		set->n_changed++;
		set->n_added--;
		set->n_dropped--;
	}
}

/* Two lists of one form (SDN and Consolidated) are no editions of each other */
static void
check_kinship (Writing *self)
{
	FairleadEditions *editions = &self->import->editions;
	g_autofree guint *n_old = g_new0 (guint, editions->sets->len);
	g_autofree guint *n_same = g_new0 (guint, editions->sets->len);

	for (guint i = 0; i < self->match.facts->len; i++) {
		const FairleadOldFact *old = &g_array_index (self->match.facts, FairleadOldFact, i);

		n_old[old->set]++;
		n_same[old->set] += old->is_found;
	}
	for (guint i = 0; i < editions->sets->len; i++) {
		const FairleadDataSet *set = &g_array_index (editions->sets, FairleadDataSet, i);

		if (n_old[i] >= FEW_ENTITIES && n_same[i] < n_old[i] / 100.0 * LEAST_PERCENT)
			fairlead_sql_fail (self->import->sql, FAIRLEAD_ERROR_INVALID_VALUE,
			                   "only %u of the %u entities of %s are in the new files;"
			                   " --as %s says that they are its next edition all the"
			                   " same, --as NAME that they are another data set",
			                   n_same[i], n_old[i], set->name, set->name);
	}
}

static void
write_facts (Import *import, FairleadFact fact)
{
	g_auto (Writing) writing = { 0 };

	writing_init (&writing, import, &fairlead_fact_tables[fact]);
	writing.rows = writing.table->get_rows (import->records, &writing.n_rows);
	for (guint row = 0; row < writing.n_rows && import->sql->failure == NULL; row++)
		sort_row (&writing, row);
	fairlead_sql_advance (import->sql, writing.n_kept % ROWS_BETWEEN_NEWS);
	if (fact == FAIRLEAD_FACT_MENTION && !import->editions.is_named)
		check_kinship (&writing);
	add_new_rows (&writing, fact);
	pair_changes (&writing);
	drop_the_rest (&writing);
	fairlead_new_file_flush (import->owner);
}

static void
write_issues (Import *import)
{
	g_autoptr (sqlite3_stmt) insertion = fairlead_sql_prepare (
		import->sql, "INSERT INTO issue (tag, text, file, line, place)"
			     " VALUES (?1, ?2, ?3, ?4, ?5)");
	guint n;
	const FairleadIssueRow *rows = fairlead_records_get_issues (import->records, &n);

	for (guint i = 0; i < n; i++) {
		FairleadSource source = rows[i].source;

		if (fairlead_editions_get_set (&import->editions, source.file)->is_unchanged)
			continue;
		sqlite3_bind_int (insertion, 1,
		                  import->owner->words.in_case[FAIRLEAD_WORD_ISSUE][rows[i].tag]);
		sqlite3_bind_text (insertion, 2,
		                   fairlead_records_get_text (import->records, rows[i].text), -1,
		                   SQLITE_STATIC);
		sqlite3_bind_int64 (insertion, 3,
		                    fairlead_editions_get_file (&import->editions, source.file));
		sqlite3_bind_int64 (insertion, 4, source.line);
		sqlite3_bind_int64 (insertion, 5, i);
		fairlead_sql_write (import->sql, insertion);
	}
}

/* Keys and ends are made while the last tables are written, when the search index is done or nearly
 * so: of these tables nothing but the cache asks for either */
static gpointer
prepare_cache (gpointer data)
{
	Import *import = data;

	fairlead_records_settle_keys (import->records);
	import->ends = fairlead_end_lists_new (import->records);
	return NULL;
}

static void
start_preparation (Import *import)
{
	if (import->is_first && import->numbers.first_entity == 1)
		import->preparation = g_thread_new ("cache", prepare_cache, import);
}

static void
finish_preparation (Import *import)
{
	if (import->preparation != NULL)
		g_thread_join (g_steal_pointer (&import->preparation));
}

/* In a case without other files, the records that were read are what it says */
static void
write_cache (Import *import)
{
	g_autoptr (FairleadRecords) records = NULL;
	guint n_files;

	fairlead_records_get_files (import->records, &n_files);
	if (fairlead_sql_get_number (import->sql, "SELECT count (*) FROM source_file") == n_files) {
		records = g_object_ref (import->records);
		fairlead_records_drop_repeated_names (records);
	} else {
		records = fairlead_case_load_rows (import->owner);
	}
	if (import->sql->failure == NULL)
		fairlead_cache_write (import->sql, records);
	if (import->sql->failure == NULL)
		fairlead_ends_write (import->sql, import->ends);
	g_clear_pointer (&import->ends, fairlead_end_lists_free);
}

/* In a new case each entity and each fact is a row; of a later edition each fact is one, kept or
 * new */
static void
begin_progress (Import *import)
{
	guint64 n_rows = 0;
	guint n;

	for (guint fact = 0; fact < FAIRLEAD_N_FACTS; fact++) {
		fairlead_fact_tables[fact].get_rows (import->records, &n);
		n_rows += n;
	}
	fairlead_records_get_entities (import->records, &n);
	import->sql->n_done = 0;
	import->sql->n_total = n_rows + (import->is_first ? n : 0);
}

static void
write_all (Import *import)
{
	fairlead_cache_disarm (import->sql);
	import->is_first =
		!fairlead_sql_get_number (import->sql, "SELECT EXISTS (SELECT 1 FROM edition)");
	begin_progress (import);
	fairlead_editions_write (&import->editions, import->sql, import->records);
	fairlead_numbers_init (&import->numbers, import->owner, import->records);
	fairlead_search_index_init (&import->index, import->sql, import->records,
	                            import->owner->made_at != NULL);
	if (import->is_first)
		fairlead_numbers_give_all (&import->numbers);
	for (guint fact = 0; fact < FAIRLEAD_N_FACTS; fact++) {
		if (fact == FAIRLEAD_FACT_LINK)
			start_preparation (import);
		write_facts (import, (FairleadFact) fact);
	}
	write_issues (import);
	fairlead_search_index_finish (&import->index);
	fairlead_editions_write_counts (&import->editions, import->sql);
	fairlead_search_index_clear (&import->index);
	fairlead_numbers_clear (&import->numbers);
	finish_preparation (import);
	write_cache (import);
	fairlead_cache_arm (import->sql);
}

gboolean
fairlead_case_import (FairleadCase *self, FairleadRecords *records, const char *data_set,
                      FairleadImportReport **report, GCancellable *cancellable, GError **error)
{
	Import import = { .owner = self, .sql = &self->sql, .records = records };
	g_autoptr (FairleadImportReport) done = NULL;
	gboolean is_written;

	fairlead_case_begin (self, cancellable);
	fairlead_editions_init (&import.editions, import.sql, records, data_set);
	if (import.sql->failure == NULL && fairlead_editions_has_news (&import.editions))
		write_all (&import);
	done = fairlead_import_report_new (&import.editions, import.sql, records);
	fairlead_editions_clear (&import.editions);
	is_written = fairlead_case_end (self, error);
	if (is_written && report != NULL)
		*report = g_steal_pointer (&done);
	return is_written;
}
