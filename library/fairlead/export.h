/* library/fairlead/export.h: networks as files for other programs */
#pragma once
#include <fairlead/part.h>
#include <fairlead/ranking.h>
G_BEGIN_DECLS

/**
 * FleadExportForm:
 * @FLEAD_EXPORT_GRAPHML: for Gephi, igraph, NetworkX, graphology, yEd
 * @FLEAD_EXPORT_GEXF: for Gephi, with colours, sizes, places and dates
 * @FLEAD_EXPORT_DOT: for Graphviz
 * @FLEAD_EXPORT_CSV: two files: nodes and edges
 * @FLEAD_EXPORT_NEO4J: three files: a script of Cypher, nodes and links
 * @FLEAD_EXPORT_FTM: Follow the Money in lines of JSON, for Aleph
 * @FLEAD_EXPORT_XLSX: a workbook: ranking, evidence, entities, links, issues, parameters
 * @FLEAD_EXPORT_ARCS: two files: numbers for fairlead-cluster, and their ids
 * @FLEAD_EXPORT_BY_ENDING: the one that the ending of the path says
 *
 * In which form a network is written for other programs. docs/export.md says how each reads.
 */
typedef enum /*< prefix=FLEAD_EXPORT >*/ {
	FLEAD_EXPORT_GRAPHML,
	FLEAD_EXPORT_GEXF,
	FLEAD_EXPORT_DOT,
	FLEAD_EXPORT_CSV,
	FLEAD_EXPORT_NEO4J,
	FLEAD_EXPORT_FTM,
	FLEAD_EXPORT_XLSX,
	FLEAD_EXPORT_ARCS,
	FLEAD_EXPORT_BY_ENDING = -1,
} FleadExportForm;

/**
 * FleadExport:
 *
 * A network, or part of it, ready to be written in any form. Immutable; keeps its network alive.
 *
 * ```c
 * g_autoptr (FleadExport) all = flead_export_new (network, NULL, NULL, NULL, &error);
 *
 * flead_export_save (all, FLEAD_EXPORT_BY_ENDING, "network.gexf", TRUE, NULL, NULL, NULL, &error);
 * ```
 */
#define FLEAD_TYPE_EXPORT (flead_export_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadExport, flead_export, FLEAD, EXPORT, GObject)

/**
 * flead_export_new:
 * @network: what is written
 * @ranking: (nullable): of the same network: rank, score and components are written too
 * @part: (nullable): which part of it; taken as it is now. %NULL: all
 * @parameters: (nullable): path of a key file with numbers that weights of links depend on; %NULL:
 *   those of @ranking, else those that are shipped
 * @error: where to put what went wrong
 *
 * Fails with %FLEAD_ERROR_USAGE for a kind that is none, or the first of a ranking without one;
 * as [method@Fairlead.Network.select] does; and as a file of parameters does.
 *
 * Cost: O(links) for each hop and for the component.
 *
 * Returns: (transfer full): what is to be written; %NULL with the error
 */
FLEAD_API FleadExport *flead_export_new (FleadNetwork *network, FleadRanking *ranking,
                                         FleadPart *part, const char *parameters, GError **error);

/**
 * flead_export_get_n_entities:
 *
 * Returns: how many are written
 */
FLEAD_API guint flead_export_get_n_entities (FleadExport *self);

/**
 * flead_export_get_n_links:
 *
 * Returns: how many are written
 */
FLEAD_API guint flead_export_get_n_links (FleadExport *self);

/**
 * flead_export_save:
 * @form: in which form
 * @path: where to: the file, or the beginning of the names of several
 * @with_places: whether places for the nodes are computed, in forms that can say them; no more than
 *   20,000 are placed
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Writes what `fairlead export --output PATH` writes, byte for byte. All files are whole before the
 * first takes its place; on failure each is as it was.
 *
 * Fails with %FLEAD_ERROR_USAGE where no form has the ending of @path, %FLEAD_ERROR_IO, or
 * %G_IO_ERROR_CANCELLED.
 *
 * Cost: O(all facts), twice; places: about a second for 8,000 nodes.
 *
 * Returns: whether all was written
 */
FLEAD_API gboolean flead_export_save (FleadExport *self, FleadExportForm form, const char *path,
                                      gboolean with_places, GCancellable *cancellable,
                                      FleadProgress progress, gpointer user_data, GError **error);

/**
 * flead_export_save_async:
 * @form: in which form
 * @path: where to
 * @with_places: whether places for the nodes are computed
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Export.save_finish].
 */
FLEAD_API void flead_export_save_async (FleadExport *self, FleadExportForm form, const char *path,
                                        gboolean with_places, GCancellable *cancellable,
                                        FleadProgress progress, gpointer progress_data,
                                        GDestroyNotify progress_destroy,
                                        GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_export_save_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: whether all was written
 */
FLEAD_API gboolean flead_export_save_finish (FleadExport *self, GAsyncResult *result,
                                             GError **error);

/**
 * flead_export_count_files:
 * @form: in which form; not that of an ending
 *
 * Returns: of how many files the form is: 1 to 3
 */
FLEAD_API guint flead_export_count_files (FleadExportForm form);

/**
 * flead_export_write:
 * @form: in which form; not that of an ending
 * @file: which file of the form, from 0 on
 * @path: by what name the files of a form of several speak of each other: `network.cypher`
 * @with_places: whether places for the nodes are computed
 * @stream: where to; flushed, and not closed
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how far it is
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Writes one of the files to a stream. Fails with the error of @stream, or %G_IO_ERROR_CANCELLED;
 * what was written by then stays.
 *
 * Returns: whether all was written
 */
FLEAD_API gboolean flead_export_write (FleadExport *self, FleadExportForm form, guint file,
                                       const char *path, gboolean with_places,
                                       GOutputStream *stream, GCancellable *cancellable,
                                       FleadProgress progress, gpointer user_data, GError **error);

G_END_DECLS
