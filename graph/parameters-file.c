/* graph/parameters-file.c: the numbers from a key file, the shipped one or the user's */
#include <string.h>

#include "graph/number-file.h"
#include "graph/parameters.h"
#include "graph/shipped-parameters.h"

#define SHIPPED "/fairlead/parameters/default.parameters"
#define N_PLACES ((guint) (sizeof (FairleadParameters) / sizeof (double)))

/* Groups with a number for each kind of link */
static guint
add_kinds (FairleadNumberPlace *places, guint n, const char *group, double *values)
{
	for (guint kind = 0; kind < FAIRLEAD_N_LINK_KINDS; kind++)
		places[n++] = (FairleadNumberPlace){ group, fairlead_link_info (kind)->name,
			                             &values[kind], 0.0, 1.0 };
	return n;
}

static void
list_places (FairleadParameters *self, FairleadNumberPlace places[N_PLACES])
{
	guint n = 0;

#define X(field, group, key, least, greatest) \
	places[n++] = (FairleadNumberPlace){ group, key, &self->field, least, greatest };
	FAIRLEAD_PARAMETER_TABLE (X)
#undef X
	n = add_kinds (places, n, "conductance", self->conductance);
	n = add_kinds (places, n, "control", self->control);
	g_assert (n == N_PLACES);
}

gboolean
fairlead_parameters_read (FairleadParameters *self, const char *path, const char *text, gsize size,
                          GError **error)
{
	FairleadParameters changed = *self;
	FairleadNumberPlace places[N_PLACES];

	list_places (&changed, places);
	if (!fairlead_number_file_read (places, N_PLACES, path, text, size, error))
		return FALSE;
	*self = changed;
	return TRUE;
}

gboolean
fairlead_parameters_load (FairleadParameters *self, const char *path, GError **error)
{
	FairleadParameters changed = *self;
	FairleadNumberPlace places[N_PLACES];

	list_places (&changed, places);
	if (!fairlead_number_file_load (places, N_PLACES, path, error))
		return FALSE;
	*self = changed;
	return TRUE;
}

void
fairlead_parameters_init (FairleadParameters *self)
{
	FairleadNumberPlace places[N_PLACES];

	memset (self, 0, sizeof *self);
	list_places (self, places);
	fairlead_number_file_read_shipped (places, N_PLACES,
	                                   fairlead_shipped_parameters_get_resource (), SHIPPED);
}
