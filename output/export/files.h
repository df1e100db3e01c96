/* output/export/files.h: an export as files that stand beside each other */
#pragma once
#include "output/export/export.h"
G_BEGIN_DECLS

/**
 * fairlead_export_lay_out:
 * @points: (out) (nullable): places for the nodes; NULL for a form that cannot say them, or where
 *   they are too many to be drawn
 *
 * Fails when cancelled or out of memory.
 */
FAIRLEAD_API gboolean fairlead_export_lay_out (FairleadExportFormat format,
                                               FairleadNetwork *network,
                                               const FairleadSelection *selection,
                                               FairleadPoint **points,
                                               const FairleadTelling *telling,
                                               GCancellable *cancellable, GError **error);

/**
 * fairlead_export_save:
 * @path: that the user named
 *
 * Writes all files of the format; each is whole before the first takes its place. Errors name the
 * file.
 */
FAIRLEAD_API gboolean fairlead_export_save (FairleadExportFormat format,
                                            const FairleadExport *export, const char *path,
                                            GCancellable *cancellable, GError **error);

G_END_DECLS
