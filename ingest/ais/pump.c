/* ingest/ais/pump.c */
#include "ingest/ais/pump.h"

#define N_BATCHES 6u

struct _FairleadAisPump {
	FairleadAisFeed *feed;
	GThread *thread;    /* NULL: who asks for a batch reads it */
	GAsyncQueue *empty; /* of FairleadAisBatch, owned, as in the others */
	GAsyncQueue *full;
	FairleadAisBatch *given;
	gboolean is_over; /* the last one was given */
	gint is_stopped;  /* (atomic) */
};

static FairleadAisBatch *
fill (FairleadAisPump *self, FairleadAisBatch *batch)
{
	fairlead_ais_batch_empty (batch);
	fairlead_ais_feed_fill (self->feed, batch);
	return batch;
}

static gpointer
read_ahead (gpointer data)
{
	FairleadAisPump *self = data;
	gboolean is_last = FALSE;

	while (!is_last) {
		FairleadAisBatch *batch = g_async_queue_pop (self->empty);

		if (g_atomic_int_get (&self->is_stopped)) {
			g_async_queue_push (self->empty, batch);
			break;
		}
		is_last = fill (self, batch)->is_last;
		g_async_queue_push (self->full, batch);
	}
	return NULL;
}

FairleadAisPump *
fairlead_ais_pump_new (FairleadAisFeed *feed)
{
	FairleadAisPump *self = g_new0 (FairleadAisPump, 1);
	gboolean is_alone = fairlead_ais_feed_get_n_threads (feed) < 2;

	self->feed = feed;
	self->empty = g_async_queue_new_full ((GDestroyNotify) (GCallback) fairlead_ais_batch_free);
	self->full = g_async_queue_new_full ((GDestroyNotify) (GCallback) fairlead_ais_batch_free);
	for (guint i = 0; i < (is_alone ? 1 : N_BATCHES); i++)
		g_async_queue_push (self->empty, fairlead_ais_batch_new ());
	/* Where there can be no thread, the work is done without */
	self->thread = is_alone ? NULL : g_thread_try_new ("ais", read_ahead, self, NULL);
	return self;
}

/* The thread waits for nothing but an empty batch */
static void
stop (FairleadAisPump *self)
{
	FairleadAisBatch *batch;

	g_atomic_int_set (&self->is_stopped, 1);
	while ((batch = g_async_queue_try_pop (self->full)) != NULL)
		g_async_queue_push (self->empty, batch);
	if (self->thread != NULL)
		g_thread_join (self->thread);
}

void
fairlead_ais_pump_free (FairleadAisPump *self)
{
	if (self == NULL)
		return;
	if (self->given != NULL)
		g_async_queue_push (self->empty, g_steal_pointer (&self->given));
	stop (self);
	g_async_queue_unref (self->empty);
	g_async_queue_unref (self->full);
	g_free (self);
}

static FairleadAisBatch *
take (FairleadAisPump *self)
{
	if (self->given != NULL)
		g_async_queue_push (self->empty, g_steal_pointer (&self->given));
	if (self->thread != NULL)
		return g_async_queue_pop (self->full);
	return fill (self, g_async_queue_pop (self->empty));
}

/* The rows before a failure come first, as if each had been asked for alone */
const FairleadAisBatch *
fairlead_ais_pump_next (FairleadAisPump *self, GError **error)
{
	if (!self->is_over) {
		self->given = take (self);
		self->is_over = self->given->is_last;
		if (self->given->path != NULL)
			fairlead_ais_feed_tell_progress (self->feed, &self->given->progress);
		if (self->given->n_rows > 0)
			return self->given;
	}
	if (self->given != NULL && self->given->error != NULL)
		g_propagate_error (error, g_steal_pointer (&self->given->error));
	return NULL;
}
