/* ingest/case/load/ends.h: which attributes, links and events are about an entity
 *
 * Derived from the rows like the cache, and kept, made anew and dropped with it: an index of SQLite
 * on both ends of millions of links would take a third of the time of their import. */
#pragma once
#include "ingest/case/search/part-private.h"
#include "ingest/record/records.h"
G_BEGIN_DECLS

/* After the cache was written. @records: where they are all that the case has, numbered as they
 * are; else NULL, for the rows of the case. */
void fairlead_ends_write (FairleadSql *sql, FairleadRecords *records);

/* What was written, read where it is asked for */
typedef struct {
	FairleadSql *sql;
	FairleadBlob blob;
	GArray *pieces[2];
	char *bytes[2]; /* of the piece that was read last */
	guint loaded[2];
} FairleadEnds;

/* FALSE where there is none to be used, which is no failure */
gboolean fairlead_ends_open (FairleadEnds *self, FairleadSql *sql);
void fairlead_ends_clear (FairleadEnds *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadEnds, fairlead_ends_clear)
/* Adds to the part the rows about the entity, a number of the case; FALSE where what was written
 * is damaged */
gboolean fairlead_ends_add_rows (FairleadEnds *self, gint64 entity, FairleadPart *part);

G_END_DECLS
