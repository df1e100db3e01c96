/* output/ranking/explain-output.c */
#include "output/ranking/explain-output.h"

#include <math.h>

#include "output/as-of.h"
#include "output/ranking/evidence-json.h"
#include "output/ranking/evidence.h"
#include "output/write/bar.h"
#include "output/write/number.h"
#include "output/write/text.h"

#define BAR_WIDTH 24

typedef struct {
	FairleadRanking *ranking;
	FairleadNetwork *network;
	const FairleadExplanation *explanation;
	const FairleadLayout *layout;
	FairleadSink *sink;
	char *hash;
	guint n_rows;
} Page;

static void
put_visible (const Page *page, const char *before, const char *text, const char *after)
{
	g_autofree char *visible = fairlead_text_dup_visible (text, page->layout->ascii);

	fairlead_sink_put (page->sink, before);
	fairlead_sink_put (page->sink, visible);
	fairlead_sink_put (page->sink, after);
}

/* A line that goes on below, further in, where it does not fit */
static void
put_hanging (const Page *page, guint indent, const char *text)
{
	g_autofree char *visible = fairlead_text_dup_visible (text, page->layout->ascii);
	g_autofree char *lines = fairlead_text_dup_hanging (visible, indent, page->layout->width);

	fairlead_sink_put (page->sink, lines);
}

static const char *
in_format (double value, const char *format, char buffer[FAIRLEAD_NUMBER_SIZE])
{
	return g_ascii_formatd (buffer, FAIRLEAD_NUMBER_SIZE, format, value);
}

/* ---- text ---- */

static void
put_head (const Page *page)
{
	const FairleadRankedRow *row = page->explanation->row;
	char score[FAIRLEAD_NUMBER_SIZE];

	put_visible (page, fairlead_meaning_begin (FAIRLEAD_MEANS_HEADING, page->layout->colour),
	             fairlead_network_get_name (page->network, row->vertex),
	             fairlead_meaning_end (FAIRLEAD_MEANS_HEADING, page->layout->colour));
	fairlead_sink_put (page->sink, ", ");
	fairlead_sink_put (page->sink, fairlead_kind_name (fairlead_network_get_kind (
					       page->network, row->vertex)));
	put_visible (page, ", ", fairlead_network_get_id (page->network, row->vertex), "\n");
	fairlead_sink_printf (page->sink, "rank %u of %u, score %s%s\n", row->rank, page->n_rows,
	                      in_format (row->score, "%.4f", score),
	                      row->is_target ? ", of the target itself" : "");
}

/* Blank on both sides; nothing where nobody looks */
static char *
dup_bar (const Page *page, double share)
{
	g_autofree char *bar = fairlead_bar_dup (share, BAR_WIDTH, page->layout->ascii);

	return page->layout->bars ? g_strconcat (bar, "  ", NULL) : g_strdup ("");
}

static void
put_components (const Page *page)
{
	fairlead_sink_put (page->sink, "\nwhat carries the score:\n");
	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++) {
		const FairleadWhatCarries *part = &page->explanation->components[i];
		char share[FAIRLEAD_NUMBER_SIZE], value[FAIRLEAD_NUMBER_SIZE];
		char rank[FAIRLEAD_NUMBER_SIZE];
		g_autofree char *bar = dup_bar (page, part->share);

		fairlead_number_short (page->explanation->row->components[i], value);
		fairlead_sink_printf (page->sink, "  %-10s %4s %%  %svalue %s%s%s\n",
		                      fairlead_component_name (i),
		                      in_format (100.0 * part->share, "%.0f", share), bar, value,
		                      part->rank > 0.0 ? ", rank " : "",
		                      part->rank > 0.0 ? in_format (part->rank, "%g", rank) : "");
	}
}

static void
put_signals (const Page *page)
{
	const GPtrArray *signals = page->explanation->signals;

	g_autoptr (GString) text = g_string_new ("signals: ");

	for (guint i = 0; i < signals->len; i++)
		g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
		                        (const char *) g_ptr_array_index (signals, i));
	if (signals->len == 0)
		g_string_append (text, "none");
	put_hanging (page, 0, text->str);
}

static void
put_exposure (const Page *page)
{
	const FairleadExposure *exposure = &page->explanation->exposure;
	char share[FAIRLEAD_NUMBER_SIZE], deviation[FAIRLEAD_NUMBER_SIZE];

	g_autoptr (GString) text = g_string_new (NULL);

	g_string_append_printf (text, "exposure: %s %% of its dealings, %s",
	                        in_format (100.0 * exposure->share, "%.0f", share),
	                        fairlead_exposure_class_name (exposure->exposure_class));
	if (isfinite (exposure->deviation))
		g_string_append_printf (text, "; z = %s among parties of as many neighbours",
		                        in_format (exposure->deviation, "%.2f", deviation));
	put_hanging (page, 0, text->str);
}

static void
put_provider (const Page *page)
{
	const FairleadExposure *exposure = &page->explanation->exposure;
	char factor[FAIRLEAD_NUMBER_SIZE];

	if (exposure->factor < 1.0)
		fairlead_sink_printf (
			page->sink, "it serves %u clients, few of the target: score times %s\n",
			exposure->n_clients, in_format (exposure->factor, "%.2f", factor));
}

static void
put_evidence (const Page *page)
{
	const GPtrArray *paths = page->explanation->paths;

	fairlead_sink_put (page->sink,
	                   paths->len > 0 ? "\nevidence:\n" : "\nno link leads to the target\n");
	for (guint i = 0; i < paths->len; i++) {
		const FairleadPath *path = g_ptr_array_index (paths, i);
		g_autofree char *line = fairlead_path_dup_line (page->network, path);
		char confidence[FAIRLEAD_NUMBER_SIZE];
		g_autofree char *text = g_strconcat (
			"confidence ", in_format (path->confidence, "%.2f", confidence), ": ", line,
			NULL);

		put_hanging (page, 2, text);
	}
}

static void
put_counterfactual (const Page *page)
{
	const FairleadExplanation *explanation = page->explanation;
	guint n = explanation->removed->len;

	if (n == 0)
		return;
	fairlead_sink_printf (page->sink, "\nrank %u because of %s; without %s, %u:\n",
	                      explanation->row->rank, n == 1 ? "this link" : "these links",
	                      n == 1 ? "it" : "them",
	                      g_array_index (explanation->ranks, guint32, n - 1));
	for (guint i = 0; i < n; i++) {
		const FairleadHop *hop = &g_array_index (explanation->removed, FairleadHop, i);
		g_autofree char *line = fairlead_hop_dup_line (page->network, hop);

		g_autofree char *text = g_strdup_printf (
			"%s %s: %u without it%s",
			fairlead_network_get_name (page->network, hop->from), line,
			g_array_index (explanation->ranks, guint32, i), i > 0 ? " too" : "");

		put_hanging (page, 2, text);
	}
}

static void
write_text (const Page *page)
{
	g_autofree char *as_of = fairlead_as_of_dup_lines (page->network);

	put_head (page);
	put_components (page);
	put_signals (page);
	put_exposure (page);
	put_provider (page);
	put_evidence (page);
	put_counterfactual (page);
	fairlead_sink_printf (page->sink, "\nparameters: %s\n", page->hash);
	fairlead_sink_put (page->sink, as_of);
	fairlead_sink_put (page->sink, "A high rank is a question, not a finding.\n");
}

/* ---- JSON ---- */

static void
write_components (const Page *page, FairleadJson *json)
{
	fairlead_json_begin_object (json, "components");
	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++) {
		const FairleadWhatCarries *part = &page->explanation->components[i];

		fairlead_json_begin_object (json, fairlead_component_name (i));
		fairlead_json_number (
			json, "value",
			fairlead_number_round (page->explanation->row->components[i]));
		fairlead_json_number (json, "rank", part->rank > 0.0 ? part->rank : NAN);
		fairlead_json_number (json, "share", fairlead_number_round (part->share));
		fairlead_json_end_object (json);
	}
	fairlead_json_end_object (json);
}

static void
write_paths (const Page *page, FairleadJson *json)
{
	fairlead_json_begin_array (json, "evidence");
	for (guint i = 0; i < page->explanation->paths->len; i++) {
		const FairleadPath *path = g_ptr_array_index (page->explanation->paths, i);

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

static void
write_counterfactual (const Page *page, FairleadJson *json)
{
	const FairleadExplanation *explanation = page->explanation;

	fairlead_json_begin_array (json, "counterfactual");
	for (guint i = 0; i < explanation->removed->len; i++) {
		fairlead_json_begin_object (json, NULL);
		fairlead_json_integer (json, "rank_without",
		                       g_array_index (explanation->ranks, guint32, i));
		fairlead_json_begin_array (json, "removed");
		fairlead_json_hop (json, page->network,
		                   &g_array_index (explanation->removed, FairleadHop, i));
		fairlead_json_end_array (json);
		fairlead_json_end_object (json);
	}
	fairlead_json_end_array (json);
}

static void
write_json (const Page *page)
{
	const FairleadExplanation *explanation = page->explanation;
	FairleadJson json = FAIRLEAD_JSON_INIT (page->sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	fairlead_json_as_of (&json, page->network);
	fairlead_json_begin_object (&json, "parameters");
	fairlead_json_text (&json, "hash", page->hash);
	fairlead_json_end_object (&json);
	fairlead_json_text (&json, "id",
	                    fairlead_network_get_id (page->network, explanation->row->vertex));
	fairlead_json_text (&json, "name",
	                    fairlead_network_get_name (page->network, explanation->row->vertex));
	fairlead_json_integer (&json, "rank", explanation->row->rank);
	fairlead_json_integer (&json, "ranked", page->n_rows);
	fairlead_json_number (&json, "score", fairlead_number_round (explanation->row->score));
	write_components (page, &json);
	fairlead_json_begin_array (&json, "signals");
	for (guint i = 0; i < explanation->signals->len; i++)
		fairlead_json_text (&json, NULL, g_ptr_array_index (explanation->signals, i));
	fairlead_json_end_array (&json);
	fairlead_json_number (&json, "exposure",
	                      fairlead_number_round (explanation->exposure.share));
	fairlead_json_text (&json, "exposure_class",
	                    fairlead_exposure_class_name (explanation->exposure.exposure_class));
	fairlead_json_number (&json, "exposure_z",
	                      fairlead_number_round (explanation->exposure.deviation));
	fairlead_json_integer (&json, "clients", explanation->exposure.n_clients);
	fairlead_json_number (&json, "provider_factor",
	                      fairlead_number_round (explanation->exposure.factor));
	write_paths (page, &json);
	write_counterfactual (page, &json);
	fairlead_json_end_object (&json);
}

gboolean
fairlead_explanation_write (FairleadRanking *ranking, const FairleadExplanation *explanation,
                            FairleadOutputFormat format, const FairleadLayout *layout,
                            GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	g_autofree char *hash =
		fairlead_parameters_dup_hash (fairlead_ranking_get_parameters (ranking));
	Page page = {
		.ranking = ranking,
		.network = fairlead_ranking_get_network (ranking),
		.explanation = explanation,
		.layout = layout,
		.sink = sink,
		.hash = hash,
	};

	fairlead_ranking_get_rows (ranking, &page.n_rows);
	if (format == FAIRLEAD_FORMAT_JSON)
		write_json (&page);
	else
		write_text (&page);
	return fairlead_sink_finish (sink, error);
}
