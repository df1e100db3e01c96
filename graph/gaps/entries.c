/* graph/gaps/entries.c */
#include "graph/gaps/entries-private.h"

#include <string.h>

#include "graph/gaps/regimes.h"
#include "graph/network/as-of.h"

/* What a list and a programme of it mean */
typedef struct {
	const char *body;
	const char *regime;
} Heading;

static const Heading *
find_heading (FairleadEntries *self, FairleadText list, FairleadText programme)
{
	gint64 number = (gint64) list << 32 | programme;
	Heading *heading = g_hash_table_lookup (self->headings, &number);
	const char *words = fairlead_records_get_text (self->records, programme);
	g_autofree char *body = NULL;
	const char *regime;

	if (heading != NULL)
		return heading;
	body = fairlead_list_dup_body (fairlead_records_get_text (self->records, list));
	regime = fairlead_regime_of (body, words);
	heading = g_new (Heading, 1);
	heading->body = g_string_chunk_insert_const (self->texts, body);
	heading->regime =
		g_string_chunk_insert_const (self->texts, regime != NULL ? regime : words);
	g_hash_table_insert (self->headings, g_memdup2 (&number, sizeof number), heading);
	return heading;
}

/* ---- editions ---- */

static void
note_edition (FairleadEntries *self, const FairleadFileRow *file, const char *body)
{
	const FairleadDate *known = g_hash_table_lookup (self->editions, body);
	FairleadDate date;

	if (file->issued == 0
	    || !fairlead_date_parse (fairlead_records_get_text (self->records, file->issued),
	                             FAIRLEAD_DATE_DAY_FIRST, &date, NULL)
	    || (known != NULL && known->last >= date.last))
		return;
	g_hash_table_insert (self->editions, (gpointer) body, g_memdup2 (&date, sizeof date));
}

FairleadDate
fairlead_entries_get_edition (const FairleadEntries *self, const char *body)
{
	const FairleadDate *date = g_hash_table_lookup (self->editions, body);

	return date != NULL ? *date : FAIRLEAD_DATE_UNKNOWN;
}

gboolean
fairlead_entry_fits (const FairleadEntry *entry, const char *programme)
{
	return programme == NULL || g_ascii_strcasecmp (entry->regime, programme) == 0
	       || g_ascii_strncasecmp (entry->programme, programme, strlen (programme)) == 0;
}

/* ---- the rows ---- */

static gint
compare_entries (gconstpointer a, gconstpointer b, gpointer records)
{
	const FairleadEntry *first = a, *second = b;
	gint order;

	if (first->vertex != second->vertex)
		return first->vertex < second->vertex ? -1 : 1;
	order = strcmp (first->body, second->body);
	if (order == 0)
		order = strcmp (first->regime, second->regime);
	if (order == 0)
		order = strcmp (first->programme, second->programme);
	return order != 0
	               ? order
	               : fairlead_records_compare_sources (records, first->source, second->source);
}

/* On the network's day, where it has one */
static gboolean
is_over_then (FairleadNetwork *network, const FairleadPeriod *period)
{
	gint32 day = fairlead_as_of_day_of (network);

	return day == FAIRLEAD_DAY_OPEN_FUTURE ? fairlead_period_is_over (period)
	                                       : period->end.last < day;
}

static void
add_row (FairleadEntries *self, FairleadNetwork *network, const FairleadFileRow *files,
         const FairleadDesignationRow *row)
{
	const Heading *heading = find_heading (self, row->list, row->programme);
	const FairleadPeriod *period = fairlead_records_get_period (self->records, row->period);
	const FairleadEntry entry = {
		.vertex = fairlead_network_vertex_of (network, row->entity),
		.body = heading->body,
		.regime = heading->regime,
		.programme = fairlead_records_get_text (self->records, row->programme),
		.period = *period,
		.source = row->source,
		.is_over = is_over_then (network, period),
	};

	note_edition (self, &files[row->source.file], heading->body);
	g_array_append_val (self->rows, entry);
}

void
fairlead_entries_init (FairleadEntries *self, FairleadNetwork *network)
{
	guint n, n_files;
	const FairleadDesignationRow *rows;
	const FairleadFileRow *files;

	self->records = fairlead_network_get_records (network);
	self->texts = g_string_chunk_new (4096);
	self->headings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
	self->rows = g_array_new (FALSE, FALSE, sizeof (FairleadEntry));
	self->editions = g_hash_table_new_full (NULL, NULL, NULL, g_free);
	rows = fairlead_records_get_designations (self->records, &n);
	files = fairlead_records_get_files (self->records, &n_files);
	for (guint i = 0; i < n; i++)
		if (fairlead_network_is_listing (network, i)
		    || is_over_then (network,
		                     fairlead_records_get_period (self->records, rows[i].period)))
			add_row (self, network, files, &rows[i]);
	g_array_sort_with_data (self->rows, compare_entries, self->records);
}

void
fairlead_entries_clear (FairleadEntries *self)
{
	g_clear_pointer (&self->rows, g_array_unref);
	g_clear_pointer (&self->headings, g_hash_table_unref);
	g_clear_pointer (&self->editions, g_hash_table_unref);
	g_clear_pointer (&self->texts, g_string_chunk_free);
}
