/* ingest/case/search/part.c: what a case says of those that may be meant by a text
 *
 * Whoever is joined to one that was found, by numbers or by what was decided, belongs to it, and is
 * looked for as well. */
#include "ingest/case/case-search.h"

#include <string.h>

#include "ingest/case/search/related.h"

/* ---- who may be meant ---- */

/* Entities with rows that were found: the first column of @question */
static void
add_entities_of (FairleadRelated *self, sqlite3_stmt *question, gint64 row)
{
	sqlite3_bind_int64 (question, 1, row);
	while (fairlead_sql_next (self->sql, question))
		fairlead_related_add (self, sqlite3_column_int64 (question, 0));
}

static void
find_by_name (FairleadRelated *self, const char *text, guint n)
{
	g_autoptr (GArray) rows =
		fairlead_search_dup_rows (self->sql, FAIRLEAD_SEARCH_NAMES, text, n);
	g_autoptr (sqlite3_stmt) name = fairlead_sql_prepare (
		self->sql, "SELECT entity FROM name WHERE id = ?1 AND last_edition IS NULL");

	for (guint i = 0; i < rows->len; i++)
		add_entities_of (self, name, g_array_index (rows, gint64, i));
}

static void
find_by_address (FairleadRelated *self, const char *text, guint n)
{
	g_autoptr (GArray) rows =
		fairlead_search_dup_rows (self->sql, FAIRLEAD_SEARCH_ADDRESSES, text, n);
	g_autoptr (sqlite3_stmt) name = fairlead_sql_prepare (
		self->sql, "SELECT entity FROM name WHERE id = ?1 AND last_edition IS NULL");
	g_autoptr (sqlite3_stmt) attribute = fairlead_sql_prepare (
		self->sql, "SELECT entity FROM attribute WHERE id = ?1 AND last_edition IS NULL");

	for (guint i = 0; i < rows->len; i++) {
		gint64 row = g_array_index (rows, gint64, i) / 2;
		gboolean is_attribute = g_array_index (rows, gint64, i) % 2 != 0;

		add_entities_of (self, is_attribute ? attribute : name, row);
		if (is_attribute)
			g_array_append_val (self->part.attributes, row);
	}
}

/* Of any scheme: what is not of the one that was asked for is told apart later */
static void
find_by_number (FairleadRelated *self, const char *text)
{
	const char *colon = strchr (text, ':');

	fairlead_related_add_number (self, colon == NULL ? text : colon + 1);
}

/* ---- their records ---- */

FairleadRecords *
fairlead_case_load_like (FairleadCase *self, const char *text, guint n, GCancellable *cancellable,
                         GError **error)
{
	g_autoptr (FairleadRecords) records = NULL;
	g_auto (FairleadRelated) search = { 0 };

	fairlead_sql_set_cancellable (&self->sql, cancellable);
	fairlead_sql_set_mapped (&self->sql, TRUE);
	fairlead_sql_run (&self->sql, "BEGIN");
	fairlead_related_init (&search, self);
	find_by_number (&search, text);
	find_by_name (&search, text, n);
	find_by_address (&search, text, n);
	for (guint i = 0; i < search.part.entities->len; i++) {
		gint64 entity = g_array_index (search.part.entities, gint64, i);

		fairlead_related_add_same (&search, entity);
		fairlead_related_add_decided (&search, entity);
	}
	if (self->sql.failure == NULL)
		records = fairlead_case_load_part_rows (self, &search.part);
	(void) sqlite3_exec (self->sql.db, "ROLLBACK", NULL, NULL, NULL);
	fairlead_sql_set_mapped (&self->sql, FALSE);
	fairlead_sql_set_cancellable (&self->sql, NULL);
	return fairlead_sql_check (&self->sql, error) ? g_steal_pointer (&records) : NULL;
}

guint64
fairlead_case_count_entities (FairleadCase *self, GError **error)
{
	gint64 n = fairlead_sql_get_number (&self->sql, "SELECT max (id) FROM entity");

	return fairlead_sql_check (&self->sql, error) ? (guint64) MAX (n, 0) : 0;
}
