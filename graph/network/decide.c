/* graph/network/decide.c: what somebody decided, above what keys and numbers say */
#include <string.h>

#include "graph/network/clusters-private.h"

/* A decision as far as the files know its ends */
typedef struct {
	const FairleadDecision *decision;
	FairleadEntity left;
	FairleadEntity right;
} Judgement;

static FairleadEntity
find_end (FairleadClusters *clusters, const char *key)
{
	return fairlead_records_find (clusters->records, key);
}

/* Decisions come from no file of the records: an issue stands at an entity that one names, else at
 * the first file by path */
static FairleadSource
source_of (FairleadClusters *clusters, const Judgement *judgement)
{
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (clusters->records, &n);
	FairleadSource first = { 0, 0 };

	if (judgement->left != FAIRLEAD_NO_ENTITY)
		return clusters->entities[judgement->left].source;
	if (judgement->right != FAIRLEAD_NO_ENTITY)
		return clusters->entities[judgement->right].source;
	for (guint32 i = 1; i < n; i++)
		if (strcmp (fairlead_records_get_text (clusters->records, files[i].path),
		            fairlead_records_get_text (clusters->records, files[first.file].path))
		    < 0)
			first.file = i;
	return first;
}

static void
report_unknown (FairleadClusters *clusters, guint n, const Judgement *judgement)
{
	gboolean has_left = judgement->left != FAIRLEAD_NO_ENTITY;
	gboolean has_right = judgement->right != FAIRLEAD_NO_ENTITY;
	g_autofree char *place = fairlead_decisions_dup_place (clusters->decisions, n);

	fairlead_records_add_issue (
		clusters->records, FAIRLEAD_ISSUE_DECISION_UNKNOWN, source_of (clusters, judgement),
		"%s: %s%s%s", place, has_left ? "" : judgement->decision->left,
		has_left || has_right ? "" : " and ", has_right ? "" : judgement->decision->right);
}

/* Whether decision @n stands, with both its ends known */
static gboolean
find_judgement (FairleadClusters *clusters, guint n, Judgement *judgement)
{
	judgement->decision = fairlead_decisions_get (clusters->decisions, n);
	judgement->left = find_end (clusters, judgement->decision->left);
	judgement->right = find_end (clusters, judgement->decision->right);
	return fairlead_decisions_stands (clusters->decisions, n)
	       && judgement->left != FAIRLEAD_NO_ENTITY && judgement->right != FAIRLEAD_NO_ENTITY;
}

void
fairlead_decide_apart (FairleadClusters *clusters, FairleadDecisions *decisions)
{
	Judgement judgement;

	clusters->decisions = decisions;
	for (guint n = 0; n < fairlead_decisions_get_n (decisions); n++) {
		if (find_judgement (clusters, n, &judgement)) {
			if (judgement.decision->verdict == FAIRLEAD_DECIDED_DIFFERENT)
				fairlead_clusters_keep_apart (clusters, judgement.left,
				                              judgement.right, n);
		} else if (fairlead_decisions_stands (decisions, n)) {
			report_unknown (clusters, n, &judgement);
		}
	}
}

static void
join_decided (FairleadClusters *clusters, guint n, const Judgement *judgement)
{
	g_autofree char *place = fairlead_decisions_dup_place (clusters->decisions, n);
	g_autofree char *reason = g_strdup_printf (
		"the decision of %s (%s)",
		judgement->decision->who != NULL ? judgement->decision->who : "somebody", place);

	fairlead_clusters_unite (clusters, judgement->left, judgement->right, reason,
	                         source_of (clusters, judgement));
	clusters->decided[judgement->left] = TRUE;
	clusters->decided[judgement->right] = TRUE;
}

void
fairlead_decide_joins (FairleadClusters *clusters)
{
	Judgement judgement;

	clusters->decided = g_malloc0 (MAX (clusters->n, 1));
	for (guint n = 0; n < fairlead_decisions_get_n (clusters->decisions); n++)
		if (find_judgement (clusters, n, &judgement)
		    && judgement.decision->verdict == FAIRLEAD_DECIDED_SAME)
			join_decided (clusters, n, &judgement);
}
