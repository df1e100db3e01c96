/* graph/measure/betweenness/sampling-plan.c */
#include "graph/measure/betweenness/sampling-plan-private.h"

#include <math.h>

void
fairlead_sampling_plan_clear (FairleadSamplingPlan *self)
{
	g_free (self->n_with);
	g_free (self->rules);
}

/* The greatest variance of a share that the pilot makes likely: three deviations off */
static double
likely_variance (double n_passed, double n_pilot)
{
	double share = n_passed / n_pilot, slack = 9.0 / n_pilot;
	double low = share - 3.0 * sqrt ((1.0 - share) / n_pilot) - slack;
	double high = share + 3.0 * sqrt (share / n_pilot) + slack;

	if (low <= 0.5 && high >= 0.5)
		return 0.25;
	return high < 0.5 ? high * (1.0 - high) : low * (1.0 - low);
}

/* Hoeffding 1963, doi:10.1080/01621459.1963.10500830 */
static double
risk_by_range (double n, double epsilon)
{
	return 2.0 * exp (-2.0 * n * epsilon * epsilon);
}

/* Maurer and Pontil's bound, solved for its risk */
static double
risk_by_variance (double n, double epsilon, double variance)
{
	double square = 7.0 / (3.0 * (n - 1.0)), linear = sqrt (2.0 * variance / n);
	double root = (sqrt (linear * linear + 4.0 * square * epsilon) - linear) / (2.0 * square);

	return 4.0 * exp (-root * root);
}

/* The risk of all vertices together after @n samples, each by the better rule */
static double
set_rules (FairleadSamplingPlan *self, double n)
{
	double sum = 0.0;

	for (guint64 i = 0; i <= self->n_pilot; i++) {
		double by_range = risk_by_range (n, self->epsilon);
		double by_variance = risk_by_variance (
			n, self->epsilon, likely_variance ((double) i, (double) self->n_pilot));

		self->rules[i] = (FairleadSamplingRule){ by_variance < by_range,
			                                 MIN (by_variance, by_range) };
		sum += self->n_with[i] * self->rules[i].risk;
	}
	return sum;
}

guint64
fairlead_sampling_plan_make (FairleadSamplingPlan *self, const guint64 *pilot, guint32 n,
                             double risk, guint64 most)
{
	guint64 low = 2, high = most;

	self->n_with = g_new0 (guint32, self->n_pilot + 1);
	self->rules = g_new0 (FairleadSamplingRule, self->n_pilot + 1);
	for (guint32 vertex = 0; vertex < n; vertex++)
		self->n_with[pilot[vertex]]++;
	while (low < high) {
		guint64 middle = low + (high - low) / 2;

		if (set_rules (self, (double) middle) > risk)
			low = middle + 1;
		else
			high = middle;
	}
	set_rules (self, (double) low);
	return low;
}

double
fairlead_sampling_plan_find_error (const FairleadSamplingPlan *self, const guint32 *pilot,
                                   const guint64 *count, guint32 n_vertices, guint64 n_samples)
{
	double n = (double) n_samples, widest = 0.0;

	for (guint32 vertex = 0; vertex < n_vertices; vertex++) {
		const FairleadSamplingRule *rule = &self->rules[pilot[vertex]];
		double share = (double) count[vertex] / n;
		double logarithm = log ((rule->by_variance ? 4.0 : 2.0) / rule->risk);

		widest = MAX (widest,
		              rule->by_variance
		                      ? sqrt (2.0 * share * (1.0 - share) / (n - 1.0) * logarithm)
		                                + 7.0 * logarithm / (3.0 * (n - 1.0))
		                      : sqrt (logarithm / (2.0 * n)));
	}
	return widest;
}
