/* ingest/grammar/repair.h: what a number with one wrong character may have been */
#pragma once
#include "ingest/grammar/identifier.h"
G_BEGIN_DECLS

/* How a candidate differs, the likelier first */
typedef enum {
	FAIRLEAD_REPAIR_ALIKE,   /* O for 0, I for 1 and the like */
	FAIRLEAD_REPAIR_SWAPPED, /* two neighbours in each other's place */
	FAIRLEAD_REPAIR_CHANGED, /* one character for another */
	FAIRLEAD_REPAIR_LOST,    /* one put in */
	FAIRLEAD_REPAIR_EXTRA,   /* one taken out */
	FAIRLEAD_N_REPAIRS
} FairleadRepairKind;

#define FAIRLEAD_REPAIR_SIZE 24

/* @place: of the character in the candidate, from 1; of one taken out, in what was given */
typedef struct {
	FairleadRepairKind kind;
	guint place;
	char number[FAIRLEAD_REPAIR_SIZE];
} FairleadRepair;

/* `digit changed`, and so on, in words */
FAIRLEAD_API const char *fairlead_repair_name (FairleadRepairKind kind);

/**
 * fairlead_identifier_dup_repairs:
 * @number: in capitals, without blanks, not valid
 *
 * Every valid number of the scheme that is one slip away, by kind, then place, then bytes; each
 * once. Of IMO numbers and LEIs the check digits decide. An MMSI has none: its first digits must be
 * of a country, so only slips there can be seen, and only those of ships are
 * proposed. Call signs are mended only where characters look
 * alike, for nearly every series is given out. A candidate is a guess: nothing here says that it is
 * the number that was meant.
 *
 * Returns: (transfer full) (element-type FairleadRepair)
 */
FAIRLEAD_API GArray *fairlead_identifier_dup_repairs (FairleadIdScheme scheme, const char *number);

/* Whether the number is right as far as it can tell: its form, check digits, and the country of
 * MMSIs and call signs */
FAIRLEAD_API gboolean fairlead_identifier_is_right (FairleadIdScheme scheme, const char *number);

G_END_DECLS
