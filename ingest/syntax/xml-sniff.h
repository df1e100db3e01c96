/* ingest/syntax/xml-sniff.h: what an XML file says of itself before it is parsed */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/* The encoding that the XML declaration names, or NULL */
char *fairlead_xml_dup_declared_encoding (const char *head, gsize size);
/* UTF-16 or UTF-32: bytes in which the declaration can be read as it stands are not in these */
gboolean fairlead_xml_encoding_is_wide (const char *encoding);

G_END_DECLS
