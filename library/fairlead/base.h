/* library/fairlead/base.h: what all headers of the library share */
#pragma once
#include <gio/gio.h>
G_BEGIN_DECLS

/**
 * FLEAD_API:
 *
 * Marks what the shared library shows.
 */
#define FLEAD_API __attribute__ ((visibility ("default")))

/**
 * FLEAD_ERROR:
 *
 * The one error domain. Beside it there is %G_IO_ERROR, for %G_IO_ERROR_CANCELLED alone and for
 * streams of the caller.
 */
#define FLEAD_ERROR (flead_error_quark ())
FLEAD_API GQuark flead_error_quark (void);

/**
 * FleadError:
 * @FLEAD_ERROR_SYNTAX: a text breaks the rules of its format
 * @FLEAD_ERROR_INVALID_VALUE: it is well formed, but cannot be meant
 * @FLEAD_ERROR_MISSING_FIELD: something that must be there is not
 * @FLEAD_ERROR_UNKNOWN_REFERENCE: it names something that is nowhere
 * @FLEAD_ERROR_UNKNOWN_FORMAT: no reader knows this file
 * @FLEAD_ERROR_LIMIT: past a bound that protects from hostile input
 * @FLEAD_ERROR_IO: the system could not read or write it
 * @FLEAD_ERROR_NO_CONVERGENCE: no finite answer, or none within the iterations
 * @FLEAD_ERROR_NO_MEMORY: there was no memory
 * @FLEAD_ERROR_USAGE: what is asked for cannot be
 * @FLEAD_ERROR_INTERNAL: a mistake of fairlead's own
 *
 * Codes of [error@Fairlead.Error], named by what a user can do about them. A message begins with
 * the file and line that it is about, where there is one: `sdn.csv:17: ...`.
 */
typedef enum /*< prefix=FLEAD_ERROR >*/ {
	FLEAD_ERROR_SYNTAX,
	FLEAD_ERROR_INVALID_VALUE,
	FLEAD_ERROR_MISSING_FIELD,
	FLEAD_ERROR_UNKNOWN_REFERENCE,
	FLEAD_ERROR_UNKNOWN_FORMAT,
	FLEAD_ERROR_LIMIT,
	FLEAD_ERROR_IO,
	FLEAD_ERROR_NO_CONVERGENCE,
	FLEAD_ERROR_NO_MEMORY,
	FLEAD_ERROR_USAGE,
	FLEAD_ERROR_INTERNAL,
} FleadError;

/**
 * FleadFormat:
 * @FLEAD_FORMAT_CSV: a row a line, with a header; RFC 4180, UTF-8
 * @FLEAD_FORMAT_JSON: one document
 *
 * In which form a result is written. The bytes are those that the command line writes for the same
 * question.
 */
typedef enum {
	FLEAD_FORMAT_CSV,
	FLEAD_FORMAT_JSON,
} FleadFormat;

/**
 * FleadProgress:
 * @what: what is being done, in words for a person: a file's name, a measure
 * @done: how much of it is done, in units of @total
 * @total: how much there is; 0 where that is not known
 * @user_data: what was given with the function
 *
 * Is called now and then while something long goes on: by the thread that called, of a blocking
 * function; in the main context of the caller, of an asynchronous one. What it does takes time from
 * the work. That of a blocking function must ask nothing of the objects at work, nor run a main
 * loop where somebody else may: they are locked.
 */
typedef void (*FleadProgress) (const char *what, guint64 done, guint64 total, gpointer user_data);

/**
 * flead_get_version:
 *
 * The version of the library that runs, which may be a later one than that of the headers.
 *
 * Returns: (transfer none): for example `0.1.0`
 */
FLEAD_API const char *flead_get_version (void);

G_END_DECLS
