/* library/ais/events.c */
#include "library/ais/ais-private.h"

#include <math.h>

#include "graph/ais/traffic/ports.h"
#include "ingest/ais/fields.h"
#include "ingest/record/error.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"

struct _FleadAisEvents {
	GObject parent;
	GStrv inputs;
	char *ports;      /* NULL: the shipped ones alone */
	char *parameters; /* NULL: the shipped ones */
	FairleadAisView view;
	FairleadAisFeed *feed; /* NULL: not made by the library */
	FairleadRecords *records;
	FairleadAisFinds finds;
	FairleadAisSummary summary;
	FairleadAisResult result;
	GArray *shown; /* of guint: which of the finds */
};

G_STATIC_ASSERT ((int) FLEAD_AIS_RULES_ENCOUNTERS == (int) FAIRLEAD_AIS_ENCOUNTERS);
G_STATIC_ASSERT ((int) FLEAD_AIS_RULES_GAPS == (int) FAIRLEAD_AIS_GAPS);
G_STATIC_ASSERT ((int) FLEAD_AIS_RULES_JUMPS == (int) FAIRLEAD_AIS_JUMPS);
G_STATIC_ASSERT ((int) FLEAD_AIS_RULES_IDENTITIES == (int) FAIRLEAD_AIS_IDENTITIES);

const FairleadAisFind *
flead_ais_events_get_find (FleadAisEvents *self, guint row)
{
	return &g_array_index (self->finds.all, FairleadAisFind,
	                       g_array_index (self->shown, guint, row));
}

const FairleadAisResult *
flead_ais_events_get_result (FleadAisEvents *self)
{
	return &self->result;
}

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_AIS_EVENT;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_AIS_EVENTS (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
	return position < get_n_items (model)
	               ? flead_ais_event_new (FLEAD_AIS_EVENTS (model), position)
	               : NULL;
}

/* ---- as a result ---- */

static const char *
event_name (guint kind)
{
	return fairlead_event_info (kind)->name;
}

static const char *
type_name (guint type)
{
	return fairlead_ais_type_name (type);
}

/* Of each of the two ships */
enum { MMSI, IMO, CALL_SIGN, TYPE, FIRST_ROW, LAST_ROW, N_SHIP_COLUMNS };

enum {
	EVENT,
	VESSEL,
	VESSEL_NAME,
	OTHER,
	OTHER_NAME,
	LATITUDE,
	LONGITUDE,
	START,
	END,
	BEFORE,
	AFTER,
	NOTE,
	REASON,
	PORT,
	IS_OPEN_START,
	IS_OPEN_END,
	HOURS,
	METRES,
	KNOTS,
	END_LATITUDE,
	END_LONGITUDE,
	VESSEL_COLUMNS,
	OTHER_COLUMNS = VESSEL_COLUMNS + N_SHIP_COLUMNS,
	N_COLUMNS = OTHER_COLUMNS + N_SHIP_COLUMNS
};

#define TEXT(name)                               \
	{                                        \
		name, FLEAD_COLUMN_TEXT, NULL, 0 \
	}
#define NUMBER(name)                               \
	{                                          \
		name, FLEAD_COLUMN_NUMBER, NULL, 0 \
	}
#define SHIP(first, of)                                                           \
	[(first) + MMSI] = TEXT (of "_mmsi"), [(first) + IMO] = TEXT (of "_imo"), \
		   [(first) + CALL_SIGN] = TEXT (of "_call_sign"),                \
		   [(first) + TYPE] = { of "_type", FLEAD_COLUMN_WORD, type_name, \
		                        FAIRLEAD_N_AIS_TYPES },                   \
		   [(first) + FIRST_ROW] = TEXT (of "_first_row"),                \
		   [(first) + LAST_ROW] = TEXT (of "_last_row")

static const ColumnPlan plans[N_COLUMNS] = {
	[EVENT] = { "event", FLEAD_COLUMN_WORD, event_name, FAIRLEAD_N_EVENT_KINDS },
	[VESSEL] = TEXT ("vessel"),
	[VESSEL_NAME] = TEXT ("vessel_name"),
	[OTHER] = TEXT ("other"),
	[OTHER_NAME] = TEXT ("other_name"),
	[LATITUDE] = NUMBER ("latitude"),
	[LONGITUDE] = NUMBER ("longitude"),
	[START] = TEXT ("start"),
	[END] = TEXT ("end"),
	[BEFORE] = TEXT ("before"),
	[AFTER] = TEXT ("after"),
	[NOTE] = TEXT ("note"),
	[REASON] = TEXT ("reason"),
	[PORT] = TEXT ("port"),
	[IS_OPEN_START] = { "open_start", FLEAD_COLUMN_TRUTH, NULL, 0 },
	[IS_OPEN_END] = { "open_end", FLEAD_COLUMN_TRUTH, NULL, 0 },
	[HOURS] = NUMBER ("hours"),
	[METRES] = NUMBER ("metres"),
	[KNOTS] = NUMBER ("knots"),
	[END_LATITUDE] = NUMBER ("end_latitude"),
	[END_LONGITUDE] = NUMBER ("end_longitude"),
	SHIP (VESSEL_COLUMNS, "vessel"),
	SHIP (OTHER_COLUMNS, "other"),
};

static void
add_ship (FleadAisEvents *self, TableMaker *maker, const FairleadAisParty *party, guint first)
{
	gboolean is_there = party->mmsi != 0;
	g_autofree char *mmsi = g_strdup_printf ("%09u", party->mmsi);
	g_autofree char *begin = NULL;
	g_autofree char *end = NULL;

	if (is_there) {
		begin = fairlead_records_dup_source_text (self->records, party->first);
		end = fairlead_records_dup_source_text (self->records, party->last);
	}
	table_maker_add_text (maker, first + MMSI, is_there ? mmsi : NULL);
	table_maker_add_text (maker, first + IMO, party->imo);
	table_maker_add_text (maker, first + CALL_SIGN, party->call_sign);
	table_maker_add_word (maker, first + TYPE, (gint32) party->type);
	table_maker_add_text (maker, first + FIRST_ROW, begin);
	table_maker_add_text (maker, first + LAST_ROW, end);
}

static void
add_when (TableMaker *maker, const FairleadAisFind *find)
{
	gboolean has_end = !find->is_open_end || find->kind != FAIRLEAD_EVENT_AIS_GAP;
	g_autofree char *start = fairlead_ais_time_dup_text (find->start);
	g_autofree char *end = fairlead_ais_time_dup_text (find->end);

	table_maker_add_text (maker, START, start);
	table_maker_add_text (maker, END, has_end ? end : NULL);
	table_maker_add_truth (maker, IS_OPEN_START, find->is_open_start);
	table_maker_add_truth (maker, IS_OPEN_END, find->is_open_end);
	table_maker_add_number (maker, HOURS, (double) (find->end - find->start) / 3600);
}

static void
add_where (TableMaker *maker, const FairleadAisFind *find)
{
	table_maker_add_number (maker, LATITUDE, fairlead_ais_degrees (find->place.latitude));
	table_maker_add_number (maker, LONGITUDE, fairlead_ais_degrees (find->place.longitude));
	table_maker_add_number (maker, END_LATITUDE,
	                        fairlead_ais_degrees (find->end_place.latitude));
	table_maker_add_number (maker, END_LONGITUDE,
	                        fairlead_ais_degrees (find->end_place.longitude));
	table_maker_add_text (maker, PORT, find->port);
	table_maker_add_number (maker, METRES, find->metres < 0 ? (double) NAN : find->metres);
	table_maker_add_number (maker, KNOTS, find->knots < 0 ? (double) NAN : find->knots);
}

static void
add_event (FleadAisEvents *self, TableMaker *maker, const FairleadAisFind *find)
{
	g_autofree char *vessel = fairlead_ais_dup_key (&find->ship);
	g_autofree char *other = fairlead_ais_dup_key (&find->other);
	g_autofree char *note = fairlead_ais_dup_note (&self->result, find);

	table_maker_add_word (maker, EVENT, (gint32) find->kind);
	table_maker_add_text (maker, VESSEL, vessel);
	table_maker_add_text (maker, VESSEL_NAME, find->ship.name);
	table_maker_add_text (maker, OTHER, other);
	table_maker_add_text (maker, OTHER_NAME, find->other.name);
	table_maker_add_text (maker, BEFORE, find->before);
	table_maker_add_text (maker, AFTER, find->after);
	table_maker_add_text (maker, NOTE, note);
	table_maker_add_text (maker, REASON, fairlead_ais_reason_name (find->reason));
	add_when (maker, find);
	add_where (maker, find);
	add_ship (self, maker, &find->ship, VESSEL_COLUMNS);
	add_ship (self, maker, &find->other, OTHER_COLUMNS);
}

static FleadTable *
dup_table (FleadResult *result)
{
	FleadAisEvents *self = FLEAD_AIS_EVENTS (result);
	g_autoptr (TableMaker) maker = table_maker_new (plans, N_COLUMNS, self->shown->len);

	for (guint i = 0; i < self->shown->len; i++)
		add_event (self, maker, flead_ais_events_get_find (self, i));
	return table_maker_finish (maker);
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadAisEvents *self = FLEAD_AIS_EVENTS (result);
	FairleadAisView view = self->view;

	g_return_val_if_fail (self->feed != NULL, FALSE);
	view.format = flead_format_to_inner (format);
	return fairlead_ais_write (&self->result, &view, stream, cancellable, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadAisEvents, flead_ais_events)

static void
flead_ais_events_finalize (GObject *object)
{
	FleadAisEvents *self = FLEAD_AIS_EVENTS (object);

	g_clear_pointer (&self->shown, g_array_unref);
	fairlead_ais_finds_clear (&self->finds);
	g_clear_pointer (&self->feed, fairlead_ais_feed_free);
	g_clear_object (&self->records);
	g_clear_pointer (&self->parameters, g_free);
	g_clear_pointer (&self->ports, g_free);
	g_clear_pointer (&self->inputs, g_strfreev);
	G_OBJECT_CLASS (flead_ais_events_parent_class)->finalize (object);
}

/* One that g_object_new() made has no events */
static void
flead_ais_events_init (FleadAisEvents *self)
{
	self->records = fairlead_records_new ();
	self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
}

char *
flead_ais_events_dup_summary (FleadAisEvents *self)
{
	g_return_val_if_fail (FLEAD_IS_AIS_EVENTS (self) && self->feed != NULL, NULL);
	return fairlead_ais_dup_summary (&self->result, &self->view);
}

GListModel *
flead_ais_events_dup_issues (FleadAisEvents *self)
{
	GListStore *issues;
	const FairleadIssueRow *rows;
	guint n;

	g_return_val_if_fail (FLEAD_IS_AIS_EVENTS (self), NULL);
	issues = g_list_store_new (FLEAD_TYPE_ISSUE);
	rows = fairlead_records_get_issues (self->records, &n);
	for (guint i = 0; i < n; i++) {
		g_autoptr (FleadIssue) issue = flead_issue_new (self->records, &rows[i]);

		g_list_store_append (issues, issue);
	}
	return G_LIST_MODEL (issues);
}

/* ---- finding ---- */

typedef struct {
	FleadProgress progress;
	gpointer data;
} Listener;

static void
on_bytes (const FairleadLoadProgress *load, gpointer listener)
{
	const Listener *self = listener;

	self->progress (load->path, load->n_bytes, load->n_total, self->data);
}

static gboolean
watch (FleadAisEvents *self, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadAisPorts) ports =
		fairlead_ais_ports_load (self->ports, cancellable, error);
	FairleadAisParameters parameters;

	fairlead_ais_parameters_init (&parameters);
	return ports != NULL
	       && (self->parameters == NULL
	           || fairlead_ais_parameters_load (&parameters, self->parameters, error))
	       && fairlead_ais_watch (self->feed, self->records, &parameters, ports, &self->finds,
	                              &self->summary, error);
}

static void
take_finds (FleadAisEvents *self)
{
	self->result = (FairleadAisResult){ self->records, &self->finds, &self->summary,
		                            fairlead_ais_feed_get_counts (self->feed) };
	for (guint i = 0; i < self->finds.all->len; i++)
		if (fairlead_ais_is_shown (&self->view,
		                           &g_array_index (self->finds.all, FairleadAisFind, i)))
			g_array_append_val (self->shown, i);
}

/* Fills what was asked with its answer: (transfer full): the same */
static gpointer
find (gpointer source, gpointer asked, GCancellable *cancellable, FleadProgress progress,
      gpointer data, GError **error)
{
	FleadAisEvents *self = asked;
	Listener listener = { progress, data };

	(void) source;
	if (self->inputs == NULL || self->inputs[0] == NULL) {
		g_set_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE, "there are no inputs");
		return NULL;
	}
	self->feed = fairlead_ais_feed_new ((const char *const *) self->inputs, self->records,
	                                    cancellable, error);
	if (self->feed == NULL)
		return NULL;
	if (progress != NULL) {
		progress (self->inputs[0], 0, 0, data); /* the next word comes after many rows */
		fairlead_ais_feed_set_progress (self->feed, on_bytes, &listener);
	}
	if (!watch (self, cancellable, error))
		return NULL;
	fairlead_ais_feed_set_progress (self->feed, NULL, NULL);
	take_finds (self);
	return g_object_ref (self);
}

static FleadAisEvents *
ask (const char *const *inputs, FleadAisRules rules, gboolean includes_all, const char *ports,
     const char *parameters)
{
	FleadAisEvents *self = g_object_new (FLEAD_TYPE_AIS_EVENTS, NULL);

	self->inputs = g_strdupv ((char **) inputs);
	self->ports = g_strdup (ports);
	self->parameters = g_strdup (parameters);
	self->view.kinds = fairlead_ais_kinds_of (rules);
	self->view.all = includes_all;
	return self;
}

FleadAisEvents *
flead_ais_events_find (const char *const *inputs, FleadAisRules rules, gboolean includes_all,
                       const char *ports, const char *parameters, GCancellable *cancellable,
                       FleadProgress progress, gpointer user_data, GError **error)
{
	g_autoptr (FleadAisEvents) asked = NULL;

	g_return_val_if_fail (inputs != NULL, NULL);
	asked = ask (inputs, rules, includes_all, ports, parameters);
	return find (NULL, asked, cancellable, progress, user_data, error);
}

static const RelayDeed find_deed = { .work = find };

void
flead_ais_events_find_async (const char *const *inputs, FleadAisRules rules, gboolean includes_all,
                             const char *ports, const char *parameters, LATER_PARAMETERS)
{
	g_return_if_fail (inputs != NULL);
	relay_do (NULL, &find_deed, ask (inputs, rules, includes_all, ports, parameters), LATER);
}

FleadAisEvents *
flead_ais_events_find_finish (GAsyncResult *result, GError **error)
{
	return relay_finish (NULL, result, &find_deed, error);
}
