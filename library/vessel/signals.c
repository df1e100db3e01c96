/* library/vessel/signals.c */
#include <fairlead/vessel.h>

#include <math.h>

#include "library/input/relay.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"
#include "library/table/row-class.h"
#include "library/vessel/target-private.h"
#include "output/values.h"
#include "output/vessel/vessel-page.h"

/* One signal of one ship */
typedef struct {
	FairleadVertex ship;
	const FairleadSignalNote *note; /* lives as long as the ships */
} SignalRow;

struct _FleadSignals {
	GObject parent;
	FleadNetwork *network;
	FairleadParameters parameters;
	VesselTarget target;
	FairleadSignals *inner;
	GArray *ships; /* of FairleadSignalledShip */
	GArray *rows;  /* of SignalRow */
};

static const SignalRow *
row_at (FleadSignals *self, guint row)
{
	return &g_array_index (self->rows, SignalRow, row);
}

/* ---- a signal ---- */

FleadSignal *flead_signal_new (FleadSignals *owner, guint row);

DEFINE_ROW (FleadSignal, flead_signal, FleadSignals)

static const FairleadSignalNote *
note_of (FleadSignal *self)
{
	return row_at (self->owner, self->row)->note;
}

FleadEntity *
flead_signal_dup_ship (FleadSignal *self)
{
	g_return_val_if_fail (flead_signal_is_made (self), NULL);
	return flead_entity_new (self->owner->network, row_at (self->owner, self->row)->ship);
}

FleadEntity *
flead_signal_dup_of (FleadSignal *self)
{
	g_return_val_if_fail (flead_signal_is_made (self), NULL);
	return flead_entity_new (self->owner->network, note_of (self)->vertex);
}

const char *
flead_signal_get_name (FleadSignal *self)
{
	g_return_val_if_fail (flead_signal_is_made (self), NULL);
	return fairlead_signal_name (note_of (self)->signal);
}

const char *
flead_signal_get_words (FleadSignal *self)
{
	g_return_val_if_fail (flead_signal_is_made (self), NULL);
	return note_of (self)->words;
}

const char *
flead_signal_get_caution (FleadSignal *self)
{
	g_return_val_if_fail (flead_signal_is_made (self), NULL);
	return fairlead_signal_caution (note_of (self)->signal);
}

double
flead_signal_get_value (FleadSignal *self)
{
	g_return_val_if_fail (flead_signal_is_made (self), (double) NAN);
	return note_of (self)->value;
}

double
flead_signal_get_threshold (FleadSignal *self)
{
	g_return_val_if_fail (flead_signal_is_made (self), (double) NAN);
	return fairlead_signal_threshold (&self->owner->parameters, note_of (self)->signal);
}

char **
flead_signal_dup_sources (FleadSignal *self)
{
	g_autoptr (GPtrArray) sources = NULL;

	g_return_val_if_fail (flead_signal_is_made (self), NULL);
	sources = fairlead_note_dup_sources (flead_network_get_inner (self->owner->network),
	                                     note_of (self));
	return flead_texts_dup (sources);
}

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_SIGNAL;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_SIGNALS (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
	return position < get_n_items (model) ? flead_signal_new (FLEAD_SIGNALS (model), position)
	                                      : NULL;
}

/* ---- as a result ---- */

static const char *
signal_name (guint signal)
{
	return fairlead_signal_name (signal);
}

enum {
	SHIP_ID,
	SHIP,
	DESIGNATIONS,
	SIGNAL,
	OF_ID,
	OF,
	VALUE,
	THRESHOLD,
	WORDS,
	SOURCES,
	N_COLUMNS
};

static const ColumnPlan plans[N_COLUMNS] = {
	[SHIP_ID] = { "ship_id", FLEAD_COLUMN_TEXT, NULL, 0 },
	[SHIP] = { "ship", FLEAD_COLUMN_TEXT, NULL, 0 },
	[DESIGNATIONS] = { "designations", FLEAD_COLUMN_TEXT, NULL, 0 },
	[SIGNAL] = { "signal", FLEAD_COLUMN_WORD, signal_name, FAIRLEAD_N_SIGNALS },
	[OF_ID] = { "of_id", FLEAD_COLUMN_TEXT, NULL, 0 },
	[OF] = { "of", FLEAD_COLUMN_TEXT, NULL, 0 },
	[VALUE] = { "value", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[THRESHOLD] = { "threshold", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[WORDS] = { "words", FLEAD_COLUMN_TEXT, NULL, 0 },
	[SOURCES] = { "sources", FLEAD_COLUMN_TEXT, NULL, 0 },
};

static void
add_row (FleadSignals *self, TableMaker *maker, const SignalRow *row)
{
	FairleadNetwork *inner = flead_network_get_inner (self->network);
	const FairleadSignalNote *note = row->note;
	g_autoptr (GPtrArray) lists = fairlead_values_of_designations (inner, row->ship);
	g_autoptr (GPtrArray) sources = fairlead_note_dup_sources (inner, note);

	table_maker_add_text (maker, SHIP_ID, fairlead_network_get_id (inner, row->ship));
	table_maker_add_text (maker, SHIP, fairlead_network_get_name (inner, row->ship));
	table_maker_add_texts (maker, DESIGNATIONS, lists);
	table_maker_add_word (maker, SIGNAL, (gint32) note->signal);
	table_maker_add_text (maker, OF_ID, fairlead_network_get_id (inner, note->vertex));
	table_maker_add_text (maker, OF, fairlead_network_get_name (inner, note->vertex));
	table_maker_add_number (maker, VALUE, note->value);
	table_maker_add_number (maker, THRESHOLD,
	                        fairlead_signal_threshold (&self->parameters, note->signal));
	table_maker_add_text (maker, WORDS, note->words);
	table_maker_add_texts (maker, SOURCES, sources);
}

static FleadTable *
dup_table (FleadResult *result)
{
	FleadSignals *self = FLEAD_SIGNALS (result);
	g_autoptr (TableMaker) maker = table_maker_new (plans, N_COLUMNS, self->rows->len);

	for (guint i = 0; i < self->rows->len; i++)
		add_row (self, maker, row_at (self, i));
	return table_maker_finish (maker);
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadSignals *self = FLEAD_SIGNALS (result);
	FairleadVesselView view = { .format = flead_format_to_inner (format),
		                    .signals = self->inner,
		                    .parameters = &self->parameters,
		                    .expressions = (const char *const *) self->target.expressions,
		                    .n_targets = self->target.n };

	g_return_val_if_fail (self->ships != NULL, FALSE);
	view.network = flead_network_get_inner (self->network);
	return fairlead_vessel_write_signals (&view, self->ships, stream, cancellable, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadSignals, flead_signals)

static void
flead_signals_finalize (GObject *object)
{
	FleadSignals *self = FLEAD_SIGNALS (object);

	g_clear_pointer (&self->rows, g_array_unref);
	g_clear_pointer (&self->ships, g_array_unref);
	g_clear_pointer (&self->inner, fairlead_signals_free);
	vessel_target_clear (&self->target);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (flead_signals_parent_class)->finalize (object);
}

/* One that g_object_new() made has found none */
static void
flead_signals_init (FleadSignals *self)
{
	self->rows = g_array_new (FALSE, FALSE, sizeof (SignalRow));
}

/* ---- finding ---- */

/* What is asked; texts are borrowed, but in a thread */
typedef struct {
	GStrv target;
	char *parameters;
} Asked;

static void
take_rows (FleadSignals *self)
{
	for (guint i = 0; i < self->ships->len; i++) {
		const FairleadSignalledShip *ship =
			&g_array_index (self->ships, FairleadSignalledShip, i);

		for (guint j = 0; j < ship->notes->len; j++) {
			const SignalRow row = { ship->ship, ship->notes->pdata[j] };

			g_array_append_val (self->rows, row);
		}
	}
}

static gpointer
find_asked (gpointer network, gpointer argument, GCancellable *cancellable, FleadProgress progress,
            gpointer progress_data, GError **error)
{
	const Asked *asked = argument;
	const FairleadTelling telling = { progress, progress_data };
	g_autoptr (FleadSignals) self = g_object_new (FLEAD_TYPE_SIGNALS, NULL);

	self->network = g_object_ref (network);
	if (!vessel_target_init (&self->target, network, asked->target, error)
	    || !vessel_parameters_read (&self->parameters, asked->parameters, error)
	    || g_cancellable_set_error_if_cancelled (cancellable, error))
		return NULL;
	self->inner = fairlead_signals_new (flead_network_get_inner (network), &self->parameters,
	                                    self->target.is_target, NULL);
	self->ships = fairlead_signals_dup_ships (self->inner, &telling, cancellable);
	if (g_cancellable_set_error_if_cancelled (cancellable, error))
		return NULL;
	take_rows (self);
	return g_steal_pointer (&self);
}

FleadSignals *
flead_network_find_signals (FleadNetwork *self, const char *const *target, const char *parameters,
                            GCancellable *cancellable, FleadProgress progress, gpointer user_data,
                            GError **error)
{
	Asked asked = { (GStrv) target, (char *) parameters };

	g_return_val_if_fail (FLEAD_IS_NETWORK (self), NULL);
	return find_asked (self, &asked, cancellable, progress, user_data, error);
}

/* ---- in a thread ---- */

static const RelayOwned owned[] = { OWNS_TEXTS (Asked, target), OWNS_TEXT (Asked, parameters) };
static const RelayDeed find_deed = DEED (find_asked, Asked, owned);

void
flead_network_find_signals_async (FleadNetwork *self, const char *const *target,
                                  const char *parameters, LATER_PARAMETERS)
{
	Asked asked = { (GStrv) target, (char *) parameters };

	g_return_if_fail (FLEAD_IS_NETWORK (self));
	relay_do (self, &find_deed, &asked, LATER);
}

DEFINE_FINISH (FleadSignals, flead_network_find_signals, FleadNetwork, find_deed)
