/* library/supply/supply.c */
#include <fairlead/supply.h>

#include <math.h>

#include "graph/supply/supply.h"
#include "ingest/record/error.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/picture/picture.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"
#include "output/supply/supply-output.h"

#define LAST_YEAR 9998

struct _FleadSupply {
	GObject parent;
	FleadNetwork *network;
	FairleadFactors *factors;
	FairleadSupply *inner; /* NULL: not made by the library */
};

struct _FleadDelivery {
	GObject parent;
	FleadSupply *supply;
	const FairleadDelivery *delivery; /* lives as long as the supply */
};

G_STATIC_ASSERT ((int) FLEAD_SCENARIO_LOW == (int) FAIRLEAD_LOW);
G_STATIC_ASSERT ((int) FLEAD_SCENARIO_MIDDLE == (int) FAIRLEAD_MIDDLE);
G_STATIC_ASSERT ((int) FLEAD_SCENARIO_HIGH == (int) FAIRLEAD_HIGH);

/* ---- a delivery ---- */

G_DEFINE_FINAL_TYPE (FleadDelivery, flead_delivery, G_TYPE_OBJECT)

static void
flead_delivery_finalize (GObject *object)
{
	g_clear_object (&FLEAD_DELIVERY (object)->supply);
	G_OBJECT_CLASS (flead_delivery_parent_class)->finalize (object);
}

static void
flead_delivery_class_init (FleadDeliveryClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_delivery_finalize;
}

static void
flead_delivery_init (FleadDelivery *self)
{
	(void) self;
}

static gboolean
is_made (FleadDelivery *self)
{
	return FLEAD_IS_DELIVERY (self) && self->delivery != NULL;
}

FleadEntity *
flead_delivery_dup_vessel (FleadDelivery *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return self->delivery->vessel == FAIRLEAD_NO_VERTEX
	               ? NULL
	               : flead_entity_new (self->supply->network, self->delivery->vessel);
}

gint
flead_delivery_get_day (FleadDelivery *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return self->delivery->day;
}

const char *
flead_delivery_get_basis (FleadDelivery *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return fairlead_supply_basis_name (self->delivery->basis);
}

double
flead_delivery_get_amount (FleadDelivery *self, FleadScenario scenario)
{
	g_return_val_if_fail (is_made (self), (double) NAN);
	g_return_val_if_fail ((guint) scenario < FAIRLEAD_N_SCENARIOS, (double) NAN);
	return self->delivery->amount[scenario];
}

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_DELIVERY;
}

static guint
get_n_items (GListModel *model)
{
	FleadSupply *self = FLEAD_SUPPLY (model);

	return self->inner != NULL ? self->inner->deliveries->len : 0;
}

static gpointer
get_item (GListModel *model, guint position)
{
	FleadSupply *self = FLEAD_SUPPLY (model);
	FleadDelivery *delivery;

	if (position >= get_n_items (model))
		return NULL;
	delivery = g_object_new (FLEAD_TYPE_DELIVERY, NULL);
	delivery->supply = g_object_ref (self);
	delivery->delivery = &g_array_index (self->inner->deliveries, FairleadDelivery, position);
	return delivery;
}

/* ---- as a result ---- */

static const char *
basis_name (guint basis)
{
	return fairlead_supply_basis_name (basis);
}

enum { DAY, VESSEL, NAME, BASIS, IS_NOTIFIED, DEADWEIGHT, LOW, MIDDLE, HIGH, N_COLUMNS };

static const ColumnPlan plans[N_COLUMNS] = {
	[DAY] = { "day", FLEAD_COLUMN_DAY, NULL, 0 },
	[VESSEL] = { "id", FLEAD_COLUMN_TEXT, NULL, 0 },
	[NAME] = { "name", FLEAD_COLUMN_TEXT, NULL, 0 },
	[BASIS] = { "basis", FLEAD_COLUMN_WORD, basis_name, FAIRLEAD_N_SUPPLY_BASES },
	[IS_NOTIFIED] = { "notified", FLEAD_COLUMN_TRUTH, NULL, 0 },
	[DEADWEIGHT] = { "deadweight", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[LOW] = { "low", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[MIDDLE] = { "middle", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[HIGH] = { "high", FLEAD_COLUMN_NUMBER, NULL, 0 },
};

static void
add_delivery (TableMaker *maker, FairleadNetwork *inner, const FairleadDelivery *delivery)
{
	gboolean is_named = delivery->vessel != FAIRLEAD_NO_VERTEX;

	table_maker_add_day (maker, DAY, delivery->day);
	table_maker_add_text (maker, VESSEL,
	                      is_named ? fairlead_network_get_id (inner, delivery->vessel) : NULL);
	table_maker_add_text (
		maker, NAME, is_named ? fairlead_network_get_name (inner, delivery->vessel) : NULL);
	table_maker_add_word (maker, BASIS, (gint32) delivery->basis);
	table_maker_add_truth (maker, IS_NOTIFIED, delivery->is_notified);
	table_maker_add_number (maker, DEADWEIGHT, delivery->deadweight);
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++)
		table_maker_add_number (maker, LOW + i, delivery->amount[i]);
}

static FleadTable *
dup_table (FleadResult *result)
{
	FleadSupply *self = FLEAD_SUPPLY (result);
	guint n = get_n_items (G_LIST_MODEL (self));
	g_autoptr (TableMaker) maker = table_maker_new (plans, N_COLUMNS, n);

	for (guint i = 0; i < n; i++)
		add_delivery (maker, flead_network_get_inner (self->network),
		              &g_array_index (self->inner->deliveries, FairleadDelivery, i));
	return table_maker_finish (maker);
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadSupply *self = FLEAD_SUPPLY (result);
	const FairleadSupplyView view = { .format = flead_format_to_inner (format),
		                          .supply = self->inner };

	g_return_val_if_fail (self->inner != NULL, FALSE);
	return fairlead_supply_write (&view, stream, cancellable, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadSupply, flead_supply)

static void
flead_supply_finalize (GObject *object)
{
	FleadSupply *self = FLEAD_SUPPLY (object);

	g_clear_pointer (&self->inner, fairlead_supply_free);
	g_clear_pointer (&self->factors, fairlead_factors_free);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (flead_supply_parent_class)->finalize (object);
}

static void
flead_supply_init (FleadSupply *self)
{
	(void) self;
}

/* ---- estimating ---- */

/* What is asked; texts are borrowed, but in a thread */
typedef struct {
	char *cap;
	guint year;
	char *factors;
} Asked;

static gboolean
is_possible (guint year, GError **error)
{
	if (year >= 1 && year <= LAST_YEAR)
		return TRUE;
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
	             "the year %u is not possible (1 to %d)", year, LAST_YEAR);
	return FALSE;
}

static gpointer
estimate_asked (gpointer network, gpointer argument, GCancellable *cancellable,
                FleadProgress progress, gpointer progress_data, GError **error)
{
	g_autoptr (FleadSupply) supply = g_object_new (FLEAD_TYPE_SUPPLY, NULL);
	const Asked *asked = argument;
	const FairleadCap *found;

	if (!is_possible (asked->year, error))
		return NULL;
	supply->network = g_object_ref (network);
	supply->factors = asked->factors != NULL ? fairlead_factors_load (asked->factors, error)
	                                         : fairlead_factors_new_shipped (error);
	found = supply->factors != NULL
	                ? fairlead_factors_find_cap (supply->factors, asked->cap, error)
	                : NULL;
	if (found == NULL)
		return NULL;
	if (progress != NULL)
		progress ("deliveries", 0, 1, progress_data);
	supply->inner = fairlead_supply_new (flead_network_get_inner (network), supply->factors,
	                                     found, asked->year, cancellable, error);
	if (supply->inner != NULL && progress != NULL)
		progress ("deliveries", 1, 1, progress_data);
	return supply->inner != NULL ? g_steal_pointer (&supply) : NULL;
}

FleadSupply *
flead_network_estimate_supply (FleadNetwork *self, const char *cap, guint year, const char *factors,
                               GCancellable *cancellable, FleadProgress progress,
                               gpointer user_data, GError **error)
{
	Asked asked = { (char *) cap, year, (char *) factors };

	g_return_val_if_fail (FLEAD_IS_NETWORK (self) && cap != NULL, NULL);
	return estimate_asked (self, &asked, cancellable, progress, user_data, error);
}

/* ---- in a thread ---- */

static const RelayOwned owned[] = { OWNS_TEXT (Asked, cap), OWNS_TEXT (Asked, factors) };
static const RelayDeed estimate_deed = DEED (estimate_asked, Asked, owned);

void
flead_network_estimate_supply_async (FleadNetwork *self, const char *cap, guint year,
                                     const char *factors, LATER_PARAMETERS)
{
	Asked asked = { (char *) cap, year, (char *) factors };

	g_return_if_fail (FLEAD_IS_NETWORK (self) && cap != NULL);
	relay_do (self, &estimate_deed, &asked, LATER);
}

DEFINE_FINISH (FleadSupply, flead_network_estimate_supply, FleadNetwork, estimate_deed)

/* ---- reading ---- */

const char *
flead_supply_get_unit (FleadSupply *self)
{
	g_return_val_if_fail (FLEAD_IS_SUPPLY (self) && self->inner != NULL, NULL);
	return self->inner->cap->unit;
}

double
flead_supply_get_limit (FleadSupply *self)
{
	g_return_val_if_fail (FLEAD_IS_SUPPLY (self) && self->inner != NULL, (double) NAN);
	return self->inner->cap->limit;
}

double
flead_supply_get_total (FleadSupply *self, FleadScenario scenario)
{
	g_return_val_if_fail (FLEAD_IS_SUPPLY (self) && self->inner != NULL, (double) NAN);
	g_return_val_if_fail ((guint) scenario < FAIRLEAD_N_SCENARIOS, (double) NAN);
	return self->inner->total[scenario];
}

/* ---- drawing ---- */

static gboolean
draw_sums (gpointer what, FairleadPicture picture, GOutputStream *stream, GCancellable *cancellable,
           GError **error)
{
	const FairleadSupplyView view = { .format = FAIRLEAD_FORMAT_TABLE,
		                          .supply = FLEAD_SUPPLY (what)->inner };

	return fairlead_supply_write_chart (&view, picture, stream, cancellable, error);
}

GBytes *
flead_supply_draw (FleadSupply *self, FleadPicture picture, GCancellable *cancellable,
                   GError **error)
{
	g_return_val_if_fail (FLEAD_IS_SUPPLY (self) && self->inner != NULL, NULL);
	g_return_val_if_fail (picture_is_form (picture), NULL);
	return picture_dup (draw_sums, self, (FairleadPicture) picture, cancellable, error);
}

static gpointer
draw_asked (gpointer supply, gpointer picture, GCancellable *cancellable, FleadProgress progress,
            gpointer progress_data, GError **error)
{
	(void) progress;
	(void) progress_data;
	return flead_supply_draw (supply, *(const FleadPicture *) picture, cancellable, error);
}

static const RelayDeed draw_deed = { draw_asked, sizeof (FleadPicture), NULL, 0,
	                             (GDestroyNotify) g_bytes_unref };

void
flead_supply_draw_async (FleadSupply *self, FleadPicture picture, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
	g_return_if_fail (FLEAD_IS_SUPPLY (self) && self->inner != NULL);
	g_return_if_fail (picture_is_form (picture));
	relay_do (self, &draw_deed, &picture, cancellable, NULL, NULL, NULL, callback, user_data);
}

DEFINE_FINISH (GBytes, flead_supply_draw, FleadSupply, draw_deed)

gboolean
flead_supply_save_drawing (FleadSupply *self, FleadPicture picture, const char *path,
                           GCancellable *cancellable, GError **error)
{
	FairleadPicture found;

	g_return_val_if_fail (FLEAD_IS_SUPPLY (self) && self->inner != NULL, FALSE);
	g_return_val_if_fail (path != NULL, FALSE);
	g_return_val_if_fail (picture == FLEAD_PICTURE_BY_ENDING || picture_is_form (picture),
	                      FALSE);
	return picture_find (picture, path, &found, error)
	       && picture_save (draw_sums, self, found, path, cancellable, error);
}
