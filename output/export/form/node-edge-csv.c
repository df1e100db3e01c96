/* output/export/form/node-edge-csv.c: tables of nodes and of edges, as
 * spreadsheets and Gephi's import of tables read them */
#include "output/export/writers.h"
#include "output/write/csv.h"

static void
write_heading (FairleadCsv *csv, const GArray *columns)
{
	for (guint i = 0; i < columns->len; i++)
		fairlead_csv_text (csv, fairlead_export_column (columns, i)->name);
	fairlead_csv_end_row (csv);
}

/* Numbers are numbers, and no spreadsheet's formula */
static void
write_values (const FairleadExportJob *job, FairleadCsv *csv, const GArray *columns, guint32 item,
              GString *text)
{
	for (guint i = 0; i < columns->len; i++) {
		const FairleadExportColumn *column = fairlead_export_column (columns, i);
		gboolean has_value = fairlead_export_value (&job->view, column, item, text);

		if (!has_value)
			fairlead_csv_text (csv, NULL);
		else if (column->type == FAIRLEAD_COLUMN_NUMBER)
			fairlead_csv_number (csv, g_ascii_strtod (text->str, NULL));
		else
			fairlead_csv_text (csv, text->str);
	}
	fairlead_csv_end_row (csv);
}

/* Gephi knows nodes by `Id` */
gboolean
fairlead_export_csv_nodes (const FairleadExportJob *job, GError **error)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (job->sink);
	g_autoptr (GString) text = g_string_new (NULL);
	guint n = job->view.export->selection->vertices->len;

	(void) error;
	fairlead_csv_text (&csv, "Id");
	write_heading (&csv, job->vertex_columns);
	for (guint i = 0; i < n && !fairlead_sink_has_failed (job->sink); i++) {
		FairleadVertex vertex = fairlead_export_vertex (&job->view, i);

		fairlead_csv_integer (&csv, vertex);
		write_values (job, &csv, job->vertex_columns, vertex, text);
	}
	return TRUE;
}

gboolean
fairlead_export_csv_edges (const FairleadExportJob *job, GError **error)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (job->sink);
	g_autoptr (GString) text = g_string_new (NULL);
	guint n = job->view.export->selection->links->len;

	(void) error;
	fairlead_csv_text (&csv, "Source");
	fairlead_csv_text (&csv, "Target");
	write_heading (&csv, job->link_columns);
	for (guint i = 0; i < n && !fairlead_sink_has_failed (job->sink); i++) {
		FairleadLink link = fairlead_export_link (&job->view, i);

		fairlead_csv_integer (&csv, fairlead_network_get_from (job->view.network, link));
		fairlead_csv_integer (&csv, fairlead_network_get_to (job->view.network, link));
		write_values (job, &csv, job->link_columns, link, text);
	}
	return TRUE;
}
