/* ingest/grammar/transliterate.c */
#include "ingest/grammar/transliterate.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "ingest/grammar/versions.h"
#include "ingest/grammar/name.h"

/* Signs such as the prime of a soft sign stand within words, and for no letter of their own */
static const char rules[] = "Russian-Latin/BGN; Ukrainian-Latin/BGN; Greek-Latin/UNGEGN; Any-Latin;"
			    "[\\u02B0-\\u02FF] Remove; Latin-ASCII";

/* One UTF-16 unit becomes at most a few letters, a Han sign six with its space; ICU says when that
 * is not enough, and then the text stays as it is */
#define GROWTH 8
#define LENGTH_MAX 4096 /* bytes of a name; what is longer is prose, and stays as it is */

struct _FairleadTransliterator {
	UTransliterator *rules;
	gboolean is_opened; /* or tried */
};

FairleadTransliterator *
fairlead_transliterator_new (void)
{
	return g_new0 (FairleadTransliterator, 1);
}

void
fairlead_transliterator_free (FairleadTransliterator *self)
{
	if (self->rules != NULL)
		utrans_close (self->rules);
	g_free (self);
}

static void
open_rules (FairleadTransliterator *self)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar id[sizeof rules];

	u_charsToUChars (rules, id, sizeof rules);
	self->rules = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
	self->is_opened = TRUE;
}

/* NULL where ICU fails */
static char *
apply_rules (FairleadTransliterator *self, const char *text, gsize length)
{
	gsize room = length * GROWTH + 16;
	g_autofree UChar *units = g_new (UChar, room);
	UErrorCode status = U_ZERO_ERROR;
	int32_t n, limit, n_bytes;
	g_autofree char *result = NULL;

	u_strFromUTF8WithSub (units, (int32_t) room, &n, text, (int32_t) length, 0xFFFD, NULL,
	                      &status);
	limit = n;
	utrans_transUChars (self->rules, units, &n, (int32_t) room, 0, &limit, &status);
	if (U_FAILURE (status))
		return NULL;
	result = g_malloc ((gsize) n * 3 + 1);
	u_strToUTF8 (result, n * 3 + 1, &n_bytes, units, n, &status);
	return U_FAILURE (status) ? NULL : g_steal_pointer (&result);
}

/* ICU parts a t and an s that are no ts with a colon, which is no end of a word: ответственность.
 * Where the text has colons or dots of its own they part words. */
static char *
take_without_colons (char *latin, const char *text)
{
	GString *joined;

	if (strchr (latin, ':') == NULL || strchr (text, ':') != NULL
	    || strstr (text, "\xc2\xb7") != NULL)
		return latin;
	joined = g_string_new (latin);
	g_string_replace (joined, ":", "", 0);
	g_free (latin);
	return g_string_free (joined, FALSE);
}

char *
fairlead_transliterator_dup_latin (FairleadTransliterator *self, const char *text)
{
	gsize length = strlen (text);
	char *latin;

	if (length > LENGTH_MAX || g_str_is_ascii (text))
		return g_strdup (text);
	if (!self->is_opened)
		open_rules (self);
	latin = self->rules == NULL ? NULL : apply_rules (self, text, length);
	return latin != NULL ? take_without_colons (latin, text) : g_strdup (text);
}

char *
fairlead_transliterator_dup_key (FairleadTransliterator *self, const char *text)
{
	g_autofree char *latin = NULL;

	if (g_str_is_ascii (text))
		return fairlead_name_fold (text);
	latin = fairlead_transliterator_dup_latin (self, text);
	return fairlead_name_fold (latin);
}

static gboolean
is_spelled_out (gunichar character)
{
	static const GUnicodeScript scripts[] = {
		G_UNICODE_SCRIPT_LATIN,    G_UNICODE_SCRIPT_COMMON,   G_UNICODE_SCRIPT_INHERITED,
		G_UNICODE_SCRIPT_GREEK,    G_UNICODE_SCRIPT_CYRILLIC, G_UNICODE_SCRIPT_ARMENIAN,
		G_UNICODE_SCRIPT_GEORGIAN,
	};
	GUnicodeScript script = g_unichar_get_script (character);

	for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
		if (script == scripts[i])
			return TRUE;
	return FALSE;
}

gboolean
fairlead_script_is_spelled_out (const char *text)
{
	g_autofree char *valid = NULL;

	if (g_str_is_ascii (text))
		return TRUE;
	valid = g_utf8_make_valid (text, -1);
	for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
		if (!is_spelled_out (g_utf8_get_char (at)))
			return FALSE;
	return TRUE;
}

char *
fairlead_icu_dup_version (void)
{
	UVersionInfo version;
	char text[U_MAX_VERSION_STRING_LENGTH];

	u_getVersion (version);
	u_versionToString (version, text);
	return g_strdup (text);
}
