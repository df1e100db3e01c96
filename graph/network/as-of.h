/* graph/network/as-of.h: what was so, and known, on a day */
#pragma once
#include "graph/network/links.h"
G_BEGIN_DECLS

/* The network as far as it is built; all borrowed */
typedef struct {
	FairleadRecords *records;
	const FairleadVertex *vertex_of; /* of each entity */
	guint32 n_vertices;
} FairleadAsOfView;

/* Which designations did not stand yet on @counts->day, of each row of the table; counts them */
guint8 *fairlead_as_of_find_later_designations (const FairleadAsOfView *view, FairleadAsOf *counts);
/* Takes out the links that could not hold yet on @counts->day, or were not told yet; counts them */
void fairlead_as_of_filter_links (const FairleadAsOfView *view, FairleadLinks *links,
                                  FairleadAsOf *counts);
/* Whether a fact that held in this period is one of a later day */
gboolean fairlead_as_of_is_later (const FairleadAsOf *self, const FairleadPeriod *period);
/* The day that a network is of; FAIRLEAD_DAY_OPEN_FUTURE: of none */
gint32 fairlead_as_of_day_of (FairleadNetwork *network);
/* The latest day that the files themselves bear, else the latest listing; open where there is
 * neither */
gint32 fairlead_as_of_last_known_day (FairleadRecords *records);

G_END_DECLS
