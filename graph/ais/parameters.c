/* graph/ais/parameters.c */
#include "graph/ais/parameters.h"

#include <string.h>

#include "graph/ais/shipped-ais.h"
#include "graph/number-file.h"

#define SHIPPED "/fairlead/ais/ais.parameters"
#define N_PLACES ((guint) (sizeof (FairleadAisParameters) / sizeof (double)))

static void
list_places (FairleadAisParameters *self, FairleadNumberPlace places[N_PLACES])
{
	guint n = 0;

#define X(field, group, key, least, greatest) \
	places[n++] = (FairleadNumberPlace){ group, key, &self->field, least, greatest };
	FAIRLEAD_AIS_PARAMETER_TABLE (X)
#undef X
}

void
fairlead_ais_parameters_init (FairleadAisParameters *self)
{
	FairleadNumberPlace places[N_PLACES];

	memset (self, 0, sizeof *self);
	list_places (self, places);
	fairlead_number_file_read_shipped (places, N_PLACES, fairlead_shipped_ais_get_resource (),
	                                   SHIPPED);
}

gboolean
fairlead_ais_parameters_load (FairleadAisParameters *self, const char *path, GError **error)
{
	FairleadAisParameters changed = *self;
	FairleadNumberPlace places[N_PLACES];

	list_places (&changed, places);
	if (!fairlead_number_file_load (places, N_PLACES, path, error))
		return FALSE;
	*self = changed;
	return TRUE;
}
