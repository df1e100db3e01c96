/* output/export/form/neo4j.c: CSV for Neo4j's bulk import, and a script that loads the same files
 *
 * Texts stand as they are: no spreadsheet is meant to open these. */
#include "output/export/writers.h"
#include "output/write/csv.h"

#include <string.h>

static const char *const type_names[FAIRLEAD_N_COLUMN_TYPES] = { "string", "double", "long",
	                                                         "boolean" };
static const char *const conversions[FAIRLEAD_N_COLUMN_TYPES] = { "", "toFloat", "toInteger",
	                                                          "toBoolean" };

/* `public-body` becomes `PublicBody` */
static char *
dup_label (FairleadKind kind)
{
	GString *label = g_string_new (NULL);
	gboolean begins = TRUE;

	for (const char *at = fairlead_kind_name (kind); *at != '\0'; at++) {
		if (g_ascii_isalnum (*at))
			g_string_append_c (label, begins ? g_ascii_toupper (*at) : *at);
		begins = !g_ascii_isalnum (*at);
	}
	return g_string_free (label, FALSE);
}

/* `registered-owner` becomes `REGISTERED_OWNER` */
static char *
dup_type (FairleadLinkKind kind)
{
	g_autofree char *upper = g_ascii_strup (fairlead_link_info (kind)->name, -1);

	return g_strdelimit (g_steal_pointer (&upper), "-", '_');
}

static gboolean
is_id (const FairleadExportColumn *column)
{
	return fairlead_export_column_is (column, "entity");
}

static char *
dup_heading (const FairleadExportColumn *column)
{
	return g_strconcat (column->name, ":", is_id (column) ? "ID" : type_names[column->type],
	                    NULL);
}

static void
write_heading (FairleadCsv *csv, const GArray *columns, const char *last)
{
	for (guint i = 0; i < columns->len; i++) {
		g_autofree char *heading = dup_heading (fairlead_export_column (columns, i));

		fairlead_csv_text (csv, heading);
	}
	fairlead_csv_text (csv, last);
	fairlead_csv_end_row (csv);
}

static void
write_row (const FairleadExportJob *job, FairleadCsv *csv, const GArray *columns, guint32 item,
           GString *text, const char *last)
{
	for (guint i = 0; i < columns->len; i++) {
		gboolean has_value = fairlead_export_value (
			&job->view, fairlead_export_column (columns, i), item, text);

		fairlead_csv_text (csv, has_value ? text->str : NULL);
	}
	fairlead_csv_text (csv, last);
	fairlead_csv_end_row (csv);
}

gboolean
fairlead_export_neo4j_nodes (const FairleadExportJob *job, GError **error)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT_VERBATIM (job->sink);
	g_autoptr (GString) text = g_string_new (NULL);
	guint n = job->view.export->selection->vertices->len;

	(void) error;
	write_heading (&csv, job->vertex_columns, ":LABEL");
	for (guint i = 0; i < n && !fairlead_sink_has_failed (job->sink); i++) {
		FairleadVertex vertex = fairlead_export_vertex (&job->view, i);
		g_autofree char *label =
			dup_label (fairlead_network_get_kind (job->view.network, vertex));
		g_autofree char *labels = g_strconcat ("Entity;", label, NULL);

		write_row (job, &csv, job->vertex_columns, vertex, text, labels);
	}
	return TRUE;
}

gboolean
fairlead_export_neo4j_links (const FairleadExportJob *job, GError **error)
{
	FairleadNetwork *network = job->view.network;
	FairleadCsv csv = FAIRLEAD_CSV_INIT_VERBATIM (job->sink);
	g_autoptr (GString) text = g_string_new (NULL);
	guint n = job->view.export->selection->links->len;

	(void) error;
	fairlead_csv_text (&csv, ":START_ID");
	fairlead_csv_text (&csv, ":END_ID");
	write_heading (&csv, job->link_columns, ":TYPE");
	for (guint i = 0; i < n && !fairlead_sink_has_failed (job->sink); i++) {
		FairleadLink link = fairlead_export_link (&job->view, i);
		FairleadVertex from = fairlead_network_get_from (network, link);
		FairleadVertex to = fairlead_network_get_to (network, link);
		g_autofree char *type = dup_type (fairlead_network_get_link (network, link)->kind);

		fairlead_csv_text (&csv, fairlead_network_get_id (network, from));
		fairlead_csv_text (&csv, fairlead_network_get_id (network, to));
		write_row (job, &csv, job->link_columns, link, text, type);
	}
	return TRUE;
}

/* ---- the script ---- */

/* `case-nodes.csv`, as a URL within Neo4j's import folder */
static char *
dup_url (const FairleadExportJob *job, guint n)
{
	g_autofree char *path = fairlead_export_dup_path (FAIRLEAD_EXPORT_NEO4J, job->path, n);
	g_autofree char *name = g_path_get_basename (path);

	return g_uri_escape_string (name, NULL, FALSE);
}

/* Cypher cannot take a label or type from a row, so that each has a statement of its own */
static void
put_settings (const FairleadExportJob *job, const GArray *columns, const char *variable)
{
	const char *comma = "";

	for (guint i = 0; i < columns->len; i++) {
		const FairleadExportColumn *column = fairlead_export_column (columns, i);
		g_autofree char *heading = dup_heading (column);

		if (is_id (column))
			continue;
		fairlead_sink_printf (job->sink, "%s\n    %s.%s = %s(row.`%s`)", comma, variable,
		                      column->name, conversions[column->type], heading);
		comma = ",";
	}
}

static void
put_load (const FairleadExportJob *job, const char *url, const char *column, const char *value)
{
	fairlead_sink_printf (job->sink,
	                      "\nLOAD CSV WITH HEADERS FROM 'file:///%s' AS row\n"
	                      "WITH row WHERE row.`%s` = '%s'\n"
	                      "CALL {\n  WITH row\n",
	                      url, column, value);
}

static void
put_nodes_of_kind (const FairleadExportJob *job, FairleadKind kind, const char *url)
{
	g_autofree char *label = dup_label (kind);
	g_autofree char *labels = g_strconcat ("Entity;", label, NULL);

	put_load (job, url, ":LABEL", labels);
	fairlead_sink_printf (job->sink,
	                      "  MERGE (n:Entity {entity: row.`entity:ID`})\n  SET n:%s,", label);
	put_settings (job, job->vertex_columns, "n");
	fairlead_sink_put (job->sink, "\n} IN TRANSACTIONS OF 10000 ROWS;\n");
}

static void
put_links_of_kind (const FairleadExportJob *job, FairleadLinkKind kind, const char *url)
{
	g_autofree char *type = dup_type (kind);

	put_load (job, url, ":TYPE", type);
	fairlead_sink_printf (job->sink,
	                      "  MATCH (a:Entity {entity: row.`:START_ID`})\n"
	                      "  MATCH (b:Entity {entity: row.`:END_ID`})\n"
	                      "  CREATE (a)-[r:%s]->(b)\n  SET",
	                      type);
	put_settings (job, job->link_columns, "r");
	fairlead_sink_put (job->sink, "\n} IN TRANSACTIONS OF 10000 ROWS;\n");
}

static void
put_origin (const char *name, const char *value, gpointer user_data)
{
	FairleadSink *sink = user_data;
	g_autofree char *line = g_strdelimit (g_utf8_make_valid (value, -1), "\r\n", ' ');

	fairlead_sink_printf (sink, "// %s: ", name);
	fairlead_sink_put (sink, line);
	fairlead_sink_put (sink, "\n");
}

static void
put_head (const FairleadExportJob *job, const char *nodes, const char *links)
{
	fairlead_export_say_origin (&job->view, put_origin, job->sink);
	fairlead_sink_printf (
		job->sink,
		"//\n"
		"// Into a new database, much the fastest:\n"
		"//   neo4j-admin database import full neo4j --multiline-fields=true \\\n"
		"//     --nodes=%s --relationships=%s\n"
		"// Into one that runs: put both files into its import folder, set\n"
		"// db.import.csv.legacy_quote_escaping=false, run this with cypher-shell.\n"
		"\n"
		"CREATE CONSTRAINT entity IF NOT EXISTS\n"
		"FOR (n:Entity) REQUIRE n.entity IS UNIQUE;\n",
		nodes, links);
}

gboolean
fairlead_export_neo4j_script (const FairleadExportJob *job, GError **error)
{
	const FairleadSelection *selection = job->view.export->selection;
	FairleadNetwork *network = job->view.network;
	g_autofree char *nodes = dup_url (job, 1);
	g_autofree char *links = dup_url (job, 2);
	gboolean has_kind[FAIRLEAD_N_KINDS] = { FALSE };
	gboolean has_link[FAIRLEAD_N_LINK_KINDS] = { FALSE };

	(void) error;
	for (guint i = 0; i < selection->vertices->len; i++)
		has_kind[fairlead_network_get_kind (network,
		                                    fairlead_export_vertex (&job->view, i))] = TRUE;
	for (guint i = 0; i < selection->links->len; i++)
		has_link[fairlead_network_get_link (network, fairlead_export_link (&job->view, i))
		                 ->kind] = TRUE;
	put_head (job, nodes, links);
	for (guint kind = 0; kind < FAIRLEAD_N_KINDS; kind++)
		if (has_kind[kind])
			put_nodes_of_kind (job, kind, nodes);
	for (guint kind = 0; kind < FAIRLEAD_N_LINK_KINDS; kind++)
		if (has_link[kind])
			put_links_of_kind (job, kind, links);
	return TRUE;
}
