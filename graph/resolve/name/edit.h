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

G_END_DECLS
