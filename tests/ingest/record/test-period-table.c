/* tests/ingest/record/test-period-table.c: one number for each period */
#include "ingest/record/period-table.h"

#include "tests/common/helpers.h"

static FairleadPeriod
period_from (gint32 day, guint32 flags)
{
	return (FairleadPeriod){ { day, day }, { day + 9, FAIRLEAD_DAY_OPEN_FUTURE }, flags };
}

static void
test_unknown_is_zero (void)
{
	FairleadPeriodTable table;
	FairleadPeriod unknown = FAIRLEAD_PERIOD_UNKNOWN, known = period_from (3, 0);

	fairlead_period_table_init (&table);
	g_assert_cmpuint (fairlead_period_table_add (&table, &known), !=, 0);
	g_assert_cmpuint (fairlead_period_table_add (&table, &unknown), ==, 0);
	g_assert_true (fairlead_period_equal (fairlead_period_table_get (&table, 0), &unknown));
	fairlead_period_table_clear (&table);
}

static void
test_equal_periods_share (void)
{
	FairleadPeriodTable table;
	guint32 first[400];

	fairlead_period_table_init (&table);
	for (guint round = 0; round < 3; round++)
		for (guint i = 0; i < G_N_ELEMENTS (first); i++) {
			FairleadPeriod period =
				period_from ((gint32) (i / 2), i % 2 ? FAIRLEAD_PERIOD_ENDED : 0);
			FairleadPeriodId id = fairlead_period_table_add (&table, &period);

			if (round == 0)
				first[i] = id;
			g_assert_cmpuint (id, ==, first[i]);
			g_assert_true (fairlead_period_equal (
				fairlead_period_table_get (&table, id), &period));
		}
	g_assert_cmpuint (table.periods->len, ==, 1 + G_N_ELEMENTS (first));
	fairlead_period_table_clear (&table);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/period-table/keeps-0-for-the-unknown", test_unknown_is_zero);
	g_test_add_func ("/ingest/period-table/gives-equal-periods-one-number",
	                 test_equal_periods_share);
	return g_test_run ();
}
