/* output/check/check.h: what was read and what is doubtful about it, as a table, CSV or JSON */
#pragma once
#include <gio/gio.h>
#include "graph/network/network.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadCheckView:
 * @n_examples: examples written for each kind of issue
 * @layout: asked by tables alone
 */
typedef struct {
	FairleadOutputFormat format;
	guint n_examples;
	FairleadLayout layout;
} FairleadCheckView;

/* Writes the inputs, the counts of entities, links, designations and programmes, and the issues to
 * @stream, and flushes it. The same files give the same bytes in whatever order they were read. */
FAIRLEAD_API gboolean fairlead_check_write (FairleadNetwork *network, const FairleadCheckView *view,
                                            GOutputStream *stream, GCancellable *cancellable,
                                            GError **error);

G_END_DECLS
