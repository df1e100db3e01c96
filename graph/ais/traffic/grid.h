/* graph/ais/traffic/grid.h: which points lie near each other, by cells of one width in metres
 *
 * Rows of cells are as high as they are wide; each row has as many as go around at the latitude
 * where they are narrowest, so that no cell is narrower than its width, and the last one touches
 * the first. To be filled anew for each look. */
#pragma once
#include "graph/ais/traffic/geometry.h"
G_BEGIN_DECLS

typedef struct _FairleadAisGrid FairleadAisGrid;

/* @width: metres, at least 1 */
FairleadAisGrid *fairlead_ais_grid_new (double width);
void fairlead_ais_grid_free (FairleadAisGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadAisGrid, fairlead_ais_grid_free)

/* Without points; takes what they are known by: 0 to @n - 1 */
void fairlead_ais_grid_reset (FairleadAisGrid *self, guint n);
void fairlead_ais_grid_add (FairleadAisGrid *self, guint point, FairleadAisPlace place);

/* The cell of a place, a number of its own */
guint64 fairlead_ais_grid_cell (const FairleadAisGrid *self, FairleadAisPlace place);
/* How many points are in the cell of a place */
guint fairlead_ais_grid_count (const FairleadAisGrid *self, FairleadAisPlace place);

/* FALSE: enough */
typedef gboolean (*FairleadAisNear) (guint point, double metres, gpointer user_data);
/* Each point within the width of a place, once; those of one cell with the last that was added
 * first */
void fairlead_ais_grid_visit (const FairleadAisGrid *self, FairleadAisPlace place,
                              FairleadAisNear near, gpointer user_data);
/* The same around a point, of those with higher numbers alone: each pair is then seen once */
void fairlead_ais_grid_visit_later (const FairleadAisGrid *self, guint point, FairleadAisNear near,
                                    gpointer user_data);

G_END_DECLS
