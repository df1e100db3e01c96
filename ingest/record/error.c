/* ingest/record/error.c */
#include "ingest/record/error.h"

/* clang-format off */
G_DEFINE_QUARK (fairlead-error-quark, fairlead_error)
/* clang-format on */

gboolean
fairlead_set_error_at (GError **error, const char *file, guint64 line, FairleadError code,
                       const char *format, ...)
{
	g_autofree char *message = NULL;
	va_list arguments;

	va_start (arguments, format);
	message = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	if (line == 0)
		g_set_error (error, FAIRLEAD_ERROR, (gint) code, "%s: %s", file, message);
	else
		g_set_error (error, FAIRLEAD_ERROR, (gint) code, "%s:%" G_GUINT64_FORMAT ": %s",
		             file, line, message);
	return FALSE;
}
