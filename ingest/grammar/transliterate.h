/* ingest/grammar/transliterate.h: names of all scripts in Latin letters, by ICU */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/* Holds ICU's rules, which take some 20 ms to open, and only opens them for the first text that is
 * not ASCII: one for each piece of work, never shared between threads */
typedef struct _FairleadTransliterator FairleadTransliterator;

FAIRLEAD_API FairleadTransliterator *fairlead_transliterator_new (void);
FAIRLEAD_API void fairlead_transliterator_free (FairleadTransliterator *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadTransliterator, fairlead_transliterator_free)

/**
 * fairlead_transliterator_dup_latin:
 *
 * The text in ASCII: Cyrillic by the tables of BGN/PCGN (the spelling of most lists), Greek by that
 * of UNGEGN, the rest by CLDR's Any-Latin; then every letter by its base (`Łódź Øst` is
 * `Lodz Ost`), without signs that stand for no letter. Han is read as Mandarin, one syllable a
 * sign with a space between. Case is kept where the rules keep it. What no rule knows is kept as
 * it is.
 *
 * Cost: nothing but a copy for ASCII; else 10 to 80 microseconds.
 *
 * Returns: (transfer full): the text; a copy of it as it was where ICU fails
 */
FAIRLEAD_API char *fairlead_transliterator_dup_latin (FairleadTransliterator *self,
                                                      const char *text);

/* fairlead_name_fold() of the same: the key by which names of two scripts are the same. Of ASCII
 * text the two keys are one. */
FAIRLEAD_API char *fairlead_transliterator_dup_key (FairleadTransliterator *self, const char *text);

/**
 * fairlead_script_is_spelled_out:
 *
 * Whether all letters of the text are of scripts that write every sound, one way: Latin, Cyrillic,
 * Greek, Armenian, Georgian. Only of these is the same key nearly the same name. Han is not: it is
 * read otherwise in Japan and Korea, some signs have two readings, and very many names share one
 * without their tones. Arabic and Hebrew leave the vowels out; Hangul, kana and the scripts of
 * India are romanised in too many ways.
 */
FAIRLEAD_API gboolean fairlead_script_is_spelled_out (const char *text);

G_END_DECLS
