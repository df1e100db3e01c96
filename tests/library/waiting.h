/* tests/library/waiting.h: work in a thread, waited for in the main loop */
#pragma once
#include <gio/gio.h>
G_BEGIN_DECLS

typedef struct {
	GAsyncResult *result;
} Waiting;

static inline void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
	(void) source;
	((Waiting *) data)->result = g_object_ref (result);
}

/* (transfer full) */
static inline GAsyncResult *
wait_for (Waiting *waiting)
{
	while (waiting->result == NULL)
		g_main_context_iteration (NULL, TRUE);
	return g_steal_pointer (&waiting->result);
}

G_END_DECLS
