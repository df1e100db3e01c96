/* library/fairlead/vessel.h: the life of a ship on one timeline */
#pragma once
#include <fairlead/network.h>
G_BEGIN_DECLS

/**
 * FleadBar:
 *
 * What held of a ship from one day to another: a name, a flag, an owner, a listing, an event.
 * Immutable.
 */
#define FLEAD_TYPE_BAR (flead_bar_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadBar, flead_bar, FLEAD, BAR, GObject)

/**
 * flead_bar_get_lane:
 *
 * Returns: (transfer none): of what it is: `name`, `flag`, `registered-owner`, `ism-manager`,
 *   `insurer`, `designation`, `event`
 */
FLEAD_API const char *flead_bar_get_lane (FleadBar *self);

/**
 * flead_bar_get_value:
 *
 * Returns: (transfer none): the name, code of the flag, name of the party, list, event
 */
FLEAD_API const char *flead_bar_get_value (FleadBar *self);

/**
 * flead_bar_get_detail:
 *
 * Returns: (transfer none): what else is said: `former`, `weak`; empty where there is nothing
 */
FLEAD_API const char *flead_bar_get_detail (FleadBar *self);

/**
 * flead_bar_dup_period:
 *
 * Returns: (transfer full): from when to when, as far as all sources together say
 */
FLEAD_API FleadPeriod *flead_bar_dup_period (FleadBar *self);

/**
 * flead_bar_dup_other:
 *
 * Returns: (transfer full) (nullable): the party, the other ship or the port; %NULL where there is
 *   none
 */
FLEAD_API FleadEntity *flead_bar_dup_other (FleadBar *self);

/**
 * flead_bar_get_is_disputed:
 *
 * Returns: whether another bar of the lane says otherwise of the same time
 */
FLEAD_API gboolean flead_bar_get_is_disputed (FleadBar *self);

/**
 * FleadVesselTimeline:
 *
 * All that the records say of one ship over time: a [iface@Gio.ListModel] of [class@Fairlead.Bar]
 * by lane and day, and a result whose bytes are those of `fairlead vessel`. Immutable.
 */
#define FLEAD_TYPE_VESSEL_TIMELINE (flead_vessel_timeline_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadVesselTimeline, flead_vessel_timeline, FLEAD, VESSEL_TIMELINE, GObject)

/**
 * flead_vessel_timeline_dup_ship:
 *
 * Returns: (transfer full): whose life it is
 */
FLEAD_API FleadEntity *flead_vessel_timeline_dup_ship (FleadVesselTimeline *self);

/**
 * flead_vessel_timeline_draw:
 * @cancellable: (nullable): to give up
 * @error: where to put what went wrong
 *
 * Draws the timeline: lanes of bars over the years, and the signals below. The bytes are those of
 * `fairlead vessel --format svg`.
 *
 * Fails with %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): SVG; %NULL with the error
 */
FLEAD_API GBytes *flead_vessel_timeline_draw (FleadVesselTimeline *self, GCancellable *cancellable,
                                              GError **error);

/**
 * flead_vessel_timeline_draw_async:
 * @cancellable: (nullable): to give up
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.VesselTimeline.draw_finish].
 */
FLEAD_API void flead_vessel_timeline_draw_async (FleadVesselTimeline *self,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_vessel_timeline_draw_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the bytes of the drawing; %NULL with the error
 */
FLEAD_API GBytes *flead_vessel_timeline_draw_finish (FleadVesselTimeline *self,
                                                     GAsyncResult *result, GError **error);

/**
 * flead_vessel_timeline_save_drawing:
 * @path: of the file, which appears whole or not at all
 * @cancellable: (nullable): to give up
 * @error: where to put what went wrong
 *
 * Draws it into a file, as SVG. Fails as [method@Fairlead.VesselTimeline.draw] does, and with
 * %FLEAD_ERROR_IO.
 *
 * Returns: whether it was drawn
 */
FLEAD_API gboolean flead_vessel_timeline_save_drawing (FleadVesselTimeline *self, const char *path,
                                                       GCancellable *cancellable, GError **error);

/**
 * flead_entity_find_timeline:
 * @target: (nullable) (array zero-terminated=1): entity expressions for whom signals of evasion are
 *   looked for; %NULL: all who are listed
 * @parameters: (nullable): path of a key file with the thresholds of signals; %NULL: those that are
 *   shipped
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * The timeline of a ship. Statements of one thing become one bar where their periods can be the
 * same.
 *
 * Fails with %FLEAD_ERROR_USAGE for what is no ship, and as [method@Fairlead.Network.select] does.
 * Gives up with %G_IO_ERROR_CANCELLED soon after @cancellable is fired.
 *
 * Cost: O(links + facts of the network).
 *
 * Returns: (transfer full): the timeline; %NULL with the error
 */
FLEAD_API FleadVesselTimeline *flead_entity_find_timeline (
	FleadEntity *self, const char *const *target, const char *parameters,
	GCancellable *cancellable, FleadProgress progress, gpointer user_data, GError **error);

/**
 * flead_entity_find_timeline_async:
 * @target: (nullable) (array zero-terminated=1): entity expressions for whom signals of evasion are
 *   looked for
 * @parameters: (nullable): path of a key file with the thresholds of signals; %NULL: those that are
 *   shipped
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Entity.find_timeline_finish].
 */
FLEAD_API void flead_entity_find_timeline_async (FleadEntity *self, const char *const *target,
                                                 const char *parameters, GCancellable *cancellable,
                                                 FleadProgress progress, gpointer progress_data,
                                                 GDestroyNotify progress_destroy,
                                                 GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_entity_find_timeline_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the timeline; %NULL with the error
 */
FLEAD_API FleadVesselTimeline *flead_entity_find_timeline_finish (FleadEntity *self,
                                                                  GAsyncResult *result,
                                                                  GError **error);

/**
 * FleadSignal:
 *
 * A fact about a ship, or about who owns or runs her, that networks of evasion often show.
 * Immutable. A signal is a question, not a finding.
 */
#define FLEAD_TYPE_SIGNAL (flead_signal_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadSignal, flead_signal, FLEAD, SIGNAL, GObject)

/**
 * flead_signal_dup_ship:
 *
 * Returns: (transfer full): the ship
 */
FLEAD_API FleadEntity *flead_signal_dup_ship (FleadSignal *self);

/**
 * flead_signal_dup_of:
 *
 * Returns: (transfer full): who shows it: the ship, or who owns or runs her
 */
FLEAD_API FleadEntity *flead_signal_dup_of (FleadSignal *self);

/**
 * flead_signal_get_name:
 *
 * Returns: (transfer none): `flag-hopping`, `renaming`, `target-ports`, ...
 */
FLEAD_API const char *flead_signal_get_name (FleadSignal *self);

/**
 * flead_signal_get_words:
 *
 * Returns: (transfer none): what it is in this case: `Togo, Sierra Leone, Palau`
 */
FLEAD_API const char *flead_signal_get_words (FleadSignal *self);

/**
 * flead_signal_get_caution:
 *
 * Returns: (transfer none): what else may be behind it
 */
FLEAD_API const char *flead_signal_get_caution (FleadSignal *self);

/**
 * flead_signal_get_value:
 *
 * Returns: what was counted: flags, days, ships
 */
FLEAD_API double flead_signal_get_value (FleadSignal *self);

/**
 * flead_signal_get_threshold:
 *
 * Returns: what that was held against
 */
FLEAD_API double flead_signal_get_threshold (FleadSignal *self);

/**
 * flead_signal_dup_sources:
 *
 * Returns: (transfer full) (array zero-terminated=1): where it stands, `file:line` each
 */
FLEAD_API char **flead_signal_dup_sources (FleadSignal *self);

/**
 * FleadSignals:
 *
 * The signals of all ships: a [iface@Gio.ListModel] of [class@Fairlead.Signal], ships with the most
 * first, and a result whose bytes are those of `fairlead vessel --signals`. Immutable.
 */
#define FLEAD_TYPE_SIGNALS (flead_signals_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadSignals, flead_signals, FLEAD, SIGNALS, GObject)

/**
 * flead_network_find_signals:
 * @target: (nullable) (array zero-terminated=1): expressions for the target, whose ports, flag and
 *   parties count; %NULL: all who are listed
 * @parameters: (nullable): path of a key file with the thresholds; %NULL: those that are shipped
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Looks for each signal in the facts that the records state. What they leave unknown is no signal.
 *
 * Fails as [method@Fairlead.Network.select] does, as reading the parameters does, and with
 * %G_IO_ERROR_CANCELLED.
 *
 * Cost: O(links + facts), and for each ship the links of those who run her.
 *
 * Returns: (transfer full): the signals; %NULL with the error
 */
FLEAD_API FleadSignals *flead_network_find_signals (FleadNetwork *self, const char *const *target,
                                                    const char *parameters,
                                                    GCancellable *cancellable,
                                                    FleadProgress progress, gpointer user_data,
                                                    GError **error);

/**
 * flead_network_find_signals_async:
 * @target: (nullable) (array zero-terminated=1): expressions for the target; %NULL: all who are
 *   listed
 * @parameters: (nullable): path of a key file with the thresholds; %NULL: those that are shipped
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.find_signals_finish].
 */
FLEAD_API void flead_network_find_signals_async (FleadNetwork *self, const char *const *target,
                                                 const char *parameters, GCancellable *cancellable,
                                                 FleadProgress progress, gpointer progress_data,
                                                 GDestroyNotify progress_destroy,
                                                 GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_find_signals_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the signals; %NULL with the error
 */
FLEAD_API FleadSignals *flead_network_find_signals_finish (FleadNetwork *self, GAsyncResult *result,
                                                           GError **error);

G_END_DECLS
