/* library/input/relay.c */
#include "library/input/relay.h"

/* A user interface cannot show more, and should not be flooded */
#define BETWEEN_WORDS (G_USEC_PER_SEC / 20)

/* The caller's function, which is let go when the last word that is on its way has been said */
typedef struct {
	FleadProgress progress;
	gpointer data;
	GDestroyNotify destroy;
} Listener;

struct _Relay {
	const RelayDeed *deed;
	gpointer asked;
	Listener *listener; /* NULL: nobody listens */
	GMainContext *context;
	gint64 said; /* when the last word was */
};

static void
let_go (gpointer listener)
{
	Listener *self = listener;

	if (self->destroy != NULL)
		self->destroy (self->data);
}

/* ---- what is asked ---- */

static gpointer
copy_asked (const RelayDeed *deed, gconstpointer asked)
{
	gpointer copy = g_memdup2 (asked, deed->size);

	for (guint i = 0; i < deed->n_owned; i++) {
		gpointer *field = (gpointer *) ((char *) copy + deed->owned[i].offset);

		if (*field != NULL)
			*field = deed->owned[i].copy (*field);
	}
	return copy;
}

static void
free_asked (const RelayDeed *deed, gpointer asked)
{
	if (deed->size == 0) {
		g_clear_object (&asked);
		return;
	}
	for (guint i = 0; i < deed->n_owned; i++)
		g_clear_pointer ((gpointer *) ((char *) asked + deed->owned[i].offset),
		                 deed->owned[i].free);
	g_free (asked);
}

static void
relay_free (gpointer data)
{
	Relay *self = data;

	free_asked (self->deed, self->asked);
	g_clear_pointer (&self->context, g_main_context_unref);
	if (self->listener != NULL)
		g_atomic_rc_box_release_full (self->listener, let_go);
	g_free (self);
}

/* ---- a word on its way ---- */

typedef struct {
	Listener *listener;
	char *what; /* NULL: nothing more will be said */
	guint64 done;
	guint64 total;
} Word;

static gboolean
say (gpointer data)
{
	Word *word = data;

	if (word->what != NULL)
		word->listener->progress (word->what, word->done, word->total,
		                          word->listener->data);
	return G_SOURCE_REMOVE;
}

static void
word_free (gpointer data)
{
	Word *word = data;

	g_free (word->what);
	g_atomic_rc_box_release_full (word->listener, let_go);
	g_free (word);
}

/* Takes @listener. g_main_context_invoke() would speak in this thread while the caller is not in
 * its loop. */
static void
send_word (Relay *self, Listener *listener, const char *what, guint64 done, guint64 total)
{
	g_autoptr (GSource) source = g_idle_source_new ();
	Word *word = g_new (Word, 1);

	*word = (Word){ listener, g_strdup (what), done, total };
	g_source_set_priority (source, G_PRIORITY_DEFAULT);
	g_source_set_callback (source, say, word, word_free);
	g_source_attach (source, self->context);
}

/* Called by the thread that works */
static void
pass_on (const char *what, guint64 done, guint64 total, gpointer relay)
{
	Relay *self = relay;
	gint64 now = g_get_monotonic_time ();

	if (now - self->said < BETWEEN_WORDS)
		return;
	self->said = now;
	send_word (self, g_atomic_rc_box_acquire (self->listener), what, done, total);
}

/* ---- the work ---- */

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
	Relay *self = data;
	GError *error = NULL;
	gboolean hears = self->listener != NULL && self->listener->progress != NULL;
	gpointer made = self->deed->work (source, self->asked, cancellable, hears ? pass_on : NULL,
	                                  self, &error);

	/* Let go where it was given, whichever thread is the last to hold the task */
	if (self->listener != NULL)
		send_word (self, g_steal_pointer (&self->listener), NULL, 0, 0);
	if (made == NULL && error == NULL)
		g_task_return_new_error (task, FLEAD_ERROR, FLEAD_ERROR_USAGE,
		                         "what was asked is not of this object");
	else if (made == NULL)
		g_task_return_error (task, error);
	else
		g_task_return_pointer (task, made,
		                       self->deed->free_made != NULL ? self->deed->free_made
		                                                     : g_object_unref);
}

void
relay_do (gpointer source, const RelayDeed *deed, gpointer asked, LATER_PARAMETERS)
{
	g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
	Relay *self = g_new0 (Relay, 1);

	self->deed = deed;
	self->asked = deed->size > 0 ? copy_asked (deed, asked) : asked;
	self->context = g_main_context_ref_thread_default ();
	if (progress != NULL || progress_destroy != NULL) {
		self->listener = g_atomic_rc_box_new (Listener);
		*self->listener = (Listener){ progress, progress_data, progress_destroy };
	}
	g_task_set_source_tag (task, (gpointer) deed);
	g_task_set_task_data (task, self, relay_free);
	g_task_run_in_thread (task, work_in_thread);
}

gpointer
relay_finish (gpointer source, GAsyncResult *result, const RelayDeed *deed, GError **error)
{
	g_return_val_if_fail (g_task_is_valid (result, source), NULL);
	g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == deed, NULL);
	return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
relay_finish_done (gpointer source, GAsyncResult *result, const RelayDeed *deed, GError **error)
{
	g_autoptr (GObject) made = relay_finish (source, result, deed, error);

	return made != NULL;
}
