/* graph/parallel.h: many pieces of work over all processors, with the same result on any number
 *
 * Pieces are done by whichever thread is free and committed one at a time in their order: sums of
 * floating-point numbers are then added in one order, and agree to the last bit. */
#pragma once
#include <gio/gio.h>
G_BEGIN_DECLS

/* @done of @total pieces; called by the thread that asked for the work */
typedef void (*FairleadParallelProgress) (guint64 done, guint64 total, gpointer user_data);

/* How to work. All zero is a good choice. */
typedef struct {
	guint n_threads;                   /* 0: as many as there are processors */
	GCancellable *cancellable;         /* (nullable) */
	FairleadParallelProgress progress; /* (nullable) */
	gpointer user_data;                /* of progress */
} FairleadParallel;

/* What to do. @job is shared by all threads; a worker belongs to one of them. */
typedef struct {
	gpointer (*new_worker) (gpointer job);
	void (*free_worker) (gpointer worker);
	void (*work) (gpointer worker, guint32 item);   /* at the same time as others */
	void (*commit) (gpointer worker, guint32 item); /* (nullable): alone, items ascending */
} FairleadParallelJob;

/**
 * fairlead_parallel_run:
 * @how: (nullable)
 *
 * Does items 0 to @n_items - 1. Stops between two items when cancelled.
 *
 * Returns: FALSE, with G_IO_ERROR_CANCELLED, when it was cancelled
 */
gboolean fairlead_parallel_run (const FairleadParallelJob *what, gpointer job, guint32 n_items,
                                const FairleadParallel *how, GError **error);

G_END_DECLS
