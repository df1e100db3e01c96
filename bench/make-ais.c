/* bench/make-ais.c: a day of AIS in NOAA's format at real density, with planted events
 *
 * make-ais FOLDER ROWS SEED: writes day.csv, ports.csv and truth.csv. Rows stand in the order of
 * time. Traffic: ships moored in ports of the table, at anchor in crowds before them, on lanes,
 * some of which leave what receivers hear; tugs beside ships; fishing boats that drift; yachts in
 * marinas. Receivers hear as far as a blurred edge at sea; those of a band fail for eight hours.
 * Planted: encounters, near misses of them (short, fast, far), silences where others are heard,
 * ships that go beyond the edge for hours, jumps, two ships on one MMSI, one IMO number on two
 * MMSIs. */
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DAY 86400
#define MIDNIGHT "2023-03-18"
#define N_PORTS 60
#define MINUTE 60
#define EDGE (-59.0)     /* longitude that receivers reach in the mean */
#define FAILS (8 * 3600) /* when some of them fail */

typedef enum {
	MOORED,
	ANCHORED,
	LANE,
	FISHING,
	TUG,
	YACHT,
	MEETING, /* planted: lies with its partner for some hours, comes and goes */
	MISS,    /* the same, but never an encounter */
	DARK,    /* planted: silent for hours on a lane */
	AWAY,    /* goes out of what is heard for hours, and comes back */
	JUMPER,  /* planted: far away from some second on */
	TWIN,    /* planted: one MMSI, two hulls */
	SHARER   /* planted: two MMSIs, one IMO number */
} Role;

typedef struct {
	Role role;
	guint mmsi;
	guint imo;
	guint type;
	guint period; /* seconds between reports */
	guint offset;
	double latitude, longitude; /* at midnight, or of its berth */
	double north, east;         /* degrees a second */
	double knots, course;
	gint from, to; /* of what is planted: seconds */
	double apart;  /* degrees of latitude beside its partner */
} Ship;

static GArray *ships;
static GRand *random_;
static FILE *truth;
static guint n_numbered; /* ships, so that no two share a number but those that are to */
static double ports[N_PORTS][2];

static double
between (double low, double high)
{
	return g_rand_double_range (random_, low, high);
}

/* With its check digit */
static guint
new_imo (void)
{
	guint digits = 900000 + n_numbered++, sum = 0, rest = digits;

	for (guint weight = 2; weight <= 7; weight++, rest /= 10)
		sum += rest % 10 * weight;
	return digits * 10 + sum % 10;
}

static Ship *
add (Role role, guint type, guint period, double latitude, double longitude)
{
	Ship ship = { .role = role,
		      .mmsi = 201000000 + ships->len * 13,
		      .imo = type >= 70 && type < 90 ? new_imo () : 0,
		      .type = type,
		      .period = period,
		      .offset = (guint) g_rand_int_range (random_, 0, (gint) period),
		      .latitude = latitude,
		      .longitude = longitude };

	g_array_append_val (ships, ship);
	return &g_array_index (ships, Ship, ships->len - 1);
}

static void
steer (Ship *ship, double course, double knots)
{
	double step = knots * 1852 / 3600 / 111195.08;

	ship->course = course;
	ship->knots = knots;
	ship->north = step * cos (course * G_PI / 180);
	ship->east = step * sin (course * G_PI / 180) / cos (ship->latitude * G_PI / 180);
}

/* ---- traffic ---- */

/* The coast runs along 75 west with the ports; anchorages lie 8 to 15 km before them, lanes 60 to
 * 300 km off, and open sea up to 55 west */
static void
make_ports (const char *folder)
{
	g_autofree char *path = g_build_filename (folder, "ports.csv", NULL);
	FILE *file = fopen (path, "w");

	fputs ("name,latitude,longitude\n", file);
	for (guint i = 0; i < N_PORTS; i++) {
		ports[i][0] = 10 + 0.5 * i;
		ports[i][1] = -75 + between (-0.2, 0.2);
		fprintf (file, "Port %u,%.4f,%.4f\n", i, ports[i][0], ports[i][1]);
	}
	fclose (file);
}

static void
add_traffic (guint n)
{
	for (guint i = 0; i < n; i++) {
		const double *port = ports[g_rand_int_range (random_, 0, N_PORTS)];
		double dice = between (0, 1);

		if (dice < 0.30)
			add (MOORED, dice < 0.1 ? 52 : 70, 180, port[0] + between (-0.03, 0.03),
			     port[1] + between (-0.01, 0.01));
		else if (dice < 0.45) /* some thirty in 8 by 8 km: beyond the port's 10 km */
			add (ANCHORED, dice < 0.40 ? 80 : 70, 180,
			     port[0] + between (-0.035, 0.035),
			     port[1] + 0.16 + between (-0.035, 0.035));
		else if (dice < 0.75)
			steer (add (LANE, dice < 0.6 ? 70 : 80, 70, between (10, 40),
			            between (-74.3, -71.5)),
			       g_rand_boolean (random_) ? 0 : 180, between (8, 18));
		else if (dice < 0.85)
			steer (add (FISHING, 30, 90, between (10, 40), between (-74, -70)),
			       between (0, 360), between (0.5, 4));
		else
			add (YACHT, 37, 180, port[0] + 0.04 + between (-0.003, 0.003),
			     port[1] + between (-0.003, 0.003));
	}
	/* To sea, and out of what is heard */
	for (guint i = 0; i < n / 50; i++)
		steer (add (LANE, 70, 70, between (12, 38), between (-72, -60)), between (60, 120),
		       between (10, 18));
	/* A ship adrift with a tug for the whole day */
	for (guint i = 0; i < n / 100; i++) {
		double latitude = between (12, 38), longitude = between (-71, -66);

		add (ANCHORED, 80, 180, latitude, longitude);
		add (TUG, 52, 120, latitude + 0.0015, longitude);
	}
}

/* ---- planted ---- */

static void
plant_meeting (gboolean is_miss, guint kind)
{
	double latitude = between (22, 38), longitude = between (-70.5, -62);
	gint from = g_rand_int_range (random_, 2 * 3600, 14 * 3600);
	gint length = is_miss && kind == 0 ? g_rand_int_range (random_, 3600, 6300)
	                                   : g_rand_int_range (random_, 9000, 8 * 3600);

	for (guint i = 0; i < 2; i++) {
		Ship *ship = add (is_miss ? MISS : MEETING, i == 0 ? 80 : 70 + 10 * (kind % 2), 150,
		                  latitude, longitude);

		ship->from = from;
		ship->to = from + length;
		ship->apart = i == 0                 ? 0
		              : is_miss && kind == 1 ? between (0.006, 0.01)
		                                     : between (0.0005, 0.0035);
		ship->knots = is_miss && kind == 2 ? between (2.6, 5) : between (0, 1.2);
		ship->course = i == 0 ? 90 : 270;
		if (i == 1 && !is_miss)
			fprintf (truth, "encounter,%u,%u,%d,%d\n", ship[-1].mmsi, ship->mmsi, from,
			         from + length);
	}
}

static void
plant_dark (void)
{
	Ship *ship = add (DARK, 80, 70, between (22, 35), between (-74, -72));
	gint length = g_rand_int_range (random_, 7 * 3600, 12 * 3600);

	steer (ship, 0, between (8, 12));
	ship->from = g_rand_int_range (random_, 2 * 3600, 11 * 3600);
	ship->to = ship->from + length;
	fprintf (truth, "ais-gap,%u,,%d,%d\n", ship->mmsi, ship->from, ship->to);
}

/* Out for so long beyond where the mean edge is, and back on the same way */
static void
plant_away (void)
{
	Ship *ship = add (AWAY, 80, 70, between (22, 35), EDGE);
	gint reaches = g_rand_int_range (random_, 2 * 3600, 6 * 3600);

	steer (ship, between (60, 120), between (10, 14));
	ship->longitude -= ship->east * reaches;
	ship->from = ship->to = reaches + g_rand_int_range (random_, 10800, 7 * 3600);
}

static void
plant_jumper (void)
{
	Ship *ship = add (JUMPER, 80, 100, between (12, 38), between (-72, -66));

	steer (ship, 180, 10);
	ship->from = g_rand_int_range (random_, 3600, 22 * 3600);
	ship->to = DAY;
	ship->apart = 3;
	fprintf (truth, "ais-jump,%u,,%d,%d\n", ship->mmsi, ship->from, ship->from);
}

static void
plant_twin (void)
{
	double latitude = between (12, 38), longitude = between (-72, -66);
	guint mmsi = 0;

	for (guint i = 0; i < 2; i++) {
		Ship *ship = add (TWIN, 70, 100, latitude + 4.0 * i, longitude);

		steer (ship, 90, 3);
		mmsi = i == 0 ? ship->mmsi : mmsi;
		ship->mmsi = mmsi;
		ship->imo = 0;
	}
	fprintf (truth, "identity-conflict,%u,,0,%d\n", mmsi, DAY);
}

static void
plant_sharer (void)
{
	guint imo = new_imo ();
	guint mmsis[2];

	for (guint i = 0; i < 2; i++) {
		Ship *ship = add (SHARER, 80, 100, between (12, 38), between (-72, -66));

		steer (ship, 0, 9);
		ship->imo = imo;
		mmsis[i] = ship->mmsi;
	}
	fprintf (truth, "identity-conflict,%u,%u,0,%d\n", mmsis[0], mmsis[1], DAY);
}

/* ---- what is heard ---- */

static gboolean
is_silent (const Ship *ship, gint second)
{
	return ship->role == DARK && second >= ship->from && second < ship->to;
}

/* Receivers hear as far as an edge that moves with the hour and the latitude, and less and less of
 * what is called within a third of a degree of it; those of a band of latitude fail for hours */
static gboolean
is_received (const Ship *ship, gint second, double latitude, double longitude)
{
	double edge = EDGE + 0.4 * sin (second * 3.0 / DAY * 2 * G_PI + latitude / 7);
	guint32 dice = (ship->mmsi * 2654435761u) ^ ((guint32) second * 40503u);

	if (second >= FAILS && second < FAILS + 8 * 3600 && latitude > 20.2 && latitude < 21.4)
		return FALSE;
	dice = (dice ^ dice >> 15) * 2246822519u;
	return (dice >> 16) / 65536.0 < (edge + 0.3 - longitude) / 0.6;
}

/* ---- rows ---- */

static void
place_of (const Ship *ship, gint second, double *latitude, double *longitude, double *knots)
{
	gboolean is_met = ship->role == MEETING || ship->role == MISS;
	double hours = second < ship->from ? (ship->from - second) / 3600.0
	               : second > ship->to ? (second - ship->to) / 3600.0
	                                   : 0;

	if (ship->role == AWAY && second > ship->from)
		second = 2 * ship->from - second;
	*latitude = ship->latitude + ship->north * second;
	*longitude = ship->longitude + ship->east * second;
	*knots = ship->knots;
	if (is_met) { /* from and to the side that its course says, at 10 knots */
		*latitude = ship->latitude + ship->apart;
		*longitude = ship->longitude
		             + (ship->course == 90 ? -1 : 1) * hours * 10 * 1852 / 111195.08
		                       / cos (ship->latitude * G_PI / 180);
		*knots = hours > 0 ? 10 : ship->knots;
	}
	if (ship->role == JUMPER && second >= ship->from)
		*latitude += ship->apart;
}

static void
write_row (FILE *file, const Ship *ship, gint second)
{
	double course = ship->course + (ship->role == AWAY && second > ship->from ? 180 : 0);
	double latitude, longitude, knots;
	double noise = (second * 7919 % 41 - 20) * 1e-6;
	gboolean lies = ship->role == MOORED || ship->role == YACHT;

	place_of (ship, second, &latitude, &longitude, &knots);
	if (!is_received (ship, second, latitude, longitude))
		return;
	fprintf (file,
	         "%u," MIDNIGHT "T%02d:%02d:%02d,%.5f,%.5f,%.1f,%.1f,%d,INVENTED %u,IMO%07u,"
	         "C%u,%u,%d,180,32,11.2,%u,A\n",
	         ship->mmsi, second / 3600, second / 60 % 60, second % 60, latitude + noise,
	         longitude - noise, knots, knots > 0 ? course : 360.0, 511,
	         ship->mmsi / 13 % 100000, ship->imo, ship->mmsi % 100000, ship->type,
	         lies        ? 5
	         : knots > 0 ? 0
	                     : 1,
	         ship->type);
}

static void
write_day (const char *folder)
{
	g_autofree char *path = g_build_filename (folder, "day.csv", NULL);
	FILE *file = fopen (path, "w");
	g_autofree char *buffer = g_malloc (1 << 20);

	setvbuf (file, buffer, _IOFBF, 1 << 20);
	fputs ("MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,"
	       "Status,Length,Width,Draft,Cargo,TransceiverClass\n",
	       file);
	for (gint second = 0; second < DAY; second++)
		for (guint i = 0; i < ships->len; i++) {
			const Ship *ship = &g_array_index (ships, Ship, i);

			if (((guint) second + ship->offset) % ship->period == 0
			    && !is_silent (ship, second))
				write_row (file, ship, second);
		}
	if (fclose (file) != 0)
		g_error ("%s cannot be written", path);
}

int
main (int argc, char *argv[])
{
	guint n = 0;
	g_autofree char *path = NULL;

	if (argc != 4)
		g_error ("make-ais FOLDER ROWS SEED");
	n = (guint) (atof (argv[2]) / 790); /* rows of a ship, in the mean */
	random_ = g_rand_new_with_seed ((guint32) atoi (argv[3]));
	ships = g_array_new (FALSE, FALSE, sizeof (Ship));
	path = g_build_filename (argv[1], "truth.csv", NULL);
	truth = fopen (path, "w");
	fputs ("event,vessel,other,start,end\n", truth);
	make_ports (argv[1]);
	for (guint i = 0; i < MAX (20, n / 60); i++)
		plant_meeting (FALSE, i);
	for (guint i = 0; i < MAX (12, n / 100); i++)
		plant_meeting (TRUE, i % 3);
	for (guint i = 0; i < MAX (10, n / 120); i++)
		plant_dark ();
	for (guint i = 0; i < MAX (5, n / 240); i++)
		plant_away ();
	for (guint i = 0; i < MAX (5, n / 240); i++)
		plant_jumper ();
	for (guint i = 0; i < MAX (5, n / 240); i++)
		plant_twin ();
	for (guint i = 0; i < MAX (5, n / 240); i++)
		plant_sharer ();
	add_traffic (n);
	fclose (truth);
	write_day (argv[1]);
	g_array_unref (ships);
	g_rand_free (random_);
	return 0;
}
