/* graph/maritime/lost-links.c: signals without some of the links
 *
 * What a vertex shows follows from its facts, its own links and those of its addresses, so that the
 * loss of a link is felt by its ends alone, and where one is an address, by the residents. */
#include <string.h>

#include "graph/maritime/signals-private.h"
#include "graph/network/links-private.h"

typedef struct {
	const FairleadSignals *all;
	FairleadSignals *signals;
	guint8 *is_chosen; /* of each vertex */
	GArray *chosen;    /* of FairleadVertex: whom to look at again */
} Looking;

static gboolean
is_address (const Looking *self, FairleadVertex vertex)
{
	return fairlead_network_get_kind (self->all->network, vertex) == FAIRLEAD_KIND_ADDRESS;
}

static void
choose (Looking *self, FairleadVertex vertex)
{
	if (self->is_chosen[vertex])
		return;
	self->is_chosen[vertex] = TRUE;
	g_array_append_val (self->chosen, vertex);
}

static void
choose_ends (Looking *self)
{
	const FairleadLinks *links = fairlead_network_get_ends (self->all->network);

	for (FairleadLink link = 0; link < links->n; link++)
		if (!self->signals->is_kept[link]) {
			choose (self, links->from[link]);
			choose (self, links->to[link]);
		}
}

/* Next to those that were chosen until now: of addresses all, or of all the addresses */
static void
choose_next (Looking *self, gboolean of_addresses)
{
	guint n = self->chosen->len;

	for (guint i = 0; i < n; i++) {
		FairleadVertex vertex = g_array_index (self->chosen, FairleadVertex, i);

		if (of_addresses && !is_address (self, vertex))
			continue;
		FAIRLEAD_FOR_EACH_LINK (self->all, vertex, link)
		{
			FairleadVertex other = fairlead_signals_other_end (self->all, link, vertex);

			if (of_addresses || is_address (self, other))
				choose (self, other);
		}
	}
}

/* An address that nothing was lost from says of its residents what it said before, of whom some
 * have forgotten it: those are all who forget */
static void
look_again (Looking *self)
{
	guint n_forgetting;

	choose_ends (self);
	choose_next (self, TRUE);
	n_forgetting = self->chosen->len;
	choose_next (self, FALSE);
	for (guint i = 0; i < n_forgetting; i++)
		self->signals->found[g_array_index (self->chosen, FairleadVertex, i)] = 0;
	for (guint i = 0; i < self->chosen->len; i++)
		fairlead_signals_look_at_vertex (self->signals,
		                                 g_array_index (self->chosen, FairleadVertex, i));
}

FairleadSignals *
fairlead_signals_new_without (const FairleadSignals *all, const guint8 *is_kept)
{
	FairleadSignals *self = g_memdup2 (all, sizeof *all);
	gsize size = MAX (all->n_vertices, 1) * sizeof *all->own;
	g_autofree guint8 *is_chosen = g_malloc0 (MAX (all->n_vertices, 1));
	g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	Looking looking = { all, self, is_chosen, chosen };

	g_object_ref (self->network);
	g_hash_table_ref (self->mmsis);
	g_array_ref (self->hulls);
	self->is_kept = is_kept;
	self->found = g_memdup2 (all->own, size);
	fairlead_signals_group_links (self);
	look_again (&looking);
	self->own = g_memdup2 (self->found, size);
	fairlead_signals_pass_on (self);
	return self;
}
