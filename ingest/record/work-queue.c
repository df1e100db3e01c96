/* ingest/record/work-queue.c */
#include "ingest/record/work-queue.h"

#include "ingest/record/pages.h"

#define PAGE ((gsize) 4096)
#define BATCH_SIZE (256u << 10)
#define AHEAD 8u /* pieces */

/* One piece; its argument follows */
typedef struct {
	FairleadWork work;
	gsize size; /* of the argument, rounded up */
} Item;

typedef struct {
	gsize used;
	gsize size;
	guint64 bytes[]; /* of 8 for the alignment */
} Batch;

struct _FairleadWorkQueue {
	const char *name;
	gpointer worker;
	FairleadWork expect; /* NULL where there is none */
	Batch *batch;        /* being filled; NULL where there is none */
	guint n_batches;
	guint max_batches;
	GThread *thread;     /* NULL until a batch was full */
	GAsyncQueue *filled; /* of Batch; one without work ends the thread */
	GAsyncQueue *empty;
};

static void
free_batch (gpointer data)
{
	Batch *batch = data;

	fairlead_pages_free (batch, sizeof *batch + batch->size);
}

FairleadWorkQueue *
fairlead_work_queue_new (const char *name, gpointer worker, guint max_batches)
{
	FairleadWorkQueue *self = g_new0 (FairleadWorkQueue, 1);

	self->name = name;
	self->worker = worker;
	self->max_batches = max_batches;
	self->filled = g_async_queue_new ();
	self->empty = g_async_queue_new_full (free_batch);
	return self;
}

void
fairlead_work_queue_set_expect (FairleadWorkQueue *self, FairleadWork expect)
{
	self->expect = expect;
}

void
fairlead_work_queue_free (FairleadWorkQueue *self)
{
	fairlead_work_queue_finish (self);
	g_async_queue_unref (self->filled);
	g_async_queue_unref (self->empty);
	g_free (self);
}

static const Item *
item_behind (const Item *item)
{
	return (const Item *) (gconstpointer) ((const char *) (item + 1) + item->size);
}

static void
do_batch (FairleadWorkQueue *self, Batch *batch)
{
	const Item *item = (const Item *) (gconstpointer) batch->bytes;
	const Item *ahead = item;
	const Item *end = (const Item *) (gconstpointer) ((const char *) item + batch->used);

	for (guint i = 0; item < end; item = item_behind (item), i++) {
		for (guint n = i == 0 ? AHEAD : 1; self->expect != NULL && n > 0 && ahead < end;
		     n--, ahead = item_behind (ahead))
			self->expect (self->worker, ahead + 1);
		item->work (self->worker, item + 1);
	}
	batch->used = 0;
}

static gpointer
run (gpointer data)
{
	FairleadWorkQueue *self = data;
	gboolean more = TRUE;

	while (more) {
		Batch *batch = g_async_queue_pop (self->filled);

		more = batch->used > 0;
		do_batch (self, batch);
		g_async_queue_push (self->empty, batch);
	}
	return NULL;
}

static Batch *
new_batch (FairleadWorkQueue *self, gsize size)
{
	/* Whole pages, which go back to the system at the end of the work */
	gsize whole = (sizeof (Batch) + size + PAGE - 1) & ~(PAGE - 1);
	Batch *batch = fairlead_pages_new (whole);

	batch->size = whole - sizeof *batch;
	self->n_batches++;
	return batch;
}

/* Waits for one that was done where there are enough; one that is too small makes way */
static Batch *
take_batch (FairleadWorkQueue *self, gsize size)
{
	Batch *batch = self->n_batches < self->max_batches ? g_async_queue_try_pop (self->empty)
	                                                   : g_async_queue_pop (self->empty);

	size = MAX (size, BATCH_SIZE);
	if (batch != NULL && batch->size >= size)
		return batch;
	if (batch != NULL) {
		self->n_batches--;
		free_batch (batch);
	}
	return new_batch (self, size);
}

static void
hand_over (FairleadWorkQueue *self)
{
	Batch *batch = g_steal_pointer (&self->batch);

	if (self->thread == NULL && g_get_num_processors () > 1)
		self->thread = g_thread_try_new (self->name, run, self, NULL);
	if (self->thread != NULL) {
		g_async_queue_push (self->filled, batch);
		return;
	}
	do_batch (self, batch);
	g_async_queue_push (self->empty, batch);
}

gpointer
fairlead_work_queue_add (FairleadWorkQueue *self, FairleadWork work, gsize size)
{
	gsize rounded = (size + 7) & ~(gsize) 7;
	gsize needed = sizeof (Item) + rounded;
	Item *item;

	if (self->batch != NULL && self->batch->size - self->batch->used < needed)
		hand_over (self);
	if (self->batch == NULL)
		self->batch = take_batch (self, needed);
	item = (Item *) (gpointer) ((char *) self->batch->bytes + self->batch->used);
	*item = (Item){ work, rounded };
	self->batch->used += needed;
	return item + 1;
}

static void
end_thread (FairleadWorkQueue *self)
{
	if (self->batch != NULL && self->batch->used > 0)
		hand_over (self);
	if (self->batch == NULL)
		self->batch = take_batch (self, 0);
	g_async_queue_push (self->filled, g_steal_pointer (&self->batch));
	g_thread_join (g_steal_pointer (&self->thread));
}

void
fairlead_work_queue_finish (FairleadWorkQueue *self)
{
	Batch *batch;

	if (self->thread != NULL)
		end_thread (self);
	else if (self->batch != NULL)
		do_batch (self, self->batch);
	g_clear_pointer (&self->batch, free_batch);
	while ((batch = g_async_queue_try_pop (self->empty)) != NULL)
		free_batch (batch);
	self->n_batches = 0;
}
