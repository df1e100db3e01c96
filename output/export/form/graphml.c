/* output/export/form/graphml.c: GraphML, for Gephi, igraph, NetworkX, graphology and yEd */
#include "output/export/writers.h"
#include "output/write/xml-writer.h"

#define NAMESPACE "http://graphml.graphdrawing.org/xmlns"

static const char *const type_names[FAIRLEAD_N_COLUMN_TYPES] = { "string", "double", "int",
	                                                         "boolean" };

typedef struct {
	const FairleadExportJob *job;
	FairleadXmlWriter xml;
	GArray *drawing;   /* of FairleadExportColumn */
	GString *text;     /* the value being written */
	guint n_of_origin; /* keys of the graph so far */
} Writing;

/* Ids are a letter and a number: g, v, d and e for keys of the graph, of nodes, of their drawing
 * and of edges; n for nodes and l for edges */
static void
write_key (Writing *writing, char owner, guint number, const char *name, const char *domain,
           FairleadColumnType type)
{
	fairlead_xml_writer_begin (&writing->xml, "key");
	fairlead_xml_writer_id (&writing->xml, "id", owner, number);
	fairlead_xml_writer_attribute (&writing->xml, "for", domain);
	fairlead_xml_writer_attribute (&writing->xml, "attr.name", name);
	fairlead_xml_writer_attribute (&writing->xml, "attr.type", type_names[type]);
	fairlead_xml_writer_end (&writing->xml);
}

static void
write_keys (Writing *writing, const GArray *columns, char owner, const char *domain)
{
	for (guint i = 0; i < columns->len; i++) {
		const FairleadExportColumn *column = fairlead_export_column (columns, i);

		write_key (writing, owner, i, column->name, domain, column->type);
	}
}

static void
write_data (Writing *writing, char owner, guint number, const char *value)
{
	fairlead_xml_writer_begin (&writing->xml, "data");
	fairlead_xml_writer_id (&writing->xml, "key", owner, number);
	fairlead_xml_writer_text (&writing->xml, value);
	fairlead_xml_writer_end (&writing->xml);
}

static void
write_values (Writing *writing, const GArray *columns, char owner, guint32 item)
{
	for (guint i = 0; i < columns->len; i++)
		if (fairlead_export_value (&writing->job->view, fairlead_export_column (columns, i),
		                           item, writing->text))
			write_data (writing, owner, i, writing->text->str);
}

/* ---- what the whole graph says of itself ---- */

static void
write_origin_key (const char *name, const char *value, gpointer user_data)
{
	Writing *writing = user_data;

	(void) value;
	write_key (writing, 'g', writing->n_of_origin++, name, "graph", FAIRLEAD_COLUMN_TEXT);
}

static void
write_origin_value (const char *name, const char *value, gpointer user_data)
{
	Writing *writing = user_data;

	(void) name;
	write_data (writing, 'g', writing->n_of_origin++, value);
}

static void
say_origin (Writing *writing, FairleadExportSay say)
{
	writing->n_of_origin = 0;
	fairlead_export_say_origin (&writing->job->view, say, writing);
}

/* ---- nodes and edges ---- */

static void
write_nodes (Writing *writing)
{
	const FairleadExportJob *job = writing->job;
	guint n = job->view.export->selection->vertices->len;

	for (guint i = 0; i < n && !fairlead_sink_has_failed (job->sink); i++) {
		FairleadVertex vertex = fairlead_export_vertex (&job->view, i);

		fairlead_xml_writer_begin (&writing->xml, "node");
		fairlead_xml_writer_id (&writing->xml, "id", 'n', vertex);
		write_values (writing, job->vertex_columns, 'v', vertex);
		write_values (writing, writing->drawing, 'd', vertex);
		fairlead_xml_writer_end (&writing->xml);
	}
}

static void
write_edges (Writing *writing)
{
	const FairleadExportJob *job = writing->job;
	FairleadNetwork *network = job->view.network;
	guint n = job->view.export->selection->links->len;

	for (guint i = 0; i < n && !fairlead_sink_has_failed (job->sink); i++) {
		FairleadLink link = fairlead_export_link (&job->view, i);

		fairlead_xml_writer_begin (&writing->xml, "edge");
		fairlead_xml_writer_id (&writing->xml, "id", 'l', link);
		fairlead_xml_writer_id (&writing->xml, "source", 'n',
		                        fairlead_network_get_from (network, link));
		fairlead_xml_writer_id (&writing->xml, "target", 'n',
		                        fairlead_network_get_to (network, link));
		write_values (writing, job->link_columns, 'e', link);
		fairlead_xml_writer_end (&writing->xml);
	}
}

static void
write_document (Writing *writing)
{
	FairleadXmlWriter *xml = &writing->xml;

	fairlead_xml_writer_begin (xml, "graphml");
	fairlead_xml_writer_attribute (xml, "xmlns", NAMESPACE);
	fairlead_xml_writer_attribute (xml, "xmlns:xsi",
	                               "http://www.w3.org/2001/XMLSchema-instance");
	fairlead_xml_writer_attribute (xml, "xsi:schemaLocation",
	                               NAMESPACE " " NAMESPACE "/1.0/graphml.xsd");
	say_origin (writing, write_origin_key);
	write_keys (writing, writing->job->vertex_columns, 'v', "node");
	write_keys (writing, writing->drawing, 'd', "node");
	write_keys (writing, writing->job->link_columns, 'e', "edge");
	fairlead_xml_writer_begin (xml, "graph");
	fairlead_xml_writer_attribute (xml, "edgedefault", "directed");
	say_origin (writing, write_origin_value);
	write_nodes (writing);
	write_edges (writing);
	fairlead_xml_writer_end (xml);
	fairlead_xml_writer_end (xml);
}

gboolean
fairlead_export_graphml (const FairleadExportJob *job, GError **error)
{
	g_autoptr (GString) text = g_string_new (NULL);
	g_autoptr (GArray) drawing = fairlead_export_drawing_columns (&job->view);
	Writing writing = { .job = job, .text = text, .drawing = drawing };

	(void) error;
	fairlead_xml_writer_init (&writing.xml, job->sink);
	write_document (&writing);
	fairlead_xml_writer_clear (&writing.xml);
	return TRUE;
}
