/* graph/measure/holes.h: structural holes, whose contacts do not know each other */
#pragma once
#include "graph/network/adjacency.h"
#include "graph/parallel.h"
G_BEGIN_DECLS

/**
 * fairlead_holes:
 * @constraint: (out) (transfer full): of each vertex; NaN for one without edges
 * @effective_size: (out) (transfer full) (optional): of each vertex; 0 for one without edges
 *
 * Burt's constraint (1992; 2004, doi:10.1086/421787), where ties are as strong as the conductance c
 * and j and q are neighbours of i:
 *
 *   constraint(i) = sum over j of (p_ij + sum over q of p_iq p_qj)^2,  p_ij = c_ij / sum_k c_ik
 *
 * A neighbour constrains i as far as i's ties lead to it, directly or over another neighbour: the
 * value is high where all contacts are one circle, low for who stands between several. And how many
 * contacts i has that do not stand for one another:
 *
 *   effective size(i) = sum over j of (1 - sum over q of p_iq m_jq),  m_jq = c_jq / max_k c_jk
 *
 * Fails when cancelled; both are written on success only. Each triangle is found at its two
 * vertices of least degree: O(E sqrt (E)) at most, memory O(V + E).
 */
gboolean fairlead_holes (const FairleadAdjacency *graph, const FairleadParallel *how,
                         double **constraint, double **effective_size, GError **error);

G_END_DECLS
