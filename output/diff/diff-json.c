/* output/diff/diff-json.c: the stable form that scripts depend on; fields are added, never
 * changed */
#include "output/diff/diff-writers.h"

#include "output/fact-words.h"
#include "output/pieces.h"

static void
write_side (FairleadNetwork *network, const char *key, const FairleadFact *fact, FairleadJson *json)
{
	g_autofree char *value = NULL;
	g_autoptr (GPtrArray) sources = NULL;

	if (fact == NULL) {
		fairlead_json_text (json, key, NULL);
		return;
	}
	value = fairlead_fact_dup_value (fact);
	sources = fairlead_fact_dup_sources (network, fact);
	fairlead_json_begin_object (json, key);
	fairlead_json_text (json, "value", value);
	fairlead_json_text_array (json, "sources", sources);
	fairlead_json_end_object (json);
}

static void
write_change (const FairleadDiffPage *page, const FairleadFactChange *change, FairleadJson *json)
{
	const FairleadFact *fact = change->after != NULL ? change->after : change->before;
	g_autofree char *field = fairlead_fact_dup_field (fact);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "fact", fairlead_fact_table_name (fact->table));
	fairlead_json_text (json, "field", field);
	write_side (page->before, "old", change->before, json);
	write_side (page->after, "new", change->after, json);
	fairlead_json_end_object (json);
}

static void
write_difference (const FairleadDiffPage *page, const FairleadDifference *difference,
                  FairleadJson *json)
{
	FairleadVertex vertex;
	FairleadNetwork *network = fairlead_diff_get_party (page, difference, &vertex);
	FairleadKind kind = fairlead_network_get_kind (network, vertex);
	g_autoptr (GPtrArray) same_name = fairlead_diff_dup_same_name (page, difference);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "change", fairlead_diff_kind_name (difference->kind));
	fairlead_json_text (json, "name", fairlead_network_get_name (network, vertex));
	fairlead_json_text (json, "kind", fairlead_kind_name (kind));
	if (difference->before != FAIRLEAD_NO_VERTEX)
		fairlead_json_text (json, "id_old",
		                    fairlead_network_get_id (page->before, difference->before));
	if (difference->after != FAIRLEAD_NO_VERTEX)
		fairlead_json_text (json, "id_new",
		                    fairlead_network_get_id (page->after, difference->after));
	if (difference->kind == FAIRLEAD_DIFF_CHANGED)
		fairlead_json_text (json, "matched_by", difference->matched_by);
	if (same_name->len > 0)
		fairlead_json_text_array (json, "same_name", same_name);
	fairlead_json_begin_array (json, "changes");
	for (guint i = 0; i < difference->changes->len; i++)
		write_change (page, difference->changes->pdata[i], json);
	fairlead_json_end_array (json);
	fairlead_json_end_object (json);
}

void
fairlead_diff_write_json (const FairleadDiffPage *page, FairleadSink *sink)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	fairlead_json_integer (&json, "same", page->diff->n_same);
	fairlead_json_begin_array (&json, "differences");
	for (guint i = 0; i < page->diff->differences->len && !fairlead_sink_has_failed (sink); i++)
		write_difference (page, page->diff->differences->pdata[i], &json);
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
}
