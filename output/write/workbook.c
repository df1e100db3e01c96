/* output/write/workbook.c: by libxlsxwriter, with one row at a time in memory */
#include "output/write/workbook.h"

#include <errno.h>
#include <locale.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "ingest/record/error.h"
#include "output/write/text.h"

/* What a cell holds; beyond it a reader says that the file is damaged */
#define MAX_CELL 32767

struct _FairleadSheet {
	FairleadWorkbook *workbook;
	lxw_worksheet *sheet;
	lxw_row_t row;
	lxw_col_t column;
	guint n_links;
};

struct _FairleadWorkbook {
	char *path; /* of the file on its way */
	lxw_workbook *workbook;
	lxw_format *bold;
	lxw_format *linked;
	GPtrArray *sheets; /* of FairleadSheet, owned */
	lxw_error failure; /* the first */
	locale_t numbers;  /* of this thread, while it is written */
	locale_t before;
};

/* libxlsxwriter prints numbers as the locale has them: with a decimal comma nobody could read the
 * workbook. The program leaves them as C has them, a program that uses the library may not. */
static void
enter_locale (FairleadWorkbook *self)
{
	self->numbers = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
	self->before = uselocale (self->numbers);
}

static void
leave_locale (FairleadWorkbook *self)
{
	if (self->numbers == (locale_t) 0)
		return;
	uselocale (self->before);
	freelocale (self->numbers);
}

FairleadWorkbook *
fairlead_workbook_new (const char *title, GError **error)
{
	g_autofree char *path = NULL;
	FairleadWorkbook *self;
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	/* The same rows give the same bytes */
	lxw_doc_properties properties = { .title = (char *) title, .created = 1 };
	gint file = g_file_open_tmp ("fairlead-XXXXXX.xlsx", &path, error);

	if (file < 0)
		return NULL;
	close (file);
	self = g_new0 (FairleadWorkbook, 1);
	self->path = g_steal_pointer (&path);
	enter_locale (self);
	self->workbook = workbook_new_opt (self->path, &options);
	self->sheets = g_ptr_array_new_with_free_func (g_free);
	workbook_set_properties (self->workbook, &properties);
	self->bold = workbook_add_format (self->workbook);
	format_set_bold (self->bold);
	self->linked = workbook_add_format (self->workbook);
	format_set_font_color (self->linked, LXW_COLOR_BLUE);
	format_set_underline (self->linked, LXW_UNDERLINE_SINGLE);
	return self;
}

void
fairlead_workbook_free (FairleadWorkbook *self)
{
	if (self->workbook != NULL)
		workbook_close (self->workbook);
	leave_locale (self);
	g_unlink (self->path);
	g_ptr_array_unref (self->sheets);
	g_free (self->path);
	g_free (self);
}

FairleadSheet *
fairlead_workbook_add_sheet (FairleadWorkbook *self, const char *name)
{
	FairleadSheet *sheet = g_new0 (FairleadSheet, 1);

	sheet->workbook = self;
	sheet->sheet = workbook_add_worksheet (self->workbook, name);
	g_ptr_array_add (self->sheets, sheet);
	return sheet;
}

/* ---- cells ---- */

static void
note (FairleadSheet *self, lxw_error failure)
{
	if (self->workbook->failure == LXW_NO_ERROR)
		self->workbook->failure = failure;
	self->column++;
}

static char *
dup_cell (const char *text)
{
	g_autofree char *valid = g_utf8_make_valid (text, -1);
	GString *cell = g_string_new (NULL);

	for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
		gunichar character = g_utf8_get_char (at);
		gboolean is_space = character == '\t' || character == '\n';
		gboolean is_control = g_unichar_iscntrl (character) && !is_space;

		g_string_append_unichar (cell, is_control ? 0xfffd : character);
	}
	if (cell->len <= MAX_CELL / 2)
		return g_string_free (cell, FALSE);
	g_string_free (cell, TRUE);
	return fairlead_text_dup_shortened (valid, MAX_CELL / 2, FALSE);
}

static void
put_text (FairleadSheet *self, const char *text, lxw_format *format)
{
	g_autofree char *cell = text == NULL ? NULL : dup_cell (text);
	lxw_error failure = LXW_NO_ERROR;

	if (cell != NULL && *cell != '\0')
		failure =
			worksheet_write_string (self->sheet, self->row, self->column, cell, format);
	note (self, failure);
}

void
fairlead_sheet_heading (FairleadSheet *self, const char *text, double width)
{
	worksheet_set_column (self->sheet, self->column, self->column, width, NULL);
	worksheet_freeze_panes (self->sheet, 1, 0);
	put_text (self, text, self->workbook->bold);
}

void
fairlead_sheet_text (FairleadSheet *self, const char *text)
{
	put_text (self, text, NULL);
}

void
fairlead_sheet_number (FairleadSheet *self, double value)
{
	note (self, worksheet_write_number (self->sheet, self->row, self->column, value, NULL));
}

void
fairlead_sheet_link (FairleadSheet *self, const char *text, const char *to_sheet, guint row)
{
	g_autofree char *cell = dup_cell (text);
	g_autofree char *url = g_strdup_printf ("internal:'%s'!A%u", to_sheet, row + 1);

	if (self->n_links++ >= FAIRLEAD_SHEET_MOST_LINKS || *cell == '\0')
		put_text (self, text, NULL);
	else
		note (self, worksheet_write_url_opt (self->sheet, self->row, self->column, url,
		                                     self->workbook->linked, cell, NULL));
}

void
fairlead_sheet_end_row (FairleadSheet *self)
{
	self->row++;
	self->column = 0;
}

guint
fairlead_sheet_get_n_rows (const FairleadSheet *self)
{
	return self->row;
}

/* ---- the end ---- */

gboolean
fairlead_workbook_is_well (const FairleadWorkbook *self)
{
	return self->failure == LXW_NO_ERROR;
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
fairlead_workbook_finish (FairleadWorkbook *self, GOutputStream *stream, GCancellable *cancellable,
                          GError **error)
{
	lxw_error failure = workbook_close (g_steal_pointer (&self->workbook));

	if (self->failure != LXW_NO_ERROR)
		failure = self->failure;
	if (failure == LXW_NO_ERROR)
		return copy_out (self, stream, cancellable, error);
	return fairlead_set_error_at (error, "workbook", 0, FAIRLEAD_ERROR_IO, "%s",
	                              lxw_strerror (failure));
}
