/* bench/clock.h: one line for bench/ingest to read */
#pragma once
#include <glib.h>
#include <stdio.h>
#include <sys/resource.h>

static inline double
processor_seconds (void)
{
	struct rusage usage;

	getrusage (RUSAGE_SELF, &usage);
	return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
	       + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* `seconds processor found`: what was found must be the same for all that are compared */
static inline void
print_result (gint64 start, double start_processor, guint64 found)
{
	printf ("%.4f %.4f %" G_GUINT64_FORMAT "\n",
	        (double) (g_get_monotonic_time () - start) / 1e6,
	        processor_seconds () - start_processor, found);
}
