/* tests/ingest/record/test-events.c: the numbers and words of events, and what an event makes of
 * the records */
#include "ingest/record/event.h"

#include "ingest/record/records-as-of.h"
#include "ingest/record/records.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

static const FairleadSource here = { 0, 7 };

/* ---- numbers ---- */

static const struct {
	const char *text;
	gboolean is_read;
	gint64 low, high;
} quantities[] = {
	{ "1500", TRUE, 1500000, 1500000 },
	{ "1,500", TRUE, 1500000, 1500000 },
	{ "12,345,678.5", TRUE, 12345678500, 12345678500 },
	{ " 0.0004 ", TRUE, 0, 0 },
	{ "2.", TRUE, 2000, 2000 },
	{ "1200-1500", TRUE, 1200000, 1500000 },
	{ "1200 to 1500.25", TRUE, 1200000, 1500250 },
	{ "1200\xe2\x80\x93"
	  "1500",
	  TRUE, 1200000, 1500000 },
	{ ">1200", TRUE, 1200000, FAIRLEAD_QUANTITY_OPEN },
	{ "At least 1,200", TRUE, 1200000, FAIRLEAD_QUANTITY_OPEN },
	{ "up to 1500", TRUE, 0, 1500000 },
	{ "<= 7", TRUE, 0, 7000 },
	{ "1000000000000", TRUE, 1000000000000000, 1000000000000000 },
	{ "1000000000001", FALSE, 0, 0 },
	{ "1500-1200", FALSE, 0, 0 },
	{ "1,50", FALSE, 0, 0 },
	{ "1,5000", FALSE, 0, 0 },
	{ "1500,000", FALSE, 0, 0 },
	{ ",500", FALSE, 0, 0 },
	{ "1.500,5", FALSE, 0, 0 },
	{ "-5", FALSE, 0, 0 },
	{ "5 t", FALSE, 0, 0 },
	{ "1e3", FALSE, 0, 0 },
	{ "inf", FALSE, 0, 0 },
	{ "0x10", FALSE, 0, 0 },
	{ "", FALSE, 0, 0 },
	{ ">", FALSE, 0, 0 },
};

static void
test_quantities (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (quantities); i++) {
		FairleadQuantity quantity = { -1, -2 };

		g_test_message ("%s", quantities[i].text);
		g_assert_cmpint (fairlead_quantity_parse (quantities[i].text, &quantity), ==,
		                 quantities[i].is_read);
		g_assert_cmpint (quantity.low, ==, quantities[i].is_read ? quantities[i].low : -1);
		g_assert_cmpint (quantity.high, ==,
		                 quantities[i].is_read ? quantities[i].high : -2);
	}
}

static const struct {
	const char *latitude, *longitude;
	const char *text; /* NULL: no place */
} positions[] = {
	{ "38.5", "123.25", "38.5, 123.25" },
	{ "-0.000001", "180", "-0.000001, 180" },
	{ "+90", "-180.0", "90, -180" },
	{ "12.3456789", "1e1", "12.345679, 10" },
	{ "90.1", "0", NULL },
	{ "0", "-181", NULL },
	{ "0x10", "0", NULL },
	{ "nan", "0", NULL },
	{ "38,5", "123,25", NULL },
	{ "", "", NULL },
	{ "38.5N", "123.25E", NULL },
};

static void
test_positions (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (positions); i++) {
		FairleadPosition position = FAIRLEAD_POSITION_UNKNOWN;
		g_autofree char *text = NULL;

		g_test_message ("%s | %s", positions[i].latitude, positions[i].longitude);
		g_assert_cmpint (fairlead_position_parse (positions[i].latitude,
		                                          positions[i].longitude, &position),
		                 ==, positions[i].text != NULL);
		text = fairlead_position_dup_text (position);
		g_assert_cmpstr (text, ==, positions[i].text);
		g_assert_true (fairlead_position_is_valid (position));
	}
}

static void
test_words (void)
{
	FairleadEventKind kind;
	FairleadLaden laden;

	for (guint i = 0; i < FAIRLEAD_N_EVENT_KINDS; i++) {
		g_assert_true (
			fairlead_event_kind_from_name (fairlead_event_info (i)->name, &kind));
		g_assert_cmpuint (kind, ==, i);
	}
	g_assert_false (fairlead_event_kind_from_name ("visit", &kind));
	g_assert_true (fairlead_laden_from_name ("Ballast", &laden));
	g_assert_cmpint (laden, ==, FAIRLEAD_LADEN_NO);
	g_assert_true (fairlead_laden_from_name ("YES", &laden));
	g_assert_cmpint (laden, ==, FAIRLEAD_LADEN_YES);
	g_assert_false (fairlead_laden_from_name ("half", &laden));
}

/* ---- records ---- */

static FairleadPeriod
days (gint32 first, gint32 last)
{
	return (FairleadPeriod){ { first, first }, { last, last }, 0 };
}

/* A ship gives to another, and that one delivers to a buyer in a port, and is sold to him */
static FairleadRecords *
new_story (void)
{
	FairleadRecords *records = test_records_from (
		"GIVER is vessel; TAKER is vessel; BUYER is company; QUAY is port");
	FairleadEvent transfer = fairlead_event (FAIRLEAD_EVENT_TRANSFER, 0, here);
	FairleadEvent delivery = fairlead_event (FAIRLEAD_EVENT_DELIVERY, 1, here);
	FairleadEvent sale = fairlead_event (FAIRLEAD_EVENT_SALE, 1, here);
	FairleadEvent notice = fairlead_event (FAIRLEAD_EVENT_DELIVERY, FAIRLEAD_NO_ENTITY, here);

	transfer.other = 1;
	transfer.period = days (100, 101);
	transfer.position = (FairleadPosition){ 38500000, 123250000 };
	transfer.confidence = 0.75f;
	transfer.note = "seen";
	delivery.other = 2;
	delivery.place = 3;
	delivery.period = days (110, 105);
	delivery.quantity = (FairleadQuantity){ 1200000, 1500000 };
	delivery.commodity = "gasoil";
	delivery.unit = "t";
	delivery.laden = FAIRLEAD_LADEN_YES;
	sale.other = 2;
	sale.period = days (200, 200);
	notice.other = 2;
	notice.is_notified = TRUE;
	fairlead_records_add_event (records, &transfer);
	fairlead_records_add_event (records, &delivery);
	fairlead_records_add_event (records, &sale);
	fairlead_records_add_event (records, &notice);
	return records;
}

static void
assert_has_line (const char *text, const char *line)
{
	g_autofree char *whole = g_strconcat (line, "\n", NULL);

	if (strstr (text, whole) == NULL)
		g_test_fail_printf ("no line \"%s\" in:\n%s", line, text);
}

/* A transfer and a sale make a link each, a delivery two, a notification none */
static const char *const story[] = {
	"link test:GIVER transfer-partner test:TAKER since 1970-04-11 until 1970-04-12 confidence"
	" 0.75 (transfer at 38.5, 123.25: seen) :7",
	"link test:TAKER deliverer test:BUYER since 1970-04-21 (delivery) :7",
	"link test:TAKER caller test:QUAY since 1970-04-21 (delivery) :7",
	"link test:BUYER buyer test:TAKER since 1970-07-20 until 1970-07-20 (sale) :7",
	"event transfer of \"test:GIVER\" with \"test:TAKER\" at \"38.5, 123.25\" since 1970-04-11"
	" until 1970-04-12 confidence 0.75 note \"seen\" :7",
	"event delivery of \"test:TAKER\" with \"test:BUYER\" in \"test:QUAY\" since 1970-04-21"
	" commodity \"gasoil\" quantity 1200000..1500000/1000 unit \"t\" laden \"laden\" :7",
	"event delivery with \"test:BUYER\" notified :7",
	"issue bad-period from 1970-04-21 until 1970-04-16 :7",
};

static void
assert_story (FairleadRecords *records)
{
	g_autofree char *text = test_dump_records (records);
	guint n;

	for (guint i = 0; i < G_N_ELEMENTS (story); i++)
		assert_has_line (text, story[i]);
	fairlead_records_get_events (records, &n);
	g_assert_cmpuint (n, ==, 4);
	fairlead_records_get_links (records, &n);
	g_assert_cmpuint (n, ==, 4);
}

static void
test_story (void)
{
	g_autoptr (FairleadRecords) records = new_story ();

	assert_story (records);
}

static void
test_absorbed (void)
{
	g_autoptr (FairleadRecords) all = fairlead_records_new ();
	g_autoptr (FairleadRecords) records = new_story ();

	test_add_file (all, "other.csv", "test");
	fairlead_records_describe (all, "test", "SOMEBODY ELSE", FAIRLEAD_KIND_PERSON, here);
	fairlead_records_absorb (all, records);
	assert_story (all);
}

/* What happened later is not there, and who took part in it alone is not either */
static void
test_as_of (void)
{
	g_autoptr (FairleadRecords) records = new_story ();
	g_autoptr (FairleadRecords) before = fairlead_records_new_as_of (records, 105, FALSE, NULL);
	g_autofree char *text = test_dump_records (before);
	guint n;

	fairlead_records_get_events (before, &n);
	g_assert_cmpuint (n, ==, 1);
	assert_has_line (text, story[0]);
	assert_has_line (text, story[4]);
	g_assert_cmpuint (fairlead_records_find (before, "test:BUYER"), ==, FAIRLEAD_NO_ENTITY);
}

/* ---- network ---- */

static void
assert_n_events (FairleadNetwork *network, const char *id, guint n)
{
	FairleadVertex vertex = test_vertex (network, id);

	g_test_message ("%s", id);
	g_assert_cmpuint (fairlead_network_get_events (network, vertex).n, ==, n);
}

/* Each event by each who takes part in it */
static void
test_network (void)
{
	g_autoptr (FairleadRecords) records = new_story ();
	g_autoptr (FairleadNetwork) network = fairlead_network_new (records);
	g_autoptr (FairleadNetwork) before = fairlead_network_new_as_of (records, 105);
	FairleadVertex taker = test_vertex (network, "TAKER");
	FairleadRows rows = fairlead_network_get_events (network, taker);

	assert_n_events (network, "GIVER", 1);
	assert_n_events (network, "TAKER", 3);
	assert_n_events (network, "BUYER", 3);
	assert_n_events (network, "QUAY", 1);
	for (guint i = 0; i < rows.n; i++)
		g_assert_cmpuint (rows.rows[i], ==, i);
	assert_n_events (before, "TAKER", 1);
	/* The notification has no day, and is kept as links without a day are */
	assert_n_events (before, "BUYER", 1);
	g_assert_true (fairlead_network_is_later_event (before, 1));
	g_assert_false (fairlead_network_is_later_event (before, 0));
}

/* A ship beside itself takes part once */
static void
test_with_itself (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("GIVER is vessel");
	FairleadEvent event = fairlead_event (FAIRLEAD_EVENT_ENCOUNTER, 0, here);
	g_autoptr (FairleadNetwork) network = NULL;

	event.other = 0;
	fairlead_records_add_event (records, &event);
	network = fairlead_network_new (records);
	assert_n_events (network, "GIVER", 1);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/record/events/quantities", test_quantities);
	g_test_add_func ("/record/events/positions", test_positions);
	g_test_add_func ("/record/events/words", test_words);
	g_test_add_func ("/record/events/become-links", test_story);
	g_test_add_func ("/record/events/are-absorbed", test_absorbed);
	g_test_add_func ("/record/events/as-of-a-day", test_as_of);
	g_test_add_func ("/record/events/by-vertex", test_network);
	g_test_add_func ("/record/events/with-itself", test_with_itself);
	return g_test_run ();
}
