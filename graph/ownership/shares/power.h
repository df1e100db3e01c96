/* graph/ownership/shares/power.h: who decides when votes are cast in any order */
#pragma once
#include "graph/ownership/shares/around.h"
G_BEGIN_DECLS

/**
 * fairlead_power:
 * @owners: the holdings above a party, which is vertex 0 of them
 * @n_draws: at least 1
 *
 * The network power index, by drawing: the holders of a company are put in random order, and the
 * one whose shares make the sum pass one half decides; then the holders of that one, up to somebody
 * of whom no holder is known. The power of an owner is how often the chain from the party comes by
 * it. A share that is not recorded, or open, is one more holder whom nobody knows; a chain that
 * comes to it, or back to itself, ends there.
 *
 * After Mizuno, Doi and Kurizaki 2020, doi:10.1371/journal.pone.0237862; Shapley and Shubik 1954.
 *
 * Returns: (transfer full): one share a vertex; the standard error of p is sqrt (p (1 - p) /
 *   n_draws). Cost: the holders along the chain for each draw. The same seed gives the same.
 */
double *fairlead_power (const FairleadHoldings *owners, guint n_draws, guint32 seed);

G_END_DECLS
