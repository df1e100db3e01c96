/* ingest/mapping/run/filter.c */
#include "ingest/mapping/run/filter.h"

#include <string.h>

#include "ingest/grammar/name.h"
#include "ingest/mapping/run/session.h"

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

/* Parts that stand behind the last of `each` would be nobody's */
static void
note_parts_left (FairleadEvaluation *evaluation, const FairleadFilter *filter, const char *whole,
                 const char *rest, guint32 line)
{
	while (g_str_has_prefix (rest, filter->argument) || g_ascii_isspace (*rest))
		rest += g_ascii_isspace (*rest) ? 1 : filter->length;
	if (*rest == '\0')
		return;
	fairlead_records_add_issue (evaluation->records, FAIRLEAD_ISSUE_BAD_RECORD,
	                            fairlead_evaluation_source (evaluation, line),
	                            "\"%s\" has more parts between %s than its each=, which has %u:"
	                            " the others were left out",
	                            whole, filter->argument, evaluation->nth + 1);
}

/* The part that stands where the value at hand stands in its `each` */
static void
take_nth (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text,
          guint32 line, FairleadValues *out)
{
	const char *whole = text, *found = strstr (text, filter->argument);

	for (guint i = 0; i < evaluation->nth; i++) {
		if (found == NULL)
			return;
		text = found + filter->length;
		found = strstr (text, filter->argument);
	}
	fairlead_values_add (out, text, found != NULL ? (gsize) (found - text) : strlen (text),
	                     line);
	if (found != NULL && evaluation->is_last)
		note_parts_left (evaluation, filter, whole, found, line);
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
ask_table (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text,
           guint32 line, FairleadValues *out)
{
	const char *found =
		fairlead_mapping_session_find (evaluation->session, filter->lookup, text);

	if (found != NULL)
		fairlead_values_add (out, found, strlen (found), line);
	else
		fairlead_records_add_issue (evaluation->records, FAIRLEAD_ISSUE_UNKNOWN_ID,
		                            fairlead_evaluation_source (evaluation, line),
		                            "[lookup %s] has no \"%s\"", filter->argument, text);
}

static void
keep_if (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text,
         guint32 line, FairleadValues *out)
{
	if (fairlead_evaluation_holds (evaluation, filter->where))
		fairlead_values_add (out, text, strlen (text), line);
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

/* Zeros in front of the digits that the text ends in, until it has the length */
static void
pad (const FairleadFilter *filter, FairleadEvaluation *evaluation, const char *text, guint32 line,
     FairleadValues *out)
{
	gsize length = strlen (text), digits = length;
	g_autoptr (GString) padded = g_string_new (text);

	(void) evaluation;
	while (digits > 0 && g_ascii_isdigit (text[digits - 1]))
		digits--;
	for (; digits < length && padded->len < filter->number;)
		g_string_insert_c (padded, (gssize) digits, '0');
	fairlead_values_add (out, padded->str, padded->len, line);
}

/* ---- all values at once ---- */

static void
add_all (const FairleadValues *in, FairleadValues *out)
{
	for (guint i = 0; i < fairlead_values_count (in); i++) {
		const char *text = fairlead_values_get (in, i);

		fairlead_values_add (out, text, strlen (text), fairlead_values_line (in, i));
	}
}

static void
stand_in (const FairleadFilter *filter, FairleadEvaluation *evaluation, const FairleadValues *in,
          FairleadValues *out)
{
	(void) evaluation;
	add_all (in, out);
	if (fairlead_values_count (in) == 0)
		fairlead_values_add (out, filter->argument, filter->length, 0);
}

static void
add_field (const FairleadFilter *filter, FairleadEvaluation *evaluation, const FairleadValues *in,
           FairleadValues *out)
{
	add_all (in, out);
	fairlead_evaluation_collect (evaluation, filter->field, &evaluation->aside);
	add_all (&evaluation->aside, out);
}

static void
take_other_field (const FairleadFilter *filter, FairleadEvaluation *evaluation,
                  const FairleadValues *in, FairleadValues *out)
{
	if (fairlead_values_count (in) == 0)
		add_field (filter, evaluation, in, out);
	else
		add_all (in, out);
}

static void
join (const FairleadFilter *filter, FairleadEvaluation *evaluation, const FairleadValues *in,
      FairleadValues *out)
{
	g_autoptr (GString) joined = g_string_new (NULL);
	guint n_values = fairlead_values_count (in);

	(void) evaluation;
	for (guint i = 0; i < n_values; i++) {
		if (i > 0)
			g_string_append (joined, filter->argument);
		g_string_append (joined, fairlead_values_get (in, i));
	}
	fairlead_values_add (out, joined->str, joined->len,
	                     n_values > 0 ? fairlead_values_line (in, 0) : 0);
}

#define EACH(name, apply, argument, yield, needs_item)                                   \
	{                                                                                \
		name, apply, NULL, FAIRLEAD_ARGUMENT_##argument, FAIRLEAD_YIELD_##yield, \
			needs_item                                                       \
	}
#define ALL(name, gather, argument, yield)                                                      \
	{                                                                                       \
		name, NULL, gather, FAIRLEAD_ARGUMENT_##argument, FAIRLEAD_YIELD_##yield, FALSE \
	}

const FairleadFilterInfo fairlead_filters[] = {
	EACH ("split", split, TEXT, SEVERAL, FALSE),
	EACH ("nth", take_nth, TEXT, AS_MANY, TRUE),
	EACH ("map", look_up, MAP, AS_MANY, FALSE),
	EACH ("lookup", ask_table, LOOKUP, AS_MANY, FALSE),
	EACH ("if", keep_if, CONDITION, AS_MANY, FALSE),
	EACH ("upper", to_upper, NONE, AS_MANY, FALSE),
	EACH ("lower", to_lower, NONE, AS_MANY, FALSE),
	EACH ("strip-prefix", strip_prefix, TEXT, AS_MANY, FALSE),
	EACH ("strip-suffix", strip_suffix, TEXT, AS_MANY, FALSE),
	EACH ("before", take_before, TEXT, AS_MANY, FALSE),
	EACH ("after", take_after, TEXT, AS_MANY, FALSE),
	EACH ("match", match, REGEX, SEVERAL, FALSE),
	EACH ("person", order_person, NONE, AS_MANY, FALSE),
	EACH ("fraction", to_percent, NONE, AS_MANY, FALSE),
	EACH ("pad", pad, NUMBER, AS_MANY, FALSE),
	ALL ("default", stand_in, TEXT, AS_MANY),
	ALL ("or", take_other_field, FIELD, AS_MANY),
	ALL ("also", add_field, FIELD, SEVERAL),
	ALL ("join", join, TEXT, ONE),
	{ NULL, NULL, NULL, FAIRLEAD_ARGUMENT_NONE, FAIRLEAD_YIELD_AS_MANY, FALSE },
};
#undef EACH
#undef ALL

void
fairlead_filter_run (const FairleadFilter *filter, FairleadEvaluation *evaluation,
                     const FairleadValues *in, FairleadValues *out)
{
	guint n_values = fairlead_values_count (in);

	fairlead_values_reset (out);
	if (filter->info->gather != NULL) {
		filter->info->gather (filter, evaluation, in, out);
		return;
	}
	for (guint i = 0; i < n_values; i++) {
		if (filter->info->yield == FAIRLEAD_YIELD_AS_MANY)
			out->next_place = fairlead_values_place (in, i);
		filter->info->apply (filter, evaluation, fairlead_values_get (in, i),
		                     fairlead_values_line (in, i), out);
	}
}
