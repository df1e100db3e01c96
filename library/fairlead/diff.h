/* library/fairlead/diff.h: what one edition of a list has that another has not */
#pragma once
#include <fairlead/network.h>
G_BEGIN_DECLS

/**
 * FleadDiffKind:
 * @FLEAD_DIFF_KIND_ADDED: the party came
 * @FLEAD_DIFF_KIND_REMOVED: the party went
 * @FLEAD_DIFF_KIND_CHANGED: something else is said of the party
 *
 * What became of a party.
 */
typedef enum {
	FLEAD_DIFF_KIND_ADDED,
	FLEAD_DIFF_KIND_REMOVED,
	FLEAD_DIFF_KIND_CHANGED,
} FleadDiffKind;

/**
 * FleadFactChange:
 *
 * A fact that was added, removed, or took the place of another. Immutable.
 */
#define FLEAD_TYPE_FACT_CHANGE (flead_fact_change_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadFactChange, flead_fact_change, FLEAD, FACT_CHANGE, GObject)

/**
 * flead_fact_change_dup_before:
 *
 * Returns: (transfer full) (nullable): the fact of the earlier edition; %NULL where one was added
 */
FLEAD_API FleadFact *flead_fact_change_dup_before (FleadFactChange *self);

/**
 * flead_fact_change_dup_after:
 *
 * Returns: (transfer full) (nullable): the fact of the later edition; %NULL where one was removed
 */
FLEAD_API FleadFact *flead_fact_change_dup_after (FleadFactChange *self);

/**
 * FleadDifference:
 *
 * What became of one party: a [iface@Gio.ListModel] of [class@Fairlead.FactChange]. Of one that
 * was added or removed these are all its facts. Immutable.
 */
#define FLEAD_TYPE_DIFFERENCE (flead_difference_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadDifference, flead_difference, FLEAD, DIFFERENCE, GObject)

/**
 * flead_difference_get_kind:
 *
 * Returns: what became of the party
 */
FLEAD_API FleadDiffKind flead_difference_get_kind (FleadDifference *self);

/**
 * flead_difference_dup_before:
 *
 * Returns: (transfer full) (nullable): the party in the earlier network; %NULL of one added
 */
FLEAD_API FleadEntity *flead_difference_dup_before (FleadDifference *self);

/**
 * flead_difference_dup_after:
 *
 * Returns: (transfer full) (nullable): the party in the later network; %NULL of one removed
 */
FLEAD_API FleadEntity *flead_difference_dup_after (FleadDifference *self);

/**
 * flead_difference_get_matched_by:
 *
 * Returns: (transfer none): the key or number that both have; empty where one is missing
 */
FLEAD_API const char *flead_difference_get_matched_by (FleadDifference *self);

/**
 * flead_difference_dup_same_name:
 *
 * Parties were not matched by name: that is somebody's judgement.
 *
 * Returns: (transfer full): a list of [class@Fairlead.Entity]: of one added or removed, those of
 *   the other side that were removed or added and have the same name
 */
FLEAD_API FleadList *flead_difference_dup_same_name (FleadDifference *self);

/**
 * FleadDiff:
 *
 * What a later edition has that an earlier one has not: a [iface@Gio.ListModel] of
 * [class@Fairlead.Difference] by kind, name and id, and a result whose bytes are those of
 * `fairlead diff`, and whose table has a row for each fact that changed. Immutable.
 */
#define FLEAD_TYPE_DIFF (flead_diff_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadDiff, flead_diff, FLEAD, DIFF, GObject)

/**
 * flead_diff_get_n_same:
 *
 * Returns: how many parties of both do not differ
 */
FLEAD_API guint flead_diff_get_n_same (FleadDiff *self);

/**
 * flead_network_diff:
 * @later: what it is compared with: a later edition of the same list, or the same inputs
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Compares the parties that a record describes: first those with the same key, which is the list's
 * own id; then those with the same valid number of a scheme that names one thing for life; never by
 * name. Where a fact stands is no difference. Of what a kept case said at an earlier import, see
 * [property@Case:edition].
 *
 * Gives up with %G_IO_ERROR_CANCELLED soon after @cancellable is fired; fails with nothing else.
 *
 * Cost: O((facts + parties) log).
 *
 * Returns: (transfer full): the differences; %NULL with the error
 */
FLEAD_API FleadDiff *flead_network_diff (FleadNetwork *self, FleadNetwork *later,
                                         GCancellable *cancellable, FleadProgress progress,
                                         gpointer user_data, GError **error);

/**
 * flead_network_diff_async:
 * @later: what it is compared with
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.diff_finish].
 */
FLEAD_API void flead_network_diff_async (FleadNetwork *self, FleadNetwork *later,
                                         GCancellable *cancellable, FleadProgress progress,
                                         gpointer progress_data, GDestroyNotify progress_destroy,
                                         GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_diff_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the differences; %NULL with the error
 */
FLEAD_API FleadDiff *flead_network_diff_finish (FleadNetwork *self, GAsyncResult *result,
                                                GError **error);

G_END_DECLS
