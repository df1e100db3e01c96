/* graph/ownership/rules/cascade.c: members come in by a queue, each of whose holdings is looked at
 * once */
#include "graph/ownership/rules/cascade.h"

#define ONE ((gint64) FAIRLEAD_SHARE_ONE)

/* Shares, and votes where the rule counts them */
static gsize
cell (const FairleadCascade *self, FairleadVertex company, FairleadHeld held)
{
	return (gsize) company * self->n_kinds + held;
}

gboolean
fairlead_cascade_counts (const FairleadCascade *self, FairleadHeld held)
{
	return held < self->n_kinds;
}

/* Control never is more than possible, so that lower bounds know none. A rule that does not count
 * votes takes a majority of them for control. */
gboolean
fairlead_cascade_controls (const FairleadCascade *self, const FairleadHolding *holding)
{
	if (!self->is_upper || !self->rule->control)
		return FALSE;
	return holding->held == FAIRLEAD_HELD_CONTROL
	       || (holding->held == FAIRLEAD_HELD_VOTES && !self->rule->votes
	           && holding->high > FAIRLEAD_SHARE_ONE / 2);
}

FairleadCascade *
fairlead_cascade_new (const FairleadHoldings *holdings, const FairleadRule *rule, gboolean is_upper)
{
	FairleadCascade *self = g_new0 (FairleadCascade, 1);
	gsize n_cells;

	self->holdings = holdings;
	self->rule = rule;
	self->is_upper = is_upper;
	self->n_kinds = rule->votes ? 2 : 1;
	n_cells = MAX ((gsize) holdings->n_vertices * self->n_kinds, 1);
	self->place = g_new0 (guint32, MAX (holdings->n_vertices, 1));
	self->members = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	self->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
	self->total_low = g_new0 (gint64, n_cells);
	self->member_low = g_new0 (gint64, n_cells);
	self->member_high = is_upper ? g_new0 (gint64, n_cells) : NULL;
	for (guint32 i = 0; i < holdings->n; i++) {
		const FairleadHolding *holding = &holdings->items[i];

		if (fairlead_cascade_counts (self, holding->held))
			self->total_low[cell (self, holding->company, holding->held)] +=
				holding->low;
	}
	return self;
}

void
fairlead_cascade_free (FairleadCascade *self)
{
	g_free (self->place);
	g_array_unref (self->members);
	g_array_unref (self->touched);
	g_free (self->total_low);
	g_free (self->member_low);
	g_free (self->member_high);
	g_free (self);
}

/* Where the records give away more than the whole, the excess is taken off what members hold, so
 * that nothing is sure that some of the records deny. The upper bound leaves others what they hold
 * at least, but never gives up what members are said to hold. */
guint32
fairlead_cascade_get_share (const FairleadCascade *self, FairleadVertex company, FairleadHeld held)
{
	gsize at = cell (self, company, held);
	gint64 low = self->member_low[at];
	gint64 others = self->total_low[at] - low;
	gint64 share;

	if (!self->is_upper)
		share = MIN (low, ONE - others);
	else
		share = MIN (self->member_high[at], MAX (ONE - others, low));
	return (guint32) CLAMP (share, 0, ONE);
}

gboolean
fairlead_cascade_is_overfull (const FairleadCascade *self, FairleadVertex company,
                              FairleadHeld held)
{
	return self->total_low[cell (self, company, held)] > ONE;
}

static void
add_member (FairleadCascade *self, FairleadVertex vertex)
{
	if (self->place[vertex] != 0)
		return;
	g_array_append_val (self->members, vertex);
	self->place[vertex] = self->members->len;
}

static void
add_share (FairleadCascade *self, const FairleadHolding *holding)
{
	gsize at = cell (self, holding->company, holding->held);
	gboolean is_new =
		self->member_low[at] == 0 && (!self->is_upper || self->member_high[at] == 0);

	if (is_new)
		g_array_append_val (self->touched, holding->company);
	self->member_low[at] += holding->low;
	if (self->is_upper)
		self->member_high[at] += holding->high;
}

static void
take_holding (FairleadCascade *self, const FairleadHolding *holding)
{
	gboolean is_reached = FALSE;

	if (fairlead_cascade_counts (self, holding->held)) {
		add_share (self, holding);
		is_reached = fairlead_cascade_get_share (self, holding->company, holding->held)
		             >= self->rule->needed;
	}
	if (is_reached || fairlead_cascade_controls (self, holding))
		add_member (self, holding->company);
}

static void
forget (FairleadCascade *self)
{
	for (guint i = 0; i < self->members->len; i++)
		self->place[g_array_index (self->members, FairleadVertex, i)] = 0;
	for (guint i = 0; i < self->touched->len; i++) {
		FairleadVertex company = g_array_index (self->touched, guint32, i);

		for (guint held = 0; held < self->n_kinds; held++) {
			self->member_low[cell (self, company, held)] = 0;
			if (self->is_upper)
				self->member_high[cell (self, company, held)] = 0;
		}
	}
	g_array_set_size (self->members, 0);
	g_array_set_size (self->touched, 0);
}

void
fairlead_cascade_run (FairleadCascade *self, const FairleadVertex *start, guint32 n)
{
	const FairleadHoldings *holdings = self->holdings;

	forget (self);
	for (guint32 i = 0; i < n; i++)
		add_member (self, start[i]);
	for (guint i = 0; i < self->members->len; i++) {
		FairleadVertex member = g_array_index (self->members, FairleadVertex, i);

		for (guint32 j = holdings->out[member]; j < holdings->out[member + 1]; j++)
			take_holding (self, &holdings->items[j]);
		self->work += holdings->out[member + 1] - holdings->out[member];
	}
}
