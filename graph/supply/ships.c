/* graph/supply/ships.c: which ships delivered, and how much */
#include "graph/supply/supply.h"

typedef struct {
	FairleadVertex vessel;
	double amount;
} Ship;

static gint
compare_ships (gconstpointer a, gconstpointer b)
{
	const Ship *first = a, *second = b;

	return first->vessel < second->vessel ? -1 : first->vessel > second->vessel;
}

/* One for each delivery, by ship; within one in the order of the deliveries, for a sum depends on
 * its order */
static GArray *
list_ships (const FairleadSupply *supply)
{
	GArray *ships = g_array_new (FALSE, FALSE, sizeof (Ship));

	for (guint i = 0; i < supply->deliveries->len; i++) {
		const FairleadDelivery *delivery =
			&g_array_index (supply->deliveries, FairleadDelivery, i);
		Ship ship = { delivery->vessel, delivery->amount[FAIRLEAD_MIDDLE] };

		if (ship.vessel != FAIRLEAD_NO_VERTEX)
			g_array_append_val (ships, ship);
	}
	g_array_sort (ships, compare_ships);
	return ships;
}

GArray *
fairlead_supply_find_ships (FairleadNetwork *network, const char *cap_name, GArray **barrels,
                            GError **error)
{
	g_autoptr (FairleadFactors) factors = fairlead_factors_new_shipped (error);
	const FairleadCap *cap =
		factors == NULL ? NULL
				: fairlead_factors_find_cap (
					factors, cap_name == NULL ? "refined" : cap_name, error);
	g_autoptr (FairleadSupply) supply =
		cap == NULL ? NULL : fairlead_supply_new (network, factors, cap, 0, NULL, error);
	g_autoptr (GArray) ships = supply == NULL ? NULL : list_ships (supply);
	GArray *vertices;

	if (ships == NULL)
		return NULL;
	vertices = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	*barrels = g_array_new (FALSE, FALSE, sizeof (double));
	for (guint i = 0; i < ships->len; i++) {
		const Ship *ship = &g_array_index (ships, Ship, i);

		if (i > 0 && ship[-1].vessel == ship->vessel) {
			g_array_index (*barrels, double, (*barrels)->len - 1) += ship->amount;
			continue;
		}
		g_array_append_val (vertices, ship->vessel);
		g_array_append_val (*barrels, ship->amount);
	}
	return vertices;
}
