/* output/export/form/dot.c: DOT, for Graphviz and what reads its files */
#include "output/export/writers.h"
#include "output/palette.h"
#include "output/write/number.h"

static const char *const shapes[FAIRLEAD_N_SHAPES] = { "ellipse", "box", "triangle", "diamond" };

typedef struct {
	const FairleadExportJob *job;
	FairleadSink *sink;
	GString *text;
	gboolean in_list; /* an attribute was written already */
} Writing;

/* Backslashes are doubled, for they begin escapes, and ampersands written out, for they begin
 * entities; controls have no place in what is drawn */
static void
put_quoted (FairleadSink *sink, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid (text, -1);

	fairlead_sink_put (sink, "\"");
	for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
		gunichar character = g_utf8_get_char (at);

		if (character == '"' || character == '\\')
			fairlead_sink_put (sink, "\\");
		if (character == '\n')
			fairlead_sink_put (sink, "\\n");
		else if (character == '&')
			fairlead_sink_put (sink, "&amp;");
		else if (g_unichar_iscntrl (character))
			fairlead_sink_put_char (sink, 0xfffd);
		else
			fairlead_sink_put_char (sink, character);
	}
	fairlead_sink_put (sink, "\"");
}

static void
put_attribute (Writing *writing, const char *name, const char *value)
{
	fairlead_sink_put (writing->sink, writing->in_list ? ", " : " [");
	fairlead_sink_put (writing->sink, name);
	fairlead_sink_put (writing->sink, "=");
	put_quoted (writing->sink, value);
	writing->in_list = TRUE;
}

static void
put_number (Writing *writing, const char *name, double value)
{
	char buffer[FAIRLEAD_NUMBER_SIZE];

	put_attribute (writing, name, fairlead_number_exact (value, buffer));
}

static void
put_colour (Writing *writing, const char *name, guint32 colour)
{
	g_string_truncate (writing->text, 0);
	fairlead_palette_append (writing->text, colour);
	put_attribute (writing, name, writing->text->str);
}

static void
end_statement (Writing *writing)
{
	fairlead_sink_put (writing->sink, writing->in_list ? "];\n" : ";\n");
	writing->in_list = FALSE;
}

/* Graphviz takes `weight` for how short and straight an edge shall be, in whole numbers */
static const char *
name_of (const FairleadExportColumn *column)
{
	return fairlead_export_column_is (column, "weight") ? "conductance" : column->name;
}

static void
put_values (Writing *writing, const GArray *columns, guint32 item)
{
	for (guint i = 0; i < columns->len; i++) {
		const FairleadExportColumn *column = fairlead_export_column (columns, i);

		if (fairlead_export_value (&writing->job->view, column, item, writing->text))
			put_attribute (writing, name_of (column), writing->text->str);
	}
}

/* ---- what is drawn ---- */

/* Whether letters on it must be white: the weights are those of ITU-R BT.709 */
static gboolean
is_dark (guint32 colour)
{
	double light = 0.2126 * ((colour >> 16) & 0xff) + 0.7152 * ((colour >> 8) & 0xff)
	               + 0.0722 * (colour & 0xff);

	return light < 128.0;
}

static void
put_node (Writing *writing, FairleadVertex vertex)
{
	const FairleadExportView *view = &writing->job->view;
	FairleadKindLook look =
		fairlead_palette_of_kind (fairlead_network_get_kind (view->network, vertex));
	gboolean is_target =
		view->ranking != NULL && fairlead_ranking_is_target (view->ranking, vertex);

	fairlead_sink_put (writing->sink, "\tn");
	fairlead_sink_put_integer (writing->sink, vertex);
	put_values (writing, writing->job->vertex_columns, vertex);
	put_attribute (writing, "shape", shapes[look.shape]);
	put_colour (writing, "fillcolor", look.colour);
	put_attribute (writing, "fontcolor", is_dark (look.colour) ? "white" : "black");
	if (is_target)
		put_attribute (writing, "peripheries", "2");
	end_statement (writing);
}

static void
put_edge (Writing *writing, FairleadLink link)
{
	const FairleadExportView *view = &writing->job->view;
	FairleadNetwork *network = view->network;
	const FairleadLinkInfo *info =
		fairlead_link_info (fairlead_network_get_link (network, link)->kind);

	fairlead_sink_put (writing->sink, "\tn");
	fairlead_sink_put_integer (writing->sink, fairlead_network_get_from (network, link));
	fairlead_sink_put (writing->sink, " -> n");
	fairlead_sink_put_integer (writing->sink, fairlead_network_get_to (network, link));
	put_values (writing, writing->job->link_columns, link);
	put_colour (writing, "color", fairlead_palette_of_class (info->link_class));
	put_number (writing, "penwidth",
	            fairlead_number_round (
			    0.5 + 1.5 * (double) fairlead_network_get_confidence (network, link)));
	if (fairlead_network_is_over (network, link))
		put_attribute (writing, "style", "dashed");
	end_statement (writing);
}

static void
put_origin (const char *name, const char *value, gpointer user_data)
{
	Writing *writing = user_data;

	fairlead_sink_put (writing->sink, "\t");
	fairlead_sink_put (writing->sink, name);
	fairlead_sink_put (writing->sink, "=");
	put_quoted (writing->sink, value);
	fairlead_sink_put (writing->sink, ";\n");
}

gboolean
fairlead_export_dot (const FairleadExportJob *job, GError **error)
{
	g_autoptr (GString) text = g_string_new (NULL);
	Writing writing = { .job = job, .sink = job->sink, .text = text };
	const FairleadSelection *selection = job->view.export->selection;

	(void) error;
	fairlead_sink_put (job->sink, "digraph fairlead {\n"
	                              "\tcharset=\"UTF-8\"; overlap=\"prism\"; "
	                              "splines=\"true\";\n"
	                              "\tnode [style=\"filled\", fontname=\"sans-serif\"];\n"
	                              "\tedge [fontname=\"sans-serif\", fontsize=\"9\"];\n");
	fairlead_export_say_origin (&job->view, put_origin, &writing);
	for (guint i = 0; i < selection->vertices->len && !fairlead_sink_has_failed (job->sink);
	     i++)
		put_node (&writing, fairlead_export_vertex (&job->view, i));
	for (guint i = 0; i < selection->links->len && !fairlead_sink_has_failed (job->sink); i++)
		put_edge (&writing, fairlead_export_link (&job->view, i));
	fairlead_sink_put (job->sink, "}\n");
	return TRUE;
}
