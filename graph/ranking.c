/* graph/ranking.c */
#include "graph/ranking.h"

#include "graph/evidence.h"
#include "graph/expression.h"
#include "graph/fusion.h"
#include "graph/measure/brokerage.h"
#include "graph/measure/control.h"
#include "graph/measure/walk.h"

struct _FairleadRanking {
	GObject parent;
	FairleadNetwork *network;
	FairleadParameters parameters;
	GStrv target_expressions;
	GArray *target;    /* of FairleadVertex, ascending */
	guint8 *is_target; /* of each vertex */
	FairleadAdjacency *graph;
	GArray *rows;               /* of FairleadRankedRow, in order of rank */
	guint32 *row_of;            /* of each vertex, plus 1; 0 where it is not ranked */
	FairleadEvidence *evidence; /* made when first asked for */
};

G_DEFINE_FINAL_TYPE (FairleadRanking, fairlead_ranking, G_TYPE_OBJECT)

/* What the components are computed from */
typedef struct {
	FairleadRanking *ranking;
	GArray *market; /* of FairleadVertex */
	GCancellable *cancellable;
	FairleadRankProgress progress;
	gpointer user_data;
} Work;

static const struct {
	const char *name;
	const char *heading;
} components[FAIRLEAD_N_COMPONENTS] = {
#define X(tag, name, heading) { name, heading },
	FAIRLEAD_COMPONENT_TABLE (X)
#undef X
};

const char *
fairlead_component_name (FairleadComponent component)
{
	g_return_val_if_fail ((guint) component < FAIRLEAD_N_COMPONENTS, NULL);
	return components[component].name;
}

const char *
fairlead_component_heading (FairleadComponent component)
{
	g_return_val_if_fail ((guint) component < FAIRLEAD_N_COMPONENTS, NULL);
	return components[component].heading;
}

static const FairleadVertex *
vertices (GArray *array)
{
	return (const FairleadVertex *) (gpointer) array->data;
}

/* ---- the components ---- */

/* What a target's own restarts bring to it says nothing about the others: it is taken off */
static void
take_off_own_restarts (FairleadRanking *self, double *near)
{
	double at_dead_ends = 0.0, own;

	for (guint32 vertex = 0; vertex < self->graph->n_vertices; vertex++)
		if (fairlead_adjacency_degree (self->graph, vertex) == 0)
			at_dead_ends += near[vertex];
	own = (self->parameters.restart + (1.0 - self->parameters.restart) * at_dead_ends)
	      / self->target->len;
	for (guint i = 0; i < self->target->len; i++) {
		double *value = &near[vertices (self->target)[i]];

		*value = *value - own > self->parameters.tolerance ? *value - own : 0.0;
	}
}

/* Places start no walk: a party is not common for having many addresses */
static GArray *
all_parties (FairleadNetwork *network)
{
	GArray *parties = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (FairleadVertex vertex = 0; vertex < fairlead_network_get_n_vertices (network);
	     vertex++)
		if (fairlead_network_is_party (network, vertex))
			g_array_append_val (parties, vertex);
	return parties;
}

static double *
compute_proximity (Work *work, GError **error)
{
	FairleadRanking *self = work->ranking;
	const FairleadParameters *parameters = &self->parameters;
	g_autofree double *near = fairlead_walk (self->graph, vertices (self->target),
	                                         self->target->len, parameters->restart,
	                                         parameters->tolerance, work->cancellable, error);
	g_autofree double *everywhere = NULL;
	g_autoptr (GArray) parties = NULL;

	if (near == NULL)
		return NULL;
	parties = all_parties (self->network);
	everywhere =
		fairlead_walk (self->graph, vertices (parties), parties->len, parameters->restart,
	                       parameters->tolerance, work->cancellable, error);
	if (everywhere == NULL)
		return NULL;
	take_off_own_restarts (self, near);
	for (guint32 vertex = 0; vertex < self->graph->n_vertices; vertex++)
		near[vertex] = everywhere[vertex] > 0.0 ? near[vertex] / everywhere[vertex] : 0.0;
	return g_steal_pointer (&near);
}

static double *
compute_brokerage (Work *work, GError **error)
{
	FairleadRanking *self = work->ranking;
	const FairleadParallel how = { .cancellable = work->cancellable };

	return fairlead_brokerage (self->graph, vertices (self->target), self->target->len,
	                           vertices (work->market), work->market->len,
	                           self->parameters.hop_loss, &how, error);
}

static gboolean
is_dealing (FairleadNetwork *network, FairleadLink link)
{
	const guint no_dealing = 1u << FAIRLEAD_CLASS_LOCATION | 1u << FAIRLEAD_CLASS_IDENTITY;
	guint8 kind = fairlead_network_get_link (network, link)->kind;

	return !(1u << fairlead_link_info (kind)->link_class & no_dealing);
}

/* The target, and ships that deal with it directly */
static GArray *
served_parties (FairleadRanking *self)
{
	g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
	GArray *served = g_array_copy (self->target);

	for (FairleadLink link = 0; link < fairlead_network_get_n_links (self->network); link++) {
		const FairleadVertex ends[] = { fairlead_network_get_from (self->network, link),
			                        fairlead_network_get_to (self->network, link) };

		for (guint i = 0; i < 2; i++)
			if (self->is_target[ends[1 - i]] && !self->is_target[ends[i]]
			    && fairlead_network_get_kind (self->network, ends[i])
			               == FAIRLEAD_KIND_VESSEL
			    && is_dealing (self->network, link)
			    && g_hash_table_add (seen, GUINT_TO_POINTER (ends[i])))
				g_array_append_val (served, ends[i]);
	}
	return served;
}

static double *
compute_control (Work *work, GError **error)
{
	FairleadRanking *self = work->ranking;
	g_autoptr (GArray) served = served_parties (self);

	(void) error;
	return fairlead_control (self->network, &self->parameters, vertices (served), served->len);
}

static double *(*const compute[FAIRLEAD_N_COMPONENTS]) (Work *work, GError **error) = {
	[FAIRLEAD_COMPONENT_PROXIMITY] = compute_proximity,
	[FAIRLEAD_COMPONENT_BROKERAGE] = compute_brokerage,
	[FAIRLEAD_COMPONENT_CONTROL] = compute_control,
};

/* ---- putting them together ---- */

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
	const FairleadRankedRow *first = a, *second = b;
	double score_a = fairlead_round_value (first->score);
	double score_b = fairlead_round_value (second->score);

	if (score_a < score_b || score_a > score_b)
		return score_a > score_b ? -1 : 1;
	return first->vertex < second->vertex ? -1 : first->vertex > second->vertex;
}

static void
collect_rows (FairleadRanking *self, gboolean include_targets)
{
	for (FairleadVertex vertex = 0; vertex < self->graph->n_vertices; vertex++) {
		FairleadRankedRow row = {
			.vertex = vertex,
			.degree = fairlead_adjacency_degree (self->graph, vertex),
			.is_target = self->is_target[vertex],
		};

		if (fairlead_network_is_party (self->network, vertex)
		    && (include_targets || !row.is_target))
			g_array_append_val (self->rows, row);
	}
}

static void
number_rows (FairleadRanking *self)
{
	FairleadRankedRow *rows = (FairleadRankedRow *) (gpointer) self->rows->data;

	g_array_sort (self->rows, compare_rows);
	self->row_of = g_new0 (guint32, MAX (self->graph->n_vertices, 1));
	for (guint i = 0; i < self->rows->len; i++) {
		gboolean ties = i > 0
		                && !(fairlead_round_value (rows[i].score)
		                     < fairlead_round_value (rows[i - 1].score));

		rows[i].rank = ties ? rows[i - 1].rank : i + 1;
		self->row_of[rows[i].vertex] = i + 1;
	}
}

static void
fuse_rows (FairleadRanking *self, double *const *values)
{
	const double weights[FAIRLEAD_N_COMPONENTS] = {
		self->parameters.weight_proximity,
		self->parameters.weight_brokerage,
		self->parameters.weight_control,
	};
	FairleadRankedRow *rows = (FairleadRankedRow *) (gpointer) self->rows->data;
	guint32 n = self->rows->len;
	double *ranked[FAIRLEAD_N_COMPONENTS];
	g_autofree double *scores = NULL;

	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++) {
		ranked[j] = g_new (double, MAX (n, 1));
		for (guint32 i = 0; i < n; i++)
			rows[i].components[j] = ranked[j][i] = values[j][rows[i].vertex];
	}
	scores = fairlead_fuse ((const double *const *) ranked, weights, FAIRLEAD_N_COMPONENTS, n,
	                        self->parameters.fusion_constant);
	for (guint32 i = 0; i < n; i++)
		rows[i].score = scores[i];
	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++)
		g_free (ranked[j]);
}

static gboolean
compute_all (Work *work, gboolean include_targets, GError **error)
{
	FairleadRanking *self = work->ranking;
	double *values[FAIRLEAD_N_COMPONENTS] = { NULL };
	gboolean done = TRUE;

	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS && done; j++) {
		if (work->progress != NULL)
			work->progress (components[j].name, j, FAIRLEAD_N_COMPONENTS,
			                work->user_data);
		values[j] = compute[j](work, error);
		done = values[j] != NULL;
	}
	if (done) {
		collect_rows (self, include_targets);
		fuse_rows (self, values);
		number_rows (self);
	}
	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++)
		g_free (values[j]);
	return done;
}

/* ---- the question ---- */

/* Without a market named, everybody else is: those whom the target must reach or hide from. Where
 * the target's own parties are ranked, the question is also who holds them together: then they
 * stand on both sides. */
static GArray *
select_market (FairleadRanking *self, const char *const *expressions, gboolean include_targets,
               GError **error)
{
	GArray *market = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	g_autoptr (GArray) chosen = NULL;

	if (expressions != NULL) {
		chosen = fairlead_expressions_select (self->network, expressions, error);
		if (chosen == NULL) {
			g_array_unref (market);
			return NULL;
		}
	}
	for (FairleadVertex i = 0;
	     i < (chosen != NULL ? chosen->len : fairlead_network_get_n_vertices (self->network));
	     i++) {
		FairleadVertex vertex = chosen != NULL ? vertices (chosen)[i] : i;

		if ((include_targets || !self->is_target[vertex])
		    && fairlead_network_is_party (self->network, vertex))
			g_array_append_val (market, vertex);
	}
	return market;
}

static gboolean
select_target (FairleadRanking *self, const char *const *expressions, GError **error)
{
	self->target_expressions = g_strdupv ((char **) expressions);
	self->target = fairlead_expressions_select (self->network, expressions, error);
	if (self->target == NULL)
		return FALSE;
	self->is_target = g_malloc0 (MAX (fairlead_network_get_n_vertices (self->network), 1));
	for (guint i = 0; i < self->target->len; i++)
		self->is_target[vertices (self->target)[i]] = TRUE;
	return TRUE;
}

FairleadRanking *
fairlead_ranking_new (FairleadNetwork *network, const FairleadParameters *parameters,
                      const FairleadQuestion *question, FairleadRankProgress progress,
                      gpointer user_data, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadRanking) self = g_object_new (FAIRLEAD_TYPE_RANKING, NULL);
	g_autoptr (GArray) market = NULL;
	Work work = { self, NULL, cancellable, progress, user_data };

	g_return_val_if_fail (question->target != NULL && question->target[0] != NULL, NULL);
	self->network = g_object_ref (network);
	self->parameters = *parameters;
	if (!select_target (self, question->target, error))
		return NULL;
	market = select_market (self, question->market, question->include_targets, error);
	if (market == NULL)
		return NULL;
	work.market = market;
	self->graph = fairlead_adjacency_new (network, parameters);
	if (!compute_all (&work, question->include_targets, error))
		return NULL;
	return g_steal_pointer (&self);
}

/* ---- reading ---- */

FairleadNetwork *
fairlead_ranking_get_network (FairleadRanking *self)
{
	return self->network;
}

const FairleadParameters *
fairlead_ranking_get_parameters (FairleadRanking *self)
{
	return &self->parameters;
}

const FairleadRankedRow *
fairlead_ranking_get_rows (FairleadRanking *self, guint *n)
{
	*n = self->rows->len;
	return (const FairleadRankedRow *) (gpointer) self->rows->data;
}

const char *const *
fairlead_ranking_get_target_expressions (FairleadRanking *self)
{
	return (const char *const *) self->target_expressions;
}

guint
fairlead_ranking_get_n_targets (FairleadRanking *self)
{
	return self->target->len;
}

gboolean
fairlead_ranking_is_target (FairleadRanking *self, FairleadVertex vertex)
{
	return self->is_target[vertex];
}

const FairleadRankedRow *
fairlead_ranking_get_row_of (FairleadRanking *self, FairleadVertex vertex)
{
	guint32 row = self->row_of[vertex];

	return row == 0 ? NULL : &g_array_index (self->rows, FairleadRankedRow, row - 1);
}

GPtrArray *
fairlead_ranking_dup_evidence (FairleadRanking *self, FairleadVertex vertex, guint n)
{
	if (self->evidence == NULL)
		self->evidence =
			fairlead_evidence_new (self->network, self->graph, vertices (self->target),
		                               self->target->len, self->parameters.hop_loss);
	return fairlead_evidence_dup_paths (self->evidence, vertex, n);
}

/* ---- object ---- */

static void
fairlead_ranking_init (FairleadRanking *self)
{
	self->rows = g_array_new (FALSE, FALSE, sizeof (FairleadRankedRow));
}

static void
fairlead_ranking_finalize (GObject *object)
{
	FairleadRanking *self = FAIRLEAD_RANKING (object);

	g_clear_pointer (&self->evidence, fairlead_evidence_free);
	g_clear_pointer (&self->graph, fairlead_adjacency_free);
	g_clear_pointer (&self->target, g_array_unref);
	g_array_unref (self->rows);
	g_strfreev (self->target_expressions);
	g_free (self->is_target);
	g_free (self->row_of);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (fairlead_ranking_parent_class)->finalize (object);
}

static void
fairlead_ranking_class_init (FairleadRankingClass *class)
{
	G_OBJECT_CLASS (class)->finalize = fairlead_ranking_finalize;
}
