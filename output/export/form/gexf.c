/* output/export/form/gexf.c: GEXF 1.3 for Gephi and Gephi Lite, with looks and days */
#include "output/export/writers.h"
#include "output/palette.h"
#include "output/ranking/evidence.h"
#include "output/write/number.h"
#include "output/write/xml-writer.h"

#define NAMESPACE "http://gexf.net/1.3"

static const char *const type_names[FAIRLEAD_N_COLUMN_TYPES] = { "string", "double", "integer",
	                                                         "boolean" };

typedef struct {
	const FairleadExportJob *job;
	FairleadXmlWriter xml;
	GString *text; /* the value being written */
	FairleadSpell *spells_of_links;
	guint n_alike; /* edges of one kind between the same two, so far */
} Writing;

/* GEXF has attributes of its own for these */
static gboolean
is_said_otherwise (const FairleadExportColumn *column)
{
	return fairlead_export_column_is (column, "label")
	       || fairlead_export_column_is (column, "weight");
}

/* ---- what there is to say ---- */

/* Names are ids as well, for graphology shows those */
static void
write_attributes (Writing *writing, const GArray *columns, const char *of)
{
	FairleadXmlWriter *xml = &writing->xml;

	fairlead_xml_writer_begin (xml, "attributes");
	fairlead_xml_writer_attribute (xml, "class", of);
	fairlead_xml_writer_attribute (xml, "mode", "static");
	for (guint i = 0; i < columns->len; i++) {
		const FairleadExportColumn *column = fairlead_export_column (columns, i);

		if (is_said_otherwise (column))
			continue;
		fairlead_xml_writer_begin (xml, "attribute");
		fairlead_xml_writer_attribute (xml, "id", column->name);
		fairlead_xml_writer_attribute (xml, "title", column->name);
		fairlead_xml_writer_attribute (xml, "type", type_names[column->type]);
		fairlead_xml_writer_end (xml);
	}
	fairlead_xml_writer_end (xml);
}

static void
append_origin (const char *name, const char *value, gpointer user_data)
{
	GString *text = user_data;

	g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "", name, value);
}

static void
write_text_element (Writing *writing, const char *name, const char *text)
{
	fairlead_xml_writer_begin (&writing->xml, name);
	fairlead_xml_writer_text (&writing->xml, text);
	fairlead_xml_writer_end (&writing->xml);
}

static void
write_meta (Writing *writing)
{
	g_autoptr (GString) origin = g_string_new (NULL);

	fairlead_export_say_origin (&writing->job->view, append_origin, origin);
	fairlead_xml_writer_begin (&writing->xml, "meta");
	write_text_element (writing, "creator", "fairlead");
	write_text_element (writing, "description", origin->str);
	fairlead_xml_writer_end (&writing->xml);
}

/* ---- what nodes and edges share ---- */

static void
write_values (Writing *writing, const GArray *columns, guint32 item)
{
	FairleadXmlWriter *xml = &writing->xml;

	fairlead_xml_writer_begin (xml, "attvalues");
	for (guint i = 0; i < columns->len; i++) {
		const FairleadExportColumn *column = fairlead_export_column (columns, i);

		if (is_said_otherwise (column)
		    || !fairlead_export_value (&writing->job->view, column, item, writing->text))
			continue;
		fairlead_xml_writer_begin (xml, "attvalue");
		fairlead_xml_writer_attribute (xml, "for", column->name);
		fairlead_xml_writer_attribute (xml, "value", writing->text->str);
		fairlead_xml_writer_end (xml);
	}
	fairlead_xml_writer_end (xml);
}

static void
write_day (Writing *writing, const char *name, gint32 day)
{
	g_autofree char *text = fairlead_date_dup_text ((FairleadDate){ day, day });

	if (text != NULL)
		fairlead_xml_writer_attribute (&writing->xml, name, text);
}

/* A side that is open has no attribute; open on both, it stands always and there is no spell */
static void
write_spell (Writing *writing, FairleadSpell spell)
{
	FairleadXmlWriter *xml = &writing->xml;
	gboolean has_first = spell.first != FAIRLEAD_DAY_OPEN_PAST;
	gboolean has_last = spell.last != FAIRLEAD_DAY_OPEN_FUTURE;

	if (!has_first && !has_last)
		return;
	fairlead_xml_writer_begin (xml, "spells");
	fairlead_xml_writer_begin (xml, "spell");
	if (has_first)
		write_day (writing, "start", spell.first);
	if (has_last)
		write_day (writing, "end", spell.last);
	fairlead_xml_writer_end (xml);
	fairlead_xml_writer_end (xml);
}

static void
write_number (Writing *writing, const char *name, double value)
{
	char buffer[FAIRLEAD_NUMBER_SIZE];

	fairlead_xml_writer_attribute (&writing->xml, name, fairlead_number_exact (value, buffer));
}

static void
write_channel (Writing *writing, const char *name, guint32 channel)
{
	char digits[12];

	g_snprintf (digits, sizeof digits, "%u", channel & 0xffu);
	fairlead_xml_writer_attribute (&writing->xml, name, digits);
}

static void
write_colour (Writing *writing, guint32 colour)
{
	fairlead_xml_writer_begin (&writing->xml, "viz:color");
	write_channel (writing, "r", colour >> 16);
	write_channel (writing, "g", colour >> 8);
	write_channel (writing, "b", colour);
	fairlead_xml_writer_end (&writing->xml);
}

static void
write_viz_value (Writing *writing, const char *name, const char *value)
{
	fairlead_xml_writer_begin (&writing->xml, name);
	fairlead_xml_writer_attribute (&writing->xml, "value", value);
	fairlead_xml_writer_end (&writing->xml);
}

/* ---- nodes ---- */

static void
write_place (Writing *writing, FairleadVertex vertex)
{
	const FairleadPoint *points = writing->job->view.export->points;

	if (points == NULL)
		return;
	fairlead_xml_writer_begin (&writing->xml, "viz:position");
	write_number (writing, "x", fairlead_number_round ((double) points[vertex].x));
	write_number (writing, "y", fairlead_number_round ((double) points[vertex].y));
	write_number (writing, "z", 0.0);
	fairlead_xml_writer_end (&writing->xml);
}

static void
write_look_of_node (Writing *writing, FairleadVertex vertex)
{
	const FairleadExportView *view = &writing->job->view;
	FairleadKindLook look =
		fairlead_palette_of_kind (fairlead_network_get_kind (view->network, vertex));

	write_colour (writing, look.colour);
	write_place (writing, vertex);
	fairlead_xml_writer_begin (&writing->xml, "viz:size");
	write_number (writing, "value", fairlead_export_size (view, vertex));
	fairlead_xml_writer_end (&writing->xml);
	write_viz_value (writing, "viz:shape", fairlead_shape_name (look.shape));
}

static void
write_node (Writing *writing, FairleadVertex vertex)
{
	const FairleadExportView *view = &writing->job->view;

	fairlead_xml_writer_begin (&writing->xml, "node");
	fairlead_xml_writer_id (&writing->xml, "id", 'n', vertex);
	fairlead_xml_writer_attribute (&writing->xml, "label",
	                               fairlead_network_get_name (view->network, vertex));
	write_values (writing, writing->job->vertex_columns, vertex);
	write_spell (writing,
	             fairlead_export_vertex_spell (view, vertex, writing->spells_of_links));
	write_look_of_node (writing, vertex);
	fairlead_xml_writer_end (&writing->xml);
}

static void
write_nodes (Writing *writing)
{
	const FairleadExportJob *job = writing->job;
	guint n = job->view.export->selection->vertices->len;

	fairlead_xml_writer_begin (&writing->xml, "nodes");
	for (guint i = 0; i < n && !fairlead_sink_has_failed (job->sink); i++)
		write_node (writing, fairlead_export_vertex (&job->view, i));
	fairlead_xml_writer_end (&writing->xml);
}

/* ---- edges ---- */

static gboolean
is_alike (FairleadNetwork *network, FairleadLink one, FairleadLink other)
{
	return fairlead_network_get_from (network, one)
	               == fairlead_network_get_from (network, other)
	       && fairlead_network_get_to (network, one) == fairlead_network_get_to (network, other)
	       && fairlead_network_get_link (network, one)->kind
	                  == fairlead_network_get_link (network, other)->kind;
}

/* Which it is of those of one kind between the same two, which stand one behind the other, in the
 * order of their first days; from 1 */
static guint
count_alike (Writing *writing, guint i)
{
	FairleadLink link = fairlead_export_link (&writing->job->view, i);

	if (i > 0
	    && is_alike (writing->job->view.network, link,
	                 fairlead_export_link (&writing->job->view, i - 1)))
		return ++writing->n_alike;
	return writing->n_alike = 1;
}

/* Gephi makes one edge of those between the same two that have one type, and adds their weights up;
 * so each has a type of its own: `supplier`, `supplier 2` */
static void
write_type (Writing *writing, const char *name, guint n_alike)
{
	g_autofree char *type =
		n_alike == 1 ? g_strdup (name) : g_strdup_printf ("%s %u", name, n_alike);

	fairlead_xml_writer_attribute (&writing->xml, "kind", type);
}

static void
write_head_of_edge (Writing *writing, FairleadLink link, guint n_alike)
{
	FairleadNetwork *network = writing->job->view.network;
	FairleadXmlWriter *xml = &writing->xml;
	const FairleadLinkInfo *info =
		fairlead_link_info (fairlead_network_get_link (network, link)->kind);
	g_autofree char *words = fairlead_name_dup_words (info->name);

	fairlead_xml_writer_begin (xml, "edge");
	fairlead_xml_writer_id (xml, "id", 'l', link);
	write_type (writing, info->name, n_alike);
	fairlead_xml_writer_attribute (xml, "label", words);
	fairlead_xml_writer_id (xml, "source", 'n', fairlead_network_get_from (network, link));
	fairlead_xml_writer_id (xml, "target", 'n', fairlead_network_get_to (network, link));
	write_number (writing, "weight",
	              fairlead_number_round ((double) writing->job->view.conductance[link]));
}

static void
write_edge (Writing *writing, guint i)
{
	const FairleadExportView *view = &writing->job->view;
	FairleadLink link = fairlead_export_link (view, i);
	FairleadNetwork *network = view->network;
	const FairleadLinkInfo *info =
		fairlead_link_info (fairlead_network_get_link (network, link)->kind);
	double confidence =
		fairlead_number_round ((double) fairlead_network_get_confidence (network, link));

	write_head_of_edge (writing, link, count_alike (writing, i));
	write_values (writing, writing->job->link_columns, link);
	write_spell (writing, fairlead_export_link_spell (view, link));
	write_colour (writing, fairlead_palette_of_class (info->link_class));
	fairlead_xml_writer_begin (&writing->xml, "viz:thickness");
	write_number (writing, "value", fairlead_number_round (0.5 + 1.5 * confidence));
	fairlead_xml_writer_end (&writing->xml);
	write_viz_value (writing, "viz:shape",
	                 fairlead_network_is_over (network, link) ? "dashed" : "solid");
	fairlead_xml_writer_end (&writing->xml);
}

static void
write_edges (Writing *writing)
{
	const FairleadExportJob *job = writing->job;
	guint n = job->view.export->selection->links->len;

	fairlead_xml_writer_begin (&writing->xml, "edges");
	for (guint i = 0; i < n && !fairlead_sink_has_failed (job->sink); i++)
		write_edge (writing, i);
	fairlead_xml_writer_end (&writing->xml);
}

/* ---- the whole ---- */

static void
write_document (Writing *writing)
{
	FairleadXmlWriter *xml = &writing->xml;

	fairlead_xml_writer_begin (xml, "gexf");
	fairlead_xml_writer_attribute (xml, "xmlns", NAMESPACE);
	fairlead_xml_writer_attribute (xml, "xmlns:viz", NAMESPACE "/viz");
	fairlead_xml_writer_attribute (xml, "xmlns:xsi",
	                               "http://www.w3.org/2001/XMLSchema-instance");
	fairlead_xml_writer_attribute (xml, "xsi:schemaLocation",
	                               NAMESPACE " " NAMESPACE "/gexf.xsd");
	fairlead_xml_writer_attribute (xml, "version", "1.3");
	write_meta (writing);
	fairlead_xml_writer_begin (xml, "graph");
	fairlead_xml_writer_attribute (xml, "defaultedgetype", "directed");
	fairlead_xml_writer_attribute (xml, "idtype", "string");
	fairlead_xml_writer_attribute (xml, "mode", "dynamic");
	fairlead_xml_writer_attribute (xml, "timeformat", "date");
	fairlead_xml_writer_attribute (xml, "timerepresentation", "interval");
	write_attributes (writing, writing->job->vertex_columns, "node");
	write_attributes (writing, writing->job->link_columns, "edge");
	write_nodes (writing);
	write_edges (writing);
	fairlead_xml_writer_end (xml);
	fairlead_xml_writer_end (xml);
}

gboolean
fairlead_export_gexf (const FairleadExportJob *job, GError **error)
{
	g_autoptr (GString) text = g_string_new (NULL);
	g_autofree FairleadSpell *spells = fairlead_export_spells_of_links (&job->view);
	Writing writing = { .job = job, .text = text, .spells_of_links = spells };

	(void) error;
	fairlead_xml_writer_init (&writing.xml, job->sink);
	write_document (&writing);
	fairlead_xml_writer_clear (&writing.xml);
	return TRUE;
}
