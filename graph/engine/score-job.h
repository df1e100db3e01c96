/* graph/engine/score-job.h: what a score asks an engine, and what is made here of the neighbourhood
 * of the target that it brings */
#pragma once
#include "graph/engine/job.h"
#include "graph/network/adjacency.h"
#include "graph/parameters.h"
G_BEGIN_DECLS

/**
 * FairleadScoreSets:
 * @target, @market, @served: (element-type FairleadVertex)
 * @target_weights: (nullable) (element-type double)
 *
 * As FairleadScoring has them; all borrowed.
 */
typedef struct {
	const FairleadParameters *parameters;
	const GArray *target;
	const GArray *target_weights;
	const GArray *market;
	const GArray *served;
} FairleadScoreSets;

/* The steps, in their order */
enum {
	FAIRLEAD_SCORE_PROXIMITY,
	FAIRLEAD_SCORE_BROKERAGE,
	FAIRLEAD_SCORE_CONTROL,
	FAIRLEAD_SCORE_AROUND,
};

FairleadJob *fairlead_score_job_new (FairleadArcSource source, const FairleadScoreSets *sets);

/**
 * FairleadScorePart:
 * @graph: of the neighbourhood, whose vertices are numbered anew in the same order
 * @vertices: (element-type FairleadVertex): which each is of the whole
 * @place: of each of the whole, plus 1; 0: outside
 */
typedef struct {
	FairleadAdjacency *graph;
	GArray *vertices;
	guint32 *place;
} FairleadScorePart;

/* Spends the part that @around has */
void fairlead_score_part_init (FairleadScorePart *self, const FairleadVector *around);
void fairlead_score_part_clear (FairleadScorePart *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadScorePart, fairlead_score_part_clear)
/* (transfer full) (element-type FairleadVertex): those that are inside, by their new numbers */
GArray *fairlead_score_part_of (const FairleadScorePart *self, const GArray *vertices);
/* (transfer full): necessity of each vertex of the whole, @n of them */
double *fairlead_score_part_necessity (const FairleadScorePart *self, const FairleadScoreSets *sets,
                                       guint64 n, GCancellable *cancellable, GError **error);

G_END_DECLS
