/* ingest/case/sql/words.c: the numbers that stand for words in a case
 *
 * Those of a program follow the order of its tables, which grow in the middle as well; a case
 * outlives that. */
#include "ingest/case/case-private.h"
#include "ingest/record/error.h"

static const char *
kind_name (guint number)
{
	return fairlead_kind_name ((FairleadKind) number);
}

static const char *
link_name (guint number)
{
	return fairlead_link_info ((FairleadLinkKind) number)->name;
}

static const char *
name_type_name (guint number)
{
	return fairlead_name_type_name ((FairleadNameType) number);
}

static const char *
scheme_name (guint number)
{
	return fairlead_id_scheme_info ((FairleadIdScheme) number)->name;
}

static const char *
attribute_name (guint number)
{
	return fairlead_attribute_info ((FairleadAttribute) number)->name;
}

static const char *
issue_name (guint number)
{
	return fairlead_issue_info ((FairleadIssueTag) number)->name;
}

static const char *
event_name (guint number)
{
	return fairlead_event_info ((FairleadEventKind) number)->name;
}

static const struct {
	const char *table;
	guint n;
	const char *(*name) (guint number);
} tables[FAIRLEAD_N_WORDS] = {
	[FAIRLEAD_WORD_KIND] = { "kind_word", FAIRLEAD_N_KINDS, kind_name },
	[FAIRLEAD_WORD_LINK] = { "link_word", FAIRLEAD_N_LINK_KINDS, link_name },
	[FAIRLEAD_WORD_NAME] = { "name_word", FAIRLEAD_N_NAME_TYPES, name_type_name },
	[FAIRLEAD_WORD_SCHEME] = { "scheme_word", FAIRLEAD_N_ID_SCHEMES, scheme_name },
	[FAIRLEAD_WORD_ATTRIBUTE] = { "attribute_word", FAIRLEAD_N_ATTRIBUTES, attribute_name },
	[FAIRLEAD_WORD_ISSUE] = { "issue_word", FAIRLEAD_N_ISSUE_TAGS, issue_name },
	[FAIRLEAD_WORD_EVENT] = { "event_word", FAIRLEAD_N_EVENT_KINDS, event_name },
};

const char *
fairlead_word_name (FairleadWord word, guint number)
{
	return number < tables[word].n ? tables[word].name (number) : NULL;
}

static gint16
find_here (FairleadWord word, const char *name)
{
	for (guint i = 0; i < tables[word].n; i++)
		if (strcmp (tables[word].name (i), name) == 0)
			return (gint16) i;
	return -1;
}

static void
load_table (FairleadWords *self, FairleadSql *sql, FairleadWord word)
{
	g_autofree char *text = g_strdup_printf ("SELECT id, name FROM %s", tables[word].table);
	g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (sql, text);

	while (fairlead_sql_next (sql, rows)) {
		gint64 number = sqlite3_column_int64 (rows, 0);
		gint16 here = find_here (word, fairlead_sql_get_text (rows, 1));

		if (number < 0 || number >= FAIRLEAD_MAX_WORDS) {
			fairlead_sql_fail (sql, FAIRLEAD_ERROR_SYNTAX,
			                   "is a damaged case (%s numbers %" G_GINT64_FORMAT ")",
			                   tables[word].table, number);
			return;
		}
		self->here[word][number] = here;
		if (here >= 0)
			self->in_case[word][here] = (gint16) number;
	}
}

void
fairlead_words_load (FairleadWords *self, FairleadSql *sql)
{
	gint64 version = fairlead_sql_get_number (sql, "PRAGMA user_version");

	memset (self, 0xff, sizeof *self);
	for (guint word = 0; word < FAIRLEAD_N_WORDS; word++)
		if (word != FAIRLEAD_WORD_EVENT || version >= FAIRLEAD_CASE_EVENTS_VERSION)
			load_table (self, sql, (FairleadWord) word);
}

static void
complete_table (FairleadWords *self, FairleadSql *sql, FairleadWord word)
{
	g_autofree char *text = g_strdup_printf ("INSERT INTO %s (id, name)"
	                                         " SELECT coalesce (max (id) + 1, 0), ?1 FROM %s",
	                                         tables[word].table, tables[word].table);
	g_autoptr (sqlite3_stmt) insertion = fairlead_sql_prepare (sql, text);

	for (guint i = 0; i < tables[word].n; i++) {
		if (self->in_case[word][i] >= 0)
			continue;
		fairlead_sql_bind_text (insertion, 1, tables[word].name (i));
		fairlead_sql_write (sql, insertion);
	}
	load_table (self, sql, word);
}

void
fairlead_words_complete (FairleadWords *self, FairleadSql *sql)
{
	fairlead_words_load (self, sql);
	for (guint word = 0; word < FAIRLEAD_N_WORDS; word++)
		complete_table (self, sql, (FairleadWord) word);
}

guint8
fairlead_words_read (const FairleadWords *self, FairleadSql *sql, FairleadWord word, gint64 number)
{
	if (number >= 0 && number < FAIRLEAD_MAX_WORDS && self->here[word][number] >= 0)
		return (guint8) self->here[word][number];
	fairlead_sql_fail (sql, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
	                   "has number %" G_GINT64_FORMAT
	                   " of %s, for which this fairlead has no word",
	                   number, tables[word].table);
	return 0;
}
