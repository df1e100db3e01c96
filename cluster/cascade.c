/* cluster/cascade.c: who falls under a 50 per cent rule: new members tell the ranks of what they
 * hold of it, in billionths: whole numbers, so that the answer is that of one machine to the
 * last */
#include "cluster/measures.h"

#include <math.h>

#include "graph/ownership/holdings/law.h"
#include "ingest/grammar/share.h"

#define ONE ((gint64) FAIRLEAD_SHARE_ONE)

typedef struct {
	const ClusterGraph *graph; /* from who holds to what is held */
	gint64 needed;
	gboolean is_upper;
	gboolean votes;
	gboolean control;
	ClusterPost *post;
	GArray *in;
	GArray *border; /* of guint32 */
	guint8 *is_member;
	gint64 *total; /* [n x 2]: what all hold at least: shares and votes */
	gint64 *low;   /* the same of members */
	gint64 *high;  /* what members hold at most */
} Cascade;

static gboolean
counts (const Cascade *self, guint held)
{
	return held == FAIRLEAD_HELD_SHARES || (held == FAIRLEAD_HELD_VOTES && self->votes);
}

static gboolean
controls (const Cascade *self, guint64 share)
{
	guint held = fairlead_arc_get_held (share);

	if (!self->is_upper || !self->control)
		return FALSE;
	return held == FAIRLEAD_HELD_CONTROL
	       || (held == FAIRLEAD_HELD_VOTES && !self->votes
	           && fairlead_arc_get_high (share) > FAIRLEAD_SHARE_ONE / 2);
}

/* The same as fairlead_cascade_get_share(): there it is told why */
static gint64
share_of (const Cascade *self, gsize cell)
{
	gint64 low = self->low[cell], others = self->total[cell] - low;
	gint64 share = self->is_upper ? MIN (self->high[cell], MAX (ONE - others, low))
	                              : MIN (low, ONE - others);

	return CLAMP (share, 0, ONE);
}

static void
add_member (Cascade *self, guint32 vertex)
{
	if (self->is_member[vertex])
		return;
	self->is_member[vertex] = TRUE;
	g_array_append_val (self->border, vertex);
}

static void
take_holding (Cascade *self, guint32 company, guint64 share)
{
	guint held = fairlead_arc_get_held (share);
	gsize cell = 2 * (gsize) company + held;
	gboolean is_reached = FALSE;

	if (counts (self, held)) {
		self->low[cell] += fairlead_arc_get_low (share);
		self->high[cell] += fairlead_arc_get_high (share);
		is_reached = share_of (self, cell) >= self->needed;
	}
	if (is_reached || controls (self, share))
		add_member (self, company);
}

static void
send_holdings (Cascade *self, guint32 holder)
{
	const ClusterGraph *graph = self->graph;

	for (guint64 arc = graph->start[holder]; arc < graph->start[holder + 1]; arc++)
		cluster_graph_send (graph, self->post, graph->other[arc], graph->value[arc], 0.0);
}

/* What all hold at least of each company */
static void
sum_totals (Cascade *self)
{
	for (guint32 holder = 0; holder < self->graph->n; holder++)
		send_holdings (self, holder);
	cluster_post_exchange (self->post, self->in);
	for (guint i = 0; i < self->in->len; i++) {
		const ClusterParcel *parcel = &g_array_index (self->in, ClusterParcel, i);
		guint held = fairlead_arc_get_held (parcel->word);

		if (counts (self, held))
			self->total[2 * parcel->to + held] += fairlead_arc_get_low (parcel->word);
	}
}

static void
run (Cascade *self, ClusterWork *work)
{
	for (guint i = 0; i < work->seeds.own->len; i++)
		add_member (self, g_array_index (work->seeds.own, ClusterSeed, i).place);
	for (gboolean is_active = TRUE; is_active;) {
		work->solve.iterations++;
		for (guint i = 0; i < self->border->len; i++)
			send_holdings (self, g_array_index (self->border, guint32, i));
		g_array_set_size (self->border, 0);
		is_active = cluster_post_exchange_active (self->post, self->in, FALSE);
		for (guint i = 0; i < self->in->len; i++) {
			const ClusterParcel *parcel = &g_array_index (self->in, ClusterParcel, i);

			take_holding (self, (guint32) parcel->to, parcel->word);
		}
	}
}

double *
cluster_cascade (ClusterWork *work)
{
	gsize n = MAX (work->graph->n, 1);
	double *values = g_new (double, n);
	Cascade cascade = {
		.graph = work->graph,
		.needed = llround (cluster_work_number (work, FAIRLEAD_STEP_NEEDED)
		                   * FAIRLEAD_SHARE_ONE),
		.is_upper = cluster_work_number (work, FAIRLEAD_STEP_UPPER) > 0.0,
		.votes = cluster_work_number (work, FAIRLEAD_STEP_VOTES) > 0.0,
		.control = cluster_work_number (work, FAIRLEAD_STEP_IS_CONTROL) > 0.0,
		.post = cluster_post_new (),
		.in = g_array_new (FALSE, FALSE, sizeof (ClusterParcel)),
		.border = g_array_new (FALSE, FALSE, sizeof (guint32)),
		.is_member = g_malloc0 (n),
		.total = g_new0 (gint64, 2 * n),
		.low = g_new0 (gint64, 2 * n),
		.high = g_new0 (gint64, 2 * n),
	};

	sum_totals (&cascade);
	run (&cascade, work);
	for (guint32 i = 0; i < work->graph->n; i++)
		values[i] = cascade.is_member[i] ? 1.0 : 0.0;
	cluster_post_free (cascade.post);
	g_array_unref (cascade.in);
	g_array_unref (cascade.border);
	g_free (cascade.is_member);
	g_free (cascade.total);
	g_free (cascade.low);
	g_free (cascade.high);
	return values;
}
