/* bench/made-network.c */
#include "bench/made-network.h"

#include <math.h>
#include <string.h>

#include "graph/network/index.h"

#define SEED 20261127

static const struct {
	const char *name;
	guint32 n_vertices;
	guint32 n_links;
} sizes[] = {
	{ "s", 5000, 15000 },
	{ "m", 100000, 250000 },
	{ "a", 2000000, 3500000 },
};

static guint64
draw_link (GRand *random, guint32 n, guint32 i)
{
	double place = g_rand_double (random);
	guint32 from, to;

	if (i % 1400 == 0)
		from = 0;
	else
		from = (guint32) (n * (i % 2 == 0 ? pow (place, 4) : place));
	do
		to = (guint32) (n * g_rand_double (random));
	while (to == from);
	return (guint64) MIN (from, to) << 32 | MAX (from, to);
}

static int
compare_links (const void *a, const void *b)
{
	guint64 first = *(const guint64 *) a, second = *(const guint64 *) b;

	return first < second ? -1 : first > second;
}

/* As many distinct links as wanted, or a few less: what was drawn twice is left out */
static FairleadAdjacency *
make (guint32 n_vertices, guint32 n_links)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
	g_autofree guint64 *links = g_new (guint64, n_links);
	g_autofree guint32 *arcs = NULL;
	FairleadAdjacency *self = g_new0 (FairleadAdjacency, 1);

	for (guint32 i = 0; i < n_links; i++)
		links[i] = draw_link (random, n_vertices, i);
	qsort (links, n_links, sizeof *links, compare_links);
	self->n_vertices = n_vertices;
	self->ends = g_new (FairleadVertex, 2 * n_links);
	self->conductance = g_new (gfloat, n_links);
	for (guint32 i = 0; i < n_links; i++) {
		if (i > 0 && links[i] == links[i - 1])
			continue;
		self->ends[2 * self->n_edges] = (guint32) (links[i] >> 32);
		self->ends[2 * self->n_edges + 1] = (guint32) links[i];
		self->conductance[self->n_edges++] =
			(gfloat) g_rand_double_range (random, 0.5, 1.0);
	}
	fairlead_group_rows (self->ends, 2 * self->n_edges, n_vertices, &self->start, &arcs);
	self->neighbour = g_new (guint32, 2 * self->n_edges);
	self->edge = g_new (guint32, 2 * self->n_edges);
	for (guint32 i = 0; i < 2 * self->n_edges; i++) {
		self->neighbour[i] = self->ends[arcs[i] ^ 1u];
		self->edge[i] = arcs[i] / 2;
	}
	return self;
}

FairleadAdjacency *
made_network (const char *name)
{
	for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
		if (strcmp (sizes[i].name, name) == 0)
			return make (sizes[i].n_vertices, sizes[i].n_links);
	return NULL;
}

FairleadVertex *
made_terminals (const FairleadAdjacency *graph, guint32 n, guint32 seed)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (seed);
	g_autofree guint8 *taken = g_malloc0 (graph->n_vertices);
	FairleadVertex *chosen = g_new (FairleadVertex, MAX (n, 1));

	for (guint32 i = 0; i < n;) {
		chosen[i] = (FairleadVertex) (g_rand_double (random) * graph->n_vertices);
		if (taken[chosen[i]] || fairlead_adjacency_degree (graph, chosen[i]) == 0)
			continue;
		taken[chosen[i++]] = TRUE;
	}
	return chosen;
}
