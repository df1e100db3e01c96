/* tests/test-ais.c: AIS rows read right, and the rules held to small streams worked by hand, and to
 * a slow reference on random traffic */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "graph/ais/traffic/grid.h"
#include "graph/ais/traffic/order.h"
#include "graph/ais/watch.h"
#include "ingest/ais/fields.h"
#include "ingest/record/error.h"
#include "tests/helpers.h"

#define NOAA "MMSI,BaseDateTime,LAT,LON,SOG,COG,VesselName,IMO,CallSign,VesselType,Status\n"
#define MIDNIGHT G_GINT64_CONSTANT (1679097600) /* 2023-03-18 */

/* ---- fields ---- */

static void
test_decimals (void)
{
	static const struct {
		const char *text;
		guint places;
		gint64 value;
	} good[] = {
		{ "0", 6, 0 },
		{ "-12.5", 2, -1250 },
		{ "12", 6, 12000000 },
		{ "12.", 1, 120 },
		{ ".5", 1, 5 },
		{ "29.1234564", 6, 29123456 },
		{ "29.1234565", 6, 29123457 },
		{ "-0.05", 1, -1 },
		{ "57,8794", 6, 57879400 },
		{ "999999999", 0, 999999999 },
	};
	static const char *const bad[] = { "",      "-",   ".",    "1e5",        " 1",  "1 ",  "+1",
		                           "1.2.3", "nan", "0x10", "1234567890", "--1", "1.2-" };
	gint64 value = 7;

	for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
		g_assert_true (fairlead_ais_decimal (good[i].text, good[i].places, &value));
		g_assert_cmpint (value, ==, good[i].value);
	}
	value = 7;
	for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
		g_assert_false (fairlead_ais_decimal (bad[i], 6, &value));
	g_assert_cmpint (value, ==, 7);
}

static void
test_times (void)
{
	static const char *const same[] = { "2023-03-18T01:02:03", "2023-03-18 01:02:03",
		                            "18/03/2023 01:02:03", "2023-03-18T01:02:03.250Z",
		                            "2023-03-18T01:02:03+00:00" };
	static const char *const bad[] = { "",
		                           "2023-03-18",
		                           "2023-02-30T01:02:03",
		                           "18/13/2023 01:02:03",
		                           "2023-03-18T24:00:00",
		                           "2023-03-18T01:60:00",
		                           "2023-03-18T01:02:03+01:00",
		                           "1889-03-18T01:02:03",
		                           "2023-03-18T01:02:0x",
		                           "2023/03/18 01:02:03" };
	FairleadAisDate date = { "", 0 };
	gint64 time = 0;
	g_autofree char *text = NULL;

	for (guint i = 0; i < G_N_ELEMENTS (same); i++) {
		g_assert_true (fairlead_ais_time (&date, same[i], &time));
		g_assert_cmpint (time, ==, MIDNIGHT + 3723);
	}
	for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
		g_assert_false (fairlead_ais_time (&date, bad[i], &time));
	text = fairlead_ais_time_dup_text (MIDNIGHT + 3723);
	g_assert_cmpstr (text, ==, "2023-03-18T01:02:03Z");
}

static void
test_types (void)
{
	g_assert_cmpint (fairlead_ais_type_parse ("80"), ==, FAIRLEAD_AIS_TYPE_TANKER);
	g_assert_cmpint (fairlead_ais_type_parse ("1024"), ==, FAIRLEAD_AIS_TYPE_TANKER);
	g_assert_cmpint (fairlead_ais_type_parse ("52"), ==, FAIRLEAD_AIS_TYPE_SERVICE);
	g_assert_cmpint (fairlead_ais_type_parse ("Towing long/wide"), ==,
	                 FAIRLEAD_AIS_TYPE_SERVICE);
	g_assert_cmpint (fairlead_ais_type_parse ("Sailing"), ==, FAIRLEAD_AIS_TYPE_PLEASURE);
	g_assert_cmpint (fairlead_ais_type_parse ("Undefined"), ==, FAIRLEAD_AIS_TYPE_UNKNOWN);
	g_assert_cmpint (fairlead_ais_type_parse (""), ==, FAIRLEAD_AIS_TYPE_UNKNOWN);
	g_assert_cmpint (fairlead_ais_type_parse ("99999999999"), ==, FAIRLEAD_AIS_TYPE_UNKNOWN);
}

/* ---- streams worked by hand ---- */

typedef struct {
	char *folder;
	GPtrArray *paths; /* of char, owned; NULL-terminated when asked */
	FairleadRecords *records;
	FairleadAisCounts counts;
	FairleadAisSummary summary;
	FairleadAisFinds finds;
	FairleadAisPorts *ports;
	GError *error;
} Case;

static void
case_init (Case *self)
{
	*self = (Case){ .folder = g_dir_make_tmp ("fairlead-ais-XXXXXX", NULL),
		        .paths = g_ptr_array_new_with_free_func (g_free),
		        .records = fairlead_records_new (),
		        .ports = fairlead_ais_ports_new () };
}

static void
case_clear (Case *self)
{
	for (guint i = 0; i < self->paths->len; i++)
		if (self->paths->pdata[i] != NULL)
			g_unlink (self->paths->pdata[i]);
	g_rmdir (self->folder);
	g_free (self->folder);
	g_ptr_array_unref (self->paths);
	g_object_unref (self->records);
	fairlead_ais_ports_free (self->ports);
	if (self->finds.all != NULL)
		fairlead_ais_finds_clear (&self->finds);
	g_clear_error (&self->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static void
case_add (Case *self, const char *name, const char *text)
{
	char *path = g_build_filename (self->folder, name, NULL);

	g_assert_true (g_file_set_contents (path, text, -1, NULL));
	g_ptr_array_add (self->paths, path);
}

static gboolean
case_run (Case *self)
{
	g_autoptr (FairleadAisFeed) feed = NULL;
	FairleadAisParameters parameters;

	fairlead_ais_parameters_init (&parameters);
	g_ptr_array_add (self->paths, NULL);
	feed = fairlead_ais_feed_new ((const char *const *) self->paths->pdata, self->records, NULL,
	                              &self->error);
	if (feed == NULL
	    || !fairlead_ais_watch (feed, self->records, &parameters, self->ports, &self->finds,
	                            &self->summary, &self->error))
		return FALSE;
	self->counts = *fairlead_ais_feed_get_counts (feed);
	return TRUE;
}

/* `encounter 371000001 371000002 01:40 05:00 near-port` a line; of one kind, if it is asked */
static char *
dup_finds (const Case *self, const char *kind)
{
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < self->finds.all->len; i++) {
		const FairleadAisFind *find = &g_array_index (self->finds.all, FairleadAisFind, i);
		g_autofree char *start = fairlead_ais_time_dup_text (find->start);
		g_autofree char *end = fairlead_ais_time_dup_text (find->end);
		const char *name = fairlead_event_info (find->kind)->name;
		const char *reason = fairlead_ais_reason_name (find->reason);

		if (kind != NULL && strcmp (kind, name) != 0)
			continue;
		g_string_append_printf (text, "%s %u %u %.5s %.5s%s%s%s%s\n", name, find->ship.mmsi,
		                        find->other.mmsi, start + 11, end + 11,
		                        find->is_open_start ? " since-before" : "",
		                        find->is_open_end ? " open" : "", *reason ? " " : "",
		                        reason);
	}
	return g_string_free (text, FALSE);
}

/* A row of NOAA's form */
static void
put (GString *text, guint mmsi, gint minute, double latitude, double longitude, double knots,
     const char *type)
{
	g_autofree char *time = fairlead_ais_time_dup_text (MIDNIGHT + minute * 60);
	char north[32], east[32], speed[32];

	time[19] = '\0';
	g_string_append_printf (text, "%u,%s,%s,%s,%s,90.0,SHIP %u,,,%s,0\n", mmsi, time,
	                        g_ascii_formatd (north, sizeof north, "%.6f", latitude),
	                        g_ascii_formatd (east, sizeof east, "%.6f", longitude),
	                        g_ascii_formatd (speed, sizeof speed, "%.1f", knots), mmsi % 1000,
	                        type);
}

/* Two ships that lie 0.001 degrees of latitude (111 m) apart from one minute to another, heard each
 * ten minutes from midnight for ten hours, and one that passes them in the middle of it */
typedef struct {
	gint from;
	gint to;
	double apart; /* degrees */
	double knots;
	double longitude;
	const char *type;
	gint away_from; /* an interruption; 0: none */
	gint away_to;
} Meeting;

static void
put_meeting (GString *text, const Meeting *meeting)
{
	for (gint minute = 0; minute < 600; minute += 10) {
		gboolean is_there = minute >= meeting->from && minute <= meeting->to
		                    && !(minute >= meeting->away_from && minute < meeting->away_to);

		put (text, 371000001, minute, 20, meeting->longitude, 0.1, "80");
		put (text, 371000002, minute, 20 + (is_there ? meeting->apart : 0.05),
		     meeting->longitude, is_there ? meeting->knots : 5, meeting->type);
	}
}

static const struct {
	const char *name;
	Meeting meeting;
	const char *expected;
} meetings[] = {
	{ "found",
	  { 100, 300, 0.001, 0.5, 10, "80", 0, 0 },
	  "encounter 371000001 371000002 01:40 05:00\n" },
	{ "just-long-enough",
	  { 100, 220, 0.001, 0.5, 10, "80", 0, 0 },
	  "encounter 371000001 371000002 01:40 03:40\n" },
	{ "just-too-short", { 100, 210, 0.001, 0.5, 10, "80", 0, 0 }, "" },
	/* 0.0045 degrees are 500.4 m */
	{ "just-too-far", { 100, 300, 0.0045, 0.5, 10, "80", 0, 0 }, "" },
	{ "just-near-enough",
	  { 100, 300, 0.00449, 0.5, 10, "80", 0, 0 },
	  "encounter 371000001 371000002 01:40 05:00\n" },
	{ "too-fast", { 100, 300, 0.001, 2.0, 10, "80", 0, 0 }, "" },
	{ "interrupted", { 100, 300, 0.001, 0.5, 10, "80", 180, 230 }, "" },
	{ "apart-for-a-moment",
	  { 100, 300, 0.001, 0.5, 10, "80", 180, 200 },
	  "encounter 371000001 371000002 01:40 05:00\n" },
	{ "tug",
	  { 100, 300, 0.001, 0.5, 10, "52", 0, 0 },
	  "encounter 371000001 371000002 01:40 05:00 service-vessel\n" },
	{ "sailing",
	  { 100, 300, 0.001, 0.5, 10, "36", 0, 0 },
	  "encounter 371000001 371000002 01:40 05:00 pleasure-craft\n" },
	{ "in-port",
	  { 100, 300, 0.001, 0.5, 50, "80", 0, 0 },
	  "encounter 371000001 371000002 01:40 05:00 near-port\n" },
	{ "all-the-time",
	  { 0, 600, 0.001, 0.5, 10, "80", 0, 0 },
	  "encounter 371000001 371000002 00:00 09:50 since-before open\n" },
};

static void
test_meeting (gconstpointer data)
{
	guint i = GPOINTER_TO_UINT (data);
	g_auto (Case) one = { 0 };
	g_autoptr (GString) text = g_string_new (NOAA);
	g_autofree char *found = NULL;

	case_init (&one);
	fairlead_ais_ports_add (one.ports, "Nowhere", (FairleadAisPlace){ 20050000, 50050000 });
	put_meeting (text, &meetings[i].meeting);
	case_add (&one, "a.csv", text->str);
	g_assert_true (case_run (&one));
	found = dup_finds (&one, NULL);
	g_assert_cmpstr (found, ==, meetings[i].expected);
}

/* On both sides of the date line, over midnight, in two files given in the wrong order; Danish
 * words in one of them */
static void
test_date_line (void)
{
	g_auto (Case) one = { 0 };
	g_autoptr (GString) first = g_string_new (NOAA);
	g_autoptr (GString) second =
		g_string_new ("# Timestamp,Type of mobile,MMSI,Latitude,Longitude,SOG,Name,IMO,"
	                      "Ship type\n");
	g_autofree char *found = NULL;
	const FairleadAisFind *find;

	case_init (&one);
	for (gint minute = 1320; minute < 1440; minute += 10) {
		put (first, 371000002, minute, 0, -179.9995, 0, "80");
		put (first, 371000001, minute, 0, 179.9995, 0, "80");
	}
	for (gint minute = 0; minute < 60; minute += 10) {
		g_string_append_printf (second,
		                        "19/03/2023 00:%02d:00,Class A,371000002,0.0,-179.9995,"
		                        "Unknown,SHIP 2,Unknown,Tanker\n"
		                        "19/03/2023 00:%02d:00,Class A,371000001,0.0,179.9995,,"
		                        "SHIP 1,Unknown,Tanker\n",
		                        minute, minute);
	}
	case_add (&one, "a-second.csv", second->str);
	case_add (&one, "b-first.csv", first->str);
	g_assert_true (case_run (&one));
	found = dup_finds (&one, NULL);
	g_assert_cmpstr (found, ==,
	                 "encounter 371000001 371000002 22:00 00:50 since-before open\n");
	find = &g_array_index (one.finds.all, FairleadAisFind, 0);
	g_assert_cmpfloat_with_epsilon (find->metres, 111.2, 0.1);
	g_assert_cmpint (ABS (find->place.longitude), ==, 180000000);
	/* The rows of the first ship: the second in the one file, the last of the other */
	g_assert_cmpuint (find->ship.first.line, ==, 3);
	g_assert_cmpuint (find->ship.last.line, ==, 13);
	g_assert_cmpuint (find->ship.first.file, !=, find->ship.last.file);
}

/* Six ships within 5 km of the two make an anchorage of it */
static void
test_crowd (void)
{
	g_auto (Case) one = { 0 };
	g_autoptr (GString) text = g_string_new (NOAA);
	g_autofree char *found = NULL;

	case_init (&one);
	for (gint minute = 0; minute < 300; minute += 10)
		for (guint i = 0; i < 8; i++)
			put (text, 371000001 + i, minute, 20 + (i == 1 ? 0.001 : 0.01 * i), 10, 0,
			     "70");
	case_add (&one, "a.csv", text->str);
	g_assert_true (case_run (&one));
	found = dup_finds (&one, NULL);
	/* The sixth neighbour is out of reach of the two, and each has five */
	g_assert_cmpstr (found, ==,
	                 "encounter 371000001 371000002 00:00 04:50 since-before open\n");
}

static void
test_packed (void)
{
	g_auto (Case) one = { 0 };
	g_autoptr (GString) text = g_string_new (NOAA);

	case_init (&one);
	for (gint minute = 0; minute < 300; minute += 10)
		for (guint i = 0; i < 60; i++)
			put (text, 371000001 + i, minute, 20.0001, 10.0001, 0, "70");
	case_add (&one, "a.csv", text->str);
	g_assert_true (case_run (&one));
	g_assert_cmpuint (one.finds.all->len, ==, 0);
	g_assert_cmpuint (one.summary.crowds.n_cells, ==, 1);
	g_assert_cmpuint (one.summary.crowds.most, ==, 60);
}

/* A ship on its way east at 10 knots, silent for hours; whether others are heard where it is */
static char *
dup_gap (gint from, gint to, gboolean has_witness, double knots, double longitude)
{
	g_auto (Case) one = { 0 };
	g_autoptr (GString) text = g_string_new (NOAA);

	case_init (&one);
	fairlead_ais_ports_add (one.ports, "Nowhere", (FairleadAisPlace){ 200000, 50000000 });
	for (gint minute = 0; minute < 1200; minute += 5) {
		double away = knots * minute / 3600.0;

		if (minute < from || minute >= to)
			put (text, 371000001, minute, 0.2, longitude + away, knots, "80");
		if (has_witness)
			put (text, 371000002, minute, 0.3, longitude + away, 10, "70");
	}
	put (text, 371000003, 1200, -40, -40, 10, "70");
	case_add (&one, "a.csv", text->str);
	g_assert_true (case_run (&one));
	return dup_finds (&one, NULL);
}

static void
test_gaps (void)
{
	static const struct {
		gint from, to;
		gboolean has_witness;
		double knots, longitude;
		const char *expected;
	} gaps[] = {
		{ 100, 500, TRUE, 10, 10, "ais-gap 371000001 0 01:35 08:20\n" },
		{ 100, 450, TRUE, 10, 10, "" },
		{ 100, 500, FALSE, 10, 10, "ais-gap 371000001 0 01:35 08:20 no-reception\n" },
		{ 100, 500, TRUE, 0, 10, "ais-gap 371000001 0 01:35 08:20 lay-still\n" },
		{ 20, 500, TRUE, 10, 10, "ais-gap 371000001 0 00:15 08:20 few-reports\n" },
		{ 100, 500, TRUE, 0.6, 50, "ais-gap 371000001 0 01:35 08:20 near-port\n" },
		{ 100, 2000, TRUE, 10, 10, "ais-gap 371000001 0 01:35 20:00 open\n" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (gaps); i++) {
		g_autofree char *found = dup_gap (gaps[i].from, gaps[i].to, gaps[i].has_witness,
		                                  gaps[i].knots, gaps[i].longitude);

		g_assert_cmpstr (found, ==, gaps[i].expected);
	}
}

/* A ship that is far away in some minutes, each heard every minute for two hours */
static char *
dup_jump (const char *places)
{
	g_auto (Case) one = { 0 };
	g_autoptr (GString) text = g_string_new (NOAA);

	case_init (&one);
	for (gint minute = 0; places[minute] != '\0'; minute++)
		put (text, 371000001, minute, places[minute] == 'a' ? 10 : 30, 10, 0, "80");
	case_add (&one, "a.csv", text->str);
	g_assert_true (case_run (&one));
	return dup_finds (&one, NULL);
}

static void
test_jumps (void)
{
	static const struct {
		const char *places;
		const char *expected;
	} jumps[] = {
		{ "aaaaaaaaaa", "" },
		{ "aaaaabbbbb", "ais-jump 371000001 0 00:04 00:05\n" },
		{ "aaaaabbbaa", "ais-jump 371000001 0 00:04 00:08\n" },
		{ "aaaaabaaaa", "ais-jump 371000001 0 00:04 00:06 stray-reports\n" },
		{ "aaaabbbaabbbaa", "identity-conflict 371000001 0 00:03 00:12\n" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (jumps); i++) {
		g_autofree char *found = dup_jump (jumps[i].places);

		g_assert_cmpstr (found, ==, jumps[i].expected);
	}
}

static void
test_identities (void)
{
	g_auto (Case) one = { 0 };
	g_autofree char *found = NULL;
	static const char rows[] = NOAA
		/* one IMO number on two MMSIs, both heard on */
		"371000001,2023-03-18T00:00:00,1,1,5,0,ALPHA,IMO9074729,,70,0\n"
		"371000002,2023-03-18T00:10:00,2,2,5,0,BETA,IMO9074729,,70,0\n"
		"371000001,2023-03-18T00:20:00,1,1,5,0,ALPHA,IMO9074729,,70,0\n"
		"371000002,2023-03-18T00:30:00,2,2,5,0,BETA,IMO9074729,,70,0\n"
		/* a new name; the same but for its spelling; a new call sign with it */
		"371000003,2023-03-18T01:00:00,3,3,5,0,GAMMA,,P3AB,70,0\n"
		"371000003,2023-03-18T01:10:00,3,3,5,0,OMEGA,,P3AB,70,0\n"
		"371000004,2023-03-18T01:20:00,4,4,5,0,DELTA STAR,,,70,0\n"
		"371000004,2023-03-18T01:30:00,4,4,5,0,,,,70,0\n"
		"371000004,2023-03-18T01:40:00,4,4,5,0,DELTA-STAR 1,,,70,0\n"
		"371000003,2023-03-18T01:50:00,3,3,5,0,SIGMA,,9HAB,70,0\n"
		/* back and forth is told once */
		"371000003,2023-03-18T01:51:00,3,3,5,0,OMEGA,,P3AB,70,0\n"
		"371000003,2023-03-18T01:52:00,3,3,5,0,SIGMA,,9HAB,70,0\n"
		/* a wrong check digit, on a tanker and on a yacht */
		"371000005,2023-03-18T02:00:00,5,5,5,0,,IMO9074728,,80,0\n"
		"371000006,2023-03-18T02:10:00,6,6,5,0,,IMO9074728,,36,0\n";

	case_init (&one);
	case_add (&one, "a.csv", rows);
	g_assert_true (case_run (&one));
	found = dup_finds (&one, NULL);
	g_assert_cmpstr (found, ==,
	                 "identity-conflict 371000001 371000002 00:00 00:20\n"
	                 "renaming 371000003 0 01:00 01:10\n"
	                 "identity-conflict 371000003 0 01:10 01:50\n"
	                 "renaming 371000004 0 01:30 01:40 spelling\n"
	                 "identity-conflict 371000005 0 02:00 02:00\n"
	                 "identity-conflict 371000006 0 02:10 02:10 small-craft\n");
}

/* ---- rows that are not as they should be ---- */

static void
test_bad_rows (void)
{
	g_auto (Case) one = { 0 };
	static const char rows[] = NOAA "371000001,2023-03-18T00:00:00,1,1,5,0,A,,,70,0\n"
					"x71000001,2023-03-18T00:01:00,1,1,5,0,A,,,70,0\n"
					"371000001,2023-03-18T00:61:00,1,1,5,0,A,,,70,0\n"
					"371000001,2023-03-18T00:02:00,90.5,1,5,0,A,,,70,0\n"
					"371000001,2023-03-18T00:02:00,1,-180.5,5,0,A,,,70,0\n"
					"371000001,2023-03-18T00:02:00,1,1,5\n"
					"371000001,2023-03-18T00:02:00,91,181,5,0,A,,,70,0\n"
					"002190064,2023-03-18T00:02:00,1,1,0,0,A,,,70,0\n"
					"371000001,2099-03-18T00:02:00,1,1,5,0,A,,,70,0\n"
					"371000001,2023-03-18T00:30:00,1,1,102.3,511,A,,,70,0\n"
					"371000001,2023-03-18T00:05:00,1,1,5,0,A,,,70,0\n"
					"371000001,2023-03-18T00:25:00,1,1,5,0,A,,,70,0\n"
					"371000001,2023-03-18T00:31:00,1,1,5,0,A,,,70,0\n";

	case_init (&one);
	case_add (&one, "a.csv", rows);
	g_assert_true (case_run (&one));
	g_assert_cmpuint (one.counts.n_rows, ==, 13);
	g_assert_cmpuint (one.counts.n_bad, ==, 5);
	g_assert_cmpuint (one.counts.n_nowhere, ==, 1);
	g_assert_cmpuint (one.counts.n_others, ==, 1);
	g_assert_cmpuint (one.summary.n_stray, ==, 1);
	g_assert_cmpuint (one.summary.n_late, ==, 1);
	g_assert_cmpuint (one.summary.n_reports, ==, 4);
	g_assert_cmpuint (test_count_issues (one.records, FAIRLEAD_ISSUE_BAD_RECORD), ==, 7);
}

static void
test_unsorted (void)
{
	g_auto (Case) one = { 0 };
	g_autoptr (GString) text = g_string_new (NOAA);

	case_init (&one);
	for (gint minute = 1000; minute > 0; minute--)
		put (text, 371000001, minute, 20, 10, 0, "70");
	case_add (&one, "a.csv", text->str);
	g_assert_false (case_run (&one));
	test_assert_error (one.error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INVALID_VALUE, "sort them");
}

static void
test_no_ais (void)
{
	g_auto (Case) one = { 0 };

	case_init (&one);
	case_add (&one, "a.csv", "MMSI,Date,Name\n1,2,3\n");
	g_assert_false (case_run (&one));
	test_assert_error (one.error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_FORMAT, "no AIS data");
}

/* ---- against slow references ---- */

/* The order of the ring is that of a stable sort, when nothing is later than the window */
static void
on_go (const FairleadAisReport *report, gpointer user_data)
{
	g_array_append_vals (user_data, report, 1);
}

static gint
compare_reports (gconstpointer a, gconstpointer b)
{
	const FairleadAisReport *first = a, *second = b;

	if (first->time != second->time)
		return first->time < second->time ? -1 : 1;
	return first->source.line < second->source.line ? -1
	                                                : first->source.line > second->source.line;
}

static void
test_order (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (20230318);
	g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (FairleadAisReport));
	g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (FairleadAisReport));
	g_autoptr (FairleadAisOrder) order = fairlead_ais_order_new (60, on_go, gone);

	for (guint i = 0; i < 5000; i++) {
		FairleadAisReport report = { .time = MIDNIGHT + i / 10
			                             + g_rand_int_range (random, 0, 59),
			                     .source = { 0, i } };

		g_array_append_val (sorted, report);
		g_assert_cmpint (fairlead_ais_order_put (order, &report), ==,
		                 FAIRLEAD_AIS_ORDER_TAKEN);
	}
	fairlead_ais_order_finish (order);
	g_array_sort (sorted, compare_reports);
	g_assert_cmpuint (gone->len, ==, sorted->len);
	for (guint i = 0; i < sorted->len; i++)
		g_assert_cmpuint (g_array_index (gone, FairleadAisReport, i).source.line, ==,
		                  g_array_index (sorted, FairleadAisReport, i).source.line);
}

typedef struct {
	guint n;
	guint64 sum;
} Seen;

static gboolean
on_seen (guint point, double metres, gpointer user_data)
{
	Seen *seen = user_data;

	(void) metres;
	seen->n++;
	seen->sum += (point + 1) * (guint64) (point + 1);
	return TRUE;
}

/* Everywhere: about the poles and the date line, each point sees those that all pairs say */
static void
test_grid (void)
{
	static const double latitudes[] = { -89.9999, -89.98, -60, 0, 0.001, 45, 89.97, 89.999 };
	static const double widths[] = { 500, 3000 };
	g_autoptr (GRand) random = g_rand_new_with_seed (7);

	for (guint round = 0; round < G_N_ELEMENTS (latitudes) * G_N_ELEMENTS (widths); round++) {
		double width = widths[round % G_N_ELEMENTS (widths)];
		double middle = latitudes[round / G_N_ELEMENTS (widths)];
		g_autoptr (FairleadAisGrid) grid = fairlead_ais_grid_new (width);
		FairleadAisPlace places[120];

		fairlead_ais_grid_reset (grid, G_N_ELEMENTS (places));
		for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
			double wide = 0.02 / MAX (0.0001, cos (middle * G_PI / 180));
			double north = middle + g_rand_double_range (random, -0.02, 0.02);
			double east = 180 + g_rand_double_range (random, -wide, wide);

			east = fmod (east + 180 + 36000, 360) - 180;
			places[i] = (FairleadAisPlace){ (gint32) (CLAMP (north, -90, 90) * 1e6),
				                        (gint32) (east * 1e6) };
			fairlead_ais_grid_add (grid, i, places[i]);
		}
		for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
			Seen seen = { 0, 0 }, expected = { 0, 0 };

			fairlead_ais_grid_visit (grid, places[i], on_seen, &seen);
			for (guint j = 0; j < G_N_ELEMENTS (places); j++)
				if (fairlead_ais_metres (places[i], places[j]) <= width)
					on_seen (j, 0, &expected);
			g_assert_cmpuint (seen.n, ==, expected.n);
			g_assert_cmpuint (seen.sum, ==, expected.sum);
		}
	}
}

#define N_SHIPS 14
#define N_MINUTES 720

typedef struct {
	double latitude[N_SHIPS][N_MINUTES];
	gboolean is_heard[N_SHIPS][N_MINUTES];
	gboolean is_slow[N_SHIPS][N_MINUTES];
} Traffic;

/* Ships on one meridian that go somewhere, lie there for hours and go on, heard now and then */
static void
make_traffic (Traffic *traffic, GRand *random, GString *text)
{
	for (guint i = 0; i < N_SHIPS; i++) {
		double at = g_rand_double_range (random, 0, 0.03);
		gint moves = 0, lies = g_rand_int_range (random, 0, 200);

		for (gint minute = 0; minute < N_MINUTES; minute++) {
			if (moves == 0 && lies == 0) {
				moves = g_rand_int_range (random, 1, 30);
				lies = g_rand_int_range (random, 30, 300);
			}
			traffic->is_slow[i][minute] = moves == 0;
			if (moves > 0) {
				moves--;
				at += 0.0013 * g_rand_int_range (random, -1, 2);
			} else {
				lies--;
			}
			traffic->latitude[i][minute] = round (at * 1e6) / 1e6;
			traffic->is_heard[i][minute] = g_rand_int_range (random, 0, 8) == 0;
		}
	}
	for (gint minute = 0; minute < N_MINUTES; minute++)
		for (guint i = 0; i < N_SHIPS; i++)
			if (traffic->is_heard[i][minute])
				put (text, 371000001 + i, minute, traffic->latitude[i][minute], 10,
				     traffic->is_slow[i][minute] ? 0.5 : 4, "70");
}

/* The minute of the last report up to a minute; -1: none, or too long ago, or under way */
static gint
slow_since (const Traffic *traffic, guint ship, gint minute, gint last)
{
	for (gint at = MIN (minute, last); at >= 0; at--)
		if (traffic->is_heard[ship][at])
			return minute - at <= 20 && traffic->is_slow[ship][at] ? at : -1;
	return -1;
}

/* The first and the last minute of anything, looks included */
static void
follow_pair (const Traffic *traffic, guint a, guint b, gint first, gint last, GPtrArray *lines)
{
	gint since = -1, until = -1, looked = -1;

	for (gint look = first - first % 5 + 5;; look += 5) {
		gint heard_a = slow_since (traffic, a, look, last);
		gint heard_b = slow_since (traffic, b, look, last);
		gboolean is_end = look > last;
		gboolean is_near =
			!is_end && heard_a >= 0 && heard_b >= 0
			&& fabs (traffic->latitude[a][heard_a] - traffic->latitude[b][heard_b])
					   * 111195.08
				   <= 500;

		if (since >= 0 && (is_end || (!is_near && look - looked > 30))) {
			if (until - since >= 120)
				g_ptr_array_add (
					lines,
					g_strdup_printf (
						"encounter %u %u %02d:%02d %02d:%02d%s%s\n",
						371000001 + a, 371000001 + b, since / 60,
						since % 60, until / 60, until % 60,
						since - first <= 30 ? " since-before" : "",
						(is_end ? last : look) - until <= 30 ? " open"
										     : ""));
			since = -1;
		}
		if (is_end)
			return;
		if (!is_near)
			continue;
		since = since < 0 ? MAX (heard_a, heard_b) : since;
		until = MIN (heard_a, heard_b);
		looked = look;
	}
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
dup_sorted (GPtrArray *lines)
{
	GString *text = g_string_new (NULL);

	g_ptr_array_sort (lines, compare_texts);
	for (guint i = 0; i < lines->len; i++)
		g_string_append (text, lines->pdata[i]);
	return g_string_free (text, FALSE);
}

static gboolean
is_any_heard (const Traffic *traffic, gint minute)
{
	for (guint i = 0; i < N_SHIPS; i++)
		if (traffic->is_heard[i][minute])
			return TRUE;
	return FALSE;
}

static void
test_reference (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (42);
	g_autofree Traffic *traffic = g_new0 (Traffic, 1);
	guint n_found = 0;

	for (guint round = 0; round < 6; round++) {
		g_auto (Case) one = { 0 };
		g_autoptr (GString) text = g_string_new (NOAA);
		g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
		g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
		g_autofree char *expected_text = NULL, *found_text = NULL;
		g_auto (GStrv) lines = NULL;
		g_autofree char *finds = NULL;
		gint first = 0, last = N_MINUTES - 1;

		case_init (&one);
		make_traffic (traffic, random, text);
		case_add (&one, "a.csv", text->str);
		g_assert_true (case_run (&one));
		while (!is_any_heard (traffic, first))
			first++;
		while (!is_any_heard (traffic, last))
			last--;
		for (guint a = 0; a < N_SHIPS; a++)
			for (guint b = a + 1; b < N_SHIPS; b++)
				follow_pair (traffic, a, b, first, last, expected);
		finds = dup_finds (&one, "encounter");
		lines = g_strsplit (finds, "\n", -1);
		for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++) {
			char *crowd = strstr (lines[i], " crowd");

			if (crowd != NULL)
				*crowd = '\0';
			g_ptr_array_add (found, g_strconcat (lines[i], "\n", NULL));
		}
		n_found += found->len;
		expected_text = dup_sorted (expected);
		found_text = dup_sorted (found);
		g_assert_cmpstr (found_text, ==, expected_text);
	}
	g_assert_cmpuint (n_found, >, 20);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/ais/decimals", test_decimals);
	g_test_add_func ("/ingest/ais/times", test_times);
	g_test_add_func ("/ingest/ais/types", test_types);
	for (guint i = 0; i < G_N_ELEMENTS (meetings); i++) {
		g_autofree char *name = g_strconcat ("/graph/ais/meeting/", meetings[i].name, NULL);

		g_test_add_data_func (name, GUINT_TO_POINTER (i), test_meeting);
	}
	g_test_add_func ("/graph/ais/date-line-midnight-two-files", test_date_line);
	g_test_add_func ("/graph/ais/crowd", test_crowd);
	g_test_add_func ("/graph/ais/packed-cells-are-counted", test_packed);
	g_test_add_func ("/graph/ais/gaps", test_gaps);
	g_test_add_func ("/graph/ais/jumps", test_jumps);
	g_test_add_func ("/graph/ais/identities", test_identities);
	g_test_add_func ("/graph/ais/bad-rows-are-counted", test_bad_rows);
	g_test_add_func ("/graph/ais/unsorted-is-an-error", test_unsorted);
	g_test_add_func ("/ingest/ais/other-csv-is-refused", test_no_ais);
	g_test_add_func ("/graph/ais/order-is-a-stable-sort", test_order);
	g_test_add_func ("/graph/ais/grid-sees-what-all-pairs-see", test_grid);
	g_test_add_func ("/graph/ais/encounters-are-those-of-all-pairs", test_reference);
	return g_test_run ();
}
