/* library/screen/screening-private.h: what a screening and its rows know of each other */
#pragma once
#include <fairlead/screen.h>
#include "output/screen/screen-writers.h"
G_BEGIN_DECLS

/* Whom a row was found to be, and all that is written of it; the texts belong to the screening */
typedef struct {
	FairleadVertex match; /* or %FAIRLEAD_NO_VERTEX */
	FairleadScreenCells cells;
} ScreenedRow;

FleadScreened *flead_screened_new (FleadScreening *owner, guint row);

const ScreenedRow *flead_screening_get_row (FleadScreening *self, guint row);
FleadNetwork *flead_screening_get_network (FleadScreening *self);

G_END_DECLS
