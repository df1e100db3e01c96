/* ingest/case/case-decisions.c */
#include "ingest/case/case-decisions.h"

#include "ingest/case/case-private.h"
#include "ingest/record/error.h"

/* The first version of the schema that has decisions */
#define DECISIONS_VERSION 2

enum { ID, LEFT, RIGHT, VERDICT, WHO, AT, WHY, PROBABILITY, UNDONE, UNDONE_BY, UNDONE_ON };

static const char select_all[] =
	"SELECT d.id, d.left_key, d.right_key, d.verdict, d.who, d.at, d.why, d.probability,"
	" u.decision, u.who, u.at"
	" FROM decision d LEFT JOIN decision_undo u ON u.decision = d.id ORDER BY d.id";
static const char insert[] = "INSERT INTO decision (left_key, right_key, verdict, who, at, why,"
			     " probability) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
/* Who undid it first is who undid it */
static const char insert_undo[] =
	"INSERT OR IGNORE INTO decision_undo (decision, who, at) VALUES (?1, ?2, ?3)";

/* ---- reading ---- */

static void
read_row (FairleadSql *sql, sqlite3_stmt *row, FairleadDecisions *decisions)
{
	g_autoptr (GError) failure = NULL;
	gboolean is_undone = sqlite3_column_type (row, UNDONE) != SQLITE_NULL;
	const char *undone_on = fairlead_sql_get_text (row, UNDONE_ON);
	FairleadDecision decision = {
		.left = fairlead_sql_get_text (row, LEFT),
		.right = fairlead_sql_get_text (row, RIGHT),
		.who = fairlead_sql_get_text (row, WHO),
		.when = fairlead_sql_get_text (row, AT),
		.why = fairlead_sql_get_text (row, WHY),
		.probability = sqlite3_column_type (row, PROBABILITY) == SQLITE_NULL
		                       ? FAIRLEAD_NO_PROBABILITY
		                       : sqlite3_column_double (row, PROBABILITY),
		.line = (guint64) sqlite3_column_int64 (row, ID),
	};

	if (is_undone) {
		decision.undone_by = fairlead_sql_get_text (row, UNDONE_BY);
		decision.undone_on = *undone_on != '\0' ? undone_on : "undated";
	}
	if (!fairlead_sameness_from_name (fairlead_sql_get_text (row, VERDICT), &decision.verdict))
		fairlead_sql_fail (sql, FAIRLEAD_ERROR_INVALID_VALUE,
		                   "decision %" G_GUINT64_FORMAT ": the verdict \"%s\" is none"
		                   " (same, different or undecided)",
		                   decision.line, fairlead_sql_get_text (row, VERDICT));
	else if (!fairlead_decisions_add (decisions, &decision, &failure))
		g_propagate_error (&sql->failure, g_steal_pointer (&failure));
}

FairleadDecisions *
fairlead_case_load_decisions (FairleadCase *self, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadDecisions) decisions = fairlead_decisions_new (self->sql.path);
	g_autoptr (sqlite3_stmt) rows = NULL;

	if (self->version < DECISIONS_VERSION)
		return g_steal_pointer (&decisions);
	fairlead_sql_set_cancellable (&self->sql, cancellable);
	rows = fairlead_sql_prepare (&self->sql, select_all);
	while (fairlead_sql_next (&self->sql, rows))
		read_row (&self->sql, rows, decisions);
	fairlead_sql_set_cancellable (&self->sql, NULL);
	return fairlead_sql_check (&self->sql, error) ? g_steal_pointer (&decisions) : NULL;
}

/* ---- writing ---- */

static gint64
add_decision (FairleadSql *sql, sqlite3_stmt *add, const FairleadDecision *decision)
{
	fairlead_sql_bind_text (add, 1, decision->left);
	fairlead_sql_bind_text (add, 2, decision->right);
	fairlead_sql_bind_text (add, 3, fairlead_sameness_name (decision->verdict));
	fairlead_sql_bind_text (add, 4, decision->who);
	fairlead_sql_bind_text (add, 5, decision->when);
	fairlead_sql_bind_text (add, 6, decision->why);
	if (decision->probability == FAIRLEAD_NO_PROBABILITY)
		sqlite3_bind_null (add, 7);
	else
		sqlite3_bind_double (add, 7, decision->probability);
	fairlead_sql_write (sql, add);
	return sql->failure == NULL ? sqlite3_last_insert_rowid (sql->db) : 0;
}

static void
add_undo (FairleadSql *sql, sqlite3_stmt *add, gint64 id, const FairleadDecision *decision)
{
	sqlite3_bind_int64 (add, 1, id);
	fairlead_sql_bind_text (add, 2, decision->undone_by);
	fairlead_sql_bind_text (add, 3, decision->undone_on);
	fairlead_sql_write (sql, add);
}

/* The number in the case of each, new or not */
static gint64 *
write_rows (FairleadSql *sql, const FairleadDecisions *decisions)
{
	guint n = fairlead_decisions_get_n (decisions);
	g_autofree gint64 *ids = g_new (gint64, n + 1);
	g_autoptr (sqlite3_stmt) add = fairlead_sql_prepare (sql, insert);
	g_autoptr (sqlite3_stmt) undo = fairlead_sql_prepare (sql, insert_undo);

	for (guint i = 0; i < n && sql->failure == NULL; i++) {
		const FairleadDecision *decision = fairlead_decisions_get (decisions, i);

		ids[i] = decision->line != 0 ? (gint64) decision->line
		                             : add_decision (sql, add, decision);
		if (decision->undone_on != NULL)
			add_undo (sql, undo, ids[i], decision);
	}
	return g_steal_pointer (&ids);
}

gboolean
fairlead_case_save_decisions (FairleadCase *self, FairleadDecisions *decisions,
                              GCancellable *cancellable, GError **error)
{
	g_autofree gint64 *ids = NULL;

	fairlead_case_begin (self, cancellable);
	if (self->sql.failure == NULL)
		ids = write_rows (&self->sql, decisions);
	if (!fairlead_case_end (self, error))
		return FALSE;
	for (guint i = 0; i < fairlead_decisions_get_n (decisions); i++)
		fairlead_decisions_set_line (decisions, i, (guint64) ids[i]);
	return TRUE;
}
