/* tests/ingest/record/test-strings.c: handles stay good, the same text has one handle, and cuts
 * keep UTF-8 */
#include "ingest/record/strings.h"

#include <string.h>

#include "tests/common/helpers.h"

static void
test_empty_is_absent (void)
{
	g_autoptr (FairleadStrings) strings = fairlead_strings_new ();

	g_assert_cmpuint (fairlead_strings_add (strings, "", 0), ==, 0);
	g_assert_cmpuint (fairlead_strings_intern (strings, "", 0), ==, 0);
	g_assert_cmpuint (fairlead_strings_find (strings, "absent", 6), ==, 0);
	g_assert_cmpstr (fairlead_strings_get (strings, 0), ==, "");
	g_assert_false (fairlead_strings_is_full (strings));
}

static void
test_interning (void)
{
	g_autoptr (FairleadStrings) strings = fairlead_strings_new ();
	FairleadText added = fairlead_strings_add (strings, "one", 3);
	FairleadText interned = fairlead_strings_intern (strings, "one, two", 3);

	g_assert_cmpuint (added, !=, 0);
	g_assert_cmpuint (interned, !=, added);
	g_assert_cmpstr (fairlead_strings_get (strings, interned), ==, "one");
	g_assert_cmpuint (fairlead_strings_intern (strings, "one", 3), ==, interned);
	g_assert_cmpuint (fairlead_strings_find (strings, "one", 3), ==, interned);
	g_assert_cmpuint (fairlead_strings_find (strings, "one,", 4), ==, 0);
	g_assert_cmpuint (fairlead_strings_find (strings, "on", 2), ==, 0);
}

/* Handles and pointers must outlive many chunks of 4 MiB */
static void
test_long_life (void)
{
	g_autoptr (FairleadStrings) strings = fairlead_strings_new ();
	g_autofree char *filler = g_strnfill (600000, 'x');
	const char *early =
		fairlead_strings_get (strings, fairlead_strings_add (strings, "early", 5));
	FairleadText handles[50];

	for (guint i = 0; i < G_N_ELEMENTS (handles); i++) {
		filler[0] = (char) ('!' + i);
		handles[i] = fairlead_strings_intern (strings, filler, 600000);
	}
	for (guint i = 0; i < G_N_ELEMENTS (handles); i++) {
		const char *text = fairlead_strings_get (strings, handles[i]);

		g_assert_cmpint (text[0], ==, '!' + (int) i);
		g_assert_cmpuint (strlen (text), ==, 600000);
		filler[0] = (char) ('!' + i);
		g_assert_cmpuint (fairlead_strings_find (strings, filler, 600000), ==, handles[i]);
	}
	g_assert_cmpstr (early, ==, "early");
	g_assert_cmpuint (fairlead_strings_get_size (strings), >=, 50u * 600001u);
}

static void
test_cut_at_a_character (void)
{
	g_autoptr (FairleadStrings) strings = fairlead_strings_new ();
	g_autofree char *text = g_strnfill (FAIRLEAD_TEXT_MAX + 100, 'a');
	FairleadText cut;

	memcpy (text + FAIRLEAD_TEXT_MAX - 2, "\xe2\x82\xac", 3); /* a euro sign over the bound */
	cut = fairlead_strings_intern (strings, text, strlen (text));
	g_assert_cmpuint (strlen (fairlead_strings_get (strings, cut)), ==, FAIRLEAD_TEXT_MAX - 2);
	g_assert_true (g_utf8_validate (fairlead_strings_get (strings, cut), -1, NULL));
	g_assert_cmpuint (fairlead_strings_intern (strings, text, strlen (text)), ==, cut);
	text[FAIRLEAD_TEXT_MAX - 2] = '\0';
	g_assert_cmpuint (fairlead_strings_find (strings, text, strlen (text)), ==, cut);
}

static gpointer
write_many (gpointer data)
{
	FairleadStrings *strings = data;
	GArray *handles = g_array_new (FALSE, FALSE, sizeof (FairleadText));

	for (guint i = 0; i < test_rounds (200000); i++) {
		g_autofree char *text = g_strdup_printf ("text number %u", i);
		FairleadText handle = fairlead_strings_intern (strings, text, strlen (text));

		g_array_append_val (handles, handle);
	}
	return handles;
}

static void
check_many (FairleadStrings *strings, GArray *handles)
{
	for (guint i = 0; i < handles->len; i++) {
		g_autofree char *text = g_strdup_printf ("text number %u", i);
		FairleadText handle = g_array_index (handles, FairleadText, i);

		g_assert_cmpstr (fairlead_strings_get (strings, handle), ==, text);
	}
	g_array_unref (handles);
}

/* Two threads, a writer each; the arena lives as long as either */
static void
test_two_writers (void)
{
	FairleadStrings *first = fairlead_strings_new ();
	g_autoptr (FairleadStrings) second = fairlead_strings_new_beside (first);
	GThread *thread = g_thread_new ("writer", write_many, second);
	GArray *of_first = write_many (first);
	GArray *of_second = g_thread_join (thread);

	g_assert_cmpuint (fairlead_strings_intern (first, "own", 3), !=, 0);
	g_assert_cmpuint (fairlead_strings_find (second, "own", 3), ==, 0);
	fairlead_strings_free (first);
	check_many (second, of_first);
	check_many (second, of_second);
}

/* A quotation is cut in characters: one of several bytes stays whole */
static void
test_quotations (void)
{
	g_autofree char *letters = g_strnfill (39, 'x');
	g_autofree char *exact = g_strconcat (letters, "\xC3\xA9", NULL);
	g_autofree char *longer = g_strconcat (exact, "yz", NULL);
	g_autofree char *of_exact = fairlead_text_dup_start (exact);
	g_autofree char *of_longer = fairlead_text_dup_start (longer);
	g_autofree char *of_nothing = fairlead_text_dup_start ("");

	g_assert_cmpstr (of_exact, ==, exact);
	g_assert_cmpstr (of_longer, ==, exact);
	g_assert_cmpstr (of_nothing, ==, "");
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/record/strings/empty-text-is-absent", test_empty_is_absent);
	g_test_add_func ("/record/strings/interned-once", test_interning);
	g_test_add_func ("/record/strings/good-for-the-life-of-the-arena", test_long_life);
	g_test_add_func ("/record/strings/cut-at-a-character", test_cut_at_a_character);
	g_test_add_func ("/record/strings/two-writers-of-one-arena", test_two_writers);
	g_test_add_func ("/record/strings/quoted-in-whole-characters", test_quotations);
	return g_test_run ();
}
