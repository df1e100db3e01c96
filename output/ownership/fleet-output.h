/* output/ownership/fleet-output.h: ships by who runs them, as a table, CSV or JSON */
#pragma once
#include <gio/gio.h>
#include "graph/ownership/fleet.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadFleetView:
 * @ships: (element-type FairleadShip): in order of fleets
 * @limit: rows shown; 0: all
 * @layout: asked by tables alone
 */
typedef struct {
	FairleadOutputFormat format;
	FairleadLayout layout;
	FairleadNetwork *network;
	const GArray *ships;
	guint limit;
} FairleadFleetView;

/* Writes them to @stream and flushes it. The same ships give the same bytes. */
FAIRLEAD_API gboolean fairlead_fleet_write (const FairleadFleetView *view, GOutputStream *stream,
                                            GCancellable *cancellable, GError **error);

G_END_DECLS
