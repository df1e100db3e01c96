/* output/chart/layout/rows.c: the rows of a lane, none wider than asked, no link within a row */
#include "output/chart/layout/rows-private.h"

#include <string.h>

typedef struct {
	FairleadChartPlan *plan;
	guint n;
	guint *place;  /* of each card, in an order in which controllers come first */
	guint *order;  /* cards in that order */
	guint *filled; /* of each row of the lane at hand, how many cards */
} Rows;

static FairleadChartCard *
card_at (const Rows *rows, guint i)
{
	return g_ptr_array_index (rows->plan->cards, i);
}

static gboolean
is_inside (const Rows *rows, const FairleadChartLine *line)
{
	return card_at (rows, line->from)->lane == card_at (rows, line->to)->lane;
}

/* How many of the links within lanes lead to each card from one not yet taken */
static guint
count_waiting (const Rows *rows, guint card, const guint8 *taken)
{
	guint n = 0;

	for (guint i = 0; i < rows->plan->lines->len; i++) {
		const FairleadChartLine *line = g_ptr_array_index (rows->plan->lines, i);

		n += line->to == card && !taken[line->from] && is_inside (rows, line);
	}
	return n;
}

/* Whoever nobody is left above comes next; of a circle, who has fewest above */
static void
put_in_order (Rows *rows)
{
	g_autofree guint8 *taken = g_new0 (guint8, rows->n + 1);

	for (guint at = 0; at < rows->n; at++) {
		guint best = rows->n, least = G_MAXUINT;

		for (guint i = 0; i < rows->n && least > 0; i++) {
			guint waiting = taken[i] ? G_MAXUINT : count_waiting (rows, i, taken);

			if (waiting < least) {
				least = waiting;
				best = i;
			}
		}
		taken[best] = TRUE;
		rows->order[at] = best;
		rows->place[best] = at;
	}
}

/* The first row below all that stand above the card and are placed; or, upwards, the last above
 * those below */
static gboolean
find_bound (const Rows *rows, guint card, gboolean above, guint *bound)
{
	gboolean has_bound = FALSE;

	for (guint i = 0; i < rows->plan->lines->len; i++) {
		const FairleadChartLine *line = g_ptr_array_index (rows->plan->lines, i);
		guint other = line->from == card ? line->to : line->from;
		guint row = card_at (rows, other)->row;

		if ((line->from != card && line->to != card) || !is_inside (rows, line)
		    || (rows->place[other] < rows->place[card]) != above)
			continue;
		if (!has_bound || (above ? row + 1 > *bound : row - 1 < *bound))
			*bound = above ? row + 1 : row - 1;
		has_bound = TRUE;
	}
	return has_bound;
}

static void
drop_cards (Rows *rows, guint lane, guint most)
{
	for (guint at = 0; at < rows->n; at++) {
		FairleadChartCard *card = card_at (rows, rows->order[at]);
		guint row = 0;

		if (card->lane != lane)
			continue;
		find_bound (rows, rows->order[at], TRUE, &row);
		while (rows->filled[row] >= most)
			row++;
		card->row = row;
		rows->filled[row]++;
	}
}

/* Down to whom a card leads, where there is room: shorter links */
static void
sink_cards (Rows *rows, guint lane, guint most)
{
	for (guint at = rows->n; at-- > 0;) {
		FairleadChartCard *card = card_at (rows, rows->order[at]);
		guint row;

		if (card->lane != lane || !find_bound (rows, rows->order[at], FALSE, &row))
			continue;
		while (row > card->row && rows->filled[row] >= most)
			row--;
		if (row <= card->row)
			continue;
		rows->filled[card->row]--;
		rows->filled[row]++;
		card->row = row;
	}
}

static guint
count_cards (const Rows *rows, guint lane)
{
	guint n = 0;

	for (guint i = 0; i < rows->n; i++)
		n += card_at (rows, i)->lane == lane;
	return n;
}

static void
fold (Rows *rows, guint lane, guint most)
{
	guint deepest = 0;

	for (guint i = 0; i < rows->n; i++)
		if (card_at (rows, i)->lane == lane)
			deepest = MAX (deepest, card_at (rows, i)->row + 1);
	fairlead_chart_fold_lane (rows->plan, lane, most, deepest);
	memset (rows->filled, 0, rows->n * sizeof *rows->filled);
	for (guint i = 0; i < rows->n; i++)
		if (card_at (rows, i)->lane == lane)
			rows->filled[card_at (rows, i)->row]++;
}

/* Rows that sinking left empty are closed up; returns the first row of the next lane */
static guint
number_rows (Rows *rows, guint lane, guint first)
{
	g_autofree guint *number = g_new0 (guint, rows->n + 1);
	guint next = first;

	for (guint row = 0; row < rows->n; row++)
		if (rows->filled[row] > 0)
			number[row] = next++;
	for (guint i = 0; i < rows->n; i++)
		if (card_at (rows, i)->lane == lane)
			card_at (rows, i)->row = number[card_at (rows, i)->row];
	return next;
}

void
fairlead_chart_choose_rows (FairleadChartPlan *plan)
{
	guint most = plan->arrangement.most;
	guint n = plan->cards->len, next = 0;
	g_autofree guint *place = g_new0 (guint, n + 1);
	g_autofree guint *order = g_new0 (guint, n + 1);
	Rows rows = { plan, n, place, order, NULL };

	put_in_order (&rows);
	for (guint lane = 0; lane < plan->lane_names->len; lane++) {
		g_autofree guint *filled = g_new0 (guint, 2 * n + 1);
		guint in_lane = count_cards (&rows, lane);
		guint at_least = MAX ((in_lane + most - 1) / most, 1u);
		guint even = MAX ((in_lane + at_least - 1) / at_least, 1u);

		rows.filled = filled;
		drop_cards (&rows, lane, even);
		sink_cards (&rows, lane, even);
		if (plan->arrangement.is_folded)
			fold (&rows, lane, even);
		next = number_rows (&rows, lane, next);
	}
	plan->n_rows = next;
}
