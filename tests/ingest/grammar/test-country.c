/* tests/ingest/grammar/test-country.c: the spellings of the lists, and of ISO 3166 itself, lead to
 * a code */
#include "ingest/grammar/country.h"
#include "ingest/grammar/countries.h"
#include "tests/common/helpers.h"

static const struct {
	const char *text;
	const char *code; /* NULL: no country */
} vectors[] = {
	{ "Korea, North", "KP" },
	{ "North Korea", "KP" },
	{ "DPRK", "KP" },
	{ "DPRK.", "KP" },
	{ "Democratic People's Republic of Korea", "KP" },
	{ "Democratic People’s Republic of Korea", "KP" },
	{ "PRK", "KP" },
	{ "kp", "KP" },
	{ "Korea, South", "KR" },
	{ "Burma", "MM" },
	{ "Hong Kong", "HK" },
	{ "Taiwan", "TW" },
	{ "Russia", "RU" },
	{ "Iran", "IR" },
	{ "Iran (Islamic Republic of)", "IR" },
	{ "IRAN", "IR" },
	{ "Syria", "SY" },
	{ "Cote d Ivoire", "CI" },
	{ "Côte d’Ivoire", "CI" },
	{ "Congo, Democratic Republic of the", "CD" },
	{ "Democratic Republic of the Congo", "CD" },
	{ "Congo, Republic of the", "CG" },
	{ "Congo (Kinshasa)", "CD" },
	{ "Bahamas, The", "BS" },
	{ "The Gambia", "GM" },
	{ "Macau", "MO" },
	{ "West Bank", "PS" },
	{ "Palestinian", "PS" },
	{ "Kosovo", "XK" },
	{ "Republic of Ireland", "IE" },
	{ "Northern Ireland", "GB" },
	{ "NEV", "KN" },
	{ "Virgin Islands, British", "VG" },
	{ "British Virgin Islands", "VG" },
	{ "Tanzania", "TZ" },
	{ "Turkey", "TR" },
	{ "Türkiye", "TR" },
	{ "Vietnam", "VN" },
	{ "Viet Nam", "VN" },
	{ "Netherlands Antilles", "AN" },
	{ "Pakistan (as at Apr 2009)", "PK" },
	{ "Congo (Elsewhere)", NULL },
	{ "Korea", NULL },
	{ "undetermined", NULL },
	{ "Region: Northern Mali", NULL },
	{ "None Identified", NULL },
	{ "zz", NULL },
	{ "-0- ", NULL },
	{ "", NULL },
};

static void
test_spellings (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_test_message ("%s", vectors[i].text);
		g_assert_cmpstr (fairlead_country_code (vectors[i].text), ==, vectors[i].code);
	}
}

/* The generator folds as the library does: every row of the table is found by its own text */
static void
test_whole_table (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (country_spellings); i++)
		g_assert_cmpstr (fairlead_country_code (country_spellings[i].spelling), ==,
		                 country_spellings[i].code);
	for (guint i = 0; i < G_N_ELEMENTS (countries); i++) {
		g_assert_cmpstr (fairlead_country_code (countries[i].code), ==, countries[i].code);
		g_assert_cmpstr (fairlead_country_code (countries[i].name), ==, countries[i].code);
		g_assert_cmpstr (fairlead_country_name (countries[i].code), ==, countries[i].name);
	}
	g_assert_cmpuint (G_N_ELEMENTS (countries), >=, 249);
}

static void
test_names (void)
{
	g_assert_cmpstr (fairlead_country_name ("KP"), ==, "North Korea");
	g_assert_cmpstr (fairlead_country_name ("kp"), ==, "North Korea");
	g_assert_cmpstr (fairlead_country_name ("XK"), ==, "Kosovo");
	g_assert_null (fairlead_country_name ("ZZ"));
	g_assert_null (fairlead_country_name ("KOR"));
	g_assert_null (fairlead_country_name (""));
}

static void
test_random_bytes (void)
{
	for (guint i = 0; i < 50000; i++) {
		char text[8] = { 0 };
		const char *code;

		for (guint j = 0; j < sizeof text - 1; j++)
			text[j] = (char) g_test_rand_int_range (0, 256);
		code = fairlead_country_code (text);
		if (code != NULL)
			g_assert_nonnull (fairlead_country_name (code));
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/grammar/country/reads-the-spellings-of-lists", test_spellings);
	g_test_add_func ("/grammar/country/finds-its-whole-table", test_whole_table);
	g_test_add_func ("/grammar/country/names-codes", test_names);
	g_test_add_func ("/grammar/country/survives-any-bytes", test_random_bytes);
	return g_test_run ();
}
