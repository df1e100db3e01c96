/* graph/igraph-scope-private.h: the only header that includes igraph.h
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

G_END_DECLS
