/* ingest/case/search/pieces.h: keys of names in pieces of three letters */
#pragma once
#include "ingest/grammar/transliterate.h"
G_BEGIN_DECLS

/* A text's key in its own letters and, where that differs, in Latin ones; each stands between
 * blanks, so that even two letters have pieces, and beginnings count */
typedef struct {
	char *written;
	char *latin; /* NULL where it is the same */
} FairleadSearchKeys;

void fairlead_search_keys_init (FairleadSearchKeys *self, FairleadTransliterator *transliterator,
                                const char *text);
void fairlead_search_keys_clear (FairleadSearchKeys *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadSearchKeys, fairlead_search_keys_clear)

/* Three characters of 21 bits each */
typedef guint64 FairleadPiece;

/* The pieces of a key, sorted, as often as they stand there */
GArray *fairlead_pieces_new (const char *key);
/* Twice what both have, by what they have together */
double fairlead_pieces_compare (GArray *a, GArray *b);
/* As text, at most 12 bytes and the NUL */
void fairlead_piece_write (FairleadPiece piece, char *buffer);

G_END_DECLS
