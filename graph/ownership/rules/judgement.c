/* graph/ownership/rules/judgement.c: both bounds of a rule, for all or for each person, as
 * verdicts */
#include "graph/ownership/rules/judgement.h"

#include <string.h>

#include "graph/ownership/rules/cascade.h"
#include "graph/ownership/rules/listed.h"
#include "graph/ownership/rules/proof.h"
#include "graph/parallel.h"

/* Holdings looked at for each person before the search per person gives up */
#define MAX_WORK 300000000u
#define NOBODY G_MAXUINT32
/* Fewer holdings are not worth a thread */
#define MANY 100000u

enum { LOWER, UPPER, N_BOUNDS };

/* Where a rule does not aggregate, each person is a group of its own */
typedef struct {
	GArray *vertices; /* of FairleadVertex, group after group */
	GArray *start;    /* of guint32: where each begins, and where the last ends */
} Groups;

struct _FairleadJudgement {
	const FairleadHoldings *holdings;
	const FairleadRule *rule;
	FairleadCascade *cascades[N_BOUNDS];
	Groups groups;
	guint8 *verdicts; /* of FairleadVerdict */
	guint8 *is_listed;
	guint32 *best_group[N_BOUNDS]; /* per person: who holds most of each company, or NOBODY */
	guint32 *best_share[N_BOUNDS];
	guint8 *best_held[N_BOUNDS]; /* whether of the shares or of the votes */
	guint32 all_group;           /* beyond the bound of the search: everybody; or NOBODY */
};

static const char *const verdict_names[FAIRLEAD_N_VERDICTS] = {
	[FAIRLEAD_VERDICT_CLEAR] = "clear",
	[FAIRLEAD_VERDICT_POSSIBLE] = "possible",
	[FAIRLEAD_VERDICT_DEFINITE] = "definite",
	[FAIRLEAD_VERDICT_LISTED] = "listed",
};

const char *
fairlead_verdict_name (FairleadVerdict verdict)
{
	return verdict_names[verdict];
}

/* ---- groups ---- */

static void
end_group (Groups *groups)
{
	g_array_append_val (groups->start, groups->vertices->len);
}

static void
add_vertices (FairleadJudgement *self, const GArray *vertices, gboolean each_alone)
{
	for (guint i = 0; i < vertices->len; i++) {
		FairleadVertex vertex = g_array_index (vertices, FairleadVertex, i);

		self->is_listed[vertex] = TRUE;
		g_array_append_val (self->groups.vertices, vertex);
		if (each_alone)
			end_group (&self->groups);
	}
	if (!each_alone)
		end_group (&self->groups);
}

/* Who of a joint arrangement is not listed does not become so by it: but what the arrangement
 * holds counts as one */
static void
add_joint (FairleadJudgement *self, const GArray *joint)
{
	gboolean has_listed = FALSE;

	for (guint i = 0; i < joint->len && !has_listed; i++)
		has_listed = self->is_listed[g_array_index (joint, FairleadVertex, i)];
	if (!has_listed)
		return;
	g_array_append_vals (self->groups.vertices, joint->data, joint->len);
	end_group (&self->groups);
}

static void
make_groups (FairleadJudgement *self, const GArray *listed, const GPtrArray *joint)
{
	guint32 zero = 0;

	self->groups.vertices = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	self->groups.start = g_array_new (FALSE, FALSE, sizeof (guint32));
	g_array_append_val (self->groups.start, zero);
	add_vertices (self, listed, self->rule->per_person);
	for (guint i = 0; self->rule->per_person && joint != NULL && i < joint->len; i++)
		add_joint (self, g_ptr_array_index (joint, i));
}

static guint
count_groups (const Groups *groups)
{
	return groups->start->len - 1;
}

static void
run_group (const FairleadJudgement *self, guint bound, guint group)
{
	guint32 begin = g_array_index (self->groups.start, guint32, group);
	guint32 end = g_array_index (self->groups.start, guint32, group + 1);

	fairlead_cascade_run (self->cascades[bound],
	                      (const FairleadVertex *) (gpointer) self->groups.vertices->data
	                              + begin,
	                      end - begin);
}

/* ---- verdicts ---- */

/* Shares, or the votes where they are more */
static guint32
share_of (const FairleadCascade *cascade, FairleadVertex company, FairleadHeld *held)
{
	guint32 shares = fairlead_cascade_get_share (cascade, company, FAIRLEAD_HELD_SHARES);
	guint32 votes = fairlead_cascade_counts (cascade, FAIRLEAD_HELD_VOTES)
	                        ? fairlead_cascade_get_share (cascade, company, FAIRLEAD_HELD_VOTES)
	                        : 0;

	*held = votes > shares ? FAIRLEAD_HELD_VOTES : FAIRLEAD_HELD_SHARES;
	return MAX (shares, votes);
}

static void
raise_verdicts (FairleadJudgement *self, guint bound)
{
	const GArray *members = self->cascades[bound]->members;

	for (guint i = 0; i < members->len; i++) {
		FairleadVertex member = g_array_index (members, FairleadVertex, i);
		guint8 verdict =
			bound == LOWER ? FAIRLEAD_VERDICT_DEFINITE : FAIRLEAD_VERDICT_POSSIBLE;

		self->verdicts[member] = MAX (self->verdicts[member], verdict);
	}
}

/* Who of a joint arrangement began a cascade has no verdict by it */
static void
note_best (FairleadJudgement *self, guint bound, guint group)
{
	const FairleadCascade *cascade = self->cascades[bound];
	guint32 n_start = g_array_index (self->groups.start, guint32, group + 1)
	                  - g_array_index (self->groups.start, guint32, group);

	for (guint i = 0; i < cascade->touched->len; i++) {
		FairleadVertex company = g_array_index (cascade->touched, guint32, i);
		FairleadHeld held;
		guint32 share = share_of (cascade, company, &held);

		if (cascade->place[company] == 0 || cascade->place[company] > n_start)
			if (self->best_group[bound][company] == NOBODY
			    || share > self->best_share[bound][company]) {
				self->best_group[bound][company] = group;
				self->best_share[bound][company] = share;
				self->best_held[bound][company] = (guint8) held;
			}
	}
	for (guint i = n_start; i < cascade->members->len; i++) {
		FairleadVertex member = g_array_index (cascade->members, FairleadVertex, i);
		guint8 verdict =
			bound == LOWER ? FAIRLEAD_VERDICT_DEFINITE : FAIRLEAD_VERDICT_POSSIBLE;

		self->verdicts[member] = MAX (self->verdicts[member], verdict);
		if (self->best_group[bound][member] == NOBODY)
			self->best_group[bound][member] = group;
	}
}

/* Beyond the bound, all persons together: that may be too many, never too few */
static void
judge_all_possible (FairleadJudgement *self)
{
	guint n = self->groups.vertices->len;

	self->all_group = count_groups (&self->groups);
	g_array_set_size (self->groups.vertices, 2 * n);
	memcpy (&g_array_index (self->groups.vertices, FairleadVertex, n),
	        self->groups.vertices->data, n * sizeof (FairleadVertex));
	end_group (&self->groups);
	run_group (self, UPPER, self->all_group);
	note_best (self, UPPER, self->all_group);
}

static void
judge_each (FairleadJudgement *self, guint bound)
{
	guint32 n_vertices = self->holdings->n_vertices;

	self->best_group[bound] = g_new (guint32, MAX (n_vertices, 1));
	self->best_share[bound] = g_new0 (guint32, MAX (n_vertices, 1));
	self->best_held[bound] = g_new0 (guint8, MAX (n_vertices, 1));
	memset (self->best_group[bound], 0xff, (gsize) n_vertices * sizeof (guint32));
	for (guint group = 0, n = count_groups (&self->groups); group < n; group++) {
		if (bound == UPPER && self->cascades[bound]->work > MAX_WORK) {
			judge_all_possible (self);
			return;
		}
		run_group (self, bound, group);
		note_best (self, bound, group);
	}
}

static gpointer
borrow_judgement (gpointer job)
{
	return job;
}

static void
leave_judgement (gpointer worker G_GNUC_UNUSED)
{
}

static void
judge_together (gpointer worker, guint32 bound)
{
	FairleadJudgement *self = worker;

	self->cascades[bound] = fairlead_cascade_new (self->holdings, self->rule, bound == UPPER);
	run_group (self, bound, 0);
}

static void
judge_alone (FairleadJudgement *self)
{
	for (guint bound = 0; bound < N_BOUNDS; bound++) {
		self->cascades[bound] =
			fairlead_cascade_new (self->holdings, self->rule, bound == UPPER);
		judge_each (self, bound);
	}
}

static void
judge (FairleadJudgement *self)
{
	static const FairleadParallelJob what = { borrow_judgement, leave_judgement, judge_together,
		                                  NULL };
	const FairleadParallel how = { .n_threads = self->holdings->n < MANY ? 1 : 0 };

	if (self->rule->per_person)
		judge_alone (self);
	else
		fairlead_parallel_run (&what, self, N_BOUNDS, &how, NULL);
	for (guint bound = 0; bound < N_BOUNDS && !self->rule->per_person; bound++)
		raise_verdicts (self, bound);
	for (guint32 vertex = 0; vertex < self->holdings->n_vertices; vertex++)
		if (self->is_listed[vertex])
			self->verdicts[vertex] = FAIRLEAD_VERDICT_LISTED;
}

FairleadJudgement *
fairlead_judgement_new (const FairleadHoldings *holdings, const FairleadRule *rule,
                        const FairleadWhoCounts *listing)
{
	FairleadJudgement *self = g_new0 (FairleadJudgement, 1);
	guint32 n_cells = MAX (holdings->n_vertices, 1);
	g_autoptr (GArray) listed = NULL;

	self->holdings = holdings;
	self->rule = rule;
	self->all_group = NOBODY;
	self->verdicts = g_new0 (guint8, n_cells);
	self->is_listed = g_new0 (guint8, n_cells);
	if (listing == NULL || listing->listed == NULL)
		listed = fairlead_rule_dup_listed (rule, holdings->network, holdings->as_of);
	make_groups (self, listed != NULL ? listed : listing->listed,
	             listing != NULL ? listing->joint : NULL);
	judge (self);
	return self;
}

void
fairlead_judgement_free (FairleadJudgement *self)
{
	for (guint bound = 0; bound < N_BOUNDS; bound++) {
		fairlead_cascade_free (self->cascades[bound]);
		g_free (self->best_group[bound]);
		g_free (self->best_share[bound]);
		g_free (self->best_held[bound]);
	}
	g_array_unref (self->groups.vertices);
	g_array_unref (self->groups.start);
	g_free (self->verdicts);
	g_free (self->is_listed);
	g_free (self);
}

/* ---- reading ---- */

const FairleadRule *
fairlead_judgement_get_rule (const FairleadJudgement *self)
{
	return self->rule;
}

const FairleadHoldings *
fairlead_judgement_get_holdings (const FairleadJudgement *self)
{
	return self->holdings;
}

FairleadVerdict
fairlead_judgement_get_verdict (const FairleadJudgement *self, FairleadVertex vertex)
{
	return (FairleadVerdict) self->verdicts[vertex];
}

gboolean
fairlead_judgement_is_bounded (const FairleadJudgement *self)
{
	return self->all_group != NOBODY;
}

/* Which bounds a verdict stands on */
static guint
shown_bound (const FairleadJudgement *self, FairleadVertex vertex)
{
	return self->verdicts[vertex] == FAIRLEAD_VERDICT_DEFINITE ? LOWER : UPPER;
}

/* Runs again the cascade of the person by whom the vertex stands */
static void
show_cascade (const FairleadJudgement *self, guint bound, FairleadVertex vertex)
{
	if (self->rule->per_person && self->best_group[bound][vertex] != NOBODY)
		run_group (self, bound, self->best_group[bound][vertex]);
}

static FairleadVertex
person_of (const FairleadJudgement *self, guint bound, FairleadVertex vertex)
{
	guint32 group;

	group = self->rule->per_person ? self->best_group[bound][vertex] : NOBODY;
	if (group == NOBODY || group == self->all_group)
		return FAIRLEAD_NO_VERTEX;
	return g_array_index (self->groups.vertices, FairleadVertex,
	                      g_array_index (self->groups.start, guint32, group));
}

static guint32
find_share (const FairleadJudgement *self, guint bound, FairleadVertex vertex, FairleadHeld *held)
{
	if (self->rule->per_person) {
		*held = (FairleadHeld) self->best_held[bound][vertex];
		return self->best_share[bound][vertex];
	}
	return share_of (self->cascades[bound], vertex, held);
}

void
fairlead_judgement_get_standing (const FairleadJudgement *self, FairleadVertex vertex,
                                 FairleadStanding *standing)
{
	FairleadHeld held_low, held_high;
	guint shown;

	*standing = (FairleadStanding){ .verdict = fairlead_judgement_get_verdict (self, vertex) };
	standing->low = find_share (self, LOWER, vertex, &held_low);
	standing->high = find_share (self, UPPER, vertex, &held_high);
	standing->high = MAX (standing->high, standing->low);
	shown = shown_bound (self, vertex);
	standing->ground = shown == LOWER ? held_low : held_high;
	if (standing->verdict == FAIRLEAD_VERDICT_POSSIBLE && standing->high < self->rule->needed)
		standing->ground = FAIRLEAD_HELD_CONTROL;
	standing->person = person_of (self, shown, vertex);
	standing->is_overfull = fairlead_cascade_is_overfull (
		self->cascades[LOWER], vertex,
		standing->ground == FAIRLEAD_HELD_VOTES ? FAIRLEAD_HELD_VOTES
							: FAIRLEAD_HELD_SHARES);
	if (standing->verdict < FAIRLEAD_VERDICT_DEFINITE)
		standing->missing = self->rule->needed - MIN (standing->low, self->rule->needed);
}

GArray *
fairlead_judgement_dup_start (const FairleadJudgement *self, FairleadVertex vertex)
{
	GArray *start = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	guint32 group =
		self->rule->per_person ? self->best_group[shown_bound (self, vertex)][vertex] : 0;
	guint32 begin;

	if (group == NOBODY)
		return start;
	begin = g_array_index (self->groups.start, guint32, group);
	g_array_append_vals (
		start, (const FairleadVertex *) (gpointer) self->groups.vertices->data + begin,
		g_array_index (self->groups.start, guint32, group + 1) - begin);
	return start;
}

GArray *
fairlead_judgement_dup_open (const FairleadJudgement *self, FairleadVertex vertex,
                             guint32 *unrecorded)
{
	const FairleadHoldings *holdings = self->holdings;
	GArray *open = g_array_new (FALSE, FALSE, sizeof (guint32));
	guint64 total = 0;

	show_cascade (self, UPPER, vertex);
	for (guint32 i = holdings->in[vertex]; i < holdings->in[vertex + 1]; i++) {
		guint32 at = holdings->in_items[i];
		const FairleadHolding *holding = &holdings->items[at];

		if (holding->held != FAIRLEAD_HELD_SHARES)
			continue;
		total += holding->low;
		if (holding->high > holding->low
		    && self->cascades[UPPER]->place[holding->holder] != 0)
			g_array_append_val (open, at);
	}
	*unrecorded = FAIRLEAD_SHARE_ONE - (guint32) MIN (total, FAIRLEAD_SHARE_ONE);
	return open;
}

GArray *
fairlead_judgement_dup_proof (const FairleadJudgement *self, FairleadVertex vertex)
{
	FairleadVerdict verdict = fairlead_judgement_get_verdict (self, vertex);
	guint bound = shown_bound (self, vertex);

	if (verdict == FAIRLEAD_VERDICT_CLEAR || verdict == FAIRLEAD_VERDICT_LISTED)
		return g_array_new (FALSE, FALSE, sizeof (guint32));
	show_cascade (self, bound, vertex);
	return fairlead_cascade_dup_proof (self->cascades[bound], vertex);
}
