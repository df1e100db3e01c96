/* ingest/case/load/state.c */
#include "ingest/case/load/state.h"

#include <string.h>

#include "ingest/record/error.h"

/* Data sets of a name: the one of that name, and the tables of a list; ?1 is NULL for all */
#define IN_SCOPE                                                             \
	"data_set IN (SELECT id FROM data_set WHERE ?1 IS NULL OR name = ?1" \
	" OR substr (name, 1, length (?1) + 1) = ?1 || '/')"

/* The numbers that a question about the editions in scope finds; ?2 is an import */
static GArray *
dup_numbers (FairleadSql *sql, const char *question, const char *name, gint64 import)
{
	GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
	g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (sql, question);

	fairlead_sql_bind_text (rows, 1, name);
	if (import != 0)
		sqlite3_bind_int64 (rows, 2, import);
	while (fairlead_sql_next (sql, rows)) {
		gint64 number = sqlite3_column_int64 (rows, 0);

		g_array_append_val (numbers, number);
	}
	return numbers;
}

static char *
dup_names (FairleadSql *sql)
{
	g_autoptr (sqlite3_stmt) rows =
		fairlead_sql_prepare (sql, "SELECT name FROM data_set ORDER BY name LIMIT 20");
	GString *names = g_string_new (NULL);

	while (fairlead_sql_next (sql, rows))
		g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
		                        fairlead_sql_get_text (rows, 0));
	return g_string_free (names, FALSE);
}

static void
fail (FairleadSql *sql, const char *edition, const char *name, guint n)
{
	g_autofree char *names = dup_names (sql);

	if (n == 0 && name != NULL)
		fairlead_sql_fail (sql, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
		                   "has no data set %s; it has %s", name, names);
	else if (name != NULL)
		fairlead_sql_fail (sql, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
		                   "has no edition %s; of %s it has %s:1 to %s:%u", edition, name,
		                   name, name, n);
	else
		fairlead_sql_fail (sql, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
		                   "has no import %s; it has %u", edition, n);
}

/* `NAME:N` in its parts; @name is NULL for all of the case, @number 0 for the current one. A name
 * may have colons itself. */
static void
parse (const char *edition, char **name, guint64 *number)
{
	const char *colon = strrchr (edition, ':');
	const char *digits = colon == NULL ? edition : colon + 1;
	gboolean has_number = g_ascii_string_to_unsigned (digits, 10, 1, G_MAXUINT32, number, NULL);

	if (!has_number)
		*number = 0;
	if (has_number && colon == NULL)
		*name = NULL;
	else
		*name = has_number ? g_strndup (edition, (gsize) (colon - edition))
		                   : g_strdup (edition);
}

void
fairlead_state_init (FairleadState *self, FairleadSql *sql, const char *edition)
{
	g_autofree char *name = NULL;
	g_autoptr (GArray) imports = NULL;
	guint64 number;
	gint64 import;

	*self = (FairleadState){ NULL, NULL };
	parse (edition, &name, &number);
	imports = dup_numbers (
		sql, "SELECT DISTINCT import FROM edition WHERE " IN_SCOPE " ORDER BY import", name,
		0);
	if (imports->len == 0 || number > imports->len)
		fail (sql, edition, name, imports->len);
	if (sql->failure != NULL)
		return;
	import = g_array_index (imports, gint64, number == 0 ? imports->len - 1 : number - 1);
	self->said = dup_numbers (sql, "SELECT id FROM edition WHERE import <= ?2 AND " IN_SCOPE,
	                          name, import);
	self->left =
		dup_numbers (sql,
	                     "SELECT id FROM edition WHERE " IN_SCOPE
	                     " AND id >= (SELECT max (before.id) FROM edition AS before"
	                     " WHERE before.data_set = edition.data_set AND before.import <= ?2)",
	                     name, import);
}

void
fairlead_state_clear (FairleadState *self)
{
	g_clear_pointer (&self->said, g_array_unref);
	g_clear_pointer (&self->left, g_array_unref);
}
