/* output/graph/graph-columns.c */
#include "output/graph/graph-columns.h"

#include "output/write/number.h"

static void
clear_column (gpointer column)
{
	g_free (((FairleadGraphColumn *) column)->name);
}

GArray *
fairlead_graph_columns_new (void)
{
	GArray *columns = g_array_new (FALSE, FALSE, sizeof (FairleadGraphColumn));

	g_array_set_clear_func (columns, clear_column);
	return columns;
}

void
fairlead_graph_columns_add (GArray *columns, const FairleadGraphColumn *column, const char *prefix)
{
	FairleadGraphColumn added = *column;

	added.name = g_strdelimit (g_strconcat (prefix, column->name, NULL), "-", '_');
	g_array_append_val (columns, added);
}

static gboolean
is_filled (const FairleadGraphColumn *column, const FairleadGraphView *view, guint32 n_items)
{
	g_autoptr (GString) text = g_string_new (NULL);

	for (guint32 item = 0; item < n_items; item++)
		if (column->append (view, item, column->detail, text))
			return TRUE;
	return FALSE;
}

void
fairlead_graph_columns_keep_filled (GArray *columns, const FairleadGraphView *view, guint32 n_items)
{
	for (guint i = columns->len; i > 0; i--)
		if (!is_filled (&g_array_index (columns, FairleadGraphColumn, i - 1), view,
		                n_items))
			g_array_remove_index (columns, i - 1);
}

gboolean
fairlead_graph_append_boolean (GString *text, gboolean value)
{
	g_string_append (text, value ? "true" : "false");
	return TRUE;
}

gboolean
fairlead_graph_append_number (GString *text, double value)
{
	char buffer[FAIRLEAD_NUMBER_SIZE];

	g_string_append (text, fairlead_number_exact (value, buffer));
	return TRUE;
}
