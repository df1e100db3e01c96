/* output/chart/layout/fold.c: rows fewer than chains are long: lines run upwards too, but are short
 *
 * Cards are moved and exchanged as long as that makes lines shorter. What counts, by weight: linked
 * cards in one row have no room for a label between them; a row holds only so many; lines reach
 * over as few rows as can be; and lead downwards. */
#include "output/chart/layout/rows-private.h"

#include <stdlib.h>
#include <string.h>

#define WITHIN_ROW 4000
#define OVER_FULL 1000
#define PER_ROW 4
#define UPWARDS 1
#define MOST_ROUNDS 60

typedef struct {
	FairleadChartPlan *plan;
	guint lane;
	guint most;
	guint n_rows;
	GArray *cards;   /* of guint: those of the lane */
	guint *filled;   /* of each row, how many cards */
	GArray **around; /* of each card, of guint: its lines */
} Fold;

static FairleadChartCard *
card_at (const Fold *fold, guint i)
{
	return g_ptr_array_index (fold->plan->cards, i);
}

/* What a line costs were @card in @row */
static gint
cost_of_line (const Fold *fold, const FairleadChartLine *line, guint card, guint row)
{
	gboolean is_from = line->from == card;
	const FairleadChartCard *other = card_at (fold, is_from ? line->to : line->from);
	gint apart;

	if (other->lane < fold->lane)
		return PER_ROW * (gint) row;
	if (other->lane > fold->lane)
		return PER_ROW * (gint) (fold->n_rows - 1 - row);
	apart = (gint) other->row - (gint) row;
	if (apart == 0)
		return WITHIN_ROW;
	return PER_ROW * abs (apart) + ((apart > 0) != is_from ? UPWARDS : 0);
}

static gint
cost_of_card (const Fold *fold, guint card, guint row)
{
	gint cost = 0;

	for (guint i = 0; i < fold->around[card]->len; i++)
		cost += cost_of_line (
			fold,
			g_ptr_array_index (fold->plan->lines,
		                           g_array_index (fold->around[card], guint, i)),
			card, row);
	return cost;
}

/* What the cards above the number that a row holds cost, were there @more */
static gint
cost_of_crowd (const Fold *fold, guint row, gint more)
{
	return OVER_FULL * MAX ((gint) fold->filled[row] + more - (gint) fold->most, 0);
}

static gboolean
move_card (Fold *fold, guint index)
{
	FairleadChartCard *card = card_at (fold, index);
	gint least = 0, here = cost_of_card (fold, index, card->row);
	guint best = card->row;

	for (guint row = 0; row < fold->n_rows; row++) {
		gint gain;

		if (row == card->row)
			continue;
		gain = cost_of_card (fold, index, row) - here + cost_of_crowd (fold, row, 1)
		       - cost_of_crowd (fold, row, 0) + cost_of_crowd (fold, card->row, -1)
		       - cost_of_crowd (fold, card->row, 0);
		if (gain < least) {
			least = gain;
			best = row;
		}
	}
	if (best == card->row)
		return FALSE;
	fold->filled[card->row]--;
	fold->filled[best]++;
	card->row = best;
	return TRUE;
}

static gboolean
exchange (Fold *fold, guint first, guint second)
{
	FairleadChartCard *one = card_at (fold, first), *other = card_at (fold, second);
	guint row = one->row;
	gint before = cost_of_card (fold, first, row) + cost_of_card (fold, second, other->row);

	if (row == other->row)
		return FALSE;
	one->row = other->row;
	other->row = row;
	if (cost_of_card (fold, first, one->row) + cost_of_card (fold, second, row) < before)
		return TRUE;
	other->row = one->row;
	one->row = row;
	return FALSE;
}

static void
improve (Fold *fold)
{
	gboolean has_changed = TRUE;

	for (guint round = 0; has_changed && round < MOST_ROUNDS; round++) {
		has_changed = FALSE;
		for (guint i = 0; i < fold->cards->len; i++)
			has_changed |= move_card (fold, g_array_index (fold->cards, guint, i));
		for (guint i = 0; i < fold->cards->len; i++)
			for (guint j = i + 1; j < fold->cards->len; j++)
				has_changed |=
					exchange (fold, g_array_index (fold->cards, guint, i),
				                  g_array_index (fold->cards, guint, j));
	}
}

static gboolean
is_possible (const Fold *fold)
{
	for (guint i = 0; i < fold->plan->lines->len; i++) {
		const FairleadChartLine *line = g_ptr_array_index (fold->plan->lines, i);
		const FairleadChartCard *from = card_at (fold, line->from);
		const FairleadChartCard *to = card_at (fold, line->to);

		if (from->lane == fold->lane && to->lane == fold->lane && from->row == to->row)
			return FALSE;
	}
	return TRUE;
}

/* From top to bottom and back up again, as often as it takes */
static void
reflect (Fold *fold)
{
	guint period = MAX (2 * (fold->n_rows - 1), 1u);

	memset (fold->filled, 0, fold->n_rows * sizeof *fold->filled);
	for (guint i = 0; i < fold->cards->len; i++) {
		FairleadChartCard *card = card_at (fold, g_array_index (fold->cards, guint, i));
		guint at = card->depth % period;

		card->row = MIN (at, period - at);
		card->row = MIN (card->row, fold->n_rows - 1);
		fold->filled[card->row]++;
	}
}

static void
find_lines (Fold *fold)
{
	for (guint i = 0; i < fold->plan->cards->len; i++)
		fold->around[i] = g_array_new (FALSE, FALSE, sizeof (guint));
	for (guint i = 0; i < fold->plan->lines->len; i++) {
		const FairleadChartLine *line = g_ptr_array_index (fold->plan->lines, i);

		g_array_append_val (fold->around[line->from], i);
		g_array_append_val (fold->around[line->to], i);
	}
	for (guint i = 0; i < fold->plan->cards->len; i++)
		if (card_at (fold, i)->lane == fold->lane) {
			card_at (fold, i)->depth = card_at (fold, i)->row;
			g_array_append_val (fold->cards, i);
		}
}

void
fairlead_chart_fold_lane (FairleadChartPlan *plan, guint lane, guint most, guint deepest)
{
	guint n = plan->cards->len;
	g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));
	g_autofree GArray **around = g_new0 (GArray *, n + 1);
	g_autofree guint *filled = g_new0 (guint, n + 2);
	Fold fold = { plan, lane, most, 1, cards, filled, around };

	find_lines (&fold);
	fold.n_rows = MAX ((cards->len + most - 1) / most, 1u);
	for (; fold.n_rows < deepest; fold.n_rows++) {
		reflect (&fold);
		improve (&fold);
		if (is_possible (&fold))
			break;
	}
	for (guint i = 0; fold.n_rows >= deepest && i < cards->len; i++)
		card_at (&fold, g_array_index (cards, guint, i))->row =
			card_at (&fold, g_array_index (cards, guint, i))->depth;
	for (guint i = 0; i < n; i++)
		g_array_unref (around[i]);
}
