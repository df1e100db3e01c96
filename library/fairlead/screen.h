/* library/fairlead/screen.h: whether those of a file of names are listed, or belong to them */
#pragma once
#include <fairlead/network.h>
G_BEGIN_DECLS

/**
 * FleadScreenVerdict:
 * @FLEAD_SCREEN_VERDICT_LISTED: is designated now
 * @FLEAD_SCREEN_VERDICT_OWNED: falls under a 50 per cent rule, for sure or perhaps
 * @FLEAD_SCREEN_VERDICT_LINKED: a chain of links leads to a listed party
 * @FLEAD_SCREEN_VERDICT_NEAR: has nearly the name, or a weak number, of one listed or owned
 * @FLEAD_SCREEN_VERDICT_NONE: nothing of this holds
 * @FLEAD_SCREEN_VERDICT_NOT_SCREENED: the row says nothing by which to look
 *
 * The first that holds of a row.
 */
typedef enum {
	FLEAD_SCREEN_VERDICT_LISTED,
	FLEAD_SCREEN_VERDICT_OWNED,
	FLEAD_SCREEN_VERDICT_LINKED,
	FLEAD_SCREEN_VERDICT_NEAR,
	FLEAD_SCREEN_VERDICT_NONE,
	FLEAD_SCREEN_VERDICT_NOT_SCREENED,
} FleadScreenVerdict;

/**
 * FleadScreened:
 *
 * One row of a file of names, with its verdict. Immutable.
 */
#define FLEAD_TYPE_SCREENED (flead_screened_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadScreened, flead_screened, FLEAD, SCREENED, GObject)

/**
 * flead_screened_get_line:
 *
 * Returns: on which line of the file the row begins
 */
FLEAD_API guint64 flead_screened_get_line (FleadScreened *self);

/**
 * flead_screened_get_reference:
 *
 * Returns: (transfer none): the asker's own id; empty where the file has none
 */
FLEAD_API const char *flead_screened_get_reference (FleadScreened *self);

/**
 * flead_screened_get_name:
 *
 * Returns: (transfer none): the name as the file has it; empty where it has none
 */
FLEAD_API const char *flead_screened_get_name (FleadScreened *self);

/**
 * flead_screened_get_verdict:
 *
 * Returns: the verdict
 */
FLEAD_API FleadScreenVerdict flead_screened_get_verdict (FleadScreened *self);

/**
 * flead_screened_dup_match:
 *
 * Returns: (transfer full) (nullable): who it is, or nearly is; %NULL where nobody is
 */
FLEAD_API FleadEntity *flead_screened_dup_match (FleadScreened *self);

/**
 * flead_screened_get_similarity:
 *
 * Returns: of a match by name, how alike the names are, from 0 to 1; else NaN
 */
FLEAD_API double flead_screened_get_similarity (FleadScreened *self);

/**
 * flead_screened_get_evidence:
 *
 * Returns: of a match by name, how much that says, in bits: 10 are a thousand to one that another
 *   party has not the same by chance; else NaN
 */
FLEAD_API double flead_screened_get_evidence (FleadScreened *self);

/**
 * flead_screened_get_lists:
 *
 * Returns: (transfer none): where the match is listed, `; ` between; empty where it is not
 */
FLEAD_API const char *flead_screened_get_lists (FleadScreened *self);

/**
 * flead_screened_get_ownership:
 *
 * Returns: (transfer none): of one owned, a sentence that says under which rule and by what share;
 *   else empty
 */
FLEAD_API const char *flead_screened_get_ownership (FleadScreened *self);

/**
 * flead_screened_get_path:
 *
 * Returns: (transfer none): of one linked, the chain of links to the listed party; else empty
 */
FLEAD_API const char *flead_screened_get_path (FleadScreened *self);

/**
 * flead_screened_get_why:
 *
 * Returns: (transfer none): what speaks for the match; empty where there is none
 */
FLEAD_API const char *flead_screened_get_why (FleadScreened *self);

/**
 * flead_screened_get_why_not:
 *
 * Returns: (transfer none): what speaks against the match; empty where nothing does
 */
FLEAD_API const char *flead_screened_get_why_not (FleadScreened *self);

/**
 * flead_screened_get_issue:
 *
 * Returns: (transfer none): what is wrong with the row, which was looked up by what is left of it;
 *   empty where nothing is
 */
FLEAD_API const char *flead_screened_get_issue (FleadScreened *self);

/**
 * FleadScreening:
 *
 * Verdicts on all rows of a file of names: a [iface@Gio.ListModel] of [class@Fairlead.Screened] in
 * the order of the file, and a result whose bytes are those of `fairlead screen`, of a network that
 * was loaded with [property@Case:hashes]. Immutable.
 *
 * A match is a question, not a finding.
 */
#define FLEAD_TYPE_SCREENING (flead_screening_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadScreening, flead_screening, FLEAD, SCREENING, GObject)

/**
 * flead_screening_count:
 * @verdict: which
 *
 * Returns: how many rows have the verdict
 */
FLEAD_API guint64 flead_screening_count (FleadScreening *self, FleadScreenVerdict verdict);

/**
 * flead_screening_write_workbook:
 * @stream: where to; flushed, and not closed
 * @cancellable: (nullable): to give up
 * @error: where to put what went wrong
 *
 * Writes an .xlsx: a sheet of results, and one of what they depend on.
 *
 * Fails with %FLEAD_ERROR_USAGE where the library was built without workbooks, and with the error
 * of @stream.
 *
 * Returns: whether all was written
 */
FLEAD_API gboolean flead_screening_write_workbook (FleadScreening *self, GOutputStream *stream,
                                                   GCancellable *cancellable, GError **error);

/**
 * flead_network_screen:
 * @names: path of a CSV file with a party or ship a row
 * @columns: (nullable) (array zero-terminated=1): `FIELD=HEADER` each, for headers that are not
 *   known by themselves: `name=Kunde`
 * @max_hops: how long a chain of links may be, up to 10; 0: links are not asked
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how many rows are done
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Looks every row up by its numbers, then by its name, and judges who is found.
 *
 * Fails with %FLEAD_ERROR_IO and the codes of reading @names, with file and line; with
 * %FLEAD_ERROR_USAGE for more links than are possible or a field that is none; and with
 * %G_IO_ERROR_CANCELLED.
 *
 * Cost: an index of names and a walk over the links once; then tenths of a millisecond a row.
 *
 * Returns: (transfer full): the verdicts; %NULL with the error
 */
FLEAD_API FleadScreening *flead_network_screen (FleadNetwork *self, const char *names,
                                                const char *const *columns, guint max_hops,
                                                GCancellable *cancellable, FleadProgress progress,
                                                gpointer user_data, GError **error);

/**
 * flead_network_screen_async:
 * @names: path of a CSV file with a party or ship a row
 * @columns: (nullable) (array zero-terminated=1): as above
 * @max_hops: how long a chain of links may be
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.screen_finish].
 */
FLEAD_API void flead_network_screen_async (FleadNetwork *self, const char *names,
                                           const char *const *columns, guint max_hops,
                                           GCancellable *cancellable, FleadProgress progress,
                                           gpointer progress_data, GDestroyNotify progress_destroy,
                                           GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_screen_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the verdicts; %NULL with the error
 */
FLEAD_API FleadScreening *flead_network_screen_finish (FleadNetwork *self, GAsyncResult *result,
                                                       GError **error);

G_END_DECLS
