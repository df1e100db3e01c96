/* tests/ingest/record/test-work-queue.c */
#include "ingest/record/work-queue.h"

#include <string.h>

/* What the work is done on: what came, in the order in which it came */
typedef struct {
	GArray *lengths;
	guint64 sum;
	GThread *thread; /* that did the last of it */
} Worker;

typedef struct {
	guint32 length;
	char text[];
} Argument;

static void
take (gpointer data, gconstpointer data_argument)
{
	Worker *worker = data;
	const Argument *argument = data_argument;

	g_assert_cmpuint (GPOINTER_TO_SIZE (argument) % 8, ==, 0);
	g_assert_cmpuint (strlen (argument->text), ==, argument->length);
	g_array_append_val (worker->lengths, argument->length);
	for (guint i = 0; i < argument->length; i++)
		worker->sum += (guchar) argument->text[i];
	worker->thread = g_thread_self ();
}

static void
give (FairleadWorkQueue *queue, guint32 length)
{
	Argument *argument = fairlead_work_queue_add (queue, take, sizeof *argument + length + 1);

	argument->length = length;
	memset (argument->text, 'x', length);
	argument->text[length] = '\0';
}

static void
check (Worker *worker, const GArray *given)
{
	guint64 sum = 0;

	g_assert_cmpmem (worker->lengths->data, worker->lengths->len * sizeof (guint32),
	                 given->data, given->len * sizeof (guint32));
	for (guint i = 0; i < given->len; i++)
		sum += (guint64) g_array_index (given, guint32, i) * 'x';
	g_assert_cmpuint (worker->sum, ==, sum);
}

/* Lengths up to @longest, among them some beyond any batch */
static void
run (guint n, guint32 longest)
{
	g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint32));
	g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (guint32));
	Worker worker = { lengths, 0, NULL };
	g_autoptr (FairleadWorkQueue) queue = fairlead_work_queue_new ("test", &worker, 4);

	for (guint i = 0; i < n; i++) {
		guint32 length = i % 97 == 0 ? longest : i % 61;

		give (queue, length);
		g_array_append_val (given, length);
		if (i % 1000 == 999)
			fairlead_work_queue_finish (queue);
	}
	fairlead_work_queue_finish (queue);
	check (&worker, given);
	fairlead_work_queue_finish (queue);
	check (&worker, given);
}

static void
test_little (void)
{
	Worker worker = { g_array_new (FALSE, FALSE, sizeof (guint32)), 0, NULL };
	FairleadWorkQueue *queue = fairlead_work_queue_new ("test", &worker, 4);

	give (queue, 3);
	g_assert_cmpuint (worker.lengths->len, ==, 0);
	fairlead_work_queue_free (queue);
	g_assert_cmpuint (worker.lengths->len, ==, 1);
	g_assert_true (worker.thread == g_thread_self ());
	g_array_unref (worker.lengths);
}

static void
test_order (void)
{
	run (30000, 60);
}

static void
test_long (void)
{
	run (500, 3u << 20);
}

static void
test_nothing (void)
{
	Worker worker = { NULL, 0, NULL };
	g_autoptr (FairleadWorkQueue) queue = fairlead_work_queue_new ("test", &worker, 4);

	fairlead_work_queue_finish (queue);
	g_assert_null (worker.thread);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/record/work-queue/does-nothing-for-nothing", test_nothing);
	g_test_add_func ("/record/work-queue/does-little-without-a-thread", test_little);
	g_test_add_func ("/record/work-queue/keeps-the-order", test_order);
	g_test_add_func ("/record/work-queue/takes-what-is-longer-than-a-batch", test_long);
	return g_test_run ();
}
