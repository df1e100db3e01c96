/* ingest/ais/pump.h: a feed read ahead, by a thread of its own where there is a processor for it
 *
 * Rows come in batches, the same whoever reads them, through a queue of a few, so that the reader
 * is never far ahead. */
#pragma once
#include "ingest/ais/batch.h"
#include "ingest/ais/feed.h"
G_BEGIN_DECLS

typedef struct _FairleadAisPump FairleadAisPump;

/* @feed: borrowed; it and the records that it writes to are the pump's as long as that lives */
FairleadAisPump *fairlead_ais_pump_new (FairleadAisFeed *feed);
/* Stops the reading and waits for its thread */
void fairlead_ais_pump_free (FairleadAisPump *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadAisPump, fairlead_ais_pump_free)

/* The next batch, good until the one after; it tells the progress of the feed. NULL at the end
 * without, or on failure with, @error set. */
const FairleadAisBatch *fairlead_ais_pump_next (FairleadAisPump *self, GError **error);

G_END_DECLS
