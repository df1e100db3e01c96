/* graph/ais/rules/gaps.c */
#include "graph/ais/rules/gaps.h"

#define HOUR 3600

static gboolean
is_long (const FairleadAisScene *scene, const FairleadAisShip *ship, gint64 now)
{
	return ship->report.time > G_MININT64
	       && (double) (now - ship->report.time) >= scene->parameters->gap_hours * HOUR;
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

void
fairlead_ais_gaps_sweep (const FairleadAisScene *scene, gint64 now)
{
	guint n = fairlead_ais_fleet_get_n_slots (scene->fleet);

	for (guint slot = 0; slot < n; slot++) {
		FairleadAisShip *ship = fairlead_ais_fleet_get (scene->fleet, slot);

		if (ship->mmsi != 0 && is_long (scene, ship, now))
			part_ahead (scene, ship);
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
	                             " in %.0f %%, where it came from in %.0f %%",
	                             100 * way, 100 * ahead, 100 * before);
	tell (scene, ship, &find, way >= coverage && (ahead >= coverage || before >= coverage));
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
	tell (scene, ship, &find, ahead >= scene->parameters->coverage);
}
