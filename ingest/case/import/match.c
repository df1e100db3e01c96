/* ingest/case/import/match.c */
#include "ingest/case/import/match.h"

#include <string.h>

static guint64
mix (guint64 hash, guint64 word)
{
	__extension__ unsigned __int128 product =
		(unsigned __int128) (hash ^ word) * G_GUINT64_CONSTANT (0xe7037ed1a0b428db);

	return ((guint64) product ^ (guint64) (product >> 64)) + hash;
}

static guint64
mix_text (guint64 hash, const char *text)
{
	gsize length = strlen (text);
	guint64 word;

	hash = mix (hash, length);
	for (; length >= 8; text += 8, length -= 8) {
		memcpy (&word, text, 8);
		hash = mix (hash, word);
	}
	word = 0;
	memcpy (&word, text, length);
	return mix (hash, word);
}

static guint64
mix_value (guint64 hash, const FairleadValue *value)
{
	guint64 word;

	hash = mix (hash, (guint64) value->type);
	switch (value->type) {
	case SQLITE_INTEGER:
		return mix (hash, (guint64) value->number);
	case SQLITE_FLOAT:
		memcpy (&word, &value->real, sizeof word);
		return mix (hash, word);
	case SQLITE_TEXT:
		return mix_text (hash, value->text);
	default:
		return hash;
	}
}

FairleadFingerprint
fairlead_match_print (const FairleadMatch *self, guint set, const FairleadValue *values)
{
	FairleadFingerprint print = { { self->seed ^ set, ~self->seed ^ set }, 0 };

	for (guint i = 0; i < self->table->n_values; i++) {
		if (i == self->table->n_subject)
			print.subject = print.content[0];
		print.content[0] = mix_value (print.content[0], &values[i]);
		print.content[1] = mix_value (print.content[1], &values[i]);
	}
	return print;
}

static gboolean
is_same (guint32 row, const char *key, gsize length, gconstpointer user_data)
{
	const FairleadMatch *self = user_data;
	const FairleadOldFact *old = &g_array_index (self->facts, FairleadOldFact, row);

	(void) length;
	return !old->is_found && memcmp (old->print.content, key, sizeof old->print.content) == 0;
}

static FairleadValue
read_value (sqlite3_stmt *rows, int column)
{
	FairleadValue value = { .type = sqlite3_column_type (rows, column) };

	if (value.type == SQLITE_INTEGER)
		value.number = sqlite3_column_int64 (rows, column);
	else if (value.type == SQLITE_FLOAT)
		value.real = sqlite3_column_double (rows, column);
	else if (value.type == SQLITE_TEXT)
		value.text = fairlead_sql_get_text (rows, column);
	return value;
}

static void
add_old (FairleadMatch *self, guint set, sqlite3_stmt *rows)
{
	FairleadOldFact old = { .id = sqlite3_column_int64 (rows, 0), .set = set };
	FairleadValue values[FAIRLEAD_MAX_VALUES];

	for (guint i = 0; i < self->table->n_values; i++)
		values[i] = read_value (rows, 2 + (int) i);
	old.print = fairlead_match_print (self, set, values);
	g_array_append_val (self->facts, old);
	fairlead_id_table_insert (&self->ids, (guint32) old.print.content[0], self->facts->len - 1);
}

/* The data set of each old file that gets a new edition, as number + 1 by the file's */
static GHashTable *
old_files (FairleadEditions *editions, FairleadSql *sql)
{
	GHashTable *sets = g_hash_table_new (NULL, NULL);
	g_autoptr (sqlite3_stmt) find =
		fairlead_sql_prepare (sql, "SELECT id FROM source_file WHERE edition = ?1");

	for (guint i = 0; i < editions->sets->len; i++) {
		const FairleadDataSet *set = &g_array_index (editions->sets, FairleadDataSet, i);

		if (set->is_unchanged || set->previous == 0)
			continue;
		sqlite3_bind_int64 (find, 1, set->previous);
		while (fairlead_sql_next (sql, find))
			g_hash_table_insert (sets,
			                     GSIZE_TO_POINTER (sqlite3_column_int64 (find, 0)),
			                     GUINT_TO_POINTER (i + 1));
	}
	return sets;
}

static void
load_old (FairleadMatch *self, GHashTable *sets, FairleadSql *sql)
{
	g_autofree char *text =
		g_strdup_printf ("SELECT id, file, %s FROM %s WHERE last_edition IS NULL",
	                         self->table->columns, self->table->name);
	g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (sql, text);

	while (fairlead_sql_next (sql, rows)) {
		gpointer file = GSIZE_TO_POINTER (sqlite3_column_int64 (rows, 1));
		guint set = GPOINTER_TO_UINT (g_hash_table_lookup (sets, file));

		if (set != 0)
			add_old (self, set - 1, rows);
	}
}

void
fairlead_match_init (FairleadMatch *self, const FairleadFactTable *table,
                     FairleadEditions *editions, FairleadSql *sql)
{
	g_autoptr (GHashTable) sets = old_files (editions, sql);

	*self = (FairleadMatch){ .table = table,
		                 .seed = (guint64) g_random_int () << 32 | g_random_int () };
	self->facts = g_array_new (FALSE, FALSE, sizeof (FairleadOldFact));
	fairlead_id_table_init (&self->ids);
	if (g_hash_table_size (sets) > 0)
		load_old (self, sets, sql);
}

void
fairlead_match_clear (FairleadMatch *self)
{
	g_clear_pointer (&self->facts, g_array_unref);
	fairlead_id_table_clear (&self->ids);
}

FairleadOldFact *
fairlead_match_take (FairleadMatch *self, const FairleadFingerprint *print)
{
	guint32 row = FAIRLEAD_ID_TABLE_NONE;
	FairleadOldFact *old;

	if (self->facts->len > 0)
		row = fairlead_id_table_find (&self->ids, (guint32) print->content[0],
		                              (const char *) print->content, sizeof print->content,
		                              is_same, self);
	if (row == FAIRLEAD_ID_TABLE_NONE)
		return NULL;
	old = &g_array_index (self->facts, FairleadOldFact, row);
	old->is_found = TRUE;
	return old;
}
