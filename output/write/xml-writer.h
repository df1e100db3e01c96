/* output/write/xml-writer.h: XML written as it goes
 *
 * Characters that XML 1.0 does not admit become U+FFFD, so that a hostile name cannot make the
 * file unreadable. Elements without children are closed in themselves. */
#pragma once
#include "output/write/sink.h"
G_BEGIN_DECLS

typedef struct {
	FairleadSink *sink;
	GPtrArray *open;      /* of const char: names of the open elements, static */
	gboolean is_tag_open; /* the last start tag can still take attributes */
	gboolean has_text;    /* the open element holds text: its end tag follows at once */
} FairleadXmlWriter;

/* Writes the XML declaration */
void fairlead_xml_writer_init (FairleadXmlWriter *self, FairleadSink *sink);
void fairlead_xml_writer_clear (FairleadXmlWriter *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadXmlWriter, fairlead_xml_writer_clear)

/* @name must be static and an XML name */
void fairlead_xml_writer_begin (FairleadXmlWriter *self, const char *name);
/* Only directly after begin() */
void fairlead_xml_writer_attribute (FairleadXmlWriter *self, const char *name, const char *value);
/* The same with an id for a value: a letter and a number */
void fairlead_xml_writer_id (FairleadXmlWriter *self, const char *name, char letter,
                             guint32 number);
void fairlead_xml_writer_text (FairleadXmlWriter *self, const char *text);
void fairlead_xml_writer_end (FairleadXmlWriter *self);

G_END_DECLS
