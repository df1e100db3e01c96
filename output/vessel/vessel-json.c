/* output/vessel/vessel-json.c */
#include "output/vessel/vessel-json.h"

#include "ingest/grammar/country.h"
#include "output/as-of.h"
#include "output/claims-json.h"
#include "output/pieces.h"

void
fairlead_vessel_begin_json (const FairleadVesselView *view, FairleadJson *json)
{
	g_autofree char *hash = fairlead_parameters_dup_hash (view->parameters);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "fairlead", FAIRLEAD_VERSION);
	fairlead_json_begin_object (json, "target");
	if (view->expressions != NULL)
		fairlead_json_texts (json, "expressions", view->expressions);
	fairlead_json_integer (json, "size", view->n_targets);
	fairlead_json_end_object (json);
	fairlead_json_begin_object (json, "parameters");
	fairlead_json_text (json, "hash", hash);
	fairlead_json_end_object (json);
}

/* ---- bars ---- */

static void
put_source (const FairleadVesselPage *page, const FairleadBarSource *source, FairleadJson *json)
{
	g_autofree char *text = fairlead_records_dup_source_text (
		fairlead_network_get_records (page->view->network), source->source);
	g_autofree char *since = fairlead_date_dup_text (source->period.start);
	g_autofree char *until = fairlead_date_dup_text (source->period.end);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "source", text);
	fairlead_json_text (json, "since", since);
	fairlead_json_text (json, "until", until);
	fairlead_json_end_object (json);
}

static void
put_bar (const FairleadVesselPage *page, const FairleadBar *bar, FairleadJson *json)
{
	g_autofree char *since = fairlead_bar_dup_since (bar);
	g_autofree char *until = fairlead_bar_dup_until (bar);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "lane", fairlead_lane_name (bar->lane));
	fairlead_json_text (json, "value", bar->value);
	if (bar->lane == FAIRLEAD_LANE_FLAG)
		fairlead_json_text (json, "country_name", fairlead_country_name (bar->value));
	if (*bar->detail != '\0')
		fairlead_json_text (json, "detail", bar->detail);
	if (bar->other != FAIRLEAD_NO_VERTEX)
		fairlead_json_text (json, "party",
		                    fairlead_network_get_id (page->view->network, bar->other));
	fairlead_json_text (json, "since", since);
	fairlead_json_text (json, "until", until);
	fairlead_json_boolean (json, "ended", fairlead_period_is_over (&bar->period));
	fairlead_json_text (json, "precision",
	                    fairlead_precision_name (fairlead_bar_precision (bar)));
	fairlead_json_boolean (json, "disputed", bar->is_disputed);
	fairlead_json_begin_array (json, "sources");
	for (guint i = 0; i < bar->sources->len; i++)
		put_source (page, &g_array_index (bar->sources, FairleadBarSource, i), json);
	fairlead_json_end_array (json);
	fairlead_json_end_object (json);
}

/* ---- signals ---- */

static void
put_note (const FairleadVesselView *view, const FairleadSignalNote *note, FairleadJson *json)
{
	g_autoptr (GPtrArray) sources = fairlead_note_dup_sources (view->network, note);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "signal", fairlead_signal_name (note->signal));
	fairlead_json_begin_object (json, "of");
	fairlead_json_text (json, "id", fairlead_network_get_id (view->network, note->vertex));
	fairlead_json_text (json, "name", fairlead_network_get_name (view->network, note->vertex));
	fairlead_json_end_object (json);
	fairlead_json_number (json, "value", note->value);
	fairlead_json_text (json, "bound",
	                    fairlead_signal_is_at_most (note->signal) ? "at most" : "at least");
	fairlead_json_number (json, "threshold",
	                      fairlead_signal_threshold (view->parameters, note->signal));
	fairlead_json_text (json, "counted", fairlead_signal_words (note->signal));
	fairlead_json_text (json, "words", note->words);
	fairlead_json_text (json, "caution", fairlead_signal_caution (note->signal));
	fairlead_json_text_array (json, "sources", sources);
	fairlead_json_end_object (json);
}

void
fairlead_vessel_write_json_notes (const FairleadVesselView *view, const GPtrArray *notes,
                                  FairleadJson *json)
{
	fairlead_json_begin_array (json, "signals");
	for (guint i = 0; i < notes->len; i++)
		put_note (view, g_ptr_array_index (notes, i), json);
	fairlead_json_end_array (json);
}

void
fairlead_vessel_write_ship (const FairleadVesselPage *page, FairleadJson *json)
{
	FairleadNetwork *network = page->view->network;
	g_autofree char *description = fairlead_vessel_dup_description (network, page->ship);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "id", fairlead_network_get_id (network, page->ship));
	fairlead_json_text (json, "name", fairlead_network_get_name (network, page->ship));
	fairlead_json_text (json, "description", description);
	fairlead_json_begin_array (json, "timeline");
	for (guint i = 0; i < page->bars->len; i++)
		put_bar (page, g_ptr_array_index (page->bars, i), json);
	fairlead_json_end_array (json);
	fairlead_disagreements_write_json (page->disagreements, "on", json);
	fairlead_vessel_write_json_notes (page->view, page->notes, json);
	fairlead_json_end_object (json);
}
