/* ingest/load-private.h: one load in progress
 *
 * load.c picks the reader of a stream and reads it; load-paths.c finds the streams: files, members
 * of archives, the files of folders. */
#pragma once
#include "ingest/format/format.h"
#include "ingest/loader.h"
G_BEGIN_DECLS

/**
 * FairleadLoad:
 * @formats: (element-type FairleadFormat): in the order of asking
 * @n_preferred: how many of them win wherever they fit at all: the user's own
 * @sessions: the formats that at least one file has, each with the state that its files share
 * @progress: of the files before the one that is read
 * @reading: what the stream at hand is read by; %NULL between streams
 */
typedef struct {
	FairleadRecords *records;
	GCancellable *cancellable;
	gboolean hashing;
	FairleadLoadCallback callback;
	gpointer callback_data;
	FairleadLoadProgress progress;
	const FairleadReading *reading;
	GPtrArray *formats;
	guint n_preferred;
	GArray *sessions;
} FairleadLoad;

/* The files of a folder or archive, of which not all have to be known */
typedef struct {
	guint n_files;
	guint n_known;
	char *first_refusal; /* why the first of the unknown is not known */
} FairleadLoadGroup;

void fairlead_load_group_clear (FairleadLoadGroup *group);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadLoadGroup, fairlead_load_group_clear)

void fairlead_load_init (FairleadLoad *self, FairleadRecords *records);
void fairlead_load_clear (FairleadLoad *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadLoad, fairlead_load_clear)

/* One stream, whole. @group may be NULL: then an unknown format is an error. */
gboolean fairlead_load_stream (FairleadLoad *self, FairleadInput *input, FairleadLoadGroup *group,
                               GError **error);
/* The size of the files that these paths stand for; 0 when one of them has none, as a pipe */
guint64 fairlead_load_count_bytes (const GPtrArray *paths);
/* A file, archive or folder */
gboolean fairlead_load_path (FairleadLoad *self, const char *path, GError **error);
/* (transfer full): the names in a folder, in the order of their bytes, which is that of no file
 * system */
GPtrArray *fairlead_load_list_folder (const char *path, GError **error);
/* Why the file of a folder is not read; NULL where it is. A link to a file is the file. */
const char *fairlead_load_why_passed_over (const char *path, const char *name);
/* What had to wait for the last file */
gboolean fairlead_load_finish (FairleadLoad *self, GError **error);

G_END_DECLS
