/* library/fairlead/backtest.h: how well an earlier ranking finds those who were listed later */
#pragma once
#include <fairlead/network.h>
G_BEGIN_DECLS

/**
 * FleadBacktestQuestion:
 *
 * Of which day the ranking shall be, and whom it should have found. All is said by properties; what
 * is not said has the default of the command line.
 */
#define FLEAD_TYPE_BACKTEST_QUESTION (flead_backtest_question_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadBacktestQuestion, flead_backtest_question, FLEAD, BACKTEST_QUESTION,
                      GObject)

/**
 * FleadBacktestQuestion:as-of:
 *
 * The day whose knowledge counts, `2017-02-28`; it must be said.
 */
/**
 * FleadBacktestQuestion:until:
 *
 * The last day of a listing that counts. %NULL: any.
 */
/**
 * FleadBacktestQuestion:target:
 *
 * Entity expressions; what they select of the records of the day is the target. At least one.
 */
/**
 * FleadBacktestQuestion:market:
 *
 * Expressions for whom the target wants to reach. %NULL: every other party.
 */
/**
 * FleadBacktestQuestion:labels:
 *
 * Expressions for whom the ranking should have found: `programme:` and `list:` stand for those
 * listed after the day. At least one.
 */
/**
 * FleadBacktestQuestion:drop-undated:
 *
 * Whether what cannot be dated is left out, too.
 */
/**
 * FleadBacktestQuestion:draws:
 *
 * Bootstrap draws of the intervals; 0: none.
 */
/**
 * FleadBacktestQuestion:seed:
 *
 * Where the draws begin.
 */
/**
 * FleadBacktestQuestion:parameters:
 *
 * Path of a key file with numbers that replace shipped ones. %NULL: those that are shipped.
 */

/**
 * flead_backtest_question_new:
 * @as_of: the day, `2017-02-28`
 * @target: (array zero-terminated=1): entity expressions
 * @labels: (array zero-terminated=1): expressions for whom the ranking should have found
 *
 * Returns: (transfer full): a question about these
 */
FLEAD_API FleadBacktestQuestion *flead_backtest_question_new (const char *as_of,
                                                              const char *const *target,
                                                              const char *const *labels);

/**
 * FleadMeasured:
 *
 * How well one measure finds the labelled among the parties of one kind: the score, a component of
 * it, or a baseline. Immutable.
 */
#define FLEAD_TYPE_MEASURED (flead_measured_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadMeasured, flead_measured, FLEAD, MEASURED, GObject)

/**
 * flead_measured_get_measure:
 *
 * Returns: (transfer none): `score`, a component, or the name of a baseline
 */
FLEAD_API const char *flead_measured_get_measure (FleadMeasured *self);

/**
 * flead_measured_get_is_baseline:
 *
 * Returns: whether it is there to be compared with alone
 */
FLEAD_API gboolean flead_measured_get_is_baseline (FleadMeasured *self);

/**
 * flead_measured_get_kind:
 *
 * Returns: (transfer none): which parties are judged: `all`, or a kind
 */
FLEAD_API const char *flead_measured_get_kind (FleadMeasured *self);

/**
 * flead_measured_get_n:
 *
 * Returns: parties judged
 */
FLEAD_API guint flead_measured_get_n (FleadMeasured *self);

/**
 * flead_measured_get_n_labelled:
 *
 * Returns: labelled ones among them
 */
FLEAD_API guint flead_measured_get_n_labelled (FleadMeasured *self);

/**
 * flead_measured_get_auc:
 * @low: (out) (optional): at 5 % of the draws; NaN without draws
 * @high: (out) (optional): at 95 %
 *
 * Returns: the chance that a labelled party has a greater value than another
 */
FLEAD_API double flead_measured_get_auc (FleadMeasured *self, double *low, double *high);

/**
 * flead_measured_get_average_precision:
 * @low: (out) (optional): at 5 % of the draws; NaN without draws
 * @high: (out) (optional): at 95 %
 *
 * Returns: the mean over the labelled of the precision at each
 */
FLEAD_API double flead_measured_get_average_precision (FleadMeasured *self, double *low,
                                                       double *high);

/**
 * FleadBacktest:
 *
 * What was found: a [iface@Gio.ListModel] of [class@Fairlead.Measured], all parties first, then by
 * kind, and a result whose bytes are those of `fairlead backtest`. Immutable.
 */
#define FLEAD_TYPE_BACKTEST (flead_backtest_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadBacktest, flead_backtest, FLEAD, BACKTEST, GObject)

/**
 * flead_backtest_write_parties:
 * @stream: where to; flushed, and not closed
 * @cancellable: (nullable): to give up
 * @error: where to put what went wrong
 *
 * Writes every judged party with its values, in order of rank, as CSV: what
 * `fairlead backtest --parties` writes.
 *
 * Returns: whether all was written
 */
FLEAD_API gboolean flead_backtest_write_parties (FleadBacktest *self, GOutputStream *stream,
                                                 GCancellable *cancellable, GError **error);

/**
 * flead_backtest_draw:
 * @cancellable: (nullable): to give up
 * @error: where to put what went wrong
 *
 * Draws recall by depth, a line for each measure: what `fairlead backtest --chart` draws.
 *
 * Returns: (transfer full): SVG; %NULL with the error
 */
FLEAD_API GBytes *flead_backtest_draw (FleadBacktest *self, GCancellable *cancellable,
                                       GError **error);

/**
 * flead_network_backtest:
 * @question: what is asked; taken as it is now
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Builds the network as it was known on the day, ranks it, and judges the score, its components and
 * baselines by the labels. The network must be of all records: of no day itself.
 *
 * Fails with %FLEAD_ERROR_USAGE for a question that cannot be meant, with
 * %FLEAD_ERROR_INVALID_VALUE where no label can be judged, and as a ranking does.
 *
 * Cost: that of a ranking with each of the baselines, and of O(parties log parties) for each draw.
 *
 * Returns: (transfer full): what was found; %NULL with the error
 */
FLEAD_API FleadBacktest *flead_network_backtest (FleadNetwork *self,
                                                 FleadBacktestQuestion *question,
                                                 GCancellable *cancellable, FleadProgress progress,
                                                 gpointer user_data, GError **error);

/**
 * flead_network_backtest_async:
 * @question: what is asked; taken as it is now
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.backtest_finish].
 */
FLEAD_API void flead_network_backtest_async (FleadNetwork *self, FleadBacktestQuestion *question,
                                             GCancellable *cancellable, FleadProgress progress,
                                             gpointer progress_data,
                                             GDestroyNotify progress_destroy,
                                             GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_backtest_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): what was found; %NULL with the error
 */
FLEAD_API FleadBacktest *flead_network_backtest_finish (FleadNetwork *self, GAsyncResult *result,
                                                        GError **error);

G_END_DECLS
