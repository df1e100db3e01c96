/* graph/find/large-case.c */
#include "graph/find/large-case.h"

#include "ingest/case/case-decisions.h"

/* With fewer entities it is read in no time */
#define MANY_ENTITIES 50000u

/* Those that may be meant are asked for: so many at least */
#define LEAST_LIKE 400u
#define LEAST_LIKE_OF_KIND 2000u /* for many are of other kinds */

FairleadCase *
fairlead_large_case_open (const char *const *inputs, GError **error)
{
	g_autoptr (FairleadCase) opened = NULL;
	g_autoptr (GError) local = NULL;

	if (inputs[0] == NULL || inputs[1] != NULL || !fairlead_case_is_case (inputs[0]))
		return NULL;
	opened = fairlead_case_open (inputs[0], error);
	if (opened == NULL || fairlead_case_count_entities (opened, &local) <= MANY_ENTITIES)
		return NULL;
	return g_steal_pointer (&opened);
}

FairleadNetwork *
fairlead_large_case_join (FairleadCase *self, FairleadRecords *records, gboolean merges,
                          GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadDecisions) decisions =
		records == NULL ? NULL : fairlead_case_load_decisions (self, cancellable, error);

	return decisions == NULL ? NULL
	                         : fairlead_network_new_with (records, decisions, merges,
	                                                      FAIRLEAD_DAY_OPEN_FUTURE);
}

FairleadNetwork *
fairlead_large_case_find_like (FairleadCase *self, const char *text, FairleadKind kind, guint limit,
                               gboolean merges, GCancellable *cancellable, GError **error)
{
	guint least = kind == FAIRLEAD_KIND_UNKNOWN ? LEAST_LIKE : LEAST_LIKE_OF_KIND;
	guint n = MAX (least, 4 * MIN (limit, G_MAXINT / 8));
	g_autoptr (FairleadRecords) records =
		fairlead_case_load_like (self, text, n, cancellable, error);

	return fairlead_large_case_join (self, records, merges, cancellable, error);
}
