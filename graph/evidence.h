/* graph/evidence.h: the strongest chains of links that lead to a set of vertices */
#pragma once
#include "graph/network/adjacency.h"
#include "graph/ranking.h"
G_BEGIN_DECLS

typedef struct _FairleadEvidence FairleadEvidence;

/**
 * fairlead_evidence_new:
 * @network: (nullable): of a graph without links
 * @target: (array length=n): where the chains shall lead
 *
 * Finds for every vertex the two cheapest paths to different targets, by the cost
 * -log (c(e) (1 - hop_loss)): one Dijkstra search with two labels a vertex. Borrows all arguments.
 *
 * Cost: O((E + V) log V) once, 48 bytes a vertex.
 */
FairleadEvidence *fairlead_evidence_new (FairleadNetwork *network, const FairleadAdjacency *graph,
                                         const FairleadVertex *target, guint32 n, double hop_loss);
void fairlead_evidence_free (FairleadEvidence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadEvidence, fairlead_evidence_free)

/**
 * fairlead_evidence_dup_paths:
 *
 * Chains from @vertex to the target, each over another neighbour, strongest first, none coming back
 * to @vertex; from a party of the target to another one.
 *
 * The first is the strongest of all chains there are. Each other is the strongest over its
 * neighbour
 * of the two that were found there: a neighbour whose two both come back is passed over, though
 * a weaker chain over it may exist.
 *
 * Returns: (transfer full): up to @n, of FairleadPath; empty where nothing leads to the target
 */
GPtrArray *fairlead_evidence_dup_paths (FairleadEvidence *self, FairleadVertex vertex, guint n);

G_END_DECLS
