/* tests/graph/measure/test-control.c: chains of control by hand */
#include "graph/measure/control.h"

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

/* The control of @letters over the served, in order of words */
static double
control_of (const char *text, const char *letters, const char *served)
{
	g_autoptr (FairleadNetwork) network = test_network_from (text);
	g_auto (GStrv) words = g_strsplit (served, " ", -1);
	g_autofree double *control = NULL;
	FairleadVertex vertices[8];
	FairleadParameters parameters;
	guint n = 0;

	for (; words[n] != NULL; n++)
		vertices[n] = test_vertex (network, words[n]);
	fairlead_parameters_init (&parameters);
	control = fairlead_control (network, &parameters, NULL, NULL, FALSE, NULL, vertices, n);
	return control[test_vertex (network, letters)];
}

/* registered owner 1, ISM manager 0.8, director 0.5, insurer 0; ended x 0.5; floor 0.05 */
static const struct {
	const char *text;
	const char *served;
	double control; /* of A */
} vectors[] = {
	{ "A registered-owner T", "T", 1.0 },
	{ "A registered-owner T", "T A", 1.0 }, /* nobody controls themselves */
	{ "T registered-owner A", "T", 0.0 },   /* the other way round */
	{ "A director B; B ism-manager T", "T", 0.5 * 0.8 },
	{ "A director T c=0.6", "T", 0.5 * 0.6 },
	{ "A insurer T", "T", 0.0 },
	{ "A registered-owner T ended", "T", 0.5 },
	{ "A registered-owner T 25%", "T", 0.25 },
	{ "A registered-owner T 25-50%", "T", 0.25 },
	{ "A registered-owner T <25%", "T", 0.0 },
	{ "A director T 25%", "T", 0.5 }, /* a share says nothing of an office */
	{ "A director T; A registered-owner T 60%", "T",
	  0.6 }, /* the strongest chain, not the sum */
	{ "A director B; B registered-owner T; A registered-owner T 40%", "T", 0.5 },
	{ "A registered-owner T; A registered-owner U; A director V", "T U V", 2.5 },
	{ "A registered-owner B; B registered-owner T; B registered-owner A", "T",
	  1.0 }, /* a circle */
	{ "A registered-owner T; T registered-owner A", "T A", 1.0 },
	{ "A director B; B director C; C director D; D director T", "T", 0.0625 },
	{ "A director B; B director C; C director D; D director E; E director T", "T",
	  0.0 }, /* floor */
	{ "A registered-owner A; A director T", "T", 0.5 },
};

static void
test_by_hand (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_test_message ("%s", vectors[i].text);
		g_assert_cmpfloat_with_epsilon (
			control_of (vectors[i].text, "A", vectors[i].served), vectors[i].control,
			1e-6);
	}
}

/* A longer but stronger chain wins, and what is reached again by it is climbed again */
static void
test_strongest_first (void)
{
	static const char text[] =
		"C secretary T; B registered-owner C; B director T; C director B; "
		"A registered-owner C; D registered-owner A";

	/* C: director of B, director of T: 0.25, against secretary 0.1 */
	g_assert_cmpfloat_with_epsilon (control_of (text, "C", "T"), 0.25, 1e-6);
	g_assert_cmpfloat_with_epsilon (control_of (text, "A", "T"), 0.25, 1e-6);
	g_assert_cmpfloat_with_epsilon (control_of (text, "D", "T"), 0.25, 1e-6);
	g_assert_cmpfloat_with_epsilon (control_of (text, "B", "T"), 0.5, 1e-6);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/control/by-hand", test_by_hand);
	g_test_add_func ("/graph/control/strongest-chain", test_strongest_first);
	return g_test_run ();
}
