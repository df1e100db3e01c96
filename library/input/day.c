/* library/input/day.c */
#include "library/input/day.h"

#include "ingest/grammar/period.h"
#include "ingest/record/error.h"

gboolean
day_read (const char *text, gint32 *day, GError **error)
{
	FairleadDate date = { FAIRLEAD_DAY_OPEN_FUTURE, FAIRLEAD_DAY_OPEN_FUTURE };

	if (text != NULL
	    && (!fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, &date, NULL)
	        || date.first != date.last)) {
		g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
		             "%s is no day (expected 2021-03-08)", text);
		return FALSE;
	}
	*day = date.first;
	return TRUE;
}
