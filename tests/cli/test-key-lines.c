/* tests/cli/test-key-lines.c: on which lines the keys of a key file stand, and what is wrong there
 * */
#include "cli/investigation/file/key-lines.h"

#include <string.h>

static KeyLines *
new_lines (const char *text, Complaints **complaints)
{
	*complaints = complaints_new ("x.investigation");
	return key_lines_new (text, *complaints);
}

static void
test_lines (void)
{
	g_autoptr (Complaints) complaints = NULL;
	g_autoptr (KeyLines) lines = new_lines ("# first\n\n [investigation] \r\ntarget = a=b\n"
	                                        "[step x]\n  command=rank\n#end=1\nlimit=0",
	                                        &complaints);

	g_assert_cmpuint (complaints_count (complaints), ==, 0);
	g_assert_cmpuint (key_lines_find (lines, "investigation", NULL), ==, 3);
	g_assert_cmpuint (key_lines_find (lines, "investigation", "target"), ==, 4);
	g_assert_cmpuint (key_lines_find (lines, "step x", NULL), ==, 5);
	g_assert_cmpuint (key_lines_find (lines, "step x", "command"), ==, 6);
	g_assert_cmpuint (key_lines_find (lines, "step x", "limit"), ==, 8);
	g_assert_cmpuint (key_lines_find (lines, "step x", "target"), ==, 0);
	g_assert_cmpuint (key_lines_find (lines, "step x", "end"), ==, 0);
	g_assert_cmpuint (key_lines_find (lines, "step", NULL), ==, 0);
}

/* A key of one group is none of another whose name ends as the key begins */
static void
test_same_key_in_groups (void)
{
	g_autoptr (Complaints) complaints = NULL;
	g_autoptr (KeyLines) lines = new_lines ("[a]\nk=1\n[b]\nk=2\n", &complaints);

	g_assert_cmpuint (complaints_count (complaints), ==, 0);
	g_assert_cmpuint (key_lines_find (lines, "a", "k"), ==, 2);
	g_assert_cmpuint (key_lines_find (lines, "b", "k"), ==, 4);
	g_assert_cmpuint (key_lines_find (lines, "k", NULL), ==, 0);
}

static void
test_mistakes (void)
{
	static const struct {
		const char *text;
		const char *complaint;
	} cases[] = {
		{ "k=1\n", "x.investigation:1: k stands before any group" },
		{ "[a]\nk=1\n\nk=2\n", "x.investigation:4: k of [a] stands on line 2 already" },
		{ "[a]\n[a]\n", "x.investigation:2: [a] stands on line 1 already" },
		{ "[a\n", "x.investigation:1: [a is no group (expected [name])" },
		{ "[]\n", "x.investigation:1: [] is no group (expected [name])" },
		{ "[a]]\n", "x.investigation:1: [a]] is no group (expected [name])" },
		{ "[a[b]\n", "x.investigation:1: [a[b] is no group (expected [name])" },
		{ "[a] # why\n", "x.investigation:1: [a] # why is no group (expected [name])" },
		{ "[a]\nword\n",
		  "x.investigation:2: word is no group, key or comment (expected key=value)" },
		{ "[a]\n=1\n",
		  "x.investigation:2: =1 is no group, key or comment (expected key=value)" },
		{ "[a]\nk[de]=1\n", "x.investigation:2: k[de] is no key (letters, digits and -)" },
		{ "[a]\nk k=1\n", "x.investigation:2: k k is no key (letters, digits and -)" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		g_autoptr (Complaints) complaints = NULL;
		g_autoptr (KeyLines) lines = new_lines (cases[i].text, &complaints);

		g_assert_nonnull (lines);
		g_assert_cmpuint (complaints_count (complaints), ==, 1);
		g_assert_cmpstr (complaints_get (complaints, 0), ==, cases[i].complaint);
	}
}

/* All of them, and what is right beside them is found */
static void
test_goes_on (void)
{
	g_autoptr (Complaints) complaints = NULL;
	g_autoptr (KeyLines) lines =
		new_lines ("early=1\n[a]\nword\nk=1\nk=2\n[b\nl=3\n", &complaints);

	g_assert_cmpuint (complaints_count (complaints), ==, 4);
	g_assert_cmpuint (key_lines_find (lines, "a", "k"), ==, 4);
	g_assert_cmpuint (key_lines_find (lines, "a", "l"), ==, 7);
}

static void
test_nothing (void)
{
	static const char *const texts[] = { "", "\n", "\n\n# only words\n   \n" };

	for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
		g_autoptr (Complaints) complaints = NULL;
		g_autoptr (KeyLines) lines = new_lines (texts[i], &complaints);

		g_assert_cmpuint (complaints_count (complaints), ==, 0);
		g_assert_cmpuint (key_lines_find (lines, "", NULL), ==, 0);
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/cli/key-lines/lines-are-those-of-the-file", test_lines);
	g_test_add_func ("/cli/key-lines/groups-keep-their-keys-apart", test_same_key_in_groups);
	g_test_add_func ("/cli/key-lines/mistakes-are-told-with-their-lines", test_mistakes);
	g_test_add_func ("/cli/key-lines/a-mistake-does-not-end-the-reading", test_goes_on);
	g_test_add_func ("/cli/key-lines/nothing-is-no-mistake", test_nothing);
	return g_test_run ();
}
