/* bench/parse-xml.c: XML parsing alone, by one parser
 *
 * usage: parse-xml fairlead|push|file|reader|expat FILE; counts elements */
#include <expat.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "bench/clock.h"
#include "ingest/syntax/xml-reader.h"

#define CHUNK (64u << 10)

static gboolean
on_fairlead_start (const FairleadXmlElement *element, gpointer user_data, GError **error)
{
	(void) element, (void) error;
	++*(guint64 *) user_data;
	return TRUE;
}

static gboolean
on_fairlead_end (const char *name, const char *text, guint64 line, gpointer user_data,
                 GError **error)
{
	(void) name, (void) text, (void) line, (void) user_data, (void) error;
	return TRUE;
}

static gboolean
parse_with_fairlead (const char *path, guint64 *found)
{
	const FairleadXmlHandler handler = { on_fairlead_start, on_fairlead_end };
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadInput) input = fairlead_input_open (path, &error);

	return input != NULL && fairlead_xml_read (input, &handler, found, &error);
}

/* ---- libxml2 ---- */

static void
on_sax_start (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
              int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
              const xmlChar **attributes)
{
	(void) name, (void) prefix, (void) uri, (void) n_namespaces, (void) namespaces;
	(void) n_attributes, (void) n_defaulted, (void) attributes;
	++*(guint64 *) user_data;
}

static void
on_sax_end (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	(void) user_data, (void) name, (void) prefix, (void) uri;
}

static void
on_sax_text (void *user_data, const xmlChar *text, int length)
{
	(void) user_data, (void) text, (void) length;
}

static const xmlSAXHandler sax = {
	.initialized = XML_SAX2_MAGIC,
	.startElementNs = on_sax_start,
	.endElementNs = on_sax_end,
	.characters = on_sax_text,
	.ignorableWhitespace = on_sax_text,
};

static gboolean
parse_by_push (const char *path, guint64 *found)
{
	g_autofree char *buffer = g_malloc (CHUNK);
	FILE *file = fopen (path, "rb");
	xmlParserCtxtPtr parser =
		xmlCreatePushParserCtxt ((xmlSAXHandler *) &sax, found, NULL, 0, NULL);
	gsize n;
	gboolean parsed;

	if (file == NULL)
		return FALSE;
	while ((n = fread (buffer, 1, CHUNK, file)) > 0)
		xmlParseChunk (parser, buffer, (int) n, 0);
	parsed = xmlParseChunk (parser, buffer, 0, 1) == 0;
	xmlFreeParserCtxt (parser);
	fclose (file);
	return parsed;
}

static gboolean
parse_whole_file (const char *path, guint64 *found)
{
	return xmlSAXUserParseFile ((xmlSAXHandler *) &sax, found, path) == 0;
}

static gboolean
parse_with_text_reader (const char *path, guint64 *found)
{
	xmlTextReaderPtr reader = xmlReaderForFile (path, NULL, 0);
	int state;

	if (reader == NULL)
		return FALSE;
	while ((state = xmlTextReaderRead (reader)) == 1)
		*found += xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT;
	xmlFreeTextReader (reader);
	return state == 0;
}

/* ---- expat ---- */

static void
on_expat_start (void *user_data, const char *name, const char **attributes)
{
	(void) name, (void) attributes;
	++*(guint64 *) user_data;
}

static void
on_expat_end (void *user_data, const char *name)
{
	(void) user_data, (void) name;
}

static void
on_expat_text (void *user_data, const char *text, int length)
{
	(void) user_data, (void) text, (void) length;
}

static gboolean
parse_with_expat (const char *path, guint64 *found)
{
	g_autofree char *buffer = g_malloc (CHUNK);
	FILE *file = fopen (path, "rb");
	XML_Parser parser = XML_ParserCreateNS (NULL, '|');
	gboolean parsed = file != NULL;
	gsize n = 1;

	XML_SetUserData (parser, found);
	XML_SetElementHandler (parser, on_expat_start, on_expat_end);
	XML_SetCharacterDataHandler (parser, on_expat_text);
	while (parsed && n > 0) {
		n = fread (buffer, 1, CHUNK, file);
		parsed = XML_Parse (parser, buffer, (int) n, n == 0) == XML_STATUS_OK;
	}
	XML_ParserFree (parser);
	if (file != NULL)
		fclose (file);
	return parsed;
}

static const struct {
	const char *name;
	gboolean (*parse) (const char *path, guint64 *found);
} parsers[] = {
	{ "fairlead", parse_with_fairlead }, { "push", parse_by_push },
	{ "file", parse_whole_file },        { "reader", parse_with_text_reader },
	{ "expat", parse_with_expat },
};

int
main (int argc, char *argv[])
{
	gint64 start = g_get_monotonic_time ();
	double start_processor = processor_seconds ();
	guint64 found = 0;

	for (guint i = 0; argc == 3 && i < G_N_ELEMENTS (parsers); i++)
		if (strcmp (parsers[i].name, argv[1]) == 0 && parsers[i].parse (argv[2], &found))
			print_result (start, start_processor, found);
	return found == 0 ? 2 : 0;
}
