/* graph/resolve/name/acronym.c */
#include "graph/resolve/name/acronym.h"

#include <string.h>

#define LEAST 3 /* letters: two say too little, unless they are the whole name */
#define MOST 8

static gboolean
may_be_acronym (const FairleadNameWord *word, guint least)
{
	gsize length = strlen (word->text);

	return word->word_class == FAIRLEAD_WORD_PLAIN && word->has_letters_only && !word->is_trade
	       && length >= least && length <= MOST;
}

/* Whether what is left of an acronym is what was set aside: the C of COMPANY, or SA */
static gboolean
ends_with_aside (const char *left, const FairleadNameWord *word)
{
	return *left != '\0' && *word->aside != '\0'
	       && (strcmp (left, word->aside) == 0 || (left[1] == '\0' && *left == *word->aside));
}

/* How many words from @first on have @letters as their initials, 0 where they do not */
static guint
match_initials (const char *letters, const FairleadNameParts *parts, guint first)
{
	for (guint i = first; i < parts->n_words; i++) {
		const FairleadNameWord *word = &parts->words[i];

		if (word->initial == *letters)
			letters++;
		else if (word->word_class != FAIRLEAD_WORD_PARTICLE || i == first)
			return 0;
		if (*letters == '\0' || ends_with_aside (letters, word))
			return i - first + 1;
	}
	return 0;
}

guint
fairlead_acronym_find (const FairleadNameParts *one, guint i, const FairleadNameParts *many,
                       guint first)
{
	const FairleadNameWord *word = &one->words[i];
	guint n = may_be_acronym (word, 2) ? match_initials (word->text, many, first) : 0;

	if (n > 1 && !may_be_acronym (word, LEAST) && (one->n_words > 1 || n < many->n_words))
		return 0;
	return n;
}

gboolean
fairlead_acronym_is_of_own (const FairleadNameParts *parts, guint i)
{
	for (guint first = 0; first < parts->n_words; first++) {
		guint n = fairlead_acronym_find (parts, i, parts, first);

		if (n > 1 && (i < first || i >= first + n))
			return TRUE;
	}
	return FALSE;
}
