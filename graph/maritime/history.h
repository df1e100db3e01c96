/* graph/maritime/history.h: what a ship was called, which flag she flew, whose she was, and when
 *
 * From facts with their periods, and from events that tell of a change: 'from A to B on a day' is
 * the end of A and the beginning of B. */
#pragma once
#include "graph/network/network.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_HISTORY_NAME,
	FAIRLEAD_HISTORY_FLAG,
	FAIRLEAD_HISTORY_OWNER, /* as events tell it; links are found elsewhere */
	FAIRLEAD_N_HISTORIES
} FairleadHistory;

/**
 * FairleadSpan:
 * @value: the name, the two-letter code or the owner, as written where no code is known
 * @other: the buyer of a sale, else %FAIRLEAD_NO_VERTEX
 * @type: of a name its FairleadNameType; of what an event tells FAIRLEAD_NAME_PRIMARY
 * @is_event: told by events alone
 * @source: of the fact, or of the event that began it, or else of the one that ended it
 * @end_source: of the event that ended it; the same as @source where there is no other
 */
typedef struct {
	char *value;
	FairleadVertex other;
	guint8 type;
	gboolean is_event;
	FairleadPeriod period;
	FairleadSource source;
	FairleadSource end_source;
} FairleadSpan;

/* Leaves those that are to be kept, in their order; the array has a function that clears a span */
typedef gboolean (*FairleadSpanFilter) (const FairleadSpan *span);
void fairlead_history_keep_spans (GArray *spans, FairleadSpanFilter is_kept);
/* 'Flag not known' is none */
gboolean fairlead_span_is_of_known_flag (const FairleadSpan *span);

/* Where events of the ship stand, those of one kind or, with %FAIRLEAD_N_EVENT_KINDS, all: of
 * FairleadSource, (transfer full), in an order that fairlead_lines_have() knows */
GArray *fairlead_history_dup_event_lines (FairleadNetwork *network, FairleadVertex ship,
                                          FairleadEventKind kind);
gboolean fairlead_lines_have (const GArray *lines, FairleadSource source);

/* Of FairleadSpan, (transfer full): by first day, value and source; those without a day first */
GArray *fairlead_history_dup_spans (FairleadNetwork *network, FairleadVertex ship,
                                    FairleadHistory history);

G_END_DECLS
