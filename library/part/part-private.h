/* library/part/part-private.h: what asks for parts knows of them */
#pragma once
#include <fairlead/part.h>
#include "graph/selection/part.h"
G_BEGIN_DECLS

/* As they stand in the part: borrowed */
typedef struct {
	GStrv around;
	guint hops;
	GStrv kinds;
	guint component;
	guint top;
} PartValues;

const PartValues *flead_part_get_values (FleadPart *self);
/* (transfer full) */
FleadPart *flead_part_copy (FleadPart *self);
/* @self: (nullable): NULL: the whole. What it says, whose texts are borrowed; USAGE where a kind is
 * none, or `top` is asked of no ranking. */
gboolean flead_part_read (FleadPart *self, gboolean is_ranked, FairleadPart *part, guint *top,
                          GError **error);

G_END_DECLS
