/* graph/ownership/drawing.h: where the parties and holdings around one party stand on a drawing */
#pragma once
#include <gio/gio.h>
#include "graph/ownership/holdings/holdings.h"
G_BEGIN_DECLS

/* In layers and places of a layer, which the drawing of a network has not */
typedef struct {
	double x;
	double y;
} FairleadLayerPoint;

typedef struct {
	FairleadVertex vertex;
	FairleadLayerPoint at;
} FairleadDrawnParty;

/**
 * FairleadDrawnHolding:
 * @holder, @company: indices of parties
 * @holding: index of the whole's holdings
 * @bends: (element-type FairleadLayerPoint): where the line turns between its ends
 * @is_back: it does not go down the layers: of a circle, or of control against them
 */
typedef struct {
	guint holder;
	guint company;
	guint32 holding;
	GArray *bends;
	gboolean is_back;
} FairleadDrawnHolding;

/**
 * FairleadDrawing:
 * @parties: (element-type FairleadDrawnParty): the one asked about first
 * @holdings: (element-type FairleadDrawnHolding)
 * @n_left_out: parties beyond the bound
 *
 * Units are layers downwards and one place of a layer across, from 0.
 */
typedef struct {
	GArray *parties;
	GArray *holdings;
	guint n_left_out;
	double width;
	double height;
} FairleadDrawing;

#define FAIRLEAD_MAX_DRAWN 60u

/**
 * fairlead_drawing_init:
 * @is_down: what the party holds, instead of who holds it
 *
 * The nearest parties in layers, holders above what they hold, those of a circle side by side; with
 * few crossings, by igraph (Sugiyama, Tagawa and Toda 1981, doi:10.1109/TSMC.1981.4308636).
 */
FAIRLEAD_API gboolean fairlead_drawing_init (FairleadDrawing *self,
                                             const FairleadHoldings *holdings,
                                             FairleadVertex vertex, gboolean is_down,
                                             GCancellable *cancellable, GError **error);
FAIRLEAD_API void fairlead_drawing_clear (FairleadDrawing *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadDrawing, fairlead_drawing_clear)

G_END_DECLS
