/* ingest/syntax/archive.h: members of an archive, or what stands in a compressed file, as inputs
 *
 * zip, tar, and either of tar or one file within gz, xz, zst or bz2. Everything is read as a stream
 * in one pass, and nothing is ever written to disk. */
#pragma once
#include "ingest/syntax/input.h"
G_BEGIN_DECLS

/**
 * FairleadArchiveBounds:
 * @members: most members, folders and links counted
 * @bytes: most bytes that all members have when they are expanded
 * @ratio: most expanded bytes for one byte of the archive, asked once @grace bytes were expanded
 * @grace: what a small archive of very even content may expand to, whatever the ratio
 *
 * What protects from archives made to be too large.
 */
typedef struct {
	guint members;
	guint64 bytes;
	guint ratio;
	guint64 grace;
} FairleadArchiveBounds;

/* 100,000 members, 64 GiB, 200 to 1 beyond 64 MiB: the XML of registers packs up to 40 to 1 */
extern const FairleadArchiveBounds fairlead_archive_bounds;

typedef struct _FairleadArchive FairleadArchive;

/* Whether a file that begins like this is packed, in a way that is read or not */
gboolean fairlead_archive_is_packed (const char *head, gsize size);

/**
 * fairlead_archive_new:
 * @file: the archive; borrowed, must outlive it
 *
 * Fails for kinds that are packed and not read (7-Zip, RAR).
 */
FairleadArchive *fairlead_archive_new (FairleadInput *file, GError **error);
void fairlead_archive_free (FairleadArchive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadArchive, fairlead_archive_free)

/* Instead of fairlead_archive_bounds; for tests. Borrowed. */
void fairlead_archive_set_bounds (FairleadArchive *self, const FairleadArchiveBounds *bounds);

/**
 * fairlead_archive_next:
 *
 * Goes to the next member; folders are passed over. At the end the archive's file was read to its
 * end too. Broken and encrypted archives, and those past the bounds, are errors that name them.
 *
 * Returns: FALSE at the end without, or on failure with, @error set
 */
gboolean fairlead_archive_next (FairleadArchive *self, GError **error);

/* Whether this is one compressed file rather than an archive of members; known after next() */
gboolean fairlead_archive_is_single (FairleadArchive *self);
/* `archive.zip!member.csv`, with unprintable characters of the member's name as `\x1B`; for a
 * single file its own path. Good until next(). */
const char *fairlead_archive_get_path (FairleadArchive *self);
/* Why the member is nothing to read (`is a symbolic link`); NULL for a file */
const char *fairlead_archive_get_refusal (FairleadArchive *self);
/* The bytes of the member, once; owned by the caller, to be freed before next() */
FairleadInput *fairlead_archive_open_member (FairleadArchive *self);

G_END_DECLS
