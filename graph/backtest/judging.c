/* graph/backtest/judging.c */
#include "graph/backtest/judging.h"

#include <math.h>

#define LOW 0.05
#define HIGH 0.95

/* The items of one kind, numbered anew */
typedef struct {
	const FairleadJudged *question;
	guint32 n;
	guint32 *item;
	guint8 *is_labelled;
	FairleadOrder *orders; /* of each measure */
	double *draws[2];      /* AUC and AP: measure by measure */
	guint n_drawn;
} Part;

static void
part_init (Part *self, const FairleadJudged *question, guint kind)
{
	*self = (Part){ .question = question };
	self->item = g_new (guint32, MAX (question->n, 1));
	self->is_labelled = g_new (guint8, MAX (question->n, 1));
	for (guint32 i = 0; i < question->n; i++) {
		if (kind != FAIRLEAD_JUDGED_ALL && question->kind[i] != kind)
			continue;
		self->is_labelled[self->n] = question->is_labelled[i];
		self->item[self->n++] = i;
	}
}

static void
part_clear (Part *self)
{
	for (guint j = 0; j < self->question->n_measures; j++)
		fairlead_order_clear (&self->orders[j]);
	for (guint i = 0; i < G_N_ELEMENTS (self->draws); i++)
		g_free (self->draws[i]);
	g_free (self->orders);
	g_free (self->item);
	g_free (self->is_labelled);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, part_clear)

static void
order_measures (Part *self)
{
	g_autofree double *values = g_new (double, MAX (self->n, 1));

	self->orders = g_new0 (FairleadOrder, self->question->n_measures);
	for (guint j = 0; j < self->question->n_measures; j++) {
		for (guint32 i = 0; i < self->n; i++)
			values[i] = self->question->values[j][self->item[i]];
		fairlead_order_init (&self->orders[j], values, self->n);
	}
}

/* ---- the bootstrap ---- */

/* How often each item is drawn; FALSE where only one sort was */
static gboolean
draw_items (const Part *self, GRand *random, guint32 *weight)
{
	guint32 n_labelled = 0;

	for (guint32 i = 0; i < self->n; i++)
		weight[i] = 0;
	for (guint32 i = 0; i < self->n; i++) {
		guint32 item = (guint32) g_rand_int_range (random, 0, (gint32) self->n);

		weight[item]++;
		n_labelled += self->is_labelled[item];
	}
	return n_labelled > 0 && n_labelled < self->n;
}

static void
keep_draw (Part *self, const guint32 *weight)
{
	for (guint j = 0; j < self->question->n_measures; j++) {
		FairleadMetrics metrics =
			fairlead_metrics_compute (&self->orders[j], self->is_labelled, weight);
		gsize place = (gsize) j * self->question->n_draws + self->n_drawn;

		self->draws[0][place] = metrics.auc;
		self->draws[1][place] = metrics.average_precision;
	}
	self->n_drawn++;
}

static void
draw (Part *self)
{
	gsize n = (gsize) self->question->n_measures * MAX (self->question->n_draws, 1);
	GRand *random = g_rand_new_with_seed (self->question->seed);
	g_autofree guint32 *weight = g_new (guint32, MAX (self->n, 1));

	for (guint i = 0; i < G_N_ELEMENTS (self->draws); i++)
		self->draws[i] = g_new (double, n);
	for (guint i = 0; i < self->question->n_draws; i++)
		if (draw_items (self, random, weight))
			keep_draw (self, weight);
	g_rand_free (random);
}

/* ---- the judgement ---- */

static void
fill (Part *self, guint measure, FairleadJudgement *judgement)
{
	gsize start = (gsize) measure * self->question->n_draws;
	double *auc = self->draws[0] + start, *ap = self->draws[1] + start;

	judgement->n = self->n;
	for (guint32 i = 0; i < self->n; i++)
		judgement->n_labelled += self->is_labelled[i];
	judgement->metrics =
		fairlead_metrics_compute (&self->orders[measure], self->is_labelled, NULL);
	judgement->auc_low = fairlead_quantile (auc, self->n_drawn, LOW);
	judgement->auc_high = fairlead_quantile (auc, self->n_drawn, HIGH);
	judgement->ap_low = fairlead_quantile (ap, self->n_drawn, LOW);
	judgement->ap_high = fairlead_quantile (ap, self->n_drawn, HIGH);
}

FairleadJudgement *
fairlead_judge (const FairleadJudged *question, guint kind)
{
	FairleadJudgement *judgements = g_new0 (FairleadJudgement, MAX (question->n_measures, 1));
	g_auto (Part) part = { 0 };

	part_init (&part, question, kind);
	order_measures (&part);
	draw (&part);
	for (guint j = 0; j < question->n_measures; j++)
		fill (&part, j, &judgements[j]);
	return judgements;
}
