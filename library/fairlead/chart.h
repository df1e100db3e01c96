/* library/fairlead/chart.h: charts of evidence, for paper and screens */
#pragma once
#include <fairlead/ranking.h>
G_BEGIN_DECLS

/**
 * FleadPicture:
 * @FLEAD_PICTURE_SVG: a drawing of lines, with its texts as texts
 * @FLEAD_PICTURE_PNG: pixels, two to a unit
 * @FLEAD_PICTURE_PDF: a page to print
 * @FLEAD_PICTURE_BY_ENDING: the one that the ending of the path says
 *
 * As what a chart is drawn.
 */
typedef enum {
	FLEAD_PICTURE_SVG,
	FLEAD_PICTURE_PNG,
	FLEAD_PICTURE_PDF,
	FLEAD_PICTURE_BY_ENDING = -1,
} FleadPicture;

/**
 * FleadLanes:
 * @FLEAD_LANES_SIDE: whom the chart begins at, those between, whom it leads to
 * @FLEAD_LANES_JURISDICTION: a country each
 * @FLEAD_LANES_NONE: none
 *
 * What stands in one row of a chart.
 */
typedef enum {
	FLEAD_LANES_SIDE,
	FLEAD_LANES_JURISDICTION,
	FLEAD_LANES_NONE,
} FleadLanes;

/**
 * FleadChart:
 *
 * A chart of evidence on one sheet: a card for each party, a line for all links of two of them, a
 * number for each source, and the sources below. Its bytes are those of `fairlead chart`.
 * Immutable; keeps its network alive. docs/chart.md says how it reads.
 *
 * A line on a chart is a question, not a finding.
 */
#define FLEAD_TYPE_CHART (flead_chart_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadChart, flead_chart, FLEAD, CHART, GObject)

/**
 * flead_network_chart_paths:
 * @from: (array zero-terminated=1): expressions for whom paths begin at
 * @to: (array zero-terminated=1): for whom they lead to
 * @n_paths: how many at most, 1 to 100; `fairlead chart` draws 5
 * @parameters: (nullable): path of a key file with numbers that paths depend on; %NULL: those that
 *   are shipped
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * The best paths between them. More than 60 parties are cut, the weakest paths first.
 *
 * Fails with %FLEAD_ERROR_USAGE for a number that is not possible, %FLEAD_ERROR_UNKNOWN_REFERENCE
 * where no path leads there, and as [method@Fairlead.Network.select] does.
 *
 * Returns: (transfer full): the chart; %NULL with the error
 */
FLEAD_API FleadChart *flead_network_chart_paths (FleadNetwork *self, const char *const *from,
                                                 const char *const *to, guint n_paths,
                                                 const char *parameters, GCancellable *cancellable,
                                                 FleadProgress progress, gpointer user_data,
                                                 GError **error);

/**
 * flead_network_chart_paths_async:
 * @from: (array zero-terminated=1): from whom, expressions
 * @to: (array zero-terminated=1): to whom
 * @n_paths: how many paths at most
 * @parameters: (nullable): a file of parameters
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.chart_paths_finish].
 */
FLEAD_API void flead_network_chart_paths_async (FleadNetwork *self, const char *const *from,
                                                const char *const *to, guint n_paths,
                                                const char *parameters, GCancellable *cancellable,
                                                FleadProgress progress, gpointer progress_data,
                                                GDestroyNotify progress_destroy,
                                                GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_chart_paths_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the chart; %NULL with the error
 */
FLEAD_API FleadChart *flead_network_chart_paths_finish (FleadNetwork *self, GAsyncResult *result,
                                                        GError **error);

/**
 * flead_network_chart_around:
 * @around: (array zero-terminated=1): expressions for whom is asked about
 * @hops: how many links away from them, at most 100; `fairlead chart` draws 2
 * @ranking: (nullable): of the same network: ranks stand on the cards, and choose who is drawn
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * What is near. More than 60 parties are cut, the farthest first.
 *
 * Fails with %FLEAD_ERROR_USAGE for a number that is not possible, and as
 * [method@Fairlead.Network.select] does.
 *
 * Returns: (transfer full): the chart; %NULL with the error
 */
FLEAD_API FleadChart *flead_network_chart_around (FleadNetwork *self, const char *const *around,
                                                  guint hops, FleadRanking *ranking,
                                                  GCancellable *cancellable, FleadProgress progress,
                                                  gpointer user_data, GError **error);

/**
 * flead_network_chart_around_async:
 * @around: (array zero-terminated=1): around whom, expressions
 * @hops: how many links away at most
 * @ranking: (nullable): whose ranks stand on the cards
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.chart_around_finish].
 */
FLEAD_API void flead_network_chart_around_async (FleadNetwork *self, const char *const *around,
                                                 guint hops, FleadRanking *ranking,
                                                 GCancellable *cancellable, FleadProgress progress,
                                                 gpointer progress_data,
                                                 GDestroyNotify progress_destroy,
                                                 GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_chart_around_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the chart; %NULL with the error
 */
FLEAD_API FleadChart *flead_network_chart_around_finish (FleadNetwork *self, GAsyncResult *result,
                                                         GError **error);

/**
 * flead_ranking_chart_first:
 * @top: how many of the first ranked, 1 to 60
 * @n_paths: evidence paths of each at most, 1 to 100; `fairlead chart` draws 2
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * The first ranked, and what leads from them to the target. More than 60 parties are cut, the last
 * by rank first.
 *
 * Fails with %FLEAD_ERROR_USAGE for a number that is not possible, and
 * %FLEAD_ERROR_UNKNOWN_REFERENCE where nobody is ranked.
 *
 * Returns: (transfer full): the chart; %NULL with the error
 */
FLEAD_API FleadChart *flead_ranking_chart_first (FleadRanking *self, guint top, guint n_paths,
                                                 GCancellable *cancellable, FleadProgress progress,
                                                 gpointer user_data, GError **error);

/**
 * flead_ranking_chart_first_async:
 * @top: how many of the first ranked
 * @n_paths: how many paths of each
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Ranking.chart_first_finish].
 */
FLEAD_API void flead_ranking_chart_first_async (FleadRanking *self, guint top, guint n_paths,
                                                GCancellable *cancellable, FleadProgress progress,
                                                gpointer progress_data,
                                                GDestroyNotify progress_destroy,
                                                GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_ranking_chart_first_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the chart; %NULL with the error
 */
FLEAD_API FleadChart *flead_ranking_chart_first_finish (FleadRanking *self, GAsyncResult *result,
                                                        GError **error);

/**
 * flead_chart_get_title:
 *
 * Returns: (transfer none): what was asked, in words
 */
FLEAD_API const char *flead_chart_get_title (FleadChart *self);

/**
 * flead_chart_get_n_entities:
 *
 * Returns: how many are drawn
 */
FLEAD_API guint flead_chart_get_n_entities (FleadChart *self);

/**
 * flead_chart_get_n_links:
 *
 * Returns: how many are drawn; links of two parties are one line
 */
FLEAD_API guint flead_chart_get_n_links (FleadChart *self);

/**
 * flead_chart_get_n_left_out:
 *
 * Returns: how many parties had no room
 */
FLEAD_API guint flead_chart_get_n_left_out (FleadChart *self);

/**
 * flead_chart_draw:
 * @picture: as what; not that of an ending
 * @lanes: what stands in one row
 * @is_dark: light on dark, for a screen
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Draws it. The same chart gives the same bytes each time.
 *
 * Fails with %FLEAD_ERROR_USAGE in a library that was built without Graphviz, and with
 * %G_IO_ERROR_CANCELLED. Charts are laid out one at a time: others wait.
 *
 * Cost: a quarter of a second for 20 cards, seconds for 60 that are linked throughout.
 *
 * Returns: (transfer full): the bytes of the picture; %NULL with the error
 */
FLEAD_API GBytes *flead_chart_draw (FleadChart *self, FleadPicture picture, FleadLanes lanes,
                                    gboolean is_dark, GCancellable *cancellable,
                                    FleadProgress progress, gpointer user_data, GError **error);

/**
 * flead_chart_draw_async:
 * @picture: as what; not that of an ending
 * @lanes: what stands in one row
 * @is_dark: light on dark, for a screen
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Chart.draw_finish].
 */
FLEAD_API void flead_chart_draw_async (FleadChart *self, FleadPicture picture, FleadLanes lanes,
                                       gboolean is_dark, GCancellable *cancellable,
                                       FleadProgress progress, gpointer progress_data,
                                       GDestroyNotify progress_destroy,
                                       GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_chart_draw_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the bytes of the picture; %NULL with the error
 */
FLEAD_API GBytes *flead_chart_draw_finish (FleadChart *self, GAsyncResult *result, GError **error);

/**
 * flead_chart_save:
 * @picture: as what
 * @path: of the file, which appears whole or not at all
 * @lanes: what stands in one row
 * @is_dark: light on dark, for a screen
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Draws it into a file. Fails as [method@Fairlead.Chart.draw] does, with %FLEAD_ERROR_USAGE where
 * no picture has the ending of @path, and %FLEAD_ERROR_IO.
 *
 * Returns: whether it was drawn
 */
FLEAD_API gboolean flead_chart_save (FleadChart *self, FleadPicture picture, const char *path,
                                     FleadLanes lanes, gboolean is_dark, GCancellable *cancellable,
                                     FleadProgress progress, gpointer user_data, GError **error);

G_END_DECLS
