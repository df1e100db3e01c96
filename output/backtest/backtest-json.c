/* output/backtest/backtest-json.c: the stable form that scripts depend on; fields are added, never
 * changed */
#include "output/backtest/backtest-writers.h"

#include "output/write/json.h"
#include "output/write/number.h"

static void
write_number (FairleadJson *json, const char *key, double value)
{
	fairlead_json_number (json, key, fairlead_number_round (value));
}

static void
write_interval (FairleadJson *json, const char *key, double low, double high)
{
	fairlead_json_begin_array (json, key);
	write_number (json, NULL, low);
	write_number (json, NULL, high);
	fairlead_json_end_array (json);
}

static void
write_day (FairleadJson *json, const char *key, gint32 day)
{
	g_autofree char *text = fairlead_day_dup_text (day);

	fairlead_json_text (json, key, text);
}

/* ---- the question ---- */

static void
write_question (const FairleadBacktestPage *page, FairleadJson *json)
{
	const FairleadBacktestQuestion *question = page->view->question;
	FairleadRanking *ranking = fairlead_backtest_get_ranking (page->backtest);

	write_day (json, "as_of", question->as_of);
	write_day (json, "until", question->until);
	fairlead_json_begin_object (json, "target");
	fairlead_json_texts (json, "expressions", question->target);
	fairlead_json_integer (json, "size", fairlead_ranking_get_n_targets (ranking));
	fairlead_json_end_object (json);
	fairlead_json_begin_object (json, "parameters");
	fairlead_json_text (json, "hash", page->parameters_hash);
	fairlead_json_end_object (json);
	fairlead_json_integer (json, "seed", question->seed);
	fairlead_json_integer (json, "draws", question->n_draws);
	fairlead_json_boolean (json, "undated_kept", question->keeps_undated);
}

static void
write_files (const FairleadBacktestPage *page, FairleadJson *json)
{
	fairlead_json_begin_array (json, "files");
	for (guint i = 0; i < page->inventory->files->len; i++) {
		const char *path;
		const FairleadDating *dating = fairlead_backtest_page_get_file (page, i, &path);

		fairlead_json_begin_object (json, NULL);
		fairlead_json_text (json, "file", path);
		fairlead_json_integer (json, "dated", dating->n_dated);
		fairlead_json_integer (json, "undated", dating->n_undated);
		fairlead_json_integer (json, "after", dating->n_after);
		fairlead_json_integer (json, "published_after", dating->n_published_after);
		fairlead_json_end_object (json);
	}
	fairlead_json_end_array (json);
}

/* ---- labels ---- */

static void
write_label (const FairleadBacktestPage *page, const FairleadLabel *label, FairleadJson *json)
{
	FairleadNetwork *now = fairlead_backtest_get_network (page->backtest);
	FairleadRanking *ranking = fairlead_backtest_get_ranking (page->backtest);
	const FairleadRankedRow *row = label->fate == FAIRLEAD_LABEL_RANKED
	                                       ? fairlead_ranking_get_row_of (ranking, label->known)
	                                       : NULL;

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "id", fairlead_network_get_id (now, label->vertex));
	fairlead_json_text (json, "name", fairlead_network_get_name (now, label->vertex));
	fairlead_json_text (json, "kind",
	                    fairlead_kind_name (fairlead_network_get_kind (now, label->vertex)));
	fairlead_json_text (json, "fate", fairlead_label_fate_name (label->fate));
	if (label->listed != FAIRLEAD_DAY_OPEN_FUTURE)
		write_day (json, "listed", label->listed);
	if (row != NULL) {
		fairlead_json_integer (json, "rank", row->rank);
		write_number (json, "score", row->score);
	}
	fairlead_json_end_object (json);
}

static void
write_labels (const FairleadBacktestPage *page, FairleadJson *json)
{
	const GArray *labels = fairlead_backtest_get_labels (page->backtest);

	fairlead_json_begin_object (json, "labels");
	fairlead_json_texts (json, "expressions", page->view->question->labels);
	fairlead_json_integer (json, "size", labels->len);
	for (guint i = 0; i < FAIRLEAD_N_LABEL_FATES; i++)
		fairlead_json_integer (json, fairlead_label_fate_name (i), page->fates[i]);
	fairlead_json_begin_array (json, "parties");
	for (guint i = 0; i < labels->len; i++)
		write_label (page, &g_array_index (labels, FairleadLabel, i), json);
	fairlead_json_end_array (json);
	fairlead_json_end_object (json);
}

/* ---- measures ---- */

static void
write_judgement (const FairleadJudgement *judgement, const char *key, FairleadJson *json)
{
	const FairleadMetrics *metrics = &judgement->metrics;

	fairlead_json_begin_object (json, key);
	fairlead_json_integer (json, "judged", judgement->n);
	fairlead_json_integer (json, "labelled", judgement->n_labelled);
	write_number (json, "auc", metrics->auc);
	write_interval (json, "auc_interval", judgement->auc_low, judgement->auc_high);
	write_number (json, "average_precision", metrics->average_precision);
	write_interval (json, "average_precision_interval", judgement->ap_low, judgement->ap_high);
	fairlead_json_begin_array (json, "at");
	for (guint i = 0; i < FAIRLEAD_N_DEPTHS; i++) {
		fairlead_json_begin_object (json, NULL);
		fairlead_json_integer (json, "depth", fairlead_depths[i]);
		write_number (json, "found", metrics->found[i]);
		write_number (json, "precision", metrics->precision[i]);
		write_number (json, "recall", metrics->recall[i]);
		write_number (json, "lift", metrics->lift[i]);
		fairlead_json_end_object (json);
	}
	fairlead_json_end_array (json);
	fairlead_json_end_object (json);
}

static void
write_measured (const FairleadMeasured *measured, FairleadJson *json)
{
	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "name", measured->name);
	fairlead_json_boolean (json, "baseline", measured->is_baseline);
	fairlead_json_boolean (json, "computed", measured->values != NULL);
	for (guint kind = FAIRLEAD_N_JUDGED; kind-- > 0;)
		if (measured->judgements[kind].n > 0)
			write_judgement (&measured->judgements[kind], fairlead_judged_name (kind),
			                 json);
	write_number (json, "lead_time_days", measured->lead_time);
	fairlead_json_end_object (json);
}

void
fairlead_backtest_write_json (const FairleadBacktestPage *page, FairleadSink *sink)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	write_question (page, &json);
	write_files (page, &json);
	write_labels (page, &json);
	fairlead_json_begin_array (&json, "measures");
	for (guint i = 0; i < page->measured->len; i++)
		write_measured (&g_array_index (page->measured, FairleadMeasured, i), &json);
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
}
