/* graph/ownership/shares/around.c */
#include "graph/ownership/shares/around.h"

typedef struct {
	const FairleadHoldings *whole;
	FairleadAround *found;
	GHashTable *numbers; /* of each vertex, from 1 */
} Gathering;

static guint32
number_of (Gathering *gathering, FairleadVertex vertex, guint32 hops)
{
	guint32 number = GPOINTER_TO_UINT (
		g_hash_table_lookup (gathering->numbers, GUINT_TO_POINTER (vertex)));

	if (number > 0)
		return number - 1;
	g_array_append_val (gathering->found->vertices, vertex);
	g_array_append_val (gathering->found->hops, hops);
	number = gathering->found->vertices->len;
	g_hash_table_insert (gathering->numbers, GUINT_TO_POINTER (vertex),
	                     GUINT_TO_POINTER (number));
	return number - 1;
}

/* Breadth first, so that numbers go by distance */
static void
gather (Gathering *gathering, const FairleadVertex *vertices, guint32 n, gboolean is_down)
{
	const FairleadHoldings *whole = gathering->whole;
	FairleadAround *found = gathering->found;

	for (guint32 i = 0; i < n; i++)
		number_of (gathering, vertices[i], 0);
	for (guint i = 0; i < found->vertices->len; i++) {
		FairleadVertex at = g_array_index (found->vertices, FairleadVertex, i);
		guint32 hops = g_array_index (found->hops, guint32, i) + 1;
		const guint32 *start = is_down ? whole->out : whole->in;

		for (guint32 j = start[at]; j < start[at + 1]; j++) {
			const FairleadHolding *holding =
				&whole->items[is_down ? j : whole->in_items[j]];

			number_of (gathering, is_down ? holding->company : holding->holder, hops);
		}
	}
	found->n_found = found->vertices->len;
}

static gint
by_ends (gconstpointer a, gconstpointer b, gpointer data)
{
	const FairleadHolding *one = a, *two = b;

	(void) data;
	if (one->holder != two->holder)
		return one->holder < two->holder ? -1 : 1;
	if (one->company != two->company)
		return one->company < two->company ? -1 : 1;
	return one->held < two->held ? -1 : one->held > two->held;
}

/* A holding and where it stands in the whole travel together */
typedef struct {
	FairleadHolding holding;
	guint32 at;
} Kept;

static GArray *
keep_holdings (Gathering *gathering)
{
	const FairleadHoldings *whole = gathering->whole;
	GArray *kept = g_array_new (FALSE, FALSE, sizeof (Kept));

	for (guint32 i = 0; i < gathering->found->n_found; i++) {
		FairleadVertex company =
			g_array_index (gathering->found->vertices, FairleadVertex, i);

		for (guint32 j = whole->in[company]; j < whole->in[company + 1]; j++) {
			Kept item = { whole->items[whole->in_items[j]], whole->in_items[j] };

			item.holding.holder =
				number_of (gathering, item.holding.holder, G_MAXUINT32);
			item.holding.company = i;
			g_array_append_val (kept, item);
		}
	}
	g_array_sort_with_data (kept, by_ends, NULL);
	return kept;
}

void
fairlead_around_init (FairleadAround *self, const FairleadHoldings *whole,
                      const FairleadVertex *vertices, guint32 n, gboolean is_down)
{
	g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
	Gathering gathering = { whole, self, numbers };
	g_autoptr (GArray) kept = NULL;
	FairleadHoldings *holdings = g_new0 (FairleadHoldings, 1);

	self->vertices = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	self->hops = g_array_new (FALSE, FALSE, sizeof (guint32));
	self->items = g_array_new (FALSE, FALSE, sizeof (guint32));
	gather (&gathering, vertices, n, is_down);
	kept = keep_holdings (&gathering);
	holdings->network = g_object_ref (whole->network);
	holdings->as_of = whole->as_of;
	holdings->n_vertices = self->vertices->len;
	holdings->n = kept->len;
	holdings->items = g_new (FairleadHolding, MAX (kept->len, 1));
	for (guint i = 0; i < kept->len; i++) {
		holdings->items[i] = g_array_index (kept, Kept, i).holding;
		g_array_append_val (self->items, g_array_index (kept, Kept, i).at);
	}
	fairlead_holdings_group (holdings);
	self->holdings = holdings;
}

void
fairlead_around_clear (FairleadAround *self)
{
	g_clear_pointer (&self->holdings, fairlead_holdings_free);
	g_clear_pointer (&self->vertices, g_array_unref);
	g_clear_pointer (&self->hops, g_array_unref);
	g_clear_pointer (&self->items, g_array_unref);
}
