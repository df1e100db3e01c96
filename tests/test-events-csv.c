/* tests/test-events-csv.c: the table of events, cell by cell, and ports by code and name */
#include "ingest/format/events/events.h"
#include "ingest/grammar/port.h"
#include "tests/helpers.h"

static void
test_file (void)
{
	static const char *const names[] = { "events.csv", NULL };
	g_autoptr (FairleadRecords) records = test_load_fixture ("events", names);
	g_autofree char *text = test_dump_records (records);

	test_assert_golden ("events/expected-events.txt", text);
}

static const struct {
	const char *text, *country;
	const char *code; /* NULL: not in the table */
} ports[] = {
	{ "KPNAM", NULL, "KPNAM" },       { "kp nam", "KP", "KPNAM" }, { "KP-NAM", NULL, "KPNAM" },
	{ "Nam'po", NULL, "KPNAM" },      { "NAMPHO", "KP", "KPNAM" }, { "Nampo", "KR", NULL },
	{ "Pusan", NULL, "KRPUS" },       { "Najin", NULL, "KPRJN" },  { "KPXYZ", NULL, NULL },
	{ "Lower Quay", NULL, NULL },     { "", NULL, NULL },          { "|", NULL, NULL },
	{ "East China Sea", NULL, NULL },
};

static void
test_ports (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (ports); i++) {
		const FairleadPort *port = fairlead_port_find (ports[i].text, ports[i].country);

		g_test_message ("%s", ports[i].text);
		g_assert_cmpstr (port == NULL ? NULL : port->code, ==, ports[i].code);
	}
	g_assert_true (fairlead_is_sea_area ("EAST CHINA SEA"));
	g_assert_false (fairlead_is_sea_area ("Nampo"));
}

static void
test_codes (void)
{
	static const char *const bad[] = {
		"KPNA", "KPNAMP", "12NAM", "XXNAM", "K PNAM", "KP  ", ""
	};
	char code[6] = "?";

	g_assert_true (fairlead_locode_normalise ("ru vyp", code));
	g_assert_cmpstr (code, ==, "RUVYP");
	for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
		g_assert_false (fairlead_locode_normalise (bad[i], code));
	g_assert_cmpstr (code, ==, "RUVYP");
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/format/events-csv/reads-each-cell", test_file);
	g_test_add_func ("/format/events-csv/finds-ports", test_ports);
	g_test_add_func ("/format/events-csv/knows-codes", test_codes);
	return g_test_run ();
}
