/* tests/graph/test-diff.c: what is new, gone and changed between two networks of a line each */
#include "graph/diff/diff.h"

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

static void
append_fact (GString *text, const FairleadFact *fact)
{
	if (fact == NULL)
		g_string_append (text, "-");
	else
		g_string_append_printf (text, "%s/%s", fact->label, fact->value);
}

/* `changed NAME by KEY: old/.. > new/..;` and who has the same name in brackets */
static char *
describe (const char *before_text, const char *after_text)
{
	g_autoptr (FairleadNetwork) before = test_network_from (before_text);
	g_autoptr (FairleadNetwork) after = test_network_from (after_text);
	g_auto (FairleadDiff) diff = { NULL, 0 };
	GString *text = g_string_new (NULL);

	g_assert_true (fairlead_diff_init (&diff, before, after, NULL, NULL, NULL));
	for (guint i = 0; i < diff.differences->len; i++) {
		const FairleadDifference *difference = diff.differences->pdata[i];
		gboolean is_gone = difference->after == FAIRLEAD_NO_VERTEX;

		g_string_append_printf (
			text, "%s %s", fairlead_diff_kind_name (difference->kind),
			is_gone ? fairlead_network_get_id (before, difference->before)
				: fairlead_network_get_id (after, difference->after));
		if (*difference->matched_by != '\0')
			g_string_append_printf (text, " by %s", difference->matched_by);
		g_string_append_c (text, ':');
		for (guint j = 0; j < difference->changes->len; j++) {
			const FairleadFactChange *change = difference->changes->pdata[j];

			g_string_append_c (text, ' ');
			append_fact (text, change->before);
			g_string_append_c (text, '>');
			append_fact (text, change->after);
		}
		if (difference->same_name->len > 0)
			g_string_append_printf (text, " [%u]", difference->same_name->len);
		g_string_append_c (text, ';');
	}
	g_string_append_printf (text, " %u same", diff.n_same);
	return g_string_free (text, FALSE);
}

static void
assert_diff (const char *before, const char *after, const char *expected)
{
	g_autofree char *text = describe (before, after);

	g_assert_cmpstr (text, ==, expected);
}

static void
test_nothing (void)
{
	assert_diff ("A named X; A shareholder B 60%; B named Y",
	             "B named Y; A named X; A shareholder B 60%", " 2 same");
	assert_diff ("A named X", "A named X", " 1 same");
}

static void
test_added_removed (void)
{
	assert_diff ("A named X; B named Y", "A named X; C named Z; C listed UN/DPRK",
	             "added test:C: ->primary/Z ->designation/UN;"
	             "removed test:B: primary/Y>-; 1 same");
}

static void
test_fields (void)
{
	assert_diff ("A named X; A alias P; A alias Q; A listed UN/DPRK",
	             "A named Y; A alias P; A alias R; A delisted UN/DPRK",
	             "changed test:A by test:A: primary/X>primary/Y alias/Q>alias/R "
	             "designation/UN>designation/UN; 0 same");
}

/* Two gone and one new of a kind: nobody knows which took whose place */
static void
test_unpaired (void)
{
	assert_diff ("A named X; A alias P; A alias Q", "A named X; A alias R",
	             "changed test:A by test:A: alias/P>- alias/Q>- ->alias/R; 0 same");
}

/* A link is with a party: another share is a change of it, another party another link */
static void
test_links (void)
{
	assert_diff ("A named X; B named Y; C named Z; A shareholder B 60%; A shareholder C",
	             "A named X; B named Y; C named Z; A shareholder B 40%; A director C",
	             "changed test:A by test:A: shareholder/Y>shareholder/Y shareholder/Z>- "
	             "->director/Z;"
	             "changed test:B by test:B: held-by/X>held-by/X;"
	             "changed test:C by test:C: held-by/X>- ->directed-by/X; 0 same");
}

/* The other end may have got another id by a number that joins: the link is the same */
static void
test_links_through_ids (void)
{
	assert_diff ("A named X; B is vessel; B named Y; A registered-owner B",
	             "A named X; B is vessel; B named Y; B imo 3113779; A registered-owner B; "
	             "a:B imo 3113779",
	             "changed a:B by test:B: ->imo/3113779; 1 same");
}

static void
test_numbers (void)
{
	assert_diff ("A is vessel; A imo 3113779; A named X",
	             "b:Q is vessel; b:Q imo 3113779; b:Q named Y",
	             "changed b:Q by imo:3113779: primary/X>primary/Y; 0 same");
	/* Two in the new edition have the number but may not be one ship: neither is chosen */
	assert_diff ("A registration KY/12345; A named X",
	             "b:P registration KY/12345; b:P is vessel; b:P named X; "
	             "b:Q registration KY/12345; b:Q is person; b:Q named Z",
	             "added b:P: ->primary/X ->registration/12345 [1];"
	             "added b:Q: ->primary/Z ->registration/12345;"
	             "removed test:A: primary/X>- registration/12345>- [1]; 0 same");
}

/* Same name, other id: said, never matched */
static void
test_names_match_nobody (void)
{
	assert_diff ("A named Ri Chol Su", "B named RI, Chol-Su",
	             "added test:B: ->primary/RI, Chol-Su [1];"
	             "removed test:A: primary/Ri Chol Su>- [1]; 0 same");
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/diff/nothing", test_nothing);
	g_test_add_func ("/graph/diff/added-removed", test_added_removed);
	g_test_add_func ("/graph/diff/fields", test_fields);
	g_test_add_func ("/graph/diff/unpaired", test_unpaired);
	g_test_add_func ("/graph/diff/links", test_links);
	g_test_add_func ("/graph/diff/links-through-ids", test_links_through_ids);
	g_test_add_func ("/graph/diff/numbers", test_numbers);
	g_test_add_func ("/graph/diff/names-match-nobody", test_names_match_nobody);
	return g_test_run ();
}
