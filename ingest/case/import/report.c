/* ingest/case/import/report.c: what an import did, for who asked for it */
#include "ingest/case/import/editions.h"

static void
set_free (gpointer data)
{
	FairleadImportedSet *set = data;

	g_free (set->data_set);
	g_free (set->format);
	g_free (set);
}

void
fairlead_import_report_free (FairleadImportReport *self)
{
	g_ptr_array_unref (self->sets);
	g_free (self);
}

static void
count_files (FairleadImportReport *report, FairleadEditions *editions, FairleadRecords *records)
{
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (records, &n);

	for (guint i = 0; i < n; i++) {
		FairleadImportedSet *set =
			report->sets->pdata[g_array_index (editions->set_of, guint, i)];

		set->n_files++;
		set->n_records += files[i].n_records;
	}
}

static void
count_issues (FairleadImportReport *report, FairleadEditions *editions, FairleadRecords *records)
{
	guint n;
	const FairleadIssueRow *issues = fairlead_records_get_issues (records, &n);

	for (guint i = 0; i < n; i++) {
		guint set = g_array_index (editions->set_of, guint, issues[i].source.file);
		FairleadSeverity severity = fairlead_issue_info (issues[i].tag)->severity;

		((FairleadImportedSet *) report->sets->pdata[set])->n_issues++;
		report->n_bad_issues += severity > FAIRLEAD_SEVERITY_INFO;
	}
}

static FairleadImportedSet *
describe (const FairleadDataSet *set, FairleadSql *sql, FairleadRecords *records)
{
	FairleadImportedSet *imported = g_new0 (FairleadImportedSet, 1);
	g_autoptr (sqlite3_stmt) find =
		fairlead_sql_prepare (sql, "SELECT number FROM edition WHERE id = ?1");

	imported->data_set = g_strdup (set->name);
	imported->format = g_strdup (fairlead_records_get_text (records, set->format));
	imported->is_unchanged = set->is_unchanged;
	imported->n_added = (guint64) set->n_added;
	imported->n_changed = (guint64) set->n_changed;
	imported->n_dropped = (guint64) set->n_dropped;
	imported->n_kept = (guint64) set->n_kept;
	sqlite3_bind_int64 (find, 1, set->is_unchanged ? set->previous : set->edition);
	while (fairlead_sql_next (sql, find))
		imported->number = sqlite3_column_int64 (find, 0);
	return imported;
}

FairleadImportReport *
fairlead_import_report_new (FairleadEditions *editions, FairleadSql *sql, FairleadRecords *records)
{
	FairleadImportReport *self = g_new0 (FairleadImportReport, 1);

	self->sets = g_ptr_array_new_with_free_func (set_free);
	for (guint i = 0; i < editions->sets->len; i++)
		g_ptr_array_add (self->sets,
		                 describe (&g_array_index (editions->sets, FairleadDataSet, i), sql,
		                           records));
	count_files (self, editions, records);
	count_issues (self, editions, records);
	return self;
}
