/* output/show/show.c */
#include "output/show/show-writers.h"

gboolean
fairlead_show_write (FairleadNetwork *network, const GArray *vertices, const FairleadShowView *view,
                     GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (const FairleadShowPage *page,
	                                                  FairleadSink *sink) = {
		[FAIRLEAD_FORMAT_TABLE] = fairlead_show_write_table,
		[FAIRLEAD_FORMAT_CSV] = fairlead_show_write_csv,
		[FAIRLEAD_FORMAT_JSON] = fairlead_show_write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	g_autoptr (FairleadFacts) facts = fairlead_facts_new (network);
	const FairleadShowPage page = { network, facts, vertices, view };

	writers[view->format](&page, sink);
	return fairlead_sink_finish (sink, error);
}
