/* graph/resolve/name/keys.c */
#include "graph/resolve/name/keys.h"

#include <string.h>

/* The longest spelling that fits is taken; capitals are classes of sounds */
typedef struct {
	const char *spelling;
	const char *sound;
} Rule;

/* Initials: stops and affricates are one class each, for voicing and breath are written or not
 * (Paek, Baek; Chol, Jol). Vowels: o is MR's and the DPRK's for both o and eo, u for u and eu, so
 * that all of them are one; glides stay. Finals: as the stops that they sound like. ng is n and
 * k: Han-gang has no hyphen in most lists. */
static const Rule korean[] = {
	{ "kk", "k" },   { "kh", "k" },   { "gg", "k" },  { "ck", "k" },   { "k", "k" },
	{ "g", "k" },    { "q", "k" },    { "tt", "t" },  { "th", "t" },   { "dd", "t" },
	{ "t", "t" },    { "d", "t" },    { "pp", "p" },  { "ph", "p" },   { "bb", "p" },
	{ "p", "p" },    { "b", "p" },    { "f", "p" },   { "tch", "c" },  { "cch", "c" },
	{ "jj", "c" },   { "ch", "c" },   { "j", "c" },   { "z", "c" },    { "ss", "s" },
	{ "sh", "s" },   { "s", "s" },    { "rr", "r" },  { "ll", "r" },   { "rh", "r" },
	{ "r", "r" },    { "l", "r" },    { "nn", "n" },  { "n", "n" },    { "mm", "m" },
	{ "m", "m" },    { "ng", "nk" },  { "h", "h" },   { "yeo", "yO" }, { "you", "yO" },
	{ "yoo", "yO" }, { "yo", "yO" },  { "yu", "yO" }, { "yae", "yE" }, { "ye", "yE" },
	{ "ya", "yA" },  { "wae", "wE" }, { "wa", "wA" }, { "weo", "wO" }, { "woo", "O" },
	{ "wo", "wO" },  { "we", "wE" },  { "oe", "wE" }, { "oi", "wE" },  { "wi", "wI" },
	{ "ui", "wI" },  { "eui", "wI" }, { "eo", "O" },  { "eu", "O" },   { "oo", "O" },
	{ "ou", "O" },   { "o", "O" },    { "u", "O" },   { "ae", "E" },   { "ai", "E" },
	{ "ay", "E" },   { "e", "E" },    { "aa", "A" },  { "a", "A" },    { "ee", "I" },
	{ "yi", "I" },   { "ii", "I" },   { "i", "I" },   { "wu", "O" },   { "oh", "O" },
	{ "ah", "A" },   { "uh", "O" },   { "y", "I" },
};

/* Wade-Giles writes with p, t, k, ch what pinyin writes with b, d, g, zh and j, and its apostrophes
 * are lost */
static const Rule chinese[] = {
	{ "zh", "c" },     { "ch", "c" },    { "j", "c" },     { "q", "c" },      { "tz", "c" },
	{ "ts", "c" },     { "z", "c" },     { "c", "c" },     { "hs", "s" },     { "sh", "s" },
	{ "ss", "s" },     { "x", "s" },     { "s", "s" },     { "b", "p" },      { "p", "p" },
	{ "d", "t" },      { "t", "t" },     { "g", "k" },     { "k", "k" },      { "f", "f" },
	{ "h", "h" },      { "l", "l" },     { "m", "m" },     { "r", "r" },      { "w", "w" },
	{ "y", "y" },      { "ng", "N" },    { "n", "n" },     { "iang", "iaN" }, { "iong", "ioN" },
	{ "iung", "ioN" }, { "ang", "aN" },  { "eng", "eN" },  { "ong", "oN" },   { "ung", "oN" },
	{ "ien", "iEn" },  { "ian", "iEn" }, { "yan", "yEn" }, { "yen", "yEn" },  { "uan", "uan" },
	{ "ieh", "ie" },   { "ie", "ie" },   { "yeh", "ye" },  { "ye", "ye" },    { "ueh", "ue" },
	{ "ue", "ue" },    { "uei", "ui" },  { "ui", "ui" },   { "uen", "un" },   { "un", "un" },
	{ "uo", "o" },     { "ou", "ou" },   { "iou", "iu" },  { "iu", "iu" },    { "yu", "yu" },
	{ "ao", "ao" },    { "ai", "ai" },   { "ei", "ei" },   { "ih", "i" },     { "eh", "e" },
	{ "a", "a" },      { "e", "e" },     { "i", "i" },     { "o", "o" },      { "u", "u" },
	{ "v", "u" },
};

static const Rule slavic[] = {
	{ "shch", "S" }, { "sch", "S" }, { "sh", "S" },  { "sz", "S" },  { "tch", "C" },
	{ "tsch", "C" }, { "ch", "C" },  { "cz", "C" },  { "tc", "c" },  { "ts", "c" },
	{ "tz", "c" },   { "zh", "Z" },  { "kh", "h" },  { "h", "h" },   { "x", "ks" },
	{ "ks", "ks" },  { "ph", "f" },  { "ff", "f" },  { "w", "v" },   { "v", "v" },
	{ "ou", "u" },   { "iy", "i" },  { "yi", "i" },  { "ii", "i" },  { "yy", "i" },
	{ "ij", "i" },   { "yj", "i" },  { "ey", "ei" }, { "ei", "ei" }, { "ej", "ei" },
	{ "ya", "A" },   { "ia", "A" },  { "ja", "A" },  { "iya", "A" }, { "yu", "U" },
	{ "iu", "U" },   { "ju", "U" },  { "iou", "U" }, { "yo", "e" },  { "io", "e" },
	{ "jo", "e" },   { "ye", "e" },  { "ie", "e" },  { "je", "e" },  { "y", "i" },
	{ "j", "i" },    { "c", "k" },   { "q", "k" },   { "dj", "Z" },  { "gu", "gu" },
	{ "ay", "ai" },  { "oy", "oi" },
};

/* Vowels are not written in Arabic; those who write them in Latin letters choose */
static const Rule arabic[] = {
	{ "a", "" },   { "e", "" },   { "i", "" },   { "o", "" },   { "u", "" },   { "y", "" },
	{ "w", "" },   { "v", "f" },  { "kh", "k" }, { "gh", "k" }, { "q", "k" },  { "g", "k" },
	{ "k", "k" },  { "c", "k" },  { "ck", "k" }, { "sh", "S" }, { "ch", "S" }, { "th", "t" },
	{ "dh", "d" }, { "z", "d" },  { "dj", "j" }, { "j", "j" },  { "ph", "f" }, { "p", "b" },
	{ "h", "" },   { "x", "ks" },
};

typedef struct {
	const char *title;
	const Rule *rules;
	gsize n_rules;
	gboolean is_closed; /* letters without a rule are of another language */
	gsize least;        /* letters of a key that says anything */
} System;

static const System systems[FAIRLEAD_N_KEYS] = {
	[FAIRLEAD_KEY_KOREAN] = { "Korean spellings", korean, G_N_ELEMENTS (korean), TRUE, 1 },
	[FAIRLEAD_KEY_CHINESE] = { "pinyin and Wade-Giles", chinese, G_N_ELEMENTS (chinese), TRUE,
	                           2 },
	[FAIRLEAD_KEY_SLAVIC] = { "transcriptions of Cyrillic", slavic, G_N_ELEMENTS (slavic),
	                          FALSE, 3 },
	[FAIRLEAD_KEY_ARABIC] = { "transcriptions of Arabic", arabic, G_N_ELEMENTS (arabic), FALSE,
	                          3 },
};

const char *
fairlead_key_title (FairleadKeySystem system)
{
	return systems[system].title;
}

static const Rule *
find_rule (const System *system, const char *at)
{
	const Rule *longest = NULL;

	for (gsize i = 0; i < system->n_rules; i++) {
		const Rule *rule = &system->rules[i];

		if (rule->spelling[0] == at[0] && g_str_has_prefix (at, rule->spelling)
		    && (longest == NULL || strlen (rule->spelling) > strlen (longest->spelling)))
			longest = rule;
	}
	return longest;
}

/* Letters written twice are heard once, unless a vowel that is left out stood between */
static void
append_sound (char key[FAIRLEAD_KEY_SIZE], gsize *length, const char *sound, gsize n,
              gboolean is_apart)
{
	for (gsize i = 0; i < n && *length < FAIRLEAD_KEY_SIZE - 1; i++)
		if (is_apart || *length == 0 || key[*length - 1] != sound[i])
			key[(*length)++] = sound[i];
	key[*length] = '\0';
}

/* A syllable that begins with r or n is written so in the DPRK, and without it or with n in the
 * South: Ri and Yi, Ryong and Yong, Ro and No */
static const char *
skip_korean_initial (const char *word)
{
	static const char *const before_i[] = { "ri",  "li",   "ni", "rhi", "lee",
		                                "ree", "rhee", "ry", "ly",  "ny" };

	for (gsize i = 0; i < G_N_ELEMENTS (before_i); i++)
		if (g_str_has_prefix (word, before_i[i]))
			return word + strcspn (word, "iey");
	return word;
}

/* The r of other first syllables is an n in the South */
static void
soften_korean_initial (char *key)
{
	if (key[0] == 'r')
		key[0] = 'n';
}

/* One consonant begins a word, three meet at most (ng is two), and not all end one */
static gboolean
is_korean (const char *key)
{
	guint run = 0, n_vowels = 0;

	for (const char *at = key; *at != '\0'; at++) {
		gboolean is_vowel = g_ascii_isupper (*at);

		n_vowels += is_vowel;
		run = is_vowel || *at == 'y' || *at == 'w' ? 0 : run + 1;
		if (run > (n_vowels == 0 ? 1u : 3u))
			return FALSE;
	}
	return n_vowels > 0 && strchr ("chs", key[strlen (key) - 1]) == NULL;
}

static gboolean
apply_rules (const System *system, const char *word, char key[FAIRLEAD_KEY_SIZE], gsize *length)
{
	const char *at = word;
	gboolean is_apart = FALSE;

	while (*at != '\0') {
		const Rule *rule = find_rule (system, at);

		if (rule == NULL && system->is_closed)
			return FALSE;
		append_sound (key, length, rule != NULL ? rule->sound : at,
		              rule != NULL ? strlen (rule->sound) : 1, is_apart);
		is_apart = rule != NULL && *rule->sound == '\0';
		at += rule != NULL ? strlen (rule->spelling) : 1;
	}
	return *length > 0;
}

gsize
fairlead_key_make (FairleadKeySystem system, const char *word, char key[FAIRLEAD_KEY_SIZE])
{
	const System *chosen = &systems[system];
	gboolean is_korean_system = system == FAIRLEAD_KEY_KOREAN;
	gsize length = 0;

	key[0] = '\0';
	/* The first sound of a name is rarely lost: vowels keep their place there */
	if (system == FAIRLEAD_KEY_ARABIC && strchr ("aeiou", word[0]) != NULL)
		append_sound (key, &length, "A", 1, FALSE);
	if (!apply_rules (chosen, is_korean_system ? skip_korean_initial (word) : word, key,
	                  &length)
	    || length < chosen->least || (is_korean_system && !is_korean (key))) {
		key[0] = '\0';
		return 0;
	}
	if (is_korean_system)
		soften_korean_initial (key);
	return length;
}

gboolean
fairlead_word_is_syllable (const char *word)
{
	gsize length = strlen (word);
	gsize initial = strcspn (word, "aeiouyw");
	gsize vowels = strspn (word + initial, "aeiouyw");
	const char *final = word + initial + vowels;

	return length >= 2 && length <= 6 && initial <= 3 && vowels >= 1 && vowels <= 3
	       && (*final == '\0' || strcmp (final, "ng") == 0
	           || (final[1] == '\0' && strchr ("nmkglrptbh", *final) != NULL));
}
