/* graph/ranking.c */
#include "graph/ranking.h"

#include "graph/engine/score.h"
#include "graph/evidence.h"
#include "graph/expression/expression.h"
#include "graph/score/ranking-private.h"
#include "graph/score/rows.h"

/* A thread for fewer takes longer than it saves */
#define MANY_LINKS 100000u

struct _FairleadRanking {
	GObject parent;
	FairleadNetwork *network;
	FairleadParameters parameters;
	GStrv target_expressions;
	GArray *target;    /* of FairleadVertex, ascending */
	GArray *weights;   /* of double, of the target; NULL: all alike */
	GArray *market;    /* the same */
	GArray *parties;   /* the same: all */
	guint8 *is_target; /* of each vertex */
	FairleadAdjacency *graph;
	FairleadScoring scoring;    /* over the above */
	GArray *rows;               /* of FairleadRankedRow, in order of rank */
	guint32 *row_of;            /* of each vertex, plus 1; 0 where it is not ranked */
	FairleadEvidence *evidence; /* made when first asked for */
};

G_DEFINE_FINAL_TYPE (FairleadRanking, fairlead_ranking, G_TYPE_OBJECT)

/* ---- the components ---- */

/* Components that one thread computes beside what keeps all of them busy only at times: control
 * and signals, which read the network, while brokerage takes trees off; the walks, which take
 * memory, when brokerage has given its own back */
typedef struct {
	const FairleadScoring *scoring;
	double **values;
	FairleadComponent components[2];
	guint n;
	GThread *thread; /* NULL: they are computed when they are asked for */
	GError *error;
} Beside;

static gpointer
compute_beside (gpointer data)
{
	Beside *self = data;

	for (guint i = 0; i < self->n && self->error == NULL; i++)
		self->values[self->components[i]] =
			fairlead_score_component (self->scoring, self->components[i], &self->error);
	return NULL;
}

static void
start_beside (Beside *self)
{
	if (g_get_num_processors () > 1)
		self->thread = g_thread_try_new ("beside", compute_beside, self, NULL);
}

static gboolean
finish_beside (Beside *self, GError **error)
{
	if (self->thread != NULL)
		g_thread_join (self->thread);
	else
		compute_beside (self);
	if (self->error == NULL)
		return TRUE;
	g_propagate_error (error, self->error);
	return FALSE;
}

/* What runs beside it is waited for in any case: it writes to the same values */
static gboolean
compute_with (FairleadComponent component, Beside *beside, GError **error)
{
	g_autoptr (GError) other = NULL;

	start_beside (beside);
	beside->values[component] = fairlead_score_component (beside->scoring, component, error);
	if (beside->values[component] != NULL)
		return finish_beside (beside, error);
	if (beside->thread != NULL)
		finish_beside (beside, &other);
	return FALSE;
}

static gboolean
compute_components (const FairleadScoring *scoring, double **values, FairleadRankProgress progress,
                    gpointer user_data, GError **error)
{
	Beside parts[] = {
		{ scoring,
		  values,
		  { FAIRLEAD_COMPONENT_CONTROL, FAIRLEAD_COMPONENT_SIGNALS },
		  2,
		  NULL,
		  NULL },
		{ scoring, values, { FAIRLEAD_COMPONENT_PROXIMITY }, 1, NULL, NULL },
	};
	static const FairleadComponent order[] = { FAIRLEAD_COMPONENT_BROKERAGE,
		                                   FAIRLEAD_COMPONENT_NECESSITY };
	guint n_told = 0;

	for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
		for (guint j = 0; progress != NULL && j <= parts[i].n; j++)
			progress (fairlead_component_name (j < parts[i].n ? parts[i].components[j]
			                                                  : order[i]),
			          n_told++, FAIRLEAD_N_COMPONENTS, user_data);
		if (!compute_with (order[i], &parts[i], error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
compute_all (FairleadRanking *self, const FairleadQuestion *question, FairleadRankProgress progress,
             gpointer user_data, GCancellable *cancellable, GError **error)
{
	double *values[FAIRLEAD_N_COMPONENTS] = { NULL };
	FairleadScoring scoring = self->scoring;
	gboolean done;

	scoring.cancellable = cancellable;
	done = question->engine == NULL
	               ? compute_components (&scoring, values, progress, user_data, error)
	               : fairlead_engine_score (question->engine, &scoring, values, progress,
	                                        user_data, error);
	if (done) {
		g_array_unref (self->rows);
		self->row_of = g_new0 (guint32, MAX (self->graph->n_vertices, 1));
		self->rows = fairlead_score_new_rows (&scoring, question->include_targets, values,
		                                      self->row_of);
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
		FairleadVertex vertex = chosen != NULL ? fairlead_vertices (chosen)[i] : i;

		if ((include_targets || !self->is_target[vertex])
		    && fairlead_network_is_party (self->network, vertex))
			g_array_append_val (market, vertex);
	}
	return market;
}

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

static gboolean
select_target (FairleadRanking *self, const char *const *expressions, GError **error)
{
	self->target_expressions = g_strdupv ((char **) expressions);
	self->target = fairlead_expressions_select_weighted (self->network, expressions,
	                                                     &self->weights, error);
	if (self->target == NULL)
		return FALSE;
	self->is_target = g_malloc0 (MAX (fairlead_network_get_n_vertices (self->network), 1));
	for (guint i = 0; i < self->target->len; i++)
		self->is_target[fairlead_vertices (self->target)[i]] = TRUE;
	return TRUE;
}

/* Who is asked about. Looking for a key makes a table of all of them. */
static gboolean
select_parties (FairleadRanking *self, const FairleadQuestion *question, GError **error)
{
	if (!select_target (self, question->target, error))
		return FALSE;
	self->market = select_market (self, question->market, question->include_targets, error);
	self->parties = all_parties (self->network);
	return self->market != NULL;
}

static gpointer
make_graph (gpointer data)
{
	FairleadRanking *self = data;

	self->graph = fairlead_adjacency_new (self->network, &self->parameters);
	return NULL;
}

/* Both take a while in a large network, and neither needs the other: one beside the other */
static gboolean
prepare (FairleadRanking *self, const FairleadQuestion *question, GError **error)
{
	GThread *thread = NULL;
	gboolean done;

	if (fairlead_network_get_n_links (self->network) >= MANY_LINKS
	    && g_get_num_processors () > 1)
		thread = g_thread_try_new ("graph", make_graph, self, NULL);
	done = select_parties (self, question, error);
	if (thread != NULL)
		g_thread_join (thread);
	else if (done)
		make_graph (self);
	return done;
}

FairleadRanking *
fairlead_ranking_new (FairleadNetwork *network, const FairleadParameters *parameters,
                      const FairleadQuestion *question, FairleadRankProgress progress,
                      gpointer user_data, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadRanking) self = g_object_new (FAIRLEAD_TYPE_RANKING, NULL);

	g_return_val_if_fail (question->target != NULL && question->target[0] != NULL, NULL);
	self->network = g_object_ref (network);
	self->parameters = *parameters;
	if (!prepare (self, question, error))
		return NULL;
	self->scoring = (FairleadScoring){
		.network = self->network,
		.parameters = &self->parameters,
		.graph = self->graph,
		.target = self->target,
		.target_weights = self->weights,
		.market = self->market,
		.parties = self->parties,
		.is_target = self->is_target,
	};
	if (!compute_all (self, question, progress, user_data, cancellable, error))
		return NULL;
	return g_steal_pointer (&self);
}

/* ---- reading ---- */

const FairleadScoring *
fairlead_ranking_get_scoring (FairleadRanking *self)
{
	return &self->scoring;
}

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
		self->evidence = fairlead_evidence_new (
			self->network, self->graph, fairlead_vertices (self->target),
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
	g_clear_pointer (&self->weights, g_array_unref);
	g_clear_pointer (&self->market, g_array_unref);
	g_clear_pointer (&self->parties, g_array_unref);
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
