/* graph/ownership/rules/proof.h */
#pragma once
#include "graph/ownership/rules/cascade.h"
G_BEGIN_DECLS

/**
 * fairlead_cascade_dup_proof:
 * @cascade: as it was run last; @company is a member
 *
 * The holdings by which the company became a member: of its holders the largest shares that are
 * enough together, else the ground of control that was there first, and so on for each holder.
 *
 * Returns: (transfer full) (element-type guint32): places in the holdings, in the order in which
 * the companies became members. Cost: the holdings in the companies of the proof, sorted.
 */
GArray *fairlead_cascade_dup_proof (const FairleadCascade *cascade, FairleadVertex company);

G_END_DECLS
