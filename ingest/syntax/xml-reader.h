/* ingest/syntax/xml-reader.h: elements of an XML stream, in push mode, with exact line numbers
 *
 * SAX2 only: no tree is built, no entity is expanded, nothing is fetched. Elements and attributes
 * are matched by local name. The line of an element is that of its start tag's closing `>`. */
#pragma once
#include "ingest/syntax/input.h"
G_BEGIN_DECLS

#define FAIRLEAD_XML_MAX_DEPTH 64u
#define FAIRLEAD_XML_MAX_ATTRIBUTES 256u
#define FAIRLEAD_XML_MAX_TEXT (1u << 20) /* of one element's or attribute's text */

/* One start tag, alive during the callback */
typedef struct _FairleadXmlElement FairleadXmlElement;

const char *fairlead_xml_element_get_name (const FairleadXmlElement *self); /* local name */
guint64 fairlead_xml_element_get_line (const FairleadXmlElement *self);
guint fairlead_xml_element_get_n_attributes (const FairleadXmlElement *self);
/* By local name; NULL when absent. NUL-terminated, alive during the callback. */
const char *fairlead_xml_element_get_attribute (const FairleadXmlElement *self, const char *name);
/* By position, for those who want all: name and value */
const char *fairlead_xml_element_get_nth (const FairleadXmlElement *self, guint nth,
                                          const char **value);

/**
 * FairleadXmlHandler:
 * @start: a start tag
 * @end: an end tag: local name, the text that stood directly in the element (without that of its
 *   children, outer blanks trimmed, never NULL), and the line of its start tag
 *
 * Either may be NULL. Returning FALSE with @error set ends the reading.
 */
typedef struct {
	gboolean (*start) (const FairleadXmlElement *element, gpointer user_data, GError **error);
	gboolean (*end) (const char *name, const char *text, guint64 line, gpointer user_data,
	                 GError **error);
} FairleadXmlHandler;

/**
 * fairlead_xml_read:
 *
 * Reads the whole input. Malformed, truncated or hostile XML (entities beyond the five, an external
 * DTD subset that matters, a depth or text past the bounds) is an error naming file and line.
 * Declared encodings that libxml2 knows are converted.
 */
gboolean fairlead_xml_read (FairleadInput *input, const FairleadXmlHandler *handler,
                            gpointer user_data, GError **error);

/* Before the first read: whether the file declares UTF-16 or UTF-32 and is in neither, as programs
 * write that convert a text and not its first line. It is read as UTF-8. */
gboolean fairlead_xml_is_misdeclared (FairleadInput *input);

/* The document element's local name and namespace from a file's first bytes; FALSE where there is
 * none. Both are (transfer full). */
gboolean fairlead_xml_sniff_root (const char *head, gsize size, char **name, char **name_space);

G_END_DECLS
