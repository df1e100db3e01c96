/* ingest/record/strings.h: one arena for all text of a case; a text is a 32-bit handle */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/* 0 is the empty text, which also stands for 'absent' */
typedef guint32 FairleadText;

typedef struct _FairleadStrings FairleadStrings;

FairleadStrings *fairlead_strings_new (void);
/* A second writer of the same arena, for one other thread: handles are good for both, once the one
 * that adds has handed them over. What each interns it finds alone. */
FairleadStrings *fairlead_strings_new_beside (FairleadStrings *other);
void fairlead_strings_free (FairleadStrings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadStrings, fairlead_strings_free)

/* Longest text that the arena takes; longer ones are cut at a character's end */
#define FAIRLEAD_TEXT_MAX (1u << 20)
gsize fairlead_text_bounded_length (const char *text, gsize length);
/* What a message quotes of a text in UTF-8: its first 40 characters, each of them whole */
char *fairlead_text_dup_start (const char *text);

/* Copies @length bytes without a NUL among them. The handle, and the pointer that get() returns,
 * stay good for the life of the arena. Past 4 GiB of text it gives the empty text, and is_full()
 * says so. */
FairleadText fairlead_strings_add (FairleadStrings *self, const char *text, gsize length);
const char *fairlead_strings_get (const FairleadStrings *self, FairleadText text);
/* The same handle for the same text. O(1). */
FairleadText fairlead_strings_intern (FairleadStrings *self, const char *text, gsize length);
/* The handle of a text that was interned, or 0 */
FairleadText fairlead_strings_find (const FairleadStrings *self, const char *text, gsize length);
/* For who keeps the arena as it is: its chunks, each of whole texts with a NUL behind, then
 * zeros */
#define FAIRLEAD_STRINGS_CHUNK ((gsize) 1 << 22)
guint32 fairlead_strings_get_n_chunks (const FairleadStrings *self);
const char *fairlead_strings_get_chunk (const FairleadStrings *self, guint32 chunk);
/* And for who has them: empties an arena that nobody has added to, but by restore_chunk(); which
 * adds one, of zeros, to be filled, or gives NULL past 4 GiB. No text of them is interned. */
void fairlead_strings_clear_chunks (FairleadStrings *self);
char *fairlead_strings_restore_chunk (FairleadStrings *self);
gsize fairlead_strings_get_size (const FairleadStrings *self);
gboolean fairlead_strings_is_full (const FairleadStrings *self);

G_END_DECLS
