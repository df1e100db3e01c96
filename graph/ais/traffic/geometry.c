/* graph/ais/traffic/geometry.c */
#include "graph/ais/traffic/geometry.h"

#include <math.h>

#define TURN (G_GINT64_CONSTANT (360) * FAIRLEAD_AIS_DEGREE)
#define NEAR (FAIRLEAD_AIS_DEGREE / 5)
#define RADIANS(millionths) ((double) (millionths) * (G_PI / 180.0 / FAIRLEAD_AIS_DEGREE))

gint64
fairlead_ais_longitude_between (gint32 from, gint32 to)
{
	gint64 between = (gint64) to - from;

	if (between > TURN / 2)
		return between - TURN;
	return between < -TURN / 2 ? between + TURN : between;
}

static double
metres_near (FairleadAisPlace a, FairleadAisPlace b, double north, double east)
{
	double x = east * cos (RADIANS ((a.latitude + b.latitude) / 2));

	return sqrt (x * x + north * north)
	       * (FAIRLEAD_AIS_METRES_PER_DEGREE / FAIRLEAD_AIS_DEGREE);
}

double
fairlead_ais_metres (FairleadAisPlace a, FairleadAisPlace b)
{
	gint64 north = (gint64) b.latitude - a.latitude;
	gint64 east = fairlead_ais_longitude_between (a.longitude, b.longitude);
	double half_north, half_east, root;

	if (ABS (north) < NEAR && ABS (east) < NEAR)
		return metres_near (a, b, (double) north, (double) east);
	half_north = sin (RADIANS (north) / 2);
	half_east = sin (RADIANS (east) / 2);
	root = half_north * half_north
	       + cos (RADIANS (a.latitude)) * cos (RADIANS (b.latitude)) * half_east * half_east;
	return 2 * asin (sqrt (MIN (1.0, root))) * (180.0 / G_PI) * FAIRLEAD_AIS_METRES_PER_DEGREE;
}

static gint32
wrap (gint64 longitude)
{
	if (longitude > TURN / 2)
		longitude -= TURN;
	return (gint32) (longitude < -TURN / 2 ? longitude + TURN : longitude);
}

FairleadAisPlace
fairlead_ais_between (FairleadAisPlace a, FairleadAisPlace b, double part)
{
	double north = (double) ((gint64) b.latitude - a.latitude) * part;
	double east = (double) fairlead_ais_longitude_between (a.longitude, b.longitude) * part;

	return (FairleadAisPlace){ (gint32) (a.latitude + llround (north)),
		                   wrap (a.longitude + llround (east)) };
}

FairleadAisPlace
fairlead_ais_ahead (FairleadAisPlace from, double course, double metres)
{
	double degrees = metres / FAIRLEAD_AIS_METRES_PER_DEGREE * FAIRLEAD_AIS_DEGREE;
	double angle = course * (G_PI / 180.0);
	double wide = MAX (0.01, cos (RADIANS (from.latitude)));
	gint64 latitude = from.latitude + llround (degrees * cos (angle));
	gint64 east = llround (degrees * sin (angle) / wide) % TURN;

	return (FairleadAisPlace){ (gint32) CLAMP (latitude, -90 * FAIRLEAD_AIS_DEGREE,
		                                   90 * FAIRLEAD_AIS_DEGREE),
		                   wrap (wrap (from.longitude + east)) };
}
