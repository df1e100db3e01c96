/* graph/ranking.h: parties in order of score, each component shown */
#pragma once
#include <gio/gio.h>
#include "graph/engine/engine.h"
#include "graph/network/network.h"
#include "graph/parameters.h"
G_BEGIN_DECLS

/* component, its name in outputs, heading in tables, its weight among the parameters */
#define FAIRLEAD_COMPONENT_TABLE(X)                          \
	X (PROXIMITY, "proximity", "PROX", weight_proximity) \
	X (BROKERAGE, "brokerage", "BROK", weight_brokerage) \
	X (NECESSITY, "necessity", "NEC", weight_necessity)  \
	X (CONTROL, "control", "CTRL", weight_control)       \
	X (SIGNALS, "signals", "SIG", weight_signals)

typedef enum {
#define X(tag, name, heading, weight) FAIRLEAD_COMPONENT_##tag,
	FAIRLEAD_COMPONENT_TABLE (X)
#undef X
		FAIRLEAD_N_COMPONENTS
} FairleadComponent;

FAIRLEAD_API const char *fairlead_component_name (FairleadComponent component);
FAIRLEAD_API const char *fairlead_component_heading (FairleadComponent component);

/**
 * FairleadRankedRow:
 * @vertex: who
 * @rank: from 1; equal scores share the better rank
 * @score: 0 to 1, see docs/measures.md; 1 would be first in every component
 * @components: proximity as lift (1: as near as chance would have it), brokerage as shortest paths
 *   between market and target that pass (a sum of fractions), necessity as the reach that the
 *   target loses without it, control as targets controlled, signals as their number
 * @degree: distinct neighbours; printed beside brokerage, which must be read against it
 * @is_target: whether it is itself of the target
 */
typedef struct {
	FairleadVertex vertex;
	guint32 rank;
	double score;
	double components[FAIRLEAD_N_COMPONENTS];
	guint32 degree;
	gboolean is_target;
} FairleadRankedRow;

/* One link of an evidence path, in reading order from the ranked party towards the target */
typedef struct {
	FairleadVertex from;
	FairleadVertex to;
	GArray *links; /* of FairleadLink: all that say so; owned by the path */
} FairleadHop;

/* A chain of links from a ranked party to a party of the target */
typedef struct {
	double confidence; /* product over the hops of the surest link's confidence */
	double strength;   /* product of conductance, hop loss included: the order of paths */
	GArray *hops;      /* of FairleadHop */
} FairleadPath;

#define FAIRLEAD_TYPE_RANKING (fairlead_ranking_get_type ())
FAIRLEAD_API
G_DECLARE_FINAL_TYPE (FairleadRanking, fairlead_ranking, FAIRLEAD, RANKING, GObject)

typedef struct {
	const char *const *target; /* entity expressions; at least one */
	const char *const
		*market; /* (nullable): expressions; NULL: every party that is not target */
	gboolean include_targets; /* rank the target's own parties too */
	FairleadEngine *engine;   /* (nullable): who computes the components; NULL: this machine */
} FairleadQuestion;

typedef void (*FairleadRankProgress) (const char *what, guint64 done, guint64 total,
                                      gpointer user_data);

/**
 * fairlead_ranking_new:
 *
 * Ranks every party of @network by how it connects the target to the market: the components,
 * combined by reciprocal rank fusion (docs/measures.md). Exact; no sampling, no seed.
 *
 * Fails when an expression selects nothing (UNKNOWN_REFERENCE), the walk does not settle
 * (NO_CONVERGENCE), or @cancellable fires (G_IO_ERROR_CANCELLED).
 *
 * Cost: O(links) per walk iteration; one shortest-path search per target in the component of the
 * market; memory of O(links).
 */
FAIRLEAD_API FairleadRanking *fairlead_ranking_new (FairleadNetwork *network,
                                                    const FairleadParameters *parameters,
                                                    const FairleadQuestion *question,
                                                    FairleadRankProgress progress,
                                                    gpointer user_data, GCancellable *cancellable,
                                                    GError **error);

FAIRLEAD_API FairleadNetwork *fairlead_ranking_get_network (FairleadRanking *self);
FAIRLEAD_API const FairleadParameters *fairlead_ranking_get_parameters (FairleadRanking *self);
FAIRLEAD_API const FairleadRankedRow *fairlead_ranking_get_rows (FairleadRanking *self, guint *n);
/* (array zero-terminated=1) */
FAIRLEAD_API const char *const *fairlead_ranking_get_target_expressions (FairleadRanking *self);
FAIRLEAD_API guint fairlead_ranking_get_n_targets (FairleadRanking *self);
FAIRLEAD_API gboolean fairlead_ranking_is_target (FairleadRanking *self, FairleadVertex vertex);
/* The row of a vertex, or NULL where it was not ranked */
FAIRLEAD_API const FairleadRankedRow *fairlead_ranking_get_row_of (FairleadRanking *self,
                                                                   FairleadVertex vertex);

/**
 * fairlead_ranking_dup_evidence:
 * @n: at most so many
 *
 * The strongest chains of links from @vertex to the target, each starting over another neighbour,
 * strongest first. Empty when nothing leads there.
 *
 * Returns: (transfer full) (element-type FairleadPath)
 */
FAIRLEAD_API GPtrArray *fairlead_ranking_dup_evidence (FairleadRanking *self, FairleadVertex vertex,
                                                       guint n);

G_END_DECLS
