/* graph/resolve/name/keys.h: what stays of a word when the choices of its romanisation are taken
 * away
 *
 * One name has as many spellings as there were people who wrote it in Latin letters. A key is the
 * same for all spellings of one system's sounds, and says nothing of words from elsewhere. */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_KEY_KOREAN,  /* McCune-Reischauer, Revised Romanisation, the DPRK */
	FAIRLEAD_KEY_CHINESE, /* pinyin and Wade-Giles */
	FAIRLEAD_KEY_SLAVIC,  /* the transcriptions of Cyrillic */
	FAIRLEAD_KEY_ARABIC,  /* consonants alone */
	FAIRLEAD_N_KEYS
} FairleadKeySystem;

/* For people: `Korean spellings` */
const char *fairlead_key_title (FairleadKeySystem system);

#define FAIRLEAD_KEY_SIZE 64

/**
 * fairlead_key_make:
 * @word: letters a to z; what is longer than a key is cut
 * @key: (out): the key; empty where the word cannot be of that system
 *
 * Returns: the length of the key
 */
gsize fairlead_key_make (FairleadKeySystem system, const char *word, char key[FAIRLEAD_KEY_SIZE]);

/* Whether a word is one syllable as Korean and Chinese names are spelled: `paek`, `yang`, `san` */
gboolean fairlead_word_is_syllable (const char *word);

G_END_DECLS
