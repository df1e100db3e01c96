/* ingest/case/search/around.c: what a case says of some entities, and of those linked with them
 *
 * The part is such that joining it makes of the entities what joining all of the case would:
 * whoever may be joined with one that is in it, by a number, a name or a decision, is in it too. */
#include "ingest/case/case-search.h"

#include <string.h>

#include "ingest/case/load/ends.h"
#include "ingest/case/search/related.h"
#include "ingest/record/error.h"
#include "ingest/record/records.h"

/* Schemes of keys are few in any case that a program made */
#define MOST_SCHEMES 1000u

typedef struct {
	FairleadRelated related;
	GPtrArray *schemes; /* of keys */
	gboolean has_names; /* some parties are known by their names alone */
} Around;

static void
around_clear (Around *self)
{
	fairlead_related_clear (&self->related);
	g_clear_pointer (&self->schemes, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Around, around_clear)

/* From each key one goes on behind all of its scheme: `;` comes after `:` */
static GPtrArray *
dup_schemes (FairleadSql *sql)
{
	GPtrArray *schemes = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (sqlite3_stmt) next =
		fairlead_sql_prepare (sql, "SELECT min (key) FROM entity WHERE key > ?1");
	g_autofree char *after = g_strdup ("");

	while (schemes->len < MOST_SCHEMES) {
		char *scheme = NULL;

		sqlite3_bind_text (next, 1, after, -1, SQLITE_TRANSIENT);
		while (fairlead_sql_next (sql, next)) {
			const char *key = fairlead_sql_get_text (next, 0);

			if (*key != '\0')
				scheme = g_strndup (key, strcspn (key, ":"));
		}
		if (scheme == NULL)
			break;
		g_ptr_array_add (schemes, scheme);
		g_free (after);
		after = g_strconcat (scheme, ";", NULL);
	}
	return schemes;
}

static void
around_init (Around *self, FairleadCase *owner)
{
	*self = (Around){ 0 };
	fairlead_related_init (&self->related, owner);
	self->schemes = dup_schemes (&owner->sql);
	for (guint i = 0; i < self->schemes->len; i++)
		self->has_names |=
			g_str_has_suffix (self->schemes->pdata[i], FAIRLEAD_NAME_SCHEME_SUFFIX);
}

/* ---- who is asked for ---- */

static void
add_scheme_keys (Around *self, const char *number)
{
	for (guint i = 0; i < self->schemes->len; i++) {
		g_autofree char *key = g_strconcat (self->schemes->pdata[i], ":", number, NULL);

		fairlead_related_add_key (&self->related, key);
	}
}

static void
add_number (Around *self, FairleadIdScheme scheme, const char *number)
{
	g_autoptr (GPtrArray) forms = fairlead_search_dup_forms (scheme, number);

	for (guint i = 0; i < forms->len; i++) {
		g_autofree char *key = g_strconcat (fairlead_id_scheme_info (scheme)->name, ":",
		                                    (char *) forms->pdata[i], NULL);

		fairlead_related_add_key (&self->related, key);
	}
	fairlead_related_add_number (&self->related, number);
}

/* FALSE for what only all of the case can tell */
static gboolean
add_expression (Around *self, const char *expression)
{
	static const char *const of_all[] = { "programme", "program", "list", "supply" };
	const char *colon = strchr (expression, ':');
	g_autofree char *prefix = NULL;
	FairleadIdScheme scheme;

	if (*expression == '@' || colon == NULL)
		return FALSE;
	prefix = g_strndup (expression, (gsize) (colon - expression));
	for (guint i = 0; i < G_N_ELEMENTS (of_all); i++)
		if (strcmp (prefix, of_all[i]) == 0)
			return FALSE;
	fairlead_related_add_key (&self->related, expression);
	if (strcmp (prefix, "name") == 0)
		fairlead_related_add_name (&self->related, colon + 1);
	else if (strcmp (prefix, "id") == 0)
		add_scheme_keys (self, colon + 1);
	else if (fairlead_id_scheme_from_name (prefix, &scheme))
		add_number (self, scheme, colon + 1);
	return TRUE;
}

/* ---- who belongs to them ---- */

/* From the entity at @first on, with all that are added meanwhile; FALSE where they are more than
 * @most */
static gboolean
add_joined (Around *self, guint first, guint most)
{
	FairleadRelated *related = &self->related;

	for (guint i = first; i < related->part.entities->len; i++) {
		gint64 entity = g_array_index (related->part.entities, gint64, i);

		if (related->part.entities->len > most)
			return FALSE;
		fairlead_related_add_same (related, entity);
		fairlead_related_add_decided (related, entity);
		if (self->has_names)
			fairlead_related_add_namesakes (related, entity);
	}
	return TRUE;
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
	gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

	return first < second ? -1 : first > second;
}

/* A link is about both of its ends */
static void
keep_once (GArray *rows)
{
	guint n = 0;

	g_array_sort (rows, compare_numbers);
	for (guint i = 0; i < rows->len; i++) {
		gint64 row = g_array_index (rows, gint64, i);

		if (n == 0 || g_array_index (rows, gint64, n - 1) != row)
			g_array_index (rows, gint64, n++) = row;
	}
	g_array_set_size (rows, n);
}

static gboolean
add_rows (FairleadRelated *related)
{
	FairleadPart *part = &related->part;
	g_auto (FairleadEnds) ends = { 0 };

	if (!fairlead_ends_open (&ends, related->sql))
		return FALSE;
	for (guint i = 0; i < part->entities->len; i++)
		if (!fairlead_ends_add_rows (&ends, g_array_index (part->entities, gint64, i),
		                             part))
			return FALSE;
	keep_once (part->attributes);
	keep_once (part->links);
	keep_once (part->events);
	return TRUE;
}

static void
add_ends (FairleadRelated *related, const GArray *rows, const char *question)
{
	g_autoptr (sqlite3_stmt) ends = fairlead_sql_prepare (related->sql, question);

	for (guint i = 0; i < rows->len; i++) {
		sqlite3_bind_int64 (ends, 1, g_array_index (rows, gint64, i));
		while (fairlead_sql_next (related->sql, ends))
			for (int end = 0; end < sqlite3_column_count (ends); end++)
				if (sqlite3_column_type (ends, end) != SQLITE_NULL)
					fairlead_related_add (related,
					                      sqlite3_column_int64 (ends, end));
	}
}

static gboolean
gather (Around *self, const char *const *expressions, guint most)
{
	FairleadRelated *related = &self->related;
	guint n_centre;

	for (guint i = 0; expressions[i] != NULL; i++)
		if (!add_expression (self, expressions[i]))
			return FALSE;
	if (!add_joined (self, 0, most) || !add_rows (related))
		return FALSE;
	n_centre = related->part.entities->len;
	add_ends (related, related->part.links,
	          "SELECT from_entity, to_entity FROM link WHERE id = ?1");
	if (related->part.events->len > 0)
		add_ends (related, related->part.events,
		          "SELECT vessel, other, port FROM event WHERE id = ?1");
	return add_joined (self, n_centre, most);
}

FairleadRecords *
fairlead_case_load_around (FairleadCase *self, const char *const *expressions, guint most,
                           GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadRecords) records = NULL;
	g_auto (Around) around = { 0 };

	if (self->version < FAIRLEAD_CASE_INDEXES_VERSION)
		return NULL;
	fairlead_sql_set_cancellable (&self->sql, cancellable);
	fairlead_sql_set_mapped (&self->sql, TRUE);
	fairlead_sql_run (&self->sql, "BEGIN");
	around_init (&around, self);
	if (gather (&around, expressions, most) && self->sql.failure == NULL)
		records = fairlead_case_load_part_rows (self, &around.related.part);
	(void) sqlite3_exec (self->sql.db, "ROLLBACK", NULL, NULL, NULL);
	fairlead_sql_set_mapped (&self->sql, FALSE);
	fairlead_sql_set_cancellable (&self->sql, NULL);
	return fairlead_sql_check (&self->sql, error) ? g_steal_pointer (&records) : NULL;
}
