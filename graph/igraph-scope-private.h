/* graph/igraph-scope-private.h: the only header that includes igraph.h
 *
 * It also says once what igraph 0.10 and 1.0 say differently.
 *
 * igraph objects are owned by scope (g_auto), never by igraph's finally stack. All calls stand
 * inside a FairleadIgraphScope, declared first so that it is left last: it takes the lock (Debian's
 * igraph is not thread-safe), installs our handlers and puts the old ones back. */
#pragma once
#include <gio/gio.h>
#include <igraph/igraph.h>
G_BEGIN_DECLS

typedef struct {
	gboolean entered;
	igraph_error_handler_t *old_error;
	igraph_warning_handler_t *old_warning;
	igraph_interruption_handler_t *old_interruption;
} FairleadIgraphScope;

/* @cancellable (may be NULL) is polled by igraph's long loops */
FairleadIgraphScope fairlead_igraph_scope_enter (GCancellable *cancellable);
void fairlead_igraph_scope_leave (FairleadIgraphScope *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadIgraphScope, fairlead_igraph_scope_leave)

/**
 * fairlead_igraph_check:
 * @status: what an igraph function returned
 * @doing: what it was for, in words: `computing betweenness`
 *
 * Returns: TRUE on success; else FALSE with @error set from igraph's first report of the failure
 */
gboolean fairlead_igraph_check (igraph_error_t status, const char *doing, GError **error);

/* Destroying what was never initialised is harmless here, as it is not in igraph */
static inline void
fairlead_vector_clear (igraph_vector_t *vector)
{
	if (vector->stor_begin != NULL)
		igraph_vector_destroy (vector);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (igraph_vector_t, fairlead_vector_clear)

static inline void
fairlead_vector_int_clear (igraph_vector_int_t *vector)
{
	if (vector->stor_begin != NULL)
		igraph_vector_int_destroy (vector);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (igraph_vector_int_t, fairlead_vector_int_clear)

/* A graph whose constructor failed may hold dangling pointers: this one knows if it is whole */
typedef struct {
	igraph_t graph;
	gboolean whole;
} FairleadIgraph;

gboolean fairlead_igraph_create (FairleadIgraph *self, const igraph_vector_int_t *edges,
                                 igraph_integer_t n_vertices, GError **error);

static inline void
fairlead_igraph_clear (FairleadIgraph *self)
{
	if (self->whole)
		igraph_destroy (&self->graph);
	self->whole = FALSE;
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadIgraph, fairlead_igraph_clear)

static inline void
fairlead_matrix_clear (igraph_matrix_t *matrix)
{
	if (matrix->data.stor_begin != NULL)
		igraph_matrix_destroy (matrix);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (igraph_matrix_t, fairlead_matrix_clear)

/**
 * fairlead_igraph_layout_layers:
 * @layers: of each vertex, from 0; edges lead to deeper layers
 * @n_sweeps: how often crossings are taken away
 * @places: initialised; set to a row for each vertex, and behind them one for each turn of an edge
 *   that passes a layer
 * @turning: initialised; set to the edge of each turn, in the order of the rows of @places
 *
 * Sugiyama's layout. igraph 0.10 gives the turns as a larger graph, 1.0 as matrices.
 */
igraph_error_t fairlead_igraph_layout_layers (const igraph_t *graph,
                                              const igraph_vector_int_t *layers,
                                              igraph_integer_t n_sweeps, igraph_matrix_t *places,
                                              igraph_vector_int_t *turning);

/* Of functions that igraph asks whether to go on: one that says yes returns 0 in both */
#if IGRAPH_VERSION_MAJOR >= 1
typedef igraph_bool_t FairleadInterruption;
#define FAIRLEAD_INTERRUPTION_ARGUMENTS void
#else
typedef igraph_error_t FairleadInterruption;
#define FAIRLEAD_INTERRUPTION_ARGUMENTS void *data G_GNUC_UNUSED
#endif

/* Calls whose arguments 1.0 has put into another order */
static inline igraph_error_t
fairlead_igraph_leiden (const igraph_t *graph, const igraph_vector_t *edge_weights,
                        const igraph_vector_t *vertex_weights, double resolution, double randomness,
                        igraph_integer_t n_iterations, igraph_vector_int_t *membership)
{
#if IGRAPH_VERSION_MAJOR >= 1
	return igraph_community_leiden (graph, edge_weights, vertex_weights, NULL, resolution,
	                                randomness, FALSE, n_iterations, membership, NULL, NULL);
#else
	return igraph_community_leiden (graph, edge_weights, vertex_weights, resolution, randomness,
	                                FALSE, n_iterations, membership, NULL, NULL);
#endif
}

/* Of all vertices, links having no direction; @weights may be NULL */
static inline igraph_error_t
fairlead_igraph_betweenness (const igraph_t *graph, igraph_vector_t *values,
                             const igraph_vector_t *weights)
{
#if IGRAPH_VERSION_MAJOR >= 1
	return igraph_betweenness (graph, weights, values, igraph_vss_all (), FALSE, FALSE);
#else
	return igraph_betweenness (graph, values, igraph_vss_all (), FALSE, weights);
#endif
}

static inline igraph_error_t
fairlead_igraph_betweenness_between (const igraph_t *graph, igraph_vector_t *values,
                                     const igraph_vector_int_t *from, const igraph_vector_int_t *to,
                                     const igraph_vector_t *weights)
{
#if IGRAPH_VERSION_MAJOR >= 1
	return igraph_betweenness_subset (graph, weights, values, igraph_vss_vector (from),
	                                  igraph_vss_vector (to), igraph_vss_all (), FALSE, FALSE);
#else
	return igraph_betweenness_subset (graph, values, igraph_vss_all (), FALSE,
	                                  igraph_vss_vector (from), igraph_vss_vector (to),
	                                  weights);
#endif
}

/* The walk that goes on with probability @damping, else starts again at one of @starts */
static inline igraph_error_t
fairlead_igraph_pagerank_of (const igraph_t *graph, igraph_vector_t *values,
                             const igraph_vector_int_t *starts, double damping,
                             const igraph_vector_t *weights)
{
#if IGRAPH_VERSION_MAJOR >= 1
	return igraph_personalized_pagerank_vs (
		graph, weights, values, NULL, igraph_vss_vector (starts), damping, FALSE,
		igraph_vss_all (), IGRAPH_PAGERANK_ALGO_PRPACK, NULL);
#else
	return igraph_personalized_pagerank_vs (graph, IGRAPH_PAGERANK_ALGO_PRPACK, values, NULL,
	                                        igraph_vss_all (), FALSE, damping,
	                                        igraph_vss_vector (starts), weights, NULL);
#endif
}

G_END_DECLS
