/* tests/ingest/grammar/test-identify.c: what numbers say, and what one wrong character hides */
#include "ingest/grammar/identify.h"

#include <string.h>

#include "ingest/grammar/country.h"
#include "ingest/grammar/radio-tables.h"
#include "ingest/grammar/radio.h"
#include "ingest/grammar/repair.h"
#include "tests/common/helpers.h"

/* `imo 9074729 valid; ...` */
static char *
dup_readings (const char *text)
{
	g_autoptr (GPtrArray) readings = fairlead_identifier_dup_readings (text);
	GString *words = g_string_new (NULL);

	for (guint i = 0; i < readings->len; i++) {
		const FairleadIdReading *reading = readings->pdata[i];

		g_string_append_printf (words, "%s%s %s %s", i > 0 ? "; " : "",
		                        fairlead_id_scheme_info (reading->scheme)->name,
		                        reading->number,
		                        fairlead_id_verdict_name (reading->verdict));
	}
	return g_string_free (words, FALSE);
}

static const struct {
	const char *text;
	const char *expected;
} texts[] = {
	{ "9074729", "imo 9074729 valid" },
	{ "IMO 9074729", "imo 9074729 valid" },
	{ " imo:9074729 ", "imo 9074729 valid" },
	{ "IMO No. 9074729", "imo 9074729 valid" },
	{ "2041999", "imo-company 2041999 valid" },
	{ "344771", "imo-company 0344771 valid" },
	{ "imo-company:6459297", "imo-company 6459297 valid" },
	{ "9074728", "imo 9074728 check digits wrong; imo-company 9074728 check digits wrong" },
	{ "imo:9074728", "imo 9074728 check digits wrong" },
	{ "9991001", "imo-company 9991001 placeholder" },
	{ "445123000", "mmsi 445123000 valid" },
	{ "mmsi 446123000", "mmsi 446123000 given to no country" },
	{ "HWUPKR0MPOU8FGXBT394", "lei HWUPKR0MPOU8FGXBT394 valid" },
	{ "lei:5493001kjtiigc8y1r12", "lei 5493001KJTIIGC8Y1R12 valid" },
	{ "5493001KJTIIGC8Y1R13", "lei 5493001KJTIIGC8Y1R13 check digits wrong" },
	{ "HMZP3", "call-sign HMZP3 valid" },
	{ "3FQR8", "call-sign 3FQR8 valid" },
	{ "HELLO", "call-sign HELLO no such form" },
	{ "9O74729", "call-sign 9O74729 valid; imo 9O74729 no such form" },
	{ "QQAB", "call-sign QQAB given to no country" },
	{ "call-sign:V7UX2", "call-sign V7UX2 valid" },
	{ "IMO2", "call-sign IMO2 valid" },
	{ "", "" },
	{ "what is this", "" },
	{ "\xeb\xb0\xb1\xec\x96\x91", "" },
};

static void
test_readings (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
		g_autofree char *found = dup_readings (texts[i].text);

		if (strcmp (texts[i].text, "9991001") == 0)
			g_assert_nonnull (strstr (found, texts[i].expected));
		else
			g_assert_cmpstr (found, ==, texts[i].expected);
	}
}

static const struct {
	const char *mmsi;
	FairleadStation station;
	const char *country; /* NULL: none */
} stations[] = {
	{ "445123000", FAIRLEAD_STATION_SHIP, "KP" },
	{ "351234000", FAIRLEAD_STATION_SHIP, "PA" },
	{ "374999999", FAIRLEAD_STATION_SHIP, "PA" },
	{ "667000001", FAIRLEAD_STATION_SHIP, "SL" },
	{ "671000001", FAIRLEAD_STATION_SHIP, "TG" },
	{ "511000001", FAIRLEAD_STATION_SHIP, "PW" },
	{ "620000001", FAIRLEAD_STATION_SHIP, "KM" },
	{ "477000001", FAIRLEAD_STATION_SHIP, "HK" },
	{ "416000001", FAIRLEAD_STATION_SHIP, "TW" },
	{ "273000001", FAIRLEAD_STATION_SHIP, "RU" },
	{ "044500001", FAIRLEAD_STATION_GROUP, "KP" },
	{ "004450001", FAIRLEAD_STATION_COAST, "KP" },
	{ "111445001", FAIRLEAD_STATION_AIRCRAFT, "KP" },
	{ "844512345", FAIRLEAD_STATION_HANDHELD, "KP" },
	{ "984451234", FAIRLEAD_STATION_CRAFT, "KP" },
	{ "994451234", FAIRLEAD_STATION_AID, "KP" },
	{ "970123456", FAIRLEAD_STATION_SART, NULL },
	{ "972123456", FAIRLEAD_STATION_MOB, NULL },
	{ "974123456", FAIRLEAD_STATION_EPIRB, NULL },
	{ "979123456", FAIRLEAD_STATION_AMRD, NULL },
};

static void
test_stations (void)
{
	FairleadStation station;
	const char *country;

	for (guint i = 0; i < G_N_ELEMENTS (stations); i++) {
		g_assert_true (fairlead_mmsi_read (stations[i].mmsi, &station, &country));
		g_assert_cmpint (station, ==, stations[i].station);
		g_assert_cmpstr (country, ==, stations[i].country);
	}
	g_assert_false (fairlead_mmsi_read ("446123000", &station, &country));
	g_assert_false (fairlead_mmsi_read ("200123000", &station, &country));
	g_assert_false (fairlead_mmsi_read ("971123456", &station, &country));
	g_assert_false (fairlead_mmsi_read ("44512300", &station, &country));
	g_assert_false (fairlead_mmsi_read ("4451230001", &station, &country));
}

static void
test_call_signs (void)
{
	static const char *const signs[][2] = {
		{ "HMZP3", "KP" },   { "P5AB", "KP" },   { "P9ZZ2", "KP" }, { "P4AB", "AW" },
		{ "3FQR8", "PA" },   { "HP9123", "PA" }, { "BIAA3", "CN" }, { "BMAB", "TW" },
		{ "VRAB2", "HK" },   { "3DAB", "SZ" },   { "3DNA", "FJ" },  { "3D2AB", "SZ" },
		{ "SSAB", "EG" },    { "SSNB", "SD" },   { "9LYA2", "SL" }, { "5VAB", "TG" },
		{ "WDA2345", "US" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
		g_assert_cmpstr (fairlead_call_sign_country (signs[i][0]), ==, signs[i][1]);
		g_assert_true (fairlead_call_sign_is_usual (signs[i][0])
		               == (strcmp (signs[i][0], "3D2AB") != 0));
	}
	g_assert_null (fairlead_call_sign_country ("QAB1"));
	g_assert_null (fairlead_call_sign_country ("1ABC"));
	g_assert_null (fairlead_call_sign_country ("P5"));
	g_assert_false (fairlead_call_sign_is_usual ("HMZP1"));
	g_assert_false (fairlead_call_sign_is_usual ("5IM500"));
}

/* Nothing stands in the tables that the countries do not know; every series is its own */
static void
test_tables (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (call_sign_series); i++) {
		g_assert_cmpstr (fairlead_call_sign_country (call_sign_series[i].first), ==,
		                 call_sign_series[i].code);
		if (strcmp (call_sign_series[i].code, "XX") != 0)
			g_assert_nonnull (fairlead_country_name (call_sign_series[i].code));
	}
	g_assert_cmpuint (G_N_ELEMENTS (maritime_digits), >, 280);
}

static void
test_registrars (void)
{
	const char *country;

	g_assert_cmpstr (fairlead_lei_registrar ("213800WAVVOPS85N2205", &country), ==,
	                 "London Stock Exchange");
	g_assert_cmpstr (country, ==, "GB");
	g_assert_null (fairlead_lei_registrar ("HWUPKR0MPOU8FGXBT394", &country));
}

static gboolean
has_repair (FairleadIdScheme scheme, const char *number, const char *expected,
            FairleadRepairKind kind)
{
	g_autoptr (GArray) repairs = fairlead_identifier_dup_repairs (scheme, number);

	for (guint i = 0; i < repairs->len; i++) {
		const FairleadRepair *repair = &g_array_index (repairs, FairleadRepair, i);

		g_assert_true (fairlead_identifier_is_right (scheme, repair->number));
		if (strcmp (repair->number, expected) == 0)
			return repair->kind == kind;
	}
	return FALSE;
}

/* 25400B8Y0FNJP628S19 of a published list lacks its second character, and 836800L3VBP3FOFDTP68
 * has the letter for the digit */
static void
test_repairs (void)
{
	g_assert_true (has_repair (FAIRLEAD_ID_LEI, "25400B8Y0FNJP628S19", "253400B8Y0FNJP628S19",
	                           FAIRLEAD_REPAIR_LOST));
	g_assert_true (has_repair (FAIRLEAD_ID_LEI, "5493001KJTIIGC8YIR12", "5493001KJTIIGC8Y1R12",
	                           FAIRLEAD_REPAIR_ALIKE));
	g_assert_true (has_repair (FAIRLEAD_ID_LEI, "5493010KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R12",
	                           FAIRLEAD_REPAIR_SWAPPED));
	g_assert_true (has_repair (FAIRLEAD_ID_IMO, "9O74729", "9074729", FAIRLEAD_REPAIR_ALIKE));
	g_assert_true (has_repair (FAIRLEAD_ID_IMO, "9074728", "9074729", FAIRLEAD_REPAIR_CHANGED));
	g_assert_true (has_repair (FAIRLEAD_ID_IMO, "90747290", "9074729", FAIRLEAD_REPAIR_EXTRA));
	g_assert_true (has_repair (FAIRLEAD_ID_IMO_COMPANY, "2041989", "2041999",
	                           FAIRLEAD_REPAIR_CHANGED));
	g_assert_true (
		has_repair (FAIRLEAD_ID_MMSI, "446123000", "445123000", FAIRLEAD_REPAIR_CHANGED));
	g_assert_true (has_repair (FAIRLEAD_ID_CALL_SIGN, "0FAB", "OFAB", FAIRLEAD_REPAIR_ALIKE));
	g_assert_false (
		has_repair (FAIRLEAD_ID_CALL_SIGN, "QQAB", "HQAB", FAIRLEAD_REPAIR_CHANGED));
}

/* By hand: 9074728 needs the sum 8 or 9 more or less. Slow reference: every number that differs in
 * one digit, or in two neighbours' order, and has the right check digit */
static void
test_repairs_are_all (void)
{
	for (guint trial = 0; trial < 60; trial++) {
		char number[8];
		guint n_expected = 0;
		g_autoptr (GArray) repairs = NULL;

		do
			g_snprintf (number, sizeof number, "%07d",
			            g_test_rand_int_range (1000000, 9999999));
		while (fairlead_imo_ship_check (number));
		repairs = fairlead_identifier_dup_repairs (FAIRLEAD_ID_IMO, number);
		for (guint other = 0; other < 70; other++) {
			char candidate[8];

			g_strlcpy (candidate, number, sizeof candidate);
			candidate[other / 10] = (char) ('0' + other % 10);
			n_expected += fairlead_imo_ship_check (candidate);
		}
		for (guint at = 0; at < 6; at++) {
			char candidate[8];

			g_strlcpy (candidate, number, sizeof candidate);
			candidate[at] = number[at + 1];
			candidate[at + 1] = number[at];
			n_expected += fairlead_imo_ship_check (candidate);
		}
		g_assert_cmpuint (repairs->len, ==, n_expected);
	}
}

static void
test_random_text (void)
{
	for (guint i = 0; i < 20000; i++) {
		char text[32] = { 0 };
		g_autoptr (GPtrArray) readings = NULL;
		guint n = (guint) g_test_rand_int_range (0, sizeof text - 1);

		for (guint j = 0; j < n; j++)
			text[j] = "0123456789 IMOilLEQ.:-\xc3\x84"[g_test_rand_int_range (0, 24)];
		readings = fairlead_identifier_dup_readings (text);
		g_assert_cmpuint (readings->len, <=, 3);
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/grammar/identify/reads-what-people-type", test_readings);
	g_test_add_func ("/grammar/identify/knows-stations", test_stations);
	g_test_add_func ("/grammar/identify/knows-call-signs", test_call_signs);
	g_test_add_func ("/grammar/identify/tables-are-whole", test_tables);
	g_test_add_func ("/grammar/identify/knows-registrars", test_registrars);
	g_test_add_func ("/grammar/identify/repairs-published-slips", test_repairs);
	g_test_add_func ("/grammar/identify/repairs-are-all-there-are", test_repairs_are_all);
	g_test_add_func ("/grammar/identify/survives-any-text", test_random_text);
	return g_test_run ();
}
