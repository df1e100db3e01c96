/* graph/measure/control.h: whom a party decides for */
#pragma once
#include "graph/network/adjacency.h"
G_BEGIN_DECLS

/* A link that no record states, and that is like one that a record does */
typedef struct {
	FairleadVertex from;
	FairleadVertex to;
	FairleadLink like;
} FairleadMissing;

/* The links that control anything, by the party controlled: the same in every draw */
typedef struct {
	guint32 *start; /* [n_vertices + 1] into links */
	FairleadLink *links;
} FairleadLadders;

/* O(links) */
void fairlead_ladders_init (FairleadLadders *self, FairleadNetwork *network,
                            const FairleadParameters *parameters);
void fairlead_ladders_clear (FairleadLadders *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadLadders, fairlead_ladders_clear)

/**
 * fairlead_control:
 * @ladders: (nullable): of the network and parameters; NULL: they are made for this call
 * @is_kept: (nullable): of each link, whether it counts; NULL: all do
 * @is_sure: whether links count whole, whatever their confidence
 * @served: (array length=n): the parties whose control counts: the target, and ships that serve it
 *
 * How many of the served parties each vertex controls, counting partial control as a part:
 *
 *   k(v) = sum over x in served, x != v, of the strongest chain of control from v to x
 *
 * A chain is as strong as the product of its links' control: the kind's degree of control x
 * confidence x the ended factor, and for ownership with a known share the lower bound of the share.
 * Chains weaker than the control floor are not followed, which ends every cycle.
 *
 * Returns: (transfer full): one value a vertex. O(links reached upwards x log) for each served.
 */
double *fairlead_control (FairleadNetwork *network, const FairleadParameters *parameters,
                          const FairleadLadders *ladders, const guint8 *is_kept, gboolean is_sure,
                          const GArray *missing, const FairleadVertex *served, guint32 n);

G_END_DECLS
