/* tests/ingest/grammar/test-share.c: shares are exact intervals, and what is no share is refused */
#include "ingest/grammar/share.h"
#include "tests/common/helpers.h"

#define PERCENT ((gint64) FAIRLEAD_SHARE_ONE / 100)

static const struct {
	const char *text;
	gint64 low; /* -1: refused */
	gint64 high;
} vectors[] = {
	{ "25", 25 * PERCENT, 25 * PERCENT },
	{ "25%", 25 * PERCENT, 25 * PERCENT },
	{ " 25.5 % ", 255 * PERCENT / 10, 255 * PERCENT / 10 },
	{ "33,3", 333 * PERCENT / 10, 333 * PERCENT / 10 },
	{ "16.67%", 1667 * PERCENT / 100, 1667 * PERCENT / 100 },
	{ "33.3333333", 333333333, 333333333 },
	{ "33.33333333333", 333333333, 333333334 },
	{ "25-50", 25 * PERCENT, 50 * PERCENT },
	{ "25% - 50%", 25 * PERCENT, 50 * PERCENT },
	{ "25 to 50 %", 25 * PERCENT, 50 * PERCENT },
	{ "between 25 and 50 per cent", 25 * PERCENT, 50 * PERCENT },
	{ "more than 25 but not more than 50", 25 * PERCENT + 1, 50 * PERCENT },
	{ ">50", 50 * PERCENT + 1, FAIRLEAD_SHARE_ONE },
	{ ">=50", 50 * PERCENT, FAIRLEAD_SHARE_ONE },
	{ "<25", 0, 25 * PERCENT - 1 },
	{ "<= 25 %", 0, 25 * PERCENT },
	{ "more than 50%", 50 * PERCENT + 1, FAIRLEAD_SHARE_ONE },
	{ "At least 75 percent", 75 * PERCENT, FAIRLEAD_SHARE_ONE },
	{ "up to 10%", 0, 10 * PERCENT },
	{ "0", 0, 0 },
	{ "100", FAIRLEAD_SHARE_ONE, FAIRLEAD_SHARE_ONE },
	{ "100.00%", FAIRLEAD_SHARE_ONE, FAIRLEAD_SHARE_ONE },
	{ "104%", -1, 0 },
	{ "100.00000001", -1, 0 },
	{ ">100", -1, 0 },
	{ "<0", -1, 0 },
	{ "50-25", -1, 0 },
	{ "<25-50", -1, 0 },
	{ "-5", -1, 0 },
	{ "5.", -1, 0 },
	{ "25 shares", -1, 0 },
	{ "99999999999999999999999", -1, 0 },
	{ "nan", -1, 0 },
	{ "1e1", -1, 0 },
	{ "%", -1, 0 },
	{ "", -1, 0 },
};

static void
test_spellings (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		FairleadShare share = { 7, 7 };
		gboolean parsed = fairlead_share_parse (vectors[i].text, &share);

		g_test_message ("%s", vectors[i].text);
		g_assert_cmpint (parsed, ==, vectors[i].low >= 0);
		g_assert_cmpint (share.low, ==, parsed ? vectors[i].low : 7);
		g_assert_cmpint (share.high, ==, parsed ? vectors[i].high : 7);
	}
}

static void
assert_text (FairleadShare share, const char *expected)
{
	g_autofree char *text = fairlead_share_dup_text (share);

	g_assert_cmpstr (text, ==, expected);
}

static void
test_text (void)
{
	assert_text ((FairleadShare){ 25 * PERCENT, 25 * PERCENT }, "25 %");
	assert_text ((FairleadShare){ 25 * PERCENT, 50 * PERCENT }, "25-50 %");
	assert_text ((FairleadShare){ 25 * PERCENT + 1, 50 * PERCENT }, ">25-50 %");
	assert_text ((FairleadShare){ 50 * PERCENT + 1, FAIRLEAD_SHARE_ONE }, ">50 %");
	assert_text ((FairleadShare){ 50 * PERCENT, FAIRLEAD_SHARE_ONE }, "50-100 %");
	assert_text ((FairleadShare){ 0, 25 * PERCENT - 1 }, "<25 %");
	assert_text ((FairleadShare){ 0, 25 * PERCENT }, "0-25 %");
	assert_text ((FairleadShare){ 0, 0 }, "0 %");
	assert_text ((FairleadShare){ 333333333, 333333334 }, "33.3333333-33.3333334 %");
	assert_text (FAIRLEAD_SHARE_UNKNOWN, NULL);
	g_assert_true (fairlead_share_is_unknown (FAIRLEAD_SHARE_UNKNOWN));
}

static void
test_text_round_trip (void)
{
	for (guint i = 0; i < test_rounds (200000); i++) {
		guint32 grain = i % 2 == 0 ? 1 : (guint32) PERCENT;
		gint32 units = (gint32) (FAIRLEAD_SHARE_ONE / grain);
		guint32 low = (guint32) g_test_rand_int_range (0, units + 1) * grain;
		gint32 room = units - (gint32) (low / grain);
		guint32 high = low + (guint32) g_test_rand_int_range (0, room + 1) * grain;
		FairleadShare share = { low, high };
		FairleadShare read;
		g_autofree char *text = NULL;

		if (i % 3 == 0 && share.low < share.high)
			share.low++;
		text = fairlead_share_dup_text (share);
		if (text == NULL)
			continue;
		g_assert_true (fairlead_share_parse (text, &read));
		g_assert_cmpuint (read.low, ==, share.low);
		g_assert_cmpuint (read.high, ==, share.high);
	}
}

static void
test_random_text (void)
{
	for (guint i = 0; i < test_rounds (200000); i++) {
		char text[12] = { 0 };
		FairleadShare share;

		for (guint j = 0; j < sizeof text - 1; j++)
			text[j] = i % 2 == 0 ? "0123456789.,%-<>= to"[g_test_rand_int_range (0, 20)]
			                     : (char) g_test_rand_int_range (0, 256);
		if (!fairlead_share_parse (text, &share))
			continue;
		g_assert_cmpuint (share.low, <=, share.high);
		g_assert_cmpuint (share.high, <=, FAIRLEAD_SHARE_ONE);
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/grammar/share/reads-every-spelling", test_spellings);
	g_test_add_func ("/grammar/share/writes-what-people-read", test_text);
	g_test_add_func ("/grammar/share/text-leads-back", test_text_round_trip);
	g_test_add_func ("/grammar/share/survives-any-text", test_random_text);
	return g_test_run ();
}
