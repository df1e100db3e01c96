/* output/report/card/card.h: the parts of a facilitator's card; @i counts rows of the ranking */
#pragma once
#include "output/report/report-private.h"
G_BEGIN_DECLS

void fairlead_report_put_who (FairleadReportPage *page, guint i);
void fairlead_report_put_why (FairleadReportPage *page, guint i);
void fairlead_report_put_evidence (FairleadReportPage *page, guint i);
gboolean fairlead_report_put_ownership (FairleadReportPage *page, guint i, GError **error);
gboolean fairlead_report_put_timeline (FairleadReportPage *page, guint i, GError **error);
void fairlead_report_put_change (FairleadReportPage *page, guint i);
void fairlead_report_put_questions (FairleadReportPage *page, guint i);

/* `registered owner of HESPER AMBER, since 2016 [roles.csv:14] and ...` */
void fairlead_report_put_hop (FairleadReportPage *page, const FairleadHop *hop);
/* `who owns X: if the target, 12 places change; chance 0.05` as a line of a list */
void fairlead_report_put_unknown (FairleadReportPage *page, const FairleadUnknown *unknown);

G_END_DECLS
