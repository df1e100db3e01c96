/* output/disrupt/disrupt-json.c: the stable form that scripts depend on; fields are added, never
 * changed */
#include "output/disrupt/disrupt-writers.h"
#include "output/write/json.h"
#include "output/write/number.h"

static void
write_vertex (const FairleadDisruptView *view, const char *key, const char *name_key,
              FairleadVertex vertex, FairleadJson *json)
{
	gboolean is_none = vertex == FAIRLEAD_NO_VERTEX;

	fairlead_json_text (json, key,
	                    is_none ? NULL : fairlead_network_get_id (view->network, vertex));
	fairlead_json_text (json, name_key,
	                    is_none ? NULL : fairlead_network_get_name (view->network, vertex));
}

static void
write_number (FairleadJson *json, const char *key, double value)
{
	fairlead_json_number (json, key, fairlead_number_round (value));
}

static void
write_item (const FairleadDisruptView *view, const FairleadDisruptedItem *item, FairleadJson *json)
{
	const FairleadVertex *ends = view->found->graph->ends + 2 * (gsize) item->item;

	fairlead_json_begin_object (json, NULL);
	if (view->question->cuts_links) {
		write_vertex (view, "from", "from_name", ends[0], json);
		write_vertex (view, "to", "to_name", ends[1], json);
	} else {
		write_vertex (view, "id", "name", item->item, json);
		fairlead_json_text (json, "jurisdiction",
		                    fairlead_jurisdiction_of (view->network, item->item));
		write_number (json, "brokerage", item->brokerage);
		fairlead_json_integer (json, "licit_dealings", item->n_licit);
	}
	fairlead_json_integer (json, "cost", item->cost);
	write_number (json, "loss_alone", item->alone);
	write_number (json, "replaceable", item->replaceable);
	fairlead_json_end_object (json);
}

static void
write_answer (const FairleadDisruptView *view, const FairleadReplacement *answer,
              FairleadJson *json)
{
	fairlead_json_begin_object (json, NULL);
	write_vertex (view, "lost", "lost_name", answer->lost, json);
	write_vertex (view, "by", "by_name", answer->by, json);
	write_vertex (view, "partner", "partner_name", answer->partner, json);
	fairlead_json_text (json, "why", fairlead_stand_in_name (answer->why));
	write_number (json, "loss", fairlead_disrupt_loss (view, answer->access));
	fairlead_json_end_object (json);
}

static void
write_outreach (const FairleadDisruptView *view, const FairleadOutreach *row, FairleadJson *json)
{
	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "jurisdiction", row->jurisdiction);
	fairlead_json_text (json, "role", row->role);
	write_vertex (view, "id", "name", row->vertex, json);
	write_vertex (view, "with", "with_name", row->with, json);
	fairlead_json_integer (json, "dealings", row->n_dealings);
	if (row->vertex != FAIRLEAD_NO_VERTEX)
		write_number (json, "exposure", row->exposure);
	fairlead_json_end_object (json);
}

static void
write_cut (const FairleadDisruptView *view, FairleadJson *json)
{
	const FairleadVertexCut *cut = &view->found->cut;

	if (!view->found->has_cut)
		return;
	fairlead_json_begin_object (json, "cut");
	fairlead_json_boolean (json, "possible", cut->is_possible);
	if (cut->is_possible) {
		fairlead_json_integer (json, "least_cost", cut->cost);
		fairlead_json_begin_array (json, "parties");
		for (guint i = 0; i < cut->items->len; i++)
			fairlead_json_text (json, NULL,
			                    fairlead_network_get_id (
						    view->network,
						    g_array_index (cut->items, FairleadVertex, i)));
		fairlead_json_end_array (json);
	}
	fairlead_json_end_object (json);
}

static void
write_losses (const FairleadDisruptView *view, FairleadJson *json)
{
	const FairleadDisruption *found = view->found;

	write_number (json, "access", found->access);
	write_number (json, "loss", fairlead_disrupt_loss (view, found->chosen.access));
	write_number (json, "loss_after_answer", fairlead_disrupt_loss (view, found->after_answer));
	write_number (json, "loss_by_brokerage",
	              fairlead_disrupt_loss (view, found->baseline.access));
	fairlead_json_boolean (json, "exact", found->chosen.is_exact);
	fairlead_json_boolean (json, "bounded", found->chosen.is_bounded);
	fairlead_json_integer (json, "candidates", found->n_candidates);
}

void
fairlead_disrupt_write_json (const FairleadDisruptView *view, FairleadSink *sink)
{
	static const char *const nobody[] = { NULL };
	const FairleadDisruption *found = view->found;
	g_auto (GStrv) assumptions = fairlead_disrupt_dup_assumptions (view);
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	fairlead_json_texts (&json, "target", view->target != NULL ? view->target : nobody);
	fairlead_json_integer (&json, "budget", view->question->budget);
	fairlead_json_texts (&json, "assumptions", (const char *const *) assumptions);
	write_losses (view, &json);
	write_cut (view, &json);
	fairlead_json_begin_array (&json, view->question->cuts_links ? "links" : "parties");
	for (guint i = 0; i < found->items->len; i++)
		write_item (view, &g_array_index (found->items, FairleadDisruptedItem, i), &json);
	fairlead_json_end_array (&json);
	fairlead_json_begin_array (&json, "answers");
	for (guint i = 0; i < found->answers->len; i++)
		write_answer (view, &g_array_index (found->answers, FairleadReplacement, i), &json);
	fairlead_json_end_array (&json);
	fairlead_json_begin_array (&json, "outreach");
	for (guint i = 0; i < fairlead_disrupt_shown (view); i++)
		write_outreach (view, &g_array_index (found->outreach, FairleadOutreach, i), &json);
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
}
