/* graph/measure/roles.h: between whom a party stands */
#pragma once
#include "graph/network/adjacency.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_ROLE_COORDINATOR, /* all three of one group */
	FAIRLEAD_ROLE_ITINERANT,   /* the two others of one group, the broker of another */
	FAIRLEAD_ROLE_GATEKEEPER,  /* the broker and one of the others of one group */
	FAIRLEAD_ROLE_LIAISON,     /* three groups */
	FAIRLEAD_N_ROLES
} FairleadRole;

#define FAIRLEAD_NO_GROUP G_MAXUINT32

/**
 * fairlead_roles_of:
 * @group_of: of each vertex; FAIRLEAD_NO_GROUP: in none, and in no triple
 * @counts: (out): how many unordered pairs of neighbours the vertex stands between that are not
 *   linked themselves, by the groups of the three (Gould and Fernandez 1989, doi:10.2307/270949)
 *
 * Links have no direction here, so that gatekeeper and representative are one.
 */
void fairlead_roles_of (const FairleadAdjacency *graph, FairleadVertex vertex,
                        const guint32 *group_of, double counts[FAIRLEAD_N_ROLES]);

G_END_DECLS
