/* tests/graph/test-supply.c: deliveries against a cap: by hand, gate by gate, and counted slowly */
#include "graph/supply/supply.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define YEAR 2019

static gint32
day (gint month, gint of_month)
{
	gint32 number = 0;

	g_assert_true (fairlead_day_from_ymd (YEAR, month, of_month, &number));
	return number;
}

/* ---- what happened ---- */

/* Ships A to D of 3,000 tonnes, E without a deadweight, F without a type; K, of 1,200 tonnes, is of
 * the DPRK; P is a port of the DPRK, Q one elsewhere */
static FairleadRecords *
new_records (void)
{
	static const char text[] =
		"A is vessel; B is vessel; C is vessel; D is vessel; E is vessel;"
		" F is vessel; K is vessel; P is port; Q is port";
	FairleadRecords *records = test_records_from (text);
	const FairleadSource here = { 0, 1 };

	for (FairleadEntity ship = 0; ship < 7; ship++) {
		if (ship != 5)
			fairlead_records_add_attribute (records, ship,
			                                FAIRLEAD_ATTRIBUTE_VESSEL_TYPE,
			                                "Oil Products Tanker", NULL, here);
		if (ship != 4)
			fairlead_records_add_attribute (records, ship,
			                                FAIRLEAD_ATTRIBUTE_DEADWEIGHT,
			                                ship == 6 ? "1,200" : "3,000", NULL, here);
	}
	fairlead_records_add_attribute (records, 6, FAIRLEAD_ATTRIBUTE_FLAG, "KP", NULL, here);
	fairlead_records_add_attribute (records, 7, FAIRLEAD_ATTRIBUTE_COUNTRY, "KP", NULL, here);
	fairlead_records_add_attribute (records, 8, FAIRLEAD_ATTRIBUTE_COUNTRY, "CN", NULL, here);
	return records;
}

enum { A, B, C, D, E, F, K, P, Q };

static FairleadEvent
event_of (FairleadEventKind kind, FairleadEntity ship, gint32 at, guint32 line)
{
	FairleadEvent event = fairlead_event (kind, ship, (FairleadSource){ 0, line });

	event.period = (FairleadPeriod){ { at, at }, { at, at }, 0 };
	return event;
}

static void
add_call (FairleadRecords *records, FairleadEntity ship, gint32 at, guint32 line)
{
	FairleadEvent event = event_of (FAIRLEAD_EVENT_PORT_CALL, ship, at, line);

	event.place = P;
	fairlead_records_add_event (records, &event);
}

static void
set_cargo (FairleadEvent *event, const char *commodity, gint64 low, gint64 high, const char *unit)
{
	event->commodity = commodity;
	event->quantity =
		(FairleadQuantity){ low * FAIRLEAD_QUANTITY_ONE, high * FAIRLEAD_QUANTITY_ONE };
	event->unit = unit;
}

static FairleadSupply *
count_of (FairleadRecords *records, const FairleadFactors *factors, const char *cap)
{
	g_autoptr (FairleadNetwork) network = fairlead_network_new (records);

	return fairlead_supply_new (
		network, factors, fairlead_factors_find_cap (factors, cap, NULL), YEAR, NULL, NULL);
}

static const FairleadDelivery *
delivery (const FairleadSupply *supply, guint i)
{
	g_assert_cmpuint (i, <, supply->deliveries->len);
	return &g_array_index (supply->deliveries, FairleadDelivery, i);
}

static void
assert_amounts (const double *found, double low, double middle, double high)
{
	g_assert_cmpfloat_with_epsilon (found[FAIRLEAD_LOW], low, 1e-6);
	g_assert_cmpfloat_with_epsilon (found[FAIRLEAD_MIDDLE], middle, 1e-6);
	g_assert_cmpfloat_with_epsilon (found[FAIRLEAD_HIGH], high, 1e-6);
}

/* ---- worked by hand ---- */

/* 3,000 t: a third at 7.90, a half at 8.115, nine tenths at 8.33 barrels a tonne */
static void
test_by_hand (void)
{
	g_autoptr (FairleadFactors) factors = fairlead_factors_new_shipped (NULL);
	g_autoptr (FairleadRecords) records = new_records ();
	g_autoptr (FairleadSupply) supply = NULL;

	add_call (records, A, day (3, 1), 2);
	supply = count_of (records, factors, "refined");
	g_assert_cmpuint (supply->deliveries->len, ==, 1);
	g_assert_cmpuint (supply->drops->len, ==, 0);
	assert_amounts (delivery (supply, 0)->amount, 7900.0, 12172.5, 22491.0);
	assert_amounts (delivery (supply, 0)->tonnes, 1000.0, 1500.0, 2700.0);
	assert_amounts (supply->total, 7900.0, 12172.5, 22491.0);
	g_assert_cmpint (supply->passed[FAIRLEAD_HIGH], ==, FAIRLEAD_DAY_OPEN_FUTURE);
}

/* 23 calls of 22,491 barrels are 517,293: the 23rd passes the cap; 42 of 12,172.5 are 511,245 */
static void
test_passed (void)
{
	g_autoptr (FairleadFactors) factors = fairlead_factors_new_shipped (NULL);
	g_autoptr (FairleadRecords) records = new_records ();
	g_autoptr (FairleadSupply) supply = NULL;

	for (guint i = 0; i < 42; i++)
		add_call (records, i % 4, day (1, 2) + (gint32) i * 8, 2 + i);
	supply = count_of (records, factors, "refined");
	g_assert_cmpuint (supply->deliveries->len, ==, 42);
	g_assert_cmpint (supply->passed[FAIRLEAD_HIGH], ==, day (1, 2) + 22 * 8);
	g_assert_cmpint (supply->passed[FAIRLEAD_MIDDLE], ==, day (1, 2) + 41 * 8);
	g_assert_cmpint (supply->passed[FAIRLEAD_LOW], ==, FAIRLEAD_DAY_OPEN_FUTURE);
}

/* 400 to 500 t are 3,160 to 4,165 barrels; 1,000 barrels are 120.05 to 126.58 tonnes */
static void
test_stated (void)
{
	g_autoptr (FairleadFactors) factors = fairlead_factors_new_shipped (NULL);
	g_autoptr (FairleadRecords) records = new_records ();
	FairleadEvent first = event_of (FAIRLEAD_EVENT_DELIVERY, A, day (3, 1), 2);
	FairleadEvent second =
		event_of (FAIRLEAD_EVENT_DELIVERY, FAIRLEAD_NO_ENTITY, day (4, 1), 3);
	g_autoptr (FairleadSupply) supply = NULL;

	first.place = P;
	set_cargo (&first, "Gasoil", 400, 500, "MT");
	set_cargo (&second, "refined petroleum", 1000, 1000, "bbl");
	second.is_notified = TRUE;
	second.period.end.last = second.period.end.first = day (4, 30);
	fairlead_records_add_event (records, &first);
	fairlead_records_add_event (records, &second);
	supply = count_of (records, factors, "refined");
	g_assert_cmpuint (supply->deliveries->len, ==, 2);
	g_assert_cmpint (delivery (supply, 0)->basis, ==, FAIRLEAD_SUPPLY_STATED);
	assert_amounts (delivery (supply, 0)->amount, 3160.0, 450.0 * 8.115, 4165.0);
	assert_amounts (delivery (supply, 1)->amount, 1000.0, 1000.0, 1000.0);
	assert_amounts (delivery (supply, 1)->tonnes, 1000 / 8.33, 1000 / 8.115, 1000 / 7.9);
	g_assert_cmpint (delivery (supply, 1)->day, ==, day (4, 30));
	assert_amounts (supply->notified, 1000.0, 1000.0, 1000.0);
}

/* The paragraph's own equation */
static void
test_crude (void)
{
	g_autoptr (FairleadFactors) factors = fairlead_factors_new_shipped (NULL);
	g_autoptr (FairleadRecords) records = new_records ();
	FairleadEvent event = event_of (FAIRLEAD_EVENT_DELIVERY, FAIRLEAD_NO_ENTITY, day (6, 1), 2);
	g_autoptr (FairleadSupply) supply = NULL;
	const FairleadCap *cap = fairlead_factors_find_cap (factors, "crude", NULL);

	event.is_notified = TRUE;
	set_cargo (&event, "crude oil", 525000, 525000, "tonnes");
	fairlead_records_add_event (records, &event);
	supply = count_of (records, factors, "crude");
	assert_amounts (supply->total, 4e6, 4e6, 4e6);
	g_assert_cmpfloat_with_epsilon (cap->limit, 4e6, 1e-9);
	g_assert_cmpint (supply->passed[FAIRLEAD_HIGH], ==, FAIRLEAD_DAY_OPEN_FUTURE);
}

/* The refined year begins on 1 January, the crude year on 22 December before */
static void
test_windows (void)
{
	g_autoptr (FairleadFactors) factors = fairlead_factors_new_shipped (NULL);
	gint32 first, last, expected;

	fairlead_cap_get_window (fairlead_factors_find_cap (factors, "refined", NULL), 2018, &first,
	                         &last);
	fairlead_day_from_ymd (2018, 1, 1, &expected);
	g_assert_cmpint (first, ==, expected);
	g_assert_cmpint (last, ==, expected + 364);
	fairlead_cap_get_window (fairlead_factors_find_cap (factors, "crude", NULL), 2018, &first,
	                         &last);
	fairlead_day_from_ymd (2017, 12, 22, &expected);
	g_assert_cmpint (first, ==, expected);
	g_assert_cmpint (last, ==, expected + 364);
}

/* A cap of nothing is passed at the first delivery; containers are no weight */
static void
test_bans (void)
{
	g_autoptr (FairleadFactors) factors = fairlead_factors_new_shipped (NULL);
	g_autoptr (FairleadRecords) records = new_records ();
	FairleadEvent coal = event_of (FAIRLEAD_EVENT_DELIVERY, K, day (2, 2), 2);
	FairleadEvent arms = event_of (FAIRLEAD_EVENT_DELIVERY, K, day (2, 20), 3);
	g_autoptr (FairleadSupply) of_coal = NULL, of_arms = NULL;

	coal.place = arms.place = Q;
	set_cargo (&coal, "coal", 1000, 1000, "t");
	set_cargo (&arms, "munitions", 300, 400, "containers");
	fairlead_records_add_event (records, &coal);
	fairlead_records_add_event (records, &arms);
	of_coal = count_of (records, factors, "coal");
	of_arms = count_of (records, factors, "munitions");
	assert_amounts (of_coal->total, 1000.0, 1000.0, 1000.0);
	g_assert_cmpint (of_coal->passed[FAIRLEAD_LOW], ==, day (2, 2));
	assert_amounts (of_arms->total, 300.0, 350.0, 400.0);
	g_assert_true (isnan (delivery (of_arms, 0)->tonnes[0]));
	assert_amounts (of_arms->tonnes, 0.0, 0.0, 0.0);
}

/* ---- gates ---- */

static FairleadDropReason
only_drop (const FairleadSupply *supply, guint32 event, guint32 other)
{
	const FairleadDrop *drop;

	g_assert_cmpuint (supply->drops->len, ==, 1);
	drop = &g_array_index (supply->drops, FairleadDrop, 0);
	g_assert_cmpuint (drop->event, ==, event);
	g_assert_cmpuint (drop->other, ==, other);
	return drop->reason;
}

/* One event that does not count, or not as it stands */
typedef struct {
	FairleadDropReason reason;
	FairleadEventKind kind;
	FairleadEntity ship, other, place;
	const char *commodity;
	gint64 quantity; /* 0: none */
	const char *unit;
	FairleadLaden laden;
	gint days; /* how long its day may be off */
} Gate;

#define NONE FAIRLEAD_NO_ENTITY

static const Gate gates[] = {
	{ FAIRLEAD_DROP_DAY, FAIRLEAD_EVENT_PORT_CALL, A, NONE, P, NULL, 0, NULL, 0, 300 },
	{ FAIRLEAD_DROP_BALLAST, FAIRLEAD_EVENT_PORT_CALL, A, NONE, P, NULL, 0, NULL,
	  FAIRLEAD_LADEN_NO, 0 },
	{ FAIRLEAD_DROP_UNSEEN, FAIRLEAD_EVENT_ENCOUNTER, A, K, NONE, NULL, 0, NULL, 0, 0 },
	{ FAIRLEAD_DROP_RECIPIENT, FAIRLEAD_EVENT_DELIVERY, A, NONE, NONE, "diesel", 500, "t", 0,
	  0 },
	{ FAIRLEAD_DROP_TYPE, FAIRLEAD_EVENT_PORT_CALL, F, NONE, P, NULL, 0, NULL, 0, 0 },
	{ FAIRLEAD_DROP_UNIT, FAIRLEAD_EVENT_PORT_CALL, A, NONE, P, "diesel", 500, "buckets", 0,
	  0 },
	{ FAIRLEAD_DROP_UNIT, FAIRLEAD_EVENT_PORT_CALL, A, NONE, P, "diesel", 5, "containers", 0,
	  0 },
};

static void
test_gates (void)
{
	g_autoptr (FairleadFactors) factors = fairlead_factors_new_shipped (NULL);

	for (guint i = 0; i < G_N_ELEMENTS (gates); i++) {
		const Gate *gate = &gates[i];
		g_autoptr (FairleadRecords) records = new_records ();
		FairleadEvent event = event_of (gate->kind, gate->ship, day (6, 1), 2);
		g_autoptr (FairleadSupply) supply = NULL;

		g_test_message ("%s", fairlead_drop_reason_name (gate->reason));
		event.other = gate->other;
		event.place = gate->place;
		event.laden = gate->laden;
		event.period.start.last += gate->days;
		event.period.end = event.period.start;
		if (gate->commodity != NULL)
			set_cargo (&event, gate->commodity, gate->quantity, gate->quantity,
			           gate->unit);
		fairlead_records_add_event (records, &event);
		supply = count_of (records, factors, "refined");
		g_assert_cmpuint (supply->deliveries->len, ==, 0);
		g_assert_cmpint (only_drop (supply, 0, FAIRLEAD_NO_EVENT), ==, gate->reason);
	}
}

/* What is of another matter is not listed: another port, cargo, time, two ships of one side */
static void
test_other_matters (void)
{
	g_autoptr (FairleadFactors) factors = fairlead_factors_new_shipped (NULL);
	g_autoptr (FairleadRecords) records = new_records ();
	FairleadEvent elsewhere = event_of (FAIRLEAD_EVENT_PORT_CALL, A, day (6, 1), 2);
	FairleadEvent rice = event_of (FAIRLEAD_EVENT_PORT_CALL, A, day (6, 10), 3);
	FairleadEvent between = event_of (FAIRLEAD_EVENT_TRANSFER, A, day (6, 20), 4);
	g_autoptr (FairleadSupply) supply = NULL;

	elsewhere.place = Q;
	rice.place = P;
	rice.commodity = "rice";
	between.other = B;
	fairlead_records_add_event (records, &elsewhere);
	fairlead_records_add_event (records, &rice);
	fairlead_records_add_event (records, &between);
	add_call (records, A, day (6, 1) + 365, 5);
	supply = count_of (records, factors, "refined");
	g_assert_cmpuint (supply->deliveries->len, ==, 0);
	g_assert_cmpuint (supply->drops->len, ==, 0);
}

/* 5,000 t in a ship of 3,000: the deadweight is taken, and both are said */
static void
test_overloaded (void)
{
	g_autoptr (FairleadFactors) factors = fairlead_factors_new_shipped (NULL);
	g_autoptr (FairleadRecords) records = new_records ();
	FairleadEvent event = event_of (FAIRLEAD_EVENT_PORT_CALL, A, day (6, 1), 2);
	g_autoptr (FairleadSupply) supply = NULL;

	event.place = P;
	set_cargo (&event, "diesel", 5000, 5000, "t");
	fairlead_records_add_event (records, &event);
	supply = count_of (records, factors, "refined");
	g_assert_cmpint (only_drop (supply, 0, FAIRLEAD_NO_EVENT), ==, FAIRLEAD_DROP_OVERLOADED);
	g_assert_cmpint (delivery (supply, 0)->basis, ==, FAIRLEAD_SUPPLY_DEADWEIGHT);
	assert_amounts (supply->total, 7900.0, 12172.5, 22491.0);
}

/* Four days after the first is the same call; five are another. A stated quantity stands. */
static void
test_same_call (void)
{
	g_autoptr (FairleadFactors) factors = fairlead_factors_new_shipped (NULL);
	g_autoptr (FairleadRecords) records = new_records ();
	FairleadEvent stated = event_of (FAIRLEAD_EVENT_DELIVERY, B, day (6, 3), 9);
	g_autoptr (FairleadSupply) supply = NULL;

	add_call (records, A, day (6, 1), 2);
	add_call (records, A, day (6, 5), 3);
	add_call (records, A, day (6, 6), 4);
	add_call (records, B, day (6, 1), 5);
	stated.place = P;
	set_cargo (&stated, "diesel", 1000, 1000, "t");
	fairlead_records_add_event (records, &stated);
	supply = count_of (records, factors, "refined");
	g_assert_cmpuint (supply->deliveries->len, ==, 3);
	g_assert_cmpuint (supply->drops->len, ==, 2);
	g_assert_cmpuint (g_array_index (supply->drops, FairleadDrop, 0).event, ==, 1);
	g_assert_cmpuint (g_array_index (supply->drops, FairleadDrop, 0).other, ==, 0);
	g_assert_cmpuint (g_array_index (supply->drops, FairleadDrop, 1).event, ==, 3);
	g_assert_cmpuint (g_array_index (supply->drops, FairleadDrop, 1).other, ==, 4);
}

/* Counted where it is delivered; without a delivery within 30 days, at sea, bounded by the smaller
 * ship */
static void
test_same_cargo (void)
{
	g_autoptr (FairleadFactors) factors = fairlead_factors_new_shipped (NULL);
	g_autoptr (FairleadRecords) records = new_records ();
	FairleadEvent early = event_of (FAIRLEAD_EVENT_TRANSFER, A, day (3, 1), 2);
	FairleadEvent late = event_of (FAIRLEAD_EVENT_TRANSFER, A, day (7, 1), 3);
	g_autoptr (FairleadSupply) supply = NULL;

	early.other = late.other = K;
	fairlead_records_add_event (records, &early);
	fairlead_records_add_event (records, &late);
	add_call (records, K, day (3, 31), 4);
	supply = count_of (records, factors, "refined");
	g_assert_cmpint (only_drop (supply, 0, 2), ==, FAIRLEAD_DROP_SAME_CARGO);
	g_assert_cmpuint (supply->deliveries->len, ==, 2);
	g_assert_cmpuint (delivery (supply, 1)->event, ==, 1);
	assert_amounts (delivery (supply, 1)->tonnes, 400.0, 600.0, 1080.0);
}

/* Of 1,200 and four times 3,000 the median is 3,000 */
static void
test_class_median (void)
{
	g_autoptr (FairleadFactors) factors = fairlead_factors_new_shipped (NULL);
	g_autoptr (FairleadRecords) records = new_records ();
	g_autoptr (FairleadSupply) supply = NULL;

	add_call (records, E, day (6, 1), 2);
	supply = count_of (records, factors, "refined");
	g_assert_cmpint (delivery (supply, 0)->basis, ==, FAIRLEAD_SUPPLY_CLASS_MEDIAN);
	assert_amounts (supply->total, 7900.0, 12172.5, 22491.0);
}

/* ---- held to a slow count ---- */

/* Of the calls of one ship, in order: each that is a round trip or more after the last counted */
static guint
count_slowly (const guint8 *is_call, guint n_days, guint round_trip)
{
	guint n = 0;

	for (guint at = 0, next = 0; at < n_days; at++)
		if (is_call[at] && at >= next) {
			next = at + round_trip;
			n++;
		}
	return n;
}

static void
test_slowly (void)
{
	g_autoptr (FairleadFactors) factors = fairlead_factors_new_shipped (NULL);
	g_autoptr (GRand) random = g_rand_new_with_seed (7);

	for (guint round = 0; round < 20; round++) {
		g_autoptr (FairleadRecords) records = new_records ();
		g_autoptr (FairleadRecords) other = new_records ();
		guint8 is_call[4][60] = { { 0 } };
		g_autoptr (FairleadSupply) supply = NULL, again = NULL;
		guint expected = 0;

		for (guint i = 0; i < 60; i++)
			is_call[g_rand_int_range (random, 0, 4)][g_rand_int_range (random, 0, 60)] =
				1;
		for (guint ship = 0; ship < 4; ship++) {
			for (guint at = 0; at < 60; at++) {
				guint back = 59 - at;

				if (is_call[ship][at])
					add_call (records, ship, day (3, 1) + (gint32) at,
					          2 + ship * 60 + at);
				if (is_call[3 - ship][back])
					add_call (other, 3 - ship, day (3, 1) + (gint32) back,
					          2 + (3 - ship) * 60 + back);
			}
			expected += count_slowly (is_call[ship], 60, 5);
		}
		supply = count_of (records, factors, "refined");
		again = count_of (other, factors, "refined");
		g_assert_cmpuint (supply->deliveries->len, ==, expected);
		g_assert_cmpuint (again->deliveries->len, ==, expected);
		/* To the last bit, whatever the order of the records */
		g_assert_cmpint (memcmp (supply->total, again->total, sizeof supply->total), ==, 0);
		g_assert_cmpint (memcmp (supply->passed, again->passed, sizeof supply->passed), ==,
		                 0);
	}
}

/* ---- the file of factors ---- */

#define CAP                                                                                          \
	"[cap c]\ntitle=t\ncountry=KP\ndirection=to\nregime=\nunit=barrel\nlimit=10\nbegins=01-01\n" \
	"year=first\nsince=2018-01-01\ncommodities=|x|\nship-types=\nper-tonne=8 8 8\n"              \
	"round-trip=5\nleg=30\nwords=w\nsource=s\nurl=\nmark=m\n"

static const struct {
	const char *text;
	const char *words; /* NULL: it is good */
} files[] = {
	{ CAP "laden=1/3 1/2 0.9\n", NULL },
	{ CAP, "has no laden=" },
	{ CAP "laden=1/3 1/2\n", "three numbers" },
	{ CAP "laden=0.5 0.4 0.9\n", "rising" },
	{ CAP "laden=0.5 0.6 1.1\n", "up to 1" },
	{ CAP "laden=0.5 0.6 nan\n", "rising" },
	{ CAP "laden=1/0 0.6 0.9\n", "rising" },
	{ CAP "laden=0.1 0.6 0.9\nladen=0.1 0.6 0.9\n", "laden= stands twice" },
	{ CAP "laden=0.1 0.6 0.9\nbarrels=2\n", "no key of a cap" },
	{ CAP "laden=0.1 0.6 0.9\n[unit u]\nwords=|u|\nof=barrel\ntimes=0\n", "a number above 0" },
	{ CAP "laden=0.1 0.6 0.9\n[unit u]\nwords=|u|\nof=barrel\ntimes=1,5\n",
	  "a number above 0" },
	{ "[unit u]\nwords=|u|\nof=barrel\ntimes=1\n", "there is no cap" },
	{ "[rule r]\nx=1\n", "no group of a file of factors" },
};

static void
test_files (void)
{
	g_autofree char *folder = g_dir_make_tmp ("fairlead-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "a.factors", NULL);

	for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadFactors) factors = NULL;

		g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
		factors = fairlead_factors_load (path, &error);
		g_test_message ("%s", error == NULL ? "good" : error->message);
		g_assert_cmpint (factors != NULL, ==, files[i].words == NULL);
		g_assert_true (files[i].words == NULL
		               || strstr (error->message, files[i].words) != NULL);
	}
	g_assert_cmpint (g_unlink (path), ==, 0);
	g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_words (void)
{
	g_autoptr (FairleadFactors) factors = fairlead_factors_new_shipped (NULL);
	const FairleadCap *refined = fairlead_factors_find_cap (factors, "refined", NULL);
	const FairleadCap *crude = fairlead_factors_find_cap (factors, "crude", NULL);

	g_assert_true (fairlead_factors_find_commodity (factors, "GAS-OIL") == refined);
	g_assert_true (fairlead_factors_find_commodity (factors, "Crude Oil") == crude);
	g_assert_null (fairlead_factors_find_commodity (factors, "rice"));
	g_assert_null (fairlead_factors_find_commodity (factors, ""));
	g_assert_true (fairlead_factors_find_ship_type (factors, "Crude Oil Tanker") == crude);
	g_assert_true (fairlead_factors_find_ship_type (factors, "Chemical/Products Tanker")
	               == refined);
	g_assert_null (fairlead_factors_find_ship_type (factors, "Bulk Carrier"));
	g_assert_cmpstr (fairlead_factors_find_unit (factors, "Bbls")->of, ==, "barrel");
	g_assert_cmpfloat_with_epsilon (fairlead_factors_find_unit (factors, "m3")->times, 6.289811,
	                                1e-6);
	g_assert_null (fairlead_factors_find_unit (factors, ""));
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/supply/by-hand", test_by_hand);
	g_test_add_func ("/graph/supply/passes-the-cap-on-a-day", test_passed);
	g_test_add_func ("/graph/supply/stated-quantities", test_stated);
	g_test_add_func ("/graph/supply/crude-in-tonnes", test_crude);
	g_test_add_func ("/graph/supply/windows", test_windows);
	g_test_add_func ("/graph/supply/bans", test_bans);
	g_test_add_func ("/graph/supply/gates", test_gates);
	g_test_add_func ("/graph/supply/other-matters", test_other_matters);
	g_test_add_func ("/graph/supply/more-than-the-deadweight", test_overloaded);
	g_test_add_func ("/graph/supply/one-call-told-twice", test_same_call);
	g_test_add_func ("/graph/supply/one-cargo-on-two-legs", test_same_cargo);
	g_test_add_func ("/graph/supply/median-of-the-class", test_class_median);
	g_test_add_func ("/graph/supply/as-a-slow-count", test_slowly);
	g_test_add_func ("/graph/supply/files-of-factors", test_files);
	g_test_add_func ("/graph/supply/words", test_words);
	return g_test_run ();
}
