/* output/resolve/proposals-output.c */
#include "output/resolve/proposals-output.h"

#include "output/write/csv.h"
#include "output/write/json.h"
#include "output/write/number.h"
#include "output/write/table.h"
#include "output/write/text.h"

typedef struct {
	FairleadNetwork *network;
	FairleadProposals *proposals;
	const FairleadProposalsView *view;
} Page;

static guint
count_shown (const Page *page)
{
	guint n;

	fairlead_proposals_get (page->proposals, &n);
	return page->view->limit == 0 ? n : MIN (n, page->view->limit);
}

static const FairleadProposal *
get (const Page *page, guint i)
{
	guint n;

	return &fairlead_proposals_get (page->proposals, &n)[i];
}

static guint
count_asks (const Page *page, const char *action)
{
	guint n, count = 0;
	const FairleadProposal *all = fairlead_proposals_get (page->proposals, &n);

	for (guint i = 0; i < n; i++)
		count += g_str_equal (fairlead_ask_action (all[i].ask), action);
	return count;
}

/* ---- for people ---- */

enum { PROBABILITY, ALIKE, BITS, ACTION, LEFT, LEFT_ID, RIGHT, RIGHT_ID, N_COLUMNS };

static const FairleadColumn columns[N_COLUMNS] = {
	{ "PROBABILITY", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "ALIKE", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "BITS", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "LEFT", FAIRLEAD_ALIGN_LEFT, 14, FALSE },
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "RIGHT", FAIRLEAD_ALIGN_LEFT, 14, FALSE },
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
};

static void
add_explanation (const Page *page, guint i, FairleadTable *table)
{
	g_auto (GStrv) lines = fairlead_proposals_dup_explanation (page->proposals, i);
	const char *ask = fairlead_ask_words (get (page, i)->ask);
	g_autoptr (GString) note = g_string_new (NULL);

	for (guint j = 0; lines[j] != NULL; j++) {
		g_autofree char *visible =
			fairlead_text_dup_visible (lines[j], page->view->layout.ascii);

		g_string_append_printf (note, "    %s\n", visible);
	}
	if (*ask != '\0')
		g_string_append_printf (note, "    asks: %s\n", ask);
	fairlead_table_add_note (table, note->str);
}

static void
add_row (const Page *page, guint i, FairleadTable *table)
{
	const FairleadProposal *proposal = get (page, i);
	char probability[G_ASCII_DTOSTR_BUF_SIZE], alike[G_ASCII_DTOSTR_BUF_SIZE];
	char bits[G_ASCII_DTOSTR_BUF_SIZE];
	const char *cells[N_COLUMNS] = {
		[PROBABILITY] = g_ascii_formatd (probability, sizeof probability, "%.3f",
		                                 proposal->probability),
		[ALIKE] = g_ascii_formatd (alike, sizeof alike, "%.2f", proposal->similarity),
		[BITS] = g_ascii_formatd (bits, sizeof bits, "%.0f", proposal->evidence),
		[ACTION] = fairlead_ask_action (proposal->ask),
		[LEFT] = fairlead_network_get_name (page->network, proposal->left),
		[LEFT_ID] = fairlead_proposals_get_left_key (page->proposals, i),
		[RIGHT] = fairlead_network_get_name (page->network, proposal->right),
		[RIGHT_ID] = fairlead_proposals_get_right_key (page->proposals, i),
	};

	fairlead_table_add_row (table, cells, proposal->ask == FAIRLEAD_ASK_NOTHING);
	if (page->view->explains)
		add_explanation (page, i, table);
}

static void
put_counts (const Page *page, FairleadSink *sink)
{
	guint n, n_parties;
	guint n_skipped = fairlead_proposals_get_n_skipped (page->proposals);
	g_autofree char *all = NULL;
	g_autofree char *compared =
		fairlead_number_dup_grouped (fairlead_proposals_get_n_compared (page->proposals));
	char threshold[G_ASCII_DTOSTR_BUF_SIZE];

	fairlead_proposals_get (page->proposals, &n);
	all = fairlead_number_dup_grouped (n);
	g_ascii_formatd (threshold, sizeof threshold, "%.3g", page->view->threshold);
	fairlead_sink_printf (sink,
	                      "\n%u of %s proposals; at %s and more %u join without asking, %u "
	                      "follow from them, %u ask\n%s pairs compared",
	                      count_shown (page), all, threshold, count_asks (page, "join"),
	                      count_asks (page, "follows"), count_asks (page, "ask"), compared);
	if (n_skipped > 0) {
		const char *key = fairlead_proposals_get_skipped (page->proposals, 0, &n_parties);
		g_autofree char *visible =
			fairlead_text_dup_visible (key, page->view->layout.ascii);

		fairlead_sink_printf (sink,
		                      "; %u keys passed over that too many share (most: %s, "
		                      "%u parties)",
		                      n_skipped, visible, n_parties);
	}
	fairlead_sink_put (sink, "\nA probability is a question, not a finding.\n");
}

static void
write_table (const Page *page, FairleadSink *sink)
{
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, N_COLUMNS, &page->view->layout);

	for (guint i = 0; i < count_shown (page); i++)
		add_row (page, i, table);
	if (count_shown (page) > 0)
		fairlead_table_write (table, sink);
	put_counts (page, sink);
}

/* ---- for programs ---- */

static void
write_csv (const Page *page, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	fairlead_csv_row (&csv,
	                  (const char *const[]){ "left", "right", "verdict", "probability",
	                                         "similarity", "evidence", "action", "asks", "kind",
	                                         "left_name", "right_name", "features", NULL });
	for (guint i = 0; i < count_shown (page) && !fairlead_sink_has_failed (sink); i++) {
		const FairleadProposal *proposal = get (page, i);
		g_auto (GStrv) lines = fairlead_proposals_dup_explanation (page->proposals, i);
		g_autofree char *features = g_strjoinv ("; ", lines);

		fairlead_csv_text (&csv, fairlead_proposals_get_left_key (page->proposals, i));
		fairlead_csv_text (&csv, fairlead_proposals_get_right_key (page->proposals, i));
		fairlead_csv_text (&csv, NULL);
		fairlead_csv_number (&csv, fairlead_number_round (proposal->probability));
		fairlead_csv_number (&csv, fairlead_number_round (proposal->similarity));
		fairlead_csv_number (&csv, fairlead_number_round (proposal->evidence));
		fairlead_csv_text (&csv, fairlead_ask_action (proposal->ask));
		fairlead_csv_text (&csv, fairlead_ask_words (proposal->ask));
		fairlead_csv_text (&csv, fairlead_kind_name (fairlead_network_get_kind (
						 page->network, proposal->left)));
		fairlead_csv_text (&csv, fairlead_network_get_name (page->network, proposal->left));
		fairlead_csv_text (&csv,
		                   fairlead_network_get_name (page->network, proposal->right));
		fairlead_csv_text (&csv, features);
		fairlead_csv_end_row (&csv);
	}
}

static void
write_end (const Page *page, const char *key, FairleadVertex vertex, FairleadJson *json)
{
	fairlead_json_begin_object (json, key);
	fairlead_json_text (json, "id", fairlead_network_get_id (page->network, vertex));
	fairlead_json_text (json, "name", fairlead_network_get_name (page->network, vertex));
	fairlead_json_text (json, "kind",
	                    fairlead_kind_name (fairlead_network_get_kind (page->network, vertex)));
	fairlead_json_end_object (json);
}

static void
write_proposal (const Page *page, guint i, FairleadJson *json)
{
	const FairleadProposal *proposal = get (page, i);
	g_auto (GStrv) lines = fairlead_proposals_dup_explanation (page->proposals, i);

	fairlead_json_begin_object (json, NULL);
	write_end (page, "left", proposal->left, json);
	write_end (page, "right", proposal->right, json);
	fairlead_json_number (json, "probability", fairlead_number_round (proposal->probability));
	fairlead_json_number (json, "similarity", fairlead_number_round (proposal->similarity));
	fairlead_json_number (json, "evidence", fairlead_number_round (proposal->evidence));
	fairlead_json_text (json, "action", fairlead_ask_action (proposal->ask));
	fairlead_json_text (json, "asks", fairlead_ask_words (proposal->ask));
	fairlead_json_texts (json, "features", (const char *const *) lines);
	fairlead_json_end_object (json);
}

static void
write_skipped (const Page *page, FairleadJson *json)
{
	fairlead_json_begin_array (json, "skipped");
	for (guint i = 0; i < fairlead_proposals_get_n_skipped (page->proposals); i++) {
		guint n_parties;

		fairlead_json_begin_object (json, NULL);
		fairlead_json_text (
			json, "key",
			fairlead_proposals_get_skipped (page->proposals, i, &n_parties));
		fairlead_json_integer (json, "parties", n_parties);
		fairlead_json_end_object (json);
	}
	fairlead_json_end_array (json);
}

static void
write_json (const Page *page, FairleadSink *sink)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	fairlead_json_number (&json, "threshold", page->view->threshold);
	fairlead_json_integer (&json, "compared",
	                       fairlead_proposals_get_n_compared (page->proposals));
	write_skipped (page, &json);
	fairlead_json_begin_array (&json, "proposals");
	for (guint i = 0; i < count_shown (page) && !fairlead_sink_has_failed (sink); i++)
		write_proposal (page, i, &json);
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
}

gboolean
fairlead_proposals_write (FairleadNetwork *network, FairleadProposals *proposals,
                          const FairleadProposalsView *view, GOutputStream *stream,
                          GCancellable *cancellable, GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (const Page *, FairleadSink *) = {
		[FAIRLEAD_FORMAT_TABLE] = write_table,
		[FAIRLEAD_FORMAT_CSV] = write_csv,
		[FAIRLEAD_FORMAT_JSON] = write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	const Page page = { network, proposals, view };

	writers[view->format](&page, sink);
	return fairlead_sink_finish (sink, error);
}
