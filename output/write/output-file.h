/* output/write/output-file.h: a file that appears whole or not at all */
#pragma once
#include <gio/gio.h>
#include "ingest/export.h"
G_BEGIN_DECLS

typedef struct _FairleadOutputFile FairleadOutputFile;

/* Whether @path can be the name of a file: "" names none, and "-", by which others mean standard
 * output, would be a file of that name that nobody wanted; it is written as ./- */
FAIRLEAD_API gboolean fairlead_output_path_check (const char *path, GError **error);

/* Begins a file beside @path, hidden and of a name of its own. A device or pipe is written itself.
 * Errors name the path. */
FAIRLEAD_API FairleadOutputFile *fairlead_output_file_open (const char *path, GError **error);
/* (transfer none) */
FAIRLEAD_API GOutputStream *fairlead_output_file_get_stream (FairleadOutputFile *self);
/* Brings what was written safely to disk and puts it in the place of @path */
FAIRLEAD_API gboolean fairlead_output_file_commit (FairleadOutputFile *self, GError **error);
/* Removes what was not committed */
FAIRLEAD_API void fairlead_output_file_free (FairleadOutputFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadOutputFile, fairlead_output_file_free)

G_END_DECLS
