/* ingest/ais/batch.h: some thousand rows, to be handed from the thread that reads to the one that
 * looks at them */
#pragma once
#include "ingest/ais/report.h"
#include "ingest/loader.h"
G_BEGIN_DECLS

/* Rows: few enough to stay in the cache of a processor until they are looked at */
#define FAIRLEAD_AIS_BATCH_ROWS 4096u

/* @identity: its number in the batch, for rows of a ship share what they say of her */
typedef struct {
	FairleadAisReport report;
	guint32 identity;
} FairleadAisRow;

/**
 * FairleadAisBatch:
 * @identities: (element-type FairleadAisIdentity): good as long as the batch is not emptied
 * @progress: how far the reading was at its end; no path: there is nothing to tell
 * @is_last: nothing follows
 * @error: (nullable): why
 */
typedef struct {
	FairleadAisRow *rows;
	guint n_rows;
	GArray *identities;
	struct _FairleadAisSeen *seen; /* identities by ship, so that each stands there once */
	GStringChunk *texts;
	FairleadLoadProgress progress;
	char *path;
	gboolean is_last;
	GError *error;
} FairleadAisBatch;

FairleadAisBatch *fairlead_ais_batch_new (void);
void fairlead_ais_batch_free (FairleadAisBatch *self);

void fairlead_ais_batch_empty (FairleadAisBatch *self);
/* Copies; there must be room */
void fairlead_ais_batch_add (FairleadAisBatch *self, const FairleadAisReport *report,
                             const FairleadAisIdentity *identity);

G_END_DECLS
