/* tests/ingest/format/test-events-csv.c: the table of events, cell by cell, and ports by code and
 * name */
#include "ingest/format/events/events.h"
#include "ingest/grammar/port.h"
#include "tests/common/helpers.h"

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
	{ "KPNAM", NULL, "KPNAM" },
	{ "kp nam", "KP", "KPNAM" },
	{ "KP-NAM", NULL, "KPNAM" },
	{ "Nam'po", NULL, "KPNAM" },
	{ "NAMPHO", "KP", "KPNAM" },
	{ "Nampo", "KR", NULL },
	{ "Pusan", NULL, "KRPUS" },
	{ "Najin", NULL, "KPRJN" },
	{ "KPXYZ", NULL, NULL },
	{ "Lower Quay", NULL, NULL },
	{ "", NULL, NULL },
	{ "|", NULL, NULL },
	{ "East China Sea", NULL, NULL },
	{ "Port of Namp'o", NULL, "KPNAM" },
	{ "Ch'\xc5\x8fngjin Hang", "KP", "KPCHO" },
	{ "WON-SAN", NULL, "KPWON" },
	{ "KPSON", NULL, "KPSON" },
	{ "Songnim", NULL, "KPSGN" },
	{ "Kim Chaek", NULL, "KPSON" },
	{ "KPGEN", NULL, "KPWON" },
	{ "CN DLC", NULL, "CNDAL" },
	{ "Port", NULL, NULL },
	{ "nampo|chinnampo", NULL, NULL },
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

/* 0.0899 degrees of latitude are 9,996 m, 0.09 are 10,008 m; at 38.716667 north a degree of
 * longitude is 86,763 m */
static const struct {
	double latitude, longitude;
	const char *country, *code;
} places[] = {
	{ 38.716667, 125.4, NULL, "KPNAM" },
	{ 38.716667, 125.285, NULL, "KPNAM" },
	{ 38.716667, 125.2837, "KP", NULL },
	{ 38.806567, 125.4, NULL, "KPNAM" },
	{ 38.806668, 125.4, NULL, NULL },
	{ 38.716667, 125.4, "KR", NULL },
	{ 42.8, 132.9, NULL, "RUNJK" },
	{ 42.77, 133.0, NULL, "RUVYP" },
	{ 0.0, 0.0, NULL, NULL },
	{ 90.0, 180.0, NULL, NULL },
	{ 38.716667, -125.4, NULL, NULL },
};

static void
test_places (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
		const FairleadPort *port = fairlead_port_near ((gint32) (places[i].latitude * 1e6),
		                                               (gint32) (places[i].longitude * 1e6),
		                                               places[i].country);

		g_test_message ("%.6f %.6f", places[i].latitude, places[i].longitude);
		g_assert_cmpstr (port == NULL ? NULL : port->code, ==, places[i].code);
	}
}

/* Each is found by its codes, its name and its place, which a key or place of another would hide */
static void
test_table (void)
{
	guint n;
	const FairleadPort *ports_known = fairlead_ports_get (&n);

	g_assert_cmpuint (n, >, 22);
	for (guint i = 0; i < n; i++) {
		const FairleadPort *port = &ports_known[i];

		g_assert_true (fairlead_port_find (port->code, NULL) == port);
		g_assert_true (fairlead_port_find (port->name, NULL) == port);
		if (port->latitude != FAIRLEAD_PORT_NOWHERE)
			g_assert_true (fairlead_port_near (port->latitude, port->longitude, NULL)
			               == port);
	}
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
	g_test_add_func ("/format/events-csv/finds-ports-by-place", test_places);
	g_test_add_func ("/format/events-csv/finds-every-port", test_table);
	g_test_add_func ("/format/events-csv/knows-codes", test_codes);
	return g_test_run ();
}
