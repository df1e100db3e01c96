/* output/case/import-report.h: what an import did, as a table, CSV or JSON */
#pragma once
#include <gio/gio.h>
#include "ingest/case/case.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/* One row or object for each data set, in the order of the files; flushes the stream */
FAIRLEAD_API gboolean fairlead_import_report_write (const FairleadImportReport *report,
                                                    FairleadOutputFormat format,
                                                    const FairleadLayout *layout,
                                                    GOutputStream *stream,
                                                    GCancellable *cancellable, GError **error);

G_END_DECLS
