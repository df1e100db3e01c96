/* library/fairlead/path.h: how entities are linked, hop by hop */
#pragma once
#include <fairlead/ranking.h>
G_BEGIN_DECLS

/**
 * FleadPathTime:
 * @FLEAD_PATH_ANY_TIME: whenever they held
 * @FLEAD_PATH_OVERLAPPING: there may have been a day on which all held
 * @FLEAD_PATH_IN_ORDER: none need be over before the one in front of it had begun
 *
 * What the periods of a path's links must be to each other. An end that is not known is open.
 */
typedef enum /*< prefix=FLEAD_PATH >*/ {
	FLEAD_PATH_ANY_TIME,
	FLEAD_PATH_OVERLAPPING,
	FLEAD_PATH_IN_ORDER,
} FleadPathTime;

/**
 * FleadHop:
 *
 * One step of a path: two entities, and the links between them. A [iface@Gio.ListModel] of
 * [class@Fairlead.Link]: all that say so. Immutable.
 */
#define FLEAD_TYPE_HOP (flead_hop_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadHop, flead_hop, FLEAD, HOP, GObject)

/**
 * flead_hop_dup_from:
 *
 * Returns: (transfer full): where the path comes from
 */
FLEAD_API FleadEntity *flead_hop_dup_from (FleadHop *self);

/**
 * flead_hop_dup_to:
 *
 * Returns: (transfer full): where it goes to
 */
FLEAD_API FleadEntity *flead_hop_dup_to (FleadHop *self);

/**
 * FleadPath:
 *
 * A chain of links: a [iface@Gio.ListModel] of [class@Fairlead.Hop], in reading order. Immutable.
 *
 * A path is a question, not a finding.
 */
#define FLEAD_TYPE_PATH (flead_path_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadPath, flead_path, FLEAD, PATH, GObject)

/**
 * flead_path_get_confidence:
 *
 * The product, over its hops, of the confidence of the surest link of each.
 *
 * Returns: 0 to 1
 */
FLEAD_API double flead_path_get_confidence (FleadPath *self);

/**
 * flead_path_get_strength:
 *
 * The product over its hops of c(e) (1 - h), with the conductance c of a hop and the parameter
 * `hop-loss` h: stronger paths come first.
 *
 * Returns: 0 to 1
 */
FLEAD_API double flead_path_get_strength (FleadPath *self);

/**
 * FleadPaths:
 *
 * What was found: a [iface@Gio.ListModel] of [class@Fairlead.Path], the best first, and a result
 * whose bytes are those of `fairlead path`. Its table has a row for each link. Immutable.
 */
#define FLEAD_TYPE_PATHS (flead_paths_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadPaths, flead_paths, FLEAD, PATHS, GObject)

/**
 * flead_paths_get_bound:
 *
 * Returns: (transfer none) (nullable): what ended the search before it had all that was asked;
 *   %NULL where the paths are exactly the best
 */
FLEAD_API const char *flead_paths_get_bound (FleadPaths *self);

/**
 * flead_network_find_paths:
 * @from: where paths begin: one expression, as [method@Fairlead.Network.select] takes it
 * @to: where they end
 * @n: how many at most; 0: all that cost as little as the best
 * @max_hops: most links on a path; 0: any number
 * @time: what the periods of links must be to each other
 * @by_hops: whether the shortest are the best, and not the strongest
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * The best paths without loops from one of @from to one of @to, by the shipped parameters. By
 * strength a path costs the sum over its hops of
 *
 *   -log (c(e) (1 - h))
 *
 * Fails as [method@Fairlead.Network.select] does.
 * Gives up with %G_IO_ERROR_CANCELLED soon after @cancellable is fired.
 *
 * Cost: O(links) for the first path, and a small search for each other; bounded, see
 * [method@Fairlead.Paths.get_bound].
 *
 * Returns: (transfer full): the paths, none where nothing links the two; %NULL with the error
 */
FLEAD_API FleadPaths *flead_network_find_paths (FleadNetwork *self, const char *from,
                                                const char *to, guint n, guint max_hops,
                                                FleadPathTime time, gboolean by_hops,
                                                GCancellable *cancellable, FleadProgress progress,
                                                gpointer user_data, GError **error);

/**
 * flead_network_find_paths_async:
 * @from: where paths begin: one expression
 * @to: where they end
 * @n: how many at most; 0: all that cost as little as the best
 * @max_hops: most links on a path; 0: any number
 * @time: what the periods of links must be to each other
 * @by_hops: whether the shortest are the best, and not the strongest
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.find_paths_finish].
 */
FLEAD_API void flead_network_find_paths_async (FleadNetwork *self, const char *from, const char *to,
                                               guint n, guint max_hops, FleadPathTime time,
                                               gboolean by_hops, GCancellable *cancellable,
                                               FleadProgress progress, gpointer progress_data,
                                               GDestroyNotify progress_destroy,
                                               GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_find_paths_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the paths; %NULL with the error
 */
FLEAD_API FleadPaths *flead_network_find_paths_finish (FleadNetwork *self, GAsyncResult *result,
                                                       GError **error);

/**
 * flead_ranking_dup_evidence:
 * @entity: of the same network
 * @n: how many at most
 *
 * The strongest chains of links from a party to the target, each over another neighbour: what
 * carries its rank. Cost: that of two shortest-path searches for the first party, then O(path).
 *
 * Returns: (transfer full): the paths, the strongest first; none where nothing leads there
 */
FLEAD_API FleadPaths *flead_ranking_dup_evidence (FleadRanking *self, FleadEntity *entity, guint n);

G_END_DECLS
