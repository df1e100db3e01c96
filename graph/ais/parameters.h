/* graph/ais/parameters.h: every number that the rules for AIS data depend on
 *
 * The numbers, and what they mean, stand in graph/ais/shipped/ais.parameters, which is compiled
 * in. */
#pragma once
#include <gio/gio.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/* field, group and key in the file, least and greatest value */
#define FAIRLEAD_AIS_PARAMETER_TABLE(X)                            \
	X (reorder, "reading", "reorder", 0, 1440)                 \
	X (tick, "reading", "tick", 1, 60)                         \
	X (fresh, "reading", "fresh", 1, 1440)                     \
	X (forget, "reading", "forget", 24, 1e5)                   \
	X (meet_distance, "encounter", "distance", 10, 5000)       \
	X (meet_speed, "encounter", "speed", 0.1, 50)              \
	X (meet_hours, "encounter", "hours", 0.1, 1000)            \
	X (interruption, "encounter", "interruption", 1, 720)      \
	X (crowd, "encounter", "crowd", 1, 1e6)                    \
	X (crowd_distance, "encounter", "crowd-distance", 0.1, 50) \
	X (pairing, "encounter", "pairing", 2, 1000)               \
	X (port_distance, "port", "distance", 0, 200)              \
	X (gap_hours, "gap", "hours", 1, 1000)                     \
	X (coverage, "gap", "coverage", 0, 1)                      \
	X (gap_reports, "gap", "reports", 1, 1e6)                  \
	X (together, "gap", "together", 1, 1e6)                    \
	X (together_minutes, "gap", "together-minutes", 1, 1440)   \
	X (together_distance, "gap", "together-distance", 1, 500)  \
	X (still_speed, "gap", "still-speed", 0, 10)               \
	X (still_distance, "gap", "still-distance", 0, 100)        \
	X (jump_speed, "jump", "speed", 1, 1e5)                    \
	X (jump_distance, "jump", "distance", 0.1, 20000)          \
	X (jump_reports, "jump", "reports", 1, 1e6)                \
	X (return_hours, "jump", "return", 0.1, 1000)              \
	X (two_places, "jump", "two-places", 3, 1e6)               \
	X (shared_hours, "identity", "hours", 0.1, 1000)

typedef struct {
#define X(field, group, key, least, greatest) double field;
	FAIRLEAD_AIS_PARAMETER_TABLE (X)
#undef X
} FairleadAisParameters;

/* The shipped numbers */
FAIRLEAD_API void fairlead_ais_parameters_init (FairleadAisParameters *self);
/* Takes the numbers that a key file gives; the others stay as they are. On failure nothing is
 * changed: see fairlead_number_file_read(). */
FAIRLEAD_API gboolean fairlead_ais_parameters_load (FairleadAisParameters *self, const char *path,
                                                    GError **error);

G_END_DECLS
