/* library/ownership/select.c */
#include "library/ownership/select-private.h"

#include "graph/expression/expression.h"
#include "ingest/record/error.h"

gboolean
ownership_select_one (FleadNetwork *network, const char *entity, FairleadVertex *vertex,
                      GError **error)
{
	const char *const expressions[] = { entity, NULL };
	g_autoptr (GArray) selected = NULL;

	*vertex = FAIRLEAD_NO_VERTEX;
	if (entity == NULL)
		return TRUE;
	selected =
		fairlead_expressions_select (flead_network_get_inner (network), expressions, error);
	if (selected == NULL)
		return FALSE;
	if (selected->len != 1) {
		g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
		             "%s selects %u entities (one is asked about)", entity, selected->len);
		return FALSE;
	}
	*vertex = g_array_index (selected, FairleadVertex, 0);
	return TRUE;
}
