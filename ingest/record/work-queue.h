/* ingest/record/work-queue.h: small pieces of work that a second thread does, in their order
 *
 * Work is handed over in batches. Until the first is full, and on a machine with one processor, it
 * is done by the thread that asks for it to be finished, so that little work starts no thread. */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

typedef struct _FairleadWorkQueue FairleadWorkQueue;

/* What is done; @argument is aligned to 8 bytes */
typedef void (*FairleadWork) (gpointer worker, gconstpointer argument);

/* @worker is what all work is done on; it belongs to the queue from the first work to finish().
 * @name, which is static, is that of the thread. Of batches, 256 kB each, @max_batches wait at
 * most: few stay in the cache between the threads, many carry over what keeps one busy for a
 * while. */
FairleadWorkQueue *fairlead_work_queue_new (const char *name, gpointer worker, guint max_batches);
/* Called on the thread that does the work some pieces before their turn, so that what they will
 * look for is on its way from memory by then; changes nothing. To be set before the first work. */
void fairlead_work_queue_set_expect (FairleadWorkQueue *self, FairleadWork expect);
/* Finishes first */
void fairlead_work_queue_free (FairleadWorkQueue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadWorkQueue, fairlead_work_queue_free)

/* Room for the @size bytes of the argument of one more piece of work, to be filled before the next
 * call. Waits where the second thread is far behind, so that memory stays bounded. */
gpointer fairlead_work_queue_add (FairleadWorkQueue *self, FairleadWork work, gsize size);

/* When it returns all work is done, and @worker is the caller's again. O(1) where there is none. */
void fairlead_work_queue_finish (FairleadWorkQueue *self);

G_END_DECLS
