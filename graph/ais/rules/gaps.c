/* graph/ais/rules/gaps.c */
#include "graph/ais/rules/gaps.h"

#include "graph/ais/traffic/grid.h"

#define HOUR 3600

static gboolean
is_long (const FairleadAisScene *scene, const FairleadAisShip *ship, gint64 now)
{
	return ship->report.time > G_MININT64
	       && (double) (now - ship->report.time) >= scene->parameters->gap_hours * HOUR;
}

/* So long that it may become a gap before anybody looks again */
static gboolean
is_nearly_long (const FairleadAisScene *scene, const FairleadAisShip *ship, gint64 now)
{
	return is_long (scene, ship, now + FAIRLEAD_AIS_GAPS_EARLY);
}

static gboolean
lay_still (const FairleadAisScene *scene, const FairleadAisShip *ship, double metres)
{
	gboolean is_still = ship->report.is_moored
	                    || (ship->speed != FAIRLEAD_AIS_NO_SPEED
	                        && ship->speed <= 10 * scene->parameters->still_speed);

	return is_still && metres <= 1000 * scene->parameters->still_distance;
}

/* ---- whether others were heard ---- */

/* Of the hours after or before a report, as many as a silence has at least, those in which others
 * were heard where the ship would be if it went straight; farther nobody knows */
static double
part_heard (const FairleadAisScene *scene, const FairleadAisReport *report, gint16 speed,
            gboolean is_before)
{
	FairleadAisPlace place = { report->latitude, report->longitude };
	FairleadAisPlace there = place;
	gint64 seconds = (gint64) (scene->parameters->gap_hours * HOUR);
	double metres = speed / 10.0 * FAIRLEAD_AIS_METRES_PER_MILE * scene->parameters->gap_hours;

	if (speed != FAIRLEAD_AIS_NO_SPEED && report->course != FAIRLEAD_AIS_NO_COURSE)
		there = fairlead_ais_ahead (place, report->course / 10.0 + (is_before ? 180 : 0),
		                            metres);
	if (is_before)
		return fairlead_ais_coverage_part (scene->coverage, there, place,
		                                   report->time - seconds, report->time);
	return fairlead_ais_coverage_part (scene->coverage, place, there, report->time,
	                                   report->time + seconds);
}

/* Asked while it is still known who was heard */
static double
part_ahead (const FairleadAisScene *scene, FairleadAisShip *ship)
{
	if (ship->heard_ahead < 0)
		ship->heard_ahead = (float) part_heard (scene, &ship->report, ship->speed, FALSE);
	return ship->heard_ahead;
}

/* ---- whether others fell silent with it ---- */

/* What one that fell silent asks of those around it */
typedef struct {
	const FairleadAisShip *ship;
	const FairleadAisFleet *fleet;
	double seconds; /* at most between its last report and theirs */
	guint n;
} Around;

static gboolean
on_around (guint point, double metres, gpointer user_data)
{
	Around *around = user_data;
	const FairleadAisShip *other = fairlead_ais_fleet_get (around->fleet, point);
	gint64 apart = ABS (other->report.time - around->ship->report.time);

	(void) metres;
	around->n += other != around->ship && (double) apart <= around->seconds;
	return TRUE;
}

/* A receiver that fails silences all around at once; two that meet do so too, but seldom more */
static gboolean
fell_silent_together (const FairleadAisScene *scene, const FairleadAisGrid *all,
                      const FairleadAisShip *ship)
{
	Around around = { ship, scene->fleet, scene->parameters->together_minutes * 60, 0 };

	fairlead_ais_grid_visit (all, fairlead_ais_ship_get_place (ship), on_around, &around);
	return around.n >= scene->parameters->together;
}

static FairleadAisGrid *
grid_of_all (const FairleadAisScene *scene)
{
	FairleadAisGrid *all = fairlead_ais_grid_new (1000 * scene->parameters->together_distance);
	guint n = fairlead_ais_fleet_get_n_slots (scene->fleet);

	fairlead_ais_grid_reset (all, n);
	for (guint slot = 0; slot < n; slot++) {
		const FairleadAisShip *ship = fairlead_ais_fleet_get (scene->fleet, slot);

		if (ship->mmsi != 0 && ship->n_reports > 0)
			fairlead_ais_grid_add (all, slot, fairlead_ais_ship_get_place (ship));
	}
	return all;
}

void
fairlead_ais_gaps_sweep (const FairleadAisScene *scene, gint64 now)
{
	g_autoptr (FairleadAisGrid) all = NULL;
	guint n = fairlead_ais_fleet_get_n_slots (scene->fleet);

	for (guint slot = 0; slot < n; slot++) {
		FairleadAisShip *ship = fairlead_ais_fleet_get (scene->fleet, slot);

		if (ship->mmsi == 0 || ship->heard_ahead >= 0 || !is_nearly_long (scene, ship, now))
			continue;
		all = all == NULL ? grid_of_all (scene) : all;
		part_ahead (scene, ship);
		ship->is_one_of_many = fell_silent_together (scene, all, ship);
	}
}

/* ---- silences ---- */

static FairleadAisReason
judge (const FairleadAisScene *scene, const FairleadAisShip *ship, const FairleadAisFind *find,
       gboolean has_reception)
{
	if (ship->n_reports < scene->parameters->gap_reports)
		return FAIRLEAD_AIS_REASON_FEW_REPORTS;
	if (find->port != NULL)
		return FAIRLEAD_AIS_REASON_NEAR_PORT;
	if (lay_still (scene, ship, MAX (0, find->metres)))
		return FAIRLEAD_AIS_REASON_LAY_STILL;
	if (!has_reception)
		return FAIRLEAD_AIS_REASON_NO_RECEPTION;
	if (ship->names.type == FAIRLEAD_AIS_TYPE_SERVICE)
		return FAIRLEAD_AIS_REASON_SERVICE;
	return ship->names.type == FAIRLEAD_AIS_TYPE_PLEASURE ? FAIRLEAD_AIS_REASON_PLEASURE
	                                                      : FAIRLEAD_AIS_REASON_NONE;
}

static void
tell (const FairleadAisScene *scene, FairleadAisShip *ship, FairleadAisFind *find,
      gboolean has_reception)
{
	const FairleadAisPort *port = fairlead_ais_ports_find (
		scene->ports, find->place, 1000 * scene->parameters->port_distance);

	find->port = port != NULL ? g_strdup (port->name) : NULL;
	find->reason = judge (scene, ship, find, has_reception);
	fairlead_ais_finds_add (scene->finds, ship, find);
}

static const char *
together (const FairleadAisShip *ship)
{
	return ship->is_one_of_many ? "; others around fell silent with it" : "";
}

/* A ship that went out of what is heard, and came in again, was last heard and is heard next at its
 * edge: the straight way between the two lies within, and tells nothing */
void
fairlead_ais_gaps_look (const FairleadAisScene *scene, FairleadAisShip *ship,
                        const FairleadAisReport *report)
{
	double coverage = scene->parameters->coverage;
	double way, ahead, before;
	FairleadAisFind find;

	if (!is_long (scene, ship, report->time))
		return;
	find = fairlead_ais_find (FAIRLEAD_EVENT_AIS_GAP, ship);
	find.end = report->time;
	find.end_place = (FairleadAisPlace){ report->latitude, report->longitude };
	find.ship.last = report->source;
	find.metres = fairlead_ais_metres (find.place, find.end_place);
	find.knots = fairlead_ais_knots (find.metres, find.end - find.start);
	way = fairlead_ais_coverage_part (scene->coverage, find.place, find.end_place, find.start,
	                                  find.end);
	ahead = part_ahead (scene, ship);
	before = part_heard (scene, report, report->speed, TRUE);
	find.note = g_strdup_printf ("others heard on its way in %.0f %% of the hours, straight on"
	                             " in %.0f %%, where it came from in %.0f %%%s",
	                             100 * way, 100 * ahead, 100 * before, together (ship));
	tell (scene, ship, &find,
	      way >= coverage && (ahead >= coverage || before >= coverage)
	              && !ship->is_one_of_many);
}

void
fairlead_ais_gaps_finish (const FairleadAisScene *scene, FairleadAisShip *ship, gint64 now)
{
	FairleadAisFind find;
	double ahead;

	if (!is_long (scene, ship, now))
		return;
	find = fairlead_ais_find (FAIRLEAD_EVENT_AIS_GAP, ship);
	find.end = now;
	find.is_open_end = TRUE;
	ahead = part_ahead (scene, ship);
	find.note =
		g_strdup_printf ("others heard straight on in %.0f %% of the hours", 100 * ahead);
	tell (scene, ship, &find, ahead >= scene->parameters->coverage && !ship->is_one_of_many);
}
