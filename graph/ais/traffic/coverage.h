/* graph/ais/traffic/coverage.h: where anybody was heard in the last hours
 *
 * A bit for each hour and cell of half a degree, for the last 255 hours: 8 MiB whatever is read. */
#pragma once
#include "graph/ais/traffic/geometry.h"
G_BEGIN_DECLS

#define FAIRLEAD_AIS_COVERAGE_HOURS 255

typedef struct _FairleadAisCoverage FairleadAisCoverage;

FairleadAisCoverage *fairlead_ais_coverage_new (void);
void fairlead_ais_coverage_free (FairleadAisCoverage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadAisCoverage, fairlead_ais_coverage_free)

/* Somebody was heard; times must not fall by more than the hours that are kept */
void fairlead_ais_coverage_note (FairleadAisCoverage *self, gint64 time, FairleadAisPlace place);

/**
 * fairlead_ais_coverage_part:
 *
 * Of the full hours between two times (of the last 255 hours), the part in which anybody was heard
 * where a ship would be that goes straight and evenly from @from to @to in that time. As the ship
 * itself is silent then, it is others. 0 where there is no full hour.
 */
double fairlead_ais_coverage_part (const FairleadAisCoverage *self, FairleadAisPlace from,
                                   FairleadAisPlace to, gint64 since, gint64 until);

G_END_DECLS
