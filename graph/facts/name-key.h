/* graph/facts/name-key.h: the key under which names that may mean one party are found */
#pragma once
#include "ingest/grammar/transliterate.h"
G_BEGIN_DECLS

/* The words of a name in Latin letters, in alphabetical order, case and punctuation aside:
 * `RI, Chol Su` and `Chol Su RI` are one. Empty where nothing is left. */
char *fairlead_name_dup_words_key (FairleadTransliterator *letters, const char *name);

G_END_DECLS
