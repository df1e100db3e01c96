/* graph/path/paths.c: questions about paths, from a choice of links to chains with sources */
#include "graph/path/paths.h"

#include "graph/chain.h"
#include "graph/path/finder-private.h"
#include "graph/path/search.h"

/* ---- which links ---- */

void
fairlead_link_choice_init (FairleadLinkChoice *self)
{
	*self = (FairleadLinkChoice){ .as_of = FAIRLEAD_DAY_OPEN_FUTURE };
	for (guint kind = 0; kind < FAIRLEAD_N_LINK_KINDS; kind++)
		self->kinds[kind] = TRUE;
}

/* A period that the source leaves open may hold on any day */
static gboolean
is_chosen (FairleadNetwork *network, FairleadLink link, gconstpointer user_data)
{
	const FairleadLinkChoice *links = user_data;
	const FairleadPeriod *period = fairlead_network_get_period (network, link);

	if (!links->kinds[fairlead_network_get_link (network, link)->kind])
		return FALSE;
	return links->as_of == FAIRLEAD_DAY_OPEN_FUTURE
	       || (period->start.first <= links->as_of && links->as_of <= period->end.last);
}

FairleadPathFinder *
fairlead_path_finder_new (FairleadNetwork *network, const FairleadParameters *parameters,
                          const FairleadLinkChoice *links)
{
	FairleadPathFinder *self = g_new0 (FairleadPathFinder, 1);
	FairleadParameters own = *parameters;

	if (links->through_hubs)
		own.hub_exponent = 0.0;
	if (links->as_of != FAIRLEAD_DAY_OPEN_FUTURE) {
		own.ended_factor = 1.0;
		own.half_life = 0.0;
	}
	self->network = g_object_ref (network);
	self->graph = fairlead_adjacency_new_of (network, &own, is_chosen, links);
	self->hop_loss = own.hop_loss;
	self->max_degree = links->max_degree;
	self->cost = g_new (double, MAX (self->graph->n_edges, 1));
	for (guint32 edge = 0; edge < self->graph->n_edges; edge++)
		self->cost[edge] = links->cost == FAIRLEAD_PATH_BY_HOPS
		                           ? 1.0
		                           : fairlead_chain_cost (self->graph, edge, own.hop_loss);
	return self;
}

void
fairlead_path_finder_free (FairleadPathFinder *self)
{
	g_object_unref (self->network);
	fairlead_adjacency_free (self->graph);
	g_free (self->cost);
	g_free (self);
}

void
fairlead_paths_clear (FairleadPaths *self)
{
	g_clear_pointer (&self->paths, g_ptr_array_unref);
}

/* ---- time ---- */

/* The earliest day from @day on on which a link of the hop may hold; FALSE where none may */
static gboolean
find_day (FairleadNetwork *network, const FairleadHop *hop, gint32 day, gint32 *found)
{
	gboolean is_found = FALSE;

	for (guint i = 0; i < hop->links->len; i++) {
		const FairleadPeriod *period = fairlead_network_get_period (
			network, g_array_index (hop->links, FairleadLink, i));
		gint32 first = MAX (day, period->start.first);

		if (first > period->end.last || (is_found && first >= *found))
			continue;
		*found = first;
		is_found = TRUE;
	}
	return is_found;
}

/* Each hop as early as the one before allows: what is possible at all is possible so */
static gboolean
is_in_order (FairleadNetwork *network, const FairleadPath *path)
{
	gint32 day = FAIRLEAD_DAY_OPEN_PAST;

	for (guint i = 0; i < path->hops->len; i++)
		if (!find_day (network, &g_array_index (path->hops, FairleadHop, i), day, &day))
			return FALSE;
	return TRUE;
}

/* The day is put off to the earliest on which each hop may hold, until it is one for all */
static gboolean
overlaps (FairleadNetwork *network, const FairleadPath *path)
{
	gint32 day = FAIRLEAD_DAY_OPEN_PAST;
	gboolean is_moved = TRUE;

	while (is_moved) {
		is_moved = FALSE;
		for (guint i = 0; i < path->hops->len; i++) {
			gint32 next = day;

			if (!find_day (network, &g_array_index (path->hops, FairleadHop, i), day,
			               &next))
				return FALSE;
			is_moved = is_moved || next > day;
			day = next;
		}
	}
	return TRUE;
}

static gboolean
fits_in_time (FairleadNetwork *network, const FairleadPath *path, FairleadPathTime time)
{
	if (time == FAIRLEAD_PATH_ANY_TIME)
		return TRUE;
	return (time == FAIRLEAD_PATH_IN_ORDER ? is_in_order : overlaps) (network, path);
}

/* ---- finding ---- */

static FairleadPath *
new_path (const FairleadPathFinder *self, const FairleadRoute *route)
{
	FairleadPath *path = fairlead_chain_new ();

	for (guint i = 0; i < route->edges->len; i++)
		fairlead_chain_append (path, self->network, self->graph,
		                       g_array_index (route->vertices, FairleadVertex, i),
		                       g_array_index (route->vertices, FairleadVertex, i + 1),
		                       g_array_index (route->edges, guint32, i), self->hop_loss);
	return path;
}

/* Whether the question has all that it asked for, now that a path of @cost comes next */
static gboolean
is_answered (const FairleadPathQuestion *question, const FairleadPaths *found, double least,
             double cost)
{
	if (question->n > 0)
		return found->paths->len >= question->n;
	return found->paths->len > 0 && !fairlead_path_costs_agree (least, cost);
}

static void
collect (const FairleadPathFinder *self, const FairleadPathQuestion *question,
         FairleadPathSearch *search, FairleadPaths *found)
{
	const FairleadRoute *route;
	double least = 0.0;
	guint n_tried = 0;

	while ((question->n == 0 || found->paths->len < question->n)
	       && (route = fairlead_path_search_next (search)) != NULL) {
		FairleadPath *path;

		if (is_answered (question, found, least, route->cost))
			return;
		if (n_tried++ == FAIRLEAD_PATH_MAX_TRIED) {
			found->bound = "the number of paths that are tried";
			return;
		}
		path = new_path (self, route);
		if (!fits_in_time (self->network, path, question->time)) {
			fairlead_chain_free (path);
			continue;
		}
		if (found->paths->len == 0) {
			least = route->cost;
			if (question->counts)
				found->n_cheapest = fairlead_path_search_count (search, least);
		}
		g_ptr_array_add (found->paths, path);
		if (question->progress != NULL)
			question->progress ("paths", found->paths->len, question->n,
			                    question->progress_data);
	}
	if (fairlead_path_search_gave_up (search))
		found->bound = "the number of links that are looked at";
}

void
fairlead_path_finder_find (const FairleadPathFinder *self, const FairleadPathQuestion *question,
                           FairleadPaths *found)
{
	FairleadPathBounds bounds = {
		.max_hops = question->max_hops,
		.max_degree = self->max_degree,
		.max_work = question->max_work > 0 ? question->max_work : FAIRLEAD_PATH_MAX_WORK,
		.cancellable = question->cancellable,
	};
	g_autoptr (FairleadPathSearch) search = fairlead_path_search_new (
		self->graph, self->cost, question->from, question->to, &bounds);

	*found = (FairleadPaths){ g_ptr_array_new_with_free_func (fairlead_chain_free), 0.0, NULL };
	collect (self, question, search, found);
}
