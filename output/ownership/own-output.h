/* output/ownership/own-output.h: who owns whom, and who falls under which rule, as a table, CSV or
 * JSON */
#pragma once
#include "graph/ownership/rules/findings.h"
#include "graph/ownership/stakes.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadOwnView:
 * @findings: (array length=n_findings): one for each rule
 * @vertex: whose owners or holdings are shown, with the verdict on it alone; or
 *   %FAIRLEAD_NO_VERTEX: all that fall under the rules
 * @stakes: (nullable): with @vertex
 * @question: (nullable): with @vertex
 * @limit: rows shown of findings or stakes; 0: all
 * @as_of: the day asked for, or %FAIRLEAD_DAY_OPEN_FUTURE
 * @layout: asked by tables alone
 */
typedef struct {
	FairleadOutputFormat format;
	FairleadLayout layout;
	const FairleadHoldings *holdings;
	const FairleadFindings *findings;
	guint n_findings;
	FairleadVertex vertex;
	const FairleadStakes *stakes;
	const FairleadStakeQuestion *question;
	guint limit;
	gint32 as_of;
} FairleadOwnView;

/* Writes what was found to @stream and flushes it. The same findings give the same bytes. */
FAIRLEAD_API gboolean fairlead_own_write (const FairleadOwnView *view, GOutputStream *stream,
                                          GCancellable *cancellable, GError **error);

G_END_DECLS
