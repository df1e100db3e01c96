/* ingest/grammar/identifier.c */
#include "ingest/grammar/identifier.h"

#include <string.h>

#include "ingest/grammar/name.h"

static const FairleadIdSchemeInfo schemes[FAIRLEAD_N_ID_SCHEMES] = {
	[FAIRLEAD_ID_IMO] = { "imo", "IMO ship number", TRUE, FALSE },
	[FAIRLEAD_ID_IMO_COMPANY] = { "imo-company", "IMO company number", TRUE, FALSE },
	[FAIRLEAD_ID_LEI] = { "lei", "Legal Entity Identifier", TRUE, FALSE },
	[FAIRLEAD_ID_MMSI] = { "mmsi", "MMSI", FALSE, FALSE },
	[FAIRLEAD_ID_CALL_SIGN] = { "call-sign", "Call sign", FALSE, FALSE },
	[FAIRLEAD_ID_REGISTRATION] = { "registration", "Registration number", TRUE, TRUE },
	[FAIRLEAD_ID_TAX] = { "tax", "Tax number", FALSE, TRUE },
	[FAIRLEAD_ID_PASSPORT] = { "passport", "Passport", FALSE, TRUE },
	[FAIRLEAD_ID_NATIONAL] = { "national", "National identity number", FALSE, TRUE },
	[FAIRLEAD_ID_BIC] = { "bic", "Bank Identifier Code", FALSE, FALSE },
	[FAIRLEAD_ID_LIST] = { "list", "Id in a list", FALSE, TRUE },
	[FAIRLEAD_ID_OTHER] = { "other", "Other number", FALSE, TRUE },
};

/* What sources write before a number. Longer words before those that they begin with. */
static const struct {
	FairleadIdScheme scheme;
	const char *word;
} prefixes[] = {
	{ FAIRLEAD_ID_IMO, "imo" },
	{ FAIRLEAD_ID_IMO_COMPANY, "imo-company" },
	{ FAIRLEAD_ID_IMO_COMPANY, "imo company" },
	{ FAIRLEAD_ID_IMO_COMPANY, "imo" },
	{ FAIRLEAD_ID_LEI, "lei" },
	{ FAIRLEAD_ID_MMSI, "mmsi" },
	{ FAIRLEAD_ID_BIC, "bic" },
	{ FAIRLEAD_ID_BIC, "swift" },
	{ FAIRLEAD_ID_CALL_SIGN, "call-sign:" },
};

static const char *const number_words[] = { "number", "no" };

const FairleadIdSchemeInfo *
fairlead_id_scheme_info (FairleadIdScheme scheme)
{
	g_return_val_if_fail ((guint) scheme < FAIRLEAD_N_ID_SCHEMES, NULL);
	return &schemes[scheme];
}

gboolean
fairlead_id_scheme_from_name (const char *name, FairleadIdScheme *scheme)
{
	for (guint row = 0; row < FAIRLEAD_N_ID_SCHEMES; row++) {
		if (strcmp (schemes[row].name, name) != 0)
			continue;
		*scheme = (FairleadIdScheme) row;
		return TRUE;
	}
	return FALSE;
}

static gboolean
has_digits (const char *text, gsize n)
{
	for (gsize i = 0; i < n; i++) {
		if (!g_ascii_isdigit (text[i]))
			return FALSE;
	}
	return text[n] == '\0';
}

static guint
weigh (const char *digits, const guint8 *weights)
{
	guint sum = 0;

	for (guint i = 0; i < 6; i++)
		sum += weights[i] * (guint) (digits[i] - '0');
	return sum;
}

gboolean
fairlead_imo_ship_check (const char *digits)
{
	static const guint8 weights[6] = { 7, 6, 5, 4, 3, 2 };

	return has_digits (digits, 7) && weigh (digits, weights) % 10 == (guint) (digits[6] - '0');
}

gboolean
fairlead_imo_company_check (const char *digits)
{
	static const guint8 weights[6] = { 8, 6, 4, 2, 9, 7 };

	return has_digits (digits, 7)
	       && (11 - weigh (digits, weights) % 11) % 10 == (guint) (digits[6] - '0');
}

/* ISO 17442: letters stand for 10 to 35, the whole modulo 97 is 1 */
gboolean
fairlead_lei_check (const char *lei)
{
	guint rest = 0;
	gsize n = 0;

	for (; lei[n] != '\0' && n < 20; n++) {
		if (g_ascii_isdigit (lei[n]))
			rest = (rest * 10 + (guint) (lei[n] - '0')) % 97;
		else if (g_ascii_isupper (lei[n]))
			rest = (rest * 100 + (guint) (lei[n] - 'A' + 10)) % 97;
		else
			return FALSE;
	}
	return n == 20 && lei[n] == '\0' && rest == 1;
}

gboolean
fairlead_identifier_check (FairleadIdScheme scheme, const char *number)
{
	switch (scheme) {
	case FAIRLEAD_ID_IMO:
		return fairlead_imo_ship_check (number);
	case FAIRLEAD_ID_IMO_COMPANY:
		return fairlead_imo_company_check (number);
	case FAIRLEAD_ID_LEI:
		return fairlead_lei_check (number);
	default:
		return TRUE;
	}
}

static gboolean
is_run_of (const char *number, char digit)
{
	gsize length = strlen (number);

	for (gsize i = 0; i < length; i++) {
		if (number[i] != digit)
			return FALSE;
	}
	return length > 0;
}

static const char *
skip_separators (const char *text)
{
	return text + strspn (text, " .:#-\t");
}

static const char *
skip_number_word (const char *text)
{
	for (guint i = 0; i < G_N_ELEMENTS (number_words); i++) {
		gsize length = strlen (number_words[i]);

		if (g_ascii_strncasecmp (text, number_words[i], length) == 0
		    && !g_ascii_isalpha (text[length]))
			return skip_separators (text + length);
	}
	return text;
}

static const char *
skip_prefix (FairleadIdScheme scheme, const char *text)
{
	for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++) {
		gsize length = strlen (prefixes[i].word);

		if (prefixes[i].scheme == scheme
		    && g_ascii_strncasecmp (text, prefixes[i].word, length) == 0)
			return skip_number_word (skip_separators (text + length));
	}
	return text;
}

gboolean
fairlead_identifier_is_placeholder (FairleadIdScheme scheme, const char *number)
{
	if (fairlead_name_is_placeholder (number) || is_run_of (number, '0'))
		return TRUE;
	/* Nines fill a form; a short register may well have reached 99 */
	if (strlen (number) >= 5 && is_run_of (number, '9'))
		return TRUE;
	return scheme == FAIRLEAD_ID_IMO_COMPANY
	       && strcmp (skip_prefix (scheme, number), "9991001") == 0;
}

/* The leading zeros of IMO company numbers are often lost in spreadsheets */
static gboolean
pad_company_number (char *number, gsize size)
{
	gsize length = strlen (number);

	if (length < 5 || length > 7 || size < 8 || !has_digits (number, length))
		return FALSE;
	memmove (number + 7 - length, number, length + 1);
	memset (number, '0', 7 - length);
	return TRUE;
}

static void
shout (char *text)
{
	for (; *text != '\0'; text++)
		*text = g_ascii_toupper (*text);
}

static gboolean
is_lei (char *number)
{
	shout (number);
	if (strlen (number) != 20)
		return FALSE;
	for (guint i = 0; i < 18; i++) {
		if (!g_ascii_isalnum (number[i]))
			return FALSE;
	}
	return has_digits (number + 18, 2);
}

/* ISO 9362: bank and country in letters, place, and perhaps a branch */
static gboolean
is_bic (char *number)
{
	gsize length = strlen (number);

	shout (number);
	if (length != 8 && length != 11)
		return FALSE;
	for (gsize i = 0; i < length; i++) {
		if (!(i < 6 ? g_ascii_isalpha (number[i]) : g_ascii_isalnum (number[i])))
			return FALSE;
	}
	return TRUE;
}

/* Letters and digits only, between the shortest of a ship and the longest of a boat */
static gboolean
is_call_sign (char *number)
{
	gsize used = 0;

	shout (number);
	for (const char *at = number; *at != '\0'; at++) {
		if (g_ascii_isalnum (*at))
			number[used++] = *at;
		else if (strchr (" -./", *at) == NULL)
			return FALSE;
	}
	number[used] = '\0';
	return used >= 3 && used <= 10;
}

/* Mends @number in place; FALSE when it cannot be of the scheme */
static gboolean
has_shape (FairleadIdScheme scheme, char *number, gsize size)
{
	switch (scheme) {
	case FAIRLEAD_ID_IMO:
		return has_digits (number, 7);
	case FAIRLEAD_ID_IMO_COMPANY:
		return pad_company_number (number, size);
	case FAIRLEAD_ID_LEI:
		return is_lei (number);
	case FAIRLEAD_ID_MMSI:
		return has_digits (number, 9);
	case FAIRLEAD_ID_CALL_SIGN:
		return is_call_sign (number);
	case FAIRLEAD_ID_BIC:
		return is_bic (number);
	default:
		return *number != '\0';
	}
}

gboolean
fairlead_identifier_normalise (FairleadIdScheme scheme, const char *text, char *buffer, gsize size)
{
	g_autofree char *number = NULL;
	gsize room;

	while (g_ascii_isspace (*text))
		text++;
	text = skip_prefix (scheme, text);
	room = MAX (strlen (text), 7) + 1;
	number = g_malloc (room);
	g_strlcpy (number, text, room);
	g_strchomp (number);
	if (fairlead_identifier_is_placeholder (scheme, number)
	    || !has_shape (scheme, number, room))
		return FALSE;
	if (fairlead_identifier_is_placeholder (scheme, number) || strlen (number) >= size)
		return FALSE;
	g_strlcpy (buffer, number, size);
	return TRUE;
}
