/* graph/maritime/rules/names.c: what a ship is called, and which flags she flies */
#include <string.h>

#include "graph/maritime/history.h"
#include "graph/maritime/signals-private.h"
#include "ingest/grammar/country.h"

#define DAYS_PER_MONTH (365.25 / 12.0)

/* ---- the fullest window ---- */

static gboolean
has_day (const FairleadSpan *span)
{
	return span->period.start.first != FAIRLEAD_DAY_OPEN_PAST
	       && span->period.start.last != FAIRLEAD_DAY_OPEN_FUTURE;
}

/* How many of the keys began within @days from the first of @from on; those without a day anywhere
 * count as if they had */
static GHashTable *
dup_keys_from (const GArray *spans, const GPtrArray *keys, const GHashTable *dated,
               const FairleadSpan *from, double days)
{
	GHashTable *found = g_hash_table_new (g_str_hash, g_str_equal);

	for (guint i = 0; i < spans->len; i++) {
		const FairleadSpan *span = &g_array_index (spans, FairleadSpan, i);
		gpointer key = g_ptr_array_index (keys, i);
		gboolean is_dated = g_hash_table_contains ((GHashTable *) dated, key);

		if (is_dated
		    && (!has_day (span) || from == NULL
		        || span->period.start.first < from->period.start.first
		        || (double) span->period.start.first - from->period.start.first > days))
			continue;
		g_hash_table_add (found, key);
	}
	return found;
}

static void
count_key (GHashTable *counts, gpointer key, gint change)
{
	gint n = GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + change;

	if (n > 0)
		g_hash_table_insert (counts, key, GINT_TO_POINTER (n));
	else
		g_hash_table_remove (counts, key);
}

/* The first span with which a window begins that has the most distinct keys; NULL where none has a
 * day. Spans come by their first day, so that both ends of the window only move on. */
static const FairleadSpan *
find_fullest (const GArray *spans, const GPtrArray *keys, double days)
{
	g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
	const FairleadSpan *all = (const FairleadSpan *) (gpointer) spans->data;
	const FairleadSpan *fullest = NULL;
	guint end = 0, most = 0;

	for (guint begin = 0; begin < spans->len; begin++) {
		double first = all[begin].period.start.first;

		if (!has_day (&all[begin]))
			continue;
		for (; end < spans->len && (double) all[end].period.start.first - first <= days;
		     end++)
			if (has_day (&all[end]))
				count_key (counts, g_ptr_array_index (keys, end), 1);
		if (g_hash_table_size (counts) > most) {
			most = g_hash_table_size (counts);
			fullest = &all[begin];
		}
		count_key (counts, g_ptr_array_index (keys, begin), -1);
	}
	return fullest;
}

/* The most distinct keys of any window that begins with one of them */
static GHashTable *
dup_most (const GArray *spans, const GPtrArray *keys, double months)
{
	g_autoptr (GHashTable) dated = g_hash_table_new (g_str_hash, g_str_equal);
	double days = months * DAYS_PER_MONTH;

	for (guint i = 0; i < spans->len; i++)
		if (has_day (&g_array_index (spans, FairleadSpan, i)))
			g_hash_table_add (dated, g_ptr_array_index (keys, i));
	return dup_keys_from (spans, keys, dated, find_fullest (spans, keys, days), days);
}

/* ---- flags and names ---- */

/* Says each key once, in the order of the spans, with all that tells of it */
static void
tell_spans (FairleadSignals *self, FairleadVertex ship, const GArray *spans, const GPtrArray *keys,
            GHashTable *counted)
{
	g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

	for (guint i = 0; i < spans->len; i++) {
		const FairleadSpan *span = &g_array_index (spans, FairleadSpan, i);
		gpointer key = g_ptr_array_index (keys, i);

		if (!g_hash_table_contains (counted, key))
			continue;
		if (g_hash_table_add (said, key))
			fairlead_signals_say (self, ship, "%s", span->value);
		fairlead_signals_cite (self, ship, span->source);
		fairlead_signals_cite (self, ship, span->end_source);
	}
}

static void
count_window (FairleadSignals *self, FairleadVertex ship, FairleadSignal signal,
              const GArray *spans, const GPtrArray *keys, double months)
{
	g_autoptr (GHashTable) most = dup_most (spans, keys, months);

	if (fairlead_signals_note_if_at_least (self, ship, signal, g_hash_table_size (most)))
		tell_spans (self, ship, spans, keys, most);
}

static void
look_at_flags (FairleadSignals *self, FairleadVertex ship)
{
	g_autoptr (GArray) spans =
		fairlead_history_dup_spans (self->network, ship, FAIRLEAD_HISTORY_FLAG);
	g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

	fairlead_history_keep_spans (spans, fairlead_span_is_of_known_flag);
	for (guint i = 0; i < spans->len; i++)
		g_ptr_array_add (keys, g_strdup (g_array_index (spans, FairleadSpan, i).value));
	count_window (self, ship, FAIRLEAD_SIGNAL_FLAG_HOPPING, spans, keys,
	              self->parameters->flag_hopping_months);
}

static gboolean
is_no_alias (const FairleadSpan *span)
{
	return span->type != FAIRLEAD_NAME_ALIAS;
}

/* Names of the present are one, however many spellings records have; aliases may be spellings */
static void
look_at_names (FairleadSignals *self, FairleadVertex ship)
{
	g_autoptr (GArray) spans =
		fairlead_history_dup_spans (self->network, ship, FAIRLEAD_HISTORY_NAME);
	g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (GHashTable) present =
		g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

	fairlead_history_keep_spans (spans, is_no_alias);
	for (guint i = 0; i < spans->len; i++) {
		const FairleadSpan *span = &g_array_index (spans, FairleadSpan, i);

		if (!span->is_event && span->type == FAIRLEAD_NAME_PRIMARY)
			g_hash_table_add (present, g_utf8_casefold (span->value, -1));
	}
	for (guint i = 0; i < spans->len; i++) {
		g_autofree char *key =
			g_utf8_casefold (g_array_index (spans, FairleadSpan, i).value, -1);
		gboolean is_former =
			g_array_index (spans, FairleadSpan, i).type == FAIRLEAD_NAME_FORMER;

		g_ptr_array_add (keys, !is_former && g_hash_table_contains (present, key)
		                               ? g_strdup ("")
		                               : g_steal_pointer (&key));
	}
	count_window (self, ship, FAIRLEAD_SIGNAL_RENAMING, spans, keys,
	              self->parameters->renaming_months);
}

void
fairlead_signals_look_at_names (FairleadSignals *self, FairleadVertex ship)
{
	look_at_flags (self, ship);
	look_at_names (self, ship);
}
