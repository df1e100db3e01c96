/* output/path/path-json.c: the stable form that scripts depend on; fields are added, never
 * changed */
#include "output/path/path-writers.h"

#include "output/as-of.h"
#include "output/ranking/evidence-json.h"
#include "output/write/number.h"

static void
write_path (const FairleadPathPage *page, const FairleadPath *path, FairleadJson *json)
{
	fairlead_json_begin_object (json, NULL);
	fairlead_json_number (json, "strength", fairlead_number_round (path->strength));
	fairlead_json_number (json, "confidence", fairlead_number_round (path->confidence));
	fairlead_json_begin_array (json, "hops");
	for (guint i = 0; i < path->hops->len; i++)
		fairlead_json_hop (json, page->network,
		                   &g_array_index (path->hops, FairleadHop, i));
	fairlead_json_end_array (json);
	fairlead_json_end_object (json);
}

void
fairlead_path_write_json (const FairleadPathPage *page, FairleadSink *sink)
{
	const FairleadPaths *found = page->found;
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	fairlead_json_as_of (&json, page->network);
	fairlead_json_texts (&json, "ends", page->view->ends);
	fairlead_json_begin_object (&json, "parameters");
	fairlead_json_text (&json, "hash", page->view->parameters_hash);
	fairlead_json_end_object (&json);
	fairlead_json_text (&json, "bounded_by", found->bound);
	if (page->view->counts)
		fairlead_json_number (&json, "n_cheapest", found->n_cheapest);
	fairlead_json_begin_array (&json, page->view->of_trees ? "trees" : "paths");
	for (guint i = 0; i < found->paths->len && !fairlead_sink_has_failed (sink); i++)
		write_path (page, g_ptr_array_index (found->paths, i), &json);
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
}
