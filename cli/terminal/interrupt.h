/* cli/terminal/interrupt.h: Ctrl-C as a cancellable */
#pragma once
#include <gio/gio.h>
G_BEGIN_DECLS

/* The first SIGINT or SIGTERM cancels, so that the work ends in order; the second ends the program
 * at once. To be called before any other thread is made; SIGPIPE is turned off as well, so that a
 * closed pipe is an error of the write. */
void interrupt_watch (GCancellable *cancellable);

G_END_DECLS
