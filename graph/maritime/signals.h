/* graph/maritime/signals.h: facts about a party that networks of evasion often show
 *
 * One table for all of them: the score's component counts them, and the timeline of a ship shows
 * them with what they rest on. A signal proves nothing: each has innocent causes, which its note
 * names. */
#pragma once
#include "graph/network/network.h"
#include "graph/parameters.h"
G_BEGIN_DECLS

/* tag, name, the parameter that is its threshold (0: the signal is off), of whom (SHIP: those who
 * own or run her show it too; PARTY), whether it counts in the score or, being common, is only
 * told, what is counted and held against the threshold, and what else may be behind it */
#define FAIRLEAD_SIGNAL_TABLE(X)                                                                   \
	X (FLAG_HOPPING, "flag-hopping", flag_hopping, SHIP, COUNTED,                              \
	   "flags that the ship has had",                                                          \
	   "An old ship that was sold often has had several; flags without days count as if of "   \
	   "one time.")                                                                            \
	X (RENAMING, "renaming", renaming, SHIP, COUNTED, "names that the ship has had",           \
	   "Each sale brings a name; spellings of one name in two scripts count as two.")          \
	X (SINGLE_SHIP, "single-ship-company", single_ship, PARTY, COUNTED,                        \
	   "ships that the company owns, and nothing else",                                        \
	   "Most of the world's ships are owned so, for liability; and the others of a company "   \
	   "may not be in the records.")                                                           \
	X (FORMED_BEFORE_PURCHASE, "formed-before-purchase", formed_before_purchase, PARTY,        \
	   COUNTED, "days between formation and the first purchase of a ship",                     \
	   "Honest owners form a company for each ship too.")                                      \
	X (CARE_OF_TARGET, "care-of-target", care_of_target, PARTY, COUNTED,                       \
	   "parties of the target in whose care it is, or that are in its own",                    \
	   "An agent forwards the mail of many.")                                                  \
	X (SHARED_ADDRESS, "shared-address", shared_address, PARTY, COUNTED,                       \
	   "residents of an address shared with the target",                                       \
	   "Neighbours in an office building; clients of one formation agent.")                    \
	X (TARGET_PORTS, "target-ports", target_ports, SHIP, COUNTED,                              \
	   "calls of its ships at ports of the target's country",                                  \
	   "Calls with food, or under an exemption; a port named after the wrong country.")        \
	X (AFTER_LISTING, "change-after-listing", after_listing, SHIP, COUNTED,                    \
	   "days between a listing, of the ship or of who ran her, and a new flag, name or "       \
	   "owner",                                                                                \
	   "A registry that strikes a listed ship off is doing what it must, and a bank may have " \
	   "sold her.")                                                                            \
	X (MMSI_FLAG, "mmsi-against-flag", mmsi_flag, SHIP, COUNTED,                               \
	   "MMSIs of a country under whose flag the ship is not known to have been",               \
	   "Radios are programmed anew some weeks after a new flag; and the records may lack a "   \
	   "flag that she had.")                                                                   \
	X (SHARED_MMSI, "shared-mmsi", shared_mmsi, SHIP, COUNTED, "ships that have one MMSI",     \
	   "Numbers are given out again once a ship has left a flag, and typed wrong.")            \
	X (DESCRIPTIONS, "two-descriptions", descriptions, SHIP, COUNTED,                          \
	   "of tonnage, deadweight and year of build, how many two records of one IMO number "     \
	   "tell apart",                                                                           \
	   "Ships are rebuilt and measured again; lists copy each other's typing errors.")         \
	X (IMPLAUSIBLE_IMO, "implausible-imo", implausible_imo, SHIP, COUNTED,                     \
	   "years between the build and the first numbers of this kind",                           \
	   "A ship that traded at home gets her number when she first goes abroad.")               \
	X (TWIN, "twin-of-silent-ship", twin, SHIP, COUNTED,                                       \
	   "ships of the same tonnages and year of build that are listed or fell silent",          \
	   "Sister ships are alike by design.")                                                    \
	X (CARE_OF, "care-of-address", care_of, PARTY, TOLD,                                       \
	   "parties in whose care the owner of ships is",                                          \
	   "Very common: owners of one ship have their mail sent to her manager.")                 \
	X (LISTED_MANAGER, "listed-manager", listed_manager, SHIP, COUNTED,                        \
	   "managers that took over from another and are listed",                                  \
	   "The manager may have been listed long after.")                                         \
	X (UNINSURED, "uninsured-near-event", uninsured, SHIP, COUNTED,                            \
	   "days between the end of her insurance or class and a meeting or call without any",     \
	   "The next insurer or society may be one that the records do not have.")                 \
	X (SOLD_TO_TARGET, "sold-to-target", sold_to_target, SHIP, COUNTED,                        \
	   "sales to the target, or to its flag, with a broker between",                           \
	   "The broker may have been told of another buyer.")

typedef enum {
#define X(tag, name, field, whose, weight, words, caution) FAIRLEAD_SIGNAL_##tag,
	FAIRLEAD_SIGNAL_TABLE (X)
#undef X
		FAIRLEAD_N_SIGNALS
} FairleadSignal;

typedef struct _FairleadSignals FairleadSignals;

/**
 * fairlead_signals_new:
 * @parameters: must outlive the signals
 * @is_target: of each vertex; must outlive them
 * @is_kept: (nullable): of each link, whether it counts; NULL: all do
 *
 * Looks for each signal in the facts that the records state. Those of a ship hold for the parties
 * that own or manage her too. What the records leave unknown is no signal.
 *
 * Cost: O(links + facts), and that of sorting the ships by tonnage.
 */
FAIRLEAD_API FairleadSignals *fairlead_signals_new (FairleadNetwork *network,
                                                    const FairleadParameters *parameters,
                                                    const guint8 *is_target, const guint8 *is_kept);

/**
 * fairlead_signals_new_without:
 * @all: of all links; must outlive the new ones
 * @is_kept: of each link, whether it counts
 *
 * The same as fairlead_signals_new() with @is_kept: where few links are lost, only those are looked
 * at again whose own links they are, or those of their addresses.
 *
 * Cost: O(links), and that of the rules for the ends of the lost ones.
 */
FairleadSignals *fairlead_signals_new_without (const FairleadSignals *all, const guint8 *is_kept);
FAIRLEAD_API void fairlead_signals_free (FairleadSignals *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadSignals, fairlead_signals_free)

/* Whether the signal holds for the vertex */
FAIRLEAD_API gboolean fairlead_signals_has (const FairleadSignals *self, FairleadVertex vertex,
                                            FairleadSignal signal);
/* How many signals that count hold for each vertex; places have none */
double *fairlead_signals_dup_sums (const FairleadSignals *self);

/**
 * FairleadSignalNote:
 * @vertex: that shows it
 * @value: what was counted
 * @words: what it is in this case: `Togo, Sierra Leone, Palau`
 * @sources: of FairleadSource: what it rests on, in the order in which it was found, each once
 */
typedef struct {
	FairleadSignal signal;
	FairleadVertex vertex;
	double value;
	const char *words;
	GArray *sources;
} FairleadSignalNote;

/**
 * fairlead_signals_dup_notes:
 *
 * Looks again for the signals that the vertex shows of itself, without those of ships that it runs.
 *
 * Returns: (transfer full): of FairleadSignalNote, in the order of the table; each signal once for
 *   each time it was found
 */
FAIRLEAD_API GPtrArray *fairlead_signals_dup_notes (FairleadSignals *self, FairleadVertex vertex);

/* Who owns, controls or manages the ship, each once, ascending: (element-type FairleadVertex) */
FAIRLEAD_API GArray *fairlead_signals_dup_runners (const FairleadSignals *self,
                                                   FairleadVertex ship);

FAIRLEAD_API const char *fairlead_signal_name (FairleadSignal signal);
/* What is counted, and held against the threshold */
FAIRLEAD_API const char *fairlead_signal_words (FairleadSignal signal);
/* What else may be behind it */
FAIRLEAD_API const char *fairlead_signal_caution (FairleadSignal signal);
/* Whether it counts in the score; what does not is told beside a ship alone */
FAIRLEAD_API gboolean fairlead_signal_is_counted (FairleadSignal signal);
/* Whether the threshold is the most that there may be, as of days, and not the least */
FAIRLEAD_API gboolean fairlead_signal_is_at_most (FairleadSignal signal);
/* Of the parameters in use; 0: off */
FAIRLEAD_API double fairlead_signal_threshold (const FairleadParameters *parameters,
                                               FairleadSignal signal);

G_END_DECLS
