/* graph/facts/name-key.c */
#include "graph/facts/name-key.h"

#include <stdlib.h>
#include <string.h>

static gint
compare_words (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
fairlead_name_dup_words_key (FairleadTransliterator *letters, const char *name)
{
	g_autofree char *folded = fairlead_transliterator_dup_key (letters, name);
	g_auto (GStrv) words = g_strsplit (folded, " ", -1);

	qsort (words, g_strv_length (words), sizeof *words, compare_words);
	return g_strjoinv (" ", words);
}
