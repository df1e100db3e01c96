/* ingest/ais/feed.h: the reports of several files as one stream, by time
 *
 * Files are begun in the order of their first rows, and those that overlap are read side by side,
 * so that nothing depends on the order in which they are named. Within a file the rows come as they
 * stand there. */
#pragma once
#include "ingest/ais/batch.h"
#include "ingest/ais/reader.h"
#include "ingest/loader.h"
G_BEGIN_DECLS

/* Files that may overlap in time: each needs a buffer */
#define FAIRLEAD_AIS_MOST_OPEN 256u

typedef struct _FairleadAisFeed FairleadAisFeed;

/**
 * fairlead_ais_feed_new:
 * @paths: (array zero-terminated=1): files, archives, and folders, which stand for the files
 *   directly in them; a pipe too
 * @records: gets the files and their issues; borrowed
 *
 * Looks at the head of each file; fails for the first, by path, that is no AIS data.
 */
FAIRLEAD_API FairleadAisFeed *fairlead_ais_feed_new (const char *const *paths,
                                                     FairleadRecords *records,
                                                     GCancellable *cancellable, GError **error);
FAIRLEAD_API void fairlead_ais_feed_free (FairleadAisFeed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadAisFeed, fairlead_ais_feed_free)

/* Called now and then by the thread that takes the rows */
FAIRLEAD_API void fairlead_ais_feed_set_progress (FairleadAisFeed *self,
                                                  FairleadLoadCallback callback,
                                                  gpointer user_data);
void fairlead_ais_feed_tell_progress (const FairleadAisFeed *self,
                                      const FairleadLoadProgress *progress);

/* How many threads may work on it: 1, or 2, of which one reads ahead; 0, as it is unless set, takes
 * as many as there are processors. What comes out does not depend on it. */
FAIRLEAD_API void fairlead_ais_feed_set_n_threads (FairleadAisFeed *self, guint n_threads);
guint fairlead_ais_feed_get_n_threads (const FairleadAisFeed *self);

/* Puts the next rows into an empty batch, and how far the reading is. The last one says so; after a
 * failure it has the error. */
void fairlead_ais_feed_fill (FairleadAisFeed *self, FairleadAisBatch *batch);

/* Once all is read */
FAIRLEAD_API const FairleadAisCounts *fairlead_ais_feed_get_counts (const FairleadAisFeed *self);

G_END_DECLS
