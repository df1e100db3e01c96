/* graph/path/finder-private.h: what paths.c and connect.c share */
#pragma once
#include "graph/network/adjacency.h"
#include "graph/path/paths.h"
G_BEGIN_DECLS

struct _FairleadPathFinder {
	FairleadNetwork *network;
	FairleadAdjacency *graph;
	double *cost; /* of each edge */
	double hop_loss;
	guint max_degree;
};

G_END_DECLS
