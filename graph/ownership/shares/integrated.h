/* graph/ownership/shares/integrated.h: the share of everything that a set of parties holds
 * through all chains, circles counted once
 *
 * A euro of a company's worth goes up to its holders in proportion to their shares, and on to
 * theirs. Its integrated share is how much of it comes to the set for the first time:
 *
 * x(j) = sum over holders i of W(i, j) x(i),  x = 1 in the set
 *
 * For one party i that is V(i, j) / V(i, i) with V = (I - W)^-1, the form that Baldone, Brioschi
 * and Paleari corrected for circles; V itself counts a circle as often as it is walked. What is
 * held by outside owners sums to what is recorded of each company, and to 1 where all is. */
#pragma once
#include "graph/ownership/shares/circles.h"
G_BEGIN_DECLS

/**
 * FairleadIntegrated:
 * @low, @high: [n_vertices]: bounds of the integrated share, 0 to 1
 * @is_circular: [n_vertices]: whether each is in a circle of sure holdings
 * @closed: (element-type GArray of FairleadVertex): circles that hold themselves wholly, of which
 *   no outsider is known to hold anything: the equations say nothing of them, and 0 stands there
 * @n_circles: circles of sure holdings
 * @is_unsettled: [n_vertices]: whether each is in a circle too large and too tight for an exact
 *   figure, or held by one that is: its bounds hold, and may be far apart
 * @n_unsettled: how many of them there are
 * @work: companies looked at again, for circles solved step by step
 */
typedef struct {
	double *low;
	double *high;
	guint8 *is_circular;
	guint8 *is_unsettled;
	GPtrArray *closed;
	guint n_circles;
	guint n_unsettled;
	guint64 work;
} FairleadIntegrated;

/**
 * fairlead_integrated_new:
 * @set: whose share is asked for
 *
 * By component, those of holders first: small circles by elimination, large ones by Gauss-Seidel.
 * Lower bounds are solved on the shares that are sure (those of a company that is given away more
 * than wholly are scaled to the whole); upper bounds give each company's open rest to the holders
 * of whom the set has most, by sweeps, and by elimination in small circles where those are slow.
 *
 * Cost: O(vertices + holdings), and s^3 for each circle of s up to 200.
 */
FairleadIntegrated *fairlead_integrated_new (const FairleadHoldings *holdings,
                                             const FairleadVertex *set, guint32 n);
void fairlead_integrated_free (FairleadIntegrated *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadIntegrated, fairlead_integrated_free)

G_END_DECLS
