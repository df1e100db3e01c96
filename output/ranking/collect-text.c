/* output/ranking/collect-text.c */
#include "output/ranking/collect-text.h"

#include <math.h>

#include "output/write/number.h"
#include "output/write/text.h"

static guint
count (const FairleadRankingPage *page)
{
	return page->view->collect == NULL ? 0
	                                   : MIN (page->view->collect->len, page->view->n_collect);
}

/* ---- text ---- */

static char *
dup_party (const FairleadRankingPage *page, FairleadVertex vertex)
{
	g_autofree char *text =
		g_strdup_printf ("%s (%s)", fairlead_network_get_name (page->network, vertex),
	                         fairlead_network_get_id (page->network, vertex));

	return fairlead_text_dup_visible (text, page->view->layout.ascii);
}

static char *
dup_question (const FairleadRankingPage *page, const FairleadUnknown *unknown)
{
	g_autofree char *party =
		unknown->party == FAIRLEAD_NO_VERTEX ? NULL : dup_party (page, unknown->party);
	g_autofree char *other =
		unknown->other == FAIRLEAD_NO_VERTEX ? NULL : dup_party (page, unknown->other);

	switch (unknown->kind) {
	case FAIRLEAD_UNKNOWN_OWNER:
		return g_strdup_printf ("who owns %s: if the target", party);
	case FAIRLEAD_UNKNOWN_MERGE:
		return g_strdup_printf ("whether %s is %s: if so", party, other);
	default:
		return g_strdup_printf ("a source of %s links: on average",
		                        fairlead_link_class_name (unknown->link_class));
	}
}

static void
put_unknown (const FairleadRankingPage *page, guint i, FairleadSink *sink)
{
	const FairleadUnknown *unknown = &g_array_index (page->view->collect, FairleadUnknown, i);
	g_autofree char *question = dup_question (page, unknown);
	char change[FAIRLEAD_NUMBER_SIZE], chance[FAIRLEAD_NUMBER_SIZE];

	fairlead_sink_printf (sink, "%4u  %s, %s places change", i + 1, question,
	                      g_ascii_formatd (change, sizeof change, "%.4g", unknown->change));
	if (unknown->kind != FAIRLEAD_UNKNOWN_SOURCE)
		fairlead_sink_printf (
			sink, "; chance %s",
			g_ascii_formatd (chance, sizeof chance, "%.2f", unknown->chance));
	if (unknown->newcomer != FAIRLEAD_NO_VERTEX) {
		g_autofree char *newcomer = dup_party (page, unknown->newcomer);

		fairlead_sink_printf (sink, "; %s comes in", newcomer);
	}
	fairlead_sink_put (sink, "\n");
}

void
fairlead_collect_write_lines (const FairleadRankingPage *page, FairleadSink *sink)
{
	if (page->view->collect == NULL)
		return;
	fairlead_sink_put (
		sink, count (page) > 0
			      ? "\nwhat to collect next, by how far it may change the first 10:\n"
			      : "\nnothing that was supposed changes the first 10\n");
	for (guint i = 0; i < count (page); i++)
		put_unknown (page, i, sink);
}

/* ---- JSON ---- */

static void
write_party (const FairleadRankingPage *page, const char *key, FairleadVertex vertex,
             FairleadJson *json)
{
	if (vertex == FAIRLEAD_NO_VERTEX)
		return;
	fairlead_json_begin_object (json, key);
	fairlead_json_text (json, "id", fairlead_network_get_id (page->network, vertex));
	fairlead_json_text (json, "name", fairlead_network_get_name (page->network, vertex));
	fairlead_json_end_object (json);
}

static void
write_unknown (const FairleadRankingPage *page, const FairleadUnknown *unknown, FairleadJson *json)
{
	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "unknown", fairlead_unknown_name (unknown->kind));
	write_party (page, "party", unknown->party, json);
	write_party (page, "other", unknown->other, json);
	if (unknown->kind == FAIRLEAD_UNKNOWN_SOURCE)
		fairlead_json_text (json, "links", fairlead_link_class_name (unknown->link_class));
	fairlead_json_number (json, "chance", fairlead_number_round (unknown->chance));
	fairlead_json_number (json, "change", fairlead_number_round (unknown->change));
	write_party (page, "newcomer", unknown->newcomer, json);
	fairlead_json_end_object (json);
}

void
fairlead_collect_write_json (const FairleadRankingPage *page, FairleadJson *json)
{
	if (page->view->collect == NULL)
		return;
	fairlead_json_begin_array (json, "collect");
	for (guint i = 0; i < count (page); i++)
		write_unknown (page, &g_array_index (page->view->collect, FairleadUnknown, i),
		               json);
	fairlead_json_end_array (json);
}
