/* tests/graph/network/test-conductance.c: kind x confidence x ended factor x hub damping, by hand
 * */
#include "graph/network/conductance.h"

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

/* The conductance of the link that stands at @line */
static double
conductance_at (FairleadNetwork *network, const FairleadParameters *parameters, guint line)
{
	g_autofree gfloat *values = fairlead_conductance_compute (network, parameters);

	for (FairleadLink link = 0; link < fairlead_network_get_n_links (network); link++)
		if (fairlead_network_get_link (network, link)->source.line == line)
			return (double) values[link];
	g_assert_not_reached ();
}

static void
test_factors (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("A registered-owner B; A director B c=0.8; A director B c=0.8 "
	                           "ended; A linked-party A c=0");
	FairleadParameters parameters;

	fairlead_parameters_init (&parameters);
	g_assert_cmpfloat_with_epsilon (conductance_at (network, &parameters, 1), 1.0, 1e-6);
	g_assert_cmpfloat_with_epsilon (conductance_at (network, &parameters, 2), 0.7 * 0.8, 1e-6);
	g_assert_cmpfloat_with_epsilon (conductance_at (network, &parameters, 3), 0.7 * 0.8 * 0.5,
	                                1e-6);
	g_assert_cmpfloat (conductance_at (network, &parameters, 4), ==, 0.0);
}

/* H is the agent of A, B, C and D, of A by three records, and of itself; it is director of A. With
 * d0 = 2 and gamma = 1 its 4 partners make h = 2/4, for the links of the agent alone. */
static const char hub[] =
	"H formation-agent A; H formation-agent A; H formation-agent A; H formation-agent B; "
	"H formation-agent C; H formation-agent D; H formation-agent H; H director A; "
	"E formation-agent A; F formation-agent A; G formation-agent A";

static void
test_damping (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (hub);
	FairleadParameters parameters;

	fairlead_parameters_init (&parameters);
	parameters.hub_free_degree = 2;
	for (guint line = 1; line <= 6; line++)
		g_assert_cmpfloat_with_epsilon (conductance_at (network, &parameters, line),
		                                0.4 * 0.5, 1e-6);
	g_assert_cmpfloat_with_epsilon (conductance_at (network, &parameters, 8), 0.7, 1e-6);
	/* A has four agents, which is no hub: the damped end is the agent's */
	g_assert_cmpfloat_with_epsilon (conductance_at (network, &parameters, 9), 0.4, 1e-6);
	parameters.hub_free_degree = 4;
	g_assert_cmpfloat_with_epsilon (conductance_at (network, &parameters, 1), 0.4, 1e-6);
	parameters.hub_free_degree = 1;
	parameters.hub_exponent = 0.5;
	g_assert_cmpfloat_with_epsilon (conductance_at (network, &parameters, 1), 0.4 * 0.5, 1e-6);
}

/* A port is damped at the end that is called at */
static void
test_damping_of_the_other_end (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("A caller P; A caller P; B caller P; C caller P; A caller Q");
	FairleadParameters parameters;

	fairlead_parameters_init (&parameters);
	parameters.hub_free_degree = 1;
	for (guint line = 1; line <= 4; line++)
		g_assert_cmpfloat_with_epsilon (conductance_at (network, &parameters, line),
		                                0.5 / 3.0, 1e-6);
	g_assert_cmpfloat_with_epsilon (conductance_at (network, &parameters, 5), 0.5, 1e-6);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/conductance/kind-confidence-ended", test_factors);
	g_test_add_func ("/graph/conductance/hubs-by-distinct-partners", test_damping);
	g_test_add_func ("/graph/conductance/hub-at-the-other-end", test_damping_of_the_other_end);
	return g_test_run ();
}
