/* ingest/grammar/legal-form.c */
#include "ingest/grammar/legal-form.h"

#include <stdlib.h>
#include <string.h>

#define WORD_MAX 16

/* In small letters without dots, sorted for the search */
static const char *const forms[] = {
	"anstalt",  "berhad",        "bhd",          "bvba", "company", "corp",     "corporation",
	"eood",     "establishment", "foundation",   "fzco", "fze",     "gmbh",     "holding",
	"holdings", "inc",           "incorporated", "jsc",  "kft",     "limitada", "limited",
	"llc",      "llp",           "ltd",          "ltda", "ojsc",    "ooo",      "pjsc",
	"plc",      "pte",           "pty",          "sarl", "spa",     "spol",     "srl",
	"stiftung", "trust",         "zao",
};

/* Too short to be told from names unless they are written with dots */
static const char *const dotted_forms[] = {
	"ab", "ag", "as", "bv", "co", "kg", "lp", "nv", "oy", "sa", "sl",
};

static gint
compare_word (gconstpointer key, gconstpointer row)
{
	return strcmp (key, *(const char *const *) row);
}

/* Letters of the last word in lower case; whether dots stand between them. FALSE for words that
 * are too long, or hold anything else. */
static gboolean
take_last_word (const char *text, char *word, gboolean *dotted)
{
	const char *end = text + strlen (text);
	const char *start;
	gsize length = 0;
	guint n_dots = 0;

	while (end > text && strchr (" .,)\"'", end[-1]) != NULL) {
		n_dots += end[-1] == '.';
		end--;
	}
	for (start = end; start > text && strchr (" ,(", start[-1]) == NULL; start--)
		;
	for (; start < end; start++) {
		if (*start == '.') {
			n_dots++;
			continue;
		}
		if (!g_ascii_isalpha (*start) || length == WORD_MAX - 1)
			return FALSE;
		word[length++] = g_ascii_tolower (*start);
	}
	word[length] = '\0';
	*dotted = n_dots >= 2;
	return length > 0;
}

gboolean
fairlead_name_has_legal_form (const char *text)
{
	char word[WORD_MAX];
	gboolean dotted;

	if (!take_last_word (text, word, &dotted))
		return FALSE;
	if (bsearch (word, forms, G_N_ELEMENTS (forms), sizeof forms[0], compare_word) != NULL)
		return TRUE;
	return dotted
	       && bsearch (word, dotted_forms, G_N_ELEMENTS (dotted_forms), sizeof dotted_forms[0],
	                   compare_word)
	                  != NULL;
}
