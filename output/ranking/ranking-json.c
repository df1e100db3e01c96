/* output/ranking/ranking-json.c: the stable form that scripts depend on; fields are added, never
 * changed */
#include "output/ranking/ranking-writers.h"

#include <math.h>

#include "output/as-of.h"
#include "output/pieces.h"
#include "output/ranking/collect-text.h"
#include "output/ranking/evidence-json.h"
#include "output/write/number.h"
#include "output/values.h"

static void
write_identifiers (FairleadJson *json, FairleadNetwork *network, FairleadVertex vertex)
{
	fairlead_json_begin_object (json, "identifiers");
	for (guint scheme = 0; scheme < FAIRLEAD_N_ID_SCHEMES; scheme++) {
		g_autoptr (GPtrArray) numbers = fairlead_values_of_scheme (network, vertex, scheme);

		if (numbers->len > 0)
			fairlead_json_text_array (json, fairlead_id_scheme_info (scheme)->name,
			                          numbers);
	}
	fairlead_json_end_object (json);
}

/* ---- evidence ---- */

static void
write_evidence (const FairleadRankingPage *page, FairleadVertex vertex, FairleadJson *json)
{
	g_autoptr (GPtrArray) paths =
		fairlead_ranking_dup_evidence (page->ranking, vertex, page->view->n_paths);

	fairlead_json_begin_array (json, "evidence");
	for (guint i = 0; i < paths->len; i++) {
		const FairleadPath *path = g_ptr_array_index (paths, i);

		fairlead_json_begin_object (json, NULL);
		fairlead_json_number (json, "confidence", fairlead_number_round (path->confidence));
		fairlead_json_begin_array (json, "hops");
		for (guint h = 0; h < path->hops->len; h++)
			fairlead_json_hop (json, page->network,
			                   &g_array_index (path->hops, FairleadHop, h));
		fairlead_json_end_array (json);
		fairlead_json_end_object (json);
	}
	fairlead_json_end_array (json);
}

/* ---- the whole ---- */

static void
write_measures (const FairleadRankingPage *page, const FairleadRankedRow *row, FairleadJson *json)
{
	guint n = fairlead_ranking_page_count_measures (page);

	if (n == 0)
		return;
	fairlead_json_begin_object (json, "measures");
	for (guint i = 0; i < n; i++)
		fairlead_json_number (
			json, fairlead_measure_name (fairlead_ranking_page_get_measure (page, i)),
			fairlead_number_round (fairlead_ranking_page_get_value (page, row, i)));
	fairlead_json_end_object (json);
}

static void
write_spread (const FairleadRankingPage *page, const FairleadRankedRow *row, FairleadJson *json)
{
	const FairleadSpread *spread = fairlead_ranking_page_get_spread (page, row);
	guint32 without = fairlead_ranking_page_get_rank_without (page, row);

	if (spread != NULL) {
		fairlead_json_begin_array (json, "interval");
		fairlead_json_integer (json, NULL, spread->low);
		fairlead_json_integer (json, NULL, spread->high);
		fairlead_json_end_array (json);
		fairlead_json_number (json, "top_probability", fairlead_number_round (spread->top));
	}
	if (without != 0)
		fairlead_json_integer (json, "rank_without", without);
}

static void
write_exposure (const FairleadExposure *exposure, FairleadJson *json)
{
	fairlead_json_number (json, "exposure", fairlead_number_round (exposure->share));
	fairlead_json_text (json, "exposure_class",
	                    fairlead_exposure_class_name (exposure->exposure_class));
	if (isfinite (exposure->deviation))
		fairlead_json_number (json, "exposure_z",
		                      fairlead_number_round (exposure->deviation));
	fairlead_json_integer (json, "clients", exposure->n_clients);
	fairlead_json_number (json, "provider_factor", fairlead_number_round (exposure->factor));
}

static void
write_row (const FairleadRankingPage *page, const FairleadRankedRow *row, FairleadJson *json)
{
	FairleadNetwork *network = page->network;
	FairleadKind kind = fairlead_network_get_kind (network, row->vertex);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_integer (json, "rank", row->rank);
	fairlead_json_text (json, "id", fairlead_network_get_id (network, row->vertex));
	fairlead_json_text (json, "name", fairlead_network_get_name (network, row->vertex));
	fairlead_json_text (json, "kind", fairlead_kind_name (kind));
	write_identifiers (json, network, row->vertex);
	fairlead_json_boolean (json, "is_target", row->is_target);
	fairlead_json_number (json, "score", fairlead_number_round (row->score));
	fairlead_json_begin_object (json, "components");
	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++)
		fairlead_json_number (json, fairlead_component_name (i),
		                      fairlead_number_round (row->components[i]));
	fairlead_json_end_object (json);
	fairlead_json_integer (json, "degree", row->degree);
	write_spread (page, row, json);
	write_exposure (&g_array_index (page->exposures, FairleadExposure, row - page->rows), json);
	write_measures (page, row, json);
	if (page->view->n_paths > 0)
		write_evidence (page, row->vertex, json);
	fairlead_json_end_object (json);
}

static void
write_issue_counts (const FairleadInventory *inventory, FairleadJson *json)
{
	fairlead_json_begin_object (json, "issues");
	for (guint i = 0; i < FAIRLEAD_N_SEVERITIES; i++)
		fairlead_json_integer (json, fairlead_severity_name (i), inventory->severities[i]);
	fairlead_json_end_object (json);
}

static void
write_sampling (const FairleadRankingView *view, FairleadJson *json)
{
	const FairleadSampling *sampling =
		view->measures != NULL ? &view->measures->sampling : NULL;

	if (sampling == NULL || sampling->n_samples == 0)
		return;
	fairlead_json_begin_object (json, "sampling");
	fairlead_json_integer (json, "seed", sampling->seed);
	fairlead_json_integer (json, "samples", sampling->n_samples);
	fairlead_json_number (json, "error", fairlead_number_round (sampling->error));
	fairlead_json_number (json, "confidence", fairlead_number_round (sampling->confidence));
	fairlead_json_end_object (json);
}

/* How the ranks were tried */
static void
write_draws (const FairleadRankingView *view, FairleadJson *json)
{
	if (view->draws != NULL) {
		fairlead_json_integer (json, "seed", view->draws->choice.seed);
		fairlead_json_begin_object (json, "stability");
		fairlead_json_integer (json, "draws", view->draws->choice.n_draws);
		fairlead_json_integer (json, "parties", view->draws->n_part);
		fairlead_json_integer (json, "merges", view->draws->n_merges);
		fairlead_json_integer (json, "top", view->draws->choice.top);
		fairlead_json_number (json, "top_kept", fairlead_number_round (view->draws->kept));
		fairlead_json_number (json, "first_kept",
		                      fairlead_number_round (view->draws->first));
		fairlead_json_end_object (json);
	}
	if (view->without == NULL)
		return;
	fairlead_json_begin_object (json, "without");
	fairlead_json_text (json, "source", view->without->source);
	fairlead_json_integer (json, "links", view->without->n_links);
	fairlead_json_end_object (json);
}

static void
write_question (const FairleadRankingPage *page, FairleadJson *json)
{
	fairlead_json_text (json, "fairlead", FAIRLEAD_VERSION);
	fairlead_json_as_of (json, page->network);
	fairlead_json_begin_object (json, "target");
	fairlead_json_texts (json, "expressions",
	                     fairlead_ranking_get_target_expressions (page->ranking));
	fairlead_json_integer (json, "size", fairlead_ranking_get_n_targets (page->ranking));
	fairlead_json_end_object (json);
	fairlead_json_begin_object (json, "parameters");
	fairlead_json_text (json, "hash", page->parameters_hash);
	fairlead_json_end_object (json);
	write_draws (page->view, json);
	write_sampling (page->view, json);
	fairlead_json_integer (json, "records", page->inventory->n_records);
	write_issue_counts (page->inventory, json);
	fairlead_json_integer (json, "ranked", page->n_rows);
}

/* The exposures are asked by this form alone */
void
fairlead_ranking_write_json (const FairleadRankingPage *asked, FairleadSink *sink)
{
	g_autoptr (GArray) exposures = fairlead_ranking_dup_exposures (asked->ranking);
	FairleadRankingPage with_exposures = *asked;
	const FairleadRankingPage *page = &with_exposures;
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	with_exposures.exposures = exposures;
	fairlead_json_begin_object (&json, NULL);
	write_question (page, &json);
	fairlead_json_begin_array (&json, "results");
	for (guint i = 0; i < page->n_shown && !fairlead_sink_has_failed (sink); i++)
		write_row (page, &page->rows[i], &json);
	fairlead_json_end_array (&json);
	fairlead_collect_write_json (page, &json);
	fairlead_json_end_object (&json);
}
