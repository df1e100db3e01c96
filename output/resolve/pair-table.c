/* output/resolve/pair-table.c: two parties side by side */
#include "output/resolve/proposals-output.h"
#include "output/values.h"
#include "output/write/number.h"
#include "output/write/table.h"

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
	G_GNUC_UNUSED g_autoptr (GPtrArray) of_left = left;
	G_GNUC_UNUSED g_autoptr (GPtrArray) of_right = right;

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
