/* graph/ownership/holdings/statements-private.h: what links say of one holding, brought together */
#pragma once
#include "graph/ownership/holdings/holdings.h"
G_BEGIN_DECLS

/* What one link says of a holding */
typedef struct {
	guint32 low;
	guint32 high;
	gint32 start_first; /* since when it is so, where that is known */
	gint32 start_last;
	guint32 file;
	FairleadText note;
	guint8 held;
	guint8 flags;
	gboolean is_stated;
} FairleadStatement;

/* All of one kind, of one holder and company: each file what it says together, the later before the
 * earlier. @chosen, (element-type FairleadStatement), is left in another order. */
FairleadStatement fairlead_statements_join (GArray *chosen);

G_END_DECLS
