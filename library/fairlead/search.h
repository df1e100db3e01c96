/* library/fairlead/search.h: entities that a text may mean */
#pragma once
#include <fairlead/case.h>
#include <fairlead/network.h>
G_BEGIN_DECLS

/**
 * FleadHit:
 *
 * An entity that a text may mean, with the reason. Immutable.
 */
#define FLEAD_TYPE_HIT (flead_hit_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadHit, flead_hit, FLEAD, HIT, GObject)

/**
 * flead_hit_dup_entity:
 *
 * Returns: (transfer full): whom or what it may mean
 */
FLEAD_API FleadEntity *flead_hit_dup_entity (FleadHit *self);

/**
 * flead_hit_get_text:
 *
 * Returns: (transfer none): the name, number or address of the entity that fits best
 */
FLEAD_API const char *flead_hit_get_text (FleadHit *self);

/**
 * flead_hit_get_found_by:
 *
 * Returns: (transfer none): `number`, `name`, `address`
 */
FLEAD_API const char *flead_hit_get_found_by (FleadHit *self);

/**
 * flead_hit_get_scheme:
 *
 * Returns: (transfer none) (nullable): of a number: `imo`, `lei`; else %NULL
 */
FLEAD_API const char *flead_hit_get_scheme (FleadHit *self);

/**
 * flead_hit_get_similarity:
 *
 * Returns: how alike the two texts are, from 0 to 1; 1 of a number
 */
FLEAD_API double flead_hit_get_similarity (FleadHit *self);

/**
 * flead_hit_get_evidence:
 *
 * Returns: of a name, how much that says, in bits: 10 are a thousand to one; else NaN
 */
FLEAD_API double flead_hit_get_evidence (FleadHit *self);

/**
 * flead_hit_get_why:
 *
 * Returns: (transfer none): why it was found, in words
 */
FLEAD_API const char *flead_hit_get_why (FleadHit *self);

/**
 * flead_hit_dup_source:
 *
 * Returns: (transfer full): where the text stands
 */
FLEAD_API FleadSource *flead_hit_dup_source (FleadHit *self);

/**
 * FleadHits:
 *
 * What was found: a [iface@Gio.ListModel] of [class@Fairlead.Hit], numbers first, then names, then
 * addresses, the best first; and a result whose bytes are those of `fairlead search`. Immutable.
 */
#define FLEAD_TYPE_HITS (flead_hits_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadHits, flead_hits, FLEAD, HITS, GObject)

/**
 * flead_network_search:
 * @text: a name in any script, with or without typing errors; a number of any scheme, with or
 *   without a prefix: `IMO 3112048`, `imo:3112048`; or an address
 * @kind: (nullable): only `person`, `company`, `public-body`, `vessel`, `aircraft` or `address`;
 *   %NULL: any
 * @limit: how many at most; at least 1
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Where [method@Fairlead.Network.find] takes an id as it stands, and
 * [method@Fairlead.Network.select] an expression, this looks for what is like the text.
 *
 * Fails with %FLEAD_ERROR_USAGE for a kind that there is not, or a limit of 0.
 * Gives up with %G_IO_ERROR_CANCELLED while it makes the index; one that waits for another search
 * does so when that is done.
 *
 * Cost: an index of names at the first search of a network, some 150 bytes a name; then some
 * milliseconds on a million names. Searches of one network go one after the other.
 *
 * Returns: (transfer full): what was found; %NULL with the error
 */
FLEAD_API FleadHits *flead_network_search (FleadNetwork *self, const char *text, const char *kind,
                                           guint limit, GCancellable *cancellable,
                                           FleadProgress progress, gpointer user_data,
                                           GError **error);

/**
 * flead_network_search_async:
 * @text: a name, number or address
 * @kind: (nullable): only of this kind; %NULL: any
 * @limit: how many at most; at least 1
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.search_finish].
 */
FLEAD_API void flead_network_search_async (FleadNetwork *self, const char *text, const char *kind,
                                           guint limit, GCancellable *cancellable,
                                           FleadProgress progress, gpointer progress_data,
                                           GDestroyNotify progress_destroy,
                                           GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_search_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): what was found; %NULL with the error
 */
FLEAD_API FleadHits *flead_network_search_finish (FleadNetwork *self, GAsyncResult *result,
                                                  GError **error);

/**
 * flead_case_search:
 * @text: a name, number or address
 * @kind: (nullable): only of this kind; %NULL: any
 * @limit: how many at most; at least 1
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * As [method@Fairlead.Network.search], of a case that is not read yet. Where its one input is a
 * large kept case, whose current state is meant, the index that is kept in it tells who may be
 * meant, and nothing else is read: so the entities that are found have no links. Any other case is
 * loaded. What is found is what `fairlead search` finds.
 *
 * Fails as [method@Fairlead.Case.load] and [method@Fairlead.Network.search] do.
 *
 * Cost: some milliseconds where nothing is loaded.
 *
 * Returns: (transfer full): what was found; %NULL with the error
 */
FLEAD_API FleadHits *flead_case_search (FleadCase *self, const char *text, const char *kind,
                                        guint limit, GCancellable *cancellable,
                                        FleadProgress progress, gpointer user_data, GError **error);

/**
 * flead_case_search_async:
 * @text: a name, number or address
 * @kind: (nullable): only of this kind; %NULL: any
 * @limit: how many at most; at least 1
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Case.search_finish].
 */
FLEAD_API void flead_case_search_async (FleadCase *self, const char *text, const char *kind,
                                        guint limit, GCancellable *cancellable,
                                        FleadProgress progress, gpointer progress_data,
                                        GDestroyNotify progress_destroy,
                                        GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_case_search_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): what was found; %NULL with the error
 */
FLEAD_API FleadHits *flead_case_search_finish (FleadCase *self, GAsyncResult *result,
                                               GError **error);

G_END_DECLS
