/* ingest/grammar/share.c */
#include "ingest/grammar/share.h"

#include <string.h>

#define UNITS_PER_PERCENT (FAIRLEAD_SHARE_ONE / 100u)
#define DECIMALS 7 /* of a percentage that one unit can show */
/* Bounds that stand one unit off a hundredth of a per cent were exclusive ones */
#define EXCLUSIVE_GRAIN (UNITS_PER_PERCENT / 100u)

typedef enum {
	BOUND_NONE,
	BOUND_ABOVE,
	BOUND_AT_LEAST,
	BOUND_BELOW,
	BOUND_AT_MOST,
} Bound;

/* Longer words before those that they begin with */
static const struct {
	const char *word;
	Bound bound;
} bounds[] = {
	{ ">=", BOUND_AT_LEAST },
	{ "≥", BOUND_AT_LEAST },
	{ ">", BOUND_ABOVE },
	{ "<=", BOUND_AT_MOST },
	{ "≤", BOUND_AT_MOST },
	{ "<", BOUND_BELOW },
	{ "more than or equal to ", BOUND_AT_LEAST },
	{ "more than ", BOUND_ABOVE },
	{ "greater than ", BOUND_ABOVE },
	{ "over ", BOUND_ABOVE },
	{ "above ", BOUND_ABOVE },
	{ "at least ", BOUND_AT_LEAST },
	{ "not less than ", BOUND_AT_LEAST },
	{ "less than or equal to ", BOUND_AT_MOST },
	{ "less than ", BOUND_BELOW },
	{ "under ", BOUND_BELOW },
	{ "below ", BOUND_BELOW },
	{ "at most ", BOUND_AT_MOST },
	{ "not more than ", BOUND_AT_MOST },
	{ "up to ", BOUND_AT_MOST },
};

static const char *const units[] = { "%", "per cent", "percent", "pct" };
static const char *const range_words[] = { "but ", "and ", "to ", "-", "–" };

/* One number with what stands around it: the interval that its decimals allow, and the bound */
typedef struct {
	guint32 low;
	guint32 high;
	Bound bound;
} Limit;

static void
skip_blanks (const char **text)
{
	while (g_ascii_isspace (**text))
		(*text)++;
}

static gboolean
skip_word (const char **text, const char *word)
{
	gsize length = strlen (word);

	if (g_ascii_strncasecmp (*text, word, length) != 0)
		return FALSE;
	*text += length;
	skip_blanks (text);
	return TRUE;
}

static gboolean
skip_one_of (const char **text, const char *const *words, guint n_words)
{
	for (guint i = 0; i < n_words; i++) {
		if (skip_word (text, words[i]))
			return TRUE;
	}
	return FALSE;
}

/* Decimals past the last unit make an interval of one unit, not a rounded number */
static gboolean
read_percentage (const char **text, Limit *limit)
{
	const char *at = *text;
	guint64 value = 0;
	gint decimals = -1; /* -1 before the mark */
	gboolean inexact = FALSE;

	if (!g_ascii_isdigit (*at))
		return FALSE;
	for (; g_ascii_isdigit (*at) || (decimals < 0 && (*at == '.' || *at == ',')); at++) {
		if (!g_ascii_isdigit (*at)) {
			if (!g_ascii_isdigit (at[1]))
				return FALSE;
			decimals = 0;
		} else if (decimals == DECIMALS) {
			inexact |= *at != '0';
		} else {
			value = value * 10 + (guint64) (*at - '0');
			decimals += decimals >= 0;
		}
		if (value > FAIRLEAD_SHARE_ONE)
			return FALSE;
	}
	for (decimals = MAX (decimals, 0); decimals < DECIMALS; decimals++)
		value *= 10;
	if (value + inexact > FAIRLEAD_SHARE_ONE)
		return FALSE;
	limit->low = (guint32) value;
	limit->high = (guint32) (value + inexact);
	*text = at;
	return TRUE;
}

static gboolean
read_limit (const char **text, Limit *limit)
{
	limit->bound = BOUND_NONE;
	for (guint i = 0; i < G_N_ELEMENTS (bounds) && limit->bound == BOUND_NONE; i++) {
		if (skip_word (text, bounds[i].word))
			limit->bound = bounds[i].bound;
	}
	if (!read_percentage (text, limit))
		return FALSE;
	skip_blanks (text);
	skip_one_of (text, units, G_N_ELEMENTS (units));
	return TRUE;
}

/* What is allowed by one limit alone; FALSE where nothing is */
static gboolean
share_from_limit (const Limit *limit, FairleadShare *share)
{
	gboolean lower = limit->bound == BOUND_ABOVE || limit->bound == BOUND_AT_LEAST;
	gboolean upper = limit->bound == BOUND_BELOW || limit->bound == BOUND_AT_MOST;
	gint64 low = upper ? 0 : limit->low;
	gint64 high = lower ? FAIRLEAD_SHARE_ONE : limit->high;

	if (limit->bound == BOUND_ABOVE)
		low++;
	if (limit->bound == BOUND_BELOW)
		high--;
	if (low > high)
		return FALSE;
	share->low = (guint32) low;
	share->high = (guint32) high;
	return TRUE;
}

static gboolean
share_from_range (const Limit *from, const Limit *to, FairleadShare *share)
{
	FairleadShare low;
	FairleadShare high;

	if (from->bound == BOUND_BELOW || from->bound == BOUND_AT_MOST || to->bound == BOUND_ABOVE
	    || to->bound == BOUND_AT_LEAST)
		return FALSE;
	if (!share_from_limit (from, &low) || !share_from_limit (to, &high) || low.low > high.high)
		return FALSE;
	*share = (FairleadShare){ low.low, high.high };
	return TRUE;
}

gboolean
fairlead_share_parse (const char *text, FairleadShare *share)
{
	Limit from;
	Limit to;

	skip_blanks (&text);
	skip_word (&text, "between ");
	if (!read_limit (&text, &from))
		return FALSE;
	if (*text == '\0')
		return share_from_limit (&from, share);
	if (!skip_one_of (&text, range_words, G_N_ELEMENTS (range_words))
	    || !read_limit (&text, &to) || *text != '\0')
		return FALSE;
	return share_from_range (&from, &to, share);
}

gboolean
fairlead_share_is_unknown (FairleadShare share)
{
	return share.low == 0 && share.high == FAIRLEAD_SHARE_ONE;
}

static void
append_percentage (GString *text, guint32 value)
{
	guint32 fraction = value % UNITS_PER_PERCENT;

	g_string_append_printf (text, "%u", value / UNITS_PER_PERCENT);
	if (fraction == 0)
		return;
	g_string_append_printf (text, ".%0*u", DECIMALS, fraction);
	while (text->str[text->len - 1] == '0')
		g_string_truncate (text, text->len - 1);
}

char *
fairlead_share_dup_text (FairleadShare share)
{
	g_autoptr (GString) text = NULL;
	gboolean above = share.low != share.high && share.low % EXCLUSIVE_GRAIN == 1;
	gboolean below = share.low != share.high && (share.high + 1) % EXCLUSIVE_GRAIN == 0;

	if (fairlead_share_is_unknown (share))
		return NULL;
	text = g_string_new (above ? ">" : "");
	if (share.low != 0 || !below)
		append_percentage (text, share.low - above);
	if (share.low != share.high && !(above && share.high == FAIRLEAD_SHARE_ONE)) {
		if (text->len > 0)
			g_string_append_c (text, '-');
		g_string_append (text, below ? "<" : "");
		append_percentage (text, share.high + below);
	}
	g_string_append (text, " %");
	return g_string_free (g_steal_pointer (&text), FALSE);
}
