/* tests/output/test-table.c: tables that fit, line up, and cannot act on the terminal */
#include "output/write/table.h"

#include <string.h>

#include "output/write/bar.h"
#include "output/write/number.h"
#include "output/write/text.h"
#include "tests/common/helpers-output.h"

static const FairleadColumn columns[] = {
	{ "RANK", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "NAME", FAIRLEAD_ALIGN_LEFT, 6, FALSE },
	{ "KIND", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
};

static const char *
write_names (GOutputStream *stream, const char *first, const char *second, FairleadLayout layout)
{
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, G_N_ELEMENTS (columns), &layout);
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, NULL);

	fairlead_table_add_row (table, (const char *const[]){ "1", first, "vessel" }, FALSE);
	fairlead_table_add_note (table, "      note\n");
	fairlead_table_add_row (table, (const char *const[]){ "12", second, "company" }, TRUE);
	fairlead_table_write (table, sink);
	g_assert_true (fairlead_sink_finish (sink, NULL));
	return test_written (stream);
}

static void
test_alignment (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

	g_assert_cmpstr (write_names (stream, "\u6d77\u6d0b e\u0301", "ABCDEFG",
	                              (FairleadLayout){ .width = 80 }),
	                 ==,
	                 "RANK  NAME     KIND\n"
	                 "   1  \u6d77\u6d0b e\u0301   vessel\n"
	                 "      note\n"
	                 "  12  ABCDEFG  company\n");
}

static void
test_fit (void)
{
	g_autoptr (GOutputStream) unicode = g_memory_output_stream_new_resizable ();
	g_autoptr (GOutputStream) ascii = g_memory_output_stream_new_resizable ();
	g_autoptr (GOutputStream) narrow = g_memory_output_stream_new_resizable ();
	const char *name = "A VERY LONG NAME OF A SHIP";

	g_assert_cmpstr (write_names (unicode, name, "\u6d77\u6d0b\u6d77\u6d0b\u6d77\u6d0b",
	                              (FairleadLayout){ .width = 25 }),
	                 ==,
	                 "RANK  NAME        KIND\n"
	                 "   1  A VERY LO\u2026  vessel\n"
	                 "      note\n"
	                 "  12  \u6d77\u6d0b\u6d77\u6d0b\u2026   company\n");
	g_assert_nonnull (strstr (
		write_names (ascii, name, "B", (FairleadLayout){ .width = 25, .ascii = TRUE }),
		"   1  A VERY...   vessel\n"));
	g_assert_nonnull (strstr (write_names (narrow, name, "B", (FairleadLayout){ .width = 1 }),
	                          "   1  A VER\u2026  vessel\n"));
}

static void
test_colour (void)
{
	g_autoptr (GOutputStream) plain = g_memory_output_stream_new_resizable ();
	g_autoptr (GOutputStream) coloured = g_memory_output_stream_new_resizable ();
	const char *text;

	g_assert_null (
		strchr (write_names (plain, "A", "B", (FairleadLayout){ .width = 80 }), '\033'));
	text = write_names (coloured, "A", "B", (FairleadLayout){ .width = 80, .colour = TRUE });
	g_assert_true (g_str_has_prefix (text, "\033[1mRANK  NAME  KIND\033[0m\n"));
	g_assert_nonnull (strstr (text, "\n\033[33m  12  B     company\033[0m\n"));
}

static void
test_meanings (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	FairleadLayout layout = { .width = 80, .colour = TRUE };
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, G_N_ELEMENTS (columns), &layout);
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, NULL);
	const char *const cells[] = { "1", "A", "vessel" };

	for (guint meaning = 0; meaning < FAIRLEAD_N_MEANINGS; meaning++)
		fairlead_table_add_row_meaning (table, cells, meaning);
	fairlead_table_write (table, sink);
	g_assert_true (fairlead_sink_finish (sink, NULL));
	g_assert_cmpstr (test_written (stream), ==,
	                 "\033[1mRANK  NAME  KIND\033[0m\n"
	                 "   1  A     vessel\n"
	                 "\033[1m   1  A     vessel\033[0m\n"
	                 "\033[33m   1  A     vessel\033[0m\n"
	                 "\033[31m   1  A     vessel\033[0m\n"
	                 "\033[32m   1  A     vessel\033[0m\n");
}

static void
assert_bar (double share, const char *blocks, const char *ascii)
{
	g_autofree char *bar = fairlead_bar_dup (share, 4, FALSE);
	g_autofree char *plain = fairlead_bar_dup (share, 4, TRUE);

	g_assert_cmpstr (bar, ==, blocks);
	g_assert_cmpstr (plain, ==, ascii);
	g_assert_cmpuint (fairlead_text_width (bar), ==, 4);
}

/* Each of 32 eighths, what is next to nothing, and what is no share */
static void
test_bars (void)
{
	g_autoptr (GString) levels = g_string_new (NULL);
	g_autoptr (GString) digits = g_string_new (NULL);
	static const double shares[] = { 0.0, 1e-9, 0.25, 0.5, 0.875, 1.0, 7.0, -1.0 };

	assert_bar (0.0, "    ", "    ");
	assert_bar (1e-9, "\u258f   ", "#   ");
	assert_bar (0.5, "\u2588\u2588  ", "##  ");
	assert_bar (0.65625, "\u2588\u2588\u258b ", "### ");
	assert_bar (31.0 / 32.0, "\u2588\u2588\u2588\u2589", "####");
	assert_bar (1.5, "\u2588\u2588\u2588\u2588", "####");
	assert_bar (-1.0, "    ", "    ");
	for (guint i = 0; i < G_N_ELEMENTS (shares); i++) {
		fairlead_bar_append (levels, shares[i], FALSE);
		fairlead_bar_append (digits, shares[i], TRUE);
	}
	g_assert_cmpstr (levels->str, ==, "\u00b7\u2581\u2582\u2584\u2587\u2588\u2588\u00b7");
	g_assert_cmpstr (digits->str, ==, ".124788.");
}

static void
test_hanging (void)
{
	g_autofree char *whole = fairlead_text_dup_hanging ("a  b", 2, 6);
	g_autofree char *wrapped = fairlead_text_dup_hanging ("one two \u6d77\u6d0b four", 2, 12);
	g_autofree char *nothing = fairlead_text_dup_hanging ("", 0, 10);
	g_autofree char *blanks = fairlead_text_dup_hanging ("      ", 0, 3);

	g_assert_cmpstr (whole, ==, "  a  b\n");
	g_assert_cmpstr (wrapped, ==, "  one two\n    \u6d77\u6d0b\n    four\n");
	g_assert_cmpstr (nothing, ==, "\n");
	g_assert_cmpstr (blanks, ==, "");
}

static void
test_visible (void)
{
	g_autofree char *unicode = fairlead_text_dup_visible (TEST_HOSTILE_NAME, FALSE);
	g_autofree char *ascii = fairlead_text_dup_visible ("a\x1b]0;t\x07 b\xc2\x9b"
	                                                    "2J\tc\nd\x7f",
	                                                    TRUE);
	g_autofree char *broken = fairlead_text_dup_visible ("a\xff\u200bz\u2066", FALSE);

	g_assert_cmpstr (unicode, ==,
	                 "=Grey <Heron> & \"Sons\"\u241b[31m <U+202E>gnp.exe \U0001f6a2 "
	                 "\u6d77e\u0301");
	g_assert_cmpstr (ascii, ==, "a\\x1b]0;t\\x07 b\\x9b2J c d\\x7f");
	g_assert_cmpstr (broken, ==, "a\ufffd<U+200B>z<U+2066>");
}

static void
test_shortening (void)
{
	g_autofree char *whole = fairlead_text_dup_shortened ("abc", 3, FALSE);
	g_autofree char *marks = fairlead_text_dup_shortened ("ae\u0301bcd", 3, FALSE);
	g_autofree char *tiny = fairlead_text_dup_shortened ("abcdef", 2, TRUE);
	g_autofree char *nothing = fairlead_text_dup_shortened ("\u6d77", 1, FALSE);

	g_autofree char *end = fairlead_text_dup_end ("/a/long/path.csv", 9, FALSE);
	g_autofree char *whole_end = fairlead_text_dup_end ("path.csv", 8, FALSE);
	g_autofree char *wide_end = fairlead_text_dup_end ("ab\u6d77c\u0301d", 4, FALSE);

	g_assert_cmpstr (end, ==, "\u2026path.csv");
	g_assert_cmpstr (whole_end, ==, "path.csv");
	g_assert_cmpstr (wide_end, ==, "\u2026c\u0301d");
	g_assert_cmpstr (whole, ==, "abc");
	g_assert_cmpstr (marks, ==, "ae\u0301\u2026");
	g_assert_cmpstr (tiny, ==, "ab");
	g_assert_cmpstr (nothing, ==, "");
}

static void
test_numbers (void)
{
	char buffer[FAIRLEAD_NUMBER_SIZE];
	g_autofree char *grouped = fairlead_number_dup_grouped (1234567);
	g_autofree char *small = fairlead_number_dup_grouped (999);

	g_assert_cmpstr (fairlead_number_short (0.123456, buffer), ==, "0.1235");
	g_assert_cmpstr (fairlead_number_short (123456.7, buffer), ==, "123457");
	g_assert_cmpstr (fairlead_number_short (0.0, buffer), ==, "0");
	g_assert_cmpstr (fairlead_number_exact (0.1 + 0.2, buffer), ==, "0.30000000000000004");
	g_assert_cmpstr (fairlead_number_exact (fairlead_number_round (0.8f), buffer), ==, "0.8");
	g_assert_cmpstr (grouped, ==, "1,234,567");
	g_assert_cmpstr (small, ==, "999");
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/output/table/columns-line-up-by-width", test_alignment);
	g_test_add_func ("/output/table/names-are-cut-to-fit", test_fit);
	g_test_add_func ("/output/table/colour-only-when-asked", test_colour);
	g_test_add_func ("/output/table/meanings-have-colours", test_meanings);
	g_test_add_func ("/output/bar/eighths", test_bars);
	g_test_add_func ("/output/text/lines-hang-where-they-do-not-fit", test_hanging);
	g_test_add_func ("/output/text/what-acts-is-made-visible", test_visible);
	g_test_add_func ("/output/text/cuts-keep-characters-whole", test_shortening);
	g_test_add_func ("/output/number/the-same-in-every-locale", test_numbers);
	return g_test_run ();
}
