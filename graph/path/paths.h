/* graph/path/paths.h: how two sets of entities are linked, and what connects several */
#pragma once
#include "graph/ranking.h"
#include "graph/telling.h"
G_BEGIN_DECLS

/* What a path shall cost */
typedef enum {
	FAIRLEAD_PATH_BY_EVIDENCE, /* -log (c(e) (1 - hop_loss)) an edge, as evidence paths do */
	FAIRLEAD_PATH_BY_HOPS,     /* 1 an edge */
} FairleadPathCost;

/* What the periods of a path's links must be to each other. An unknown end of a period is open. */
typedef enum {
	FAIRLEAD_PATH_ANY_TIME,
	FAIRLEAD_PATH_OVERLAPPING, /* there may have been a day on which all held */
	FAIRLEAD_PATH_IN_ORDER,    /* none need be over before the one in front of it had begun */
} FairleadPathTime;

/**
 * FairleadLinkChoice:
 * @kinds: which kinds of link count
 * @as_of: the day on which links must have held, as far as is known; or
 *   %FAIRLEAD_DAY_OPEN_FUTURE: any. A link that is over is then no weaker for that.
 * @through_hubs: hubs are not damped
 * @max_degree: who has more neighbours stands at the ends of paths only; 0: nobody
 * @cost: what paths cost
 */
typedef struct {
	gboolean kinds[FAIRLEAD_N_LINK_KINDS];
	gint32 as_of;
	gboolean through_hubs;
	guint max_degree;
	FairleadPathCost cost;
} FairleadLinkChoice;

/* All links, at any time, by evidence */
FAIRLEAD_API void fairlead_link_choice_init (FairleadLinkChoice *self);

/**
 * FairleadPathQuestion:
 * @from: (element-type FairleadVertex): where paths begin
 * @to: (element-type FairleadVertex): where they end
 * @n: how many paths; 0: all that cost as little as the cheapest
 * @max_hops: 0: any number
 * @counts: how many paths cost as little as the cheapest; not with @max_hops or @time
 * @max_work: arcs looked at before the search gives up; 0: %FAIRLEAD_PATH_MAX_WORK
 * @cancellable: (nullable): fired, it gives up: what was found by then is not all that was asked
 * @progress: (nullable): told after each path
 */
typedef struct {
	const GArray *from;
	const GArray *to;
	guint n;
	guint max_hops;
	FairleadPathTime time;
	gboolean counts;
	guint64 max_work;
	GCancellable *cancellable;
	FairleadRankProgress progress;
	gpointer progress_data;
} FairleadPathQuestion;

#define FAIRLEAD_PATH_MAX_WORK 100000000u
/* Paths looked at for those whose periods fit, and paths of one cost that are listed */
#define FAIRLEAD_PATH_MAX_TRIED 10000u

/**
 * FairleadPaths:
 * @paths: of FairleadPath, cheapest first
 * @n_cheapest: how many there are of the least cost, where that was asked
 * @bound: what the search was ended by before it had all that was asked; NULL where it was not
 */
typedef struct {
	GPtrArray *paths;
	double n_cheapest;
	const char *bound;
} FairleadPaths;

FAIRLEAD_API void fairlead_paths_clear (FairleadPaths *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadPaths, fairlead_paths_clear)

typedef struct _FairleadPathFinder FairleadPathFinder;

/**
 * fairlead_path_finder_new:
 *
 * The network as it is for a choice of links, ready for any number of questions about them.
 * Cost: O(links), once.
 */
FAIRLEAD_API FairleadPathFinder *fairlead_path_finder_new (FairleadNetwork *network,
                                                           const FairleadParameters *parameters,
                                                           const FairleadLinkChoice *links);
FAIRLEAD_API void fairlead_path_finder_free (FairleadPathFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadPathFinder, fairlead_path_finder_free)

/**
 * fairlead_path_finder_find:
 *
 * The cheapest loopless paths from one of @from to one of @to, none of which comes by another of
 * them; exact, unless @bound is set. What is in both sets is in @from alone. See
 * docs/measures.md.
 */
FAIRLEAD_API void fairlead_path_finder_find (const FairleadPathFinder *self,
                                             const FairleadPathQuestion *question,
                                             FairleadPaths *found);

/**
 * fairlead_path_finder_connect:
 * @ends: (element-type FairleadVertex): at least two, each once
 * @telling: (nullable): how many are joined
 * @cancellable: (nullable): fired, it gives up, and what was found is no answer
 * @found: each path a hop of the tree, in the order of their ends; the cost is the sum
 *
 * A small tree that links all of @ends: no more than 2 (1 - 1/n) times the cost of the cheapest
 * (Mehlhorn 1988, doi:10.1016/0020-0190(88)90066-X). Where not all can be linked, a tree for each
 * part that can; the others stand alone.
 *
 * Returns: how many parts there are; 1 where all are linked
 */
FAIRLEAD_API guint fairlead_path_finder_connect (const FairleadPathFinder *self, const GArray *ends,
                                                 const FairleadTelling *telling,
                                                 GCancellable *cancellable, FairleadPaths *found);

G_END_DECLS
