/* ingest/case/inputs.c */
#include "ingest/case/inputs.h"

#include "ingest/record/error.h"

/* @first may be NULL */
static FairleadRecords *
join (FairleadRecords *first, FairleadRecords *second)
{
	if (first == NULL)
		return second;
	fairlead_records_absorb (first, second);
	g_object_unref (second);
	return first;
}

static FairleadRecords *
load_case (const char *path, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadCase) opened = fairlead_case_open (path, error);

	return opened == NULL ? NULL : fairlead_case_load (opened, cancellable, error);
}

FairleadRecords *
fairlead_inputs_load (FairleadLoader *loader, const char *const *paths, GCancellable *cancellable,
                      GError **error)
{
	g_autoptr (GPtrArray) files = g_ptr_array_new ();
	g_autoptr (FairleadRecords) records = NULL;
	FairleadRecords *more;

	for (guint i = 0; paths[i] != NULL; i++) {
		if (!fairlead_case_is_case (paths[i])) {
			g_ptr_array_add (files, (gpointer) paths[i]);
			continue;
		}
		more = load_case (paths[i], cancellable, error);
		if (more == NULL)
			return NULL;
		records = join (g_steal_pointer (&records), more);
	}
	if (files->len == 0 && records != NULL)
		return g_steal_pointer (&records);
	g_ptr_array_add (files, NULL);
	more = fairlead_loader_load (loader, (const char *const *) files->pdata, cancellable,
	                             error);
	return more == NULL ? NULL : join (g_steal_pointer (&records), more);
}

FairleadDecisions *
fairlead_inputs_load_decisions (const char *const *paths, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadDecisions) all = fairlead_decisions_new (NULL);

	for (guint i = 0; paths[i] != NULL; i++) {
		g_autoptr (FairleadDecisions) decisions = NULL;
		g_autoptr (FairleadCase) opened = NULL;

		if (!fairlead_case_is_case (paths[i]))
			continue;
		opened = fairlead_case_open (paths[i], error);
		if (opened == NULL)
			return NULL;
		decisions = fairlead_case_load_decisions (opened, cancellable, error);
		if (decisions == NULL)
			return NULL;
		fairlead_decisions_append (all, decisions);
	}
	return g_steal_pointer (&all);
}

gboolean
fairlead_inputs_import (FairleadLoader *loader, FairleadCase *into, const char *const *paths,
                        const char *data_set, FairleadImportReport **report,
                        GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadRecords) records = NULL;

	for (guint i = 0; paths[i] != NULL; i++)
		if (fairlead_case_is_case (paths[i]))
			return fairlead_set_error_at (error, paths[i], 0, FAIRLEAD_ERROR_USAGE,
			                              "is a case; only files are imported");
	fairlead_loader_set_keeping (loader, TRUE);
	records = fairlead_loader_load (loader, paths, cancellable, error);
	return records != NULL
	       && fairlead_case_import (into, records, data_set, report, cancellable, error);
}
