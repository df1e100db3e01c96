/* ingest/grammar/date-parse.c: dates are a few tokens, whose shape is looked up in a table */
#include "ingest/grammar/date-parse-private.h"

#include <string.h>

#define YEAR_MIN 1000
#define YEAR_MAX 2999
#define TOKENS_MAX 3

/* The interval of a year, a month (@day is 0) or a day; a day of no known month says nothing */
static gboolean
date_from_parts (gint year, gint month, gint day, FairleadDate *date)
{
	FairleadDate found;
	gboolean day_known = day > 0 && month > 0;
	gint next_year = month == 0 || month == 12 ? year + 1 : year;
	gint next_month = month == 0 || month == 12 ? 1 : month + 1;

	if (year < YEAR_MIN || year > YEAR_MAX || day > 31)
		return FALSE;
	if (!fairlead_day_from_ymd (year, MAX (month, 1), day_known ? day : 1, &found.first)
	    || !fairlead_day_from_ymd (next_year, next_month, 1, &found.last))
		return FALSE;
	found.last = day_known ? found.first : found.last - 1;
	*date = found;
	return TRUE;
}

/* ---- what it is made of ---- */

typedef enum {
	TOKEN_YEAR = 'Y',
	TOKEN_NUMBER = 'n', /* one or two digits, or letters that stand for them */
	TOKEN_MONTH = 'M',
	TOKEN_COMPACT = 'C', /* 20160708 */
	TOKEN_DECADE = 'D',  /* 1960s */
} TokenType;

typedef struct {
	char shape[TOKENS_MAX + 1];
	gint values[TOKENS_MAX];
	char separators[TOKENS_MAX];
	guint n_tokens;
} Tokens;

/* Which token is the year, the month, the day; -1 where there is none */
static const struct {
	const char *shape;
	gint8 year, month, day;
	gboolean by_order; /* month and day stand as the caller says */
} shapes[] = {
	{ "Y", 0, -1, -1, FALSE }, { "Yn", 0, 1, -1, FALSE }, { "Ynn", 0, 1, 2, FALSE },
	{ "YM", 0, 1, -1, FALSE }, { "YMn", 0, 1, 2, FALSE }, { "MY", 1, 0, -1, FALSE },
	{ "nY", 1, 0, -1, FALSE }, { "nMY", 2, 1, 0, FALSE }, { "MnY", 2, 0, 1, FALSE },
	{ "nnY", 2, 1, 0, TRUE },
};

static const char *const months[12] = {
	"january", "february", "march",     "april",   "may",      "june",
	"july",    "august",   "september", "october", "november", "december",
};

static const char *const number_letters[] = { "dd", "mm", "xx", "??" };
static const char *const ordinals[] = { "st", "nd", "rd", "th" };

static gboolean
begins_with_one_of (const char *text, const char *const *words, guint n_words)
{
	for (guint i = 0; i < n_words; i++) {
		if (g_ascii_strncasecmp (text, words[i], strlen (words[i])) == 0)
			return TRUE;
	}
	return FALSE;
}

static gsize
count_letters (const char *text)
{
	gsize n = 0;

	while (g_ascii_isalpha (text[n]))
		n++;
	return n;
}

/* A month's name, or its first three letters and more; 0 where there is none */
static gint
find_month (const char *text, gsize length)
{
	for (guint i = 0; i < G_N_ELEMENTS (months); i++) {
		if (length >= 3 && months[i][0] == g_ascii_tolower (*text)
		    && length <= strlen (months[i])
		    && g_ascii_strncasecmp (text, months[i], length) == 0)
			return (gint) i + 1;
	}
	return 0;
}

static gsize
read_digits (const char *text, TokenType *type, gint *value)
{
	gsize n = 0;

	*value = 0;
	for (; n < 9 && g_ascii_isdigit (text[n]); n++)
		*value = *value * 10 + (text[n] - '0');
	if (n == 4 && *value % 10 == 0 && text[4] == 's' && !g_ascii_isalpha (text[5])) {
		*type = TOKEN_DECADE;
		return 5;
	}
	if (n == 4 || n == 8) {
		*type = n == 4 ? TOKEN_YEAR : TOKEN_COMPACT;
		return n;
	}
	*type = TOKEN_NUMBER;
	if (n > 2)
		return 0;
	return begins_with_one_of (text + n, ordinals, G_N_ELEMENTS (ordinals)) ? n + 2 : n;
}

/* Bytes of the token at @text; 0 where none is */
static gsize
read_token (const char *text, TokenType *type, gint *value)
{
	gsize letters = count_letters (text);

	if (g_ascii_isdigit (*text))
		return read_digits (text, type, value);
	*value = find_month (text, letters);
	*type = TOKEN_MONTH;
	if (*value > 0)
		return letters;
	*type = TOKEN_NUMBER;
	if (begins_with_one_of (text, number_letters, G_N_ELEMENTS (number_letters))
	    && letters <= 2)
		return 2;
	return 0;
}

/* At most one mark, with blanks around it; `.` and `,` may stand together with a blank after */
static gsize
read_separator (const char *text, char *mark)
{
	gsize n = strspn (text, " \t");

	*mark = n > 0 ? ' ' : '\0';
	if (text[n] != '\0' && strchr ("-/.,", text[n]) != NULL)
		*mark = text[n++];
	return n + strspn (text + n, " \t");
}

static void
read_tokens (const char **text, Tokens *tokens)
{
	char mark = '\0';
	gsize gap = 0;

	memset (tokens, 0, sizeof *tokens);
	while (tokens->n_tokens < TOKENS_MAX) {
		TokenType type;
		gint value;
		gsize length = read_token (*text + gap, &type, &value);

		if (length == 0)
			break;
		tokens->shape[tokens->n_tokens] = (char) type;
		tokens->values[tokens->n_tokens] = value;
		tokens->separators[tokens->n_tokens++] = mark;
		*text += gap + length;
		gap = read_separator (*text, &mark);
	}
}

/* `T10:00:00.920Z`, ` 10:00`, `-04:00`, `Z`: the time of day and zone, which move no day here */
static gboolean
is_time_of_day (const char *text)
{
	const char *at = text;
	guint n_numbers = 0;

	if (*at == 'T' || *at == ' ' || *at == 't')
		at++;
	else if (strcmp (at, "Z") == 0)
		return TRUE;
	else if (*at != '+' && *at != '-')
		return *at == '\0';
	else
		at++;
	for (; *at != '\0'; at++) {
		if (!g_ascii_isdigit (at[0]) || !g_ascii_isdigit (at[1]))
			break;
		n_numbers++;
		at += 2;
		at += *at == '.' ? 1 + strspn (at + 1, "0123456789") : 0;
		if (*at == '\0' || strchr (":+-", *at) == NULL)
			break;
	}
	return n_numbers >= 2 && (*at == '\0' || strcmp (at, "Z") == 0);
}

static gboolean
date_from_shape (const Tokens *tokens, FairleadDateOrder order, FairleadDate *date)
{
	const gint *values = tokens->values;

	for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
		gint month = shapes[i].month < 0 ? 0 : values[shapes[i].month];
		gint day = shapes[i].day < 0 ? 0 : values[shapes[i].day];

		if (strcmp (tokens->shape, shapes[i].shape) != 0)
			continue;
		if (tokens->n_tokens == 3 && tokens->separators[1] != tokens->separators[2]
		    && strchr (tokens->shape, TOKEN_MONTH) == NULL)
			return FALSE;
		/* 12/25/2016 can be read in one order only */
		if (shapes[i].by_order
		    && ((order == FAIRLEAD_DATE_MONTH_FIRST && day <= 12) || month > 12)) {
			gint swapped = month;
			month = day;
			day = swapped;
		}
		return date_from_parts (values[shapes[i].year], month, day, date);
	}
	return FALSE;
}

gboolean
fairlead_date_parse_tokens (const char *text, FairleadDateOrder order, FairleadDate *date)
{
	Tokens tokens;
	FairleadDate last;

	read_tokens (&text, &tokens);
	if (*text != '\0'
	    && ((tokens.n_tokens < TOKENS_MAX && tokens.shape[0] != TOKEN_COMPACT)
	        || !is_time_of_day (text)))
		return FALSE;
	if (strcmp (tokens.shape, "C") == 0)
		return date_from_parts (tokens.values[0] / 10000, tokens.values[0] / 100 % 100,
		                        tokens.values[0] % 100, date);
	if (strcmp (tokens.shape, "D") == 0) {
		if (!date_from_parts (tokens.values[0] + 9, 0, 0, &last)
		    || !date_from_parts (tokens.values[0], 0, 0, date))
			return FALSE;
		date->last = last.last;
		return TRUE;
	}
	return date_from_shape (&tokens, order, date);
}

/* ---- the plainest ---- */

static gboolean
has_digits_at (const char *text, guint n, gint *value)
{
	*value = 0;
	for (guint i = 0; i < n; i++) {
		if (!g_ascii_isdigit (text[i]))
			return FALSE;
		*value = *value * 10 + (text[i] - '0');
	}
	return TRUE;
}

/* `2016-07-08` and `08-JUL-2016` alone: nearly all dates of the large files, which need no more
 * than this; FALSE for any other text */
gboolean
fairlead_date_parse_plain (const char *text, FairleadDate *date)
{
	gsize length = strnlen (text, 12);
	gint year, month, day;

	if (length == 10 && has_digits_at (text, 4, &year) && has_digits_at (text + 5, 2, &month)
	    && has_digits_at (text + 8, 2, &day) && text[4] == '-' && text[7] == '-')
		return month > 0 && day > 0 && date_from_parts (year, month, day, date);
	if (length == 11 && has_digits_at (text, 2, &day) && has_digits_at (text + 7, 4, &year)
	    && text[2] == '-' && text[6] == '-') {
		month = find_month (text + 3, 3);
		return month > 0 && day > 0 && date_from_parts (year, month, day, date);
	}
	return FALSE;
}
