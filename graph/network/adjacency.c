/* graph/network/adjacency.c */
#include "graph/network/adjacency.h"

#include <string.h>

#include "graph/network/links-private.h"
#include "ingest/record/pages.h"

#define AHEAD 32u /* links, or arcs, that are fetched before their turn */

typedef struct {
	FairleadNetwork *network;
	const FairleadLinks *ends;
	const FairleadIncoming *incoming;
	const gfloat *conductance; /* of each link */
	FairleadLinkFilter filter; /* (nullable) */
	gconstpointer user_data;
} LinkValues;

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
		guint8 kind = values->ends->kind[links[i]];
		gfloat *best = &strongest[fairlead_link_info (kind)->link_class];

		*best = MAX (*best, values->conductance[links[i]]);
	}
	for (guint i = 0; i < FAIRLEAD_N_CLASSES; i++)
		missing *= 1.0 - (double) strongest[i];
	return (gfloat) (1.0 - missing);
}

/* The links of a vertex to and from greater ones that are not yet taken: both lists by the other */
typedef struct {
	FairleadVertex vertex;
	FairleadLink leaving, leaving_end;
	guint32 coming, coming_end;
} Greater;

/* For the vertices that follow. Inlined, or gcc drops it: it has no effect but this. */
G_ALWAYS_INLINE static inline void
fetch_coming (const LinkValues *values, guint32 begin, guint32 end)
{
	const guint32 n_links = values->ends->n;

	for (guint32 i = begin + AHEAD; i < MIN (end + AHEAD, n_links); i++) {
		__builtin_prefetch (&values->ends->from[values->incoming->links[i]]);
		__builtin_prefetch (&values->conductance[values->incoming->links[i]]);
	}
}

static void
find_greater (Greater *self, const LinkValues *values, FairleadVertex vertex)
{
	const FairleadLinks *ends = values->ends;
	const FairleadIncoming *incoming = values->incoming;

	self->vertex = vertex;
	self->leaving = self->leaving_end; /* where those of the vertex before end */
	while (self->leaving_end < ends->n && ends->from[self->leaving_end] == vertex)
		self->leaving_end++;
	while (self->leaving < self->leaving_end && ends->to[self->leaving] <= vertex)
		self->leaving++;
	fetch_coming (values, incoming->start[vertex], incoming->start[vertex + 1]);
	self->coming = incoming->start[vertex];
	self->coming_end = incoming->start[vertex + 1];
	while (self->coming < self->coming_end
	       && ends->from[incoming->links[self->coming]] <= vertex)
		self->coming++;
}

static FairleadVertex
get_next (const Greater *self, const LinkValues *values)
{
	FairleadVertex next = FAIRLEAD_NO_VERTEX;

	if (self->leaving < self->leaving_end)
		next = values->ends->to[self->leaving];
	if (self->coming < self->coming_end)
		next = MIN (next, values->ends->from[values->incoming->links[self->coming]]);
	return next;
}

static guint32
add_if_it_counts (const LinkValues *values, FairleadLink link, FairleadLink *links, guint32 n)
{
	if (values->filter != NULL && !values->filter (values->network, link, values->user_data))
		return n;
	links[n] = link;
	return n + 1;
}

/* Those between the vertex and @other that count, in network order: what leaves the smaller end
 * comes first */
static guint32
take_links (Greater *self, const LinkValues *values, FairleadVertex other, FairleadLink *links)
{
	const FairleadLinks *ends = values->ends;
	const FairleadLink *coming = values->incoming->links;
	guint32 n = 0;

	for (; self->leaving < self->leaving_end && ends->to[self->leaving] == other;
	     self->leaving++)
		n = add_if_it_counts (values, self->leaving, links, n);
	for (; self->coming < self->coming_end && ends->from[coming[self->coming]] == other;
	     self->coming++)
		n = add_if_it_counts (values, coming[self->coming], links, n);
	return n;
}

/* One edge for all links between two ends that let anything through; the links of the others are
 * dropped, so that all measures see the same graph. Edges come out by smaller and greater end. */
static void
make_edges (FairleadAdjacency *self, const LinkValues *values)
{
	gsize n_links = values->ends->n;
	Greater greater = { 0 };
	guint32 n_kept = 0;

	self->edge_links = FAIRLEAD_NEW_LARGE (FairleadLink, n_links);
	self->edge_start = FAIRLEAD_NEW_LARGE (guint32, n_links + 1);
	self->ends = FAIRLEAD_NEW_LARGE (FairleadVertex, 2 * n_links);
	self->conductance = FAIRLEAD_NEW_LARGE (gfloat, n_links);
	for (FairleadVertex vertex = 0, other; vertex < self->n_vertices; vertex++) {
		find_greater (&greater, values, vertex);
		while ((other = get_next (&greater, values)) != FAIRLEAD_NO_VERTEX) {
			FairleadLink *links = self->edge_links + n_kept;
			guint32 edge = self->n_edges;
			guint32 n = take_links (&greater, values, other, links);
			gfloat conductance = n > 0 ? combine_links (values, links, n) : 0.0f;

			if (!(conductance > 0.0f))
				continue;
			self->ends[2 * edge] = vertex;
			self->ends[2 * edge + 1] = other;
			self->conductance[edge] = conductance;
			self->edge_start[self->n_edges++] = n_kept;
			n_kept += n;
		}
	}
	self->edge_start[self->n_edges] = n_kept;
}

/* Edges are sorted by both ends: those of a vertex to smaller ones come before those to greater
 * ones, and neighbours come out ascending */
static void
make_arcs (FairleadAdjacency *self)
{
	guint32 n_arcs = 2 * self->n_edges;
	guint32 *start = FAIRLEAD_NEW_LARGE0 (guint32, (gsize) self->n_vertices + 2);

	/* Counted one cell to the right, so that filling leaves each cell at its start */
	for (guint32 i = 0; i < n_arcs; i++)
		start[(gsize) self->ends[i] + 2]++;
	for (gsize i = 2; i < (gsize) self->n_vertices + 2; i++)
		start[i] += start[i - 1];
	self->start = start;
	self->neighbour = FAIRLEAD_NEW_LARGE (guint32, n_arcs);
	self->edge = FAIRLEAD_NEW_LARGE (guint32, n_arcs);
	for (guint32 i = 0; i < n_arcs; i++) {
		guint32 later = start[(gsize) self->ends[MIN (i + AHEAD, n_arcs - 1)] + 1];
		guint32 arc = start[(gsize) self->ends[i] + 1]++;

		__builtin_prefetch (&self->neighbour[later], 1);
		__builtin_prefetch (&self->edge[later], 1);
		self->neighbour[arc] = self->ends[i ^ 1u];
		self->edge[arc] = i / 2;
	}
}

FairleadAdjacency *
fairlead_adjacency_new_of (FairleadNetwork *network, const FairleadParameters *parameters,
                           FairleadLinkFilter filter, gconstpointer user_data)
{
	FairleadAdjacency *self = g_new0 (FairleadAdjacency, 1);
	g_auto (FairleadIncoming) incoming = { NULL, NULL };
	g_autofree gfloat *conductance = NULL;
	LinkValues values = { network,   fairlead_network_get_ends (network),
		              &incoming, NULL,
		              filter,    user_data };

	fairlead_incoming_init (&incoming, network);
	values.conductance = conductance =
		fairlead_conductance_compute_from (network, parameters, &incoming);
	self->n_vertices = fairlead_network_get_n_vertices (network);
	make_edges (self, &values);
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
