/* cli/terminal/interrupt.c */
#include "cli/terminal/interrupt.h"

#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <unistd.h>

#include "cli/command.h"

/* A signal handler can reach nothing else */
static sem_t signals;

static void
on_signal (int number)
{
	int before = errno;

	(void) number;
	sem_post (&signals);
	errno = before;
}

static void
wait_for_signal (void)
{
	while (sem_wait (&signals) != 0 && errno == EINTR)
		;
}

/* A thread of its own, for a cancellable cannot be fired from a signal handler */
static gpointer
wait_for_signals (gpointer cancellable)
{
	wait_for_signal ();
	g_cancellable_cancel (cancellable);
	g_object_unref (cancellable);
	/* Whoever presses Ctrl-C twice in a hurry must not keep the work from removing its files */
	g_usleep (G_USEC_PER_SEC);
	while (sem_trywait (&signals) == 0)
		;
	wait_for_signal ();
	_exit (EXIT_FAILED);
}

/* Handled, not waited for: libraries (OpenBLAS is one) start threads when they are loaded, which
 * never heard that the signal is to be blocked */
void
interrupt_watch (GCancellable *cancellable)
{
	struct sigaction action = { .sa_handler = on_signal, .sa_flags = SA_RESTART };
	sigset_t set;

	signal (SIGPIPE, SIG_IGN);
	sem_init (&signals, 0, 0);
	g_thread_unref (g_thread_new ("signals", wait_for_signals, g_object_ref (cancellable)));
	sigemptyset (&action.sa_mask);
	sigaction (SIGINT, &action, NULL);
	sigaction (SIGTERM, &action, NULL);
	/* The work need not be disturbed where others can take the signal */
	sigemptyset (&set);
	sigaddset (&set, SIGINT);
	sigaddset (&set, SIGTERM);
	pthread_sigmask (SIG_BLOCK, &set, NULL);
}
