/* library/fairlead/part.h: which part of a network is shown */
#pragma once
#include <fairlead/base.h>
G_BEGIN_DECLS

/**
 * FleadPart:
 *
 * Which part of a network is written or shown. All is said by properties; what is shown passes each
 * that is set. A part may be changed by one thread at a time; work takes what it says when it
 * begins.
 */
#define FLEAD_TYPE_PART (flead_part_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadPart, flead_part, FLEAD, PART, GObject)

/**
 * FleadPart:around:
 *
 * Entity expressions: only what is near these. %NULL: everywhere.
 */
/**
 * FleadPart:hops:
 *
 * How many links away from those at most.
 */
/**
 * FleadPart:kinds:
 *
 * Only entities of these kinds, by name: `person`, `company`, `vessel`. %NULL: all.
 */
/**
 * FleadPart:component:
 *
 * Only the N-th largest part that hangs together; 0: all.
 */
/**
 * FleadPart:top:
 *
 * Only the first so many of a ranking, and the links that lead from them to the target; 0: all.
 */

/**
 * flead_part_new:
 *
 * Returns: (transfer full): a part that leaves nothing out
 */
FLEAD_API FleadPart *flead_part_new (void);

G_END_DECLS
