/* output/diff/diff-table.c: differences for a person: a row for each party added or removed, and
 * one for each change of another */
#include "output/diff/diff-writers.h"

#include "output/fact-words.h"
#include "output/values.h"
#include "output/write/table.h"

enum { WHAT, NAME, KIND, FIELD, OLD, NEW, SOURCE, N_COLUMNS };

static const FairleadColumn diff_columns[N_COLUMNS] = {
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },       { "NAME", FAIRLEAD_ALIGN_LEFT, 20, FALSE },
	{ "KIND", FAIRLEAD_ALIGN_LEFT, 0, FALSE },   { "FIELD", FAIRLEAD_ALIGN_LEFT, 14, FALSE },
	{ "OLD", FAIRLEAD_ALIGN_LEFT, 16, FALSE },   { "NEW", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	{ "SOURCE", FAIRLEAD_ALIGN_LEFT, 14, TRUE },
};

static char *
dup_first_source (FairleadNetwork *network, const FairleadFact *fact)
{
	g_autoptr (GPtrArray) sources = fairlead_diff_dup_sources (network, fact);

	return sources->len == 0 ? NULL : g_strdup (sources->pdata[0]);
}

static char *
dup_change_source (const FairleadDiffPage *page, const FairleadFactChange *change)
{
	g_autofree char *before = dup_first_source (page->before, change->before);
	g_autofree char *after = dup_first_source (page->after, change->after);

	if (before != NULL && after != NULL)
		return g_strdup_printf ("%s, %s", before, after);
	return g_strdup (before != NULL ? before : after);
}

static void
add_change (const FairleadDiffPage *page, const FairleadFactChange *change, const char **cells,
            FairleadTable *table)
{
	const FairleadFact *fact = change->after != NULL ? change->after : change->before;
	g_autofree char *field = fairlead_fact_dup_field (fact);
	g_autofree char *old = fairlead_diff_dup_value (change->before);
	g_autofree char *new = fairlead_diff_dup_value (change->after);
	g_autofree char *source = dup_change_source (page, change);

	cells[FIELD] = field;
	cells[OLD] = old;
	cells[NEW] = new;
	cells[SOURCE] = source;
	fairlead_table_add_row (table, cells, FALSE);
	cells[WHAT] = cells[NAME] = cells[KIND] = "";
}

/* One added or removed is one row: where it stands, and who has the same name */
static void
add_whole (const FairleadDiffPage *page, const FairleadDifference *difference, const char **cells,
           FairleadTable *table)
{
	FairleadVertex vertex;
	FairleadNetwork *network = fairlead_diff_get_party (page, difference, &vertex);
	const char *id = fairlead_network_get_id (network, vertex);
	gboolean is_removed = difference->kind == FAIRLEAD_DIFF_REMOVED;
	g_autoptr (GPtrArray) same_name = fairlead_diff_dup_same_name (page, difference);
	g_autoptr (GString) others = g_string_new (NULL);
	const FairleadFactChange *first =
		difference->changes->len > 0 ? difference->changes->pdata[0] : NULL;
	g_autofree char *source = first == NULL ? NULL : dup_change_source (page, first);

	cells[OLD] = is_removed ? id : "";
	cells[NEW] = is_removed ? "" : id;
	cells[SOURCE] = source != NULL ? source : "";
	if (fairlead_values_append (same_name, others)) {
		g_string_prepend (others, "perhaps ");
		cells[is_removed ? NEW : OLD] = others->str;
	}
	fairlead_table_add_row_meaning (table, cells,
	                                is_removed ? FAIRLEAD_MEANS_ALARM : FAIRLEAD_MEANS_GOOD);
}

static void
add_difference (const FairleadDiffPage *page, const FairleadDifference *difference,
                FairleadTable *table)
{
	FairleadVertex vertex;
	FairleadNetwork *network = fairlead_diff_get_party (page, difference, &vertex);
	const char *cells[N_COLUMNS] = { fairlead_diff_kind_name (difference->kind),
		                         fairlead_network_get_name (network, vertex),
		                         fairlead_kind_name (
						 fairlead_network_get_kind (network, vertex)),
		                         "",
		                         "",
		                         "",
		                         "" };

	if (difference->kind != FAIRLEAD_DIFF_CHANGED) {
		add_whole (page, difference, cells, table);
		return;
	}
	for (guint i = 0; i < difference->changes->len; i++)
		add_change (page, difference->changes->pdata[i], cells, table);
}

static void
write_footer (const FairleadDiffPage *page, FairleadSink *sink)
{
	guint counts[FAIRLEAD_N_DIFF_KINDS] = { 0 };
	guint n_same_name = 0;

	for (guint i = 0; i < page->diff->differences->len; i++) {
		const FairleadDifference *difference = page->diff->differences->pdata[i];

		counts[difference->kind]++;
		n_same_name += difference->same_name->len > 0;
	}
	fairlead_sink_printf (sink, "%u added, %u removed, %u changed, %u the same\n",
	                      counts[FAIRLEAD_DIFF_ADDED], counts[FAIRLEAD_DIFF_REMOVED],
	                      counts[FAIRLEAD_DIFF_CHANGED], page->diff->n_same);
	if (n_same_name > 0)
		fairlead_sink_put (sink, "'perhaps' is one of the same name under another id: names"
		                         " match nobody here\n");
}

void
fairlead_diff_write_table (const FairleadDiffPage *page, FairleadSink *sink)
{
	g_autoptr (FairleadTable) table =
		fairlead_table_new (diff_columns, N_COLUMNS, &page->view->layout);

	for (guint i = 0; i < page->diff->differences->len; i++)
		add_difference (page, page->diff->differences->pdata[i], table);
	if (fairlead_table_get_n_rows (table) > 0) {
		fairlead_table_write (table, sink);
		fairlead_sink_put (sink, "\n");
	}
	write_footer (page, sink);
}
