/* ingest/mapping/run/session.h: what the files of one load share, read by one mapping
 *
 * A table that asks lookups has to wait for the tables that give them: its rows are kept, with the
 * cells that the mapping names, until the last file was read. */
#pragma once
#include "ingest/mapping/language/plan.h"
#include "ingest/mapping/run/seen.h"
#include "ingest/mapping/run/evaluation.h"
G_BEGIN_DECLS

/**
 * FairleadMappingSession:
 * @seen: facts that were said already, so that a company on a thousand rows has its name and
 *   address once
 */
struct _FairleadMappingSession {
	FairleadSeen *seen;
	GPtrArray *found;   /* of GHashTable, text by text: what each lookup gives */
	GPtrArray *waiting; /* files whose rows wait */
};

FairleadMappingSession *fairlead_mapping_session_new (const FairleadMapping *mapping);
void fairlead_mapping_session_free (FairleadMappingSession *self);

/* What the row at hand gives to the lookups of its table */
void fairlead_mapping_session_give (FairleadMappingSession *self, FairleadEvaluation *evaluation);
/* NULL where no row gave it */
const char *fairlead_mapping_session_find (const FairleadMappingSession *self,
                                           const FairleadLookup *lookup, const char *text);

/* A file of a table that asks lookups, and then each row of it; @columns are those of the fields */
void fairlead_mapping_session_wait (FairleadMappingSession *self, const FairleadMapping *table,
                                    const FairleadReading *reading, const gint *columns);
void fairlead_mapping_session_keep (FairleadMappingSession *self, const FairleadCsvRow *row,
                                    const gint *columns);
/* Says the rows that waited */
void fairlead_mapping_session_finish (FairleadMappingSession *self, FairleadRecords *records);

G_END_DECLS
