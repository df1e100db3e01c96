/* graph/network/adjacency.c */
#include "graph/network/adjacency.h"

#include <string.h>

#include "graph/network/index.h"
#include "ingest/record/pages.h"

typedef struct {
	FairleadNetwork *network;
	const gfloat *conductance; /* of each link */
	FairleadLinkFilter filter; /* (nullable) */
	gconstpointer user_data;
} LinkValues;

static FairleadVertex
smaller_end (FairleadNetwork *network, FairleadLink link)
{
	return MIN (fairlead_network_get_from (network, link),
	            fairlead_network_get_to (network, link));
}

static FairleadVertex
greater_end (FairleadNetwork *network, FairleadLink link)
{
	return MAX (fairlead_network_get_from (network, link),
	            fairlead_network_get_to (network, link));
}

static gboolean
counts (const LinkValues *values, FairleadLink link)
{
	return fairlead_network_get_from (values->network, link)
	               != fairlead_network_get_to (values->network, link)
	       && (values->filter == NULL
	           || values->filter (values->network, link, values->user_data));
}

/* All links in the order of their unordered ends, those that do not count last. Grouping is stable:
 * by the greater end first and then by the smaller sorts by both. */
static guint32
sort_by_ends (const LinkValues *values, FairleadLink **sorted)
{
	FairleadNetwork *network = values->network;
	guint32 n_links = fairlead_network_get_n_links (network);
	guint32 n_vertices = fairlead_network_get_n_vertices (network);
	g_autofree guint32 *group = g_new (guint32, MAX (n_links, 1));
	g_autofree guint32 *greater_start = NULL;
	g_autofree guint32 *start = NULL;
	g_autofree FairleadLink *by_greater = NULL;

	for (FairleadLink link = 0; link < n_links; link++)
		group[link] = greater_end (network, link);
	fairlead_group_rows (group, n_links, n_vertices, &greater_start, &by_greater);
	for (guint32 i = 0; i < n_links; i++)
		group[i] = counts (values, by_greater[i]) ? smaller_end (network, by_greater[i])
		                                          : n_vertices;
	fairlead_group_rows (group, n_links, n_vertices + 1, &start, sorted);
	for (guint32 i = 0; i < n_links; i++)
		(*sorted)[i] = by_greater[(*sorted)[i]];
	return start[n_vertices];
}

/* c = 1 - prod over classes (1 - strongest link of the class); of one link alone, whatever its
 * class, the same without looking at it */
static gfloat
combine_links (const LinkValues *values, const FairleadLink *links, guint n)
{
	gfloat strongest[FAIRLEAD_N_CLASSES] = { 0 };
	double missing = 1.0;

	if (n == 1)
		return (gfloat) (1.0 - (1.0 - (double) MAX (values->conductance[links[0]], 0.0f)));
	for (guint i = 0; i < n; i++) {
		guint8 kind = fairlead_network_get_link (values->network, links[i])->kind;
		gfloat *best = &strongest[fairlead_link_info (kind)->link_class];

		*best = MAX (*best, values->conductance[links[i]]);
	}
	for (guint i = 0; i < FAIRLEAD_N_CLASSES; i++)
		missing *= 1.0 - (double) strongest[i];
	return (gfloat) (1.0 - missing);
}

static gboolean
have_same_ends (FairleadNetwork *network, FairleadLink a, FairleadLink b)
{
	return smaller_end (network, a) == smaller_end (network, b)
	       && greater_end (network, a) == greater_end (network, b);
}

/* One edge for each run of links between the same ends that lets anything through; the links of
 * the others are dropped, so that all measures see the same graph */
static void
make_edges (FairleadAdjacency *self, const LinkValues *values, guint32 n_proper)
{
	FairleadNetwork *network = values->network;
	FairleadLink *links = self->edge_links;
	guint32 n_kept = 0;

	self->edge_start = g_new (guint32, (gsize) n_proper + 1);
	self->ends = FAIRLEAD_NEW_LARGE (FairleadVertex, 2 * (gsize) n_proper);
	self->conductance = FAIRLEAD_NEW_LARGE (gfloat, n_proper);
	for (guint32 first = 0, next; first < n_proper; first = next) {
		guint32 edge = self->n_edges;
		gfloat conductance;

		for (next = first + 1; next < n_proper; next++)
			if (!have_same_ends (network, links[first], links[next]))
				break;
		conductance = combine_links (values, links + first, next - first);
		if (!(conductance > 0.0f))
			continue;
		self->ends[2 * edge] = smaller_end (network, links[first]);
		self->ends[2 * edge + 1] = greater_end (network, links[first]);
		self->conductance[edge] = conductance;
		self->edge_start[self->n_edges++] = n_kept;
		memmove (links + n_kept, links + first, (next - first) * sizeof *links);
		n_kept += next - first;
	}
	self->edge_start[self->n_edges] = n_kept;
}

static void
make_arcs (FairleadAdjacency *self)
{
	g_autofree guint32 *arcs = NULL;
	guint32 n_arcs = 2 * self->n_edges;

	/* Edges are sorted by both ends, and grouping is stable: neighbours come out ascending */
	fairlead_group_rows (self->ends, n_arcs, self->n_vertices, &self->start, &arcs);
	self->neighbour = FAIRLEAD_NEW_LARGE (guint32, n_arcs);
	self->edge = FAIRLEAD_NEW_LARGE (guint32, n_arcs);
	for (guint32 i = 0; i < n_arcs; i++) {
		self->neighbour[i] = self->ends[arcs[i] ^ 1u];
		self->edge[i] = arcs[i] / 2;
	}
}

FairleadAdjacency *
fairlead_adjacency_new_of (FairleadNetwork *network, const FairleadParameters *parameters,
                           FairleadLinkFilter filter, gconstpointer user_data)
{
	FairleadAdjacency *self = g_new0 (FairleadAdjacency, 1);
	g_autofree gfloat *conductance = fairlead_conductance_compute (network, parameters);
	LinkValues values = { network, conductance, filter, user_data };
	guint32 n_proper = sort_by_ends (&values, &self->edge_links);

	self->n_vertices = fairlead_network_get_n_vertices (network);
	make_edges (self, &values, n_proper);
	make_arcs (self);
	return self;
}

FairleadAdjacency *
fairlead_adjacency_new (FairleadNetwork *network, const FairleadParameters *parameters)
{
	return fairlead_adjacency_new_of (network, parameters, NULL, NULL);
}

void
fairlead_adjacency_free (FairleadAdjacency *self)
{
	g_free (self->start);
	g_free (self->neighbour);
	g_free (self->edge);
	g_free (self->conductance);
	g_free (self->edge_start);
	g_free (self->edge_links);
	g_free (self->ends);
	g_free (self);
}
