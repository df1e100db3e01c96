/* output/screen/screen-output.h: verdicts as they come, as a table, CSV, JSON or a workbook */
#pragma once
#include <gio/gio.h>
#include "graph/screen/screen.h"
#include "ingest/names-file.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadScreenView:
 * @as_workbook: an .xlsx, whatever the format: one sheet of results, one of what they depend on
 * @layout: asked by tables alone
 * @names: the file of those who are looked up
 * @columns: which of its columns were taken for what
 * @max_hops: as the screener was made with
 * @parameters: (nullable): what the verdicts depend on, as fairlead_screen_dup_parameters() gave
 *   it; NULL: the screener is asked
 */
typedef struct {
	FairleadOutputFormat format;
	gboolean as_workbook;
	FairleadLayout layout;
	const char *names;
	const char *columns;
	guint max_hops;
	GStrv parameters;
} FairleadScreenView;

typedef struct _FairleadScreenWriter FairleadScreenWriter;

/* Borrows all. @screener: (nullable): not asked where the view has parameters. CSV and JSON are
 * written as rows come, and a workbook by way of a file of its own; a table is held until the end.
 */
FAIRLEAD_API FairleadScreenWriter *fairlead_screen_writer_new (
	FairleadNetwork *network, FairleadScreener *screener, const FairleadScreenView *view,
	GOutputStream *stream, GCancellable *cancellable, GError **error);
FAIRLEAD_API void fairlead_screen_writer_free (FairleadScreenWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadScreenWriter, fairlead_screen_writer_free)

/* FALSE when nothing more can be written; finish() says why */
FAIRLEAD_API gboolean fairlead_screen_writer_add (FairleadScreenWriter *self,
                                                  const FairleadNamesRow *row,
                                                  const FairleadScreened *screened);
FAIRLEAD_API gboolean fairlead_screen_writer_finish (FairleadScreenWriter *self, GError **error);

G_END_DECLS
