/* graph/engine/arc-file.h: an arc file and the ids of its vertices, both left on the disk */
#pragma once
#include "graph/engine/arcs.h"
G_BEGIN_DECLS

typedef struct _FairleadArcFile FairleadArcFile;

/* By its first bytes; FALSE for what cannot be read */
FAIRLEAD_API gboolean fairlead_arc_file_is_one (const char *path);

/**
 * fairlead_arc_file_open:
 * @checks: whether all of it is read for its checksum; else that is left to those who compute
 *
 * `PATH.ids` beside it has the id of each vertex, a line each, as `fairlead export` and
 * `fairlead-cluster --import` write it. Fails with UNKNOWN_FORMAT, SYNTAX and IO, naming the
 * file.
 */
FairleadArcFile *fairlead_arc_file_open (const char *path, gboolean checks, GError **error);
void fairlead_arc_file_free (FairleadArcFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadArcFile, fairlead_arc_file_free)

/* Reads from the disk; good while the file is open */
FairleadArcSource fairlead_arc_file_get_source (const FairleadArcFile *self);
/* What it is known by */
guint64 fairlead_arc_file_get_sum (const FairleadArcFile *self);

/**
 * fairlead_arc_file_select:
 * @expressions: (array zero-terminated=1): `id:ID`, an id as it stands, or `@FILE` with one a
 * line and `#` comments
 *
 * Fails with UNKNOWN_REFERENCE where one is no id of a vertex, and with LIMIT, naming the file,
 * where there are 2^32 vertices or more. One pass over the ids.
 *
 * Returns: (transfer full) (element-type FairleadVertex): ascending, each once
 */
GArray *fairlead_arc_file_select (const FairleadArcFile *self, const char *const *expressions,
                                  GError **error);
/* (transfer full) (element-type utf8): of vertices, in their order; one pass over the ids */
GPtrArray *fairlead_arc_file_dup_ids (const FairleadArcFile *self, const GArray *vertices);

G_END_DECLS
