/* output/inventory.c */
#include "output/inventory.h"

#include <string.h>

#include "graph/network/links.h"

static void
count_topology (FairleadInventory *self, FairleadNetwork *network)
{
	guint32 n_vertices = fairlead_network_get_n_vertices (network);
	const FairleadLinks *ends = fairlead_network_get_ends (network);

	for (guint32 vertex = 0; vertex < n_vertices; vertex++)
		self->kinds[fairlead_network_get_kind (network, vertex)]++;
	for (guint32 link = 0; link < ends->n; link++)
		self->links[ends->kind[link]]++;
}

static void
count_events (FairleadInventory *self, FairleadRecords *records)
{
	guint n;
	const FairleadEventRow *rows = fairlead_records_get_events (records, &n);

	for (guint i = 0; i < n; i++)
		self->events[rows[i].kind]++;
}

/* ---- designations ---- */

static gint
compare_tallies (gconstpointer a, gconstpointer b)
{
	return strcmp (((const FairleadTally *) a)->name, ((const FairleadTally *) b)->name);
}

/* What a file names may be as many as its rows, so no search goes through them all */
static void
count_name (GArray *tallies, GHashTable *places, const char *name)
{
	const FairleadTally tally = { name, 1 };
	gpointer place;

	if (g_hash_table_lookup_extended (places, name, NULL, &place)) {
		g_array_index (tallies, FairleadTally, GPOINTER_TO_UINT (place)).count++;
		return;
	}
	g_hash_table_insert (places, (gpointer) name, GUINT_TO_POINTER (tallies->len));
	g_array_append_val (tallies, tally);
}

static void
count_designations (FairleadInventory *self, FairleadRecords *records)
{
	g_autoptr (GHashTable) lists = g_hash_table_new (g_str_hash, g_str_equal);
	g_autoptr (GHashTable) programmes = g_hash_table_new (g_str_hash, g_str_equal);
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (records, &n);

	for (guint i = 0; i < n; i++) {
		const char *programme = fairlead_records_get_text (records, rows[i].programme);

		count_name (self->lists, lists, fairlead_records_get_text (records, rows[i].list));
		if (*programme != '\0')
			count_name (self->programmes, programmes, programme);
	}
	g_array_sort (self->lists, compare_tallies);
	g_array_sort (self->programmes, compare_tallies);
}

/* ---- files and issues ---- */

static const char *
path_of (FairleadRecords *records, guint32 file)
{
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (records, &n);

	return fairlead_records_get_text (records, files[file].path);
}

static gint
compare_files (gconstpointer a, gconstpointer b, gpointer records)
{
	return strcmp (path_of (records, *(const guint32 *) a),
	               path_of (records, *(const guint32 *) b));
}

static gint
compare_issues (gconstpointer a, gconstpointer b, gpointer user_data)
{
	FairleadRecords *records = user_data;
	guint n;
	const FairleadIssueRow *rows = fairlead_records_get_issues (records, &n);
	const FairleadIssueRow *first = &rows[*(const guint32 *) a];
	const FairleadIssueRow *second = &rows[*(const guint32 *) b];
	gint order = strcmp (path_of (records, first->source.file),
	                     path_of (records, second->source.file));

	if (order != 0)
		return order;
	if (first->source.line != second->source.line)
		return first->source.line < second->source.line ? -1 : 1;
	return strcmp (fairlead_records_get_text (records, first->text),
	               fairlead_records_get_text (records, second->text));
}

static void
gather_files (FairleadInventory *self, FairleadRecords *records)
{
	guint n;
	const FairleadFileRow *rows = fairlead_records_get_files (records, &n);

	for (guint32 i = 0; i < n; i++) {
		self->n_records += rows[i].n_records;
		g_array_append_val (self->files, i);
	}
	g_array_sort_with_data (self->files, compare_files, records);
}

static void
gather_issues (FairleadInventory *self, FairleadRecords *records)
{
	guint n;
	const FairleadIssueRow *rows = fairlead_records_get_issues (records, &n);

	for (guint32 i = 0; i < n; i++) {
		g_array_append_val (self->issues[rows[i].tag], i);
		self->severities[fairlead_issue_info (rows[i].tag)->severity]++;
	}
	for (guint tag = 0; tag < FAIRLEAD_N_ISSUE_TAGS; tag++)
		g_array_sort_with_data (self->issues[tag], compare_issues, records);
}

void
fairlead_inventory_init (FairleadInventory *self, FairleadNetwork *network)
{
	FairleadRecords *records = fairlead_network_get_records (network);

	*self = (FairleadInventory){ 0 };
	self->lists = g_array_new (FALSE, FALSE, sizeof (FairleadTally));
	self->programmes = g_array_new (FALSE, FALSE, sizeof (FairleadTally));
	self->files = g_array_new (FALSE, FALSE, sizeof (guint32));
	for (guint tag = 0; tag < FAIRLEAD_N_ISSUE_TAGS; tag++)
		self->issues[tag] = g_array_new (FALSE, FALSE, sizeof (guint32));
	count_topology (self, network);
	count_events (self, records);
	count_designations (self, records);
	gather_files (self, records);
	gather_issues (self, records);
}

void
fairlead_inventory_clear (FairleadInventory *self)
{
	g_clear_pointer (&self->lists, g_array_unref);
	g_clear_pointer (&self->programmes, g_array_unref);
	g_clear_pointer (&self->files, g_array_unref);
	for (guint tag = 0; tag < FAIRLEAD_N_ISSUE_TAGS; tag++)
		g_clear_pointer (&self->issues[tag], g_array_unref);
}

char *
fairlead_inventory_dup_severities (const FairleadInventory *self)
{
	GString *text = g_string_new (NULL);

	for (gint severity = FAIRLEAD_N_SEVERITIES - 1; severity >= 0; severity--)
		g_string_append_printf (text, "%s%" G_GUINT64_FORMAT " %s",
		                        text->len > 0 ? ", " : "", self->severities[severity],
		                        fairlead_severity_name ((FairleadSeverity) severity));
	return g_string_free (text, FALSE);
}
