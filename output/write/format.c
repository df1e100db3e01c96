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
