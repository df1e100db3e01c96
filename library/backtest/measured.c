/* library/backtest/measured.c */
#include <math.h>

#include "library/backtest/backtest-private.h"
#include "output/backtest/backtest-writers.h"

struct _FleadMeasured {
	GObject parent;
	FleadBacktest *backtest;
	MeasuredRow row;
};

G_DEFINE_FINAL_TYPE (FleadMeasured, flead_measured, G_TYPE_OBJECT)

static void
flead_measured_finalize (GObject *object)
{
	g_clear_object (&FLEAD_MEASURED (object)->backtest);
	G_OBJECT_CLASS (flead_measured_parent_class)->finalize (object);
}

static void
flead_measured_class_init (FleadMeasuredClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_measured_finalize;
}

static void
flead_measured_init (FleadMeasured *self)
{
	(void) self;
}

FleadMeasured *
flead_measured_new (FleadBacktest *backtest, MeasuredRow row)
{
	FleadMeasured *self = g_object_new (FLEAD_TYPE_MEASURED, NULL);

	self->backtest = g_object_ref (backtest);
	self->row = row;
	return self;
}

static gboolean
is_made (FleadMeasured *self)
{
	return FLEAD_IS_MEASURED (self) && self->backtest != NULL;
}

static const FairleadJudgement *
judgement_of (FleadMeasured *self)
{
	return &self->row.measured->judgements[self->row.kind];
}

const char *
flead_measured_get_measure (FleadMeasured *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return self->row.measured->name;
}

gboolean
flead_measured_get_is_baseline (FleadMeasured *self)
{
	g_return_val_if_fail (is_made (self), FALSE);
	return self->row.measured->is_baseline;
}

const char *
flead_measured_get_kind (FleadMeasured *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return fairlead_judged_name (self->row.kind);
}

guint
flead_measured_get_n (FleadMeasured *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return judgement_of (self)->n;
}

guint
flead_measured_get_n_labelled (FleadMeasured *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return judgement_of (self)->n_labelled;
}

static void
set (double *where, double value)
{
	if (where != NULL)
		*where = value;
}

double
flead_measured_get_auc (FleadMeasured *self, double *low, double *high)
{
	g_return_val_if_fail (is_made (self), (double) NAN);
	set (low, judgement_of (self)->auc_low);
	set (high, judgement_of (self)->auc_high);
	return judgement_of (self)->metrics.auc;
}

double
flead_measured_get_average_precision (FleadMeasured *self, double *low, double *high)
{
	g_return_val_if_fail (is_made (self), (double) NAN);
	set (low, judgement_of (self)->ap_low);
	set (high, judgement_of (self)->ap_high);
	return judgement_of (self)->metrics.average_precision;
}
