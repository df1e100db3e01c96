/* output/chart/layout/lanes.c: in which lane a card stands, and in which row of it */
#include "output/chart/chart-private.h"

#include <stdlib.h>
#include <string.h>

static FairleadChartCard *
card_at (const FairleadChartPlan *plan, guint i)
{
	return g_ptr_array_index (plan->cards, i);
}

/* ---- by country ---- */

typedef struct {
	const char *name;
	guint n;
} Country;

static gint
compare_countries (gconstpointer a, gconstpointer b)
{
	const Country *first = a, *second = b;

	if (first->n != second->n)
		return first->n > second->n ? -1 : 1;
	return strcmp (first->name, second->name);
}

static GArray *
count_countries (const FairleadChartPlan *plan)
{
	GArray *countries = g_array_new (FALSE, FALSE, sizeof (Country));

	for (guint i = 0; i < plan->cards->len; i++) {
		const char *name = card_at (plan, i)->country;
		Country made = { name != NULL ? name : "country not known", 1 };
		guint at = 0;

		while (at < countries->len
		       && strcmp (g_array_index (countries, Country, at).name, made.name) != 0)
			at++;
		if (at == countries->len)
			g_array_append_val (countries, made);
		else
			g_array_index (countries, Country, at).n++;
	}
	g_array_sort (countries, compare_countries);
	return countries;
}

static void
take_lane (FairleadChartPlan *plan, FairleadChartCard *card)
{
	const char *name = card->country != NULL ? card->country : "country not known";

	for (card->lane = 0; card->lane + 1 < plan->lane_names->len; card->lane++)
		if (strcmp (g_ptr_array_index (plan->lane_names, card->lane), name) == 0)
			return;
}

/* How far links reach over lanes, were the lanes in that order; whom the chart begins at is drawn
 * upwards, and whom it leads to downwards */
static guint
cost_of_order (const FairleadChartPlan *plan, const guint *place, const guint8 *side)
{
	guint cost = 0;

	for (guint i = 0; i < plan->lines->len; i++) {
		const FairleadChartLine *line = g_ptr_array_index (plan->lines, i);

		cost += 4u
		        * (guint) abs ((int) place[card_at (plan, line->from)->lane]
		                       - (int) place[card_at (plan, line->to)->lane]);
	}
	for (guint i = 0; i < plan->cards->len; i++) {
		guint at = place[card_at (plan, i)->lane];

		cost += side[i] == 0 ? at : side[i] == 2 ? plan->lane_names->len - 1 - at : 0;
	}
	return cost;
}

typedef struct {
	const FairleadChartPlan *plan;
	const guint8 *side;
	guint place[FAIRLEAD_CHART_MOST_LANES];
	guint best[FAIRLEAD_CHART_MOST_LANES];
	guint least;
} Orders;

/* All orders: at most 720 */
static void
try_orders (Orders *orders, guint lane, guint used)
{
	guint n = orders->plan->lane_names->len;

	if (lane == n) {
		guint cost = cost_of_order (orders->plan, orders->place, orders->side);

		if (cost < orders->least) {
			orders->least = cost;
			memcpy (orders->best, orders->place, sizeof orders->best);
		}
		return;
	}
	for (guint i = 0; i < n; i++)
		if (!(used & (1u << i))) {
			orders->place[lane] = i;
			try_orders (orders, lane + 1, used | (1u << i));
		}
}

static void
order_lanes (FairleadChartPlan *plan, const guint8 *side)
{
	Orders orders = { .plan = plan, .side = side, .least = G_MAXUINT };
	g_autoptr (GPtrArray) names = g_ptr_array_new ();

	try_orders (&orders, 0, 0);
	g_ptr_array_set_size (names, (gint) plan->lane_names->len);
	for (guint i = 0; i < names->len; i++)
		names->pdata[orders.best[i]] = plan->lane_names->pdata[i];
	memcpy (plan->lane_names->pdata, names->pdata, names->len * sizeof (gpointer));
	for (guint i = 0; i < plan->cards->len; i++)
		card_at (plan, i)->lane = orders.best[card_at (plan, i)->lane];
}

static void
part_by_country (FairleadChartPlan *plan)
{
	g_autoptr (GArray) countries = count_countries (plan);
	g_autofree guint8 *side = g_new0 (guint8, MAX (plan->cards->len, 1u));

	for (guint i = 0; i < countries->len && i < FAIRLEAD_CHART_MOST_LANES; i++) {
		gboolean is_rest = i + 1 == FAIRLEAD_CHART_MOST_LANES
		                   && countries->len > FAIRLEAD_CHART_MOST_LANES;
		const char *name =
			is_rest ? "elsewhere" : g_array_index (countries, Country, i).name;

		g_ptr_array_add (plan->lane_names, (gpointer) name);
	}
	for (guint i = 0; i < plan->cards->len; i++) {
		side[i] = (guint8) card_at (plan, i)->lane;
		take_lane (plan, card_at (plan, i));
	}
	order_lanes (plan, side);
}

/* ---- by side ---- */

/* Cards were made with their side as their lane */
static void
part_by_side (FairleadChartPlan *plan)
{
	guint lane_of[3] = { 0, 0, 0 };

	for (guint side = 0; side < 3; side++) {
		gboolean is_used = FALSE;

		for (guint i = 0; i < plan->cards->len; i++)
			is_used |= card_at (plan, i)->lane == side;
		lane_of[side] = plan->lane_names->len;
		if (is_used)
			g_ptr_array_add (plan->lane_names,
			                 (gpointer) plan->chart->side_names[side]);
	}
	for (guint i = 0; i < plan->cards->len; i++)
		card_at (plan, i)->lane = lane_of[card_at (plan, i)->lane];
}

/* ---- one for all ---- */

static void
part_into_one (FairleadChartPlan *plan)
{
	g_ptr_array_add (plan->lane_names, NULL);
	for (guint i = 0; i < plan->cards->len; i++)
		card_at (plan, i)->lane = 0;
}

void
fairlead_chart_choose_lanes (FairleadChartPlan *plan)
{
	static void (*const parts[FAIRLEAD_N_LANES]) (FairleadChartPlan *) = {
		[FAIRLEAD_LANES_SIDE] = part_by_side,
		[FAIRLEAD_LANES_JURISDICTION] = part_by_country,
		[FAIRLEAD_LANES_NONE] = part_into_one,
	};

	parts[plan->chart->lanes](plan);
}

gboolean
fairlead_lanes_from_name (const char *name, FairleadLanes *lanes)
{
	static const char *const names[FAIRLEAD_N_LANES] = { "side", "jurisdiction", "none" };

	for (guint i = 0; i < FAIRLEAD_N_LANES; i++)
		if (strcmp (names[i], name) == 0) {
			*lanes = i;
			return TRUE;
		}
	return FALSE;
}
