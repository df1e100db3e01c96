/* cli/options/decision-store.c */
#include "cli/options/decision-store.h"

#include "ingest/case/case.h"

static guint
count_cases (const CommonOptions *options, const char **last)
{
	guint n = 0;

	for (guint i = 0; options->inputs != NULL && options->inputs[i] != NULL; i++)
		if (fairlead_case_is_case (options->inputs[i])) {
			*last = options->inputs[i];
			n++;
		}
	return n;
}

gboolean
decision_store_find (FairleadDecisionStore *self, const CommonOptions *options, gboolean must_be,
                     GError **error)
{
	const char *found = NULL;
	guint n_cases = count_cases (options, &found);

	if (must_be && n_cases > 0 && options->decisions != NULL)
		return set_usage_error (error,
		                        "%s keeps its decisions itself; --import takes those of %s"
		                        " into it",
		                        found, options->decisions);
	if (must_be && n_cases > 1)
		return set_usage_error (error,
		                        "%u cases are given, and no word which of them the"
		                        " decisions are of",
		                        n_cases);
	if (must_be && n_cases == 0 && options->decisions == NULL)
		return set_usage_error (error, "--decisions FILE is missing, and no case is given");
	*self = (FairleadDecisionStore){ .path = options->decisions };
	if (options->decisions == NULL && n_cases == 1)
		*self = (FairleadDecisionStore){ .path = found, .is_case = TRUE };
	return TRUE;
}
