/* output/vessel/vessel-output.h: timelines of ships and their signals, as a table, CSV, JSON or a
 * drawing */
#pragma once
#include <gio/gio.h>
#include "graph/maritime/ships.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadVesselView:
 * @layout: asked by tables alone
 * @signals: of the network, for the target
 * @parameters: whose thresholds the signals were held against
 * @expressions: (nullable): that named the target; NULL: all who are listed
 * @n_targets: how many these are
 */
typedef struct {
	FairleadOutputFormat format;
	FairleadLayout layout;
	FairleadNetwork *network;
	FairleadSignals *signals;
	const FairleadParameters *parameters;
	const char *const *expressions;
	guint n_targets;
} FairleadVesselView;

/* @ships: (element-type FairleadVertex): one timeline each, in this order */
FAIRLEAD_API gboolean fairlead_vessel_write (const FairleadVesselView *view, const GArray *ships,
                                             GOutputStream *stream, GCancellable *cancellable,
                                             GError **error);

/* One ship as SVG: lanes of bars over time, each with its dates and first source; open ends fade,
 * doubtful days are pale, what is disputed is hatched; the signals below */
FAIRLEAD_API gboolean fairlead_vessel_write_svg (const FairleadVesselView *view,
                                                 FairleadVertex ship, GOutputStream *stream,
                                                 GCancellable *cancellable, GError **error);

/* The signals of ships. @ships: (element-type FairleadSignalledShip): in this order */
FAIRLEAD_API gboolean fairlead_vessel_write_signals (const FairleadVesselView *view,
                                                     const GArray *ships, GOutputStream *stream,
                                                     GCancellable *cancellable, GError **error);

G_END_DECLS
