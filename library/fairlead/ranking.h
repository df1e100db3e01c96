/* library/fairlead/ranking.h: parties in order of how they connect a target to the market */
#pragma once
#include <fairlead/network.h>
G_BEGIN_DECLS

/**
 * FleadQuestion:
 *
 * Whose facilitators are asked for, and what shall be found out beside. All is said by properties;
 * what is not said has the default of the command line, but for `limit`, which is 0: all.
 */
#define FLEAD_TYPE_QUESTION (flead_question_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadQuestion, flead_question, FLEAD, QUESTION, GObject)

/**
 * FleadQuestion:target:
 *
 * Entity expressions, as [method@Fairlead.Network.select] takes them; at least one.
 */
/**
 * FleadQuestion:market:
 *
 * Expressions for whom the target wants to reach. %NULL: every party that is not of the target.
 */
/**
 * FleadQuestion:include-targets:
 *
 * Whether the target's own parties are ranked too.
 */
/**
 * FleadQuestion:parameters:
 *
 * Path of a key file with numbers that replace shipped ones. %NULL: those that are shipped.
 */
/**
 * FleadQuestion:limit:
 *
 * How many parties from the first on; 0: all, those without a score too.
 */
/**
 * FleadQuestion:paths:
 *
 * How many evidence paths are written with each party, in JSON.
 */
/**
 * FleadQuestion:draws:
 *
 * How often links are drawn by their confidence, for the intervals of ranks; 0: never. Each draw
 * ranks again: most of the time that a ranking takes goes there.
 */
/**
 * FleadQuestion:seed:
 *
 * Of all that is drawn: the same seed gives the same.
 */
/**
 * FleadQuestion:draw-merges:
 *
 * Whether who may be the same is drawn too, by its probability.
 */
/**
 * FleadQuestion:measures:
 *
 * Names of measures beside the score, a column each: `katz`, `constraint`; docs/measures.md has
 * all. Cost: up to O(vertices x links) for some.
 */
/**
 * FleadQuestion:by-jurisdiction:
 *
 * Whether the groups of brokerage roles are jurisdictions, not sides.
 */
/**
 * FleadQuestion:sampling-error:
 *
 * The greatest error of betweenness, in (0, 1), where it is sampled; 0: exact on all but large
 * networks.
 */
/**
 * FleadQuestion:drop-source:
 *
 * A file of the inputs, or the end of its path: each rank is told too as it is without the links
 * that it alone states. %NULL: not asked.
 */
/**
 * FleadQuestion:collect:
 *
 * How many unknowns are told, in JSON, that may change the first ten most: what to collect next. 0:
 * none. Cost: a ranking for each that is tried.
 */

/**
 * flead_question_new:
 * @target: (array zero-terminated=1): entity expressions
 *
 * Returns: (transfer full): a question with this target
 */
FLEAD_API FleadQuestion *flead_question_new (const char *const *target);

/**
 * FleadComponent:
 * @FLEAD_COMPONENT_PROXIMITY: lift of a walk that restarts at the target: 1 is as near as chance
 * @FLEAD_COMPONENT_BROKERAGE: cheapest paths of market and target that pass, a sum of fractions
 * @FLEAD_COMPONENT_NECESSITY: the reach that the target loses without the party
 * @FLEAD_COMPONENT_CONTROL: how many of the target it controls
 * @FLEAD_COMPONENT_SIGNALS: how many signals of evasion it shows
 *
 * Of what a score is made: docs/measures.md has the equations.
 */
typedef enum {
	FLEAD_COMPONENT_PROXIMITY,
	FLEAD_COMPONENT_BROKERAGE,
	FLEAD_COMPONENT_NECESSITY,
	FLEAD_COMPONENT_CONTROL,
	FLEAD_COMPONENT_SIGNALS,
} FleadComponent;

/**
 * FleadRankedParty:
 *
 * One row of a ranking. Immutable; keeps its ranking alive.
 */
#define FLEAD_TYPE_RANKED_PARTY (flead_ranked_party_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadRankedParty, flead_ranked_party, FLEAD, RANKED_PARTY, GObject)

/**
 * flead_ranked_party_dup_entity:
 *
 * Returns: (transfer full): who it is
 */
FLEAD_API FleadEntity *flead_ranked_party_dup_entity (FleadRankedParty *self);

/**
 * flead_ranked_party_get_rank:
 *
 * Returns: from 1; equal scores share the better rank
 */
FLEAD_API guint flead_ranked_party_get_rank (FleadRankedParty *self);

/**
 * flead_ranked_party_get_score:
 *
 * The components, fused by reciprocal ranks:
 *
 *   s(v) = sum over i of w(i) / (k + r(i, v))  /  sum over i of w(i) / (k + 1)
 *
 * with the weight w(i) and the rank r(i, v) in each component, less what docs/measures.md takes off
 * for who serves many.
 *
 * Returns: 0 to 1; 1 would be first in every component
 */
FLEAD_API double flead_ranked_party_get_score (FleadRankedParty *self);

/**
 * flead_ranked_party_get_component:
 * @component: which
 *
 * Returns: its value, in the unit that [enum@Fairlead.Component] says
 */
FLEAD_API double flead_ranked_party_get_component (FleadRankedParty *self,
                                                   FleadComponent component);

/**
 * flead_ranked_party_get_degree:
 *
 * Returns: distinct neighbours, to be read beside brokerage
 */
FLEAD_API guint flead_ranked_party_get_degree (FleadRankedParty *self);

/**
 * flead_ranked_party_get_is_target:
 *
 * Returns: whether it is itself of the target
 */
FLEAD_API gboolean flead_ranked_party_get_is_target (FleadRankedParty *self);

/**
 * flead_ranked_party_get_spread:
 * @low: (out) (optional): the rank at 5 % of the draws
 * @high: (out) (optional): the rank at 95 % of the draws
 * @top: (out) (optional): the share of draws in which it is among the first ten
 *
 * How far the rank holds when links are drawn by their confidence.
 *
 * Returns: whether it took part in draws; the others are set only then
 */
FLEAD_API gboolean flead_ranked_party_get_spread (FleadRankedParty *self, guint *low, guint *high,
                                                  double *top);

/**
 * FleadRanking:
 *
 * Every party by how it connects the target to the market: a [iface@Gio.ListModel] of
 * [class@Fairlead.RankedParty], the first one first, and a result whose bytes are those of
 * `fairlead rank`. Made by [method@Fairlead.Network.rank]. Immutable; keeps its network alive.
 *
 * A high rank is a question, not a finding.
 */
#define FLEAD_TYPE_RANKING (flead_ranking_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadRanking, flead_ranking, FLEAD, RANKING, GObject)

/**
 * flead_network_rank:
 * @question: what is asked; taken as it is now
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Ranks. Exact and without chance, but for what `draws` and sampled measures draw by `seed`: the
 * same inputs and question give the same bytes on every machine, by any number of threads.
 *
 * Fails with %FLEAD_ERROR_USAGE for a question that cannot be meant,
 * %FLEAD_ERROR_UNKNOWN_REFERENCE when an expression selects nothing, those of reading a file of
 * parameters, %FLEAD_ERROR_NO_CONVERGENCE, and %G_IO_ERROR_CANCELLED.
 *
 * Cost: O(links) for each step of a walk, and a search for each member of the target in the part of
 * the network where it is; memory of O(links). Draws: that of the ranking's arena, once each.
 *
 * Returns: (transfer full): the ranking; %NULL with the error
 */
FLEAD_API FleadRanking *flead_network_rank (FleadNetwork *self, FleadQuestion *question,
                                            GCancellable *cancellable, FleadProgress progress,
                                            gpointer user_data, GError **error);

/**
 * flead_network_rank_async:
 * @question: what is asked; taken as it is now
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.rank_finish].
 */
FLEAD_API void flead_network_rank_async (FleadNetwork *self, FleadQuestion *question,
                                         GCancellable *cancellable, FleadProgress progress,
                                         gpointer progress_data, GDestroyNotify progress_destroy,
                                         GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_rank_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the ranking; %NULL with the error
 */
FLEAD_API FleadRanking *flead_network_rank_finish (FleadNetwork *self, GAsyncResult *result,
                                                   GError **error);

/**
 * flead_ranking_get_network:
 *
 * Returns: (transfer none): whose parties are ranked
 */
FLEAD_API FleadNetwork *flead_ranking_get_network (FleadRanking *self);

/**
 * flead_ranking_get_n_targets:
 *
 * Returns: how many entities the target has
 */
FLEAD_API guint flead_ranking_get_n_targets (FleadRanking *self);

/**
 * flead_ranking_get_kept:
 *
 * Returns: which share of the first ten are among the first ten in a draw, as a mean; NaN without
 *   draws
 */
FLEAD_API double flead_ranking_get_kept (FleadRanking *self);

/**
 * flead_ranking_dup_party:
 * @entity: of the same network
 *
 * Returns: (transfer full) (nullable): its row, be it within the limit or not; %NULL where it was
 *   not ranked
 */
FLEAD_API FleadRankedParty *flead_ranking_dup_party (FleadRanking *self, FleadEntity *entity);

G_END_DECLS
