/* graph/ais/traffic/fleet.h: the ships that are heard, each with its last report and names
 *
 * Ships stand in slots that are used again once a ship is forgotten; a slot is its number while it
 * lives. */
#pragma once
#include "graph/ais/traffic/geometry.h"
#include "ingest/ais/report.h"
G_BEGIN_DECLS

/* Different sets of names that one ship is kept with: beyond, it keeps the last of them */
#define FAIRLEAD_AIS_MOST_IDENTITIES 32u

/* A set of names, as rows gave them; empty texts where they gave none */
typedef struct {
	guint64 hash;
	char *name;
	char *imo; /* seven digits, or empty */
	char *call_sign;
	FairleadAisType type;
} FairleadAisNames;

/**
 * FairleadAisShip:
 * @mmsi: 0: the slot is free
 * @report: the last one that went; its time is G_MININT64 before the first
 * @taken: when the last row was taken in, which may not have gone yet
 * @last_hash: what that row said of its identity
 * @last_identity: and which of the identities that is
 * @n_reports: that went
 * @speed: tenths of a knot: the last report's, or computed from the last two; or
 *   FAIRLEAD_AIS_NO_SPEED
 * @heard_ahead: what the rule of silences keeps for it; negative before a silence
 * @names: what it is called now: the last of each that was not empty
 * @known: the identity that last gave it a new name
 * @n_finds: that it is the first ship of
 * @track: what the rule of jumps keeps for it, and owns
 * @told: a bit for each change between two identities that was told
 */
typedef struct {
	guint32 mmsi;
	guint32 n_reports;
	gint64 taken;
	guint64 last_hash;
	GPtrArray *identities; /* of FairleadAisNames */
	guint16 last_identity;
	gint16 speed;
	float heard_ahead;
	guint known;
	gpointer track;
	FairleadAisReport report;
	FairleadAisNames names; /* borrowed from the identities */
	guint n_finds;
	guint32 *told; /* of FAIRLEAD_AIS_MOST_IDENTITIES; NULL: none */
} FairleadAisShip;

typedef struct _FairleadAisFleet FairleadAisFleet;

FairleadAisFleet *fairlead_ais_fleet_new (void);
void fairlead_ais_fleet_free (FairleadAisFleet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadAisFleet, fairlead_ais_fleet_free)

/* Finds or adds the ship and identity of a row, and notes them in the report */
void fairlead_ais_fleet_take (FairleadAisFleet *self, FairleadAisReport *report,
                              const FairleadAisIdentity *identity);

/* Slots, free ones among them */
guint fairlead_ais_fleet_get_n_slots (const FairleadAisFleet *self);
/* Good until the next take() */
FairleadAisShip *fairlead_ais_fleet_get (const FairleadAisFleet *self, guint slot);
/* Frees the slot */
void fairlead_ais_fleet_forget (FairleadAisFleet *self, guint slot);
/* The most ships at once */
guint fairlead_ais_fleet_get_most (const FairleadAisFleet *self);

FairleadAisPlace fairlead_ais_ship_get_place (const FairleadAisShip *ship);

G_END_DECLS
