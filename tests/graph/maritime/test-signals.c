/* tests/graph/maritime/test-signals.c: each signal where the facts state it, and not where they
 * leave it open */
#include "graph/maritime/signals.h"

#include <string.h>

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

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
			g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
			                        fairlead_signal_name (i));
			n += fairlead_signal_is_counted (i);
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

/* What is said of one party, of a target of nobody */
static GPtrArray *
dup_notes_of (FairleadRecords *records, const char *letters)
{
	g_autoptr (FairleadNetwork) network = fairlead_network_new (records);
	g_autofree guint8 *is_target = g_malloc0 (fairlead_network_get_n_vertices (network));
	g_autoptr (FairleadSignals) signals = NULL;
	FairleadParameters parameters;

	fairlead_parameters_init (&parameters);
	signals = fairlead_signals_new (network, &parameters, is_target, NULL);
	return fairlead_signals_dup_notes (signals, test_vertex (network, letters));
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
		"A registered-owner S since=2020-03-01; A buyer S; B registered-owner S; "
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

/* ---- what changed ---- */

static FairleadEntity
find (FairleadRecords *records, const char *letters)
{
	g_autofree char *key = g_strconcat ("test:", letters, NULL);

	return fairlead_records_find (records, key);
}

static void
add_change (FairleadRecords *records, const char *ship, FairleadEventKind kind, const char *day,
            const char *before, const char *after)
{
	FairleadEvent event =
		fairlead_event (kind, find (records, ship), (FairleadSource){ 0, 60 });

	g_assert_true (
		fairlead_date_parse (day, FAIRLEAD_DATE_DAY_FIRST, &event.period.start, NULL));
	event.before = before;
	event.after = after;
	fairlead_records_add_event (records, &event);
}

static void
add_number (FairleadRecords *records, const char *ship, FairleadIdScheme scheme, const char *number)
{
	fairlead_records_add_identifier (records, find (records, ship), scheme, number, NULL,
	                                 (FairleadSource){ 0, 70 });
}

static void
list (FairleadRecords *records, const char *letters, const char *day)
{
	FairleadPeriod period = FAIRLEAD_PERIOD_UNKNOWN;

	g_assert_true (fairlead_date_parse (day, FAIRLEAD_DATE_DAY_FIRST, &period.start, NULL));
	fairlead_records_add_designation (records, find (records, letters), "OFAC", "DPRK4", NULL,
	                                  &period, (FairleadSource){ 0, 80 });
}

/* Flags with days count within 24 months: R had three in eleven years */
static void
test_windows (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("T is company; S is vessel; R is vessel; Q is vessel");

	add_change (records, "S", FAIRLEAD_EVENT_REFLAGGING, "2019-01-10", "Panama", "Togo");
	add_change (records, "S", FAIRLEAD_EVENT_REFLAGGING, "2020-02-10", "Togo", "Palau");
	add_change (records, "S", FAIRLEAD_EVENT_REFLAGGING, "2020-12-10", "Palau", "Comoros");
	add_change (records, "R", FAIRLEAD_EVENT_REFLAGGING, "2009-01-10", "Panama", "Togo");
	add_change (records, "R", FAIRLEAD_EVENT_REFLAGGING, "2014-02-10", "Togo", "Palau");
	add_change (records, "R", FAIRLEAD_EVENT_REFLAGGING, "2020-12-10", "Palau", "Comoros");
	add_fact (records, "Q", FAIRLEAD_ATTRIBUTE_FLAG, "PA");
	add_fact (records, "Q", FAIRLEAD_ATTRIBUTE_FORMER_FLAG, "Flag Not Known");
	add_fact (records, "Q", FAIRLEAD_ATTRIBUTE_FORMER_FLAG, "TG");
	assert_signals (records, "S", "flag-hopping");
	assert_signals (records, "Q", "");
	/* Panama has no day that it began, and two flags with days five years apart */
	assert_signals (records, "R", "");
	add_change (records, "R", FAIRLEAD_EVENT_RENAMING, "2018-03-01", "A", "B");
	add_change (records, "R", FAIRLEAD_EVENT_RENAMING, "2019-03-01", "B", "C");
	assert_signals (records, "R", "renaming");
}

/* As many as nobody has, so that each must not be held against all the others. 36 months have 1,096
 * days, a name on each; and the first of all names has no day, and counts everywhere. */
static void
test_many (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("T is company; S is vessel");
	g_autoptr (GPtrArray) notes = NULL;

	for (gint i = 0; i < 4000; i++) {
		gint year, month, day;
		g_autofree char *date = NULL, *before = NULL, *after = NULL;

		fairlead_day_to_ymd (i, &year, &month, &day);
		date = g_strdup_printf ("%d-%02d-%02d", year, month, day);
		before = g_strdup_printf ("N%d", i);
		after = g_strdup_printf ("N%d", i + 1);
		add_change (records, "S", FAIRLEAD_EVENT_RENAMING, date, before, after);
	}
	notes = dup_notes_of (records, "S");
	g_assert_cmpuint (notes->len, ==, 1);
	g_assert_cmpfloat (((const FairleadSignalNote *) notes->pdata[0])->value, ==, 1096.0 + 1.0);
}

static void
test_after_listing (void)
{
	g_autoptr (FairleadRecords) records = test_records_from (
		"T is company; S is vessel; R is vessel; Q is vessel; O is company; N is company; "
		"O registered-owner Q since=2017-02-01 until=2018-04-01; "
		"N registered-owner Q since=2018-04-01");

	list (records, "S", "2018-03-12");
	list (records, "R", "2018-03-12");
	list (records, "O", "2018-03-12");
	/* 49 days after; the other 141, and before */
	add_change (records, "S", FAIRLEAD_EVENT_REFLAGGING, "2018-04-30", "Togo", "Palau");
	add_change (records, "R", FAIRLEAD_EVENT_REFLAGGING, "2018-07-31", "Togo", "Palau");
	add_change (records, "R", FAIRLEAD_EVENT_RENAMING, "2018-03-01", "A", "B");
	/* some day of March may be one before the listing */
	add_change (records, "R", FAIRLEAD_EVENT_RENAMING, "2018-03", "B", "C");
	assert_signals (records, "S", "change-after-listing");
	assert_signals (records, "R", "renaming");
	/* sold 20 days after her owner was listed */
	assert_signals (records, "Q", "change-after-listing");
}

static void
test_radio (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("T is company; S is vessel; R is vessel; Q is vessel; "
	                           "S imo 3112048; R imo 3113779; Q imo 3115507");

	add_number (records, "S", FAIRLEAD_ID_MMSI, "445123000");
	add_fact (records, "S", FAIRLEAD_ATTRIBUTE_FLAG, "TG");
	add_number (records, "R", FAIRLEAD_ID_MMSI, "671123000");
	add_fact (records, "R", FAIRLEAD_ATTRIBUTE_FORMER_FLAG, "TG");
	add_fact (records, "R", FAIRLEAD_ATTRIBUTE_FLAG, "PW");
	/* a number of Gibraltar under the flag of the United Kingdom; and no flag told at all */
	add_number (records, "Q", FAIRLEAD_ID_MMSI, "236123000");
	add_fact (records, "Q", FAIRLEAD_ATTRIBUTE_FLAG, "GB");
	assert_signals (records, "S", "mmsi-against-flag");
	assert_signals (records, "R", "");
	assert_signals (records, "Q", "");
	add_number (records, "Q", FAIRLEAD_ID_MMSI, "671123000");
	assert_signals (records, "R", "shared-mmsi");
	assert_signals (records, "Q", "mmsi-against-flag shared-mmsi");
}

/* Another number with the same digits is of no country; two records of one number say it once */
static void
test_same_digits (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("T is company; S is vessel; S imo 3112048");
	g_autoptr (GPtrArray) notes = NULL;

	add_number (records, "S", FAIRLEAD_ID_OTHER, "445123000");
	add_number (records, "S", FAIRLEAD_ID_MMSI, "445123000");
	fairlead_records_add_identifier (records, find (records, "S"), FAIRLEAD_ID_MMSI,
	                                 "445123000", NULL, (FairleadSource){ 0, 71 });
	add_fact (records, "S", FAIRLEAD_ATTRIBUTE_FLAG, "TG");
	notes = dup_notes_of (records, "S");
	g_assert_cmpuint (notes->len, ==, 1);
	g_assert_cmpstr (((const FairleadSignalNote *) notes->pdata[0])->words, ==,
	                 "445123000 is of North Korea");
}

/* 6,912 and 7,300 differ by 5 per cent, 6,912 and 8,000 by 14 */
static void
test_descriptions (void)
{
	g_autoptr (FairleadRecords) records = test_records_from (
		"T is company; S is vessel; R is vessel; S imo 3112048; R imo 3113779");

	add_fact (records, "S", FAIRLEAD_ATTRIBUTE_DEADWEIGHT, "6912");
	add_fact (records, "S", FAIRLEAD_ATTRIBUTE_DEADWEIGHT, "8000");
	add_fact (records, "R", FAIRLEAD_ATTRIBUTE_DEADWEIGHT, "6912");
	add_fact (records, "R", FAIRLEAD_ATTRIBUTE_DEADWEIGHT, "7300");
	add_fact (records, "R", FAIRLEAD_ATTRIBUTE_YEAR_BUILT, "2001");
	add_fact (records, "R", FAIRLEAD_ATTRIBUTE_YEAR_BUILT, "2003");
	assert_signals (records, "S", "two-descriptions");
	assert_signals (records, "R", "");
}

/* Numbers from 9700000 on are of 2011 or later, those from 9200000 on of 1997; a number below
 * 9000000 tells nothing */
static void
test_numbers (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("T is company; S is vessel; R is vessel; Q is vessel; "
	                           "R imo 9200005; Q imo 8500006");

	add_number (records, "S", FAIRLEAD_ID_IMO, "9700005");
	add_fact (records, "S", FAIRLEAD_ATTRIBUTE_YEAR_BUILT, "1996");
	add_fact (records, "R", FAIRLEAD_ATTRIBUTE_YEAR_BUILT, "1996");
	add_fact (records, "Q", FAIRLEAD_ATTRIBUTE_YEAR_BUILT, "1960");
	assert_signals (records, "S", "implausible-imo");
	assert_signals (records, "R", "");
	assert_signals (records, "Q", "");
}

static void
add_hull (FairleadRecords *records, const char *ship, const char *gross, const char *deadweight)
{
	add_fact (records, ship, FAIRLEAD_ATTRIBUTE_GROSS_TONNAGE, gross);
	add_fact (records, ship, FAIRLEAD_ATTRIBUTE_DEADWEIGHT, deadweight);
	add_fact (records, ship, FAIRLEAD_ATTRIBUTE_YEAR_BUILT, "1996");
}

/* P is listed, N fell silent, M was seen again */
static void
test_twins (void)
{
	g_autoptr (FairleadRecords) records = test_records_from (
		"T is company; S is vessel; R is vessel; P is vessel; N is vessel; M is vessel; "
		"S imo 3112048; R imo 3113779; P imo 3115507; N imo 3117232; M imo 3118963");

	list (records, "P", "2018-03-12");
	add_hull (records, "P", "1998", "3110");
	add_hull (records, "S", "2,000", "3115");
	add_hull (records, "R", "2,100", "3115");
	assert_signals (records, "S", "twin-of-silent-ship");
	assert_signals (records, "R", "");
	assert_signals (records, "P", "");
	add_hull (records, "N", "2110", "3110");
	assert_signals (records, "R", "");
	add_change (records, "N", FAIRLEAD_EVENT_AIS_GAP, "2019-05-01", NULL, NULL);
	assert_signals (records, "R", "twin-of-silent-ship");
	add_change (records, "N", FAIRLEAD_EVENT_SIGHTING, "2019-07-01", NULL, NULL);
	assert_signals (records, "R", "");
}

static void
test_care (void)
{
	g_autoptr (FairleadRecords) records = test_records_from (
		"T is company; A is company; B is company; C is company; S is vessel; R is vessel; "
		"A registered-owner S; A registered-owner R; C care-of A; C care-of B");

	assert_signals (records, "A", "care-of-address");
	assert_signals (records, "B", "");
	assert_signals (records, "C", "");
}

static void
test_managers (void)
{
	g_autoptr (FairleadRecords) records = test_records_from (
		"T is company; S is vessel; R is vessel; M is company; L is company; "
		"M ism-manager S since=2015-01-01 until=2017-06-01; "
		"L ism-manager S since=2017-06-01; L ism-manager R since=2017-06-01");

	assert_signals (records, "S", "");
	list (records, "L", "2016-03-12");
	assert_signals (records, "S", "listed-manager");
	assert_signals (records, "R", "");
}

/* Insured until 1 March, a transfer 40 days later; R's insurer was followed by another */
static void
test_cover (void)
{
	g_autoptr (FairleadRecords) records = test_records_from (
		"T is company; S is vessel; R is vessel; Q is vessel; X is vessel; I is company; "
		"J is company; I insurer S since=2017-03-01 until=2018-03-01; "
		"I insurer R since=2017-03-01 until=2018-03-01; J insurer R since=2018-03-01; "
		"I insurer Q since=2015-03-01 until=2016-03-01; "
		"S transfer-partner X since=2018-04-10; R transfer-partner X since=2018-04-10; "
		"Q transfer-partner X since=2018-04-10");

	assert_signals (records, "S", "uninsured-near-event");
	assert_signals (records, "R", "");
	/* two years after says nothing of a lapse near it */
	assert_signals (records, "Q", "");
}

static void
test_sale (void)
{
	g_autoptr (FairleadRecords) records = test_records_from (
		"T is company; S is vessel; R is vessel; O is company; B is company; X is vessel; "
		"O registered-owner S; T registered-owner S; B broker S; "
		"O registered-owner R; B broker R; T registered-owner X; O registered-owner X");

	assert_signals (records, "S", "sold-to-target");
	assert_signals (records, "B", "sold-to-target");
	/* no sale to the target; and one without a broker */
	assert_signals (records, "R", "");
	assert_signals (records, "X", "");
}

static void
test_notes (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("T is company; S is vessel; S imo 3112048");
	g_autoptr (GPtrArray) notes = NULL;
	const FairleadSignalNote *note;

	add_change (records, "S", FAIRLEAD_EVENT_REFLAGGING, "2018-04-30", "Togo", "Palau");
	list (records, "S", "2018-03-12");
	notes = dup_notes_of (records, "S");
	g_assert_cmpuint (notes->len, ==, 1);
	note = g_ptr_array_index (notes, 0);
	g_assert_cmpint (note->signal, ==, FAIRLEAD_SIGNAL_AFTER_LISTING);
	g_assert_cmpfloat (note->value, ==, 49.0);
	g_assert_cmpstr (note->words, ==, "flag PW, 49 days after test:S was listed (2018-03-12)");
	g_assert_cmpuint (note->sources->len, ==, 2);
	g_assert_cmpuint (g_array_index (note->sources, FairleadSource, 0).line, ==, 80);
	g_assert_cmpuint (g_array_index (note->sources, FairleadSource, 1).line, ==, 60);
}

/* Every signal can be turned off */
static void
test_off (void)
{
	FairleadParameters parameters;

	fairlead_parameters_init (&parameters);
	for (guint i = 0; i < FAIRLEAD_N_SIGNALS; i++) {
		g_assert_cmpfloat (fairlead_signal_threshold (&parameters, i), >, 0.0);
		g_assert_cmpuint (strlen (fairlead_signal_caution (i)), >, 20);
		g_assert_cmpuint (strlen (fairlead_signal_words (i)), >, 10);
	}
}

/* ---- without some of the links ---- */

/* Ships, companies and addresses by turns, and links that the rules ask about */
static FairleadRecords *
new_random_records (GRand *random, guint n, guint n_links)
{
	static const char *const vertex_kinds[] = { "company", "vessel", "address" };
	static const char *const link_kinds[] = { "registered-owner", "ism-manager",     "care-of",
		                                  "address",          "address",         "insurer",
		                                  "address",          "buyer",           "caller",
		                                  "broker",           "registered-owner" };
	g_autoptr (GString) text = g_string_new ("T is company; T listed OFAC/DPRK4");

	for (guint i = 0; i < n; i++)
		g_string_append_printf (text, "; V%u is %s", i, vertex_kinds[i % 3]);
	for (guint i = 0; i < n_links; i++) {
		guint from = (guint) g_rand_int_range (random, 0, (gint32) n);
		guint to = (guint) g_rand_int_range (random, 0, (gint32) n);
		const char *kind =
			link_kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (link_kinds))];

		if (i % 5 == 0)
			g_string_append_printf (text, "; T %s V%u", kind, to);
		else if (from != to)
			g_string_append_printf (text, "; V%u %s V%u since=%d", from, kind, to,
			                        g_rand_int_range (random, 2010, 2020));
	}
	return test_records_from (text->str);
}

static void
assert_same_without (FairleadNetwork *network, const guint8 *is_target, GRand *random, guint in)
{
	guint32 n_links = fairlead_network_get_n_links (network);
	g_autofree guint8 *is_kept = g_malloc (n_links);
	FairleadParameters parameters;
	g_autoptr (FairleadSignals) all = NULL;
	g_autoptr (FairleadSignals) slow = NULL;
	g_autoptr (FairleadSignals) quick = NULL;

	fairlead_parameters_init (&parameters);
	for (FairleadLink link = 0; link < n_links; link++)
		is_kept[link] = g_rand_int_range (random, 0, (gint32) in) != 0;
	all = fairlead_signals_new (network, &parameters, is_target, NULL);
	slow = fairlead_signals_new (network, &parameters, is_target, is_kept);
	quick = fairlead_signals_new_without (all, is_kept);
	for (FairleadVertex vertex = 0; vertex < fairlead_network_get_n_vertices (network);
	     vertex++)
		for (guint i = 0; i < FAIRLEAD_N_SIGNALS; i++)
			g_assert_cmpint (fairlead_signals_has (quick, vertex, i), ==,
			                 fairlead_signals_has (slow, vertex, i));
}

static void
test_without (void)
{
	static const guint lost_one_in[] = { 2, 8, 40 };
	g_autoptr (GRand) random = g_rand_new_with_seed (7);

	for (guint round = 0; round < 60; round++) {
		g_autoptr (FairleadRecords) records = new_random_records (random, 15, 45);
		g_autoptr (FairleadNetwork) network = fairlead_network_new (records);
		g_autofree guint8 *is_target =
			g_malloc0 (fairlead_network_get_n_vertices (network));

		is_target[test_vertex (network, "T")] = TRUE;
		assert_same_without (network, is_target, random, lost_one_in[round % 3]);
	}
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
	g_test_add_func ("/graph/signals/windows", test_windows);
	g_test_add_func ("/graph/signals/many", test_many);
	g_test_add_func ("/graph/signals/after-listing", test_after_listing);
	g_test_add_func ("/graph/signals/radio", test_radio);
	g_test_add_func ("/graph/signals/same-digits", test_same_digits);
	g_test_add_func ("/graph/signals/descriptions", test_descriptions);
	g_test_add_func ("/graph/signals/numbers", test_numbers);
	g_test_add_func ("/graph/signals/twins", test_twins);
	g_test_add_func ("/graph/signals/care", test_care);
	g_test_add_func ("/graph/signals/managers", test_managers);
	g_test_add_func ("/graph/signals/cover", test_cover);
	g_test_add_func ("/graph/signals/sale", test_sale);
	g_test_add_func ("/graph/signals/notes", test_notes);
	g_test_add_func ("/graph/signals/without-some-links", test_without);
	g_test_add_func ("/graph/signals/thresholds-and-cautions", test_off);
	return g_test_run ();
}
