/* graph/network/as-of.c
 *
 * A list seldom says since when its links hold, and tells of them when it lists a party. A link
 * without a day of its own therefore counts from the day on which the list of its record has listed
 * both ends, as far as it lists them; anything else would let the network know today what was found
 * out later. */
#include "graph/network/as-of.h"

#include <string.h>

#include "graph/pair.h"

typedef struct {
	const FairleadAsOfView *view;
	gint32 day;
	const FairleadDesignationRow *designations;
	guint n_designations;
	const FairleadEntityRow *entities;
	const FairleadFileRow *files;
	GHashTable *listed;     /* vertex and list -> first day of listing */
	GHashTable *lists;      /* scheme of keys, in lower case -> handle of the list's name */
	GHashTable *told;       /* file and line of a designation -> its first day */
	gint32 *begun;          /* of each vertex: first day on which it can have existed */
	guint8 *is_issued_then; /* of each file: it bears a day no later than `day` */
} Dating;

static void
note_earliest (GHashTable *table, gint64 key, gint32 day)
{
	gpointer known;

	if (g_hash_table_lookup_extended (table, &key, NULL, &known)
	    && GPOINTER_TO_INT (known) <= day)
		return;
	g_hash_table_insert (table, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (day));
}

/* FAIRLEAD_DAY_OPEN_PAST where the table knows nothing */
static gint32
look_up (GHashTable *table, gint64 key)
{
	gpointer known;

	return g_hash_table_lookup_extended (table, &key, NULL, &known) ? GPOINTER_TO_INT (known)
	                                                                : FAIRLEAD_DAY_OPEN_PAST;
}

static gint32
first_day (const Dating *self, FairleadPeriodId period)
{
	return fairlead_records_get_period (self->view->records, period)->start.first;
}

static void
note_designations (Dating *self)
{
	for (guint i = 0; i < self->n_designations; i++) {
		const FairleadDesignationRow *row = &self->designations[i];
		gint32 day = first_day (self, row->period);

		g_hash_table_insert (
			self->lists,
			g_ascii_strdown (fairlead_records_get_text (self->view->records, row->list),
		                         -1),
			GUINT_TO_POINTER (row->list));
		if (day == FAIRLEAD_DAY_OPEN_PAST)
			continue;
		note_earliest (self->listed,
		               fairlead_pair (self->view->vertex_of[row->entity], row->list), day);
		note_earliest (self->told, fairlead_pair (row->source.file, row->source.line), day);
	}
}

/* A party that was formed, built or born after the day had no links on it. Of several statements
 * the earliest counts. */
static void
note_beginnings (Dating *self)
{
	const guint beginnings = 1u << FAIRLEAD_ATTRIBUTE_FORMED
	                         | 1u << FAIRLEAD_ATTRIBUTE_YEAR_BUILT
	                         | 1u << FAIRLEAD_ATTRIBUTE_BIRTH_DATE;
	guint n;
	const FairleadAttributeRow *rows =
		fairlead_records_get_attributes (self->view->records, &n);
	g_autofree guint8 *is_known = g_malloc0 (MAX (self->view->n_vertices, 1));

	self->begun = g_new (gint32, MAX (self->view->n_vertices, 1));
	for (guint32 vertex = 0; vertex < self->view->n_vertices; vertex++)
		self->begun[vertex] = FAIRLEAD_DAY_OPEN_PAST;
	for (guint i = 0; i < n; i++) {
		FairleadVertex vertex = self->view->vertex_of[rows[i].entity];
		gint32 day = first_day (self, rows[i].period);

		if (!(1u << rows[i].attribute & beginnings)
		    || (is_known[vertex] && self->begun[vertex] <= day))
			continue;
		is_known[vertex] = TRUE;
		self->begun[vertex] = day;
	}
}

static gboolean
read_issued (FairleadRecords *records, const FairleadFileRow *file, FairleadDate *date)
{
	return file->issued != 0
	       && fairlead_date_parse (fairlead_records_get_text (records, file->issued),
	                               FAIRLEAD_DATE_DAY_FIRST, date, NULL);
}

static void
note_files (Dating *self)
{
	guint n;
	FairleadDate date;

	self->files = fairlead_records_get_files (self->view->records, &n);
	self->is_issued_then = g_malloc0 (MAX (n, 1));
	for (guint i = 0; i < n; i++)
		self->is_issued_then[i] = read_issued (self->view->records, &self->files[i], &date)
		                          && date.first <= self->day;
}

static void
dating_init (Dating *self, const FairleadAsOfView *view, gint32 day)
{
	guint n;

	self->view = view;
	self->day = day;
	self->designations =
		fairlead_records_get_designations (view->records, &self->n_designations);
	self->entities = fairlead_records_get_entities (view->records, &n);
	self->listed = g_hash_table_new_full (fairlead_pair_hash, g_int64_equal, g_free, NULL);
	self->told = g_hash_table_new_full (fairlead_pair_hash, g_int64_equal, g_free, NULL);
	self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	note_designations (self);
}

static void
dating_clear (Dating *self)
{
	g_clear_pointer (&self->listed, g_hash_table_unref);
	g_clear_pointer (&self->told, g_hash_table_unref);
	g_clear_pointer (&self->lists, g_hash_table_unref);
	g_free (self->begun);
	g_free (self->is_issued_then);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Dating, dating_clear)

/* ---- designations ---- */

/* Files of one list may give the day and not give it: then the day holds for both */
guint8 *
fairlead_as_of_find_later_designations (const FairleadAsOfView *view, FairleadAsOf *counts)
{
	g_auto (Dating) dating = { 0 };
	guint8 *is_later;

	dating_init (&dating, view, counts->day);
	is_later = g_malloc0 (MAX (dating.n_designations, 1));
	for (guint i = 0; i < dating.n_designations; i++) {
		const FairleadDesignationRow *row = &dating.designations[i];
		gint32 day = first_day (&dating, row->period);

		if (day == FAIRLEAD_DAY_OPEN_PAST)
			day = look_up (dating.listed,
			               fairlead_pair (view->vertex_of[row->entity], row->list));
		is_later[i] = day > counts->day;
		counts->designations_later += is_later[i];
		counts->designations_undated += day == FAIRLEAD_DAY_OPEN_PAST;
	}
	return is_later;
}

/* ---- links ---- */

/* When the list whose scheme the key of this end bears has listed it: `ofac:17068` and
 * `ofac-name:...` are OFAC's */
static gint32
day_listed (const Dating *self, FairleadEntity end)
{
	const char *key = fairlead_records_get_text (self->view->records, self->entities[end].key);
	const char *colon = strchr (key, ':');
	g_autofree char *scheme = NULL;
	guint list;

	if (colon == NULL || g_hash_table_size (self->lists) == 0)
		return FAIRLEAD_DAY_OPEN_PAST;
	scheme = g_ascii_strdown (key, colon - key);
	if (g_str_has_suffix (scheme, FAIRLEAD_NAME_SCHEME_SUFFIX))
		scheme[strlen (scheme) - strlen (FAIRLEAD_NAME_SCHEME_SUFFIX)] = '\0';
	list = GPOINTER_TO_UINT (g_hash_table_lookup (self->lists, scheme));
	return list == 0 ? FAIRLEAD_DAY_OPEN_PAST
	                 : look_up (self->listed, fairlead_pair (self->view->vertex_of[end], list));
}

static gint32
day_told (const Dating *self, const FairleadLinkFact *fact)
{
	gint32 day = look_up (self->told, fairlead_pair (fact->source.file, fact->source.line));

	return MAX (day, MAX (day_listed (self, fact->from), day_listed (self, fact->to)));
}

/* Whether the link stands in the network of that day */
static gboolean
judge_link (const Dating *self, const FairleadLinkFact *fact, FairleadAsOf *counts)
{
	const FairleadPeriod *period =
		fairlead_records_get_period (self->view->records, fact->period);
	gint32 told;

	if (period->start.first > self->day
	    || self->begun[self->view->vertex_of[fact->from]] > self->day
	    || self->begun[self->view->vertex_of[fact->to]] > self->day) {
		counts->links_later++;
		return FALSE;
	}
	if (!fairlead_date_is_unknown (period->start) || self->is_issued_then[fact->source.file])
		return TRUE;
	told = day_told (self, fact);
	counts->links_told_later += told > self->day;
	counts->links_undated += told == FAIRLEAD_DAY_OPEN_PAST;
	return told <= self->day;
}

void
fairlead_as_of_filter_links (const FairleadAsOfView *view, FairleadLinks *links,
                             FairleadAsOf *counts)
{
	guint n_facts;
	const FairleadLinkFact *facts = fairlead_records_get_links (view->records, &n_facts);
	g_auto (Dating) dating = { 0 };
	guint32 kept = 0;

	dating_init (&dating, view, counts->day);
	note_beginnings (&dating);
	note_files (&dating);
	for (guint32 link = 0; link < links->n; link++) {
		if (!judge_link (&dating, &facts[links->row[link]], counts))
			continue;
		links->row[kept] = links->row[link];
		links->from[kept] = links->from[link];
		links->to[kept] = links->to[link];
		links->kind[kept] = links->kind[link];
		kept++;
	}
	links->n = kept;
}

/* ---- days ---- */

gboolean
fairlead_as_of_is_later (const FairleadAsOf *self, const FairleadPeriod *period)
{
	return period->start.first > self->day;
}

gint32
fairlead_as_of_last_known_day (FairleadRecords *records)
{
	gint32 last = FAIRLEAD_DAY_OPEN_PAST;
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (records, &n);
	const FairleadDesignationRow *designations;
	FairleadDate date;

	for (guint i = 0; i < n; i++)
		if (read_issued (records, &files[i], &date)
		    && date.last != FAIRLEAD_DAY_OPEN_FUTURE)
			last = MAX (last, date.last);
	if (last != FAIRLEAD_DAY_OPEN_PAST)
		return last;
	designations = fairlead_records_get_designations (records, &n);
	for (guint i = 0; i < n; i++) {
		date = fairlead_records_get_period (records, designations[i].period)->start;
		if (date.last != FAIRLEAD_DAY_OPEN_FUTURE)
			last = MAX (last, date.last);
	}
	return last;
}

gint32
fairlead_as_of_day_of (FairleadNetwork *network)
{
	const FairleadAsOf *as_of = fairlead_network_get_as_of (network);

	return as_of != NULL ? as_of->day : FAIRLEAD_DAY_OPEN_FUTURE;
}
