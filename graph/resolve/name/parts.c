/* graph/resolve/name/parts.c */
#include "graph/resolve/name/parts.h"

#include <string.h>

#include "graph/resolve/name/acronym.h"
#include "ingest/grammar/country.h"
#include "ingest/grammar/name.h"

/* Of a word that says hardly anything, and of one that tells members of a series apart */
#define WEIGHT_PARTICLE 0.3
#define WEIGHT_SERIES 4.0

/* Given names are common and still tell brothers apart: rarity counts half for persons */
#define PERSON_BASE 5.0
#define PERSON_RARITY 0.5

#define LEAST_PLACE 4 /* letters of a country's name: codes are words of names, too */

/* ---- words ---- */

/* SAMMA2 is SAMMA 2 */
static char *
dup_numbers_apart (const char *folded)
{
	g_autoptr (GString) apart = g_string_new (NULL);
	guint n_letters = 0;

	for (const char *at = folded; *at != '\0'; at++) {
		if (g_ascii_isdigit (*at) && n_letters >= 3)
			g_string_append_c (apart, ' ');
		n_letters = g_ascii_isalpha (*at) ? n_letters + 1 : 0;
		g_string_append_c (apart, *at);
	}
	return g_strdup (apart->str);
}

typedef struct {
	FairleadNameScorer *scorer;
	FairleadNameParts *parts;
	GStrv words;
	guint n;
	GString *aside;
} Parsing;

static double
weigh (const FairleadNameParts *parts, const FairleadNameWord *word)
{
	switch (word->word_class) {
	case FAIRLEAD_WORD_PARTICLE:
		return WEIGHT_PARTICLE;
	case FAIRLEAD_WORD_NUMBER:
	case FAIRLEAD_WORD_SIDE:
		return WEIGHT_SERIES;
	default:
		return parts->is_person ? PERSON_BASE + PERSON_RARITY * word->bits : word->bits;
	}
}

static void
make_keys (FairleadNameWord *word)
{
	char key[FAIRLEAD_KEY_SIZE];

	word->has_letters_only =
		word->text[strspn (word->text, "abcdefghijklmnopqrstuvwxyz")] == '\0';
	for (guint i = 0; word->has_letters_only && i < FAIRLEAD_N_KEYS; i++)
		if (fairlead_key_make (i, word->text, key) > 0)
			word->keys[i] = g_strdup (key);
	word->is_syllable = word->has_letters_only && fairlead_word_is_syllable (word->text);
}

static void
add_word (Parsing *parsing, const char *text, FairleadWordClass word_class)
{
	FairleadNameParts *parts = parsing->parts;
	FairleadNameWord *word;

	if (parts->n_words == FAIRLEAD_NAME_WORDS_MAX)
		return;
	word = &parts->words[parts->n_words++];
	word->text = g_strdup (text);
	word->initial = *text;
	word->hash = fairlead_word_hash (text);
	word->word_class = word_class;
	word->bits = word_class == FAIRLEAD_WORD_PARTICLE ? 0.0
	             : word_class == FAIRLEAD_WORD_PLAIN
	                     ? fairlead_frequency_bits (parsing->scorer, text)
	                     : 2.0;
	word->weight = weigh (parts, word);
	word->is_place = !parts->is_person && word_class == FAIRLEAD_WORD_PLAIN
	                 && strlen (text) >= LEAST_PLACE && fairlead_country_code (text) != NULL;
	if (word_class == FAIRLEAD_WORD_PLAIN)
		make_keys (word);
}

static void
clear_word (FairleadNameWord *word)
{
	g_free (word->text);
	g_free (word->written);
	for (guint i = 0; i < FAIRLEAD_N_KEYS; i++)
		g_free (word->keys[i]);
	*word = (FairleadNameWord){ 0 };
}

/* What an acronym may end with: SA, or the C of COMPANY */
static void
note_aside (FairleadNameWord *word, const char *text)
{
	gsize n = strlen (word->aside);

	for (const char *at = text; *at != '\0' && n + 1 < sizeof word->aside; at++)
		if (*at != ' ')
			word->aside[n++] = *at;
	word->aside[n] = '\0';
}

static void
set_aside (Parsing *parsing, const char *text)
{
	FairleadNameParts *parts = parsing->parts;

	if (parts->n_words > 0 && *parts->words[parts->n_words - 1].aside == '\0')
		note_aside (&parts->words[parts->n_words - 1], text);
	if (parsing->aside->len > 0)
		g_string_append (parsing->aside, ", ");
	g_string_append (parsing->aside, text);
}

/* Which classes mean something for whom */
static gboolean
is_for (const FairleadNameParts *parts, const FairleadWord *word, guint at, guint n_behind)
{
	gboolean is_ship =
		parts->kind == FAIRLEAD_KIND_VESSEL || parts->kind == FAIRLEAD_KIND_AIRCRAFT;

	switch (word->word_class) {
	case FAIRLEAD_WORD_LEGAL:
		return !parts->is_person && !is_ship
		       && (!word->only_last || (at > 0 && n_behind <= 2));
	case FAIRLEAD_WORD_SHORT:
		return !parts->is_person && !is_ship;
	case FAIRLEAD_WORD_TITLE:
		return parts->is_person;
	case FAIRLEAD_WORD_SHIP:
		return is_ship && at == 0 && n_behind > 0;
	case FAIRLEAD_WORD_NUMBER:
	case FAIRLEAD_WORD_SIDE:
		return !parts->is_person;
	default:
		return TRUE;
	}
}

/* The letter that word @n of a meaning has in an acronym: that of the same word as it stood */
static char
initial_of (const char *text, guint n)
{
	for (; n > 0 && text != NULL; n--) {
		text = strchr (text, ' ');
		text = text == NULL ? NULL : text + 1;
	}
	return text == NULL ? '\0' : *text;
}

/* Harakat is a movement, and Harkat is how it is misspelt */
static void
note_written (FairleadNameWord *word, const char *text)
{
	if (strcmp (word->text, text) != 0 && strchr (text, ' ') == NULL)
		word->written = g_strdup (text);
}

static void
add_meaning (Parsing *parsing, const FairleadWord *word, const char *text)
{
	g_auto (GStrv) words = g_strsplit (word->means, " ", -1);
	FairleadNameParts *parts = parsing->parts;

	for (guint i = 0; words[i] != NULL; i++) {
		guint before = parts->n_words;

		add_word (parsing, words[i], FAIRLEAD_WORD_PLAIN);
		if (parts->n_words == before)
			return;
		parts->words[before].is_trade = word->is_trade;
		parts->words[before].is_sector = word->is_sector;
		parts->words[before].initial = initial_of (text, i);
	}
	if (words[0] != NULL && words[1] == NULL)
		note_written (&parts->words[parts->n_words - 1], text);
}

/* SOUTHEAST is two */
static void
add_sides (Parsing *parsing, const FairleadWord *word, const char *text)
{
	g_auto (GStrv) sides = g_strsplit (word->means, " ", -1);
	FairleadNameParts *parts = parsing->parts;

	for (guint i = 0; sides[i] != NULL; i++)
		add_word (parsing, sides[i], FAIRLEAD_WORD_SIDE);
	if (sides[1] == NULL && parts->n_words < FAIRLEAD_NAME_WORDS_MAX)
		note_written (&parts->words[parts->n_words - 1], text);
}

static void
take_known (Parsing *parsing, const FairleadWord *word, const char *text)
{
	switch (word->word_class) {
	case FAIRLEAD_WORD_LEGAL:
		if (word->form != FAIRLEAD_FORM_ANY)
			parsing->parts->form = word->form;
		set_aside (parsing, text);
		return;
	case FAIRLEAD_WORD_TITLE:
	case FAIRLEAD_WORD_SHIP:
		set_aside (parsing, text);
		return;
	case FAIRLEAD_WORD_SHORT:
		add_meaning (parsing, word, text);
		return;
	case FAIRLEAD_WORD_SIDE:
		add_sides (parsing, word, text);
		return;
	default:
		add_word (parsing, word->means != NULL ? word->means : text, word->word_class);
	}
}

/* @n words from @at as one text; letters that stand alone (l l c) without spaces where @tight */
static char *
dup_phrase (Parsing *parsing, guint at, guint n, gboolean tight)
{
	GString *phrase = g_string_new (parsing->words[at]);

	for (guint i = at + 1; i < at + n; i++) {
		if (!tight)
			g_string_append_c (phrase, ' ');
		g_string_append (phrase, parsing->words[i]);
	}
	return g_string_free (phrase, FALSE);
}

static gboolean
are_single_letters (Parsing *parsing, guint at, guint n)
{
	for (guint i = at; i < at + n; i++)
		if (parsing->words[i][1] != '\0')
			return FALSE;
	return n > 1;
}

static const FairleadWord *
look_up (Parsing *parsing, guint at, guint n, char **text)
{
	const FairleadWord *word;

	*text = dup_phrase (parsing, at, n, FALSE);
	word = g_hash_table_lookup (parsing->scorer->words, *text);
	if (word == NULL && are_single_letters (parsing, at, n)) {
		g_autofree char *tight = dup_phrase (parsing, at, n, TRUE);

		word = g_hash_table_lookup (parsing->scorer->words, tight);
		if (word != NULL && word->word_class != FAIRLEAD_WORD_LEGAL)
			word = NULL;
	}
	return word != NULL && is_for (parsing->parts, word, at, parsing->n - at - n) ? word : NULL;
}

/* How many words the longest known phrase at @at takes, of @least; 0 where none is known */
static guint
take_phrase (Parsing *parsing, guint at, guint least)
{
	for (guint n = MIN (FAIRLEAD_PHRASE_MAX, parsing->n - at); n >= least; n--) {
		g_autofree char *text = NULL;
		const FairleadWord *word = look_up (parsing, at, n, &text);

		if (word == NULL)
			continue;
		take_known (parsing, word, text);
		return n;
	}
	return 0;
}

/* Digits, and a Roman numeral of one letter behind a name */
static const char *
get_number (Parsing *parsing, guint at)
{
	const char *word = parsing->words[at];

	if (parsing->parts->is_person)
		return NULL;
	if (word[strspn (word, "0123456789")] == '\0') {
		word += strspn (word, "0");
		return *word == '\0' ? "0" : word;
	}
	if (at == 0 || at + 1 < parsing->n || word[1] != '\0')
		return NULL;
	return *word == 'i' ? "1" : *word == 'v' ? "5" : *word == 'x' ? "10" : NULL;
}

/* `No. 2` */
static gboolean
is_number_sign (Parsing *parsing, guint at)
{
	const char *word = parsing->words[at];

	return (strcmp (word, "no") == 0 || strcmp (word, "nr") == 0
	        || strcmp (word, "number") == 0)
	       && at + 1 < parsing->n && get_number (parsing, at + 1) != NULL;
}

static gboolean
is_letter (Parsing *parsing, guint at)
{
	return at < parsing->n && g_ascii_isalpha (*parsing->words[at])
	       && parsing->words[at][1] == '\0';
}

/* Letters side by side are one word, but for the initials of a person: I.B.M. is IBM */
static gboolean
begins_letters (Parsing *parsing, guint at)
{
	return !parsing->parts->is_person && is_letter (parsing, at) && is_letter (parsing, at + 1);
}

static guint
take_letters (Parsing *parsing, guint at)
{
	g_autofree char *joined = NULL;
	guint n = 1;

	while (begins_letters (parsing, at + n - 1))
		n++;
	joined = dup_phrase (parsing, at, n, TRUE);
	add_word (parsing, joined, FAIRLEAD_WORD_PLAIN);
	return n;
}

static guint
take_word (Parsing *parsing, guint at)
{
	const char *number = get_number (parsing, at);
	guint n;

	if (number != NULL) {
		add_word (parsing, number, FAIRLEAD_WORD_NUMBER);
		return 1;
	}
	if (is_number_sign (parsing, at))
		return 1;
	n = take_phrase (parsing, at, begins_letters (parsing, at) ? 2 : 1);
	return n > 0 ? n : take_letters (parsing, at);
}

static void
note_syllables (FairleadNameParts *parts)
{
	guint n_plain = 0, n_syllables = 0;

	for (guint i = 0; i < parts->n_words; i++) {
		n_plain += parts->words[i].word_class == FAIRLEAD_WORD_PLAIN;
		n_syllables += parts->words[i].is_syllable;
	}
	parts->is_syllabic = n_plain >= 2 && n_syllables * 2 >= n_plain;
}

/* ---- parsing ---- */

static gboolean
is_blank (const char *word)
{
	return *word == '\0';
}

/* NATIONAL IRANIAN OIL COMPANY (NIOC): the acronym says it once more */
static void
set_acronyms_aside (Parsing *parsing)
{
	FairleadNameParts *parts = parsing->parts;

	for (guint i = 0; i < parts->n_words && parts->n_words > 2; i++) {
		if (!fairlead_acronym_is_of_own (parts, i))
			continue;
		set_aside (parsing, parts->words[i].text);
		clear_word (&parts->words[i]);
		parts->n_words--;
		memmove (&parts->words[i], &parts->words[i + 1],
		         (parts->n_words - i) * sizeof parts->words[0]);
		return;
	}
}

static void
take_apart (Parsing *parsing)
{
	FairleadNameParts *parts = parsing->parts;
	g_autofree char *apart =
		parts->is_person ? g_strdup (parts->folded) : dup_numbers_apart (parts->folded);
	g_auto (GStrv) words = g_strsplit (apart, " ", -1);

	parsing->words = words;
	parsing->n = g_strv_length (words);
	for (guint at = 0; at < parsing->n;)
		at += is_blank (words[at]) ? 1 : take_word (parsing, at);
	parsing->words = NULL;
}

/* Nobody says what it is, and nothing in its name that it is a company */
static gboolean
looks_like_person (const Parsing *parsing)
{
	const FairleadNameParts *parts = parsing->parts;

	if (parts->kind != FAIRLEAD_KIND_UNKNOWN || parsing->aside->len > 0)
		return FALSE;
	for (guint i = 0; i < parts->n_words; i++)
		if (parts->words[i].is_trade || parts->words[i].is_place
		    || parts->words[i].word_class == FAIRLEAD_WORD_NUMBER)
			return FALSE;
	return parts->n_words > 1;
}

static void
clear_words (FairleadNameParts *parts)
{
	for (guint i = 0; i < parts->n_words; i++)
		clear_word (&parts->words[i]);
	parts->n_words = 0;
}

FairleadNameParts *
fairlead_name_scorer_parse (FairleadNameScorer *self, const char *text, FairleadKind kind)
{
	FairleadNameParts *parts = g_new0 (FairleadNameParts, 1);
	Parsing parsing = { self, parts, NULL, 0, g_string_new (NULL) };

	parts->kind = kind;
	parts->is_person = kind == FAIRLEAD_KIND_PERSON;
	parts->folded = fairlead_name_dup_comparable (self, text);
	take_apart (&parsing);
	if (looks_like_person (&parsing)) {
		parts->is_person = TRUE;
		clear_words (parts);
		take_apart (&parsing);
	}
	if (!parts->is_person)
		set_acronyms_aside (&parsing);
	note_syllables (parts);
	fairlead_name_parts_mark (parts);
	parts->set_aside = g_string_free (parsing.aside, parsing.aside->len == 0);
	return parts;
}

void
fairlead_name_parts_free (FairleadNameParts *self)
{
	clear_words (self);
	g_free (self->folded);
	g_free (self->set_aside);
	g_free (self);
}
