/* cli/investigation/small-file.h: a file of bounded size, or standard input */
#pragma once
#include <gio/gio.h>
G_BEGIN_DECLS

/* All of it, with a zero behind; - is standard input. A device, or more than @most bytes, is an
 * error that names the file. */
char *small_file_read (const char *path, gsize most, gsize *length, GError **error);

G_END_DECLS
