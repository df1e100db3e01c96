/* tests/graph/test-parameters.c: the text and the hash of the parameters tell every value apart */
#include "graph/parameters.h"

#include <string.h>

#include "ingest/record/error.h"
#include "tests/common/helpers.h"

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
	g_assert_true (g_str_has_prefix (text, "[walk]\nrestart=0.2\ntolerance=1e-10\n\n"));
	g_assert_nonnull (strstr (text, "\n[conductance]\nregistered-owner=1\n"));
	g_assert_nonnull (strstr (strstr (text, "\n[control]\n"), "\ndirector=0.5\n"));
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

/* ---- files ---- */

static gboolean
take (FairleadParameters *parameters, const char *text, GError **error)
{
	return fairlead_parameters_read (parameters, "own.parameters", text, strlen (text), error);
}

/* What is printed is a file that gives the same numbers again, to the last digit */
static void
test_printed_text_is_a_file (void)
{
	FairleadParameters parameters, again;
	g_autofree char *text = NULL;
	g_autoptr (GError) error = NULL;

	fairlead_parameters_init (&parameters);
	fairlead_parameters_init (&again);
	parameters.restart = 1.0 / 3.0;
	parameters.conductance[FAIRLEAD_LINK_INSURER] = 0.1 + 0.2;
	text = fairlead_parameters_dup_text (&parameters);
	g_assert_true (take (&again, text, &error));
	g_assert_no_error (error);
	g_assert_cmpmem (&parameters, sizeof parameters, &again, sizeof again);
}

static void
test_some_numbers (void)
{
	FairleadParameters parameters, shipped;
	g_autoptr (GError) error = NULL;

	fairlead_parameters_init (&parameters);
	fairlead_parameters_init (&shipped);
	g_assert_true (
		take (&parameters, "# ours\n[walk]\nrestart = 0.3\n[control]\nagent=1\n", &error));
	g_assert_no_error (error);
	g_assert_cmpfloat (parameters.restart, ==, 0.3);
	g_assert_cmpfloat (parameters.control[FAIRLEAD_LINK_AGENT], ==, 1.0);
	parameters.restart = shipped.restart;
	parameters.control[FAIRLEAD_LINK_AGENT] = shipped.control[FAIRLEAD_LINK_AGENT];
	g_assert_cmpmem (&parameters, sizeof parameters, &shipped, sizeof shipped);
}

static void
test_refused (void)
{
	static const struct {
		const char *text;
		FairleadError code;
		const char *words;
	} cases[] = {
		{ "[walks]\nrestart=0.3\n", FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
		  "own.parameters:1: no parameters stand in a group [walks] (did you mean"
		  " \"walk\"?)" },
		{ "[walk x]\n", FAIRLEAD_ERROR_UNKNOWN_REFERENCE, "own.parameters:1: " },
		{ "[walk]\n\nrestrat=0.3\n", FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
		  "own.parameters:3: [walk] has no parameter \"restrat\" (did you mean"
		  " \"restart\"?)" },
		{ "[walk]\nhop-loss=0.3\n", FAIRLEAD_ERROR_UNKNOWN_REFERENCE, ":2: " },
		{ "[walk]\nrestart=0,3\n", FAIRLEAD_ERROR_INVALID_VALUE,
		  ":2: restart=0,3 is no number" },
		{ "[walk]\nrestart=\n", FAIRLEAD_ERROR_INVALID_VALUE, ":2: " },
		{ "[walk]\nrestart=nan\n", FAIRLEAD_ERROR_INVALID_VALUE, ":2: " },
		{ "[walk]\nrestart=1\n", FAIRLEAD_ERROR_INVALID_VALUE,
		  ":2: restart=1 is out of range (0.01 to 0.99)" },
		{ "[control]\nagent=-1\n", FAIRLEAD_ERROR_INVALID_VALUE, "(0 to 1)" },
		{ "[walk]\nrestart=0.3\nrestart=0.3\n", FAIRLEAD_ERROR_SYNTAX,
		  ":3: restart stands twice in [walk]" },
		{ "restart=0.3\n", FAIRLEAD_ERROR_SYNTAX, ":1: " },
		{ "[walk]\nrestart=\xff\n", FAIRLEAD_ERROR_SYNTAX, ":2: the text is not UTF-8" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		FairleadParameters parameters, shipped;
		g_autoptr (GError) error = NULL;

		fairlead_parameters_init (&parameters);
		fairlead_parameters_init (&shipped);
		g_assert_false (take (&parameters, cases[i].text, &error));
		test_assert_error (error, FAIRLEAD_ERROR, (gint) cases[i].code, cases[i].words);
		g_assert_cmpmem (&parameters, sizeof parameters, &shipped, sizeof shipped);
	}
}

static void
test_no_file (void)
{
	FairleadParameters parameters;
	g_autoptr (GError) missing = NULL;
	g_autoptr (GError) folder = NULL;
	g_autofree char *path = test_fixture ("tiny-chain");

	fairlead_parameters_init (&parameters);
	g_assert_false (fairlead_parameters_load (&parameters, "/nowhere/own", &missing));
	test_assert_error (missing, FAIRLEAD_ERROR, FAIRLEAD_ERROR_IO, "/nowhere/own: ");
	g_assert_false (fairlead_parameters_load (&parameters, path, &folder));
	test_assert_error (folder, FAIRLEAD_ERROR, FAIRLEAD_ERROR_IO, "no regular file");
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/parameters/stable-text-and-hash", test_stable);
	g_test_add_func ("/graph/parameters/every-value-counts", test_every_value_counts);
	g_test_add_func ("/graph/parameters/printed-text-is-a-file", test_printed_text_is_a_file);
	g_test_add_func ("/graph/parameters/some-numbers", test_some_numbers);
	g_test_add_func ("/graph/parameters/refused-with-line", test_refused);
	g_test_add_func ("/graph/parameters/no-file", test_no_file);
	return g_test_run ();
}
