/* library/ownership/fleets.c */
#include <fairlead/ownership.h>

#include "library/input/day.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/ownership/select-private.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"
#include "library/table/row-class.h"
#include "output/ownership/fleet-output.h"

struct _FleadFleets {
	GObject parent;
	FleadNetwork *network;
	GArray *ships; /* of FairleadShip */
};

/* ---- a ship ---- */

FleadFleetShip *flead_fleet_ship_new (FleadFleets *owner, guint row);

DEFINE_ROW (FleadFleetShip, flead_fleet_ship, FleadFleets)

static const FairleadShip *
ship_of (FleadFleetShip *self)
{
	return &g_array_index (self->owner->ships, FairleadShip, self->row);
}

static FleadEntity *
dup_vertex (FleadFleetShip *self, FairleadVertex vertex)
{
	return vertex == FAIRLEAD_NO_VERTEX ? NULL
	                                    : flead_entity_new (self->owner->network, vertex);
}

FleadEntity *
flead_fleet_ship_dup_ship (FleadFleetShip *self)
{
	g_return_val_if_fail (flead_fleet_ship_is_made (self), NULL);
	return dup_vertex (self, ship_of (self)->vessel);
}

FleadEntity *
flead_fleet_ship_dup_runner (FleadFleetShip *self)
{
	g_return_val_if_fail (flead_fleet_ship_is_made (self), NULL);
	return dup_vertex (self, ship_of (self)->runner);
}

FleadEntity *
flead_fleet_ship_dup_owner (FleadFleetShip *self)
{
	g_return_val_if_fail (flead_fleet_ship_is_made (self), NULL);
	return dup_vertex (self, ship_of (self)->owner);
}

const char *
flead_fleet_ship_get_through (FleadFleetShip *self)
{
	g_return_val_if_fail (flead_fleet_ship_is_made (self), NULL);
	return ship_of (self)->runner == FAIRLEAD_NO_VERTEX
	               ? NULL
	               : fairlead_runs_name (ship_of (self)->runs);
}

gboolean
flead_fleet_ship_get_is_shell (FleadFleetShip *self)
{
	g_return_val_if_fail (flead_fleet_ship_is_made (self), FALSE);
	return ship_of (self)->is_shell;
}

FleadLink *
flead_fleet_ship_dup_link (FleadFleetShip *self)
{
	g_return_val_if_fail (flead_fleet_ship_is_made (self), NULL);
	return ship_of (self)->runner == FAIRLEAD_NO_VERTEX
	               ? NULL
	               : flead_link_new (self->owner->network, ship_of (self)->link);
}

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_FLEET_SHIP;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_FLEETS (model)->ships->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
	return position < get_n_items (model)
	               ? flead_fleet_ship_new (FLEAD_FLEETS (model), position)
	               : NULL;
}

/* ---- as a result ---- */

static const char *
runs_name (guint runs)
{
	return fairlead_runs_name (runs);
}

enum { RUN_BY, RUN_BY_ID, THROUGH, SHIP, SHIP_ID, OWNER, OWNER_ID, IS_SHELL, SOURCE, N_COLUMNS };

static const ColumnPlan plans[N_COLUMNS] = {
	[RUN_BY] = { "run_by", FLEAD_COLUMN_TEXT, NULL, 0 },
	[RUN_BY_ID] = { "run_by_id", FLEAD_COLUMN_TEXT, NULL, 0 },
	[THROUGH] = { "through", FLEAD_COLUMN_WORD, runs_name, FAIRLEAD_N_RUNS },
	[SHIP] = { "ship", FLEAD_COLUMN_TEXT, NULL, 0 },
	[SHIP_ID] = { "ship_id", FLEAD_COLUMN_TEXT, NULL, 0 },
	[OWNER] = { "owner", FLEAD_COLUMN_TEXT, NULL, 0 },
	[OWNER_ID] = { "owner_id", FLEAD_COLUMN_TEXT, NULL, 0 },
	[IS_SHELL] = { "single_ship", FLEAD_COLUMN_TRUTH, NULL, 0 },
	[SOURCE] = { "source", FLEAD_COLUMN_TEXT, NULL, 0 },
};

static void
add_party (TableMaker *maker, guint column, FairleadNetwork *inner, FairleadVertex vertex)
{
	gboolean is_none = vertex == FAIRLEAD_NO_VERTEX;

	table_maker_add_text (maker, column,
	                      is_none ? NULL : fairlead_network_get_name (inner, vertex));
	table_maker_add_text (maker, column + 1,
	                      is_none ? NULL : fairlead_network_get_id (inner, vertex));
}

static void
add_ship (TableMaker *maker, FairleadNetwork *inner, const FairleadShip *ship)
{
	gboolean is_run = ship->runner != FAIRLEAD_NO_VERTEX;
	g_autofree char *source = is_run ? fairlead_records_dup_source_text (
					  fairlead_network_get_records (inner),
					  fairlead_network_get_link (inner, ship->link)->source)
	                                 : NULL;

	add_party (maker, RUN_BY, inner, ship->runner);
	table_maker_add_word (maker, THROUGH, is_run ? (gint32) ship->runs : -1);
	add_party (maker, SHIP, inner, ship->vessel);
	add_party (maker, OWNER, inner, ship->owner);
	table_maker_add_truth (maker, IS_SHELL, ship->is_shell);
	table_maker_add_text (maker, SOURCE, source);
}

static FleadTable *
dup_table (FleadResult *result)
{
	FleadFleets *self = FLEAD_FLEETS (result);
	g_autoptr (TableMaker) maker = table_maker_new (plans, N_COLUMNS, self->ships->len);

	for (guint i = 0; i < self->ships->len; i++)
		add_ship (maker, flead_network_get_inner (self->network),
		          &g_array_index (self->ships, FairleadShip, i));
	return table_maker_finish (maker);
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadFleets *self = FLEAD_FLEETS (result);
	FairleadFleetView view = { .format = flead_format_to_inner (format), .ships = self->ships };

	g_return_val_if_fail (self->network != NULL, FALSE);
	view.network = flead_network_get_inner (self->network);
	return fairlead_fleet_write (&view, stream, cancellable, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadFleets, flead_fleets)

static void
flead_fleets_finalize (GObject *object)
{
	FleadFleets *self = FLEAD_FLEETS (object);

	g_clear_pointer (&self->ships, g_array_unref);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (flead_fleets_parent_class)->finalize (object);
}

/* One that g_object_new() made has no ships */
static void
flead_fleets_init (FleadFleets *self)
{
	self->ships = g_array_new (FALSE, FALSE, sizeof (FairleadShip));
}

/* ---- finding ---- */

/* What is asked; texts are borrowed, but in a thread */
typedef struct {
	char *entity;
	char *as_of;
} Asked;

static gpointer
find_asked (gpointer network, gpointer argument, GCancellable *cancellable, FleadProgress progress,
            gpointer progress_data, GError **error)
{
	const Asked *asked = argument;
	const FairleadTelling telling = { progress, progress_data };
	g_autoptr (FleadFleets) self = g_object_new (FLEAD_TYPE_FLEETS, NULL);
	g_autoptr (FairleadHoldings) holdings = NULL;
	FairleadVertex vertex;
	gint32 day;

	self->network = g_object_ref (network);
	if (!day_read (asked->as_of, &day, error)
	    || !ownership_select_one (network, asked->entity, &vertex, error)
	    || g_cancellable_set_error_if_cancelled (cancellable, error))
		return NULL;
	fairlead_tell (&telling, "holdings", 0, 2);
	holdings = fairlead_holdings_new (flead_network_get_inner (network), day);
	fairlead_tell (&telling, "fleets", 1, 2);
	if (g_cancellable_set_error_if_cancelled (cancellable, error))
		return NULL;
	g_array_unref (self->ships);
	self->ships = fairlead_fleet_find (holdings, vertex);
	return g_steal_pointer (&self);
}

FleadFleets *
flead_network_find_fleets (FleadNetwork *self, const char *entity, const char *as_of,
                           GCancellable *cancellable, FleadProgress progress, gpointer user_data,
                           GError **error)
{
	Asked asked = { (char *) entity, (char *) as_of };

	g_return_val_if_fail (FLEAD_IS_NETWORK (self), NULL);
	return find_asked (self, &asked, cancellable, progress, user_data, error);
}

/* ---- in a thread ---- */

static const RelayOwned owned[] = { OWNS_TEXT (Asked, entity), OWNS_TEXT (Asked, as_of) };
static const RelayDeed find_deed = DEED (find_asked, Asked, owned);

void
flead_network_find_fleets_async (FleadNetwork *self, const char *entity, const char *as_of,
                                 LATER_PARAMETERS)
{
	Asked asked = { (char *) entity, (char *) as_of };

	g_return_if_fail (FLEAD_IS_NETWORK (self));
	relay_do (self, &find_deed, &asked, LATER);
}

DEFINE_FINISH (FleadFleets, flead_network_find_fleets, FleadNetwork, find_deed)
