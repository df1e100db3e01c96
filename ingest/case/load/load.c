/* ingest/case/load/load.c: the rows of a case as records, in the order in which they were read */
#include "ingest/case/case-editions.h"
#include "ingest/case/load/cache.h"
#include "ingest/case/load/load-private.h"
#include "ingest/case/sql/days.h"
#include "ingest/record/error.h"

/* ---- where facts come from ---- */

#define CURRENT "SELECT max (id) FROM edition GROUP BY data_set"
#define SAID "SELECT v0 FROM " FAIRLEAD_STATE_SAID
#define LEFT "SELECT v0 FROM " FAIRLEAD_STATE_LEFT

/* What a state says may stand in the files of later editions, which say it as well */
static void
load_files (FairleadLoad *load)
{
	g_autofree char *text = g_strdup_printf (
		"SELECT source_file.id, path, source_file.format, sha256, n_records, n_bytes,"
		" source_file.issued, edition.import FROM source_file"
		" JOIN edition ON edition.id = source_file.edition WHERE edition IN (%s)"
		" ORDER BY source_file.id",
		load->state == NULL ? CURRENT : SAID " UNION " LEFT);
	g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (load->sql, text);

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadFileRow file = {
			.path = fairlead_load_read_text (load, rows, 1, FALSE),
			.format = fairlead_load_read_text (load, rows, 2, TRUE),
			.sha256 = fairlead_load_read_text (load, rows, 3, TRUE),
			.n_records = (guint64) sqlite3_column_int64 (rows, 4),
			.n_bytes = (guint64) sqlite3_column_int64 (rows, 5),
			.issued = fairlead_load_read_text (load, rows, 6, TRUE),
		};
		guint32 import = (guint32) sqlite3_column_int64 (rows, 7);

		g_array_append_val (load->records->files, file);
		g_array_append_val (load->imports, import);
		*fairlead_load_cell_at (load, load->files, sqlite3_column_int64 (rows, 0), "file") =
			load->records->files->len;
	}
}

static void
load_periods (FairleadLoad *load)
{
	g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (
		load->sql, "SELECT id, start_first, start_last, end_first, end_last, start_circa,"
			   " end_circa, ended FROM period");

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadPeriod period = fairlead_period_read (load->sql, rows, 1);

		*fairlead_load_cell_at (load, load->periods, sqlite3_column_int64 (rows, 0),
		                        "period") =
			fairlead_period_table_add (&load->records->facts.periods, &period);
	}
}

static void
load_issues (FairleadLoad *load)
{
	GArray *table = load->records->facts.issues;
	g_autofree char *text =
		g_strdup_printf ("SELECT issue.id, file, line, place, tag, text FROM issue"
	                         " JOIN source_file ON source_file.id = file WHERE edition IN (%s)",
	                         load->state == NULL ? CURRENT : SAID " INTERSECT " LEFT);
	g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (load->sql, text);

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadIssueRow row = {
			.source = fairlead_load_read_source (load, rows, table),
			.tag = fairlead_load_read_word (load, rows, 4, FAIRLEAD_WORD_ISSUE),
			.text = fairlead_load_read_text (load, rows, 5, FALSE),
		};

		g_array_append_val (table, row);
	}
	fairlead_load_put_in_order (load, table);
}

/* ---- all of it ---- */

static void
load_rows (FairleadLoad *load)
{
	load_files (load);
	load_periods (load);
	fairlead_load_keys (load);
	fairlead_load_mentions (load);
	fairlead_load_names (load);
	fairlead_load_identifiers (load);
	fairlead_load_attributes (load);
	fairlead_load_designations (load);
	fairlead_load_links (load);
	if (load->owner->version >= FAIRLEAD_CASE_EVENTS_VERSION)
		fairlead_load_events (load);
	if (load->part == NULL)
		load_issues (load);
	if (fairlead_records_is_full (load->records))
		fairlead_sql_fail (load->sql, FAIRLEAD_ERROR_LIMIT,
		                   "holds more than 4 GiB of text");
}

static void
load_clear (FairleadLoad *load)
{
	GArray **arrays[] = { &load->files, &load->imports,  &load->periods,
		              &load->keys,  &load->entities, &load->orders };

	for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
		g_clear_pointer (arrays[i], g_array_unref);
}

static FairleadRecords *
load_some (FairleadCase *self, const FairleadPart *part, const FairleadState *state)
{
	FairleadRecords *records = fairlead_records_new ();
	FairleadLoad load = {
		.owner = self, .sql = &self->sql, .records = records, .part = part, .state = state
	};

	load.files = g_array_new (FALSE, TRUE, sizeof (guint32));
	load.imports = g_array_new (FALSE, TRUE, sizeof (guint32));
	load.periods = g_array_new (FALSE, TRUE, sizeof (guint32));
	load.keys = g_array_new (FALSE, TRUE, sizeof (guint32));
	load.entities = g_array_new (FALSE, TRUE, sizeof (guint32));
	load.orders = g_array_new (FALSE, FALSE, sizeof (FairleadLoadOrder));
	load_rows (&load);
	load_clear (&load);
	return records;
}

FairleadRecords *
fairlead_case_load_rows (FairleadCase *self)
{
	return load_some (self, NULL, NULL);
}

FairleadRecords *
fairlead_case_load_part_rows (FairleadCase *self, FairleadPart *part)
{
	const struct {
		const char *name;
		GArray *numbers;
	} parts[] = { { FAIRLEAD_PART_ENTITY, part->entities },
		      { FAIRLEAD_PART_ATTRIBUTE, part->attributes },
		      { FAIRLEAD_PART_LINK, part->links },
		      { FAIRLEAD_PART_EVENT, part->events } };
	FairleadBulk bulks[G_N_ELEMENTS (parts)];
	FairleadRecords *records;

	for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
		bulks[i] = (FairleadBulk){ parts[i].name, parts[i].numbers->len,
			                   fairlead_bulk_get_number, parts[i].numbers, NULL };
		fairlead_bulk_offer (&self->sql, &bulks[i]);
	}
	records = load_some (self, part, NULL);
	for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
		fairlead_bulk_withdraw (&self->sql, &bulks[i]);
	return records;
}

static FairleadRecords *
load_state (FairleadCase *self, const FairleadState *state)
{
	const FairleadBulk said = { FAIRLEAD_STATE_SAID, state->said->len, fairlead_bulk_get_number,
		                    state->said, NULL };
	const FairleadBulk left = { FAIRLEAD_STATE_LEFT, state->left->len, fairlead_bulk_get_number,
		                    state->left, NULL };
	FairleadRecords *records;

	fairlead_bulk_offer (&self->sql, &said);
	fairlead_bulk_offer (&self->sql, &left);
	records = load_some (self, NULL, state);
	fairlead_bulk_withdraw (&self->sql, &said);
	fairlead_bulk_withdraw (&self->sql, &left);
	return records;
}

FairleadRecords *
fairlead_case_load_edition (FairleadCase *self, const char *edition, GCancellable *cancellable,
                            GError **error)
{
	g_autoptr (FairleadRecords) records = NULL;
	g_auto (FairleadState) state = { NULL, NULL };

	fairlead_sql_set_cancellable (&self->sql, cancellable);
	fairlead_sql_run (&self->sql, "BEGIN");
	fairlead_state_init (&state, &self->sql, edition);
	if (self->sql.failure == NULL)
		records = load_state (self, &state);
	(void) sqlite3_exec (self->sql.db, "ROLLBACK", NULL, NULL, NULL);
	fairlead_sql_set_cancellable (&self->sql, NULL);
	return fairlead_sql_check (&self->sql, error) ? g_steal_pointer (&records) : NULL;
}

FairleadRecords *
fairlead_case_load (FairleadCase *self, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadRecords) records = NULL;

	fairlead_sql_set_cancellable (&self->sql, cancellable);
	/* One state of the case, whoever writes meanwhile */
	fairlead_sql_run (&self->sql, "BEGIN");
	if (self->version >= FAIRLEAD_CASE_CACHE_VERSION)
		records = fairlead_cache_read (&self->sql);
	if (records == NULL)
		records = fairlead_case_load_rows (self);
	(void) sqlite3_exec (self->sql.db, "ROLLBACK", NULL, NULL, NULL);
	fairlead_sql_set_cancellable (&self->sql, NULL);
	return fairlead_sql_check (&self->sql, error) ? g_steal_pointer (&records) : NULL;
}
