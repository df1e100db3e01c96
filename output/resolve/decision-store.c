/* output/resolve/decision-store.c */
#include "output/resolve/decision-store.h"

#include "ingest/case/case-decisions.h"
#include "ingest/decision-file.h"
#include "output/resolve/decisions-csv.h"

static FairleadDecisions *
load_from_case (const char *path, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadCase) opened = fairlead_case_open (path, error);

	return opened == NULL ? NULL : fairlead_case_load_decisions (opened, cancellable, error);
}

FairleadDecisions *
fairlead_decision_store_load (const FairleadDecisionStore *self, gboolean may_be_new,
                              GCancellable *cancellable, GError **error)
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
fairlead_decision_store_save (const FairleadDecisionStore *self, FairleadDecisions *decisions,
                              GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadCase) opened = NULL;

	if (!self->is_case)
		return fairlead_decisions_save (decisions, self->path, cancellable, error);
	opened = fairlead_case_open_to_write (self->path, error);
	return opened != NULL
	       && fairlead_case_save_decisions (opened, decisions, cancellable, error);
}
