/* graph/resolve/proposals.h: which parties may be one, how sure that is, and which may be joined
 * without asking */
#pragma once
#include <gio/gio.h>
#include "graph/network/network.h"
#include "ingest/record/decision.h"
G_BEGIN_DECLS

/* Of what is joined without asking, unless told otherwise: one in fifty may be wrong */
#define FAIRLEAD_RESOLVE_THRESHOLD 0.98
/* Below, a pair is not worth a look */
#define FAIRLEAD_RESOLVE_LEAST 0.2
/* Parties that may become one without anybody looking */
#define FAIRLEAD_RESOLVE_LARGEST 12

/* Why a pair is not joined without asking */
typedef enum {
	FAIRLEAD_ASK_NOTHING,   /* it is */
	FAIRLEAD_ASK_FOLLOWS,   /* others that are joined make the two one */
	FAIRLEAD_ASK_UNSURE,    /* below the threshold */
	FAIRLEAD_ASK_NAME_ONLY, /* ships that agree in the name alone */
	FAIRLEAD_ASK_NUMBERED,  /* one list would have two numbers in the joined party */
	FAIRLEAD_ASK_RIVAL,     /* another of the same list is about as likely */
	FAIRLEAD_ASK_DATES,     /* ships that had what they share at different times */
	FAIRLEAD_ASK_LARGE,     /* the joined party would be of too many */
	FAIRLEAD_ASK_BRIDGE,    /* two groups that this pair alone holds together */
	FAIRLEAD_ASK_APART,     /* a decision, a kind or a ship's number keeps the groups apart */
	FAIRLEAD_N_ASKS
} FairleadAsk;

/* In words; empty for NOTHING */
FAIRLEAD_API const char *fairlead_ask_words (FairleadAsk ask);

/* What would happen to the pair, in one word: `join`, `follows`, `ask` */
FAIRLEAD_API const char *fairlead_ask_action (FairleadAsk ask);

/**
 * FairleadProposal:
 * @left, @right: parties; the id of @left is the smaller one
 * @probability: that they are one
 * @similarity, @evidence: of their two names that fit best, see name-similarity.h
 * @ask: %FAIRLEAD_ASK_NOTHING where it would be joined without asking
 */
typedef struct {
	FairleadVertex left;
	FairleadVertex right;
	double probability;
	double similarity;
	double evidence;
	FairleadAsk ask;
} FairleadProposal;

typedef struct _FairleadProposals FairleadProposals;

/**
 * FairleadResolveQuestion:
 * @kinds: a bit for each FairleadKind to look at; 0 for all
 * @threshold: from which probability pairs are joined without asking
 * @least: pairs below are left out
 * @progress: (nullable): told how many pairs were compared, now and then, and once in the end
 * @data: for @progress
 */
typedef struct {
	guint kinds;
	double threshold;
	double least;
	void (*progress) (guint done, guint total, gpointer data);
	gpointer data;
} FairleadResolveQuestion;

/**
 * fairlead_proposals_new:
 *
 * Pairs that share a key (a number, a name in any order, as it sounds, two rare words, an address)
 * are held against each other feature by feature; see docs/resolve.md for the features and their
 * weights. Pairs on which a decision of the network stands are left out.
 *
 * Order: by falling probability, then by ids. Fails only when cancelled. Cost: see blocking.h; some
 * tens of microseconds a pair.
 */
FAIRLEAD_API FairleadProposals *fairlead_proposals_new (FairleadNetwork *network,
                                                        const FairleadResolveQuestion *question,
                                                        GCancellable *cancellable, GError **error);
FAIRLEAD_API void fairlead_proposals_free (FairleadProposals *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadProposals, fairlead_proposals_free)

FAIRLEAD_API const FairleadProposal *fairlead_proposals_get (FairleadProposals *self, guint *n);

/* Pairs that were compared, and keys that too many parties share, which made none */
FAIRLEAD_API guint fairlead_proposals_get_n_compared (FairleadProposals *self);
FAIRLEAD_API guint fairlead_proposals_get_n_skipped (FairleadProposals *self);
/* The nth largest of them, with how many share it */
FAIRLEAD_API const char *fairlead_proposals_get_skipped (FairleadProposals *self, guint n,
                                                         guint *n_parties);

/* `+4.1 name: 0.97 alike ...`, a line for each feature of the nth proposal, the sum last; NULL
 * ends. (transfer full) */
FAIRLEAD_API GStrv fairlead_proposals_dup_explanation (FairleadProposals *self, guint n);

/* The keys that a decision on the nth proposal is about: of the records that the network knows the
 * two parties by */
FAIRLEAD_API const char *fairlead_proposals_get_left_key (FairleadProposals *self, guint n);
FAIRLEAD_API const char *fairlead_proposals_get_right_key (FairleadProposals *self, guint n);

G_END_DECLS
