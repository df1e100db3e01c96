/* output/report/network/data.c: the network as data for the page's script */
#include "output/report/network/network.h"

#include <string.h>

#include "graph/layout/layout.h"
#include "output/palette.h"
#include "output/ranking/evidence.h"
#include "output/values.h"
#include "output/write/json.h"
#include "output/write/number.h"

/* Keys are short, for there are thousands of each */
typedef struct {
	FairleadReportPage *page;
	FairleadJson *json;
	FairleadPoint *points;
	guint32 *places; /* of each vertex, where it stands among the nodes */
} Writer;

static void
put_palette (const Writer *self)
{
	fairlead_json_begin_array (self->json, "kinds");
	for (guint kind = 0; kind < FAIRLEAD_N_KINDS; kind++) {
		FairleadKindLook look = fairlead_palette_of_kind (kind);
		g_autoptr (GString) colour = g_string_new (NULL);
		g_autofree char *words = fairlead_kind_dup_words (kind);

		fairlead_palette_append (colour, look.colour);
		fairlead_json_begin_object (self->json, NULL);
		fairlead_json_text (self->json, "name", words);
		fairlead_json_text (self->json, "colour", colour->str);
		fairlead_json_text (self->json, "shape", fairlead_shape_name (look.shape));
		fairlead_json_end_object (self->json);
	}
	fairlead_json_end_array (self->json);
	fairlead_json_begin_array (self->json, "classes");
	for (guint i = 0; i < FAIRLEAD_N_CLASSES; i++) {
		g_autoptr (GString) colour = g_string_new (NULL);

		fairlead_palette_append (colour, fairlead_palette_of_class (i));
		fairlead_json_begin_object (self->json, NULL);
		fairlead_json_text (self->json, "name", fairlead_link_class_name (i));
		fairlead_json_text (self->json, "colour", colour->str);
		fairlead_json_end_object (self->json);
	}
	fairlead_json_end_array (self->json);
}

static void
put_sources (const Writer *self, const GPtrArray *sources)
{
	fairlead_json_begin_array (self->json, "s");
	for (guint i = 0; i < MIN (sources->len, FAIRLEAD_NETWORK_MOST_SOURCES); i++)
		fairlead_json_text (
			self->json, NULL,
			fairlead_report_get_source (self->page, g_ptr_array_index (sources, i)));
	fairlead_json_end_array (self->json);
	if (sources->len > FAIRLEAD_NETWORK_MOST_SOURCES)
		fairlead_json_integer (self->json, "more",
		                       sources->len - FAIRLEAD_NETWORK_MOST_SOURCES);
}

/* To a tenth of a unit: a link is 80 long */
static double
rounded (float value)
{
	return (double) (gint64) (value * 10.0f + (value < 0.0f ? -0.5f : 0.5f)) / 10.0;
}

static void
put_rank (const Writer *self, FairleadVertex vertex)
{
	const FairleadRankedRow *row = fairlead_ranking_get_row_of (self->page->ranking, vertex);
	guint i;

	if (self->page->is_target[vertex])
		fairlead_json_boolean (self->json, "t", TRUE);
	if (row == NULL || row->score <= 0.0)
		return;
	i = (guint) (row - self->page->rows);
	fairlead_json_integer (self->json, "r", row->rank);
	fairlead_json_number (self->json, "v", fairlead_number_round (row->score));
	if (i < self->page->n_cards)
		fairlead_json_integer (self->json, "card", i + 1);
}

static void
put_node (const Writer *self, FairleadVertex vertex)
{
	FairleadNetwork *network = self->page->network;
	g_autoptr (GPtrArray) sources = fairlead_values_of_sources (network, vertex);

	fairlead_json_begin_object (self->json, NULL);
	fairlead_json_text (self->json, "i", fairlead_network_get_id (network, vertex));
	fairlead_json_text (self->json, "n", fairlead_network_get_name (network, vertex));
	fairlead_json_integer (self->json, "k", fairlead_network_get_kind (network, vertex));
	fairlead_json_number (self->json, "x", rounded (self->points[vertex].x));
	fairlead_json_number (self->json, "y", rounded (self->points[vertex].y));
	put_rank (self, vertex);
	put_sources (self, sources);
	fairlead_json_end_object (self->json);
}

static void
put_day (const Writer *self, const char *key, gint32 day)
{
	if (day != FAIRLEAD_DAY_OPEN_PAST && day != FAIRLEAD_DAY_OPEN_FUTURE)
		fairlead_json_number (self->json, key, day);
}

static char *
dup_details (FairleadNetwork *network, FairleadLink link)
{
	g_autofree char *share =
		fairlead_share_dup_text (fairlead_network_get_link (network, link)->share);
	g_autofree char *period =
		fairlead_period_dup_words (fairlead_network_get_period (network, link));

	return g_strconcat (share != NULL ? share : "",
	                    share != NULL && *period != '\0' ? ", " : "", period, NULL);
}

/* Its first possible day and its last, where they are known: between them it may have stood */
static void
put_link (const Writer *self, FairleadLink link)
{
	FairleadNetwork *network = self->page->network;
	const FairleadLinkFact *fact = fairlead_network_get_link (network, link);
	const FairleadLinkInfo *info = fairlead_link_info (fact->kind);
	const FairleadPeriod *period = fairlead_network_get_period (network, link);
	g_autofree char *words = fairlead_relation_dup_words (info->name, FALSE);
	g_autofree char *details = dup_details (network, link);
	g_autofree char *source =
		fairlead_records_dup_source_text (self->page->records, fact->source);
	float confidence = fairlead_network_get_confidence (network, link);

	fairlead_json_begin_object (self->json, NULL);
	fairlead_json_integer (self->json, "f",
	                       self->places[fairlead_network_get_from (network, link)]);
	fairlead_json_integer (self->json, "o",
	                       self->places[fairlead_network_get_to (network, link)]);
	fairlead_json_integer (self->json, "c", info->link_class);
	fairlead_json_text (self->json, "w", words);
	if (*details != '\0')
		fairlead_json_text (self->json, "d", details);
	put_day (self, "a", period->start.first);
	put_day (self, "b", period->end.last);
	if (confidence < 1.0f)
		fairlead_json_number (self->json, "p", fairlead_number_round (confidence));
	fairlead_json_texts (
		self->json, "s",
		(const char *const[]){ fairlead_report_get_source (self->page, source), NULL });
	fairlead_json_end_object (self->json);
}

static void
put_all (const Writer *self)
{
	const FairleadSelection *part = self->page->report->part;

	fairlead_json_begin_object (self->json, NULL);
	put_palette (self);
	fairlead_json_begin_array (self->json, "nodes");
	for (guint i = 0; i < part->vertices->len; i++)
		put_node (self, g_array_index (part->vertices, FairleadVertex, i));
	fairlead_json_end_array (self->json);
	fairlead_json_begin_array (self->json, "links");
	for (guint i = 0; i < part->links->len; i++)
		put_link (self, g_array_index (part->links, FairleadLink, i));
	fairlead_json_end_array (self->json);
	fairlead_json_end_object (self->json);
}

/* In JSON < stands in texts alone, and there \u003c is the same; without any of it nothing in the
 * data ends its element or begins a comment. > and & have no meaning in a script. */
static void
put_without_brackets (FairleadReportPage *page, const char *text, gsize length)
{
	const char *end = text + length;

	while (text < end) {
		const char *bracket = memchr (text, '<', (gsize) (end - text));
		gsize plain = (gsize) ((bracket != NULL ? bracket : end) - text);

		fairlead_html_raw (&page->html, text, plain);
		text += plain;
		if (bracket == NULL)
			return;
		fairlead_html_raw (&page->html, "\\u003c", strlen ("\\u003c"));
		text++;
	}
}

static guint32 *
dup_places (const FairleadReportPage *page)
{
	const FairleadSelection *part = page->report->part;
	guint32 *places = g_new0 (guint32, fairlead_network_get_n_vertices (page->network));

	for (guint i = 0; i < part->vertices->len; i++)
		places[g_array_index (part->vertices, FairleadVertex, i)] = i;
	return places;
}

gboolean
fairlead_report_put_network_data (FairleadReportPage *page, GError **error)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, page->cancellable);
	FairleadJson json = FAIRLEAD_JSON_INIT_LINES (sink);
	g_autofree FairleadPoint *points =
		fairlead_layout_new (page->network, page->report->part, &page->report->telling,
	                             page->cancellable, error);
	g_autofree guint32 *places = dup_places (page);
	const Writer writer = { page, &json, points, places };

	if (points == NULL)
		return FALSE;
	put_all (&writer);
	if (!fairlead_sink_finish (sink, error))
		return FALSE;
	fairlead_html_begin (&page->html, "script", "type", "application/json", "id",
	                     "network-data", NULL);
	put_without_brackets (
		page, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
		g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
	fairlead_html_end (&page->html);
	return TRUE;
}
