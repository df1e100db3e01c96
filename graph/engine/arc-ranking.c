/* graph/engine/arc-ranking.c */
#include "graph/engine/arc-ranking.h"

#include "graph/engine/score-job.h"
#include "graph/evidence.h"
#include "graph/fusion.h"
#include "graph/score/score.h"

struct _FairleadArcRanking {
	FairleadArcFile *file;
	FairleadParameters parameters;
	FairleadArcSource source;
	GArray *target;    /* of FairleadVertex */
	GArray *market;    /* the same */
	guint8 *is_target; /* of each vertex */
	GArray *rows;      /* of FairleadRankedRow */
	guint n_ranked;
	FairleadScorePart part; /* around the target */
	GArray *inside;         /* the target, as the part numbers it */
	FairleadEvidence *evidence;
};

/* ---- the question ---- */

static gboolean
is_party (const FairleadArcRanking *self, FairleadVertex vertex)
{
	return self->source.get_flags (vertex, self->source.user_data) & FAIRLEAD_VERTEX_PARTY;
}

/* Parties among @chosen (nullable), else among all */
static GArray *
select_parties (const FairleadArcRanking *self, const GArray *chosen, gboolean include_targets)
{
	GArray *parties = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	guint32 n = chosen != NULL ? chosen->len : (guint32) self->source.n_vertices;

	for (guint32 i = 0; i < n; i++) {
		FairleadVertex vertex = chosen != NULL ? fairlead_vertices (chosen)[i] : i;

		if ((include_targets || !self->is_target[vertex]) && is_party (self, vertex))
			g_array_append_val (parties, vertex);
	}
	return parties;
}

static gboolean
select_sides (FairleadArcRanking *self, const FairleadArcQuestion *question, GError **error)
{
	g_autoptr (GArray) chosen = NULL;

	self->target = fairlead_arc_file_select (self->file, question->target, error);
	if (self->target == NULL)
		return FALSE;
	self->is_target = g_malloc0 (MAX (self->source.n_vertices, 1));
	for (guint i = 0; i < self->target->len; i++)
		self->is_target[fairlead_vertices (self->target)[i]] = TRUE;
	if (question->market != NULL) {
		chosen = fairlead_arc_file_select (self->file, question->market, error);
		if (chosen == NULL)
			return FALSE;
	}
	self->market = select_parties (self, chosen, question->include_targets);
	return TRUE;
}

/* ---- the components ---- */

static FairleadScoreSets
get_sets (const FairleadArcRanking *self)
{
	return (FairleadScoreSets){ &self->parameters, self->target, NULL, self->market,
		                    self->target };
}

static GPtrArray *
run (FairleadArcRanking *self, FairleadEngine *engine, const char *path,
     FairleadRankProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
	const FairleadScoreSets sets = get_sets (self);
	g_autoptr (FairleadJob) job = fairlead_score_job_new (self->source, &sets);
	g_autoptr (FairleadEngine) own = engine == NULL ? fairlead_engine_new_local () : NULL;

	job->arcs = g_canonicalize_filename (path, NULL);
	job->arcs_sum = fairlead_arc_file_get_sum (self->file);
	return fairlead_engine_run (own != NULL ? own : engine, job, progress, user_data,
	                            cancellable, error);
}

typedef struct {
	const FairleadVector *vectors[FAIRLEAD_N_COMPONENTS]; /* NULL: none, or own */
	double *necessity;
} Values;

static double
get_value (const Values *self, guint component, FairleadVertex vertex)
{
	if (component == FAIRLEAD_COMPONENT_NECESSITY)
		return self->necessity[vertex];
	return self->vectors[component] != NULL
	               ? fairlead_vector_get (self->vectors[component], vertex)
	               : 0.0;
}

static double *
fuse (const FairleadArcRanking *self, const GArray *ranked, const Values *values)
{
	const double constant = self->parameters.fusion_constant;
	double weights[FAIRLEAD_N_COMPONENTS];
	g_autofree double *of_ranked = g_new (double, MAX (ranked->len, 1));
	double *scores = g_new0 (double, MAX (ranked->len, 1));

	fairlead_score_get_weights (&self->parameters, weights);
	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++) {
		for (guint32 i = 0; i < ranked->len; i++)
			of_ranked[i] = get_value (values, j, fairlead_vertices (ranked)[i]);
		fairlead_fuse_add (scores, of_ranked, ranked->len, weights[j], constant);
	}
	fairlead_fuse_finish (scores, ranked->len, weights, FAIRLEAD_N_COMPONENTS, constant);
	return scores;
}

/* ---- the rows ---- */

static void
add_row (FairleadArcRanking *self, const Values *values, FairleadVertex vertex, double score,
         gboolean ties)
{
	FairleadRankedRow row = { .vertex = vertex,
		                  .rank = self->rows->len + 1,
		                  .is_target = self->is_target[vertex],
		                  .score = score };

	if (ties)
		row.rank = g_array_index (self->rows, FairleadRankedRow, self->rows->len - 1).rank;
	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++)
		row.components[j] = get_value (values, j, vertex);
	g_array_append_val (self->rows, row);
}

static void
collect_rows (FairleadArcRanking *self, const FairleadArcQuestion *question, const Values *values)
{
	g_autoptr (GArray) ranked = select_parties (self, NULL, question->include_targets);
	g_autofree double *scores = fuse (self, ranked, values);
	g_autofree FairleadRankedValue *keys = g_new (FairleadRankedValue, MAX (ranked->len, 1));
	guint32 n = question->limit > 0 ? MIN (question->limit, ranked->len) : ranked->len;

	for (guint32 i = 0; i < ranked->len; i++)
		keys[i] = (FairleadRankedValue){ fairlead_round_value (scores[i]), i };
	fairlead_sort_values (keys, ranked->len);
	for (guint32 i = 0; i < n && (question->limit == 0 || keys[i].value > 0.0); i++)
		add_row (self, values, fairlead_vertices (ranked)[keys[i].item],
		         scores[keys[i].item], i > 0 && !(keys[i].value < keys[i - 1].value));
	self->n_ranked = ranked->len;
}

static gboolean
rank (FairleadArcRanking *self, const FairleadArcQuestion *question, GPtrArray *results,
      GCancellable *cancellable, GError **error)
{
	const FairleadScoreSets sets = get_sets (self);
	Values values = { { NULL }, NULL };

	values.vectors[FAIRLEAD_COMPONENT_PROXIMITY] =
		g_ptr_array_index (results, FAIRLEAD_SCORE_PROXIMITY);
	values.vectors[FAIRLEAD_COMPONENT_BROKERAGE] =
		g_ptr_array_index (results, FAIRLEAD_SCORE_BROKERAGE);
	values.vectors[FAIRLEAD_COMPONENT_CONTROL] =
		g_ptr_array_index (results, FAIRLEAD_SCORE_CONTROL);
	fairlead_score_part_init (&self->part, g_ptr_array_index (results, FAIRLEAD_SCORE_AROUND));
	self->inside = fairlead_score_part_of (&self->part, self->target);
	values.necessity = fairlead_score_part_necessity (
		&self->part, &sets, self->source.n_vertices, cancellable, error);
	if (values.necessity == NULL)
		return FALSE;
	collect_rows (self, question, &values);
	g_free (values.necessity);
	return TRUE;
}

FairleadArcRanking *
fairlead_arc_ranking_new (FairleadEngine *engine, const char *path,
                          const FairleadParameters *parameters, const FairleadArcQuestion *question,
                          FairleadRankProgress progress, gpointer user_data,
                          GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadArcRanking) self = g_new0 (FairleadArcRanking, 1);
	g_autoptr (GPtrArray) results = NULL;

	self->rows = g_array_new (FALSE, FALSE, sizeof (FairleadRankedRow));
	self->parameters = *parameters;
	self->file = fairlead_arc_file_open (path, engine == NULL, error);
	if (self->file == NULL)
		return NULL;
	self->source = fairlead_arc_file_get_source (self->file);
	if (!select_sides (self, question, error))
		return NULL;
	results = run (self, engine, path, progress, user_data, cancellable, error);
	return results != NULL && rank (self, question, results, cancellable, error)
	               ? g_steal_pointer (&self)
	               : NULL;
}

void
fairlead_arc_ranking_free (FairleadArcRanking *self)
{
	g_clear_pointer (&self->evidence, fairlead_evidence_free);
	fairlead_score_part_clear (&self->part);
	g_clear_pointer (&self->inside, g_array_unref);
	g_clear_pointer (&self->target, g_array_unref);
	g_clear_pointer (&self->market, g_array_unref);
	g_clear_pointer (&self->file, fairlead_arc_file_free);
	g_array_unref (self->rows);
	g_free (self->is_target);
	g_free (self);
}

/* ---- reading ---- */

const FairleadParameters *
fairlead_arc_ranking_get_parameters (const FairleadArcRanking *self)
{
	return &self->parameters;
}

const FairleadRankedRow *
fairlead_arc_ranking_get_rows (const FairleadArcRanking *self, guint *n)
{
	*n = self->rows->len;
	return (const FairleadRankedRow *) (gconstpointer) self->rows->data;
}

guint
fairlead_arc_ranking_get_n_ranked (const FairleadArcRanking *self)
{
	return self->n_ranked;
}

guint
fairlead_arc_ranking_get_n_targets (const FairleadArcRanking *self)
{
	return self->target->len;
}

guint64
fairlead_arc_ranking_get_n_links (const FairleadArcRanking *self)
{
	return self->source.n_arcs[FAIRLEAD_LAYER_LINKS];
}

/* As the whole numbers them */
static void
rename_hops (const FairleadArcRanking *self, FairleadPath *path)
{
	for (guint i = 0; i < path->hops->len; i++) {
		FairleadHop *hop = &g_array_index (path->hops, FairleadHop, i);

		hop->from = fairlead_vertices (self->part.vertices)[hop->from];
		hop->to = fairlead_vertices (self->part.vertices)[hop->to];
	}
}

GPtrArray *
fairlead_arc_ranking_dup_evidence (FairleadArcRanking *self, FairleadVertex vertex, guint n)
{
	guint32 place = self->part.place[vertex];
	GPtrArray *paths;

	if (place == 0)
		return g_ptr_array_new ();
	if (self->evidence == NULL)
		self->evidence = fairlead_evidence_new (
			NULL, self->part.graph, fairlead_vertices (self->inside), self->inside->len,
			self->parameters.hop_loss);
	paths = fairlead_evidence_dup_paths (self->evidence, place - 1, n);
	for (guint i = 0; i < paths->len; i++)
		rename_hops (self, g_ptr_array_index (paths, i));
	return paths;
}

GPtrArray *
fairlead_arc_ranking_dup_ids (const FairleadArcRanking *self, const GArray *vertices)
{
	return fairlead_arc_file_dup_ids (self->file, vertices);
}
