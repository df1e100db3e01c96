/* output/ownership/own-output.c */
#include "output/ownership/own-output.h"

#include "output/ownership/own-writers.h"

guint
fairlead_own_count_unsettled (const FairleadOwnView *view)
{
	guint n = view->stakes != NULL ? view->stakes->n_unsettled : 0;

	for (guint i = 0; i < view->n_findings; i++)
		n = MAX (n, view->findings[i].n_unsettled);
	return n;
}

gboolean
fairlead_own_write (const FairleadOwnView *view, GOutputStream *stream, GCancellable *cancellable,
                    GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (const FairleadOwnView *,
	                                                  FairleadSink *) = {
		[FAIRLEAD_FORMAT_TABLE] = fairlead_own_write_table,
		[FAIRLEAD_FORMAT_CSV] = fairlead_own_write_csv,
		[FAIRLEAD_FORMAT_JSON] = fairlead_own_write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);

	writers[view->format](view, sink);
	return fairlead_sink_finish (sink, error);
}
