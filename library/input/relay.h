/* library/input/relay.h: long work in a thread of its own, told of in the caller's */
#pragma once
#include <fairlead/base.h>
G_BEGIN_DECLS

/**
 * Relay:
 *
 * What a task of the library carries: the arguments of its work, and whom to tell how far it is.
 * Belongs to the task.
 */
typedef struct _Relay Relay;

/* What is done in the thread: (transfer full) object, or NULL with the error */
typedef gpointer (*RelayWork) (gpointer source, gpointer argument, GCancellable *cancellable,
                               FleadProgress progress, gpointer progress_data, GError **error);

/**
 * relay_run:
 * @source: (nullable): the object that the call is one of
 * @argument: (transfer full) (nullable): an object that @work needs
 * @tag: tells the task from others
 *
 * Takes @progress_data: @progress_destroy is called when nothing more will be told.
 */
void relay_run (gpointer source, GObject *argument, RelayWork work, gconstpointer tag,
                GCancellable *cancellable, FleadProgress progress, gpointer progress_data,
                GDestroyNotify progress_destroy, GAsyncReadyCallback callback, gpointer user_data);

/**
 * RelayJob:
 * @argument: (transfer full): what @work needs
 * @destroy: frees it
 * @tag: tells the task from others
 *
 * What shall be done, where the argument is no object.
 */
typedef struct {
	gpointer source;
	gpointer argument;
	GDestroyNotify destroy;
	RelayWork work;
	gconstpointer tag;
} RelayJob;

/* As relay_run() */
void relay_start (const RelayJob *job, GCancellable *cancellable, FleadProgress progress,
                  gpointer progress_data, GDestroyNotify progress_destroy,
                  GAsyncReadyCallback callback, gpointer user_data);
/* What the work made: (transfer full); NULL with the error */
gpointer relay_finish (gpointer source, GAsyncResult *result, gconstpointer tag, GError **error);

G_END_DECLS
