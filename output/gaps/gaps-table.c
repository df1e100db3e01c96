/* output/gaps/gaps-table.c: gaps for a person: a row for each body */
#include "output/gaps/gaps-writers.h"

#include "output/as-of.h"
#include "output/ownership/words.h"
#include "output/ranking/evidence.h"
#include "output/values.h"
#include "output/write/number.h"
#include "output/write/table.h"

/* ---- words ---- */

/* `12 days`, `12 to 377 days`, `at least 12 days`; empty where neither end is known */
static char *
dup_lag (FairleadLag lag)
{
	gboolean is_low = lag.first != FAIRLEAD_DAY_OPEN_PAST;
	gboolean is_high = lag.last != FAIRLEAD_DAY_OPEN_FUTURE;

	if (is_low && is_high && lag.first == lag.last)
		return g_strdup_printf ("%d days", lag.first);
	if (is_low && is_high)
		return g_strdup_printf ("%d to %d days", lag.first, lag.last);
	if (is_low)
		return g_strdup_printf ("at least %d days", lag.first);
	return is_high ? g_strdup_printf ("at most %d days", lag.last) : g_strdup ("");
}

static char *
dup_source (const FairleadGapsPage *page, const GArray *sources)
{
	g_autoptr (GPtrArray) texts = fairlead_gaps_dup_sources (page, sources);

	if (texts->len == 0)
		return g_strdup ("");
	return texts->len == 1 ? g_strdup (texts->pdata[0])
	                       : g_strdup_printf ("%s and %u more", (const char *) texts->pdata[0],
	                                          texts->len - 1);
}

/* ---- one listed by some ---- */

enum { REGIME, NAME, KIND, BODY, STATE, PROGRAMME, SINCE, LAG, SOURCE, N_COLUMNS };

static const FairleadColumn gap_columns[N_COLUMNS] = {
	{ "REGIME", FAIRLEAD_ALIGN_LEFT, 8, FALSE },
	{ "NAME", FAIRLEAD_ALIGN_LEFT, 20, FALSE },
	{ "KIND", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "BODY", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "", FAIRLEAD_ALIGN_LEFT, 28, FALSE },
	{ "PROGRAMME", FAIRLEAD_ALIGN_LEFT, 10, FALSE },
	{ "SINCE", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "LATER BY", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "SOURCE", FAIRLEAD_ALIGN_LEFT, 12, TRUE },
};

static void
add_body (const FairleadGapsPage *page, const FairleadGap *gap, const FairleadListing *listing,
          const char *state, gboolean is_first, FairleadTable *table)
{
	FairleadNetwork *network = page->network;
	g_autofree char *since = fairlead_date_dup_text (listing->since);
	g_autofree char *lag = dup_lag (listing->lag);
	g_autofree char *source = dup_source (page, listing->sources);
	g_autoptr (GString) programmes = g_string_new (NULL);
	const char *cells[N_COLUMNS] = { "", "", "", NULL, NULL, NULL, NULL, NULL, NULL };

	fairlead_values_append (listing->programmes, programmes);
	if (is_first) {
		cells[REGIME] = gap->regime;
		cells[NAME] = fairlead_network_get_name (network, gap->vertex);
		cells[KIND] = fairlead_kind_name (fairlead_network_get_kind (network, gap->vertex));
	}
	cells[BODY] = listing->body;
	cells[STATE] = state;
	cells[PROGRAMME] = programmes->str;
	cells[SINCE] = since != NULL ? since : "";
	cells[LAG] = lag;
	cells[SOURCE] = source;
	fairlead_table_add_row (table, cells, FALSE);
}

/* `unclear: perhaps un:KPe.031`, `ended 2017-06-02` */
static char *
dup_state (const FairleadGapsPage *page, const FairleadAbsence *absence)
{
	const char *name = fairlead_absence_name (absence->kind);
	g_autofree char *until = fairlead_date_dup_text (absence->until);

	if (absence->kind == FAIRLEAD_ABSENT_UNCLEAR)
		return g_strdup_printf (
			"%s: perhaps %s", name,
			fairlead_network_get_id (page->network, g_array_index (absence->namesakes,
		                                                               FairleadVertex, 0)));
	return until == NULL ? g_strdup (name) : g_strdup_printf ("%s %s", name, until);
}

static void
add_gap (const FairleadGapsPage *page, const FairleadGap *gap, FairleadTable *table)
{
	for (guint i = 0; i < gap->listings->len; i++)
		add_body (page, gap, gap->listings->pdata[i], "listed", i == 0, table);
	for (guint i = 0; i < gap->absences->len; i++) {
		const FairleadAbsence *absence = gap->absences->pdata[i];
		g_autofree char *state = dup_state (page, absence);

		add_body (page, gap, &absence->listing, state, FALSE, table);
	}
}

static guint
write_gaps (const FairleadGapsPage *page, FairleadSink *sink)
{
	g_autoptr (FairleadTable) table =
		fairlead_table_new (gap_columns, N_COLUMNS, &page->view->layout);
	guint n = 0;

	for (guint i = 0; i < page->gaps->gaps->len; i++) {
		const FairleadGap *gap = page->gaps->gaps->pdata[i];

		if (!fairlead_gaps_shows (page, gap))
			continue;
		add_gap (page, gap, table);
		n++;
	}
	if (n > 0) {
		fairlead_table_write (table, sink);
		fairlead_sink_put (sink, "\n");
	}
	return n;
}

/* ---- those owned or run by the listed ---- */

/* Under a rule as `own` says it: `owned, 60 %: definite under the OFAC 50 Percent Rule of ...` */
static void
add_verdict (const FairleadHold *hold, FairleadTable *table)
{
	g_autofree char *sentence = fairlead_standing_dup_sentence (&hold->standing, hold->rule);
	g_autofree char *note = g_strconcat ("    ", sentence, "\n", NULL);

	fairlead_table_add_note (table, note);
}

static void
add_hold (const FairleadGapsPage *page, const FairleadUnlisted *held, const FairleadHold *hold,
          gboolean is_first, FairleadTable *table)
{
	FairleadNetwork *network = page->network;
	const FairleadLinkFact *fact = fairlead_network_get_link (network, hold->link);
	const char *inverse = fairlead_link_info (fact->kind)->inverse;
	g_autofree char *relation = fairlead_relation_dup_words (inverse, TRUE);
	g_autofree char *share = hold->rule == NULL ? fairlead_share_dup_text (fact->share) : NULL;
	g_autofree char *period =
		fairlead_period_dup_words (fairlead_network_get_period (network, hold->link));
	g_autofree char *details =
		g_strconcat (share != NULL ? share : "",
	                     share != NULL && *period != '\0' ? ", " : "", period, NULL);
	g_autofree char *source = dup_source (page, hold->sources);
	g_autoptr (GString) bodies = g_string_new (NULL);

	fairlead_values_append (hold->bodies, bodies);
	fairlead_table_add_row (
		table,
		(const char *const[]){ is_first ? fairlead_network_get_name (network, held->vertex)
	                                        : "",
	                               is_first ? fairlead_kind_name (
					       fairlead_network_get_kind (network, held->vertex))
	                                        : "",
	                               fairlead_hold_name (hold->kind), relation,
	                               fairlead_network_get_name (network, hold->holder),
	                               bodies->str, details, source },
		FALSE);
	if (hold->rule != NULL)
		add_verdict (hold, table);
}

static void
write_held (const FairleadGapsPage *page, FairleadSink *sink)
{
	static const FairleadColumn columns[] = {
		{ "ON NO LIST", FAIRLEAD_ALIGN_LEFT, 20, FALSE },
		{ "KIND", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
		{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
		{ "", FAIRLEAD_ALIGN_LEFT, 12, FALSE },
		{ "LISTED PARTY", FAIRLEAD_ALIGN_LEFT, 20, FALSE },
		{ "BY", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
		{ "SHARE, PERIOD", FAIRLEAD_ALIGN_LEFT, 12, FALSE },
		{ "SOURCE", FAIRLEAD_ALIGN_LEFT, 12, TRUE },
	};
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, G_N_ELEMENTS (columns), &page->view->layout);

	for (guint i = 0; i < page->held->len; i++) {
		const FairleadUnlisted *held = page->held->pdata[i];

		for (guint j = 0; j < held->holds->len; j++)
			add_hold (page, held, held->holds->pdata[j], j == 0, table);
	}
	if (fairlead_table_get_n_rows (table) == 0)
		return;
	fairlead_table_write (table, sink);
	fairlead_sink_put (sink, "\n");
}

/* ---- counts ---- */

static void
write_words (FairleadSink *sink, const char *words, const GPtrArray *texts)
{
	g_autoptr (GString) joined = g_string_new (NULL);

	if (fairlead_values_append (texts, joined))
		fairlead_sink_printf (sink, "%s: %s\n", words, joined->str);
}

static void
write_footer (const FairleadGapsPage *page, guint n_shown, FairleadSink *sink)
{
	g_autofree char *as_of = fairlead_as_of_dup_lines (page->network);
	guint n_unclear = 0;

	for (guint i = 0; i < page->gaps->gaps->len; i++) {
		const FairleadGap *gap = page->gaps->gaps->pdata[i];

		for (guint j = 0; j < gap->absences->len; j++)
			n_unclear += ((const FairleadAbsence *) gap->absences->pdata[j])->kind
			             == FAIRLEAD_ABSENT_UNCLEAR;
	}
	write_words (sink, "compared", page->gaps->bodies);
	write_words (sink, "one body alone has the regime, and nothing is compared",
	             page->gaps->alone);
	write_words (sink, "files without a date, which may be older than a listing",
	             page->gaps->undated);
	fairlead_sink_printf (sink,
	                      "%u of %u listed parties shown, %u owned or run by the listed\n",
	                      n_shown, page->gaps->gaps->len, page->held->len);
	if (n_unclear > 0)
		fairlead_sink_printf (
			sink,
			"%u unclear: a party of the same name is listed there, and was"
			" not joined\n",
			n_unclear);
	fairlead_sink_put (sink, as_of);
	fairlead_sink_put (sink, "A gap is a question, not a finding.\n");
}

void
fairlead_gaps_write_table (const FairleadGapsPage *page, FairleadSink *sink)
{
	guint n_shown = write_gaps (page, sink);

	write_held (page, sink);
	write_footer (page, n_shown, sink);
}
