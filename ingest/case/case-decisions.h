/* ingest/case/case-decisions.h: who was decided to be the same, kept in a case
 *
 * Decisions stand beside the facts and go by keys, so that imports leave them alone. Rows are only
 * added: who takes one back adds a row that says so. */
#pragma once
#include "ingest/case/case.h"
#include "ingest/record/decision.h"
G_BEGIN_DECLS

/**
 * fairlead_case_load_decisions:
 *
 * The decisions of a case, first to last, those undone too; their line is their number in it.
 * Fails where a row is no decision, naming its number.
 *
 * Returns: (transfer full): the decisions; none for a case that has none
 */
FAIRLEAD_API FairleadDecisions *fairlead_case_load_decisions (FairleadCase *self,
                                                              GCancellable *cancellable,
                                                              GError **error);

/**
 * fairlead_case_save_decisions:
 * @decisions: of fairlead_case_load_decisions(), with what was added and undone since
 *
 * Adds what the case lacks, in one transaction: decisions without a line, which then have the
 * number that they got, and undoings. What others added meanwhile stays. On failure the case is as
 * it was.
 */
FAIRLEAD_API gboolean fairlead_case_save_decisions (FairleadCase *self,
                                                    FairleadDecisions *decisions,
                                                    GCancellable *cancellable, GError **error);

G_END_DECLS
