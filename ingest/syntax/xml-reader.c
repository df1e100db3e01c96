/* ingest/syntax/xml-reader.c: see xml-reader.h */
#include "ingest/syntax/xml-reader.h"
#include "ingest/grammar/versions.h"
#include "ingest/record/error.h"
#include "ingest/syntax/xml-sniff.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define CHUNK (64u << 10)
#define FIRST_TEXT 4096u
/* The longest tag, comment or other thing that libxml2 has to hold whole; its own bound is 10 MB,
 * but it takes quadratic time to compare the attributes of one tag */
#define MAX_HELD (FAIRLEAD_XML_MAX_TEXT + (64u << 10))

struct _FairleadXmlElement {
	const char *name;
	guint64 line;
	guint n_attributes;
	const char *names[FAIRLEAD_XML_MAX_ATTRIBUTES];
	const char *values[FAIRLEAD_XML_MAX_ATTRIBUTES];
};

/* An element that is open: where its text begins in the one text buffer. A child's text lies
 * behind its parent's and is cut off at its end tag, so that the parent's goes on without a gap. */
typedef struct {
	gsize text_start;
	guint64 line;
} OpenElement;

typedef struct {
	FairleadInput *input;
	const FairleadXmlHandler *handler;
	gpointer user_data;
	xmlParserCtxtPtr parser;
	GError *error; /* the first */
	FairleadXmlElement element;
	OpenElement open[FAIRLEAD_XML_MAX_DEPTH];
	guint depth;
	char *text; /* of all that are open */
	gsize text_length;
	gsize text_capacity;
	char *values; /* of the attributes of one tag, each NUL-terminated */
	gsize values_capacity;
} XmlReading;

static void
release_parser (xmlParserCtxtPtr parser)
{
	/* libxml2 makes a document by itself when it meets an entity, and does not free it */
	if (parser->myDoc != NULL)
		xmlFreeDoc (parser->myDoc);
	parser->myDoc = NULL;
	xmlFreeParserCtxt (parser);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, release_parser)

static void
clear_reading (XmlReading *reading)
{
	g_clear_error (&reading->error);
	g_clear_pointer (&reading->values, g_free);
	g_clear_pointer (&reading->text, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XmlReading, clear_reading)

static guint64
current_line (const XmlReading *reading)
{
	const xmlParserInput *input = reading->parser->input;

	return input != NULL && input->line > 0 ? (guint64) input->line : 0;
}

static void
fail_at (XmlReading *reading, guint64 line, FairleadError code, const char *words)
{
	if (reading->error == NULL)
		fairlead_set_error_at (&reading->error, fairlead_input_get_path (reading->input),
		                       line, code, "%s", words);
	xmlStopParser (reading->parser);
}

static gboolean
is_blank (char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* ---- tags ---- */

static gboolean
has_room_for (XmlReading *reading, const xmlChar **attributes, guint n)
{
	gsize total = 0;

	if (n > FAIRLEAD_XML_MAX_ATTRIBUTES) {
		fail_at (reading, current_line (reading), FAIRLEAD_ERROR_LIMIT,
		         "the tag has more than 256 attributes");
		return FALSE;
	}
	for (guint i = 0; i < n; i++) {
		gsize length = (gsize) (attributes[5 * i + 4] - attributes[5 * i + 3]);

		if (length > FAIRLEAD_XML_MAX_TEXT) {
			fail_at (reading, current_line (reading), FAIRLEAD_ERROR_LIMIT,
			         "an attribute is longer than 1 MiB");
			return FALSE;
		}
		total += length + 1;
	}
	if (total > reading->values_capacity) {
		reading->values_capacity = MAX (2 * total, 4096);
		g_free (reading->values);
		reading->values = g_malloc (reading->values_capacity);
	}
	return TRUE;
}

/* libxml2 gives five pointers each: local name, prefix, namespace, value, and the value's end */
static void
copy_attributes (XmlReading *reading, const xmlChar **attributes, guint n)
{
	char *out = reading->values;

	for (guint i = 0; i < n; i++, attributes += 5) {
		gsize length = (gsize) (attributes[4] - attributes[3]);

		reading->element.names[i] = (const char *) attributes[0];
		reading->element.values[i] = out;
		memcpy (out, attributes[3], length);
		out[length] = '\0';
		out += length + 1;
	}
	reading->element.n_attributes = n;
}

/* Indentation between the children of an element with text of its own would pile up: of the blanks
 * before a child, one is kept. */
static void
settle_text_of_parent (XmlReading *reading)
{
	const char *text = reading->text;
	gsize start = reading->depth > 0 ? reading->open[reading->depth - 1].text_start : 0;
	gsize end = reading->text_length;

	while (end > start + 1 && is_blank (text[end - 1]) && is_blank (text[end - 2]))
		end--;
	reading->text_length = end;
}

static void
on_start (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *name_space,
          int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
          const xmlChar **attributes)
{
	XmlReading *reading = user_data;
	FairleadXmlElement *element = &reading->element;

	(void) prefix, (void) name_space, (void) n_namespaces, (void) namespaces,
		(void) n_defaulted;
	if (reading->error != NULL)
		return;
	element->name = (const char *) name;
	element->line = current_line (reading);
	if (reading->depth == FAIRLEAD_XML_MAX_DEPTH) {
		fail_at (reading, element->line, FAIRLEAD_ERROR_LIMIT,
		         "elements are nested more than 64 deep");
		return;
	}
	settle_text_of_parent (reading);
	reading->open[reading->depth++] = (OpenElement){ reading->text_length, element->line };
	if (!has_room_for (reading, attributes, (guint) n_attributes)
	    || reading->handler->start == NULL)
		return;
	copy_attributes (reading, attributes, (guint) n_attributes);
	if (!reading->handler->start (element, reading->user_data, &reading->error))
		xmlStopParser (reading->parser);
}

static void
on_end (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *name_space)
{
	XmlReading *reading = user_data;
	char *text = reading->text;

	(void) prefix, (void) name_space;
	if (reading->error != NULL || reading->depth == 0)
		return;

	const OpenElement *element = &reading->open[--reading->depth];

	gsize end = reading->text_length;

	while (end > element->text_start && is_blank (text[end - 1]))
		end--;
	text[end] = '\0';
	if (reading->handler->end != NULL
	    && !reading->handler->end ((const char *) name, text + element->text_start,
	                               element->line, reading->user_data, &reading->error))
		xmlStopParser (reading->parser);
	reading->text_length = element->text_start;
}

/* With room for the NUL that the end tag writes */
static inline void
append_text (XmlReading *reading, const char *piece, gsize length)
{
	gsize end = reading->text_length + length;

	if (end >= reading->text_capacity) {
		reading->text_capacity = 2 * end;
		reading->text = g_realloc (reading->text, reading->text_capacity);
	}
	memcpy (reading->text + reading->text_length, piece, length);
	reading->text_length = end;
}

static void
on_text (void *user_data, const xmlChar *characters, int length)
{
	XmlReading *reading = user_data;
	const char *piece = (const char *) characters;

	if (reading->error != NULL || reading->handler->end == NULL || reading->depth == 0)
		return;

	const OpenElement *element = &reading->open[reading->depth - 1];

	if (reading->text_length == element->text_start)
		for (; length > 0 && is_blank (*piece); length--)
			piece++;
	if (length == 0)
		return;
	if (reading->text_length - element->text_start + (gsize) length > FAIRLEAD_XML_MAX_TEXT) {
		fail_at (reading, element->line, FAIRLEAD_ERROR_LIMIT,
		         "the text of the element that starts on this line is longer than 1 MiB");
		return;
	}
	append_text (reading, piece, (gsize) length);
}

/* ---- what is refused ---- */

static void
refuse_entity (XmlReading *reading)
{
	fail_at (reading, current_line (reading), FAIRLEAD_ERROR_SYNTAX,
	         "entity declarations are not allowed (expected the five of XML only)");
}

static void
on_entity (void *user_data, const xmlChar *name, int type, const xmlChar *public_id,
           const xmlChar *system_id, xmlChar *content)
{
	(void) name, (void) type, (void) public_id, (void) system_id, (void) content;
	refuse_entity (user_data);
}

static void
on_unparsed_entity (void *user_data, const xmlChar *name, const xmlChar *public_id,
                    const xmlChar *system_id, const xmlChar *notation)
{
	(void) name, (void) public_id, (void) system_id, (void) notation;
	refuse_entity (user_data);
}

static void
on_reference (void *user_data, const xmlChar *name)
{
	g_autofree char *words =
		g_strdup_printf ("entity \"%s\" is not defined", (const char *) name);

	fail_at (user_data, current_line (user_data), FAIRLEAD_ERROR_SYNTAX, words);
}

/* A default would be copied into every tag, however long it is and however many there are */
static void
on_attribute_declaration (void *user_data, const xmlChar *element, const xmlChar *name, int type,
                          int kind, const xmlChar *value, xmlEnumerationPtr choices)
{
	XmlReading *reading = user_data;

	(void) element, (void) name, (void) type, (void) kind;
	xmlFreeEnumeration (choices);
	if (value != NULL)
		fail_at (reading, current_line (reading), FAIRLEAD_ERROR_SYNTAX,
		         "attribute defaults in a DOCTYPE are not allowed");
}

/* Namespaces play no part in matching, so that an undeclared prefix does no harm */
static void
on_problem (void *user_data, xmlErrorPtr problem)
{
	XmlReading *reading = user_data;

	if (problem->level <= XML_ERR_WARNING || problem->domain == XML_FROM_NAMESPACE)
		return;

	/* libxml2 calls a file that ends too early one with extra content */
	if (problem->code == XML_ERR_DOCUMENT_END && reading->depth > 0) {
		fail_at (reading, current_line (reading), FAIRLEAD_ERROR_SYNTAX,
		         "the file ends before its elements do");
		return;
	}

	g_autofree char *words =
		g_strdup (problem->message != NULL ? problem->message : "malformed");

	fail_at (reading, problem->line > 0 ? (guint64) problem->line : 0, FAIRLEAD_ERROR_SYNTAX,
	         g_strdelimit (g_strstrip (words), "\r\n", ' '));
}

/* ---- reading ---- */

static void
initialise_libxml (void)
{
	static gsize done = 0;

	if (g_once_init_enter (&done)) {
		xmlInitParser ();
		g_once_init_leave (&done, 1);
	}
}

/* The input hands over UTF-8 whatever the file declares, hence the declaration is ignored */
static xmlParserCtxtPtr
new_parser (XmlReading *reading)
{
	xmlSAXHandler events = {
		.initialized = XML_SAX2_MAGIC,
		.startElementNs = on_start,
		.endElementNs = on_end,
		.characters = on_text,
		.ignorableWhitespace = on_text,
		.cdataBlock = on_text,
		.reference = on_reference,
		.entityDecl = on_entity,
		.unparsedEntityDecl = on_unparsed_entity,
		.attributeDecl = on_attribute_declaration,
		.serror = on_problem,
	};
	xmlParserCtxtPtr parser = xmlCreatePushParserCtxt (&events, reading, NULL, 0, NULL);

	if (parser == NULL)
		g_error ("no memory for an XML parser");
	xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
	xmlSwitchEncoding (parser, XML_CHAR_ENCODING_UTF8);
	return parser;
}

static gboolean
parse_chunk (XmlReading *reading, const char *chunk, gsize size)
{
	xmlParserCtxtPtr parser = reading->parser;

	xmlParseChunk (parser, chunk, (int) size, size == 0);
	if (reading->error != NULL)
		return FALSE;
	if (!parser->wellFormed)
		fail_at (reading, current_line (reading), FAIRLEAD_ERROR_SYNTAX,
		         "not well-formed XML");
	else if (parser->input != NULL && parser->input->end - parser->input->cur > MAX_HELD)
		fail_at (reading, current_line (reading), FAIRLEAD_ERROR_LIMIT,
		         "a tag, comment or CDATA section that starts on this line is longer than "
		         "1 MiB");
	return reading->error == NULL;
}

static gboolean
parse_all (XmlReading *reading)
{
	g_autofree char *chunk = g_malloc (CHUNK);
	gboolean more = TRUE;

	while (more) {
		gssize n = fairlead_input_read (reading->input, chunk, CHUNK, &reading->error);

		if (n < 0 || !parse_chunk (reading, chunk, (gsize) n))
			return FALSE;
		more = n > 0;
	}
	return TRUE;
}

gboolean
fairlead_xml_read (FairleadInput *input, const FairleadXmlHandler *handler, gpointer user_data,
                   GError **error)
{
	g_auto (XmlReading)
		reading = { .input = input, .handler = handler, .user_data = user_data };
	g_autoptr (xmlParserCtxt) parser = NULL;
	g_autofree char *encoding = NULL;
	gsize size = 0;
	const char *head = fairlead_input_peek (input, &size, error);

	if (head == NULL)
		return FALSE;
	if (size == 0)
		return fairlead_set_error_at (error, fairlead_input_get_path (input), 0,
		                              FAIRLEAD_ERROR_SYNTAX,
		                              "the file is empty (expected XML)");
	encoding = fairlead_xml_dup_declared_encoding (head, size);
	if (encoding != NULL && !fairlead_xml_encoding_is_wide (encoding)
	    && !fairlead_input_set_encoding (input, encoding, error))
		return FALSE;
	initialise_libxml ();
	reading.text_capacity = FIRST_TEXT;
	reading.text = g_malloc (FIRST_TEXT);
	parser = reading.parser = new_parser (&reading);
	if (parse_all (&reading))
		return TRUE;
	g_propagate_error (error, g_steal_pointer (&reading.error));
	return FALSE;
}

gboolean
fairlead_xml_is_misdeclared (FairleadInput *input)
{
	gsize size = 0;
	const char *head = fairlead_input_peek (input, &size, NULL);
	g_autofree char *encoding = NULL;
	const char *told = fairlead_input_get_encoding (input);

	if (head == NULL || (told != NULL && fairlead_xml_encoding_is_wide (told)))
		return FALSE;
	encoding = fairlead_xml_dup_declared_encoding (head, size);
	return encoding != NULL && fairlead_xml_encoding_is_wide (encoding);
}

/* ---- elements ---- */

const char *
fairlead_xml_element_get_name (const FairleadXmlElement *self)
{
	return self->name;
}

guint64
fairlead_xml_element_get_line (const FairleadXmlElement *self)
{
	return self->line;
}

guint
fairlead_xml_element_get_n_attributes (const FairleadXmlElement *self)
{
	return self->n_attributes;
}

const char *
fairlead_xml_element_get_attribute (const FairleadXmlElement *self, const char *name)
{
	for (guint i = 0; i < self->n_attributes; i++)
		if (strcmp (self->names[i], name) == 0)
			return self->values[i];
	return NULL;
}

const char *
fairlead_xml_element_get_nth (const FairleadXmlElement *self, guint nth, const char **value)
{
	g_return_val_if_fail (nth < self->n_attributes, NULL);
	*value = self->values[nth];
	return self->names[nth];
}

char *
fairlead_libxml2_dup_version (void)
{
	/* 20914, and what its builder put behind */
	guint64 number = g_ascii_strtoull (xmlParserVersion, NULL, 10);

	return g_strdup_printf ("%u.%u.%u", (guint) (number / 10000), (guint) (number / 100 % 100),
	                        (guint) (number % 100));
}
