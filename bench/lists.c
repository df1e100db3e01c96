/* bench/lists.c */
#include "bench/lists.h"

#include "ingest/case/inputs.h"

gboolean
lists_load (Lists *self, const char *const *paths, GError **error)
{
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (FairleadRecords) records = fairlead_inputs_load (loader, paths, NULL, error);

	if (records == NULL)
		return FALSE;
	self->network = fairlead_network_new (records);
	self->scorer = fairlead_name_scorer_new (self->network);
	fairlead_name_scorer_remember (self->scorer);
	fairlead_profiler_init (&self->profiler, self->network, self->scorer);
	return fairlead_blocking_init (&self->blocking, &self->profiler,
	                               (1u << FAIRLEAD_N_KINDS) - 1, NULL, error);
}

void
lists_clear (Lists *self)
{
	fairlead_blocking_clear (&self->blocking);
	fairlead_profiler_clear (&self->profiler);
	g_clear_pointer (&self->scorer, fairlead_name_scorer_free);
	g_clear_object (&self->network);
}

gboolean
lists_is_described (const Lists *self, FairleadVertex vertex)
{
	return fairlead_network_is_party (self->network, vertex)
	       && !fairlead_network_is_stub (self->network, vertex);
}
