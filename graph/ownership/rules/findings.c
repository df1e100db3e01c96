/* graph/ownership/rules/findings.c */
#include "graph/ownership/rules/findings.h"

#include "graph/ownership/rules/listed.h"
#include "graph/ownership/shares/around.h"
#include "graph/ownership/shares/integrated.h"

/* A rounded sum of products may miss a threshold that it meets exactly */
#define ROUNDING 1e-9

static const char *const measures_names[FAIRLEAD_N_MEASURES] = {
	[FAIRLEAD_MEASURES_AGREE] = "agree",
	[FAIRLEAD_MEASURES_CASCADE_ONLY] = "cascade-only",
	[FAIRLEAD_MEASURES_INTEGRATED_ONLY] = "integrated-only",
};

const char *
fairlead_measures_name (FairleadMeasures measures)
{
	return measures_names[measures];
}

/* ---- integrated shares ---- */

static gboolean
passes (const FairleadRule *rule, double share)
{
	return share + ROUNDING >= (double) rule->needed / FAIRLEAD_SHARE_ONE;
}

static void
compare (const FairleadFindings *self, FairleadFinding *finding)
{
	const FairleadRule *rule = fairlead_judgement_get_rule (self->judgement);
	gboolean by_cascade = finding->standing.verdict == FAIRLEAD_VERDICT_DEFINITE;
	gboolean by_sum = passes (rule, finding->low);

	if (finding->standing.verdict == FAIRLEAD_VERDICT_LISTED || by_cascade == by_sum)
		finding->measures = FAIRLEAD_MEASURES_AGREE;
	else
		finding->measures = by_cascade ? FAIRLEAD_MEASURES_CASCADE_ONLY
		                               : FAIRLEAD_MEASURES_INTEGRATED_ONLY;
}

/* In the part of the network that the person reaches, for it is much smaller than the whole */
static void
integrate_person (FairleadFindings *self, FairleadFinding *finding)
{
	const FairleadHoldings *holdings = fairlead_judgement_get_holdings (self->judgement);
	g_autoptr (GArray) start = fairlead_judgement_dup_start (self->judgement, finding->vertex);
	g_auto (FairleadAround) around = { 0 };
	g_autoptr (FairleadIntegrated) integrated = NULL;
	g_autofree guint32 *set = g_new (guint32, MAX (start->len, 1));

	for (guint i = 0; i < start->len; i++)
		set[i] = i;
	fairlead_around_init (&around, holdings, (const FairleadVertex *) (gpointer) start->data,
	                      start->len, TRUE);
	integrated = fairlead_integrated_new (around.holdings, set, start->len);
	for (guint32 i = 0; i < around.n_found; i++)
		if (g_array_index (around.vertices, FairleadVertex, i) == finding->vertex) {
			finding->low = integrated->low[i];
			finding->high = integrated->high[i];
			finding->is_circular = integrated->is_circular[i];
			finding->is_unsettled = integrated->is_unsettled[i];
		}
}

static void
add_finding (FairleadFindings *self, FairleadVertex vertex, const FairleadIntegrated *integrated)
{
	FairleadFinding finding = { .vertex = vertex };

	fairlead_judgement_get_standing (self->judgement, vertex, &finding.standing);
	if (fairlead_judgement_get_rule (self->judgement)->per_person) {
		integrate_person (self, &finding);
	} else {
		finding.low = integrated->low[vertex];
		finding.high = integrated->high[vertex];
		finding.is_circular = integrated->is_circular[vertex];
		finding.is_unsettled = integrated->is_unsettled[vertex];
	}
	compare (self, &finding);
	g_array_append_val (self->findings, finding);
}

static gboolean
is_reached (const FairleadFindings *self, FairleadVertex vertex,
            const FairleadIntegrated *integrated)
{
	FairleadVerdict verdict = fairlead_judgement_get_verdict (self->judgement, vertex);
	const FairleadRule *rule = fairlead_judgement_get_rule (self->judgement);

	if (verdict == FAIRLEAD_VERDICT_LISTED)
		return FALSE;
	return verdict != FAIRLEAD_VERDICT_CLEAR
	       || (!rule->per_person && passes (rule, integrated->low[vertex]));
}

/* ---- order ---- */

static gint
by_verdict (gconstpointer a, gconstpointer b)
{
	const FairleadFinding *one = a, *two = b;

	if (one->standing.verdict != two->standing.verdict)
		return one->standing.verdict > two->standing.verdict ? -1 : 1;
	if (one->standing.low != two->standing.low)
		return one->standing.low > two->standing.low ? -1 : 1;
	if (one->standing.high != two->standing.high)
		return one->standing.high > two->standing.high ? -1 : 1;
	return one->vertex < two->vertex ? -1 : one->vertex > two->vertex;
}

static void
collect (FairleadFindings *self, const FairleadVertex *of, const FairleadIntegrated *integrated)
{
	guint32 n = fairlead_judgement_get_holdings (self->judgement)->n_vertices;

	for (FairleadVertex vertex = 0; vertex < n; vertex++)
		self->n_listed += fairlead_judgement_get_verdict (self->judgement, vertex)
		                  == FAIRLEAD_VERDICT_LISTED;
	if (of != NULL) {
		add_finding (self, *of, integrated);
		return;
	}
	for (FairleadVertex vertex = 0; vertex < n; vertex++)
		if (is_reached (self, vertex, integrated))
			add_finding (self, vertex, integrated);
	g_array_sort (self->findings, by_verdict);
}

void
fairlead_findings_init (FairleadFindings *self, const FairleadHoldings *holdings,
                        const FairleadRule *rule, const FairleadWhoCounts *listing,
                        const FairleadVertex *of)
{
	g_autoptr (GArray) by_lists = NULL;
	const GArray *listed = listing != NULL ? listing->listed : NULL;
	g_autoptr (FairleadIntegrated) integrated = NULL;

	if (listed == NULL)
		listed = by_lists =
			fairlead_rule_dup_listed (rule, holdings->network, holdings->as_of);
	self->judgement = fairlead_judgement_new (holdings, rule, listing);
	self->findings = g_array_new (FALSE, FALSE, sizeof (FairleadFinding));
	integrated = fairlead_integrated_new (
		holdings, (const FairleadVertex *) (gpointer) listed->data, listed->len);
	self->closed = g_ptr_array_ref (integrated->closed);
	self->n_unsettled = integrated->n_unsettled;
	collect (self, of, integrated);
}

void
fairlead_findings_clear (FairleadFindings *self)
{
	g_clear_pointer (&self->judgement, fairlead_judgement_free);
	g_clear_pointer (&self->findings, g_array_unref);
	g_clear_pointer (&self->closed, g_ptr_array_unref);
}
