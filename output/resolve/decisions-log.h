/* output/resolve/decisions-log.h: what was decided, by whom, when and why, and whether it stands */
#pragma once
#include <gio/gio.h>
#include "graph/network/network.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadDecisionsView:
 * @network: (nullable): for the names that the records themselves have; without it only keys are
 *   told
 * @of: (nullable) (element-type FairleadVertex): only decisions that made these what they are, or
 *   tried to; needs @network
 */
typedef struct {
	FairleadNetwork *network;
	const GArray *of;
	FairleadOutputFormat format;
	FairleadLayout layout;
} FairleadDecisionsView;

/* Whether the nth is shown */
FAIRLEAD_API gboolean fairlead_decisions_shows (const FairleadDecisions *decisions,
                                                const FairleadDecisionsView *view, guint n);
/* `stands`, `undone`, or `replaced` by a later one on the same pair */
FAIRLEAD_API const char *fairlead_decisions_get_state (const FairleadDecisions *decisions, guint n);

/* In their order, with their numbers. The CSV is a file of decisions, as --decisions takes it: it
 * has no numbers, for its rows are counted anew. */
FAIRLEAD_API gboolean fairlead_decisions_write_log (const FairleadDecisions *decisions,
                                                    const FairleadDecisionsView *view,
                                                    GOutputStream *stream, GError **error);

G_END_DECLS
