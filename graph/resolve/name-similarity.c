/* graph/resolve/name-similarity.c */
#include "graph/resolve/name-similarity.h"

#include <string.h>

#include "graph/resolve/name/align.h"
#include "ingest/grammar/country.h"

FairleadNameScorer *
fairlead_name_scorer_new (FairleadNetwork *network)
{
	FairleadNameScorer *self = g_new0 (FairleadNameScorer, 1);

	self->words = fairlead_words_new ();
	self->transliterator = fairlead_transliterator_new ();
	fairlead_frequency_init (self, network);
	return self;
}

void
fairlead_name_scorer_remember (FairleadNameScorer *self)
{
	if (self->memo == NULL)
		self->memo = fairlead_word_memo_new ();
}

void
fairlead_name_scorer_free (FairleadNameScorer *self)
{
	g_hash_table_unref (self->words);
	g_hash_table_unref (self->frequency);
	fairlead_transliterator_free (self->transliterator);
	fairlead_word_memo_free (self->memo);
	g_free (self);
}

/* ---- what it says ---- */

/* Words that one name has more than the other, all of whose words fit, are left out more often than
 * they tell two parties apart: middle names, fathers' names, the trade */
#define OVER_OF_PERSON 0.35
#define OVER_OF_COMPANY 0.7
#define LEAST_FITTING 2 /* words that must fit for that: one is a name that many share */

#define CAP_VETOED 0.45
#define FACTOR_ONE_NUMBER 0.75 /* of companies; of ships it is a veto */
#define FACTOR_FORMS 0.65      /* GmbH and AG of one name are sisters */

typedef struct {
	double fitting; /* weight x likeness */
	double over;
} Coverage;

static Coverage
cover (const FairleadAlignment *self, gboolean of_a)
{
	const FairleadNameParts *parts = of_a ? self->a : self->b;
	guint32 taken = of_a ? self->taken_a : self->taken_b;
	Coverage coverage = { 0.0, 0.0 };

	for (guint i = 0; i < self->n_chosen; i++) {
		const FairleadPairing *pairing = &self->chosen[i];
		double weight = of_a ? fairlead_alignment_weigh (parts, pairing->a, pairing->n_a)
		                     : fairlead_alignment_weigh (parts, pairing->b, pairing->n_b);

		coverage.fitting += weight * pairing->alike;
		coverage.over += weight * (1.0 - pairing->alike);
	}
	for (guint i = 0; i < parts->n_words; i++)
		if (!(taken & fairlead_alignment_bits (i, 1)))
			coverage.over += parts->words[i].weight;
	return coverage;
}

/* Whether nothing but particles of a name is over */
static gboolean
is_covered (const FairleadAlignment *self, gboolean of_a)
{
	const FairleadNameParts *parts = of_a ? self->a : self->b;
	guint32 taken = of_a ? self->taken_a : self->taken_b;

	for (guint i = 0; i < parts->n_words; i++)
		if (!(taken & fairlead_alignment_bits (i, 1))
		    && parts->words[i].word_class != FAIRLEAD_WORD_PARTICLE)
			return FALSE;
	return TRUE;
}

static guint
count_words (const FairleadAlignment *self)
{
	guint n = 0;

	for (guint i = 0; i < self->n_chosen; i++)
		n += MAX (self->chosen[i].n_a, self->chosen[i].n_b);
	return n;
}

static double
ratio (const FairleadAlignment *self, gboolean of_a)
{
	Coverage coverage = cover (self, of_a);

	if (is_covered (self, !of_a) && count_words (self) >= LEAST_FITTING)
		coverage.over *= self->of_persons ? OVER_OF_PERSON : OVER_OF_COMPANY;
	if (coverage.fitting + coverage.over <= 0.0)
		return 0.0;
	return coverage.fitting / (coverage.fitting + coverage.over);
}

/* ---- vetoes ---- */

/* Words of a class, of one name and not of the other */
static guint
count_untaken (const FairleadAlignment *self, gboolean of_a, FairleadWordClass word_class)
{
	const FairleadNameParts *parts = of_a ? self->a : self->b;
	guint32 taken = of_a ? self->taken_a : self->taken_b;
	guint n = 0;

	for (guint i = 0; i < parts->n_words; i++)
		n += parts->words[i].word_class == word_class
		     && !(taken & fairlead_alignment_bits (i, 1));
	return n;
}

static gboolean
is_of_ships (const FairleadAlignment *self)
{
	return self->a->kind == FAIRLEAD_KIND_VESSEL || self->b->kind == FAIRLEAD_KIND_VESSEL;
}

/* The country that words over on one side name, or NULL */
static const char *
find_country (const FairleadAlignment *self, gboolean of_a)
{
	const FairleadNameParts *parts = of_a ? self->a : self->b;
	guint32 taken = of_a ? self->taken_a : self->taken_b;

	for (guint i = 0; i < parts->n_words; i++)
		if (!(taken & fairlead_alignment_bits (i, 1)) && strlen (parts->words[i].text) > 3
		    && fairlead_country_code (parts->words[i].text) != NULL)
			return fairlead_country_code (parts->words[i].text);
	return NULL;
}

static gboolean
is_vetoed (const FairleadAlignment *self)
{
	guint numbers_a = count_untaken (self, TRUE, FAIRLEAD_WORD_NUMBER);
	guint numbers_b = count_untaken (self, FALSE, FAIRLEAD_WORD_NUMBER);
	const char *country_a, *country_b;

	if ((numbers_a > 0 && numbers_b > 0) || (is_of_ships (self) && numbers_a + numbers_b > 0))
		return TRUE;
	if (count_untaken (self, TRUE, FAIRLEAD_WORD_SIDE) > 0
	    && count_untaken (self, FALSE, FAIRLEAD_WORD_SIDE) > 0)
		return TRUE;
	country_a = self->of_persons ? NULL : find_country (self, TRUE);
	country_b = country_a == NULL ? NULL : find_country (self, FALSE);
	return country_b != NULL && strcmp (country_a, country_b) != 0;
}

static gboolean
have_sister_forms (const FairleadAlignment *self)
{
	guint8 a = self->a->form, b = self->b->form;

	return a != b && a != FAIRLEAD_FORM_ANY && b != FAIRLEAD_FORM_ANY;
}

/* Chance has the more ways to be alike the less alike words are */
static double
evidence_of (const FairleadAlignment *self)
{
	double evidence = 0.0;

	for (guint i = 0; i < self->n_chosen; i++) {
		const FairleadPairing *pairing = &self->chosen[i];
		double bits_a = 0.0, bits_b = 0.0;

		for (guint j = pairing->a; j < (guint) pairing->a + pairing->n_a; j++)
			bits_a += self->a->words[j].bits;
		for (guint j = pairing->b; j < (guint) pairing->b + pairing->n_b; j++)
			bits_b += self->b->words[j].bits;
		evidence += MIN (bits_a, bits_b) * pairing->alike * pairing->alike;
	}
	return evidence;
}

static gboolean
is_bare (const FairleadNameParts *parts)
{
	return parts->n_words == 0;
}

void
fairlead_name_scorer_compare (FairleadNameScorer *self, const FairleadNameParts *a,
                              const FairleadNameParts *b, FairleadNameMatch *match)
{
	g_auto (FairleadAlignment) alignment = { 0 };
	gboolean has_one_number;

	*match = (FairleadNameMatch){ 0.0, 0.0, FALSE };
	if (is_bare (a) || is_bare (b)) {
		match->similarity = *a->folded != '\0' && strcmp (a->folded, b->folded) == 0;
		return;
	}
	fairlead_alignment_init (&alignment, self, a, b);
	match->similarity = ratio (&alignment, TRUE) * ratio (&alignment, FALSE);
	match->is_vetoed = is_vetoed (&alignment);
	has_one_number = count_untaken (&alignment, TRUE, FAIRLEAD_WORD_NUMBER)
	                         + count_untaken (&alignment, FALSE, FAIRLEAD_WORD_NUMBER)
	                 > 0;
	if (have_sister_forms (&alignment))
		match->similarity *= FACTOR_FORMS;
	if (has_one_number && !match->is_vetoed)
		match->similarity *= FACTOR_ONE_NUMBER;
	if (match->is_vetoed)
		match->similarity = MIN (match->similarity, CAP_VETOED);
	else
		match->evidence = evidence_of (&alignment);
}

/* ---- in words ---- */

static void
append_words (GString *text, const FairleadNameParts *parts, guint first, guint n)
{
	for (guint i = first; i < first + n; i++) {
		if (i > first)
			g_string_append_c (text, ' ');
		g_string_append (text, parts->words[i].text);
	}
}

static void
append_pairing (GString *text, const FairleadAlignment *self, const FairleadPairing *pairing)
{
	if (text->len > 0)
		g_string_append (text, "; ");
	append_words (text, self->a, pairing->a, pairing->n_a);
	if (pairing->reason == FAIRLEAD_BY_SAME)
		return;
	g_string_append (text, " ~ ");
	append_words (text, self->b, pairing->b, pairing->n_b);
	if (pairing->reason == FAIRLEAD_BY_INITIAL)
		g_string_append (text, " (initial)");
	else if (pairing->reason == FAIRLEAD_BY_SPACES)
		g_string_append (text, " (spaces)");
	else if (pairing->reason >= FAIRLEAD_BY_KEY)
		g_string_append_printf (text, " (%s)",
		                        fairlead_key_title (pairing->reason - FAIRLEAD_BY_KEY));
	else
		g_string_append_printf (text, " (%.0f %% alike)", pairing->alike * 100.0);
}

static void
append_over (GString *text, const FairleadNameParts *parts, guint32 taken, const char *side)
{
	gboolean is_first = TRUE;

	for (guint i = 0; i < parts->n_words; i++) {
		if (taken & fairlead_alignment_bits (i, 1))
			continue;
		if (is_first)
			g_string_append_printf (text, "%sonly %s:", text->len > 0 ? "; " : "",
			                        side);
		is_first = FALSE;
		g_string_append_printf (text, " %s", parts->words[i].text);
	}
}

char *
fairlead_name_scorer_dup_explanation (FairleadNameScorer *self, const FairleadNameParts *a,
                                      const FairleadNameParts *b)
{
	g_auto (FairleadAlignment) alignment = { 0 };
	GString *text = g_string_new (NULL);

	fairlead_alignment_init (&alignment, self, a, b);
	for (guint i = 0; i < alignment.n_chosen; i++)
		append_pairing (text, &alignment, &alignment.chosen[i]);
	append_over (text, a, alignment.taken_a, "left");
	append_over (text, b, alignment.taken_b, "right");
	if (have_sister_forms (&alignment))
		g_string_append (text, "; legal forms of two kinds");
	if (is_vetoed (&alignment))
		g_string_append (text, "; vetoed: two of a series");
	if (a->set_aside != NULL || b->set_aside != NULL)
		g_string_append_printf (text, "; set aside: %s%s%s",
		                        a->set_aside != NULL ? a->set_aside : "",
		                        a->set_aside != NULL && b->set_aside != NULL ? " | " : "",
		                        b->set_aside != NULL ? b->set_aside : "");
	return g_string_free (text, FALSE);
}
