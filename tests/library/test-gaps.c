/* tests/library/test-gaps.c: gaps between lists, as the library tells them */
#include <locale.h>
#include <math.h>

#include "tests/library/four-lists.h"

static FleadGaps *
find_gaps (const char *programme, const char *const *bodies, gboolean includes_all)
{
	g_autoptr (FleadNetwork) network = four_lists_network ();
	g_autoptr (GError) error = NULL;
	FleadGaps *gaps = flead_network_find_gaps (network, programme, bodies, includes_all, NULL,
	                                           NULL, NULL, &error);

	g_assert_no_error (error);
	return gaps;
}

/* (transfer full): the first with this finding, about this party */
static FleadGap *
gap_of (FleadGaps *gaps, const char *finding, const char *id)
{
	for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (gaps)); i++) {
		g_autoptr (FleadGap) gap = g_list_model_get_item (G_LIST_MODEL (gaps), i);
		g_autoptr (FleadEntity) entity = flead_gap_dup_entity (gap);

		if (g_str_equal (flead_gap_get_finding (gap), finding)
		    && g_str_equal (flead_entity_get_id (entity), id))
			return g_steal_pointer (&gap);
	}
	g_assert_not_reached ();
}

static void
test_bytes_are_those_of_the_program (void)
{
	const char *const csv[] = { "gaps", "--format", "csv", NULL };
	const char *const json[] = { "gaps",  "--all",    "--programme", "dprk", "--between",
		                     "UN,EU", "--format", "json",        NULL };
	const char *const bodies[] = { "UN", "EU", NULL };
	g_autoptr (FleadGaps) all = find_gaps (NULL, NULL, FALSE);
	g_autoptr (FleadGaps) some = find_gaps ("dprk", bodies, TRUE);

	assert_as_program (all, FLEAD_FORMAT_CSV, csv, TRUE);
	assert_as_program (some, FLEAD_FORMAT_JSON, json, TRUE);
}

static void
test_body_tells_since_when (void)
{
	g_autoptr (FleadGaps) gaps = find_gaps (NULL, NULL, FALSE);
	g_autoptr (FleadGap) listed = gap_of (gaps, "listed", "un:XPi.014");
	g_autoptr (FleadGap) unclear = gap_of (gaps, "unclear", "un:XPi.014");
	g_autoptr (FleadPeriod) period = flead_gap_dup_period (listed);
	g_autofree char *since = flead_period_dup_start (period);
	g_auto (GStrv) bodies = flead_gap_dup_bodies (unclear);
	g_auto (GStrv) programmes = flead_gap_dup_programmes (listed);
	g_auto (GStrv) sources = flead_gap_dup_sources (listed);
	g_autoptr (FleadList) namesakes = flead_gap_dup_namesakes (unclear);
	g_autoptr (FleadEntity) namesake = g_list_model_get_item (G_LIST_MODEL (namesakes), 0);
	gint low, high;

	g_assert_cmpstr (flead_gap_get_regime (listed), ==, "dprk");
	g_assert_cmpstr (since, ==, "2013-01-22");
	g_assert_cmpstr (programmes[0], ==, "DPRK");
	g_assert_true (g_str_has_suffix (sources[0], "un.xml:9"));
	g_assert_cmpstr (bodies[0], ==, "UK");
	g_assert_cmpstr (flead_entity_get_id (namesake), ==, "uk-ofsi:99102");
	flead_gap_get_lag (unclear, &low, &high);
	g_assert_cmpint (low, ==, 435);
	g_assert_cmpint (high, ==, 435);
	flead_gap_get_lag (listed, &low, &high);
	g_assert_cmpint (low, ==, FLEAD_DAY_OPEN_PAST);
	g_assert_cmpint (high, ==, FLEAD_DAY_OPEN_FUTURE);
	g_assert_null (flead_gap_dup_holder (listed));
	g_assert_null (flead_gap_get_rule (listed));
}

static void
test_hold_tells_its_rule (void)
{
	g_autoptr (FleadGaps) gaps = find_gaps (NULL, NULL, FALSE);
	g_autoptr (FleadGap) owned = gap_of (gaps, "owned", "imo:9311048");
	g_autoptr (FleadEntity) holder = flead_gap_dup_holder (owned);
	g_autoptr (FleadLink) link = flead_gap_dup_link (owned);
	g_autoptr (FleadShare) share = flead_gap_dup_share (owned);
	g_auto (GStrv) bodies = flead_gap_dup_bodies (owned);

	g_assert_cmpstr (flead_entity_get_id (holder), ==, "imo-company:5711001");
	g_assert_cmpstr (flead_link_get_kind (link), ==, "registered-owner");
	g_assert_cmpfloat (share->low, ==, 1.0);
	g_assert_cmpstr (flead_gap_get_rule (owned), ==, "EU-2024");
	g_assert_cmpstr (flead_gap_get_verdict (owned), ==, "definite");
	g_assert_cmpuint (g_strv_length (bodies), ==, 2);
	g_assert_null (flead_gap_get_regime (owned));
}

static void
test_table_has_a_row_for_each (void)
{
	g_autoptr (FleadGaps) gaps = find_gaps (NULL, NULL, FALSE);
	g_autoptr (FleadTable) table = flead_result_dup_table (FLEAD_RESULT (gaps));
	guint n = g_list_model_get_n_items (G_LIST_MODEL (gaps));
	g_autofree char *first = cell_of (gaps, "finding", 0);
	g_autofree char *last = cell_of (gaps, "link", n - 1);
	g_autofree char *share = cell_of (gaps, "share_low", n - 1);
	g_autofree char *lag = cell_of (gaps, "lag_days_low", 7);
	g_auto (GStrv) bodies = flead_gaps_dup_bodies (gaps);
	g_auto (GStrv) alone = flead_gaps_dup_alone (gaps);

	g_assert_cmpuint (flead_table_get_n_rows (table), ==, n);
	g_assert_cmpstr (first, ==, "listed");
	g_assert_cmpstr (last, ==, "ism-managed-by");
	g_assert_cmpstr (share, ==, "");
	g_assert_cmpstr (lag, ==, "2060");
	g_assert_cmpuint (g_strv_length (bodies), ==, 4);
	g_assert_cmpuint (g_strv_length (alone), ==, 1);
}

static void
test_question_is_refused_with_a_code (void)
{
	static const struct {
		const char *programme;
		const char *bodies[3];
		FleadError code;
	} cases[] = {
		{ "atlantis", { "UN", "EU" }, FLEAD_ERROR_UNKNOWN_REFERENCE },
		{ NULL, { "UN", "Atlantis" }, FLEAD_ERROR_UNKNOWN_REFERENCE },
		{ NULL, { "UN" }, FLEAD_ERROR_USAGE },
		{ NULL, { "UN", "" }, FLEAD_ERROR_USAGE },
	};
	g_autoptr (FleadNetwork) network = four_lists_network ();

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		g_autoptr (GError) error = NULL;

		g_assert_null (flead_network_find_gaps (network, cases[i].programme,
		                                        cases[i].bodies, FALSE, NULL, NULL, NULL,
		                                        &error));
		g_assert_error (error, FLEAD_ERROR, (gint) cases[i].code);
	}
}

int
main (int argc, char **argv)
{
	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/library/gaps/bytes-are-those-of-the-program",
	                 test_bytes_are_those_of_the_program);
	g_test_add_func ("/library/gaps/body-tells-since-when", test_body_tells_since_when);
	g_test_add_func ("/library/gaps/hold-tells-its-rule", test_hold_tells_its_rule);
	g_test_add_func ("/library/gaps/table-has-a-row-for-each", test_table_has_a_row_for_each);
	g_test_add_func ("/library/gaps/question-is-refused-with-a-code",
	                 test_question_is_refused_with_a_code);
	return g_test_run ();
}
