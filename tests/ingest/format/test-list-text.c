/* tests/ingest/format/test-list-text.c: cells that hold several values, and none that takes for
 * ever */
#include "ingest/format/lists/list.h"
#include "tests/common/helpers.h"

typedef struct {
	const char *text;
	const char *expected; /* values between bars */
} Vector;

static void
test_numbered (void)
{
	static const Vector vectors[] = {
		{ "", "" },
		{ "one", "one" },
		{ "(1) A (2) B", "A|B" },
		{ "(1)A (2)B", "A|B" },
		{ "a) 1964 b) 28.8.1962", "1964|28.8.1962" },
		{ "(a) A (b) B (c) C", "A|B|C" },
		{ "1) Uzbek 2) Afghan", "Uzbek|Afghan" },
		{ "(1)-(3) A (4) B", "A|A|A|B" },
		{ "(1) A (2)-(3) - (4) B", "A|-|-|B" },
		{ "(1) A (3) B", "A (3) B" },
		{ "(1) f(2) (2) B", "f(2)|B" },
		{ "A (1) B (2) C", "A (1) B (2) C" },
		{ "(1)", "" },
		{ "(1)-", "-" },
		{ "(1)-(9)", "||||||||" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_auto (GStrv) values = fairlead_list_split_numbered (vectors[i].text);
		g_autofree char *joined = g_strjoinv ("|", values);

		g_assert_cmpstr (joined, ==, vectors[i].expected);
	}
}

static void
test_separated (void)
{
	static const char *const separators[] = { ";", ", ", NULL };
	static const Vector vectors[] = {
		{ "", "" },
		{ " ; , ", "" },
		{ "A", "A" },
		{ "A; B,C, D", "A|B,C|D" },
		{ "\"A; B\"; C", "A|B|C" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_auto (GStrv) values = fairlead_list_split (vectors[i].text, separators);
		g_autofree char *joined = g_strjoinv ("|", values);

		g_assert_cmpstr (joined, ==, vectors[i].expected);
	}
}

static void
test_clean (void)
{
	static const Vector vectors[] = {
		{ "", "" },
		{ " \n\t", "" },
		{ "A \n B", "A B" },
		{ "\xC2\xA0"
		  "A\xC2\xA0\xC2\xA0"
		  "B ",
		  "A B" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_autofree char *clean = fairlead_list_dup_clean (vectors[i].text);

		g_assert_cmpstr (clean, ==, vectors[i].expected);
	}
}

static void
repeat (GString *text, const char *unit, gsize size)
{
	while (text->len < size)
		g_string_append (text, unit);
}

/* Each would take hours if a value were looked for from every other one */
static void
test_long_cells (void)
{
	if (test_skips_bulk ())
		return;
	static const char *const separators[] = { ";", "|", NULL };
	static const char *const units[] = { "a;", "(1) ", "(1)-(2) ", "x" };

	for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
		g_autoptr (GString) text = g_string_new ("(1) ");
		g_auto (GStrv) values = NULL;
		g_auto (GStrv) numbered = NULL;

		repeat (text, units[i], 4 << 20);
		values = fairlead_list_split (text->str, separators);
		numbered = fairlead_list_split_numbered (text->str);
		g_assert_cmpuint (g_strv_length (values), >=, 1);
		g_assert_cmpuint (g_strv_length (numbered), ==, 1);
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/list-text/takes-numbered-values-apart", test_numbered);
	g_test_add_func ("/ingest/list-text/takes-separated-values-apart", test_separated);
	g_test_add_func ("/ingest/list-text/knows-blanks-of-every-kind", test_clean);
	g_test_add_func ("/ingest/list-text/reads-long-cells-in-linear-time", test_long_cells);
	return g_test_run ();
}
