/* graph/ais/rules/encounters.h: two ships slow and near each other for hours
 *
 * Looked at every few minutes: ships that were heard lately and are slow are paired with those near
 * them, and a pair is kept until it has been apart for longer than an interruption. */
#pragma once
#include "graph/ais/rules/scene.h"
G_BEGIN_DECLS

/**
 * FairleadAisCrowds:
 * @n_cells: cells that held more slow ships at once than are paired
 * @most: how many there were in the fullest
 * @place: a ship of that one
 */
typedef struct {
	guint n_cells;
	guint most;
	FairleadAisPlace place;
} FairleadAisCrowds;

typedef struct _FairleadAisEncounters FairleadAisEncounters;

/* @scene must outlive it */
FairleadAisEncounters *fairlead_ais_encounters_new (const FairleadAisScene *scene);
void fairlead_ais_encounters_free (FairleadAisEncounters *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadAisEncounters, fairlead_ais_encounters_free)

/* Looks at the ships as they are at a time: O(ships + pairs) */
void fairlead_ais_encounters_look (FairleadAisEncounters *self, gint64 now);
/* Ends all pairs, with open ends where they were still together */
void fairlead_ais_encounters_finish (FairleadAisEncounters *self, gint64 now);
const FairleadAisCrowds *fairlead_ais_encounters_get_crowds (const FairleadAisEncounters *self);

G_END_DECLS
