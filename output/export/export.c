/* output/export/export.c: the forms, each with the files that it is of */
#include "output/export/export.h"

#include <string.h>

#include "graph/network/conductance.h"
#include "output/export/writers.h"

#define MOST_FILES 3

typedef struct {
	const char *suffix; /* in place of the ending that the user gave; NULL: the path as it is */
	gboolean (*write) (const FairleadExportJob *job, GError **error);
} File;

static const struct {
	const char *name;
	const char *endings[3]; /* NULL ends them */
	gboolean draws;
	File files[MOST_FILES];
} formats[FAIRLEAD_N_EXPORT_FORMATS] = {
	[FAIRLEAD_EXPORT_GRAPHML] = { "graphml",
	                              { ".graphml", NULL },
	                              TRUE,
	                              { { NULL, fairlead_export_graphml } } },
	[FAIRLEAD_EXPORT_GEXF] = { "gexf",
	                           { ".gexf", NULL },
	                           TRUE,
	                           { { NULL, fairlead_export_gexf } } },
	[FAIRLEAD_EXPORT_DOT] = { "dot",
	                          { ".dot", ".gv", NULL },
	                          FALSE,
	                          { { NULL, fairlead_export_dot } } },
	[FAIRLEAD_EXPORT_CSV] = { "csv",
	                          { ".csv", NULL },
	                          FALSE,
	                          { { "-nodes.csv", fairlead_export_csv_nodes },
	                            { "-edges.csv", fairlead_export_csv_edges } } },
	[FAIRLEAD_EXPORT_NEO4J] = { "neo4j",
	                            { ".cypher", NULL },
	                            FALSE,
	                            { { ".cypher", fairlead_export_neo4j_script },
	                              { "-neo4j-nodes.csv", fairlead_export_neo4j_nodes },
	                              { "-neo4j-links.csv", fairlead_export_neo4j_links } } },
	[FAIRLEAD_EXPORT_FTM] = { "ftm",
	                          { ".ftm", ".ftm.json", NULL },
	                          FALSE,
	                          { { NULL, fairlead_export_ftm } } },
	[FAIRLEAD_EXPORT_XLSX] = { "xlsx",
	                           { ".xlsx", NULL },
	                           FALSE,
	                           { { NULL, fairlead_export_xlsx } } },
	[FAIRLEAD_EXPORT_ARCS] = { "arcs",
	                           { ".arcs", NULL },
	                           FALSE,
	                           { { NULL, fairlead_export_arcs },
	                             { ".arcs.ids", fairlead_export_arc_ids } } },
};

const char *
fairlead_export_format_name (FairleadExportFormat format)
{
	return formats[format].name;
}

gboolean
fairlead_export_format_draws (FairleadExportFormat format)
{
	return formats[format].draws;
}

gboolean
fairlead_export_format_from_name (const char *name, FairleadExportFormat *format)
{
	for (guint i = 0; i < FAIRLEAD_N_EXPORT_FORMATS; i++) {
		if (strcmp (formats[i].name, name) != 0)
			continue;
		*format = (FairleadExportFormat) i;
		return TRUE;
	}
	return FALSE;
}

/* The ending of @path, when it is one of the format; NULL when not */
static const char *
find_ending (FairleadExportFormat format, const char *path)
{
	g_autofree char *lower = g_ascii_strdown (path, -1);

	for (guint i = 0; formats[format].endings[i] != NULL; i++)
		if (g_str_has_suffix (lower, formats[format].endings[i]))
			return formats[format].endings[i];
	return NULL;
}

gboolean
fairlead_export_format_from_path (const char *path, FairleadExportFormat *format)
{
	for (guint i = 0; i < FAIRLEAD_N_EXPORT_FORMATS; i++) {
		if (find_ending ((FairleadExportFormat) i, path) == NULL)
			continue;
		*format = (FairleadExportFormat) i;
		return TRUE;
	}
	return FALSE;
}

static void
append_listed (GString *list, const char *text)
{
	g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", text);
}

char *
fairlead_export_dup_names (void)
{
	GString *names = g_string_new (NULL);

	for (guint i = 0; i < FAIRLEAD_N_EXPORT_FORMATS; i++)
		append_listed (names, formats[i].name);
	return g_string_free (names, FALSE);
}

char *
fairlead_export_dup_endings (void)
{
	GString *endings = g_string_new (NULL);

	for (guint i = 0; i < FAIRLEAD_N_EXPORT_FORMATS; i++)
		for (guint j = 0; formats[i].endings[j] != NULL; j++)
			append_listed (endings, formats[i].endings[j]);
	return g_string_free (endings, FALSE);
}

char *
fairlead_export_dup_path (FairleadExportFormat format, const char *path, guint n)
{
	const char *ending = find_ending (format, path);
	g_autofree char *stem = NULL;

	if (n >= MOST_FILES || formats[format].files[n].write == NULL)
		return NULL;
	if (formats[format].files[n].suffix == NULL)
		return g_strdup (path);
	stem = g_strndup (path, strlen (path) - (ending != NULL ? strlen (ending) : 0));
	return g_strconcat (stem, formats[format].files[n].suffix, NULL);
}

static guint32 *
count_degrees (const FairleadExport *export)
{
	guint32 n = MAX (fairlead_network_get_n_vertices (export->network), 1u);
	guint32 *degrees = g_new0 (guint32, n);

	for (guint i = 0; i < export->selection->links->len; i++) {
		FairleadLink link = g_array_index (export->selection->links, FairleadLink, i);

		degrees[fairlead_network_get_from (export->network, link)]++;
		degrees[fairlead_network_get_to (export->network, link)]++;
	}
	return degrees;
}

gboolean
fairlead_export_write (FairleadExportFormat format, guint n, const FairleadExport *export,
                       const char *path, GOutputStream *stream, GCancellable *cancellable,
                       GError **error)
{
	g_autofree gfloat *conductance =
		fairlead_conductance_compute (export->network, export->parameters);
	g_autofree guint32 *degree = count_degrees (export);
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	FairleadExportJob job = {
		.view = { export, export->network, export->ranking, conductance, degree },
		.path = path,
		.sink = sink,
		.stream = stream,
		.cancellable = cancellable,
	};
	g_autoptr (GArray) vertex_columns = fairlead_export_vertex_columns (&job.view);
	g_autoptr (GArray) link_columns = fairlead_export_link_columns (&job.view);

	job.vertex_columns = vertex_columns;
	job.link_columns = link_columns;
	return formats[format].files[n].write (&job, error) && fairlead_sink_finish (sink, error);
}

void
fairlead_export_say_origin (const FairleadExportView *view, FairleadExportSay say,
                            gpointer user_data)
{
	g_autofree char *hash = fairlead_parameters_dup_hash (view->export->parameters);
	const FairleadAsOf *as_of = fairlead_network_get_as_of (view->network);

	say ("fairlead", FAIRLEAD_VERSION, user_data);
	if (view->ranking != NULL) {
		const char *const *expressions =
			fairlead_ranking_get_target_expressions (view->ranking);
		g_autofree char *target = g_strjoinv ("; ", (char **) expressions);

		say ("target", target, user_data);
	}
	say ("parameters", hash, user_data);
	if (as_of != NULL) {
		g_autofree char *day =
			fairlead_date_dup_text ((FairleadDate){ as_of->day, as_of->day });

		say ("as_of", day, user_data);
	}
}
