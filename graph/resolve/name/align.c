/* graph/resolve/name/align.c */
#include "graph/resolve/name/align.h"

#include <string.h>

#include "graph/resolve/name/acronym.h"
#include "graph/resolve/name/edit.h"
#include "ingest/grammar/country.h"

/* ---- two words ---- */

/* What a likeness by each is worth. Keys of names that look it are worth more: any word can be
 * read as if it were Korean. */
#define ALIKE_INITIAL 0.8
#define ALIKE_SYLLABIC 0.96
#define ALIKE_SLAVIC 0.93
#define ALIKE_ARABIC 0.86
#define ALIKE_ACRONYM 0.8
#define LEAST_SYLLABIC_KEY 5 /* letters of a key that says enough by itself */
#define ALIKE_BARE_KEY 0.85

static double
key_worth (const FairleadAlignment *self, FairleadKeySystem system, const char *key)
{
	switch (system) {
	case FAIRLEAD_KEY_KOREAN:
	case FAIRLEAD_KEY_CHINESE:
		if (self->is_syllabic)
			return ALIKE_SYLLABIC;
		return strlen (key) >= LEAST_SYLLABIC_KEY ? ALIKE_BARE_KEY : 0.0;
	case FAIRLEAD_KEY_SLAVIC:
		return ALIKE_SLAVIC;
	default:
		return self->of_persons ? ALIKE_ARABIC : 0.0;
	}
}

static double
alike_by_keys (const FairleadAlignment *self, const FairleadNameWord *a, const FairleadNameWord *b,
               guint *reason)
{
	double best = 0.0;

	for (guint i = 0; i < FAIRLEAD_N_KEYS; i++) {
		double worth;

		if (a->keys[i] == NULL || b->keys[i] == NULL
		    || strcmp (a->keys[i], b->keys[i]) != 0)
			continue;
		worth = key_worth (self, i, a->keys[i]);
		if (worth > best) {
			best = worth;
			*reason = FAIRLEAD_BY_KEY + i;
		}
	}
	return best;
}

static gboolean
is_initial_of (const FairleadNameWord *a, const FairleadNameWord *b)
{
	return a->text[1] == '\0' && a->text[0] == b->text[0] && b->text[1] != '\0';
}

static gboolean
same_place (const FairleadNameWord *a, const FairleadNameWord *b)
{
	return strcmp (fairlead_country_code (a->text), fairlead_country_code (b->text)) == 0;
}

static const char *
as_written (const FairleadNameWord *word)
{
	return word->written != NULL ? word->written : word->text;
}

/* What means the same was found to be: a misspelling of one may be known for what it means, and of
 * the other not */
static double
alike_by_letters (const FairleadAlignment *self, const FairleadNameWord *a,
                  const FairleadNameWord *b)
{
	const char *x = as_written (a), *y = as_written (b);

	if (a->written == NULL && b->written == NULL)
		return fairlead_word_memo_alike (self->memo, x, a->hash, y, b->hash);
	return fairlead_word_memo_alike (self->memo, x, fairlead_word_hash (x), y,
	                                 fairlead_word_hash (y));
}

/* IRAN and IRAQ are two, EXPORT and IMPORT, NORTH and SOUTH */
static gboolean
are_known_apart (const FairleadNameWord *a, const FairleadNameWord *b)
{
	return (a->is_place && b->is_place) || (a->is_trade && b->is_trade)
	       || (a->word_class != FAIRLEAD_WORD_PLAIN && b->word_class != FAIRLEAD_WORD_PLAIN);
}

#define LEAST_KNOWN 0.8 /* of a word that is known for what it is, and one that is not */

static double
known_alike (const FairleadAlignment *self, const FairleadNameWord *a, const FairleadNameWord *b,
             guint *reason)
{
	double alike;

	if (a->is_place && b->is_place)
		return same_place (a, b) ? 1.0 : 0.0;
	if (are_known_apart (a, b) || a->word_class == FAIRLEAD_WORD_NUMBER
	    || b->word_class == FAIRLEAD_WORD_NUMBER)
		return 0.0;
	*reason = FAIRLEAD_BY_SPELLING;
	alike = alike_by_letters (self, a, b);
	return alike >= LEAST_KNOWN ? alike : 0.0;
}

static double
words_alike (const FairleadAlignment *self, const FairleadNameWord *a, const FairleadNameWord *b,
             guint *reason)
{
	double by_keys, by_letters;

	*reason = FAIRLEAD_BY_SAME;
	if (strcmp (a->text, b->text) == 0)
		return 1.0;
	if (a->word_class != FAIRLEAD_WORD_PLAIN || b->word_class != FAIRLEAD_WORD_PLAIN
	    || are_known_apart (a, b))
		return known_alike (self, a, b, reason);
	if (self->of_persons && (is_initial_of (a, b) || is_initial_of (b, a))) {
		*reason = FAIRLEAD_BY_INITIAL;
		return ALIKE_INITIAL;
	}
	by_keys = alike_by_keys (self, a, b, reason);
	by_letters = alike_by_letters (self, a, b);
	if (by_letters > by_keys)
		*reason = FAIRLEAD_BY_SPELLING;
	return MAX (by_keys, by_letters);
}

/* ---- two names ---- */

double
fairlead_alignment_weigh (const FairleadNameParts *parts, guint first, guint n)
{
	double weight = 0.0;

	for (guint i = first; i < first + n; i++)
		weight += parts->words[i].weight;
	return weight;
}

static void
add_candidate (FairleadAlignment *self, guint a, guint n_a, guint b, guint n_b, double alike,
               guint reason)
{
	FairleadPairing pairing = { (guint8) a,      (guint8) n_a, (guint8) b, (guint8) n_b,
		                    (guint8) reason, alike,        0 };

	if (alike <= 0.0)
		return;
	pairing.weight = fairlead_alignment_weigh (self->a, a, n_a)
	                 + fairlead_alignment_weigh (self->b, b, n_b);
	g_array_append_val (self->candidates, pairing);
}

static void
pair_words (FairleadAlignment *self)
{
	for (guint i = 0; i < self->a->n_words; i++)
		for (guint j = 0; j < self->b->n_words; j++) {
			guint reason;
			double alike =
				words_alike (self, &self->a->words[i], &self->b->words[j], &reason);

			add_candidate (self, i, 1, j, 1, alike, reason);
		}
}

/* @n words without the spaces between; FALSE where they are not all words of a name */
static gboolean
join_words (const FairleadNameParts *parts, guint first, guint n, GString *joined)
{
	g_string_truncate (joined, 0);
	for (guint i = first; i < first + n; i++) {
		guint8 word_class = parts->words[i].word_class;

		if (word_class != FAIRLEAD_WORD_PLAIN && word_class != FAIRLEAD_WORD_PARTICLE)
			return FALSE;
		g_string_append (joined, as_written (&parts->words[i]));
	}
	return TRUE;
}

#define LEAST_JOINED 0.8 /* of joined words: more chances need more likeness */
#define WORDS_JOINED 4

/* Words without the spaces between, and what they sound like, made when first asked for */
typedef struct {
	GString *text;
	guint64 hash;
	gboolean has_keys;
	char keys[2][FAIRLEAD_KEY_SIZE];
} Joined;

static const FairleadKeySystem syllabic_systems[] = { FAIRLEAD_KEY_KOREAN, FAIRLEAD_KEY_CHINESE };

static gboolean
joined_set (Joined *self, const FairleadNameParts *parts, guint first, guint n)
{
	self->has_keys = FALSE;
	if (!join_words (parts, first, n, self->text))
		return FALSE;
	self->hash = fairlead_word_hash (self->text->str);
	return TRUE;
}

static const char *
joined_key (Joined *self, guint i)
{
	for (guint j = 0; !self->has_keys && j < G_N_ELEMENTS (syllabic_systems); j++)
		fairlead_key_make (syllabic_systems[j], self->text->str, self->keys[j]);
	self->has_keys = TRUE;
	return self->keys[i];
}

/* @keys: of the other, by system; NULL or empty for none */
static double
joined_alike (const FairleadAlignment *self, Joined *joined, const char *other, guint64 hash,
              const char *const keys[2], guint *reason)
{
	double alike =
		fairlead_word_memo_alike (self->memo, joined->text->str, joined->hash, other, hash);

	*reason = FAIRLEAD_BY_SPACES;
	for (guint i = 0;
	     self->is_syllabic && i < G_N_ELEMENTS (syllabic_systems) && alike < ALIKE_SYLLABIC;
	     i++) {
		double worth;

		if (keys[i] == NULL || *keys[i] == '\0'
		    || strcmp (joined_key (joined, i), keys[i]) != 0)
			continue;
		worth = key_worth (self, syllabic_systems[i], keys[i]);
		if (worth > alike) {
			alike = worth;
			*reason = FAIRLEAD_BY_KEY + syllabic_systems[i];
		}
	}
	return alike >= LEAST_JOINED ? alike : 0.0;
}

/* Words joined are about as long as the one that they are */
static gboolean
may_be_one (const GString *joined, const char *word)
{
	gsize length = strlen (word);

	return length >= 4 && joined->len <= length + 3 && length <= joined->len + 3;
}

/* A run of words against one of the other name; @is_swapped: the run is of the second name */
static void
pair_run (FairleadAlignment *self, Joined *joined, const FairleadPairing *run,
          const FairleadNameParts *one, guint i, gboolean is_swapped)
{
	const FairleadNameWord *word = &one->words[i];
	const char *const keys[] = { word->keys[FAIRLEAD_KEY_KOREAN],
		                     word->keys[FAIRLEAD_KEY_CHINESE] };
	guint reason;
	double alike;

	if (word->word_class != FAIRLEAD_WORD_PLAIN
	    || !may_be_one (joined->text, as_written (word)))
		return;
	alike = joined_alike (self, joined, as_written (word),
	                      word->written == NULL ? word->hash
	                                            : fairlead_word_hash (word->written),
	                      keys, &reason);
	if (is_swapped)
		add_candidate (self, i, 1, run->a, run->n_a, alike, reason);
	else
		add_candidate (self, run->a, run->n_a, i, 1, alike, reason);
}

/* Runs of words of @many that are one word of @one */
static void
pair_runs (FairleadAlignment *self, const FairleadNameParts *one, const FairleadNameParts *many,
           gboolean is_swapped, GString *text)
{
	Joined joined = { .text = text };

	for (guint j = 0; j < many->n_words; j++)
		for (guint n = 2; n <= WORDS_JOINED && j + n <= many->n_words; n++) {
			const FairleadPairing run = { .a = (guint8) j, .n_a = (guint8) n };

			if (!joined_set (&joined, many, j, n))
				break;
			for (guint i = 0; i < one->n_words; i++)
				pair_run (self, &joined, &run, one, i, is_swapped);
		}
}

/* Syllables grouped otherwise: PAE KYANGSAN and PAEK YANG SAN. All words without numbers. */
static guint
count_plain (const FairleadNameParts *parts)
{
	guint n = 0;

	while (n < parts->n_words && parts->words[n].word_class == FAIRLEAD_WORD_PLAIN)
		n++;
	return n;
}

static void
pair_all (FairleadAlignment *self)
{
	const FairleadNameParts *a = self->a, *b = self->b;
	guint n_a = count_plain (a), n_b = count_plain (b), reason;
	g_autoptr (GString) text_a = g_string_new (NULL);
	g_autoptr (GString) text_b = g_string_new (NULL);
	Joined joined_a = { .text = text_a }, joined_b = { .text = text_b };
	double alike;

	if (n_a < 2 || n_b < 2 || !self->is_syllabic || !joined_set (&joined_a, a, 0, n_a)
	    || !joined_set (&joined_b, b, 0, n_b))
		return;
	alike = joined_alike (
		self, &joined_a, text_b->str, joined_b.hash,
		(const char *const[]){ joined_key (&joined_b, 0), joined_key (&joined_b, 1) },
		&reason);
	add_candidate (self, 0, n_a, 0, n_b, alike, reason);
}

/* A word of @one that is made of the initials of words of @many */
static void
pair_acronyms (FairleadAlignment *self, const FairleadNameParts *one, const FairleadNameParts *many,
               gboolean is_swapped)
{
	for (guint i = 0; i < one->n_words; i++)
		for (guint j = 0; j + 1 < many->n_words; j++) {
			guint n = fairlead_acronym_find (one, i, many, j);

			if (n > 1 && is_swapped)
				add_candidate (self, i, 1, j, n, ALIKE_ACRONYM,
				               FAIRLEAD_BY_ACRONYM);
			else if (n > 1)
				add_candidate (self, j, n, i, 1, ALIKE_ACRONYM,
				               FAIRLEAD_BY_ACRONYM);
		}
}

static gint
compare_pairings (gconstpointer a, gconstpointer b)
{
	const FairleadPairing *x = a, *y = b;
	guint words_x = x->n_a + x->n_b, words_y = y->n_a + y->n_b;

	if (x->alike != y->alike)
		return x->alike > y->alike ? -1 : 1;
	/* A run of words must not beat its own words by its weight alone */
	if (words_x != words_y)
		return words_x < words_y ? -1 : 1;
	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	if (x->a != y->a)
		return x->a < y->a ? -1 : 1;
	return x->b < y->b ? -1 : x->b > y->b;
}

static void
choose (FairleadAlignment *self)
{
	g_array_sort (self->candidates, compare_pairings);
	for (guint i = 0; i < self->candidates->len; i++) {
		const FairleadPairing *pairing =
			&g_array_index (self->candidates, FairleadPairing, i);
		guint32 of_a = fairlead_alignment_bits (pairing->a, pairing->n_a);
		guint32 of_b = fairlead_alignment_bits (pairing->b, pairing->n_b);

		if ((self->taken_a & of_a) || (self->taken_b & of_b)
		    || self->n_chosen == FAIRLEAD_NAME_WORDS_MAX)
			continue;
		self->taken_a |= of_a;
		self->taken_b |= of_b;
		self->chosen[self->n_chosen++] = *pairing;
	}
}

void
fairlead_alignment_init (FairleadAlignment *self, FairleadNameScorer *scorer,
                         const FairleadNameParts *a, const FairleadNameParts *b)
{
	g_autoptr (GString) text = g_string_new (NULL);

	*self = (FairleadAlignment){ .a = a, .b = b, .memo = scorer->memo };
	self->of_persons = a->is_person && b->is_person;
	self->of_ships = a->kind == FAIRLEAD_KIND_VESSEL || b->kind == FAIRLEAD_KIND_VESSEL;
	self->is_syllabic = a->is_syllabic || b->is_syllabic;
	self->candidates = g_array_new (FALSE, FALSE, sizeof (FairleadPairing));
	pair_words (self);
	pair_runs (self, a, b, TRUE, text);
	pair_runs (self, b, a, FALSE, text);
	pair_all (self);
	if (!self->of_persons && !self->of_ships) {
		pair_acronyms (self, a, b, TRUE);
		pair_acronyms (self, b, a, FALSE);
	}
	choose (self);
}

void
fairlead_alignment_clear (FairleadAlignment *self)
{
	g_clear_pointer (&self->candidates, g_array_unref);
}
