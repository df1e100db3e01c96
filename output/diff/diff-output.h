/* output/diff/diff-output.h: the differences of two editions as a table, CSV or JSON */
#pragma once
#include <gio/gio.h>
#include "graph/diff/diff.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/* @layout: asked by tables alone */
typedef struct {
	FairleadOutputFormat format;
	FairleadLayout layout;
} FairleadDiffView;

FAIRLEAD_API gboolean fairlead_diff_write (FairleadNetwork *before, FairleadNetwork *after,
                                           const FairleadDiff *diff, const FairleadDiffView *view,
                                           GOutputStream *stream, GCancellable *cancellable,
                                           GError **error);

G_END_DECLS
