/* graph/maritime/ships.h: the signals of ships, with those of who runs them */
#pragma once
#include <gio/gio.h>
#include "graph/maritime/signals.h"
#include "graph/telling.h"
G_BEGIN_DECLS

/**
 * FairleadSignalledShip:
 * @notes: of FairleadSignalNote: of the ship, then of those who own or run her
 */
typedef struct {
	FairleadVertex ship;
	GPtrArray *notes;
} FairleadSignalledShip;

/* (transfer full): of FairleadSignalNote: of the ship, then of those who own or run her */
FAIRLEAD_API GPtrArray *fairlead_signals_dup_of_ship (FairleadSignals *self, FairleadVertex ship);

/**
 * fairlead_signals_dup_ships:
 * @telling: (nullable): how many vertices were looked at
 * @cancellable: (nullable): fired, the rest is left
 *
 * Returns: (transfer full): of FairleadSignalledShip: every ship that shows a signal, or whose
 *   owner or manager does; those with the most first, then by id
 */
FAIRLEAD_API GArray *fairlead_signals_dup_ships (FairleadSignals *self,
                                                 const FairleadTelling *telling,
                                                 GCancellable *cancellable);

G_END_DECLS
