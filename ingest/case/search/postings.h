/* ingest/case/search/postings.h: which rows have a piece of three letters */
#pragma once
#include "ingest/case/import/index.h"
#include "ingest/case/search/pieces.h"
G_BEGIN_DECLS

/* Takes a row; FALSE where it wants no more */
typedef gboolean (*FairleadPostingFunc) (gint64 row, gpointer data);

/* All rows of a search that have the piece, in their order. Some 30 ns each: as results of a
 * statement they would take three times as long. */
void fairlead_postings_read (FairleadSql *sql, FairleadSearch search, FairleadPiece piece,
                             FairleadPostingFunc take, gpointer data);

G_END_DECLS
