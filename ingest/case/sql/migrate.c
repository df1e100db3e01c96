/* ingest/case/sql/migrate.c: the schema, made step by step from nothing or from any older version
 *
 * A new case goes through all the steps, so that each is run by every test. */
#include "ingest/case/case-private.h"
#include "ingest/case/case-schema.h"
#include "ingest/record/error.h"

#define FOLDER "/fairlead/case"

char *
fairlead_case_dup_now (void)
{
	g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

	return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

static void
run_step (FairleadSql *sql, gint64 version)
{
	g_autofree char *path = g_strdup_printf (FOLDER "/%" G_GINT64_FORMAT ".sql", version);
	g_autoptr (GError) failure = NULL;
	g_autoptr (GBytes) text = g_resource_lookup_data (
		fairlead_case_schema_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &failure);

	if (text == NULL)
		fairlead_sql_fail (sql, FAIRLEAD_ERROR_INTERNAL, "%s", failure->message);
	else
		fairlead_sql_run (sql, g_bytes_get_data (text, NULL));
}

static void
note_step (FairleadSql *sql, gint64 version)
{
	g_autofree char *now = fairlead_case_dup_now ();
	g_autofree char *mark =
		g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, version);
	g_autoptr (sqlite3_stmt) insertion =
		fairlead_sql_prepare (sql, "INSERT INTO migration VALUES (?1, ?2, ?3)");

	sqlite3_bind_int64 (insertion, 1, version);
	fairlead_sql_bind_text (insertion, 2, now);
	fairlead_sql_bind_text (insertion, 3, FAIRLEAD_CASE_PROGRAM);
	fairlead_sql_write (sql, insertion);
	fairlead_sql_run (sql, mark);
}

void
fairlead_case_migrate (FairleadSql *sql)
{
	gint64 version = fairlead_sql_get_number (sql, "PRAGMA user_version");

	while (sql->failure == NULL && version < FAIRLEAD_CASE_VERSION) {
		run_step (sql, ++version);
		note_step (sql, version);
	}
}
