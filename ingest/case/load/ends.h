/* ingest/case/load/ends.h: which attributes, links and events are about an entity
 *
 * Derived from the rows like the cache, and kept, made anew and dropped with it: an index of SQLite
 * on both ends of millions of links would take a third of the time of their import. */
#pragma once
#include "ingest/case/search/part-private.h"
#include "ingest/record/records.h"
G_BEGIN_DECLS

/* Such as are to be written */
typedef struct _FairleadEndLists FairleadEndLists;

/* Of records that are all that a case has, numbered as they are there; NULL where they are too
 * many. May be made by a thread of its own. */
FairleadEndLists *fairlead_end_lists_new (FairleadRecords *records);
void fairlead_end_lists_free (FairleadEndLists *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadEndLists, fairlead_end_lists_free)
/* After the cache was written. @lists: NULL for the rows of the case. */
void fairlead_ends_write (FairleadSql *sql, const FairleadEndLists *lists);

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
