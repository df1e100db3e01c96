/* graph/find/grams.h: texts found by the three-letter pieces that they share with another */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/* Texts of up to 255 pieces each; longer ones are known by their first */
typedef struct _FairleadGrams FairleadGrams;

/* One found: its number in the order of adding, and how much of both texts is the same */
typedef struct {
	guint32 text;
	float overlap; /* Dice, 0..1: twice the pieces that both have, by the pieces of both */
} FairleadGramHit;

FairleadGrams *fairlead_grams_new (void);
void fairlead_grams_free (FairleadGrams *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadGrams, fairlead_grams_free)

/* @key: a folded text; its blanks do not count, so that `paek yang san` is `paekyangsan`. Not after
 * the first search. */
void fairlead_grams_add (FairleadGrams *self, const char *key);

/**
 * fairlead_grams_search:
 * @limit: most hits
 *
 * The texts with the most pieces of @key among its rarest, so many of them that no more than
 * some ten thousand texts are looked at: a text that shares common pieces alone is not found. By
 * overlap, then by number.
 *
 * Cost: some tenths of a millisecond on two million names; the first call sorts all pieces.
 *
 * Returns: (transfer full): of FairleadGramHit
 */
GArray *fairlead_grams_search (FairleadGrams *self, const char *key, guint limit);

G_END_DECLS
