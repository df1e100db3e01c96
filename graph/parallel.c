/* graph/parallel.c */
#include "graph/parallel.h"

/* What the threads of one run share */
typedef struct {
	const FairleadParallelJob *what;
	gpointer job;
	const FairleadParallel *how;
	guint32 n_items;
	guint32 next; /* (atomic) the first item that nobody has taken */
	GMutex lock;
	GCond changed;
	guint32 turn;       /* the item that may be committed; behind the lock */
	guint32 n_reported; /* by the thread of the caller, who alone reports */
} Run;

static gboolean
is_cancelled (const Run *run)
{
	return g_cancellable_is_cancelled (run->how->cancellable);
}

static gboolean
take_item (Run *run, guint32 *item)
{
	*item = (guint32) g_atomic_int_add ((gint *) &run->next, 1);
	return *item < run->n_items;
}

static void
wait_for_turn (Run *run, guint32 item)
{
	g_mutex_lock (&run->lock);
	while (run->turn != item)
		g_cond_wait (&run->changed, &run->lock);
	g_mutex_unlock (&run->lock);
}

static void
pass_turn (Run *run)
{
	g_mutex_lock (&run->lock);
	run->turn++;
	g_cond_broadcast (&run->changed);
	g_mutex_unlock (&run->lock);
}

static void
commit_in_turn (Run *run, gpointer worker, guint32 item)
{
	wait_for_turn (run, item);
	if (!is_cancelled (run))
		run->what->commit (worker, item);
	pass_turn (run);
}

static void
report (Run *run, guint32 n_done)
{
	if (run->how->progress == NULL || n_done <= run->n_reported)
		return;
	run->n_reported = n_done;
	run->how->progress (n_done, run->n_items, run->how->user_data);
}

/* An item that was taken takes its turn even when cancelled: others wait for it */
static void
do_items (Run *run, gboolean reports)
{
	gpointer worker = run->what->new_worker (run->job);
	guint32 item;

	while (!is_cancelled (run) && take_item (run, &item)) {
		run->what->work (worker, item);
		if (run->what->commit != NULL)
			commit_in_turn (run, worker, item);
		if (reports)
			report (run, item + 1);
	}
	run->what->free_worker (worker);
}

static gpointer
help (gpointer data)
{
	do_items (data, FALSE);
	return NULL;
}

gboolean
fairlead_parallel_run (const FairleadParallelJob *what, gpointer job, guint32 n_items,
                       const FairleadParallel *how, GError **error)
{
	static const FairleadParallel as_usual = { 0 };
	Run run = { what, job, how != NULL ? how : &as_usual, n_items, 0, { 0 }, { 0 }, 0, 0 };
	guint n_threads = run.how->n_threads > 0 ? run.how->n_threads : g_get_num_processors ();
	g_autoptr (GPtrArray) threads = g_ptr_array_new ();

	g_mutex_init (&run.lock);
	g_cond_init (&run.changed);
	for (guint i = 1; i < MIN (n_threads, n_items); i++) {
		GThread *thread = g_thread_try_new ("parallel", help, &run, NULL);

		if (thread == NULL) /* the others do its share */
			break;
		g_ptr_array_add (threads, thread);
	}
	if (n_items > 0)
		do_items (&run, TRUE);
	for (guint i = 0; i < threads->len; i++)
		g_thread_join (g_ptr_array_index (threads, i));
	if (!is_cancelled (&run)) /* the last ones may have been others' */
		report (&run, n_items);
	g_cond_clear (&run.changed);
	g_mutex_clear (&run.lock);
	return !g_cancellable_set_error_if_cancelled (run.how->cancellable, error);
}
