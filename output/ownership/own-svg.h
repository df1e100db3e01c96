/* output/ownership/own-svg.h: owners or holdings as a drawing */
#pragma once
#include "output/ownership/own-output.h"
G_BEGIN_DECLS

/* Boxes in layers, holders above what they hold; the share beside each arrow, `?` where it is not
 * known; circles as curved arrows; a badge for those who are listed; under it the verdicts. The
 * format of @view does not matter. */
FAIRLEAD_API gboolean fairlead_own_write_svg (const FairleadOwnView *view, GOutputStream *stream,
                                              GCancellable *cancellable, GError **error);

G_END_DECLS
