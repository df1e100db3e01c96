/* tests/graph/maritime/test-timeline.c: what makes one bar, and what two */
#include "graph/maritime/timeline.h"

#include "graph/maritime/history.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

static void
say_flag (FairleadRecords *records, const char *flag, const char *period, guint32 line)
{
	FairleadPeriod when = FAIRLEAD_PERIOD_UNKNOWN;

	if (*period != '\0')
		g_assert_true (fairlead_period_parse (period, FAIRLEAD_DATE_DAY_FIRST, &when));
	fairlead_records_add_attribute (records, fairlead_records_find (records, "test:S"),
	                                FAIRLEAD_ATTRIBUTE_FLAG, flag, &when,
	                                (FairleadSource){ 0, line });
}

static void
say_change (FairleadRecords *records, FairleadEventKind kind, const char *day, const char *before,
            const char *after, guint32 line)
{
	FairleadEvent event = fairlead_event (kind, fairlead_records_find (records, "test:S"),
	                                      (FairleadSource){ 0, line });

	g_assert_true (
		fairlead_date_parse (day, FAIRLEAD_DATE_DAY_FIRST, &event.period.start, NULL));
	event.before = before;
	event.after = after;
	fairlead_records_add_event (records, &event);
}

/* `TG 2016-07 - 2018 month 40,41` for each bar of a lane, `!` before what is disputed */
static char *
describe (FairleadRecords *records, FairleadLane lane)
{
	g_autoptr (FairleadNetwork) network = fairlead_network_new (records);
	g_autoptr (FairleadFacts) facts = fairlead_facts_new (network);
	g_autoptr (GPtrArray) bars =
		fairlead_timeline_dup_bars (facts, network, test_vertex (network, "S"), NULL);
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < bars->len; i++) {
		const FairleadBar *bar = g_ptr_array_index (bars, i);
		g_autofree char *since = fairlead_date_dup_text (bar->period.start);
		g_autofree char *until = fairlead_date_dup_text (bar->period.end);

		if (bar->lane != lane)
			continue;
		g_string_append_printf (text, "%s%s%s %s - %s %s ", text->len > 0 ? "; " : "",
		                        bar->is_disputed ? "!" : "", bar->value,
		                        since != NULL ? since : "?", until != NULL ? until : "?",
		                        fairlead_precision_name (fairlead_bar_precision (bar)));
		for (guint k = 0; k < bar->sources->len; k++)
			g_string_append_printf (
				text, "%s%u", k > 0 ? "," : "",
				g_array_index (bar->sources, FairleadBarSource, k).source.line);
	}
	return g_string_free (text, FALSE);
}

static void
assert_lane (FairleadRecords *records, FairleadLane lane, const char *expected)
{
	g_autofree char *found = describe (records, lane);

	g_assert_cmpstr (found, ==, expected);
}

static void
test_merges (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("S is vessel");

	say_flag (records, "TG", "since 2016", 40);
	say_flag (records, "TG", "since 07/2016", 41);
	say_flag (records, "TG", "", 42);
	assert_lane (records, FAIRLEAD_LANE_FLAG, "TG 2016-07 - ? month 40,41,42");
	/* not the same beginning: another bar, though of one value, and no dispute */
	say_flag (records, "TG", "since 2014", 43);
	assert_lane (records, FAIRLEAD_LANE_FLAG,
	             "TG 2014 - ? year 42,43; TG 2016-07 - ? month 40,41");
}

static void
test_disputes (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("S is vessel");

	say_flag (records, "PA", "2010 to 2013", 40);
	say_flag (records, "TG", "since 2014", 41);
	assert_lane (records, FAIRLEAD_LANE_FLAG, "PA 2010 - 2013 year 40; TG 2014 - ? year 41");
	say_flag (records, "KP", "2012 to 2016", 42);
	assert_lane (records, FAIRLEAD_LANE_FLAG,
	             "!PA 2010 - 2013 year 40; !KP 2012 - 2016 year 42; !TG 2014 - ? year 41");
}

/* Two flags that both still hold, as far as two lists without days say */
static void
test_undated_disputes (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("S is vessel");

	say_flag (records, "PA", "", 40);
	say_flag (records, "TG", "", 41);
	assert_lane (records, FAIRLEAD_LANE_FLAG, "!PA ? - ? none 40; !TG ? - ? none 41");
}

/* From Panama to Togo to Palau and back to Togo */
static void
test_chains (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("S is vessel");

	say_change (records, FAIRLEAD_EVENT_REFLAGGING, "2016", "Panama", "Togo", 40);
	say_change (records, FAIRLEAD_EVENT_REFLAGGING, "2017-03", "Togo", "Palau", 41);
	say_change (records, FAIRLEAD_EVENT_REFLAGGING, "2018-03-02", "Palau", "Togo", 42);
	say_flag (records, "TG", "", 43);
	assert_lane (records, FAIRLEAD_LANE_FLAG,
	             "PA ? - 2016 year 40; TG 2016 - 2017-03 year 40,41; "
	             "PW 2017-03 - 2018-03-02 month 41,42; TG 2018-03-02 - ? day 42,43");
	assert_lane (records, FAIRLEAD_LANE_EVENT,
	             "reflagging: Panama to Togo 2016 - ? year 40; "
	             "reflagging: Togo to Palau 2017-03 - ? month 41; "
	             "reflagging: Palau to Togo 2018-03-02 - ? day 42");
}

static void
test_names (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("S is vessel; S named Second Name");
	FairleadEntity ship = fairlead_records_find (records, "test:S");

	fairlead_records_add_name (records, ship, "FIRST NAME", FAIRLEAD_NAME_FORMER, FALSE,
	                           (FairleadSource){ 0, 40 });
	fairlead_records_add_name (records, ship, "Second name", FAIRLEAD_NAME_PRIMARY, FALSE,
	                           (FairleadSource){ 0, 41 });
	say_change (records, FAIRLEAD_EVENT_RENAMING, "2018-03-02", "First Name", "Second Name",
	            42);
	assert_lane (records, FAIRLEAD_LANE_NAME,
	             "First Name ? - 2018-03-02 day 40,42; Second Name 2018-03-02 - ? day 2,41,42");
}

static void
test_roles (void)
{
	g_autoptr (FairleadRecords) records = test_records_from (
		"S is vessel; A is company; B is company; I is company; A named Alpha; "
		"B named Beta; A registered-owner S since=2015 until=2018; "
		"B registered-owner S since=2018; I insurer S; X transfer-partner S since=2019; "
		"S listed OFAC/DPRK4");

	assert_lane (records, FAIRLEAD_LANE_REGISTERED_OWNER,
	             "Alpha 2015 - 2018 year 7; Beta 2018 - ? year 8");
	assert_lane (records, FAIRLEAD_LANE_INSURER, "test:I ? - ? none 9");
	assert_lane (records, FAIRLEAD_LANE_EVENT, "transfer: test:X 2019 - ? year 10");
	assert_lane (records, FAIRLEAD_LANE_DESIGNATION, "OFAC DPRK4 ? - ? none 11");
}

static void
test_precision (void)
{
	static const struct {
		const char *text;
		FairleadPrecision precision;
	} dates[] = {
		{ "2016", FAIRLEAD_PRECISION_YEAR },
		{ "2016-07", FAIRLEAD_PRECISION_MONTH },
		{ "2016-07-08", FAIRLEAD_PRECISION_DAY },
		{ "before 2008", FAIRLEAD_PRECISION_RANGE },
		{ "1962 to 1965", FAIRLEAD_PRECISION_RANGE },
	};

	for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
		FairleadDate date;

		g_assert_true (
			fairlead_date_parse (dates[i].text, FAIRLEAD_DATE_DAY_FIRST, &date, NULL));
		g_assert_cmpint (fairlead_date_precision (date), ==, dates[i].precision);
	}
	g_assert_cmpint (fairlead_date_precision (FAIRLEAD_DATE_UNKNOWN), ==,
	                 FAIRLEAD_PRECISION_NONE);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/maritime/timeline/merges-what-can-be-the-same", test_merges);
	g_test_add_func ("/maritime/timeline/marks-disputes", test_disputes);
	g_test_add_func ("/maritime/timeline/marks-disputes-without-days", test_undated_disputes);
	g_test_add_func ("/maritime/timeline/chains-changes", test_chains);
	g_test_add_func ("/maritime/timeline/joins-names", test_names);
	g_test_add_func ("/maritime/timeline/has-roles", test_roles);
	g_test_add_func ("/maritime/timeline/tells-precision", test_precision);
	return g_test_run ();
}
