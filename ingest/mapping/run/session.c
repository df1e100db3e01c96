/* ingest/mapping/run/session.c */
#include "ingest/mapping/run/session.h"

#include <string.h>

#include "ingest/mapping/language/lookup.h"
#include "ingest/mapping/run/emission.h"

/* The rows of one file: of each its line and the lengths of its cells, and behind one another the
 * texts */
typedef struct {
	const FairleadMapping *table;
	guint32 file;
	char *path;
	gint *columns;   /* of each field in the kept rows: its own place, or -1 */
	GArray *numbers; /* of guint32 */
	GString *texts;
} Waiting;

static void
free_waiting (gpointer data)
{
	Waiting *waiting = data;

	g_array_unref (waiting->numbers);
	g_string_free (waiting->texts, TRUE);
	g_free (waiting->columns);
	g_free (waiting->path);
	g_free (waiting);
}

FairleadMappingSession *
fairlead_mapping_session_new (const FairleadMapping *mapping)
{
	FairleadMappingSession *self = g_new0 (FairleadMappingSession, 1);

	self->seen = fairlead_seen_new ();
	self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
	self->waiting = g_ptr_array_new_with_free_func (free_waiting);
	for (guint i = 0; i < g_hash_table_size (mapping->lookups); i++)
		g_ptr_array_add (self->found,
		                 g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free));
	return self;
}

void
fairlead_mapping_session_free (FairleadMappingSession *self)
{
	fairlead_seen_free (self->seen);
	g_ptr_array_unref (self->found);
	g_ptr_array_unref (self->waiting);
	g_free (self);
}

/* ---- what tables give ---- */

/* The first of several stands */
static void
give (FairleadMappingSession *self, FairleadEvaluation *evaluation, const FairleadLookup *lookup,
      const char *key, const char *value)
{
	GHashTable *found = self->found->pdata[lookup->row];
	const char *known = g_hash_table_lookup (found, key);

	if (known == NULL)
		g_hash_table_insert (found, g_strdup (key), g_strdup (value));
	else if (strcmp (known, value) != 0)
		fairlead_records_add_issue (evaluation->records, FAIRLEAD_ISSUE_BAD_RECORD,
		                            fairlead_evaluation_source (evaluation, 0),
		                            "[lookup %s] has \"%s\" for \"%s\" already: \"%s\" was"
		                            " left out",
		                            lookup->name, known, key, value);
}

void
fairlead_mapping_session_give (FairleadMappingSession *self, FairleadEvaluation *evaluation)
{
	const FairleadMapping *table = evaluation->mapping;
	FairleadValues keys, values;

	if (table->given->len == 0 || !fairlead_evaluation_all_hold (evaluation, table->when))
		return;
	fairlead_values_init (&keys);
	fairlead_values_init (&values);
	for (guint i = 0; i < table->given->len; i++) {
		const FairleadLookup *lookup = table->given->pdata[i];

		fairlead_evaluation_fill (evaluation, lookup->key, TRUE, &keys);
		fairlead_evaluation_fill (evaluation, lookup->value, TRUE, &values);
		if (fairlead_values_count (&keys) > 0 && fairlead_values_count (&values) > 0)
			give (self, evaluation, lookup, fairlead_values_get (&keys, 0),
			      fairlead_values_get (&values, 0));
	}
	fairlead_values_free (&keys);
	fairlead_values_free (&values);
}

const char *
fairlead_mapping_session_find (const FairleadMappingSession *self, const FairleadLookup *lookup,
                               const char *text)
{
	return g_hash_table_lookup (self->found->pdata[lookup->row], text);
}

/* ---- rows that wait ---- */

void
fairlead_mapping_session_wait (FairleadMappingSession *self, const FairleadMapping *table,
                               const FairleadReading *reading, const gint *columns)
{
	Waiting *waiting = g_new0 (Waiting, 1);

	waiting->table = table;
	waiting->file = reading->file;
	waiting->path = g_strdup (reading->path);
	waiting->columns = g_new (gint, table->fields->len + 1);
	waiting->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
	waiting->texts = g_string_new (NULL);
	for (guint i = 0; i < table->fields->len; i++)
		waiting->columns[i] = columns[i] < 0 ? -1 : (gint) i;
	g_ptr_array_add (self->waiting, waiting);
}

/* A cell without its outer blanks is what a template makes of it anyway */
void
fairlead_mapping_session_keep (FairleadMappingSession *self, const FairleadCsvRow *row,
                               const gint *columns)
{
	Waiting *waiting = self->waiting->pdata[self->waiting->len - 1];
	guint32 line = (guint32) row->line;

	g_array_append_val (waiting->numbers, line);
	for (guint i = 0; i < waiting->table->fields->len; i++) {
		gboolean is_there = columns[i] >= 0 && (guint) columns[i] < row->n_fields;
		guint32 length = is_there ? row->lengths[columns[i]] : 0;

		g_array_append_val (waiting->numbers, length);
		g_string_append_len (waiting->texts, is_there ? row->fields[columns[i]] : "",
		                     length);
		g_string_append_c (waiting->texts, '\0');
	}
}

static void
say_rows (const Waiting *waiting, FairleadEmission *emission)
{
	FairleadEvaluation *evaluation = fairlead_emission_get_evaluation (emission);
	guint n = waiting->table->fields->len;
	g_autofree char **fields = g_new (char *, n + 1);
	FairleadCsvRow row = { .fields = fields, .n_fields = n };
	char *text = waiting->texts->str;

	evaluation->row = &row;
	for (guint at = 0; at < waiting->numbers->len; at += n + 1) {
		row.line = g_array_index (waiting->numbers, guint32, at);
		row.lengths = &g_array_index (waiting->numbers, guint32, at + 1);
		for (guint i = 0; i < n; i++) {
			fields[i] = text;
			text += row.lengths[i] + 1;
		}
		evaluation->line = (guint32) row.line;
		fairlead_emission_run (emission);
	}
}

void
fairlead_mapping_session_finish (FairleadMappingSession *self, FairleadRecords *records)
{
	for (guint i = 0; i < self->waiting->len; i++) {
		const Waiting *waiting = self->waiting->pdata[i];
		FairleadReading reading = { .records = records,
			                    .file = waiting->file,
			                    .path = waiting->path };
		g_autoptr (FairleadEmission) emission =
			fairlead_emission_new (waiting->table, &reading, self);

		fairlead_emission_get_evaluation (emission)->columns =
			g_memdup2 (waiting->columns,
		                   (waiting->table->fields->len + 1) * sizeof *waiting->columns);
		say_rows (waiting, emission);
	}
}
