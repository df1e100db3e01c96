/* graph/resolve/name-similarity.h: how alike two names are, and how much that says
 *
 * The two are kept apart. Similarity is about the spelling alone: two records of `KIM Chol` are
 * wholly alike. Evidence is about chance: they share two words that thousands have, so that next to
 * nothing was learnt. Whoever decides by similarity alone accuses namesakes. */
#pragma once
#include "graph/network/network.h"
G_BEGIN_DECLS

/* Holds the frequencies of words and the rules of scripts. Not to be shared between threads. */
typedef struct _FairleadNameScorer FairleadNameScorer;

/* @network: (nullable): whose names say which words are common; without it the shipped list of
 * common words alone does. O(names). */
FAIRLEAD_API FairleadNameScorer *fairlead_name_scorer_new (FairleadNetwork *network);
FAIRLEAD_API void fairlead_name_scorer_free (FairleadNameScorer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadNameScorer, fairlead_name_scorer_free)
/* Keeps what words came to from now on, in 1 MiB: for whoever compares very many names */
FAIRLEAD_API void fairlead_name_scorer_remember (FairleadNameScorer *self);

/* A name taken apart, once for all comparisons; good as long as its scorer */
typedef struct _FairleadNameParts FairleadNameParts;

/* @kind: what bears the name: legal forms are a company's, initials a person's, `M/V` a ship's. */
FAIRLEAD_API FairleadNameParts *fairlead_name_scorer_parse (FairleadNameScorer *self,
                                                            const char *text, FairleadKind kind);
FAIRLEAD_API void fairlead_name_parts_free (FairleadNameParts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadNameParts, fairlead_name_parts_free)

/**
 * FairleadNameMatch:
 * @similarity: 0..1: how well the words fit that tell parties apart, both ways; what is over on
 *   either side counts against it, by its weight
 * @evidence: in bits: -log2 of the chance that another party has what agrees. 10 is a thousand to
 *   one. A legal form, or a word of the trade alone, is none.
 * @is_vetoed: numbers, or words that tell branches apart, say that these are two of a series
 *   (SAM MA 2 and SAM MA 3); the similarity is then below 0.5
 * @is_worth_a_look: from 0.70 for persons and ships, and 0.60 for companies, whose names are
 *   written in more ways: where F1 is best on the lists, see docs/resolve.md
 */
typedef struct {
	double similarity;
	double evidence;
	gboolean is_vetoed;
	gboolean is_worth_a_look;
} FairleadNameMatch;

/* Symmetric. O(words^2 x letters^2); some microseconds. */
FAIRLEAD_API void fairlead_name_scorer_compare (FairleadNameScorer *self,
                                                const FairleadNameParts *a,
                                                const FairleadNameParts *b,
                                                FairleadNameMatch *match);

/* The same in words, `paek = baek (Korean spellings); ltd set aside`; the caller frees it */
FAIRLEAD_API char *fairlead_name_scorer_dup_explanation (FairleadNameScorer *self,
                                                         const FairleadNameParts *a,
                                                         const FairleadNameParts *b);

G_END_DECLS
