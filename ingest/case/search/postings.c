/* ingest/case/search/postings.c
 *
 * A function within FTS5 (https://www.sqlite.org/fts5.html#custom_auxiliary_functions) that goes
 * through the rows of the phrase of its query, and is called for the first of them alone. */
#include "ingest/case/search/postings.h"

#include <string.h>

#include "ingest/record/error.h"

#define FUNCTION "fairlead_rows"
#define POINTER_TYPE "fairlead-postings"

typedef struct {
	FairleadPostingFunc take;
	gpointer data;
} Reading;

static int
take_row (const Fts5ExtensionApi *api, Fts5Context *context, void *data)
{
	const Reading *reading = data;

	return reading->take (api->xRowid (context), reading->data) ? SQLITE_OK : SQLITE_DONE;
}

static void
read_rows (const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result, int n,
           sqlite3_value **values)
{
	Reading *reading = n == 1 ? sqlite3_value_pointer (values[0], POINTER_TYPE) : NULL;
	int code =
		reading == NULL ? SQLITE_MISUSE : api->xQueryPhrase (context, 0, reading, take_row);

	if (code != SQLITE_OK)
		sqlite3_result_error_code (result, code);
}

static fts5_api *
get_api (FairleadSql *sql)
{
	g_autoptr (sqlite3_stmt) ask = fairlead_sql_prepare (sql, "SELECT fts5 (?1)");
	fts5_api *api = NULL;

	sqlite3_bind_pointer (ask, 1, &api, "fts5_api_ptr", NULL);
	fairlead_sql_write (sql, ask);
	return api;
}

/* Once for a connection */
static void
add_function (FairleadSql *sql)
{
	fts5_api *api = sql->has_postings ? NULL : get_api (sql);

	if (sql->has_postings)
		return;
	if (api == NULL || api->xCreateFunction (api, FUNCTION, NULL, read_rows, NULL) != SQLITE_OK)
		fairlead_sql_fail (sql, FAIRLEAD_ERROR_INTERNAL, "SQLite has no FTS5 to search it");
	else
		sql->has_postings = TRUE;
}

static void
write_quoted (FairleadPiece piece, char *quoted)
{
	char text[16];

	fairlead_piece_write (piece, text);
	*quoted++ = '"';
	for (const char *letter = text; *letter != '\0'; letter++) {
		if (*letter == '"')
			*quoted++ = '"';
		*quoted++ = *letter;
	}
	*quoted++ = '"';
	*quoted = '\0';
}

static const char *const questions[FAIRLEAD_N_SEARCHES] = {
	[FAIRLEAD_SEARCH_NAMES] = "SELECT " FUNCTION " (name_search, ?2) FROM name_search"
				  " WHERE name_search MATCH ?1 LIMIT 1",
	[FAIRLEAD_SEARCH_ADDRESSES] = "SELECT " FUNCTION " (address_search, ?2) FROM address_search"
				      " WHERE address_search MATCH ?1 LIMIT 1",
};

void
fairlead_postings_read (FairleadSql *sql, FairleadSearch search, FairleadPiece piece,
                        FairleadPostingFunc take, gpointer data)
{
	Reading reading = { take, data };
	g_autoptr (sqlite3_stmt) question = NULL;
	char quoted[32];

	add_function (sql);
	question = fairlead_sql_prepare (sql, questions[search]);
	write_quoted (piece, quoted);
	fairlead_sql_bind_text (question, 1, quoted);
	sqlite3_bind_pointer (question, 2, &reading, POINTER_TYPE, NULL);
	fairlead_sql_write (sql, question);
}
