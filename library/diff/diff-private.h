/* library/diff/diff-private.h: what differences and their rows know of each other */
#pragma once
#include <fairlead/diff.h>
#include "output/diff/diff-writers.h"
G_BEGIN_DECLS

FleadDifference *flead_difference_new (FleadDiff *owner, guint row);
const FairleadDifference *flead_diff_get_difference (FleadDiff *self, guint row);
/* (transfer none): the earlier network, or the later one */
FleadNetwork *flead_diff_get_network (FleadDiff *self, gboolean is_later);

G_END_DECLS
