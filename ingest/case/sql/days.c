/* ingest/case/sql/days.c */
#include "ingest/case/sql/days.h"

#include <stdio.h>

#include "ingest/record/error.h"

static void
bind_day (sqlite3_stmt *statement, int place, gint32 day, gint32 open)
{
	gint year, month, number;
	char text[32];

	if (day == open) {
		sqlite3_bind_null (statement, place);
		return;
	}
	fairlead_day_to_ymd (day, &year, &month, &number);
	g_snprintf (text, sizeof text, "%04d-%02d-%02d", year, month, number);
	sqlite3_bind_text (statement, place, text, -1, SQLITE_TRANSIENT);
}

void
fairlead_period_bind (sqlite3_stmt *statement, int place, const FairleadPeriod *period)
{
	bind_day (statement, place, period->start.first, FAIRLEAD_DAY_OPEN_PAST);
	bind_day (statement, place + 1, period->start.last, FAIRLEAD_DAY_OPEN_FUTURE);
	bind_day (statement, place + 2, period->end.first, FAIRLEAD_DAY_OPEN_PAST);
	bind_day (statement, place + 3, period->end.last, FAIRLEAD_DAY_OPEN_FUTURE);
	sqlite3_bind_int (statement, place + 4, !!(period->flags & FAIRLEAD_PERIOD_START_CIRCA));
	sqlite3_bind_int (statement, place + 5, !!(period->flags & FAIRLEAD_PERIOD_END_CIRCA));
	sqlite3_bind_int (statement, place + 6, !!(period->flags & FAIRLEAD_PERIOD_ENDED));
}

static gint32
read_day (FairleadSql *sql, sqlite3_stmt *statement, int column, gint32 open)
{
	const char *text = fairlead_sql_get_text (statement, column);
	gint year, month, number;
	char end;
	gint32 day;

	if (*text == '\0')
		return open;
	if (sscanf (text, "%d-%2d-%2d%c", &year, &month, &number, &end) == 3
	    && fairlead_day_from_ymd (year, month, number, &day))
		return day;
	fairlead_sql_fail (sql, FAIRLEAD_ERROR_SYNTAX, "is a damaged case (\"%.20s\" is no day)",
	                   text);
	return open;
}

FairleadPeriod
fairlead_period_read (FairleadSql *sql, sqlite3_stmt *statement, int column)
{
	FairleadPeriod period = {
		.start = { read_day (sql, statement, column, FAIRLEAD_DAY_OPEN_PAST),
		           read_day (sql, statement, column + 1, FAIRLEAD_DAY_OPEN_FUTURE) },
		.end = { read_day (sql, statement, column + 2, FAIRLEAD_DAY_OPEN_PAST),
		         read_day (sql, statement, column + 3, FAIRLEAD_DAY_OPEN_FUTURE) },
	};

	if (sqlite3_column_int (statement, column + 4))
		period.flags |= FAIRLEAD_PERIOD_START_CIRCA;
	if (sqlite3_column_int (statement, column + 5))
		period.flags |= FAIRLEAD_PERIOD_END_CIRCA;
	if (sqlite3_column_int (statement, column + 6))
		period.flags |= FAIRLEAD_PERIOD_ENDED;
	return period;
}

char *
fairlead_period_dup_key (const FairleadPeriod *period)
{
	return g_strdup_printf ("%d %d %d %d %u", period->start.first, period->start.last,
	                        period->end.first, period->end.last, period->flags);
}
