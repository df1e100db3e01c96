/* ingest/syntax/xml-node.c */
#include "ingest/syntax/xml-node.h"

#include <string.h>

#include "ingest/record/error.h"

struct _FairleadXmlRecord {
	const char *path;
	GStringChunk *texts;
	GPtrArray *nodes; /* of FairleadXmlNode, owned, and used again by the next record */
	guint n_nodes;    /* of this record; the first is its root */
	gsize n_bytes;    /* of its texts */
	FairleadXmlNode *current;
};

static const FairleadXmlNode *
find_among (const FairleadXmlNode *node, const char *name)
{
	while (node != NULL && strcmp (node->name, name) != 0)
		node = node->next;
	return node;
}

const FairleadXmlNode *
fairlead_xml_node_find (const FairleadXmlNode *self, const char *name)
{
	return find_among (self->first_child, name);
}

const char *
fairlead_xml_node_get (const FairleadXmlNode *self, const char *name)
{
	const FairleadXmlNode *child = fairlead_xml_node_find (self, name);

	return child == NULL ? "" : child->text;
}

const char *
fairlead_xml_node_get_attribute (const FairleadXmlNode *self, const char *name)
{
	const FairleadXmlNode *attribute = find_among (self->attributes, name);

	return attribute == NULL ? "" : attribute->text;
}

/* ---- building a record ---- */

static void
free_node (gpointer node)
{
	g_slice_free (FairleadXmlNode, node);
}

FairleadXmlRecord *
fairlead_xml_record_new (const char *path)
{
	FairleadXmlRecord *self = g_new0 (FairleadXmlRecord, 1);

	self->path = path;
	self->texts = g_string_chunk_new (4096);
	self->nodes = g_ptr_array_new_with_free_func (free_node);
	return self;
}

void
fairlead_xml_record_free (FairleadXmlRecord *self)
{
	g_ptr_array_unref (self->nodes);
	g_string_chunk_free (self->texts);
	g_free (self);
}

static const char *
keep_text (FairleadXmlRecord *self, const char *text)
{
	gsize length = strlen (text);

	if (length == 0)
		return "";
	self->n_bytes += length;
	return g_string_chunk_insert_len (self->texts, text, (gssize) length);
}

static FairleadXmlNode *
add_node (FairleadXmlRecord *self, const char *name, const char *text, guint64 line)
{
	FairleadXmlNode *node;

	if (self->n_nodes == self->nodes->len)
		g_ptr_array_add (self->nodes, g_slice_new (FairleadXmlNode));
	node = g_ptr_array_index (self->nodes, self->n_nodes++);
	*node = (FairleadXmlNode){ .name = g_string_chunk_insert_const (self->texts, name),
		                   .text = keep_text (self, text),
		                   .line = line };
	return node;
}

static void
append_child (FairleadXmlNode *parent, FairleadXmlNode *child)
{
	child->parent = parent;
	if (parent->last_child == NULL)
		parent->first_child = child;
	else
		parent->last_child->next = child;
	parent->last_child = child;
}

static void
add_attributes (FairleadXmlRecord *self, FairleadXmlNode *node, const FairleadXmlElement *element)
{
	FairleadXmlNode **last = &node->attributes;

	for (guint i = 0; i < fairlead_xml_element_get_n_attributes (element); i++) {
		const char *value;
		const char *name = fairlead_xml_element_get_nth (element, i, &value);

		*last = add_node (self, name, value, node->line);
		last = &(*last)->next;
	}
}

static gboolean
check_bounds (const FairleadXmlRecord *self, guint64 line, GError **error)
{
	return (self->n_nodes <= FAIRLEAD_XML_MAX_RECORD_NODES
	        && self->n_bytes <= FAIRLEAD_XML_MAX_RECORD_TEXT)
	       || fairlead_set_error_at (
		       error, self->path, line, FAIRLEAD_ERROR_LIMIT,
		       "the record <%s> has more than %u elements or %u bytes of text",
		       fairlead_xml_record_get_root (self)->name, FAIRLEAD_XML_MAX_RECORD_NODES,
		       FAIRLEAD_XML_MAX_RECORD_TEXT);
}

static void
forget (FairleadXmlRecord *self)
{
	g_string_chunk_clear (self->texts);
	self->n_nodes = 0;
	self->n_bytes = 0;
}

gboolean
fairlead_xml_record_open (FairleadXmlRecord *self, const FairleadXmlElement *element,
                          GError **error)
{
	guint64 line = fairlead_xml_element_get_line (element);
	FairleadXmlNode *node;

	if (self->current == NULL)
		forget (self);
	node = add_node (self, fairlead_xml_element_get_name (element), "", line);
	add_attributes (self, node, element);
	if (self->current != NULL)
		append_child (self->current, node);
	self->current = node;
	return check_bounds (self, line, error);
}

gboolean
fairlead_xml_record_close (FairleadXmlRecord *self, const char *text, guint64 line, GError **error)
{
	self->current->text = keep_text (self, text);
	self->current = self->current->parent;
	return check_bounds (self, line, error);
}

gboolean
fairlead_xml_record_is_open (const FairleadXmlRecord *self)
{
	return self->current != NULL;
}

const FairleadXmlNode *
fairlead_xml_record_get_root (const FairleadXmlRecord *self)
{
	return g_ptr_array_index (self->nodes, 0);
}
