/* output/show/show.h: all that is known of some entities, as a table, CSV or JSON */
#pragma once
#include <gio/gio.h>
#include "graph/network/network.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/* @layout: asked by tables alone */
typedef struct {
	FairleadOutputFormat format;
	FairleadLayout layout;
} FairleadShowView;

/**
 * fairlead_show_write:
 * @vertices: (element-type FairleadVertex): whom to show, in this order
 *
 * Writes every fact of each, with all its sources in CSV and JSON, and what the sources disagree
 * on; flushes the stream. The same network gives the same bytes, whatever the order of the files.
 */
FAIRLEAD_API gboolean fairlead_show_write (FairleadNetwork *network, const GArray *vertices,
                                           const FairleadShowView *view, GOutputStream *stream,
                                           GCancellable *cancellable, GError **error);

G_END_DECLS
