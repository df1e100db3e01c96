/* library/fairlead/disruption.h: which few designations cost a target most of its access */
#pragma once
#include <fairlead/network.h>
G_BEGIN_DECLS

/**
 * FleadDisruptQuestion:
 *
 * Whose access is to be cut, and with what. All is said by properties; what is not said has the
 * default of the command line, but for `limit`, which is 0: all.
 */
#define FLEAD_TYPE_DISRUPT_QUESTION (flead_disrupt_question_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadDisruptQuestion, flead_disrupt_question, FLEAD, DISRUPT_QUESTION,
                      GObject)

/**
 * FleadDisruptQuestion:target:
 *
 * Entity expressions. %NULL: the question is what holds the whole network together.
 */
/**
 * FleadDisruptQuestion:market:
 *
 * Expressions for whom the target wants to reach. %NULL: every other party.
 */
/**
 * FleadDisruptQuestion:budget:
 *
 * How many designations, or what they may cost: 1 to 100.
 */
/**
 * FleadDisruptQuestion:links:
 *
 * Which links to cut, instead of whom to designate.
 */
/**
 * FleadDisruptQuestion:protect:
 *
 * Expressions for whom may not be designated.
 */
/**
 * FleadDisruptQuestion:costs:
 *
 * `N=EXPRESSION`: designating each of these costs N of the budget, not 1.
 */
/**
 * FleadDisruptQuestion:max-hops:
 *
 * Access is counted up to so many links away; 0: any distance.
 */
/**
 * FleadDisruptQuestion:candidates:
 *
 * How many are tried, 1 to 10,000.
 */
/**
 * FleadDisruptQuestion:answers:
 *
 * New links with which the network may answer, 0 to 100; %G_MAXUINT: the budget.
 */
/**
 * FleadDisruptQuestion:limit:
 *
 * How many rows of those to warn; 0: all.
 */
/**
 * FleadDisruptQuestion:parameters:
 *
 * Path of a key file with numbers that replace shipped ones. %NULL: those that are shipped.
 */

/**
 * flead_disrupt_question_new:
 * @target: (nullable) (array zero-terminated=1): entity expressions
 *
 * Returns: (transfer full): a question with this target
 */
FLEAD_API FleadDisruptQuestion *flead_disrupt_question_new (const char *const *target);

/**
 * FleadMove:
 *
 * One row of a disruption: a designation or cut, and what it takes; or whom to warn before.
 * Immutable.
 */
#define FLEAD_TYPE_MOVE (flead_move_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadMove, flead_move, FLEAD, MOVE, GObject)

/**
 * flead_move_get_what:
 *
 * Returns: (transfer none): `designate`, `cut` or `warn`
 */
FLEAD_API const char *flead_move_get_what (FleadMove *self);

/**
 * flead_move_dup_entity:
 *
 * Returns: (transfer full) (nullable): who; one end of a link; %NULL for the registry of a flag
 */
FLEAD_API FleadEntity *flead_move_dup_entity (FleadMove *self);

/**
 * flead_move_dup_other:
 *
 * Returns: (transfer full) (nullable): the other end of a link, or with whom the one to warn deals;
 *   %NULL for a designation
 */
FLEAD_API FleadEntity *flead_move_dup_other (FleadMove *self);

/**
 * flead_move_get_role:
 *
 * Returns: (transfer none) (nullable): of whom to warn: `insurer`, `flag-registry`
 */
FLEAD_API const char *flead_move_get_role (FleadMove *self);

/**
 * flead_move_get_jurisdiction:
 *
 * Returns: (transfer none) (nullable): country of the party, or the flag
 */
FLEAD_API const char *flead_move_get_jurisdiction (FleadMove *self);

/**
 * flead_move_get_cost:
 *
 * Returns: of the budget; 0 of whom to warn
 */
FLEAD_API guint flead_move_get_cost (FleadMove *self);

/**
 * flead_move_get_loss:
 *
 * Returns: which part of the access is lost by it alone, 0 to 1; NaN of whom to warn
 */
FLEAD_API double flead_move_get_loss (FleadMove *self);

/**
 * flead_move_get_replaceable:
 *
 * Returns: which part of that loss the network's answer brings back, 0 to 1; NaN of whom to warn
 */
FLEAD_API double flead_move_get_replaceable (FleadMove *self);

/**
 * flead_move_get_n_dealings:
 *
 * Returns: of a designation, dealings with others that would break too; of whom to warn, distinct
 *   parties of the target and those chosen that it deals with
 */
FLEAD_API guint flead_move_get_n_dealings (FleadMove *self);

/**
 * flead_move_get_exposure:
 *
 * Returns: of whom to warn, which part of all its dealings that is, 0 to 1; else NaN
 */
FLEAD_API double flead_move_get_exposure (FleadMove *self);

/**
 * FleadDisruption:
 *
 * What was found: a [iface@Gio.ListModel] of [class@Fairlead.Move], those chosen first, and a
 * result whose bytes are those of `fairlead disrupt`. Immutable.
 *
 * A plan of a model is a question, not advice; networks adapt.
 */
#define FLEAD_TYPE_DISRUPTION (flead_disruption_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadDisruption, flead_disruption, FLEAD, DISRUPTION, GObject)

/**
 * flead_disruption_get_access:
 *
 * Returns: what is reached before anything is done
 */
FLEAD_API double flead_disruption_get_access (FleadDisruption *self);

/**
 * flead_disruption_get_left:
 *
 * Returns: what is reached when all that is chosen is done
 */
FLEAD_API double flead_disruption_get_left (FleadDisruption *self);

/**
 * flead_disruption_get_after_answer:
 *
 * Returns: what is reached when the network has answered with new links
 */
FLEAD_API double flead_disruption_get_after_answer (FleadDisruption *self);

/**
 * flead_disruption_get_is_exact:
 *
 * Returns: whether no other choice among the candidates leaves less
 */
FLEAD_API gboolean flead_disruption_get_is_exact (FleadDisruption *self);

/**
 * flead_network_disrupt:
 * @question: what is asked; taken as it is now
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Key players by greedy steps with swaps, or exactly where the subsets are few enough (Borgatti
 * 2006, doi:10.1007/s10588-006-7084-x); then the network's best answer, and who is hurt beside.
 *
 * Fails with %FLEAD_ERROR_USAGE for a question that cannot be meant, as
 * [method@Fairlead.Network.select] does, those of reading a file of parameters, and
 * %G_IO_ERROR_CANCELLED.
 *
 * Cost: a search of the network for each candidate and step; bounded.
 *
 * Returns: (transfer full): what was found; %NULL with the error
 */
FLEAD_API FleadDisruption *flead_network_disrupt (FleadNetwork *self,
                                                  FleadDisruptQuestion *question,
                                                  GCancellable *cancellable, FleadProgress progress,
                                                  gpointer user_data, GError **error);

/**
 * flead_network_disrupt_async:
 * @question: what is asked; taken as it is now
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.disrupt_finish].
 */
FLEAD_API void flead_network_disrupt_async (FleadNetwork *self, FleadDisruptQuestion *question,
                                            GCancellable *cancellable, FleadProgress progress,
                                            gpointer progress_data, GDestroyNotify progress_destroy,
                                            GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_disrupt_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): what was found; %NULL with the error
 */
FLEAD_API FleadDisruption *flead_network_disrupt_finish (FleadNetwork *self, GAsyncResult *result,
                                                         GError **error);

G_END_DECLS
