/* output/screen/workbook.c: results as an .xlsx, by libxlsxwriter, which writes files alone
 *
 * Every text is a cell of text, so that no spreadsheet takes it for a formula or an address. */
#include "output/screen/screen-writers.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "ingest/record/error.h"
#include "output/write/text.h"

/* What a cell holds; beyond it a reader says that the file is damaged */
#define MAX_CELL 32767

struct _FairleadWorkbook {
	char *path; /* of the file on its way */
	lxw_workbook *workbook;
	lxw_worksheet *results;
	lxw_row_t n_rows;
	lxw_error failure; /* the first */
};

static void
write_text (FairleadWorkbook *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
            const char *text, lxw_format *format)
{
	g_autofree char *visible = fairlead_text_dup_visible (text, FALSE);
	g_autofree char *shown = fairlead_text_dup_shortened (visible, MAX_CELL / 2, FALSE);
	lxw_error failure = LXW_NO_ERROR;

	if (*shown != '\0')
		failure = worksheet_write_string (sheet, row, column, shown, format);
	if (self->failure == LXW_NO_ERROR)
		self->failure = failure;
}

static void
write_heading (FairleadWorkbook *self)
{
	lxw_format *bold = workbook_add_format (self->workbook);

	format_set_bold (bold);
	for (guint i = 0; i < FAIRLEAD_N_SCREEN_COLUMNS; i++)
		write_text (self, self->results, 0, (lxw_col_t) i, fairlead_screen_column_name (i),
		            bold);
	worksheet_freeze_panes (self->results, 1, 0);
	self->n_rows = 1;
}

FairleadWorkbook *
fairlead_workbook_new (GError **error)
{
	g_autofree char *path = NULL;
	FairleadWorkbook *self;
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	/* The same rows give the same bytes */
	lxw_doc_properties properties = { .title = (char *) "fairlead screen", .created = 1 };
	gint file = g_file_open_tmp ("fairlead-XXXXXX.xlsx", &path, error);

	if (file < 0)
		return NULL;
	close (file);
	self = g_new0 (FairleadWorkbook, 1);
	self->path = g_steal_pointer (&path);
	self->workbook = workbook_new_opt (self->path, &options);
	workbook_set_properties (self->workbook, &properties);
	self->results = workbook_add_worksheet (self->workbook, "Results");
	write_heading (self);
	return self;
}

void
fairlead_workbook_free (FairleadWorkbook *self)
{
	if (self->workbook != NULL)
		workbook_close (self->workbook);
	g_unlink (self->path);
	g_free (self->path);
	g_free (self);
}

gboolean
fairlead_workbook_add (FairleadWorkbook *self, const FairleadScreenCells *cells)
{
	for (guint i = 0; i < FAIRLEAD_N_SCREEN_COLUMNS; i++) {
		const char *text = cells->cells[i];

		if (!fairlead_screen_column_is_number (i) || *text == '\0')
			write_text (self, self->results, self->n_rows, (lxw_col_t) i, text, NULL);
		else
			worksheet_write_number (self->results, self->n_rows, (lxw_col_t) i,
			                        g_ascii_strtod (text, NULL), NULL);
	}
	self->n_rows++;
	return self->failure == LXW_NO_ERROR;
}

static void
write_parameters (FairleadWorkbook *self, const GStrv parameters)
{
	lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, "Parameters");

	worksheet_set_column (sheet, 0, 0, 40, NULL);
	worksheet_set_column (sheet, 1, 1, 100, NULL);
	for (guint i = 0; parameters[i] != NULL && parameters[i + 1] != NULL; i += 2) {
		write_text (self, sheet, i / 2, 0, parameters[i], NULL);
		write_text (self, sheet, i / 2, 1, parameters[i + 1], NULL);
	}
}

static gboolean
copy_out (FairleadWorkbook *self, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	g_autoptr (GFile) file = g_file_new_for_path (self->path);
	g_autoptr (GFileInputStream) input = g_file_read (file, cancellable, error);

	return input != NULL
	       && g_output_stream_splice (stream, G_INPUT_STREAM (input),
	                                  G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, cancellable, error)
	                  >= 0;
}

gboolean
fairlead_workbook_finish (FairleadWorkbook *self, const GStrv parameters, GOutputStream *stream,
                          GCancellable *cancellable, GError **error)
{
	lxw_error failure;

	write_parameters (self, parameters);
	failure = workbook_close (g_steal_pointer (&self->workbook));
	if (self->failure != LXW_NO_ERROR)
		failure = self->failure;
	if (failure == LXW_NO_ERROR)
		return copy_out (self, stream, cancellable, error);
	return fairlead_set_error_at (error, "workbook", 0, FAIRLEAD_ERROR_IO, "%s",
	                              lxw_strerror (failure));
}
