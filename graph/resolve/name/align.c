/* graph/resolve/name/align.c */
#include "graph/resolve/name/align.h"

#include <string.h>

#include "graph/resolve/name/edit.h"

/* ---- two words ---- */

/* What a likeness by each is worth. Keys of names that look it are worth more: any word can be
 * read as if it were Korean. */
#define ALIKE_INITIAL 0.8
#define ALIKE_SYLLABIC 0.96
#define ALIKE_SLAVIC 0.93
#define ALIKE_ARABIC 0.86
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

static double
words_alike (const FairleadAlignment *self, const FairleadNameWord *a, const FairleadNameWord *b,
             guint *reason)
{
	double by_keys, by_letters;

	*reason = FAIRLEAD_BY_SAME;
	if (strcmp (a->text, b->text) == 0)
		return 1.0;
	if (a->word_class != FAIRLEAD_WORD_PLAIN || b->word_class != FAIRLEAD_WORD_PLAIN)
		return 0.0;
	if (self->of_persons && (is_initial_of (a, b) || is_initial_of (b, a))) {
		*reason = FAIRLEAD_BY_INITIAL;
		return ALIKE_INITIAL;
	}
	by_keys = alike_by_keys (self, a, b, reason);
	by_letters = fairlead_words_alike (a->text, b->text);
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
		g_string_append (joined, parts->words[i].text);
	}
	return TRUE;
}

#define LEAST_JOINED 0.8 /* of joined words: more chances need more likeness */
#define WORDS_JOINED 4

static double
joined_alike (const FairleadAlignment *self, const char *a, const char *b, guint *reason)
{
	static const FairleadKeySystem systems[] = { FAIRLEAD_KEY_KOREAN, FAIRLEAD_KEY_CHINESE };
	char key_a[FAIRLEAD_KEY_SIZE], key_b[FAIRLEAD_KEY_SIZE];
	double alike = fairlead_words_alike (a, b);

	*reason = FAIRLEAD_BY_SPACES;
	for (guint i = 0; self->is_syllabic && i < G_N_ELEMENTS (systems) && alike < ALIKE_SYLLABIC;
	     i++)
		if (fairlead_key_make (systems[i], a, key_a) > 0
		    && fairlead_key_make (systems[i], b, key_b) > 0 && strcmp (key_a, key_b) == 0
		    && key_worth (self, systems[i], key_a) > alike) {
			alike = key_worth (self, systems[i], key_a);
			*reason = FAIRLEAD_BY_KEY + systems[i];
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

/* Runs of words of @many that are one word of @one; @is_swapped: @many is the second name */
static void
pair_runs (FairleadAlignment *self, const FairleadNameParts *one, const FairleadNameParts *many,
           gboolean is_swapped)
{
	g_autoptr (GString) joined = g_string_new (NULL);

	for (guint i = 0; i < one->n_words; i++)
		for (guint j = 0; j < many->n_words; j++)
			for (guint n = 2; n <= WORDS_JOINED && j + n <= many->n_words; n++) {
				guint reason;
				double alike;

				if (!join_words (many, j, n, joined)
				    || one->words[i].word_class != FAIRLEAD_WORD_PLAIN
				    || !may_be_one (joined, one->words[i].text))
					continue;
				alike = joined_alike (self, one->words[i].text, joined->str,
				                      &reason);
				if (is_swapped)
					add_candidate (self, i, 1, j, n, alike, reason);
				else
					add_candidate (self, j, n, i, 1, alike, reason);
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
	double alike;
	g_autoptr (GString) joined_a = g_string_new (NULL);
	g_autoptr (GString) joined_b = g_string_new (NULL);

	if (n_a < 2 || n_b < 2 || !self->is_syllabic || !join_words (a, 0, n_a, joined_a)
	    || !join_words (b, 0, n_b, joined_b))
		return;
	alike = joined_alike (self, joined_a->str, joined_b->str, &reason);
	add_candidate (self, 0, n_a, 0, n_b, alike, reason);
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

static gboolean
may_be_person (const FairleadNameParts *parts)
{
	return parts->kind == FAIRLEAD_KIND_PERSON || parts->kind == FAIRLEAD_KIND_UNKNOWN;
}

void
fairlead_alignment_init (FairleadAlignment *self, const FairleadNameParts *a,
                         const FairleadNameParts *b)
{
	*self = (FairleadAlignment){ .a = a, .b = b };
	self->of_persons = may_be_person (a) && may_be_person (b);
	self->is_syllabic = a->is_syllabic || b->is_syllabic;
	self->candidates = g_array_new (FALSE, FALSE, sizeof (FairleadPairing));
	pair_words (self);
	pair_runs (self, a, b, TRUE);
	pair_runs (self, b, a, FALSE);
	pair_all (self);
	choose (self);
}

void
fairlead_alignment_clear (FairleadAlignment *self)
{
	g_clear_pointer (&self->candidates, g_array_unref);
}
