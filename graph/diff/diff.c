/* graph/diff/diff.c */
#include "graph/diff/diff.h"

#include <string.h>

#include "graph/diff/match-private.h"
#include "graph/facts/name-key.h"

enum { BEFORE, AFTER };

typedef struct {
	FairleadNetwork *network[2];
	FairleadFacts *facts[2];
	FairleadPairing match;
	FairleadDiff *found;
	GCancellable *cancellable; /* fired, the rest is left */
	FairleadTelling telling;
} Comparison;

static void
comparison_clear (Comparison *self)
{
	fairlead_pairing_clear (&self->match);
	g_clear_pointer (&self->facts[BEFORE], fairlead_facts_free);
	g_clear_pointer (&self->facts[AFTER], fairlead_facts_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static gboolean
is_given_up (const Comparison *self)
{
	return g_cancellable_is_cancelled (self->cancellable);
}

const char *
fairlead_diff_kind_name (FairleadDiffKind kind)
{
	static const char *const names[FAIRLEAD_N_DIFF_KINDS] = { "added", "removed", "changed" };

	return names[kind];
}

/* ---- facts of one party ---- */

/* The other end of a link: the place of the match where there is one, for ids may change with what
 * a list joins; else its id */
static char *
dup_end (Comparison *self, const FairleadFact *fact, guint side)
{
	FairleadVertex other = fact->other;
	FairleadVertex old = side == BEFORE ? other : self->match.before_of[other];

	if (old != FAIRLEAD_NO_VERTEX && self->match.after_of[old] != FAIRLEAD_NO_VERTEX)
		return g_strdup_printf ("#%u", old);
	return g_strdup (fairlead_network_get_id (self->network[side], other));
}

/* What a fact is about: facts of one anchor may take each other's place */
static char *
dup_anchor (Comparison *self, const FairleadFact *fact, guint side)
{
	g_autofree char *end = NULL;

	if (fact->table == FAIRLEAD_FACT_LINK) {
		end = dup_end (self, fact, side);
		return g_strdup_printf ("%d %u %d %s", fact->table, fact->kind, fact->is_reversed,
		                        end);
	}
	if (fact->table == FAIRLEAD_FACT_DESIGNATION)
		return g_strdup_printf ("%d %s %s", fact->table, fact->value, fact->detail);
	return g_strdup_printf ("%d %u", fact->table, fact->kind);
}

static char *
dup_content (Comparison *self, const FairleadFact *fact, guint side)
{
	const FairleadPeriod *period = &fact->period;
	g_autofree char *anchor = dup_anchor (self, fact, side);

	return g_strdup_printf ("%s %d %u %u %d %d %d %d %u %s\n%s\n%s", anchor, fact->is_doubtful,
	                        fact->share.low, fact->share.high, period->start.first,
	                        period->start.last, period->end.first, period->end.last,
	                        period->flags, fact->table == FAIRLEAD_FACT_LINK ? "" : fact->value,
	                        fact->detail, fact->basis);
}

/* Those of @facts whose content is not among @others */
static GPtrArray *
dup_without (Comparison *self, const GPtrArray *facts, guint side, const GPtrArray *others)
{
	g_autoptr (GHashTable) known =
		g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	GPtrArray *left = g_ptr_array_new ();

	for (guint i = 0; i < others->len; i++)
		g_hash_table_add (known, dup_content (self, others->pdata[i], !side));
	for (guint i = 0; i < facts->len; i++) {
		g_autofree char *content = dup_content (self, facts->pdata[i], side);

		if (!g_hash_table_contains (known, content))
			g_ptr_array_add (left, facts->pdata[i]);
	}
	return left;
}

/* Anchor -> the only one of @facts that has it; NULL where several have */
static GHashTable *
dup_only_ones (Comparison *self, const GPtrArray *facts, guint side)
{
	GHashTable *only = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < facts->len; i++) {
		char *anchor = dup_anchor (self, facts->pdata[i], side);
		gboolean is_known = g_hash_table_contains (only, anchor);

		g_hash_table_replace (only, anchor, is_known ? NULL : facts->pdata[i]);
	}
	return only;
}

static void
add_change (GPtrArray *changes, const FairleadFact *before, const FairleadFact *after)
{
	const FairleadFactChange change = { before, after };

	g_ptr_array_add (changes, g_memdup2 (&change, sizeof change));
}

/* What one fact replaced by another is, and what is new or gone alone */
static void
pair_changes (Comparison *self, const GPtrArray *gone, const GPtrArray *come, GPtrArray *changes)
{
	g_autoptr (GHashTable) paired = g_hash_table_new (NULL, NULL);
	g_autoptr (GHashTable) only_gone = dup_only_ones (self, gone, BEFORE);
	g_autoptr (GHashTable) only_come = dup_only_ones (self, come, AFTER);

	for (guint i = 0; i < gone->len; i++) {
		g_autofree char *anchor = dup_anchor (self, gone->pdata[i], BEFORE);
		FairleadFact *after = g_hash_table_lookup (only_gone, anchor) == NULL
		                              ? NULL
		                              : g_hash_table_lookup (only_come, anchor);

		add_change (changes, gone->pdata[i], after);
		if (after != NULL)
			g_hash_table_add (paired, after);
	}
	for (guint i = 0; i < come->len; i++)
		if (!g_hash_table_contains (paired, come->pdata[i]))
			add_change (changes, NULL, come->pdata[i]);
}

static gint
compare_changes (gconstpointer a, gconstpointer b)
{
	const FairleadFactChange *first = *(const FairleadFactChange *const *) a;
	const FairleadFactChange *second = *(const FairleadFactChange *const *) b;
	const FairleadFact *fact_a = first->before != NULL ? first->before : first->after;
	const FairleadFact *fact_b = second->before != NULL ? second->before : second->after;

	if (fact_a->table != fact_b->table)
		return fact_a->table < fact_b->table ? -1 : 1;
	if (fact_a->kind != fact_b->kind)
		return fact_a->kind < fact_b->kind ? -1 : 1;
	if ((first->before == NULL) != (second->before == NULL))
		return first->before == NULL ? 1 : -1;
	return strcmp (fact_a->value, fact_b->value);
}

/* ---- one party ---- */

static void
free_difference (gpointer data)
{
	FairleadDifference *difference = data;

	g_free (difference->matched_by);
	g_ptr_array_unref (difference->changes);
	g_array_unref (difference->same_name);
	g_clear_pointer (&difference->facts[BEFORE], g_ptr_array_unref);
	g_clear_pointer (&difference->facts[AFTER], g_ptr_array_unref);
	g_free (difference);
}

static GPtrArray *
dup_facts (Comparison *self, guint side, FairleadVertex vertex)
{
	return vertex == FAIRLEAD_NO_VERTEX ? g_ptr_array_new ()
	                                    : fairlead_facts_dup_of (self->facts[side], vertex);
}

static void
compare_party (Comparison *self, FairleadDiffKind kind, FairleadVertex before, FairleadVertex after)
{
	FairleadDifference *difference = g_new (FairleadDifference, 1);
	g_autoptr (GPtrArray) gone = NULL;
	g_autoptr (GPtrArray) come = NULL;

	*difference = (FairleadDifference){
		.kind = kind,
		.before = before,
		.after = after,
		.matched_by =
			g_strdup (kind == FAIRLEAD_DIFF_CHANGED ? self->match.reason[before] : ""),
		.changes = g_ptr_array_new_with_free_func (g_free),
		.same_name = g_array_new (FALSE, FALSE, sizeof (FairleadVertex)),
		.facts = { dup_facts (self, BEFORE, before), dup_facts (self, AFTER, after) },
	};
	gone = dup_without (self, difference->facts[BEFORE], BEFORE, difference->facts[AFTER]);
	come = dup_without (self, difference->facts[AFTER], AFTER, difference->facts[BEFORE]);
	pair_changes (self, gone, come, difference->changes);
	g_ptr_array_sort (difference->changes, compare_changes);
	if (kind != FAIRLEAD_DIFF_CHANGED || difference->changes->len > 0) {
		g_ptr_array_add (self->found->differences, difference);
		return;
	}
	self->found->n_same++;
	free_difference (difference);
}

/* Places are facts of parties; whom nobody describes is the end of a link */
static gboolean
is_described (FairleadNetwork *network, FairleadVertex vertex)
{
	return fairlead_network_is_party (network, vertex)
	       && !fairlead_network_is_stub (network, vertex);
}

static void
compare_all (Comparison *self)
{
	guint32 n_before = fairlead_network_get_n_vertices (self->network[BEFORE]);
	guint32 n_after = fairlead_network_get_n_vertices (self->network[AFTER]);

	for (FairleadVertex old = 0; old < n_before && !is_given_up (self); old++) {
		fairlead_tell_step (&self->telling, "comparing parties", old, n_before);
		FairleadVertex new = self->match.after_of[old];
		gboolean was = is_described (self->network[BEFORE], old);
		gboolean is = new != FAIRLEAD_NO_VERTEX &&is_described (self->network[AFTER], new);

		if (was && is)
			compare_party (self, FAIRLEAD_DIFF_CHANGED, old, new);
		else if (was)
			compare_party (self, FAIRLEAD_DIFF_REMOVED, old, FAIRLEAD_NO_VERTEX);
		else if (is)
			compare_party (self, FAIRLEAD_DIFF_ADDED, FAIRLEAD_NO_VERTEX, new);
	}
	for (FairleadVertex new = 0; new < n_after && !is_given_up (self); new ++)
		if (self->match.before_of[new] == FAIRLEAD_NO_VERTEX
		    && is_described (self->network[AFTER], new))
			compare_party (self, FAIRLEAD_DIFF_ADDED, FAIRLEAD_NO_VERTEX, new);
}

/* ---- names that went on one side and came on the other ---- */

typedef struct {
	Comparison *comparison;
	FairleadTransliterator *letters;
	GHashTable *parties[2]; /* key of a name -> GArray of FairleadVertex */
} Namesakes;

static void
visit_names (Namesakes *self, const FairleadDifference *difference,
             void (*visit) (Namesakes *self, const FairleadDifference *difference, char *key))
{
	const GPtrArray *facts =
		difference->facts[difference->kind == FAIRLEAD_DIFF_REMOVED ? BEFORE : AFTER];

	for (guint i = 0; i < facts->len; i++) {
		const FairleadFact *fact = facts->pdata[i];

		if (fact->table == FAIRLEAD_FACT_NAME)
			visit (self, difference,
			       fairlead_name_dup_words_key (self->letters, fact->value));
	}
}

static void
add_name (Namesakes *self, const FairleadDifference *difference, char *key)
{
	gboolean is_removed = difference->kind == FAIRLEAD_DIFF_REMOVED;
	GHashTable *parties = self->parties[is_removed ? BEFORE : AFTER];
	FairleadVertex vertex = is_removed ? difference->before : difference->after;
	GArray *known = g_hash_table_lookup (parties, key);

	if (known == NULL) {
		known = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
		g_hash_table_insert (parties, g_strdup (key), known);
	}
	g_array_append_val (known, vertex);
	g_free (key);
}

static void
find_name (Namesakes *self, const FairleadDifference *difference, char *key)
{
	guint other = difference->kind == FAIRLEAD_DIFF_REMOVED ? AFTER : BEFORE;
	const GArray *known = g_hash_table_lookup (self->parties[other], key);

	for (guint i = 0; *key != '\0' && known != NULL && i < known->len; i++) {
		FairleadVertex vertex = g_array_index (known, FairleadVertex, i);
		gboolean is_new = TRUE;

		for (guint j = 0; j < difference->same_name->len; j++)
			is_new = is_new
			         && g_array_index (difference->same_name, FairleadVertex, j)
			                    != vertex;
		if (is_new)
			g_array_append_val (difference->same_name, vertex);
	}
	g_free (key);
}

static void
visit_all (Namesakes *self,
           void (*visit) (Namesakes *self, const FairleadDifference *difference, char *key))
{
	const GPtrArray *all = self->comparison->found->differences;

	for (guint i = 0; i < all->len && !is_given_up (self->comparison); i++) {
		fairlead_tell_step (&self->comparison->telling, "comparing names", i, all->len);
		if (((const FairleadDifference *) all->pdata[i])->kind != FAIRLEAD_DIFF_CHANGED)
			visit_names (self, all->pdata[i], visit);
	}
}

static void
find_namesakes (Comparison *comparison)
{
	g_autoptr (FairleadTransliterator) letters = fairlead_transliterator_new ();
	Namesakes self = { comparison, letters, { NULL, NULL } };

	for (guint side = 0; side < 2; side++)
		self.parties[side] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
		                                            (GDestroyNotify) g_array_unref);
	visit_all (&self, add_name);
	visit_all (&self, find_name);
	for (guint side = 0; side < 2; side++)
		g_hash_table_unref (self.parties[side]);
}

/* ---- the whole ---- */

static const char *
name_of (const Comparison *self, const FairleadDifference *difference)
{
	return difference->after != FAIRLEAD_NO_VERTEX
	               ? fairlead_network_get_name (self->network[AFTER], difference->after)
	               : fairlead_network_get_name (self->network[BEFORE], difference->before);
}

static gint
compare_differences (gconstpointer a, gconstpointer b, gpointer comparison)
{
	const FairleadDifference *first = *(const FairleadDifference *const *) a;
	const FairleadDifference *second = *(const FairleadDifference *const *) b;
	gint order;

	if (first->kind != second->kind)
		return first->kind < second->kind ? -1 : 1;
	order = strcmp (name_of (comparison, first), name_of (comparison, second));
	if (order != 0)
		return order;
	if (first->after != second->after)
		return first->after < second->after ? -1 : 1;
	return first->before < second->before ? -1 : first->before > second->before;
}

gboolean
fairlead_diff_init (FairleadDiff *self, FairleadNetwork *before, FairleadNetwork *after,
                    const FairleadTelling *telling, GCancellable *cancellable, GError **error)
{
	g_auto (FairleadDiff) found = { g_ptr_array_new_with_free_func (free_difference), 0 };
	g_auto (Comparison) comparison = {
		{ before, after },
		{ fairlead_facts_new (before), fairlead_facts_new (after) },
		{ NULL, NULL, NULL, 0 },
		&found,
		cancellable,
		telling != NULL ? *telling : (FairleadTelling){ NULL, NULL },
	};

	fairlead_pairing_init (&comparison.match, before, after);
	compare_all (&comparison);
	find_namesakes (&comparison);
	if (g_cancellable_set_error_if_cancelled (cancellable, error))
		return FALSE;
	g_ptr_array_sort_with_data (found.differences, compare_differences, &comparison);
	*self = found;
	found.differences = NULL;
	return TRUE;
}

void
fairlead_diff_clear (FairleadDiff *self)
{
	g_clear_pointer (&self->differences, g_ptr_array_unref);
}
