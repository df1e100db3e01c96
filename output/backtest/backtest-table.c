/* output/backtest/backtest-table.c: a backtest for a person: how good each measure is over all, at
 * the top of the list, and for each kind */
#include "output/backtest/backtest-writers.h"

#include <math.h>

#include "output/write/number.h"
#include "output/write/table.h"

#define NUMBER_COLUMN(heading)                          \
	{                                               \
		heading, FAIRLEAD_ALIGN_RIGHT, 0, FALSE \
	}
#define MEASURE_COLUMN                                   \
	{                                                \
		"MEASURE", FAIRLEAD_ALIGN_LEFT, 0, FALSE \
	}
#define CELL_SIZE 32

typedef char Cell[CELL_SIZE];

static const char *
fixed (double value, const char *format, Cell cell)
{
	if (isfinite (value))
		g_ascii_formatd (cell, CELL_SIZE, format, value);
	else
		g_strlcpy (cell, "-", CELL_SIZE);
	return cell;
}

static const char *
interval (double low, double high, Cell cell)
{
	Cell first, last;

	if (!isfinite (low) || !isfinite (high))
		return fixed (NAN, "", cell);
	g_snprintf (cell, CELL_SIZE, "%s to %s", fixed (low, "%.3f", first),
	            fixed (high, "%.3f", last));
	return cell;
}

/* ---- over all ---- */

static const FairleadColumn overall_columns[] = {
	MEASURE_COLUMN,           NUMBER_COLUMN ("AVERAGE PRECISION"),
	NUMBER_COLUMN ("5-95 %"), NUMBER_COLUMN ("AUC"),
	NUMBER_COLUMN ("5-95 %"), NUMBER_COLUMN ("LEAD, DAYS"),
};

static void
add_overall (const FairleadMeasured *measured, FairleadTable *table)
{
	const FairleadJudgement *judgement = &measured->judgements[FAIRLEAD_JUDGED_ALL];
	Cell cells[5];
	const char *const row[] = {
		measured->name,
		fixed (judgement->metrics.average_precision, "%.3f", cells[0]),
		interval (judgement->ap_low, judgement->ap_high, cells[1]),
		fixed (judgement->metrics.auc, "%.3f", cells[2]),
		interval (judgement->auc_low, judgement->auc_high, cells[3]),
		fixed (measured->lead_time, "%.0f", cells[4]),
	};

	fairlead_table_add_row (table, row, FALSE);
}

/* ---- at the top ---- */

static const FairleadColumn top_columns[] = {
	MEASURE_COLUMN,       NUMBER_COLUMN ("PRECISION AT 10"), NUMBER_COLUMN ("20"),
	NUMBER_COLUMN ("50"), NUMBER_COLUMN ("RECALL AT 10"),    NUMBER_COLUMN ("20"),
	NUMBER_COLUMN ("50"), NUMBER_COLUMN ("LIFT AT 10"),      NUMBER_COLUMN ("20"),
	NUMBER_COLUMN ("50"),
};

static void
add_top (const FairleadMeasured *measured, FairleadTable *table)
{
	const FairleadMetrics *metrics = &measured->judgements[FAIRLEAD_JUDGED_ALL].metrics;
	const double *const groups[] = { metrics->precision, metrics->recall, metrics->lift };
	static const char *const formats[] = { "%.2f", "%.2f", "%.1f" };
	Cell cells[G_N_ELEMENTS (groups) * FAIRLEAD_N_DEPTHS];
	const char *row[1 + G_N_ELEMENTS (cells)] = { measured->name };

	for (guint i = 0; i < G_N_ELEMENTS (cells); i++) {
		guint group = i / FAIRLEAD_N_DEPTHS;

		row[1 + i] = fixed (groups[group][i % FAIRLEAD_N_DEPTHS], formats[group], cells[i]);
	}
	fairlead_table_add_row (table, row, FALSE);
}

static void
write_measures (const FairleadBacktestPage *page, const FairleadColumn *columns, guint n_columns,
                void (*add) (const FairleadMeasured *, FairleadTable *), FairleadSink *sink)
{
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, n_columns, &page->view->layout);

	for (guint i = 0; i < page->measured->len; i++) {
		const FairleadMeasured *measured =
			&g_array_index (page->measured, FairleadMeasured, i);

		if (measured->values != NULL)
			add (measured, table);
	}
	fairlead_table_write (table, sink);
	fairlead_sink_put (sink, "\n");
}

/* ---- by kind ---- */

static void
add_kind (const FairleadMeasured *measured, guint kind, FairleadTable *table)
{
	const FairleadJudgement *judgement = &measured->judgements[kind];
	Cell cells[4];
	const char *const row[] = {
		fairlead_judged_name (kind),
		measured->name,
		fixed (judgement->n, "%.0f", cells[0]),
		fixed (judgement->n_labelled, "%.0f", cells[1]),
		fixed (judgement->metrics.average_precision, "%.3f", cells[2]),
		fixed (judgement->metrics.auc, "%.3f", cells[3]),
	};

	fairlead_table_add_row (table, row, FALSE);
}

/* The score and the best baseline of each kind */
static const FairleadMeasured *
find_best_baseline (const FairleadBacktestPage *page, guint kind)
{
	const FairleadMeasured *best = NULL;

	for (guint i = 0; i < page->measured->len; i++) {
		const FairleadMeasured *measured =
			&g_array_index (page->measured, FairleadMeasured, i);

		if (measured->values == NULL || !measured->is_baseline)
			continue;
		if (best == NULL
		    || measured->judgements[kind].metrics.average_precision
		               > best->judgements[kind].metrics.average_precision)
			best = measured;
	}
	return best;
}

static void
write_kinds (const FairleadBacktestPage *page, FairleadSink *sink)
{
	static const FairleadColumn columns[] = {
		{ "KIND", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
		MEASURE_COLUMN,
		NUMBER_COLUMN ("RANKED"),
		NUMBER_COLUMN ("LABELLED"),
		NUMBER_COLUMN ("AVERAGE PRECISION"),
		NUMBER_COLUMN ("AUC"),
	};
	const FairleadMeasured *score = &g_array_index (page->measured, FairleadMeasured, 0);
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, G_N_ELEMENTS (columns), &page->view->layout);

	for (guint kind = 0; kind < FAIRLEAD_N_KINDS; kind++) {
		if (score->judgements[kind].n == 0)
			continue;
		add_kind (score, kind, table);
		add_kind (find_best_baseline (page, kind), kind, table);
	}
	fairlead_table_write (table, sink);
	fairlead_sink_put (sink, "\n");
}

/* ---- below ---- */

static void
write_uncomputed (const FairleadBacktestPage *page, FairleadSink *sink)
{
	for (guint i = 0; i < page->measured->len; i++) {
		const FairleadMeasured *measured =
			&g_array_index (page->measured, FairleadMeasured, i);

		if (measured->values == NULL)
			fairlead_sink_printf (
				sink, "%s was not computed: the network is too large for it\n",
				measured->name);
	}
}

static void
write_labels (const FairleadBacktestPage *page, FairleadSink *sink)
{
	const FairleadJudgement *all = &g_array_index (page->measured, FairleadMeasured, 0)
	                                        .judgements[FAIRLEAD_JUDGED_ALL];
	const guint *fates = page->fates;
	g_autofree char *n = fairlead_number_dup_grouped (all->n);

	fairlead_sink_printf (
		sink,
		"labels: %u judged among %s ranked parties; %u not reachable, for no record"
		" of the day knew them; %u of the target by then\n",
		fates[FAIRLEAD_LABEL_RANKED], n, fates[FAIRLEAD_LABEL_UNREACHABLE],
		fates[FAIRLEAD_LABEL_LISTED]);
}

/* What no day could be found for, by file */
static void
write_undated (const FairleadBacktestPage *page, FairleadSink *sink)
{
	static const FairleadColumn columns[] = {
		{ "FILE", FAIRLEAD_ALIGN_LEFT, 16, TRUE },
		NUMBER_COLUMN ("DATED"),
		NUMBER_COLUMN ("UNDATED"),
		NUMBER_COLUMN ("LATER"),
		NUMBER_COLUMN ("PUBLISHED LATER"),
	};
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, G_N_ELEMENTS (columns), &page->view->layout);

	for (guint i = 0; i < page->inventory->files->len; i++) {
		const char *path;
		const FairleadDating *dating = fairlead_backtest_page_get_file (page, i, &path);
		Cell cells[4];
		const char *const row[] = {
			path,
			fixed (dating->n_dated, "%.0f", cells[0]),
			fixed (dating->n_undated, "%.0f", cells[1]),
			fixed (dating->n_after, "%.0f", cells[2]),
			fixed (dating->n_published_after, "%.0f", cells[3]),
		};

		fairlead_table_add_row (table, row, FALSE);
	}
	fairlead_table_write (table, sink);
	fairlead_sink_printf (
		sink,
		"Facts that are dated by the day count; those of a later day, or published"
		" later, do not; what is undated was %s.\n\n",
		page->view->question->keeps_undated ? "kept" : "left out");
}

static void
write_footer (const FairleadBacktestPage *page, FairleadSink *sink)
{
	const FairleadBacktestQuestion *question = page->view->question;
	FairleadRanking *ranking = fairlead_backtest_get_ranking (page->backtest);
	g_autofree char *as_of = fairlead_day_dup_text (question->as_of);
	g_autofree char *until = fairlead_day_dup_text (question->until);

	write_uncomputed (page, sink);
	write_labels (page, sink);
	fairlead_sink_printf (sink,
	                      "as of: %s; listed until: %s; seeds: %u; draws: %u; seed: %u;"
	                      " parameters: %s\n",
	                      as_of, until != NULL ? until : "any day",
	                      fairlead_ranking_get_n_targets (ranking), question->n_draws,
	                      question->seed, page->parameters_hash);
	fairlead_sink_put (sink, "Lists follow attention: who is labelled was also looked at.\n");
}

void
fairlead_backtest_write_table (const FairleadBacktestPage *page, FairleadSink *sink)
{
	write_measures (page, overall_columns, G_N_ELEMENTS (overall_columns), add_overall, sink);
	write_measures (page, top_columns, G_N_ELEMENTS (top_columns), add_top, sink);
	write_kinds (page, sink);
	write_undated (page, sink);
	write_footer (page, sink);
}
