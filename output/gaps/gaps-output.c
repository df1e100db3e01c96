/* output/gaps/gaps-output.c */
#include "output/gaps/gaps-writers.h"

gboolean
fairlead_gaps_shows (const FairleadGapsPage *page, const FairleadGap *gap)
{
	return page->view->all || gap->absences->len > 0;
}

GPtrArray *
fairlead_gaps_dup_sources (const FairleadGapsPage *page, const GArray *sources)
{
	GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

	for (guint i = 0; i < sources->len; i++) {
		g_autofree char *text = fairlead_records_dup_source_text (
			page->records, g_array_index (sources, FairleadSource, i));

		if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
			g_ptr_array_add (texts, g_steal_pointer (&text));
	}
	return texts;
}

FairleadShare
fairlead_hold_get_share (const FairleadGapsPage *page, const FairleadHold *hold)
{
	if (hold->rule == NULL)
		return fairlead_network_get_link (page->network, hold->link)->share;
	return (FairleadShare){ .low = hold->standing.low, .high = hold->standing.high };
}

gboolean
fairlead_gaps_write (FairleadNetwork *network, const FairleadGaps *gaps, const GPtrArray *held,
                     const FairleadGapsView *view, GOutputStream *stream, GCancellable *cancellable,
                     GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (const FairleadGapsPage *page,
	                                                  FairleadSink *sink) = {
		[FAIRLEAD_FORMAT_TABLE] = fairlead_gaps_write_table,
		[FAIRLEAD_FORMAT_CSV] = fairlead_gaps_write_csv,
		[FAIRLEAD_FORMAT_JSON] = fairlead_gaps_write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	const FairleadGapsPage page = { network, fairlead_network_get_records (network), gaps, held,
		                        view };

	writers[view->format](&page, sink);
	return fairlead_sink_finish (sink, error);
}
