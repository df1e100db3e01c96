/* cli/decision-store.c */
#include "cli/decision-store.h"

#include "ingest/case/case-decisions.h"
#include "ingest/decision-file.h"
#include "output/resolve/decisions-csv.h"

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
decision_store_find (DecisionStore *self, const CommonOptions *options, gboolean must_be,
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
	*self = (DecisionStore){ .path = options->decisions };
	if (options->decisions == NULL && n_cases == 1)
		*self = (DecisionStore){ .path = found, .is_case = TRUE };
	return TRUE;
}

static FairleadDecisions *
load_from_case (const char *path, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadCase) opened = fairlead_case_open (path, error);

	return opened == NULL ? NULL : fairlead_case_load_decisions (opened, cancellable, error);
}

FairleadDecisions *
decision_store_load (const DecisionStore *self, gboolean may_be_new, GCancellable *cancellable,
                     GError **error)
{
	if (self->path == NULL)
		return fairlead_decisions_new (NULL);
	if (self->is_case)
		return load_from_case (self->path, cancellable, error);
	if (may_be_new && !g_file_test (self->path, G_FILE_TEST_EXISTS))
		return fairlead_decisions_new (self->path);
	return fairlead_decisions_read (self->path, cancellable, error);
}

gboolean
decision_store_save (const DecisionStore *self, FairleadDecisions *decisions, GError **error)
{
	g_autoptr (FairleadCase) opened = NULL;

	if (!self->is_case)
		return fairlead_decisions_save (decisions, self->path, NULL, error);
	opened = fairlead_case_open_to_write (self->path, error);
	return opened != NULL && fairlead_case_save_decisions (opened, decisions, NULL, error);
}
