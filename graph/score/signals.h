/* graph/score/signals.h: facts about a party that networks of evasion often show */
#pragma once
#include "graph/network/network.h"
#include "graph/parameters.h"
G_BEGIN_DECLS

/* tag, name, the parameter that is its threshold (0: the signal is off), what it says */
#define FAIRLEAD_SIGNAL_TABLE(X)                                                      \
	X (FLAG_HOPPING, "flag-hopping", flag_hopping, "flags that the ship has had") \
	X (RENAMING, "renaming", renaming, "names that the ship has had")             \
	X (SINGLE_SHIP, "single-ship-company", single_ship,                           \
	   "ships that the company owns, and nothing else")                           \
	X (FORMED_BEFORE_PURCHASE, "formed-before-purchase", formed_before_purchase,  \
	   "days between formation and the first purchase of a ship")                 \
	X (CARE_OF_TARGET, "care-of-target", care_of_target,                          \
	   "parties of the target in whose care it is, or that are in its own")       \
	X (SHARED_ADDRESS, "shared-address", shared_address,                          \
	   "residents of an address shared with the target")                          \
	X (TARGET_PORTS, "target-ports", target_ports,                                \
	   "calls of its ships at ports of the target's country")

typedef enum {
#define X(tag, name, field, words) FAIRLEAD_SIGNAL_##tag,
	FAIRLEAD_SIGNAL_TABLE (X)
#undef X
		FAIRLEAD_N_SIGNALS
} FairleadSignal;

typedef struct _FairleadSignals FairleadSignals;

/**
 * fairlead_signals_new:
 * @is_target: of each vertex
 * @is_kept: (nullable): of each link, whether it counts; NULL: all do
 *
 * Looks for each signal in the facts that the records state. Those of a ship hold for the parties
 * that own or manage her too. What the records leave unknown is no signal.
 *
 * Cost: O(links + facts).
 */
FairleadSignals *fairlead_signals_new (FairleadNetwork *network,
                                       const FairleadParameters *parameters,
                                       const guint8 *is_target, const guint8 *is_kept);
void fairlead_signals_free (FairleadSignals *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadSignals, fairlead_signals_free)

/* Whether the signal holds for the vertex */
gboolean fairlead_signals_has (const FairleadSignals *self, FairleadVertex vertex,
                               FairleadSignal signal);
/* How many signals hold for each vertex; places have none */
double *fairlead_signals_dup_sums (const FairleadSignals *self);

const char *fairlead_signal_name (FairleadSignal signal);
/* What is counted, and held against the threshold */
const char *fairlead_signal_words (FairleadSignal signal);

G_END_DECLS
