/* tests/graph/ais/test-ais-rules.c: the rules for AIS data held to small streams worked by hand */
#include <string.h>

#include "ingest/ais/fields.h"
#include "tests/common/ais-case.h"

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

		ais_put (text, 371000001, minute, 20, meeting->longitude, 0.1, "80");
		ais_put (text, 371000002, minute, 20 + (is_there ? meeting->apart : 0.05),
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
	g_auto (AisCase) one = { 0 };
	g_autoptr (GString) text = g_string_new (AIS_NOAA);
	g_autofree char *found = NULL;

	ais_case_init (&one);
	fairlead_ais_ports_add (one.ports, "Nowhere", (FairleadAisPlace){ 20050000, 50050000 });
	put_meeting (text, &meetings[i].meeting);
	ais_case_add (&one, "a.csv", text->str);
	g_assert_true (ais_case_run (&one));
	found = ais_case_dup_finds (&one, NULL);
	g_assert_cmpstr (found, ==, meetings[i].expected);
}

/* On both sides of the date line, over midnight, in two files given in the wrong order; Danish
 * words in one of them */
static void
test_date_line (void)
{
	g_auto (AisCase) one = { 0 };
	g_autoptr (GString) first = g_string_new (AIS_NOAA);
	g_autoptr (GString) second =
		g_string_new ("# Timestamp,Type of mobile,MMSI,Latitude,Longitude,SOG,Name,IMO,"
	                      "Ship type\n");
	g_autofree char *found = NULL;
	const FairleadAisFind *find;

	ais_case_init (&one);
	for (gint minute = 1320; minute < 1440; minute += 10) {
		ais_put (first, 371000002, minute, 0, -179.9995, 0, "80");
		ais_put (first, 371000001, minute, 0, 179.9995, 0, "80");
	}
	for (gint minute = 0; minute < 60; minute += 10) {
		g_string_append_printf (second,
		                        "19/03/2023 00:%02d:00,Class A,371000002,0.0,-179.9995,"
		                        "Unknown,SHIP 2,Unknown,Tanker\n"
		                        "19/03/2023 00:%02d:00,Class A,371000001,0.0,179.9995,,"
		                        "SHIP 1,Unknown,Tanker\n",
		                        minute, minute);
	}
	ais_case_add (&one, "a-second.csv", second->str);
	ais_case_add (&one, "b-first.csv", first->str);
	g_assert_true (ais_case_run (&one));
	found = ais_case_dup_finds (&one, NULL);
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
	g_auto (AisCase) one = { 0 };
	g_autoptr (GString) text = g_string_new (AIS_NOAA);
	g_autofree char *found = NULL;

	ais_case_init (&one);
	for (gint minute = 0; minute < 300; minute += 10)
		for (guint i = 0; i < 8; i++)
			ais_put (text, 371000001 + i, minute, 20 + (i == 1 ? 0.001 : 0.01 * i), 10,
			         0, "70");
	ais_case_add (&one, "a.csv", text->str);
	g_assert_true (ais_case_run (&one));
	found = ais_case_dup_finds (&one, NULL);
	/* The sixth neighbour is out of reach of the two, and each has five */
	g_assert_cmpstr (found, ==,
	                 "encounter 371000001 371000002 00:00 04:50 since-before open\n");
}

static void
test_packed (void)
{
	g_auto (AisCase) one = { 0 };
	g_autoptr (GString) text = g_string_new (AIS_NOAA);

	ais_case_init (&one);
	for (gint minute = 0; minute < 300; minute += 10)
		for (guint i = 0; i < 60; i++)
			ais_put (text, 371000001 + i, minute, 20.0001, 10.0001, 0, "70");
	ais_case_add (&one, "a.csv", text->str);
	g_assert_true (ais_case_run (&one));
	g_assert_cmpuint (one.finds.all->len, ==, 0);
	g_assert_cmpuint (one.summary.crowds.n_cells, ==, 1);
	g_assert_cmpuint (one.summary.crowds.most, ==, 60);
}

/* A ship on its way east at 10 knots, silent for hours; whether others are heard where it is */
static char *
dup_gap (gint from, gint to, gboolean has_witness, double knots, double longitude)
{
	g_auto (AisCase) one = { 0 };
	g_autoptr (GString) text = g_string_new (AIS_NOAA);

	ais_case_init (&one);
	fairlead_ais_ports_add (one.ports, "Nowhere", (FairleadAisPlace){ 200000, 50000000 });
	for (gint minute = 0; minute < 1200; minute += 5) {
		double away = knots * minute / 3600.0;

		if (minute < from || minute >= to)
			ais_put (text, 371000001, minute, 0.2, longitude + away, knots, "80");
		if (has_witness)
			ais_put (text, 371000002, minute, 0.3, longitude + away, 10, "70");
	}
	ais_put (text, 371000003, 1200, -40, -40, 10, "70");
	ais_case_add (&one, "a.csv", text->str);
	g_assert_true (ais_case_run (&one));
	return ais_case_dup_finds (&one, NULL);
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

/* A row with a course */
static void
put_course (GString *text, guint mmsi, gint minute, double longitude, double knots, gint course)
{
	g_autofree char *time = fairlead_ais_time_dup_text (AIS_MIDNIGHT + minute * 60);
	char east[32];

	time[19] = '\0';
	g_string_append_printf (text, "%u,%s,0.2,%s,%.0f,%d,SHIP %u,,,80,0\n", mmsi, time,
	                        g_ascii_formatd (east, sizeof east, "%.6f", longitude), knots,
	                        course, mmsi % 1000);
}

/* A ship that goes east for 400 minutes at 15 knots, and back on the same way, silent for 600: at
 * its ends it is in the cell of one that stays there. Another may be on its way east. */
static char *
dup_turn (gboolean goes_another)
{
	g_auto (AisCase) one = { 0 };
	g_autoptr (GString) text = g_string_new (AIS_NOAA);

	ais_case_init (&one);
	for (gint minute = 0; minute <= 800; minute += 5) {
		gint away = MIN (minute, 800 - minute);

		if (away < 100)
			put_course (text, 371000001, minute, 10 + 15 * away / 3600.0, 15,
			            minute < 400 ? 90 : 270);
		put_course (text, 371000002, minute, 10.3, 3, 90);
		if (goes_another)
			put_course (text, 371000003, minute, 10 + 15 * minute / 3600.0, 15, 90);
	}
	ais_case_add (&one, "a.csv", text->str);
	g_assert_true (ais_case_run (&one));
	return ais_case_dup_finds (&one, NULL);
}

/* It went out of what is heard; or others were heard there, and it was not */
static void
test_edge (void)
{
	g_autofree char *out = dup_turn (FALSE);
	g_autofree char *silent = dup_turn (TRUE);

	g_assert_cmpstr (out, ==, "ais-gap 371000001 0 01:35 11:45 no-reception\n");
	g_assert_cmpstr (silent, ==, "ais-gap 371000001 0 01:35 11:45\n");
}

/* Ships in a row that fall silent for hours, at once or so many minutes after each other, while one
 * goes on to be heard among them; they are heard again at once, or as long after each other */
static guint
count_together (guint n_ships, guint begins_apart, guint ends_apart, const char *reason)
{
	g_auto (AisCase) one = { 0 };
	g_autoptr (GString) text = g_string_new (AIS_NOAA);
	g_auto (GStrv) lines = NULL;
	g_autofree char *finds = NULL;
	guint n = 0;

	ais_case_init (&one);
	for (gint minute = 0; minute < 600; minute += 2)
		for (guint i = 0; i <= n_ships; i++)
			if (i == n_ships || minute < (gint) (100 + i * begins_apart)
			    || minute >= (gint) (500 + i * ends_apart))
				ais_put (text, 371000001 + i, minute, 0.1 + 0.02 * i,
				         10 + minute / 360.0, 10, "80");
	ais_case_add (&one, "a.csv", text->str);
	g_assert_true (ais_case_run (&one));
	finds = ais_case_dup_finds (&one, "ais-gap");
	lines = g_strsplit (finds, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++)
		n += g_str_has_suffix (lines[i], reason);
	return n;
}

static void
test_together (void)
{
	g_assert_cmpuint (count_together (2, 0, 0, "01:38 08:20"), ==, 2);
	g_assert_cmpuint (count_together (3, 0, 0, "01:38 08:20 no-reception"), ==, 3);
	g_assert_cmpuint (count_together (4, 0, 0, "01:38 08:20 no-reception"), ==, 4);
	/* One sailed in after the other, or out; or they have nothing to do with each other */
	g_assert_cmpuint (count_together (4, 15, 15, "no-reception"), ==, 0);
	g_assert_cmpuint (count_together (4, 0, 15, "no-reception"), ==, 4);
	g_assert_cmpuint (count_together (4, 12, 0, "08:20 no-reception"), ==, 4);
}

/* A ship that is far away in some minutes, each heard every minute for two hours */
static char *
dup_jump (const char *places)
{
	g_auto (AisCase) one = { 0 };
	g_autoptr (GString) text = g_string_new (AIS_NOAA);

	ais_case_init (&one);
	for (gint minute = 0; places[minute] != '\0'; minute++)
		ais_put (text, 371000001, minute, places[minute] == 'a' ? 10 : 30, 10, 0, "80");
	ais_case_add (&one, "a.csv", text->str);
	g_assert_true (ais_case_run (&one));
	return ais_case_dup_finds (&one, NULL);
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
	g_auto (AisCase) one = { 0 };
	g_autofree char *found = NULL;
	static const char rows[] = AIS_NOAA
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

	ais_case_init (&one);
	ais_case_add (&one, "a.csv", rows);
	g_assert_true (ais_case_run (&one));
	found = ais_case_dup_finds (&one, NULL);
	g_assert_cmpstr (found, ==,
	                 "identity-conflict 371000001 371000002 00:00 00:20\n"
	                 "renaming 371000003 0 01:00 01:10\n"
	                 "identity-conflict 371000003 0 01:10 01:50\n"
	                 "renaming 371000004 0 01:30 01:40 spelling\n"
	                 "identity-conflict 371000005 0 02:00 02:00\n"
	                 "identity-conflict 371000006 0 02:10 02:10 small-craft\n");
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	for (guint i = 0; i < G_N_ELEMENTS (meetings); i++) {
		g_autofree char *name = g_strconcat ("/graph/ais/meeting/", meetings[i].name, NULL);

		g_test_add_data_func (name, GUINT_TO_POINTER (i), test_meeting);
	}
	g_test_add_func ("/graph/ais/date-line-midnight-two-files", test_date_line);
	g_test_add_func ("/graph/ais/crowd", test_crowd);
	g_test_add_func ("/graph/ais/packed-cells-are-counted", test_packed);
	g_test_add_func ("/graph/ais/gaps", test_gaps);
	g_test_add_func ("/graph/ais/silence-at-the-edge-of-reception", test_edge);
	g_test_add_func ("/graph/ais/silence-of-many-at-once", test_together);
	g_test_add_func ("/graph/ais/jumps", test_jumps);
	g_test_add_func ("/graph/ais/identities", test_identities);
	return g_test_run ();
}
