/* output/disrupt/disrupt-output.c */
#include "output/disrupt/disrupt-output.h"

#include "output/disrupt/disrupt-writers.h"

gboolean
fairlead_disrupt_write (const FairleadDisruptView *view, GOutputStream *stream,
                        GCancellable *cancellable, GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (const FairleadDisruptView *,
	                                                  FairleadSink *) = {
		[FAIRLEAD_FORMAT_TABLE] = fairlead_disrupt_write_table,
		[FAIRLEAD_FORMAT_CSV] = fairlead_disrupt_write_csv,
		[FAIRLEAD_FORMAT_JSON] = fairlead_disrupt_write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);

	writers[view->format](view, sink);
	return fairlead_sink_finish (sink, error);
}

double
fairlead_disrupt_loss (const FairleadDisruptView *view, double access)
{
	return view->found->access > 0.0 ? 1.0 - access / view->found->access : 0.0;
}

char *
fairlead_disrupt_dup_name (const FairleadDisruptView *view, guint32 item)
{
	const FairleadVertex *ends = view->found->graph->ends + 2 * (gsize) item;

	if (!view->question->cuts_links)
		return g_strdup (fairlead_network_get_name (view->network, item));
	return g_strdup_printf ("%s - %s", fairlead_network_get_name (view->network, ends[0]),
	                        fairlead_network_get_name (view->network, ends[1]));
}

static char *
dup_search (const FairleadDisruptView *view)
{
	const FairleadChoice *chosen = &view->found->chosen;

	if (chosen->is_exact)
		return g_strdup_printf ("all choices among %u candidates were tried",
		                        view->found->n_candidates);
	return g_strdup_printf ("chosen by greedy steps and swaps among %u candidates, the first by"
	                        " brokerage and by degree%s",
	                        view->found->n_candidates,
	                        chosen->is_bounded ? "; the search was ended by its bound" : "");
}

GStrv
fairlead_disrupt_dup_assumptions (const FairleadDisruptView *view)
{
	const FairleadDisruptQuestion *question = view->question;
	g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
	g_autofree char *reach = question->max_hops == 0
	                                 ? g_strdup ("at any distance")
	                                 : g_strdup_printf ("up to %u hops", question->max_hops);

	if (question->target->len > 0)
		g_ptr_array_add (lines, g_strdup_printf ("access is the sum of 1 / hops from the"
		                                         " target to each party of the market, %s",
		                                         reach));
	else
		g_ptr_array_add (lines, g_strdup ("access is the part of all pairs of parties that"
		                                  " are still connected"));
	g_ptr_array_add (lines,
	                 g_strdup (question->cuts_links ? "a link that is cut carries nothing"
	                                                : "who is designated deals with nobody"));
	g_ptr_array_add (lines, dup_search (view));
	g_ptr_array_add (
		lines,
		g_strdup_printf ("the network answers with up to %u links, one by one the one that"
	                         " brings back most: from a lost party's partners to somebody of"
	                         " its address, kin, trade, or of its kind and jurisdiction with"
	                         " a common partner",
	                         question->n_answers));
	g_ptr_array_add (lines, g_strdup ("links that no record tells of are not seen"));
	g_ptr_array_add (lines, NULL);
	return (GStrv) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}
