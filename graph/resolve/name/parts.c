/* graph/resolve/name/parts.c */
#include "graph/resolve/name/parts.h"

#include <string.h>

#include "ingest/grammar/name.h"
#include "ingest/record/id-table.h"

/* Of a word that says hardly anything, and of one that tells members of a series apart */
#define WEIGHT_PARTICLE 0.3
#define WEIGHT_SERIES 4.0

/* Given names are common and still tell brothers apart: rarity counts half for persons */
#define PERSON_BASE 5.0
#define PERSON_RARITY 0.5

/* ---- the text ---- */

static gboolean
is_apostrophe (gunichar character)
{
	static const gunichar marks[] = { '\'',   '`',   0xb4,  0x2018, 0x2019,
		                          0x201b, 0x2bb, 0x2bc, 0x2be,  0x2bf };

	for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
		if (marks[i] == character)
			return TRUE;
	return FALSE;
}

/* Apostrophes stand within syllables (Ch'oe, Ts'ai, Int'l), and & is a word */
static char *
dup_marked (const char *text)
{
	g_autofree char *valid = g_utf8_make_valid (text, -1);
	g_autoptr (GString) marked = g_string_sized_new (strlen (valid) + 8);

	for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
		gunichar character = g_utf8_get_char (at);

		if (character == '&')
			g_string_append (marked, " and ");
		else if (!is_apostrophe (character))
			g_string_append_unichar (marked, character);
	}
	return g_strdup (marked->str);
}

char *
fairlead_name_dup_comparable (FairleadNameScorer *scorer, const char *text)
{
	g_autofree char *marked = dup_marked (text);
	g_autofree char *spaced = fairlead_words_dup_spaced (marked);

	return fairlead_transliterator_dup_key (scorer->transliterator, spaced);
}

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

/* ---- words ---- */

typedef struct {
	FairleadNameScorer *scorer;
	FairleadNameParts *parts;
	GStrv words;
	guint n;
	GString *aside;
} Parsing;

static gboolean
is_person (const FairleadNameParts *parts)
{
	return parts->kind == FAIRLEAD_KIND_PERSON;
}

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
		return is_person (parts) ? PERSON_BASE + PERSON_RARITY * word->bits : word->bits;
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
	word->hash = fairlead_word_hash (text);
	word->word_class = word_class;
	word->bits = word_class == FAIRLEAD_WORD_PARTICLE ? 0.0
	             : word_class == FAIRLEAD_WORD_PLAIN
	                     ? fairlead_frequency_bits (parsing->scorer, text)
	                     : 2.0;
	word->weight = weigh (parts, word);
	if (word_class == FAIRLEAD_WORD_PLAIN)
		make_keys (word);
}

static void
set_aside (Parsing *parsing, const char *text)
{
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
		return !is_person (parts) && !is_ship
		       && (!word->only_last || (at > 0 && n_behind <= 2));
	case FAIRLEAD_WORD_SHORT:
		return !is_person (parts) && !is_ship;
	case FAIRLEAD_WORD_TITLE:
		return is_person (parts);
	case FAIRLEAD_WORD_SHIP:
		return is_ship && at == 0 && n_behind > 0;
	case FAIRLEAD_WORD_NUMBER:
	case FAIRLEAD_WORD_SIDE:
		return !is_person (parts);
	default:
		return TRUE;
	}
}

static void
add_meaning (Parsing *parsing, const char *means)
{
	g_auto (GStrv) words = g_strsplit (means, " ", -1);

	for (guint i = 0; words[i] != NULL; i++)
		add_word (parsing, words[i], FAIRLEAD_WORD_PLAIN);
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
		add_meaning (parsing, word->means);
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

/* How many words the longest known phrase at @at takes, 0 where none is known */
static guint
take_phrase (Parsing *parsing, guint at)
{
	for (guint n = MIN (FAIRLEAD_PHRASE_MAX, parsing->n - at); n > 0; n--) {
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

	if (is_person (parsing->parts))
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
	n = take_phrase (parsing, at);
	if (n == 0)
		add_word (parsing, parsing->words[at], FAIRLEAD_WORD_PLAIN);
	return MAX (n, 1);
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

/* ---- marks ---- */

static void
add_mark (FairleadNameParts *parts, const char *text, gsize length)
{
	if (parts->n_marks < FAIRLEAD_NAME_MARKS_MAX && length > 1)
		parts->marks[parts->n_marks++] = fairlead_id_table_hash (text, length);
}

static gint
compare_marks (gconstpointer a, gconstpointer b)
{
	guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

	return x < y ? -1 : x > y;
}

#define BEGINNING 4 /* letters of a word that a misspelt one mostly still has */

static void
mark_words (FairleadNameParts *parts, GString *joined)
{
	for (guint i = 0; i < parts->n_words; i++) {
		const FairleadNameWord *word = &parts->words[i];

		if (word->word_class != FAIRLEAD_WORD_PLAIN)
			continue;
		g_string_append (joined, word->text);
		add_mark (parts, word->text, strlen (word->text));
		add_mark (parts, word->text, strnlen (word->text, BEGINNING));
		for (guint j = 0; j < FAIRLEAD_N_KEYS; j++)
			if (word->keys[j] != NULL)
				add_mark (parts, word->keys[j], strlen (word->keys[j]));
	}
}

/* Syllables may be grouped otherwise in the other name: the whole sound is a mark, too */
static void
make_marks (FairleadNameParts *parts)
{
	g_autoptr (GString) joined = g_string_new (NULL);
	char key[FAIRLEAD_KEY_SIZE];

	mark_words (parts, joined);
	add_mark (parts, joined->str, joined->len);
	add_mark (parts, joined->str, MIN (joined->len, BEGINNING));
	if (fairlead_key_make (FAIRLEAD_KEY_KOREAN, joined->str, key) > 0) {
		add_mark (parts, key, strlen (key));
		add_mark (parts, key, strnlen (key, BEGINNING));
	}
	qsort (parts->marks, parts->n_marks, sizeof *parts->marks, compare_marks);
}

gboolean
fairlead_name_parts_touch (const FairleadNameParts *a, const FairleadNameParts *b)
{
	guint i = 0, j = 0;

	while (i < a->n_marks && j < b->n_marks) {
		if (a->marks[i] == b->marks[j])
			return TRUE;
		if (a->marks[i] < b->marks[j])
			i++;
		else
			j++;
	}
	return FALSE;
}

/* ---- parsing ---- */

static gboolean
is_blank (const char *word)
{
	return *word == '\0';
}

FairleadNameParts *
fairlead_name_scorer_parse (FairleadNameScorer *self, const char *text, FairleadKind kind)
{
	FairleadNameParts *parts = g_new0 (FairleadNameParts, 1);
	g_autofree char *apart = NULL;
	g_auto (GStrv) words = NULL;
	Parsing parsing = { self, parts, NULL, 0, g_string_new (NULL) };

	parts->kind = kind;
	parts->folded = fairlead_name_dup_comparable (self, text);
	apart = is_person (parts) ? g_strdup (parts->folded) : dup_numbers_apart (parts->folded);
	parsing.words = words = g_strsplit (apart, " ", -1);
	parsing.n = g_strv_length (words);
	for (guint at = 0; at < parsing.n;)
		at += is_blank (words[at]) ? 1 : take_word (&parsing, at);
	note_syllables (parts);
	make_marks (parts);
	parts->set_aside = g_string_free (parsing.aside, parsing.aside->len == 0);
	return parts;
}

void
fairlead_name_parts_free (FairleadNameParts *self)
{
	for (guint i = 0; i < self->n_words; i++) {
		g_free (self->words[i].text);
		for (guint j = 0; j < FAIRLEAD_N_KEYS; j++)
			g_free (self->words[i].keys[j]);
	}
	g_free (self->folded);
	g_free (self->set_aside);
	g_free (self);
}
