/* graph/score/exposure.h: how much of a party's dealings are with the target, and what that means
 * for who serves many */
#pragma once
#include "graph/ranking.h"
#include "graph/network/adjacency.h"
G_BEGIN_DECLS

/**
 * FairleadDealings:
 * @all: of who has a share, and whom these deal with: the sum of its conductances
 * @to_target: of each vertex: of them, to the target
 * @marks: of each vertex
 *
 * What exposures are read from.
 */
typedef struct {
	const FairleadAdjacency *graph;
	double *all;
	double *to_target;
	guint8 *marks;
} FairleadDealings;

/**
 * fairlead_dealings_init:
 * @target: (element-type FairleadVertex): of @graph
 * @outside: (nullable): of each vertex, what it has beside the edges of @graph
 *
 * @graph is borrowed. O(E).
 */
void fairlead_dealings_init (FairleadDealings *self, const FairleadAdjacency *graph,
                             const GArray *target, const double *outside);
void fairlead_dealings_clear (FairleadDealings *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadDealings, fairlead_dealings_clear)
/* The share that fairlead_ranking_dup_exposures() tells of; O(degree) */
double fairlead_dealings_get_share (const FairleadDealings *self, FairleadVertex vertex);

/**
 * fairlead_count_clients:
 * @is_kept: (nullable): of each link, whether it counts; NULL: all do
 *
 * Whom each vertex serves: the parties whose manager, officer, agent, insurer or the like it is, by
 * links of a kind of which some have very many (`HUB_FROM` of the table of kinds; no holdings).
 *
 * Returns: (transfer full) (array): a number for each vertex. O(links).
 */
guint32 *fairlead_count_clients (FairleadNetwork *network, const guint8 *is_kept);

/**
 * fairlead_provider_factor:
 *
 * What is left of the score of who serves many, if few of them are of the target:
 *
 *   min (1, max (e, 0.001) / `dedicated`) ^ (1 - m0 / m)    for m > m0 = `provider-clients`
 *
 * with the exposure e and m clients; 1 for who has no more than m0.
 */
FAIRLEAD_API double fairlead_provider_factor (const FairleadParameters *parameters,
                                              guint32 n_clients, double exposure);

typedef enum {
	FAIRLEAD_EXPOSURE_INCIDENTAL,
	FAIRLEAD_EXPOSURE_MIXED,
	FAIRLEAD_EXPOSURE_DEDICATED,
} FairleadExposureClass;

FAIRLEAD_API const char *fairlead_exposure_class_name (FairleadExposureClass exposure_class);

/**
 * FairleadExposure:
 * @share: 0 to 1
 * @n_clients: whom it serves
 * @factor: what is left of its score for that
 * @deviation: how many standard deviations that is above the mean of the parties of as many
 *   neighbours, to the power of two; NaN where these do not differ
 */
typedef struct {
	double share;
	double deviation;
	guint32 n_clients;
	double factor;
	FairleadExposureClass exposure_class;
} FairleadExposure;

/**
 * fairlead_ranking_dup_exposures:
 *
 * The share of a party's conductance that goes to the target, directly or over one other party:
 *
 *   e(v) = sum over u of c(v, u) / C(v) x q(u)
 *
 * C(v) is the sum of c(v, .); q is 1 for the target, and for others the share of their conductance,
 * the link with v left out, that goes to the target. The null is what parties of as many neighbours
 * have.
 *
 * Returns: (transfer full) (element-type FairleadExposure): one for each row. O(E).
 */
FAIRLEAD_API GArray *fairlead_ranking_dup_exposures (FairleadRanking *ranking);

G_END_DECLS
