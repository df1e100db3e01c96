/* output/write/format.c */
#include "output/write/format.h"

#include <string.h>

static const char *const names[FAIRLEAD_N_FORMATS] = { "table", "csv", "json" };

gboolean
fairlead_output_format_from_name (const char *name, FairleadOutputFormat *format)
{
	for (guint i = 0; i < FAIRLEAD_N_FORMATS; i++) {
		if (strcmp (names[i], name) != 0)
			continue;
		*format = (FairleadOutputFormat) i;
		return TRUE;
	}
	return FALSE;
}

static const char *const sequences[FAIRLEAD_N_MEANINGS] = {
	[FAIRLEAD_MEANS_NOTHING] = "",         [FAIRLEAD_MEANS_HEADING] = "\033[1m",
	[FAIRLEAD_MEANS_NOTABLE] = "\033[33m", [FAIRLEAD_MEANS_ALARM] = "\033[31m",
	[FAIRLEAD_MEANS_GOOD] = "\033[32m",
};

const char *
fairlead_meaning_begin (FairleadMeaning meaning, gboolean colour)
{
	return colour ? sequences[meaning] : "";
}

const char *
fairlead_meaning_end (FairleadMeaning meaning, gboolean colour)
{
	return colour && meaning != FAIRLEAD_MEANS_NOTHING ? "\033[0m" : "";
}
