/* output/screen/screen-output.c */
#include "output/screen/screen-writers.h"

#include <string.h>

#include "output/as-of.h"
#include "output/write/csv.h"
#include "output/write/json.h"
#include "output/write/table.h"

struct _FairleadScreenWriter {
	FairleadNetwork *network;
	FairleadScreener *screener;
	const FairleadScreenView *view;
	GOutputStream *stream;
	GCancellable *cancellable;
	FairleadSink *sink;
	FairleadCsv csv;
	FairleadJson json;
	FairleadTable *table;
	FairleadWorkbook *workbook;
	FairleadSheet *results; /* of the workbook */
	guint64 counts[FAIRLEAD_N_SCREEN_VERDICTS];
	guint64 n_issues;
	guint64 n_possible; /* of the owned */
};

/* ---- each form ---- */

static const FairleadColumn table_columns[] = {
	{ "LINE", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "NAME", FAIRLEAD_ALIGN_LEFT, 20, FALSE },
	{ "VERDICT", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "WHO", FAIRLEAD_ALIGN_LEFT, 20, FALSE },
	{ "HOW", FAIRLEAD_ALIGN_LEFT, 24, FALSE },
	{ "BY", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "AGAINST IT", FAIRLEAD_ALIGN_LEFT, 14, FALSE },
};

#define CELL(name) (cells->cells[FAIRLEAD_SCREEN_COLUMN_##name])

static const FairleadMeaning meanings[FAIRLEAD_N_SCREEN_VERDICTS] = {
	[FAIRLEAD_SCREEN_LISTED] = FAIRLEAD_MEANS_ALARM,
	[FAIRLEAD_SCREEN_OWNED] = FAIRLEAD_MEANS_ALARM,
	[FAIRLEAD_SCREEN_LINKED] = FAIRLEAD_MEANS_NOTABLE,
	[FAIRLEAD_SCREEN_NEAR] = FAIRLEAD_MEANS_NOTABLE,
	[FAIRLEAD_SCREEN_NONE] = FAIRLEAD_MEANS_GOOD,
	[FAIRLEAD_SCREEN_NOT_SCREENED] = FAIRLEAD_MEANS_NOTABLE,
};

static gboolean
is_possible (const FairleadScreenCells *cells)
{
	return strcmp (CELL (CERTAINTY), fairlead_verdict_name (FAIRLEAD_VERDICT_POSSIBLE)) == 0;
}

static void
add_to_table (FairleadScreenWriter *self, const FairleadScreenCells *cells)
{
	const char *how = *CELL (PATH) != '\0' ? CELL (PATH) : CELL (LISTS);
	g_autofree char *note = g_strconcat ("      ", CELL (OWNERSHIP), "\n", NULL);
	gboolean is_doubtful = is_possible (cells);
	g_autofree char *verdict =
		g_strconcat (is_doubtful ? "possibly " : "", CELL (VERDICT), NULL);

	fairlead_table_add_row_meaning (
		self->table,
		(const char *const[]){ CELL (LINE), CELL (NAME), verdict, CELL (MATCH_NAME), how,
	                               CELL (MATCHED_BY),
	                               *CELL (WHY_NOT) != '\0' ? CELL (WHY_NOT) : CELL (ISSUE) },
		is_doubtful ? FAIRLEAD_MEANS_NOTABLE : meanings[cells->verdict]);
	if (*CELL (OWNERSHIP) != '\0')
		fairlead_table_add_note (self->table, note);
}

static void
add_to_csv (FairleadScreenWriter *self, const FairleadScreenCells *cells)
{
	for (guint i = 0; i < FAIRLEAD_N_SCREEN_COLUMNS; i++) {
		const char *text = cells->cells[i];

		if (fairlead_screen_column_is_number (i) && *text != '\0')
			fairlead_csv_number (&self->csv, g_ascii_strtod (text, NULL));
		else
			fairlead_csv_text (&self->csv, text);
	}
	fairlead_csv_end_row (&self->csv);
}

/* What there is nothing to say of is left out */
static void
add_to_json (FairleadScreenWriter *self, const FairleadScreenCells *cells)
{
	fairlead_json_begin_object (&self->json, NULL);
	for (guint i = 0; i < FAIRLEAD_N_SCREEN_COLUMNS; i++) {
		const char *name = fairlead_screen_column_name (i), *text = cells->cells[i];

		if (*text == '\0')
			continue;
		if (fairlead_screen_column_is_number (i))
			fairlead_json_number (&self->json, name, g_ascii_strtod (text, NULL));
		else
			fairlead_json_text (&self->json, name, text);
	}
	fairlead_json_end_object (&self->json);
}

/* ---- from the first to the last ---- */

static GStrv
dup_parameters (FairleadScreenWriter *self)
{
	return self->view->parameters != NULL
	               ? g_strdupv (self->view->parameters)
	               : fairlead_screen_dup_parameters (self->network, self->screener, self->view);
}

static void
begin (FairleadScreenWriter *self)
{
	g_auto (GStrv) parameters = NULL;

	if (self->view->format == FAIRLEAD_FORMAT_TABLE)
		self->table = fairlead_table_new (table_columns, G_N_ELEMENTS (table_columns),
		                                  &self->view->layout);
	if (self->view->format == FAIRLEAD_FORMAT_CSV) {
		for (guint i = 0; i < FAIRLEAD_N_SCREEN_COLUMNS; i++)
			fairlead_csv_text (&self->csv, fairlead_screen_column_name (i));
		fairlead_csv_end_row (&self->csv);
	}
	if (self->view->format != FAIRLEAD_FORMAT_JSON)
		return;
	parameters = dup_parameters (self);
	fairlead_json_begin_object (&self->json, NULL);
	fairlead_json_as_of (&self->json, self->network);
	fairlead_json_begin_array (&self->json, "parameters");
	for (guint i = 0; parameters[i] != NULL; i += 2) {
		fairlead_json_begin_object (&self->json, NULL);
		fairlead_json_text (&self->json, "name", parameters[i]);
		fairlead_json_text (&self->json, "value", parameters[i + 1]);
		fairlead_json_end_object (&self->json);
	}
	fairlead_json_end_array (&self->json);
	fairlead_json_begin_array (&self->json, "results");
}

FairleadScreenWriter *
fairlead_screen_writer_new (FairleadNetwork *network, FairleadScreener *screener,
                            const FairleadScreenView *view, GOutputStream *stream,
                            GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadScreenWriter) self = g_new0 (FairleadScreenWriter, 1);

	self->network = network;
	self->screener = screener;
	self->view = view;
	self->stream = g_object_ref (stream);
	self->cancellable = cancellable;
	self->sink = fairlead_sink_new (stream, cancellable);
	self->csv = FAIRLEAD_CSV_INIT (self->sink);
	self->json = FAIRLEAD_JSON_INIT (self->sink);
	if (!view->as_workbook) {
		begin (self);
		return g_steal_pointer (&self);
	}
	self->workbook = fairlead_workbook_new ("fairlead screen", error);
	if (self->workbook == NULL)
		return NULL;
	self->results = fairlead_screen_begin_results (self->workbook);
	return g_steal_pointer (&self);
}

void
fairlead_screen_writer_free (FairleadScreenWriter *self)
{
	g_clear_pointer (&self->workbook, fairlead_workbook_free);
	g_clear_pointer (&self->table, fairlead_table_free);
	g_clear_pointer (&self->sink, fairlead_sink_free);
	g_clear_object (&self->stream);
	g_free (self);
}

gboolean
fairlead_screen_writer_add_cells (FairleadScreenWriter *self, const FairleadScreenCells *cells)
{
	static void (*const adders[FAIRLEAD_N_FORMATS]) (FairleadScreenWriter * self,
	                                                 const FairleadScreenCells *cells) = {
		[FAIRLEAD_FORMAT_TABLE] = add_to_table,
		[FAIRLEAD_FORMAT_CSV] = add_to_csv,
		[FAIRLEAD_FORMAT_JSON] = add_to_json,
	};

	self->counts[cells->verdict]++;
	self->n_possible += is_possible (cells);
	self->n_issues += *CELL (ISSUE) != '\0';
	if (self->workbook != NULL) {
		fairlead_screen_add_to_results (self->results, cells);
		return fairlead_workbook_is_well (self->workbook);
	}
	adders[self->view->format](self, cells);
	return !fairlead_sink_has_failed (self->sink);
}

gboolean
fairlead_screen_writer_add (FairleadScreenWriter *self, const FairleadNamesRow *row,
                            const FairleadScreened *screened)
{
	g_auto (FairleadScreenCells) cells;

	fairlead_screen_cells_init (&cells, self->network, row, screened);
	return fairlead_screen_writer_add_cells (self, &cells);
}

static void
write_footer (FairleadScreenWriter *self)
{
	g_autofree char *as_of = fairlead_as_of_dup_lines (self->network);

	if (fairlead_table_get_n_rows (self->table) > 0) {
		fairlead_table_write (self->table, self->sink);
		fairlead_sink_put (self->sink, "\n");
	}
	for (guint i = 0; i < FAIRLEAD_N_SCREEN_VERDICTS; i++)
		fairlead_sink_printf (self->sink, "%s%" G_GUINT64_FORMAT " %s", i > 0 ? ", " : "",
		                      self->counts[i], fairlead_screen_verdict_name (i));
	if (self->n_possible > 0)
		fairlead_sink_printf (self->sink, "; of the owned %" G_GUINT64_FORMAT " possibly",
		                      self->n_possible);
	fairlead_sink_printf (self->sink, "; %" G_GUINT64_FORMAT " rows with issues\n",
	                      self->n_issues);
	fairlead_sink_put (self->sink, as_of);
	fairlead_sink_put (self->sink, "A match is a question, not a finding.\n");
}

gboolean
fairlead_screen_writer_finish (FairleadScreenWriter *self, GError **error)
{
	g_auto (GStrv) parameters = NULL;

	if (self->workbook != NULL) {
		parameters = dup_parameters (self);
		fairlead_screen_add_parameters (self->workbook, parameters);
		return fairlead_workbook_finish (self->workbook, self->stream, self->cancellable,
		                                 error);
	}
	if (self->table != NULL)
		write_footer (self);
	if (self->view->format == FAIRLEAD_FORMAT_JSON) {
		fairlead_json_end_array (&self->json);
		fairlead_json_end_object (&self->json);
	}
	return fairlead_sink_finish (self->sink, error);
}
