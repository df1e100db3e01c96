/* output/export/export.h: the network as files for other programs */
#pragma once
#include "graph/layout/layout.h"
#include "graph/ranking.h"
#include "graph/selection/selection.h"
G_BEGIN_DECLS

/* Of each of the first ranked, where only these are written: evidence paths */
#define FAIRLEAD_EXPORT_PATHS 3u

/**
 * FairleadExport:
 * @ranking: (nullable): gives rank, score and components to the vertices that it ranks
 * @parameters: what the conductances, written as `weight`, depend on
 * @selection: the vertices and links to write
 * @points: (nullable): one for each vertex of the network, for forms that draw
 * @telling: how many of the vertices, and of the links, are written
 *
 * What is asked for; borrows all.
 */
typedef struct {
	FairleadNetwork *network;
	FairleadRanking *ranking;
	const FairleadParameters *parameters;
	const FairleadSelection *selection;
	const FairleadPoint *points;
	FairleadTelling telling;
} FairleadExport;

typedef enum {
	FAIRLEAD_EXPORT_GRAPHML,
	FAIRLEAD_EXPORT_GEXF,
	FAIRLEAD_EXPORT_DOT,
	FAIRLEAD_EXPORT_CSV,
	FAIRLEAD_EXPORT_NEO4J,
	FAIRLEAD_EXPORT_FTM,
	FAIRLEAD_EXPORT_XLSX,
	FAIRLEAD_EXPORT_ARCS,
	FAIRLEAD_N_EXPORT_FORMATS
} FairleadExportFormat;

/* graphml, gexf, dot, csv, neo4j, ftm, xlsx, arcs */
FAIRLEAD_API const char *fairlead_export_format_name (FairleadExportFormat format);
FAIRLEAD_API gboolean fairlead_export_format_from_name (const char *name,
                                                        FairleadExportFormat *format);
/* By the ending of a path, letter case aside */
FAIRLEAD_API gboolean fairlead_export_format_from_path (const char *path,
                                                        FairleadExportFormat *format);
/* Of all formats, with commas between: for messages */
FAIRLEAD_API char *fairlead_export_dup_names (void);
FAIRLEAD_API char *fairlead_export_dup_endings (void);
/* Whether it can say where vertices stand */
FAIRLEAD_API gboolean fairlead_export_format_draws (FairleadExportFormat format);

/* A format may be of several files, that stand beside each other: which is the @n-th, where the
 * user names @path; NULL behind the last. Of one file it is @path itself. */
FAIRLEAD_API char *fairlead_export_dup_path (FairleadExportFormat format, const char *path,
                                             guint n);

/**
 * fairlead_export_write:
 * @n: which file of the format
 * @path: that the user named: files that speak of each other say their names
 *
 * Writes every vertex and link that is selected with all that is known of it, and its sources as
 * `file:line`; several values of one attribute are joined by `; ` where the form has no lists.
 * Links are directed as they are stated: the source is NAME of the target. The same network gives
 * the same bytes. Fails when the stream does, when cancelled, or when the form cannot hold so much.
 *
 * Cost: O(all facts), twice; memory of O(links) for the conductances, of O(text) for xlsx.
 */
FAIRLEAD_API gboolean fairlead_export_write (FairleadExportFormat format, guint n,
                                             const FairleadExport *export, const char *path,
                                             GOutputStream *stream, GCancellable *cancellable,
                                             GError **error);

G_END_DECLS
