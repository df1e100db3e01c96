/* ingest/case/index.h: fills what a case is searched by */
#pragma once
#include "ingest/case/facts.h"
#include "ingest/case/pieces.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_SEARCH_NAMES,
	FAIRLEAD_SEARCH_ADDRESSES,
	FAIRLEAD_N_SEARCHES
} FairleadSearch;

typedef struct {
	FairleadSql *sql;
	FairleadRecords *records;
	FairleadTransliterator *transliterator;
	sqlite3_stmt *add[FAIRLEAD_N_SEARCHES];
	guint32 *n_pieces[FAIRLEAD_N_SEARCHES]; /* by three ASCII characters */
} FairleadSearchIndex;

void fairlead_search_index_init (FairleadSearchIndex *self, FairleadSql *sql,
                                 FairleadRecords *records);
void fairlead_search_index_clear (FairleadSearchIndex *self);
/* A fact that was added to the case as row @id of its table; those that are not searched are
 * passed over */
void fairlead_search_index_add (FairleadSearchIndex *self, FairleadFact fact, gconstpointer row,
                                gint64 id);
/* When all is added */
void fairlead_search_index_finish (FairleadSearchIndex *self);

G_END_DECLS
