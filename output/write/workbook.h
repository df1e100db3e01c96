/* output/write/workbook.h: an .xlsx, written row by row
 *
 * Every text is a cell of text, so that no spreadsheet takes it for a formula or an address.
 * Control characters become U+FFFD. The first failure is kept until the end. */
#pragma once
#include <gio/gio.h>
G_BEGIN_DECLS

/* Beyond so many rows, headings included, a sheet cannot go */
#define FAIRLEAD_SHEET_MOST_ROWS 1048576u
/* Of one sheet; more are texts alone */
#define FAIRLEAD_SHEET_MOST_LINKS 65000u

typedef struct _FairleadWorkbook FairleadWorkbook;
typedef struct _FairleadSheet FairleadSheet;

/* libxlsxwriter writes files alone: it is made beside other temporary files */
FairleadWorkbook *fairlead_workbook_new (const char *title, GError **error);
void fairlead_workbook_free (FairleadWorkbook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadWorkbook, fairlead_workbook_free)

/* (transfer none): a sheet behind those that there are; rows of several may be written in turn */
FairleadSheet *fairlead_workbook_add_sheet (FairleadWorkbook *self, const char *name);

/* Cells from left to right. The heading is bold, @width in characters; its row stays in sight. */
void fairlead_sheet_heading (FairleadSheet *self, const char *text, double width);
/* NULL is an empty cell */
void fairlead_sheet_text (FairleadSheet *self, const char *text);
void fairlead_sheet_number (FairleadSheet *self, double value);
/* Leads to the first cell of a row of another sheet, counted from 0 */
void fairlead_sheet_link (FairleadSheet *self, const char *text, const char *to_sheet, guint row);
void fairlead_sheet_end_row (FairleadSheet *self);
/* How many rows are written */
guint fairlead_sheet_get_n_rows (const FairleadSheet *self);

/* Whether all went well so far */
gboolean fairlead_workbook_is_well (const FairleadWorkbook *self);
/* Writes the whole to the stream */
gboolean fairlead_workbook_finish (FairleadWorkbook *self, GOutputStream *stream,
                                   GCancellable *cancellable, GError **error);

G_END_DECLS
