/* cli/options/model.c */
#include "cli/options/model.h"

#include "cli/options/common.h"

void
model_options_clear (ModelOptions *self)
{
	g_clear_pointer (&self->path, g_free);
	g_clear_pointer (&self->day, g_free);
}

static gboolean
read_day (ModelOptions *self, GError **error)
{
	FairleadDate date;

	self->as_of = FAIRLEAD_DAY_OPEN_FUTURE;
	if (self->day == NULL)
		return TRUE;
	if (!fairlead_date_parse (self->day, FAIRLEAD_DATE_DAY_FIRST, &date, NULL)
	    || date.first != date.last)
		return set_usage_error (error, "--as-of %s is no day (expected 2021-03-08)",
		                        self->day);
	self->as_of = date.first;
	return TRUE;
}

gboolean
model_options_read (ModelOptions *self, GError **error)
{
	fairlead_parameters_init (&self->parameters);
	return read_day (self, error)
	       && (self->path == NULL
	           || fairlead_parameters_load (&self->parameters, self->path, error));
}
