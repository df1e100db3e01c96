/* graph/selection/selection.c */
#include "graph/selection/selection.h"

#include <string.h>

#include "graph/selection/trees.h"

/* One byte a vertex and link: whether it is kept */
typedef struct {
	FairleadNetwork *network;
	guint32 n_vertices;
	guint32 n_links;
	guint8 *vertices;
	guint8 *links;
} Marks;

static void
marks_init (Marks *self, FairleadNetwork *network)
{
	self->network = network;
	self->n_vertices = fairlead_network_get_n_vertices (network);
	self->n_links = fairlead_network_get_n_links (network);
	self->vertices = g_malloc (MAX (self->n_vertices, 1u));
	self->links = g_malloc (MAX (self->n_links, 1u));
	memset (self->vertices, TRUE, self->n_vertices);
	memset (self->links, TRUE, self->n_links);
}

static void
marks_clear (Marks *self)
{
	g_clear_pointer (&self->vertices, g_free);
	g_clear_pointer (&self->links, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Marks, marks_clear)

static gboolean
is_link_kept (const Marks *marks, FairleadLink link)
{
	return marks->links[link]
	       && marks->vertices[fairlead_network_get_from (marks->network, link)]
	       && marks->vertices[fairlead_network_get_to (marks->network, link)];
}

static void
keep_kinds (Marks *marks, guint32 kinds)
{
	for (FairleadVertex vertex = 0; kinds != 0 && vertex < marks->n_vertices; vertex++)
		if (!(kinds & (1u << fairlead_network_get_kind (marks->network, vertex))))
			marks->vertices[vertex] = FALSE;
}

/* ---- what is near ---- */

/* Marks in @reached the other end of each link that has one end reached before this round */
static gboolean
reach_further (const Marks *marks, guint8 *reached, guint8 round)
{
	gboolean has_grown = FALSE;

	for (FairleadLink link = 0; link < marks->n_links; link++) {
		FairleadVertex from = fairlead_network_get_from (marks->network, link);
		FairleadVertex to = fairlead_network_get_to (marks->network, link);
		gboolean is_out = reached[from] != 0 && reached[from] != round;
		gboolean is_in = reached[to] != 0 && reached[to] != round;
		FairleadVertex next = is_out ? to : from;

		if (is_out == is_in || reached[next] != 0 || !marks->vertices[next])
			continue;
		reached[next] = round;
		has_grown = TRUE;
	}
	return has_grown;
}

/* Who was reached before a round is 1, who in it is 2 until it is over */
static void
settle (guint8 *reached, guint32 n)
{
	for (guint32 i = 0; i < n; i++)
		reached[i] = reached[i] != 0;
}

static void
keep_near (Marks *marks, const GArray *around, guint hops)
{
	g_autofree guint8 *reached = g_new0 (guint8, MAX (marks->n_vertices, 1u));

	for (guint i = 0; i < around->len; i++) {
		FairleadVertex vertex = g_array_index (around, FairleadVertex, i);

		reached[vertex] = marks->vertices[vertex];
	}
	for (guint hop = 0; hop < hops && reach_further (marks, reached, 2); hop++)
		settle (reached, marks->n_vertices);
	for (guint32 i = 0; i < marks->n_vertices; i++)
		marks->vertices[i] = marks->vertices[i] && reached[i] != 0;
}

/* ---- components ---- */

typedef struct {
	FairleadVertex root;
	guint32 size;
} Component;

static gint
compare_components (gconstpointer a, gconstpointer b)
{
	const Component *first = a, *second = b;

	if (first->size != second->size)
		return first->size > second->size ? -1 : 1;
	return first->root < second->root ? -1 : first->root > second->root;
}

/* (transfer full): of Component, the largest first */
static GArray *
sort_components (const Marks *marks, FairleadVertex *parents)
{
	g_autofree guint32 *sizes = g_new0 (guint32, MAX (marks->n_vertices, 1u));
	GArray *components = g_array_new (FALSE, FALSE, sizeof (Component));

	for (FairleadVertex vertex = 0; vertex < marks->n_vertices; vertex++)
		if (marks->vertices[vertex])
			sizes[fairlead_trees_find (parents, vertex)]++;
	for (FairleadVertex vertex = 0; vertex < marks->n_vertices; vertex++) {
		Component component = { vertex, sizes[vertex] };

		if (sizes[vertex] > 0)
			g_array_append_val (components, component);
	}
	g_array_sort (components, compare_components);
	return components;
}

static void
keep_component (Marks *marks, guint number)
{
	g_autofree FairleadVertex *parents = fairlead_trees_new (marks->n_vertices);
	g_autoptr (GArray) components = NULL;

	for (FairleadLink link = 0; link < marks->n_links; link++)
		if (is_link_kept (marks, link))
			fairlead_trees_unite (parents, marks->network, link);
	components = sort_components (marks, parents);
	for (FairleadVertex vertex = 0; vertex < marks->n_vertices; vertex++)
		if (number > components->len
		    || fairlead_trees_find (parents, vertex)
		               != g_array_index (components, Component, number - 1).root)
			marks->vertices[vertex] = FALSE;
}

/* ---- the first ranks ---- */

static void
mark_path (const FairleadPath *path, guint8 *vertices, guint8 *links)
{
	for (guint i = 0; i < path->hops->len; i++) {
		const FairleadHop *hop = &g_array_index (path->hops, FairleadHop, i);

		vertices[hop->from] = vertices[hop->to] = TRUE;
		for (guint j = 0; j < hop->links->len; j++)
			links[g_array_index (hop->links, FairleadLink, j)] = TRUE;
	}
}

static void
keep_top (Marks *marks, FairleadRanking *ranking, guint top, guint n_paths)
{
	g_autofree guint8 *vertices = g_new0 (guint8, MAX (marks->n_vertices, 1u));
	g_autofree guint8 *links = g_new0 (guint8, MAX (marks->n_links, 1u));
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);

	for (guint i = 0; i < n && i < top; i++) {
		g_autoptr (GPtrArray) paths =
			fairlead_ranking_dup_evidence (ranking, rows[i].vertex, n_paths);

		vertices[rows[i].vertex] = TRUE;
		for (guint j = 0; j < paths->len; j++)
			mark_path (g_ptr_array_index (paths, j), vertices, links);
	}
	for (guint32 i = 0; i < marks->n_vertices; i++)
		marks->vertices[i] = marks->vertices[i] && vertices[i];
	for (guint32 i = 0; i < marks->n_links; i++)
		marks->links[i] = marks->links[i] && links[i];
}

/* ---- what is left ---- */

static FairleadSelection *
gather (const Marks *marks)
{
	FairleadSelection *self = g_new0 (FairleadSelection, 1);

	self->vertices = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	self->links = g_array_new (FALSE, FALSE, sizeof (FairleadLink));
	for (FairleadVertex vertex = 0; vertex < marks->n_vertices; vertex++)
		if (marks->vertices[vertex])
			g_array_append_val (self->vertices, vertex);
	for (FairleadLink link = 0; link < marks->n_links; link++)
		if (is_link_kept (marks, link))
			g_array_append_val (self->links, link);
	return self;
}

FairleadSelection *
fairlead_selection_new (FairleadNetwork *network, FairleadRanking *ranking,
                        const FairleadSelector *selector)
{
	g_auto (Marks) marks = { 0 };

	marks_init (&marks, network);
	keep_kinds (&marks, selector->kinds);
	if (selector->component > 0)
		keep_component (&marks, selector->component);
	if (selector->around != NULL)
		keep_near (&marks, selector->around, selector->hops);
	if (selector->top > 0 && ranking != NULL)
		keep_top (&marks, ranking, selector->top, selector->n_paths);
	return gather (&marks);
}

void
fairlead_selection_free (FairleadSelection *self)
{
	g_array_unref (self->vertices);
	g_array_unref (self->links);
	g_free (self);
}
