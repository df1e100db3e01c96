/* ingest/syntax/xml-node.h: one record of an XML file as a small tree, built from its events
 *
 * For files that are a long row of records: one is kept at a time. */
#pragma once
#include "ingest/syntax/xml-reader.h"
G_BEGIN_DECLS

/* Of one record; past them the reading fails with FAIRLEAD_ERROR_LIMIT */
#define FAIRLEAD_XML_MAX_RECORD_NODES (1u << 16)
#define FAIRLEAD_XML_MAX_RECORD_TEXT (16u << 20)

typedef struct _FairleadXmlNode FairleadXmlNode;

/**
 * FairleadXmlNode:
 * @name: local name of the element or attribute
 * @text: what stands directly in it, outer blanks trimmed; never NULL
 * @line: of the start tag's closing `>`
 * @attributes: the first of its attributes, each a node without children
 */
struct _FairleadXmlNode {
	const char *name;
	const char *text;
	guint64 line;
	FairleadXmlNode *parent;
	FairleadXmlNode *next;
	FairleadXmlNode *first_child;
	FairleadXmlNode *last_child;
	FairleadXmlNode *attributes;
};

/* The first child of that name, or NULL */
const FairleadXmlNode *fairlead_xml_node_find (const FairleadXmlNode *self, const char *name);
/* Its text; the empty text where there is none */
const char *fairlead_xml_node_get (const FairleadXmlNode *self, const char *name);
/* The attribute's text; the empty text where there is none */
const char *fairlead_xml_node_get_attribute (const FairleadXmlNode *self, const char *name);

typedef struct _FairleadXmlRecord FairleadXmlRecord;

/* @path is the file's, for errors */
FairleadXmlRecord *fairlead_xml_record_new (const char *path);
void fairlead_xml_record_free (FairleadXmlRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadXmlRecord, fairlead_xml_record_free)

/* The start tag of the record, which forgets the one before, or of an element in it; and an end
 * tag. FALSE with %FAIRLEAD_ERROR_LIMIT where the record passes its bounds. */
gboolean fairlead_xml_record_open (FairleadXmlRecord *self, const FairleadXmlElement *element,
                                   GError **error);
gboolean fairlead_xml_record_close (FairleadXmlRecord *self, const char *text, guint64 line,
                                    GError **error);
/* Whether an element of it is open */
gboolean fairlead_xml_record_is_open (const FairleadXmlRecord *self);
/* The record, until the next is opened */
const FairleadXmlNode *fairlead_xml_record_get_root (const FairleadXmlRecord *self);

G_END_DECLS
