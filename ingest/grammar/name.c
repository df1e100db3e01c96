/* ingest/grammar/name.c */
#include "ingest/grammar/name.h"

#include <string.h>

#define PLACEHOLDER_LENGTH_MAX 16
#define TEXT_LENGTH_MAX 40 /* of one with room for punctuation */

/* Folded, sorted by bytes for the search */
static const char *const placeholders[] = {
	"0",
	"anonymous",
	"bearer",
	"bearer share",
	"bearer shares",
	"does not exist",
	"el portador",
	"n a",
	"n k",
	"na",
	"nil",
	"no data",
	"no name",
	"none",
	"none identified",
	"not applicable",
	"not available",
	"not disclosed",
	"not identified",
	"not known",
	"not provided",
	"not reported",
	"not stated",
	"null",
	"owner unknown",
	"tba",
	"tbc",
	"tbd",
	"the bearer",
	"to be advised",
	"to be announced",
	"to be confirmed",
	"to be determined",
	"to the bearer",
	"undetermined",
	"undisclosed",
	"unidentified",
	"unknown",
	"unknown owner",
	"unknown unknown",
	"unnamed",
	"unspecified",
	"xxx",
};

/* What may follow the comma in `NAME CO., LTD.` and still be of the name; folded */
static const char *const legal_forms[] = {
	"ag",      "bv",   "co",  "co ltd",       "company", "corp", "corporation",
	"fze",     "gmbh", "inc", "incorporated", "limited", "llc",  "lp",
	"ltd",     "ltda", "nv",  "plc",          "pt",      "pte",  "pte ltd",
	"pvt ltd", "s a",  "s l", "sa",           "sdn bhd", "sarl", "srl",
};

static const char *const care_of_prefixes[] = { "care of ", "care of: ", "c/o ",
	                                        "c/o: ",    "c/o:",      "c/o" };

/* Letters and digits in lower case, each run of anything else as one space between words. @key has
 * room for the text. Returns the length. */
static gsize
fold_ascii (const char *text, gsize length, char *key)
{
	gsize used = 0;
	gboolean gap = FALSE;

	for (gsize i = 0; i < length; i++) {
		if (!g_ascii_isalnum (text[i])) {
			gap = used > 0;
			continue;
		}
		if (gap)
			key[used++] = ' ';
		gap = FALSE;
		key[used++] = g_ascii_tolower (text[i]);
	}
	key[used] = '\0';
	return used;
}

/* Accents go; the voicing marks of kana, and the vowel signs of scripts that write them as marks,
 * are letters in all but name. */
static gboolean
is_accent (gunichar character)
{
	GUnicodeType type = g_unichar_type (character);

	if (type != G_UNICODE_NON_SPACING_MARK && type != G_UNICODE_ENCLOSING_MARK
	    && type != G_UNICODE_SPACING_MARK)
		return FALSE;
	if (character == 0x3099 || character == 0x309A)
		return FALSE;
	return g_unichar_get_script (character) == G_UNICODE_SCRIPT_INHERITED;
}

/* Format characters (joiners, direction marks) stand inside words and show nothing */
static gboolean
is_invisible (gunichar character)
{
	return g_unichar_type (character) == G_UNICODE_FORMAT;
}

static gboolean
is_word_character (gunichar character)
{
	return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

static char *
keep_words (const char *decomposed)
{
	g_autoptr (GString) key = g_string_sized_new (strlen (decomposed));
	gboolean gap = FALSE;

	for (const char *at = decomposed; *at != '\0'; at = g_utf8_next_char (at)) {
		gunichar character = g_utf8_get_char (at);

		if (is_accent (character) || is_invisible (character))
			continue;
		if (!is_word_character (character)) {
			gap = key->len > 0;
			continue;
		}
		if (gap)
			g_string_append_c (key, ' ');
		gap = FALSE;
		/* Case folding sends the small letters of a few scripts to the capitals */
		g_string_append_unichar (key, g_unichar_tolower (character));
	}
	return g_utf8_normalize (key->str, (gssize) key->len, G_NORMALIZE_NFC);
}

/* g_utf8_casefold(), unlike g_utf8_strdown(), does not ask the locale */
static char *
fold_unicode (const char *text)
{
	g_autofree char *valid = g_utf8_make_valid (text, -1);
	g_autofree char *plain = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKD);
	g_autofree char *folded = g_utf8_casefold (plain, -1);
	g_autofree char *decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);

	return keep_words (decomposed);
}

char *
fairlead_name_fold (const char *text)
{
	gsize length;
	char *key;

	if (!g_str_is_ascii (text))
		return fold_unicode (text);
	length = strlen (text);
	key = g_malloc (length + 1);
	fold_ascii (text, length, key);
	return key;
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
	return strcmp (a, *(const char *const *) b);
}

static gboolean
is_one_of (const char *folded, const char *const *table, gsize n_rows)
{
	return bsearch (folded, table, n_rows, sizeof *table, compare_texts) != NULL;
}

/* A set of letters, each its bit; behind them that of any gap */
#define BIT(letter) (1u << ((letter) - 'a'))
#define GAP (1u << ('z' - 'a' + 1))

static guint32
letter_bit (char letter)
{
	return g_ascii_isalpha (letter) ? BIT (letter | ' ') : 0;
}

/* By its first two letters. Every cell of every file is asked: this answers for most of them. */
static gboolean
may_be_placeholder (const char *text)
{
	static const guint32 seconds['z' - 'a' + 1] = {
		['a' - 'a'] = BIT ('n'),
		['b' - 'a'] = BIT ('e'),
		['d' - 'a'] = BIT ('o'),
		['e' - 'a'] = BIT ('l'),
		['n' - 'a'] = GAP | BIT ('a') | BIT ('i') | BIT ('o') | BIT ('u'),
		['o' - 'a'] = BIT ('w'),
		['t' - 'a'] = BIT ('a') | BIT ('b') | BIT ('h') | BIT ('o'),
		['u' - 'a'] = BIT ('n'),
		['x' - 'a'] = BIT ('x'),
	};
	guint32 second;

	while (g_ascii_isgraph (*text) ? !g_ascii_isalnum (*text) : g_ascii_isspace (*text))
		text++;
	if (!g_ascii_isalnum (*text) || (guchar) text[1] >= 0x80)
		return TRUE;
	second = g_ascii_isalnum (text[1]) ? letter_bit (text[1]) : GAP;
	if (g_ascii_isdigit (*text))
		return *text == '0' && second == GAP;
	return (seconds[(*text | ' ') - 'a'] & second) != 0;
}

gboolean
fairlead_name_is_placeholder (const char *text)
{
	g_autofree char *unicode = NULL;
	char ascii[TEXT_LENGTH_MAX + 1];
	const char *folded = ascii;
	gsize length;

	if (!may_be_placeholder (text))
		return FALSE;
	length = strnlen (text, sizeof ascii);
	if (length > TEXT_LENGTH_MAX)
		return FALSE;
	if (g_str_is_ascii (text))
		length = fold_ascii (text, length, ascii);
	else
		folded = unicode = fold_unicode (text);
	if (folded == ascii && length > PLACEHOLDER_LENGTH_MAX)
		return FALSE;
	return *folded == '\0' || is_one_of (folded, placeholders, G_N_ELEMENTS (placeholders));
}

static char *
dup_trimmed (const char *start, const char *end)
{
	return g_strstrip (g_strndup (start, (gsize) (end - start)));
}

char *
fairlead_name_dup_person_order (const char *text)
{
	const char *comma = strchr (text, ',');
	g_autofree char *last = NULL;
	g_autofree char *first = NULL;

	if (comma == NULL || strchr (comma + 1, ',') != NULL)
		return g_strdup (text);
	last = dup_trimmed (text, comma);
	first = dup_trimmed (comma + 1, comma + strlen (comma));
	if (*last == '\0' || *first == '\0')
		return g_strdup (text);
	return g_strconcat (first, " ", last, NULL);
}

static const char *
skip_care_of (const char *text)
{
	while (g_ascii_isspace (*text))
		text++;
	for (guint i = 0; i < G_N_ELEMENTS (care_of_prefixes); i++) {
		gsize length = strlen (care_of_prefixes[i]);

		if (g_ascii_strncasecmp (text, care_of_prefixes[i], length) == 0)
			return text + length;
	}
	return NULL;
}

static gboolean
is_legal_form (const char *start, const char *end)
{
	g_autofree char *part = dup_trimmed (start, end);
	g_autofree char *folded = fairlead_name_fold (part);

	for (guint i = 0; i < G_N_ELEMENTS (legal_forms); i++) {
		if (strcmp (folded, legal_forms[i]) == 0)
			return TRUE;
	}
	return FALSE;
}

/* The comma that ends a party's name: a spaced one where the source writes so, else the first that
 * no legal form follows; the end of the text where there is none */
static const char *
find_party_end (const char *text)
{
	const char *end = strstr (text, " ,");

	if (end != NULL)
		return end + 1;
	end = text + strcspn (text, ",;");
	while (*end == ',') {
		const char *next = end + 1 + strcspn (end + 1, ",;");

		if (!is_legal_form (end + 1, next))
			break;
		end = next;
	}
	return end;
}

gboolean
fairlead_address_split_care_of (const char *text, char **party, char **rest)
{
	const char *start = skip_care_of (text);
	const char *end;
	g_autofree char *named = NULL;

	if (start == NULL)
		return FALSE;
	end = find_party_end (start);
	named = dup_trimmed (start, end);
	if (fairlead_name_is_placeholder (named))
		return FALSE;
	*party = g_steal_pointer (&named);
	*rest = *end == '\0' ? g_strdup ("") : g_strstrip (g_strdup (end + 1));
	return TRUE;
}
