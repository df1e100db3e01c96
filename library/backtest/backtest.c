/* library/backtest/backtest.c */
#include <math.h>

#include "ingest/record/error.h"
#include "library/backtest/backtest-private.h"
#include "library/input/day.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"
#include "output/backtest/backtest-writers.h"

struct _FleadBacktest {
	GObject parent;
	FleadNetwork *network;
	FleadBacktestQuestion *asked; /* a copy of the one that was asked */
	FairleadBacktestQuestion question;
	FairleadBacktest *inner;
	GArray *rows; /* of MeasuredRow, in the order in which they are written */
};

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_MEASURED;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_BACKTEST (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
	FleadBacktest *self = FLEAD_BACKTEST (model);

	return position < self->rows->len ? flead_measured_new (
		       self, g_array_index (self->rows, MeasuredRow, position))
	                                  : NULL;
}

/* ---- as a result ---- */

static const char *
kind_name (guint kind)
{
	return fairlead_judged_name (kind);
}

enum {
	MEASURE,
	IS_BASELINE,
	KIND,
	JUDGED,
	LABELLED,
	FIRST_NUMBER,
	N_NUMBERS = 6,
	FIRST_DEPTH = FIRST_NUMBER + N_NUMBERS,
	N_EACH = 4,
	LEAD_TIME = FIRST_DEPTH + N_EACH * FAIRLEAD_N_DEPTHS,
	N_COLUMNS
};

#define NUMBER(name)                               \
	{                                          \
		name, FLEAD_COLUMN_NUMBER, NULL, 0 \
	}
#define DEPTH(depth)                                                                    \
	NUMBER ("found_" depth), NUMBER ("precision_" depth), NUMBER ("recall_" depth), \
		NUMBER ("lift_" depth)

/* Of the depths in fairlead_depths */
static const ColumnPlan plans[] = {
	{ "measure", FLEAD_COLUMN_TEXT, NULL, 0 },
	{ "baseline", FLEAD_COLUMN_TRUTH, NULL, 0 },
	{ "kind", FLEAD_COLUMN_WORD, kind_name, FAIRLEAD_N_JUDGED },
	{ "judged", FLEAD_COLUMN_INTEGER, NULL, 0 },
	{ "labelled", FLEAD_COLUMN_INTEGER, NULL, 0 },
	NUMBER ("auc"),
	NUMBER ("auc_low"),
	NUMBER ("auc_high"),
	NUMBER ("average_precision"),
	NUMBER ("ap_low"),
	NUMBER ("ap_high"),
	DEPTH ("10"),
	DEPTH ("20"),
	DEPTH ("50"),
	NUMBER ("lead_time_days"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (plans) == N_COLUMNS);

static void
add_row (TableMaker *maker, const MeasuredRow *row)
{
	const FairleadJudgement *judgement = &row->measured->judgements[row->kind];
	const FairleadMetrics *metrics = &judgement->metrics;
	const double numbers[N_NUMBERS] = { metrics->auc,        judgement->auc_low,
		                            judgement->auc_high, metrics->average_precision,
		                            judgement->ap_low,   judgement->ap_high };

	table_maker_add_text (maker, MEASURE, row->measured->name);
	table_maker_add_truth (maker, IS_BASELINE, row->measured->is_baseline);
	table_maker_add_word (maker, KIND, (gint32) row->kind);
	table_maker_add_integer (maker, JUDGED, judgement->n);
	table_maker_add_integer (maker, LABELLED, judgement->n_labelled);
	for (guint i = 0; i < N_NUMBERS; i++)
		table_maker_add_number (maker, FIRST_NUMBER + i, numbers[i]);
	for (guint i = 0; i < FAIRLEAD_N_DEPTHS; i++) {
		const double each[N_EACH] = { metrics->found[i], metrics->precision[i],
			                      metrics->recall[i], metrics->lift[i] };

		for (guint k = 0; k < N_EACH; k++)
			table_maker_add_number (maker, FIRST_DEPTH + N_EACH * i + k, each[k]);
	}
	table_maker_add_number (maker, LEAD_TIME,
	                        row->kind == FAIRLEAD_JUDGED_ALL ? row->measured->lead_time : NAN);
}

static FleadTable *
dup_table (FleadResult *result)
{
	FleadBacktest *self = FLEAD_BACKTEST (result);
	g_autoptr (TableMaker) maker = table_maker_new (plans, N_COLUMNS, self->rows->len);

	for (guint i = 0; i < self->rows->len; i++)
		add_row (maker, &g_array_index (self->rows, MeasuredRow, i));
	return table_maker_finish (maker);
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadBacktest *self = FLEAD_BACKTEST (result);
	const FairleadBacktestView view = { .format = flead_format_to_inner (format),
		                            .question = &self->question };

	g_return_val_if_fail (self->inner != NULL, FALSE);
	return fairlead_backtest_write (self->inner, &view, stream, cancellable, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadBacktest, flead_backtest)

static void
flead_backtest_finalize (GObject *object)
{
	FleadBacktest *self = FLEAD_BACKTEST (object);

	g_array_unref (self->rows);
	g_clear_object (&self->inner);
	g_clear_object (&self->asked);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (flead_backtest_parent_class)->finalize (object);
}

/* One that g_object_new() made has judged nobody */
static void
flead_backtest_init (FleadBacktest *self)
{
	self->rows = g_array_new (FALSE, FALSE, sizeof (MeasuredRow));
}

/* ---- judging ---- */

static gboolean
is_said (const char *what, gboolean is_there, GError **error)
{
	if (!is_there)
		g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE, "the question has no %s",
		             what);
	return is_there;
}

static gboolean
has_texts (GStrv texts)
{
	return texts != NULL && texts[0] != NULL;
}

static gboolean
read_days (const BacktestValues *asked, FairleadBacktestQuestion *question, GError **error)
{
	gint32 until;

	if (!is_said ("day", asked->as_of != NULL, error)
	    || !day_read (asked->as_of, &question->as_of, error)
	    || !day_read (asked->until, &until, error))
		return FALSE;
	question->until = MIN (until, FAIRLEAD_ANY_DAY);
	if (question->until > question->as_of)
		return TRUE;
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE, "the day %s is not after %s",
	             asked->until, asked->as_of);
	return FALSE;
}

static gboolean
read_question (const BacktestValues *asked, FairleadBacktestQuestion *question, GError **error)
{
	*question = (FairleadBacktestQuestion){
		.target = (const char *const *) asked->target,
		.market = (const char *const *) asked->market,
		.labels = (const char *const *) asked->labels,
		.keeps_undated = !asked->drop_undated,
		.n_draws = asked->draws,
		.seed = asked->seed,
	};
	return is_said ("target", has_texts (asked->target), error)
	       && is_said ("labels", has_texts (asked->labels), error)
	       && read_days (asked, question, error);
}

/* All parties first, then kind by kind from the last, as they are written */
static void
take_rows (FleadBacktest *self)
{
	const GArray *measured = fairlead_backtest_get_measured (self->inner);

	for (guint kind = FAIRLEAD_N_JUDGED; kind-- > 0;)
		for (guint i = 0; i < measured->len; i++) {
			const MeasuredRow row = { &g_array_index (measured, FairleadMeasured, i),
				                  kind };

			if (row.measured->judgements[kind].n > 0)
				g_array_append_val (self->rows, row);
		}
}

FleadBacktest *
flead_network_backtest (FleadNetwork *network, FleadBacktestQuestion *question,
                        GCancellable *cancellable, FleadProgress progress, gpointer user_data,
                        GError **error)
{
	g_autoptr (FleadBacktest) self = NULL;
	FairleadParameters parameters;
	const BacktestValues *asked;

	g_return_val_if_fail (FLEAD_IS_NETWORK (network), NULL);
	g_return_val_if_fail (FLEAD_IS_BACKTEST_QUESTION (question), NULL);
	self = g_object_new (FLEAD_TYPE_BACKTEST, NULL);
	self->network = g_object_ref (network);
	self->asked = flead_backtest_question_copy (question);
	asked = flead_backtest_question_get_values (self->asked);
	fairlead_parameters_init (&parameters);
	if (!read_question (asked, &self->question, error)
	    || (asked->parameters != NULL
	        && !fairlead_parameters_load (&parameters, asked->parameters, error)))
		return NULL;
	self->inner =
		fairlead_backtest_new (flead_network_get_inner (network), &parameters,
	                               &self->question, progress, user_data, cancellable, error);
	if (self->inner == NULL)
		return NULL;
	take_rows (self);
	return g_steal_pointer (&self);
}

DEFINE_LATER (FleadBacktest, flead_network_backtest, FleadNetwork, FLEAD_IS_NETWORK,
              FleadBacktestQuestion, FLEAD_IS_BACKTEST_QUESTION, flead_backtest_question_copy)

/* ---- what else is written ---- */

gboolean
flead_backtest_write_parties (FleadBacktest *self, GOutputStream *stream, GCancellable *cancellable,
                              GError **error)
{
	FairleadBacktestView view = { .format = FAIRLEAD_FORMAT_CSV };

	g_return_val_if_fail (FLEAD_IS_BACKTEST (self) && self->inner != NULL, FALSE);
	g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
	view.question = &self->question;
	return fairlead_backtest_write_parties (self->inner, &view, stream, cancellable, error);
}

GBytes *
flead_backtest_draw (FleadBacktest *self, GCancellable *cancellable, GError **error)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	FairleadBacktestView view = { .format = FAIRLEAD_FORMAT_TABLE };

	g_return_val_if_fail (FLEAD_IS_BACKTEST (self) && self->inner != NULL, NULL);
	view.question = &self->question;
	return fairlead_backtest_write_chart (self->inner, &view, stream, cancellable, error)
	                       && g_output_stream_close (stream, cancellable, error)
	               ? g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream))
	               : NULL;
}
