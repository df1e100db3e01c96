/* ingest/mapping/run/filter.c */
#include "ingest/mapping/run/filter.h"

#include <string.h>

#include "ingest/grammar/name.h"

static void
split (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text, guint32 line,
       FairleadValues *out)
{
	const char *found;

	(void) evaluation;
	while ((found = strstr (text, filter->argument)) != NULL) {
		fairlead_values_add (out, text, (gsize) (found - text), line);
		text = found + filter->length;
	}
	fairlead_values_add (out, text, strlen (text), line);
}

/* The part that stands where the value at hand stands in its `each` */
static void
take_nth (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text,
          guint32 line, FairleadValues *out)
{
	const char *found = strstr (text, filter->argument);

	for (guint i = 0; i < evaluation->nth; i++) {
		if (found == NULL)
			return;
		text = found + filter->length;
		found = strstr (text, filter->argument);
	}
	fairlead_values_add (out, text, found != NULL ? (gsize) (found - text) : strlen (text),
	                     line);
}

static void
look_up (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text,
         guint32 line, FairleadValues *out)
{
	const char *found = fairlead_map_find (filter->map, text);

	if (found == NULL) {
		g_string_assign (evaluation->missed, text);
		fairlead_records_add_issue (
			evaluation->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
			fairlead_evaluation_source (evaluation, line), "[map %s] has no \"%s\"%s%s",
			filter->argument, text, filter->map->fallback != NULL ? "; read as " : "",
			filter->map->fallback != NULL ? filter->map->fallback : "");
		found = filter->map->fallback != NULL ? filter->map->fallback : "";
	}
	fairlead_values_add (out, found, strlen (found), line);
}

static void
keep_if (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text,
         guint32 line, FairleadValues *out)
{
	if (fairlead_evaluation_holds (evaluation, filter->where))
		fairlead_values_add (out, text, strlen (text), line);
}

static void
stand_in (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text,
          guint32 line, FairleadValues *out)
{
	(void) evaluation;
	(void) text;
	fairlead_values_add (out, filter->argument, filter->length, line);
}

/* Letter by letter, for g_utf8_strup() makes other letters of an `i` in a Turkish locale */
static void
add_letters (const char *text, gunichar (*change) (gunichar), guint32 line, FairleadValues *out)
{
	g_autoptr (GString) changed = g_string_new (NULL);

	for (; *text != '\0'; text = g_utf8_next_char (text))
		g_string_append_unichar (changed, change (g_utf8_get_char (text)));
	fairlead_values_add (out, changed->str, changed->len, line);
}

static void
to_upper (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text,
          guint32 line, FairleadValues *out)
{
	(void) filter;
	(void) evaluation;
	add_letters (text, g_unichar_toupper, line, out);
}

static void
to_lower (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text,
          guint32 line, FairleadValues *out)
{
	(void) filter;
	(void) evaluation;
	add_letters (text, g_unichar_tolower, line, out);
}

static void
strip_prefix (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text,
              guint32 line, FairleadValues *out)
{
	(void) evaluation;
	if (g_ascii_strncasecmp (text, filter->argument, filter->length) == 0)
		text += filter->length;
	fairlead_values_add (out, text, strlen (text), line);
}

static void
strip_suffix (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text,
              guint32 line, FairleadValues *out)
{
	gsize length = strlen (text);

	(void) evaluation;
	if (length >= filter->length
	    && g_ascii_strcasecmp (text + length - filter->length, filter->argument) == 0)
		length -= filter->length;
	fairlead_values_add (out, text, length, line);
}

static void
take_before (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text,
             guint32 line, FairleadValues *out)
{
	const char *found = strstr (text, filter->argument);

	(void) evaluation;
	fairlead_values_add (out, text, found != NULL ? (gsize) (found - text) : strlen (text),
	                     line);
}

static void
take_after (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text,
            guint32 line, FairleadValues *out)
{
	const char *found = strstr (text, filter->argument);

	(void) evaluation;
	if (found != NULL)
		fairlead_values_add (out, found + filter->length, strlen (found + filter->length),
		                     line);
}

/* Every match: its first group, or the whole where the expression has none */
static void
match (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text, guint32 line,
       FairleadValues *out)
{
	g_autoptr (GMatchInfo) info = NULL;
	g_autoptr (GError) problem = NULL;
	gboolean found = g_regex_match_full (filter->regex, text, -1, 0, 0, &info, &problem);
	gint group = g_regex_get_capture_count (filter->regex) > 0 ? 1 : 0;

	while (found) {
		g_autofree char *part = g_match_info_fetch (info, group);

		if (part != NULL)
			fairlead_values_add (out, part, strlen (part), line);
		found = g_match_info_next (info, &problem);
	}
	/* an expression that tries too many ways is given up by its engine */
	if (problem != NULL)
		fairlead_records_add_issue (evaluation->records, FAIRLEAD_ISSUE_BAD_RECORD,
		                            fairlead_evaluation_source (evaluation, line),
		                            "match:%s gave up: %s", filter->argument,
		                            problem->message);
}

static void
order_person (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text,
              guint32 line, FairleadValues *out)
{
	g_autofree char *ordered = fairlead_name_dup_person_order (text);

	(void) filter;
	(void) evaluation;
	fairlead_values_add (out, ordered, strlen (ordered), line);
}

/* 0.25 as 25: the decimal point is moved in the text, so that no digit is lost; a text that is no
 * plain number is left for the share's own check */
static void
to_percent (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text,
            guint32 line, FairleadValues *out)
{
	gsize whole = strspn (text, "0123456789");
	gboolean has_point = text[whole] == '.' || text[whole] == ',';
	const char *decimals = text + whole + has_point;
	gsize n_decimals = strspn (decimals, "0123456789");
	g_autoptr (GString) percent = g_string_new_len (text, (gssize) whole);

	(void) filter;
	(void) evaluation;
	if (decimals[n_decimals] != '\0' || whole + n_decimals == 0) {
		fairlead_values_add (out, text, strlen (text), line);
		return;
	}
	for (gsize i = 0; i < MAX (n_decimals, 2); i++) {
		if (i == 2)
			g_string_append_c (percent, '.');
		g_string_append_c (percent, i < n_decimals ? decimals[i] : '0');
	}
	fairlead_values_add (out, percent->str, percent->len, line);
}

const FairleadFilterInfo fairlead_filters[] = {
	{ "split", split, FAIRLEAD_ARGUMENT_TEXT, TRUE, FALSE, FALSE },
	{ "nth", take_nth, FAIRLEAD_ARGUMENT_TEXT, FALSE, TRUE, FALSE },
	{ "map", look_up, FAIRLEAD_ARGUMENT_MAP, FALSE, FALSE, FALSE },
	{ "if", keep_if, FAIRLEAD_ARGUMENT_CONDITION, FALSE, FALSE, FALSE },
	{ "default", stand_in, FAIRLEAD_ARGUMENT_TEXT, FALSE, FALSE, TRUE },
	{ "upper", to_upper, FAIRLEAD_ARGUMENT_NONE, FALSE, FALSE, FALSE },
	{ "lower", to_lower, FAIRLEAD_ARGUMENT_NONE, FALSE, FALSE, FALSE },
	{ "strip-prefix", strip_prefix, FAIRLEAD_ARGUMENT_TEXT, FALSE, FALSE, FALSE },
	{ "strip-suffix", strip_suffix, FAIRLEAD_ARGUMENT_TEXT, FALSE, FALSE, FALSE },
	{ "before", take_before, FAIRLEAD_ARGUMENT_TEXT, FALSE, FALSE, FALSE },
	{ "after", take_after, FAIRLEAD_ARGUMENT_TEXT, FALSE, FALSE, FALSE },
	{ "match", match, FAIRLEAD_ARGUMENT_REGEX, TRUE, FALSE, FALSE },
	{ "person", order_person, FAIRLEAD_ARGUMENT_NONE, FALSE, FALSE, FALSE },
	{ "fraction", to_percent, FAIRLEAD_ARGUMENT_NONE, FALSE, FALSE, FALSE },
	{ NULL, NULL, FAIRLEAD_ARGUMENT_NONE, FALSE, FALSE, FALSE },
};

void
fairlead_filter_run (const FairleadFilter *filter, FairleadEvaluation *evaluation,
                     const FairleadValues *in, FairleadValues *out)
{
	guint n_values = fairlead_values_count (in);

	fairlead_values_reset (out);
	if (filter->info->when_empty && n_values == 0)
		filter->info->apply (filter, evaluation, "", 0, out);
	for (guint i = 0; i < n_values; i++) {
		const char *text = fairlead_values_get (in, i);
		guint32 line = fairlead_values_line (in, i);

		if (filter->info->when_empty)
			fairlead_values_add (out, text, strlen (text), line);
		else
			filter->info->apply (filter, evaluation, text, line, out);
	}
}
