/* graph/telling.h: how far long work is, for whoever waits */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/* A word for each of so many steps is enough where steps are short */
#define FAIRLEAD_TELLING_STEPS 256u

/**
 * FairleadTelling:
 * @progress: (nullable): told what is being done, in words, and how much of it: @total is 0 where
 *   that is not known. What it does takes time from the work.
 * @data: for @progress
 *
 * Whom to tell; of all 0, and where there is none (NULL), nobody. By the thread that works.
 */
typedef struct {
	void (*progress) (const char *what, guint64 done, guint64 total, gpointer data);
	gpointer data;
} FairleadTelling;

static inline void
fairlead_tell (const FairleadTelling *self, const char *what, guint64 done, guint64 total)
{
	if (self != NULL && self->progress != NULL)
		self->progress (what, done, total, self->data);
}

/* The same, of work whose steps are short */
static inline void
fairlead_tell_step (const FairleadTelling *self, const char *what, guint64 done, guint64 total)
{
	if (done % FAIRLEAD_TELLING_STEPS == 0)
		fairlead_tell (self, what, done, total);
}

G_END_DECLS
