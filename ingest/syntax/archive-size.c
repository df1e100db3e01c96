/* ingest/syntax/archive-size.c */
#include "ingest/syntax/archive-size.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <string.h>

#include "ingest/syntax/archive.h"

#define BLOCK_SIZE (64u << 10)
#define GZIP_MAGIC "\x1F\x8B"
#define GZIP_MAGIC_SIZE 2

/* What is between the heads is passed over, and not read */
static guint64
count_members (const char *path)
{
	struct archive *reader = archive_read_new ();
	struct archive_entry *entry;
	guint64 n_bytes = 0;

	archive_read_support_format_zip_seekable (reader);
	archive_read_support_format_tar (reader);
	if (archive_read_open_filename (reader, path, BLOCK_SIZE) == ARCHIVE_OK)
		for (guint i = 0; i < fairlead_archive_bounds.members
		                  && archive_read_next_header (reader, &entry) >= ARCHIVE_WARN;
		     i++)
			n_bytes += archive_entry_size_is_set (entry)
			                   ? (guint64) MAX (archive_entry_size (entry), 0)
			                   : 0;
	archive_read_free (reader);
	return MIN (n_bytes, fairlead_archive_bounds.bytes);
}

/* Beyond 4 GiB the count begins anew, so that the packed size may be the greater */
static guint64
read_gzip_size (const char *path)
{
	FILE *file = fopen (path, "re");
	guint8 head[GZIP_MAGIC_SIZE], size[4];
	guint64 n_bytes = 0;

	if (file == NULL)
		return 0;
	if (fread (head, sizeof head, 1, file) == 1
	    && memcmp (head, GZIP_MAGIC, GZIP_MAGIC_SIZE) == 0
	    && fseek (file, -(long) sizeof size, SEEK_END) == 0
	    && fread (size, sizeof size, 1, file) == 1)
		n_bytes = MAX ((guint64) ftell (file), (guint64) size[0] | (guint64) size[1] << 8
		                                               | (guint64) size[2] << 16
		                                               | (guint64) size[3] << 24);
	fclose (file);
	return n_bytes;
}

guint64
fairlead_archive_count_bytes (const char *path)
{
	guint64 n_bytes = read_gzip_size (path);

	return n_bytes > 0 ? n_bytes : count_members (path);
}
