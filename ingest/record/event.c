/* ingest/record/event.c: the words of events, and the numbers in them */
#include "ingest/record/event.h"

#include <math.h>
#include <string.h>

#define MILLIONTHS 1000000

static const FairleadEventInfo infos[FAIRLEAD_N_EVENT_KINDS] = {
#define X(tag, name, with_other, with_place) \
	{ name, FAIRLEAD_LINK_##with_other, FAIRLEAD_LINK_##with_place },
	FAIRLEAD_EVENT_TABLE (X)
#undef X
};

const FairleadEventInfo *
fairlead_event_info (FairleadEventKind kind)
{
	g_return_val_if_fail ((guint) kind < FAIRLEAD_N_EVENT_KINDS, NULL);
	return &infos[kind];
}

gboolean
fairlead_event_kind_from_name (const char *name, FairleadEventKind *kind)
{
	for (guint i = 0; i < FAIRLEAD_N_EVENT_KINDS; i++) {
		if (g_ascii_strcasecmp (infos[i].name, name) != 0)
			continue;
		*kind = (FairleadEventKind) i;
		return TRUE;
	}
	return FALSE;
}

/* ---- laden or not ---- */

static const char *const laden_names[FAIRLEAD_N_LADEN] = { "unknown", "laden", "ballast" };

static const struct {
	const char *name;
	FairleadLaden laden;
} laden_words[] = {
	{ "unknown", FAIRLEAD_LADEN_UNKNOWN }, { "laden", FAIRLEAD_LADEN_YES },
	{ "loaded", FAIRLEAD_LADEN_YES },      { "yes", FAIRLEAD_LADEN_YES },
	{ "true", FAIRLEAD_LADEN_YES },        { "1", FAIRLEAD_LADEN_YES },
	{ "ballast", FAIRLEAD_LADEN_NO },      { "in ballast", FAIRLEAD_LADEN_NO },
	{ "empty", FAIRLEAD_LADEN_NO },        { "no", FAIRLEAD_LADEN_NO },
	{ "false", FAIRLEAD_LADEN_NO },        { "0", FAIRLEAD_LADEN_NO },
};

const char *
fairlead_laden_name (FairleadLaden laden)
{
	g_return_val_if_fail ((guint) laden < FAIRLEAD_N_LADEN, NULL);
	return laden_names[laden];
}

gboolean
fairlead_laden_from_name (const char *name, FairleadLaden *laden)
{
	for (guint i = 0; i < G_N_ELEMENTS (laden_words); i++) {
		if (g_ascii_strcasecmp (laden_words[i].name, name) != 0)
			continue;
		*laden = laden_words[i].laden;
		return TRUE;
	}
	return FALSE;
}

/* ---- quantities ---- */

/* `1500`, `1,500`, `1500.25`; what follows is left at @end. No sign: no cargo is less than none. */
static gboolean
read_amount (const char *text, const char **end, gint64 *amount)
{
	g_autoptr (GString) digits = g_string_new (NULL);
	guint in_group = 0;
	gboolean has_group = FALSE;
	double value;
	char *stop;

	for (; g_ascii_isdigit (*text) || *text == ','; text++) {
		if (*text == ','
		    && (digits->len == 0 || in_group > 3 || (has_group && in_group < 3)))
			return FALSE;
		has_group |= *text == ',';
		in_group = *text == ',' ? 0 : in_group + 1;
		if (*text != ',')
			g_string_append_c (digits, *text);
	}
	if (digits->len == 0 || (has_group && in_group != 3))
		return FALSE;
	if (*text == '.')
		do
			g_string_append_c (digits, *text++);
		while (g_ascii_isdigit (*text));
	value = g_ascii_strtod (digits->str, &stop) * FAIRLEAD_QUANTITY_ONE;
	if (*stop != '\0' || !(value <= FAIRLEAD_QUANTITY_MOST))
		return FALSE;
	*amount = (gint64) floor (value + 0.5);
	*end = text;
	return TRUE;
}

static const char *
skip_blanks (const char *text)
{
	while (*text == ' ')
		text++;
	return text;
}

static const struct {
	const char *word;
	gboolean is_low; /* a lower bound, else an upper one */
} bounds[] = {
	{ ">=", TRUE },        { ">", TRUE },      { "at least", TRUE },   { "over", TRUE },
	{ "more than", TRUE }, { "<=", FALSE },    { "<", FALSE },         { "up to", FALSE },
	{ "at most", FALSE },  { "under", FALSE }, { "less than", FALSE },
};

static gboolean
read_bound (const char *text, FairleadQuantity *quantity)
{
	for (guint i = 0; i < G_N_ELEMENTS (bounds); i++) {
		gsize length = strlen (bounds[i].word);
		gint64 amount;

		if (g_ascii_strncasecmp (text, bounds[i].word, length) != 0)
			continue;
		if (!read_amount (skip_blanks (text + length), &text, &amount)
		    || *skip_blanks (text) != '\0')
			return FALSE;
		*quantity = FAIRLEAD_QUANTITY_UNKNOWN;
		*(bounds[i].is_low ? &quantity->low : &quantity->high) = amount;
		return TRUE;
	}
	return FALSE;
}

static const char *const between[] = { "-", "\xe2\x80\x93", "to ", ".." };

static const char *
skip_between (const char *text)
{
	for (guint i = 0; i < G_N_ELEMENTS (between); i++)
		if (g_str_has_prefix (text, between[i]))
			return skip_blanks (text + strlen (between[i]));
	return NULL;
}

gboolean
fairlead_quantity_parse (const char *text, FairleadQuantity *quantity)
{
	FairleadQuantity found;

	text = skip_blanks (text);
	if (read_bound (text, quantity))
		return TRUE;
	if (!read_amount (text, &text, &found.low))
		return FALSE;
	found.high = found.low;
	text = skip_blanks (text);
	if (*text != '\0') {
		text = skip_between (text);
		if (text == NULL || !read_amount (text, &text, &found.high)
		    || *skip_blanks (text) != '\0' || found.high < found.low)
			return FALSE;
	}
	*quantity = found;
	return TRUE;
}

gboolean
fairlead_quantity_is_unknown (FairleadQuantity quantity)
{
	return quantity.low == 0 && quantity.high == FAIRLEAD_QUANTITY_OPEN;
}

gboolean
fairlead_quantity_is_valid (FairleadQuantity quantity)
{
	return quantity.low >= 0 && quantity.low <= quantity.high
	       && quantity.low <= FAIRLEAD_QUANTITY_MOST
	       && (quantity.high <= FAIRLEAD_QUANTITY_MOST
	           || quantity.high == FAIRLEAD_QUANTITY_OPEN);
}

/* ---- places ---- */

static gboolean
read_degrees (const char *text, double bound, gint32 *degrees)
{
	char *end = NULL;
	double value = g_ascii_strtod (text, &end);

	/* strtod() reads hexadecimals, infinities and what is no number as well */
	if (end == text || *end != '\0' || text[strspn (text, "+-.0123456789eE ")] != '\0'
	    || !(value >= -bound && value <= bound))
		return FALSE;
	*degrees = (gint32) floor (value * MILLIONTHS + 0.5);
	return TRUE;
}

gboolean
fairlead_position_parse (const char *latitude, const char *longitude, FairleadPosition *position)
{
	FairleadPosition found;

	if (!read_degrees (latitude, 90, &found.latitude)
	    || !read_degrees (longitude, 180, &found.longitude))
		return FALSE;
	*position = found;
	return TRUE;
}

gboolean
fairlead_position_is_known (FairleadPosition position)
{
	return position.latitude != FAIRLEAD_NO_DEGREES;
}

static gboolean
is_within (gint32 degrees, gint32 bound)
{
	return degrees >= -bound * MILLIONTHS && degrees <= bound * MILLIONTHS;
}

gboolean
fairlead_position_is_valid (FairleadPosition position)
{
	if (!fairlead_position_is_known (position))
		return position.longitude == FAIRLEAD_NO_DEGREES;
	return is_within (position.latitude, 90) && is_within (position.longitude, 180);
}

/* No more digits than the number has */
static void
append_degrees (GString *text, gint32 degrees)
{
	guint32 rest = (guint32) (degrees < 0 ? -(gint64) degrees : degrees);

	g_string_append_printf (text, "%s%u", degrees < 0 ? "-" : "", rest / MILLIONTHS);
	rest %= MILLIONTHS;
	if (rest == 0)
		return;
	g_string_append_printf (text, ".%06u", rest);
	while (text->str[text->len - 1] == '0')
		g_string_truncate (text, text->len - 1);
}

char *
fairlead_position_dup_text (FairleadPosition position)
{
	GString *text;

	if (!fairlead_position_is_known (position))
		return NULL;
	text = g_string_new (NULL);
	append_degrees (text, position.latitude);
	g_string_append (text, ", ");
	append_degrees (text, position.longitude);
	return g_string_free (text, FALSE);
}
