/* graph/maritime/ships.c */
#include "graph/maritime/ships.h"

#include "graph/maritime/signals-private.h"

GPtrArray *
fairlead_signals_dup_of_ship (FairleadSignals *self, FairleadVertex ship)
{
	g_autoptr (GArray) runners = fairlead_signals_dup_runners (self, ship);
	GPtrArray *notes = fairlead_signals_dup_notes (self, ship);

	for (guint i = 0; i < runners->len; i++) {
		g_autoptr (GPtrArray) own = fairlead_signals_dup_notes (
			self, g_array_index (runners, FairleadVertex, i));

		g_ptr_array_extend_and_steal (notes, g_steal_pointer (&own));
	}
	return notes;
}

static void
clear_ship (gpointer data)
{
	g_ptr_array_unref (((FairleadSignalledShip *) data)->notes);
}

static gint
compare_ships (gconstpointer a, gconstpointer b)
{
	const FairleadSignalledShip *first = a, *second = b;

	if (first->notes->len != second->notes->len)
		return first->notes->len > second->notes->len ? -1 : 1;
	return first->ship < second->ship ? -1 : 1; /* in the order of the ids */
}

static void
add_ship (FairleadSignals *self, FairleadVertex vertex, GArray *ships)
{
	const FairleadSignalledShip ship = { vertex, fairlead_signals_dup_of_ship (self, vertex) };

	if (ship.notes->len > 0)
		g_array_append_val (ships, ship);
	else
		g_ptr_array_unref (ship.notes);
}

GArray *
fairlead_signals_dup_ships (FairleadSignals *self, const FairleadTelling *telling,
                            GCancellable *cancellable)
{
	GArray *ships = g_array_new (FALSE, FALSE, sizeof (FairleadSignalledShip));
	guint32 n = fairlead_network_get_n_vertices (self->network);

	g_array_set_clear_func (ships, clear_ship);
	for (FairleadVertex vertex = 0; vertex < n && !g_cancellable_is_cancelled (cancellable);
	     vertex++) {
		fairlead_tell_step (telling, "signals", vertex, n);
		if (fairlead_network_get_kind (self->network, vertex) == FAIRLEAD_KIND_VESSEL)
			add_ship (self, vertex, ships);
	}
	g_array_sort (ships, compare_ships);
	return ships;
}
