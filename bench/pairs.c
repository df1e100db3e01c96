/* bench/pairs.c: the pairs that resolve compares in some lists, with the factors of each weight
 *
 * usage: pairs FILE... > ROWS
 *
 * One row for each pair, with tabs between: what it is, its left and right key, its kind, then a
 * factor for each weight, in their order; the first row has the names. What it is:
 *
 *   alias 1   two halves of the names of one party, as if two lists had one each
 *   alias 0   the same of two parties that one list numbers apart and blocking pairs
 *   apart     two parties that one list numbers apart
 *   across    two parties of different lists */
#include <stdio.h>

#include "bench/lists.h"
#include "graph/resolve/pair/features.h"
#include "graph/resolve/name/parts.h"

typedef struct {
	Lists *lists;
	FairleadProfile **profiles; /* by vertex; NULL: not asked for yet */
} Work;

static const FairleadProfile *
profile_of (Work *work, FairleadVertex vertex)
{
	if (work->profiles[vertex] == NULL)
		work->profiles[vertex] = fairlead_profile_new (&work->lists->profiler, vertex);
	return work->profiles[vertex];
}

static void
write_row (Work *work, const char *what, const FairleadProfile *left, const FairleadProfile *right,
           const FairleadComparison *comparison)
{
	printf ("%s\t%s\t%s\t%s", what,
	        fairlead_network_get_id (work->lists->network, left->vertex),
	        fairlead_network_get_id (work->lists->network, right->vertex),
	        fairlead_kind_name (left->kind));
	for (guint i = 0; i < FAIRLEAD_N_WEIGHTS; i++)
		printf ("\t%.4f", comparison->factors[i]);
	printf ("\n");
}

/* ---- halves ---- */

/* A party of which nothing is known but every second of its names; borrows them */
static FairleadProfile *
new_half (const FairleadProfile *whole, guint which)
{
	FairleadProfile *half = g_memdup2 (whole, sizeof *whole);

	half->names = g_ptr_array_new ();
	half->births = g_array_new (FALSE, FALSE, sizeof (FairleadDate));
	half->countries = g_array_new (FALSE, FALSE, sizeof (guint32));
	half->addresses = g_array_new (FALSE, FALSE, sizeof (guint32));
	half->regimes = g_ptr_array_new ();
	half->built = 0;
	half->gross_tonnage = half->deadweight = 0.0;
	for (guint i = which; i < whole->names->len; i += 2)
		g_ptr_array_add (half->names, whole->names->pdata[i]);
	return half;
}

static gboolean
do_touch (const FairleadProfile *left, const FairleadProfile *right)
{
	for (guint i = 0; i < left->names->len; i++)
		for (guint j = 0; j < right->names->len; j++)
			if (fairlead_name_parts_touch (left->names->pdata[i],
			                               right->names->pdata[j]))
				return TRUE;
	return FALSE;
}

/* Of names alone: the numbers of a party are those of both its halves */
static void
keep_names (FairleadComparison *comparison)
{
	for (guint i = 0; i < FAIRLEAD_N_WEIGHTS; i++)
		if (i > FAIRLEAD_WEIGHT_NAME_MORE)
			comparison->factors[i] = 0.0;
}

static void
write_halves (Work *work, const char *what, const FairleadProfile *one,
              const FairleadProfile *other)
{
	g_autoptr (FairleadProfile) left = new_half (one, 0);
	g_autoptr (FairleadProfile) right = new_half (other, 1);
	FairleadComparison comparison;

	if (left->names->len == 0 || right->names->len == 0 || !do_touch (left, right))
		return;
	fairlead_profiles_compare (&work->lists->profiler, left, right, &comparison, NULL);
	keep_names (&comparison);
	write_row (work, what, left, right, &comparison);
}

/* ---- pairs ---- */

static void
write_pair (Work *work, FairleadVertex a, FairleadVertex b)
{
	const FairleadProfile *left = profile_of (work, a), *right = profile_of (work, b);
	FairleadComparison comparison;
	gboolean is_apart;

	fairlead_profiles_compare (&work->lists->profiler, left, right, &comparison, NULL);
	if (comparison.is_impossible)
		return;
	is_apart = comparison.factors[FAIRLEAD_WEIGHT_ONE_LIST] > 0.0;
	write_row (work, is_apart ? "apart" : "across", left, right, &comparison);
	if (is_apart && comparison.factors[FAIRLEAD_WEIGHT_NUMBER] <= 0.0)
		write_halves (work, "alias-0", left, right);
}

static void
write_all (Work *work)
{
	printf ("what\tleft\tright\tkind");
	for (guint i = 0; i < FAIRLEAD_N_WEIGHTS; i++)
		printf ("\t%s", fairlead_weight_names[i]);
	printf ("\n");
	for (guint i = 0; i < work->lists->blocking.pairs->len; i++) {
		guint64 pair = g_array_index (work->lists->blocking.pairs, guint64, i);

		write_pair (work, (FairleadVertex) (pair >> 32), (FairleadVertex) pair);
	}
	for (FairleadVertex i = 0; i < fairlead_network_get_n_vertices (work->lists->network); i++)
		if (lists_is_described (work->lists, i))
			write_halves (work, "alias-1", profile_of (work, i), profile_of (work, i));
}

int
main (int argc, char *argv[])
{
	g_autoptr (GError) error = NULL;
	g_auto (Lists) lists = { 0 };
	Work work = { &lists, NULL };
	guint32 n;

	if (argc < 2 || !lists_load (&lists, (const char *const *) argv + 1, &error)) {
		fprintf (stderr, "pairs: %s\n",
		         error != NULL ? error->message : "no file is given");
		return 1;
	}
	n = fairlead_network_get_n_vertices (lists.network);
	work.profiles = g_new0 (FairleadProfile *, n);
	write_all (&work);
	for (guint32 i = 0; i < n; i++)
		g_clear_pointer (&work.profiles[i], fairlead_profile_free);
	g_free (work.profiles);
	return 0;
}
