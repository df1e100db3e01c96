/* output/chart/words/lines.c: parallel links as one line */
#include "output/chart/chart-private.h"

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
