/* graph/score/components.c: what each component asks of the network */
#include "graph/measure/brokerage.h"
#include "graph/measure/control.h"
#include "graph/measure/reach/reach.h"
#include "graph/measure/walk.h"
#include "graph/network/links-private.h"
#include "graph/score/score.h"
#include "graph/maritime/signals.h"

/* Walks that are followed at once */
#define N_TOGETHER 8u

static const struct {
	const char *name;
	const char *heading;
} names[FAIRLEAD_N_COMPONENTS] = {
#define X(tag, name, heading, weight) { name, heading },
	FAIRLEAD_COMPONENT_TABLE (X)
#undef X
};

const char *
fairlead_component_name (FairleadComponent component)
{
	g_return_val_if_fail ((guint) component < FAIRLEAD_N_COMPONENTS, NULL);
	return names[component].name;
}

const char *
fairlead_component_heading (FairleadComponent component)
{
	g_return_val_if_fail ((guint) component < FAIRLEAD_N_COMPONENTS, NULL);
	return names[component].heading;
}

void
fairlead_score_get_weights (const FairleadParameters *parameters,
                            double weights[FAIRLEAD_N_COMPONENTS])
{
#define X(tag, name, heading, weight) weights[FAIRLEAD_COMPONENT_##tag] = parameters->weight;
	FAIRLEAD_COMPONENT_TABLE (X)
#undef X
}

/* ---- proximity ---- */

/* What a start's own restarts bring to it says nothing about the others: it is taken off */
static void
take_off_own_restarts (const FairleadScoring *self, const FairleadWalkStart *start, double *near)
{
	double at_dead_ends = 0.0, own;

	for (guint32 vertex = 0; vertex < self->graph->n_vertices; vertex++)
		if (fairlead_adjacency_degree (self->graph, vertex) == 0)
			at_dead_ends += near[vertex];
	own = (self->parameters->restart + (1.0 - self->parameters->restart) * at_dead_ends)
	      / start->n;
	for (guint i = 0; i < start->n; i++) {
		double *value = &near[start->vertices[i]];

		*value = *value - own > self->parameters->tolerance ? *value - own : 0.0;
	}
}

/* What is tried many times over has a thread of its own each time */
static FairleadParallel
how_to_run (const FairleadScoring *self)
{
	return (FairleadParallel){ .n_threads = self->is_kept != NULL ? 1 : 0,
		                   .cancellable = self->cancellable };
}

/* Of walks from each of the target the mixture by weight; a few at a time, for each takes memory */
static double *
mix_walks (const FairleadScoring *self, const FairleadParallel *how, GError **error)
{
	g_autofree double *near = g_new0 (double, MAX (self->graph->n_vertices, 1));

	for (guint first = 0; first < self->target->len; first += N_TOGETHER) {
		FairleadWalkStart starts[N_TOGETHER];
		guint n = MIN (N_TOGETHER, self->target->len - first);
		g_autoptr (GPtrArray) walks = NULL;

		for (guint i = 0; i < n; i++)
			starts[i] =
				(FairleadWalkStart){ &fairlead_vertices (self->target)[first + i],
				                     1 };
		walks = fairlead_walk_many (self->graph, starts, n, self->parameters->restart,
		                            self->parameters->tolerance, how, error);
		if (walks == NULL)
			return NULL;
		for (guint i = 0; i < n; i++) {
			double *walk = g_ptr_array_index (walks, i);
			double weight = g_array_index (self->target_weights, double, first + i);

			take_off_own_restarts (self, &starts[i], walk);
			for (guint32 vertex = 0; vertex < self->graph->n_vertices; vertex++)
				near[vertex] += weight * walk[vertex];
		}
	}
	return g_steal_pointer (&near);
}

static double *
compute_proximity (const FairleadScoring *self, GError **error)
{
	const FairleadParameters *parameters = self->parameters;
	const FairleadParallel how = how_to_run (self);
	const FairleadWalkStart starts[] = {
		{ fairlead_vertices (self->target), self->target->len },
		{ fairlead_vertices (self->parties), self->parties->len },
	};
	g_autoptr (GPtrArray) walks =
		fairlead_walk_many (self->graph, starts, G_N_ELEMENTS (starts), parameters->restart,
	                            parameters->tolerance, &how, error);
	g_autofree double *near = NULL;
	const double *everywhere;

	if (walks == NULL)
		return NULL;
	if (self->target_weights != NULL) {
		near = mix_walks (self, &how, error);
		if (near == NULL)
			return NULL;
	} else {
		near = g_steal_pointer (&g_ptr_array_index (walks, 0));
		take_off_own_restarts (self, &starts[0], near);
	}
	everywhere = g_ptr_array_index (walks, 1);
	for (guint32 vertex = 0; vertex < self->graph->n_vertices; vertex++)
		near[vertex] = everywhere[vertex] > 0.0 ? near[vertex] / everywhere[vertex] : 0.0;
	return g_steal_pointer (&near);
}

/* ---- brokerage and necessity ---- */

static double *
compute_brokerage (const FairleadScoring *self, GError **error)
{
	const FairleadParallel how = how_to_run (self);
	const GArray *target = self->brokers_between != NULL ? self->brokers_between : self->target;

	return fairlead_brokerage (self->graph, fairlead_vertices (target), target->len,
	                           fairlead_vertices (self->market), self->market->len,
	                           self->parameters->hop_loss, &how, error);
}

static double *
compute_necessity (const FairleadScoring *self, GError **error)
{
	const FairleadParallel how = how_to_run (self);

	return fairlead_reach_loss (self->graph, fairlead_vertices (self->target),
	                            self->target->len, fairlead_vertices (self->market),
	                            self->market->len, self->parameters->hop_loss,
	                            self->parameters->reach_floor, &how, error);
}

/* ---- control ---- */

static gboolean
is_dealing (const FairleadScoring *self, FairleadLink link)
{
	const guint no_dealing = 1u << FAIRLEAD_CLASS_LOCATION | 1u << FAIRLEAD_CLASS_IDENTITY;
	guint8 kind = fairlead_network_get_ends (self->network)->kind[link];

	return !(1u << fairlead_link_info (kind)->link_class & no_dealing);
}

/* Ships that deal directly with the target */
static void
add_served (const FairleadScoring *self, FairleadVertex from, FairleadVertex to, GHashTable *seen,
            GArray *served)
{
	const FairleadVertex ends[] = { from, to };

	for (guint i = 0; i < 2; i++)
		if (self->is_target[ends[1 - i]] && !self->is_target[ends[i]]
		    && fairlead_network_get_kind (self->network, ends[i]) == FAIRLEAD_KIND_VESSEL
		    && g_hash_table_add (seen, GUINT_TO_POINTER (ends[i])))
			g_array_append_val (served, ends[i]);
}

GArray *
fairlead_score_find_dealings (const FairleadScoring *self)
{
	GArray *dealings = g_array_new (FALSE, FALSE, sizeof (FairleadLink));
	const FairleadLinks *ends = fairlead_network_get_ends (self->network);

	for (FairleadLink link = 0; link < ends->n; link++)
		if (self->is_target[ends->from[link]] != self->is_target[ends->to[link]]
		    && is_dealing (self, link))
			g_array_append_val (dealings, link);
	return dealings;
}

GArray *
fairlead_score_find_served (const FairleadScoring *self)
{
	g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
	g_autoptr (GArray) dealings = self->dealings != NULL
	                                      ? g_array_ref ((GArray *) self->dealings)
	                                      : fairlead_score_find_dealings (self);
	GArray *served = g_array_copy ((GArray *) self->target);

	for (guint i = 0; i < dealings->len; i++) {
		FairleadLink link = g_array_index (dealings, FairleadLink, i);

		if (self->is_kept == NULL || self->is_kept[link])
			add_served (self, fairlead_network_get_from (self->network, link),
			            fairlead_network_get_to (self->network, link), seen, served);
	}
	for (guint i = 0; self->missing != NULL && i < self->missing->len; i++) {
		const FairleadMissing *link = &g_array_index (self->missing, FairleadMissing, i);

		if (is_dealing (self, link->like))
			add_served (self, link->from, link->to, seen, served);
	}
	return served;
}

static double *
compute_control (const FairleadScoring *self, GError **error)
{
	g_autoptr (GArray) served = fairlead_score_find_served (self);

	(void) error;
	return fairlead_control (self->network, self->parameters, self->ladders, self->is_kept,
	                         self->is_sure, self->missing, fairlead_vertices (served),
	                         served->len);
}

/* ---- signals ---- */

static double *
compute_signals (const FairleadScoring *self, GError **error)
{
	g_autoptr (FairleadSignals) signals =
		self->signals != NULL && self->is_kept != NULL
			? fairlead_signals_new_without (self->signals, self->is_kept)
			: fairlead_signals_new (self->network, self->parameters, self->is_target,
	                                        self->is_kept);

	(void) error;
	return fairlead_signals_dup_sums (signals);
}

double *
fairlead_score_component (const FairleadScoring *self, FairleadComponent component, GError **error)
{
	static double *(*const compute[FAIRLEAD_N_COMPONENTS]) (const FairleadScoring *,
	                                                        GError **) = {
		[FAIRLEAD_COMPONENT_PROXIMITY] = compute_proximity,
		[FAIRLEAD_COMPONENT_BROKERAGE] = compute_brokerage,
		[FAIRLEAD_COMPONENT_NECESSITY] = compute_necessity,
		[FAIRLEAD_COMPONENT_CONTROL] = compute_control,
		[FAIRLEAD_COMPONENT_SIGNALS] = compute_signals,
	};

	return compute[component](self, error);
}
