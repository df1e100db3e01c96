/* tests/ingest/grammar/test-transliterate.c: the same name in two scripts has one key, and which
 * keys are sure */
#include "ingest/grammar/transliterate.h"

#include <string.h>

#include "ingest/grammar/name.h"
#include "tests/common/helpers.h"

static const struct {
	const char *text;
	const char *key;
	gboolean is_spelled_out;
} vectors[] = {
	{ "Blue Ledger Co., Ltd.", "blue ledger co ltd", TRUE },
	{ "Łódź Øst Straße", "lodz ost strasse", TRUE },
	{ "TİTANİC ığ", "titanic ig", TRUE },
	{ "Судоходная компания «Альфа»", "sudokhodnaya kompaniya alfa", TRUE },
	{ "Ответственность", "otvetstvennost", TRUE },
	{ "Ответ: Сразу", "otvet srazu", TRUE },
	{ "阿布·买", "a bu mai", FALSE },
	{ "ЩЕРБАКОВ Юрий", "shcherbakov yuriy", TRUE },
	{ "Ґудзон Україна", "gudzon ukrayina", TRUE },
	{ "Γεώργιος", "georgios", TRUE },
	{ "მამუკა", "mamuka", TRUE },
	{ "Հայաստան", "hayastan", TRUE },
	{ "青石贸易", "qing shi mao yi", FALSE },
	{ "محمد", "mhmd", FALSE },
	{ "ビール", "biru", FALSE },
	{ "평양", "pyeong yang", FALSE },
	{ "", "", TRUE },
};

static void
test_keys (void)
{
	g_autoptr (FairleadTransliterator) latin = fairlead_transliterator_new ();

	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_autofree char *key = fairlead_transliterator_dup_key (latin, vectors[i].text);
		g_autofree char *again = fairlead_transliterator_dup_key (latin, key);

		g_assert_cmpstr (key, ==, vectors[i].key);
		g_assert_cmpstr (again, ==, key);
		g_assert_cmpint (fairlead_script_is_spelled_out (vectors[i].text), ==,
		                 vectors[i].is_spelled_out);
	}
}

/* The fast path is no other function */
static void
test_ascii (void)
{
	g_autoptr (FairleadTransliterator) latin = fairlead_transliterator_new ();

	for (guint seed = 0; seed < test_rounds (500); seed++) {
		g_autoptr (GRand) random = g_rand_new_with_seed (seed);
		g_autofree char *key = NULL;
		g_autofree char *folded = NULL;
		char text[24] = { '\0' };

		for (guint i = 0; i + 1 < sizeof text; i++)
			text[i] = (char) g_rand_int_range (random, 1, 128);
		key = fairlead_transliterator_dup_key (latin, text);
		folded = fairlead_name_fold (text);
		g_assert_cmpstr (key, ==, folded);
	}
}

/* Bytes that are no text, and texts that are no name, come back as UTF-8 of bounded length */
static void
test_hostile (void)
{
	g_autoptr (FairleadTransliterator) latin = fairlead_transliterator_new ();
	g_autoptr (GString) prose = g_string_new (NULL);
	g_autofree char *broken = fairlead_transliterator_dup_key (latin, "\xff\xc3( \xed\xa0\x80");
	g_autofree char *whole = NULL;

	g_assert_true (g_utf8_validate (broken, -1, NULL));
	for (guint i = 0; i < 4000; i++)
		g_string_append (prose, "石");
	whole = fairlead_transliterator_dup_latin (latin, prose->str);
	g_assert_cmpstr (whole, ==, prose->str);
	for (guint seed = 0; seed < test_rounds (300); seed++) {
		g_autoptr (GRand) random = g_rand_new_with_seed (seed);
		g_autofree char *key = NULL;
		char text[32] = { '\0' };

		for (guint i = 0; i + 1 < sizeof text; i++)
			text[i] = (char) g_rand_int_range (random, 1, 256);
		key = fairlead_transliterator_dup_key (latin, text);
		g_assert_true (g_utf8_validate (key, -1, NULL));
	}
	for (gunichar character = 0x80; character < 0x30000; character += 7) {
		char text[8] = { '\0' };
		g_autofree char *key = NULL;

		if (!g_unichar_validate (character))
			continue;
		g_unichar_to_utf8 (character, text);
		key = fairlead_transliterator_dup_key (latin, text);
		g_assert_true (g_utf8_validate (key, -1, NULL));
		g_assert_cmpuint (strlen (key), <, 64);
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/transliterate/one-key-for-all-scripts", test_keys);
	g_test_add_func ("/ingest/transliterate/ascii-is-folded-alone", test_ascii);
	g_test_add_func ("/ingest/transliterate/any-bytes", test_hostile);
	return g_test_run ();
}
