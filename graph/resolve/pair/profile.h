/* graph/resolve/pair/profile.h: what is known of a party, as far as it tells parties apart */
#pragma once
#include "graph/resolve/name-similarity.h"
G_BEGIN_DECLS

#define FAIRLEAD_PROFILE_NAMES 16 /* names beyond so many are not compared */

/**
 * FairleadProfile:
 * @names: of FairleadNameParts, owned; primary ones first
 * @births: of FairleadDate
 * @countries: of guint32: two-letter codes, each once: nationality, jurisdiction, flag, country
 * @addresses: of FairleadVertex: places that it is linked to, each once
 * @regimes: of const char *: the regimes that it is listed for, each once
 * @built: year of build, tonnage and deadweight; 0 where not known
 */
typedef struct {
	FairleadVertex vertex;
	FairleadKind kind;
	GPtrArray *names;
	GArray *births;
	GArray *countries;
	GArray *addresses;
	GPtrArray *regimes;
	gint built;
	double gross_tonnage;
	double deadweight;
} FairleadProfile;

/* Where the facts come from; addresses of all parties are gathered once. O(links). */
typedef struct {
	FairleadNetwork *network;
	FairleadNameScorer *scorer;
	guint32 *address_start; /* [n_vertices + 1] into addresses */
	guint32 *addresses;
	guint32 *n_at;       /* of each place: links to it */
	GHashTable *regimes; /* list << 32 | programme -> the regime's name, or NULL */
} FairleadProfiler;

void fairlead_profiler_init (FairleadProfiler *self, FairleadNetwork *network,
                             FairleadNameScorer *scorer);
void fairlead_profiler_clear (FairleadProfiler *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadProfiler, fairlead_profiler_clear)

FairleadProfile *fairlead_profile_new (FairleadProfiler *profiler, FairleadVertex vertex);
void fairlead_profile_free (FairleadProfile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadProfile, fairlead_profile_free)

G_END_DECLS
