/* graph/score/measures.h: measures beside the score, in one table */
#pragma once
#include "graph/ranking.h"
G_BEGIN_DECLS

/* tag, name in outputs and options, heading in tables, what it is */
#define FAIRLEAD_MEASURE_TABLE(X)                                                               \
	X (DEGREE, "degree", "DEGREE", "distinct neighbours")                                   \
	X (PAGERANK, "pagerank", "PAGERANK", "share of a walk that restarts anywhere")          \
	X (PERSONALISED, "personalised-pagerank", "PPR",                                        \
	   "share of a walk that restarts at the target")                                       \
	X (KATZ, "katz", "KATZ", "walks of any length from the target, attenuated")             \
	X (BETWEENNESS, "betweenness", "BETWEEN",                                               \
	   "share of all pairs whose cheapest path passes it")                                  \
	X (CURRENT_FLOW, "current-flow", "CURRENT", "current between market and target")        \
	X (PAIRS_CUT, "pairs-cut", "CUT",                                                       \
	   "pairs of market and target that are cut off without it")                            \
	X (VERTEX_CUT, "vertex-cut", "WAYS", "ways to the target that share nobody, up to 20")  \
	X (KEY_PLAYER, "key-player", "KPP", "how much the network falls apart without it")      \
	X (CONSTRAINT, "constraint", "CONSTRAINT", "how much of its links leads back to it")    \
	X (EFFECTIVE_SIZE, "effective-size", "EFFECTIVE", "neighbours, less links among them")  \
	X (COORDINATOR, "coordinator", "COORDINATOR", "pairs joined within its own group")      \
	X (ITINERANT, "itinerant", "ITINERANT", "pairs of one other group joined")              \
	X (GATEKEEPER, "gatekeeper", "GATEKEEPER", "pairs of its own and another group joined") \
	X (LIAISON, "liaison", "LIAISON", "pairs of two other groups joined")                   \
	X (COMMUNITY, "community", "COMMUNITY", "number of its community")                      \
	X (CORE, "core", "CORE", "the k of its k-core")

typedef enum {
#define X(tag, name, heading, words) FAIRLEAD_MEASURE_##tag,
	FAIRLEAD_MEASURE_TABLE (X)
#undef X
		FAIRLEAD_N_MEASURES
} FairleadMeasure;

typedef enum {
	FAIRLEAD_GROUP_BY_SIDE,         /* target, front (linked with it), market */
	FAIRLEAD_GROUP_BY_JURISDICTION, /* the country of the law it is under, where one is known */
} FairleadGrouping;

FAIRLEAD_API const char *fairlead_measure_name (FairleadMeasure measure);
FAIRLEAD_API const char *fairlead_measure_heading (FairleadMeasure measure);
FAIRLEAD_API const char *fairlead_measure_words (FairleadMeasure measure);
FAIRLEAD_API gboolean fairlead_measure_from_name (const char *name, FairleadMeasure *measure);

/**
 * FairleadMeasureChoice:
 * @measures: (element-type FairleadMeasure): in the order of the columns
 * @seed: of those that draw at random
 * @sampling_error: the greatest error of betweenness wanted, in (0, 1), which is sampled then; 0:
 *   exact where vertices times edges are up to FAIRLEAD_MOST_EXACT, else FAIRLEAD_SAMPLING_ERROR
 * @n_rows: of the ranking, from the first, that are measured
 */
typedef struct {
	GArray *measures;
	FairleadGrouping grouping;
	guint32 seed;
	double sampling_error;
	guint n_rows;
} FairleadMeasureChoice;

#define FAIRLEAD_MOST_EXACT G_GUINT64_CONSTANT (400000000) /* some seconds */
#define FAIRLEAD_SAMPLING_ERROR 0.01
#define FAIRLEAD_SAMPLING_CONFIDENCE 0.9

/* How betweenness was sampled; all 0 where it was not */
typedef struct {
	guint64 n_samples; /* pairs that were drawn */
	double error;      /* every value is within this of the true one ... */
	double confidence; /* ... with at least this probability */
	guint32 seed;
} FairleadSampling;

/**
 * fairlead_ranking_measure:
 * @sampling: (out): set on success
 *
 * Each of the measures for the first rows of the ranking: see docs/measures.md for the equations.
 *
 * Returns: (transfer full) (element-type GArray): for each measure an array of double, a value a
 *   row, NaN where it has none; NULL on failure
 */
FAIRLEAD_API GPtrArray *fairlead_ranking_measure (FairleadRanking *self,
                                                  const FairleadMeasureChoice *choice,
                                                  FairleadSampling *sampling,
                                                  GCancellable *cancellable, GError **error);

G_END_DECLS
