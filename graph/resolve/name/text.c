/* graph/resolve/name/text.c: names in the letters that they are compared in */
#include <string.h>

#include "graph/resolve/name/parts.h"

static gboolean
is_apostrophe (gunichar character)
{
	static const gunichar marks[] = { '\'',   '`',   0xb4,  0x2018, 0x2019,
		                          0x201b, 0x2bb, 0x2bc, 0x2be,  0x2bf };

	for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
		if (marks[i] == character)
			return TRUE;
	return FALSE;
}

/* Apostrophes stand within syllables (Ch'oe, Ts'ai, Int'l), and & is a word */
static char *
dup_marked (const char *text)
{
	g_autofree char *valid = g_utf8_make_valid (text, -1);
	g_autoptr (GString) marked = g_string_sized_new (strlen (valid) + 8);

	for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
		gunichar character = g_utf8_get_char (at);

		if (character == '&')
			g_string_append (marked, " and ");
		else if (!is_apostrophe (character))
			g_string_append_unichar (marked, character);
	}
	return g_strdup (marked->str);
}

char *
fairlead_name_dup_comparable (FairleadNameScorer *scorer, const char *text)
{
	g_autofree char *marked = dup_marked (text);
	g_autofree char *spaced = fairlead_words_dup_spaced (marked);

	return fairlead_transliterator_dup_key (scorer->transliterator, spaced);
}
