/* output/screen/screen-workbook.c: results as an .xlsx, and a sheet of what they depend on */
#include "output/screen/screen-writers.h"

#include "output/write/text.h"

/* What acts instead of being seen is made visible, as in every form of a screening */
static void
put_visible (FairleadSheet *sheet, const char *text)
{
	g_autofree char *visible = fairlead_text_dup_visible (text, FALSE);

	fairlead_sheet_text (sheet, visible);
}

FairleadSheet *
fairlead_screen_begin_results (FairleadWorkbook *workbook)
{
	FairleadSheet *results = fairlead_workbook_add_sheet (workbook, "Results");

	for (guint i = 0; i < FAIRLEAD_N_SCREEN_COLUMNS; i++)
		fairlead_sheet_heading (results, fairlead_screen_column_name (i), 12.0);
	fairlead_sheet_end_row (results);
	return results;
}

void
fairlead_screen_add_to_results (FairleadSheet *results, const FairleadScreenCells *cells)
{
	for (guint i = 0; i < FAIRLEAD_N_SCREEN_COLUMNS; i++) {
		const char *text = cells->cells[i];

		if (!fairlead_screen_column_is_number (i) || *text == '\0')
			put_visible (results, text);
		else
			fairlead_sheet_number (results, g_ascii_strtod (text, NULL));
	}
	fairlead_sheet_end_row (results);
}

void
fairlead_screen_add_parameters (FairleadWorkbook *workbook, const GStrv parameters)
{
	FairleadSheet *sheet = fairlead_workbook_add_sheet (workbook, "Parameters");

	fairlead_sheet_heading (sheet, "name", 40.0);
	fairlead_sheet_heading (sheet, "value", 100.0);
	fairlead_sheet_end_row (sheet);
	for (guint i = 0; parameters[i] != NULL && parameters[i + 1] != NULL; i += 2) {
		put_visible (sheet, parameters[i]);
		put_visible (sheet, parameters[i + 1]);
		fairlead_sheet_end_row (sheet);
	}
}
