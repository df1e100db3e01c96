/* ingest/ais/feed.h: the reports of several files as one stream, by time
 *
 * Files are begun in the order of their first rows, and those that overlap are read side by side,
 * so that nothing depends on the order in which they are named. Within a file the rows come as they
 * stand there. */
#pragma once
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

/* Called now and then while rows are taken */
FAIRLEAD_API void fairlead_ais_feed_set_progress (FairleadAisFeed *self,
                                                  FairleadLoadCallback callback,
                                                  gpointer user_data);

/* The next row; @identity is good until the one after. FALSE at the end without, or on failure
 * with, @error set. */
gboolean fairlead_ais_feed_next (FairleadAisFeed *self, FairleadAisReport *report,
                                 FairleadAisIdentity *identity, GError **error);

FAIRLEAD_API const FairleadAisCounts *fairlead_ais_feed_get_counts (const FairleadAisFeed *self);

G_END_DECLS
