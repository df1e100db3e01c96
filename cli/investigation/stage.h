/* cli/investigation/stage.h: where a step writes until it is done */
#pragma once
#include <gio/gio.h>
G_BEGIN_DECLS

typedef struct _Stage Stage;

/* A hidden folder in @outputs, which is made where it is not there */
Stage *stage_new (const char *outputs, GError **error);
/* Removes what was not put in its place */
void stage_free (Stage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stage, stage_free)

/* A folder that this very program has made, with all in it; links are not followed */
void stage_remove_all (const char *path);

const char *stage_get_folder (const Stage *self);
/* Makes the folder of a file that will be written there */
gboolean stage_prepare (Stage *self, const char *path, GError **error);
/* From here on standard output goes to @path within the stage; NULL: nowhere */
gboolean stage_redirect (Stage *self, const char *path, GError **error);
/* Standard output is what it was; what was written is safely on the disk */
gboolean stage_restore (Stage *self, GError **error);
/* (transfer full): of all files that were written, relative to the stage, in the order of their
 * names */
GPtrArray *stage_list (const Stage *self);
/* Puts all of them in their places */
gboolean stage_commit (Stage *self, GPtrArray *files, GError **error);

G_END_DECLS
