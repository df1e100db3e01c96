/* ingest/case/import/index.h: fills what a case is searched by */
#pragma once
#include "ingest/case/import/facts.h"
#include "ingest/case/search/pieces.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_SEARCH_NAMES,
	FAIRLEAD_SEARCH_ADDRESSES,
	FAIRLEAD_N_SEARCHES
} FairleadSearch;

typedef struct {
	FairleadSql *sql; /* of the case, or of what is made beside it */
	FairleadRecords *records;
	FairleadTransliterator *transliterator;
	sqlite3_stmt *add[FAIRLEAD_N_SEARCHES];
	guint32 *n_pieces[FAIRLEAD_N_SEARCHES]; /* by three ASCII characters */
	FairleadSql *into;                      /* the case */
	FairleadSql beside;
	GThread *thread; /* that fills @beside; NULL where the case itself is filled */
	gint is_stopped;
} FairleadSearchIndex;

/**
 * fairlead_search_index_init:
 * @is_new: all of @records are going to be added, to a file of which no other connection knows and
 *   which is opened anew before it is searched: the index is made beside it by a second thread,
 *   and copied in the end
 */
void fairlead_search_index_init (FairleadSearchIndex *self, FairleadSql *sql,
                                 FairleadRecords *records, gboolean is_new);
void fairlead_search_index_clear (FairleadSearchIndex *self);
/* A fact that was added to the case as row @id of its table; those that are not searched are
 * passed over */
void fairlead_search_index_add (FairleadSearchIndex *self, FairleadFact fact, gconstpointer row,
                                gint64 id);
/* When all is added; who changes the records does so after that */
void fairlead_search_index_finish (FairleadSearchIndex *self);

G_END_DECLS
