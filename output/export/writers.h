/* output/export/writers.h: one function for each file of each form
 *
 * Each writes to the sink, whose failure is asked for afterwards; they return FALSE for a failure
 * of another kind. */
#pragma once
#include "output/export/columns/columns.h"
#include "output/write/sink.h"
G_BEGIN_DECLS

/**
 * FairleadExportJob:
 * @vertex_columns: of FairleadExportColumn
 * @link_columns: the same
 * @path: that the user named
 */
typedef struct {
	FairleadExportView view;
	GArray *vertex_columns;
	GArray *link_columns;
	const char *path;
	FairleadSink *sink;
	GOutputStream *stream; /* that of the sink */
	GCancellable *cancellable;
} FairleadExportJob;

gboolean fairlead_export_graphml (const FairleadExportJob *job, GError **error);
gboolean fairlead_export_gexf (const FairleadExportJob *job, GError **error);
gboolean fairlead_export_dot (const FairleadExportJob *job, GError **error);
gboolean fairlead_export_csv_nodes (const FairleadExportJob *job, GError **error);
gboolean fairlead_export_csv_edges (const FairleadExportJob *job, GError **error);
gboolean fairlead_export_neo4j_script (const FairleadExportJob *job, GError **error);
gboolean fairlead_export_neo4j_nodes (const FairleadExportJob *job, GError **error);
gboolean fairlead_export_neo4j_links (const FairleadExportJob *job, GError **error);
gboolean fairlead_export_ftm (const FairleadExportJob *job, GError **error);
gboolean fairlead_export_arcs (const FairleadExportJob *job, GError **error);
gboolean fairlead_export_arc_ids (const FairleadExportJob *job, GError **error);
gboolean fairlead_export_xlsx (const FairleadExportJob *job, GError **error);

/* ---- what they share ---- */

typedef void (*FairleadExportSay) (const char *name, const char *value, gpointer user_data);
/* What a file says of itself: fairlead, target, parameters, as_of, those that there are */
void fairlead_export_say_origin (const FairleadExportView *view, FairleadExportSay say,
                                 gpointer user_data);

/* A vertex's radius in a drawing: by score where it has one, else by the number of its links */
double fairlead_export_size (const FairleadExportView *view, FairleadVertex vertex);

/**
 * FairleadSpell:
 *
 * From the first to the last day on which something may have stood, in days since 1970-01-01;
 * open where that is unknown.
 */
typedef struct {
	gint32 first;
	gint32 last;
} FairleadSpell;

FairleadSpell fairlead_export_link_spell (const FairleadExportView *view, FairleadLink link);
/* From formation, birth or building to dissolution, widened to what is known of its links' days:
 * nothing that stood may hide because of its end */
FairleadSpell fairlead_export_vertex_spell (const FairleadExportView *view, FairleadVertex vertex,
                                            const FairleadSpell *of_links);
/* (transfer full): for each vertex of the network the days known of its links: from the first
 * start to the last end; both open where none is known */
FairleadSpell *fairlead_export_spells_of_links (const FairleadExportView *view);

/* All forms ask here for what they write next: so this is where it is told how far they are */
static inline FairleadVertex
fairlead_export_vertex (const FairleadExportView *view, guint i)
{
	fairlead_tell_step (&view->export->telling, "writing entities", i,
	                    view->export->selection->vertices->len);
	return g_array_index (view->export->selection->vertices, FairleadVertex, i);
}

static inline FairleadLink
fairlead_export_link (const FairleadExportView *view, guint i)
{
	fairlead_tell_step (&view->export->telling, "writing links", i,
	                    view->export->selection->links->len);
	return g_array_index (view->export->selection->links, FairleadLink, i);
}

G_END_DECLS
