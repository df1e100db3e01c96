/* output/resolve/decisions-csv.c */
#include "output/resolve/decisions-csv.h"

#include "output/write/output-file.h"

void
fairlead_decisions_write_header (FairleadCsv *csv)
{
	fairlead_csv_row (csv,
	                  (const char *const[]){ "left", "right", "verdict", "who", "when", "why",
	                                         "probability", "undone_by", "undone_on", NULL });
}

void
fairlead_decision_write (const FairleadDecision *decision, FairleadCsv *csv)
{
	fairlead_csv_text (csv, decision->left);
	fairlead_csv_text (csv, decision->right);
	fairlead_csv_text (csv, fairlead_sameness_name (decision->verdict));
	fairlead_csv_text (csv, decision->who);
	fairlead_csv_text (csv, decision->when);
	fairlead_csv_text (csv, decision->why);
	if (decision->probability == FAIRLEAD_NO_PROBABILITY)
		fairlead_csv_text (csv, NULL);
	else
		fairlead_csv_number (csv, decision->probability);
	fairlead_csv_text (csv, decision->undone_by);
	fairlead_csv_text (csv, decision->undone_on);
	fairlead_csv_end_row (csv);
}

gboolean
fairlead_decisions_write (const FairleadDecisions *decisions, GOutputStream *stream,
                          GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	fairlead_decisions_write_header (&csv);
	for (guint i = 0; i < fairlead_decisions_get_n (decisions); i++)
		fairlead_decision_write (fairlead_decisions_get (decisions, i), &csv);
	return fairlead_sink_finish (sink, error);
}

gboolean
fairlead_decisions_save (const FairleadDecisions *decisions, const char *path,
                         GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadOutputFile) file = fairlead_output_file_open (path, error);

	if (file == NULL)
		return FALSE;
	if (!fairlead_decisions_write (decisions, fairlead_output_file_get_stream (file),
	                               cancellable, error)) {
		g_prefix_error (error, "%s: ", path);
		return FALSE;
	}
	return fairlead_output_file_commit (file, error);
}
