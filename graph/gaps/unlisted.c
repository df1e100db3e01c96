/* graph/gaps/unlisted.c */
#include "graph/gaps/unlisted.h"

#include <string.h>

#include "graph/gaps/entries-private.h"
#include "graph/gaps/regimes.h"
#include "graph/ownership/rules/verdicts.h"
#include "graph/parameters.h"

/* Offices and managements with less say than that run nobody: secretary, nominee, charterer */
#define LEAST_CONTROL 0.5
#define HALF (FAIRLEAD_SHARE_ONE / 2)

const char *
fairlead_hold_name (FairleadHoldKind kind)
{
	static const char *const names[FAIRLEAD_N_HOLDS] = { "owned", "possibly owned", "run" };

	return names[kind];
}

typedef struct {
	FairleadNetwork *network;
	FairleadEntries entries;
	GPtrArray **bodies; /* of each vertex: who lists it, as the question chooses; or NULL */
	guint8 *is_listed;  /* by anybody */
	GHashTable *held;   /* vertex -> FairleadUnlisted */
	FairleadVerdicts *verdicts;
	FairleadParameters parameters; /* the shipped ones: how far each kind of link decides */
	GCancellable *cancellable;     /* fired, the rest is left */
} Search;

static void
search_clear (Search *self)
{
	guint32 n = fairlead_network_get_n_vertices (self->network);

	for (guint32 i = 0; self->bodies != NULL && i < n; i++)
		g_clear_pointer (&self->bodies[i], g_ptr_array_unref);
	g_free (self->bodies);
	g_free (self->is_listed);
	g_hash_table_unref (self->held);
	g_clear_pointer (&self->verdicts, fairlead_verdicts_free);
	fairlead_entries_clear (&self->entries);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
is_given_up (const Search *self)
{
	return g_cancellable_is_cancelled (self->cancellable);
}

/* ---- who is listed ---- */

static gboolean
is_chosen (const FairleadEntry *entry, const FairleadGapQuestion *question)
{
	gboolean is_body = question->bodies == NULL;

	for (guint i = 0; !is_body && question->bodies[i] != NULL; i++) {
		g_autofree char *body = fairlead_list_dup_body (question->bodies[i]);

		is_body = g_ascii_strcasecmp (entry->body, body) == 0;
	}
	return is_body && fairlead_entry_fits (entry, question->programme);
}

static void
find_listed (Search *self, const FairleadGapQuestion *question)
{
	for (guint i = 0; i < self->entries.rows->len; i++) {
		const FairleadEntry *entry = &g_array_index (self->entries.rows, FairleadEntry, i);
		GPtrArray **bodies = &self->bodies[entry->vertex];

		if (entry->is_over)
			continue;
		self->is_listed[entry->vertex] = TRUE;
		if (!is_chosen (entry, question))
			continue;
		if (*bodies == NULL)
			*bodies = g_ptr_array_new_with_free_func (g_free);
		if (!g_ptr_array_find_with_equal_func (*bodies, entry->body, g_str_equal, NULL))
			g_ptr_array_add (*bodies, g_strdup (entry->body));
	}
}

/* ---- what holds ---- */

static gboolean
classify (const Search *self, const FairleadLinkFact *fact, FairleadHoldKind *kind)
{
	const FairleadLinkInfo *info = fairlead_link_info (fact->kind);

	if (self->parameters.control[fact->kind] < LEAST_CONTROL)
		return FALSE;
	if (info->link_class != FAIRLEAD_CLASS_OWNERSHIP) {
		*kind = FAIRLEAD_HOLD_RUN;
		return TRUE;
	}
	if (fact->share.high < HALF)
		return FALSE;
	/* A registered owner or a parent without a share has the whole; a shareholder may not */
	*kind = fact->share.low >= HALF
	                        || (fairlead_share_is_unknown (fact->share)
	                            && fact->kind != FAIRLEAD_LINK_SHAREHOLDER)
	                ? FAIRLEAD_HOLD_OWNED
	                : FAIRLEAD_HOLD_POSSIBLY_OWNED;
	return TRUE;
}

static void
free_hold (gpointer data)
{
	FairleadHold *hold = data;

	g_ptr_array_unref (hold->bodies);
	g_clear_pointer (&hold->rules, g_ptr_array_unref);
	g_array_unref (hold->sources);
	g_free (hold);
}

static void
free_held (gpointer data)
{
	FairleadUnlisted *held = data;

	g_ptr_array_unref (held->holds);
	g_free (held);
}

static FairleadHold *
add_hold (Search *self, FairleadVertex vertex, FairleadVertex holder, FairleadHoldKind kind,
          FairleadLink link)
{
	FairleadUnlisted *held = g_hash_table_lookup (self->held, GUINT_TO_POINTER (vertex));
	FairleadHold *hold = g_new0 (FairleadHold, 1);

	if (held == NULL) {
		held = g_new (FairleadUnlisted, 1);
		*held = (FairleadUnlisted){ vertex, kind,
			                    g_ptr_array_new_with_free_func (free_hold) };
		g_hash_table_insert (self->held, GUINT_TO_POINTER (vertex), held);
	}
	hold->kind = kind;
	hold->holder = holder;
	hold->bodies = g_ptr_array_ref (self->bodies[holder]);
	hold->link = link;
	hold->sources = g_array_new (FALSE, FALSE, sizeof (FairleadSource));
	held->kind = MIN (held->kind, kind);
	g_ptr_array_add (held->holds, hold);
	return hold;
}

static gboolean
may_be_named (const Search *self, FairleadVertex vertex)
{
	return !self->is_listed[vertex] && fairlead_network_is_party (self->network, vertex)
	       && !fairlead_network_is_ambiguous (self->network, vertex);
}

/* ---- by one link ---- */

/* What those own who count under a rule is for the rules to say */
static void
look_at (Search *self, FairleadLink link)
{
	const FairleadLinkFact *fact = fairlead_network_get_link (self->network, link);
	FairleadVertex from = fairlead_network_get_from (self->network, link);
	FairleadVertex to = fairlead_network_get_to (self->network, link);
	FairleadHoldKind kind;
	FairleadHold *hold;

	if (self->bodies[from] == NULL || !may_be_named (self, to)
	    || fairlead_network_is_over (self->network, link) || !classify (self, fact, &kind)
	    || (kind != FAIRLEAD_HOLD_RUN && fairlead_verdicts_is_listed (self->verdicts, from)))
		return;
	hold = add_hold (self, to, from, kind, link);
	g_array_append_val (hold->sources, fact->source);
}

/* ---- under the rules ---- */

/* Whether one of the lists of the rule is of a body by which the question has it listed */
static gboolean
counts (const FairleadRule *rule, FairleadVertex listed, gconstpointer data)
{
	const GPtrArray *bodies = ((const Search *) data)->bodies[listed];
	gboolean is_one = FALSE;

	for (guint i = 0; bodies != NULL && !is_one && rule->lists[i] != NULL; i++) {
		g_autofree char *list = g_strndup (rule->lists[i], strcspn (rule->lists[i], "/"));
		g_autofree char *body = fairlead_list_dup_body (list);

		is_one = g_ptr_array_find_with_equal_func ((GPtrArray *) bodies, body, g_str_equal,
		                                           NULL);
	}
	return is_one;
}

/* The proof goes from the listed down: its first holder is listed, its last step leads to the
 * vertex */
static void
add_verdict (Search *self, const FairleadJudgement *judgement, FairleadVertex vertex)
{
	g_autoptr (GArray) proof = fairlead_judgement_dup_proof (judgement, vertex);
	const FairleadHolding *items = self->verdicts->holdings->items;
	FairleadVerdict verdict = fairlead_judgement_get_verdict (judgement, vertex);
	FairleadHold *hold;

	g_return_if_fail (proof->len > 0);
	hold = add_hold (self, vertex, items[g_array_index (proof, guint32, 0)].holder,
	                 verdict == FAIRLEAD_VERDICT_DEFINITE ? FAIRLEAD_HOLD_OWNED
	                                                      : FAIRLEAD_HOLD_POSSIBLY_OWNED,
	                 items[g_array_index (proof, guint32, proof->len - 1)].first_link);
	hold->rule = fairlead_judgement_get_rule (judgement);
	hold->rules = g_ptr_array_ref (self->verdicts->rules);
	fairlead_judgement_get_standing (judgement, vertex, &hold->standing);
	g_clear_pointer (&hold->sources, g_array_unref);
	hold->sources = fairlead_judgement_dup_sources (judgement, vertex);
}

static void
look_under (Search *self, const FairleadJudgement *judgement)
{
	guint32 n = self->verdicts->holdings->n_vertices;

	for (FairleadVertex vertex = 0; vertex < n && !is_given_up (self); vertex++) {
		FairleadVerdict verdict = fairlead_judgement_get_verdict (judgement, vertex);

		if ((verdict == FAIRLEAD_VERDICT_DEFINITE || verdict == FAIRLEAD_VERDICT_POSSIBLE)
		    && may_be_named (self, vertex))
			add_verdict (self, judgement, vertex);
	}
}

/* ---- order ---- */

static gint
compare_holds (gconstpointer a, gconstpointer b)
{
	const FairleadHold *first = *(const FairleadHold *const *) a;
	const FairleadHold *second = *(const FairleadHold *const *) b;

	if (first->kind != second->kind)
		return first->kind < second->kind ? -1 : 1;
	if (first->rule != second->rule && first->rule != NULL && second->rule != NULL)
		return strcmp (first->rule->id, second->rule->id);
	if ((first->rule == NULL) != (second->rule == NULL))
		return first->rule != NULL ? -1 : 1;
	return first->link < second->link ? -1 : first->link > second->link;
}

static gint
compare_held (gconstpointer a, gconstpointer b, gpointer network)
{
	const FairleadUnlisted *first = *(const FairleadUnlisted *const *) a;
	const FairleadUnlisted *second = *(const FairleadUnlisted *const *) b;
	gint order;

	if (first->kind != second->kind)
		return first->kind < second->kind ? -1 : 1;
	order = strcmp (fairlead_network_get_name (network, first->vertex),
	                fairlead_network_get_name (network, second->vertex));
	if (order != 0 || first->vertex == second->vertex)
		return order;
	return first->vertex < second->vertex ? -1 : 1;
}

static GPtrArray *
steal_sorted (Search *self)
{
	GPtrArray *all = g_ptr_array_new_with_free_func (free_held);
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init (&iter, self->held);
	while (g_hash_table_iter_next (&iter, NULL, &value)) {
		g_ptr_array_sort (((FairleadUnlisted *) value)->holds, compare_holds);
		g_ptr_array_add (all, value);
	}
	g_hash_table_steal_all (self->held);
	g_ptr_array_sort_with_data (all, compare_held, self->network);
	return all;
}

GPtrArray *
fairlead_unlisted_dup_all (FairleadNetwork *network, const FairleadGapQuestion *question,
                           GError **error)
{
	guint32 n = fairlead_network_get_n_vertices (network);
	g_auto (Search) search = {
		.network = network,
		.bodies = g_new0 (GPtrArray *, MAX (n, 1)),
		.is_listed = g_new0 (guint8, MAX (n, 1)),
		.held = g_hash_table_new_full (NULL, NULL, NULL, free_held),
		.cancellable = question->cancellable,
	};
	guint32 n_links = fairlead_network_get_n_links (network);

	fairlead_parameters_init (&search.parameters);
	fairlead_entries_init (&search.entries, network);
	find_listed (&search, question);
	search.verdicts = fairlead_verdicts_new (network, counts, &search, &question->telling,
	                                         question->cancellable, error);
	if (search.verdicts == NULL)
		return NULL;
	for (guint i = 0; i < search.verdicts->judgements->len; i++)
		look_under (&search, search.verdicts->judgements->pdata[i]);
	for (guint32 link = 0; link < n_links && !is_given_up (&search); link++)
		look_at (&search, link);
	if (g_cancellable_set_error_if_cancelled (question->cancellable, error))
		return NULL;
	return steal_sorted (&search);
}
