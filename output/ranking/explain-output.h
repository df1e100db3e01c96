/* output/ranking/explain-output.h: why a party ranks where it does, as text or JSON */
#pragma once
#include "graph/score/explain.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/* The format is table or JSON. The same explanation gives the same bytes. */
FAIRLEAD_API gboolean fairlead_explanation_write (FairleadRanking *ranking,
                                                  const FairleadExplanation *explanation,
                                                  FairleadOutputFormat format,
                                                  const FairleadLayout *layout,
                                                  GOutputStream *stream, GCancellable *cancellable,
                                                  GError **error);

G_END_DECLS
