/* tests/ingest/format/test-fishing-watch.c: Global Fishing Watch's vessels and events, field by
 * field */
#include "ingest/format/fishing-watch/fishing-watch.h"
#include "tests/common/helpers.h"

static void
assert_read_as (gconstpointer data)
{
	const char *name = data;
	const char *names[] = { name, NULL };
	g_autofree char *expected = g_strdup_printf ("fishing-watch/expected-%s.txt", name);
	g_autoptr (FairleadRecords) records = test_load_fixture ("fishing-watch", names);
	g_autofree char *text = test_dump_records (records);

	test_assert_golden (expected, text);
}

/* Each file alone names the ships; together they are one ship each, and one link each */
static void
test_together (void)
{
	static const char *const names[] = { "vessels.csv",   "encounters.csv",    "ports.csv",
		                             "downloads.csv", "transshipment.csv", NULL };
	g_autoptr (FairleadRecords) records = test_load_fixture ("fishing-watch", names);
	guint n, n_transfers = 0, n_calls = 0;
	const FairleadLinkFact *links = fairlead_records_get_links (records, &n);

	for (guint i = 0; i < n; i++) {
		const FairleadPeriod *period;

		n_transfers += links[i].kind == FAIRLEAD_LINK_TRANSFER;
		n_calls += links[i].kind == FAIRLEAD_LINK_PORT_CALL;
		period = fairlead_records_get_period (records, links[i].period);
		g_assert_true (fairlead_period_is_over (period)
		               || fairlead_date_is_unknown (period->end));
	}
	g_assert_cmpuint (n_transfers, ==, 4);
	g_assert_cmpuint (n_calls, ==, 5);
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_VESSEL), ==, 5);
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_PORT), ==, 3);
}

/* Positions of ships have neither names as here nor ends */
static void
test_other_tables (void)
{
	static const char positions[] = "MMSI,BaseDateTime,LAT,LON,SOG,VesselName,IMO,CallSign\n"
					"273000991,2020-01-01T00:00:00,1,2,3,A,IMO0000000,B\n";
	g_auto (FairleadSample) sample = { 0 };

	fairlead_sample_init (&sample, positions, sizeof positions - 1);
	g_assert_true (sample.is_csv);
	g_assert_cmpuint (fairlead_format_fishing_watch_events.sniff (
				  &fairlead_format_fishing_watch_events, &sample),
	                  ==, 0);
	g_assert_cmpuint (fairlead_format_fishing_watch_vessels.sniff (
				  &fairlead_format_fishing_watch_vessels, &sample),
	                  ==, 0);
}

int
main (int argc, char **argv)
{
	static const char *const files[] = {
		"vessels.csv",   "encounters.csv", "ports.csv",
		"downloads.csv", "identities.csv", "transshipment.csv"
	};

	g_test_init (&argc, &argv, NULL);
	for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
		g_autofree char *path =
			g_strconcat ("/format/fishing-watch/reads-", files[i], NULL);

		g_test_add_data_func (path, files[i], assert_read_as);
	}
	g_test_add_func ("/format/fishing-watch/tells-each-event-once", test_together);
	g_test_add_func ("/format/fishing-watch/leaves-other-tables-alone", test_other_tables);
	return g_test_run ();
}
