/* ingest/case/load/cache.h: what a case says now, as the tables of records are in memory
 *
 * Derived from the rows, and never the truth: made anew by each import, in its transaction, passed
 * over where it is of another program, damaged or absent, and dropped by whatever changes a row
 * without import. It makes opening a case of millions of facts a matter of copying. */
#pragma once
#include "ingest/case/case-private.h"
G_BEGIN_DECLS

/* Keeps the records, which say what the case says now */
void fairlead_cache_write (FairleadSql *sql, FairleadRecords *records);
/* NULL where there is none to be used, which is no failure */
FairleadRecords *fairlead_cache_read (FairleadSql *sql);

/* Whether rows that were read from a file can be records: no number leads outside of its table, and
 * all text is UTF-8. O(rows), some 0.2 s for fifteen millions. */
gboolean fairlead_cache_check (FairleadRecords *records);

/* Of the bytes of a piece, by which damage is told */
gint64 fairlead_cache_sum (const char *bytes, gsize n);

/* Whoever changes a row drops the cache, by triggers. An import sets them aside: it changes
 * millions of rows, and makes the cache anew. */
void fairlead_cache_disarm (FairleadSql *sql);
void fairlead_cache_arm (FairleadSql *sql);

G_END_DECLS
