/* output/search/search-output.h: entities that were found, as a table, CSV or JSON */
#pragma once
#include <gio/gio.h>
#include "graph/find/finder.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadSearchView:
 * @text: what was searched for
 * @layout: asked by tables alone
 */
typedef struct {
	FairleadOutputFormat format;
	FairleadLayout layout;
	const char *text;
} FairleadSearchView;

/* @found: of FairleadFound, in the order of writing */
FAIRLEAD_API gboolean fairlead_search_write (FairleadNetwork *network, FairleadFinder *finder,
                                             const GArray *found, const FairleadSearchView *view,
                                             GOutputStream *stream, GCancellable *cancellable,
                                             GError **error);

G_END_DECLS
