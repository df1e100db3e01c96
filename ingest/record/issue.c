/* ingest/record/issue.c */
#include "ingest/record/issue.h"

static const FairleadIssueInfo infos[FAIRLEAD_N_ISSUE_TAGS] = {
#define X(tag, name, severity, words) { name, FAIRLEAD_SEVERITY_##severity, words },
	FAIRLEAD_ISSUE_TABLE (X)
#undef X
};

const FairleadIssueInfo *
fairlead_issue_info (FairleadIssueTag tag)
{
	g_return_val_if_fail ((guint) tag < FAIRLEAD_N_ISSUE_TAGS, NULL);
	return &infos[tag];
}

const char *
fairlead_severity_name (FairleadSeverity severity)
{
	static const char *const names[] = { "info", "warning", "serious" };

	g_return_val_if_fail ((guint) severity < G_N_ELEMENTS (names), NULL);
	return names[severity];
}
