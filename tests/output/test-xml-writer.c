/* tests/output/test-xml-writer.c: well-formed whatever the text is */
#include "output/write/xml-writer.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "tests/common/helpers-output.h"

static const char *
write_one (GOutputStream *stream, const char *value)
{
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, NULL);
	g_auto (FairleadXmlWriter) xml = { 0 };

	fairlead_xml_writer_init (&xml, sink);
	fairlead_xml_writer_begin (&xml, "root");
	fairlead_xml_writer_attribute (&xml, "name", value);
	fairlead_xml_writer_begin (&xml, "data");
	fairlead_xml_writer_text (&xml, value);
	fairlead_xml_writer_end (&xml);
	fairlead_xml_writer_begin (&xml, "empty");
	fairlead_xml_writer_end (&xml);
	fairlead_xml_writer_end (&xml);
	g_assert_true (fairlead_sink_finish (sink, NULL));
	return test_written (stream);
}

static void
assert_round_trip (const char *value, const char *expected)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	const char *text = write_one (stream, value);
	xmlDoc *document = xmlReadMemory (text, (int) strlen (text), NULL, NULL, XML_PARSE_NONET);
	xmlNode *root;
	xmlChar *name, *content;

	g_assert_nonnull (document);
	root = xmlDocGetRootElement (document);
	name = xmlGetProp (root, BAD_CAST "name");
	content = xmlNodeGetContent (xmlFirstElementChild (root));
	g_assert_cmpstr ((const char *) name, ==, expected);
	g_assert_cmpstr ((const char *) content, ==, expected);
	xmlFree (name);
	xmlFree (content);
	xmlFreeDoc (document);
}

static void
test_round_trip (void)
{
	assert_round_trip ("", "");
	assert_round_trip ("<a b='\"'>&amp;]]>", "<a b='\"'>&amp;]]>");
	assert_round_trip ("tab\tcr\rlf\n end ", "tab\tcr\rlf\n end ");
	assert_round_trip ("\u6d77 \U0001f6a2 \u202e", "\u6d77 \U0001f6a2 \u202e");
}

static void
test_not_admitted (void)
{
	assert_round_trip ("\x01\x08\x0b\x1b\x1f", "\ufffd\ufffd\ufffd\ufffd\ufffd");
	assert_round_trip ("\uffff\ufffe", "\ufffd\ufffd");
	assert_round_trip ("\xc3(", "\ufffd(");
}

static void
test_layout (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

	g_assert_cmpstr (write_one (stream, "a"), ==,
	                 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<root name=\"a\">\n"
	                 " <data>a</data>\n <empty/>\n</root>\n");
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/output/xml-writer/text-comes-back", test_round_trip);
	g_test_add_func ("/output/xml-writer/characters-not-admitted-are-shown", test_not_admitted);
	g_test_add_func ("/output/xml-writer/layout-is-stable", test_layout);
	return g_test_run ();
}
