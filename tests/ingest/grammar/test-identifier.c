/* tests/ingest/grammar/test-identifier.c: published numbers pass their checks, and nothing joins by
 * a placeholder */
#include "ingest/grammar/identifier.h"
#include "tests/common/helpers.h"

#include <string.h>

static void
test_scheme_names (void)
{
	FairleadIdScheme found;

	for (guint scheme = 0; scheme < FAIRLEAD_N_ID_SCHEMES; scheme++) {
		const char *name = fairlead_id_scheme_info (scheme)->name;

		g_assert_nonnull (name);
		g_assert_true (fairlead_id_scheme_from_name (name, &found));
		g_assert_cmpuint (found, ==, scheme);
	}
	g_assert_false (fairlead_id_scheme_from_name ("isin", &found));
}

static void
test_check_digits (void)
{
	static const char *const ships[] = { "9074729", "9126819", "7625811", "7605811" };
	static const char *const companies[] = { "2041999", "6459297", "1865817", "0344771" };
	static const char *const leis[] = { "HWUPKR0MPOU8FGXBT394", "5493001KJTIIGC8Y1R12",
		                            "253400B8Y0FNJP628S19" };

	for (guint i = 0; i < G_N_ELEMENTS (ships); i++)
		g_assert_true (fairlead_imo_ship_check (ships[i]));
	for (guint i = 0; i < G_N_ELEMENTS (companies); i++)
		g_assert_true (fairlead_imo_company_check (companies[i]));
	for (guint i = 0; i < G_N_ELEMENTS (leis); i++)
		g_assert_true (fairlead_lei_check (leis[i]));
	g_assert_false (fairlead_imo_ship_check ("9074728"));
	g_assert_false (fairlead_imo_ship_check ("907472"));
	g_assert_false (fairlead_imo_ship_check ("90747290"));
	g_assert_false (fairlead_imo_company_check ("2041998"));
	g_assert_false (fairlead_lei_check ("5493001KJTIIGC8Y1R13"));
	g_assert_false (fairlead_lei_check ("5493001KJTIIGC8Y1R1"));
	g_assert_false (fairlead_lei_check ("5493001kjtiigc8y1r12"));
	g_assert_true (fairlead_identifier_check (FAIRLEAD_ID_IMO, "9074729"));
	g_assert_false (fairlead_identifier_check (FAIRLEAD_ID_IMO_COMPANY, "9074729"));
	g_assert_true (fairlead_identifier_check (FAIRLEAD_ID_PASSPORT, "anything"));
}

/* Of all six-digit prefixes, those whose check digit is the same under both rules */
static void
test_both_rules_agree_on_a_tenth (void)
{
	if (test_skips_bulk ())
		return;
	guint same = 0;

	for (guint prefix = 0; prefix < 1000000; prefix++) {
		char digits[8];

		g_snprintf (digits, sizeof digits, "%06u0", prefix);
		for (char last = '0'; last <= '9'; last++) {
			digits[6] = last;
			same += fairlead_imo_ship_check (digits)
			        && fairlead_imo_company_check (digits);
		}
	}
	g_assert_cmpuint (same, ==, 100031);
}

static const struct {
	FairleadIdScheme scheme;
	const char *text;
	const char *expected; /* NULL: refused */
} vectors[] = {
	{ FAIRLEAD_ID_IMO, "IMO 7937317", "7937317" },
	{ FAIRLEAD_ID_IMO, "IMO9562233", "9562233" },
	{ FAIRLEAD_ID_IMO, " imo: 9562233 ", "9562233" },
	{ FAIRLEAD_ID_IMO, "IMO No. 9562233", "9562233" },
	{ FAIRLEAD_ID_IMO, "IMO Number 9562233", "9562233" },
	{ FAIRLEAD_ID_IMO, "imo:7937317", "7937317" },
	{ FAIRLEAD_ID_IMO, "0000000", NULL },
	{ FAIRLEAD_ID_IMO, "IMO0000000", NULL },
	{ FAIRLEAD_ID_IMO, "9999999", NULL },
	{ FAIRLEAD_ID_IMO, "344771", NULL },
	{ FAIRLEAD_ID_IMO, "572469210", NULL },
	{ FAIRLEAD_ID_IMO, "Does not exist", NULL },
	{ FAIRLEAD_ID_IMO_COMPANY, "344771", "0344771" },
	{ FAIRLEAD_ID_IMO_COMPANY, "44771", "0044771" },
	{ FAIRLEAD_ID_IMO_COMPANY, "IMO 344771", "0344771" },
	{ FAIRLEAD_ID_IMO_COMPANY, "imo-company:5342883", "5342883" },
	{ FAIRLEAD_ID_IMO_COMPANY, "4771", NULL },
	{ FAIRLEAD_ID_IMO_COMPANY, "12345678", NULL },
	{ FAIRLEAD_ID_IMO_COMPANY, "00000", NULL },
	{ FAIRLEAD_ID_IMO_COMPANY, "9991001", NULL },
	{ FAIRLEAD_ID_IMO_COMPANY, "IMO 9991001", NULL },
	{ FAIRLEAD_ID_LEI, "lei:hwupkr0mpou8fgxbt394", "HWUPKR0MPOU8FGXBT394" },
	{ FAIRLEAD_ID_LEI, "25400B8Y0FNJP628S19", NULL },
	{ FAIRLEAD_ID_LEI, "836800L3VBP3FOFDTP68", "836800L3VBP3FOFDTP68" },
	{ FAIRLEAD_ID_MMSI, "MMSI 572469210", "572469210" },
	{ FAIRLEAD_ID_MMSI, "57246921", NULL },
	{ FAIRLEAD_ID_MMSI, "000000000", NULL },
	{ FAIRLEAD_ID_CALL_SIGN, "5im 592", "5IM592" },
	{ FAIRLEAD_ID_CALL_SIGN, "Unknown", NULL },
	{ FAIRLEAD_ID_CALL_SIGN, "-", NULL },
	{ FAIRLEAD_ID_BIC, "exmpkpp1xxx", "EXMPKPP1XXX" },
	{ FAIRLEAD_ID_BIC, "EXMPKPP1", "EXMPKPP1" },
	{ FAIRLEAD_ID_BIC, "EXMPKPP", NULL },
	{ FAIRLEAD_ID_REGISTRATION, " FC 012345 ", "FC 012345" },
	{ FAIRLEAD_ID_REGISTRATION, "0099", "0099" },
	{ FAIRLEAD_ID_REGISTRATION, "99", "99" },
	{ FAIRLEAD_ID_REGISTRATION, "99999999", NULL },
	{ FAIRLEAD_ID_REGISTRATION, "N/A", NULL },
	{ FAIRLEAD_ID_REGISTRATION, "", NULL },
	{ FAIRLEAD_ID_PASSPORT, "unknown", NULL },
};

static void
test_normalises (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		char number[64] = "untouched";
		gboolean fits = fairlead_identifier_normalise (vectors[i].scheme, vectors[i].text,
		                                               number, sizeof number);

		g_test_message ("%s", vectors[i].text);
		g_assert_cmpint (fits, ==, vectors[i].expected != NULL);
		g_assert_cmpstr (number, ==, fits ? vectors[i].expected : "untouched");
	}
}

static void
test_small_buffer (void)
{
	char number[7] = "";

	g_assert_false (
		fairlead_identifier_normalise (FAIRLEAD_ID_IMO, "9074729", number, sizeof number));
	g_assert_false (
		fairlead_identifier_normalise (FAIRLEAD_ID_OTHER, "long enough", number, 7));
}

static void
test_placeholders (void)
{
	g_assert_true (fairlead_identifier_is_placeholder (FAIRLEAD_ID_IMO_COMPANY, "9991001"));
	g_assert_false (fairlead_identifier_is_placeholder (FAIRLEAD_ID_IMO, "9991001"));
	g_assert_true (fairlead_identifier_is_placeholder (FAIRLEAD_ID_TAX, "000"));
	g_assert_false (fairlead_identifier_is_placeholder (FAIRLEAD_ID_TAX, "0001"));
}

/* Whatever passes stays the same when it is normalised again */
static void
test_random_text (void)
{
	for (guint i = 0; i < test_rounds (300000); i++) {
		FairleadIdScheme scheme = (FairleadIdScheme) (i % FAIRLEAD_N_ID_SCHEMES);
		char text[24] = { 0 };
		char once[64];
		char twice[64];
		guint n = (guint) g_test_rand_int_range (0, sizeof text - 1);

		for (guint j = 0; j < n; j++)
			text[j] =
				i % 3 == 0
					? (char) g_test_rand_int_range (1, 256)
					: "0123456789 IMOimoLEI.:-"[g_test_rand_int_range (0, 23)];
		if (!fairlead_identifier_normalise (scheme, text, once, sizeof once))
			continue;
		fairlead_identifier_check (scheme, once);
		g_assert_true (fairlead_identifier_normalise (scheme, once, twice, sizeof twice));
		g_assert_cmpstr (once, ==, twice);
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/grammar/identifier/scheme-names-lead-back", test_scheme_names);
	g_test_add_func ("/grammar/identifier/checks-published-numbers", test_check_digits);
	g_test_add_func ("/grammar/identifier/both-imo-rules-agree-on-a-tenth",
	                 test_both_rules_agree_on_a_tenth);
	g_test_add_func ("/grammar/identifier/normalises", test_normalises);
	g_test_add_func ("/grammar/identifier/refuses-what-does-not-fit", test_small_buffer);
	g_test_add_func ("/grammar/identifier/knows-placeholders", test_placeholders);
	g_test_add_func ("/grammar/identifier/survives-any-text", test_random_text);
	return g_test_run ();
}
