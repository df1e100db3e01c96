/* output/chart/layout/fit.c: which widths, directions and words take the least room
 *
 * Graphviz lays out what it is given; how many cards stand in a row, whether lines run down or
 * across, and how much cards and labels say is tried here. */
#include "output/chart/chart-private.h"

#define ROW_GAP 14.0
#define COMPACT_ROW_GAP 6.5
#define MOST_ROW_GAP 46.0
/* Of more cards or lines, labels so long never fit where shorter ones do not, and take the longest;
 * nor do rows as many as chains are long */
static const guint most_cards[] = { [FAIRLEAD_LABELS_WHOLE] = 45u,
	                            [FAIRLEAD_LABELS_SHORT] = G_MAXUINT,
	                            [FAIRLEAD_LABELS_NUMBERS] = G_MAXUINT };
static const guint most_lines[] = { [FAIRLEAD_LABELS_WHOLE] = 70u,
	                            [FAIRLEAD_LABELS_SHORT] = 100u,
	                            [FAIRLEAD_LABELS_NUMBERS] = G_MAXUINT };
#define MOST_UNFOLDED_LINES 85u

static const FairleadChartStyle styles[] = {
	{ FALSE, FAIRLEAD_LABELS_WHOLE },
	{ TRUE, FAIRLEAD_LABELS_WHOLE },
	{ TRUE, FAIRLEAD_LABELS_SHORT },
	{ TRUE, FAIRLEAD_LABELS_NUMBERS },
};
#define N_STYLES G_N_ELEMENTS (styles)

#define N_MOSTS 7u

static const guint mosts_down[N_MOSTS] = { 3, 4, 5, 6, 7, 8, 9 };
static const guint mosts_across[N_MOSTS] = { 4, 6, 8, 10, 12, 15, 18 };

/* A layout that was tried, and the room that it takes */
typedef struct {
	FairleadChartArrangement arrangement;
	double width;
	double height;
} Try;

typedef struct {
	FairleadChartPlan *plan;
	GArray *tries[N_STYLES]; /* of Try; empty: not tried */
	GCancellable *cancellable;
	guint64 n_tried;
} Search;

static void
apply (FairleadChartPlan *plan, guint style)
{
	plan->style = styles[style];
	fairlead_chart_fill_cards (plan);
	fairlead_chart_fill_labels (plan);
	fairlead_chart_fill_notes (plan);
}

static double
gap_of (FairleadChartStyle style)
{
	return style.is_compact ? COMPACT_ROW_GAP : ROW_GAP;
}

static gboolean
lay_out (FairleadChartPlan *plan, const FairleadChartArrangement *arrangement, GError **error)
{
	plan->arrangement = *arrangement;
	fairlead_chart_choose_rows (plan);
	return fairlead_chart_lay_out (plan, error);
}

static gboolean
try_one (Search *search, guint style, FairleadChartArrangement arrangement, GError **error)
{
	Try one;

	fairlead_tell (&search->plan->chart->telling, "laying out", search->n_tried++, 0);
	if (g_cancellable_set_error_if_cancelled (search->cancellable, error)
	    || !lay_out (search->plan, &arrangement, error))
		return FALSE;
	one = (Try){ search->plan->arrangement, search->plan->width, search->plan->height };
	g_array_append_val (search->tries[style], one);
	return TRUE;
}

/* Downwards and across, as deep as chains are and folded */
static gboolean
try_all (Search *search, guint style, GError **error)
{
	FairleadChartArrangement arrangement = { .is_tight = styles[style].is_compact,
		                                 .row_gap = gap_of (styles[style]) };
	/* no sheet is so much longer than wide */
	const guint longest[2] = { 15, 6 };
	guint n = search->plan->cards->len;

	for (guint way = 0; way < 4; way++) {
		const guint *mosts = way % 2 ? mosts_across : mosts_down;

		if (way >= 2 ? !styles[style].is_compact
		             : styles[style].is_compact
		                       && search->plan->lines->len > MOST_UNFOLDED_LINES)
			continue;
		arrangement.is_across = way % 2;
		arrangement.is_folded = way >= 2;
		for (guint i = 0; i < N_MOSTS && (i == 0 || mosts[i - 1] < n); i++) {
			if (n > longest[way % 2] * mosts[i])
				continue;
			arrangement.most = mosts[i];
			if (!try_one (search, style, arrangement, error))
				return FALSE;
		}
	}
	return TRUE;
}

static gboolean
is_worth_trying (const FairleadChartPlan *plan, guint style)
{
	return plan->cards->len <= most_cards[styles[style].labels]
	       && plan->lines->len <= most_lines[styles[style].labels];
}

/* Of what was tried in the style at hand, what is drawn largest on a sheet of @size */
static FairleadChartSheet
choose (Search *search, guint style, guint size, FairleadChartArrangement *arrangement)
{
	FairleadChartSheet best = { 0 };

	for (guint i = 0; i < search->tries[style]->len; i++) {
		const Try *one = &g_array_index (search->tries[style], Try, i);
		FairleadChartSheet sheet;

		search->plan->arrangement = one->arrangement;
		search->plan->width = one->width;
		search->plan->height = one->height;
		sheet = fairlead_chart_choose_sheet (search->plan, size);
		if (best.scale > 0.0 && sheet.scale <= 1.02 * best.scale
		    && !(best.is_parted && !sheet.is_parted
		         && sheet.scale >= FAIRLEAD_CHART_READABLE))
			continue;
		best = sheet;
		*arrangement = one->arrangement;
	}
	return best;
}

/* The first style that can be read, on the smallest sheet; on the largest, whatever it is */
static gboolean
search_all (Search *search, FairleadChartArrangement *arrangement, FairleadChartSheet *sheet,
            GError **error)
{
	for (guint size = 0; size < FAIRLEAD_CHART_N_SIZES; size++)
		for (guint style = 0; style < N_STYLES; style++) {
			if (!is_worth_trying (search->plan, style))
				continue;
			apply (search->plan, style);
			if (search->tries[style]->len == 0 && !try_all (search, style, error))
				return FALSE;
			*sheet = choose (search, style, size, arrangement);
			if (sheet->scale >= FAIRLEAD_CHART_READABLE)
				return TRUE;
		}
	return TRUE;
}

/* What room is left goes between the rows, unless lines then run so that all gets smaller */
static gboolean
spread (FairleadChartPlan *plan, const FairleadChartArrangement *tight,
        const FairleadChartSheet *sheet, GError **error)
{
	FairleadChartArrangement wide = *tight;

	if (!lay_out (plan, tight, error))
		return FALSE;
	wide.row_gap = MIN (tight->row_gap + 0.95 * sheet->spare / (2.0 * MAX (plan->n_rows, 1u)),
	                    MOST_ROW_GAP);
	if (wide.row_gap < tight->row_gap + 1.0)
		return TRUE;
	if (!lay_out (plan, &wide, error))
		return FALSE;
	return fairlead_chart_choose_sheet (plan, sheet->size).scale >= 0.98 * sheet->scale
	       || lay_out (plan, tight, error);
}

gboolean
fairlead_chart_find_fit (FairleadChartPlan *plan, FairleadChartSheet *sheet,
                         GCancellable *cancellable, GError **error)
{
	Search search = { .plan = plan, .cancellable = cancellable };
	FairleadChartArrangement arrangement = { 0 };
	gboolean is_done;

	for (guint i = 0; i < N_STYLES; i++)
		search.tries[i] = g_array_new (FALSE, FALSE, sizeof (Try));
	is_done = search_all (&search, &arrangement, sheet, error);
	for (guint i = 0; i < N_STYLES; i++)
		g_array_unref (search.tries[i]);
	if (!is_done || !spread (plan, &arrangement, sheet, error))
		return FALSE;
	*sheet = fairlead_chart_choose_sheet (plan, sheet->size);
	return TRUE;
}
