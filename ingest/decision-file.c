/* ingest/decision-file.c */
#include "ingest/decision-file.h"

#include <string.h>

#include "ingest/record/error.h"
#include "ingest/syntax/csv-reader.h"

typedef enum {
	LEFT,
	RIGHT,
	VERDICT,
	N_NEEDED,
	WHO = N_NEEDED,
	WHEN,
	WHY,
	PROBABILITY,
	UNDONE_BY,
	UNDONE_ON,
	N_COLUMNS,
} Column;

static const char *const columns[N_COLUMNS] = {
	"left", "right", "verdict", "who", "when", "why", "probability", "undone_by", "undone_on",
};

typedef struct {
	const char *path;
	FairleadDecisions *decisions;
	gint places[N_COLUMNS]; /* of each column in a row; -1 where the file has none */
	guint width;            /* of the header; 0 before it */
} File;

static gboolean
read_header (File *file, const FairleadCsvRow *row, GError **error)
{
	file->width = row->n_fields;
	for (guint i = 0; i < N_COLUMNS; i++) {
		file->places[i] = fairlead_csv_row_find (row, columns[i]);
		if (file->places[i] < 0 && i < N_NEEDED)
			return fairlead_set_error_at (
				error, file->path, row->line, FAIRLEAD_ERROR_MISSING_FIELD,
				"decisions need the column \"%s\" (and left, right, verdict)",
				columns[i]);
	}
	return TRUE;
}

/* Without outer blanks, and without the apostrophe that keeps a spreadsheet from reading a formula;
 * empty where there is none */
static const char *
get_cell (const File *file, const FairleadCsvRow *row, Column column)
{
	gint place = file->places[column];
	char *cell;

	if (place < 0 || (guint) place >= row->n_fields)
		return "";
	cell = g_strstrip (row->fields[place]);
	return cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@", cell[1]) != NULL ? cell + 1
	                                                                              : cell;
}

static gboolean
read_probability (const File *file, const FairleadCsvRow *row, double *value, GError **error)
{
	const char *cell = get_cell (file, row, PROBABILITY);
	char *end;

	*value = FAIRLEAD_NO_PROBABILITY;
	if (*cell == '\0')
		return TRUE;
	*value = g_ascii_strtod (cell, &end);
	if (*end == '\0' && *value >= 0.0 && *value <= 1.0)
		return TRUE;
	return fairlead_set_error_at (error, file->path, row->line, FAIRLEAD_ERROR_INVALID_VALUE,
	                              "the probability \"%s\" is not between 0 and 1", cell);
}

static gboolean
read_decision (File *file, const FairleadCsvRow *row, GError **error)
{
	const char *verdict = get_cell (file, row, VERDICT);
	FairleadDecision decision = {
		.left = get_cell (file, row, LEFT),
		.right = get_cell (file, row, RIGHT),
		.who = get_cell (file, row, WHO),
		.when = get_cell (file, row, WHEN),
		.why = get_cell (file, row, WHY),
		.undone_by = get_cell (file, row, UNDONE_BY),
		.undone_on = get_cell (file, row, UNDONE_ON),
		.line = row->line,
	};

	if (row->n_fields > file->width)
		return fairlead_set_error_at (
			error, file->path, row->line, FAIRLEAD_ERROR_SYNTAX,
			"the row has %u cells under %u columns (is a comma not in quotes?)",
			row->n_fields, file->width);
	if (*verdict == '\0')
		return TRUE;
	if (!fairlead_sameness_from_name (verdict, &decision.verdict))
		return fairlead_set_error_at (
			error, file->path, row->line, FAIRLEAD_ERROR_INVALID_VALUE,
			"the verdict \"%s\" is none (same, different or undecided)", verdict);
	return read_probability (file, row, &decision.probability, error)
	       && fairlead_decisions_add (file->decisions, &decision, error);
}

static gboolean
read_rows (File *file, FairleadCsvReader *reader, GError **error)
{
	g_autoptr (GError) failure = NULL;
	FairleadCsvRow row;

	while (fairlead_csv_reader_next (reader, &row, &failure))
		if (!(file->width == 0 ? read_header (file, &row, error)
		                       : read_decision (file, &row, error)))
			return FALSE;
	if (failure != NULL) {
		g_propagate_error (error, g_steal_pointer (&failure));
		return FALSE;
	}
	if (file->width > 0)
		return TRUE;
	return fairlead_set_error_at (error, file->path, 0, FAIRLEAD_ERROR_MISSING_FIELD,
	                              "there is no header (left, right, verdict, ...)");
}

FairleadDecisions *
fairlead_decisions_read (const char *path, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadInput) input = fairlead_input_open (path, error);
	g_autoptr (FairleadDecisions) decisions = fairlead_decisions_new (path);
	g_autoptr (FairleadCsvReader) reader = NULL;
	FairleadCsvDialect dialect = { .delimiter = ',' };
	File file = { .path = path, .decisions = decisions };
	const char *head;
	gsize size;

	if (input == NULL)
		return NULL;
	fairlead_input_set_cancellable (input, cancellable);
	head = fairlead_input_peek (input, &size, error);
	if (head == NULL)
		return NULL;
	fairlead_csv_guess_dialect (head, size, &dialect);
	reader = fairlead_csv_reader_new (input, dialect.delimiter);
	return read_rows (&file, reader, error) ? g_steal_pointer (&decisions) : NULL;
}
