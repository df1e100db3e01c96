/* cli/options/large-case.c */
#include "cli/options/large-case.h"

/* With fewer entities it is read in no time */
#define MANY_ENTITIES 50000u

FairleadCase *
open_large_case (const CommonOptions *common, char **inputs, GError **error)
{
	g_autoptr (FairleadCase) opened = NULL;
	g_autoptr (GError) local = NULL;

	if (command_use_ends (common->use, error) || g_strv_length (inputs) != 1
	    || common->decisions != NULL || common->is_strict || common->max_issues != NO_BOUND
	    || !fairlead_case_is_case (inputs[0]))
		return NULL;
	opened = fairlead_case_open (inputs[0], error);
	if (opened == NULL || fairlead_case_count_entities (opened, &local) <= MANY_ENTITIES)
		return NULL;
	return g_steal_pointer (&opened);
}

FairleadNetwork *
join_large_case (const CommonOptions *common, FairleadCase *from, FairleadRecords *records,
                 GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadDecisions) decisions =
		records == NULL ? NULL : fairlead_case_load_decisions (from, cancellable, error);

	return decisions == NULL ? NULL
	                         : fairlead_network_new_with (records, decisions, !common->no_merge,
	                                                      FAIRLEAD_DAY_OPEN_FUTURE);
}
