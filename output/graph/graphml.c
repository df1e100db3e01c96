/* output/graph/graphml.c */
#include "output/graph/graphml.h"

#include "graph/network/conductance.h"
#include "output/graph/graph-columns.h"
#include "output/write/xml-writer.h"

#define NAMESPACE "http://graphml.graphdrawing.org/xmlns"

static const char *const type_names[FAIRLEAD_N_COLUMN_TYPES] = { "string", "double", "int",
	                                                         "boolean" };

typedef struct {
	FairleadXmlWriter xml;
	FairleadGraphView view;
	GString *text; /* the value being written */
} Writing;

/* Ids are a letter and a number: g, v and e for keys of the graph, of nodes and of edges; n for
 * nodes and l for edges */
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
		const FairleadGraphColumn *column =
			&g_array_index (columns, FairleadGraphColumn, i);

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
	for (guint i = 0; i < columns->len; i++) {
		const FairleadGraphColumn *column =
			&g_array_index (columns, FairleadGraphColumn, i);

		g_string_truncate (writing->text, 0);
		if (column->append (&writing->view, item, column->detail, writing->text))
			write_data (writing, owner, i, writing->text->str);
	}
}

/* ---- what the whole graph says of itself ---- */

enum { GRAPH_VERSION, GRAPH_TARGET, GRAPH_PARAMETERS, GRAPH_AS_OF, N_GRAPH_KEYS };

static const char *const graph_keys[N_GRAPH_KEYS] = { "fairlead", "target", "parameters", "as_of" };

static gboolean
is_graph_key_used (const Writing *writing, guint key)
{
	if (key == GRAPH_TARGET)
		return writing->view.ranking != NULL;
	return key != GRAPH_AS_OF || fairlead_network_get_as_of (writing->view.network) != NULL;
}

static void
write_graph_keys (Writing *writing)
{
	for (guint i = 0; i < N_GRAPH_KEYS; i++)
		if (is_graph_key_used (writing, i))
			write_key (writing, 'g', i, graph_keys[i], "graph", FAIRLEAD_COLUMN_TEXT);
}

static void
write_graph_values (Writing *writing, const FairleadParameters *parameters)
{
	g_autofree char *hash = fairlead_parameters_dup_hash (parameters);
	const FairleadAsOf *as_of = fairlead_network_get_as_of (writing->view.network);

	write_data (writing, 'g', GRAPH_VERSION, FAIRLEAD_VERSION);
	if (writing->view.ranking != NULL) {
		const char *const *expressions =
			fairlead_ranking_get_target_expressions (writing->view.ranking);
		g_autofree char *target = g_strjoinv ("; ", (char **) expressions);

		write_data (writing, 'g', GRAPH_TARGET, target);
	}
	write_data (writing, 'g', GRAPH_PARAMETERS, hash);
	if (as_of != NULL) {
		g_autofree char *day =
			fairlead_date_dup_text ((FairleadDate){ as_of->day, as_of->day });

		write_data (writing, 'g', GRAPH_AS_OF, day);
	}
}

/* ---- nodes and edges ---- */

static void
write_nodes (Writing *writing, const GArray *columns, FairleadSink *sink)
{
	guint32 n_vertices = fairlead_network_get_n_vertices (writing->view.network);

	for (guint32 vertex = 0; vertex < n_vertices && !fairlead_sink_has_failed (sink);
	     vertex++) {
		fairlead_xml_writer_begin (&writing->xml, "node");
		fairlead_xml_writer_id (&writing->xml, "id", 'n', vertex);
		write_values (writing, columns, 'v', vertex);
		fairlead_xml_writer_end (&writing->xml);
	}
}

static void
write_edges (Writing *writing, const GArray *columns, FairleadSink *sink)
{
	FairleadNetwork *network = writing->view.network;
	guint32 n_links = fairlead_network_get_n_links (network);

	for (guint32 link = 0; link < n_links && !fairlead_sink_has_failed (sink); link++) {
		fairlead_xml_writer_begin (&writing->xml, "edge");
		fairlead_xml_writer_id (&writing->xml, "id", 'l', link);
		fairlead_xml_writer_id (&writing->xml, "source", 'n',
		                        fairlead_network_get_from (network, link));
		fairlead_xml_writer_id (&writing->xml, "target", 'n',
		                        fairlead_network_get_to (network, link));
		write_values (writing, columns, 'e', link);
		fairlead_xml_writer_end (&writing->xml);
	}
}

static void
write_document (Writing *writing, const FairleadParameters *parameters, FairleadSink *sink)
{
	g_autoptr (GArray) vertex_columns = fairlead_graph_vertex_columns (&writing->view);
	g_autoptr (GArray) link_columns = fairlead_graph_link_columns (&writing->view);
	FairleadXmlWriter *xml = &writing->xml;

	fairlead_xml_writer_begin (xml, "graphml");
	fairlead_xml_writer_attribute (xml, "xmlns", NAMESPACE);
	fairlead_xml_writer_attribute (xml, "xmlns:xsi",
	                               "http://www.w3.org/2001/XMLSchema-instance");
	fairlead_xml_writer_attribute (xml, "xsi:schemaLocation",
	                               NAMESPACE " " NAMESPACE "/1.0/graphml.xsd");
	write_graph_keys (writing);
	write_keys (writing, vertex_columns, 'v', "node");
	write_keys (writing, link_columns, 'e', "edge");
	fairlead_xml_writer_begin (xml, "graph");
	fairlead_xml_writer_attribute (xml, "edgedefault", "directed");
	write_graph_values (writing, parameters);
	write_nodes (writing, vertex_columns, sink);
	write_edges (writing, link_columns, sink);
	fairlead_xml_writer_end (xml);
	fairlead_xml_writer_end (xml);
}

gboolean
fairlead_graphml_write (FairleadNetwork *network, FairleadRanking *ranking,
                        const FairleadParameters *parameters, GOutputStream *stream,
                        GCancellable *cancellable, GError **error)
{
	g_autofree gfloat *conductance = fairlead_conductance_compute (network, parameters);
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	g_autoptr (GString) text = g_string_new (NULL);
	Writing writing = { .view = { network, ranking, conductance }, .text = text };

	fairlead_xml_writer_init (&writing.xml, sink);
	write_document (&writing, parameters, sink);
	fairlead_xml_writer_clear (&writing.xml);
	return fairlead_sink_finish (sink, error);
}
