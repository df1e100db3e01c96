/* graph/gaps/gaps.c */
#include "graph/gaps/gaps.h"

#include <string.h>

#include "graph/gaps/entries-private.h"
#include "graph/gaps/namesakes.h"
#include "graph/gaps/regimes.h"
#include "ingest/record/error.h"

const char *
fairlead_absence_name (FairleadAbsenceKind kind)
{
	static const char *const names[FAIRLEAD_N_ABSENCES] = { "not listed", "other programme",
		                                                "ended", "earlier edition",
		                                                "unclear" };

	return names[kind];
}

FairleadLag
fairlead_lag_between (FairleadDate earlier, FairleadDate later)
{
	FairleadLag lag = { FAIRLEAD_DAY_OPEN_PAST, FAIRLEAD_DAY_OPEN_FUTURE };

	if (later.first != FAIRLEAD_DAY_OPEN_PAST && earlier.last != FAIRLEAD_DAY_OPEN_FUTURE)
		lag.first = later.first - earlier.last;
	if (later.last != FAIRLEAD_DAY_OPEN_FUTURE && earlier.first != FAIRLEAD_DAY_OPEN_PAST)
		lag.last = later.last - earlier.first;
	return lag;
}

typedef struct {
	FairleadNetwork *network;
	FairleadGaps *found;
	FairleadEntries entries;
	GHashTable *regimes;          /* regime -> GPtrArray of the bodies that have it, by name */
	GHashTable *asked;            /* the bodies of the question, in capitals; NULL: all */
	FairleadNamesakes *namesakes; /* made when first asked for */
	GCancellable *cancellable;    /* fired, the rest is left */
	const FairleadTelling *telling;
} Comparison;

static void
comparison_clear (Comparison *self)
{
	fairlead_entries_clear (&self->entries);
	g_clear_pointer (&self->regimes, g_hash_table_unref);
	g_clear_pointer (&self->asked, g_hash_table_unref);
	g_clear_pointer (&self->namesakes, fairlead_namesakes_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

/* The entries of one vertex: those in [start, end) */
typedef struct {
	const FairleadEntry *rows;
	guint n;
} Span;

/* ---- which regimes and bodies are compared ---- */

static gboolean
is_body_asked (const Comparison *self, const char *body)
{
	g_autofree char *upper = g_ascii_strup (body, -1);

	return self->asked == NULL || g_hash_table_contains (self->asked, upper);
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_body (Comparison *self, const FairleadEntry *entry)
{
	GPtrArray *bodies = g_hash_table_lookup (self->regimes, entry->regime);

	if (!g_ptr_array_find (bodies, entry->body, NULL))
		g_ptr_array_add (bodies, (gpointer) entry->body);
}

/* First the regimes that are asked for, whoever's programme says so; then who has them */
static gboolean
find_regimes (Comparison *self, const char *programme, GError **error)
{
	const GArray *rows = self->entries.rows;
	GHashTableIter iter;
	gpointer bodies;

	for (guint i = 0; i < rows->len; i++) {
		const FairleadEntry *entry = &g_array_index (rows, FairleadEntry, i);

		if (!entry->is_over && fairlead_entry_fits (entry, programme)
		    && !g_hash_table_contains (self->regimes, entry->regime))
			g_hash_table_insert (self->regimes, (gpointer) entry->regime,
			                     g_ptr_array_new ());
	}
	for (guint i = 0; i < rows->len; i++) {
		const FairleadEntry *entry = &g_array_index (rows, FairleadEntry, i);

		if (!entry->is_over && is_body_asked (self, entry->body)
		    && g_hash_table_contains (self->regimes, entry->regime))
			add_body (self, entry);
	}
	g_hash_table_iter_init (&iter, self->regimes);
	while (g_hash_table_iter_next (&iter, NULL, &bodies))
		g_ptr_array_sort (bodies, compare_texts);
	if (programme == NULL || g_hash_table_size (self->regimes) > 0)
		return TRUE;
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
	             "no programme of these inputs is of \"%s\" (fairlead check shows them)",
	             programme);
	return FALSE;
}

static gboolean
ask_bodies (Comparison *self, const char *const *bodies, GError **error)
{
	self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; bodies[i] != NULL; i++) {
		g_autofree char *body = fairlead_list_dup_body (bodies[i]);
		gboolean is_known = FALSE;

		for (guint j = 0; !is_known && j < self->entries.rows->len; j++)
			is_known =
				g_ascii_strcasecmp (
					g_array_index (self->entries.rows, FairleadEntry, j).body,
					body)
				== 0;
		if (!is_known) {
			g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
			             "no list of these inputs is of \"%s\" (fairlead check shows"
			             " them)",
			             bodies[i]);
			return FALSE;
		}
		g_hash_table_add (self->asked, g_ascii_strup (body, -1));
	}
	return TRUE;
}

/* ---- one listing ---- */

static void
clear_listing (FairleadListing *listing)
{
	g_ptr_array_unref (listing->programmes);
	g_array_unref (listing->sources);
}

static void
free_listing (gpointer data)
{
	clear_listing (data);
	g_free (data);
}

static FairleadListing
listing_of (const char *body)
{
	return (FairleadListing){
		.body = body,
		.programmes = g_ptr_array_new (),
		.since = FAIRLEAD_DATE_UNKNOWN,
		.sources = g_array_new (FALSE, FALSE, sizeof (FairleadSource)),
		.lag = { FAIRLEAD_DAY_OPEN_PAST, FAIRLEAD_DAY_OPEN_FUTURE },
	};
}

/* A day that is known comes before one that is not */
static gint
compare_dates (FairleadDate a, FairleadDate b)
{
	gboolean is_a = !fairlead_date_is_unknown (a), is_b = !fairlead_date_is_unknown (b);

	if (is_a != is_b)
		return is_a ? -1 : 1;
	if (a.first != b.first)
		return a.first < b.first ? -1 : 1;
	return a.last < b.last ? -1 : a.last > b.last;
}

static void
add_entry (FairleadListing *listing, const FairleadEntry *entry)
{
	if (!g_ptr_array_find_with_equal_func (listing->programmes, entry->programme, g_str_equal,
	                                       NULL))
		g_ptr_array_add (listing->programmes, (gpointer) entry->programme);
	if (compare_dates (entry->period.start, listing->since) < 0)
		listing->since = entry->period.start;
	g_array_append_val (listing->sources, entry->source);
}

static gint
compare_listings (gconstpointer a, gconstpointer b)
{
	const FairleadListing *first = *(const FairleadListing *const *) a;
	const FairleadListing *second = *(const FairleadListing *const *) b;
	gint order = compare_dates (first->since, second->since);

	return order != 0 ? order : strcmp (first->body, second->body);
}

/* ---- one absence ---- */

static void
free_absence (gpointer data)
{
	FairleadAbsence *absence = data;

	clear_listing (&absence->listing);
	g_array_unref (absence->namesakes);
	g_free (absence);
}

static void
find_other_entries (FairleadAbsence *absence, const Span *span, const char *regime)
{
	for (guint i = 0; i < span->n; i++) {
		const FairleadEntry *entry = &span->rows[i];

		if (entry->body != absence->listing.body)
			continue;
		if (!entry->is_over && entry->regime != regime) {
			absence->kind = FAIRLEAD_ABSENT_ELSEWHERE;
			add_entry (&absence->listing, entry);
		}
	}
	for (guint i = 0; absence->kind == FAIRLEAD_ABSENT && i < span->n; i++) {
		const FairleadEntry *entry = &span->rows[i];

		if (entry->body != absence->listing.body || entry->regime != regime)
			continue;
		absence->kind = FAIRLEAD_ABSENT_ENDED;
		absence->until = entry->period.end;
		add_entry (&absence->listing, entry);
	}
}

static gboolean
is_listed_by (FairleadNetwork *network, FairleadVertex vertex, const char *body)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadRows own = fairlead_network_get_designations (network, vertex);
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (records, &n);

	for (guint i = 0; i < own.n; i++) {
		const FairleadDesignationRow *row = &rows[own.rows[i]];
		g_autofree char *found =
			fairlead_list_dup_body (fairlead_records_get_text (records, row->list));

		if (strcmp (found, body) == 0 && fairlead_network_is_listing (network, own.rows[i]))
			return TRUE;
	}
	return FALSE;
}

static void
find_namesakes (Comparison *self, FairleadAbsence *absence, FairleadVertex vertex)
{
	g_autoptr (GArray) all = NULL;

	if (self->namesakes == NULL)
		self->namesakes = fairlead_namesakes_new (self->network, self->cancellable);
	all = fairlead_namesakes_dup_of (self->namesakes, vertex);
	for (guint i = 0; i < all->len; i++) {
		FairleadVertex other = g_array_index (all, FairleadVertex, i);

		if (is_listed_by (self->network, other, absence->listing.body))
			g_array_append_val (absence->namesakes, other);
	}
	if (absence->namesakes->len > 0)
		absence->kind = FAIRLEAD_ABSENT_UNCLEAR;
}

static FairleadAbsence *
new_absence (Comparison *self, const Span *span, const char *regime, const char *body)
{
	FairleadAbsence *absence = g_new (FairleadAbsence, 1);

	*absence = (FairleadAbsence){ FAIRLEAD_ABSENT, listing_of (body), FAIRLEAD_DATE_UNKNOWN,
		                      g_array_new (FALSE, FALSE, sizeof (FairleadVertex)) };
	find_other_entries (absence, span, regime);
	if (absence->kind == FAIRLEAD_ABSENT)
		find_namesakes (self, absence, span->rows[0].vertex);
	return absence;
}

/* ---- one gap ---- */

static void
free_gap (gpointer data)
{
	FairleadGap *gap = data;

	g_ptr_array_unref (gap->listings);
	g_ptr_array_unref (gap->absences);
	g_free (gap);
}

static void
add_listings (FairleadGap *gap, const Span *span, const GPtrArray *bodies)
{
	for (guint b = 0; b < bodies->len; b++) {
		FairleadListing listing = listing_of (bodies->pdata[b]);

		for (guint i = 0; i < span->n; i++)
			if (span->rows[i].body == listing.body
			    && span->rows[i].regime == gap->regime && !span->rows[i].is_over)
				add_entry (&listing, &span->rows[i]);
		if (listing.programmes->len > 0)
			g_ptr_array_add (gap->listings, g_memdup2 (&listing, sizeof listing));
		else
			clear_listing (&listing);
	}
	g_ptr_array_sort (gap->listings, compare_listings);
}

static gboolean
is_among (const GPtrArray *listings, const char *body)
{
	for (guint i = 0; i < listings->len; i++)
		if (((const FairleadListing *) listings->pdata[i])->body == body)
			return TRUE;
	return FALSE;
}

/* A body whose edition is older than the listing has had no chance to follow */
static void
measure_absence (Comparison *self, FairleadAbsence *absence, FairleadDate first)
{
	FairleadDate edition = fairlead_entries_get_edition (&self->entries, absence->listing.body);
	FairleadLag lag = fairlead_lag_between (first, edition);

	if (lag.last >= 0)
		absence->listing.lag = lag;
	else if (absence->kind == FAIRLEAD_ABSENT)
		absence->kind = FAIRLEAD_ABSENT_EARLIER;
}

static void
measure_lags (Comparison *self, FairleadGap *gap)
{
	const FairleadListing *first = gap->listings->pdata[0];

	for (guint i = 1; i < gap->listings->len; i++) {
		FairleadListing *listing = gap->listings->pdata[i];

		listing->lag = fairlead_lag_between (first->since, listing->since);
	}
	for (guint i = 0; i < gap->absences->len; i++)
		measure_absence (self, gap->absences->pdata[i], first->since);
}

static void
compare_bodies (Comparison *self, const Span *span, const char *regime)
{
	const GPtrArray *bodies = g_hash_table_lookup (self->regimes, regime);
	FairleadGap *gap;

	if (bodies == NULL || bodies->len < 2)
		return;
	gap = g_new (FairleadGap, 1);
	*gap = (FairleadGap){ span->rows[0].vertex, regime,
		              g_ptr_array_new_with_free_func (free_listing),
		              g_ptr_array_new_with_free_func (free_absence) };
	add_listings (gap, span, bodies);
	if (gap->listings->len == 0) {
		free_gap (gap);
		return;
	}
	for (guint i = 0; i < bodies->len; i++)
		if (!is_among (gap->listings, bodies->pdata[i]))
			g_ptr_array_add (gap->absences,
			                 new_absence (self, span, regime, bodies->pdata[i]));
	measure_lags (self, gap);
	g_ptr_array_add (self->found->gaps, gap);
}

/* ---- all of them ---- */

static void
compare_vertex (Comparison *self, const Span *span)
{
	g_autoptr (GPtrArray) regimes = g_ptr_array_new ();

	for (guint i = 0; i < span->n; i++)
		if (!span->rows[i].is_over
		    && !g_ptr_array_find (regimes, span->rows[i].regime, NULL))
			g_ptr_array_add (regimes, (gpointer) span->rows[i].regime);
	for (guint i = 0; i < regimes->len; i++)
		compare_bodies (self, span, regimes->pdata[i]);
}

static void
compare_all (Comparison *self)
{
	const FairleadEntry *rows = (const FairleadEntry *) (gpointer) self->entries.rows->data;
	guint n = self->entries.rows->len;

	for (guint start = 0, end; start < n && !g_cancellable_is_cancelled (self->cancellable);
	     start = end) {
		fairlead_tell_step (self->telling, "comparing bodies", start, n);
		for (end = start + 1; end < n && rows[end].vertex == rows[start].vertex;)
			end++;
		compare_vertex (self, &(Span){ &rows[start], end - start });
	}
}

static gint
compare_gaps (gconstpointer a, gconstpointer b, gpointer network)
{
	const FairleadGap *first = *(const FairleadGap *const *) a;
	const FairleadGap *second = *(const FairleadGap *const *) b;
	gint order = strcmp (first->regime, second->regime);

	if (order == 0)
		order = strcmp (fairlead_network_get_name (network, first->vertex),
		                fairlead_network_get_name (network, second->vertex));
	if (order != 0 || first->vertex == second->vertex)
		return order;
	return first->vertex < second->vertex ? -1 : 1;
}

static void
note_regimes (Comparison *self)
{
	GHashTableIter iter;
	gpointer regime, value;

	g_hash_table_iter_init (&iter, self->regimes);
	while (g_hash_table_iter_next (&iter, &regime, &value)) {
		const GPtrArray *bodies = value;

		for (guint i = 0; i < bodies->len; i++)
			if (!g_ptr_array_find (self->found->bodies, bodies->pdata[i], NULL))
				g_ptr_array_add (self->found->bodies, bodies->pdata[i]);
		if (bodies->len == 1)
			g_ptr_array_add (self->found->alone,
			                 g_strdup_printf ("%s: %s", (const char *) regime,
			                                  (const char *) bodies->pdata[0]));
	}
	g_ptr_array_sort (self->found->bodies, compare_texts);
	for (guint i = 0; i < self->found->bodies->len; i++)
		if (fairlead_date_is_unknown (fairlead_entries_get_edition (
			    &self->entries, self->found->bodies->pdata[i])))
			g_ptr_array_add (self->found->undated, self->found->bodies->pdata[i]);
	g_ptr_array_sort (self->found->alone, compare_texts);
}

gboolean
fairlead_gaps_init (FairleadGaps *self, FairleadNetwork *network,
                    const FairleadGapQuestion *question, GError **error)
{
	g_auto (Comparison) comparison = {
		network, self, { 0 }, NULL, NULL, NULL, question->cancellable, &question->telling
	};

	*self = (FairleadGaps){ 0 };
	fairlead_entries_init (&comparison.entries, network);
	comparison.regimes =
		g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
	if (question->bodies != NULL && !ask_bodies (&comparison, question->bodies, error))
		return FALSE;
	if (!find_regimes (&comparison, question->programme, error))
		return FALSE;
	self->bodies = g_ptr_array_new ();
	self->undated = g_ptr_array_new ();
	self->gaps = g_ptr_array_new_with_free_func (free_gap);
	self->alone = g_ptr_array_new_with_free_func (g_free);
	note_regimes (&comparison);
	compare_all (&comparison);
	if (g_cancellable_set_error_if_cancelled (question->cancellable, error)) {
		fairlead_gaps_clear (self);
		return FALSE;
	}
	g_ptr_array_sort_with_data (self->gaps, compare_gaps, network);
	self->texts = g_steal_pointer (&comparison.entries.texts);
	return TRUE;
}

void
fairlead_gaps_clear (FairleadGaps *self)
{
	g_clear_pointer (&self->bodies, g_ptr_array_unref);
	g_clear_pointer (&self->gaps, g_ptr_array_unref);
	g_clear_pointer (&self->undated, g_ptr_array_unref);
	g_clear_pointer (&self->alone, g_ptr_array_unref);
	g_clear_pointer (&self->texts, g_string_chunk_free);
}
