/* tests/library/listener.h: whom long work tells how far it is */
#pragma once
#include <gio/gio.h>
G_BEGIN_DECLS

typedef struct {
	GCancellable *cancellable; /* fired at the first word; NULL: not */
	GThread *thread;           /* in which words must come */
	guint n_words;
	gint n_freed;
} Listener;

static inline void
listen (const char *what, guint64 done, guint64 total, gpointer data)
{
	Listener *self = data;

	g_assert_nonnull (what);
	g_assert_true (total == 0 || done <= total);
	g_assert_true (self->thread == g_thread_self ());
	self->n_words++;
	if (self->cancellable != NULL)
		g_cancellable_cancel (self->cancellable);
}

static inline void
count_freed (gpointer data)
{
	Listener *self = data;

	g_assert_true (self->thread == g_thread_self ());
	g_atomic_int_inc (&self->n_freed);
}

/* Until nothing more will be told: what was told may still be on its way */
static inline void
wait_until_freed (Listener *self)
{
	while (g_atomic_int_get (&self->n_freed) == 0) {
		g_main_context_iteration (NULL, FALSE);
		g_usleep (100);
	}
}

G_END_DECLS
