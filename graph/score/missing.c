/* graph/score/missing.c */
#include "graph/score/missing.h"

#include "graph/network/index.h"
#include "graph/resolve/proposals.h"

#define MOST_TRIES 4 /* to find somebody close of the right kind */
#define N_GROUPS ((guint32) FAIRLEAD_N_LINK_KINDS * FAIRLEAD_N_KINDS)

struct _FairleadMissingPool {
	FairleadNetwork *network;       /* borrowed */
	const FairleadAdjacency *graph; /* borrowed */
	double close;
	double per_recorded[FAIRLEAD_N_CLASSES];
	guint32 n;            /* links of which some may be missing */
	FairleadLink *links;  /* by their kind and that of their second end */
	guint32 *group;       /* of each of them */
	guint32 *start;       /* [N_GROUPS + 1] */
	GArray *merges;       /* of FairleadMerge */
	GHashTable *touching; /* of a vertex of a merge, plus 1: GArray of its links */
};

/* What of each class is missing for each that is recorded */
static void
set_rates (FairleadMissingPool *self, const FairleadParameters *parameters)
{
	const double recorded[FAIRLEAD_N_CLASSES] = {
		[FAIRLEAD_CLASS_OWNERSHIP] = parameters->recorded_ownership,
		[FAIRLEAD_CLASS_CONTROL] = parameters->recorded_control,
		[FAIRLEAD_CLASS_MANAGEMENT] = parameters->recorded_management,
		[FAIRLEAD_CLASS_OFFICE] = parameters->recorded_office,
		[FAIRLEAD_CLASS_SERVICE] = parameters->recorded_service,
		[FAIRLEAD_CLASS_LOCATION] = parameters->recorded_location,
		[FAIRLEAD_CLASS_FAMILY] = parameters->recorded_family,
		[FAIRLEAD_CLASS_TRADE] = parameters->recorded_trade,
		[FAIRLEAD_CLASS_ASSOCIATION] = parameters->recorded_association,
		[FAIRLEAD_CLASS_IDENTITY] = 1.0,
	};

	for (guint i = 0; i < FAIRLEAD_N_CLASSES; i++)
		self->per_recorded[i] = (1.0 - recorded[i]) / recorded[i];
}

static guint8
class_of (const FairleadMissingPool *self, FairleadLink link)
{
	return (guint8) fairlead_link_info (fairlead_network_get_link (self->network, link)->kind)
	        ->link_class;
}

static gboolean
can_lack_more (const FairleadMissingPool *self, const guint32 *number, FairleadLink link)
{
	FairleadVertex from = fairlead_network_get_from (self->network, link);
	FairleadVertex to = fairlead_network_get_to (self->network, link);

	return from != to && self->per_recorded[class_of (self, link)] > 0.0
	       && (number == NULL || (number[from] != 0 && number[to] != 0))
	       && !fairlead_network_is_ambiguous (self->network, from)
	       && !fairlead_network_is_ambiguous (self->network, to);
}

static void
collect_links (FairleadMissingPool *self, const guint32 *number)
{
	guint32 n_links = fairlead_network_get_n_links (self->network);
	g_autofree FairleadLink *found = g_new (FairleadLink, MAX (n_links, 1));
	g_autofree guint32 *group = g_new (guint32, MAX (n_links, 1));
	g_autofree guint32 *order = NULL;

	for (FairleadLink link = 0; link < n_links; link++) {
		FairleadVertex to = fairlead_network_get_to (self->network, link);

		if (!can_lack_more (self, number, link))
			continue;
		group[self->n] = fairlead_network_get_link (self->network, link)->kind
		                         * (guint32) FAIRLEAD_N_KINDS
		                 + (guint32) fairlead_network_get_kind (self->network, to);
		found[self->n++] = link;
	}
	fairlead_group_rows (group, self->n, N_GROUPS, &self->start, &order);
	self->links = g_new (FairleadLink, MAX (self->n, 1));
	self->group = g_new (guint32, MAX (self->n, 1));
	for (guint32 i = 0; i < self->n; i++) {
		self->links[i] = found[order[i]];
		self->group[i] = group[order[i]];
	}
}

/* ---- merges ---- */

GArray *
fairlead_merges_find (FairleadNetwork *network, GCancellable *cancellable, GError **error)
{
	const FairleadResolveQuestion question = { .kinds = 0,
		                                   .threshold = FAIRLEAD_RESOLVE_THRESHOLD,
		                                   .least = FAIRLEAD_RESOLVE_LEAST };
	g_autoptr (FairleadProposals) proposals =
		fairlead_proposals_new (network, &question, cancellable, error);
	GArray *merges;
	guint n;
	const FairleadProposal *pairs;

	if (proposals == NULL)
		return NULL;
	pairs = fairlead_proposals_get (proposals, &n);
	merges = g_array_sized_new (FALSE, FALSE, sizeof (FairleadMerge), n);
	for (guint i = 0; i < n; i++) {
		FairleadMerge merge = { pairs[i].left, pairs[i].right, pairs[i].probability };

		g_array_append_val (merges, merge);
	}
	return merges;
}

static void
note_vertex (FairleadMissingPool *self, FairleadVertex vertex)
{
	gpointer key = GUINT_TO_POINTER (vertex + 1);

	if (!g_hash_table_contains (self->touching, key))
		g_hash_table_insert (self->touching, key,
		                     g_array_new (FALSE, FALSE, sizeof (FairleadLink)));
}

static GArray *
links_of (const FairleadMissingPool *self, FairleadVertex vertex)
{
	return g_hash_table_lookup (self->touching, GUINT_TO_POINTER (vertex + 1));
}

static void
collect_merges (FairleadMissingPool *self, const GArray *merges)
{
	self->merges = merges != NULL ? g_array_copy ((GArray *) merges)
	                              : g_array_new (FALSE, FALSE, sizeof (FairleadMerge));
	self->touching = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
	for (guint i = 0; i < self->merges->len; i++) {
		const FairleadMerge *merge = &g_array_index (self->merges, FairleadMerge, i);

		note_vertex (self, merge->left);
		note_vertex (self, merge->right);
	}
	for (FairleadLink link = 0;
	     self->merges->len > 0 && link < fairlead_network_get_n_links (self->network); link++) {
		GArray *from = links_of (self, fairlead_network_get_from (self->network, link));
		GArray *to = links_of (self, fairlead_network_get_to (self->network, link));

		if (from != NULL)
			g_array_append_val (from, link);
		if (to != NULL && to != from)
			g_array_append_val (to, link);
	}
}

FairleadMissingPool *
fairlead_missing_pool_new (const FairleadScoring *scoring, const guint32 *number,
                           const GArray *merges)
{
	FairleadMissingPool *self = g_new0 (FairleadMissingPool, 1);

	self->network = scoring->network;
	self->graph = scoring->graph;
	self->close = scoring->parameters->missing_close;
	set_rates (self, scoring->parameters);
	collect_links (self, number);
	collect_merges (self, merges);
	return self;
}

FairleadMissingPool *
fairlead_missing_pool_new_of_class (const FairleadScoring *scoring, const guint32 *number,
                                    FairleadLinkClass link_class)
{
	FairleadMissingPool *self = g_new0 (FairleadMissingPool, 1);

	self->network = scoring->network;
	self->graph = scoring->graph;
	self->close = scoring->parameters->missing_close;
	set_rates (self, scoring->parameters);
	for (guint i = 0; i < FAIRLEAD_N_CLASSES; i++)
		if (i != link_class)
			self->per_recorded[i] = 0.0;
	collect_links (self, number);
	collect_merges (self, NULL);
	return self;
}

void
fairlead_missing_pool_free (FairleadMissingPool *self)
{
	g_free (self->links);
	g_free (self->group);
	g_free (self->start);
	g_array_unref (self->merges);
	g_hash_table_unref (self->touching);
	g_free (self);
}

/* ---- a draw ---- */

/* A party of the kind that is two steps from the vertex; FAIRLEAD_NO_VERTEX where a few tries find
 * none */
static FairleadVertex
find_close (const FairleadMissingPool *self, FairleadVertex vertex, FairleadKind kind,
            guint64 *chance)
{
	const FairleadAdjacency *graph = self->graph;

	for (guint i = 0; i < MOST_TRIES; i++) {
		FairleadVertex at = vertex;

		for (guint step = 0; step < 2; step++) {
			guint32 degree = fairlead_adjacency_degree (graph, at);

			if (degree == 0)
				return FAIRLEAD_NO_VERTEX;
			*chance = fairlead_mix (*chance);
			at = graph->neighbour[graph->start[at] + (guint32) (*chance % degree)];
		}
		if (at != vertex && fairlead_network_get_kind (self->network, at) == kind)
			return at;
	}
	return FAIRLEAD_NO_VERTEX;
}

/* From the first end of link i to somebody close, or to the second end of another of its group */
static void
add_missing (const FairleadMissingPool *self, guint32 i, guint64 chance, GArray *missing)
{
	guint32 first = self->start[self->group[i]];
	guint32 n = self->start[self->group[i] + 1] - first;
	FairleadLink like = self->links[i];
	FairleadLink other = self->links[first + (guint32) (fairlead_mix (chance) % n)];
	guint8 kind = fairlead_network_get_link (self->network, like)->kind;
	FairleadMissing link = { fairlead_network_get_from (self->network, like),
		                 FAIRLEAD_NO_VERTEX, like };

	if (fairlead_mix_part (~chance) < self->close)
		link.to = find_close (
			self, link.from,
			fairlead_network_get_kind (self->network,
		                                   fairlead_network_get_to (self->network, like)),
			&chance);
	if (link.to == FAIRLEAD_NO_VERTEX) {
		link.to = fairlead_network_get_to (self->network, other);
		/* It is as strong as that of the end whose size damps it */
		if (fairlead_link_info (kind)->hub == FAIRLEAD_HUB_TO)
			link.like = other;
	}
	if (link.from != link.to)
		g_array_append_val (missing, link);
}

/* Each link of one party is one of the other's too */
static void
share_links (const FairleadMissingPool *self, FairleadVertex owner, FairleadVertex other,
             GArray *missing)
{
	const GArray *links = links_of (self, owner);

	for (guint i = 0; i < links->len; i++) {
		FairleadLink like = g_array_index (links, FairleadLink, i);
		FairleadMissing link = { fairlead_network_get_from (self->network, like),
			                 fairlead_network_get_to (self->network, like), like };

		if (link.from == owner)
			link.from = other;
		else
			link.to = other;
		if (link.from != link.to)
			g_array_append_val (missing, link);
	}
}

void
fairlead_missing_pool_draw (const FairleadMissingPool *self, guint64 seed, GArray *missing)
{
	for (guint32 i = 0; i < self->n; i++) {
		double rate = self->per_recorded[class_of (self, self->links[i])];
		guint64 chance = fairlead_mix (seed + i);
		guint n = (guint) (rate + (double) (chance >> 11) * 0x1p-53);

		for (guint k = 0; k < n; k++) {
			chance = fairlead_mix (chance);
			add_missing (self, i, chance, missing);
		}
	}
	for (guint i = 0; i < self->merges->len; i++) {
		const FairleadMerge *merge = &g_array_index (self->merges, FairleadMerge, i);

		if (fairlead_mix_part (~seed + i) >= merge->probability)
			continue;
		share_links (self, merge->left, merge->right, missing);
		share_links (self, merge->right, merge->left, missing);
	}
}
