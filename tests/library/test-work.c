/* tests/library/test-work.c: long work of the library that tells how far it is, is given up, and
 * goes on in a thread */
#include <fairlead.h>
#include <locale.h>

#include "tests/library/demo-case.h"
#include "tests/library/listener.h"

#define SHIP "imo:3112048"
#define TARGET "programme:DPRK"
#define MANY 60u
#define NAME "tidemrk bunkr"
#define N_MOMENTS 12u

/* ---- lists, of which some is asked ---- */

static FleadNetwork *
network_of (const char *const *names)
{
	g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
	const char *root = g_getenv ("FAIRLEAD_SOURCE_DIR");
	g_autoptr (FleadCase) plan = NULL;
	g_auto (GStrv) inputs = NULL;
	g_autoptr (GError) error = NULL;
	FleadNetwork *network;

	for (guint i = 0; names[i] != NULL; i++) {
		g_autofree char *path = g_build_filename (root != NULL ? root : ".", "fixtures",
		                                          "four-lists", names[i], NULL);

		g_strv_builder_add (paths, path);
	}
	inputs = g_strv_builder_end (paths);
	plan = flead_case_new ((const char *const *) inputs);
	network = flead_case_load (plan, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
	return network;
}

static FleadNetwork *
lists_network (void)
{
	static const char *const names[] = { "sdn.csv",     "alt.csv",     "add.csv",   "un.xml",
		                             "annexes.csv", "conlist.csv", "roles.csv", NULL };

	return network_of (names);
}

static FleadNetwork *
earlier_network (void)
{
	static const char *const names[] = { "un-earlier.xml", NULL };

	return network_of (names);
}

/* ---- the kinds of work ---- */

/* What is asked of the network, at once and in a thread */
typedef struct {
	const char *name;
	gpointer (*ask) (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
	                 GError **error);
	void (*ask_async) (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
	                   GAsyncReadyCallback callback, gpointer user_data);
	gpointer (*finish) (GObject *source, GAsyncResult *result, GError **error);
	guint most_words; /* after which work that was given up has ended */
	FleadNetwork *(*new_network) (void);
	gboolean keeps_index; /* so that the next has nothing to tell */
	gboolean is_timed;    /* short enough to be given up at many moments */
} Work;

static gpointer
ask_load (FleadNetwork *network, GCancellable *cancellable, Listener *listener, GError **error)
{
	g_autoptr (FleadCase) plan = demo_case ();

	(void) network;
	return flead_case_load (plan, cancellable, listen, listener, error);
}

static void
ask_load_async (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
                GAsyncReadyCallback callback, gpointer user_data)
{
	g_autoptr (FleadCase) plan = demo_case ();

	(void) network;
	flead_case_load_async (plan, cancellable, listen, listener, count_freed, callback,
	                       user_data);
	/* what is loaded is what was asked for then */
	g_object_set (plan, "inputs", NULL, NULL);
}

static gpointer
finish_load (GObject *source, GAsyncResult *result, GError **error)
{
	return flead_case_load_finish (FLEAD_CASE (source), result, error);
}

static FleadQuestion *
demo_question (void)
{
	const char *const target[] = { TARGET, NULL };
	FleadQuestion *question = flead_question_new (target);

	g_object_set (question, "draws", 2, NULL);
	return question;
}

static gpointer
ask_rank (FleadNetwork *network, GCancellable *cancellable, Listener *listener, GError **error)
{
	g_autoptr (FleadQuestion) question = demo_question ();

	return flead_network_rank (network, question, cancellable, listen, listener, error);
}

static void
ask_rank_async (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
                GAsyncReadyCallback callback, gpointer user_data)
{
	g_autoptr (FleadQuestion) question = demo_question ();

	flead_network_rank_async (network, question, cancellable, listen, listener, count_freed,
	                          callback, user_data);
}

static gpointer
finish_rank (GObject *source, GAsyncResult *result, GError **error)
{
	return flead_network_rank_finish (FLEAD_NETWORK (source), result, error);
}

static gpointer
ask_paths (FleadNetwork *network, GCancellable *cancellable, Listener *listener, GError **error)
{
	return flead_network_find_paths (network, SHIP, TARGET, MANY, 0, FLEAD_PATH_ANY_TIME, FALSE,
	                                 cancellable, listen, listener, error);
}

static void
ask_paths_async (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
                 GAsyncReadyCallback callback, gpointer user_data)
{
	flead_network_find_paths_async (network, SHIP, TARGET, MANY, 0, FLEAD_PATH_ANY_TIME, FALSE,
	                                cancellable, listen, listener, count_freed, callback,
	                                user_data);
}

static gpointer
finish_paths (GObject *source, GAsyncResult *result, GError **error)
{
	return flead_network_find_paths_finish (FLEAD_NETWORK (source), result, error);
}

static gpointer
ask_rules (FleadNetwork *network, GCancellable *cancellable, Listener *listener, GError **error)
{
	return flead_network_find_ownership (network, NULL, FALSE, NULL, NULL, 0, cancellable,
	                                     listen, listener, error);
}

static void
ask_rules_async (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
                 GAsyncReadyCallback callback, gpointer user_data)
{
	flead_network_find_ownership_async (network, NULL, FALSE, NULL, NULL, 0, cancellable,
	                                    listen, listener, count_freed, callback, user_data);
}

static gpointer
finish_rules (GObject *source, GAsyncResult *result, GError **error)
{
	return flead_network_find_ownership_finish (FLEAD_NETWORK (source), result, error);
}

static gpointer
ask_supply (FleadNetwork *network, GCancellable *cancellable, Listener *listener, GError **error)
{
	return flead_network_estimate_supply (network, "refined", 2023, NULL, cancellable, listen,
	                                      listener, error);
}

static void
ask_supply_async (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
                  GAsyncReadyCallback callback, gpointer user_data)
{
	flead_network_estimate_supply_async (network, "refined", 2023, NULL, cancellable, listen,
	                                     listener, count_freed, callback, user_data);
}

static gpointer
finish_supply (GObject *source, GAsyncResult *result, GError **error)
{
	return flead_network_estimate_supply_finish (FLEAD_NETWORK (source), result, error);
}

static gpointer
ask_timeline (FleadNetwork *network, GCancellable *cancellable, Listener *listener, GError **error)
{
	g_autoptr (FleadEntity) ship = flead_network_find (network, SHIP);

	return flead_entity_find_timeline (ship, NULL, NULL, cancellable, listen, listener, error);
}

static void
ask_timeline_async (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
                    GAsyncReadyCallback callback, gpointer user_data)
{
	g_autoptr (FleadEntity) ship = flead_network_find (network, SHIP);

	flead_entity_find_timeline_async (ship, NULL, NULL, cancellable, listen, listener,
	                                  count_freed, callback, user_data);
}

static gpointer
finish_timeline (GObject *source, GAsyncResult *result, GError **error)
{
	return flead_entity_find_timeline_finish (FLEAD_ENTITY (source), result, error);
}

/* ---- of lists ---- */

static gpointer
ask_diff (FleadNetwork *network, GCancellable *cancellable, Listener *listener, GError **error)
{
	g_autoptr (FleadNetwork) earlier = earlier_network ();

	return flead_network_diff (network, earlier, cancellable, listen, listener, error);
}

static void
ask_diff_async (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
                GAsyncReadyCallback callback, gpointer user_data)
{
	g_autoptr (FleadNetwork) earlier = earlier_network ();

	flead_network_diff_async (network, earlier, cancellable, listen, listener, count_freed,
	                          callback, user_data);
}

static gpointer
finish_diff (GObject *source, GAsyncResult *result, GError **error)
{
	return flead_network_diff_finish (FLEAD_NETWORK (source), result, error);
}

static const char *const bodies[] = { "UN", "EU", NULL };

static gpointer
ask_gaps (FleadNetwork *network, GCancellable *cancellable, Listener *listener, GError **error)
{
	return flead_network_find_gaps (network, "dprk", bodies, TRUE, cancellable, listen,
	                                listener, error);
}

static void
ask_gaps_async (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
                GAsyncReadyCallback callback, gpointer user_data)
{
	g_autofree char *programme = g_strdup ("dprk");
	g_auto (GStrv) names = g_strdupv ((char **) bodies);

	flead_network_find_gaps_async (network, programme, (const char *const *) names, TRUE,
	                               cancellable, listen, listener, count_freed, callback,
	                               user_data);
}

static gpointer
finish_gaps (GObject *source, GAsyncResult *result, GError **error)
{
	return flead_network_find_gaps_finish (FLEAD_NETWORK (source), result, error);
}

static gpointer
ask_search (FleadNetwork *network, GCancellable *cancellable, Listener *listener, GError **error)
{
	return flead_network_search (network, NAME, "company", MANY, cancellable, listen, listener,
	                             error);
}

static void
ask_search_async (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
                  GAsyncReadyCallback callback, gpointer user_data)
{
	g_autofree char *text = g_strdup (NAME);
	g_autofree char *kind = g_strdup ("company");

	flead_network_search_async (network, text, kind, MANY, cancellable, listen, listener,
	                            count_freed, callback, user_data);
}

static gpointer
finish_search (GObject *source, GAsyncResult *result, GError **error)
{
	return flead_network_search_finish (FLEAD_NETWORK (source), result, error);
}

/* ---- what several share, and what cuts a target off ---- */

static FleadCommonQuestion *
common_question (void)
{
	static const char *const parties[] = { SHIP, "imo:3113779", "register:AE2515934", NULL };

	return flead_common_question_new (parties);
}

static gpointer
ask_common (FleadNetwork *network, GCancellable *cancellable, Listener *listener, GError **error)
{
	g_autoptr (FleadCommonQuestion) question = common_question ();

	return flead_network_find_common (network, question, cancellable, listen, listener, error);
}

static void
ask_common_async (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
                  GAsyncReadyCallback callback, gpointer user_data)
{
	g_autoptr (FleadCommonQuestion) question = common_question ();

	flead_network_find_common_async (network, question, cancellable, listen, listener,
	                                 count_freed, callback, user_data);
	/* what is asked is what was asked then */
	g_object_set (question, "parties", NULL, NULL);
}

static gpointer
finish_common (GObject *source, GAsyncResult *result, GError **error)
{
	return flead_network_find_common_finish (FLEAD_NETWORK (source), result, error);
}

static FleadDisruptQuestion *
disrupt_question (void)
{
	static const char *const target[] = { TARGET, NULL };
	FleadDisruptQuestion *question = flead_disrupt_question_new (target);

	g_object_set (question, "budget", 2, "candidates", 12, NULL);
	return question;
}

static gpointer
ask_disrupt (FleadNetwork *network, GCancellable *cancellable, Listener *listener, GError **error)
{
	g_autoptr (FleadDisruptQuestion) question = disrupt_question ();

	return flead_network_disrupt (network, question, cancellable, listen, listener, error);
}

static void
ask_disrupt_async (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
                   GAsyncReadyCallback callback, gpointer user_data)
{
	g_autoptr (FleadDisruptQuestion) question = disrupt_question ();

	flead_network_disrupt_async (network, question, cancellable, listen, listener, count_freed,
	                             callback, user_data);
}

static gpointer
finish_disrupt (GObject *source, GAsyncResult *result, GError **error)
{
	return flead_network_disrupt_finish (FLEAD_NETWORK (source), result, error);
}

#define DEMO demo_network, FALSE, FALSE
static const Work works[] = {
	{ "load", ask_load, ask_load_async, finish_load, 1, DEMO },
	{ "rank", ask_rank, ask_rank_async, finish_rank, 3, DEMO },
	{ "paths", ask_paths, ask_paths_async, finish_paths, 1, DEMO },
	{ "common", ask_common, ask_common_async, finish_common, 1, demo_network, FALSE, TRUE },
	{ "rules", ask_rules, ask_rules_async, finish_rules, 1, DEMO },
	{ "supply", ask_supply, ask_supply_async, finish_supply, 1, DEMO },
	{ "timeline", ask_timeline, ask_timeline_async, finish_timeline, 1, DEMO },
	{ "disrupt", ask_disrupt, ask_disrupt_async, finish_disrupt, 1, DEMO },
	{ "diff", ask_diff, ask_diff_async, finish_diff, 1, lists_network, FALSE, TRUE },
	{ "gaps", ask_gaps, ask_gaps_async, finish_gaps, 1, lists_network, FALSE, TRUE },
	{ "search", ask_search, ask_search_async, finish_search, 1, lists_network, TRUE, TRUE },
};

/* One kind of work, of a network that others share */
typedef struct {
	const Work *work;
	FleadNetwork *network;
} Case;

/* One in which nothing was done that the work would else have to tell of */
static FleadNetwork *
fresh_network (const Case *self)
{
	return self->work->keeps_index ? self->work->new_network () : g_object_ref (self->network);
}

/* ---- at once ---- */

static void
test_tells_how_far_it_is (gconstpointer data)
{
	const Case *self = data;
	const Work *work = self->work;
	Listener listener = { .thread = g_thread_self () };
	g_autoptr (FleadNetwork) network = fresh_network (self);
	g_autoptr (GError) error = NULL;
	g_autoptr (GObject) found = work->ask (network, NULL, &listener, &error);

	g_assert_no_error (error);
	g_assert_true (G_IS_LIST_MODEL (found));
	g_assert_cmpuint (listener.n_words, >=, work->most_words);
}

/* No more is told after the word at which it was given up: the work ended there, and did not go on
 * to its end for nothing */
static void
test_is_given_up_in_the_middle (gconstpointer data)
{
	const Case *self = data;
	const Work *work = self->work;
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	Listener listener = { .cancellable = cancellable, .thread = g_thread_self () };
	g_autoptr (FleadNetwork) network = fresh_network (self);
	g_autoptr (GError) error = NULL;

	g_assert_null (work->ask (network, cancellable, &listener, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_cmpuint (listener.n_words, <=, work->most_words);
}

/* What was left half done then is no part of what is found later */
static void
test_is_given_up_before_it_begins (gconstpointer data)
{
	const Case *self = data;
	const Work *work = self->work;
	g_autoptr (FleadNetwork) network = work->new_network ();
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	Listener listener = { .thread = g_thread_self () };
	g_autoptr (GError) error = NULL;
	g_autoptr (FleadResult) once = NULL, again = NULL;
	g_autofree char *expected = NULL, *text = NULL;

	g_cancellable_cancel (cancellable);
	g_assert_null (work->ask (network, cancellable, &listener, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_clear_error (&error);
	once = work->ask (self->network, NULL, &listener, NULL);
	g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (once)), >, 0);
	again = work->ask (network, NULL, &listener, &error);
	g_assert_no_error (error);
	expected = flead_result_dup_text (once, FLEAD_FORMAT_JSON, NULL);
	text = flead_result_dup_text (again, FLEAD_FORMAT_JSON, NULL);
	g_assert_cmpstr (text, ==, expected);
}

/* Fires in the midst of the work */
typedef struct {
	GCancellable *cancellable;
	gulong wait; /* in microseconds */
} Clock;

static gpointer
fire (gpointer data)
{
	const Clock *clock = data;

	g_usleep (clock->wait);
	g_cancellable_cancel (clock->cancellable);
	return NULL;
}

/* Whichever moment it is: nothing with the error, or all of it */
static void
assert_all_or_nothing (const Work *work, FleadNetwork *network, gulong wait, const char *expected)
{
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	Clock clock = { cancellable, wait };
	Listener listener = { .thread = g_thread_self () };
	g_autoptr (GError) error = NULL;
	GThread *thread = g_thread_new ("clock", fire, &clock);
	g_autoptr (FleadResult) found = work->ask (network, cancellable, &listener, &error);
	g_autofree char *text = NULL;

	g_thread_join (thread);
	if (found == NULL) {
		g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
		return;
	}
	g_assert_no_error (error);
	text = flead_result_dup_text (found, FLEAD_FORMAT_JSON, NULL);
	g_assert_cmpstr (text, ==, expected);
}

static void
test_is_given_up_at_any_moment (gconstpointer data)
{
	const Case *self = data;
	const Work *work = self->work;
	g_autoptr (FleadNetwork) network = work->new_network ();
	Listener ignored = { .thread = g_thread_self () };
	gint64 begun = g_get_monotonic_time ();
	g_autoptr (FleadResult) once = work->ask (self->network, NULL, &ignored, NULL);
	gulong whole = (gulong) (g_get_monotonic_time () - begun);
	g_autofree char *expected = flead_result_dup_text (once, FLEAD_FORMAT_JSON, NULL);

	for (guint i = 0; i < N_MOMENTS; i++)
		assert_all_or_nothing (work, network, whole * i / N_MOMENTS, expected);
}

/* ---- in a thread ---- */

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
	(void) source;
	*(GAsyncResult **) data = g_object_ref (result);
}

/* (transfer full): an object, or NULL with the error; waits until nothing more will be told */
static gpointer
ask_in_thread (const Case *self, GCancellable *cancellable, Listener *listener, GError **error)
{
	const Work *work = self->work;
	g_autoptr (FleadNetwork) network = fresh_network (self);
	g_autoptr (GObject) source = NULL;
	g_autoptr (GAsyncResult) result = NULL;
	gpointer made;

	work->ask_async (network, cancellable, listener, on_done, &result);
	if (cancellable != NULL)
		g_cancellable_cancel (cancellable);
	while (result == NULL)
		g_main_context_iteration (NULL, TRUE);
	source = g_async_result_get_source_object (result);
	made = work->finish (source, result, error);
	g_clear_object (&result); /* the task knows the listener */
	wait_until_freed (listener);
	return made;
}

static void
test_thread_gives_the_same (gconstpointer data)
{
	const Case *self = data;
	const Work *work = self->work;
	Listener listener = { .thread = g_thread_self () }, ignored = listener;
	g_autoptr (GError) error = NULL;
	g_autoptr (FleadResult) once = work->ask (self->network, NULL, &ignored, NULL);
	g_autoptr (FleadResult) again = ask_in_thread (self, NULL, &listener, &error);
	g_autofree char *expected = flead_result_dup_text (once, FLEAD_FORMAT_JSON, NULL);
	g_autofree char *text = NULL;

	g_assert_no_error (error);
	text = flead_result_dup_text (again, FLEAD_FORMAT_JSON, NULL);
	g_assert_cmpstr (text, ==, expected);
	g_assert_cmpuint (listener.n_words, >, 0);
	g_assert_cmpint (listener.n_freed, ==, 1);
}

static void
test_thread_is_given_up (gconstpointer data)
{
	const Case *self = data;
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	Listener listener = { .thread = g_thread_self () };
	g_autoptr (GError) error = NULL;

	g_assert_null (ask_in_thread (self, cancellable, &listener, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_cmpint (listener.n_freed, ==, 1);
}

int
main (int argc, char **argv)
{
	static const struct {
		const char *path;
		GTestDataFunc test;
		gboolean for_timed; /* of which works: these alone, or all */
	} cases[] = {
		{ "/library/long-work/%s/tells-how-far-it-is", test_tells_how_far_it_is, FALSE },
		{ "/library/long-work/%s/is-given-up-in-the-middle", test_is_given_up_in_the_middle,
		  FALSE },
		{ "/library/long-work/%s/is-given-up-before-it-begins",
		  test_is_given_up_before_it_begins, TRUE },
		{ "/library/long-work/%s/is-given-up-at-any-moment", test_is_given_up_at_any_moment,
		  TRUE },
		{ "/library/long-work/%s/in-a-thread-gives-the-same", test_thread_gives_the_same,
		  FALSE },
		{ "/library/long-work/%s/in-a-thread-is-given-up", test_thread_is_given_up, FALSE },
	};

	g_autoptr (FleadNetwork) network = NULL;
	g_autoptr (FleadNetwork) lists = NULL;
	Case all[G_N_ELEMENTS (works)];

	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	network = demo_network ();
	lists = lists_network ();
	for (guint i = 0; i < G_N_ELEMENTS (works); i++) {
		all[i] = (Case){ &works[i],
			         works[i].new_network == lists_network ? lists : network };
		for (guint k = 0; k < G_N_ELEMENTS (cases); k++) {
			g_auto (GStrv) parts = g_strsplit (cases[k].path, "%s", 2);
			g_autofree char *path = g_strjoinv (works[i].name, parts);

			if (works[i].is_timed || !cases[k].for_timed)
				g_test_add_data_func (path, &all[i], cases[k].test);
		}
	}
	return g_test_run ();
}
