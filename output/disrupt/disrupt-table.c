/* output/disrupt/disrupt-table.c: for a person: whom to designate, what it brings and breaks */
#include "output/disrupt/disrupt-writers.h"
#include "output/write/number.h"
#include "output/write/table.h"
#include "output/write/text.h"

enum { PARTY, KIND, COST, ALONE, REPLACEABLE, BROKERAGE, LICIT, N_ITEM_COLUMNS };

static const FairleadColumn item_columns[N_ITEM_COLUMNS] = {
	{ "NAME", FAIRLEAD_ALIGN_LEFT, 20, FALSE },
	{ "KIND", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "COST", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "LOSS ALONE", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "REPLACEABLE", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "BROKERAGE", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "LICIT DEALINGS", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
};

enum { WHERE, ROLE, WHOM, WITH, DEALINGS, EXPOSURE, N_OUTREACH_COLUMNS };

static const FairleadColumn outreach_columns[N_OUTREACH_COLUMNS] = {
	{ "JURISDICTION", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "ROLE", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "WARN", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	{ "FOR DEALINGS WITH", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	{ "DEALINGS", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "EXPOSURE", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
};

static char *
dup_percent (double part)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_formatd (text, sizeof text, "%.1f", 100.0 * part);
	return g_strconcat (text, " %", NULL);
}

static void
add_item (const FairleadDisruptView *view, const FairleadDisruptedItem *item, FairleadTable *table)
{
	gboolean is_link = view->question->cuts_links;
	g_autofree char *name = fairlead_disrupt_dup_name (view, item->item);
	g_autofree char *cost = g_strdup_printf ("%u", item->cost);
	g_autofree char *alone = dup_percent (item->alone);
	g_autofree char *replaceable = dup_percent (item->replaceable);
	g_autofree char *licit = g_strdup_printf ("%u", item->n_licit);
	char brokerage[FAIRLEAD_NUMBER_SIZE];
	const char *cells[N_ITEM_COLUMNS] = { name, "link", cost, alone, replaceable, "", "" };

	if (!is_link) {
		cells[KIND] =
			fairlead_kind_name (fairlead_network_get_kind (view->network, item->item));
		cells[BROKERAGE] = fairlead_number_short (item->brokerage, brokerage);
		cells[LICIT] = licit;
	}
	fairlead_table_add_row (table, cells, FALSE);
}

static void
write_items (const FairleadDisruptView *view, FairleadSink *sink)
{
	g_autoptr (FairleadTable) table =
		fairlead_table_new (item_columns, N_ITEM_COLUMNS, &view->layout);

	for (guint i = 0; i < view->found->items->len; i++)
		add_item (view, &g_array_index (view->found->items, FairleadDisruptedItem, i),
		          table);
	if (view->found->items->len > 0)
		fairlead_table_write (table, sink);
	else
		fairlead_sink_put (sink, "nothing that may be chosen takes anything away\n");
	fairlead_sink_put (sink, "\n");
}

static void
write_line (FairleadSink *sink, const char *what, double loss)
{
	g_autofree char *percent = dup_percent (ABS (loss));

	fairlead_sink_printf (sink,
	                      loss >= 0.0 ? "%s: %s of the access is lost\n"
	                                  : "%s: nothing is lost, %s more is reached\n",
	                      what, percent);
}

static void
write_cut (const FairleadDisruptView *view, FairleadSink *sink)
{
	const FairleadVertexCut *cut = &view->found->cut;

	if (!view->found->has_cut)
		return;
	if (!cut->is_possible)
		fairlead_sink_put (sink,
		                   "to cut off all of the market is not possible: parties that"
		                   " may not be designated stand between\n");
	else if (!view->has_costs)
		fairlead_sink_printf (sink,
		                      "to cut off all of the market, at least %u designations are"
		                      " needed\n",
		                      cut->items->len);
	else
		fairlead_sink_printf (
			sink,
			"to cut off all of the market, designations that cost %" G_GUINT64_FORMAT
			" are needed at least (here %u parties)\n",
			cut->cost, cut->items->len);
}

static void
write_answers (const FairleadDisruptView *view, FairleadSink *sink)
{
	for (guint i = 0; i < view->found->answers->len; i++) {
		const FairleadReplacement *answer =
			&g_array_index (view->found->answers, FairleadReplacement, i);
		g_autofree char *line =
			g_strdup_printf ("%s with %s, in place of %s (%s)",
		                         fairlead_network_get_name (view->network, answer->by),
		                         fairlead_network_get_name (view->network, answer->partner),
		                         fairlead_network_get_name (view->network, answer->lost),
		                         fairlead_stand_in_name (answer->why));
		g_autofree char *shown = fairlead_text_dup_visible (line, view->layout.ascii);

		fairlead_sink_printf (sink, "  answer: %s\n", shown);
	}
}

static void
add_outreach (const FairleadDisruptView *view, const FairleadOutreach *row, FairleadTable *table)
{
	g_autofree char *dealings = g_strdup_printf ("%u", row->n_dealings);
	g_autofree char *exposure = dup_percent (row->exposure);
	const char *cells[N_OUTREACH_COLUMNS] = { NULL };
	gboolean is_registry = row->vertex == FAIRLEAD_NO_VERTEX;

	cells[WHERE] = row->jurisdiction != NULL ? row->jurisdiction : "?";
	cells[ROLE] = row->role;
	cells[WHOM] = is_registry ? "the registry"
	                          : fairlead_network_get_name (view->network, row->vertex);
	cells[WITH] = fairlead_network_get_name (view->network, row->with);
	cells[DEALINGS] = dealings;
	cells[EXPOSURE] = is_registry ? "" : exposure;
	fairlead_table_add_row (table, cells, FALSE);
}

static void
write_outreach (const FairleadDisruptView *view, FairleadSink *sink)
{
	g_autoptr (FairleadTable) table =
		fairlead_table_new (outreach_columns, N_OUTREACH_COLUMNS, &view->layout);
	guint n = fairlead_disrupt_shown (view);

	for (guint i = 0; i < n; i++)
		add_outreach (view, &g_array_index (view->found->outreach, FairleadOutreach, i),
		              table);
	if (n > 0) {
		fairlead_sink_put (sink, "\n");
		fairlead_table_write (table, sink);
	}
	fairlead_sink_printf (sink, "\nto be warned first, exposed but not dedicated: %u of %u\n",
	                      n, view->found->outreach->len);
}

void
fairlead_disrupt_write_table (const FairleadDisruptView *view, FairleadSink *sink)
{
	const FairleadDisruption *found = view->found;
	g_auto (GStrv) assumptions = fairlead_disrupt_dup_assumptions (view);

	write_items (view, sink);
	write_line (sink, "at once", fairlead_disrupt_loss (view, found->chosen.access));
	write_line (sink, "after the network's answer",
	            fairlead_disrupt_loss (view, found->after_answer));
	write_answers (view, sink);
	write_line (sink, "by order of brokerage, at the same budget",
	            fairlead_disrupt_loss (view, found->baseline.access));
	write_cut (view, sink);
	write_outreach (view, sink);
	for (guint i = 0; assumptions[i] != NULL; i++)
		fairlead_sink_printf (sink, "%s%s\n", i == 0 ? "assumed: " : "         ",
		                      assumptions[i]);
	fairlead_sink_put (sink, "A plan of a model is a question, not advice; networks adapt.\n");
}
