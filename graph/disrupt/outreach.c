/* graph/disrupt/outreach.c */
#include "graph/disrupt/outreach.h"

#include <string.h>

/* Dealings of the private sector; owners, directors and kin are no addressees */
static const gboolean is_service[FAIRLEAD_N_LINK_KINDS] = {
	[FAIRLEAD_LINK_INSURER] = TRUE,
	[FAIRLEAD_LINK_CLASS_SOCIETY] = TRUE,
	[FAIRLEAD_LINK_BANKER] = TRUE,
	[FAIRLEAD_LINK_AGENT] = TRUE,
	[FAIRLEAD_LINK_BROKER] = TRUE,
	[FAIRLEAD_LINK_FORMATION_AGENT] = TRUE,
	[FAIRLEAD_LINK_SECRETARY] = TRUE,
	[FAIRLEAD_LINK_CARE_OF] = TRUE,
	[FAIRLEAD_LINK_FUND_MANAGER] = TRUE,
	[FAIRLEAD_LINK_ISM_MANAGER] = TRUE,
	[FAIRLEAD_LINK_COMMERCIAL_MANAGER] = TRUE,
	[FAIRLEAD_LINK_TECHNICAL_MANAGER] = TRUE,
	[FAIRLEAD_LINK_OPERATOR] = TRUE,
	[FAIRLEAD_LINK_CHARTERER] = TRUE,
	[FAIRLEAD_LINK_SUPPLIER] = TRUE,
};

/* Of so many ships of one flag, what most are says something of its registry */
#define FEW_SHIPS 10u

typedef struct {
	FairleadNetwork *network;
	const FairleadAdjacency *graph;
	const guint8 *is_chosen;
	GArray *found; /* of FairleadOutreach */
} Outreach;

/* ---- attributes ---- */

static const char *
attribute_of (FairleadNetwork *network, FairleadVertex vertex, FairleadAttribute attribute)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadRows rows = fairlead_network_get_attributes (network, vertex);
	guint n;
	const FairleadAttributeRow *all = fairlead_records_get_attributes (records, &n);

	for (guint i = 0; i < rows.n; i++)
		if (all[rows.rows[i]].attribute == attribute)
			return fairlead_records_get_text (records, all[rows.rows[i]].text);
	return NULL;
}

const char *
fairlead_jurisdiction_of (FairleadNetwork *network, FairleadVertex vertex)
{
	static const FairleadAttribute order[] = { FAIRLEAD_ATTRIBUTE_JURISDICTION,
		                                   FAIRLEAD_ATTRIBUTE_COUNTRY,
		                                   FAIRLEAD_ATTRIBUTE_FLAG,
		                                   FAIRLEAD_ATTRIBUTE_NATIONALITY };
	const char *found = NULL;

	for (guint i = 0; i < G_N_ELEMENTS (order) && found == NULL; i++)
		found = attribute_of (network, vertex, order[i]);
	return found;
}

/* ---- parties ---- */

/* The kind of a service that @vertex renders over the edge; NULL where it renders none. The port is
 * who is called at. */
static const char *
role_of (const Outreach *outreach, FairleadVertex vertex, guint32 edge)
{
	const FairleadAdjacency *graph = outreach->graph;

	for (guint32 i = graph->edge_start[edge]; i < graph->edge_start[edge + 1]; i++) {
		FairleadLink link = graph->edge_links[i];
		guint8 kind = fairlead_network_get_link (outreach->network, link)->kind;
		gboolean is_from = fairlead_network_get_from (outreach->network, link) == vertex;

		if (is_from && is_service[kind])
			return fairlead_link_info (kind)->name;
		if (!is_from && kind == FAIRLEAD_LINK_PORT_CALL)
			return "port";
	}
	return NULL;
}

static void
add_party (const Outreach *outreach, FairleadVertex vertex)
{
	const FairleadAdjacency *graph = outreach->graph;
	FairleadOutreach row = { .vertex = vertex, .with = FAIRLEAD_NO_VERTEX };
	guint n_all = 0, n_chosen = 0;

	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
		FairleadVertex other = graph->neighbour[arc];
		const char *role = NULL;

		if (!fairlead_network_is_party (outreach->network, other))
			continue;
		n_all++;
		n_chosen += outreach->is_chosen[other];
		if (outreach->is_chosen[other])
			role = role_of (outreach, vertex, graph->edge[arc]);
		if (role == NULL)
			continue;
		row.n_dealings++;
		row.role = row.role != NULL ? row.role : role;
		row.with = MIN (row.with, other);
	}
	row.exposure = n_all > 0 ? (double) n_chosen / n_all : 0.0;
	row.jurisdiction = fairlead_jurisdiction_of (outreach->network, vertex);
	if (row.role != NULL && row.exposure <= FAIRLEAD_DEDICATED)
		g_array_append_val (outreach->found, row);
}

/* ---- flags ---- */

static void
add_flag (const Outreach *outreach, FairleadVertex ship)
{
	const char *flag = attribute_of (outreach->network, ship, FAIRLEAD_ATTRIBUTE_FLAG);
	FairleadOutreach row = { FAIRLEAD_NO_VERTEX, "flag-registry", flag, ship, 1, 0.0 };

	if (flag == NULL
	    || fairlead_network_get_kind (outreach->network, ship) != FAIRLEAD_KIND_VESSEL)
		return;
	for (guint i = 0; i < outreach->found->len; i++) {
		FairleadOutreach *other = &g_array_index (outreach->found, FairleadOutreach, i);

		if (other->vertex == FAIRLEAD_NO_VERTEX
		    && g_strcmp0 (other->jurisdiction, flag) == 0) {
			other->n_dealings++;
			return;
		}
	}
	g_array_append_val (outreach->found, row);
}

/* How many ships of the records bear each flag */
static GHashTable *
count_flags (const Outreach *outreach)
{
	GHashTable *ships = g_hash_table_new (g_str_hash, g_str_equal);

	for (FairleadVertex vertex = 0; vertex < outreach->graph->n_vertices; vertex++) {
		const char *flag = NULL;

		if (fairlead_network_get_kind (outreach->network, vertex) == FAIRLEAD_KIND_VESSEL)
			flag = attribute_of (outreach->network, vertex, FAIRLEAD_ATTRIBUTE_FLAG);
		if (flag != NULL)
			g_hash_table_insert (
				ships, (gpointer) flag,
				GUINT_TO_POINTER (
					GPOINTER_TO_UINT (g_hash_table_lookup (ships, flag)) + 1));
	}
	return ships;
}

/* A registry has many ships that no record tells of. Only where the records tell of more than a
 * few, and most are theirs, it is taken to be dedicated, as their own country's is. */
static void
drop_dedicated_flags (const Outreach *outreach)
{
	g_autoptr (GHashTable) ships = count_flags (outreach);
	guint n_kept = 0;

	for (guint i = 0; i < outreach->found->len; i++) {
		FairleadOutreach row = g_array_index (outreach->found, FairleadOutreach, i);
		guint n =
			row.vertex != FAIRLEAD_NO_VERTEX
				? 0
				: GPOINTER_TO_UINT (g_hash_table_lookup (ships, row.jurisdiction));

		if (n < FEW_SHIPS || row.n_dealings <= FAIRLEAD_DEDICATED * n)
			g_array_index (outreach->found, FairleadOutreach, n_kept++) = row;
	}
	g_array_set_size (outreach->found, n_kept);
}

/* Ships of those chosen, and ships that they own or run */
static void
add_flags (const Outreach *outreach)
{
	const FairleadAdjacency *graph = outreach->graph;
	g_autofree guint8 *is_seen = g_new0 (guint8, MAX (graph->n_vertices, 1));

	for (FairleadVertex vertex = 0; vertex < graph->n_vertices; vertex++) {
		if (!outreach->is_chosen[vertex])
			continue;
		is_seen[vertex] = TRUE;
		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
			is_seen[graph->neighbour[arc]] = TRUE;
	}
	for (FairleadVertex vertex = 0; vertex < graph->n_vertices; vertex++)
		if (is_seen[vertex])
			add_flag (outreach, vertex);
	drop_dedicated_flags (outreach);
}

/* ---- all ---- */

static gint
by_place (gconstpointer a, gconstpointer b)
{
	const FairleadOutreach *one = a, *two = b;
	int order = g_strcmp0 (one->jurisdiction, two->jurisdiction);

	/* without a jurisdiction: at the end */
	if ((one->jurisdiction == NULL) != (two->jurisdiction == NULL))
		return one->jurisdiction == NULL ? 1 : -1;
	if (order == 0)
		order = strcmp (one->role, two->role);
	if (order == 0)
		order = one->vertex < two->vertex ? -1 : one->vertex > two->vertex;
	return order;
}

GArray *
fairlead_outreach_find (FairleadNetwork *network, const FairleadAdjacency *graph,
                        const guint8 *is_chosen)
{
	Outreach outreach = { network, graph, is_chosen,
		              g_array_new (FALSE, FALSE, sizeof (FairleadOutreach)) };

	for (FairleadVertex vertex = 0; vertex < graph->n_vertices; vertex++)
		if (!is_chosen[vertex])
			add_party (&outreach, vertex);
	add_flags (&outreach);
	g_array_sort (outreach.found, by_place);
	return outreach.found;
}

guint
fairlead_count_licit (FairleadNetwork *network, const FairleadAdjacency *graph,
                      const guint8 *is_chosen, FairleadVertex vertex)
{
	guint n = 0;

	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
		n += !is_chosen[graph->neighbour[arc]]
		     && fairlead_network_is_party (network, graph->neighbour[arc]);
	return n;
}
