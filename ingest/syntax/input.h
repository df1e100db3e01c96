/* ingest/syntax/input.h: a file as a bounded stream of UTF-8 bytes, with a look at its head */
#pragma once
#include <gio/gio.h>
#include "ingest/export.h"
G_BEGIN_DECLS

typedef struct _FairleadInput FairleadInput;

/* How much of a file its format is told from */
#define FAIRLEAD_INPUT_HEAD (64u << 10)

/**
 * fairlead_input_open:
 *
 * Opens a regular file (or pipe) for one pass. A byte order mark is swallowed; UTF-16 with a mark
 * (and XML in UTF-16 without one) is turned into UTF-8 as it is read. Directories, devices and
 * sockets are refused by name; pipes are read. - is standard input.
 */
FairleadInput *fairlead_input_open (const char *path, GError **error);
/* The same over bytes in memory, for tests and fuzzers; they are copied */
FairleadInput *fairlead_input_new_for_bytes (const char *name, const void *data, gsize size);
/* Puts up to @size bytes into @buffer: how many, 0 at the end, -1 with @error set */
typedef gssize (*FairleadInputTake) (gpointer user_data, void *buffer, gsize size, GError **error);
/* The same over bytes that something else makes, such as a member of an archive */
FairleadInput *fairlead_input_new_for_source (const char *name, FairleadInputTake take,
                                              gpointer user_data);
void fairlead_input_free (FairleadInput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadInput, fairlead_input_free)

const char *fairlead_input_get_path (FairleadInput *self);
/* The first bytes, without consuming them: %FAIRLEAD_INPUT_HEAD of them, or fewer where the whole
 * file has no more (0 when it is empty). Good until the next call; NULL on error. */
const char *fairlead_input_peek (FairleadInput *self, gsize *size, GError **error);
/* Up to @size bytes; 0 at the end, -1 on error */
gssize fairlead_input_read (FairleadInput *self, void *buffer, gsize size, GError **error);
/* The encoding that a mark told (known after peek()) or set_encoding() set; NULL for neither, which
 * is UTF-8 as far as the input knows */
const char *fairlead_input_get_encoding (FairleadInput *self);
/* Converts from @encoding, for a file that declares one. To be called before the first read(); does
 * nothing where a mark told the encoding. An unknown name is an error. */
gboolean fairlead_input_set_encoding (FairleadInput *self, const char *encoding, GError **error);
/* Bytes of the file itself that were read so far, and its size (0 when not known) */
guint64 fairlead_input_get_position (FairleadInput *self);
guint64 fairlead_input_get_size (FairleadInput *self);

typedef void (*FairleadInputProgress) (guint64 position, guint64 size, gpointer user_data);
/* Called now and then while reading */
void fairlead_input_set_progress (FairleadInput *self, FairleadInputProgress callback,
                                  gpointer user_data);
/* Polled at each read of the file; the error is %G_IO_ERROR_CANCELLED */
void fairlead_input_set_cancellable (FairleadInput *self, GCancellable *cancellable);

/* Delivers no more than @size bytes at a time, as slow pipes do; for tests. 0 sets no bound. */
void fairlead_input_set_longest_read (FairleadInput *self, gsize size);

/* Hashes the file's own bytes as they are read; to be set before the first peek() or read().
 * dup_sha256() gives 64 hex digits once read() has returned 0, NULL before or without hashing */
void fairlead_input_set_hashing (FairleadInput *self, gboolean hashing);
char *fairlead_input_dup_sha256 (FairleadInput *self);

G_END_DECLS
