/* graph/selection/choice.c */
#include "graph/selection/choice.h"

static FairleadSelection *
new_empty (void)
{
	FairleadSelection *self = g_new0 (FairleadSelection, 1);

	self->vertices = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	self->links = g_array_new (FALSE, FALSE, sizeof (FairleadLink));
	return self;
}

/* In ascending order, of the keys of a set */
static void
append_sorted (GHashTable *set, GArray *numbers)
{
	GHashTableIter iter;
	gpointer key;

	g_hash_table_iter_init (&iter, set);
	while (g_hash_table_iter_next (&iter, &key, NULL)) {
		guint32 number = GPOINTER_TO_UINT (key);

		g_array_append_val (numbers, number);
	}
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
	guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

	return first < second ? -1 : first > second;
}

/* ---- of paths ---- */

static void
add_vertices (const FairleadPath *path, GHashTable *vertices)
{
	for (guint i = 0; i < path->hops->len; i++) {
		const FairleadHop *hop = &g_array_index (path->hops, FairleadHop, i);

		g_hash_table_add (vertices, GUINT_TO_POINTER (hop->from));
		g_hash_table_add (vertices, GUINT_TO_POINTER (hop->to));
	}
}

static void
add_links (const FairleadPath *path, GHashTable *links)
{
	for (guint i = 0; i < path->hops->len; i++) {
		const GArray *all = g_array_index (path->hops, FairleadHop, i).links;

		for (guint j = 0; j < all->len; j++)
			g_hash_table_add (links,
			                  GUINT_TO_POINTER (g_array_index (all, FairleadLink, j)));
	}
}

/* How many of the path's vertices are new to the set */
static guint
count_new (const FairleadPath *path, GHashTable *vertices)
{
	g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL);
	GHashTableIter iter;
	gpointer key;
	guint n = 0;

	add_vertices (path, own);
	g_hash_table_iter_init (&iter, own);
	while (g_hash_table_iter_next (&iter, &key, NULL))
		n += !g_hash_table_contains (vertices, key);
	return n;
}

FairleadSelection *
fairlead_selection_new_of_paths (const GPtrArray *paths, guint most, guint *n_left_out)
{
	FairleadSelection *self = new_empty ();
	g_autoptr (GHashTable) vertices = g_hash_table_new (NULL, NULL);
	g_autoptr (GHashTable) everybody = g_hash_table_new (NULL, NULL);
	g_autoptr (GHashTable) links = g_hash_table_new (NULL, NULL);

	for (guint i = 0; i < paths->len; i++) {
		const FairleadPath *path = g_ptr_array_index (paths, i);

		add_vertices (path, everybody);
		if (g_hash_table_size (vertices) + count_new (path, vertices) > most)
			continue;
		add_vertices (path, vertices);
		add_links (path, links);
	}
	append_sorted (vertices, self->vertices);
	append_sorted (links, self->links);
	g_array_sort (self->vertices, compare_numbers);
	g_array_sort (self->links, compare_numbers);
	*n_left_out = g_hash_table_size (everybody) - g_hash_table_size (vertices);
	return self;
}

/* ---- the nearest ---- */

typedef struct {
	FairleadVertex vertex;
	guint32 distance;
	guint32 rank;
	guint32 degree;
} Candidate;

static gint
compare_candidates (gconstpointer a, gconstpointer b)
{
	const Candidate *first = a, *second = b;

	if (first->distance != second->distance)
		return first->distance < second->distance ? -1 : 1;
	if (first->rank != second->rank)
		return first->rank < second->rank ? -1 : 1;
	if (first->degree != second->degree)
		return first->degree > second->degree ? -1 : 1;
	return first->vertex < second->vertex ? -1 : first->vertex > second->vertex;
}

static gint
compare_by_vertex (gconstpointer a, gconstpointer b)
{
	return compare_numbers (&((const Candidate *) a)->vertex, &((const Candidate *) b)->vertex);
}

static Candidate *
find (const GArray *candidates, FairleadVertex vertex)
{
	const Candidate wanted = { vertex, 0, 0, 0 };
	guint at;

	return g_array_binary_search ((GArray *) candidates, &wanted, compare_by_vertex, &at)
	               ? &g_array_index (candidates, Candidate, at)
	               : NULL;
}

static gboolean
reach_further (FairleadNetwork *network, const FairleadSelection *part, const GArray *candidates,
               guint32 distance)
{
	gboolean has_grown = FALSE;

	for (guint i = 0; i < part->links->len; i++) {
		FairleadLink link = g_array_index (part->links, FairleadLink, i);
		Candidate *from = find (candidates, fairlead_network_get_from (network, link));
		Candidate *to = find (candidates, fairlead_network_get_to (network, link));

		if (from->distance > distance && to->distance < distance)
			from->distance = distance;
		else if (to->distance > distance && from->distance < distance)
			to->distance = distance;
		else
			continue;
		has_grown = TRUE;
	}
	return has_grown;
}

/* (transfer full): of Candidate, by vertex */
static GArray *
measure (FairleadNetwork *network, FairleadRanking *ranking, const FairleadSelection *part,
         const GArray *around)
{
	GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

	for (guint i = 0; i < part->vertices->len; i++) {
		FairleadVertex vertex = g_array_index (part->vertices, FairleadVertex, i);
		const FairleadRankedRow *row =
			ranking == NULL ? NULL : fairlead_ranking_get_row_of (ranking, vertex);
		Candidate candidate = { vertex, G_MAXUINT32, row == NULL ? G_MAXUINT32 : row->rank,
			                0 };

		g_array_append_val (candidates, candidate);
	}
	for (guint i = 0; i < part->links->len; i++) {
		FairleadLink link = g_array_index (part->links, FairleadLink, i);

		find (candidates, fairlead_network_get_from (network, link))->degree++;
		find (candidates, fairlead_network_get_to (network, link))->degree++;
	}
	for (guint i = 0; i < around->len; i++) {
		Candidate *start = find (candidates, g_array_index (around, FairleadVertex, i));

		if (start != NULL)
			start->distance = 0;
	}
	for (guint32 distance = 1; reach_further (network, part, candidates, distance); distance++)
		;
	return candidates;
}

FairleadSelection *
fairlead_selection_new_nearest (FairleadNetwork *network, FairleadRanking *ranking,
                                const FairleadSelection *part, const GArray *around, guint most,
                                guint *n_left_out)
{
	FairleadSelection *self = new_empty ();
	g_autoptr (GArray) candidates = measure (network, ranking, part, around);
	guint kept = MIN (candidates->len, most);

	*n_left_out = candidates->len - kept;
	g_array_sort (candidates, compare_candidates);
	g_array_set_size (candidates, kept);
	g_array_sort (candidates, compare_by_vertex);
	for (guint i = 0; i < kept; i++)
		g_array_append_val (self->vertices,
		                    g_array_index (candidates, Candidate, i).vertex);
	for (guint i = 0; i < part->links->len; i++) {
		FairleadLink link = g_array_index (part->links, FairleadLink, i);

		if (find (candidates, fairlead_network_get_from (network, link)) != NULL
		    && find (candidates, fairlead_network_get_to (network, link)) != NULL)
			g_array_append_val (self->links, link);
	}
	return self;
}
