/* ingest/grammar/period.h: dates of uncertain precision, and the periods between them */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

#define FAIRLEAD_DAY_OPEN_PAST G_MININT32
#define FAIRLEAD_DAY_OPEN_FUTURE G_MAXINT32

/**
 * FairleadDate:
 * @first: earliest day that the statement allows, in days since 1970-01-01
 * @last: latest day that it allows
 *
 * A date as a closed interval of days: `2016` is 1 January to 31 December, `before 2008` has no
 * earliest day. A date of which nothing is known is open at both ends.
 */
typedef struct {
	gint32 first;
	gint32 last;
} FairleadDate;

#define FAIRLEAD_DATE_UNKNOWN ((FairleadDate){ FAIRLEAD_DAY_OPEN_PAST, FAIRLEAD_DAY_OPEN_FUTURE })

typedef enum {
	FAIRLEAD_PERIOD_START_CIRCA = 1 << 0,
	FAIRLEAD_PERIOD_END_CIRCA = 1 << 1,
	FAIRLEAD_PERIOD_ENDED = 1 << 2, /* over, whether or not the day is known */
} FairleadPeriodFlags;

/**
 * FairleadPeriod:
 *
 * From when to when something held. An end that is unknown and not flagged
 * %FAIRLEAD_PERIOD_ENDED means 'as far as the source says, still so'.
 */
typedef struct {
	FairleadDate start;
	FairleadDate end;
	guint32 flags;
} FairleadPeriod;

#define FAIRLEAD_PERIOD_UNKNOWN \
	((FairleadPeriod){ FAIRLEAD_DATE_UNKNOWN, FAIRLEAD_DATE_UNKNOWN, 0 })

/* Which of day and month comes first in 03/04/2016, and what else may be expected */
typedef enum {
	FAIRLEAD_DATE_DAY_FIRST,
	FAIRLEAD_DATE_MONTH_FIRST,
} FairleadDateOrder;

/* A day number from the proleptic Gregorian calendar; FALSE where there is no such day */
FAIRLEAD_API gboolean fairlead_day_from_ymd (gint year, gint month, gint day, gint32 *number);
FAIRLEAD_API void fairlead_day_to_ymd (gint32 number, gint *year, gint *month, gint *day);

/**
 * fairlead_date_parse:
 * @text: a date in any spelling that the published lists use: `2016`, `2016-07`, `2016-07-08`,
 *   timestamps with a zone, `8 Jul 2016`, `09-NOV-2010`, `Jul 2016`, `08/07/2016`, `16.7.2009`,
 *   `00/00/1955`, `dd/mm/1945`, `circa 1962`, `1962 to 1965`, `before 2008`, `since 01/02/2010`,
 *   `during 2011`
 * @order: how to read two ambiguous numbers
 * @date: (out): the interval, written on success only
 * @circa: (out) (optional): whether the text says 'about'
 *
 * Never invents a day: what the text leaves open stays open in the interval.
 *
 * Returns: FALSE when the text is no date, or an impossible one (31 February)
 */
FAIRLEAD_API gboolean fairlead_date_parse (const char *text, FairleadDateOrder order,
                                           FairleadDate *date, gboolean *circa);

/* `2016`, `2016-07`, `2016-07-08`, `2016-03/2016-05`, `../2007-12-31`; NULL when wholly unknown */
FAIRLEAD_API char *fairlead_date_dup_text (FairleadDate date);
FAIRLEAD_API gboolean fairlead_date_is_unknown (FairleadDate date);

/**
 * fairlead_period_parse:
 *
 * Reads one cell that describes a period: `since 01/02/2010` starts then and is still open,
 * `before 2008` starts some day before 2008, `during 07/2011` starts some day of that month,
 * `2010 to 2012` starts and ends. A bare date is its start.
 */
FAIRLEAD_API gboolean fairlead_period_parse (const char *text, FairleadDateOrder order,
                                             FairleadPeriod *period);
FAIRLEAD_API gboolean fairlead_period_equal (const FairleadPeriod *a, const FairleadPeriod *b);
FAIRLEAD_API gboolean fairlead_period_is_over (const FairleadPeriod *period);

G_END_DECLS
