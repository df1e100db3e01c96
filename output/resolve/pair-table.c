/* output/resolve/pair-table.c: two parties side by side, and what was decided on them */
#include "output/resolve/proposals-output.h"
#include "output/values.h"
#include "output/write/number.h"
#include "output/write/table.h"

/* ---- side by side ---- */

static const FairleadColumn pair_columns[] = {
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "LEFT", FAIRLEAD_ALIGN_LEFT, 20, FALSE },
	{ "RIGHT", FAIRLEAD_ALIGN_LEFT, 20, FALSE },
};

typedef struct {
	FairleadNetwork *network;
	FairleadVertex ends[2];
	FairleadTable *table;
} Sides;

static void
add_values (Sides *sides, const char *title, GPtrArray *left, GPtrArray *right)
{
	g_autoptr (GPtrArray) of_left = left;
	g_autoptr (GPtrArray) of_right = right;

	for (guint i = 0; i < MAX (left->len, right->len); i++) {
		const char *cells[] = { i == 0 ? title : "", i < left->len ? left->pdata[i] : "",
			                i < right->len ? right->pdata[i] : "" };

		fairlead_table_add_row (sides->table, cells, FALSE);
	}
}

static void
add_names (Sides *sides)
{
	static const char *const titles[FAIRLEAD_N_NAME_TYPES] = { "names", "also", "formerly" };

	for (guint type = 0; type < FAIRLEAD_N_NAME_TYPES; type++)
		add_values (sides, titles[type],
		            fairlead_values_of_name_type (sides->network, sides->ends[0], type),
		            fairlead_values_of_name_type (sides->network, sides->ends[1], type));
}

static void
add_numbers (Sides *sides)
{
	for (guint scheme = 0; scheme < FAIRLEAD_N_ID_SCHEMES; scheme++)
		add_values (sides, fairlead_id_scheme_info (scheme)->title,
		            fairlead_values_of_scheme (sides->network, sides->ends[0], scheme),
		            fairlead_values_of_scheme (sides->network, sides->ends[1], scheme));
}

static void
add_attributes (Sides *sides)
{
	for (guint attribute = 0; attribute < FAIRLEAD_N_ATTRIBUTES; attribute++) {
		if (attribute == FAIRLEAD_ATTRIBUTE_NOTE || attribute == FAIRLEAD_ATTRIBUTE_REASON)
			continue;
		add_values (
			sides, fairlead_attribute_info (attribute)->name,
			fairlead_values_of_attribute (sides->network, sides->ends[0], attribute),
			fairlead_values_of_attribute (sides->network, sides->ends[1], attribute));
	}
}

gboolean
fairlead_proposal_write_pair (FairleadNetwork *network, const FairleadProposal *proposal,
                              const FairleadLayout *layout, GOutputStream *stream, GError **error)
{
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, NULL);
	g_autoptr (FairleadTable) table =
		fairlead_table_new (pair_columns, G_N_ELEMENTS (pair_columns), layout);
	Sides sides = { network, { proposal->left, proposal->right }, table };
	const char *ids[] = { "id", fairlead_network_get_id (network, proposal->left),
		              fairlead_network_get_id (network, proposal->right) };

	fairlead_table_add_row (table, ids, FALSE);
	add_names (&sides);
	add_numbers (&sides);
	add_attributes (&sides);
	add_values (&sides, "listed", fairlead_values_of_designations (network, proposal->left),
	            fairlead_values_of_designations (network, proposal->right));
	add_values (&sides, "sources", fairlead_values_of_sources (network, proposal->left),
	            fairlead_values_of_sources (network, proposal->right));
	fairlead_table_write (table, sink);
	return fairlead_sink_finish (sink, error);
}

/* ---- the log ---- */

enum { NUMBER, STATE, VERDICT, LEFT, RIGHT, PROBABILITY, WHO, WHEN, WHY, N_COLUMNS };

static const FairleadColumn log_columns[N_COLUMNS] = {
	{ "NUMBER", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "VERDICT", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "LEFT", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	{ "RIGHT", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	{ "PROBABILITY", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "WHO", FAIRLEAD_ALIGN_LEFT, 6, FALSE },
	{ "WHEN", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "WHY", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
};

/* The key with the name behind it, where the network has one */
static char *
dup_end (FairleadNetwork *network, const char *key)
{
	FairleadEntity entity = FAIRLEAD_NO_ENTITY;

	if (network != NULL)
		entity = fairlead_records_find (fairlead_network_get_records (network), key);
	if (entity == FAIRLEAD_NO_ENTITY)
		return g_strdup (key);
	return g_strdup_printf (
		"%s %s", key,
		fairlead_network_get_name (network, fairlead_network_vertex_of (network, entity)));
}

static const char *
state_of (const FairleadDecisions *decisions, guint n)
{
	if (fairlead_decisions_get (decisions, n)->undone_on != NULL)
		return "undone";
	return fairlead_decisions_stands (decisions, n) ? "stands" : "replaced";
}

static void
add_decision (const FairleadDecisions *decisions, FairleadNetwork *network, guint n,
              FairleadTable *table)
{
	const FairleadDecision *decision = fairlead_decisions_get (decisions, n);
	g_autofree char *number = g_strdup_printf ("%u", n + 1);
	g_autofree char *left = dup_end (network, decision->left);
	g_autofree char *right = dup_end (network, decision->right);
	char probability[G_ASCII_DTOSTR_BUF_SIZE] = "";
	const char *cells[N_COLUMNS] = {
		[NUMBER] = number,
		[STATE] = state_of (decisions, n),
		[VERDICT] = fairlead_sameness_name (decision->verdict),
		[LEFT] = left,
		[RIGHT] = right,
		[PROBABILITY] = probability,
		[WHO] = decision->who != NULL ? decision->who : "",
		[WHEN] = decision->when != NULL ? decision->when : "",
		[WHY] = decision->why != NULL ? decision->why : "",
	};

	if (decision->probability != FAIRLEAD_NO_PROBABILITY)
		g_ascii_formatd (probability, sizeof probability, "%.3f", decision->probability);
	fairlead_table_add_row (table, cells, FALSE);
}

static gboolean
is_about (const FairleadDecision *decision, FairleadNetwork *network, FairleadVertex vertex)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	const char *keys[] = { decision->left, decision->right };

	for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
		FairleadEntity entity = fairlead_records_find (records, keys[i]);

		if (entity != FAIRLEAD_NO_ENTITY
		    && fairlead_network_vertex_of (network, entity) == vertex)
			return TRUE;
	}
	return FALSE;
}

gboolean
fairlead_decisions_write_log (const FairleadDecisions *decisions, FairleadNetwork *network,
                              const FairleadVertex *of, const FairleadLayout *layout,
                              GOutputStream *stream, GError **error)
{
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, NULL);
	g_autoptr (FairleadTable) table = fairlead_table_new (log_columns, N_COLUMNS, layout);

	for (guint n = 0; n < fairlead_decisions_get_n (decisions); n++)
		if (of == NULL || is_about (fairlead_decisions_get (decisions, n), network, *of))
			add_decision (decisions, network, n, table);
	if (fairlead_table_get_n_rows (table) > 0)
		fairlead_table_write (table, sink);
	else
		fairlead_sink_put (sink, "nothing was decided\n");
	return fairlead_sink_finish (sink, error);
}
