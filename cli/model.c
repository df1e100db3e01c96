/* cli/model.c */
#include "cli/model.h"

void
model_options_clear (ModelOptions *self)
{
	g_clear_pointer (&self->path, g_free);
}

gboolean
model_options_read (ModelOptions *self, GError **error)
{
	fairlead_parameters_init (&self->parameters);
	return self->path == NULL
	       || fairlead_parameters_load (&self->parameters, self->path, error);
}
