/* ingest/record/error.h: the one error domain, its codes named by what a user can do about them */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

#define FAIRLEAD_ERROR (fairlead_error_quark ())
FAIRLEAD_API GQuark fairlead_error_quark (void);

typedef enum {
	FAIRLEAD_ERROR_SYNTAX,            /* the text breaks the rules of its format */
	FAIRLEAD_ERROR_INVALID_VALUE,     /* well formed, but it cannot be meant */
	FAIRLEAD_ERROR_MISSING_FIELD,     /* something that must be there is not */
	FAIRLEAD_ERROR_UNKNOWN_REFERENCE, /* it names something that is nowhere */
	FAIRLEAD_ERROR_UNKNOWN_FORMAT,    /* no reader knows this file */
	FAIRLEAD_ERROR_LIMIT,             /* past a bound that protects from hostile input */
	FAIRLEAD_ERROR_IO,                /* the system could not read or write it */
	FAIRLEAD_ERROR_NO_CONVERGENCE,    /* no finite answer, or none within the iterations */
	FAIRLEAD_ERROR_NO_MEMORY,
	FAIRLEAD_ERROR_USAGE,    /* the command line asks for what cannot be */
	FAIRLEAD_ERROR_INTERNAL, /* a mistake of fairlead's own */
} FairleadError;

/* Sets `<file>:<line>: <message>`, without the line when it is 0. Always FALSE, so that a caller
 * can return it. */
FAIRLEAD_API gboolean fairlead_set_error_at (GError **error, const char *file, guint64 line,
                                             FairleadError code, const char *format, ...)
	G_GNUC_PRINTF (5, 6);

G_END_DECLS
