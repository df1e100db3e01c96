/* tests/graph/test-igraph-scope.c: igraph's failures become GErrors, and its handlers are put back
 * */
#include "graph/igraph-scope-private.h"

#include <string.h>

#include "ingest/record/error.h"
#include "tests/common/helpers.h"

/* A ring with a chord, as edges */
static gboolean
make_ring (FairleadIgraph *ring, guint n, GError **error)
{
	g_auto (igraph_vector_int_t) edges = { 0 };

	if (!fairlead_igraph_check (igraph_vector_int_init (&edges, 0), "allocating edges", error))
		return FALSE;
	for (guint i = 0; i < n; i++) {
		igraph_vector_int_push_back (&edges, i);
		igraph_vector_int_push_back (&edges, (i + 1) % n);
	}
	return fairlead_igraph_create (ring, &edges, n, error);
}

static gboolean
compute_with_weights (guint n_weights, double weight, GCancellable *cancellable, GError **error)
{
	G_GNUC_UNUSED g_auto (FairleadIgraphScope) scope =
		fairlead_igraph_scope_enter (cancellable);
	g_auto (FairleadIgraph) ring = { .whole = FALSE };
	g_auto (igraph_vector_t) weights = { 0 }, scores = { 0 };

	if (!make_ring (&ring, 6, error)
	    || !fairlead_igraph_check (igraph_vector_init (&weights, n_weights), "allocating",
	                               error)
	    || !fairlead_igraph_check (igraph_vector_init (&scores, 0), "allocating", error))
		return FALSE;
	igraph_vector_fill (&weights, weight);
	return fairlead_igraph_check (fairlead_igraph_betweenness (&ring.graph, &scores, &weights),
	                              "computing betweenness", error);
}

static void
test_success (void)
{
	g_autoptr (GError) error = NULL;

	g_assert_true (compute_with_weights (6, 1.0, NULL, &error));
	g_assert_no_error (error);
	g_assert_true (IGRAPH_FINALLY_STACK_EMPTY);
}

static void
test_errors (void)
{
	static const struct {
		guint n_weights;
		double weight;
		const char *words;
	} vectors[] = { { 5, 1.0, "eight vector length" },
		        { 6, -1.0, "ositive" },
		        { 6, 0.0, "ositive" } };

	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_autoptr (GError) error = NULL;

		g_assert_false (compute_with_weights (vectors[i].n_weights, vectors[i].weight, NULL,
		                                      &error));
		test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INVALID_VALUE,
		                   vectors[i].words);
		test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INVALID_VALUE,
		                   "computing betweenness: ");
		g_assert_true (IGRAPH_FINALLY_STACK_EMPTY);
	}
	test_success ();
}

/* Functions that call functions report at each level: the first one knows why */
static void
test_first_reason (void)
{
	G_GNUC_UNUSED g_auto (FairleadIgraphScope) scope = fairlead_igraph_scope_enter (NULL);
	g_auto (FairleadIgraph) graph = { .whole = FALSE };
	g_auto (igraph_vector_int_t) edges = { 0 };
	g_autoptr (GError) error = NULL;
	g_autoptr (GError) bare = NULL;

	g_assert_true (
		fairlead_igraph_check (igraph_vector_int_init (&edges, 3), "allocating", NULL));
	igraph_error ("the cause", "inner.c", 1, IGRAPH_EINVAL);
	igraph_error ("", "outer.c", 2, IGRAPH_EINVAL);
	g_assert_false (fairlead_igraph_check (IGRAPH_EINVAL, "trying", &error));
	g_assert_cmpstr (error->message, ==, "trying: the cause [igraph inner.c:1]");
	/* used up: the next failure does not repeat it */
	g_assert_false (fairlead_igraph_check (IGRAPH_ENOMEM, "trying", &bare));
	g_assert_error (bare, FAIRLEAD_ERROR, FAIRLEAD_ERROR_NO_MEMORY);
	g_assert_null (strstr (bare->message, "the cause"));
	g_assert_false (
		fairlead_igraph_create (&graph, &edges, 3, NULL)); /* an odd number of ends */
	g_assert_false (graph.whole);
}

static void
test_cancelled (void)
{
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) error = NULL;

	g_cancellable_cancel (cancellable);
	g_assert_false (compute_with_weights (6, 1.0, cancellable, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_true (IGRAPH_FINALLY_STACK_EMPTY);
	test_success ();
}

static void
on_our_error (const char *reason, const char *file, int line, igraph_error_t status)
{
	(void) reason, (void) file, (void) line, (void) status;
}

static void
on_our_warning (const char *reason, const char *file, int line)
{
	(void) reason, (void) file, (void) line;
}

static FairleadInterruption
on_our_interruption (FAIRLEAD_INTERRUPTION_ARGUMENTS)
{
	return 0;
}

static void
test_handlers (void)
{
	igraph_error_handler_t *error_before = igraph_set_error_handler (on_our_error);
	igraph_warning_handler_t *warning_before = igraph_set_warning_handler (on_our_warning);
	igraph_interruption_handler_t *interruption_before =
		igraph_set_interruption_handler (on_our_interruption);

	test_success ();
	g_assert_true (igraph_set_error_handler (error_before) == on_our_error);
	g_assert_true (igraph_set_warning_handler (warning_before) == on_our_warning);
	g_assert_true (igraph_set_interruption_handler (interruption_before)
	               == on_our_interruption);
}

/* What was never initialised is left alone */
static void
test_untouched (void)
{
	G_GNUC_UNUSED g_auto (igraph_vector_t) vector = { 0 };
	G_GNUC_UNUSED g_auto (igraph_vector_int_t) numbers = { 0 };
	G_GNUC_UNUSED g_auto (FairleadIgraph) graph = { .whole = FALSE };
	g_auto (FairleadIgraphScope) scope = { .entered = FALSE };

	g_assert_false (scope.entered);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/igraph-scope/success", test_success);
	g_test_add_func ("/graph/igraph-scope/errors", test_errors);
	g_test_add_func ("/graph/igraph-scope/first-reason", test_first_reason);
	g_test_add_func ("/graph/igraph-scope/cancelled", test_cancelled);
	g_test_add_func ("/graph/igraph-scope/handlers-are-put-back", test_handlers);
	g_test_add_func ("/graph/igraph-scope/untouched", test_untouched);
	return g_test_run ();
}
