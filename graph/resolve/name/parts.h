/* graph/resolve/name/parts.h: a name taken apart into words that are known for what they are */
#pragma once
#include "graph/resolve/name-similarity.h"
#include "graph/resolve/name/edit.h"
#include "graph/resolve/name/keys.h"
#include "graph/resolve/name/words/words.h"
#include "ingest/grammar/transliterate.h"
G_BEGIN_DECLS

#define FAIRLEAD_NAME_WORDS_MAX 24
#define FAIRLEAD_NAME_MARKS_MAX 96

/**
 * FairleadNameWord:
 * @text: in Latin letters, folded, with what it is short for in its place
 * @bits: how rare it is: -log2 of the part of all names that have it
 * @weight: what it counts for the similarity
 * @written: (nullable): as it stood, where @text is what that means
 * @initial: of what stood there, or 0 where an abbreviation has more words than letters
 * @aside: the first letters of what was set aside behind it; empty for nothing
 * @is_trade: it says what a company does, no more
 * @is_sector: of these, one that is left out less often
 * @is_place: it is a country
 */
typedef struct {
	char *text;
	char *written;
	guint64 hash;
	guint8 word_class; /* FairleadWordClass */
	char initial;
	char aside[4];
	gboolean is_trade;
	gboolean is_sector;
	gboolean is_place;
	gboolean is_syllable;
	gboolean has_letters_only; /* a to z: keys can be made of it */
	double bits;
	double weight;
	char *keys[FAIRLEAD_N_KEYS];
} FairleadNameWord;

struct _FairleadNameParts {
	FairleadKind kind;
	gboolean is_person; /* or looks like one, where nobody says what it is */
	char *folded;       /* the whole name, as it is compared */
	char *set_aside;    /* (nullable): what counts for nothing, for the explanation */
	guint8 form;        /* FairleadForm: ANY where none is named */
	guint n_words;
	/* Hashes of words and their sounds, ascending: names that share none are not alike */
	guint32 marks[FAIRLEAD_NAME_MARKS_MAX];
	guint n_marks;
	gboolean is_syllabic; /* spelled in syllables, as names of East Asia are */
	FairleadNameWord words[FAIRLEAD_NAME_WORDS_MAX];
};

struct _FairleadNameScorer {
	GHashTable *words;     /* of FairleadWord */
	GHashTable *frequency; /* word -> how many parties have it in a name, as a pointer */
	double n_parties;
	FairleadTransliterator *transliterator;
	FairleadWordMemo *memo; /* or NULL */
};

/* In Latin letters, folded: what names are taken apart from. The caller frees it. */
char *fairlead_name_dup_comparable (FairleadNameScorer *scorer, const char *text);

/* Whether two names share a word, a sound or a beginning, so that comparing them may be worth the
 * while. O(words). */
gboolean fairlead_name_parts_touch (const FairleadNameParts *a, const FairleadNameParts *b);

/* graph/resolve/name/marks.c */
void fairlead_name_parts_mark (FairleadNameParts *self);

/* graph/resolve/name/frequency.c */
void fairlead_frequency_init (FairleadNameScorer *self, FairleadNetwork *network);
double fairlead_frequency_bits (const FairleadNameScorer *self, const char *word);

G_END_DECLS
