/* ingest/syntax/csv-dialect.c: what delimits a text, told from its first rows */
#include "ingest/syntax/csv-reader.h"

#include <string.h>

#define SAMPLE_ROWS 200u

static const char delimiters[] = { ',', ';', '\t', '|' };

/* XML and HTML begin with `<`, JSON with `{` or `[`; JSON lines would pass for columns */
static gboolean
begins_as_markup (const char *head, gsize size)
{
	gsize i = 0;

	while (i < size && g_ascii_isspace (head[i]))
		i++;
	return i < size && strchr ("<{[", head[i]) != NULL;
}

/* Text has next to no control characters; a stray one is let pass */
static gboolean
looks_binary (const char *head, gsize size)
{
	gsize n_controls = 0;

	for (gsize i = 0; i < size; i++) {
		guint8 byte = (guint8) head[i];

		if (byte == 0)
			return TRUE;
		n_controls += byte < 0x20 && strchr ("\t\n\v\f\r\x1A\x1B", byte) == NULL;
	}
	return n_controls > 1 + size / 256;
}

/* The widths of the first rows. A row cut by the end of the head does not count, unless it is all
 * there is. */
static GArray *
measure_rows (const char *head, gsize size, char delimiter)
{
	g_autoptr(FairleadInput) input = fairlead_input_new_for_bytes ("head", head, size);
	g_autoptr(FairleadCsvReader) reader = fairlead_csv_reader_new (input, delimiter);
	g_autoptr(GError) failure = NULL;
	GArray *widths = g_array_new (FALSE, FALSE, sizeof (guint));
	FairleadCsvRow row;

	while (widths->len < SAMPLE_ROWS && fairlead_csv_reader_next (reader, &row, &failure))
		g_array_append_val (widths, row.n_fields);
	if (size >= FAIRLEAD_INPUT_HEAD && widths->len < SAMPLE_ROWS && widths->len > 1 &&
	    failure == NULL)
		g_array_set_size (widths, widths->len - 1);
	return widths;
}

static guint
count_width (const GArray *widths, guint width)
{
	guint n = 0;

	for (guint i = 0; i < widths->len; i++)
		n += g_array_index (widths, guint, i) == width;
	return n;
}

/* The commonest width of at least two, the greater one of equals; returns how many rows have it */
static guint
find_commonest (const GArray *widths, FairleadCsvDialect *dialect)
{
	guint best = 0;

	for (guint i = 0; i < widths->len; i++) {
		guint width = g_array_index (widths, guint, i);
		guint n = width > 1 ? count_width (widths, width) : 0;

		if (n == 0 || n < best || (n == best && width <= dialect->n_fields))
			continue;
		best = n;
		dialect->n_fields = width;
	}
	for (guint i = 0; i < widths->len && g_array_index (widths, guint, i) != dialect->n_fields; i++)
		dialect->preamble = i + 1;
	return best;
}

gboolean
fairlead_csv_guess_dialect (const char *head, gsize size, FairleadCsvDialect *dialect)
{
	FairleadCsvDialect best = { 0 };
	gdouble best_share = 0.0;

	if (size == 0 || begins_as_markup (head, size) || looks_binary (head, size))
		return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++) {
		g_autoptr(GArray) widths = measure_rows (head, size, delimiters[i]);
		FairleadCsvDialect found = { .delimiter = delimiters[i] };
		guint n_agree = find_commonest (widths, &found);
		gdouble share = widths->len > 0 ? (gdouble) n_agree / widths->len : 0.0;

		if (share < best_share || (share == best_share && found.n_fields <= best.n_fields))
			continue;
		best = found;
		best_share = share;
	}
	if (best_share < 0.5)
		return FALSE;
	*dialect = best;
	return TRUE;
}
