/* graph/score/ranking-private.h: what a ranking shows to what is computed from it */
#pragma once
#include "graph/score/score.h"
G_BEGIN_DECLS

/* Good while the ranking lives; nothing can cancel it */
const FairleadScoring *fairlead_ranking_get_scoring (FairleadRanking *self);

G_END_DECLS
