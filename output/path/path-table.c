/* output/path/path-table.c: paths for a person: a line for whom one begins at, and one for each
 * statement */
#include "output/path/path-writers.h"

#include "output/as-of.h"

#include <string.h>

#include "output/ranking/evidence.h"
#include "output/write/number.h"
#include "output/write/table.h"

enum { NUMBER, STRENGTH, RELATION, NAME, DETAILS, CONFIDENCE, SOURCE, N_COLUMNS };

static const FairleadColumn path_columns[N_COLUMNS] = {
	{ "PATH", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "STRENGTH", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "NAME", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	{ "SHARE, PERIOD", FAIRLEAD_ALIGN_LEFT, 12, FALSE },
	{ "CONFIDENCE", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "SOURCE", FAIRLEAD_ALIGN_LEFT, 16, TRUE },
};

static void
add_statement (const FairleadPathPage *page, const FairleadHop *hop,
               const FairleadStatement *statement, gboolean is_further, FairleadTable *table)
{
	g_autofree char *words =
		fairlead_relation_dup_words (statement->kind, statement->is_reversed);
	g_autofree char *relation = g_strconcat (is_further ? "and " : "", words, NULL);
	g_autofree char *details = fairlead_statement_dup_details (statement);
	g_autofree char *more =
		statement->sources->len > 1
			? g_strdup_printf (" and %u more", statement->sources->len - 1)
			: g_strdup ("");
	g_autofree char *source =
		g_strconcat (g_ptr_array_index (statement->sources, 0), more, NULL);
	char confidence[G_ASCII_DTOSTR_BUF_SIZE];
	const char *cells[N_COLUMNS] = { "", "", relation, NULL, details, confidence, source };

	g_ascii_formatd (confidence, sizeof confidence, "%.2f", statement->confidence);
	cells[NAME] = fairlead_network_get_name (page->network, hop->to);
	fairlead_table_add_row (table, cells, FALSE);
}

static void
add_start (const FairleadPathPage *page, const FairleadPath *path, guint number,
           FairleadVertex start, FairleadTable *table)
{
	g_autofree char *text = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");
	char strength[FAIRLEAD_NUMBER_SIZE] = "";
	const char *cells[N_COLUMNS] = { text, strength, "", NULL, "", "", "" };

	if (number > 0)
		fairlead_number_short (path->strength, strength);
	cells[NAME] = fairlead_network_get_name (page->network, start);
	fairlead_table_add_row (table, cells, number > 0);
}

/* In a tree the next hop may begin at an earlier one */
static void
add_path (const FairleadPathPage *page, guint number, const FairleadPath *path,
          FairleadTable *table)
{
	FairleadVertex at = FAIRLEAD_NO_VERTEX;

	for (guint i = 0; i < path->hops->len; i++) {
		const FairleadHop *hop = &g_array_index (path->hops, FairleadHop, i);
		g_autoptr (GPtrArray) statements = fairlead_hop_dup_statements (page->network, hop);

		if (hop->from != at)
			add_start (page, path, i == 0 ? number : 0, hop->from, table);
		for (guint j = 0; j < statements->len; j++)
			add_statement (page, hop, g_ptr_array_index (statements, j), j > 0, table);
		at = hop->to;
	}
}

static guint
count_filled (const FairleadPaths *found)
{
	guint n = 0;

	for (guint i = 0; i < found->paths->len; i++)
		n += ((const FairleadPath *) g_ptr_array_index (found->paths, i))->hops->len > 0;
	return n;
}

static void
write_footer (const FairleadPathPage *page, FairleadSink *sink)
{
	const FairleadPaths *found = page->found;
	guint n = count_filled (found);
	g_autofree char *as_of = fairlead_as_of_dup_lines (page->network);

	if (page->view->of_trees && found->paths->len > 1)
		fairlead_sink_printf (sink, "in %u parts that no link joins; %u of them %s alone\n",
		                      found->paths->len, found->paths->len - n,
		                      found->paths->len - n == 1 ? "stands" : "stand");
	else if (n == 0)
		fairlead_sink_put (sink, "no path was found\n");
	else if (!page->view->of_trees)
		fairlead_sink_printf (sink, "%u %s\n", n, n == 1 ? "path" : "paths");
	if (page->view->counts) {
		char number[FAIRLEAD_NUMBER_SIZE];

		fairlead_number_short (found->n_cheapest, number);
		fairlead_sink_printf (sink, "paths of the least cost: %s\n", number);
	}
	fairlead_sink_put (sink, as_of);
	fairlead_sink_printf (sink, "parameters: %s\n", page->view->parameters_hash);
	if (found->bound != NULL)
		fairlead_sink_printf (
			sink, "The search was ended by its bound on %s: there may be more.\n",
			found->bound);
	fairlead_sink_put (sink, "A path is a question, not a finding.\n");
}

void
fairlead_path_write_table (const FairleadPathPage *page, FairleadSink *sink)
{
	FairleadColumn columns[N_COLUMNS];
	g_autoptr (FairleadTable) table = NULL;

	memcpy (columns, path_columns, sizeof columns);
	if (page->view->of_trees)
		columns[NUMBER].heading = "TREE";
	table = fairlead_table_new (columns, N_COLUMNS, &page->view->layout);
	for (guint i = 0; i < page->found->paths->len; i++)
		add_path (page, i + 1, g_ptr_array_index (page->found->paths, i), table);
	if (fairlead_table_get_n_rows (table) > 0) {
		fairlead_table_write (table, sink);
		fairlead_sink_put (sink, "\n");
	}
	write_footer (page, sink);
}
