/* library/fairlead/gaps.h: who is listed by one body and not by another */
#pragma once
#include <fairlead/network.h>
G_BEGIN_DECLS

/**
 * FleadGap:
 *
 * One body that lists a party for a regime, or does not; or one listed party that holds or runs
 * another that is on no list. Immutable.
 */
#define FLEAD_TYPE_GAP (flead_gap_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadGap, flead_gap, FLEAD, GAP, GObject)

/**
 * flead_gap_get_finding:
 *
 * Returns: (transfer none): `listed`; why the body does not count as one that lists the party:
 *   `not listed`, `other programme`, `ended`, `earlier edition`, `unclear`; or, of one on no list,
 *   `owned`, `possibly owned`, `run`
 */
FLEAD_API const char *flead_gap_get_finding (FleadGap *self);

/**
 * flead_gap_dup_entity:
 *
 * Returns: (transfer full): whom it is about
 */
FLEAD_API FleadEntity *flead_gap_dup_entity (FleadGap *self);

/**
 * flead_gap_get_regime:
 *
 * Returns: (transfer none) (nullable): `dprk`, or a programme that is of no regime; %NULL of one on
 *   no list
 */
FLEAD_API const char *flead_gap_get_regime (FleadGap *self);

/**
 * flead_gap_dup_bodies:
 *
 * Returns: (transfer full) (array zero-terminated=1): the body, or those that list the holder
 */
FLEAD_API char **flead_gap_dup_bodies (FleadGap *self);

/**
 * flead_gap_dup_programmes:
 *
 * Returns: (transfer full) (array zero-terminated=1): of the body, under which it lists the party,
 *   or listed it; none of one on no list
 */
FLEAD_API char **flead_gap_dup_programmes (FleadGap *self);

/**
 * flead_gap_dup_period:
 *
 * Returns: (transfer full): since when, and until when, the body lists or listed the party, or the
 *   holding lasts
 */
FLEAD_API FleadPeriod *flead_gap_dup_period (FleadGap *self);

/**
 * flead_gap_get_lag:
 * @low: (out) (optional): fewest days that the dates allow; %FLEAD_DAY_OPEN_PAST where that is open
 * @high: (out) (optional): most days; %FLEAD_DAY_OPEN_FUTURE where that is open
 *
 * How many days behind the first body that listed the party: of one that lists it, its listing; of
 * one that does not, its edition, for so long it has had time.
 */
FLEAD_API void flead_gap_get_lag (FleadGap *self, gint *low, gint *high);

/**
 * flead_gap_dup_namesakes:
 *
 * Returns: (transfer full): a list of [class@Fairlead.Entity]: those of the same name on the lists
 *   of the body, which nobody joined with the party
 */
FLEAD_API FleadList *flead_gap_dup_namesakes (FleadGap *self);

/**
 * flead_gap_dup_holder:
 *
 * Returns: (transfer full) (nullable): who is listed, and holds or runs the party; %NULL of a body
 */
FLEAD_API FleadEntity *flead_gap_dup_holder (FleadGap *self);

/**
 * flead_gap_dup_link:
 *
 * Returns: (transfer full) (nullable): the link that says so, or the last of the chain; %NULL of a
 *   body
 */
FLEAD_API FleadLink *flead_gap_dup_link (FleadGap *self);

/**
 * flead_gap_dup_share:
 *
 * Returns: (transfer full): of a holding, the share that counts; else from 0 to 1
 */
FLEAD_API FleadShare *flead_gap_dup_share (FleadGap *self);

/**
 * flead_gap_get_rule:
 *
 * Returns: (transfer none) (nullable): the id of the 50 per cent rule under which the party is
 *   owned; %NULL where it is none
 */
FLEAD_API const char *flead_gap_get_rule (FleadGap *self);

/**
 * flead_gap_get_verdict:
 *
 * Returns: (transfer none) (nullable): under that rule: `possible` or `definite`. No legal advice.
 */
FLEAD_API const char *flead_gap_get_verdict (FleadGap *self);

/**
 * flead_gap_dup_sources:
 *
 * Returns: (transfer full) (array zero-terminated=1): where it stands, `file:line` each
 */
FLEAD_API char **flead_gap_dup_sources (FleadGap *self);

/**
 * FleadGaps:
 *
 * Parties that one body lists and another does not, and those on no list whom the listed hold: a
 * [iface@Gio.ListModel] of [class@Fairlead.Gap], and a result whose bytes are those of
 * `fairlead gaps`. Immutable.
 *
 * A gap is a question, not a finding.
 */
#define FLEAD_TYPE_GAPS (flead_gaps_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadGaps, flead_gaps, FLEAD, GAPS, GObject)

/**
 * flead_gaps_dup_bodies:
 *
 * Returns: (transfer full) (array zero-terminated=1): who was compared, by name
 */
FLEAD_API char **flead_gaps_dup_bodies (FleadGaps *self);

/**
 * flead_gaps_dup_alone:
 *
 * Returns: (transfer full) (array zero-terminated=1): regimes that one body alone has, of which
 *   nothing can be said: `regime: body`
 */
FLEAD_API char **flead_gaps_dup_alone (FleadGaps *self);

/**
 * flead_network_find_gaps:
 * @programme: (nullable): a regime, `dprk`, or the beginning of programmes; %NULL: all
 * @bodies: (nullable) (array zero-terminated=1): only between these: `OFAC`, `UN`; %NULL: all of
 *   the inputs
 * @includes_all: whether parties that every body lists are told too
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Compares only what the inputs hold; for the lists of a day, load with [property@Case:as-of].
 *
 * Fails with %FLEAD_ERROR_UNKNOWN_REFERENCE where a body or programme is in no input, and with
 * %FLEAD_ERROR_USAGE where one body alone is named.
 * Gives up with %G_IO_ERROR_CANCELLED soon after @cancellable is fired; one rule of ownership is
 * judged to its end.
 *
 * Cost: O(designations log, names of the listed), and that of judging ownership under three rules.
 *
 * Returns: (transfer full): what was found; %NULL with the error
 */
FLEAD_API FleadGaps *flead_network_find_gaps (FleadNetwork *self, const char *programme,
                                              const char *const *bodies, gboolean includes_all,
                                              GCancellable *cancellable, FleadProgress progress,
                                              gpointer user_data, GError **error);

/**
 * flead_network_find_gaps_async:
 * @programme: (nullable): a regime, `dprk`, or the beginning of programmes; %NULL: all
 * @bodies: (nullable) (array zero-terminated=1): only between these; %NULL: all of the inputs
 * @includes_all: whether parties that every body lists are told too
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.find_gaps_finish].
 */
FLEAD_API void flead_network_find_gaps_async (FleadNetwork *self, const char *programme,
                                              const char *const *bodies, gboolean includes_all,
                                              GCancellable *cancellable, FleadProgress progress,
                                              gpointer progress_data,
                                              GDestroyNotify progress_destroy,
                                              GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_find_gaps_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): what was found; %NULL with the error
 */
FLEAD_API FleadGaps *flead_network_find_gaps_finish (FleadNetwork *self, GAsyncResult *result,
                                                     GError **error);

G_END_DECLS
