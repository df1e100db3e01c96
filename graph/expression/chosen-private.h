/* graph/expression/chosen-private.h: what expressions have chosen so far */
#pragma once
#include "graph/network/network.h"
G_BEGIN_DECLS

typedef struct {
	FairleadNetwork *network;
	FairleadRecords *records;
	GHashTable *chosen;  /* of FairleadVertex */
	GHashTable *amounts; /* of double by FairleadVertex: what those of `supply` delivered */
	GArray *names;       /* of HashedText, in order; NULL until a name is asked for */
	GArray *numbers;     /* the same of identifiers; NULL until many are asked for */
	guint n_scans;       /* of identifiers */
	GPtrArray *schemes;  /* what keys begin with, up to their colon; NULL until an id is */
	gboolean is_bounded; /* only designations that began from day to day, over or not, count */
	gint32 first;
	gint32 last;
} FairleadChosen;

/* Adds what an expression of this prefix names; tells how many rows fitted */
guint fairlead_chosen_add_by_prefix (FairleadChosen *selection, const char *expression,
                                     const char *prefix, const char *text);

G_END_DECLS
