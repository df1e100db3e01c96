/* graph/score/rerank.h: the ranking again, without some links or with others
 *
 * Everything that stays the same between two such rankings is made once: what is drawn, or asked
 * 'what if', is only which links stand. On a large network only the part nearest to the target is
 * ranked again. */
#pragma once
#include "graph/score/score.h"
G_BEGIN_DECLS

typedef struct _FairleadRerank FairleadRerank;

/**
 * fairlead_rerank_new:
 * @most: parties nearest to the target, by the strongest path, that take part
 * @with_others: whether, where there is room, those take part too whom no link joins to the target
 */
FairleadRerank *fairlead_rerank_new (FairleadRanking *ranking, guint32 most, gboolean with_others);
void fairlead_rerank_free (FairleadRerank *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadRerank, fairlead_rerank_free)

/* Signals of all links, which must outlive it: where few are lost, most need not be found again */
void fairlead_rerank_use_signals (FairleadRerank *self, const FairleadSignals *signals);

/* How many rows of the ranking take part */
guint32 fairlead_rerank_get_n (const FairleadRerank *self);
/* Whether parties that the target reaches take no part */
gboolean fairlead_rerank_is_bounded (const FairleadRerank *self);
/* Of each vertex of the network, 0 where it takes no part in what is measured on the graph */
const guint32 *fairlead_rerank_get_numbers (const FairleadRerank *self);
/* The place in the ranking of a row that takes part; ascending */
guint32 fairlead_rerank_get_row (const FairleadRerank *self, guint32 i);

/* Members of the target from whom brokerage is searched in a draw, where there are more */
#define FAIRLEAD_RERANK_SOURCES 64

/**
 * FairleadWhatIf:
 * @is_kept: of each link of the network, whether it stands
 * @is_sure: whether those that stand count whole, their confidence having been drawn already
 * @missing: (nullable) (element-type FairleadMissing): links that stand beside those of the network
 * @sample: not 0: of a large network or target, what is measured may be so with an error: brokerage
 *   between the market and FAIRLEAD_RERANK_SOURCES members of the target that this number draws,
 *   walks until they move by no more than 1e-6. 0: as the ranking itself.
 * @keeps_signals: whether the signals, and how many clients a provider has, stay what they are
 */
typedef struct {
	const guint8 *is_kept;
	gboolean is_sure;
	gboolean keeps_signals;
	const GArray *missing;
	guint64 sample;
} FairleadWhatIf;

/**
 * fairlead_rerank_run:
 *
 * May be called by several threads at once.
 *
 * Returns: (transfer full): the rank of each row that takes part, equal scores sharing the better;
 *   NULL on failure
 */
guint32 *fairlead_rerank_run (const FairleadRerank *self, const FairleadWhatIf *what,
                              GCancellable *cancellable, GError **error);

G_END_DECLS
