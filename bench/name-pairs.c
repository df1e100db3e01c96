/* bench/name-pairs.c: pairs of names as lists have them, of one party and of two
 *
 * usage: name-pairs FILE... > ROWS
 *
 * One row for each pair, with tabs between: `same` or `other`, the key of the left party, its kind,
 * and the two names.
 *
 *   same    two names of one party
 *   other   the first names of two parties that one list numbers apart and that share a key of
 *           blocking: the hardest ones that there are */
#include <stdio.h>

#include "bench/lists.h"
#include "graph/resolve/pair/features.h"

#define NAMES_MAX 8 /* of a party: one with very many must not stand for all */

typedef struct {
	Lists *lists;
	GPtrArray *names; /* of const char *, of the party that was asked for last */
} Work;

static FairleadRecords *
records_of (const Work *work)
{
	return fairlead_network_get_records (work->lists->network);
}

static gboolean
is_among (GPtrArray *names, const char *name)
{
	for (guint i = 0; i < names->len; i++)
		if (g_strcmp0 (names->pdata[i], name) == 0)
			return TRUE;
	return FALSE;
}

/* The names of a party in the order of their records, each once; weak ones are not to find it */
static void
gather_names (Work *work, FairleadVertex vertex)
{
	FairleadRows rows = fairlead_network_get_names (work->lists->network, vertex);
	guint n;
	const FairleadNameRow *names = fairlead_records_get_names (records_of (work), &n);

	g_ptr_array_set_size (work->names, 0);
	for (guint i = 0; i < rows.n && work->names->len < NAMES_MAX; i++) {
		const FairleadNameRow *row = &names[rows.rows[i]];
		const char *text = fairlead_records_get_text (records_of (work), row->text);

		if (!row->weak && !is_among (work->names, text))
			g_ptr_array_add (work->names, (gpointer) text);
	}
}

static void
write_row (Work *work, const char *what, FairleadVertex vertex, const char *a, const char *b)
{
	g_autofree char *left = g_strdelimit (g_strdup (a), "\t\r\n", ' ');
	g_autofree char *right = g_strdelimit (g_strdup (b), "\t\r\n", ' ');

	printf ("%s\t%s\t%s\t%s\t%s\n", what,
	        fairlead_network_get_id (work->lists->network, vertex),
	        fairlead_kind_name (fairlead_network_get_kind (work->lists->network, vertex)), left,
	        right);
}

static void
write_same (Work *work, FairleadVertex vertex)
{
	gather_names (work, vertex);
	for (guint i = 0; i < work->names->len; i++)
		for (guint j = i + 1; j < work->names->len; j++)
			write_row (work, "same", vertex, work->names->pdata[i],
			           work->names->pdata[j]);
}

static gboolean
are_apart (Work *work, FairleadVertex a, FairleadVertex b)
{
	g_autoptr (FairleadProfile) left = fairlead_profile_new (&work->lists->profiler, a);
	g_autoptr (FairleadProfile) right = fairlead_profile_new (&work->lists->profiler, b);
	FairleadComparison comparison;

	fairlead_profiles_compare (&work->lists->profiler, left, right, &comparison, NULL);
	return comparison.factors[FAIRLEAD_WEIGHT_ONE_LIST] > 0.0
	       && comparison.factors[FAIRLEAD_WEIGHT_NUMBER] <= 0.0;
}

static void
write_others (Work *work)
{
	const GArray *pairs = work->lists->blocking.pairs;
	FairleadNetwork *network = work->lists->network;

	for (guint i = 0; i < pairs->len; i++) {
		guint64 pair = g_array_index (pairs, guint64, i);
		FairleadVertex a = (FairleadVertex) (pair >> 32), b = (FairleadVertex) pair;

		if (are_apart (work, a, b))
			write_row (work, "other", a, fairlead_network_get_name (network, a),
			           fairlead_network_get_name (network, b));
	}
}

int
main (int argc, char *argv[])
{
	g_autoptr (GError) error = NULL;
	g_autoptr (GPtrArray) names = g_ptr_array_new ();
	g_auto (Lists) lists = { 0 };
	Work work = { &lists, names };

	if (argc < 2 || !lists_load (&lists, (const char *const *) argv + 1, &error)) {
		fprintf (stderr, "name-pairs: %s\n",
		         error != NULL ? error->message : "no file is given");
		return 1;
	}
	for (FairleadVertex i = 0; i < fairlead_network_get_n_vertices (lists.network); i++)
		if (lists_is_described (&lists, i))
			write_same (&work, i);
	write_others (&work);
	return 0;
}
