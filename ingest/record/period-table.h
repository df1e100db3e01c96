/* ingest/record/period-table.h: each period that the facts of a case have, once
 *
 * Of millions of facts most have none, and the others share a few thousand. */
#pragma once
#include "ingest/grammar/period.h"
#include "ingest/record/id-table.h"
G_BEGIN_DECLS

/* 0 is the period of which nothing is known */
typedef guint32 FairleadPeriodId;

typedef struct {
	GArray *periods; /* of FairleadPeriod */
	FairleadIdTable ids;
	FairleadPeriodId last; /* facts that follow each other often agree */
} FairleadPeriodTable;

void fairlead_period_table_init (FairleadPeriodTable *self);
void fairlead_period_table_clear (FairleadPeriodTable *self);

/* Makes those that stand in the table already found by add() */
void fairlead_period_table_restore (FairleadPeriodTable *self);
/* The same number for the same period. O(1). */
FairleadPeriodId fairlead_period_table_add (FairleadPeriodTable *self,
                                            const FairleadPeriod *period);
/* Good until the next is added */
const FairleadPeriod *fairlead_period_table_get (const FairleadPeriodTable *self,
                                                 FairleadPeriodId id);

G_END_DECLS
