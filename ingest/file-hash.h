/* ingest/file-hash.h: what an input was, as a number to compare */
#pragma once
#include <gio/gio.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/**
 * fairlead_file_dup_sha256:
 * @n_bytes: (out) (optional): its size
 *
 * SHA-256 of the bytes of a file, as 64 hex digits. Of a folder: of the lines `HASH  NAME` of the
 * files directly in it that are read, by name, as `sha256sum` writes them.
 *
 * Returns: (transfer full): NULL with an error that names the file
 */
FAIRLEAD_API char *fairlead_file_dup_sha256 (const char *path, guint64 *n_bytes,
                                             GCancellable *cancellable, GError **error);

G_END_DECLS
