/* output/diff/diff-output.c */
#include "output/diff/diff-writers.h"

#include "output/fact-words.h"

FairleadNetwork *
fairlead_diff_get_party (const FairleadDiffPage *page, const FairleadDifference *difference,
                         FairleadVertex *vertex)
{
	gboolean is_there = difference->after != FAIRLEAD_NO_VERTEX;

	*vertex = is_there ? difference->after : difference->before;
	return is_there ? page->after : page->before;
}

GPtrArray *
fairlead_diff_dup_same_name (const FairleadDiffPage *page, const FairleadDifference *difference)
{
	gboolean is_removed = difference->kind == FAIRLEAD_DIFF_REMOVED;
	GPtrArray *ids = g_ptr_array_new ();

	for (guint i = 0; i < difference->same_name->len; i++)
		g_ptr_array_add (ids,
		                 (gpointer) fairlead_network_get_id (
					 is_removed ? page->after : page->before,
					 g_array_index (difference->same_name, FairleadVertex, i)));
	return ids;
}

char *
fairlead_diff_dup_value (const FairleadFact *fact)
{
	return fact == NULL ? g_strdup ("") : fairlead_fact_dup_value (fact);
}

GPtrArray *
fairlead_diff_dup_sources (FairleadNetwork *network, const FairleadFact *fact)
{
	return fact == NULL ? g_ptr_array_new () : fairlead_fact_dup_sources (network, fact);
}

gboolean
fairlead_diff_write (FairleadNetwork *before, FairleadNetwork *after, const FairleadDiff *diff,
                     const FairleadDiffView *view, GOutputStream *stream, GCancellable *cancellable,
                     GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (const FairleadDiffPage *page,
	                                                  FairleadSink *sink) = {
		[FAIRLEAD_FORMAT_TABLE] = fairlead_diff_write_table,
		[FAIRLEAD_FORMAT_CSV] = fairlead_diff_write_csv,
		[FAIRLEAD_FORMAT_JSON] = fairlead_diff_write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	const FairleadDiffPage page = { before, after, diff, view };

	writers[view->format](&page, sink);
	return fairlead_sink_finish (sink, error);
}
