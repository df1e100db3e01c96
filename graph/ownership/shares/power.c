/* graph/ownership/shares/power.c */
#include "graph/ownership/shares/power.h"

#define NOBODY G_MAXUINT32

typedef struct {
	FairleadVertex holder;
	gint64 share;
} Vote;

typedef struct {
	const FairleadHoldings *owners;
	GRand *random;
	GArray *votes;  /* of Vote: of the company at hand */
	guint32 *draw;  /* of each vertex: the last draw that came by it */
	guint32 *count; /* how many did */
} Drawing;

static void
collect_votes (Drawing *drawing, FairleadVertex company)
{
	const FairleadHoldings *owners = drawing->owners;
	gint64 left = FAIRLEAD_SHARE_ONE;

	g_array_set_size (drawing->votes, 0);
	for (guint32 i = owners->in[company]; i < owners->in[company + 1]; i++) {
		const FairleadHolding *holding = &owners->items[owners->in_items[i]];
		Vote vote = { holding->holder, holding->low };

		if (holding->held != FAIRLEAD_HELD_SHARES || vote.share == 0)
			continue;
		left -= vote.share;
		g_array_append_val (drawing->votes, vote);
	}
	if (left > 0 && drawing->votes->len > 0) {
		Vote vote = { NOBODY, left };

		g_array_append_val (drawing->votes, vote);
	}
}

/* The one who makes the sum pass one half of all votes; NOBODY where that is a holder whom nobody
 * knows, or where nobody holds anything */
static FairleadVertex
draw_pivot (Drawing *drawing, FairleadVertex company)
{
	gint64 sum = 0, total = 0;

	collect_votes (drawing, company);
	for (guint i = 0; i < drawing->votes->len; i++)
		total += g_array_index (drawing->votes, Vote, i).share;
	for (guint i = 0; i < drawing->votes->len; i++) {
		guint chosen = (guint) g_rand_int_range (drawing->random, (gint32) i,
		                                         (gint32) drawing->votes->len);
		Vote *votes = (Vote *) (gpointer) drawing->votes->data;
		Vote vote = votes[chosen];

		votes[chosen] = votes[i];
		votes[i] = vote;
		sum += vote.share;
		if (2 * sum > total)
			return vote.holder;
	}
	return NOBODY;
}

static void
follow_chain (Drawing *drawing, guint32 draw)
{
	FairleadVertex at = 0;

	drawing->draw[0] = draw;
	while ((at = draw_pivot (drawing, at)) != NOBODY && drawing->draw[at] != draw) {
		drawing->draw[at] = draw;
		drawing->count[at]++;
	}
}

double *
fairlead_power (const FairleadHoldings *owners, guint n_draws, guint32 seed)
{
	gsize n = MAX (owners->n_vertices, 1);
	g_autoptr (GRand) random = g_rand_new_with_seed (seed);
	g_autoptr (GArray) votes = g_array_new (FALSE, FALSE, sizeof (Vote));
	g_autofree guint32 *draw = g_new0 (guint32, n);
	g_autofree guint32 *count = g_new0 (guint32, n);
	Drawing drawing = { owners, random, votes, draw, count };
	double *power = g_new (double, n);

	for (guint i = 0; i < n_draws; i++)
		follow_chain (&drawing, i + 1);
	for (guint32 i = 0; i < n; i++)
		power[i] = (double) count[i] / n_draws;
	return power;
}
