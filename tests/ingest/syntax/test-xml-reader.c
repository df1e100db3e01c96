/* tests/ingest/syntax/test-xml-reader.c: events of well-formed files, and the refusal of all others
 * */
#include "ingest/syntax/xml-reader.h"
#include "ingest/record/error.h"
#include "tests/common/helpers.h"

#include <string.h>

#define BYTES(text) (text), sizeof (text) - 1

/* ---- a text of all events: `<name@line a=v>`, `text</name@line>`, at the end `! message` ---- */

typedef struct {
	GString *text;
	guint n_starts;
	guint n_ends;
	guint stop_at; /* the start tag that is failed, counted from 1 */
} Events;

static gboolean
on_start (const FairleadXmlElement *element, gpointer user_data, GError **error)
{
	Events *events = user_data;

	g_string_append_printf (events->text, "<%s@%" G_GUINT64_FORMAT,
	                        fairlead_xml_element_get_name (element),
	                        fairlead_xml_element_get_line (element));
	for (guint i = 0; i < fairlead_xml_element_get_n_attributes (element); i++) {
		const char *value = NULL;
		const char *name = fairlead_xml_element_get_nth (element, i, &value);

		g_assert_nonnull (fairlead_xml_element_get_attribute (element, name));
		g_string_append_printf (events->text, " %s=%s", name, value);
	}
	g_assert_null (fairlead_xml_element_get_attribute (element, "no-such-name"));
	g_string_append_c (events->text, '>');
	if (++events->n_starts != events->stop_at)
		return TRUE;
	return fairlead_set_error_at (error, "test", 5, FAIRLEAD_ERROR_INVALID_VALUE, "enough");
}

static gboolean
on_end (const char *name, const char *text, guint64 line, gpointer user_data, GError **error)
{
	Events *events = user_data;

	(void) error;
	g_string_append_printf (events->text, "%s</%s@%" G_GUINT64_FORMAT ">", text, name, line);
	events->n_ends++;
	return TRUE;
}

static const FairleadXmlHandler handler = { on_start, on_end };

static char *
text_of_events (const char *bytes, gsize size, gsize portion)
{
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("memory", bytes, size);
	g_autoptr (GError) error = NULL;
	Events events = { .text = g_string_new (NULL) };

	fairlead_input_set_longest_read (input, portion);
	if (!fairlead_xml_read (input, &handler, &events, &error))
		g_string_append_printf (events.text, "! %s", error->message);
	else
		g_assert_cmpuint (events.n_starts, ==, events.n_ends);
	return g_string_free (events.text, FALSE);
}

static const struct {
	const char *bytes;
	gsize size;
	const char *text;
} cases[] = {
	{ BYTES ("<a/>"), "<a@1></a@1>" },
	{ BYTES ("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a>\xC3\xA9</a>"),
	  "<a@2>\xC3\xA9</a@2>" },
	{ BYTES ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a b='\xE9'>\xE9</a>"),
	  "<a@2 b=\xC3\xA9>\xC3\xA9</a@2>" },
	{ BYTES ("<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>"),
	  "<a@1>\xE2\x82\xAC</a@1>" },
	{ BYTES ("<?xml version=\"1.0\" encoding=\"utf-16\"?><a>mislabelled</a>"),
	  "<a@1>mislabelled</a@1>" },
	{ BYTES ("\xFF\xFE<\0a\0>\0\xE9\0<\0/\0a\0>\0"), "<a@1>\xC3\xA9</a@1>" },
	{ BYTES ("\xFE\xFF\0<\0a\0>\0\xE9\0<\0/\0a\0>"), "<a@1>\xC3\xA9</a@1>" },
	{ BYTES ("<a\n  b='1'\n  c=\"2\"\n>\n <d/>\n</a>"), "<a@4 b=1 c=2><d@5></d@5></a@4>" },
	{ BYTES ("<a> x &amp; <![CDATA[ <y> ]]> &#65;&#x42; </a>"), "<a@1>x &  <y>  AB</a@1>" },
	{ BYTES ("<a b='&lt;&quot;&#233;'/>"), "<a@1 b=<\"\xC3\xA9></a@1>" },
	{ BYTES ("<a>one<b>two</b>three<b> </b>\n</a>"),
	  "<a@1><b@1>two</b@1><b@1></b@1>onethree</a@1>" },
	{ BYTES ("<a>one  <b/>  \n <b/>two</a>"), "<a@1><b@1></b@1><b@2></b@2>one two</a@1>" },
	{ BYTES ("<a>x<!-- no -->y<?no no?>z</a>"), "<a@1>xyz</a@1>" },
	{ BYTES ("<n:a xmlns:n='u' n:b='1'><n:c/></n:a>"), "<a@1 b=1><c@1></c@1></a@1>" },
	{ BYTES ("<x:a y:b='1'/>"), "<a@1 b=1></a@1>" },
	{ BYTES ("<!DOCTYPE a SYSTEM 'a.dtd'><a/>"), "<a@1></a@1>" },
	{ BYTES ("<!DOCTYPE a [<!ELEMENT a (b|c)*><!ATTLIST a x (p|q) #IMPLIED>]>\n<a/>"),
	  "<a@2></a@2>" },
	{ BYTES (""), "! memory: the file is empty (expected XML)" },
	{ BYTES ("\xEF\xBB\xBF"), "! memory: the file is empty (expected XML)" },
	{ BYTES ("a,b\n"), "! memory:1: " },
	{ BYTES ("<a>\n<b>"), "<a@1><b@2>! memory:2: the file ends before its elements do" },
	{ BYTES ("<a>\n<b c='"), "<a@1>! memory:2: " },
	{ BYTES ("<a>\n</b>"), "<a@1>! memory:2: Opening and ending tag mismatch: a line 1 and b" },
	{ BYTES ("<a/>\n<b/>"), "<a@1></a@1>! memory:2: Extra content at the end of the document" },
	{ BYTES ("<a b='1' b='2'/>"), "! memory:1: Attribute b redefined" },
	{ BYTES ("<a>\n\xE9</a>"), "<a@1>! memory:2: Input is not proper UTF-8" },
	{ BYTES ("<a>\n\0</a>"), "<a@1>! memory:2: " },
	{ BYTES ("<a>\n&nbsp;</a>"), "<a@1>! memory:2: Entity 'nbsp' not defined" },
	{ BYTES ("<!DOCTYPE a SYSTEM 'a.dtd'>\n<a>&nbsp;</a>"),
	  "<a@2>! memory:2: Entity 'nbsp' not" },
	{ BYTES ("<!DOCTYPE a SYSTEM 'a.dtd'>\n<a b='&nbsp;'/>"), "! memory:2: Entity 'nbsp' not" },
	{ BYTES ("<!DOCTYPE a [\n<!ENTITY b 'c'>]><a>&b;</a>"),
	  "! memory:2: entity declarations are not allowed" },
	{ BYTES ("<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"),
	  "! memory:1: entity declarations are not allowed" },
	{ BYTES ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
	  "! memory:1: entity declarations are not allowed" },
	{ BYTES ("<!DOCTYPE a [<!ENTITY % b SYSTEM 'file:///etc/passwd'>%b;]><a/>"),
	  "! memory:1: entity declarations are not allowed" },
	{ BYTES ("<!DOCTYPE a [<!NOTATION n SYSTEM 'n'><!ENTITY b SYSTEM 'c' NDATA n>]><a/>"),
	  "! memory:1: entity declarations are not allowed" },
	{ BYTES ("<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>"),
	  "! memory:1: attribute defaults in a DOCTYPE are not allowed" },
	{ BYTES ("<?xml version='1.0' encoding='no-such-thing'?><a/>"),
	  "! memory: the encoding \"no-such-thing\" is not known" },
	{ BYTES ("<?xml version='1.0' encoding='windows-1252'?><a>\x81</a>"),
	  "! memory: byte 49 (0x81) is not valid windows-1252" },
};

/* Of an error, the beginning has to be as said; a file that is read, wholly so */
static void
assert_events (guint i, const char *text)
{
	const char *failure = strstr (cases[i].text, "! ");

	if (failure == NULL)
		g_assert_cmpstr (text, ==, cases[i].text);
	else if (strstr (text, failure) == NULL)
		g_error ("\"%s\" does not say \"%s\"", text, failure);
}

static void
test_events (void)
{
	static const gsize portions[] = { 0, 1, 2, 3, 7 };

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		for (guint k = 0; k < G_N_ELEMENTS (portions); k++) {
			g_autofree char *text =
				text_of_events (cases[i].bytes, cases[i].size, portions[k]);

			assert_events (i, text);
		}
	}
}

static void
test_stop (void)
{
	static const char bytes[] = "<a><b/><c/><d/></a>";
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("memory", BYTES (bytes));
	g_autoptr (GString) text = g_string_new (NULL);
	g_autoptr (GError) error = NULL;
	Events events = { .text = text, .stop_at = 3 };

	g_assert_false (fairlead_xml_read (input, &handler, &events, &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INVALID_VALUE, "test:5: enough");
	g_assert_cmpstr (text->str, ==, "<a@1><b@1></b@1><c@1>");
}

static void
test_half_handlers (void)
{
	static const FairleadXmlHandler halves[] = { { on_start, NULL },
		                                     { NULL, on_end },
		                                     { NULL, NULL } };
	static const char *texts[] = { "<a@1><b@1>", "x</b@1></a@1>", "" };

	for (guint i = 0; i < G_N_ELEMENTS (halves); i++) {
		g_autoptr (FairleadInput) input =
			fairlead_input_new_for_bytes ("memory", BYTES ("<a><b>x</b></a>"));
		g_autoptr (GString) text = g_string_new (NULL);
		g_autoptr (GError) error = NULL;
		Events events = { .text = text };

		g_assert_true (fairlead_xml_read (input, &halves[i], &events, &error));
		g_assert_cmpstr (text->str, ==, texts[i]);
	}
}

/* ---- bounds ---- */

static void
append_filler (GString *text, gsize n)
{
	gsize length = text->len;

	g_string_set_size (text, length + n);
	memset (text->str + length, 'x', n);
}

static void
assert_limit (const GString *text, FairleadError code, const char *words)
{
	g_autoptr (FairleadInput) input =
		fairlead_input_new_for_bytes ("memory", text->str, text->len);
	g_autoptr (GString) seen = g_string_new (NULL);
	g_autoptr (GError) error = NULL;
	Events events = { .text = seen };

	g_assert_false (fairlead_xml_read (input, &handler, &events, &error));
	test_assert_error (error, FAIRLEAD_ERROR, (gint) code, words);
	/* Given up soon: what libxml2 holds is bounded */
	g_assert_cmpuint (fairlead_input_get_position (input), <=, 3 * FAIRLEAD_XML_MAX_TEXT);
}

static void
test_long_things (void)
{
	if (test_skips_bulk ())
		return;
	static const struct {
		const char *before;
		gsize n;
		const char *words;
	} things[] = {
		{ "<r>\n<a b='", 100u << 20, "memory:2: a tag, comment or CDATA section" },
		{ "<r>\n<a b='", FAIRLEAD_XML_MAX_TEXT + 1,
		  "memory:2: an attribute is longer than 1 MiB" },
		{ "<r>\n<!--", 4u << 20, "memory:2: a tag, comment or CDATA section" },
		{ "<r>\n<a><![CDATA[", 4u << 20, "memory:2: " },
		{ "<r>\n<a>", 4u << 20,
		  "memory:2: the text of the element that starts on this line" },
		{ "<r>\n<a", 4u << 20, "memory:2: " },
	};

	for (guint i = 0; i < G_N_ELEMENTS (things); i++) {
		g_autoptr (GString) text = g_string_new (things[i].before);

		append_filler (text, things[i].n);
		g_string_append (text, "'/></r>");
		assert_limit (text, FAIRLEAD_ERROR_LIMIT, things[i].words);
	}
}

static void
test_longest_things (void)
{
	g_autoptr (GString) text = g_string_new ("<r><a b='");
	g_autoptr (GString) expected = g_string_new ("<r@1><a@1 b=");

	append_filler (text, FAIRLEAD_XML_MAX_TEXT);
	append_filler (expected, FAIRLEAD_XML_MAX_TEXT);
	g_string_append (text, "'>");
	g_string_append (expected, ">");
	append_filler (text, FAIRLEAD_XML_MAX_TEXT);
	append_filler (expected, FAIRLEAD_XML_MAX_TEXT);
	g_string_append (text, "</a></r>");
	g_string_append (expected, "</a@1></r@1>");

	g_autofree char *seen = text_of_events (text->str, text->len, 0);

	g_assert_true (strcmp (seen, expected->str) == 0);
}

static void
test_deep_and_wide (void)
{
	if (test_skips_bulk ())
		return;
	g_autoptr (GString) deep = g_string_new (NULL);
	g_autoptr (GString) wide = g_string_new ("<a");
	g_autoptr (GString) blanks = g_string_new ("<a>text");

	for (guint i = 0; i < FAIRLEAD_XML_MAX_DEPTH; i++)
		g_string_append (deep, "<a>");
	for (guint i = 0; i < FAIRLEAD_XML_MAX_DEPTH; i++)
		g_string_append (deep, "</a>");

	g_autofree char *allowed = text_of_events (deep->str, deep->len, 0);

	g_assert_null (strchr (allowed, '!'));
	g_string_prepend (deep, "<a>\n");
	assert_limit (deep, FAIRLEAD_ERROR_LIMIT,
	              "memory:2: elements are nested more than 64 deep");
	for (guint i = 0; i <= FAIRLEAD_XML_MAX_ATTRIBUTES; i++)
		g_string_append_printf (wide, " b%u=''", i);
	g_string_append (wide, "/>");
	assert_limit (wide, FAIRLEAD_ERROR_LIMIT, "memory:1: the tag has more than 256 attributes");

	/* Indentation never adds up to a text too long */
	for (guint i = 0; i < 200000; i++)
		g_string_append (blanks, "<b/>\n          ");
	g_string_append (blanks, "end</a>");

	g_autofree char *indented = text_of_events (blanks->str, blanks->len, 0);

	g_assert_true (g_str_has_suffix (indented, ">text\n\n          end</a@1>"));
}

/* Conversion over the ends of all buffers */
static void
test_long_encodings (void)
{
	static const struct {
		const char *encoding;
		const char *text;
	} long_ones[] = {
		{ "ISO-8859-1", "\xC3\xA9" },   { "windows-1252", "\xE2\x82\xAC" },
		{ "UTF-16", "\xE2\x82\xAC" },   { "UTF-8", "\xF0\x9F\x98\x80" },
		{ "windows-1251", "\xD0\x96" }, { "Shift_JIS", "\xE6\x97\xA5" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (long_ones); i++) {
		g_autoptr (GString) text = g_string_new (NULL);
		g_autoptr (GString) expected = g_string_new ("<r@1>");
		g_autofree char *bytes = NULL;
		gsize size = 0;

		g_string_append_printf (text, "<?xml version=\"1.0\" encoding=\"%s\"?><r>",
		                        long_ones[i].encoding);
		for (guint line = 2; line < test_rounds (30000); line++) {
			g_string_append_printf (text, "\n<a>%s%u</a>", long_ones[i].text, line);
			g_string_append_printf (expected, "<a@%u>%s%u</a@%u>", line,
			                        long_ones[i].text, line, line);
		}
		g_string_append (text, "</r>");
		g_string_append (expected, "</r@1>");
		bytes = g_convert (text->str, (gssize) text->len, long_ones[i].encoding, "UTF-8",
		                   NULL, &size, NULL);
		for (gsize portion = 0; portion < 10000; portion += 4999) {
			g_autofree char *seen = text_of_events (bytes, size, portion);

			g_assert_true (strcmp (seen, expected->str) == 0);
		}
	}
}

/* ---- the root ---- */

static const struct {
	const char *bytes;
	gsize size;
	const char *name;
	const char *name_space;
} roots[] = {
	{ BYTES ("<a>"), "a", NULL },
	{ BYTES ("<a/>"), "a", NULL },
	{ BYTES (" \n<?xml version='1.0'?>\n<!-- <b> -->\n<a x='1' xmlns='u:v'>"), "a", "u:v" },
	{ BYTES ("\xEF\xBB\xBF<n:a xmlns='no' xmlns:n = \"yes\">"), "a", "yes" },
	{ BYTES ("<n:a xmlns='no'>"), "a", NULL },
	{ BYTES ("<!DOCTYPE a [<!ELEMENT a (#PCDATA)> <!-- ]> --> <!ATTLIST a b CDATA "
	         "']>'>]><a\n>"),
	  "a", NULL },
	{ BYTES ("<a x='<b>' xmlns='u"), "a", NULL },
	{ BYTES ("<\xC3\xA9>"), "\xC3\xA9", NULL },
	{ BYTES (""), NULL, NULL },
	{ BYTES ("a,b"), NULL, NULL },
	{ BYTES ("<"), NULL, NULL },
	{ BYTES ("<a"), NULL, NULL },
	{ BYTES ("<?xml"), NULL, NULL },
	{ BYTES ("<!-- a"), NULL, NULL },
	{ BYTES ("<!DOCTYPE a ["), NULL, NULL },
	{ BYTES ("<!DOCTYPE a '"), NULL, NULL },
	{ BYTES ("<1>"), NULL, NULL },
	{ BYTES ("< a>"), NULL, NULL },
	{ BYTES ("<!--\0--><a>"), NULL, NULL },
};

static void
test_roots (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (roots); i++) {
		g_autofree char *name = NULL;
		g_autofree char *name_space = NULL;
		/* A copy of its very size, for the tools that watch its ends */
		g_autofree char *head = g_memdup2 (roots[i].bytes, roots[i].size);

		g_test_message ("%s", roots[i].bytes);
		g_assert_cmpint (fairlead_xml_sniff_root (head, roots[i].size, &name, &name_space),
		                 ==, roots[i].name != NULL);
		g_assert_cmpstr (name, ==, roots[i].name);
		g_assert_cmpstr (name_space, ==, roots[i].name_space);
	}
}

/* ---- fuzzing ---- */

static const char *const pieces[] = {
	"<",
	">",
	"&",
	";",
	"/",
	"\"",
	"'",
	" ",
	"<!--",
	"-->",
	"<![CDATA[",
	"]]>",
	"<!DOCTYPE a [",
	"]>",
	"<!ENTITY b 'c'>",
	"&b;",
	"<?",
	"?>",
	"&#0;",
	"\xE9",
	"\xFF\xFE",
	"xmlns:n='",
	"<a>",
	"</a>",
};

/* Whatever stands in the file, it is read or refused, the same for all sizes of reads */
static void
test_mutations (void)
{
	static const char seed[] =
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE a [<!ELEMENT a ANY>]>\n"
		"<n:a xmlns:n=\"u\" b=\"1 &amp; 2\">text<c d='&#65;'/><!-- e -->"
		"<![CDATA[f]]>\n</n:a>\n";
	g_autoptr (GRand) random = g_rand_new_with_seed (31);

	for (guint round = 0; round < test_rounds (5000); round++) {
		g_autoptr (GString) text = g_string_new_len (BYTES (seed));

		for (gint i = g_rand_int_range (random, 0, 5); i > 0; i--) {
			gssize at = g_rand_int_range (random, 0, (gint32) text->len);

			if (g_rand_boolean (random))
				text->str[at] = (char) g_rand_int_range (random, 0, 256);
			else
				g_string_insert (text, at,
				                 pieces[g_rand_int_range (random, 0,
				                                          G_N_ELEMENTS (pieces))]);
		}
		if (round % 4 == 0)
			g_string_truncate (
				text, (gsize) g_rand_int_range (random, 0, (gint32) text->len));

		g_autofree char *whole = text_of_events (text->str, text->len, 0);
		g_autofree char *pieced = text_of_events (text->str, text->len, 1 + round % 9);
		g_autofree char *head = g_memdup2 (text->str, text->len);
		g_autofree char *name = NULL;
		g_autofree char *name_space = NULL;

		g_assert_cmpint (strchr (whole, '!') != NULL, ==, strchr (pieced, '!') != NULL);
		if (strstr (whole, "! ") == NULL)
			g_assert_cmpstr (whole, ==, pieced);
		if (fairlead_xml_sniff_root (head, text->len, &name, &name_space))
			g_assert_true (g_utf8_validate (name, -1, NULL));
	}
}

/* ---- published files: counts are those of another parser (expat) ---- */

static const struct {
	const char *path;
	const char *root;
	const char *name_space;
	guint n_elements;
} published[] = {
	{ "ofac-advanced-xml-2020/cons_advanced.xml", "Sanctions",
	  "http://www.un.org/sanctions/1.0", 38120 },
	{ "un-consolidated-xml/consolidated_2020-04.xml", "CONSOLIDATED_LIST", NULL, 40246 },
	{ "uk-hmt-conlist-2014/uksl_excerpt_2026-08.xml", "Designations", NULL, 146 },
	{ "gleif/lei-data.xml", "LEIData", "http://www.gleif.org/data/schema/leidata/2016", 767 },
	{ "canada-sema/sema-lmes.xml", "data-set", NULL, 8161 },
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
	g_autoptr (GString) text = g_string_new (NULL);
	g_autofree char *name = NULL;
	g_autofree char *name_space = NULL;
	Events events = { .text = text };
	gsize size = 0;
	const char *head = fairlead_input_peek (input, &size, &error);

	g_assert_true (fairlead_xml_sniff_root (head, size, &name, &name_space));
	g_assert_cmpstr (name, ==, published[i].root);
	g_assert_cmpstr (name_space, ==, published[i].name_space);
	g_assert_true (fairlead_xml_read (input, &handler, &events, &error));
	g_assert_no_error (error);
	g_assert_cmpuint (events.n_starts, ==, published[i].n_elements);
	g_assert_cmpuint (events.n_ends, ==, published[i].n_elements);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/syntax/xml-reader/tell-events-or-what-is-wrong", test_events);
	g_test_add_func ("/syntax/xml-reader/stop-when-told", test_stop);
	g_test_add_func ("/syntax/xml-reader/do-with-half-a-handler", test_half_handlers);
	g_test_add_func ("/syntax/xml-reader/refuse-what-is-too-long", test_long_things);
	g_test_add_func ("/syntax/xml-reader/accept-the-longest", test_longest_things);
	g_test_add_func ("/syntax/xml-reader/refuse-what-is-too-deep-or-wide", test_deep_and_wide);
	g_test_add_func ("/syntax/xml-reader/convert-long-files", test_long_encodings);
	g_test_add_func ("/syntax/xml-reader/sniff-roots", test_roots);
	g_test_add_func ("/syntax/xml-reader/survive-mutations", test_mutations);
	for (guint i = 0; i < G_N_ELEMENTS (published); i++) {
		g_autofree char *name =
			g_strdup_printf ("/syntax/xml-reader/published/%s", published[i].path);

		g_test_add_data_func (name, GUINT_TO_POINTER (i), test_published_file);
	}
	return g_test_run ();
}
