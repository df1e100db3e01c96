/* graph/maritime/history.c */
#include "graph/maritime/history.h"

#include <string.h>

#include "ingest/grammar/country.h"

typedef struct {
	FairleadNetwork *network;
	FairleadRecords *records;
	FairleadVertex ship;
	FairleadHistory history;
	GArray *spans;
	GArray *told; /* of FairleadSource: the lines of the events that tell of it */
} Gathering;

static void
clear_span (gpointer data)
{
	g_free (((FairleadSpan *) data)->value);
}

static void
add (Gathering *self, const char *value, guint8 type, FairleadPeriod period, FairleadSource source)
{
	const FairleadSpan span = {
		g_strdup (value), FAIRLEAD_NO_VERTEX, type, FALSE, period, source, source
	};

	g_array_append_val (self->spans, span);
}

static const FairleadEventKind kind_of_history[FAIRLEAD_N_HISTORIES] = {
	[FAIRLEAD_HISTORY_NAME] = FAIRLEAD_EVENT_RENAMING,
	[FAIRLEAD_HISTORY_FLAG] = FAIRLEAD_EVENT_REFLAGGING,
	[FAIRLEAD_HISTORY_OWNER] = FAIRLEAD_EVENT_SALE,
};

/* ---- lines of events ---- */

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
	const FairleadSource *first = a, *second = b;

	if (first->file != second->file)
		return first->file < second->file ? -1 : 1;
	return first->line < second->line ? -1 : first->line > second->line;
}

GArray *
fairlead_history_dup_event_lines (FairleadNetwork *network, FairleadVertex ship,
                                  FairleadEventKind kind)
{
	FairleadRows own = fairlead_network_get_events (network, ship);
	guint n;
	const FairleadEventRow *rows =
		fairlead_records_get_events (fairlead_network_get_records (network), &n);
	GArray *lines = g_array_new (FALSE, FALSE, sizeof (FairleadSource));

	for (guint i = 0; i < own.n; i++)
		if (kind == FAIRLEAD_N_EVENT_KINDS || rows[own.rows[i]].kind == kind)
			g_array_append_val (lines, rows[own.rows[i]].source);
	g_array_sort (lines, compare_lines);
	return lines;
}

gboolean
fairlead_lines_have (const GArray *lines, FairleadSource source)
{
	return g_array_binary_search ((GArray *) lines, &source, compare_lines, NULL);
}

/* ---- facts ---- */

static gboolean
is_named_only (Gathering *self, FairleadEntity entity)
{
	guint n;

	return (fairlead_records_get_entities (self->records, &n)[entity].flags
	        & FAIRLEAD_ENTITY_NAMED)
	       != 0;
}

static void
gather_names (Gathering *self)
{
	FairleadRows own = fairlead_network_get_names (self->network, self->ship);
	guint n;
	const FairleadNameRow *rows = fairlead_records_get_names (self->records, &n);

	for (guint i = 0; i < own.n; i++) {
		const FairleadNameRow *row = &rows[own.rows[i]];
		FairleadPeriod period = FAIRLEAD_PERIOD_UNKNOWN;

		if (is_named_only (self, row->entity)
		    || fairlead_lines_have (self->told, row->source))
			continue;
		if (row->type == FAIRLEAD_NAME_FORMER)
			period.flags |= FAIRLEAD_PERIOD_ENDED;
		add (self, fairlead_records_get_text (self->records, row->text), row->type, period,
		     row->source);
	}
}

static void
gather_flags (Gathering *self)
{
	FairleadRows own = fairlead_network_get_attributes (self->network, self->ship);
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (self->records, &n);

	for (guint i = 0; i < own.n; i++) {
		const FairleadAttributeRow *row = &rows[own.rows[i]];
		FairleadPeriod period = *fairlead_records_get_period (self->records, row->period);
		gboolean is_former = row->attribute == FAIRLEAD_ATTRIBUTE_FORMER_FLAG;

		if ((row->attribute != FAIRLEAD_ATTRIBUTE_FLAG && !is_former)
		    || fairlead_lines_have (self->told, row->source))
			continue;
		if (is_former)
			period.flags |= FAIRLEAD_PERIOD_ENDED;
		add (self, fairlead_records_get_text (self->records, row->text),
		     is_former ? FAIRLEAD_NAME_FORMER : FAIRLEAD_NAME_PRIMARY, period, row->source);
	}
}

/* ---- events ---- */

typedef struct {
	FairleadDate day;
	const char *before; /* NULL: not told */
	const char *after;
	FairleadVertex buyer;
	FairleadSource source;
	gboolean is_end_told; /* the end of @before stands in a span already */
} Change;

static const char *
read_value (const Gathering *self, FairleadText text)
{
	const char *value = fairlead_records_get_text (self->records, text);
	const char *code =
		self->history == FAIRLEAD_HISTORY_FLAG ? fairlead_country_code (value) : NULL;

	return *value == '\0' ? NULL : code != NULL ? code : value;
}

static gint
compare_changes (gconstpointer a, gconstpointer b, gpointer records)
{
	const Change *first = a, *second = b;

	if (first->day.first != second->day.first)
		return first->day.first < second->day.first ? -1 : 1;
	if (first->day.last != second->day.last)
		return first->day.last < second->day.last ? -1 : 1;
	return fairlead_records_compare_sources (records, first->source, second->source);
}

static GArray *
dup_changes (Gathering *self)
{
	FairleadRows own = fairlead_network_get_events (self->network, self->ship);
	guint n;
	const FairleadEventRow *rows = fairlead_records_get_events (self->records, &n);
	GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));

	for (guint i = 0; i < own.n; i++) {
		const FairleadEventRow *row = &rows[own.rows[i]];
		Change change = { .before = read_value (self, row->before),
			          .after = read_value (self, row->after),
			          .buyer = FAIRLEAD_NO_VERTEX,
			          .source = row->source };

		if (row->kind != kind_of_history[self->history] || row->vessel == FAIRLEAD_NO_ENTITY
		    || fairlead_network_vertex_of (self->network, row->vessel) != self->ship)
			continue;
		change.day = fairlead_records_get_period (self->records, row->period)->start;
		if (row->other != FAIRLEAD_NO_ENTITY && self->history == FAIRLEAD_HISTORY_OWNER) {
			change.buyer = fairlead_network_vertex_of (self->network, row->other);
			change.after = fairlead_network_get_name (self->network, change.buyer);
		}
		g_array_append_val (changes, change);
	}
	g_array_sort_with_data (changes, compare_changes, self->records);
	return changes;
}

/* Of each change the next one away from what it began; NULL where there is none */
static GPtrArray *
dup_ends (GArray *changes)
{
	g_autoptr (GHashTable) next_away = g_hash_table_new (g_str_hash, g_str_equal);
	GPtrArray *ends = g_ptr_array_new ();

	g_ptr_array_set_size (ends, (gint) changes->len);
	for (guint i = changes->len; i > 0; i--) {
		Change *change = &g_array_index (changes, Change, i - 1);

		if (change->after != NULL)
			ends->pdata[i - 1] = g_hash_table_lookup (next_away, change->after);
		if (change->before != NULL)
			g_hash_table_insert (next_away, (gpointer) change->before, change);
	}
	return ends;
}

static void
add_event_span (Gathering *self, const char *value, const Change *start, const Change *end)
{
	FairleadSpan span = { g_strdup (value),
		              start != NULL ? start->buyer : FAIRLEAD_NO_VERTEX,
		              FAIRLEAD_NAME_PRIMARY,
		              TRUE,
		              FAIRLEAD_PERIOD_UNKNOWN,
		              start != NULL ? start->source : end->source,
		              end != NULL ? end->source : start->source };

	if (start != NULL)
		span.period.start = start->day;
	if (end != NULL) {
		span.period.end = end->day;
		span.period.flags |= FAIRLEAD_PERIOD_ENDED;
	}
	g_array_append_val (self->spans, span);
}

static void
gather_events (Gathering *self)
{
	g_autoptr (GArray) changes = dup_changes (self);
	g_autoptr (GPtrArray) ends = dup_ends (changes);

	for (guint i = 0; i < changes->len; i++) {
		const Change *change = &g_array_index (changes, Change, i);
		Change *end = g_ptr_array_index (ends, i);

		if (change->after == NULL)
			continue;
		if (end != NULL)
			end->is_end_told = TRUE;
		add_event_span (self, change->after, change, end);
	}
	for (guint i = 0; i < changes->len; i++) {
		const Change *change = &g_array_index (changes, Change, i);

		if (change->before != NULL && !change->is_end_told)
			add_event_span (self, change->before, NULL, change);
	}
}

/* ---- all ---- */

gboolean
fairlead_span_is_of_known_flag (const FairleadSpan *span)
{
	return fairlead_country_name (span->value) != NULL;
}

void
fairlead_history_keep_spans (GArray *spans, FairleadSpanFilter is_kept)
{
	FairleadSpan *all = (FairleadSpan *) (gpointer) spans->data;
	guint n_kept = 0;

	for (guint i = 0; i < spans->len; i++) {
		FairleadSpan span = all[i];

		if (!is_kept (&span))
			continue;
		all[i] = all[n_kept];
		all[n_kept++] = span;
	}
	g_array_set_size (spans, n_kept);
}

static gint
compare_spans (gconstpointer a, gconstpointer b, gpointer records)
{
	const FairleadSpan *first = a, *second = b;
	gint order;

	if (first->period.start.first != second->period.start.first)
		return first->period.start.first < second->period.start.first ? -1 : 1;
	order = strcmp (first->value, second->value);
	return order != 0
	               ? order
	               : fairlead_records_compare_sources (records, first->source, second->source);
}

GArray *
fairlead_history_dup_spans (FairleadNetwork *network, FairleadVertex ship, FairleadHistory history)
{
	Gathering gathering = { network,
		                fairlead_network_get_records (network),
		                ship,
		                history,
		                g_array_new (FALSE, FALSE, sizeof (FairleadSpan)),
		                NULL };

	g_array_set_clear_func (gathering.spans, clear_span);
	/* Readers of events note the flags and former names that these tell of as facts too */
	gathering.told = fairlead_history_dup_event_lines (network, ship, kind_of_history[history]);
	if (history == FAIRLEAD_HISTORY_NAME)
		gather_names (&gathering);
	else if (history == FAIRLEAD_HISTORY_FLAG)
		gather_flags (&gathering);
	gather_events (&gathering);
	g_array_unref (gathering.told);
	g_array_sort_with_data (gathering.spans, compare_spans, gathering.records);
	return gathering.spans;
}
