/* tests/test-parameters.c: the text and the hash of the parameters tell every value apart */
#include "graph/parameters.h"

#include <string.h>

#include "tests/helpers.h"

/* Scripts compare this hash: it changes with the table of defaults and with nothing else */
static void
test_stable (void)
{
	FairleadParameters parameters, again;
	g_autofree char *text = NULL;
	g_autofree char *hash = NULL;
	g_autofree char *hash_again = NULL;

	fairlead_parameters_init (&parameters);
	memset (&again, 0xff, sizeof again);
	fairlead_parameters_init (&again);
	text = fairlead_parameters_dup_text (&parameters);
	hash = fairlead_parameters_dup_hash (&parameters);
	hash_again = fairlead_parameters_dup_hash (&again);
	g_assert_cmpstr (hash, ==, hash_again);
	g_assert_cmpuint (strlen (hash), ==, 16);
	g_assert_true (g_str_has_prefix (text, "restart=0.2\ntolerance=1e-10\nhop-loss=0.1\n"));
	g_assert_nonnull (strstr (text, "\nconductance.registered-owner=1\n"));
	g_assert_nonnull (strstr (text, "\ncontrol.director=0.5\n"));
}

static void
test_every_value_counts (void)
{
	FairleadParameters parameters;
	double *values = (double *) (gpointer) &parameters;
	g_autoptr (GHashTable) hashes =
		g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

	for (gsize i = 0; i < sizeof parameters / sizeof (double); i++) {
		fairlead_parameters_init (&parameters);
		values[i] += 0.125;
		g_assert_true (
			g_hash_table_add (hashes, fairlead_parameters_dup_hash (&parameters)));
	}
	fairlead_parameters_init (&parameters);
	g_assert_true (g_hash_table_add (hashes, fairlead_parameters_dup_hash (&parameters)));
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/parameters/stable-text-and-hash", test_stable);
	g_test_add_func ("/graph/parameters/every-value-counts", test_every_value_counts);
	return g_test_run ();
}
