/* tests/ingest/case/test-case-decisions.c: decisions as rows of a case: added, taken back, never
 * lost */
#include "ingest/case/case-decisions.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "tests/common/helpers.h"

typedef struct {
	char *folder;
	char *path;
} Place;

static void
place_init (Place *self)
{
	self->folder = g_dir_make_tmp ("decisions-XXXXXX", NULL);
	self->path = g_build_filename (self->folder, "a.fairlead", NULL);
}

static void
place_clear (Place *self)
{
	static const char *const endings[] = { "", "-wal", "-shm" };

	for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
		g_autofree char *file = g_strconcat (self->path, endings[i], NULL);

		(void) g_unlink (file);
	}
	g_assert_cmpint (g_rmdir (self->folder), ==, 0);
	g_free (self->folder);
	g_free (self->path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static FairleadDecisions *
load (const Place *place)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadCase) opened = fairlead_case_open (place->path, &error);
	FairleadDecisions *decisions;

	g_assert_no_error (error);
	decisions = fairlead_case_load_decisions (opened, NULL, &error);
	g_assert_no_error (error);
	return decisions;
}

static void
save (const Place *place, FairleadDecisions *decisions)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadCase) opened = fairlead_case_open_to_write (place->path, &error);

	g_assert_no_error (error);
	fairlead_case_save_decisions (opened, decisions, NULL, &error);
	g_assert_no_error (error);
}

static void
decide (FairleadDecisions *decisions, const char *left, const char *right, FairleadSameness verdict,
        double probability)
{
	const FairleadDecision decision = { .left = left,
		                            .right = right,
		                            .verdict = verdict,
		                            .who = "Ada",
		                            .when = "2026-03-01T09:30:00Z",
		                            .why = "one \"address\", \xe9\x87\x91",
		                            .probability = probability };
	g_autoptr (GError) error = NULL;

	fairlead_decisions_add (decisions, &decision, &error);
	g_assert_no_error (error);
}

static void
assert_decision (const FairleadDecisions *decisions, guint n, const FairleadDecision *expected)
{
	const FairleadDecision *found = fairlead_decisions_get (decisions, n);

	g_assert_cmpstr (found->left, ==, expected->left);
	g_assert_cmpstr (found->right, ==, expected->right);
	g_assert_cmpint (found->verdict, ==, expected->verdict);
	g_assert_cmpstr (found->who, ==, expected->who);
	g_assert_cmpstr (found->when, ==, expected->when);
	g_assert_cmpstr (found->why, ==, expected->why);
	g_assert_cmpfloat (found->probability, ==, expected->probability);
	g_assert_cmpstr (found->undone_by, ==, expected->undone_by);
	g_assert_cmpstr (found->undone_on, ==, expected->undone_on);
	g_assert_cmpuint (found->line, ==, expected->line);
}

static void
test_round_trip (void)
{
	g_auto (Place) place = { 0 };
	g_autoptr (FairleadDecisions) first = fairlead_decisions_new (NULL);
	g_autoptr (FairleadDecisions) second = NULL;
	g_autoptr (FairleadDecisions) third = NULL;
	FairleadDecision expected = { .left = "a:1",
		                      .right = "b:1",
		                      .verdict = FAIRLEAD_DECIDED_SAME,
		                      .who = "Ada",
		                      .when = "2026-03-01T09:30:00Z",
		                      .why = "one \"address\", \xe9\x87\x91",
		                      .probability = 0.75,
		                      .line = 1 };

	place_init (&place);
	decide (first, "b:1", "a:1", FAIRLEAD_DECIDED_SAME, 0.75);
	decide (first, "a:1", "c:1", FAIRLEAD_DECIDED_DIFFERENT, FAIRLEAD_NO_PROBABILITY);
	save (&place, first);
	g_assert_cmpuint (fairlead_decisions_get (first, 1)->line, ==, 2);
	save (&place, first); /* nothing is new */
	second = load (&place);
	g_assert_cmpuint (fairlead_decisions_get_n (second), ==, 2);
	assert_decision (second, 0, &expected);
	g_assert_cmpfloat (fairlead_decisions_get (second, 1)->probability, ==,
	                   FAIRLEAD_NO_PROBABILITY);
	g_assert_true (fairlead_decisions_undo (second, 0, "Bo", "2026-04-01", NULL));
	save (&place, second);
	third = load (&place);
	expected.undone_by = "Bo";
	expected.undone_on = "2026-04-01";
	assert_decision (third, 0, &expected);
	g_assert_cmpint (fairlead_decisions_find (third, "a:1", "b:1"), ==, -1);
	g_assert_cmpint (fairlead_decisions_find (third, "a:1", "c:1"), ==, 1);
}

/* Two who decide at the same time: neither loses what the other did, and who undid first did it */
static void
test_beside_another (void)
{
	g_auto (Place) place = { 0 };
	g_autoptr (FairleadDecisions) ours = fairlead_decisions_new (NULL);
	g_autoptr (FairleadDecisions) theirs = NULL;
	g_autoptr (FairleadDecisions) all = NULL;

	place_init (&place);
	decide (ours, "a:1", "b:1", FAIRLEAD_DECIDED_SAME, 0.5);
	save (&place, ours);
	theirs = load (&place);
	decide (theirs, "a:2", "b:2", FAIRLEAD_DECIDED_SAME, 0.5);
	decide (ours, "a:3", "b:3", FAIRLEAD_DECIDED_SAME, 0.5);
	g_assert_true (fairlead_decisions_undo (ours, 0, "Bo", "2026-04-01", NULL));
	g_assert_true (fairlead_decisions_undo (theirs, 0, "Cy", "2026-04-02", NULL));
	save (&place, theirs);
	save (&place, ours);
	all = load (&place);
	g_assert_cmpuint (fairlead_decisions_get_n (all), ==, 3);
	g_assert_cmpstr (fairlead_decisions_get (all, 0)->undone_by, ==, "Cy");
	g_assert_cmpstr (fairlead_decisions_get (all, 1)->left, ==, "a:2");
	g_assert_cmpstr (fairlead_decisions_get (all, 2)->left, ==, "a:3");
}

static void
run_sql (const Place *place, const char *text)
{
	sqlite3 *db = NULL;

	g_assert_cmpint (sqlite3_open (place->path, &db), ==, SQLITE_OK);
	g_assert_cmpint (sqlite3_exec (db, text, NULL, NULL, NULL), ==, SQLITE_OK);
	g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* What somebody else wrote into the tables is held to the same rules, and told by its number */
static void
test_rows_of_others (void)
{
	static const struct {
		const char *row;
		const char *words;
	} bad[] = {
		{ "('a:9', 'b:9', 'perhaps')", ": decision 2: the verdict \"perhaps\" is none" },
		{ "('nobody', 'b:9', 'same')", ":2: \"nobody\" is no key" },
		{ "('a:9', 'a:9', 'same')", ":2: a:9 is decided on with itself" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
		g_auto (Place) place = { 0 };
		g_autoptr (FairleadDecisions) decisions = fairlead_decisions_new (NULL);
		g_autoptr (FairleadCase) opened = NULL;
		g_autoptr (GError) error = NULL;
		g_autofree char *text =
			g_strconcat ("INSERT INTO decision (left_key, right_key, verdict) VALUES ",
		                     bad[i].row, NULL);

		place_init (&place);
		decide (decisions, "a:1", "b:1", FAIRLEAD_DECIDED_SAME, 0.5);
		save (&place, decisions);
		run_sql (&place, text);
		opened = fairlead_case_open (place.path, NULL);
		g_assert_null (fairlead_case_load_decisions (opened, NULL, &error));
		test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INVALID_VALUE,
		                   bad[i].words);
	}
}

/* A case that was made before there were decisions has none, and takes the first */
static void
test_older_case (void)
{
	g_auto (Place) place = { 0 };
	g_autofree char *schema = test_fixture ("../ingest/case/schema/1.sql");
	g_autofree char *text = NULL;
	g_autoptr (FairleadDecisions) before = NULL;
	g_autoptr (FairleadDecisions) after = NULL;

	place_init (&place);
	g_assert_true (g_file_get_contents (schema, &text, NULL, NULL));
	run_sql (&place, text);
	run_sql (&place, "PRAGMA application_id = 1181508449; PRAGMA user_version = 1");
	before = load (&place);
	g_assert_cmpuint (fairlead_decisions_get_n (before), ==, 0);
	decide (before, "a:1", "b:1", FAIRLEAD_DECIDED_SAME, 0.5);
	save (&place, before);
	after = load (&place);
	g_assert_cmpuint (fairlead_decisions_get_n (after), ==, 1);
}

/* The same words may be said twice of a pair, and the first taken back */
static void
test_taking_in (void)
{
	g_autoptr (FairleadDecisions) all = fairlead_decisions_new ("all");
	g_autoptr (FairleadDecisions) one = fairlead_decisions_new ("one");
	g_autoptr (FairleadDecisions) none = fairlead_decisions_new ("none");
	guint n_undone;

	for (guint i = 0; i < 2; i++)
		decide (all, "a:1", "b:1", FAIRLEAD_DECIDED_SAME, 0.5);
	g_assert_true (fairlead_decisions_undo (all, 0, "Bo", "2026-04-01", NULL));
	decide (one, "a:1", "b:1", FAIRLEAD_DECIDED_SAME, 0.5);
	g_assert_cmpuint (fairlead_decisions_take_in (one, all, &n_undone), ==, 1);
	g_assert_cmpuint (n_undone, ==, 1);
	g_assert_cmpint (fairlead_decisions_find (one, "a:1", "b:1"), ==, 1);
	g_assert_cmpuint (fairlead_decisions_take_in (none, all, &n_undone), ==, 2);
	g_assert_cmpuint (n_undone, ==, 0);
	g_assert_cmpint (fairlead_decisions_find (none, "a:1", "b:1"), ==, 1);
	g_assert_cmpuint (fairlead_decisions_take_in (none, all, &n_undone), ==, 0);
	g_assert_cmpuint (n_undone, ==, 0);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/case/decisions/round-trip", test_round_trip);
	g_test_add_func ("/case/decisions/beside-another", test_beside_another);
	g_test_add_func ("/case/decisions/rows-of-others", test_rows_of_others);
	g_test_add_func ("/case/decisions/older-case", test_older_case);
	g_test_add_func ("/case/decisions/taking-in", test_taking_in);
	return g_test_run ();
}
