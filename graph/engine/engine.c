/* graph/engine/engine.c */
#include "graph/engine/engine.h"

void
fairlead_engine_free (FairleadEngine *self)
{
	self->ops->free (self);
}

GPtrArray *
fairlead_engine_run (FairleadEngine *self, const FairleadJob *job, FairleadEngineProgress progress,
                     gpointer user_data, GCancellable *cancellable, GError **error)
{
	return self->ops->run (self, job, progress, user_data, cancellable, error);
}
