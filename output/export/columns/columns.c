/* output/export/columns/columns.c */
#include "output/export/columns/columns.h"

#include <string.h>

#include "output/write/number.h"

static void
clear_column (gpointer column)
{
	g_free (((FairleadExportColumn *) column)->name);
	g_free (((FairleadExportColumn *) column)->title);
}

GArray *
fairlead_export_columns_new (void)
{
	GArray *columns = g_array_new (FALSE, FALSE, sizeof (FairleadExportColumn));

	g_array_set_clear_func (columns, clear_column);
	return columns;
}

/* `former_names` becomes `Former names` */
static char *
dup_title (const char *name)
{
	char *title = g_strdelimit (g_strdup (name), "_-", ' ');

	title[0] = g_ascii_toupper (title[0]);
	return title;
}

void
fairlead_export_columns_add (GArray *columns, const FairleadExportColumn *column,
                             const char *prefix)
{
	FairleadExportColumn added = *column;

	added.name = g_strdelimit (g_strconcat (prefix, column->name, NULL), "-", '_');
	added.title = column->title != NULL ? g_strdup (column->title) : dup_title (added.name);
	g_array_append_val (columns, added);
}

gboolean
fairlead_export_value (const FairleadExportView *view, const FairleadExportColumn *column,
                       guint32 item, GString *text)
{
	g_string_truncate (text, 0);
	return column->append (view, item, column->detail, text);
}

gboolean
fairlead_export_column_is (const FairleadExportColumn *column, const char *name)
{
	return strcmp (column->name, name) == 0;
}

static gboolean
is_filled (const FairleadExportColumn *column, const FairleadExportView *view, const GArray *items)
{
	g_autoptr (GString) text = g_string_new (NULL);

	for (guint i = 0; i < items->len; i++)
		if (fairlead_export_value (view, column, g_array_index (items, guint32, i), text))
			return TRUE;
	return FALSE;
}

void
fairlead_export_columns_keep_filled (GArray *columns, const FairleadExportView *view,
                                     const GArray *items)
{
	for (guint i = columns->len; i > 0; i--)
		if (!is_filled (fairlead_export_column (columns, i - 1), view, items))
			g_array_remove_index (columns, i - 1);
}

gboolean
fairlead_export_append_boolean (GString *text, gboolean value)
{
	g_string_append (text, value ? "true" : "false");
	return TRUE;
}

gboolean
fairlead_export_append_number (GString *text, double value)
{
	char buffer[FAIRLEAD_NUMBER_SIZE];

	g_string_append (text, fairlead_number_exact (value, buffer));
	return TRUE;
}
