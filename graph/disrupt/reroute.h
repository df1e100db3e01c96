/* graph/disrupt/reroute.h: how the network answers when some of it is taken away */
#pragma once
#include "graph/disrupt/access.h"
G_BEGIN_DECLS

/* Why somebody could take the place of somebody else */
typedef enum {
	FAIRLEAD_STAND_IN_ADDRESS,      /* both have one address */
	FAIRLEAD_STAND_IN_KIN,          /* they are kin */
	FAIRLEAD_STAND_IN_TRADE,        /* they deal with each other */
	FAIRLEAD_STAND_IN_JURISDICTION, /* of one kind and country, and both know somebody */
	FAIRLEAD_N_STAND_INS
} FairleadStandIn;

FAIRLEAD_API const char *fairlead_stand_in_name (FairleadStandIn why);

/**
 * FairleadReplacement:
 * @lost: who was taken away
 * @by: who takes its place ...
 * @partner: ... with whom: a link that was not there
 * @access: what is reached with this and those before it
 */
typedef struct {
	FairleadVertex lost;
	FairleadVertex by;
	FairleadVertex partner;
	FairleadStandIn why;
	double access;
} FairleadReplacement;

/**
 * fairlead_reroute:
 * @access: from which @lost are removed already; gets the new links
 * @n: links that the network may make
 *
 * One link after the other, each the one that brings back most: between a former partner of
 * somebody lost and somebody who could stand in for that one.
 *
 * Returns: (transfer full) (element-type FairleadReplacement): at most @n, fewer where nothing
 *   brings anything back. Cost: up to 400 searches a link.
 */
GArray *fairlead_reroute (FairleadAccess *access, FairleadNetwork *network, const GArray *lost,
                          guint n);

G_END_DECLS
