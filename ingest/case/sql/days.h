/* ingest/case/sql/days.h: periods as rows of a case, in ISO 8601 */
#pragma once
#include "ingest/case/sql/sql.h"
#include "ingest/grammar/period.h"
G_BEGIN_DECLS

/* Seven parameters from @place on: four days, NULL where open, and three flags */
void fairlead_period_bind (sqlite3_stmt *statement, int place, const FairleadPeriod *period);
/* The same seven columns; a day that is none is a failure */
FairleadPeriod fairlead_period_read (FairleadSql *sql, sqlite3_stmt *statement, int column);
/* The same text for the same period */
char *fairlead_period_dup_key (const FairleadPeriod *period);

G_END_DECLS
