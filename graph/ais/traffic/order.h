/* graph/ais/traffic/order.h: reports by time, out of a stream that is nearly so
 *
 * A report waits until one of a time later by the window was taken, and goes then; those of one
 * second go in the order in which they came. */
#pragma once
#include "ingest/ais/report.h"
G_BEGIN_DECLS

/* Reports that may wait at once: beyond, the first go early */
#define FAIRLEAD_AIS_MOST_WAITING (4u << 20)
/* Seconds by which one report may be ahead of all others: beyond, another has to confirm it */
#define FAIRLEAD_AIS_LEAP (6 * 3600)

typedef struct _FairleadAisOrder FairleadAisOrder;

/* What came of a report that was put */
typedef enum {
	FAIRLEAD_AIS_ORDER_TAKEN,
	FAIRLEAD_AIS_ORDER_LATE,          /* it is left out: those after it have gone already */
	FAIRLEAD_AIS_ORDER_EARLIER_STRAY, /* taken, but a stray one from the future that was put
	                                     before, get_stray(), is left out */
} FairleadAisOrderOutcome;

typedef void (*FairleadAisOrderGo) (const FairleadAisReport *report, gpointer user_data);

/* @window: in seconds; @go gets the reports */
FairleadAisOrder *fairlead_ais_order_new (guint window, FairleadAisOrderGo go, gpointer user_data);
void fairlead_ais_order_free (FairleadAisOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadAisOrder, fairlead_ais_order_free)

FairleadAisOrderOutcome fairlead_ais_order_put (FairleadAisOrder *self,
                                                const FairleadAisReport *report);
const FairleadAisReport *fairlead_ais_order_get_stray (const FairleadAisOrder *self);
/* Lets all go that wait */
void fairlead_ais_order_finish (FairleadAisOrder *self);

G_END_DECLS
