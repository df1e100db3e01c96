/* tests/ingest/syntax/test-csv-reader.c: rows against a slow reader that looks at one byte after
 * the other */
#include "ingest/syntax/csv-reader.h"
#include "ingest/record/error.h"
#include "ingest/syntax/csv-scan.h"
#include "tests/common/helpers.h"

#include <string.h>

#define BYTES(text) (text), sizeof (text) - 1

/* ---- a text of all rows: `line: field|"quoted"|`, at the end `bad N` or `! message` ---- */

static char *
text_of_rows (const char *bytes, gsize size, char delimiter, gsize portion)
{
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("memory", bytes, size);
	g_autoptr (FairleadCsvReader) reader = NULL;
	g_autoptr (GString) text = g_string_new (NULL);
	g_autoptr (GError) error = NULL;
	FairleadCsvRow row;

	fairlead_input_set_longest_read (input, portion);
	reader = fairlead_csv_reader_new (input, delimiter);
	while (fairlead_csv_reader_next (reader, &row, &error)) {
		g_string_append_printf (text, "%" G_GUINT64_FORMAT ": ", row.line);
		for (guint i = 0; i < row.n_fields; i++) {
			g_assert_cmpuint (strlen (row.fields[i]), ==, row.lengths[i]);
			g_assert_true (g_utf8_validate (row.fields[i], row.lengths[i], NULL));
			g_string_append_printf (text, row.quoted[i] ? "\"%s\"|" : "%s|",
			                        row.fields[i]);
		}
		g_string_append_c (text, '\n');
	}
	if (error != NULL)
		g_string_append_printf (text, "! %s\n", error->message);
	if (fairlead_csv_reader_get_first_bad_line (reader) != 0)
		g_string_append_printf (text, "bad %" G_GUINT64_FORMAT "\n",
		                        fairlead_csv_reader_get_first_bad_line (reader));
	return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- the slow reader ---- */

typedef struct {
	const char *bytes;
	gsize size;
	gsize at;
	guint64 line;
	guint64 bad_line;
	GString *text;
} Slow;

static int
slow_byte (const Slow *slow, gsize ahead)
{
	return slow->at + ahead < slow->size ? (guint8) slow->bytes[slow->at + ahead] : -1;
}

static gsize
slow_newline (const Slow *slow)
{
	if (slow_byte (slow, 0) == '\r')
		return slow_byte (slow, 1) == '\n' ? 2 : 1;
	return slow_byte (slow, 0) == '\n' ? 1 : 0;
}

/* A field without its quotes; FALSE with the message in the text */
static gboolean
slow_field (Slow *slow, char delimiter, GString *field, gboolean *quoted)
{
	gboolean inside = slow_byte (slow, 0) == '"';
	guint64 opened = slow->line;

	*quoted = inside;
	slow->at += inside;
	for (;;) {
		int byte = slow_byte (slow, 0);
		gsize newline = slow_newline (slow);

		if (byte < 0 && inside)
			g_string_append_printf (slow->text,
			                        "! memory:%" G_GUINT64_FORMAT
			                        ": the quote opened on this line is never closed\n",
			                        opened);
		if (byte == 0)
			g_string_append_printf (slow->text,
			                        "! memory:%" G_GUINT64_FORMAT ": a NUL byte stands "
			                        "in the text (expected delimited text)\n",
			                        slow->line);
		if (byte == 0 || (byte < 0 && inside))
			return FALSE;
		if (byte < 0 || (!inside && (byte == delimiter || newline > 0)))
			return TRUE;
		if (inside && byte == '"' && slow_byte (slow, 1) != '"') {
			inside = FALSE;
			slow->at++;
			continue;
		}
		slow->line += newline > 0;
		slow->at += inside && byte == '"';
		g_string_append_len (field, slow->bytes + slow->at, (gssize) MAX (newline, 1));
		slow->at += MAX (newline, 1);
	}
}

/* The line of the first byte that is not UTF-8, where @field starts on @line */
static void
slow_encode (Slow *slow, GString *field, guint64 line)
{
	const char *bad = NULL;

	if (g_utf8_validate_len (field->str, field->len, &bad))
		return;
	for (const char *at = field->str; at < bad; at++)
		line += *at == '\n' || (*at == '\r' && at[1] != '\n');
	if (slow->bad_line == 0)
		slow->bad_line = line;

	g_autofree char *text = g_convert (field->str, (gssize) field->len, "UTF-8", "WINDOWS-1252",
	                                   NULL, NULL, NULL);

	g_string_assign (field, text);
}

static gboolean
slow_row (Slow *slow, char delimiter)
{
	g_autoptr (GString) row = g_string_new (NULL);
	guint64 bad_before = slow->bad_line;
	guint n = 0;
	gboolean is_blank = FALSE;

	g_string_append_printf (row, "%" G_GUINT64_FORMAT ": ", slow->line);
	do {
		g_autoptr (GString) field = g_string_new (NULL);
		guint64 line = slow->line;
		gboolean quoted;

		slow->at += n++ > 0;
		if (!slow_field (slow, delimiter, field, &quoted)) {
			slow->bad_line = bad_before;
			return FALSE;
		}
		is_blank =
			n == 1 && !quoted && (field->len == 0 || strcmp (field->str, "\x1A") == 0);
		slow_encode (slow, field, line);
		g_string_append_printf (row, quoted ? "\"%s\"|" : "%s|", field->str);
	} while (slow_byte (slow, 0) == delimiter);
	if (!is_blank)
		g_string_append_printf (slow->text, "%s\n", row->str);
	slow->at += slow_newline (slow);
	slow->line++;
	return TRUE;
}

static char *
slow_text_of_rows (const char *bytes, gsize size, char delimiter)
{
	Slow slow = { .bytes = bytes, .size = size, .line = 1, .text = g_string_new (NULL) };

	if (size >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
		slow.at = 3;
	while (slow.size > slow.at && bytes[slow.size - 1] == 0x1A)
		slow.size--;
	while (slow.at < slow.size && slow_row (&slow, delimiter))
		;
	if (slow.bad_line != 0)
		g_string_append_printf (slow.text, "bad %" G_GUINT64_FORMAT "\n", slow.bad_line);
	return g_string_free (slow.text, FALSE);
}

/* ---- rows ---- */

static const struct {
	const char *bytes;
	gsize size;
	const char *text;
} cases[] = {
	{ BYTES (""), "" },
	{ BYTES ("a,b\n1,2\n"), "1: a|b|\n2: 1|2|\n" },
	{ BYTES ("a,b"), "1: a|b|\n" },
	{ BYTES ("a,\n,"), "1: a||\n2: ||\n" },
	{ BYTES ("a\r\nb\rc\nd"), "1: a|\n2: b|\n3: c|\n4: d|\n" },
	{ BYTES ("a\n\n\r\n\rb"), "1: a|\n5: b|\n" },
	{ BYTES ("\"a,b\",\"c\"\"d\"\n"), "1: \"a,b\"|\"c\"d\"|\n" },
	{ BYTES ("\"a\nb\r\nc\rd\",x\ny"), "1: \"a\nb\r\nc\rd\"|x|\n5: y|\n" },
	{ BYTES ("\"\"\n\"\",\"\"\"\"\n"), "1: \"\"|\n2: \"\"|\"\"\"|\n" },
	{ BYTES ("a\"b,\"c\"d,\"e\" \"f\"\n"), "1: a\"b|\"cd\"|\"e \"f\"\"|\n" },
	{ BYTES ("36,\"X\",-0- ,\"-0- \"\r\n\x1A"), "1: 36|\"X\"|-0- |\"-0- \"|\n" },
	{ BYTES ("a,b\n\x1A\r\nc,d\x1A"), "1: a|b|\n3: c|d|\n" },
	{ BYTES ("\x1A,\x1A\n\"\x1A\"\n"), "1: \x1A|\x1A|\n2: \"\x1A\"|\n" },
	{ BYTES ("\xEF\xBB\xBF\"\",x\n"), "1: \"\"|x|\n" },
	{ BYTES ("a,\xC3\xA9\n"), "1: a|\xC3\xA9|\n" },
	{ BYTES ("a\n\"b\nc\x80\x81\xE9\",\xC3\xA9\n"),
	  "1: a|\n2: \"b\nc\xE2\x82\xAC\xEF\xBF\xBD\xC3\xA9\"|\xC3\xA9|\nbad 3\n" },
	{ BYTES ("\xFF\xFE"
	         "a\0,\0b\0\r\0\n\0\xAC\x20"),
	  "1: a|b|\n2: \xE2\x82\xAC|\n" },
	{ BYTES ("a\nb,\0\n"),
	  "1: a|\n! memory:2: a NUL byte stands in the text (expected delimited text)\n" },
	{ BYTES ("a\n\"b\n\n\nc"),
	  "1: a|\n! memory:2: the quote opened on this line is never closed\n" },
	{ BYTES ("\"\n\",\""), "! memory:2: the quote opened on this line is never closed\n" },
	{ BYTES ("\""), "! memory:1: the quote opened on this line is never closed\n" },
};

static void
test_rows (void)
{
	static const gsize portions[] = { 0, 1, 2, 3, 7, 64 };

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		for (guint k = 0; k < G_N_ELEMENTS (portions); k++) {
			g_autofree char *text =
				text_of_rows (cases[i].bytes, cases[i].size, ',', portions[k]);

			g_assert_cmpstr (text, ==, cases[i].text);
		}
	}
}

static void
assert_as_slow (const char *bytes, gsize size, char delimiter, gsize portion)
{
	g_autofree char *text = text_of_rows (bytes, size, delimiter, portion);
	g_autofree char *expected = slow_text_of_rows (bytes, size, delimiter);

	g_assert_cmpstr (text, ==, expected);
}

/* Few kinds of bytes, so that each meets each */
static void
test_random_bytes (void)
{
	static const char alphabet[] = "aab,,;\"\"\"\n\r\x1A\xC3\xA9\xE9\0";
	g_autoptr (GRand) random = g_rand_new_with_seed (19);
	char bytes[200];

	for (guint round = 0; round < test_rounds (20000); round++) {
		gsize size = (gsize) g_rand_int_range (random, 0, sizeof bytes);
		/* NUL, which ends all, only now and then */
		gint kinds = (gint) sizeof alphabet - (round % 8 == 0 ? 1 : 2);

		for (gsize i = 0; i < size; i++)
			bytes[i] = alphabet[g_rand_int_range (random, 0, kinds)];
		assert_as_slow (bytes, size, round % 3 == 0 ? ';' : ',', round % 5);
	}
}

/* Long rows and many, over the ends of all buffers */
static void
test_long_text (void)
{
	static const gsize portions[] = { 0, 4093 };
	g_autoptr (GRand) random = g_rand_new_with_seed (7);
	g_autoptr (GString) text = g_string_new (NULL);
	guint n = 0;

	while (text->len < test_rounds (3u << 20)) {
		gboolean is_long = g_rand_int_range (random, 0, 300) == 0;
		g_autofree char *filler = g_strnfill (
			(gsize) g_rand_int_range (random, 0, is_long ? 600000 : 90), 'x');

		g_string_append_printf (text, "%u,\"a \"\"%s\"\",\r\n\xC3\xA9\",%s%s", n++, filler,
		                        filler, g_rand_boolean (random) ? "\r\n" : "\n");
	}
	for (guint i = 0; i < G_N_ELEMENTS (portions); i++)
		assert_as_slow (text->str, text->len, ',', portions[i]);
}

static void
test_mutations (void)
{
	static const char seed[] =
		"id,name,\"a \"\"b\"\" c\"\r\n1,\"x\ny\",-0- \r\n2,\"caf\xC3\xA9\",\xE9\r\n\x1A";
	g_autoptr (GRand) random = g_rand_new_with_seed (23);
	char bytes[sizeof seed];

	for (guint round = 0; round < test_rounds (5000); round++) {
		memcpy (bytes, seed, sizeof seed);
		for (gint i = g_rand_int_range (random, 1, 6); i > 0; i--) {
			char byte = (char) g_rand_int_range (random, 0, 0x80);

			bytes[g_rand_int_range (random, 0, sizeof seed - 1)] = byte;
		}

		FairleadCsvDialect dialect;
		gsize size = (gsize) g_rand_int_range (random, 0, sizeof seed);

		assert_as_slow (bytes, size, ',', round % 4);
		if (fairlead_csv_guess_dialect (bytes, size, &dialect))
			g_assert_cmpuint (dialect.n_fields, >=, 2);
	}
}

/* ---- bounds ---- */

static void
assert_fails (const GString *text, FairleadError code, const char *words)
{
	g_autoptr (FairleadInput) input =
		fairlead_input_new_for_bytes ("memory", text->str, text->len);
	g_autoptr (FairleadCsvReader) reader = fairlead_csv_reader_new (input, ',');
	FairleadCsvRow row;

	/* The failure stays, it does not turn into an end */
	for (guint i = 0; i < 2; i++) {
		g_autoptr (GError) error = NULL;

		while (fairlead_csv_reader_next (reader, &row, &error))
			;
		test_assert_error (error, FAIRLEAD_ERROR, (gint) code, words);
	}
	g_assert_false (fairlead_csv_reader_next (reader, &row, NULL));
	g_assert_cmpuint (fairlead_input_get_position (input), <, 3 * FAIRLEAD_CSV_MAX_RECORD);
}

static GString *
filled (const char *before, gsize n, char byte)
{
	GString *text = g_string_new (before);
	gsize length = text->len;

	g_string_set_size (text, length + n);
	memset (text->str + length, byte, n);
	return text;
}

static void
test_bounds (void)
{
	if (test_skips_bulk ())
		return;
	g_autoptr (GString) many = filled ("a\n", FAIRLEAD_CSV_MAX_FIELDS, ',');
	g_autoptr (GString) most = filled ("a\n", FAIRLEAD_CSV_MAX_FIELDS - 1, ',');
	g_autoptr (GString) longest = filled ("a\n", FAIRLEAD_CSV_MAX_RECORD - 1, 'x');
	g_autoptr (GString) longer = filled ("a\n", FAIRLEAD_CSV_MAX_RECORD + 1, 'x');
	g_autoptr (GString) endless = filled ("a\n", 40u << 20, 'x');
	g_autoptr (GString) open = filled ("a\nb\nc,\"", 40u << 20, '\n');

	assert_fails (many, FAIRLEAD_ERROR_LIMIT,
	              "memory:2: the record that starts on this line has");
	assert_as_slow (most->str, most->len, ',', 0);
	g_string_append (longest, "\nb\n");
	assert_as_slow (longest->str, longest->len, ',', 0);
	g_string_append (longer, "\nb\n");
	assert_fails (longer, FAIRLEAD_ERROR_LIMIT,
	              "memory:2: the record that starts on this line is");
	assert_fails (endless, FAIRLEAD_ERROR_LIMIT,
	              "memory:2: the record that starts on this line is");
	assert_fails (open, FAIRLEAD_ERROR_SYNTAX,
	              "memory:3: the quote opened on this line is not closed within 8 MiB");
}

/* ---- the search for special bytes ---- */

static void
test_scan (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (5);
	static const char delimiters[] = ",;\t|";
	char bytes[FAIRLEAD_CSV_BLOCK];

	for (guint round = 0; round < test_rounds (20000); round++) {
		char delimiter = delimiters[round % 4];
		FairleadCsvBlock expected = { 0, 0 };

		for (guint i = 0; i < sizeof bytes; i++) {
			gint low = g_rand_int_range (random, 0, 0x40);

			bytes[i] =
				(char) (round % 2 == 0 ? low : g_rand_int_range (random, 0, 0x100));
			if ((guint8) bytes[i] <= '\r' || bytes[i] == '"' || bytes[i] == delimiter)
				expected.special |= G_GUINT64_CONSTANT (1) << i;
			if ((bytes[i] & 0x80) != 0)
				expected.high |= G_GUINT64_CONSTANT (1) << i;
		}

		FairleadCsvBlock portable = fairlead_csv_scan_portable (bytes, delimiter);
		FairleadCsvBlock chosen = fairlead_csv_scan (bytes, delimiter);

		g_assert_cmphex (portable.special, ==, expected.special);
		g_assert_cmphex (portable.high, ==, expected.high);
		g_assert_cmphex (chosen.special, ==, expected.special);
		g_assert_cmphex (chosen.high, ==, expected.high);
	}
}

/* ---- dialects and headers ---- */

static const struct {
	const char *text;
	gsize size;
	char delimiter; /* 0: no delimited text */
	guint n_fields;
	guint preamble;
} dialects[] = {
	{ BYTES ("a,b,c\n1,2,3\n"), ',', 3, 0 },
	{ BYTES ("a;b\n1,5;2,5\n3;4,0\n"), ';', 2, 0 },
	{ BYTES ("a\tb\n1, 2\t3\n"), '\t', 2, 0 },
	{ BYTES ("a|b|c\n1|2|3"), '|', 3, 0 },
	{ BYTES ("Last Updated,02/04/2014\nName,b,c\nx,y,z\n"), ',', 3, 1 },
	{ BYTES ("Report Date: 08-Oct-2026\nName,b,c\nx,y,z\n"), ',', 3, 1 },
	{ BYTES ("\n\na,b\n"), ',', 2, 0 },
	{ BYTES ("1,\"a;b;c\"\n2,\"d;e;f\"\n"), ',', 2, 0 },
	{ BYTES (""), 0, 0, 0 },
	{ BYTES ("one\ntwo\nthree\n"), 0, 0, 0 },
	{ BYTES ("Prose, as such.\nIt has\nno columns\nat all.\n"), 0, 0, 0 },
	{ BYTES ("<?xml version=\"1.0\"?><a b=\"1,2\"/>"), 0, 0, 0 },
	{ BYTES ("{\"a\":1,\"b\":2}\n{\"a\":3,\"b\":4}\n"), 0, 0, 0 },
	{ BYTES ("[\n{\"a\":1,\"b\":2}]"), 0, 0, 0 },
	{ BYTES ("PK\3\4\0\0,\n,\n"), 0, 0, 0 },
	{ BYTES ("\1\2\3\4\5,\6\n\1,\2\n"), 0, 0, 0 },
};

static void
test_dialects (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (dialects); i++) {
		FairleadCsvDialect found = { 0 };
		gboolean is_csv =
			fairlead_csv_guess_dialect (dialects[i].text, dialects[i].size, &found);

		g_test_message ("%s", dialects[i].text);
		g_assert_cmpint (is_csv, ==, dialects[i].delimiter != 0);
		g_assert_cmpint (found.delimiter, ==, dialects[i].delimiter);
		g_assert_cmpuint (found.n_fields, ==, dialects[i].n_fields);
		g_assert_cmpuint (found.preamble, ==, dialects[i].preamble);
	}
}

/* Counts are those of another reader (Python's csv), less OFAC's last row of one 0x1A */
static const struct {
	const char *path;
	char delimiter;
	guint n_fields;
	guint preamble;
	guint n_rows;
	guint64 bad_line;
} published[] = {
	{ "ofac-sdn-csv-2021/sdn.csv", ',', 12, 0, 8976, 0 },
	{ "ofac-sdn-csv-2021/sdn_comments.csv", ',', 2, 0, 5, 0 },
	{ "ofac-relations-2024/distinct_party.csv", ',', 26, 0, 14437, 0 },
	{ "uk-hmt-conlist-2014/sanctionsconlist.csv", ',', 29, 1, 8952, 3 },
	{ "uk-hmt-conlist-2014/uksl_header_and_one_ship_2026-10.csv", ',', 58, 1, 3, 0 },
	{ "gleif/20260123-0800-gleif-goldencopy-rr-golden-copy-subset-large.csv", ',', 54, 0, 4103,
	  0 },
	{ "eu-dprk-annexes/32017R1509.csv", ',', 45, 0, 327, 0 },
	{ "covert/Montagna_meetings_edgelist.csv", '\t', 3, 0, 289, 0 },
	{ "covert/NDRANGHETAMAFIA_2M.csv", ',', 48, 0, 157, 0 },
	{ "covert/morselli_caviar.csv", ',', 111, 0, 111, 0 },
	{ "icij/All-nodes.csv", ',', 87, 0, 711, 0 },
};

static void
test_published_file (gconstpointer data)
{
	guint i = GPOINTER_TO_UINT (data);
	g_autofree char *path = test_published (published[i].path);

	if (path == NULL)
		return;

	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadInput) input = fairlead_input_open (path, &error);
	FairleadCsvDialect dialect;
	FairleadCsvRow row;
	gsize size = 0;
	const char *head = fairlead_input_peek (input, &size, &error);
	guint n_rows = 0;

	g_assert_true (fairlead_csv_guess_dialect (head, size, &dialect));
	g_assert_cmpint (dialect.delimiter, ==, published[i].delimiter);
	g_assert_cmpuint (dialect.n_fields, ==, published[i].n_fields);
	g_assert_cmpuint (dialect.preamble, ==, published[i].preamble);

	g_autoptr (FairleadCsvReader) reader = fairlead_csv_reader_new (input, dialect.delimiter);

	while (fairlead_csv_reader_next (reader, &row, &error))
		if (n_rows++ >= dialect.preamble)
			g_assert_cmpuint (row.n_fields, ==, dialect.n_fields);
	g_assert_no_error (error);
	g_assert_cmpuint (n_rows, ==, published[i].n_rows);
	g_assert_cmpuint (fairlead_csv_reader_get_first_bad_line (reader), ==,
	                  published[i].bad_line);
}

static void
test_find (void)
{
	char *cells[] = { "\xEF\xBB\xBF# Timestamp", "Name 6", " CompanyNumber ", "name 6", "" };
	FairleadCsvRow header = { .fields = cells, .n_fields = G_N_ELEMENTS (cells) };

	g_assert_cmpint (fairlead_csv_row_find (&header, "timestamp"), ==, 0);
	g_assert_cmpint (fairlead_csv_row_find (&header, "NAME 6"), ==, 1);
	g_assert_cmpint (fairlead_csv_row_find (&header, "companynumber"), ==, 2);
	g_assert_cmpint (fairlead_csv_row_find (&header, "Name"), ==, -1);
	g_assert_cmpint (fairlead_csv_row_find (&header, ""), ==, 4);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/syntax/csv-reader/read-rows-as-written", test_rows);
	g_test_add_func ("/syntax/csv-reader/agree-on-random-bytes", test_random_bytes);
	g_test_add_func ("/syntax/csv-reader/agree-on-long-text", test_long_text);
	g_test_add_func ("/syntax/csv-reader/agree-on-mutations", test_mutations);
	g_test_add_func ("/syntax/csv-reader/keep-its-bounds", test_bounds);
	g_test_add_func ("/syntax/csv-reader/find-special-bytes-both-ways", test_scan);
	g_test_add_func ("/syntax/csv-reader/guess-dialects", test_dialects);
	g_test_add_func ("/syntax/csv-reader/find-header-cells", test_find);
	for (guint i = 0; i < G_N_ELEMENTS (published); i++) {
		g_autofree char *name =
			g_strdup_printf ("/syntax/csv-reader/published/%s", published[i].path);

		g_test_add_data_func (name, GUINT_TO_POINTER (i), test_published_file);
	}
	return g_test_run ();
}
