/* output/pieces.c */
#include "output/pieces.h"

#include <math.h>

#include "output/values.h"

/* ---- JSON ---- */

/* A flag is written where it is set: absent means no */
static void
write_flag (FairleadJson *json, const char *key, guint32 flags, FairleadPeriodFlags flag)
{
	if ((flags & flag) != 0)
		fairlead_json_boolean (json, key, TRUE);
}

void
fairlead_json_period (FairleadJson *json, const FairleadPeriod *period)
{
	g_autofree char *since = fairlead_date_dup_text (period->start);
	g_autofree char *until = fairlead_date_dup_text (period->end);

	fairlead_json_text (json, "since", since);
	fairlead_json_text (json, "until", until);
	write_flag (json, "since_circa", period->flags, FAIRLEAD_PERIOD_START_CIRCA);
	write_flag (json, "until_circa", period->flags, FAIRLEAD_PERIOD_END_CIRCA);
	write_flag (json, "ended", period->flags, FAIRLEAD_PERIOD_ENDED);
}

void
fairlead_json_share (FairleadJson *json, FairleadShare share)
{
	if (fairlead_share_is_unknown (share))
		return;
	fairlead_json_begin_object (json, "share");
	fairlead_json_number (json, "low", (double) share.low / FAIRLEAD_SHARE_ONE);
	fairlead_json_number (json, "high", (double) share.high / FAIRLEAD_SHARE_ONE);
	fairlead_json_end_object (json);
}

void
fairlead_json_text_array (FairleadJson *json, const char *key, const GPtrArray *texts)
{
	fairlead_json_begin_array (json, key);
	for (guint i = 0; i < texts->len; i++)
		fairlead_json_text (json, NULL, g_ptr_array_index (texts, i));
	fairlead_json_end_array (json);
}

/* ---- CSV ---- */

void
fairlead_csv_share (FairleadCsv *csv, FairleadShare share)
{
	gboolean is_unknown = fairlead_share_is_unknown (share);

	fairlead_csv_number (csv, is_unknown ? NAN : (double) share.low / FAIRLEAD_SHARE_ONE);
	fairlead_csv_number (csv, is_unknown ? NAN : (double) share.high / FAIRLEAD_SHARE_ONE);
}

void
fairlead_csv_period (FairleadCsv *csv, const FairleadPeriod *period)
{
	g_autofree char *since = fairlead_date_dup_text (period->start);
	g_autofree char *until = fairlead_date_dup_text (period->end);

	fairlead_csv_text (csv, since);
	fairlead_csv_text (csv, until);
	fairlead_csv_boolean (csv, (period->flags & FAIRLEAD_PERIOD_ENDED) != 0);
}

void
fairlead_csv_texts (FairleadCsv *csv, const GPtrArray *texts)
{
	g_autoptr (GString) joined = g_string_new (NULL);

	fairlead_values_append (texts, joined);
	fairlead_csv_text (csv, joined->str);
}
