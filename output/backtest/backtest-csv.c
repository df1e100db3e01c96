/* output/backtest/backtest-csv.c: one row for each measure and kind; and one for each party */
#include "output/backtest/backtest-writers.h"

#include "graph/score/exposure.h"
#include "output/write/csv.h"
#include "output/write/number.h"

static void
write_number (FairleadCsv *csv, double value)
{
	fairlead_csv_number (csv, fairlead_number_round (value));
}

/* ---- measures ---- */

static void
write_header (FairleadCsv *csv)
{
	static const char *const first[] = { "measure",           "baseline", "kind",    "judged",
		                             "labelled",          "auc",      "auc_low", "auc_high",
		                             "average_precision", "ap_low",   "ap_high" };
	static const char *const each[] = { "found", "precision", "recall", "lift" };

	for (guint i = 0; i < G_N_ELEMENTS (first); i++)
		fairlead_csv_text (csv, first[i]);
	for (guint depth = 0; depth < FAIRLEAD_N_DEPTHS; depth++)
		for (guint i = 0; i < G_N_ELEMENTS (each); i++) {
			g_autofree char *name =
				g_strdup_printf ("%s_%u", each[i], fairlead_depths[depth]);

			fairlead_csv_text (csv, name);
		}
	fairlead_csv_text (csv, "lead_time_days");
	fairlead_csv_end_row (csv);
}

static void
write_judgement (const FairleadMeasured *measured, guint kind, FairleadCsv *csv)
{
	const FairleadJudgement *judgement = &measured->judgements[kind];
	const FairleadMetrics *metrics = &judgement->metrics;
	const double numbers[] = { metrics->auc,        judgement->auc_low,
		                   judgement->auc_high, metrics->average_precision,
		                   judgement->ap_low,   judgement->ap_high };

	fairlead_csv_text (csv, measured->name);
	fairlead_csv_boolean (csv, measured->is_baseline);
	fairlead_csv_text (csv, fairlead_judged_name (kind));
	fairlead_csv_integer (csv, judgement->n);
	fairlead_csv_integer (csv, judgement->n_labelled);
	for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
		write_number (csv, numbers[i]);
	for (guint i = 0; i < FAIRLEAD_N_DEPTHS; i++) {
		write_number (csv, metrics->found[i]);
		write_number (csv, metrics->precision[i]);
		write_number (csv, metrics->recall[i]);
		write_number (csv, metrics->lift[i]);
	}
	if (kind == FAIRLEAD_JUDGED_ALL)
		write_number (csv, measured->lead_time);
	else
		fairlead_csv_text (csv, NULL);
	fairlead_csv_end_row (csv);
}

void
fairlead_backtest_write_csv (const FairleadBacktestPage *page, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	write_header (&csv);
	for (guint kind = FAIRLEAD_N_JUDGED; kind-- > 0;)
		for (guint i = 0; i < page->measured->len; i++) {
			const FairleadMeasured *measured =
				&g_array_index (page->measured, FairleadMeasured, i);

			if (measured->judgements[kind].n > 0)
				write_judgement (measured, kind, &csv);
		}
}

/* ---- parties ---- */

static void
write_party (const FairleadBacktestPage *page, guint32 judged, const FairleadRankedRow *row,
             const FairleadExposure *exposure, FairleadCsv *csv)
{
	FairleadKind kind = fairlead_network_get_kind (page->network, row->vertex);

	fairlead_csv_integer (csv, row->rank);
	fairlead_csv_text (csv, fairlead_network_get_id (page->network, row->vertex));
	fairlead_csv_text (csv, fairlead_network_get_name (page->network, row->vertex));
	fairlead_csv_text (csv, fairlead_kind_name (kind));
	fairlead_csv_boolean (csv, fairlead_backtest_is_labelled (page->backtest, judged));
	for (guint i = 0; i < page->measured->len; i++) {
		const FairleadMeasured *measured =
			&g_array_index (page->measured, FairleadMeasured, i);

		if (measured->values != NULL)
			write_number (csv, measured->values[judged]);
		else
			fairlead_csv_text (csv, NULL);
	}
	write_number (csv, exposure->share);
	fairlead_csv_integer (csv, exposure->n_clients);
	fairlead_csv_end_row (csv);
}

void
fairlead_backtest_write_parties_csv (const FairleadBacktestPage *page, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);
	FairleadRanking *ranking = fairlead_backtest_get_ranking (page->backtest);
	guint32 n_judged;
	guint n_rows;
	const guint32 *judged = fairlead_backtest_get_judged (page->backtest, &n_judged);
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n_rows);
	g_autoptr (GArray) exposures = fairlead_ranking_dup_exposures (ranking);
	static const char *const first[] = { "rank", "id", "name", "kind", "labelled" };

	for (guint i = 0; i < G_N_ELEMENTS (first); i++)
		fairlead_csv_text (&csv, first[i]);
	for (guint i = 0; i < page->measured->len; i++)
		fairlead_csv_text (&csv, g_array_index (page->measured, FairleadMeasured, i).name);
	fairlead_csv_text (&csv, "exposure");
	fairlead_csv_text (&csv, "clients");
	fairlead_csv_end_row (&csv);
	for (guint32 i = 0; i < n_judged && !fairlead_sink_has_failed (sink); i++)
		write_party (page, i, &rows[judged[i]],
		             &g_array_index (exposures, FairleadExposure, judged[i]), &csv);
}
