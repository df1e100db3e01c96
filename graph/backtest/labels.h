/* graph/backtest/labels.h: who was listed later, as far as the network of the day knew them */
#pragma once
#include "graph/ranking.h"
G_BEGIN_DECLS

/* What became of a party that the labels name */
typedef enum {
	FAIRLEAD_LABEL_RANKED,      /* it has a rank, which is judged */
	FAIRLEAD_LABEL_LISTED,      /* it was of the target by the day */
	FAIRLEAD_LABEL_UNREACHABLE, /* no record of the day knew it, or as no party */
	FAIRLEAD_N_LABEL_FATES
} FairleadLabelFate;

FAIRLEAD_API const char *fairlead_label_fate_name (FairleadLabelFate fate);

/**
 * FairleadLabel:
 * @vertex: in the network of all records
 * @known: in that of the day, the best ranked of them where it was several then; or
 *   %FAIRLEAD_NO_VERTEX
 * @listed: the first day, after the day, on which it was listed; %FAIRLEAD_DAY_OPEN_FUTURE where no
 *   list says
 */
typedef struct {
	FairleadVertex vertex;
	FairleadVertex known;
	FairleadLabelFate fate;
	gint32 listed;
} FairleadLabel;

/**
 * fairlead_labels_find:
 * @now: the network of all records
 * @then: a ranking of that of the day
 * @expressions: `programme:` and `list:` stand for those whom it listed from @first to @last,
 *   de-listed or not; others for whom they name
 * @others: (out): vertices of the day that are a label too, beside the one that stands for it:
 *   not to be judged. (element-type FairleadVertex)
 *
 * Returns: (transfer full) (element-type FairleadLabel): by vertex; NULL on failure
 */
FAIRLEAD_API GArray *fairlead_labels_find (FairleadNetwork *now, FairleadRanking *then,
                                           const char *const *expressions, gint32 first,
                                           gint32 last, GArray **others, GError **error);

G_END_DECLS
