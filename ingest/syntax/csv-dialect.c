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

/* Tidy: no quote stands inside a field without quotes, as a wrong split leaves */
typedef struct {
	guint width;
	gboolean is_tidy;
} RowShape;

static gboolean
row_is_tidy (const FairleadCsvRow *row)
{
	for (guint i = 0; i < row->n_fields; i++)
		if (!row->quoted[i] && memchr (row->fields[i], '"', row->lengths[i]) != NULL)
			return FALSE;
	return TRUE;
}

/* The first rows. One cut by the end of the head does not count, unless it is all there is. */
static GArray *
measure_rows (const char *head, gsize size, char delimiter)
{
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("head", head, size);
	g_autoptr (FairleadCsvReader) reader = fairlead_csv_reader_new (input, delimiter);
	g_autoptr (GError) failure = NULL;
	GArray *shapes = g_array_new (FALSE, FALSE, sizeof (RowShape));
	FairleadCsvRow row;

	while (shapes->len < SAMPLE_ROWS && fairlead_csv_reader_next (reader, &row, &failure)) {
		RowShape shape = { row.n_fields, row_is_tidy (&row) };

		g_array_append_val (shapes, shape);
	}
	if (size >= FAIRLEAD_INPUT_HEAD && shapes->len < SAMPLE_ROWS && shapes->len > 1
	    && failure == NULL)
		g_array_set_size (shapes, shapes->len - 1);
	return shapes;
}

static guint
count_rows (const GArray *shapes, guint width, gboolean only_tidy)
{
	guint n = 0;

	for (guint i = 0; i < shapes->len; i++) {
		const RowShape *shape = &g_array_index (shapes, RowShape, i);

		n += shape->width == width && (shape->is_tidy || !only_tidy);
	}
	return n;
}

/* The commonest width of at least two, the greater one of equals, and the rows before it */
static void
find_commonest (const GArray *shapes, FairleadCsvDialect *dialect)
{
	guint best = 0;

	for (guint i = 0; i < shapes->len; i++) {
		guint width = g_array_index (shapes, RowShape, i).width;
		guint n = width > 1 ? count_rows (shapes, width, FALSE) : 0;

		if (n == 0 || n < best || (n == best && width <= dialect->n_fields))
			continue;
		best = n;
		dialect->n_fields = width;
	}
	while (dialect->preamble < shapes->len
	       && g_array_index (shapes, RowShape, dialect->preamble).width != dialect->n_fields)
		dialect->preamble++;
}

/* How well the rows agree, 0 to 2: those of one width, and those of them that are tidy; 0 where
 * fewer than half are of one width */
static gdouble
try_delimiter (const char *head, gsize size, FairleadCsvDialect *dialect)
{
	g_autoptr (GArray) shapes = measure_rows (head, size, dialect->delimiter);

	find_commonest (shapes, dialect);
	if (dialect->n_fields == 0)
		return 0.0;

	guint n_agree = count_rows (shapes, dialect->n_fields, FALSE);
	guint n_tidy = count_rows (shapes, dialect->n_fields, TRUE);

	return 2 * n_agree >= shapes->len ? (gdouble) (n_agree + n_tidy) / shapes->len : 0.0;
}

gboolean
fairlead_csv_guess_dialect (const char *head, gsize size, FairleadCsvDialect *dialect)
{
	FairleadCsvDialect best = { 0 };
	gdouble best_agreement = 0.0;

	if (size == 0 || begins_as_markup (head, size) || looks_binary (head, size))
		return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++) {
		FairleadCsvDialect found = { .delimiter = delimiters[i] };
		gdouble agreement = try_delimiter (head, size, &found);

		if (agreement < best_agreement
		    || (agreement == best_agreement && found.n_fields <= best.n_fields))
			continue;
		best = found;
		best_agreement = agreement;
	}
	if (best_agreement == 0.0)
		return FALSE;
	*dialect = best;
	return TRUE;
}
