/* library/fairlead/ownership.h: who owns whom, and who falls under a 50 per cent rule */
#pragma once
#include <fairlead/network.h>
G_BEGIN_DECLS

/**
 * FleadStake:
 *
 * What one party holds of another through all chains, or how it stands under a rule. Immutable.
 */
#define FLEAD_TYPE_STAKE (flead_stake_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadStake, flead_stake, FLEAD, STAKE, GObject)

/**
 * flead_stake_dup_entity:
 *
 * Returns: (transfer full): the owner, or what is owned, or who falls under the rule
 */
FLEAD_API FleadEntity *flead_stake_dup_entity (FleadStake *self);

/**
 * flead_stake_dup_share:
 *
 * The integrated share: direct holdings, and those through others, multiplied along chains and
 * added up, circles counted once (Baldone, Brioschi and Paleari):
 *
 *   H(i, j) = V(i, j) / V(i, i),   V = (I - W)^-1
 *
 * with the matrix W of direct shares, each with a lower and an upper bound.
 *
 * Returns: (transfer full): the share, from its lower to its upper bound
 */
FLEAD_API FleadShare *flead_stake_dup_share (FleadStake *self);

/**
 * flead_stake_get_hops:
 *
 * Returns: fewest holdings between the two; 0 of who falls under a rule
 */
FLEAD_API guint flead_stake_get_hops (FleadStake *self);

/**
 * flead_stake_get_verdict:
 *
 * Returns: (transfer none): `clear`, `possible`, `definite` or `listed`: of an owner, whether it
 *   has a majority along chains; else, whether the party falls under the rule. No legal advice.
 */
FLEAD_API const char *flead_stake_get_verdict (FleadStake *self);

/**
 * flead_stake_get_power:
 *
 * How often an owner decides when the owners cast their votes in any order: the index of Shapley
 * and Shubik 1954, doi:10.2307/1951053, by random orders. See
 * [property@Fairlead.OwnershipQuestion:power].
 *
 * Returns: 0 to 1; NaN where it was not asked
 */
FLEAD_API double flead_stake_get_power (FleadStake *self);

/**
 * FleadOwnership:
 *
 * Who owns a party, what it owns, or all who fall under a rule: a [iface@Gio.ListModel] of
 * [class@Fairlead.Stake], and a result whose bytes are those of `fairlead own`. Immutable.
 */
#define FLEAD_TYPE_OWNERSHIP (flead_ownership_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadOwnership, flead_ownership, FLEAD, OWNERSHIP, GObject)

/**
 * flead_ownership_dup_verdict:
 * @rule: name of a regime, `OFAC`, among those that were asked about
 *
 * How the party that was asked about stands under a rule.
 *
 * Returns: (transfer full) (nullable): `clear`, `possible`, `definite` or `listed`; %NULL where the
 *   rule was not asked about, or no party was
 */
FLEAD_API char *flead_ownership_dup_verdict (FleadOwnership *self, const char *rule);

/**
 * flead_ownership_draw:
 * @cancellable: (nullable): to give up
 * @error: where to put what went wrong
 *
 * Draws who owns the party that was asked about, or what it owns: boxes in layers, holders above
 * what they hold, and the verdicts below. The bytes are those of `fairlead own --format svg`.
 *
 * Fails with %FLEAD_ERROR_USAGE where all were asked about, and with %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): SVG; %NULL with the error
 */
FLEAD_API GBytes *flead_ownership_draw (FleadOwnership *self, GCancellable *cancellable,
                                        GError **error);

/**
 * flead_ownership_draw_async:
 * @cancellable: (nullable): to give up
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Ownership.draw_finish].
 */
FLEAD_API void flead_ownership_draw_async (FleadOwnership *self, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_ownership_draw_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the bytes of the drawing; %NULL with the error
 */
FLEAD_API GBytes *flead_ownership_draw_finish (FleadOwnership *self, GAsyncResult *result,
                                               GError **error);

/**
 * flead_ownership_save_drawing:
 * @path: of the file, which appears whole or not at all
 * @cancellable: (nullable): to give up
 * @error: where to put what went wrong
 *
 * Draws it into a file, as SVG. Fails as [method@Fairlead.Ownership.draw] does, and with
 * %FLEAD_ERROR_IO.
 *
 * Returns: whether it was drawn
 */
FLEAD_API gboolean flead_ownership_save_drawing (FleadOwnership *self, const char *path,
                                                 GCancellable *cancellable, GError **error);

/**
 * flead_network_find_ownership:
 * @entity: (nullable): one entity expression: whose owners are asked for; %NULL: all who fall under
 *   the rules
 * @is_down: whether what it owns is asked for instead
 * @rules: (nullable) (array zero-terminated=1): regimes or ids of rules; %NULL: the one of each
 *   regime that is in force
 * @as_of: (nullable): a day, `2021-03-08`; %NULL: the last state that the records tell of
 * @limit: how many at most; 0: all
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Sums holdings, in billionths without rounding, and holds them against the rules. What is unknown
 * stays an interval.
 *
 * Fails with %FLEAD_ERROR_UNKNOWN_REFERENCE for an entity or rule that there is not, and with
 * %FLEAD_ERROR_USAGE where @entity stands for several, or @as_of is no day.
 * Gives up with %G_IO_ERROR_CANCELLED soon after @cancellable is fired.
 *
 * Cost: O(vertices + holdings), and a solve for each owner.
 *
 * Returns: (transfer full): what was found; %NULL with the error
 */
FLEAD_API FleadOwnership *flead_network_find_ownership (FleadNetwork *self, const char *entity,
                                                        gboolean is_down, const char *const *rules,
                                                        const char *as_of, guint limit,
                                                        GCancellable *cancellable,
                                                        FleadProgress progress, gpointer user_data,
                                                        GError **error);

/**
 * flead_network_find_ownership_async:
 * @entity: (nullable): one entity expression; %NULL: all who fall under the rules
 * @is_down: whether what it owns is asked for instead
 * @rules: (nullable) (array zero-terminated=1): regimes or ids of rules
 * @as_of: (nullable): a day
 * @limit: how many at most; 0: all
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.find_ownership_finish].
 */
FLEAD_API void flead_network_find_ownership_async (
	FleadNetwork *self, const char *entity, gboolean is_down, const char *const *rules,
	const char *as_of, guint limit, GCancellable *cancellable, FleadProgress progress,
	gpointer progress_data, GDestroyNotify progress_destroy, GAsyncReadyCallback callback,
	gpointer user_data);

/**
 * flead_network_find_ownership_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): what was found; %NULL with the error
 */
FLEAD_API FleadOwnership *flead_network_find_ownership_finish (FleadNetwork *self,
                                                               GAsyncResult *result,
                                                               GError **error);

/**
 * FleadOwnershipQuestion:
 *
 * Whose owners, and under which rules. All is said by properties; what is not said has the default
 * of the command line, but for `limit`.
 */
#define FLEAD_TYPE_OWNERSHIP_QUESTION (flead_ownership_question_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadOwnershipQuestion, flead_ownership_question, FLEAD, OWNERSHIP_QUESTION,
                      GObject)

/**
 * FleadOwnershipQuestion:entity:
 *
 * One entity expression: whose owners are asked for. %NULL: all who fall under the rules.
 */
/**
 * FleadOwnershipQuestion:down:
 *
 * Whether what it owns is asked for instead.
 */
/**
 * FleadOwnershipQuestion:rules:
 *
 * Regimes or ids of rules: `OFAC`, `EU`. %NULL: the one of each regime that is in force.
 */
/**
 * FleadOwnershipQuestion:rule-file:
 *
 * Path of a file of rules, in the form of those that are shipped. %NULL: these.
 */
/**
 * FleadOwnershipQuestion:as-of:
 *
 * A day, `2021-03-08`, whose holdings, listings and rules count. %NULL: the last state that the
 * records tell of.
 */
/**
 * FleadOwnershipQuestion:listed:
 *
 * Entity expressions for who counts as listed. %NULL: those on the lists of the rules.
 */
/**
 * FleadOwnershipQuestion:joint:
 *
 * Entity expressions, each of which stands for those who hold by a joint arrangement, as one
 * person: `@family.txt`.
 */
/**
 * FleadOwnershipQuestion:power:
 *
 * How many random orders of votes tell how often each owner decides; at most 10,000,000; 0: it is
 * not asked. Of the owners of one entity alone.
 */
/**
 * FleadOwnershipQuestion:seed:
 *
 * Of these orders: the same seed gives the same.
 */
/**
 * FleadOwnershipQuestion:limit:
 *
 * How many at most; 0, which is the default: all.
 */

/**
 * flead_ownership_question_new:
 * @entity: (nullable): one entity expression; %NULL: all who fall under the rules
 *
 * Returns: (transfer full): a question under the rules that are in force
 */
FLEAD_API FleadOwnershipQuestion *flead_ownership_question_new (const char *entity);

/**
 * flead_network_ask_ownership:
 * @question: whose owners, and under which rules
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * As [method@Fairlead.Network.find_ownership], with all that `fairlead own` can be asked. Fails as
 * that does, with %FLEAD_ERROR_USAGE for what cannot be asked together, and as reading the file of
 * rules does.
 *
 * Returns: (transfer full): what was found; %NULL with the error
 */
FLEAD_API FleadOwnership *flead_network_ask_ownership (FleadNetwork *self,
                                                       FleadOwnershipQuestion *question,
                                                       GCancellable *cancellable,
                                                       FleadProgress progress, gpointer user_data,
                                                       GError **error);

/**
 * flead_network_ask_ownership_async:
 * @question: what is asked; taken as it is now
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.ask_ownership_finish].
 */
FLEAD_API void flead_network_ask_ownership_async (FleadNetwork *self,
                                                  FleadOwnershipQuestion *question,
                                                  GCancellable *cancellable, FleadProgress progress,
                                                  gpointer progress_data,
                                                  GDestroyNotify progress_destroy,
                                                  GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_ask_ownership_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): what was found; %NULL with the error
 */
FLEAD_API FleadOwnership *flead_network_ask_ownership_finish (FleadNetwork *self,
                                                              GAsyncResult *result, GError **error);

/**
 * FleadFleetShip:
 *
 * A ship, and who runs her. Immutable.
 */
#define FLEAD_TYPE_FLEET_SHIP (flead_fleet_ship_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadFleetShip, flead_fleet_ship, FLEAD, FLEET_SHIP, GObject)

/**
 * flead_fleet_ship_dup_ship:
 *
 * Returns: (transfer full): the ship
 */
FLEAD_API FleadEntity *flead_fleet_ship_dup_ship (FleadFleetShip *self);

/**
 * flead_fleet_ship_dup_runner:
 *
 * Returns: (transfer full) (nullable): who runs her: of a single-ship company without a known
 *   majority owner, the first manager there is; else the owner, or who has a majority of it along
 *   chains. %NULL where nobody is known.
 */
FLEAD_API FleadEntity *flead_fleet_ship_dup_runner (FleadFleetShip *self);

/**
 * flead_fleet_ship_dup_owner:
 *
 * Returns: (transfer full) (nullable): the registered owner; %NULL where none is known, or more
 *   than one
 */
FLEAD_API FleadEntity *flead_fleet_ship_dup_owner (FleadFleetShip *self);

/**
 * flead_fleet_ship_get_through:
 *
 * Returns: (transfer none) (nullable): as what: `owner`, `ISM manager`, ...; %NULL where nobody is
 *   known
 */
FLEAD_API const char *flead_fleet_ship_get_through (FleadFleetShip *self);

/**
 * flead_fleet_ship_get_is_shell:
 *
 * Returns: whether the owner owns and runs this ship, and nothing else that is known
 */
FLEAD_API gboolean flead_fleet_ship_get_is_shell (FleadFleetShip *self);

/**
 * flead_fleet_ship_dup_link:
 *
 * Returns: (transfer full) (nullable): the link to the ship that says so; %NULL where nobody is
 *   known
 */
FLEAD_API FleadLink *flead_fleet_ship_dup_link (FleadFleetShip *self);

/**
 * FleadFleets:
 *
 * Ships by who runs them, single-ship companies seen through: a [iface@Gio.ListModel] of
 * [class@Fairlead.FleetShip], the largest fleets first, and a result whose bytes are those of
 * `fairlead own --fleets --limit 0`. Immutable.
 */
#define FLEAD_TYPE_FLEETS (flead_fleets_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadFleets, flead_fleets, FLEAD, FLEETS, GObject)

/**
 * flead_network_find_fleets:
 * @entity: (nullable): one entity expression, whose ships alone are wanted; %NULL: all ships
 * @as_of: (nullable): a day, `2021-03-08`, whose holdings count; %NULL: the last state
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Fails with %FLEAD_ERROR_UNKNOWN_REFERENCE for an entity that there is not, with
 * %FLEAD_ERROR_USAGE where @entity stands for several or @as_of is no day, and with
 * %G_IO_ERROR_CANCELLED.
 *
 * Cost: O(links), and a sort.
 *
 * Returns: (transfer full): the ships; %NULL with the error
 */
FLEAD_API FleadFleets *flead_network_find_fleets (FleadNetwork *self, const char *entity,
                                                  const char *as_of, GCancellable *cancellable,
                                                  FleadProgress progress, gpointer user_data,
                                                  GError **error);

/**
 * flead_network_find_fleets_async:
 * @entity: (nullable): one entity expression; %NULL: all ships
 * @as_of: (nullable): a day; %NULL: the last state
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.find_fleets_finish].
 */
FLEAD_API void flead_network_find_fleets_async (FleadNetwork *self, const char *entity,
                                                const char *as_of, GCancellable *cancellable,
                                                FleadProgress progress, gpointer progress_data,
                                                GDestroyNotify progress_destroy,
                                                GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_find_fleets_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the ships; %NULL with the error
 */
FLEAD_API FleadFleets *flead_network_find_fleets_finish (FleadNetwork *self, GAsyncResult *result,
                                                         GError **error);

G_END_DECLS
