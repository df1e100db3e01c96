/* graph/ownership/rules/verdicts.c */
#include "graph/ownership/rules/verdicts.h"

#include "graph/network/as-of.h"
#include "graph/ownership/rules/listed.h"

static void
leave_out (GArray *listed, const FairleadRule *rule, FairleadVerdictsCount count,
           gconstpointer data)
{
	guint n_kept = 0;

	for (guint i = 0; i < listed->len; i++) {
		FairleadVertex vertex = g_array_index (listed, FairleadVertex, i);

		if (count (rule, vertex, data))
			g_array_index (listed, FairleadVertex, n_kept++) = vertex;
	}
	g_array_set_size (listed, n_kept);
}

static FairleadJudgement *
judge (const FairleadVerdicts *self, const FairleadRule *rule, FairleadVerdictsCount count,
       gconstpointer data)
{
	g_autoptr (GArray) listed =
		fairlead_rule_dup_listed (rule, self->holdings->network, self->holdings->as_of);

	if (count != NULL)
		leave_out (listed, rule, count, data);
	return fairlead_judgement_new (self->holdings, rule, &(FairleadWhoCounts){ listed, NULL });
}

FairleadVerdicts *
fairlead_verdicts_new (FairleadNetwork *network, FairleadVerdictsCount count, gconstpointer data,
                       const FairleadTelling *telling, GCancellable *cancellable, GError **error)
{
	gint32 as_of = fairlead_as_of_day_of (network);
	g_autoptr (FairleadVerdicts) self = NULL;
	g_autoptr (GPtrArray) rules = fairlead_rules_new_shipped (error);
	g_autoptr (GPtrArray) in_force = NULL;

	if (rules == NULL)
		return NULL;
	self = g_new0 (FairleadVerdicts, 1);
	self->rules = g_steal_pointer (&rules);
	self->holdings = fairlead_holdings_new (network, as_of);
	self->judgements =
		g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_judgement_free);
	in_force = fairlead_rules_dup_in_force (self->rules, as_of);
	for (guint i = 0; i < in_force->len; i++) {
		if (g_cancellable_set_error_if_cancelled (cancellable, error))
			return NULL;
		fairlead_tell (telling, ((const FairleadRule *) in_force->pdata[i])->id, i,
		               in_force->len);
		g_ptr_array_add (self->judgements, judge (self, in_force->pdata[i], count, data));
	}
	return g_steal_pointer (&self);
}

void
fairlead_verdicts_free (FairleadVerdicts *self)
{
	g_clear_pointer (&self->judgements, g_ptr_array_unref);
	g_clear_pointer (&self->holdings, fairlead_holdings_free);
	g_clear_pointer (&self->rules, g_ptr_array_unref);
	g_free (self);
}

const FairleadJudgement *
fairlead_verdicts_find (const FairleadVerdicts *self, FairleadVertex vertex)
{
	const FairleadJudgement *possible = NULL;

	for (guint i = 0; i < self->judgements->len; i++) {
		const FairleadJudgement *judgement = self->judgements->pdata[i];
		FairleadVerdict verdict = fairlead_judgement_get_verdict (judgement, vertex);

		if (verdict == FAIRLEAD_VERDICT_DEFINITE)
			return judgement;
		if (verdict == FAIRLEAD_VERDICT_POSSIBLE && possible == NULL)
			possible = judgement;
	}
	return possible;
}

gboolean
fairlead_verdicts_is_listed (const FairleadVerdicts *self, FairleadVertex vertex)
{
	gboolean is_listed = FALSE;

	for (guint i = 0; !is_listed && i < self->judgements->len; i++)
		is_listed = fairlead_judgement_get_verdict (self->judgements->pdata[i], vertex)
		            == FAIRLEAD_VERDICT_LISTED;
	return is_listed;
}

static void
add_sources (const FairleadHoldings *holdings, guint32 holding, GArray *sources)
{
	g_autoptr (GArray) links = fairlead_holding_dup_links (holdings, holding);

	for (guint i = 0; i < links->len; i++) {
		const FairleadLinkFact *fact = fairlead_network_get_link (
			holdings->network, g_array_index (links, FairleadLink, i));

		g_array_append_val (sources, fact->source);
	}
}

GArray *
fairlead_judgement_dup_sources (const FairleadJudgement *self, FairleadVertex vertex)
{
	g_autoptr (GArray) proof = fairlead_judgement_dup_proof (self, vertex);
	GArray *sources = g_array_new (FALSE, FALSE, sizeof (FairleadSource));

	for (guint i = 0; i < proof->len; i++)
		add_sources (fairlead_judgement_get_holdings (self),
		             g_array_index (proof, guint32, i), sources);
	return sources;
}
