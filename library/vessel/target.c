/* library/vessel/target.c */
#include "library/vessel/target-private.h"

#include "graph/expression/expression.h"

static void
mark_listed (VesselTarget *self, FleadNetwork *network, guint n)
{
	for (FairleadVertex vertex = 0; vertex < n; vertex++) {
		self->is_target[vertex] = flead_network_is_listed (network, vertex);
		self->n += self->is_target[vertex];
	}
}

gboolean
vessel_target_init (VesselTarget *self, FleadNetwork *network, GStrv expressions, GError **error)
{
	FairleadNetwork *inner = flead_network_get_inner (network);
	guint n = fairlead_network_get_n_vertices (inner);
	g_autoptr (GArray) chosen = NULL;

	*self = (VesselTarget){ g_strdupv (expressions), g_malloc0 (MAX (n, 1)), 0 };
	if (expressions == NULL) {
		mark_listed (self, network, n);
		return TRUE;
	}
	chosen = fairlead_expressions_select (inner, (const char *const *) expressions, error);
	for (guint i = 0; chosen != NULL && i < chosen->len; i++)
		self->is_target[g_array_index (chosen, FairleadVertex, i)] = TRUE;
	self->n = chosen != NULL ? chosen->len : 0;
	return chosen != NULL;
}

void
vessel_target_clear (VesselTarget *self)
{
	g_clear_pointer (&self->expressions, g_strfreev);
	g_clear_pointer (&self->is_target, g_free);
}

gboolean
vessel_parameters_read (FairleadParameters *self, const char *path, GError **error)
{
	fairlead_parameters_init (self);
	return path == NULL || fairlead_parameters_load (self, path, error);
}
