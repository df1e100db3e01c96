/* tests/test-signals.c: each signal where the facts state it, and not where they leave it open */
#include "graph/score/signals.h"

#include "tests/helpers.h"
#include "tests/network-builder.h"

static void
add_fact (FairleadRecords *records, const char *letters, FairleadAttribute attribute,
          const char *text)
{
	g_autofree char *key = g_strconcat ("test:", letters, NULL);

	fairlead_records_add_attribute (records, fairlead_records_find (records, key), attribute,
	                                text, NULL, (FairleadSource){ 0, 50 });
}

/* The names of the signals of one party, of a target of T alone */
static char *
dup_signals_of (FairleadRecords *records, const char *letters)
{
	g_autoptr (FairleadNetwork) network = fairlead_network_new (records);
	g_autofree guint8 *is_target = g_malloc0 (fairlead_network_get_n_vertices (network));
	g_autoptr (FairleadSignals) signals = NULL;
	g_autofree double *sums = NULL;
	GString *text = g_string_new (NULL);
	FairleadParameters parameters;
	FairleadVertex vertex = test_vertex (network, letters);
	guint n = 0;

	fairlead_parameters_init (&parameters);
	is_target[test_vertex (network, "T")] = TRUE;
	signals = fairlead_signals_new (network, &parameters, is_target, NULL);
	sums = fairlead_signals_dup_sums (signals);
	for (guint i = 0; i < FAIRLEAD_N_SIGNALS; i++)
		if (fairlead_signals_has (signals, vertex, i)) {
			g_string_append_printf (text, "%s%s", n > 0 ? " " : "",
			                        fairlead_signal_name (i));
			n++;
		}
	if (fairlead_network_is_party (network, vertex))
		g_assert_cmpfloat (sums[vertex], ==, n);
	else
		g_assert_cmpfloat (sums[vertex], ==, 0.0);
	return g_string_free (text, FALSE);
}

static void
assert_signals (FairleadRecords *records, const char *letters, const char *expected)
{
	g_autofree char *found = dup_signals_of (records, letters);

	g_assert_cmpstr (found, ==, expected);
}

static void
test_ships (void)
{
	g_autoptr (FairleadRecords) records = test_records_from (
		"T is company; S is vessel; R is vessel; M is company; O is company; "
		"M ism-manager S; M ism-manager R; O insurer S; O insurer R");

	add_fact (records, "S", FAIRLEAD_ATTRIBUTE_FLAG, "PA");
	add_fact (records, "S", FAIRLEAD_ATTRIBUTE_FORMER_FLAG, "TG");
	add_fact (records, "S", FAIRLEAD_ATTRIBUTE_FORMER_FLAG, "PA");
	add_fact (records, "R", FAIRLEAD_ATTRIBUTE_FLAG, "PA");
	assert_signals (records, "S", "");
	add_fact (records, "S", FAIRLEAD_ATTRIBUTE_FORMER_FLAG, "KM");
	assert_signals (records, "S", "flag-hopping");
	/* who manages her shows it too, who insures her does not */
	assert_signals (records, "M", "flag-hopping");
	assert_signals (records, "O", "");
	assert_signals (records, "R", "");
}

static void
test_names (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("T is company; S is vessel; S named Third Name");
	FairleadEntity ship = fairlead_records_find (records, "test:S");

	fairlead_records_add_name (records, ship, "First Name", FAIRLEAD_NAME_FORMER, FALSE,
	                           (FairleadSource){ 0, 40 });
	fairlead_records_add_name (records, ship, "FIRST NAME", FAIRLEAD_NAME_FORMER, FALSE,
	                           (FairleadSource){ 0, 41 });
	assert_signals (records, "S", "");
	fairlead_records_add_name (records, ship, "Second Name", FAIRLEAD_NAME_FORMER, FALSE,
	                           (FairleadSource){ 0, 42 });
	assert_signals (records, "S", "renaming");
}

static void
test_owners (void)
{
	g_autoptr (FairleadRecords) records = test_records_from (
		"T is company; A is company; B is company; C is company; S is vessel; R is vessel; "
		"A registered-owner S since=2020-03-01; B registered-owner S; "
		"B registered-owner R; "
		"C registered-owner R since=2020-03-01; C supplier T");

	assert_signals (records, "A", "single-ship-company");
	assert_signals (records, "B", "");
	assert_signals (records, "C", "");
	add_fact (records, "A", FAIRLEAD_ATTRIBUTE_FORMED, "2020-01-15");
	add_fact (records, "C", FAIRLEAD_ATTRIBUTE_FORMED, "2018-01-15");
	assert_signals (records, "A", "single-ship-company formed-before-purchase");
	assert_signals (records, "C", "");
}

/* Formed some day of 2019: that may be more than a year before, and is no signal */
static void
test_doubtful_formation (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("T is company; A is company; S is vessel; R is vessel; "
	                           "A registered-owner S since=2020-03-01; A registered-owner R");

	add_fact (records, "A", FAIRLEAD_ATTRIBUTE_FORMED, "2019");
	assert_signals (records, "A", "");
}

static void
test_care_and_address (void)
{
	g_autoptr (GString) text = g_string_new (
		"T is company; A is company; B is company; P is address; Q is address; "
		"A care-of T; P address T; P address B; Q address T; Q address C00");
	g_autoptr (FairleadRecords) records = NULL;

	for (guint i = 0; i < 25; i++)
		g_string_append_printf (text, "; Q address C%02u", i);
	records = test_records_from (text->str);
	assert_signals (records, "A", "care-of-target");
	assert_signals (records, "T", "");
	assert_signals (records, "B", "shared-address");
	/* a mass address says nothing */
	assert_signals (records, "C00", "");
}

static void
test_ports (void)
{
	g_autoptr (FairleadRecords) records = test_records_from (
		"T is company; S is vessel; R is vessel; M is company; P is port; Q is port; "
		"M operator S; S caller P; R caller Q");

	assert_signals (records, "S", "");
	add_fact (records, "T", FAIRLEAD_ATTRIBUTE_COUNTRY, "KP");
	add_fact (records, "P", FAIRLEAD_ATTRIBUTE_COUNTRY, "KP");
	add_fact (records, "Q", FAIRLEAD_ATTRIBUTE_COUNTRY, "JP");
	assert_signals (records, "S", "target-ports");
	assert_signals (records, "M", "target-ports");
	assert_signals (records, "R", "");
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/signals/ships", test_ships);
	g_test_add_func ("/graph/signals/names", test_names);
	g_test_add_func ("/graph/signals/owners", test_owners);
	g_test_add_func ("/graph/signals/doubtful-formation", test_doubtful_formation);
	g_test_add_func ("/graph/signals/care-and-address", test_care_and_address);
	g_test_add_func ("/graph/signals/ports", test_ports);
	return g_test_run ();
}
