/* output/write/table.c */
#include "output/write/table.h"

#include "output/write/text.h"

#define GAP 2
/* What a cell is cut to at last, where a table is still too wide */
#define LEAST_OF_ALL 8

struct _FairleadTable {
	const FairleadColumn *columns;
	guint n_columns;
	FairleadLayout layout;
	GPtrArray *rows; /* of Row, owned */
};

typedef struct {
	GStrv cells;
	GString *note; /* NULL where there is none */
	FairleadMeaning meaning;
} Row;

static void
free_row (gpointer data)
{
	Row *row = data;

	g_strfreev (row->cells);
	if (row->note != NULL)
		g_string_free (row->note, TRUE);
	g_free (row);
}

FairleadTable *
fairlead_table_new (const FairleadColumn *columns, guint n_columns, const FairleadLayout *layout)
{
	FairleadTable *self = g_new0 (FairleadTable, 1);

	self->columns = columns;
	self->n_columns = n_columns;
	self->layout = *layout;
	self->rows = g_ptr_array_new_with_free_func (free_row);
	return self;
}

void
fairlead_table_free (FairleadTable *self)
{
	if (self == NULL)
		return;
	g_ptr_array_unref (self->rows);
	g_free (self);
}

void
fairlead_table_add_row_meaning (FairleadTable *self, const char *const *cells,
                                FairleadMeaning meaning)
{
	Row *row = g_new0 (Row, 1);

	row->meaning = meaning;
	row->cells = g_new0 (char *, self->n_columns + 1);
	for (guint i = 0; i < self->n_columns; i++)
		row->cells[i] = fairlead_text_dup_visible (cells[i], self->layout.ascii);
	g_ptr_array_add (self->rows, row);
}

void
fairlead_table_add_row (FairleadTable *self, const char *const *cells, gboolean marked)
{
	fairlead_table_add_row_meaning (self, cells,
	                                marked ? FAIRLEAD_MEANS_NOTABLE : FAIRLEAD_MEANS_NOTHING);
}

void
fairlead_table_add_note (FairleadTable *self, const char *lines)
{
	Row *row;

	g_return_if_fail (self->rows->len > 0);
	row = g_ptr_array_index (self->rows, self->rows->len - 1);
	if (row->note == NULL)
		row->note = g_string_new (NULL);
	g_string_append (row->note, lines);
}

guint
fairlead_table_get_n_rows (const FairleadTable *self)
{
	return self->rows->len;
}

/* ---- widths ---- */

static guint *
natural_widths (FairleadTable *self)
{
	guint *widths = g_new (guint, self->n_columns);

	for (guint i = 0; i < self->n_columns; i++)
		widths[i] = fairlead_text_width (self->columns[i].heading);
	for (guint r = 0; r < self->rows->len; r++) {
		const Row *row = g_ptr_array_index (self->rows, r);

		for (guint i = 0; i < self->n_columns; i++)
			widths[i] = MAX (widths[i], fairlead_text_width (row->cells[i]));
	}
	return widths;
}

/* The widest column that may still lose some, or -1; none goes below @most */
static gint
widest_to_cut (FairleadTable *self, const guint *widths, guint most)
{
	gint widest = -1;

	for (guint i = 0; i < self->n_columns; i++) {
		guint least = MIN (self->columns[i].least, most);

		if (least == 0
		    || widths[i] <= MAX (least, fairlead_text_width (self->columns[i].heading)))
			continue;
		if (widest < 0 || widths[i] > widths[widest])
			widest = (gint) i;
	}
	return widest;
}

static guint
cut (FairleadTable *self, guint *widths, guint total, guint most)
{
	while (total > self->layout.width) {
		gint column = widest_to_cut (self, widths, most);

		if (column < 0)
			break;
		widths[column]--;
		total--;
	}
	return total;
}

static void
cut_to_fit (FairleadTable *self, guint *widths)
{
	guint total = GAP * (self->n_columns - 1);

	for (guint i = 0; i < self->n_columns; i++)
		total += widths[i];
	total = cut (self, widths, total, G_MAXUINT);
	cut (self, widths, total, LEAST_OF_ALL);
}

/* ---- writing ---- */

static void
append_cell (GString *line, const char *cell, const FairleadColumn *column, guint width,
             gboolean ascii)
{
	g_autofree char *shown = column->keeps_end
	                                 ? fairlead_text_dup_end (cell, width, ascii)
	                                 : fairlead_text_dup_shortened (cell, width, ascii);
	guint used = fairlead_text_width (shown);
	guint padding = used < width ? width - used : 0;

	if (column->align == FAIRLEAD_ALIGN_RIGHT)
		g_string_append_printf (line, "%*s%s", (int) padding, "", shown);
	else
		g_string_append_printf (line, "%s%*s", shown, (int) padding, "");
}

static void
trim_end (GString *line)
{
	while (line->len > 0 && line->str[line->len - 1] == ' ')
		g_string_truncate (line, line->len - 1);
}

static void
write_line (FairleadTable *self, FairleadSink *sink, const char *const *cells, const guint *widths,
            FairleadMeaning meaning)
{
	gboolean colour = self->layout.colour;
	g_autoptr (GString) line = g_string_new (NULL);

	for (guint i = 0; i < self->n_columns; i++) {
		if (i > 0)
			g_string_append_printf (line, "%*s", GAP, "");
		append_cell (line, cells[i], &self->columns[i], widths[i], self->layout.ascii);
	}
	trim_end (line);
	fairlead_sink_printf (sink, "%s%s%s\n", fairlead_meaning_begin (meaning, colour), line->str,
	                      fairlead_meaning_end (meaning, colour));
}

static void
write_headings (FairleadTable *self, FairleadSink *sink, const guint *widths)
{
	g_autofree const char **headings = g_new0 (const char *, self->n_columns);

	for (guint i = 0; i < self->n_columns; i++)
		headings[i] = self->columns[i].heading;
	write_line (self, sink, headings, widths, FAIRLEAD_MEANS_HEADING);
}

void
fairlead_table_write (FairleadTable *self, FairleadSink *sink)
{
	g_autofree guint *widths = natural_widths (self);

	cut_to_fit (self, widths);
	write_headings (self, sink, widths);
	for (guint r = 0; r < self->rows->len && !fairlead_sink_has_failed (sink); r++) {
		const Row *row = g_ptr_array_index (self->rows, r);

		write_line (self, sink, (const char *const *) row->cells, widths, row->meaning);
		if (row->note != NULL)
			fairlead_sink_put (sink, row->note->str);
	}
}
