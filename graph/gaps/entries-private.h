/* graph/gaps/entries-private.h: the designations of a network, with body and regime */
#pragma once
#include "graph/network/network.h"
G_BEGIN_DECLS

/* One designation. Of a body and a regime there is one pointer for one text. */
typedef struct {
	FairleadVertex vertex;
	const char *body;
	const char *regime;
	const char *programme;
	FairleadPeriod period;
	FairleadSource source;
	gboolean is_over;
} FairleadEntry;

typedef struct {
	FairleadRecords *records;
	GStringChunk *texts;
	GHashTable *headings; /* list and programme, as one number -> what they mean */
	GArray *rows;         /* of FairleadEntry: by vertex, body, regime, programme and source */
	GHashTable *editions; /* body -> the date of its latest file, as FairleadDate */
} FairleadEntries;

void fairlead_entries_init (FairleadEntries *self, FairleadNetwork *network);
void fairlead_entries_clear (FairleadEntries *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadEntries, fairlead_entries_clear)

/* Whether it is of the regime, or of a programme that begins so; NULL: always */
gboolean fairlead_entry_fits (const FairleadEntry *entry, const char *programme);
/* The date that the latest of the files of a body bears; unknown where none bears any */
FairleadDate fairlead_entries_get_edition (const FairleadEntries *self, const char *body);

G_END_DECLS
