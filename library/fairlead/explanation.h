/* library/fairlead/explanation.h: why a party ranks where it does */
#pragma once
#include <fairlead/path.h>
G_BEGIN_DECLS

/**
 * FleadExplanation:
 *
 * Why a party ranks where it does, and what would change it: a [iface@Gio.ListModel] of
 * [class@Fairlead.Path], its evidence, the strongest first, and a result whose JSON has the bytes
 * of `fairlead explain`. It is not written as CSV: that fails with %FLEAD_ERROR_USAGE. Its table
 * has a row for each component. Immutable; keeps its ranking alive.
 *
 * A high rank is a question, not a finding.
 */
#define FLEAD_TYPE_EXPLANATION (flead_explanation_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadExplanation, flead_explanation, FLEAD, EXPLANATION, GObject)

/**
 * flead_ranking_explain:
 * @entity: of the same network; one that is ranked
 * @n_paths: evidence paths at most, 1 to 100; `fairlead explain` has 3
 * @cancellable: (nullable): to give up
 * @error: where to put what went wrong
 *
 * Explains a rank: what each component gives, the evidence, the exposure, the signals; and takes
 * away, one by one, the hops of the evidence that carry it most, until the rank is beyond 10 and
 * has doubled, or three are gone.
 *
 * Fails with %FLEAD_ERROR_USAGE for who is not ranked or a number that is not possible, and with
 * %G_IO_ERROR_CANCELLED.
 *
 * Cost: a ranking of the nearer part of the network for each hop that is tried.
 *
 * Returns: (transfer full): the explanation; %NULL with the error
 */
FLEAD_API FleadExplanation *flead_ranking_explain (FleadRanking *self, FleadEntity *entity,
                                                   guint n_paths, GCancellable *cancellable,
                                                   GError **error);

/**
 * flead_ranking_explain_async:
 * @entity: of the same network; one that is ranked
 * @n_paths: evidence paths at most
 * @cancellable: (nullable): to give up
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Ranking.explain_finish].
 */
FLEAD_API void flead_ranking_explain_async (FleadRanking *self, FleadEntity *entity, guint n_paths,
                                            GCancellable *cancellable, GAsyncReadyCallback callback,
                                            gpointer user_data);

/**
 * flead_ranking_explain_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the explanation; %NULL with the error
 */
FLEAD_API FleadExplanation *flead_ranking_explain_finish (FleadRanking *self, GAsyncResult *result,
                                                          GError **error);

/**
 * flead_explanation_dup_party:
 *
 * Returns: (transfer full): whose rank is explained
 */
FLEAD_API FleadRankedParty *flead_explanation_dup_party (FleadExplanation *self);

/**
 * flead_explanation_get_share:
 * @component: which
 *
 * Returns: which part of the score comes from it, 0 to 1
 */
FLEAD_API double flead_explanation_get_share (FleadExplanation *self, FleadComponent component);

/**
 * flead_explanation_get_exposure:
 *
 * Returns: which part of all its dealings those with the target are, 0 to 1
 */
FLEAD_API double flead_explanation_get_exposure (FleadExplanation *self);

/**
 * flead_explanation_dup_signals:
 *
 * Returns: (transfer full) (array zero-terminated=1): names of the signals of evasion that hold
 */
FLEAD_API char **flead_explanation_dup_signals (FleadExplanation *self);

/**
 * flead_explanation_get_n_removed:
 *
 * Returns: how many hops of the evidence were taken away, one after the other
 */
FLEAD_API guint flead_explanation_get_n_removed (FleadExplanation *self);

/**
 * flead_explanation_get_rank_without:
 * @n: 1 to the number of those that were taken away
 *
 * Returns: the rank without the first @n of them
 */
FLEAD_API guint flead_explanation_get_rank_without (FleadExplanation *self, guint n);

G_END_DECLS
