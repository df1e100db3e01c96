/* library/fairlead/report.h: a result as one page that needs nothing beside it */
#pragma once
#include <fairlead/part.h>
#include <fairlead/ranking.h>
G_BEGIN_DECLS

/**
 * FleadReport:
 *
 * What a report on a ranking shall hold: all is said by properties, whose defaults are those of
 * `fairlead report`. The report is one HTML file with a summary, the ranking, a card for each of
 * the first, the network to search, supplies, gaps, doubts, and sources. docs/report.md says how it
 * reads.
 *
 * Sources stand with their hashes where the case was loaded with [property@Fairlead.Case:hashes],
 * and ranks with their intervals where the ranking has draws.
 *
 * A high rank is a question, not a finding.
 */
#define FLEAD_TYPE_REPORT (flead_report_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadReport, flead_report, FLEAD, REPORT, GObject)

/**
 * FleadReport:title:
 *
 * What stands on top. %NULL: whose facilitators are asked for.
 */
/**
 * FleadReport:limit:
 *
 * How many rows of the ranking; 0: all.
 */
/**
 * FleadReport:top:
 *
 * A card for each of the first so many, at most 100.
 */
/**
 * FleadReport:collect:
 *
 * How many unknowns that may change the first ten; 0: none are looked for.
 */

/**
 * flead_report_new:
 *
 * Returns: (transfer full): a report as the command line writes it
 */
FLEAD_API FleadReport *flead_report_new (void);

/**
 * flead_report_write:
 * @ranking: what it reports on
 * @part: (nullable): which part of the network stands there to be searched; %NULL: all of a small
 *   one, else what is near the first ranked and the target
 * @stream: where to; flushed, and not closed
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Writes what `fairlead report` writes for the same question, byte for byte.
 *
 * Fails with %FLEAD_ERROR_USAGE for a kind that is none, as [method@Fairlead.Network.select] does,
 * with the error of @stream, and %G_IO_ERROR_CANCELLED. What was written by then stays.
 *
 * Cost: a few rankings for each card, one for each unknown that is tried, and a layout.
 *
 * Returns: whether all was written
 */
FLEAD_API gboolean flead_report_write (FleadReport *self, FleadRanking *ranking, FleadPart *part,
                                       GOutputStream *stream, GCancellable *cancellable,
                                       FleadProgress progress, gpointer user_data, GError **error);

/**
 * flead_report_save:
 * @ranking: what it reports on
 * @part: (nullable): which part of the network stands there to be searched
 * @path: of the file, which appears whole or not at all
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * The same into a file. Fails with %FLEAD_ERROR_IO too.
 *
 * Returns: whether it was written
 */
FLEAD_API gboolean flead_report_save (FleadReport *self, FleadRanking *ranking, FleadPart *part,
                                      const char *path, GCancellable *cancellable,
                                      FleadProgress progress, gpointer user_data, GError **error);

/**
 * flead_report_save_async:
 * @ranking: what it reports on
 * @part: (nullable): which part of the network stands there to be searched; taken as it is now
 * @path: of the file
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own, of the report as it is now; see
 * [method@Fairlead.Report.save_finish].
 */
FLEAD_API void flead_report_save_async (FleadReport *self, FleadRanking *ranking, FleadPart *part,
                                        const char *path, GCancellable *cancellable,
                                        FleadProgress progress, gpointer progress_data,
                                        GDestroyNotify progress_destroy,
                                        GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_report_save_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: whether it was written
 */
FLEAD_API gboolean flead_report_save_finish (FleadReport *self, GAsyncResult *result,
                                             GError **error);

G_END_DECLS
