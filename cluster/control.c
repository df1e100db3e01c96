/* cluster/control.c: the strongest chains of control that lead up from many parties at once
 *
 * Chains end where they are too weak, so that few vertices have a value for a party: they are kept
 * in a table and not in an array. */
#include "cluster/measures.h"

#define LANES 1024u /* parties at once */

typedef struct {
	guint32 vertex;
	guint32 lane;
} Step;

typedef struct {
	const ClusterGraph *graph; /* from what is controlled to who controls */
	double least;
	ClusterPost *post;
	GArray *in;
	GArray *border; /* of Step */
	GArray *next;
	GHashTable *places; /* vertex and lane to a place in strength, plus 1 */
	GArray *strength;   /* of double */
	GArray *keys;       /* of guint64 */
} Climb;

static guint
hash_key (gconstpointer key)
{
	return (guint) fairlead_binary_mix (0, GPOINTER_TO_SIZE (key));
}

static double *
find (Climb *self, guint64 key)
{
	guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, GSIZE_TO_POINTER (key)));

	return place > 0 ? &g_array_index (self->strength, double, place - 1) : NULL;
}

static void
improve (Climb *self, guint32 vertex, guint32 lane, double strength)
{
	guint64 key = (guint64) vertex * LANES + lane;
	double *known = find (self, key);
	Step step = { vertex, lane };

	if (known != NULL && strength <= *known)
		return;
	if (known != NULL) {
		*known = strength;
	} else {
		g_array_append_val (self->strength, strength);
		g_array_append_val (self->keys, key);
		g_hash_table_insert (self->places, GSIZE_TO_POINTER (key),
		                     GUINT_TO_POINTER (self->strength->len));
	}
	g_array_append_val (self->next, step);
}

static gboolean
advance (Climb *self)
{
	GArray *spent = self->border;
	gboolean is_active;

	is_active = cluster_post_exchange_active (self->post, self->in, self->next->len > 0);
	for (guint i = 0; i < self->in->len; i++) {
		const ClusterParcel *parcel = &g_array_index (self->in, ClusterParcel, i);

		improve (self, (guint32) parcel->to, (guint32) parcel->word, parcel->value.real);
	}
	self->border = self->next;
	self->next = spent;
	g_array_set_size (self->next, 0);
	return is_active;
}

static void
climb_border (Climb *self)
{
	const ClusterGraph *graph = self->graph;

	for (guint i = 0; i < self->border->len; i++) {
		const Step *step = &g_array_index (self->border, Step, i);
		double strength = *find (self, (guint64) step->vertex * LANES + step->lane);

		for (guint64 arc = graph->start[step->vertex]; arc < graph->start[step->vertex + 1];
		     arc++) {
			double degree, longer;

			memcpy (&degree, &graph->value[arc], sizeof degree);
			longer = strength * degree;
			if (longer < self->least || !(longer > 0.0))
				continue;
			if (graph->other[arc] < graph->n)
				improve (self, graph->other[arc], step->lane, longer);
			else
				cluster_graph_send (graph, self->post, graph->other[arc],
				                    step->lane, longer);
		}
	}
}

static gint
compare_keys (gconstpointer a, gconstpointer b)
{
	guint64 first = *(const guint64 *) a, second = *(const guint64 *) b;

	return first < second ? -1 : first > second;
}

/* Adds up in the order of the parties, as one machine does; forgets all */
static void
add_up (Climb *self, const ClusterSeeds *seeds, guint64 base, double *control)
{
	for (guint i = 0; i < seeds->own->len; i++) {
		const ClusterSeed *seed = &g_array_index (seeds->own, ClusterSeed, i);

		/* nobody decides for itself */
		if (seed->position >= base && seed->position < base + LANES)
			*find (self, (guint64) seed->place * LANES + (seed->position - base)) = 0.0;
	}
	g_array_sort (self->keys, compare_keys);
	for (guint i = 0; i < self->keys->len; i++) {
		guint64 key = g_array_index (self->keys, guint64, i);

		control[key / LANES] += *find (self, key);
	}
	g_hash_table_remove_all (self->places);
	g_array_set_size (self->strength, 0);
	g_array_set_size (self->keys, 0);
}

static void
climb_from (Climb *self, ClusterWork *work, guint64 base, double *control)
{
	const ClusterSeeds *seeds = &work->seeds;

	for (guint i = 0; i < seeds->own->len; i++) {
		const ClusterSeed *seed = &g_array_index (seeds->own, ClusterSeed, i);

		if (seed->position >= base && seed->position < base + LANES)
			improve (self, seed->place, (guint32) (seed->position - base), 1.0);
	}
	while (advance (self)) {
		work->solve.iterations++;
		climb_border (self);
	}
	add_up (self, seeds, base, control);
}

double *
cluster_control (ClusterWork *work)
{
	double *control = g_new0 (double, MAX (work->graph->n, 1));
	Climb climb = { .graph = work->graph,
		        .least = cluster_work_number (work, FAIRLEAD_STEP_FLOOR),
		        .post = cluster_post_new (),
		        .in = g_array_new (FALSE, FALSE, sizeof (ClusterParcel)),
		        .border = g_array_new (FALSE, FALSE, sizeof (Step)),
		        .next = g_array_new (FALSE, FALSE, sizeof (Step)),
		        .places = g_hash_table_new (hash_key, NULL),
		        .strength = g_array_new (FALSE, FALSE, sizeof (double)),
		        .keys = g_array_new (FALSE, FALSE, sizeof (guint64)) };

	for (guint64 base = 0; base < work->seeds.n; base += LANES)
		climb_from (&climb, work, base, control);
	cluster_post_free (climb.post);
	g_array_unref (climb.in);
	g_array_unref (climb.border);
	g_array_unref (climb.next);
	g_hash_table_unref (climb.places);
	g_array_unref (climb.strength);
	g_array_unref (climb.keys);
	return control;
}
