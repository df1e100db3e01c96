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

static FairleadAisReason
judge (const FairleadAisScene *scene, const FairleadAisShip *ship, const FairleadAisFind *find,
       double heard)
{
	if (ship->n_reports < scene->parameters->gap_reports)
		return FAIRLEAD_AIS_REASON_FEW_REPORTS;
	if (find->port != NULL)
		return FAIRLEAD_AIS_REASON_NEAR_PORT;
	if (lay_still (scene, ship, MAX (0, find->metres)))
		return FAIRLEAD_AIS_REASON_LAY_STILL;
	if (heard < scene->parameters->coverage)
		return FAIRLEAD_AIS_REASON_NO_RECEPTION;
	if (ship->names.type == FAIRLEAD_AIS_TYPE_SERVICE)
		return FAIRLEAD_AIS_REASON_SERVICE;
	return ship->names.type == FAIRLEAD_AIS_TYPE_PLEASURE ? FAIRLEAD_AIS_REASON_PLEASURE
	                                                      : FAIRLEAD_AIS_REASON_NONE;
}

/* @expected: where it would be at @until, for who looks whether anybody was heard on the way */
static void
tell (const FairleadAisScene *scene, FairleadAisShip *ship, FairleadAisFind *find,
      FairleadAisPlace expected, gint64 until)
{
	double heard = fairlead_ais_coverage_part (scene->coverage, find->place, expected,
	                                           find->start, until);
	const FairleadAisPort *port = fairlead_ais_ports_find (
		scene->ports, find->place, 1000 * scene->parameters->port_distance);

	find->port = port != NULL ? g_strdup (port->name) : NULL;
	find->reason = judge (scene, ship, find, heard);
	find->note =
		g_strdup_printf ("others heard on its way in %.0f %% of the hours", 100 * heard);
	fairlead_ais_finds_add (scene->finds, ship, find);
}

void
fairlead_ais_gaps_look (const FairleadAisScene *scene, FairleadAisShip *ship,
                        const FairleadAisReport *report)
{
	FairleadAisFind find;

	if (!is_long (scene, ship, report->time))
		return;
	find = fairlead_ais_find (FAIRLEAD_EVENT_AIS_GAP, ship);
	find.end = report->time;
	find.end_place = (FairleadAisPlace){ report->latitude, report->longitude };
	find.ship.last = report->source;
	find.metres = fairlead_ais_metres (find.place, find.end_place);
	find.knots = fairlead_ais_knots (find.metres, find.end - find.start);
	tell (scene, ship, &find, find.end_place, find.end);
}

/* Straight on, as long as a gap is at least: farther nobody knows */
void
fairlead_ais_gaps_finish (const FairleadAisScene *scene, FairleadAisShip *ship, gint64 now)
{
	double seconds = scene->parameters->gap_hours * HOUR;
	FairleadAisFind find;
	FairleadAisPlace expected;

	if (!is_long (scene, ship, now))
		return;
	find = fairlead_ais_find (FAIRLEAD_EVENT_AIS_GAP, ship);
	find.end = now;
	find.is_open_end = TRUE;
	expected = find.place;
	if (ship->speed != FAIRLEAD_AIS_NO_SPEED && ship->report.course != FAIRLEAD_AIS_NO_COURSE)
		expected = fairlead_ais_ahead (find.place, ship->report.course / 10.0,
		                               ship->speed / 10.0 * FAIRLEAD_AIS_METRES_PER_MILE
		                                       * seconds / HOUR);
	tell (scene, ship, &find, expected, find.start + (gint64) seconds);
}
