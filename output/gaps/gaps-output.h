/* output/gaps/gaps-output.h: gaps between lists as a table, CSV or JSON */
#pragma once
#include <gio/gio.h>
#include "graph/gaps/unlisted.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadGapsView:
 * @all: also the parties that every body lists, for their lags
 * @layout: asked by tables alone
 */
typedef struct {
	FairleadOutputFormat format;
	FairleadLayout layout;
	gboolean all;
} FairleadGapsView;

/* @held: of FairleadUnlisted */
FAIRLEAD_API gboolean fairlead_gaps_write (FairleadNetwork *network, const FairleadGaps *gaps,
                                           const GPtrArray *held, const FairleadGapsView *view,
                                           GOutputStream *stream, GCancellable *cancellable,
                                           GError **error);

G_END_DECLS
