/* graph/parameters.h: every number that a ranking depends on
 *
 * The numbers themselves, and what they mean, stand in one place, the commented key file
 * graph/shipped/default.parameters, which is compiled in. */
#pragma once
#include <gio/gio.h>
#include <math.h>
#include "ingest/record/kinds.h"
G_BEGIN_DECLS

/* field, group and key in the file, least and greatest value */
#define FAIRLEAD_PARAMETER_TABLE(X)                                               \
	X (restart, "walk", "restart", 0.01, 0.99)                                \
	X (tolerance, "walk", "tolerance", 1e-14, 0.01)                           \
	X (hop_loss, "paths", "hop-loss", 1e-6, 0.99)                             \
	X (ended_factor, "time", "ended-factor", 0.0, 1.0)                        \
	X (half_life, "time", "half-life", 0.0, INFINITY)                         \
	X (hub_free_degree, "hubs", "hub-free-degree", 1, 1e9)                    \
	X (hub_exponent, "hubs", "hub-exponent", 0.0, 10.0)                       \
	X (provider_clients, "hubs", "provider-clients", 1, INFINITY)             \
	X (control_floor, "score", "control-floor", 1e-4, 1.0)                    \
	X (fusion_constant, "score", "fusion-constant", 0.0, 1e6)                 \
	X (weight_proximity, "score", "weight-proximity", 0.0, 1e6)               \
	X (weight_brokerage, "score", "weight-brokerage", 0.0, 1e6)               \
	X (weight_necessity, "score", "weight-necessity", 0.0, 1e6)               \
	X (weight_control, "score", "weight-control", 0.0, 1e6)                   \
	X (weight_signals, "score", "weight-signals", 0.0, 1e6)                   \
	X (reach_floor, "score", "reach-floor", 1e-9, 0.99)                       \
	X (flag_hopping, "signals", "flag-hopping", 0.0, 1e6)                     \
	X (renaming, "signals", "renaming", 0.0, 1e6)                             \
	X (single_ship, "signals", "single-ship-company", 0.0, 1e6)               \
	X (formed_before_purchase, "signals", "formed-before-purchase", 0.0, 1e6) \
	X (care_of_target, "signals", "care-of-target", 0.0, 1e6)                 \
	X (shared_address, "signals", "shared-address", 0.0, 1e6)                 \
	X (target_ports, "signals", "target-ports", 0.0, 1e6)                     \
	X (flag_hopping_months, "signals", "flag-hopping-months", 1.0, 1e6)       \
	X (renaming_months, "signals", "renaming-months", 1.0, 1e6)               \
	X (after_listing, "signals", "change-after-listing", 0.0, 1e6)            \
	X (mmsi_flag, "signals", "mmsi-against-flag", 0.0, 1e6)                   \
	X (shared_mmsi, "signals", "shared-mmsi", 0.0, 1e6)                       \
	X (descriptions, "signals", "two-descriptions", 0.0, 1e6)                 \
	X (description_tolerance, "signals", "description-tolerance", 0.0, 1.0)   \
	X (description_years, "signals", "description-years", 0.0, 1e3)           \
	X (implausible_imo, "signals", "implausible-imo", 0.0, 1e6)               \
	X (twin, "signals", "twin-of-silent-ship", 0.0, 1e6)                      \
	X (twin_tolerance, "signals", "twin-tolerance", 0.0, 0.5)                 \
	X (care_of, "signals", "care-of-address", 0.0, 1e6)                       \
	X (listed_manager, "signals", "listed-manager", 0.0, 1e6)                 \
	X (uninsured, "signals", "uninsured-near-event", 0.0, 1e6)                \
	X (sold_to_target, "signals", "sold-to-target", 0.0, 1e6)                 \
	X (most_sure, "draws", "most-sure", 0.01, 1.0)                            \
	X (arena, "draws", "arena", 100.0, 4e9)                                   \
	X (missing_close, "draws", "missing-close", 0.0, 1.0)                     \
	X (recorded_ownership, "recorded", "ownership", 0.05, 1.0)                \
	X (recorded_control, "recorded", "control", 0.05, 1.0)                    \
	X (recorded_management, "recorded", "management", 0.05, 1.0)              \
	X (recorded_office, "recorded", "office", 0.05, 1.0)                      \
	X (recorded_service, "recorded", "service", 0.05, 1.0)                    \
	X (recorded_location, "recorded", "location", 0.05, 1.0)                  \
	X (recorded_family, "recorded", "family", 0.05, 1.0)                      \
	X (recorded_trade, "recorded", "trade", 0.05, 1.0)                        \
	X (recorded_association, "recorded", "association", 0.05, 1.0)            \
	X (dedicated, "exposure", "dedicated", 0.0, 1.0)                          \
	X (mixed, "exposure", "mixed", 0.0, 1.0)                                  \
	X (katz_damping, "measures", "katz-damping", 0.01, 0.99)                  \
	X (resolution, "measures", "resolution", 0.0, 1e6)

typedef struct {
#define X(field, group, key, least, greatest) double field;
	FAIRLEAD_PARAMETER_TABLE (X)
#undef X
	double conductance[FAIRLEAD_N_LINK_KINDS];
	double control[FAIRLEAD_N_LINK_KINDS];
} FairleadParameters;

/* The shipped numbers */
FAIRLEAD_API void fairlead_parameters_init (FairleadParameters *self);

/**
 * fairlead_parameters_read:
 * @path: names the text in errors
 *
 * Takes the numbers that @text, a key file, gives; the others stay as they are. On failure nothing
 * is changed: an unknown group or key, one that stands twice, what is no number, or one out of its
 * range is refused, with its line.
 */
FAIRLEAD_API gboolean fairlead_parameters_read (FairleadParameters *self, const char *path,
                                                const char *text, gsize size, GError **error);
/* The same from a regular file */
FAIRLEAD_API gboolean fairlead_parameters_load (FairleadParameters *self, const char *path,
                                                GError **error);

/* All of them as a key file in a fixed order, without comments */
FAIRLEAD_API char *fairlead_parameters_dup_text (const FairleadParameters *self);
/* First 16 hex digits of the SHA-256 of that text */
FAIRLEAD_API char *fairlead_parameters_dup_hash (const FairleadParameters *self);

G_END_DECLS
