/* ingest/loader.h: files in, records out; picks the reader of each file by its content */
#pragma once
#include <gio/gio.h>
#include "ingest/record/records.h"
G_BEGIN_DECLS

#define FAIRLEAD_TYPE_LOADER (fairlead_loader_get_type ())
FAIRLEAD_API
G_DECLARE_FINAL_TYPE (FairleadLoader, fairlead_loader, FAIRLEAD, LOADER, GObject)

FAIRLEAD_API FairleadLoader *fairlead_loader_new (void);

/* Adds a mapping file; it is asked before the built-in formats, in the order of adding */
FAIRLEAD_API gboolean fairlead_loader_add_mapping (FairleadLoader *self, const char *path,
                                                   GError **error);

/* Ask for the SHA-256 of each file; costs a pass of hashing beside the reading */
FAIRLEAD_API void fairlead_loader_set_hashing (FairleadLoader *self, gboolean hashing);

/* Ask for what a case needs of records: hashes, and what each file says apart */
FAIRLEAD_API void fairlead_loader_set_keeping (FairleadLoader *self, gboolean keeping);

/**
 * FairleadProgress:
 * @what: what is being done, in words for a person (a file's name, a measure)
 * @done: how much of it, in units of @total
 * @total: 0 when not known
 */
typedef void (*FairleadProgress) (const char *what, guint64 done, guint64 total,
                                  gpointer user_data);

/**
 * FairleadLoadProgress:
 * @path: the file being read
 * @n_bytes: read so far, of all files
 * @n_total: their size; 0 when not known, as with a pipe
 * @n_records: read so far
 * @n_issues: found so far
 */
typedef struct {
	const char *path;
	guint64 n_bytes;
	guint64 n_total;
	guint64 n_records;
	guint n_issues;
} FairleadLoadProgress;

/* Called now and then by the thread that loads */
typedef void (*FairleadLoadCallback) (const FairleadLoadProgress *progress, gpointer user_data);
FAIRLEAD_API void fairlead_loader_set_progress (FairleadLoader *self, FairleadLoadCallback callback,
                                                gpointer user_data, GDestroyNotify destroy);

/**
 * fairlead_loader_load:
 * @paths: (array zero-terminated=1): files, archives and folders to read
 * @cancellable: (nullable):
 *
 * Reads every file whole or fails: a record that is doubtful becomes an issue, a file that cannot
 * be read is an error naming file and line. They are read in the order of their paths, not in that
 * of @paths: the same files give the same records.
 *
 * Of a folder the files directly in it are read, in the order of their names; of an archive the
 * members (see ingest/syntax/archive.h). There a file that no reader knows is an issue; only where
 * none is known is that an error, as it is for a file named by the caller.
 *
 * Returns: (transfer full): the records of all files
 */
FAIRLEAD_API FairleadRecords *fairlead_loader_load (FairleadLoader *self, const char *const *paths,
                                                    GCancellable *cancellable, GError **error);

G_END_DECLS
