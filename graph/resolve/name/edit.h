/* graph/resolve/name/edit.h: how alike two words are, by what it costs to make one the other */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/**
 * fairlead_words_alike:
 *
 * 1 - cost / letters of the longer word, where a changed letter costs 1; one for a letter that is
 * heard or seen alike (b and p, o and 0, two vowels) half of that; a doubled letter a quarter, an h
 * or a vowel more or less 0.4 to 0.6, and a digit 1.5. Beyond a third of the letters it is 0: two
 * words, not one misspelt. Words past 48 letters are alike when they are the same.
 */
double fairlead_words_alike (const char *a, const char *b);

/* What pairs of words came to before: in the names of many parties the same ones meet again and
 * again. It has one size, whatever it was asked; the answers are those of above. */
typedef struct _FairleadWordMemo FairleadWordMemo;

FairleadWordMemo *fairlead_word_memo_new (void);
void fairlead_word_memo_free (FairleadWordMemo *self);

guint64 fairlead_word_hash (const char *word);
/* @self: (nullable): nothing is remembered without; @hash_a, @hash_b: of the two words */
double fairlead_word_memo_alike (FairleadWordMemo *self, const char *a, guint64 hash_a,
                                 const char *b, guint64 hash_b);

G_END_DECLS
