/* output/disrupt/disrupt-output.h: a disruption as a table, CSV or JSON */
#pragma once
#include "graph/disrupt/disruption.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadDisruptView:
 * @target: (array zero-terminated=1) (nullable): the expressions that were asked about
 * @limit: rows of the outreach list; 0: all
 * @layout: asked by tables alone
 * @has_costs: whether some designations may cost more than others
 */
typedef struct {
	FairleadOutputFormat format;
	FairleadLayout layout;
	FairleadNetwork *network;
	const FairleadDisruptQuestion *question;
	const FairleadDisruption *found;
	const char *const *target;
	guint limit;
	gboolean has_costs;
} FairleadDisruptView;

/* Writes what was found to @stream and flushes it. The same findings give the same bytes. */
FAIRLEAD_API gboolean fairlead_disrupt_write (const FairleadDisruptView *view,
                                              GOutputStream *stream, GCancellable *cancellable,
                                              GError **error);

G_END_DECLS
