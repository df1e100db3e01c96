/* graph/resolve/name/align.h: which words of one name are which of another */
#pragma once
#include "graph/resolve/name/parts.h"
G_BEGIN_DECLS

/* By what two words, or runs of words, are taken for one */
typedef enum {
	FAIRLEAD_BY_SAME,
	FAIRLEAD_BY_INITIAL,
	FAIRLEAD_BY_SPELLING,
	FAIRLEAD_BY_SPACES, /* the same but for where words are parted */
	FAIRLEAD_BY_ACRONYM,
	FAIRLEAD_BY_KEY, /* + FairleadKeySystem */
} FairleadPairingReason;

/* Words @a .. @a + n_a of one name are those @b .. @b + n_b of the other */
typedef struct {
	guint8 a, n_a, b, n_b;
	guint8 reason; /* FairleadPairingReason */
	double alike;  /* above 0, up to 1 */
	double weight; /* of both */
} FairleadPairing;

/**
 * FairleadAlignment:
 * @of_persons: both, or of things of which nobody says what they are
 * @of_ships: one of them at least
 * @taken_a: the words of @a that are in a pairing, a bit each
 */
typedef struct {
	const FairleadNameParts *a;
	const FairleadNameParts *b;
	FairleadWordMemo *memo;
	gboolean of_persons;
	gboolean of_ships;
	gboolean is_syllabic;
	GArray *candidates;
	FairleadPairing chosen[FAIRLEAD_NAME_WORDS_MAX];
	guint n_chosen;
	guint32 taken_a, taken_b;
} FairleadAlignment;

/* Each word is in at most one pairing; the most alike are paired first. The names, and the memo of
 * @scorer, must outlive it. */
void fairlead_alignment_init (FairleadAlignment *self, FairleadNameScorer *scorer,
                              const FairleadNameParts *a, const FairleadNameParts *b);
void fairlead_alignment_clear (FairleadAlignment *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadAlignment, fairlead_alignment_clear)

double fairlead_alignment_weigh (const FairleadNameParts *parts, guint first, guint n);

static inline guint32
fairlead_alignment_bits (guint first, guint n)
{
	return ((1u << n) - 1) << first;
}

G_END_DECLS
