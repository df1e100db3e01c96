/* tests/graph/ownership/test-ownership-rules.c: the shipped rules, and files of such */
#include "graph/ownership/rules/rules.h"

#include <glib/gstdio.h>

#include "ingest/record/error.h"
#include "tests/common/helpers.h"

#define HALF (FAIRLEAD_SHARE_ONE / 2)

static gint32
day_of (const char *text)
{
	FairleadDate date;

	if (text == NULL)
		return FAIRLEAD_DAY_OPEN_FUTURE;
	g_assert_true (fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, &date, NULL));
	return date.first;
}

static const struct {
	const char *regime;
	const char *as_of;
	const char *id;
	guint32 needed;
	gboolean per_person;
	gboolean votes;
	gboolean control;
	FairleadRuleState state;
} shipped[] = {
	{ "OFAC", "2014-08-12", "OFAC-2008", HALF, TRUE, FALSE, FALSE, FAIRLEAD_RULE_IN_FORCE },
	{ "OFAC", "2014-08-13", "OFAC-2014", HALF, FALSE, FALSE, FALSE, FAIRLEAD_RULE_IN_FORCE },
	{ "ofac", NULL, "OFAC-2014", HALF, FALSE, FALSE, FALSE, FAIRLEAD_RULE_IN_FORCE },
	{ "EU", "2024-07-02", "EU-before-2024", HALF + 1, FALSE, FALSE, TRUE,
	  FAIRLEAD_RULE_IN_FORCE },
	{ "EU", "2024-07-03", "EU-2024", HALF, FALSE, FALSE, TRUE, FAIRLEAD_RULE_IN_FORCE },
	{ "EU", NULL, "EU-2024", HALF, FALSE, FALSE, TRUE, FAIRLEAD_RULE_IN_FORCE },
	{ "EU-before-2024", NULL, "EU-before-2024", HALF + 1, FALSE, FALSE, TRUE,
	  FAIRLEAD_RULE_IN_FORCE },
	{ "UK", "2025-01-01", "UK-2020", HALF + 1, TRUE, TRUE, TRUE, FAIRLEAD_RULE_IN_FORCE },
	{ "BIS", "2025-09-29", "BIS-2025", HALF, FALSE, FALSE, FALSE, FAIRLEAD_RULE_IN_FORCE },
	{ "BIS", "2025-11-09", "BIS-2025", HALF, FALSE, FALSE, FALSE, FAIRLEAD_RULE_IN_FORCE },
	{ "BIS", "2025-11-10", "BIS-2025-suspended", HALF, FALSE, FALSE, FALSE,
	  FAIRLEAD_RULE_SUSPENDED },
	{ "BIS", "2026-11-09", "BIS-2025-suspended", HALF, FALSE, FALSE, FALSE,
	  FAIRLEAD_RULE_SUSPENDED },
	{ "BIS", NULL, "BIS-2026", HALF, FALSE, FALSE, FALSE, FAIRLEAD_RULE_UNKNOWN },
};

static void
test_shipped (void)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (GPtrArray) rules = fairlead_rules_new_shipped (&error);

	g_assert_no_error (error);
	for (guint i = 0; i < G_N_ELEMENTS (shipped); i++) {
		const FairleadRule *rule = fairlead_rules_find (rules, shipped[i].regime,
		                                                day_of (shipped[i].as_of), &error);

		g_assert_no_error (error);
		g_assert_cmpstr (rule->id, ==, shipped[i].id);
		g_assert_cmpuint (rule->needed, ==, shipped[i].needed);
		g_assert_cmpint (rule->per_person, ==, shipped[i].per_person);
		g_assert_cmpint (rule->votes, ==, shipped[i].votes);
		g_assert_cmpint (rule->control, ==, shipped[i].control);
		g_assert_cmpint (rule->state, ==, shipped[i].state);
	}
}

static void
test_words (void)
{
	g_autoptr (GPtrArray) rules = fairlead_rules_new_shipped (NULL);
	const FairleadRule *before =
		fairlead_rules_find (rules, "EU-before-2024", FAIRLEAD_DAY_OPEN_FUTURE, NULL);
	const FairleadRule *after =
		fairlead_rules_find (rules, "EU-2024", FAIRLEAD_DAY_OPEN_FUTURE, NULL);
	g_autofree char *strict = fairlead_rule_dup_threshold (before);
	g_autofree char *loose = fairlead_rule_dup_threshold (after);

	g_assert_cmpstr (strict, ==, "more than 50 %");
	g_assert_cmpstr (loose, ==, "50 % or more");
}

static void
test_not_found (void)
{
	g_autoptr (GPtrArray) rules = fairlead_rules_new_shipped (NULL);
	g_autoptr (GError) error = NULL;

	g_assert_null (fairlead_rules_find (rules, "UK", day_of ("2020-12-30"), &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
	                   "no rule of UK covers that day");
	g_clear_error (&error);
	g_assert_null (fairlead_rules_find (rules, "Narnia", FAIRLEAD_DAY_OPEN_FUTURE, &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE, "Narnia");
}

#define GOOD                                                                                  \
	"regime=X\nlists=X\nthreshold=25\nstrict=no\naggregation=all\nvotes=no\ncontrol=no\n" \
	"state=in-force\nfrom=2020-01-01\nuntil=\ntitle=T\nwords=W\nsource=S\nurl=U\nmark=M\n"

static const struct {
	const char *text;
	FairleadError code;
	const char *words; /* NULL: it is good */
} files[] = {
	{ "[rule A]\n" GOOD, 0, NULL },
	{ "# nothing\n", FAIRLEAD_ERROR_MISSING_FIELD, "there is no rule" },
	{ "", FAIRLEAD_ERROR_MISSING_FIELD, "there is no rule" },
	{ "[rule]\n" GOOD, FAIRLEAD_ERROR_SYNTAX, ":1: [rule] is no group" },
	{ "[mapping]\n" GOOD, FAIRLEAD_ERROR_SYNTAX, ":1: [mapping] is no group" },
	{ "[rule A]\nregime=X\n", FAIRLEAD_ERROR_MISSING_FIELD, ":1: [rule A] has no lists=" },
	{ "[rule A]\n" GOOD "regime=Y\n", FAIRLEAD_ERROR_SYNTAX, ":17: regime= stands twice" },
	{ "[rule A]\n" GOOD "colour=red\n", FAIRLEAD_ERROR_SYNTAX, ":17: colour= is no key" },
	{ "[rule A]\n" GOOD "[rule B]\n" GOOD, FAIRLEAD_ERROR_INVALID_VALUE,
	  ":17: [rule B] overlaps with [rule A]" },
	{ "[rule A]\nlists=X\nregime=\n", FAIRLEAD_ERROR_INVALID_VALUE, ":3: regime= (expected" },
	{ "[rule A]\nregime=X\nlists=X;;Y\n", FAIRLEAD_ERROR_INVALID_VALUE, ":3: lists=X;;Y" },
	{ "[rule A]\nregime=X\nlists=X\nthreshold=0\n", FAIRLEAD_ERROR_INVALID_VALUE,
	  ":4: threshold=0 (expected a percentage" },
	{ "[rule A]\nregime=X\nlists=X\nthreshold=25-50\n", FAIRLEAD_ERROR_INVALID_VALUE,
	  "threshold=25-50" },
	{ "[rule A]\nregime=X\nlists=X\nthreshold=25\nstrict=maybe\n", FAIRLEAD_ERROR_INVALID_VALUE,
	  ":5: strict=maybe (expected yes or no)" },
	{ "[rule A]\nregime=X\nlists=X\nthreshold=25\nstrict=no\naggregation=some\n",
	  FAIRLEAD_ERROR_INVALID_VALUE, "(expected all or person)" },
	{ "[rule \xff]\n", FAIRLEAD_ERROR_SYNTAX, ":1: the text is not UTF-8" },
};

static void
test_files (void)
{
	g_autofree char *path = g_build_filename (g_get_tmp_dir (), "fairlead-rules-XXXXXX", NULL);
	int file = g_mkstemp (path);

	g_assert_cmpint (file, >=, 0);
	g_close (file, NULL);
	for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
		g_autoptr (GError) error = NULL;
		g_autoptr (GPtrArray) rules = NULL;

		g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
		rules = fairlead_rules_load (path, &error);
		if (files[i].words == NULL) {
			g_assert_no_error (error);
			g_assert_cmpuint (rules->len, ==, 1);
		} else {
			g_assert_null (rules);
			test_assert_error (error, FAIRLEAD_ERROR, files[i].code, files[i].words);
		}
	}
	g_unlink (path);
}

static void
test_no_file (void)
{
	g_autoptr (GError) error = NULL;

	g_assert_null (fairlead_rules_load ("/nowhere/at/all", &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_IO, "/nowhere/at/all");
	g_clear_error (&error);
	g_assert_null (fairlead_rules_load (g_get_tmp_dir (), &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_IO, "no regular file");
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/ownership-rules/shipped", test_shipped);
	g_test_add_func ("/graph/ownership-rules/words", test_words);
	g_test_add_func ("/graph/ownership-rules/not-found", test_not_found);
	g_test_add_func ("/graph/ownership-rules/files", test_files);
	g_test_add_func ("/graph/ownership-rules/no-file", test_no_file);
	return g_test_run ();
}
