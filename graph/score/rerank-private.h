/* graph/score/rerank-private.h: who takes part when a ranking is made again */
#pragma once
#include "graph/score/exposure.h"
#include "graph/score/ranking-private.h"
#include "graph/score/rerank.h"
G_BEGIN_DECLS

struct _FairleadRerank {
	FairleadRanking *ranking;
	const FairleadScoring *whole;
	gfloat *conductance; /* of each link, with its confidence */
	gboolean is_bounded;
	guint32 n_members;      /* vertices that take part */
	FairleadVertex *member; /* ascending */
	guint32 *number;        /* of each vertex of the network, from 1; 0: it takes no part */
	guint32 *edges;         /* those of the whole graph between members */
	guint32 n_edges;
	GArray *target, *market, *parties; /* by their numbers */
	guint32 *rows;                     /* of the ranking, that take part */
	guint32 n_rows;
	double *outside;    /* of each member: its conductance to others */
	guint32 *n_clients; /* of each vertex of the network */
	FairleadLadders ladders;
	GArray *dealings; /* of FairleadLink */
	const FairleadSignals *signals;
};

/* The graph of those who take part, with the links that are kept and those that are supposed */
FairleadAdjacency *fairlead_rerank_new_graph (const FairleadRerank *self,
                                              const FairleadWhatIf *what);

G_END_DECLS
