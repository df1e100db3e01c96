/* graph/selection/part.c */
#include "graph/selection/part.h"

#include "graph/expression/expression.h"
#include "ingest/record/error.h"

gboolean
fairlead_kinds_from_names (const char *const *names, guint32 *kinds, GError **error)
{
	guint32 found = 0;

	for (guint i = 0; names != NULL && names[i] != NULL; i++) {
		FairleadKind kind;

		if (!fairlead_kind_from_name (names[i], &kind)) {
			g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
			             "\"%s\" is no kind of entity", names[i]);
			return FALSE;
		}
		found |= 1u << kind;
	}
	*kinds = found;
	return TRUE;
}

gboolean
fairlead_part_is_whole (const FairleadPart *self)
{
	return self->around == NULL && self->kinds == 0 && self->component == 0;
}

gboolean
fairlead_part_select (const FairleadPart *self, FairleadNetwork *network,
                      FairleadSelector *selector, GArray **around, GError **error)
{
	*selector = (FairleadSelector){
		.kinds = self->kinds,
		.component = self->component,
		.hops = self->hops,
	};
	if (self->around == NULL)
		return TRUE;
	*around = fairlead_expressions_select (network, self->around, error);
	selector->around = *around;
	return *around != NULL;
}
