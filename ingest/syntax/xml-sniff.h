/* ingest/syntax/xml-sniff.h: what an XML file says of itself before it is parsed */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/* The encoding that the XML declaration names, or NULL. UTF-16 and UTF-32 count as none: bytes in
 * which the declaration can be read as it stands are not in these. */
char *fairlead_xml_dup_declared_encoding (const char *head, gsize size);

G_END_DECLS
