/* library/fairlead/supply.h: what was delivered against a cap */
#pragma once
#include <fairlead/chart.h>
G_BEGIN_DECLS

/**
 * FleadScenario:
 * @FLEAD_SCENARIO_LOW: as little as the factors allow
 * @FLEAD_SCENARIO_MIDDLE: between the two
 * @FLEAD_SCENARIO_HIGH: as much as the factors allow
 *
 * By which factors an estimate is made.
 */
typedef enum {
	FLEAD_SCENARIO_LOW,
	FLEAD_SCENARIO_MIDDLE,
	FLEAD_SCENARIO_HIGH,
} FleadScenario;

/**
 * FleadDelivery:
 *
 * One delivery that counts. Immutable.
 */
#define FLEAD_TYPE_DELIVERY (flead_delivery_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadDelivery, flead_delivery, FLEAD, DELIVERY, GObject)

/**
 * flead_delivery_dup_vessel:
 *
 * Returns: (transfer full) (nullable): who brought it; %NULL where a notification names no ship
 */
FLEAD_API FleadEntity *flead_delivery_dup_vessel (FleadDelivery *self);

/**
 * flead_delivery_get_day:
 *
 * Returns: the last day on which it can have happened, from 1970-01-01 on
 */
FLEAD_API gint flead_delivery_get_day (FleadDelivery *self);

/**
 * flead_delivery_get_basis:
 *
 * Returns: (transfer none): what its amount rests on: `stated`, `deadweight`, `class-median`
 */
FLEAD_API const char *flead_delivery_get_basis (FleadDelivery *self);

/**
 * flead_delivery_get_amount:
 * @scenario: which
 *
 * Returns: how much, in the unit of the cap
 */
FLEAD_API double flead_delivery_get_amount (FleadDelivery *self, FleadScenario scenario);

/**
 * FleadSupply:
 *
 * Deliveries of twelve months against a cap: a [iface@Gio.ListModel] of [class@Fairlead.Delivery]
 * by day, and a result whose bytes are those of `fairlead supply`. Immutable.
 *
 * An estimate is an interval with stated factors, not a finding.
 */
#define FLEAD_TYPE_SUPPLY (flead_supply_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadSupply, flead_supply, FLEAD, SUPPLY, GObject)

/**
 * flead_supply_get_unit:
 *
 * Returns: (transfer none): in what amounts are counted: `barrel`
 */
FLEAD_API const char *flead_supply_get_unit (FleadSupply *self);

/**
 * flead_supply_get_limit:
 *
 * Returns: the cap, in its unit
 */
FLEAD_API double flead_supply_get_limit (FleadSupply *self);

/**
 * flead_supply_get_total:
 * @scenario: which
 *
 * Returns: the sum of all deliveries, in the unit of the cap
 */
FLEAD_API double flead_supply_get_total (FleadSupply *self, FleadScenario scenario);

/**
 * flead_supply_draw:
 * @picture: as what; not that of an ending
 * @cancellable: (nullable): to give up
 * @error: where to put what went wrong
 *
 * Draws the sums day by day in three scenarios, and the cap. The bytes are those of
 * `fairlead supply --chart`.
 *
 * Fails with %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the bytes of the picture; %NULL with the error
 */
FLEAD_API GBytes *flead_supply_draw (FleadSupply *self, FleadPicture picture,
                                     GCancellable *cancellable, GError **error);

/**
 * flead_supply_draw_async:
 * @picture: in which form; not %FLEAD_PICTURE_BY_ENDING
 * @cancellable: (nullable): to give up
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Supply.draw_finish].
 */
FLEAD_API void flead_supply_draw_async (FleadSupply *self, FleadPicture picture,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * flead_supply_draw_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the bytes of the drawing; %NULL with the error
 */
FLEAD_API GBytes *flead_supply_draw_finish (FleadSupply *self, GAsyncResult *result,
                                            GError **error);

/**
 * flead_supply_save_drawing:
 * @picture: as what
 * @path: of the file, which appears whole or not at all
 * @cancellable: (nullable): to give up
 * @error: where to put what went wrong
 *
 * Draws it into a file. Fails as [method@Fairlead.Supply.draw] does, with %FLEAD_ERROR_USAGE where
 * no picture has the ending of @path, and %FLEAD_ERROR_IO.
 *
 * Returns: whether it was drawn
 */
FLEAD_API gboolean flead_supply_save_drawing (FleadSupply *self, FleadPicture picture,
                                              const char *path, GCancellable *cancellable,
                                              GError **error);

/**
 * flead_network_estimate_supply:
 * @cap: name of a cap: `refined`, `crude`, `coal`
 * @year: the twelve months, by the year that the cap calls them by
 * @factors: (nullable): path of a file of caps and factors; %NULL: those that are shipped
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Adds up what was delivered: what an event states, else
 *
 *   amount = deadweight x laden share x units a tonne
 *
 * in three scenarios.
 *
 * Fails with %FLEAD_ERROR_UNKNOWN_REFERENCE for a cap that there is not, %FLEAD_ERROR_USAGE for a
 * year out of 1 to 9998, and those of reading @factors.
 * Gives up with %G_IO_ERROR_CANCELLED soon after @cancellable is fired.
 *
 * Cost: O(events log events).
 *
 * Returns: (transfer full): the supply; %NULL with the error
 */
FLEAD_API FleadSupply *flead_network_estimate_supply (FleadNetwork *self, const char *cap,
                                                      guint year, const char *factors,
                                                      GCancellable *cancellable,
                                                      FleadProgress progress, gpointer user_data,
                                                      GError **error);

/**
 * flead_network_estimate_supply_async:
 * @cap: name of a cap
 * @year: the twelve months
 * @factors: (nullable): path of a file of caps and factors
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.estimate_supply_finish].
 */
FLEAD_API void flead_network_estimate_supply_async (FleadNetwork *self, const char *cap, guint year,
                                                    const char *factors, GCancellable *cancellable,
                                                    FleadProgress progress, gpointer progress_data,
                                                    GDestroyNotify progress_destroy,
                                                    GAsyncReadyCallback callback,
                                                    gpointer user_data);

/**
 * flead_network_estimate_supply_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the supply; %NULL with the error
 */
FLEAD_API FleadSupply *flead_network_estimate_supply_finish (FleadNetwork *self,
                                                             GAsyncResult *result, GError **error);

G_END_DECLS
