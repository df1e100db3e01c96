/* output/write/glyphs.c */
#include "output/write/glyphs.h"

#include <fontconfig/fontconfig.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FcCharSet, FcCharSetDestroy)

/* All that any font has */
static FcCharSet *
collect_glyphs (void)
{
	FcCharSet *all = FcCharSetCreate ();
	FcPattern *any = FcPatternCreate ();
	FcObjectSet *asked = FcObjectSetBuild (FC_CHARSET, NULL);
	FcFontSet *fonts = FcFontList (NULL, any, asked);

	for (int i = 0; fonts != NULL && i < fonts->nfont; i++) {
		FcCharSet *glyphs;

		if (FcPatternGetCharSet (fonts->fonts[i], FC_CHARSET, 0, &glyphs) == FcResultMatch)
			FcCharSetMerge (all, glyphs, NULL);
	}
	if (fonts != NULL)
		FcFontSetDestroy (fonts);
	FcObjectSetDestroy (asked);
	FcPatternDestroy (any);
	return all;
}

char *
fairlead_glyphs_dup_missing (const char *text)
{
	g_autoptr (FcCharSet) glyphs = collect_glyphs ();
	g_autoptr (GString) missing = g_string_new (NULL);

	for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
		gunichar character = g_utf8_get_char (at);

		if (g_unichar_isgraph (character) && !g_unichar_iszerowidth (character)
		    && !FcCharSetHasChar (glyphs, character)
		    && g_utf8_strchr (missing->str, -1, character) == NULL)
			g_string_append_unichar (missing, character);
	}
	return missing->len == 0 ? NULL : g_string_free (g_steal_pointer (&missing), FALSE);
}
