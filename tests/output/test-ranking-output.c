/* tests/output/test-ranking-output.c: the three forms of a ranking, over a chain of three parties
 * */
#include "output/ranking/ranking-output.h"

#include <jansson.h>
#include <string.h>

#include "output/ranking/evidence.h"
#include "tests/common/helpers-output.h"

static FairleadRankingView
view_of (FairleadOutputFormat format, guint limit, guint n_paths, guint width, gboolean ascii)
{
	return (FairleadRankingView){
		.format = format,
		.limit = limit,
		.n_paths = n_paths,
		.layout = { .width = width, .ascii = ascii },
	};
}

static const char *
write_ranking (GOutputStream *stream, FairleadRankingView view)
{
	g_autoptr (FairleadRanking) ranking = test_rank_tiny_chain ();
	g_autoptr (GError) error = NULL;

	g_assert_true (fairlead_ranking_write (ranking, &view, stream, NULL, &error));
	g_assert_no_error (error);
	return test_written (stream);
}

/* ---- table ---- */

static void
test_table (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	const char *text = write_ranking (stream, view_of (FAIRLEAD_FORMAT_TABLE, 3, 3, 86, FALSE));

	g_assert_nonnull (strstr (text, "\n   1  =Grey <Heron>"));
	g_assert_nonnull (strstr (text, "\u2026  company  0."));
	g_assert_nonnull (strstr (text, "\n    registry:c1\n    confidence 1.00:\n"
	                                "      ISM manager of  * AMBER TIDE  since 2016-07  "
	                                "tiny/roles.csv:2\n"));
	g_assert_nonnull (strstr (text,
	                          "\n    confidence 0.80:\n"
	                          "      director of     =Grey <Heron> & \"Sons\"\u241b[31m "));
	g_assert_nonnull (
		strstr (text, "  tiny/roles.csv:3\n      ISM manager of  * AMBER TIDE  "));
	g_assert_nonnull (strstr (text, "\n3 of 3 ranked parties; target: 1; records read: 1,235\n"
	                                "issues: 0 serious, 1 warning, 1 info; parameters: "));
	g_assert_true (g_str_has_suffix (text, "\nA high rank is a question, not a finding.\n"));
}

static void
test_table_lines_fit (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_auto (GStrv) lines = g_strsplit (
		write_ranking (stream,
	                       (FairleadRankingView){ .format = FAIRLEAD_FORMAT_TABLE,
	                                              .n_paths = 3,
	                                              .layout = { .width = 80, .ascii = TRUE } }),
		"\n", -1);

	for (guint i = 0; lines[i] != NULL; i++)
		g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 80);
}

static void
test_period_words (void)
{
	static const struct {
		const char *start;
		const char *end;
		guint32 flags;
		const char *words;
	} cases[] = {
		{ NULL, NULL, 0, "" },
		{ NULL, NULL, FAIRLEAD_PERIOD_ENDED, "ended" },
		{ "2016-07", NULL, 0, "since 2016-07" },
		{ "2016-07", NULL, FAIRLEAD_PERIOD_ENDED, "since 2016-07, ended" },
		{ "2015", "2017-03", FAIRLEAD_PERIOD_START_CIRCA, "about 2015 to 2017-03" },
		{ NULL, "2017", FAIRLEAD_PERIOD_END_CIRCA, "until about 2017" },
		{ "before 2018", NULL, 0, "since 2017-12-31 or before" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		FairleadPeriod period = FAIRLEAD_PERIOD_UNKNOWN;
		g_autofree char *words = NULL;

		if (cases[i].start != NULL)
			fairlead_date_parse (cases[i].start, FAIRLEAD_DATE_DAY_FIRST, &period.start,
			                     NULL);
		if (cases[i].end != NULL)
			fairlead_date_parse (cases[i].end, FAIRLEAD_DATE_DAY_FIRST, &period.end,
			                     NULL);
		period.flags = cases[i].flags;
		words = fairlead_period_dup_words (&period);
		g_assert_cmpstr (words, ==, cases[i].words);
	}
}

static void
test_relation_words (void)
{
	g_autofree char *forward = fairlead_relation_dup_words ("registered-owner", FALSE);
	g_autofree char *backward = fairlead_relation_dup_words ("owned-by", TRUE);
	g_autofree char *care = fairlead_relation_dup_words ("care-of", FALSE);

	g_assert_cmpstr (forward, ==, "registered owner of");
	g_assert_cmpstr (backward, ==, "owned by");
	g_assert_cmpstr (care, ==, "care of");
}

/* ---- CSV ---- */

static void
test_csv (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	const char *text = write_ranking (stream, view_of (FAIRLEAD_FORMAT_CSV, 0, 1, 80, FALSE));

	g_assert_true (g_str_has_prefix (
		text, "rank,id,name,kind,identifiers,is_target,score,proximity,"
		      "brokerage,necessity,control,signals,degree,evidence\r\n1,registry:c1,"
		      "\"'=Grey <Heron> & \"\"Sons\"\"\ufffd[31m "));
	g_assert_nonnull (strstr (text, ",ISM manager of AMBER TIDE (since 2016-07) "
	                                "[tiny/roles.csv:2]\r\n"));
	g_assert_nonnull (
		strstr (text, "\r\n2,imo:9074729,AMBER TIDE,vessel,imo:9074729; mmsi:12,true,"));
}

/* ---- JSON ---- */

static void
test_json (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	json_auto_t *object = json_loads (
		write_ranking (stream, (FairleadRankingView){ .format = FAIRLEAD_FORMAT_JSON,
	                                                      .n_paths = 3,
	                                                      .layout = { .width = 80 } }),
		0, NULL);
	json_t *results = json_object_get (object, "results");
	json_t *target = json_object_get (object, "target");
	json_t *first = json_array_get (results, 0);
	json_t *path = json_array_get (json_object_get (first, "evidence"), 0);
	json_t *hop = json_array_get (json_object_get (path, "hops"), 0);

	g_assert_cmpstr (json_string_value (json_object_get (object, "fairlead")), ==,
	                 FAIRLEAD_VERSION);
	g_assert_cmpint (json_integer_value (json_object_get (target, "size")), ==, 1);
	g_assert_cmpuint (json_array_size (results), ==, 3);
	g_assert_cmpstr (json_string_value (json_object_get (first, "name")), ==,
	                 TEST_HOSTILE_NAME);
	g_assert_true (json_is_false (json_object_get (first, "is_target")));
	g_assert_cmpfloat (json_number_value (json_object_get (path, "confidence")), ==, 1.0);
	g_assert_cmpstr (json_string_value (json_object_get (hop, "from")), ==, "registry:c1");
	g_assert_cmpstr (json_string_value (json_object_get (hop, "to")), ==, "imo:9074729");
	g_assert_cmpstr (json_string_value (json_object_get (hop, "kind")), ==, "ism-manager");
	g_assert_cmpstr (json_string_value (json_object_get (hop, "since")), ==, "2016-07");
	g_assert_true (json_is_null (json_object_get (hop, "until")));
	g_assert_cmpstr (json_string_value (json_array_get (json_object_get (hop, "sources"), 0)),
	                 ==, "tiny/roles.csv:2");
	g_assert_true (json_is_true (json_object_get (json_array_get (results, 1), "is_target")));
}

static void
test_json_without_evidence (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	const char *text = write_ranking (stream, view_of (FAIRLEAD_FORMAT_JSON, 1, 0, 80, FALSE));

	g_assert_null (strstr (text, "evidence"));
	g_assert_null (strstr (text, "registry:p1"));
	g_assert_nonnull (strstr (text, "\"score\": 0."));
}

/* A stream that is closed refuses all */
static void
test_failure (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_autoptr (FairleadRanking) ranking = test_rank_tiny_chain ();
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) error = NULL;
	FairleadRankingView view = { .format = FAIRLEAD_FORMAT_JSON, .layout = { .width = 80 } };

	g_cancellable_cancel (cancellable);
	g_assert_false (fairlead_ranking_write (ranking, &view, stream, cancellable, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_clear_error (&error);
	g_assert_true (g_output_stream_close (stream, NULL, NULL));
	g_assert_false (fairlead_ranking_write (ranking, &view, stream, NULL, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/output/ranking/table-tells-the-paths", test_table);
	g_test_add_func ("/output/ranking/table-lines-fit", test_table_lines_fit);
	g_test_add_func ("/output/ranking/periods-in-words", test_period_words);
	g_test_add_func ("/output/ranking/relations-in-words", test_relation_words);
	g_test_add_func ("/output/ranking/csv-is-safe-and-whole", test_csv);
	g_test_add_func ("/output/ranking/json-has-the-stable-fields", test_json);
	g_test_add_func ("/output/ranking/json-without-evidence", test_json_without_evidence);
	g_test_add_func ("/output/ranking/failures-are-told", test_failure);
	return g_test_run ();
}
