/* graph/maritime/timeline.h: the life of a ship as bars: what held of her, from when to when, and
 * who says so */
#pragma once
#include <gio/gio.h>
#include "graph/facts/facts.h"
G_BEGIN_DECLS

/* tag, name, title, whether a ship has one at a time */
#define FAIRLEAD_LANE_TABLE(X)                                                   \
	X (NAME, "name", "Name", FALSE)                                          \
	X (FLAG, "flag", "Flag", TRUE)                                           \
	X (CALL_SIGN, "call-sign", "Call sign", FALSE)                           \
	X (MMSI, "mmsi", "MMSI", FALSE)                                          \
	X (REGISTERED_OWNER, "registered-owner", "Registered owner", TRUE)       \
	X (BENEFICIAL_OWNER, "beneficial-owner", "Beneficial owner", FALSE)      \
	X (ISM_MANAGER, "ism-manager", "ISM manager", TRUE)                      \
	X (COMMERCIAL_MANAGER, "commercial-manager", "Commercial manager", TRUE) \
	X (TECHNICAL_MANAGER, "technical-manager", "Technical manager", TRUE)    \
	X (OPERATOR, "operator", "Operator", FALSE)                              \
	X (CHARTERER, "charterer", "Charterer", FALSE)                           \
	X (CLASS, "class", "Class", FALSE)                                       \
	X (INSURER, "insurer", "Insurer", FALSE)                                 \
	X (DESIGNATION, "designation", "Listed by", FALSE)                       \
	X (EVENT, "event", "Events", FALSE)

typedef enum {
#define X(tag, name, title, is_single) FAIRLEAD_LANE_##tag,
	FAIRLEAD_LANE_TABLE (X)
#undef X
		FAIRLEAD_N_LANES
} FairleadLane;

FAIRLEAD_API const char *fairlead_lane_name (FairleadLane lane);
FAIRLEAD_API const char *fairlead_lane_title (FairleadLane lane);
/* Whether a ship has one at a time, so that two differ */
gboolean fairlead_lane_is_single (FairleadLane lane);

/* Who says it, and what of the period */
typedef struct {
	FairleadSource source;
	FairleadPeriod period;
} FairleadBarSource;

/**
 * FairleadBar:
 * @value: name, code of the flag, number, name of the party, list and programme, event and place
 * @detail: `former`, `alias`, `weak`, what an event says more; empty where there is nothing
 * @other: the party, the other ship or the port; else %FAIRLEAD_NO_VERTEX
 * @period: what all sources together leave open
 * @is_disputed: another bar of the lane says otherwise of the same time
 * @sources: of FairleadBarSource, by path and line
 */
typedef struct {
	FairleadLane lane;
	char *value;
	char *detail;
	FairleadVertex other;
	FairleadPeriod period;
	gboolean is_disputed;
	GArray *sources;
} FairleadBar;

/* How well the beginning of a bar is known, or, where nothing is known of that, its end */
typedef enum {
	FAIRLEAD_PRECISION_NONE,
	FAIRLEAD_PRECISION_RANGE, /* some interval of days that is none of the following */
	FAIRLEAD_PRECISION_YEAR,
	FAIRLEAD_PRECISION_MONTH,
	FAIRLEAD_PRECISION_DAY,
	FAIRLEAD_N_PRECISIONS
} FairleadPrecision;

FAIRLEAD_API FairleadPrecision fairlead_date_precision (FairleadDate date);
FAIRLEAD_API FairleadPrecision fairlead_bar_precision (const FairleadBar *bar);
FAIRLEAD_API const char *fairlead_precision_name (FairleadPrecision precision);

/**
 * fairlead_timeline_dup_bars:
 * @facts: of the same network as the ship
 * @cancellable: (nullable): fired, bars are missing
 *
 * Statements of one thing become one bar where their periods can be the same: their ends then have
 * what is common to all. What cannot be the same stays apart, and where a ship has one at a time
 * (a flag, a registered owner), bars that surely hold on one day are disputed.
 *
 * Returns: (transfer full) (element-type FairleadBar): by lane, then from the earliest on; those
 *   without any day first
 */
FAIRLEAD_API GPtrArray *fairlead_timeline_dup_bars (FairleadFacts *facts, FairleadNetwork *network,
                                                    FairleadVertex ship, GCancellable *cancellable);

G_END_DECLS
