/* graph/ownership/fleet.h: ships by who runs them: the fleet behind single-ship companies */
#pragma once
#include "graph/ownership/holdings/holdings.h"
G_BEGIN_DECLS

/* Through what somebody runs a ship, in the order in which they are asked */
typedef enum {
	FAIRLEAD_RUNS_AS_OWNER, /* the registered owner, or who has a majority of it along chains */
	FAIRLEAD_RUNS_AS_ISM_MANAGER,
	FAIRLEAD_RUNS_AS_COMMERCIAL_MANAGER,
	FAIRLEAD_RUNS_AS_OPERATOR,
	FAIRLEAD_RUNS_AS_TECHNICAL_MANAGER,
	FAIRLEAD_N_RUNS
} FairleadRuns;

FAIRLEAD_API const char *fairlead_runs_name (FairleadRuns runs);

/**
 * FairleadShip:
 * @owner: the registered owner; %FAIRLEAD_NO_VERTEX where none is known, or more than one
 * @is_shell: the owner owns and runs this ship and nothing else that is known
 * @runner: of a shell without a known majority owner, the first manager there is; else the owner,
 *   or who has a majority of it along chains; %FAIRLEAD_NO_VERTEX where nobody is known
 * @link: the link to the ship that says so
 */
typedef struct {
	FairleadVertex vessel;
	FairleadVertex owner;
	gboolean is_shell;
	FairleadVertex runner;
	FairleadRuns runs;
	FairleadLink link;
} FairleadShip;

/**
 * fairlead_fleet_find:
 * @of: whose ships alone; %FAIRLEAD_NO_VERTEX: all
 *
 * Returns: (transfer full) (element-type FairleadShip): largest fleets first, then by runner and
 *   vessel; ships without a known runner at the end. Cost: O(links), and a sort.
 */
FAIRLEAD_API GArray *fairlead_fleet_find (const FairleadHoldings *holdings, FairleadVertex of);

G_END_DECLS
