/* ingest/grammar/period-parse.c: what words around dates make of them */
#include <string.h>

#include "ingest/grammar/date-parse-private.h"

/* ---- words around dates ---- */

static const char *const circa_words[] = {
	"circa ",   "circa. ", "approximately ",
	"approx. ", "approx ", "around ",
	"about ",   "ca. ",    "ca.",
	"ca ",      "c. ",     "c.",
	"c ",       "~",
};
static const char *const circa_endings[] = { " circa", " (circa)", " (approx.)",
	                                     " (approximately)" };

typedef enum {
	WORD_NONE,
	WORD_SINCE,
	WORD_BEFORE,
	WORD_AFTER,
	WORD_DURING,
	WORD_UNTIL,
	WORD_BETWEEN,
} Word;

static const struct {
	const char *text;
	Word word;
} words[] = {
	{ "since ", WORD_SINCE },     { "from ", WORD_SINCE },      { "as of ", WORD_SINCE },
	{ "before ", WORD_BEFORE },   { "prior to ", WORD_BEFORE }, { "after ", WORD_AFTER },
	{ "during ", WORD_DURING },   { "in ", WORD_DURING },       { "on ", WORD_DURING },
	{ "until ", WORD_UNTIL },     { "till ", WORD_UNTIL },      { "to ", WORD_UNTIL },
	{ "between ", WORD_BETWEEN },
};

/* Between the ends of a range, the plainest first */
static const char *const range_marks[] = { " to ", " - ",  " – ",   "–",      "/",
	                                   "-",    " or ", " and ", " until " };
static const char *const still_words[] = { "present", "date", "now", "today" };

static char *
dup_stripped (const char *text)
{
	return g_strstrip (g_strdup (text));
}

static const char *
skip_circa (const char *text, gboolean *circa)
{
	for (guint i = 0; i < G_N_ELEMENTS (circa_words); i++) {
		gsize length = strlen (circa_words[i]);

		if (g_ascii_strncasecmp (text, circa_words[i], length) != 0)
			continue;
		*circa = TRUE;
		return text + length + strspn (text + length, " ");
	}
	return text;
}

static void
cut_circa_ending (char *text, gboolean *circa)
{
	gsize length = strlen (text);

	for (guint i = 0; i < G_N_ELEMENTS (circa_endings); i++) {
		gsize ending = strlen (circa_endings[i]);

		if (length <= ending
		    || g_ascii_strcasecmp (text + length - ending, circa_endings[i]) != 0)
			continue;
		text[length - ending] = '\0';
		*circa = TRUE;
		return;
	}
}

/* One date with or without 'about' */
static gboolean
parse_about (const char *text, FairleadDateOrder order, FairleadDate *date, gboolean *circa)
{
	g_autofree char *copy = dup_stripped (text);
	gboolean about = FALSE;

	cut_circa_ending (copy, &about);
	if (!fairlead_date_parse_tokens (skip_circa (copy, &about), order, date))
		return FALSE;
	*circa |= about;
	return TRUE;
}

/* An end of a range: `..` is open */
static gboolean
parse_end (const char *text, FairleadDateOrder order, FairleadDate *date, gboolean *circa)
{
	if (strcmp (text, "..") != 0)
		return parse_about (text, order, date, circa);
	*date = FAIRLEAD_DATE_UNKNOWN;
	return TRUE;
}

/* The two ends of `A to B`, which may be wide themselves */
typedef struct {
	FairleadDate from;
	FairleadDate to;
	gboolean from_circa;
	gboolean to_circa;
	gboolean still; /* `to present` */
} Range;

static gboolean
parse_ends (const char *left, const char *right, FairleadDateOrder order, Range *range)
{
	memset (range, 0, sizeof *range);
	for (guint i = 0; i < G_N_ELEMENTS (still_words); i++)
		range->still |= g_ascii_strcasecmp (right, still_words[i]) == 0;
	range->to = FAIRLEAD_DATE_UNKNOWN;
	if (!parse_end (left, order, &range->from, &range->from_circa))
		return FALSE;
	if (!range->still && !parse_end (right, order, &range->to, &range->to_circa))
		return FALSE;
	return range->from.first <= range->to.last
	       && !(fairlead_date_is_unknown (range->from) && fairlead_date_is_unknown (range->to));
}

static gboolean
parse_range (const char *text, FairleadDateOrder order, Range *range)
{
	for (guint i = 0; i < G_N_ELEMENTS (range_marks); i++) {
		const char *mark = strstr (text, range_marks[i]);
		g_autofree char *left = NULL;
		g_autofree char *right = NULL;

		if (mark == NULL)
			continue;
		left = g_strstrip (g_strndup (text, (gsize) (mark - text)));
		right = dup_stripped (mark + strlen (range_marks[i]));
		if (parse_ends (left, right, order, range))
			return TRUE;
	}
	return FALSE;
}

static const char *
skip_word (const char *text, Word *word)
{
	*word = WORD_NONE;
	for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
		gsize length = strlen (words[i].text);

		if (g_ascii_strncasecmp (text, words[i].text, length) != 0)
			continue;
		*word = words[i].word;
		return text + length + strspn (text + length, " ");
	}
	return text;
}

/* What `before X` and `after X` allow; X itself for the other words */
static FairleadDate
bound_by_word (Word word, FairleadDate date)
{
	if (word == WORD_BEFORE)
		return (FairleadDate){ FAIRLEAD_DAY_OPEN_PAST, date.first - 1 };
	if (word == WORD_AFTER)
		return (FairleadDate){ date.last + 1, FAIRLEAD_DAY_OPEN_FUTURE };
	return date;
}

gboolean
fairlead_date_parse (const char *text, FairleadDateOrder order, FairleadDate *date, gboolean *circa)
{
	g_autofree char *copy = NULL;
	gboolean about = FALSE;
	FairleadDate found;
	Range range;
	Word word;
	const char *rest;

	if (fairlead_date_parse_plain (text, date)) {
		if (circa != NULL)
			*circa = FALSE;
		return TRUE;
	}
	copy = dup_stripped (text);
	rest = skip_word (skip_circa (copy, &about), &word);
	if (word != WORD_BETWEEN && parse_about (rest, order, &found, &about)) {
		found = bound_by_word (word, found);
	} else if (word != WORD_BEFORE && word != WORD_AFTER && parse_range (rest, order, &range)) {
		found = (FairleadDate){ range.from.first, range.to.last };
		about |= range.from_circa || range.to_circa;
	} else {
		return FALSE;
	}
	*date = found;
	if (circa != NULL)
		*circa = about;
	return TRUE;
}

/* ---- periods ---- */

static void
set_range (FairleadPeriod *period, const Range *range)
{
	period->start = range->from;
	period->end = range->to;
	period->flags = (range->from_circa ? FAIRLEAD_PERIOD_START_CIRCA : 0)
	                | (range->to_circa ? FAIRLEAD_PERIOD_END_CIRCA : 0)
	                | (fairlead_date_is_unknown (range->to) ? 0 : FAIRLEAD_PERIOD_ENDED);
}

gboolean
fairlead_period_parse (const char *text, FairleadDateOrder order, FairleadPeriod *period)
{
	g_autofree char *copy = dup_stripped (text);
	gboolean circa = FALSE;
	FairleadDate date;
	Range range;
	Word word;
	const char *rest = skip_word (skip_circa (copy, &circa), &word);
	gboolean has_two_ends = word == WORD_NONE || word == WORD_SINCE;

	if (has_two_ends && !parse_about (rest, order, &date, &circa)
	    && parse_range (rest, order, &range)) {
		range.from_circa |= circa;
		set_range (period, &range);
		return TRUE;
	}
	if (!fairlead_date_parse (copy, order, &date, &circa))
		return FALSE;
	*period = FAIRLEAD_PERIOD_UNKNOWN;
	if (word == WORD_UNTIL) {
		period->end = date;
		period->flags = FAIRLEAD_PERIOD_ENDED | (circa ? FAIRLEAD_PERIOD_END_CIRCA : 0);
		return TRUE;
	}
	period->start = date;
	period->flags = circa ? FAIRLEAD_PERIOD_START_CIRCA : 0;
	return TRUE;
}
