/* graph/disrupt/disruption.h: which few designations cost a target most of its access */
#pragma once
#include <gio/gio.h>
#include "graph/disrupt/choose.h"
#include "graph/disrupt/cut.h"
#include "graph/disrupt/outreach.h"
#include "graph/disrupt/reroute.h"
G_BEGIN_DECLS

/**
 * FairleadDisruptQuestion:
 * @target: (element-type FairleadVertex): whose access is to be cut; empty: how far the whole holds
 *   together
 * @market: (nullable) (element-type FairleadVertex): NULL: every party that is not of the target
 * @cost: (nullable): of designating each vertex; NULL: 1 each; %FAIRLEAD_NO_PRICE: never
 * @budget: what may be spent
 * @cuts_links: links are cut, at 1 each, and nobody is designated
 * @max_hops: how far access is counted; 0: any distance
 * @n_candidates: how many are tried: the first by brokerage and by degree
 * @n_answers: links with which the network may answer
 * @telling: how far it is
 */
typedef struct {
	const GArray *target;
	const GArray *market;
	const guint32 *cost;
	guint budget;
	gboolean cuts_links;
	guint max_hops;
	guint n_candidates;
	guint n_answers;
	FairleadTelling telling;
} FairleadDisruptQuestion;

/**
 * FairleadDisruptedItem:
 * @item: vertex, or edge
 * @cost: of the budget
 * @alone: which part of the access is lost without it alone, 0 to 1
 * @replaceable: which part of that the network's answer to it alone brings back, 0 to 1
 * @brokerage: between market and target
 * @n_licit: dealings with others than the target and those chosen that would break too
 */
typedef struct {
	guint32 item;
	guint32 cost;
	double alone;
	double replaceable;
	double brokerage;
	guint n_licit;
} FairleadDisruptedItem;

/**
 * FairleadDisruption:
 * @graph: (nullable): where it was made for the question
 * @access: what is reached before anything is done
 * @items: (element-type FairleadDisruptedItem): by what each takes alone
 * @chosen, @baseline: the best found, and the first by brokerage, with what they leave
 * @exact: whether the chosen are the best there are among the candidates
 * @after_answer: access after @answers
 * @answers: (element-type FairleadReplacement)
 * @cut: (nullable): what it takes at least to cut off all of the market
 * @outreach: (element-type FairleadOutreach)
 */
typedef struct {
	FairleadAdjacency *graph;
	double access;
	GArray *items;
	FairleadChoice chosen;
	FairleadChoice baseline;
	guint n_candidates;
	double after_answer;
	GArray *answers;
	gboolean has_cut;
	FairleadVertexCut cut;
	GArray *outreach;
} FairleadDisruption;

/**
 * fairlead_disrupt:
 *
 * Key players by greedy steps with swaps, or exactly where the subsets are few enough (Borgatti
 * 2006, doi:10.1007/s10588-006-7084-x); the order of brokerage as a baseline; then the network's
 * best answer; the least cut; and who is hurt beside.
 *
 * Fails with what brokerage and the cut fail with.
 */
gboolean fairlead_disrupt (FairleadDisruption *self, FairleadNetwork *network,
                           const FairleadAdjacency *graph, const FairleadDisruptQuestion *question,
                           double hop_loss, GCancellable *cancellable, GError **error);
/* The same on the conductances of a network, as rankings take them */
FAIRLEAD_API gboolean fairlead_disrupt_network (FairleadDisruption *self, FairleadNetwork *network,
                                                const FairleadParameters *parameters,
                                                const FairleadDisruptQuestion *question,
                                                GCancellable *cancellable, GError **error);
FAIRLEAD_API void fairlead_disruption_clear (FairleadDisruption *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadDisruption, fairlead_disruption_clear)

G_END_DECLS
