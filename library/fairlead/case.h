/* library/fairlead/case.h: the inputs of an investigation, and how they are read */
#pragma once
#include <fairlead/network.h>
G_BEGIN_DECLS

/**
 * FleadCase:
 *
 * What an investigation reads: files as they were published, folders and archives of such, and
 * cases that an import has kept. A case is a plan, without any record in it; each
 * [method@Fairlead.Case.load] reads its inputs anew.
 *
 * ```c
 * const char *const inputs[] = { "sdn.csv", "alt.csv", "add.csv", NULL };
 * g_autoptr (FleadCase) plan = flead_case_new (inputs);
 * g_autoptr (FleadNetwork) network = flead_case_load (plan, NULL, NULL, NULL, &error);
 * ```
 *
 * A case may be changed by one thread at a time; a load takes what it says when it begins.
 */
#define FLEAD_TYPE_CASE (flead_case_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadCase, flead_case, FLEAD, CASE, GObject)

/**
 * FleadCase:inputs:
 *
 * Paths of files, folders, archives and kept cases. What a file is, is told by its content; the
 * order of the paths means nothing.
 */
/**
 * FleadCase:mappings:
 *
 * Paths of mapping files: how to read files of a form that is not built in.
 */
/**
 * FleadCase:decisions:
 *
 * Path of a CSV file of decisions on who is the same and who is not, beside those that kept cases
 * bring along.
 */
/**
 * FleadCase:merges:
 *
 * Whether what was decided to be the same is joined. What was decided to be different is kept apart
 * in any case.
 */
/**
 * FleadCase:hashes:
 *
 * Whether the SHA-256 of each file is told with the network. Costs a pass of hashing.
 */
/**
 * FleadCase:as-of:
 *
 * A day, `2017-02-28`: the network as it was, and was known, on that day. %NULL: all that is known.
 */
/**
 * FleadCase:edition:
 *
 * Of one input, a kept case: what it said at an earlier import. `un-xml:3`, the third edition of a
 * data set; `un-xml`, its current one; or `3`, all of the case after its third import. %NULL: the
 * current state of all inputs.
 */

/**
 * flead_case_new:
 * @inputs: (array zero-terminated=1): paths of what to read
 *
 * Returns: (transfer full): a case; nothing is read yet
 */
FLEAD_API FleadCase *flead_case_new (const char *const *inputs);

/**
 * flead_case_load:
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is, in bytes
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Reads every input whole, and joins the records into a network. A record that is doubtful becomes
 * an issue of the network; a file that cannot be read is an error, and there is no network then.
 *
 * Fails with %FLEAD_ERROR_IO for what cannot be read, %FLEAD_ERROR_UNKNOWN_FORMAT for a file that
 * no reader knows, %FLEAD_ERROR_SYNTAX and other codes of its content with file and line,
 * %FLEAD_ERROR_USAGE for a case without inputs or a day that is none, and %G_IO_ERROR_CANCELLED.
 *
 * Cost: linear in what is read, and a sort of the links; docs/performance.md has figures.
 *
 * Returns: (transfer full): the network; %NULL with the error
 */
FLEAD_API FleadNetwork *flead_case_load (FleadCase *self, GCancellable *cancellable,
                                         FleadProgress progress, gpointer user_data,
                                         GError **error);

/**
 * flead_case_load_async:
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Case.load_finish].
 */
FLEAD_API void flead_case_load_async (FleadCase *self, GCancellable *cancellable,
                                      FleadProgress progress, gpointer progress_data,
                                      GDestroyNotify progress_destroy, GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * flead_case_load_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the network; %NULL with the error
 */
FLEAD_API FleadNetwork *flead_case_load_finish (FleadCase *self, GAsyncResult *result,
                                                GError **error);

/**
 * flead_case_keep:
 * @path: of the file that keeps them; made where there is none
 * @data_set: (nullable): the data set that the inputs are an edition of, where their content does
 *   not say it
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Imports the inputs into one file, a kept case, which is an input like any other. What it said
 * before of the same data sets becomes an earlier edition. One transaction: on failure the file is
 * as it was.
 *
 * Fails as a load does, with %FLEAD_ERROR_INVALID_VALUE for an edition older than the one that is
 * kept, and with %FLEAD_ERROR_USAGE where an input is a kept case itself.
 *
 * Returns: whether all was kept
 */
FLEAD_API gboolean flead_case_keep (FleadCase *self, const char *path, const char *data_set,
                                    GCancellable *cancellable, FleadProgress progress,
                                    gpointer user_data, GError **error);

G_END_DECLS
