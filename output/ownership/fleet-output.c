/* output/ownership/fleet-output.c */
#include "output/ownership/fleet-output.h"

#include "output/values.h"
#include "output/write/csv.h"
#include "output/write/json.h"
#include "output/write/table.h"

/* A ship as texts, in the order of the columns of every format */
enum { RUNNER, RUNNER_ID, THROUGH, SHIP, SHIP_ID, OWNER, OWNER_ID, SOURCE, N_CELLS };

typedef struct {
	const char *cells[N_CELLS]; /* NULL where nothing is known */
	char *source;
} Row;

static void
row_clear (Row *self)
{
	g_clear_pointer (&self->source, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static void
set_party (const FairleadFleetView *view, FairleadVertex vertex, guint name, guint id, Row *row)
{
	if (vertex == FAIRLEAD_NO_VERTEX)
		return;
	row->cells[name] = fairlead_network_get_name (view->network, vertex);
	row->cells[id] = fairlead_network_get_id (view->network, vertex);
}

static void
row_init (Row *self, const FairleadFleetView *view, const FairleadShip *ship)
{
	*self = (Row){ { NULL }, NULL };
	set_party (view, ship->runner, RUNNER, RUNNER_ID, self);
	set_party (view, ship->vessel, SHIP, SHIP_ID, self);
	set_party (view, ship->owner, OWNER, OWNER_ID, self);
	if (ship->runner == FAIRLEAD_NO_VERTEX)
		return;
	self->cells[THROUGH] = fairlead_runs_name (ship->runs);
	self->source = fairlead_records_dup_source_text (
		fairlead_network_get_records (view->network),
		fairlead_network_get_link (view->network, ship->link)->source);
	self->cells[SOURCE] = self->source;
}

static guint
count_shown (const FairleadFleetView *view)
{
	return view->limit == 0 ? view->ships->len : MIN (view->ships->len, view->limit);
}

static const FairleadShip *
ship_at (const FairleadFleetView *view, guint i)
{
	return &g_array_index (view->ships, FairleadShip, i);
}

static gboolean
is_listed (const FairleadFleetView *view, FairleadVertex vertex)
{
	g_autoptr (GPtrArray) listings = NULL;

	if (vertex == FAIRLEAD_NO_VERTEX)
		return FALSE;
	listings = fairlead_values_of_designations (view->network, vertex);
	return listings->len > 0;
}

/* ---- table ---- */

static const FairleadColumn columns[] = {
	{ "RUN BY", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	{ "THROUGH", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "SHIP", FAIRLEAD_ALIGN_LEFT, 12, FALSE },
	{ "ID", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "REGISTERED OWNER", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "SOURCE", FAIRLEAD_ALIGN_LEFT, 12, TRUE },
};

static char *
dup_marked (const FairleadFleetView *view, FairleadVertex vertex, const char *name)
{
	return g_strconcat (is_listed (view, vertex) ? "* " : "", name != NULL ? name : "?", NULL);
}

/* The runner is named on the first of its ships */
static void
add_row (const FairleadFleetView *view, guint i, FairleadTable *table)
{
	const FairleadShip *ship = ship_at (view, i);
	g_auto (Row) row = { { NULL }, NULL };
	gboolean is_first = i == 0 || ship_at (view, i - 1)->runner != ship->runner;
	g_autofree char *runner = NULL;
	g_autofree char *vessel = NULL;
	g_autofree char *owner = NULL;

	row_init (&row, view, ship);
	runner = is_first ? dup_marked (view, ship->runner, row.cells[RUNNER]) : g_strdup ("");
	vessel = dup_marked (view, ship->vessel, row.cells[SHIP]);
	owner = dup_marked (view, ship->owner, row.cells[OWNER]);
	fairlead_table_add_row (
		table,
		(const char *const[]){ runner, row.cells[THROUGH] != NULL ? row.cells[THROUGH] : "",
	                               vessel, row.cells[SHIP_ID], owner,
	                               ship->is_shell ? "single-ship" : "",
	                               row.source != NULL ? row.source : "" },
		is_listed (view, ship->runner));
}

static void
write_table (const FairleadFleetView *view, FairleadSink *sink)
{
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, G_N_ELEMENTS (columns), &view->layout);
	guint n_fleets = 0, n_shells = 0;

	for (guint i = 0; i < count_shown (view); i++)
		add_row (view, i, table);
	for (guint i = 0; i < view->ships->len; i++) {
		n_fleets += i == 0 || ship_at (view, i - 1)->runner != ship_at (view, i)->runner;
		n_shells += ship_at (view, i)->is_shell;
	}
	if (count_shown (view) > 0) {
		fairlead_table_write (table, sink);
		fairlead_sink_put (sink, "\n");
	}
	fairlead_sink_printf (sink,
	                      "%u of %u ships; %u fleets; %u ships of single-ship companies\n"
	                      "* listed. Who runs a ship is what the records say of her roles.\n",
	                      count_shown (view), view->ships->len, n_fleets, n_shells);
}

/* ---- CSV and JSON ---- */

static const char *const keys[N_CELLS] = { "run_by_name", "run_by",     "through", "name",
	                                   "id",          "owner_name", "owner",   "source" };

static void
write_csv (const FairleadFleetView *view, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	for (guint i = 0; i < N_CELLS; i++)
		fairlead_csv_text (&csv, keys[i]);
	fairlead_csv_text (&csv, "single_ship");
	fairlead_csv_end_row (&csv);
	for (guint i = 0; i < count_shown (view); i++) {
		g_auto (Row) row = { { NULL }, NULL };

		row_init (&row, view, ship_at (view, i));
		for (guint cell = 0; cell < N_CELLS; cell++)
			fairlead_csv_text (&csv, row.cells[cell]);
		fairlead_csv_boolean (&csv, ship_at (view, i)->is_shell);
		fairlead_csv_end_row (&csv);
	}
}

static void
write_json (const FairleadFleetView *view, FairleadSink *sink)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	fairlead_json_integer (&json, "found", view->ships->len);
	fairlead_json_begin_array (&json, "ships");
	for (guint i = 0; i < count_shown (view); i++) {
		g_auto (Row) row = { { NULL }, NULL };

		row_init (&row, view, ship_at (view, i));
		fairlead_json_begin_object (&json, NULL);
		for (guint cell = 0; cell < N_CELLS; cell++)
			fairlead_json_text (&json, keys[cell], row.cells[cell]);
		fairlead_json_boolean (&json, "single_ship", ship_at (view, i)->is_shell);
		fairlead_json_end_object (&json);
	}
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
}

gboolean
fairlead_fleet_write (const FairleadFleetView *view, GOutputStream *stream,
                      GCancellable *cancellable, GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (const FairleadFleetView *,
	                                                  FairleadSink *) = {
		[FAIRLEAD_FORMAT_TABLE] = write_table,
		[FAIRLEAD_FORMAT_CSV] = write_csv,
		[FAIRLEAD_FORMAT_JSON] = write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);

	writers[view->format](view, sink);
	return fairlead_sink_finish (sink, error);
}
