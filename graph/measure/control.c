/* graph/measure/control.c */
#include "graph/measure/control.h"

#include "graph/network/index.h"
#include "graph/network/links-private.h"
#include "graph/heap.h"

/* A search that climbs from the party controlled to those who control it */
typedef struct {
	FairleadNetwork *network;
	const FairleadParameters *parameters;
	const guint8 *is_kept; /* (nullable) */
	gboolean is_sure;
	const FairleadLadders *ladders;
	GArray *missing; /* (nullable) of FairleadMissing: they stand too; by whom is controlled */
	double *reach; /* strongest chain found from each vertex to the party now served; 0: none */
	GArray *reached; /* of FairleadVertex: where reach is set */
	FairleadHeap heap;
	double *control;
} Climb;

static double
link_control (const Climb *climb, FairleadLink link)
{
	const FairleadLinkFact *row = fairlead_network_get_link (climb->network, link);
	double control =
		climb->parameters->control[row->kind]
		* (climb->is_sure ? 1.0
	                          : (double) fairlead_network_get_confidence (climb->network, link))
		* fairlead_fade (climb->network, climb->parameters, link);
	if (fairlead_link_info (row->kind)->link_class == FAIRLEAD_CLASS_OWNERSHIP
	    && !fairlead_share_is_unknown (row->share))
		control *= (double) row->share.low / FAIRLEAD_SHARE_ONE;
	return control;
}

/* What of a chain of this strength is left over the link; 0 where it is too weak */
static double
climb_over (const Climb *climb, double strength, FairleadLink link)
{
	double longer = strength * link_control (climb, link);

	return longer >= climb->parameters->control_floor ? longer : 0.0;
}

static gint
compare_controlled (gconstpointer a, gconstpointer b)
{
	FairleadVertex first = ((const FairleadMissing *) a)->to;
	FairleadVertex second = ((const FairleadMissing *) b)->to;

	return first < second ? -1 : first > second;
}

/* The first of those that would make somebody a controller of the vertex */
static guint
find_missing (const Climb *climb, FairleadVertex vertex)
{
	guint low = 0, high = climb->missing->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;

		if (g_array_index (climb->missing, FairleadMissing, middle).to < vertex)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
reach_vertex (Climb *climb, FairleadVertex vertex, double strength)
{
	if (strength <= climb->reach[vertex])
		return;
	if (climb->reach[vertex] <= 0.0)
		g_array_append_val (climb->reached, vertex);
	climb->reach[vertex] = strength;
	fairlead_heap_push (&climb->heap, -strength, vertex);
}

static void
climb_one (Climb *climb, FairleadVertex vertex, double strength)
{
	const FairleadLadders *ladders = climb->ladders;

	for (guint32 i = ladders->start[vertex]; i < ladders->start[vertex + 1]; i++) {
		FairleadLink link = ladders->links[i];

		if (climb->is_kept == NULL || climb->is_kept[link])
			reach_vertex (climb, fairlead_network_get_from (climb->network, link),
			              climb_over (climb, strength, link));
	}
	if (climb->missing == NULL)
		return;
	for (guint i = find_missing (climb, vertex); i < climb->missing->len; i++) {
		const FairleadMissing *missing =
			&g_array_index (climb->missing, FairleadMissing, i);

		if (missing->to != vertex)
			return;
		reach_vertex (climb, missing->from, climb_over (climb, strength, missing->like));
	}
}

/* Strongest chains first, as Dijkstra's search does on products of at most 1 */
static void
climb_from (Climb *climb, FairleadVertex served)
{
	FairleadHeapItem item;

	reach_vertex (climb, served, 1.0);
	while (fairlead_heap_pop (&climb->heap, &item)) {
		if (-item.cost < climb->reach[item.vertex])
			continue;
		climb_one (climb, item.vertex, -item.cost);
	}
	for (guint i = 0; i < climb->reached->len; i++) {
		FairleadVertex vertex = g_array_index (climb->reached, FairleadVertex, i);

		if (vertex != served)
			climb->control[vertex] += climb->reach[vertex];
		climb->reach[vertex] = 0.0;
	}
	g_array_set_size (climb->reached, 0);
}

void
fairlead_ladders_init (FairleadLadders *self, FairleadNetwork *network,
                       const FairleadParameters *parameters)
{
	const FairleadLinks *ends = fairlead_network_get_ends (network);
	guint32 n = 0;
	g_autofree FairleadLink *found = g_new (FairleadLink, MAX (ends->n, 1));
	g_autofree FairleadVertex *to = g_new (FairleadVertex, MAX (ends->n, 1));

	for (FairleadLink link = 0; link < ends->n; link++)
		if (parameters->control[ends->kind[link]] > 0.0) {
			to[n] = ends->to[link];
			found[n++] = link;
		}
	fairlead_group_rows (to, n, fairlead_network_get_n_vertices (network), &self->start,
	                     &self->links);
	for (guint32 i = 0; i < n; i++)
		self->links[i] = found[self->links[i]];
}

void
fairlead_ladders_clear (FairleadLadders *self)
{
	g_free (self->start);
	g_free (self->links);
}

double *
fairlead_control (FairleadNetwork *network, const FairleadParameters *parameters,
                  const FairleadLadders *ladders, const guint8 *is_kept, gboolean is_sure,
                  const GArray *missing, const FairleadVertex *served, guint32 n)
{
	guint32 n_vertices = fairlead_network_get_n_vertices (network);
	g_autoptr (GArray) reached = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	g_autoptr (GArray) by_controlled = NULL;
	g_autofree double *reach = g_new0 (double, MAX (n_vertices, 1));
	g_auto (FairleadLadders) own = { 0 };
	Climb climb = { .network = network,
		        .parameters = parameters,
		        .ladders = ladders != NULL ? ladders : &own,
		        .is_kept = is_kept,
		        .is_sure = is_sure,
		        .reach = reach,
		        .reached = reached,
		        .control = g_new0 (double, MAX (n_vertices, 1)) };

	fairlead_heap_init (&climb.heap);
	if (ladders == NULL)
		fairlead_ladders_init (&own, network, parameters);
	if (missing != NULL) {
		climb.missing = by_controlled = g_array_copy ((GArray *) missing);
		g_array_sort (by_controlled, compare_controlled);
	}
	for (guint32 i = 0; i < n; i++)
		climb_from (&climb, served[i]);
	fairlead_heap_clear (&climb.heap);
	return climb.control;
}
