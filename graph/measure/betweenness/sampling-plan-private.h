/* graph/measure/betweenness/sampling-plan-private.h: how many samples make every value as sure as
 * is wanted
 *
 * Values near one half need the most, and few vertices have such: a pilot tells which, and the risk
 * is given to each vertex as it needs it. The samples after the pilot must be independent of it. */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/* By what the value of a vertex is bound */
typedef struct {
	gboolean by_variance; /* of what is drawn; else by the range of a share, 0 to 1 */
	double risk;          /* that it is off by more than epsilon */
} FairleadSamplingRule;

/* All but the first two are set by making it */
typedef struct {
	double epsilon;
	guint64 n_pilot;
	guint32 *n_with;             /* [n_pilot + 1]: vertices that so many paths passed */
	FairleadSamplingRule *rules; /* [n_pilot + 1]: of those */
} FairleadSamplingPlan;

void fairlead_sampling_plan_clear (FairleadSamplingPlan *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadSamplingPlan, fairlead_sampling_plan_clear)

/* @pilot: of each of @n vertices, how many paths of the pilot passed it. Returns the fewest samples
 * that take no more than the risk, of all vertices together; @most where that is too few. */
guint64 fairlead_sampling_plan_make (FairleadSamplingPlan *self, const guint64 *pilot, guint32 n,
                                     double risk, guint64 most);

/* The widest interval over all vertices by their rules, after @n_samples of which @count passed
 * each: where it is more than epsilon, the pilot was misleading */
double fairlead_sampling_plan_find_error (const FairleadSamplingPlan *self, const guint32 *pilot,
                                          const guint64 *count, guint32 n, guint64 n_samples);

G_END_DECLS
