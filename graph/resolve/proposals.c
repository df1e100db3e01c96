/* graph/resolve/proposals.c */
#include "graph/resolve/proposals.h"

#include <string.h>

#include "graph/resolve/blocking.h"
#include "graph/resolve/pair/features.h"
#include "graph/resolve/merging.h"

static const char *const ask_words[FAIRLEAD_N_ASKS] = {
	[FAIRLEAD_ASK_NOTHING] = "",
	[FAIRLEAD_ASK_FOLLOWS] = "it follows from others",
	[FAIRLEAD_ASK_UNSURE] = "below the threshold",
	[FAIRLEAD_ASK_NAME_ONLY] = "ships that agree in the name alone",
	[FAIRLEAD_ASK_NUMBERED] = "one list numbers them apart",
	[FAIRLEAD_ASK_RIVAL] = "another of the same list is about as likely",
	[FAIRLEAD_ASK_DATES] = "what they share they had at different times",
	[FAIRLEAD_ASK_LARGE] = "it would join too many",
	[FAIRLEAD_ASK_BRIDGE] = "this pair alone would hold two groups together",
	[FAIRLEAD_ASK_APART] = "a decision, a kind or a ship's number keeps them apart",
};

const char *
fairlead_ask_words (FairleadAsk ask)
{
	return ask_words[ask];
}

/* Pairs between two words on how far it is: some hundredths of a second */
#define BETWEEN_WORDS 1024

struct _FairleadProposals {
	FairleadNetwork *network;
	FairleadNameScorer *scorer;
	FairleadProfiler profiler;
	FairleadBlocking blocking;
	GHashTable *profiles; /* vertex -> FairleadProfile */
	GArray *pairs;        /* of FairleadScoredPair */
	FairleadProposal *proposals;
};

static const FairleadProfile *
profile_of (FairleadProposals *self, FairleadVertex vertex)
{
	FairleadProfile *profile = g_hash_table_lookup (self->profiles, GUINT_TO_POINTER (vertex));

	if (profile == NULL) {
		profile = fairlead_profile_new (&self->profiler, vertex);
		g_hash_table_insert (self->profiles, GUINT_TO_POINTER (vertex), profile);
	}
	return profile;
}

/* ---- scoring ---- */

/* What somebody decided on, or looked at and left open, is not proposed again */
static gboolean
is_decided (FairleadProposals *self, FairleadVertex left, FairleadVertex right)
{
	FairleadDecisions *decisions = fairlead_network_get_decisions (self->network);

	return decisions != NULL
	       && fairlead_decisions_find (decisions, fairlead_network_get_id (self->network, left),
	                                   fairlead_network_get_id (self->network, right))
	                  >= 0;
}

static void
score_pair (FairleadProposals *self, guint64 pair, double least)
{
	FairleadVertex left = (FairleadVertex) (pair >> 32), right = (FairleadVertex) pair;
	FairleadComparison comparison;
	FairleadScoredPair scored = { .proposal = { .left = left, .right = right } };

	fairlead_profiles_compare (&self->profiler, profile_of (self, left),
	                           profile_of (self, right), &comparison, NULL);
	scored.proposal.probability = fairlead_probability_of (comparison.log_odds);
	scored.proposal.similarity = comparison.name.similarity;
	scored.proposal.evidence = comparison.name.evidence;
	scored.n_marks = comparison.n_marks;
	scored.is_apart_in_time = comparison.is_apart_in_time;
	if (!comparison.is_impossible && scored.proposal.probability >= least
	    && !is_decided (self, left, right))
		g_array_append_val (self->pairs, scored);
}

/* Vertices are in the order of their ids. Rounding of sums must not decide on an order: 24 bits
 * count. */
static gint
compare_scored (gconstpointer a, gconstpointer b)
{
	const FairleadProposal *x = &((const FairleadScoredPair *) a)->proposal;
	const FairleadProposal *y = &((const FairleadScoredPair *) b)->proposal;
	float p = (float) x->probability, q = (float) y->probability;

	if (p != q)
		return p > q ? -1 : 1;
	if (x->left != y->left)
		return x->left < y->left ? -1 : 1;
	return x->right < y->right ? -1 : x->right > y->right;
}

static void
say (const FairleadResolveQuestion *question, guint done, guint total)
{
	if (question->progress != NULL && (done % BETWEEN_WORDS == 0 || done == total))
		question->progress (done, total, question->data);
}

static gboolean
score_all (FairleadProposals *self, const FairleadResolveQuestion *question,
           GCancellable *cancellable, GError **error)
{
	guint n = self->blocking.pairs->len;

	for (guint i = 0; i < n; i++) {
		say (question, i, n);
		if (g_cancellable_set_error_if_cancelled (cancellable, error))
			return FALSE;
		score_pair (self, g_array_index (self->blocking.pairs, guint64, i),
		            question->least);
	}
	say (question, n, n);
	g_array_sort (self->pairs, compare_scored);
	return TRUE;
}

static void
judge_all (FairleadProposals *self, double threshold)
{
	fairlead_merging_judge (self->network, (FairleadScoredPair *) (gpointer) self->pairs->data,
	                        self->pairs->len, threshold);
	self->proposals = g_new (FairleadProposal, MAX (self->pairs->len, 1));
	for (guint i = 0; i < self->pairs->len; i++)
		self->proposals[i] = g_array_index (self->pairs, FairleadScoredPair, i).proposal;
}

FairleadProposals *
fairlead_proposals_new (FairleadNetwork *network, const FairleadResolveQuestion *question,
                        GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadProposals) self = g_new0 (FairleadProposals, 1);
	guint kinds = question->kinds != 0 ? question->kinds : (1u << FAIRLEAD_N_KINDS) - 1;

	self->network = g_object_ref (network);
	self->scorer = fairlead_name_scorer_new (network);
	fairlead_name_scorer_remember (self->scorer);
	self->profiles =
		g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) fairlead_profile_free);
	self->pairs = g_array_new (FALSE, FALSE, sizeof (FairleadScoredPair));
	fairlead_profiler_init (&self->profiler, network, self->scorer);
	if (!fairlead_blocking_init (&self->blocking, &self->profiler, kinds, cancellable, error)
	    || !score_all (self, question, cancellable, error))
		return NULL;
	judge_all (self, question->threshold);
	return g_steal_pointer (&self);
}

void
fairlead_proposals_free (FairleadProposals *self)
{
	fairlead_blocking_clear (&self->blocking);
	fairlead_profiler_clear (&self->profiler);
	g_hash_table_unref (self->profiles);
	g_array_unref (self->pairs);
	fairlead_name_scorer_free (self->scorer);
	g_object_unref (self->network);
	g_free (self->proposals);
	g_free (self);
}

/* ---- reading ---- */

const char *
fairlead_ask_action (FairleadAsk ask)
{
	switch (ask) {
	case FAIRLEAD_ASK_NOTHING:
		return "join";
	case FAIRLEAD_ASK_FOLLOWS:
		return "follows";
	default:
		return "ask";
	}
}

const FairleadProposal *
fairlead_proposals_get (FairleadProposals *self, guint *n)
{
	*n = self->pairs->len;
	return self->proposals;
}

guint
fairlead_proposals_get_n_compared (FairleadProposals *self)
{
	return self->blocking.pairs->len;
}

guint
fairlead_proposals_get_n_skipped (FairleadProposals *self)
{
	return self->blocking.skipped->len;
}

const char *
fairlead_proposals_get_skipped (FairleadProposals *self, guint n, guint *n_parties)
{
	const FairleadSkippedBlock *block =
		&g_array_index (self->blocking.skipped, FairleadSkippedBlock, n);

	*n_parties = block->n_parties;
	return block->key;
}

static char *
dup_line (const FairleadFeatureLine *line)
{
	char weight[G_ASCII_DTOSTR_BUF_SIZE];

	return g_strdup_printf ("%s %s: %s",
	                        g_ascii_formatd (weight, sizeof weight, "%+.1f", line->weight),
	                        line->feature, line->words);
}

GStrv
fairlead_proposals_dup_explanation (FairleadProposals *self, guint n)
{
	const FairleadProposal *proposal = &self->proposals[n];
	g_autoptr (GPtrArray) lines = fairlead_feature_lines_new ();
	g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
	FairleadComparison comparison;
	char weight[G_ASCII_DTOSTR_BUF_SIZE];
	char probability[G_ASCII_DTOSTR_BUF_SIZE];

	fairlead_profiles_compare (&self->profiler, profile_of (self, proposal->left),
	                           profile_of (self, proposal->right), &comparison, lines);
	for (guint i = 0; i < lines->len; i++)
		g_ptr_array_add (texts, dup_line (lines->pdata[i]));
	g_ptr_array_add (texts, g_strdup_printf ("%s in all: probability %s",
	                                         g_ascii_formatd (weight, sizeof weight, "%+.1f",
	                                                          comparison.log_odds),
	                                         g_ascii_formatd (probability, sizeof probability,
	                                                          "%.3f", proposal->probability)));
	g_ptr_array_add (texts, NULL);
	return (GStrv) g_ptr_array_steal (texts, NULL);
}

const char *
fairlead_proposals_get_left_key (FairleadProposals *self, guint n)
{
	return fairlead_network_get_id (self->network, self->proposals[n].left);
}

const char *
fairlead_proposals_get_right_key (FairleadProposals *self, guint n)
{
	return fairlead_network_get_id (self->network, self->proposals[n].right);
}
