/* graph/ownership/fleet.c */
#include "graph/ownership/fleet.h"

#include "graph/network/index.h"

#define NO_LINK G_MAXUINT32

static const struct {
	const char *name;
	FairleadLinkKind kind;
} runs_table[FAIRLEAD_N_RUNS] = {
	[FAIRLEAD_RUNS_AS_OWNER] = { "owner", FAIRLEAD_LINK_REGISTERED_OWNER },
	[FAIRLEAD_RUNS_AS_ISM_MANAGER] = { "ism-manager", FAIRLEAD_LINK_ISM_MANAGER },
	[FAIRLEAD_RUNS_AS_COMMERCIAL_MANAGER] = { "commercial-manager",
	                                          FAIRLEAD_LINK_COMMERCIAL_MANAGER },
	[FAIRLEAD_RUNS_AS_OPERATOR] = { "operator", FAIRLEAD_LINK_OPERATOR },
	[FAIRLEAD_RUNS_AS_TECHNICAL_MANAGER] = { "technical-manager",
	                                         FAIRLEAD_LINK_TECHNICAL_MANAGER },
};

const char *
fairlead_runs_name (FairleadRuns runs)
{
	return runs_table[runs].name;
}

typedef struct {
	const FairleadHoldings *holdings;
	FairleadNetwork *network;
	guint32 *start; /* of the links to each vertex */
	guint32 *links;
	guint32 *n_ships; /* of each vertex: ships that it owns or runs in any role */
	guint32 *n_fleet; /* of each runner */
	GArray *ships;
} Fleet;

static gboolean
is_vessel (const Fleet *fleet, FairleadVertex vertex)
{
	return fairlead_network_get_kind (fleet->network, vertex) == FAIRLEAD_KIND_VESSEL;
}

static gboolean
is_role (const Fleet *fleet, FairleadLink link, FairleadRuns runs)
{
	return fairlead_network_get_link (fleet->network, link)->kind == runs_table[runs].kind
	       && fairlead_period_held (fairlead_network_get_period (fleet->network, link),
	                                fleet->holdings->as_of)
	                  != FAIRLEAD_HELD_NOT;
}

/* The link of a role that began last; links are in the order of who they come from, so that of two
 * that began together the first stands. NO_LINK where there is none; @n_holders counts distinct
 * ones. */
static FairleadLink
find_role (const Fleet *fleet, FairleadVertex vessel, FairleadRuns runs, guint *n_holders)
{
	FairleadLink best = NO_LINK;
	FairleadVertex last = FAIRLEAD_NO_VERTEX;

	*n_holders = 0;
	for (guint32 i = fleet->start[vessel]; i < fleet->start[vessel + 1]; i++) {
		FairleadLink link = fleet->links[i];
		FairleadVertex holder = fairlead_network_get_from (fleet->network, link);

		if (!is_role (fleet, link, runs))
			continue;
		*n_holders += holder != last;
		last = holder;
		if (best == NO_LINK
		    || fairlead_network_get_period (fleet->network, link)->start.first
		               > fairlead_network_get_period (fleet->network, best)->start.first)
			best = link;
	}
	return best;
}

/* Each of those who own or run the ship, once */
static void
count_ship (Fleet *fleet, FairleadVertex vessel)
{
	FairleadVertex last = FAIRLEAD_NO_VERTEX;

	for (guint32 i = fleet->start[vessel]; i < fleet->start[vessel + 1]; i++) {
		FairleadLink link = fleet->links[i];
		FairleadVertex holder = fairlead_network_get_from (fleet->network, link);
		gboolean has_role = FALSE;

		for (guint runs = 0; runs < FAIRLEAD_N_RUNS && !has_role; runs++)
			has_role = is_role (fleet, link, runs);
		if (!has_role || holder == last)
			continue;
		fleet->n_ships[holder]++;
		last = holder;
	}
}

/* It owns nothing else that is known, and runs no other ship */
static gboolean
is_shell (const Fleet *fleet, FairleadVertex owner)
{
	const FairleadHoldings *holdings = fleet->holdings;

	if (fleet->n_ships[owner] != 1)
		return FALSE;
	for (guint32 i = holdings->out[owner]; i < holdings->out[owner + 1]; i++)
		if (!is_vessel (fleet, holdings->items[i].company))
			return FALSE;
	return TRUE;
}

/* Who holds more than half of it for sure; itself where nobody does */
static FairleadVertex
majority_owner (const Fleet *fleet, FairleadVertex company)
{
	const FairleadHoldings *holdings = fleet->holdings;

	for (guint32 i = holdings->in[company]; i < holdings->in[company + 1]; i++) {
		const FairleadHolding *holding = &holdings->items[holdings->in_items[i]];

		if (holding->held == FAIRLEAD_HELD_SHARES && holding->low > FAIRLEAD_SHARE_ONE / 2)
			return holding->holder;
	}
	return company;
}

/* Up the majorities; a circle of them has no top, and the one it began at stands */
static FairleadVertex
climb (const Fleet *fleet, FairleadVertex owner)
{
	FairleadVertex at = owner, ahead = owner;

	do {
		at = majority_owner (fleet, at);
		ahead = majority_owner (fleet, majority_owner (fleet, ahead));
	} while (at != ahead);
	return majority_owner (fleet, at) == at ? at : owner;
}

static void
set_runner (FairleadShip *ship, FairleadVertex runner, FairleadRuns runs, FairleadLink link)
{
	ship->runner = runner;
	ship->runs = runs;
	ship->link = link;
}

/* The first manager there is */
static void
ask_managers (const Fleet *fleet, FairleadShip *ship)
{
	for (guint runs = FAIRLEAD_RUNS_AS_ISM_MANAGER;
	     runs < FAIRLEAD_N_RUNS && ship->runner == FAIRLEAD_NO_VERTEX; runs++) {
		guint n;
		FairleadLink link = find_role (fleet, ship->vessel, runs, &n);

		if (link != NO_LINK)
			set_runner (ship, fairlead_network_get_from (fleet->network, link), runs,
			            link);
	}
}

static void
add_ship (Fleet *fleet, FairleadVertex vessel)
{
	FairleadShip ship = { vessel, FAIRLEAD_NO_VERTEX, FALSE, FAIRLEAD_NO_VERTEX, 0, NO_LINK };
	guint n_owners;
	FairleadLink link = find_role (fleet, vessel, FAIRLEAD_RUNS_AS_OWNER, &n_owners);
	FairleadVertex top = FAIRLEAD_NO_VERTEX;

	if (n_owners == 1) {
		ship.owner = fairlead_network_get_from (fleet->network, link);
		ship.is_shell = is_shell (fleet, ship.owner);
		top = climb (fleet, ship.owner);
	}
	if (ship.owner != FAIRLEAD_NO_VERTEX && (!ship.is_shell || top != ship.owner))
		set_runner (&ship, top, FAIRLEAD_RUNS_AS_OWNER, link);
	ask_managers (fleet, &ship);
	if (ship.runner == FAIRLEAD_NO_VERTEX && ship.owner != FAIRLEAD_NO_VERTEX)
		set_runner (&ship, ship.owner, FAIRLEAD_RUNS_AS_OWNER, link);
	if (ship.runner != FAIRLEAD_NO_VERTEX)
		fleet->n_fleet[ship.runner]++;
	g_array_append_val (fleet->ships, ship);
}

/* ---- order ---- */

static gint
by_fleet (gconstpointer a, gconstpointer b, gpointer data)
{
	const FairleadShip *one = a, *two = b;
	const Fleet *fleet = data;

	if ((one->runner == FAIRLEAD_NO_VERTEX) != (two->runner == FAIRLEAD_NO_VERTEX))
		return one->runner == FAIRLEAD_NO_VERTEX ? 1 : -1;
	if (one->runner != two->runner
	    && fleet->n_fleet[one->runner] != fleet->n_fleet[two->runner])
		return fleet->n_fleet[one->runner] > fleet->n_fleet[two->runner] ? -1 : 1;
	if (one->runner != two->runner)
		return one->runner < two->runner ? -1 : 1;
	return one->vessel < two->vessel ? -1 : one->vessel > two->vessel;
}

static void
keep_those_of (GArray *ships, FairleadVertex of)
{
	guint n = 0;

	for (guint i = 0; i < ships->len; i++)
		if (g_array_index (ships, FairleadShip, i).runner == of)
			g_array_index (ships, FairleadShip, n++) =
				g_array_index (ships, FairleadShip, i);
	g_array_set_size (ships, n);
}

GArray *
fairlead_fleet_find (const FairleadHoldings *holdings, FairleadVertex of)
{
	FairleadNetwork *network = holdings->network;
	guint32 n_links = fairlead_network_get_n_links (network);
	gsize n = MAX (holdings->n_vertices, 1);
	g_autofree guint32 *to = g_new (guint32, MAX (n_links, 1));
	g_autofree guint32 *n_ships = g_new0 (guint32, n);
	g_autofree guint32 *n_fleet = g_new0 (guint32, n);
	Fleet fleet = { .holdings = holdings,
		        .network = network,
		        .n_ships = n_ships,
		        .n_fleet = n_fleet,
		        .ships = g_array_new (FALSE, FALSE, sizeof (FairleadShip)) };

	for (FairleadLink link = 0; link < n_links; link++)
		to[link] = fairlead_network_get_to (network, link);
	fairlead_group_rows (to, n_links, holdings->n_vertices, &fleet.start, &fleet.links);
	for (FairleadVertex vertex = 0; vertex < holdings->n_vertices; vertex++)
		if (is_vessel (&fleet, vertex))
			count_ship (&fleet, vertex);
	for (FairleadVertex vertex = 0; vertex < holdings->n_vertices; vertex++)
		if (is_vessel (&fleet, vertex))
			add_ship (&fleet, vertex);
	g_array_sort_with_data (fleet.ships, by_fleet, &fleet);
	if (of != FAIRLEAD_NO_VERTEX)
		keep_those_of (fleet.ships, of);
	g_free (fleet.start);
	g_free (fleet.links);
	return fleet.ships;
}
