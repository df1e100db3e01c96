/* ingest/syntax/xml-records.c */
#include "ingest/syntax/xml-records.h"

#include <string.h>

#include "ingest/record/error.h"

typedef struct {
	FairleadInput *input;
	const FairleadXmlRecordHandler *handler;
	gpointer user_data;
	GStringChunk *texts;      /* of the record being read */
	GPtrArray *nodes;         /* of FairleadXmlNode, owned: the same */
	gsize n_bytes;            /* of its texts */
	FairleadXmlNode *current; /* NULL outside of records */
	guint depth;              /* of open elements outside of records */
	guint passed_depth;       /* depth of the unknown element that is passed over, 0 for none */
} Reading;

/* ---- looking at a record ---- */

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

/* ---- building it ---- */

static const char *
keep_text (Reading *reading, const char *text)
{
	gsize length = strlen (text);

	if (length == 0)
		return "";
	reading->n_bytes += length;
	return g_string_chunk_insert_len (reading->texts, text, (gssize) length);
}

static FairleadXmlNode *
add_node (Reading *reading, const char *name, const char *text, guint64 line)
{
	FairleadXmlNode *node = g_slice_new0 (FairleadXmlNode);

	node->name = g_string_chunk_insert_const (reading->texts, name);
	node->text = keep_text (reading, text);
	node->line = line;
	g_ptr_array_add (reading->nodes, node);
	return node;
}

static void
free_node (gpointer node)
{
	g_slice_free (FairleadXmlNode, node);
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
add_attributes (Reading *reading, FairleadXmlNode *node, const FairleadXmlElement *element)
{
	FairleadXmlNode **last = &node->attributes;

	for (guint i = 0; i < fairlead_xml_element_get_n_attributes (element); i++) {
		const char *value;
		const char *name = fairlead_xml_element_get_nth (element, i, &value);

		*last = add_node (reading, name, value, node->line);
		last = &(*last)->next;
	}
}

static gboolean
check_bounds (Reading *reading, guint64 line, GError **error)
{
	if (reading->nodes->len <= FAIRLEAD_XML_MAX_RECORD_NODES
	    && reading->n_bytes <= FAIRLEAD_XML_MAX_RECORD_TEXT)
		return TRUE;
	return fairlead_set_error_at (
		error, fairlead_input_get_path (reading->input), line, FAIRLEAD_ERROR_LIMIT,
		"the record here has more than %u elements or %u bytes of text",
		FAIRLEAD_XML_MAX_RECORD_NODES, FAIRLEAD_XML_MAX_RECORD_TEXT);
}

static void
forget_record (Reading *reading)
{
	g_ptr_array_set_size (reading->nodes, 0);
	g_string_chunk_clear (reading->texts);
	reading->n_bytes = 0;
}

/* ---- reading ---- */

static void
enter_other (Reading *reading, const FairleadXmlElement *element)
{
	const FairleadXmlRecordHandler *handler = reading->handler;
	const char *name = fairlead_xml_element_get_name (element);

	reading->depth++;
	if (reading->passed_depth != 0)
		return;
	if (reading->depth == 1 || g_strv_contains (handler->containers, name)) {
		if (handler->container != NULL)
			handler->container (element, reading->user_data);
		return;
	}
	reading->passed_depth = reading->depth;
	if (handler->unknown != NULL)
		handler->unknown (element, reading->user_data);
}

static gboolean
on_start (const FairleadXmlElement *element, gpointer user_data, GError **error)
{
	Reading *reading = user_data;
	const char *name = fairlead_xml_element_get_name (element);
	guint64 line = fairlead_xml_element_get_line (element);
	FairleadXmlNode *node;

	if (reading->current == NULL
	    && (reading->passed_depth != 0 || reading->depth == 0
	        || !g_strv_contains (reading->handler->records, name))) {
		enter_other (reading, element);
		return TRUE;
	}
	node = add_node (reading, name, "", line);
	add_attributes (reading, node, element);
	if (reading->current != NULL)
		append_child (reading->current, node);
	reading->current = node;
	return check_bounds (reading, line, error);
}

static void
leave_other (Reading *reading)
{
	if (reading->passed_depth == reading->depth)
		reading->passed_depth = 0;
	reading->depth--;
}

static gboolean
on_end (const char *name, const char *text, guint64 line, gpointer user_data, GError **error)
{
	Reading *reading = user_data;
	FairleadXmlNode *node = reading->current;
	gboolean done;

	(void) name;
	if (node == NULL) {
		leave_other (reading);
		return TRUE;
	}
	node->text = keep_text (reading, text);
	reading->current = node->parent;
	if (!check_bounds (reading, line, error))
		return FALSE;
	if (reading->current != NULL)
		return TRUE;
	done = reading->handler->record (node, reading->user_data, error);
	forget_record (reading);
	return done;
}

gboolean
fairlead_xml_read_records (FairleadInput *input, const FairleadXmlRecordHandler *handler,
                           gpointer user_data, GError **error)
{
	static const FairleadXmlHandler elements = { on_start, on_end };
	g_autoptr (GStringChunk) texts = g_string_chunk_new (4096);
	g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (free_node);
	Reading reading = { .input = input,
		            .handler = handler,
		            .user_data = user_data,
		            .texts = texts,
		            .nodes = nodes };

	return fairlead_xml_read (input, &elements, &reading, error);
}
