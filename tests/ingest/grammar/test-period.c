/* tests/ingest/grammar/test-period.c: dates keep what the text leaves open, and nothing else passes
 * for a date */
#include "ingest/grammar/period.h"
#include "tests/common/helpers.h"

typedef struct {
	const char *text;
	const char *expected; /* NULL: refused */
	gboolean circa;
} Vector;

static const Vector vectors[] = {
	{ "2016", "2016", FALSE },
	{ "2016-07", "2016-07", FALSE },
	{ "2016-07-08", "2016-07-08", FALSE },
	{ "2016-7-8", "2016-07-08", FALSE },
	{ "2016/07/08", "2016-07-08", FALSE },
	{ "20160708", "2016-07-08", FALSE },
	{ "2016-07-00", "2016-07", FALSE },
	{ "2015-04-07-04:00", "2015-04-07", FALSE },
	{ "2015-04-07Z", "2015-04-07", FALSE },
	{ "2015-04-07T10:11:12Z", "2015-04-07", FALSE },
	{ "2015-04-07T10:11:12+00:00", "2015-04-07", FALSE },
	{ "2015-04-07T10:11:12.920Z", "2015-04-07", FALSE },
	{ "2015-04-07 10:11", "2015-04-07", FALSE },
	{ "01/09/2021 00:00:00", "2021-09-01", FALSE },
	{ "8 Jul 2016", "2016-07-08", FALSE },
	{ "08 July 2016", "2016-07-08", FALSE },
	{ "8th July 2016", "2016-07-08", FALSE },
	{ "Jul. 8, 2016", "2016-07-08", FALSE },
	{ "08JUL2016", "2016-07-08", FALSE },
	{ "09-NOV-2010", "2010-11-09", FALSE },
	{ "14 Nov 2007", "2007-11-14", FALSE },
	{ "12 May 2015", "2015-05-12", FALSE },
	{ "1 Sept 1999", "1999-09-01", FALSE },
	{ "Jul 2016", "2016-07", FALSE },
	{ "December 1971", "1971-12", FALSE },
	{ "08/07/2016", "2016-07-08", FALSE },
	{ "12/25/2016", "2016-12-25", FALSE },
	{ "16.7.2009", "2009-07-16", FALSE },
	{ "07/2011", "2011-07", FALSE },
	{ "00/00/1955", "1955", FALSE },
	{ "00/07/1955", "1955-07", FALSE },
	{ "15/00/1955", "1955", FALSE },
	{ "dd/mm/1945", "1945", FALSE },
	{ "dd/03/1945", "1945-03", FALSE },
	{ " 29 Feb 2000 ", "2000-02-29", FALSE },
	{ "circa 1962", "1962", TRUE },
	{ "Circa 8 Jul 1962", "1962-07-08", TRUE },
	{ "c. 1962", "1962", TRUE },
	{ "c.1962", "1962", TRUE },
	{ "ca. 1962", "1962", TRUE },
	{ "approximately 1962", "1962", TRUE },
	{ "1962 (circa)", "1962", TRUE },
	{ "between 1962 and 1965", "1962/1965", FALSE },
	{ "between circa 1962 and 1965", "1962/1965", TRUE },
	{ "circa 1962-1965", "1962/1965", TRUE },
	{ "1962 to 1965", "1962/1965", FALSE },
	{ "1962-1965", "1962/1965", FALSE },
	{ "1962 - 1965", "1962/1965", FALSE },
	{ "1962 or 1963", "1962/1963", FALSE },
	{ "1960s", "1960/1969", FALSE },
	{ "Mar 2016 to May 2016", "2016-03/2016-05", FALSE },
	{ "1 Jan 1970 to 31 Dec 1973", "1970/1973", FALSE },
	{ "3 Mar 1970 to 31 Dec 1973", "1970-03-03/1973-12-31", FALSE },
	{ "2016-03/2016-05", "2016-03/2016-05", FALSE },
	{ "before 2008", "../2007-12-31", FALSE },
	{ "Before 01/02/2008", "../2008-01-31", FALSE },
	{ "after 2008", "2009-01-01/..", FALSE },
	{ "since 01/02/2010", "2010-02-01", FALSE },
	{ "during 2011", "2011", FALSE },
	{ "during 07/2011", "2011-07", FALSE },
	{ "1000", "1000", FALSE },
	{ "2999-12-31", "2999-12-31", FALSE },
	{ "31 Feb 2016", NULL, FALSE },
	{ "29 Feb 1900", NULL, FALSE },
	{ "2016-13", NULL, FALSE },
	{ "2016-04-31", NULL, FALSE },
	{ "13/13/2016", NULL, FALSE },
	{ "0999", NULL, FALSE },
	{ "3000", NULL, FALSE },
	{ "08/07/16", NULL, FALSE },
	{ "1965 to 1962", NULL, FALSE },
	{ "before 31 Feb 2016", NULL, FALSE },
	{ "between 1962", NULL, FALSE },
	{ "1-2/2016", NULL, FALSE },
	{ "20161301", NULL, FALSE },
	{ "201607081", NULL, FALSE },
	{ "Julia 2016", NULL, FALSE },
	{ "2016 Ltd", NULL, FALSE },
	{ "2015-04-07Q", NULL, FALSE },
	{ "../..", NULL, FALSE },
	{ "unknown", NULL, FALSE },
	{ "-", NULL, FALSE },
	{ "", NULL, FALSE },
};

static void
test_spellings (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		FairleadDate date = { 7, 7 };
		gboolean circa = FALSE;
		gboolean parsed = fairlead_date_parse (vectors[i].text, FAIRLEAD_DATE_DAY_FIRST,
		                                       &date, &circa);
		g_autofree char *text = parsed ? fairlead_date_dup_text (date) : NULL;

		g_test_message ("%s", vectors[i].text);
		g_assert_cmpstr (text, ==, vectors[i].expected);
		if (!parsed)
			g_assert_cmpint (date.first, ==, 7);
		else
			g_assert_cmpint (circa, ==, vectors[i].circa);
	}
}

static void
test_order (void)
{
	FairleadDate date;
	g_autofree char *text = NULL;

	g_assert_true (fairlead_date_parse ("03/04/2016", FAIRLEAD_DATE_MONTH_FIRST, &date, NULL));
	text = fairlead_date_dup_text (date);
	g_assert_cmpstr (text, ==, "2016-03-04");
	g_clear_pointer (&text, g_free);
	g_assert_true (fairlead_date_parse ("25/12/2016", FAIRLEAD_DATE_MONTH_FIRST, &date, NULL));
	text = fairlead_date_dup_text (date);
	g_assert_cmpstr (text, ==, "2016-12-25");
}

static void
test_days_round_trip (void)
{
	gint32 first, last, number;
	gint year, month, day;
	gint before_year = 999, before_month = 12, before_day = 31;

	g_assert_true (fairlead_day_from_ymd (1970, 1, 1, &number));
	g_assert_cmpint (number, ==, 0);
	g_assert_true (fairlead_day_from_ymd (1000, 1, 1, &first));
	g_assert_true (fairlead_day_from_ymd (2999, 12, 31, &last));
	g_assert_cmpint (last - first + 1, ==, 730485);
	for (gint32 expected = first; expected <= last; expected++) {
		fairlead_day_to_ymd (expected, &year, &month, &day);
		g_assert_true (fairlead_day_from_ymd (year, month, day, &number));
		g_assert_cmpint (number, ==, expected);
		g_assert_true (year * 10000 + month * 100 + day
		               > before_year * 10000 + before_month * 100 + before_day);
		before_year = year;
		before_month = month;
		before_day = day;
	}
	g_assert_false (fairlead_day_from_ymd (2015, 2, 29, &number));
	g_assert_false (fairlead_day_from_ymd (2015, 0, 1, &number));
	g_assert_false (fairlead_day_from_ymd (G_MAXINT, 1, 1, &number));
	fairlead_day_to_ymd (FAIRLEAD_DAY_OPEN_PAST, &year, &month, &day);
	fairlead_day_to_ymd (FAIRLEAD_DAY_OPEN_FUTURE, &year, &month, &day);
}

/* What is written is read back as the same interval, whatever its precision */
static void
test_text_round_trip (void)
{
	gint32 first, last;

	g_assert_true (fairlead_day_from_ymd (1000, 1, 1, &first));
	g_assert_true (fairlead_day_from_ymd (2999, 12, 31, &last));
	for (guint i = 0; i < test_rounds (20000); i++) {
		gint32 a = g_test_rand_int_range (first, last + 1);
		gint32 b = g_test_rand_int_range (a, last + 1);
		FairleadDate dates[] = { { a, a },
			                 { a, b },
			                 { FAIRLEAD_DAY_OPEN_PAST, a },
			                 { a, FAIRLEAD_DAY_OPEN_FUTURE } };

		for (guint j = 0; j < G_N_ELEMENTS (dates); j++) {
			g_autofree char *text = fairlead_date_dup_text (dates[j]);
			FairleadDate read;

			g_assert_true (
				fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, &read, NULL));
			g_assert_cmpint (read.first, ==, dates[j].first);
			g_assert_cmpint (read.last, ==, dates[j].last);
		}
	}
	g_assert_null (fairlead_date_dup_text (FAIRLEAD_DATE_UNKNOWN));
}

typedef struct {
	const char *text;
	const char *start;
	const char *end;
	guint32 flags;
} PeriodVector;

static const PeriodVector period_vectors[] = {
	{ "since 01/02/2010", "2010-02-01", NULL, 0 },
	{ "from 2010", "2010", NULL, 0 },
	{ "before 2008", "../2007-12-31", NULL, 0 },
	{ "during 07/2011", "2011-07", NULL, 0 },
	{ "between 2010 and 2012", "2010/2012", NULL, 0 },
	{ "2010 to 2012", "2010", "2012", FAIRLEAD_PERIOD_ENDED },
	{ "from 2010 to 2012", "2010", "2012", FAIRLEAD_PERIOD_ENDED },
	{ "2010-2012", "2010", "2012", FAIRLEAD_PERIOD_ENDED },
	{ "2010 to present", "2010", NULL, 0 },
	{ "until 2012", NULL, "2012", FAIRLEAD_PERIOD_ENDED },
	{ "circa 2010", "2010", NULL, FAIRLEAD_PERIOD_START_CIRCA },
	{ "circa 2010 to circa 2012", "2010", "2012",
	  FAIRLEAD_PERIOD_START_CIRCA | FAIRLEAD_PERIOD_END_CIRCA | FAIRLEAD_PERIOD_ENDED },
	{ "2011-05-06", "2011-05-06", NULL, 0 },
};

static void
test_periods (void)
{
	FairleadPeriod period;

	for (guint i = 0; i < G_N_ELEMENTS (period_vectors); i++) {
		const PeriodVector *vector = &period_vectors[i];
		g_autofree char *start = NULL;
		g_autofree char *end = NULL;

		g_test_message ("%s", vector->text);
		g_assert_true (
			fairlead_period_parse (vector->text, FAIRLEAD_DATE_DAY_FIRST, &period));
		start = fairlead_date_dup_text (period.start);
		end = fairlead_date_dup_text (period.end);
		g_assert_cmpstr (start, ==, vector->start);
		g_assert_cmpstr (end, ==, vector->end);
		g_assert_cmpuint (period.flags, ==, vector->flags);
		g_assert_cmpint (fairlead_period_is_over (&period), ==, vector->end != NULL);
		g_assert_true (fairlead_period_equal (&period, &period));
	}
	g_assert_false (fairlead_period_parse ("never", FAIRLEAD_DATE_DAY_FIRST, &period));
	g_assert_false (fairlead_period_equal (&period, &FAIRLEAD_PERIOD_UNKNOWN));
}

/* Bytes, and pieces of dates glued together: no crash, and only sane intervals */
static void
test_random_text (void)
{
	static const char *const pieces[] = { "circa ", "between ", "since ", "before ", " to ",
		                              "-",      "/",        "..",     "2016",    "12",
		                              "31",     "Feb",      "dd",     "0",       "T10:00",
		                              "Z",      " ",        "1960s",  ",",       "c.",
		                              "(" };

	for (guint i = 0; i < test_rounds (100000); i++) {
		g_autoptr (GString) text = g_string_new (NULL);
		FairleadDate date;
		FairleadPeriod period;
		guint n = (guint) g_test_rand_int_range (0, 8);

		for (guint j = 0; j < n; j++) {
			if (i % 2 == 0)
				g_string_append (
					text,
					pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
			else
				g_string_append_c (text, (char) g_test_rand_int_range (1, 256));
		}
		if (fairlead_date_parse (text->str, FAIRLEAD_DATE_DAY_FIRST, &date, NULL))
			g_assert_cmpint (date.first, <=, date.last);
		if (fairlead_period_parse (text->str, FAIRLEAD_DATE_MONTH_FIRST, &period))
			g_assert_cmpint (period.start.first, <=, period.start.last);
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/grammar/period/reads-every-spelling", test_spellings);
	g_test_add_func ("/grammar/period/asks-the-order-only-where-it-matters", test_order);
	g_test_add_func ("/grammar/period/days-lead-back", test_days_round_trip);
	g_test_add_func ("/grammar/period/text-leads-back", test_text_round_trip);
	g_test_add_func ("/grammar/period/reads-cells-that-describe-periods", test_periods);
	g_test_add_func ("/grammar/period/survives-any-text", test_random_text);
	return g_test_run ();
}
