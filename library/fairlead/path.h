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
 * flead_paths_get_n_cheapest:
 *
 * How many paths cost as little as the best, listed or not, where
 * [property@Fairlead.PathQuestion:count] asked for it. Exact up to 2^53.
 *
 * Returns: the number; NaN where it was not asked
 */
FLEAD_API double flead_paths_get_n_cheapest (FleadPaths *self);

/**
 * FleadPathQuestion:
 *
 * Between whom paths are looked for, and over which links. All is said by properties; what is not
 * said has the default of the command line. A question may be changed by one thread at a time; work
 * takes what it says when it begins.
 */
#define FLEAD_TYPE_PATH_QUESTION (flead_path_question_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadPathQuestion, flead_path_question, FLEAD, PATH_QUESTION, GObject)

/**
 * FleadPathQuestion:from:
 *
 * Where paths begin: one expression, as [method@Fairlead.Network.select] takes it.
 */
/**
 * FleadPathQuestion:to:
 *
 * Where they end.
 */
/**
 * FleadPathQuestion:n:
 *
 * How many at most; 0: all that cost as little as the best.
 */
/**
 * FleadPathQuestion:max-hops:
 *
 * Most links on a path; 0: any number.
 */
/**
 * FleadPathQuestion:overlapping:
 *
 * Only paths whose links may all have held on one day. Not with `in-order`.
 */
/**
 * FleadPathQuestion:in-order:
 *
 * Only paths whose links may have held one after the other.
 */
/**
 * FleadPathQuestion:count:
 *
 * Whether the paths that cost as little as the best are counted: see
 * [method@Fairlead.Paths.get_n_cheapest]. Not with `max-hops`, `overlapping` or `in-order`.
 */
/**
 * FleadPathQuestion:kinds:
 *
 * Only links of these kinds, by name: `shareholder`, `director`. With `classes` too, those of
 * either. %NULL in both: all.
 */
/**
 * FleadPathQuestion:classes:
 *
 * Only links of these classes, by name: `ownership`, `control`.
 */
/**
 * FleadPathQuestion:as-of:
 *
 * Only links that may have held on that day: `2021-03-08`. What `fairlead path --as-of` reads is
 * loaded for that day too, as by [property@Fairlead.Case:as-of]. %NULL: whenever they held.
 */
/**
 * FleadPathQuestion:by-hops:
 *
 * Whether the shortest come first, and not the strongest.
 */
/**
 * FleadPathQuestion:through-hubs:
 *
 * Whether links of hubs, such as formation agents, are as good as others.
 */
/**
 * FleadPathQuestion:max-degree:
 *
 * Not through anybody with more neighbours than that; 0: through all.
 */
/**
 * FleadPathQuestion:parameters:
 *
 * Path of a key file with numbers that paths depend on. %NULL: those that are shipped.
 */

/**
 * flead_path_question_new:
 * @from: (nullable): where paths begin: one expression
 * @to: (nullable): where they end
 *
 * Returns: (transfer full): a question that asks what `fairlead path` asks without options
 */
FLEAD_API FleadPathQuestion *flead_path_question_new (const char *from, const char *to);

/**
 * flead_network_ask_paths:
 * @question: between whom, and over which links
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * What [method@Fairlead.Network.find_paths] does, with all that `fairlead path` can be told.
 *
 * Fails with %FLEAD_ERROR_USAGE for a kind, class or day that is none, where `from` or `to` is not
 * said, and for what cannot be asked together; as [method@Fairlead.Network.select] does, and as
 * reading `parameters` does.
 * Gives up with %G_IO_ERROR_CANCELLED soon after @cancellable is fired.
 *
 * Returns: (transfer full): the paths, none where nothing links the two; %NULL with the error
 */
FLEAD_API FleadPaths *flead_network_ask_paths (FleadNetwork *self, FleadPathQuestion *question,
                                               GCancellable *cancellable, FleadProgress progress,
                                               gpointer user_data, GError **error);

/**
 * flead_network_ask_paths_async:
 * @question: between whom, and over which links
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.ask_paths_finish].
 */
FLEAD_API void flead_network_ask_paths_async (FleadNetwork *self, FleadPathQuestion *question,
                                              GCancellable *cancellable, FleadProgress progress,
                                              gpointer progress_data,
                                              GDestroyNotify progress_destroy,
                                              GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_ask_paths_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the paths; %NULL with the error
 */
FLEAD_API FleadPaths *flead_network_ask_paths_finish (FleadNetwork *self, GAsyncResult *result,
                                                      GError **error);

/**
 * FleadCommonQuestion:
 *
 * Whom to join, and over which links. All is said by properties; what is not said has the default
 * of the command line.
 */
#define FLEAD_TYPE_COMMON_QUESTION (flead_common_question_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadCommonQuestion, flead_common_question, FLEAD, COMMON_QUESTION, GObject)

/**
 * FleadCommonQuestion:parties:
 *
 * Entity expressions, which stand for 2 to 1,000 entities together.
 */
/**
 * FleadCommonQuestion:kinds:
 *
 * Only links of these kinds, by name: `shareholder`, `director`. With `classes` too, those of
 * either. %NULL in both: all.
 */
/**
 * FleadCommonQuestion:classes:
 *
 * Only links of these classes, by name: `ownership`, `control`.
 */
/**
 * FleadCommonQuestion:as-of:
 *
 * Only links that may have held on that day: `2021-03-08`. What `fairlead common --as-of` reads is
 * loaded for that day too, as by [property@Fairlead.Case:as-of]. %NULL: whenever they held.
 */
/**
 * FleadCommonQuestion:by-hops:
 *
 * Whether the shortest come first, and not the strongest.
 */
/**
 * FleadCommonQuestion:through-hubs:
 *
 * Whether links of hubs, such as formation agents, are as good as others.
 */
/**
 * FleadCommonQuestion:max-degree:
 *
 * Not through anybody with more neighbours than that; 0: through all.
 */
/**
 * FleadCommonQuestion:parameters:
 *
 * Path of a key file with numbers that paths depend on. %NULL: those that are shipped.
 */

/**
 * flead_common_question_new:
 * @parties: (nullable) (array zero-terminated=1): expressions for whom to join
 *
 * Returns: (transfer full): a question that asks what `fairlead common` asks without options
 */
FLEAD_API FleadCommonQuestion *flead_common_question_new (const char *const *parties);

/**
 * flead_network_find_common:
 * @question: whom, and over which links
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * What joins several: a small tree of links that reaches all of them, whose cost is at most
 * 2 (1 - 1/n) times the least (Mehlhorn 1988, doi:10.1016/0020-0190(88)90066-X). Each tree is a
 * path of the result, with its hops in the order of their ends, and the bytes are those of
 * `fairlead common`. Where not all can be joined, there is a tree for each part that can.
 *
 * Fails with %FLEAD_ERROR_USAGE for fewer than 2 or more than 1,000 entities, and for a kind, class
 * or day that is none; as [method@Fairlead.Network.select] does, and as reading `parameters` does.
 *
 * Cost: O(links log entities).
 *
 * Returns: (transfer full): the trees, none where nothing joins any two; %NULL with the error
 */
FLEAD_API FleadPaths *flead_network_find_common (FleadNetwork *self, FleadCommonQuestion *question,
                                                 GCancellable *cancellable, FleadProgress progress,
                                                 gpointer user_data, GError **error);

/**
 * flead_network_find_common_async:
 * @question: what is asked; taken as it is now
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.find_common_finish].
 */
FLEAD_API void flead_network_find_common_async (FleadNetwork *self, FleadCommonQuestion *question,
                                                GCancellable *cancellable, FleadProgress progress,
                                                gpointer progress_data,
                                                GDestroyNotify progress_destroy,
                                                GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_find_common_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the trees; %NULL with the error
 */
FLEAD_API FleadPaths *flead_network_find_common_finish (FleadNetwork *self, GAsyncResult *result,
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
