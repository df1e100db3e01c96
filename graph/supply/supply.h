/* graph/supply/supply.h: deliveries against a cap, each estimate an interval with stated factors */
#pragma once
#include <gio/gio.h>
#include "graph/network/network.h"
#include "graph/supply/factors.h"
G_BEGIN_DECLS

/* What the amount of a delivery rests on: identifier, name, in words */
#define FAIRLEAD_SUPPLY_BASIS_TABLE(X)                                              \
	X (STATED, "stated", "the quantity that the source states")                 \
	X (DEADWEIGHT, "deadweight", "the ship's deadweight, laden by the factors") \
	X (CLASS_MEDIAN, "class-median",                                            \
	   "the median deadweight of ships of its type, for its own is not known")

typedef enum {
#define X(tag, name, words) FAIRLEAD_SUPPLY_##tag,
	FAIRLEAD_SUPPLY_BASIS_TABLE (X)
#undef X
		FAIRLEAD_N_SUPPLY_BASES
} FairleadSupplyBasis;

FAIRLEAD_API const char *fairlead_supply_basis_name (FairleadSupplyBasis basis);

/* Why an event does not count, or not as it stands: identifier, name, in words */
#define FAIRLEAD_DROP_TABLE(X)                                                                     \
	X (DAY, "day-outside", "its day is not told, or may lie outside of the twelve months")     \
	X (BALLAST, "ballast", "the ship was in ballast")                                          \
	X (UNSEEN, "unseen", "an encounter: nobody saw what passed")                               \
	X (RECIPIENT, "recipient-unknown", "nothing says in which country it went")                \
	X (TYPE, "type-unknown", "neither its cargo nor the ship's type is told")                  \
	X (UNIT, "unit-unknown", "no stated factor converts its unit")                             \
	X (CAPACITY, "deadweight-unknown",                                                         \
	   "neither the ship's deadweight nor that of its class is"                                \
	   " known")                                                                               \
	X (OVERLOADED, "over-deadweight",                                                          \
	   "the quantity is more than the ship carries; it was"                                    \
	   " estimated by deadweight")                                                             \
	X (SAME_CALL, "same-call", "a laden call of the ship less than a round trip from another") \
	X (SAME_CARGO, "same-cargo", "the ship that took it delivered it, and counts there")

typedef enum {
#define X(tag, name, words) FAIRLEAD_DROP_##tag,
	FAIRLEAD_DROP_TABLE (X)
#undef X
		FAIRLEAD_N_DROP_REASONS
} FairleadDropReason;

FAIRLEAD_API const char *fairlead_drop_reason_name (FairleadDropReason reason);
FAIRLEAD_API const char *fairlead_drop_reason_words (FairleadDropReason reason);

#define FAIRLEAD_NO_EVENT G_MAXUINT32

/**
 * FairleadDelivery:
 * @event: row of the records' events
 * @vessel: who brought it; %FAIRLEAD_NO_VERTEX where a notification names no ship
 * @day: the last on which it can have happened
 * @deadweight: tonnes, of the ship or its class; NaN where it is not known
 * @amount: in the cap's unit
 * @tonnes: NaN where no factor converts them
 */
typedef struct {
	guint32 event;
	FairleadVertex vessel;
	gint32 day;
	FairleadSupplyBasis basis;
	gboolean is_notified;
	double deadweight;
	double amount[FAIRLEAD_N_SCENARIOS];
	double tonnes[FAIRLEAD_N_SCENARIOS];
} FairleadDelivery;

/* @other: the event that it was taken for, or %FAIRLEAD_NO_EVENT */
typedef struct {
	guint32 event;
	FairleadVertex vessel;
	FairleadDropReason reason;
	guint32 other;
} FairleadDrop;

/**
 * FairleadSupply:
 * @cap: borrowed from the factors
 * @first: of the twelve months; the first day of the cap where no year is asked for
 * @deliveries: of FairleadDelivery, in the order of their days and sources
 * @drops: of FairleadDrop, in the order of their sources
 * @total: of all, in the cap's unit
 * @notified: of those that were notified
 * @tonnes: of all those that a factor converts
 * @passed: the day on which the sum was more than the limit; %FAIRLEAD_DAY_OPEN_FUTURE: never
 */
typedef struct {
	FairleadNetwork *network;
	const FairleadCap *cap;
	guint year; /* 0: all */
	gint32 first;
	gint32 last;
	GArray *deliveries;
	GArray *drops;
	double total[FAIRLEAD_N_SCENARIOS];
	double notified[FAIRLEAD_N_SCENARIOS];
	double tonnes[FAIRLEAD_N_SCENARIOS];
	gint32 passed[FAIRLEAD_N_SCENARIOS];
} FairleadSupply;

/**
 * fairlead_supply_new:
 * @factors: must outlive the result
 * @year: as the cap counts years; 0 for all time
 * @cancellable: (nullable): to give up, which is all that it fails by
 *
 * Counts the deliveries, port calls and sightings in port, and transfers to ships of the country,
 * of the cap's commodity: what an event states, else
 *
 *   amount = deadweight x laden x per-tonne
 *
 * for each of three scenarios. Gates, in this order: a day outside; no country, type, deadweight or
 * unit; more than the deadweight; a second laden call sooner than a round trip; a transfer to a
 * ship that delivered within the days of a leg. O(events log events + transfers x deliveries).
 */
FAIRLEAD_API FairleadSupply *fairlead_supply_new (FairleadNetwork *network,
                                                  const FairleadFactors *factors,
                                                  const FairleadCap *cap, guint year,
                                                  GCancellable *cancellable, GError **error);
FAIRLEAD_API void fairlead_supply_free (FairleadSupply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadSupply, fairlead_supply_free)

/**
 * fairlead_supply_find_ships:
 * @cap_name: (nullable): of the shipped caps; NULL: refined
 * @barrels: (out): what each delivered, middle, in the cap's unit, over all time
 *
 * Returns: (transfer full) (element-type guint32): ships that delivered, ascending; NULL with the
 *   error for a cap that there is not. @barrels is a GArray of double beside it.
 */
FAIRLEAD_API GArray *fairlead_supply_find_ships (FairleadNetwork *network, const char *cap_name,
                                                 GArray **barrels, GError **error);

/* Whether an event counts under the cap, apart from the gates; for candidates.c and supply.c */
typedef enum {
	FAIRLEAD_VERDICT_OTHER, /* of another matter: not listed */
	FAIRLEAD_VERDICT_COUNTS,
	FAIRLEAD_VERDICT_DROPPED,
} FairleadEventVerdict;

FairleadEventVerdict fairlead_supply_judge (FairleadNetwork *network,
                                            const FairleadFactors *factors, const FairleadCap *cap,
                                            const FairleadEventRow *event,
                                            FairleadDropReason *reason);
/* The first text of the attribute that a vertex has; empty where it has none */
const char *fairlead_supply_get_text (FairleadNetwork *network, FairleadVertex vertex,
                                      FairleadAttribute attribute);

G_END_DECLS
