/* library/fairlead/result.h: what all results can do */
#pragma once
#include <fairlead/table.h>
G_BEGIN_DECLS

/**
 * FleadResult:
 *
 * What can be had by columns, and most of what is here can be written as CSV and JSON too: a
 * ranking, paths, a timeline. Implemented by the library alone.
 */
#define FLEAD_TYPE_RESULT (flead_result_get_type ())
FLEAD_API
G_DECLARE_INTERFACE (FleadResult, flead_result, FLEAD, RESULT, GObject)

/**
 * FleadResultInterface:
 * @parent: of all interfaces
 * @dup_table: see [method@Fairlead.Result.dup_table]
 * @write: see [method@Fairlead.Result.write]
 *
 * What a result has to say.
 */
struct _FleadResultInterface {
	GTypeInterface parent;

	FleadTable *(*dup_table) (FleadResult *self);
	gboolean (*write) (FleadResult *self, FleadFormat format, GOutputStream *stream,
	                   GCancellable *cancellable, GError **error);

	/*< private >*/
	gpointer reserved[6];
};

/**
 * flead_result_dup_table:
 *
 * All of it by columns. Cost: O(rows), one copy of what it says.
 *
 * Returns: (transfer full): the table
 */
FLEAD_API FleadTable *flead_result_dup_table (FleadResult *self);

/**
 * flead_result_write:
 * @format: in which form
 * @stream: where to; flushed, and not closed
 * @cancellable: (nullable): to give up
 * @error: where to put what went wrong
 *
 * Writes what the command line writes for the same question, byte for byte.
 *
 * Fails with the error of @stream, or %G_IO_ERROR_CANCELLED. What was written by then stays.
 *
 * Cost: O(rows) and little memory; each evidence path costs a search.
 *
 * Returns: whether all was written
 */
FLEAD_API gboolean flead_result_write (FleadResult *self, FleadFormat format, GOutputStream *stream,
                                       GCancellable *cancellable, GError **error);

/**
 * flead_result_dup_text:
 * @format: in which form
 *
 * The same as a text in memory.
 *
 * Returns: (transfer full): UTF-8; %NULL with the error
 */
FLEAD_API char *flead_result_dup_text (FleadResult *self, FleadFormat format, GError **error);

G_END_DECLS
