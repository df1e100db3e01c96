/* cli/interrupt.c */
#include "cli/interrupt.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "cli/command.h"

static void
fill_set (sigset_t *set)
{
	sigemptyset (set);
	sigaddset (set, SIGINT);
	sigaddset (set, SIGTERM);
}

/* A thread of its own, for a cancellable cannot be fired from a signal handler */
static gpointer
wait_for_signals (gpointer cancellable)
{
	sigset_t set;
	int number;

	fill_set (&set);
	sigwait (&set, &number);
	g_cancellable_cancel (cancellable);
	g_object_unref (cancellable);
	/* Whoever presses Ctrl-C twice in a hurry must not keep the work from removing its files */
	g_usleep (G_USEC_PER_SEC);
	sigwait (&set, &number);
	_exit (EXIT_FAILED);
}

void
interrupt_watch (GCancellable *cancellable)
{
	sigset_t set;

	signal (SIGPIPE, SIG_IGN);
	fill_set (&set);
	pthread_sigmask (SIG_BLOCK, &set, NULL);
	g_thread_unref (g_thread_new ("signals", wait_for_signals, g_object_ref (cancellable)));
}
