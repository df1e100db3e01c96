/* output/chart/lines.c: parallel links as one line, and its label */
#include "output/chart/chart-private.h"

#include <string.h>

#include "output/ranking/evidence.h"

#define MOST_STATEMENTS 3
#define LABEL_WIDTH 150.0

static void
clear_words (gpointer data)
{
	g_free (((FairleadChartWords *) data)->text);
}

static void
free_line (gpointer data)
{
	FairleadChartLine *line = data;

	g_clear_pointer (&line->links, g_array_unref);
	g_clear_pointer (&line->words, g_array_unref);
	g_clear_pointer (&line->first, g_array_unref);
	g_clear_pointer (&line->second, g_array_unref);
	g_free (line);
}

/* Who owns, controls, manages, serves or sells does something to the other end; relatives,
 * associates and places do not */
static gboolean
points (const FairleadLinkFact *fact)
{
	switch (fairlead_link_info (fact->kind)->link_class) {
	case FAIRLEAD_CLASS_LOCATION:
	case FAIRLEAD_CLASS_FAMILY:
	case FAIRLEAD_CLASS_ASSOCIATION:
	case FAIRLEAD_CLASS_IDENTITY:
		return FALSE;
	default:
		return fact->kind != FAIRLEAD_LINK_TRANSFER;
	}
}

static guint
find_card (const FairleadChartPlan *plan, FairleadVertex vertex)
{
	guint low = 0, high = plan->cards->len;

	while (low < high) { /* cards stand in the order of their vertices */
		guint middle = (low + high) / 2;

		if (((const FairleadChartCard *) g_ptr_array_index (plan->cards, middle))->vertex
		    < vertex)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static FairleadChartLine *
find_line (const FairleadChartPlan *plan, guint from, guint to, gboolean both_ways)
{
	for (guint i = 0; i < plan->lines->len; i++) {
		FairleadChartLine *line = g_ptr_array_index (plan->lines, i);

		if ((line->from == from && line->to == to)
		    || (both_ways && line->from == to && line->to == from))
			return line;
	}
	return NULL;
}

static FairleadChartLine *
add_line (FairleadChartPlan *plan, guint from, guint to)
{
	FairleadChartLine *line = g_new0 (FairleadChartLine, 1);

	line->from = from;
	line->to = to;
	line->is_over = TRUE;
	line->link_class = FAIRLEAD_N_CLASSES;
	line->links = g_array_new (FALSE, FALSE, sizeof (FairleadLink));
	line->words = g_array_new (FALSE, FALSE, sizeof (FairleadChartWords));
	g_array_set_clear_func (line->words, clear_words);
	line->first = g_array_new (FALSE, FALSE, sizeof (FairleadSpot));
	line->second = g_array_new (FALSE, FALSE, sizeof (FairleadSpot));
	g_ptr_array_add (plan->lines, line);
	return line;
}

/* The line is coloured for the first class of the table that it has: ownership before all */
static void
add_link (FairleadChartPlan *plan, FairleadLink link, gboolean is_pointing)
{
	FairleadNetwork *network = plan->chart->network;
	guint from = find_card (plan, fairlead_network_get_from (network, link));
	guint to = find_card (plan, fairlead_network_get_to (network, link));
	const FairleadLinkFact *fact = fairlead_network_get_link (network, link);
	FairleadLinkClass link_class = fairlead_link_info (fact->kind)->link_class;
	FairleadChartLine *line;

	if (from == to || points (fact) != is_pointing)
		return;
	line = find_line (plan, from, to, !is_pointing);
	if (line == NULL)
		line = add_line (plan, from, to);
	line->has_arrow |= is_pointing;
	line->link_class = MIN (line->link_class, link_class);
	line->is_over &= fairlead_network_is_over (network, link);
	line->confidence =
		MAX (line->confidence, (double) fairlead_network_get_confidence (network, link));
	g_array_append_val (line->links, link);
}

void
fairlead_chart_add_lines (FairleadChartPlan *plan)
{
	const GArray *links = plan->chart->part->links;

	g_ptr_array_set_free_func (plan->lines, free_line);
	for (guint i = 0; i < links->len; i++)
		add_link (plan, g_array_index (links, FairleadLink, i), TRUE);
	for (guint i = 0; i < links->len; i++)
		add_link (plan, g_array_index (links, FairleadLink, i), FALSE);
}

/* ---- labels ---- */

static void
put_words (FairleadChartLine *line, const char *text, gboolean is_small)
{
	g_autoptr (GPtrArray) lines = fairlead_measure_dup_wrapped (
		text, LABEL_WIDTH, FAIRLEAD_CHART_TEXT_SIZE, FALSE, 3);

	for (guint i = 0; i < lines->len; i++) {
		FairleadChartWords words = { g_strdup (g_ptr_array_index (lines, i)), is_small };
		double width = fairlead_measure_text (words.text, FAIRLEAD_CHART_TEXT_SIZE, FALSE);

		g_array_append_val (line->words, words);
		line->width = MAX (line->width, width);
	}
}

/* Links that say the same: one kind, share and period */
typedef struct {
	const FairleadLinkFact *fact;
	const FairleadPeriod *period;
	GArray *sources;
} Statement;

static void
clear_statement (gpointer data)
{
	g_array_unref (((Statement *) data)->sources);
}

static Statement *
find_statement (GArray *statements, const FairleadLinkFact *fact, const FairleadPeriod *period)
{
	Statement made = { fact, period, NULL };

	for (guint i = 0; i < statements->len; i++) {
		Statement *statement = &g_array_index (statements, Statement, i);

		if (statement->fact->kind == fact->kind
		    && statement->fact->share.low == fact->share.low
		    && statement->fact->share.high == fact->share.high
		    && fairlead_period_equal (statement->period, period))
			return statement;
	}
	made.sources = g_array_new (FALSE, FALSE, sizeof (FairleadSource));
	g_array_append_val (statements, made);
	return &g_array_index (statements, Statement, statements->len - 1);
}

char *
fairlead_chart_dup_link_words (const FairleadLinkFact *fact)
{
	g_autofree char *kind = g_strdup (fairlead_link_info (fact->kind)->name);
	g_autofree char *share = fairlead_share_dup_text (fact->share);

	g_strdelimit (kind, "-", ' ');
	if (g_str_has_prefix (kind, "ism "))
		memcpy (kind, "ISM", 3);
	return g_strconcat (kind, share != NULL ? " " : "", share, NULL);
}

static void
put_statement (const FairleadChartPlan *plan, FairleadChartLine *line, const Statement *statement)
{
	g_autofree char *words = fairlead_chart_dup_link_words (statement->fact);
	g_autofree char *period = fairlead_period_dup_words (statement->period);
	g_autofree char *numbers = fairlead_chart_dup_note_numbers (plan, statement->sources);
	g_autofree char *text = g_strconcat (words, numbers, NULL);

	put_words (line, text, FALSE);
	put_words (line, period, TRUE);
}

/* The notes of all statements from @first on */
static char *
dup_numbers_from (const FairleadChartPlan *plan, const GArray *statements, guint first)
{
	g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (FairleadSource));

	for (guint i = first; i < statements->len; i++) {
		const GArray *more = g_array_index (statements, Statement, i).sources;

		g_array_append_vals (sources, more->data, more->len);
	}
	return fairlead_chart_dup_note_numbers (plan, sources);
}

static void
put_whole (const FairleadChartPlan *plan, FairleadChartLine *line, const GArray *statements)
{
	g_autofree char *numbers = dup_numbers_from (plan, statements, MOST_STATEMENTS);
	g_autofree char *rest =
		g_strdup_printf ("and %u more%s", statements->len - MOST_STATEMENTS, numbers);

	for (guint i = 0; i < statements->len && i < MOST_STATEMENTS; i++)
		put_statement (plan, line, &g_array_index (statements, Statement, i));
	if (statements->len > MOST_STATEMENTS)
		put_words (line, rest, FALSE);
}

static void
put_numbers (const FairleadChartPlan *plan, FairleadChartLine *line, const GArray *statements)
{
	g_autofree char *numbers = dup_numbers_from (plan, statements, 0);

	put_words (line, g_strchug (numbers), FALSE);
}

static void
fill_label (const FairleadChartPlan *plan, FairleadChartLine *line)
{
	FairleadNetwork *network = plan->chart->network;
	g_autoptr (GArray) statements = g_array_new (FALSE, FALSE, sizeof (Statement));

	g_array_set_clear_func (statements, clear_statement);
	for (guint i = 0; i < line->links->len; i++) {
		FairleadLink link = g_array_index (line->links, FairleadLink, i);
		const FairleadLinkFact *fact = fairlead_network_get_link (network, link);
		Statement *statement = find_statement (statements, fact,
		                                       fairlead_network_get_period (network, link));

		g_array_append_val (statement->sources, fact->source);
	}
	g_array_set_size (line->words, 0);
	line->width = 0.0;
	if (plan->is_numbered)
		put_numbers (plan, line, statements);
	else
		put_whole (plan, line, statements);
	line->width += plan->is_numbered ? 3.0 : 8.0;
	line->height = line->words->len * 11.5 + 5.0;
}

void
fairlead_chart_fill_labels (FairleadChartPlan *plan)
{
	for (guint i = 0; i < plan->lines->len; i++)
		fill_label (plan, g_ptr_array_index (plan->lines, i));
}
