/* ingest/syntax/archive-size.h: how much an archive holds, before any of it is unpacked */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/**
 * fairlead_archive_count_bytes:
 *
 * What the members of a zip or tar file, or what stands in a gzip file, take when they are
 * unpacked, as the file itself says: the directory of a zip, the heads of a tar, the last four
 * bytes of a gzip, which count to 4 GiB. Other kinds do not tell, nor do those that are broken.
 *
 * Returns: bytes; 0: not known
 */
guint64 fairlead_archive_count_bytes (const char *path);

G_END_DECLS
