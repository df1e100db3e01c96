/* graph/igraph-scope.c: igraph's process-wide handlers, held by one caller at a time */
#include "graph/igraph-scope-private.h"

#include "graph/versions.h"
#include "ingest/record/error.h"

/* igraph offers its handlers no user data, so that what they need must be static; the lock makes it
 * belong to one scope */
static GMutex lock;
static struct {
	char *reason; /* the first report of a failure is the one that knows why */
	const char *file;
	int line;
	GCancellable *cancellable;
} current;

static void
on_error (const char *reason, const char *file, int line, igraph_error_t status)
{
	(void) status;
	if (current.reason == NULL) {
		current.reason = g_strdup (reason); /* before it is freed with the stack */
		current.file = file;
		current.line = line;
	}
	IGRAPH_FINALLY_FREE ();
}

static void
on_warning (const char *reason, const char *file, int line)
{
	g_info ("igraph: %s [%s:%d]", reason, file, line);
}

static FairleadInterruption
on_interruption (FAIRLEAD_INTERRUPTION_ARGUMENTS)
{
	if (!g_cancellable_is_cancelled (current.cancellable))
		return 0;
	IGRAPH_FINALLY_FREE ();
	return (FairleadInterruption) IGRAPH_INTERRUPTED;
}

FairleadIgraphScope
fairlead_igraph_scope_enter (GCancellable *cancellable)
{
	FairleadIgraphScope self = { .entered = TRUE };

	g_mutex_lock (&lock);
	g_warn_if_fail (IGRAPH_FINALLY_STACK_EMPTY);
	current.cancellable = cancellable;
	self.old_error = igraph_set_error_handler (on_error);
	self.old_warning = igraph_set_warning_handler (on_warning);
	self.old_interruption = igraph_set_interruption_handler (on_interruption);
	return self;
}

void
fairlead_igraph_scope_leave (FairleadIgraphScope *self)
{
	if (!self->entered)
		return;
	igraph_set_error_handler (self->old_error);
	igraph_set_warning_handler (self->old_warning);
	igraph_set_interruption_handler (self->old_interruption);
	current.cancellable = NULL;
	g_clear_pointer (&current.reason, g_free);
	self->entered = FALSE;
	g_mutex_unlock (&lock);
}

static FairleadError
code_of (igraph_error_t status)
{
	static const struct {
		igraph_error_t status;
		FairleadError code;
	} codes[] = {
		{ IGRAPH_ENOMEM, FAIRLEAD_ERROR_NO_MEMORY },
		{ IGRAPH_DIVERGED, FAIRLEAD_ERROR_NO_CONVERGENCE },
		{ IGRAPH_EINVAL, FAIRLEAD_ERROR_INVALID_VALUE },
		{ IGRAPH_EINVVID, FAIRLEAD_ERROR_INVALID_VALUE },
	};

	for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
		if (codes[i].status == status)
			return codes[i].code;
	return FAIRLEAD_ERROR_INTERNAL;
}

gboolean
fairlead_igraph_check (igraph_error_t status, const char *doing, GError **error)
{
	g_autofree char *reason = g_steal_pointer (&current.reason);

	if (status == IGRAPH_SUCCESS)
		return TRUE;
	if (status == IGRAPH_INTERRUPTED)
		g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s: cancelled", doing);
	else if (reason != NULL)
		g_set_error (error, FAIRLEAD_ERROR, (gint) code_of (status),
		             "%s: %s [igraph %s:%d]", doing, reason, current.file, current.line);
	else
		g_set_error (error, FAIRLEAD_ERROR, (gint) code_of (status), "%s: %s", doing,
		             igraph_strerror (status));
	return FALSE;
}

gboolean
fairlead_igraph_create (FairleadIgraph *self, const igraph_vector_int_t *edges,
                        igraph_integer_t n_vertices, GError **error)
{
	self->whole = fairlead_igraph_check (
		igraph_create (&self->graph, edges, n_vertices, IGRAPH_UNDIRECTED),
		"building the graph", error);
	return self->whole;
}

char *
fairlead_igraph_dup_version (void)
{
	const char *version;

	igraph_version (&version, NULL, NULL, NULL);
	return g_strdup (version);
}
