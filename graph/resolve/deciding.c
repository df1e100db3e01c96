/* graph/resolve/deciding.c */
#include "graph/resolve/deciding.h"

gboolean
fairlead_proposals_decide (FairleadProposals *self, guint n, FairleadSameness verdict,
                           const char *who, const char *why, FairleadDecisions *decisions,
                           GError **error)
{
	guint n_all;
	const FairleadProposal *proposal = &fairlead_proposals_get (self, &n_all)[n];
	g_auto (GStrv) lines = why == NULL ? fairlead_proposals_dup_explanation (self, n) : NULL;
	g_autofree char *features = lines != NULL ? g_strjoinv ("; ", lines) : NULL;
	g_autofree char *now = fairlead_decision_dup_now ();
	const FairleadDecision decision = {
		.left = fairlead_proposals_get_left_key (self, n),
		.right = fairlead_proposals_get_right_key (self, n),
		.verdict = verdict,
		.who = who,
		.when = now,
		.why = why != NULL ? why : features,
		.probability = proposal->probability,
	};

	return fairlead_decisions_add (decisions, &decision, error);
}

gboolean
fairlead_proposals_join_sure (FairleadProposals *self, double threshold, const char *who,
                              FairleadDecisions *decisions, guint *n_joined, GError **error)
{
	guint n, n_sure = 0;
	const FairleadProposal *all = fairlead_proposals_get (self, &n);
	char text[G_ASCII_DTOSTR_BUF_SIZE];
	g_autofree char *rule = NULL;

	g_ascii_formatd (text, sizeof text, "%.3g", threshold);
	rule = g_strdup_printf ("%s, by the rule at %s", who, text);
	for (guint i = 0; i < n; i++) {
		if (all[i].ask != FAIRLEAD_ASK_NOTHING)
			continue;
		if (!fairlead_proposals_decide (self, i, FAIRLEAD_DECIDED_SAME, rule, NULL,
		                                decisions, error))
			return FALSE;
		n_sure++;
	}
	*n_joined = n_sure;
	return TRUE;
}
