/* tests/graph/resolve/test-name-similarity.c: how alike names are, and how much that says */
#include "graph/resolve/name-similarity.h"

#include <string.h>

#include "graph/resolve/name/edit.h"
#include "graph/resolve/name/keys.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

static FairleadNameMatch
compare (FairleadNameScorer *scorer, FairleadKind kind, const char *a, const char *b)
{
	g_autoptr (FairleadNameParts) left = fairlead_name_scorer_parse (scorer, a, kind);
	g_autoptr (FairleadNameParts) right = fairlead_name_scorer_parse (scorer, b, kind);
	FairleadNameMatch match, mirrored;

	fairlead_name_scorer_compare (scorer, left, right, &match);
	fairlead_name_scorer_compare (scorer, right, left, &mirrored);
	g_assert_cmpfloat_with_epsilon (match.similarity, mirrored.similarity, 1e-9);
	g_assert_cmpfloat_with_epsilon (match.evidence, mirrored.evidence, 1e-9);
	g_assert_cmpint (match.is_vetoed, ==, mirrored.is_vetoed);
	g_assert_cmpint (match.is_worth_a_look, ==, mirrored.is_worth_a_look);
	return match;
}

typedef struct {
	FairleadKind kind;
	const char *a, *b;
} Pair;

static const Pair same[] = {
	/* Korean: McCune-Reischauer, Revised, DPRK; spaces and syllables lost */
	{ FAIRLEAD_KIND_VESSEL, "Paek Yang San", "Paekyangsan" },
	{ FAIRLEAD_KIND_VESSEL, "Paek Yang San", "Baekyangsan" },
	{ FAIRLEAD_KIND_VESSEL, "Paekyangsan", "Baekyangsan" },
	{ FAIRLEAD_KIND_VESSEL, "Pae Kyangsan", "Paek Yang San" },
	{ FAIRLEAD_KIND_VESSEL, "Un Hung", "Eunheung" },
	{ FAIRLEAD_KIND_VESSEL, "Yu Son", "Yoo Sun" },
	{ FAIRLEAD_KIND_COMPANY,
	  "\xec\xa3\xbc\xec\x8b\x9d\xed\x9a\x8c\xec\x82\xac "
	  "\xeb\xb0\xb1\xec\x96\x91\xec\x82\xb0",
	  "Paekyangsan Corp" },
	{ FAIRLEAD_KIND_PERSON, "Ri Chol", "Lee Cheol" },
	{ FAIRLEAD_KIND_PERSON, "Yi Sun", "Rhee Soon" },
	{ FAIRLEAD_KIND_PERSON, "Ri Hong Sop", "Yi Hongseop" },
	{ FAIRLEAD_KIND_PERSON, "Ch'oe Jong", "Choi Jeong" },
	/* Chinese: pinyin, Wade-Giles, signs */
	{ FAIRLEAD_KIND_PERSON, "Ts'ai Chang", "Cai Zhang" },
	{ FAIRLEAD_KIND_PERSON, "Hsieh Tung", "Xie Dong" },
	{ FAIRLEAD_KIND_COMPANY,
	  "\xe5\xa4\xa7\xe8\xbf\x9e\xe6\xb5\xb7\xe8\xbf\x90"
	  "\xe6\x9c\x89\xe9\x99\x90\xe5\x85\xac\xe5\x8f\xb8",
	  "Dalian Haiyun Co., Ltd." },
	/* Cyrillic and Arabic */
	{ FAIRLEAD_KIND_PERSON, "Sergey Ivanov", "Sergei Ivanoff" },
	{ FAIRLEAD_KIND_PERSON, "Yuri Petrov", "Iouri Petrov" },
	{ FAIRLEAD_KIND_COMPANY,
	  "\xd0\x9e\xd0\x9e\xd0\x9e \xd0\xa0\xd0\xbe\xd0\xbc\xd0\xb0"
	  "\xd1\x88\xd0\xba\xd0\xb0",
	  "Romashka LLC" },
	{ FAIRLEAD_KIND_PERSON, "Mohammed Hussein", "Muhammad Husayn" },
	{ FAIRLEAD_KIND_PERSON, "Abd al-Rahman Qasim", "Abdurrahman Kassem" },
	/* Order, initials, fathers' names, titles */
	{ FAIRLEAD_KIND_PERSON, "Smith, John", "John Smith" },
	{ FAIRLEAD_KIND_PERSON, "J. Smith", "John Smith" },
	{ FAIRLEAD_KIND_PERSON, "Pyotr Ilyich Sokolov", "Pyotr Sokolov" },
	{ FAIRLEAD_KIND_PERSON, "Dr. Anna Kovacs", "Anna Kovacs" },
	/* Legal forms of one sort, and what shippers shorten */
	{ FAIRLEAD_KIND_COMPANY, "Acme Widgets Sdn. Bhd.", "Acme Widgets Pte. Ltd." },
	{ FAIRLEAD_KIND_COMPANY, "Grey Heron S.A.R.L.", "Grey Heron sarl" },
	{ FAIRLEAD_KIND_COMPANY, "Grey Heron Shpg & Trdg Co., Ltd.",
	  "GREY HERON SHIPPING AND TRADING COMPANY LIMITED" },
	{ FAIRLEAD_KIND_COMPANY, "Grey Heron Ship Mgmt Int'l",
	  "Grey Heron Ship Management International" },
	{ FAIRLEAD_KIND_COMPANY, "2nd Heron Works", "Second Heron Works" },
	/* Legal forms spelled out, in other scripts, dotted */
	{ FAIRLEAD_KIND_COMPANY, "Общество с ограниченной ответственностью «Ромашка»",
	  "Romashka LLC" },
	{ FAIRLEAD_KIND_COMPANY, "Zakrytoe Aktsionernoe Obshchestvo Romashka", "Romashka CJSC" },
	{ FAIRLEAD_KIND_COMPANY, "Romashka, TOV",
	  "Tovarystvo z obmezhenoyu vidpovidalnistyu Romashka" },
	{ FAIRLEAD_KIND_COMPANY, "Garza Azul S.A. de C.V.",
	  "Garza Azul, Sociedad Anonima de Capital Variable" },
	{ FAIRLEAD_KIND_COMPANY, "G.H.W. Ltd", "GHW Limited" },
	/* Words of the trade: translated, shortened, left out */
	{ FAIRLEAD_KIND_COMPANY, "Joson Quillon Muyok Hoesa", "Korea Quillon Trading Corporation" },
	{ FAIRLEAD_KIND_COMPANY, "Quillon Denizcilik ve Ticaret A.S.",
	  "Quillon Shipping & Trading" },
	{ FAIRLEAD_KIND_COMPANY, "青石贸易有限公司", "Qingshi Maoyi Co Ltd" },
	{ FAIRLEAD_KIND_COMPANY, "Hawkesquill", "Hawkesquill General Trading LLC" },
	{ FAIRLEAD_KIND_COMPANY, "Banco Hawkesquill", "Hawkesquill Bank" },
	/* A misspelt word that would be known if it were not */
	{ FAIRLEAD_KIND_COMPANY, "Harakat Hawkesquill", "Harkat Hawkesquill" },
	{ FAIRLEAD_KIND_COMPANY, "Yar Sanat Quillon", "Yarsanat Quillon" },
	/* Acronyms, with particles, with letters of what is set aside, said twice */
	{ FAIRLEAD_KIND_COMPANY, "GHWC", "Grey Heron Works Company" },
	{ FAIRLEAD_KIND_COMPANY, "G.H.W.S.A.", "Grey Heron Works S.A." },
	{ FAIRLEAD_KIND_PUBLIC_BODY, "CIHW", "Committee of the Islands for Herons and Whales" },
	{ FAIRLEAD_KIND_PUBLIC_BODY, "Grey Heron Watch Office (GHWO)", "Grey Heron Watch Office" },
	{ FAIRLEAD_KIND_PUBLIC_BODY, "H.W.", "Heron Watch" },
	{ FAIRLEAD_KIND_VESSEL, "M/V GREY HERON II", "GREY HERON 2" },
	{ FAIRLEAD_KIND_VESSEL, "SAM MA 02", "SAMMA2" },
};

static const Pair different[] = {
	{ FAIRLEAD_KIND_VESSEL, "SAM MA 2", "SAM MA 3" },
	{ FAIRLEAD_KIND_VESSEL, "SAM MA", "SAM MA 2" },
	{ FAIRLEAD_KIND_VESSEL, "GREY HERON II", "GREY HERON IV" },
	{ FAIRLEAD_KIND_COMPANY, "Second Heron Works", "Third Heron Works" },
	{ FAIRLEAD_KIND_COMPANY, "North Heron Works", "South Heron Works" },
	{ FAIRLEAD_KIND_COMPANY, "Bowne of Atlanta", "Bowne of Boston" },
	{ FAIRLEAD_KIND_COMPANY, "Deutsche Bank AG", "Deutsche Bank GmbH" },
	{ FAIRLEAD_KIND_COMPANY, "Heron France", "Heron Germany" },
	{ FAIRLEAD_KIND_COMPANY, "Trading Co Ltd", "Shipping Co Ltd" },
	{ FAIRLEAD_KIND_COMPANY, "National Iranian Heron Company", "National Iraqi Heron Company" },
	{ FAIRLEAD_KIND_COMPANY, "Thirteenth Heron GmbH", "Fourteenth Heron GmbH" },
	{ FAIRLEAD_KIND_COMPANY, "Grey Heron Export", "Grey Heron Import" },
	{ FAIRLEAD_KIND_COMPANY, "GHX", "Grey Heron Works" },
	{ FAIRLEAD_KIND_COMPANY, "Vostok Heron Works", "Zapad Heron Works" },
	{ FAIRLEAD_KIND_VESSEL, "GHW", "GREY HERON WORKS" },
	{ FAIRLEAD_KIND_COMPANY, "Grey Heron Ltd", "Amber Tide Ltd" },
	{ FAIRLEAD_KIND_PERSON, "John Smith", "Peter Smith" },
	{ FAIRLEAD_KIND_PERSON, "John Smith", "Jane Smith" },
	{ FAIRLEAD_KIND_PERSON, "Smith", "John Smith" },
	{ FAIRLEAD_KIND_PERSON, "Kim Chol Su", "Kim Myong Ho" },
};

static void
test_same_and_different (void)
{
	g_autoptr (FairleadNameScorer) scorer = fairlead_name_scorer_new (NULL);

	for (guint i = 0; i < G_N_ELEMENTS (same); i++) {
		FairleadNameMatch match = compare (scorer, same[i].kind, same[i].a, same[i].b);

		g_test_message ("%s = %s: %.3f", same[i].a, same[i].b, match.similarity);
		g_assert_true (match.is_worth_a_look);
		g_assert_false (match.is_vetoed);
	}
	for (guint i = 0; i < G_N_ELEMENTS (different); i++) {
		FairleadNameMatch match =
			compare (scorer, different[i].kind, different[i].a, different[i].b);

		g_test_message ("%s, %s: %.3f", different[i].a, different[i].b, match.similarity);
		g_assert_false (match.is_worth_a_look);
	}
}

static void
test_vetoes (void)
{
	g_autoptr (FairleadNameScorer) scorer = fairlead_name_scorer_new (NULL);

	g_assert_true (compare (scorer, FAIRLEAD_KIND_VESSEL, "SAM MA 2", "SAM MA 3").is_vetoed);
	g_assert_true (compare (scorer, FAIRLEAD_KIND_VESSEL, "SAM MA", "SAM MA 3").is_vetoed);
	g_assert_true (
		compare (scorer, FAIRLEAD_KIND_COMPANY, "North Heron Works", "South Heron Works")
			.is_vetoed);
	g_assert_false (compare (scorer, FAIRLEAD_KIND_COMPANY, "Heron 1998", "Heron").is_vetoed);
	g_assert_false (compare (scorer, FAIRLEAD_KIND_PERSON, "Kim Il", "Kim Il").is_vetoed);
}

/* A wholly alike common name says less than a rare one that is only nearly alike; a legal form says
 * nothing */
static void
test_evidence_is_apart (void)
{
	g_autoptr (FairleadNameScorer) scorer = fairlead_name_scorer_new (NULL);
	FairleadNameMatch common =
		compare (scorer, FAIRLEAD_KIND_PERSON, "Muhammad Ali", "Muhammad Ali");
	FairleadNameMatch rare =
		compare (scorer, FAIRLEAD_KIND_PERSON, "Evander Hawkesquill", "Evandr Hawkesquil");
	FairleadNameMatch legal = compare (scorer, FAIRLEAD_KIND_COMPANY, "Co Ltd", "Co Ltd");

	g_assert_cmpfloat (common.similarity, ==, 1.0);
	g_assert_cmpfloat (rare.similarity, <, 1.0);
	g_assert_cmpfloat (rare.evidence, >, common.evidence + 8.0);
	g_assert_cmpfloat (legal.similarity, ==, 1.0);
	g_assert_cmpfloat (legal.evidence, ==, 0.0);
}

/* The names of a network say what is common in it: of 63 parties 32 are Herons */
static void
test_words_of_the_network (void)
{
	g_autoptr (GString) text = g_string_new ("X is company; X named Quillon");
	g_autoptr (FairleadNameScorer) plain = fairlead_name_scorer_new (NULL);
	g_autoptr (FairleadNameScorer) scorer = NULL;
	g_autoptr (FairleadNetwork) network = NULL;
	FairleadNameMatch before, after, rare;

	for (guint i = 0; i < 400; i++)
		g_string_append_printf (text, "; A%u is company; A%u named Heron W%u", i, i, i);
	network = test_network_from (text->str);
	scorer = fairlead_name_scorer_new (network);
	before = compare (plain, FAIRLEAD_KIND_COMPANY, "Heron", "Heron");
	after = compare (scorer, FAIRLEAD_KIND_COMPANY, "Heron", "Heron");
	rare = compare (scorer, FAIRLEAD_KIND_COMPANY, "Quillon", "Quillon");
	/* log2 (20000) before; log2 (20401 / 400) with the network */
	g_assert_cmpfloat_with_epsilon (before.evidence, 14.2877, 1e-3);
	g_assert_cmpfloat_with_epsilon (after.evidence, 5.6725, 1e-3);
	g_assert_cmpfloat (rare.evidence, >, 14.0);
}

static void
test_explanation (void)
{
	g_autoptr (FairleadNameScorer) scorer = fairlead_name_scorer_new (NULL);
	g_autoptr (FairleadNameParts) a =
		fairlead_name_scorer_parse (scorer, "M/V Paek Yang San 2", FAIRLEAD_KIND_VESSEL);
	g_autoptr (FairleadNameParts) b =
		fairlead_name_scorer_parse (scorer, "Baekyangsan 3", FAIRLEAD_KIND_VESSEL);
	g_autofree char *words = fairlead_name_scorer_dup_explanation (scorer, a, b);

	g_assert_cmpstr (words, ==,
	                 "paek yang san ~ baekyangsan (Korean spellings); only left: 2; only "
	                 "right: 3; vetoed: two of a series; set aside: m v");
}

static void
test_any_bytes (void)
{
	static const char *const texts[] = { "",
		                             " ",
		                             "-",
		                             "\xff\xfe",
		                             "1",
		                             "Ltd",
		                             "\xe2\x80\xae x",
		                             ("a a a a a a a a a a a a a a a a a a a a a a a a a a "
		                              "a a a a a a a a a a a a a") };
	g_autoptr (FairleadNameScorer) scorer = fairlead_name_scorer_new (NULL);

	for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
		for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
			for (guint kind = 0; kind < FAIRLEAD_N_KINDS; kind++) {
				FairleadNameMatch match =
					compare (scorer, kind, texts[i], texts[j]);

				g_assert_true (match.similarity >= 0.0 && match.similarity <= 1.0);
			}
}

/* ---- keys ---- */

static void
test_keys (void)
{
	static const struct {
		FairleadKeySystem system;
		const char *a, *b;
		gboolean are_one;
	} vectors[] = {
		{ FAIRLEAD_KEY_KOREAN, "paek", "baek", TRUE },
		{ FAIRLEAD_KEY_KOREAN, "paekyangsan", "baegyangsan", TRUE },
		{ FAIRLEAD_KEY_KOREAN, "hung", "heung", TRUE },
		{ FAIRLEAD_KEY_KOREAN, "pyongyang", "pyeongyang", TRUE },
		{ FAIRLEAD_KEY_KOREAN, "ri", "lee", TRUE },
		{ FAIRLEAD_KEY_KOREAN, "yi", "rhee", TRUE },
		{ FAIRLEAD_KEY_KOREAN, "rim", "lim", TRUE },
		{ FAIRLEAD_KEY_KOREAN, "ryong", "yong", TRUE },
		{ FAIRLEAD_KEY_KOREAN, "ro", "noh", TRUE },
		{ FAIRLEAD_KEY_KOREAN, "choe", "choi", TRUE },
		{ FAIRLEAD_KEY_KOREAN, "kim", "kam", FALSE },
		{ FAIRLEAD_KEY_KOREAN, "san", "son", FALSE },
		{ FAIRLEAD_KEY_CHINESE, "hsieh", "xie", TRUE },
		{ FAIRLEAD_KEY_CHINESE, "tsai", "cai", TRUE },
		{ FAIRLEAD_KEY_CHINESE, "chien", "jian", TRUE },
		{ FAIRLEAD_KEY_CHINESE, "tung", "dong", TRUE },
		{ FAIRLEAD_KEY_CHINESE, "wang", "wan", FALSE },
		{ FAIRLEAD_KEY_SLAVIC, "aleksandr", "alexandr", TRUE },
		{ FAIRLEAD_KEY_SLAVIC, "yuriy", "iouri", TRUE },
		{ FAIRLEAD_KEY_SLAVIC, "ivanov", "ivanova", FALSE },
		{ FAIRLEAD_KEY_ARABIC, "muhammad", "mohamed", TRUE },
		{ FAIRLEAD_KEY_ARABIC, "qasim", "kassem", TRUE },
		{ FAIRLEAD_KEY_ARABIC, "hasan", "salim", FALSE },
	};
	char a[FAIRLEAD_KEY_SIZE], b[FAIRLEAD_KEY_SIZE];

	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		gboolean has_both = fairlead_key_make (vectors[i].system, vectors[i].a, a) > 0;

		has_both = fairlead_key_make (vectors[i].system, vectors[i].b, b) > 0 && has_both;
		g_test_message ("%s %s: %s %s", vectors[i].a, vectors[i].b, a, b);
		g_assert_cmpint (has_both && strcmp (a, b) == 0, ==, vectors[i].are_one);
	}
	/* No Korean word has such a run of consonants */
	g_assert_cmpuint (fairlead_key_make (FAIRLEAD_KEY_KOREAN, "schmidt", a), ==, 0);
	g_assert_cmpuint (fairlead_key_make (FAIRLEAD_KEY_KOREAN, "xavier", a), ==, 0);
}

/* ---- edits ---- */

static void
test_edits_by_hand (void)
{
	/* A whole letter, one that is heard alike, a doubled one, an h, two swapped */
	g_assert_cmpfloat_with_epsilon (fairlead_words_alike ("heron", "hexon"), 0.8, 1e-9);
	g_assert_cmpfloat_with_epsilon (fairlead_words_alike ("heron", "helon"), 0.9, 1e-9);
	g_assert_cmpfloat_with_epsilon (fairlead_words_alike ("tanker", "tannker"),
	                                1.0 - 0.25 / 7.0, 1e-9);
	g_assert_cmpfloat_with_epsilon (fairlead_words_alike ("tomas", "thomas"), 1.0 - 0.4 / 6.0,
	                                1e-9);
	g_assert_cmpfloat_with_epsilon (fairlead_words_alike ("martin", "matrin"), 1.0 - 0.7 / 6.0,
	                                1e-9);
	g_assert_cmpfloat (fairlead_words_alike ("chol", "su"), ==, 0.0);
	g_assert_cmpfloat (fairlead_words_alike ("amber", "heron"), ==, 0.0);
	g_assert_cmpfloat (fairlead_words_alike ("", "a"), ==, 0.0);
	g_assert_cmpfloat (fairlead_words_alike ("", ""), ==, 1.0);
}

/* Cheaper than plain Levenshtein, never dearer than 1.5 of it; symmetric; 1 for the same alone */
static guint
levenshtein (const char *a, const char *b)
{
	guint skip, most;

	if (*a == '\0' || *b == '\0')
		return (guint) (strlen (a) + strlen (b));
	if (*a == *b)
		return levenshtein (a + 1, b + 1);
	skip = MIN (levenshtein (a + 1, b), levenshtein (a, b + 1));
	most = levenshtein (a + 1, b + 1);
	return 1 + MIN (skip, most);
}

static void
test_edits_at_random (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (7);

	for (guint round = 0; round < 2000; round++) {
		char words[2][8] = { "", "" };
		double alike, bound;

		for (guint i = 0; i < 2; i++)
			for (gint j = g_rand_int_range (random, 1, 7); j > 0; j--)
				words[i][strlen (words[i])] =
					"abdrstho"[g_rand_int_range (random, 0, 8)];
		alike = fairlead_words_alike (words[0], words[1]);
		bound = 1.0
		        - (double) levenshtein (words[0], words[1])
		                  / (double) MAX (strlen (words[0]), strlen (words[1]));
		g_assert_cmpfloat (alike, ==, fairlead_words_alike (words[1], words[0]));
		g_assert_true (alike == 0.0 || alike >= bound - 1e-9);
		g_assert_cmpint (alike == 1.0, ==, strcmp (words[0], words[1]) == 0);
		if (bound >= 2.0 / 3.0)
			g_assert_cmpfloat (alike, >, 0.0);
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/name-similarity/same-and-different", test_same_and_different);
	g_test_add_func ("/graph/name-similarity/vetoes", test_vetoes);
	g_test_add_func ("/graph/name-similarity/evidence-is-apart", test_evidence_is_apart);
	g_test_add_func ("/graph/name-similarity/words-of-the-network", test_words_of_the_network);
	g_test_add_func ("/graph/name-similarity/explanation", test_explanation);
	g_test_add_func ("/graph/name-similarity/any-bytes", test_any_bytes);
	g_test_add_func ("/graph/name-similarity/keys", test_keys);
	g_test_add_func ("/graph/name-similarity/edits-by-hand", test_edits_by_hand);
	g_test_add_func ("/graph/name-similarity/edits-at-random", test_edits_at_random);
	return g_test_run ();
}
