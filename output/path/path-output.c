/* output/path/path-output.c */
#include "output/path/path-output.h"

#include "output/path/path-writers.h"

gboolean
fairlead_paths_write (FairleadNetwork *network, const FairleadPaths *found,
                      const FairleadPathView *view, GOutputStream *stream,
                      GCancellable *cancellable, GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (const FairleadPathPage *,
	                                                  FairleadSink *) = {
		[FAIRLEAD_FORMAT_TABLE] = fairlead_path_write_table,
		[FAIRLEAD_FORMAT_CSV] = fairlead_path_write_csv,
		[FAIRLEAD_FORMAT_JSON] = fairlead_path_write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	const FairleadPathPage page = { network, found, view };

	writers[view->format](&page, sink);
	return fairlead_sink_finish (sink, error);
}
