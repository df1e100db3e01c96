/* output/export/drawing.c: how large vertices are drawn, in which colour, where and when */
#include "output/export/writers.h"

#include <math.h>

#include "output/palette.h"
#include "output/write/number.h"

#define LEAST_SIZE 6.0
#define MOST_SIZE 40.0

double
fairlead_export_size (const FairleadExportView *view, FairleadVertex vertex)
{
	const FairleadRankedRow *row =
		view->ranking == NULL ? NULL : fairlead_ranking_get_row_of (view->ranking, vertex);
	double size = row != NULL ? LEAST_SIZE + (MOST_SIZE - LEAST_SIZE) * row->score
	                          : LEAST_SIZE + 3.0 * log2 (1.0 + view->degree[vertex]);

	return round (10.0 * MIN (size, MOST_SIZE)) / 10.0;
}

/* ---- columns, for forms that know nothing but columns ---- */

static FairleadKindLook
look_of (const FairleadExportView *view, guint32 vertex)
{
	return fairlead_palette_of_kind (fairlead_network_get_kind (view->network, vertex));
}

static gboolean
append_place (const FairleadExportView *view, guint32 vertex, guint is_y, GString *text)
{
	const FairleadPoint *points = view->export->points;

	return points != NULL
	       && fairlead_export_append_number (
		       text, fairlead_number_round (
				     (double) (is_y ? points[vertex].y : points[vertex].x)));
}

static gboolean
append_size (const FairleadExportView *view, guint32 vertex, guint detail, GString *text)
{
	(void) detail;
	return fairlead_export_append_number (text, fairlead_export_size (view, vertex));
}

/* @shift: of the byte of red, green or blue */
static gboolean
append_channel (const FairleadExportView *view, guint32 vertex, guint shift, GString *text)
{
	g_string_append_printf (text, "%u", (look_of (view, vertex).colour >> shift) & 0xffu);
	return TRUE;
}

static gboolean
append_shape (const FairleadExportView *view, guint32 vertex, guint detail, GString *text)
{
	(void) detail;
	g_string_append (text, fairlead_shape_name (look_of (view, vertex).shape));
	return TRUE;
}

static const FairleadExportColumn drawing_columns[] = {
	{ (char *) "x", NULL, FAIRLEAD_COLUMN_NUMBER, append_place, FALSE },
	{ (char *) "y", NULL, FAIRLEAD_COLUMN_NUMBER, append_place, TRUE },
	{ (char *) "size", NULL, FAIRLEAD_COLUMN_NUMBER, append_size, 0 },
	{ (char *) "r", NULL, FAIRLEAD_COLUMN_INTEGER, append_channel, 16 },
	{ (char *) "g", NULL, FAIRLEAD_COLUMN_INTEGER, append_channel, 8 },
	{ (char *) "b", NULL, FAIRLEAD_COLUMN_INTEGER, append_channel, 0 },
	{ (char *) "shape", NULL, FAIRLEAD_COLUMN_TEXT, append_shape, 0 },
};

GArray *
fairlead_export_drawing_columns (const FairleadExportView *view)
{
	GArray *columns = fairlead_export_columns_new ();

	for (guint i = 0; i < G_N_ELEMENTS (drawing_columns); i++)
		fairlead_export_columns_add (columns, &drawing_columns[i], "");
	fairlead_export_columns_keep_filled (columns, view, view->export->selection->vertices);
	return columns;
}
