/* graph/maritime/hulls.h: ships by what of them cannot be painted over
 *
 * Year of build, gross tonnage and deadweight stay when name, flag and even number change. */
#pragma once
#include "graph/network/network.h"
G_BEGIN_DECLS

/* 0 where it is not told; where records differ, of the first by source */
typedef struct {
	FairleadVertex ship;
	gint year;
	double gross;
	double deadweight;
} FairleadHull;

/* What is told of the ship */
void fairlead_hull_init (FairleadHull *self, FairleadNetwork *network, FairleadVertex ship);
/* Of FairleadHull, (transfer full): every ship of which all three are told, by year, gross tonnage,
 * deadweight and vertex. O(vertices + ships log ships). */
GArray *fairlead_hulls_new (FairleadNetwork *network);
/* Whether the same ship may be meant: years alike, tonnages within that part of each other */
gboolean fairlead_hulls_are_alike (const FairleadHull *a, const FairleadHull *b, double tolerance);

/* The year from which on ship numbers as great as this one have been given out; 0 where numbers
 * tell nothing of it: those below 9000000 went to ships that were there already, too */
gint fairlead_imo_ship_first_year (const char *number);

G_END_DECLS
