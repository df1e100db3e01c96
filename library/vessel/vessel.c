/* library/vessel/vessel.c */
#include <fairlead/vessel.h>

#include "graph/maritime/timeline.h"
#include "ingest/record/error.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/picture/picture.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"
#include "library/vessel/target-private.h"
#include "output/vessel/vessel-output.h"

struct _FleadVesselTimeline {
	GObject parent;
	FleadNetwork *network;
	FairleadVertex ship;
	GPtrArray *bars; /* of FairleadBar */
	FairleadParameters parameters;
	VesselTarget target;
};

struct _FleadBar {
	GObject parent;
	FleadVesselTimeline *timeline;
	const FairleadBar *bar; /* lives as long as the timeline */
};

/* ---- a bar ---- */

G_DEFINE_FINAL_TYPE (FleadBar, flead_bar, G_TYPE_OBJECT)

static void
flead_bar_finalize (GObject *object)
{
	g_clear_object (&FLEAD_BAR (object)->timeline);
	G_OBJECT_CLASS (flead_bar_parent_class)->finalize (object);
}

static void
flead_bar_class_init (FleadBarClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_bar_finalize;
}

static void
flead_bar_init (FleadBar *self)
{
	(void) self;
}

static gboolean
is_made (FleadBar *self)
{
	return FLEAD_IS_BAR (self) && self->bar != NULL;
}

const char *
flead_bar_get_lane (FleadBar *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return fairlead_lane_name (self->bar->lane);
}

const char *
flead_bar_get_value (FleadBar *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return self->bar->value;
}

const char *
flead_bar_get_detail (FleadBar *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return self->bar->detail;
}

FleadPeriod *
flead_bar_dup_period (FleadBar *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return flead_period_new (&self->bar->period);
}

FleadEntity *
flead_bar_dup_other (FleadBar *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return self->bar->other == FAIRLEAD_NO_VERTEX
	               ? NULL
	               : flead_entity_new (self->timeline->network, self->bar->other);
}

gboolean
flead_bar_get_is_disputed (FleadBar *self)
{
	g_return_val_if_fail (is_made (self), FALSE);
	return self->bar->is_disputed;
}

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_BAR;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_VESSEL_TIMELINE (model)->bars->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
	FleadVesselTimeline *self = FLEAD_VESSEL_TIMELINE (model);
	FleadBar *bar;

	if (position >= self->bars->len)
		return NULL;
	bar = g_object_new (FLEAD_TYPE_BAR, NULL);
	bar->timeline = g_object_ref (self);
	bar->bar = self->bars->pdata[position];
	return bar;
}

/* ---- as a result ---- */

static const char *
lane_name (guint lane)
{
	return fairlead_lane_name (lane);
}

enum { LANE, VALUE, DETAIL, START, END, IS_DISPUTED, N_SOURCES, N_COLUMNS };

static const ColumnPlan plans[N_COLUMNS] = {
	[LANE] = { "lane", FLEAD_COLUMN_WORD, lane_name, FAIRLEAD_N_LANES },
	[VALUE] = { "value", FLEAD_COLUMN_TEXT, NULL, 0 },
	[DETAIL] = { "detail", FLEAD_COLUMN_TEXT, NULL, 0 },
	[START] = { "start", FLEAD_COLUMN_DAY, NULL, 0 },
	[END] = { "end", FLEAD_COLUMN_DAY, NULL, 0 },
	[IS_DISPUTED] = { "disputed", FLEAD_COLUMN_TRUTH, NULL, 0 },
	[N_SOURCES] = { "sources", FLEAD_COLUMN_INTEGER, NULL, 0 },
};

static FleadTable *
dup_table (FleadResult *result)
{
	FleadVesselTimeline *self = FLEAD_VESSEL_TIMELINE (result);
	g_autoptr (TableMaker) maker = table_maker_new (plans, N_COLUMNS, self->bars->len);

	for (guint i = 0; i < self->bars->len; i++) {
		const FairleadBar *bar = self->bars->pdata[i];

		table_maker_add_word (maker, LANE, (gint32) bar->lane);
		table_maker_add_text (maker, VALUE, bar->value);
		table_maker_add_text (maker, DETAIL, bar->detail);
		table_maker_add_day (maker, START, bar->period.start.first);
		table_maker_add_day (maker, END, bar->period.end.last);
		table_maker_add_truth (maker, IS_DISPUTED, bar->is_disputed);
		table_maker_add_integer (maker, N_SOURCES, bar->sources->len);
	}
	return table_maker_finish (maker);
}

/* A view lends what it is made of */
typedef struct {
	FairleadVesselView view;
	FairleadSignals *signals;
} Shown;

static void
shown_init (Shown *shown, FleadVesselTimeline *self, FairleadOutputFormat format)
{
	FairleadNetwork *inner = flead_network_get_inner (self->network);

	shown->signals =
		fairlead_signals_new (inner, &self->parameters, self->target.is_target, NULL);
	shown->view =
		(FairleadVesselView){ .format = format,
		                      .network = inner,
		                      .signals = shown->signals,
		                      .parameters = &self->parameters,
		                      .expressions = (const char *const *) self->target.expressions,
		                      .n_targets = self->target.n };
}

static void
shown_clear (Shown *shown)
{
	g_clear_pointer (&shown->signals, fairlead_signals_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_clear)

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadVesselTimeline *self = FLEAD_VESSEL_TIMELINE (result);
	g_autoptr (GArray) ships = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	g_auto (Shown) shown = { 0 };

	g_return_val_if_fail (self->network != NULL, FALSE);
	shown_init (&shown, self, flead_format_to_inner (format));
	g_array_append_val (ships, self->ship);
	return fairlead_vessel_write (&shown.view, ships, stream, cancellable, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadVesselTimeline, flead_vessel_timeline)

static void
flead_vessel_timeline_finalize (GObject *object)
{
	FleadVesselTimeline *self = FLEAD_VESSEL_TIMELINE (object);

	g_clear_pointer (&self->bars, g_ptr_array_unref);
	vessel_target_clear (&self->target);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (flead_vessel_timeline_parent_class)->finalize (object);
}

/* One that g_object_new() made has no bars */
static void
flead_vessel_timeline_init (FleadVesselTimeline *self)
{
	self->bars = g_ptr_array_new ();
}

FleadEntity *
flead_vessel_timeline_dup_ship (FleadVesselTimeline *self)
{
	g_return_val_if_fail (FLEAD_IS_VESSEL_TIMELINE (self) && self->network != NULL, NULL);
	return flead_entity_new (self->network, self->ship);
}

/* ---- finding ---- */

static gboolean
is_ship (FleadEntity *entity, GError **error)
{
	FairleadNetwork *inner = flead_network_get_inner (flead_entity_get_network (entity));

	if (fairlead_network_get_kind (inner, flead_entity_get_position (entity))
	    == FAIRLEAD_KIND_VESSEL)
		return TRUE;
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE, "%s is no ship",
	             flead_entity_get_id (entity));
	return FALSE;
}

/* What is asked; texts are borrowed, but in a thread */
typedef struct {
	GStrv target;
	char *parameters;
} Asked;

static gpointer
find (gpointer entity, gpointer argument, GCancellable *cancellable, FleadProgress progress,
      gpointer progress_data, GError **error)
{
	g_autoptr (FleadVesselTimeline) self = g_object_new (FLEAD_TYPE_VESSEL_TIMELINE, NULL);
	const Asked *asked = argument;

	self->network = g_object_ref (flead_entity_get_network (entity));
	self->ship = flead_entity_get_position (entity);
	if (!is_ship (entity, error)
	    || !vessel_target_init (&self->target, self->network, asked->target, error)
	    || !vessel_parameters_read (&self->parameters, asked->parameters, error)
	    || g_cancellable_set_error_if_cancelled (cancellable, error))
		return NULL;
	if (progress != NULL)
		progress (flead_entity_get_name (entity), 0, 1, progress_data);
	g_ptr_array_unref (self->bars);
	self->bars = fairlead_timeline_dup_bars (flead_network_get_facts (self->network),
	                                         flead_network_get_inner (self->network),
	                                         self->ship, cancellable);
	if (g_cancellable_set_error_if_cancelled (cancellable, error))
		return NULL;
	if (progress != NULL)
		progress (flead_entity_get_name (entity), 1, 1, progress_data);
	return g_steal_pointer (&self);
}

FleadVesselTimeline *
flead_entity_find_timeline (FleadEntity *self, const char *const *target, const char *parameters,
                            GCancellable *cancellable, FleadProgress progress, gpointer user_data,
                            GError **error)
{
	Asked asked = { (GStrv) target, (char *) parameters };

	g_return_val_if_fail (FLEAD_IS_ENTITY (self), NULL);
	g_return_val_if_fail (flead_entity_get_network (self) != NULL, NULL);
	return find (self, &asked, cancellable, progress, user_data, error);
}

/* ---- in a thread ---- */

static const RelayOwned owned[] = { OWNS_TEXTS (Asked, target), OWNS_TEXT (Asked, parameters) };
static const RelayDeed find_deed = DEED (find, Asked, owned);

void
flead_entity_find_timeline_async (FleadEntity *self, const char *const *target,
                                  const char *parameters, LATER_PARAMETERS)
{
	Asked asked = { (GStrv) target, (char *) parameters };

	g_return_if_fail (FLEAD_IS_ENTITY (self));
	g_return_if_fail (flead_entity_get_network (self) != NULL);
	relay_do (self, &find_deed, &asked, LATER);
}

DEFINE_FINISH (FleadVesselTimeline, flead_entity_find_timeline, FleadEntity, find_deed)

/* ---- drawing ---- */

static gboolean
draw_ship (gpointer what, FairleadPicture picture, GOutputStream *stream, GCancellable *cancellable,
           GError **error)
{
	FleadVesselTimeline *self = what;
	g_auto (Shown) shown = { 0 };

	(void) picture;
	shown_init (&shown, self, FAIRLEAD_FORMAT_TABLE);
	return fairlead_vessel_write_svg (&shown.view, self->ship, stream, cancellable, error);
}

static gboolean
is_found (FleadVesselTimeline *self)
{
	return FLEAD_IS_VESSEL_TIMELINE (self) && self->network != NULL;
}

GBytes *
flead_vessel_timeline_draw (FleadVesselTimeline *self, GCancellable *cancellable, GError **error)
{
	g_return_val_if_fail (is_found (self), NULL);
	return picture_dup (draw_ship, self, FAIRLEAD_PICTURE_SVG, cancellable, error);
}

DEFINE_DRAW_LATER (flead_vessel_timeline_draw, FleadVesselTimeline, is_found)

gboolean
flead_vessel_timeline_save_drawing (FleadVesselTimeline *self, const char *path,
                                    GCancellable *cancellable, GError **error)
{
	g_return_val_if_fail (is_found (self), FALSE);
	g_return_val_if_fail (path != NULL, FALSE);
	return picture_save (draw_ship, self, FAIRLEAD_PICTURE_SVG, path, cancellable, error);
}
