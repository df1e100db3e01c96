/* graph/ais/find.h: what the rules find in AIS data, each an event with its source lines */
#pragma once
#include "graph/ais/traffic/fleet.h"
#include "ingest/record/event.h"
G_BEGIN_DECLS

/* Why a find is not shown unless all are asked for: tag, name in outputs, words for people */
#define FAIRLEAD_AIS_REASON_TABLE(X)                                            \
	X (NONE, "", "")                                                        \
	X (NEAR_PORT, "near-port", "near a port")                               \
	X (CROWD, "crowd", "in a crowd of slow ships (an anchorage or a port)") \
	X (SERVICE, "service-vessel", "of tugs, pilots and the like")           \
	X (PLEASURE, "pleasure-craft", "of pleasure craft")                     \
	X (NO_RECEPTION, "no-reception", "where others were not heard either")  \
	X (LAY_STILL, "lay-still", "of ships that lay still")                   \
	X (FEW_REPORTS, "few-reports", "of ships heard a few times only")       \
	X (STRAY, "stray-reports", "of a few stray reports")                    \
	X (SPELLING, "spelling", "that only change the spelling of a name")     \
	X (SMALL_CRAFT, "small-craft", "of a wrong check digit on neither cargo ship nor tanker")

typedef enum {
#define X(tag, name, words) FAIRLEAD_AIS_REASON_##tag,
	FAIRLEAD_AIS_REASON_TABLE (X)
#undef X
		FAIRLEAD_N_AIS_REASONS
} FairleadAisReason;

FAIRLEAD_API const char *fairlead_ais_reason_name (FairleadAisReason reason);
FAIRLEAD_API const char *fairlead_ais_reason_words (FairleadAisReason reason);

/* Which events are asked for */
typedef enum {
	FAIRLEAD_AIS_ENCOUNTERS = 1 << 0,
	FAIRLEAD_AIS_GAPS = 1 << 1,
	FAIRLEAD_AIS_JUMPS = 1 << 2,
	FAIRLEAD_AIS_IDENTITIES = 1 << 3,
} FairleadAisRules;

/* A bit for each FairleadEventKind that these rules find; 0: all of them do */
FAIRLEAD_API guint32 fairlead_ais_kinds_of (guint rules);

/* A ship of a find, with the first and last row of it that the find rests on; mmsi 0: there is
 * none. Texts are owned, and empty where not known. */
typedef struct {
	guint32 mmsi;
	char imo[8];
	char *name;
	char *call_sign;
	FairleadAisType type;
	FairleadSource first;
	FairleadSource last;
} FairleadAisParty;

/**
 * FairleadAisFind:
 * @kind: an encounter, a silence, a jump, a conflict of identity, or a renaming
 * @is_open_start: it was so already when the data begins
 * @is_open_end: it was still so when the data, or what is kept of the ship, ends
 * @place: at the start; of an encounter where the two were closest
 * @end_place: of a silence or jump, where it was heard next; else as @place
 * @metres: between the two ships at their closest, or between the places; negative: not known
 * @knots: that it would take to get there; negative: not known
 * @port: (nullable): the one that is near
 * @before: (nullable): the former name
 * @after: (nullable): the new name
 * @note: (nullable): in words
 */
typedef struct {
	FairleadEventKind kind;
	FairleadAisReason reason;
	gint64 start;
	gint64 end;
	gboolean is_open_start;
	gboolean is_open_end;
	FairleadAisParty ship;
	FairleadAisParty other;
	FairleadAisPlace place;
	FairleadAisPlace end_place;
	double metres;
	double knots;
	char *port;
	char *before;
	char *after;
	char *note;
} FairleadAisFind;

/* Of one ship; those beyond are counted */
#define FAIRLEAD_AIS_MOST_FINDS 500u

typedef struct {
	GArray *all; /* of FairleadAisFind, owned */
	guint64 n_left_out;
} FairleadAisFinds;

void fairlead_ais_finds_init (FairleadAisFinds *self);
FAIRLEAD_API void fairlead_ais_finds_clear (FairleadAisFinds *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadAisFinds, fairlead_ais_finds_clear)

/* A find of the ship as it is now, from its last row on, everything else unknown */
FairleadAisFind fairlead_ais_find (FairleadEventKind kind, const FairleadAisShip *ship);
FairleadAisParty fairlead_ais_party (const FairleadAisShip *ship);
/* Takes the texts over; counts it for the ship, and drops it where that has too many */
void fairlead_ais_finds_add (FairleadAisFinds *self, FairleadAisShip *ship, FairleadAisFind *find);
/* By time, kind and ships */
void fairlead_ais_finds_sort (FairleadAisFinds *self);

G_END_DECLS
