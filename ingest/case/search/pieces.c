/* ingest/case/search/pieces.c */
#include "ingest/case/search/pieces.h"

#include <string.h>

#include "ingest/grammar/name.h"

#define CHARACTER_BITS 21
#define PIECE_MASK ((G_GUINT64_CONSTANT (1) << (3 * CHARACTER_BITS)) - 1)

static char *
dup_padded (const char *key)
{
	return g_strconcat (" ", key, " ", NULL);
}

void
fairlead_search_keys_init (FairleadSearchKeys *self, FairleadTransliterator *transliterator,
                           const char *text)
{
	g_autofree char *key = fairlead_name_fold (text);
	g_autofree char *latin = NULL;

	*self = (FairleadSearchKeys){ dup_padded (key), NULL };
	if (g_str_is_ascii (text))
		return;
	latin = fairlead_transliterator_dup_key (transliterator, text);
	if (strcmp (latin, key) != 0)
		self->latin = dup_padded (latin);
}

void
fairlead_search_keys_clear (FairleadSearchKeys *self)
{
	g_clear_pointer (&self->written, g_free);
	g_clear_pointer (&self->latin, g_free);
}

static gint
compare_pieces (gconstpointer a, gconstpointer b)
{
	FairleadPiece first = *(const FairleadPiece *) a, second = *(const FairleadPiece *) b;

	return first < second ? -1 : first > second;
}

GArray *
fairlead_pieces_new (const char *key)
{
	GArray *pieces = g_array_new (FALSE, FALSE, sizeof (FairleadPiece));
	FairleadPiece piece = 0;
	guint n = 0;

	for (const char *place = key; *place != '\0'; place = g_utf8_next_char (place)) {
		piece = (piece << CHARACTER_BITS | g_utf8_get_char (place)) & PIECE_MASK;
		if (++n >= 3)
			g_array_append_val (pieces, piece);
	}
	g_array_sort (pieces, compare_pieces);
	return pieces;
}

double
fairlead_pieces_compare (GArray *a, GArray *b)
{
	guint i = 0, j = 0, n_both = 0;

	while (i < a->len && j < b->len) {
		gint order = compare_pieces (&g_array_index (a, FairleadPiece, i),
		                             &g_array_index (b, FairleadPiece, j));

		n_both += order == 0;
		i += order <= 0;
		j += order >= 0;
	}
	return a->len + b->len == 0 ? 0.0 : 2.0 * n_both / (a->len + b->len);
}

void
fairlead_piece_write (FairleadPiece piece, char *buffer)
{
	for (gint i = 2; i >= 0; i--)
		buffer += g_unichar_to_utf8 (
			(gunichar) (piece >> (i * CHARACTER_BITS) & ((1u << CHARACTER_BITS) - 1)),
			buffer);
	*buffer = '\0';
}
