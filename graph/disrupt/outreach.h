/* graph/disrupt/outreach.h: whom to warn before a party is designated */
#pragma once
#include "graph/disrupt/access.h"
G_BEGIN_DECLS

/**
 * FairleadOutreach:
 * @vertex: who; %FAIRLEAD_NO_VERTEX for the registry of a flag, which is no party of the network
 * @role: `insurer`, `class-society`, ...: the kind of its dealing, or `flag-registry`
 * @jurisdiction: (nullable): country of the party, or the flag
 * @with: whose dealings these are: the first of them
 * @n_dealings: distinct parties of those chosen and of the target that it deals with in that role
 * @exposure: which part of all its dealings that is, 0 to 1
 */
typedef struct {
	FairleadVertex vertex;
	const char *role;
	const char *jurisdiction;
	FairleadVertex with;
	guint n_dealings;
	double exposure;
} FairleadOutreach;

/* Who has more of its dealings there is dedicated, and no addressee of a warning */
#define FAIRLEAD_DEDICATED 0.5

/**
 * fairlead_outreach_find:
 * @is_chosen: [n_vertices]: who would be designated, and the target
 *
 * Parties that serve, manage, insure, class, bank or supply those, or are called at, without being
 * dedicated to them; and the registries of their ships' flags, those aside of whose ships (at least
 * 10) more than half are theirs. By jurisdiction, role and id.
 *
 * Returns: (transfer full) (element-type FairleadOutreach)
 */
GArray *fairlead_outreach_find (FairleadNetwork *network, const FairleadAdjacency *graph,
                                const guint8 *is_chosen);

/* How many dealings of @vertex with others than the chosen the cut would break too */
guint fairlead_count_licit (FairleadNetwork *network, const FairleadAdjacency *graph,
                            const guint8 *is_chosen, FairleadVertex vertex);

/* (nullable): jurisdiction, else country, else nationality */
const char *fairlead_jurisdiction_of (FairleadNetwork *network, FairleadVertex vertex);

G_END_DECLS
