/* graph/ais/watch.c */
#include "graph/ais/watch.h"

#include "graph/ais/rules/gaps.h"
#include "graph/ais/rules/identities.h"
#include "graph/ais/rules/jumps.h"
#include "graph/ais/rules/outages.h"
#include "graph/ais/traffic/order.h"
#include "ingest/ais/pump.h"
#include "ingest/record/error.h"

#define MINUTE 60
#define HOUR 3600
#define SWEEP (6 * HOUR)
#define FEW_REPORTS 10u    /* a ship with fewer may be an error in a number */
#define FEW_HOURS 24       /* after which it is forgotten */
#define LISTED_ISSUES 50u  /* rows out of order that are listed */
#define ENOUGH_ROWS 10000u /* to say that most are out of order */

/* A row out of order, to become an issue when the reading, which has its own, is over */
typedef struct {
	FairleadSource source;
	const char *words;
} Unordered;

typedef struct {
	FairleadAisScene scene;
	FairleadAisFleet *fleet;
	FairleadAisCoverage *coverage;
	FairleadAisEncounters *encounters;
	FairleadAisIdentities *identities;
	FairleadAisOrder *order;
	FairleadAisFinds finds;
	FairleadAisSummary summary;
	gint64 next_look;
	gint64 next_sweep;
	GArray *unordered; /* of Unordered, up to the first that is not listed */
} Watch;

static void
watch_clear (Watch *self)
{
	/* Before the fleet, of which they may have to tell */
	g_clear_pointer (&self->identities, fairlead_ais_identities_free);
	g_clear_pointer (&self->encounters, fairlead_ais_encounters_free);
	g_clear_pointer (&self->order, fairlead_ais_order_free);
	for (guint i = 0; self->fleet != NULL && i < fairlead_ais_fleet_get_n_slots (self->fleet);
	     i++)
		fairlead_ais_jumps_finish (&self->scene, fairlead_ais_fleet_get (self->fleet, i));
	g_clear_pointer (&self->fleet, fairlead_ais_fleet_free);
	g_clear_pointer (&self->coverage, fairlead_ais_coverage_free);
	fairlead_ais_finds_clear (&self->finds);
	g_clear_pointer (&self->unordered, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Watch, watch_clear)

/* ---- ships that are gone ---- */

static void
end_ship (Watch *self, FairleadAisShip *ship, gint64 now)
{
	fairlead_ais_gaps_finish (&self->scene, ship, now);
	fairlead_ais_jumps_finish (&self->scene, ship);
}

static void
forget_silent (Watch *self, gint64 now)
{
	guint n = fairlead_ais_fleet_get_n_slots (self->fleet);
	double forget = self->scene.parameters->forget * HOUR;

	for (guint slot = 0; slot < n; slot++) {
		FairleadAisShip *ship = fairlead_ais_fleet_get (self->fleet, slot);
		double silent = (double) (now - ship->taken);

		if (ship->mmsi == 0
		    || silent <= (ship->n_reports < FEW_REPORTS ? FEW_HOURS * HOUR : forget))
			continue;
		end_ship (self, ship, now);
		fairlead_ais_identities_forget (self->identities, slot);
		fairlead_ais_fleet_forget (self->fleet, slot);
	}
}

/* ---- the clock ---- */

/* Once all that was heard is stale and all pairs are over, a look finds nothing: until the next
 * report there is no need of any */
static gint64
last_useful_look (const Watch *self)
{
	const FairleadAisParameters *parameters = self->scene.parameters;

	return self->summary.end
	       + (gint64) ((parameters->fresh + parameters->interruption + 2 * parameters->tick)
	                   * MINUTE);
}

/* @now: everything before it has been taken in */
static void
run_clock (Watch *self, gint64 now)
{
	gint64 tick = (gint64) (self->scene.parameters->tick * MINUTE);
	gint64 useful = last_useful_look (self);

	for (; self->next_look < now && self->next_look <= useful; self->next_look += tick)
		fairlead_ais_encounters_look (self->encounters, self->next_look);
	if (self->next_look < now)
		self->next_look = now - now % tick;
	if (now >= self->next_sweep) {
		fairlead_ais_gaps_sweep (&self->scene, now);
		forget_silent (self, now);
		self->next_sweep = now + SWEEP;
	}
}

/* ---- reports ---- */

static void
begin (Watch *self, gint64 time)
{
	gint64 tick = (gint64) (self->scene.parameters->tick * MINUTE);

	self->scene.begin = self->summary.begin = self->summary.end = time;
	self->next_look = time - time % tick + tick;
	self->next_sweep = time + SWEEP;
}

/* The reported speed, else the one from the last place, if it was long enough ago to tell */
static gint16
speed_of (const FairleadAisShip *ship, const FairleadAisReport *report)
{
	gint64 seconds = report->time - ship->report.time;
	double knots;

	if (report->speed != FAIRLEAD_AIS_NO_SPEED || ship->n_reports == 0)
		return report->speed;
	if (seconds < MINUTE)
		return ship->speed;
	knots = fairlead_ais_knots (
		fairlead_ais_metres (fairlead_ais_ship_get_place (ship),
	                             (FairleadAisPlace){ report->latitude, report->longitude }),
		seconds);
	return (gint16) MIN (1022, 10 * knots);
}

static void
on_report (const FairleadAisReport *report, gpointer user_data)
{
	Watch *self = user_data;
	FairleadAisShip *ship;

	if (self->summary.n_reports++ == 0)
		begin (self, report->time);
	if (report->time > self->next_look)
		run_clock (self, report->time);
	self->summary.end = report->time;
	ship = fairlead_ais_fleet_get (self->fleet, report->ship);
	if (ship->n_reports > 0) {
		fairlead_ais_gaps_look (&self->scene, ship, report);
		fairlead_ais_jumps_look (&self->scene, ship, report);
	}
	if (report->identity != ship->known)
		fairlead_ais_identities_look (self->identities, report->ship, report);
	fairlead_ais_coverage_note (self->coverage, report->time,
	                            (FairleadAisPlace){ report->latitude, report->longitude });
	ship->speed = speed_of (ship, report);
	ship->heard_ahead = -1;
	ship->report = *report;
	ship->n_reports++;
}

/* ---- rows out of order ---- */

static void
note_out_of_order (Watch *self, const FairleadAisReport *report, const char *words)
{
	const Unordered unordered = { report->source, words };

	if (self->unordered->len <= LISTED_ISSUES)
		g_array_append_val (self->unordered, unordered);
}

static void
note_outcome (Watch *self, FairleadAisOrderOutcome outcome, const FairleadAisReport *report)
{
	if (outcome == FAIRLEAD_AIS_ORDER_LATE) {
		self->summary.n_late++;
		note_out_of_order (self, report,
		                   "the time is earlier than that of rows before it by more than"
		                   " the reorder window");
	} else if (outcome == FAIRLEAD_AIS_ORDER_EARLIER_STRAY) {
		self->summary.n_stray++;
		note_out_of_order (self, fairlead_ais_order_get_stray (self->order),
		                   "the time is hours ahead of the rows before and after it");
	}
}

static void
list_out_of_order (const Watch *self, FairleadRecords *records)
{
	guint64 n = self->summary.n_late + self->summary.n_stray;

	for (guint i = 0; i < self->unordered->len; i++) {
		const Unordered *one = &g_array_index (self->unordered, Unordered, i);

		if (i < LISTED_ISSUES)
			fairlead_records_add_issue (records, FAIRLEAD_ISSUE_BAD_RECORD, one->source,
			                            "%s", one->words);
		else
			fairlead_records_add_issue (
				records, FAIRLEAD_ISSUE_BAD_RECORD, one->source,
				"from here on %" G_GUINT64_FORMAT
				" more rows out of order, not listed one by one",
				n - LISTED_ISSUES);
	}
}

static gboolean
are_mostly_late (const Watch *self, guint64 n_rows)
{
	return 2 * self->summary.n_late > n_rows;
}

static gboolean
refuse_order (FairleadRecords *records, const FairleadAisReport *report, GError **error)
{
	g_autofree char *source = fairlead_records_dup_source_text (records, report->source);

	return fairlead_set_error_at (
		error, source, 0, FAIRLEAD_ERROR_INVALID_VALUE,
		"most rows are not in the order of time; sort them by the column of the time"
		" first, or widen reorder= in a file of --parameters");
}

/* ---- the whole ---- */

static void
watch_init (Watch *self, const FairleadAisParameters *parameters, const FairleadAisPorts *ports)
{
	*self = (Watch){ .fleet = fairlead_ais_fleet_new (),
		         .coverage = fairlead_ais_coverage_new (),
		         .unordered = g_array_new (FALSE, FALSE, sizeof (Unordered)) };
	fairlead_ais_finds_init (&self->finds);
	self->scene = (FairleadAisScene){ .parameters = parameters,
		                          .ports = ports,
		                          .fleet = self->fleet,
		                          .coverage = self->coverage,
		                          .finds = &self->finds };
	self->encounters = fairlead_ais_encounters_new (&self->scene);
	self->identities = fairlead_ais_identities_new (&self->scene);
	self->order =
		fairlead_ais_order_new ((guint) (parameters->reorder * MINUTE), on_report, self);
}

/* FALSE: most rows are out of order, up to @last */
static gboolean
take_batch (Watch *self, const FairleadAisBatch *batch, guint64 *n_rows, FairleadAisReport *last)
{
	for (guint i = 0; i < batch->n_rows; i++) {
		const FairleadAisRow *row = &batch->rows[i];

		*last = row->report;
		fairlead_ais_fleet_take (
			self->fleet, last,
			&g_array_index (batch->identities, FairleadAisIdentity, row->identity));
		note_outcome (self, fairlead_ais_order_put (self->order, last), last);
		if (++*n_rows % ENOUGH_ROWS == 0 && are_mostly_late (self, *n_rows))
			return FALSE;
	}
	return TRUE;
}

/* The records are the pump's until it is gone */
static gboolean
take_rows (Watch *self, FairleadAisFeed *feed, FairleadRecords *records, GError **error)
{
	g_autoptr (FairleadAisPump) pump = fairlead_ais_pump_new (feed);
	g_autoptr (GError) failure = NULL;
	const FairleadAisBatch *batch;
	FairleadAisReport last = { 0 };
	guint64 n_rows = 0;
	gboolean is_ordered = TRUE;

	while (is_ordered && (batch = fairlead_ais_pump_next (pump, &failure)) != NULL)
		is_ordered = take_batch (self, batch, &n_rows, &last);
	g_clear_pointer (&pump, fairlead_ais_pump_free);
	if (failure != NULL) {
		g_propagate_error (error, g_steal_pointer (&failure));
		return FALSE;
	}
	return !are_mostly_late (self, n_rows) || refuse_order (records, &last, error);
}

static void
finish (Watch *self)
{
	gint64 end;

	fairlead_ais_order_finish (self->order);
	end = self->summary.end;
	if (self->summary.n_reports > 0)
		run_clock (self, end + 1);
	fairlead_ais_encounters_finish (self->encounters, end);
	for (guint i = 0; i < fairlead_ais_fleet_get_n_slots (self->fleet); i++) {
		FairleadAisShip *ship = fairlead_ais_fleet_get (self->fleet, i);

		if (ship->mmsi != 0)
			end_ship (self, ship, end);
	}
	fairlead_ais_identities_finish (self->identities);
	fairlead_ais_outages_mark (&self->scene);
	fairlead_ais_finds_sort (&self->finds);
	self->summary.n_ships = fairlead_ais_fleet_get_most (self->fleet);
	self->summary.crowds = *fairlead_ais_encounters_get_crowds (self->encounters);
}

gboolean
fairlead_ais_watch (FairleadAisFeed *feed, FairleadRecords *records,
                    const FairleadAisParameters *parameters, const FairleadAisPorts *ports,
                    FairleadAisFinds *finds, FairleadAisSummary *summary, GError **error)
{
	g_auto (Watch) self = { 0 };

	watch_init (&self, parameters, ports);
	if (!take_rows (&self, feed, records, error))
		return FALSE;
	finish (&self);
	list_out_of_order (&self, records);
	*summary = self.summary;
	*finds = self.finds;
	self.finds.all = NULL;
	return TRUE;
}
