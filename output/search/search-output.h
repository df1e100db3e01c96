/* output/search/search-output.h: entities that were found, as a table, CSV or JSON */
#pragma once
#include <gio/gio.h>
#include "graph/find/finder.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadSearchView:
 * @text: what was searched for
 * @whys: (nullable) (element-type utf8): why each was found; NULL: the finder is asked
 * @layout: asked by tables alone
 */
typedef struct {
	FairleadOutputFormat format;
	FairleadLayout layout;
	const char *text;
	const GPtrArray *whys;
} FairleadSearchView;

/* Why it was found: how the names fit, or which number or address it is; (transfer full) */
FAIRLEAD_API char *fairlead_search_dup_why (FairleadFinder *finder, const char *text,
                                            const FairleadFound *found);

/* @found: of FairleadFound, in the order of writing. @finder: (nullable): where the view has
 * reasons */
FAIRLEAD_API gboolean fairlead_search_write (FairleadNetwork *network, FairleadFinder *finder,
                                             const GArray *found, const FairleadSearchView *view,
                                             GOutputStream *stream, GCancellable *cancellable,
                                             GError **error);

G_END_DECLS
