/* tests/graph/test-grams.c: texts by shared pieces, held against a count of all of them */
#include "graph/find/grams.h"

#include <string.h>

static void
test_by_hand (void)
{
	g_autoptr (FairleadGrams) grams = fairlead_grams_new ();
	g_autoptr (GArray) hits = NULL;
	static const char *const texts[] = { "paek yang san", "paekyangsan", "kum san", "zebra" };

	for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
		fairlead_grams_add (grams, texts[i]);
	hits = fairlead_grams_search (grams, "paekyang san", 10);
	g_assert_cmpuint (hits->len, ==, 3);
	g_assert_cmpuint (g_array_index (hits, FairleadGramHit, 0).text, ==, 0);
	g_assert_true (g_array_index (hits, FairleadGramHit, 0).overlap >= 1);
	g_assert_cmpuint (g_array_index (hits, FairleadGramHit, 1).text, ==, 1);
	/* kumsan has .ku kum ums msa san an.: of those san and an. are among the eleven */
	g_assert_cmpuint (g_array_index (hits, FairleadGramHit, 2).text, ==, 2);
	g_assert_cmpfloat_with_epsilon ((double) g_array_index (hits, FairleadGramHit, 2).overlap,
	                                4.0 / 17.0, 1e-6);
}

static void
test_nothing (void)
{
	g_autoptr (FairleadGrams) empty = fairlead_grams_new ();
	g_autoptr (FairleadGrams) grams = fairlead_grams_new ();
	g_autoptr (GArray) none = fairlead_grams_search (empty, "anything", 10);
	g_autoptr (GArray) blank = NULL;

	fairlead_grams_add (grams, "");
	blank = fairlead_grams_search (grams, "", 10);
	g_assert_cmpuint (none->len, ==, 0);
	g_assert_cmpuint (blank->len, ==, 0);
}

/* More of the same name than are weighed: they are found all the same */
static void
test_many_of_one (void)
{
	g_autoptr (FairleadGrams) grams = fairlead_grams_new ();
	g_autoptr (GArray) hits = NULL;

	for (guint i = 0; i < 2000; i++)
		fairlead_grams_add (grams, "kim chol");
	hits = fairlead_grams_search (grams, "kim chol", 5);
	g_assert_cmpuint (hits->len, ==, 5);
	g_assert_cmpuint (g_array_index (hits, FairleadGramHit, 0).text, ==, 0);
}

/* A typing error anywhere leaves the text the nearest of all */
static void
test_typing_errors (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (7);
	g_autoptr (FairleadGrams) grams = fairlead_grams_new ();
	g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

	for (guint i = 0; i < 500; i++) {
		char *text = g_strnfill (14, 'x');

		for (guint j = 0; j < 14; j++)
			text[j] = (char) g_rand_int_range (random, 'a', 'z' + 1);
		g_ptr_array_add (texts, text);
		fairlead_grams_add (grams, text);
	}
	for (guint i = 0; i < 500; i++) {
		g_autofree char *wrong = g_strdup (texts->pdata[i]);
		g_autoptr (GArray) hits = NULL;

		wrong[g_rand_int_range (random, 0, 14)] = '7';
		hits = fairlead_grams_search (grams, wrong, 3);
		g_assert_cmpuint (hits->len, >, 0);
		g_assert_cmpuint (g_array_index (hits, FairleadGramHit, 0).text, ==, i);
	}
}

/* Those that cannot come in are passed over: fewer are the first of more */
static void
test_limits (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (11);
	g_autoptr (FairleadGrams) grams = fairlead_grams_new ();

	for (guint i = 0; i < 2000; i++) {
		guint length = (guint) g_rand_int_range (random, 1, 12);
		g_autofree char *text = g_strnfill (length, 'x');

		for (guint j = 0; j < length; j++)
			text[j] = (char) g_rand_int_range (random, 'a', 'd');
		fairlead_grams_add (grams, text);
	}
	for (guint i = 0; i < 100; i++) {
		char query[] = "abcabcab";
		g_autoptr (GArray) few = NULL, more = NULL;

		for (guint j = 0; query[j] != '\0'; j++)
			query[j] = (char) g_rand_int_range (random, 'a', 'd');
		few = fairlead_grams_search (grams, query, 1 + i % 20);
		more = fairlead_grams_search (grams, query, 400);
		g_assert_cmpuint (few->len, ==, 1 + i % 20);
		g_assert_cmpmem (few->data, few->len * sizeof (FairleadGramHit), more->data,
		                 few->len * sizeof (FairleadGramHit));
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/grams/by-hand", test_by_hand);
	g_test_add_func ("/graph/grams/nothing", test_nothing);
	g_test_add_func ("/graph/grams/many-of-one", test_many_of_one);
	g_test_add_func ("/graph/grams/typing-errors", test_typing_errors);
	g_test_add_func ("/graph/grams/fewer-are-the-first-of-more", test_limits);
	return g_test_run ();
}
