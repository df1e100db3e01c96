/* library/table/maker.c */
#include "library/table/maker.h"

#include <math.h>
#include <string.h>

#include "library/table/table-private.h"
#include "output/values.h"

static const gsize sizes[] = {
	[FLEAD_COLUMN_INTEGER] = sizeof (gint64), [FLEAD_COLUMN_NUMBER] = sizeof (double),
	[FLEAD_COLUMN_TRUTH] = sizeof (guint8),   [FLEAD_COLUMN_DAY] = sizeof (gint32),
	[FLEAD_COLUMN_WORD] = sizeof (gint32),    [FLEAD_COLUMN_TEXT] = sizeof (gint64),
};

/* @cells are the values or, of texts, their offsets, and @letters these texts */
typedef struct {
	const ColumnPlan *plan;
	guint8 *cells;
	GString *letters;
	guint64 n;
} Filling;

struct _TableMaker {
	Filling *fillings;
	guint n;
	guint64 n_rows;
};

TableMaker *
table_maker_new (const ColumnPlan *plans, guint n_plans, guint64 n_rows)
{
	TableMaker *self = g_new0 (TableMaker, 1);

	self->fillings = g_new0 (Filling, n_plans);
	self->n = n_plans;
	self->n_rows = n_rows;
	for (guint i = 0; i < n_plans; i++) {
		Filling *filling = &self->fillings[i];
		gboolean is_text = plans[i].type == FLEAD_COLUMN_TEXT;

		filling->plan = &plans[i];
		filling->cells = g_malloc0_n (n_rows + 1, sizes[plans[i].type]);
		filling->letters = is_text ? g_string_new (NULL) : NULL;
	}
	return self;
}

void
table_maker_free (TableMaker *self)
{
	for (guint i = 0; i < self->n; i++) {
		g_free (self->fillings[i].cells);
		if (self->fillings[i].letters != NULL)
			g_string_free (self->fillings[i].letters, TRUE);
	}
	g_free (self->fillings);
	g_free (self);
}

/* ---- cells ---- */

static gpointer
next_cell (TableMaker *self, guint column, FleadColumnType type)
{
	Filling *filling = &self->fillings[column];

	g_assert (filling->plan->type == type && filling->n < self->n_rows);
	return filling->cells + filling->n++ * sizes[type];
}

void
table_maker_add_integer (TableMaker *self, guint column, gint64 value)
{
	memcpy (next_cell (self, column, FLEAD_COLUMN_INTEGER), &value, sizeof value);
}

void
table_maker_add_number (TableMaker *self, guint column, double value)
{
	memcpy (next_cell (self, column, FLEAD_COLUMN_NUMBER), &value, sizeof value);
}

void
table_maker_add_truth (TableMaker *self, guint column, gboolean value)
{
	guint8 *cell = next_cell (self, column, FLEAD_COLUMN_TRUTH);

	*cell = value != FALSE;
}

void
table_maker_add_day (TableMaker *self, guint column, gint32 day)
{
	gint32 value = day == FAIRLEAD_DAY_OPEN_FUTURE ? FAIRLEAD_DAY_OPEN_PAST : day;

	memcpy (next_cell (self, column, FLEAD_COLUMN_DAY), &value, sizeof value);
}

void
table_maker_add_word (TableMaker *self, guint column, gint32 number)
{
	memcpy (next_cell (self, column, FLEAD_COLUMN_WORD), &number, sizeof number);
}

/* The cell is where the text begins; where it ends is where the next one begins */
void
table_maker_add_text (TableMaker *self, guint column, const char *text)
{
	GString *letters = self->fillings[column].letters;
	gint64 begin = (gint64) letters->len;

	memcpy (next_cell (self, column, FLEAD_COLUMN_TEXT), &begin, sizeof begin);
	g_string_append (letters, text != NULL ? text : "");
}

void
table_maker_add_texts (TableMaker *self, guint column, const GPtrArray *texts)
{
	g_autoptr (GString) joined = g_string_new (NULL);

	if (texts != NULL)
		fairlead_values_append (texts, joined);
	table_maker_add_text (self, column, joined->str);
}

static gint32
find_word (const ColumnPlan *plan, const char *text)
{
	for (guint i = 0; i < plan->n_words; i++)
		if (strcmp (plan->word (i), text) == 0)
			return (gint32) i;
	return -1;
}

void
table_maker_add_cell (TableMaker *self, guint column, const char *text)
{
	const ColumnPlan *plan = self->fillings[column].plan;
	gboolean is_empty = *text == '\0';

	switch (plan->type) {
	case FLEAD_COLUMN_INTEGER:
		table_maker_add_integer (self, column,
		                         is_empty ? -1 : g_ascii_strtoll (text, NULL, 10));
		break;
	case FLEAD_COLUMN_NUMBER:
		table_maker_add_number (self, column,
		                        is_empty ? (double) NAN : g_ascii_strtod (text, NULL));
		break;
	case FLEAD_COLUMN_WORD:
		table_maker_add_word (self, column, find_word (plan, text));
		break;
	case FLEAD_COLUMN_TEXT:
	case FLEAD_COLUMN_TRUTH:
	case FLEAD_COLUMN_DAY:
		table_maker_add_text (self, column, text);
	}
}

/* ---- the table ---- */

static GStrv
dup_words (const ColumnPlan *plan)
{
	GStrv words = g_new0 (char *, plan->n_words + 1);

	for (guint i = 0; i < plan->n_words; i++)
		words[i] = g_strdup (plan->word (i));
	return words;
}

static FleadColumn *
finish_column (Filling *filling)
{
	gsize size = sizes[filling->plan->type];
	FleadColumnMemory memory = { .name = filling->plan->name,
		                     .type = filling->plan->type,
		                     .n_rows = filling->n };

	if (filling->letters != NULL) {
		gint64 end = (gint64) filling->letters->len;

		memcpy (filling->cells + filling->n * size, &end, sizeof end);
		memory.offsets = g_bytes_new_take (g_steal_pointer (&filling->cells),
		                                   (filling->n + 1) * size);
		memory.values = g_string_free_to_bytes (g_steal_pointer (&filling->letters));
	} else {
		memory.values =
			g_bytes_new_take (g_steal_pointer (&filling->cells), filling->n * size);
	}
	if (filling->plan->type == FLEAD_COLUMN_WORD)
		memory.words = dup_words (filling->plan);
	return flead_column_new_take (&memory);
}

FleadTable *
table_maker_finish (TableMaker *self)
{
	GPtrArray *columns = g_ptr_array_new_with_free_func (g_object_unref);

	for (guint i = 0; i < self->n; i++) {
		g_assert (self->fillings[i].n == self->n_rows);
		g_ptr_array_add (columns, finish_column (&self->fillings[i]));
	}
	return flead_table_new_take (columns, self->n_rows);
}
