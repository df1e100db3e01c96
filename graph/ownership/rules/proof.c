/* graph/ownership/rules/proof.c: the holdings by which a company became a member */
#include "graph/ownership/rules/proof.h"

typedef struct {
	const FairleadHoldings *holdings;
	const FairleadCascade *cascade;
	GHashTable *seen; /* of FairleadVertex */
	GArray *stack;    /* of FairleadVertex: whose holders are still to be looked up */
	GArray *proof;    /* of guint32 */
} Proof;

typedef struct {
	guint32 holding;
	guint32 share;
	guint32 place; /* of the holder */
} Carrier;

static gint
by_share (gconstpointer a, gconstpointer b)
{
	const Carrier *one = a, *two = b;

	if (one->share != two->share)
		return one->share > two->share ? -1 : 1;
	return one->holding < two->holding ? -1 : one->holding > two->holding;
}

static void
use_holding (Proof *proof, guint32 holding)
{
	FairleadVertex holder = proof->holdings->items[holding].holder;

	g_array_append_val (proof->proof, holding);
	if (g_hash_table_add (proof->seen, GUINT_TO_POINTER (holder)))
		g_array_append_val (proof->stack, holder);
}

/* The holdings of one kind in the company, of those who were members before it */
static GArray *
find_carriers (const Proof *proof, FairleadVertex company, FairleadHeld held)
{
	const FairleadHoldings *holdings = proof->holdings;
	const guint32 *place = proof->cascade->place;
	GArray *carriers = g_array_new (FALSE, FALSE, sizeof (Carrier));

	for (guint32 i = holdings->in[company]; i < holdings->in[company + 1]; i++) {
		guint32 at = holdings->in_items[i];
		const FairleadHolding *holding = &holdings->items[at];
		guint32 share = proof->cascade->is_upper ? holding->high : holding->low;
		Carrier carrier = { at, share, place[holding->holder] };

		if (holding->held == held && carrier.place != 0 && carrier.place < place[company])
			g_array_append_val (carriers, carrier);
	}
	g_array_sort (carriers, by_share);
	return carriers;
}

static gboolean
prove_by_share (Proof *proof, FairleadVertex company, FairleadHeld held)
{
	g_autoptr (GArray) carriers = NULL;
	guint64 sum = 0;
	guint n_used = 0;

	if (!fairlead_cascade_counts (proof->cascade, held))
		return FALSE;
	carriers = find_carriers (proof, company, held);
	for (; n_used < carriers->len && sum < proof->cascade->rule->needed; n_used++)
		sum += g_array_index (carriers, Carrier, n_used).share;
	if (sum < proof->cascade->rule->needed)
		return FALSE;
	for (guint i = 0; i < n_used; i++)
		use_holding (proof, g_array_index (carriers, Carrier, i).holding);
	return TRUE;
}

/* Of the grounds of control the first that there was */
static void
prove_by_control (Proof *proof, FairleadVertex company)
{
	const FairleadHoldings *holdings = proof->holdings;
	const guint32 *place = proof->cascade->place;
	guint32 best = G_MAXUINT32, best_place = G_MAXUINT32;

	for (guint32 i = holdings->in[company]; i < holdings->in[company + 1]; i++) {
		guint32 at = holdings->in_items[i];
		guint32 its = place[holdings->items[at].holder];

		if (fairlead_cascade_controls (proof->cascade, &holdings->items[at]) && its != 0
		    && its < place[company] && its < best_place) {
			best = at;
			best_place = its;
		}
	}
	if (best != G_MAXUINT32)
		use_holding (proof, best);
}

static gint
by_place (gconstpointer a, gconstpointer b, gpointer data)
{
	const Proof *proof = data;
	const FairleadHolding *one = &proof->holdings->items[*(const guint32 *) a];
	const FairleadHolding *two = &proof->holdings->items[*(const guint32 *) b];
	guint32 first = proof->cascade->place[one->company];
	guint32 second = proof->cascade->place[two->company];

	if (first != second)
		return first < second ? -1 : 1;
	first = proof->cascade->place[one->holder];
	second = proof->cascade->place[two->holder];
	return first < second ? -1 : first > second;
}

GArray *
fairlead_cascade_dup_proof (const FairleadCascade *cascade, FairleadVertex company)
{
	g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
	g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	Proof proof = { cascade->holdings, cascade, seen, stack,
		        g_array_new (FALSE, FALSE, sizeof (guint32)) };

	g_hash_table_add (seen, GUINT_TO_POINTER (company));
	g_array_append_val (stack, company);
	while (stack->len > 0) {
		FairleadVertex next = g_array_index (stack, FairleadVertex, stack->len - 1);

		g_array_set_size (stack, stack->len - 1);
		if (!prove_by_share (&proof, next, FAIRLEAD_HELD_SHARES)
		    && !prove_by_share (&proof, next, FAIRLEAD_HELD_VOTES))
			prove_by_control (&proof, next);
	}
	g_array_sort_with_data (proof.proof, by_place, &proof);
	return proof.proof;
}
