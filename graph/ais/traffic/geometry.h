/* graph/ais/traffic/geometry.h: distances on the globe, in millionths of a degree and metres */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

#define FAIRLEAD_AIS_DEGREE 1000000 /* millionths in a degree */
/* A minute of arc on the mean sphere of 6,371,008.8 m is 1853.25 m; a nautical mile is 1852 */
#define FAIRLEAD_AIS_METRES_PER_DEGREE 111195.08
#define FAIRLEAD_AIS_METRES_PER_MILE 1852.0

/* Millionths of a degree, as reports have them */
typedef struct {
	gint32 latitude;
	gint32 longitude;
} FairleadAisPlace;

/* The shorter way round: -180 to 180 degrees, in millionths */
gint64 fairlead_ais_longitude_between (gint32 from, gint32 to);

/* Great-circle distance on the mean sphere (haversine; below a fifth of a degree the plane, which
 * is right to a millionth of it): right to 0.5 % on the real Earth */
double fairlead_ais_metres (FairleadAisPlace a, FairleadAisPlace b);

/* At @part (0 to 1) of the way, straight in degrees and the shorter way round */
FairleadAisPlace fairlead_ais_between (FairleadAisPlace a, FairleadAisPlace b, double part);
/* After so many metres on a course in degrees; on a pole where it would pass it */
FairleadAisPlace fairlead_ais_ahead (FairleadAisPlace from, double course, double metres);

G_END_DECLS
