/* graph/measure/control.c */
#include "graph/measure/control.h"

#include "graph/network/index.h"
#include "graph/heap.h"

/* Links of control by the party controlled, so that a search can climb */
typedef struct {
	FairleadNetwork *network;
	const FairleadParameters *parameters;
	const guint8 *is_kept; /* (nullable) */
	gboolean is_sure;
	guint32 *start; /* [n_vertices + 1] into links */
	guint32 *links;
	const FairleadMissing *missing; /* (nullable): these stand too */
	guint32 *missing_start;         /* the same of them */
	guint32 *missing_rows;
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

static void
group_missing (Climb *climb, const GArray *missing)
{
	g_autofree guint32 *to = NULL;

	if (missing == NULL)
		return;
	climb->missing = (const FairleadMissing *) (gconstpointer) missing->data;
	to = g_new (guint32, MAX (missing->len, 1));
	for (guint i = 0; i < missing->len; i++)
		to[i] = climb->missing[i].to;
	fairlead_group_rows (to, missing->len, fairlead_network_get_n_vertices (climb->network),
	                     &climb->missing_start, &climb->missing_rows);
}

static void
group_by_controlled (Climb *climb)
{
	guint32 n_links = fairlead_network_get_n_links (climb->network);
	g_autofree guint32 *to = g_new (guint32, MAX (n_links, 1));

	for (FairleadLink link = 0; link < n_links; link++)
		to[link] = fairlead_network_get_to (climb->network, link);
	fairlead_group_rows (to, n_links, fairlead_network_get_n_vertices (climb->network),
	                     &climb->start, &climb->links);
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
	for (guint32 i = climb->start[vertex]; i < climb->start[vertex + 1]; i++) {
		FairleadLink link = climb->links[i];

		if (climb->is_kept == NULL || climb->is_kept[link])
			reach_vertex (climb, fairlead_network_get_from (climb->network, link),
			              climb_over (climb, strength, link));
	}
	if (climb->missing == NULL)
		return;
	for (guint32 i = climb->missing_start[vertex]; i < climb->missing_start[vertex + 1]; i++) {
		const FairleadMissing *missing = &climb->missing[climb->missing_rows[i]];

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

double *
fairlead_control (FairleadNetwork *network, const FairleadParameters *parameters,
                  const guint8 *is_kept, gboolean is_sure, const GArray *missing,
                  const FairleadVertex *served, guint32 n)
{
	guint32 n_vertices = fairlead_network_get_n_vertices (network);
	g_autoptr (GArray) reached = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	g_autofree double *reach = g_new0 (double, MAX (n_vertices, 1));
	Climb climb = { .network = network,
		        .parameters = parameters,
		        .is_kept = is_kept,
		        .is_sure = is_sure,
		        .reach = reach,
		        .reached = reached,
		        .control = g_new0 (double, MAX (n_vertices, 1)) };

	fairlead_heap_init (&climb.heap);
	group_by_controlled (&climb);
	group_missing (&climb, missing);
	for (guint32 i = 0; i < n; i++)
		climb_from (&climb, served[i]);
	fairlead_heap_clear (&climb.heap);
	g_free (climb.start);
	g_free (climb.links);
	g_free (climb.missing_start);
	g_free (climb.missing_rows);
	return climb.control;
}
