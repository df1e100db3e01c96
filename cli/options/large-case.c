/* cli/options/large-case.c */
#include "cli/options/large-case.h"

FairleadCase *
open_large_case (const CommonOptions *common, char **inputs, GError **error)
{
	if (command_use_ends (common->use, error) || common->decisions != NULL || common->is_strict
	    || common->max_issues != NO_BOUND)
		return NULL;
	return fairlead_large_case_open ((const char *const *) inputs, error);
}
