/* tests/ingest/grammar/test-name.c: the key of a name is what a reader sees, in any locale */
#include "ingest/grammar/name.h"
#include "tests/common/helpers.h"

#include <string.h>

static const struct {
	const char *text;
	const char *key;
} folds[] = {
	{ "BLUE LEDGER CO., LTD.", "blue ledger co ltd" },
	{ "  Blue   Ledger  ", "blue ledger" },
	{ "TITANIC I", "titanic i" },
	{ "TİTANİC I", "titanic i" },
	{ "Société Générale d'Été", "societe generale d ete" },
	{ "Straße", "strasse" },
	{ "ﬁnance № 5", "finance no 5" },
	{ "ΣΊΣΥΦΟΣ", "σισυφοσ" },
	{ "АЛЁША", "алеша" },
	{ "ガス", "ガス" },
	{ "평양상사", "평양상사" },
	{ "有限公司", "有限公司" },
	{ "zero\u200bwidth", "zerowidth" },
	{ "नमस्ते", "नमस्ते" },
	{ "-0- ", "0" },
	{ "« – »", "" },
	{ "", "" },
};

static void
test_folds (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (folds); i++) {
		g_autofree char *key = fairlead_name_fold (folds[i].text);
		g_autofree char *again = fairlead_name_fold (key);

		g_assert_cmpstr (key, ==, folds[i].key);
		g_assert_cmpstr (again, ==, key);
	}
}

static void
test_placeholders (void)
{
	static const char *const nobody[] = {
		"UNKNOWN",
		"Unknown.",
		"N/A",
		"NOT AVAILABLE",
		"BEARER",
		"-",
		"NONE",
		"-0- ",
		"",
		"To be confirmed",
		"Unknown owner",
		"xxx",
		"The Bearer",
		"not applicable",
		"TBC",
		"anonymous",
		"unidentified",
		"El Portador",
	};
	static const char *const somebody[] = { "UNKNOWN PLEASURES LTD", "Bearer Trading", "NO",
		                                "1" };

	for (guint i = 0; i < G_N_ELEMENTS (nobody); i++)
		g_assert_true (fairlead_name_is_placeholder (nobody[i]));
	for (guint i = 0; i < G_N_ELEMENTS (somebody); i++)
		g_assert_false (fairlead_name_is_placeholder (somebody[i]));
}

static void
test_person_order (void)
{
	static const char *const pairs[][2] = {
		{ "DOE, Jane", "Jane DOE" },
		{ "DOE SMITH,  Jane Q. ", "Jane Q. DOE SMITH" },
		{ "ZULKAR", "ZULKAR" },
		{ "DOE, Jane, Jr.", "DOE, Jane, Jr." },
		{ "DOE,", "DOE," },
		{ ", Jane", ", Jane" },
		{ "", "" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
		g_autofree char *name = fairlead_name_dup_person_order (pairs[i][0]);

		g_assert_cmpstr (name, ==, pairs[i][1]);
	}
}

static const struct {
	const char *text;
	const char *party; /* NULL: names none */
	const char *rest;
} cares[] = {
	{ "Care of Blue Ledger Shpg Co Ltd , Room 5, Hill Road", "Blue Ledger Shpg Co Ltd",
	  "Room 5, Hill Road" },
	{ "Care of Blue, Grey & Co , Room 5", "Blue, Grey & Co", "Room 5" },
	{ "c/o BLUE LEDGER, 1 Hill Road", "BLUE LEDGER", "1 Hill Road" },
	{ "C/O: BLUE LEDGER CO., LTD., 1 Hill Road", "BLUE LEDGER CO., LTD.", "1 Hill Road" },
	{ "c/o BLUE LEDGER CO., LTD.", "BLUE LEDGER CO., LTD.", "" },
	{ " c/o BLUE LEDGER LTDA.", "BLUE LEDGER LTDA.", "" },
	{ "c/o Unknown, 1 Hill Road", NULL, NULL },
	{ "c/o", NULL, NULL },
	{ "Care office, 1 Hill Road", NULL, NULL },
	{ "1 Hill Road, c/o BLUE LEDGER", NULL, NULL },
	{ "", NULL, NULL },
};

static void
test_care_of (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (cares); i++) {
		g_autofree char *party = NULL;
		g_autofree char *rest = NULL;
		gboolean names_one = fairlead_address_split_care_of (cares[i].text, &party, &rest);

		g_test_message ("%s", cares[i].text);
		g_assert_cmpint (names_one, ==, cares[i].party != NULL);
		g_assert_cmpstr (party, ==, cares[i].party);
		g_assert_cmpstr (rest, ==, cares[i].rest);
	}
}

/* Any bytes: a key is UTF-8, has no blanks at its ends nor two together, and is its own key */
static void
test_random_bytes (void)
{
	for (guint i = 0; i < test_rounds (50000); i++) {
		char text[24] = { 0 };
		g_autofree char *key = NULL;
		g_autofree char *again = NULL;
		g_autofree char *order = NULL;
		g_autofree char *party = NULL;
		g_autofree char *rest = NULL;

		for (guint j = 0; j < sizeof text - 1; j++)
			text[j] = (char) g_test_rand_int_range (i % 2 == 0 ? 1 : 32,
			                                        i % 2 == 0 ? 256 : 127);
		key = fairlead_name_fold (text);
		again = fairlead_name_fold (key);
		g_assert_true (g_utf8_validate (key, -1, NULL));
		g_assert_cmpstr (key, ==, again);
		g_assert_null (strstr (key, "  "));
		g_assert_false (g_str_has_prefix (key, " ") || g_str_has_suffix (key, " "));
		order = fairlead_name_dup_person_order (text);
		fairlead_address_split_care_of (text, &party, &rest);
	}
}

/* Every character alone: folding twice changes nothing */
static void
test_every_character (void)
{
	if (test_skips_bulk ())
		return;
	for (gunichar character = 1; character <= 0x2FFFF; character++) {
		char text[8] = { 0 };
		g_autofree char *key = NULL;
		g_autofree char *again = NULL;

		if (!g_unichar_validate (character))
			continue;
		g_unichar_to_utf8 (character, text);
		key = fairlead_name_fold (text);
		again = fairlead_name_fold (key);
		g_assert_cmpstr (key, ==, again);
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/grammar/name/folds", test_folds);
	g_test_add_func ("/grammar/name/knows-names-of-nobody", test_placeholders);
	g_test_add_func ("/grammar/name/turns-persons-round", test_person_order);
	g_test_add_func ("/grammar/name/splits-care-of", test_care_of);
	g_test_add_func ("/grammar/name/survives-any-bytes", test_random_bytes);
	g_test_add_func ("/grammar/name/keys-are-their-own-keys", test_every_character);
	return g_test_run ();
}
