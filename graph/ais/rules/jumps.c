/* graph/ais/rules/jumps.c */
#include "graph/ais/rules/jumps.h"

/* A jump that is not over: between `here`, where the last report was, and `there` */
typedef struct {
	FairleadAisFind find; /* as of the first jump */
	FairleadAisPlace there;
	gint64 there_time;
	gint64 last_jump;
	guint n_jumps;
	guint n_reports[2]; /* at the old place since, and at the new one */
} Track;

/* Metres and knots from a place to the report */
typedef struct {
	double metres;
	double knots;
} Leg;

static Leg
leg_to (FairleadAisPlace from, gint64 since, const FairleadAisReport *report)
{
	double metres = fairlead_ais_metres (
		from, (FairleadAisPlace){ report->latitude, report->longitude });

	return (Leg){ metres, fairlead_ais_knots (metres, report->time - since) };
}

static gboolean
is_jump (const FairleadAisScene *scene, Leg leg)
{
	return leg.metres > 1000 * scene->parameters->jump_distance
	       && leg.knots > scene->parameters->jump_speed;
}

/* ---- ends ---- */

static void
tell (const FairleadAisScene *scene, FairleadAisShip *ship, Track *track)
{
	FairleadAisFind *find = &track->find;
	gboolean is_back = track->n_jumps % 2 == 0;
	guint least =
		is_back ? MIN (track->n_reports[0], track->n_reports[1]) : track->n_reports[1];

	if (track->n_jumps >= scene->parameters->two_places) {
		find->kind = FAIRLEAD_EVENT_IDENTITY_CONFLICT;
		find->note =
			g_strdup_printf ("one MMSI in two places: %u times from one to the"
		                         " other, %u and %u reports",
		                         track->n_jumps, track->n_reports[0], track->n_reports[1]);
	} else {
		find->note = g_strdup_printf (is_back ? "%u reports from the other place, then back"
		                                      : "%u reports from the new place, no return",
		                              track->n_reports[1]);
	}
	if (least < scene->parameters->jump_reports)
		find->reason = FAIRLEAD_AIS_REASON_STRAY;
	fairlead_ais_finds_add (scene->finds, ship, find);
}

void
fairlead_ais_jumps_finish (const FairleadAisScene *scene, FairleadAisShip *ship)
{
	Track *track = g_steal_pointer (&ship->track);

	if (track != NULL)
		tell (scene, ship, track);
	g_free (track);
}

/* ---- reports ---- */

static void
begin (const FairleadAisScene *scene, FairleadAisShip *ship, const FairleadAisReport *report,
       Leg leg)
{
	Track *track;

	fairlead_ais_jumps_finish (scene, ship);
	track = g_new0 (Track, 1);
	track->find = fairlead_ais_find (FAIRLEAD_EVENT_AIS_JUMP, ship);
	track->find.end = report->time;
	track->find.end_place = (FairleadAisPlace){ report->latitude, report->longitude };
	track->find.ship.last = report->source;
	track->find.metres = leg.metres;
	track->find.knots = leg.knots;
	track->there = fairlead_ais_ship_get_place (ship);
	track->there_time = ship->report.time;
	track->last_jump = report->time;
	track->n_jumps = 1;
	track->n_reports[0] = MIN (ship->n_reports, 1000);
	track->n_reports[1] = 1;
	ship->track = track;
}

/* Back to the place that it came from */
static void
go_back (Track *track, const FairleadAisShip *ship, const FairleadAisReport *report)
{
	track->there = fairlead_ais_ship_get_place (ship);
	track->there_time = ship->report.time;
	track->last_jump = report->time;
	track->n_jumps++;
	track->find.end = report->time;
	track->find.ship.last = report->source;
}

/* Without asking how far it is: along a meridian and a parallel is no shorter, and no parallel is
 * longer than the equator */
static gboolean
is_near (const FairleadAisScene *scene, const FairleadAisShip *ship,
         const FairleadAisReport *report)
{
	gint64 north = ABS ((gint64) report->latitude - ship->report.latitude);
	gint64 east =
		ABS (fairlead_ais_longitude_between (ship->report.longitude, report->longitude));

	return (double) (north + east) * (FAIRLEAD_AIS_METRES_PER_DEGREE / FAIRLEAD_AIS_DEGREE)
	       <= 1000 * scene->parameters->jump_distance;
}

void
fairlead_ais_jumps_look (const FairleadAisScene *scene, FairleadAisShip *ship,
                         const FairleadAisReport *report)
{
	Track *track = ship->track;
	Leg leg;

	if (track != NULL
	    && (double) (report->time - track->last_jump)
	               > scene->parameters->return_hours * 3600) {
		fairlead_ais_jumps_finish (scene, ship);
		track = NULL;
	}
	if (track == NULL && is_near (scene, ship, report))
		return;
	leg = leg_to (fairlead_ais_ship_get_place (ship), ship->report.time, report);
	if (!is_jump (scene, leg)) {
		if (track != NULL)
			track->n_reports[track->n_jumps % 2]++;
		return;
	}
	if (track == NULL || is_jump (scene, leg_to (track->there, track->there_time, report))) {
		begin (scene, ship, report, leg);
		return;
	}
	go_back (track, ship, report);
	track->n_reports[track->n_jumps % 2]++;
}
