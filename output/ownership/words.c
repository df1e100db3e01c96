/* output/ownership/words.c */
#include "output/ownership/words.h"

#include <string.h>

#include "output/ranking/evidence.h"

char *
fairlead_share_dup_words (guint32 low, guint32 high)
{
	char *text = fairlead_share_dup_text ((FairleadShare){ low, high });

	return text != NULL ? text : g_strdup ("?");
}

static char *
dup_exact (guint32 share)
{
	return fairlead_share_dup_text ((FairleadShare){ share, share });
}

char *
fairlead_rule_dup_words (const FairleadRule *rule)
{
	static const char *const states[FAIRLEAD_N_RULE_STATES] = {
		[FAIRLEAD_RULE_IN_FORCE] = "",
		[FAIRLEAD_RULE_SUSPENDED] = ", as if it were not suspended",
		[FAIRLEAD_RULE_UNKNOWN] = ", if it binds, which is not known",
	};
	gboolean is_open = rule->from == FAIRLEAD_DAY_OPEN_PAST;
	gint32 number = is_open ? rule->until : rule->from;
	g_autofree char *day = fairlead_date_dup_text ((FairleadDate){ number, number });

	return g_strconcat (rule->title, is_open ? " until " : " of ", day, states[rule->state],
	                    NULL);
}

char *
fairlead_standing_dup_words (const FairleadStanding *standing)
{
	g_autofree char *low = dup_exact (standing->low);
	g_autofree char *high = dup_exact (standing->high);
	const char *what = standing->ground == FAIRLEAD_HELD_VOTES ? "votes" : "owned";

	if (standing->verdict == FAIRLEAD_VERDICT_LISTED)
		return g_strdup ("listed");
	if (standing->ground == FAIRLEAD_HELD_CONTROL)
		return g_strdup ("perhaps controlled");
	if (standing->low == FAIRLEAD_SHARE_ONE)
		return g_strdup_printf ("%s, %s", what, low);
	if (standing->verdict == FAIRLEAD_VERDICT_DEFINITE)
		return g_strdup_printf ("%s, at least %s", what, low);
	if (standing->high == 0)
		return g_strdup ("nothing held by the listed");
	if (standing->low == standing->high)
		return g_strdup_printf ("%s, %s", what, low);
	return g_strdup_printf ("%s, between %s and %s", what, low, high);
}

char *
fairlead_standing_dup_sentence (const FairleadStanding *standing, const FairleadRule *rule)
{
	g_autofree char *words = fairlead_standing_dup_words (standing);
	g_autofree char *of_rule = fairlead_rule_dup_words (rule);

	return g_strdup_printf ("%s: %s under the %s", words,
	                        fairlead_verdict_name (standing->verdict), of_rule);
}

/* ---- what is missing ---- */

static void
append_open (GString *text, const FairleadHoldings *holdings, const GArray *open)
{
	for (guint i = 0; i < open->len; i++) {
		const FairleadHolding *holding = &holdings->items[g_array_index (open, guint32, i)];
		g_autofree char *share = fairlead_share_dup_words (holding->low, holding->high);

		g_string_append_printf (
			text, "%s%s (%s)", i == 0 ? ": open at " : ", ",
			fairlead_network_get_name (holdings->network, holding->holder), share);
	}
}

char *
fairlead_judgement_dup_missing_words (const FairleadJudgement *judgement, FairleadVertex vertex)
{
	const FairleadHoldings *holdings = fairlead_judgement_get_holdings (judgement);
	g_autoptr (GArray) open = NULL;
	g_autoptr (GString) text = NULL;
	g_autofree char *points = NULL;
	FairleadStanding standing;
	guint32 unrecorded;

	fairlead_judgement_get_standing (judgement, vertex, &standing);
	if (standing.missing == 0 || standing.verdict == FAIRLEAD_VERDICT_LISTED
	    || (standing.high == 0 && standing.verdict == FAIRLEAD_VERDICT_CLEAR))
		return NULL;
	open = fairlead_judgement_dup_open (judgement, vertex, &unrecorded);
	/* more than 50 % is 50 % and a billionth */
	points = dup_exact (standing.missing - (standing.missing % 10u == 1u));
	text = g_string_new (NULL);
	g_string_append_printf (text, "%s%.*s points more from those who count",
	                        standing.missing % 10u == 1u ? "more than " : "",
	                        (int) (strlen (points) - strlen (" %")), points);
	append_open (text, holdings, open);
	if (unrecorded > 0) {
		g_autofree char *rest = dup_exact (unrecorded);

		g_string_append_printf (text, "; %s without a holder for sure", rest);
	}
	return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- holdings ---- */

/* Titles and branches are told by what they are, for they state no share */
static const char *
name_of_kind (const FairleadHoldings *holdings, guint32 holding)
{
	g_autoptr (GArray) links = fairlead_holding_dup_links (holdings, holding);
	const FairleadLinkFact *row;

	if (links->len == 0)
		return "holder";
	row = fairlead_network_get_link (holdings->network, g_array_index (links, FairleadLink, 0));
	return fairlead_link_info (row->kind)->name;
}

char *
fairlead_holding_dup_words (const FairleadHoldings *holdings, guint32 holding)
{
	const FairleadHolding *item = &holdings->items[holding];
	g_autofree char *kind = fairlead_name_dup_words (name_of_kind (holdings, holding));
	g_autofree char *share = fairlead_share_dup_words (item->low, item->high);
	char *words;

	if (item->held == FAIRLEAD_HELD_CONTROL)
		words = g_strdup_printf ("is %s of", kind);
	else if (item->flags & FAIRLEAD_HOLDING_INFERRED)
		words = g_strdup_printf ("is %s of", kind);
	else
		words = g_strdup_printf (
			"holds %s%s%s%s", share,
			item->held == FAIRLEAD_HELD_VOTES ? " of the votes of" : " of",
			item->flags & FAIRLEAD_HOLDING_DISPUTED ? " (sources disagree)" : "",
			item->flags & FAIRLEAD_HOLDING_UNSURE ? " (perhaps then)" : "");
	return words;
}

GPtrArray *
fairlead_holding_dup_sources (const FairleadHoldings *holdings, guint32 holding)
{
	FairleadRecords *records = fairlead_network_get_records (holdings->network);
	g_autoptr (GArray) links = fairlead_holding_dup_links (holdings, holding);
	GPtrArray *sources = g_ptr_array_new_with_free_func (g_free);

	for (guint i = 0; i < links->len; i++) {
		const FairleadLinkFact *row = fairlead_network_get_link (
			holdings->network, g_array_index (links, FairleadLink, i));
		g_autofree char *source = fairlead_records_dup_source_text (records, row->source);

		if (!g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
			g_ptr_array_add (sources, g_steal_pointer (&source));
	}
	return sources;
}
