/* graph/resolve/merging.c */
#include "graph/resolve/merging.h"

#include <string.h>

#include "graph/pair.h"

/* A pair of two groups counts for their being one from here */
#define LIKELY 0.5
/* Another is about as likely where its odds are no less than so much of these */
#define RIVAL 0.1

typedef struct {
	FairleadNetwork *network;
	GHashTable *parent;  /* vertex -> the one that it was joined to; none for a root */
	GHashTable *members; /* root -> GArray of FairleadVertex; none for one of one */
	GHashTable *likely;  /* left << 32 | right: pairs that are likely */
	guint64 *lists;      /* of each vertex, then of each root: the lists that number it */
	FairleadText *ships; /* likewise: the ship's number that it has, or 0 */
	GHashTable *rivals;  /* vertex -> GArray of Rival */
} Groups;

/* Another party that a party may be, of the lists @lists */
typedef struct {
	FairleadVertex other;
	guint64 lists;
	double odds;
} Rival;

static gint64 *
new_pair_key (FairleadVertex a, FairleadVertex b)
{
	gint64 key = fairlead_pair (MIN (a, b), MAX (a, b));

	return g_memdup2 (&key, sizeof key);
}

/* ---- what is known of each ---- */

static guint64
list_bit (GHashTable *bits, const char *key)
{
	g_autofree char *list = g_strndup (key, strcspn (key, ":"));
	FairleadIdScheme scheme;
	gpointer bit;

	if (fairlead_id_scheme_from_name (list, &scheme)
	    || g_str_has_suffix (list, FAIRLEAD_NAME_SCHEME_SUFFIX))
		return 0;
	bit = g_hash_table_lookup (bits, list);
	if (bit == NULL) {
		bit = GUINT_TO_POINTER (MIN (g_hash_table_size (bits) + 1, 64));
		g_hash_table_insert (bits, g_steal_pointer (&list), bit);
	}
	return G_GUINT64_CONSTANT (1) << (GPOINTER_TO_UINT (bit) - 1);
}

static void
note_lists (Groups *self)
{
	g_autoptr (GHashTable) bits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	FairleadRecords *records = fairlead_network_get_records (self->network);
	guint n;
	const FairleadEntityRow *rows = fairlead_records_get_entities (records, &n);

	self->lists = g_new0 (guint64, fairlead_network_get_n_vertices (self->network) + 1);
	for (FairleadEntity i = 0; i < n; i++)
		self->lists[fairlead_network_vertex_of (self->network, i)] |=
			list_bit (bits, fairlead_records_get_text (records, rows[i].key));
}

static void
note_ships (Groups *self)
{
	FairleadRecords *records = fairlead_network_get_records (self->network);
	guint n;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (records, &n);

	self->ships = g_new0 (FairleadText, fairlead_network_get_n_vertices (self->network) + 1);
	for (guint i = 0; i < n; i++)
		if (rows[i].scheme == FAIRLEAD_ID_IMO && rows[i].valid)
			self->ships[fairlead_network_vertex_of (self->network, rows[i].entity)] =
				rows[i].number;
}

static void
groups_init (Groups *self, FairleadNetwork *network)
{
	*self = (Groups){ .network = network };
	self->parent = g_hash_table_new (NULL, NULL);
	self->members = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
	self->likely = g_hash_table_new_full (fairlead_pair_hash, g_int64_equal, g_free, NULL);
	self->rivals = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
	note_lists (self);
	note_ships (self);
}

static void
groups_clear (Groups *self)
{
	g_hash_table_unref (self->parent);
	g_hash_table_unref (self->members);
	g_hash_table_unref (self->likely);
	g_hash_table_unref (self->rivals);
	g_free (self->lists);
	g_free (self->ships);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Groups, groups_clear)

static FairleadVertex
find_root (Groups *self, FairleadVertex vertex)
{
	gpointer parent;

	while (g_hash_table_lookup_extended (self->parent, GUINT_TO_POINTER (vertex), NULL,
	                                     &parent))
		vertex = GPOINTER_TO_UINT (parent);
	return vertex;
}

static GArray *
members_of (Groups *self, FairleadVertex root)
{
	GArray *members = g_hash_table_lookup (self->members, GUINT_TO_POINTER (root));

	if (members != NULL)
		return members;
	members = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	g_array_append_val (members, root);
	g_hash_table_insert (self->members, GUINT_TO_POINTER (root), members);
	return members;
}

/* ---- what speaks against it ---- */

static const char *
key_of (Groups *self, FairleadVertex vertex)
{
	return fairlead_network_get_id (self->network, vertex);
}

static gboolean
was_decided_apart (Groups *self, FairleadVertex a, FairleadVertex b)
{
	FairleadDecisions *decisions = fairlead_network_get_decisions (self->network);
	gint n = decisions == NULL
	                 ? -1
	                 : fairlead_decisions_find (decisions, key_of (self, a), key_of (self, b));

	return n >= 0
	       && fairlead_decisions_get (decisions, (guint) n)->verdict
	                  == FAIRLEAD_DECIDED_DIFFERENT;
}

static gboolean
are_two_ships (Groups *self, FairleadVertex a, FairleadVertex b)
{
	FairleadRecords *records = fairlead_network_get_records (self->network);

	return self->ships[a] != 0 && self->ships[b] != 0
	       && strcmp (fairlead_records_get_text (records, self->ships[a]),
	                  fairlead_records_get_text (records, self->ships[b]))
	                  != 0;
}

static gboolean
are_apart (Groups *self, FairleadVertex root_a, FairleadVertex root_b)
{
	GArray *a = members_of (self, root_a), *b = members_of (self, root_b);

	if (are_two_ships (self, root_a, root_b))
		return TRUE;
	for (guint i = 0; i < a->len; i++)
		for (guint j = 0; j < b->len; j++) {
			FairleadVertex x = g_array_index (a, FairleadVertex, i);
			FairleadVertex y = g_array_index (b, FairleadVertex, j);

			if (!fairlead_kinds_agree (fairlead_network_get_kind (self->network, x),
			                           fairlead_network_get_kind (self->network, y))
			    || was_decided_apart (self, x, y))
				return TRUE;
		}
	return FALSE;
}

/* Whether fewer than half of the pairs across would be likely by themselves */
static gboolean
is_bridge (Groups *self, FairleadVertex root_a, FairleadVertex root_b)
{
	GArray *a = members_of (self, root_a), *b = members_of (self, root_b);
	guint n_likely = 0;

	for (guint i = 0; i < a->len; i++)
		for (guint j = 0; j < b->len; j++) {
			g_autofree gint64 *key =
				new_pair_key (g_array_index (a, FairleadVertex, i),
			                      g_array_index (b, FairleadVertex, j));

			n_likely += g_hash_table_contains (self->likely, key);
		}
	return n_likely * 2 < a->len * b->len;
}

static double
odds_of (const FairleadScoredPair *pair)
{
	return pair->proposal.probability / MAX (1.0 - pair->proposal.probability, 1e-12);
}

static void
note_rival (Groups *self, FairleadVertex of, FairleadVertex other, double odds)
{
	const Rival rival = { other, self->lists[other], odds };
	GArray *rivals = g_hash_table_lookup (self->rivals, GUINT_TO_POINTER (of));

	if (rivals == NULL) {
		rivals = g_array_new (FALSE, FALSE, sizeof (Rival));
		g_hash_table_insert (self->rivals, GUINT_TO_POINTER (of), rivals);
	}
	g_array_append_val (rivals, rival);
}

/* Whether a list that numbers @other has one that @of may be as well */
static gboolean
has_rival (Groups *self, FairleadVertex of, FairleadVertex other, double odds)
{
	GArray *rivals = g_hash_table_lookup (self->rivals, GUINT_TO_POINTER (of));

	for (guint i = 0; rivals != NULL && i < rivals->len; i++) {
		const Rival *rival = &g_array_index (rivals, Rival, i);

		if (rival->other != other && rival->odds >= odds * RIVAL
		    && (rival->lists & self->lists[other]) != 0
		    && find_root (self, rival->other) != find_root (self, other))
			return TRUE;
	}
	return FALSE;
}

static FairleadAsk
judge_pair (Groups *self, const FairleadScoredPair *pair, double threshold)
{
	FairleadVertex a = find_root (self, pair->proposal.left);
	FairleadVertex b = find_root (self, pair->proposal.right);
	FairleadKind kind = fairlead_network_get_kind (self->network, pair->proposal.left);

	if (a == b)
		return FAIRLEAD_ASK_FOLLOWS;
	if (pair->proposal.probability < threshold)
		return FAIRLEAD_ASK_UNSURE;
	if (kind == FAIRLEAD_KIND_VESSEL && pair->n_marks == 0)
		return FAIRLEAD_ASK_NAME_ONLY;
	if (pair->is_apart_in_time)
		return FAIRLEAD_ASK_DATES;
	if (are_apart (self, a, b))
		return FAIRLEAD_ASK_APART;
	if ((self->lists[a] & self->lists[b]) != 0)
		return FAIRLEAD_ASK_NUMBERED;
	if (has_rival (self, pair->proposal.left, pair->proposal.right, odds_of (pair))
	    || has_rival (self, pair->proposal.right, pair->proposal.left, odds_of (pair)))
		return FAIRLEAD_ASK_RIVAL;
	if (members_of (self, a)->len + members_of (self, b)->len > FAIRLEAD_RESOLVE_LARGEST)
		return FAIRLEAD_ASK_LARGE;
	return is_bridge (self, a, b) ? FAIRLEAD_ASK_BRIDGE : FAIRLEAD_ASK_NOTHING;
}

static void
unite (Groups *self, FairleadVertex left, FairleadVertex right)
{
	FairleadVertex a = find_root (self, left), b = find_root (self, right);
	GArray *into, *from;

	if (a == b)
		return;
	into = members_of (self, a);
	from = members_of (self, b);
	g_array_append_vals (into, from->data, from->len);
	self->lists[a] |= self->lists[b];
	self->ships[a] = self->ships[a] != 0 ? self->ships[a] : self->ships[b];
	g_hash_table_insert (self->parent, GUINT_TO_POINTER (b), GUINT_TO_POINTER (a));
	g_hash_table_remove (self->members, GUINT_TO_POINTER (b));
}

static void
note_pair (Groups *self, const FairleadScoredPair *pair)
{
	FairleadVertex left = pair->proposal.left, right = pair->proposal.right;

	if (pair->proposal.probability < LIKELY)
		return;
	g_hash_table_add (self->likely, new_pair_key (left, right));
	note_rival (self, left, right, odds_of (pair));
	note_rival (self, right, left, odds_of (pair));
}

void
fairlead_merging_judge (FairleadNetwork *network, FairleadScoredPair *pairs, guint n,
                        double threshold)
{
	g_auto (Groups) groups = { 0 };

	groups_init (&groups, network);
	for (guint i = 0; i < n; i++)
		note_pair (&groups, &pairs[i]);
	for (guint i = 0; i < n; i++) {
		FairleadProposal *proposal = &pairs[i].proposal;

		proposal->ask = judge_pair (&groups, &pairs[i], threshold);
		if (proposal->ask == FAIRLEAD_ASK_NOTHING)
			unite (&groups, proposal->left, proposal->right);
	}
}
