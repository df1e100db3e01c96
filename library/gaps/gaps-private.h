/* library/gaps/gaps-private.h: what gaps and their rows know of each other */
#pragma once
#include <fairlead/gaps.h>
#include "graph/gaps/unlisted.h"
#include "output/gaps/gaps-writers.h"
G_BEGIN_DECLS

/**
 * GapRow:
 * @listing: what the body says; NULL of a hold
 * @absence: (nullable): where that is not that it lists the party
 * @hold: NULL of a body
 *
 * Borrows from what was found.
 */
typedef struct {
	FairleadVertex vertex;
	const char *regime;
	const FairleadListing *listing;
	const FairleadAbsence *absence;
	const FairleadHold *hold;
} GapRow;

FleadGap *flead_gap_new (FleadGaps *owner, guint row);

const GapRow *flead_gaps_get_row (FleadGaps *self, guint row);
const FairleadGapsPage *flead_gaps_get_page (FleadGaps *self);
FleadNetwork *flead_gaps_get_network (FleadGaps *self);

/* What words a finding may be, in one order */
enum {
	GAP_LISTED,
	GAP_FIRST_ABSENCE,
	GAP_FIRST_HOLD = GAP_FIRST_ABSENCE + FAIRLEAD_N_ABSENCES,
	N_GAP_FINDINGS = GAP_FIRST_HOLD + FAIRLEAD_N_HOLDS
};
guint gap_row_get_finding (const GapRow *row);
const char *gap_finding_name (guint finding);
/* Since when, and until when */
FairleadPeriod gap_row_get_period (const GapRow *row, FairleadNetwork *inner);

G_END_DECLS
