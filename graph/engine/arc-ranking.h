/* graph/engine/arc-ranking.h: a ranking of numbers: of an arc file, without any record in
 * memory */
#pragma once
#include "graph/engine/arc-file.h"
#include "graph/engine/engine.h"
#include "graph/parameters.h"
#include "graph/ranking.h"
G_BEGIN_DECLS

typedef struct _FairleadArcRanking FairleadArcRanking;

/**
 * FairleadArcQuestion:
 * @target: (array zero-terminated=1): as fairlead_arc_file_select() has them
 * @market: (nullable): the same; NULL: every party that is not of the target
 * @limit: so many rows are kept; 0: all, those without a score too
 */
typedef struct {
	const char *const *target;
	const char *const *market;
	gboolean include_targets;
	guint limit;
} FairleadArcQuestion;

/**
 * fairlead_arc_ranking_new:
 * @engine: (nullable): NULL: this machine
 * @path: an arc file
 *
 * The score of docs/measures.md as far as numbers tell: proximity, brokerage, necessity, and
 * control of the target. Signals are 0, for there are no facts; ships that deal with the target
 * are not known, and nobody is known as a provider of services.
 *
 * Some 100 bytes a vertex are taken here, and the neighbourhood of the target; links stay on the
 * disk.
 */
FAIRLEAD_API FairleadArcRanking *fairlead_arc_ranking_new (
	FairleadEngine *engine, const char *path, const FairleadParameters *parameters,
	const FairleadArcQuestion *question, FairleadRankProgress progress, gpointer user_data,
	GCancellable *cancellable, GError **error);
FAIRLEAD_API void fairlead_arc_ranking_free (FairleadArcRanking *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadArcRanking, fairlead_arc_ranking_free)

const FairleadParameters *fairlead_arc_ranking_get_parameters (const FairleadArcRanking *self);
/* In order of rank; their degrees are not known, and 0 */
const FairleadRankedRow *fairlead_arc_ranking_get_rows (const FairleadArcRanking *self, guint *n);
guint fairlead_arc_ranking_get_n_ranked (const FairleadArcRanking *self);
guint fairlead_arc_ranking_get_n_targets (const FairleadArcRanking *self);
guint64 fairlead_arc_ranking_get_n_links (const FairleadArcRanking *self);

/* (transfer full) (element-type FairleadPath): as fairlead_ranking_dup_evidence() has them,
 * hops without links, as far as chains are as strong as `reach-floor` */
GPtrArray *fairlead_arc_ranking_dup_evidence (FairleadArcRanking *self, FairleadVertex vertex,
                                              guint n);
/* (transfer full) (element-type utf8): as fairlead_arc_file_dup_ids() */
GPtrArray *fairlead_arc_ranking_dup_ids (const FairleadArcRanking *self, const GArray *vertices);

G_END_DECLS
