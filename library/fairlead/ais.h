/* library/fairlead/ais.h: events in AIS data */
#pragma once
#include <fairlead/result.h>
#include <fairlead/values.h>
G_BEGIN_DECLS

/**
 * FleadAisRules:
 * @FLEAD_AIS_RULES_ENCOUNTERS: two ships side by side at sea
 * @FLEAD_AIS_RULES_GAPS: silence where others were heard
 * @FLEAD_AIS_RULES_JUMPS: places that no ship can go between
 * @FLEAD_AIS_RULES_IDENTITIES: numbers and names that contradict each other
 * @FLEAD_AIS_RULES_ALL: all of these
 *
 * Which events are asked for.
 */
typedef enum /*< flags >*/ {
	FLEAD_AIS_RULES_ENCOUNTERS = 1 << 0,
	FLEAD_AIS_RULES_GAPS = 1 << 1,
	FLEAD_AIS_RULES_JUMPS = 1 << 2,
	FLEAD_AIS_RULES_IDENTITIES = 1 << 3,
	FLEAD_AIS_RULES_ALL = 15,
} FleadAisRules;

/**
 * FleadAisParty:
 *
 * A ship of an event, as it was heard. Immutable.
 */
#define FLEAD_TYPE_AIS_PARTY (flead_ais_party_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadAisParty, flead_ais_party, FLEAD, AIS_PARTY, GObject)

/**
 * flead_ais_party_dup_key:
 *
 * Returns: (transfer full): `imo:9311000` where it says an IMO number that proves itself, else
 *   `mmsi:273123456`
 */
FLEAD_API char *flead_ais_party_dup_key (FleadAisParty *self);

/**
 * flead_ais_party_get_mmsi:
 *
 * Returns: the number of its radio
 */
FLEAD_API guint32 flead_ais_party_get_mmsi (FleadAisParty *self);

/**
 * flead_ais_party_get_imo:
 *
 * Returns: (transfer none): the IMO number that it says, right or wrong; empty where it says none
 */
FLEAD_API const char *flead_ais_party_get_imo (FleadAisParty *self);

/**
 * flead_ais_party_get_name:
 *
 * Returns: (transfer none): the name that it says; empty where it says none
 */
FLEAD_API const char *flead_ais_party_get_name (FleadAisParty *self);

/**
 * flead_ais_party_get_call_sign:
 *
 * Returns: (transfer none): the call sign that it says; empty where it says none
 */
FLEAD_API const char *flead_ais_party_get_call_sign (FleadAisParty *self);

/**
 * flead_ais_party_dup_first:
 *
 * Returns: (transfer full): the first of its rows that the event rests on
 */
FLEAD_API FleadSource *flead_ais_party_dup_first (FleadAisParty *self);

/**
 * flead_ais_party_dup_last:
 *
 * Returns: (transfer full): the last of its rows that the event rests on
 */
FLEAD_API FleadSource *flead_ais_party_dup_last (FleadAisParty *self);

/**
 * FleadAisEvent:
 *
 * One event that the rules found. Immutable.
 */
#define FLEAD_TYPE_AIS_EVENT (flead_ais_event_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadAisEvent, flead_ais_event, FLEAD, AIS_EVENT, GObject)

/**
 * flead_ais_event_get_kind:
 *
 * Returns: (transfer none): `encounter`, `ais-gap`, `ais-jump`, ...; all stand in docs/events.md
 */
FLEAD_API const char *flead_ais_event_get_kind (FleadAisEvent *self);

/**
 * flead_ais_event_get_reason:
 *
 * Returns: (transfer none): an everyday reason that it has: `near-port`; empty where there is none
 */
FLEAD_API const char *flead_ais_event_get_reason (FleadAisEvent *self);

/**
 * flead_ais_event_get_start:
 *
 * Returns: when it began, in seconds since 1970-01-01 UTC
 */
FLEAD_API gint64 flead_ais_event_get_start (FleadAisEvent *self);

/**
 * flead_ais_event_get_end:
 *
 * Returns: when it ended, or was still so when the data ends
 */
FLEAD_API gint64 flead_ais_event_get_end (FleadAisEvent *self);

/**
 * flead_ais_event_get_is_open_start:
 *
 * Returns: whether it was so already when the data begins
 */
FLEAD_API gboolean flead_ais_event_get_is_open_start (FleadAisEvent *self);

/**
 * flead_ais_event_get_is_open_end:
 *
 * Returns: whether it was still so when the data ends
 */
FLEAD_API gboolean flead_ais_event_get_is_open_end (FleadAisEvent *self);

/**
 * flead_ais_event_dup_ship:
 *
 * Returns: (transfer full): the ship
 */
FLEAD_API FleadAisParty *flead_ais_event_dup_ship (FleadAisEvent *self);

/**
 * flead_ais_event_dup_other:
 *
 * Returns: (transfer full) (nullable): the other ship; %NULL where there is none
 */
FLEAD_API FleadAisParty *flead_ais_event_dup_other (FleadAisEvent *self);

/**
 * flead_ais_event_get_place:
 * @latitude: (out) (optional): in degrees, north is positive
 * @longitude: (out) (optional): in degrees, east is positive
 *
 * Where it began; of an encounter, where the two were closest.
 */
FLEAD_API void flead_ais_event_get_place (FleadAisEvent *self, double *latitude, double *longitude);

/**
 * flead_ais_event_get_end_place:
 * @latitude: (out) (optional): in degrees
 * @longitude: (out) (optional): in degrees
 *
 * Where the ship was heard next after a silence or jump; else the same place.
 */
FLEAD_API void flead_ais_event_get_end_place (FleadAisEvent *self, double *latitude,
                                              double *longitude);

/**
 * flead_ais_event_get_metres:
 *
 * Returns: between the two ships at their closest, or between the places; NaN where not known
 */
FLEAD_API double flead_ais_event_get_metres (FleadAisEvent *self);

/**
 * flead_ais_event_get_knots:
 *
 * Returns: the speed that it would take to get there; NaN where not known
 */
FLEAD_API double flead_ais_event_get_knots (FleadAisEvent *self);

/**
 * flead_ais_event_get_port:
 *
 * Returns: (transfer none) (nullable): the port that is near; %NULL where there is none
 */
FLEAD_API const char *flead_ais_event_get_port (FleadAisEvent *self);

/**
 * flead_ais_event_dup_note:
 *
 * Returns: (transfer full): what it is, and the rows that it rests on, in words
 */
FLEAD_API char *flead_ais_event_dup_note (FleadAisEvent *self);

/**
 * FleadAisEvents:
 *
 * What the rules found in AIS data: a [iface@Gio.ListModel] of [class@Fairlead.AisEvent] by time,
 * and a result whose bytes are those of `fairlead ais`. Its CSV is a table of events: an input of a
 * case. Immutable.
 *
 * An event is a question, not a finding.
 */
#define FLEAD_TYPE_AIS_EVENTS (flead_ais_events_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadAisEvents, flead_ais_events, FLEAD, AIS_EVENTS, GObject)

/**
 * flead_ais_events_dup_summary:
 *
 * Returns: (transfer full): what was read, left out and not shown, in lines for people
 */
FLEAD_API char *flead_ais_events_dup_summary (FleadAisEvents *self);

/**
 * flead_ais_events_dup_issues:
 *
 * Returns: (transfer full): a list of [class@Fairlead.Issue]: what is doubtful about the rows
 */
FLEAD_API GListModel *flead_ais_events_dup_issues (FleadAisEvents *self);

/**
 * flead_ais_events_find:
 * @inputs: (array zero-terminated=1): files, archives and folders of AIS positions as NOAA and the
 *   Danish Maritime Authority publish them
 * @rules: which events; all where it is 0
 * @includes_all: whether events with an everyday reason are told too
 * @ports: (nullable): path of a CSV file of ports, beside those that are shipped
 * @parameters: (nullable): path of a file with the numbers of the rules; %NULL: the shipped ones
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is, in bytes
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Reads the rows in the order of time, and holds every rule to them; docs/ais.md says what the
 * rules are.
 *
 * Fails with %FLEAD_ERROR_USAGE without inputs, %FLEAD_ERROR_UNKNOWN_FORMAT for what is no AIS
 * data, the codes of reading files, and %G_IO_ERROR_CANCELLED.
 *
 * Cost: O(rows); memory is that of the ships that are heard.
 *
 * Returns: (transfer full): the events; %NULL with the error
 */
FLEAD_API FleadAisEvents *flead_ais_events_find (const char *const *inputs, FleadAisRules rules,
                                                 gboolean includes_all, const char *ports,
                                                 const char *parameters, GCancellable *cancellable,
                                                 FleadProgress progress, gpointer user_data,
                                                 GError **error);

/**
 * flead_ais_events_find_async:
 * @inputs: (array zero-terminated=1): files, archives and folders
 * @rules: which events; all where it is 0
 * @includes_all: whether events with an everyday reason are told too
 * @ports: (nullable): path of a CSV file of ports
 * @parameters: (nullable): path of a file with the numbers of the rules
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [func@Fairlead.AisEvents.find_finish].
 */
FLEAD_API void flead_ais_events_find_async (const char *const *inputs, FleadAisRules rules,
                                            gboolean includes_all, const char *ports,
                                            const char *parameters, GCancellable *cancellable,
                                            FleadProgress progress, gpointer progress_data,
                                            GDestroyNotify progress_destroy,
                                            GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_ais_events_find_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the events; %NULL with the error
 */
FLEAD_API FleadAisEvents *flead_ais_events_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS
