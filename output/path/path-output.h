/* output/path/path-output.h: paths or trees as a table, CSV or JSON */
#pragma once
#include "graph/path/paths.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadPathView:
 * @ends: (array zero-terminated=1): the expressions that were asked about
 * @of_trees: they are trees of `common`, and not paths
 * @counts: the number of cheapest paths was asked
 * @parameters_hash: of the numbers that the paths depend on
 * @layout: asked by tables alone
 */
typedef struct {
	FairleadOutputFormat format;
	FairleadLayout layout;
	const char *const *ends;
	const char *parameters_hash;
	gboolean of_trees;
	gboolean counts;
} FairleadPathView;

/* Writes what was found to @stream and flushes it. The same paths and view give the same bytes. */
FAIRLEAD_API gboolean fairlead_paths_write (FairleadNetwork *network, const FairleadPaths *found,
                                            const FairleadPathView *view, GOutputStream *stream,
                                            GCancellable *cancellable, GError **error);

G_END_DECLS
