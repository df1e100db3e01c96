/* graph/score/collect.c */
#include "graph/score/collect.h"

#include <stdlib.h>
#include <string.h>

#include "graph/score/exposure.h"
#include "graph/score/missing.h"
#include "graph/score/ranking-private.h"
#include "graph/score/rerank.h"

#define TOP 10
#define OWNERS_WITHIN 50
#define MERGES_WITHIN 200
#define MOST_MERGES 50
#define DRAWS_OF_A_SOURCE 20

const char *
fairlead_unknown_name (FairleadUnknownKind kind)
{
	static const char *const names[FAIRLEAD_N_UNKNOWNS] = {
		[FAIRLEAD_UNKNOWN_OWNER] = "owner",
		[FAIRLEAD_UNKNOWN_MERGE] = "merge",
		[FAIRLEAD_UNKNOWN_SOURCE] = "source",
	};

	g_return_val_if_fail ((guint) kind < FAIRLEAD_N_UNKNOWNS, NULL);
	return names[kind];
}

typedef struct {
	FairleadRanking *ranking;
	const FairleadScoring *scoring;
	const FairleadRankedRow *rows;
	guint n_rows;
	FairleadRerank *rerank;
	guint8 *is_kept; /* all are */
	GArray *missing; /* of FairleadMissing: what is supposed now */
	guint32 *base;   /* ranks of those who take part, with nothing supposed */
	GArray *found;   /* of FairleadUnknown */
	guint32 seed;
	GCancellable *cancellable;
	const FairleadTelling *telling; /* (nullable) */
	guint64 n_ranked;
} Collecting;

/* ---- how far two lists are apart ---- */

static double
place_of (guint32 rank)
{
	return (double) MIN (rank, TOP + 1);
}

static double
distance (const Collecting *self, const guint32 *ranks)
{
	double sum = 0.0;

	for (guint32 i = 0; i < fairlead_rerank_get_n (self->rerank); i++)
		sum += ABS (place_of (ranks[i]) - place_of (self->base[i]));
	return sum;
}

static FairleadVertex
best_newcomer (const Collecting *self, const guint32 *ranks)
{
	guint32 best = TOP + 1;
	FairleadVertex newcomer = FAIRLEAD_NO_VERTEX;

	for (guint32 i = 0; i < fairlead_rerank_get_n (self->rerank); i++)
		if (self->base[i] > TOP && ranks[i] < best) {
			best = ranks[i];
			newcomer = self->rows[fairlead_rerank_get_row (self->rerank, i)].vertex;
		}
	return newcomer;
}

/* Ranks with what is supposed now, whose confidence is that of the records */
static guint32 *
rank_now (Collecting *self, GError **error)
{
	const FairleadWhatIf what = { self->is_kept, FALSE, TRUE, self->missing, 0 };

	fairlead_tell (self->telling, "supposing unknowns", self->n_ranked++, 0);
	return fairlead_rerank_run (self->rerank, &what, self->cancellable, error);
}

/* FALSE on failure */
static gboolean
try_unknown (Collecting *self, FairleadUnknown unknown, GError **error)
{
	g_autofree guint32 *ranks = rank_now (self, error);

	if (ranks == NULL)
		return FALSE;
	unknown.change = distance (self, ranks);
	unknown.newcomer = best_newcomer (self, ranks);
	if (unknown.change > 0.0 && unknown.chance > 0.0)
		g_array_append_val (self->found, unknown);
	return TRUE;
}

/* ---- owners ---- */

static gboolean
is_owning (const Collecting *self, FairleadLink link)
{
	guint8 kind = fairlead_network_get_link (self->scoring->network, link)->kind;
	FairleadLinkClass link_class = fairlead_link_info (kind)->link_class;

	return link_class == FAIRLEAD_CLASS_OWNERSHIP || link_class == FAIRLEAD_CLASS_CONTROL;
}

/* What an owner would be recorded by */
static guint8
owning_kind (const Collecting *self, FairleadVertex vertex)
{
	return fairlead_network_get_kind (self->scoring->network, vertex) == FAIRLEAD_KIND_VESSEL
	               ? FAIRLEAD_LINK_REGISTERED_OWNER
	               : FAIRLEAD_LINK_SHAREHOLDER;
}

static gboolean
can_be_owned (const Collecting *self, FairleadVertex vertex)
{
	FairleadKind kind = fairlead_network_get_kind (self->scoring->network, vertex);

	return kind == FAIRLEAD_KIND_VESSEL || kind == FAIRLEAD_KIND_COMPANY;
}

/* Of each kind a link that stands for a new one: the first of those that hold and are surest; and
 * the member of the target who owns the most, the first of equals */
typedef struct {
	FairleadLink like[FAIRLEAD_N_LINK_KINDS]; /* G_MAXUINT32: none */
	FairleadVertex owner;
	guint8 *is_owned;
} Owning;

static gboolean
is_better_model (const Collecting *self, FairleadLink link, FairleadLink than)
{
	FairleadNetwork *network = self->scoring->network;

	if (fairlead_network_is_over (network, link))
		return FALSE;
	return than == G_MAXUINT32
	       || fairlead_network_get_confidence (network, link)
	                  > fairlead_network_get_confidence (network, than);
}

static void
look_at_owning (const Collecting *self, Owning *owning)
{
	FairleadNetwork *network = self->scoring->network;
	guint32 n = fairlead_network_get_n_vertices (network);
	g_autofree guint32 *n_owned = g_new0 (guint32, MAX (n, 1));

	owning->owner = fairlead_vertices (self->scoring->target)[0];
	owning->is_owned = g_malloc0 (MAX (n, 1));
	memset (owning->like, 0xff, sizeof owning->like);
	for (FairleadLink link = 0; link < fairlead_network_get_n_links (network); link++) {
		guint8 kind = fairlead_network_get_link (network, link)->kind;

		if (!is_owning (self, link))
			continue;
		owning->is_owned[fairlead_network_get_to (network, link)] = TRUE;
		n_owned[fairlead_network_get_from (network, link)]++;
		if (is_better_model (self, link, owning->like[kind]))
			owning->like[kind] = link;
	}
	for (guint i = 0; i < self->scoring->target->len; i++) {
		FairleadVertex member = fairlead_vertices (self->scoring->target)[i];

		if (n_owned[member] > n_owned[owning->owner])
			owning->owner = member;
	}
}

static gboolean
try_owners (Collecting *self, GError **error)
{
	g_autoptr (GArray) exposures = fairlead_ranking_dup_exposures (self->ranking);
	Owning owning;
	gboolean done = TRUE;

	look_at_owning (self, &owning);
	for (guint i = 0; i < MIN (self->n_rows, OWNERS_WITHIN) && done; i++) {
		FairleadVertex party = self->rows[i].vertex;
		FairleadLink like = owning.like[owning_kind (self, party)];
		FairleadMissing link = { owning.owner, party, like };
		FairleadUnknown unknown = {
			FAIRLEAD_UNKNOWN_OWNER,
			party,
			FAIRLEAD_NO_VERTEX,
			FAIRLEAD_CLASS_OWNERSHIP,
			g_array_index (exposures, FairleadExposure, i).share,
			0.0,
			FAIRLEAD_NO_VERTEX,
		};

		if (!can_be_owned (self, party) || owning.is_owned[party] || like == G_MAXUINT32
		    || party == owning.owner)
			continue;
		g_array_set_size (self->missing, 0);
		g_array_append_val (self->missing, link);
		done = try_unknown (self, unknown, error);
	}
	g_free (owning.is_owned);
	return done;
}

/* ---- merges ---- */

static gboolean
matters (const Collecting *self, FairleadVertex vertex)
{
	const FairleadRankedRow *row = fairlead_ranking_get_row_of (self->ranking, vertex);

	return self->scoring->is_target[vertex] || (row != NULL && row->rank <= MERGES_WITHIN);
}

static gboolean
try_merge (Collecting *self, const FairleadMerge *merge, GError **error)
{
	const FairleadMerge sure = { merge->left, merge->right, 2.0 };
	g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (FairleadMerge));
	g_autofree guint32 *nobody =
		g_new0 (guint32, MAX (fairlead_network_get_n_vertices (self->scoring->network), 1));
	g_autoptr (FairleadMissingPool) pool = NULL;
	const FairleadUnknown unknown = {
		FAIRLEAD_UNKNOWN_MERGE, merge->left, merge->right,       FAIRLEAD_CLASS_IDENTITY,
		merge->probability,     0.0,         FAIRLEAD_NO_VERTEX,
	};

	g_array_append_val (one, sure);
	pool = fairlead_missing_pool_new (self->scoring, nobody, one);
	g_array_set_size (self->missing, 0);
	fairlead_missing_pool_draw (pool, self->seed, self->missing);
	return try_unknown (self, unknown, error);
}

static gboolean
try_merges (Collecting *self, GError **error)
{
	g_autoptr (GArray) merges =
		fairlead_merges_find (self->scoring->network, self->cancellable, error);
	guint n_tried = 0;

	if (merges == NULL)
		return FALSE;
	for (guint i = 0; i < merges->len && n_tried < MOST_MERGES; i++) {
		const FairleadMerge *merge = &g_array_index (merges, FairleadMerge, i);

		if (!matters (self, merge->left) && !matters (self, merge->right))
			continue;
		n_tried++;
		if (!try_merge (self, merge, error))
			return FALSE;
	}
	return TRUE;
}

/* ---- sources ---- */

static gboolean
try_class (Collecting *self, FairleadLinkClass link_class, GError **error)
{
	g_autoptr (FairleadMissingPool) pool = fairlead_missing_pool_new_of_class (
		self->scoring, fairlead_rerank_get_numbers (self->rerank), link_class);
	FairleadUnknown unknown = {
		FAIRLEAD_UNKNOWN_SOURCE,
		FAIRLEAD_NO_VERTEX,
		FAIRLEAD_NO_VERTEX,
		link_class,
		1.0,
		0.0,
		FAIRLEAD_NO_VERTEX,
	};

	for (guint draw = 0; draw < DRAWS_OF_A_SOURCE; draw++) {
		g_autofree guint32 *ranks = NULL;

		g_array_set_size (self->missing, 0);
		fairlead_missing_pool_draw (pool, fairlead_mix (fairlead_mix (self->seed) + draw),
		                            self->missing);
		if (self->missing->len == 0)
			continue;
		ranks = rank_now (self, error);
		if (ranks == NULL)
			return FALSE;
		unknown.change += distance (self, ranks) / DRAWS_OF_A_SOURCE;
	}
	if (unknown.change > 0.0)
		g_array_append_val (self->found, unknown);
	return TRUE;
}

/* ---- all of it ---- */

static gint
compare_unknowns (gconstpointer a, gconstpointer b)
{
	const FairleadUnknown *first = a, *second = b;
	double value_a = first->chance * first->change, value_b = second->chance * second->change;

	if (value_a < value_b || value_a > value_b)
		return value_a > value_b ? -1 : 1;
	if (first->kind != second->kind)
		return first->kind < second->kind ? -1 : 1;
	if (first->party != second->party)
		return first->party < second->party ? -1 : 1;
	if (first->other != second->other)
		return first->other < second->other ? -1 : 1;
	return (gint) first->link_class - (gint) second->link_class;
}

static gboolean
try_all (Collecting *self, GError **error)
{
	self->base = rank_now (self, error);
	if (self->base == NULL || !try_owners (self, error) || !try_merges (self, error))
		return FALSE;
	for (guint i = 0; i < FAIRLEAD_N_CLASSES; i++)
		if (i != FAIRLEAD_CLASS_IDENTITY && !try_class (self, i, error))
			return FALSE;
	g_array_sort (self->found, compare_unknowns);
	return TRUE;
}

GArray *
fairlead_collect (FairleadRanking *ranking, guint32 seed, const FairleadTelling *telling,
                  GCancellable *cancellable, GError **error)
{
	const FairleadScoring *scoring = fairlead_ranking_get_scoring (ranking);
	guint32 n_links = fairlead_network_get_n_links (scoring->network);
	g_autoptr (FairleadRerank) rerank =
		fairlead_rerank_new (ranking, (guint32) scoring->parameters->arena, TRUE);
	g_autofree guint8 *is_kept = g_malloc (MAX (n_links, 1));
	g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (FairleadMissing));
	g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (FairleadUnknown));
	Collecting self = { .ranking = ranking,
		            .scoring = scoring,
		            .rerank = rerank,
		            .is_kept = is_kept,
		            .missing = missing,
		            .found = found,
		            .seed = seed,
		            .cancellable = cancellable,
		            .telling = telling };
	gboolean done;

	memset (is_kept, TRUE, n_links);
	self.rows = fairlead_ranking_get_rows (ranking, &self.n_rows);
	done = try_all (&self, error);
	g_free (self.base);
	return done ? g_steal_pointer (&found) : NULL;
}
