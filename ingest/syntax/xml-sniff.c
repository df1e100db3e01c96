/* ingest/syntax/xml-sniff.c: the declaration and the document element, by a scan of the head
 *
 * The head is one NUL-terminated copy, so that no look-ahead can pass its end. */
#include "ingest/syntax/xml-sniff.h"
#include "ingest/syntax/xml-reader.h"

#include <string.h>

#define BLANKS " \t\r\n"
#define NAME_ENDS BLANKS "/>=<\"'"

static const char *
skip_blanks (const char *at)
{
	return at + strspn (at, BLANKS);
}

/* Past the end of a thing that begins here and ends with @end; NULL where it does not end */
static const char *
skip_to (const char *at, const char *end)
{
	const char *found = strstr (at, end);

	return found != NULL ? found + strlen (end) : NULL;
}

/* Past a DOCTYPE, whose internal subset stands in brackets */
static const char *
skip_doctype (const char *at)
{
	guint depth = 0;

	for (; *at != '\0'; at++) {
		if (*at == '"' || *at == '\'') {
			at = strchr (at + 1, *at);
			if (at == NULL)
				return NULL;
		} else if (*at == '[') {
			depth++;
		} else if (*at == ']' && depth > 0) {
			depth--;
		} else if (*at == '>' && depth == 0) {
			return at + 1;
		} else if (g_str_has_prefix (at, "<!--")) {
			at = skip_to (at + 4, "-->");
			if (at == NULL)
				return NULL;
			at--;
		}
	}
	return NULL;
}

static gboolean
begins_name (char c)
{
	return g_ascii_isalpha (c) || c == '_' || c == ':' || (c & 0x80) != 0;
}

/* To the `<` of the document element; NULL where something else comes first */
static const char *
find_root (const char *at)
{
	while (at != NULL) {
		at = skip_blanks (at);
		if (*at != '<')
			return NULL;
		if (at[1] == '?')
			at = skip_to (at + 2, "?>");
		else if (g_str_has_prefix (at, "<!--"))
			at = skip_to (at + 4, "-->");
		else if (g_str_has_prefix (at, "<!DOCTYPE"))
			at = skip_doctype (at + 2);
		else
			return begins_name (at[1]) ? at : NULL;
	}
	return NULL;
}

/* The next `name="value"`; returns what stands behind it, NULL at the end of the tag */
static const char *
next_attribute (const char *at, GString *name, GString *value)
{
	at = skip_blanks (at);

	gsize length = strcspn (at, NAME_ENDS);
	const char *sign = skip_blanks (at + length);

	if (length == 0 || *sign != '=')
		return NULL;
	g_string_assign (name, "");
	g_string_append_len (name, at, (gssize) length);
	at = skip_blanks (sign + 1);
	if (*at != '"' && *at != '\'')
		return NULL;

	const char *end = strchr (at + 1, *at);

	if (end == NULL)
		return NULL;
	g_string_assign (value, "");
	g_string_append_len (value, at + 1, end - at - 1);
	return end + 1;
}

/* The value of an attribute by its whole name, prefix and all */
static char *
dup_attribute (const char *at, const char *wanted)
{
	g_autoptr (GString) name = g_string_new (NULL);
	g_autoptr (GString) value = g_string_new (NULL);

	while ((at = next_attribute (at, name, value)) != NULL)
		if (strcmp (name->str, wanted) == 0)
			return g_utf8_make_valid (value->str, -1);
	return NULL;
}

static const char *
skip_mark (const char *text)
{
	return g_str_has_prefix (text, "\xEF\xBB\xBF") ? text + 3 : text;
}

gboolean
fairlead_xml_sniff_root (const char *head, gsize size, char **name, char **name_space)
{
	g_autofree char *text = size > 0 ? g_strndup (head, size) : g_strdup ("");
	const char *root = find_root (skip_mark (text));

	if (root == NULL)
		return FALSE;

	gsize length = strcspn (root + 1, NAME_ENDS);

	/* A name at the very end of the head may be cut */
	if (length == 0 || root[1 + length] == '\0')
		return FALSE;

	g_autofree char *whole = g_strndup (root + 1, length);
	char *colon = strchr (whole, ':');
	g_autofree char *declaration = NULL;

	if (colon != NULL)
		*colon = '\0';
	declaration = colon != NULL ? g_strconcat ("xmlns:", whole, NULL) : g_strdup ("xmlns");
	*name = g_utf8_make_valid (colon != NULL ? colon + 1 : whole, -1);
	*name_space = dup_attribute (root + 1 + length, declaration);
	return TRUE;
}

char *
fairlead_xml_dup_declared_encoding (const char *head, gsize size)
{
	g_autofree char *text = size > 0 ? g_strndup (head, size) : g_strdup ("");
	const char *at = skip_mark (text);
	g_autofree char *encoding = NULL;

	if (!g_str_has_prefix (at, "<?xml") || strchr (BLANKS, at[5]) == NULL)
		return NULL;
	encoding = dup_attribute (at + 5, "encoding");
	if (encoding == NULL || *encoding == '\0'
	    || encoding[strspn (encoding, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "._-")] != '\0')
		return NULL;
	return g_steal_pointer (&encoding);
}

gboolean
fairlead_xml_encoding_is_wide (const char *encoding)
{
	return g_ascii_strncasecmp (encoding, "UTF-16", 6) == 0
	       || g_ascii_strncasecmp (encoding, "UTF-32", 6) == 0;
}
