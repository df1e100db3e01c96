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

/* Words that one name has more than the other are left out more often than they tell two parties
 * apart, where the other fits with all that tells: middle names, fathers' names, the trade, the
 * country. Found on the halves of the lists that docs/resolve.md tells of.
 *
 * part: what the rest counts then; unlike: likewise, what is not alike in words that fit; words,
 * bits: so many must fit for that, for one name may be what many share; trade, sector: what words
 * of the trade count where the other name has none over, and fitting ones always; place: likewise
 * for countries; worth: from which similarity a name is worth a look */
typedef struct {
	double part;
	double unlike;
	guint words;
	double bits;
	double trade_over;
	double sector_over;
	double trade_fitting;
	double place;
	double worth;
} OverRule;

static const OverRule over_of_persons = { 0.35, 0.35, 2, G_MAXDOUBLE, 1.0, 1.0, 1.0, 1.0, 0.70 };
static const OverRule over_of_companies = { 0.3, 0.6, 2, 8.0, 0.4, 0.6, 0.5, 0.8, 0.60 };
static const OverRule over_of_ships = { 0.7, 0.7, 2, G_MAXDOUBLE, 1.0, 1.0, 1.0, 1.0, 0.70 };

#define CAP_VETOED 0.45
#define FACTOR_ONE_NUMBER 0.75 /* of companies; of ships it is a veto */
#define OTHER_TRADE 1.4        /* words of the trade over on both sides: sisters do other things */
#define FACTOR_FORMS 0.5       /* GmbH and AG of one name are sisters */

static const OverRule *
over_rule (const FairleadAlignment *self)
{
	if (self->of_persons)
		return &over_of_persons;
	return self->of_ships ? &over_of_ships : &over_of_companies;
}

typedef struct {
	double fitting; /* weight x likeness */
	double unlike;  /* the rest of that */
	double over;    /* of words that tell parties apart */
	double trade;   /* of words of the trade */
	double sector;
	double place;
} Coverage;

static void
add_pairing (const FairleadAlignment *self, const FairleadPairing *pairing, gboolean of_a,
             Coverage *coverage)
{
	const FairleadNameParts *parts = of_a ? self->a : self->b;
	guint first = of_a ? pairing->a : pairing->b, n = of_a ? pairing->n_a : pairing->n_b;
	double weight = fairlead_alignment_weigh (parts, first, n);

	if (n == 1 && parts->words[first].is_trade)
		weight *= over_rule (self)->trade_fitting;
	coverage->fitting += weight * pairing->alike;
	coverage->unlike += weight * (1.0 - pairing->alike);
}

static Coverage
cover (const FairleadAlignment *self, gboolean of_a)
{
	const FairleadNameParts *parts = of_a ? self->a : self->b;
	guint32 taken = of_a ? self->taken_a : self->taken_b;
	Coverage coverage = { 0 };

	for (guint i = 0; i < self->n_chosen; i++)
		add_pairing (self, &self->chosen[i], of_a, &coverage);
	for (guint i = 0; i < parts->n_words; i++) {
		const FairleadNameWord *word = &parts->words[i];

		if (taken & fairlead_alignment_bits (i, 1))
			continue;
		if (word->is_sector)
			coverage.sector += word->weight;
		else if (word->is_trade)
			coverage.trade += word->weight;
		else if (word->is_place)
			coverage.place += word->weight;
		else
			coverage.over += word->weight;
	}
	return coverage;
}

/* Whether nothing but particles and words of the trade of a name is over */
static gboolean
is_covered (const FairleadAlignment *self, gboolean of_a)
{
	const FairleadNameParts *parts = of_a ? self->a : self->b;
	guint32 taken = of_a ? self->taken_a : self->taken_b;

	for (guint i = 0; i < parts->n_words; i++)
		if (!(taken & fairlead_alignment_bits (i, 1))
		    && parts->words[i].word_class != FAIRLEAD_WORD_PARTICLE
		    && !parts->words[i].is_trade)
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
sum_bits (const FairleadNameParts *parts, guint first, guint n)
{
	double bits = 0.0;

	for (guint i = first; i < first + n; i++)
		bits += parts->words[i].bits;
	return bits;
}

/* Of what tells parties apart */
static double
bits_that_tell (const FairleadAlignment *self)
{
	double bits = 0.0;

	for (guint i = 0; i < self->n_chosen; i++) {
		const FairleadPairing *pairing = &self->chosen[i];

		if (!self->a->words[pairing->a].is_trade)
			bits += MIN (sum_bits (self->a, pairing->a, pairing->n_a),
			             sum_bits (self->b, pairing->b, pairing->n_b));
	}
	return bits;
}

static gboolean
is_part (const FairleadAlignment *self, gboolean of_a)
{
	const OverRule *rule = over_rule (self);

	return is_covered (self, !of_a)
	       && (count_words (self) >= rule->words || bits_that_tell (self) >= rule->bits);
}

static double
ratio (const FairleadAlignment *self, gboolean of_a)
{
	const OverRule *rule = over_rule (self);
	Coverage coverage = cover (self, of_a), other = cover (self, !of_a);
	gboolean part = is_part (self, of_a);
	double over = coverage.over * (part ? rule->part : 1.0)
	              + coverage.unlike * (part ? rule->unlike : 1.0);
	gboolean are_trades = other.trade + other.sector > 0.0;

	/* SHIPPING against TRADING is another matter than SHIPPING against nothing */
	over += coverage.trade * (are_trades ? OTHER_TRADE : rule->trade_over);
	over += coverage.sector * (are_trades ? OTHER_TRADE : rule->sector_over);
	over += coverage.place * (other.place > 0.0 ? 1.0 : rule->place);
	if (coverage.fitting + over <= 0.0)
		return 0.0;
	return coverage.fitting / (coverage.fitting + over);
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

/* The country that words over on one side name, or NULL */
static const char *
find_country (const FairleadAlignment *self, gboolean of_a)
{
	const FairleadNameParts *parts = of_a ? self->a : self->b;
	guint32 taken = of_a ? self->taken_a : self->taken_b;

	for (guint i = 0; i < parts->n_words; i++)
		if (!(taken & fairlead_alignment_bits (i, 1)) && parts->words[i].is_place
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

	if ((numbers_a > 0 && numbers_b > 0) || (self->of_ships && numbers_a + numbers_b > 0))
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

		evidence += MIN (sum_bits (self->a, pairing->a, pairing->n_a),
		                 sum_bits (self->b, pairing->b, pairing->n_b))
		            * pairing->alike * pairing->alike;
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

	*match = (FairleadNameMatch){ 0 };
	if (is_bare (a) || is_bare (b)) {
		match->similarity = *a->folded != '\0' && strcmp (a->folded, b->folded) == 0;
		match->is_worth_a_look = match->similarity > 0.0;
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
	match->is_worth_a_look = match->similarity >= over_rule (&alignment)->worth;
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
	else if (pairing->reason == FAIRLEAD_BY_ACRONYM)
		g_string_append (text, " (acronym)");
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
