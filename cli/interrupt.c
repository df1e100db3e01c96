/* cli/interrupt.c */
#include "cli/interrupt.h"

#include <pthread.h>
#include <signal.h>
#include <ucontext.h>
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

/* Threads that a library makes before main(), as OpenBLAS does, block no signal. The first that
 * comes to one of them is sent again, for the one that waits, and the thread blocks the next. */
static void
pass_on (int number, siginfo_t *info, void *context)
{
	ucontext_t *interrupted = context;

	(void) info;
	sigaddset (&interrupted->uc_sigmask, SIGINT);
	sigaddset (&interrupted->uc_sigmask, SIGTERM);
	kill (getpid (), number);
}

void
interrupt_watch (GCancellable *cancellable)
{
	struct sigaction action = { .sa_sigaction = pass_on, .sa_flags = SA_SIGINFO | SA_RESTART };
	sigset_t set;

	signal (SIGPIPE, SIG_IGN);
	fill_set (&set);
	action.sa_mask = set;
	sigaction (SIGINT, &action, NULL);
	sigaction (SIGTERM, &action, NULL);
	pthread_sigmask (SIG_BLOCK, &set, NULL);
	g_thread_unref (g_thread_new ("signals", wait_for_signals, g_object_ref (cancellable)));
}
