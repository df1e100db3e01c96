/* ingest/case/search/tally.h: the rows with the most of the rarest pieces of a query */
#pragma once
#include "ingest/case/import/index.h"
G_BEGIN_DECLS

/**
 * fairlead_search_dup_finalists:
 * @keys: of the query
 * @n_all: rows that there are
 * @n: most rows to return
 *
 * Lists of pieces are read from the rarest on, up to a bound on the rows, and so each row has
 * weight for the pieces that it shares with the query: the logarithm of how rare they are. Some
 * 20 ms where the bound is reached.
 *
 * Returns: (transfer full) (element-type gint64): the heaviest rows first
 */
GArray *fairlead_search_dup_finalists (FairleadSql *sql, FairleadSearch search,
                                       const FairleadSearchKeys *keys, gint64 n_all, guint n);

G_END_DECLS
