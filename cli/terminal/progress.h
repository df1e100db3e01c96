/* cli/terminal/progress.h: one line on standard error that says how far the work is */
#pragma once
#include "graph/telling.h"
#include "ingest/loader.h"
G_BEGIN_DECLS

typedef struct {
	guint width;       /* of the terminal; 0: nothing is shown */
	char *step;        /* what is being done; empty for loading */
	gint64 since;      /* when that began, in microseconds */
	gint64 drawn;      /* when the line was last drawn */
	gboolean is_shown; /* whether a line stands there now */
} Progress;

void progress_init (Progress *self, gboolean is_quiet);
/* Clears the line */
void progress_clear (Progress *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Progress, progress_clear)
/* For work that tells how far it is; borrows @self */
FairleadTelling progress_get_telling (Progress *self);

/* Both have the shape of the library's callbacks; @progress is a Progress */
void on_bytes_progress (const FairleadLoadProgress *load, gpointer progress);
void on_work_progress (const char *what, guint64 done, guint64 total, gpointer progress);

G_END_DECLS
