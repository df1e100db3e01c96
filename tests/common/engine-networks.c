/* tests/common/engine-networks.c */
#include "tests/common/engine-networks.h"

#include <string.h>

#include "ingest/grammar/share.h"

static void
add_holdings (FairleadArcs *arcs, GRand *random, guint n_holdings)
{
	for (guint i = 0; i < n_holdings; i++) {
		guint64 from = (guint64) g_rand_int_range (random, 0, (gint32) arcs->n_vertices);
		guint64 to = (guint64) g_rand_int_range (random, 0, (gint32) arcs->n_vertices);
		guint32 low = (guint32) g_rand_int_range (random, 0, 60) * 10000000u;
		guint32 high = MIN (low + (guint32) g_rand_int_range (random, 0, 2) * 200000000u,
		                    FAIRLEAD_SHARE_ONE);

		fairlead_arcs_add_share (arcs, from, to, low, high,
		                         (guint) g_rand_int_range (random, 0, 8) / 5);
	}
}

/* Links between any two, parallel ones and self links too; @n_linked leaves others isolated */
static FairleadArcs *
make_random (GRand *random, guint n, guint n_linked, guint n_links)
{
	FairleadArcs *arcs = fairlead_arcs_new (n);

	for (guint i = 0; i < n; i++)
		arcs->flags[i] = g_rand_int_range (random, 0, 4) > 0 ? FAIRLEAD_VERTEX_PARTY : 0;
	arcs->flags[n - 1] = FAIRLEAD_VERTEX_PARTY;
	for (guint i = 0; i < n_links; i++) {
		guint64 from = (guint64) g_rand_int_range (random, 0, (gint32) n_linked);
		guint64 to = (guint64) g_rand_int_range (random, 0, (gint32) n_linked);

		/* in eighths, so that paths tie */
		fairlead_arcs_add (arcs, FAIRLEAD_LAYER_LINKS, from, to,
		                   g_rand_int_range (random, 0, 9) / 8.0);
		if (i % 3 == 0)
			fairlead_arcs_add (arcs, FAIRLEAD_LAYER_LINKS, to, from, 0.3);
		if (i % 2 == 0)
			fairlead_arcs_add (arcs, FAIRLEAD_LAYER_CONTROL, from, to,
			                   g_rand_double_range (random, 0.3, 1.0));
	}
	add_holdings (arcs, random, n_links);
	return arcs;
}

FairleadArcs *
test_make_mixed (GRand *random)
{
	return make_random (random, 120, 100, 160);
}

static FairleadArcs *
make_dense (GRand *random)
{
	return make_random (random, 40, 40, 300);
}

/* One long chain whose numbers are scrambled, so that every other hop leaves its rank */
static FairleadArcs *
make_chain (GRand *random)
{
	const guint n = 24;
	FairleadArcs *arcs = fairlead_arcs_new (n);

	(void) random;
	for (guint i = 0; i < n; i++)
		arcs->flags[i] = FAIRLEAD_VERTEX_PARTY;
	for (guint i = 0; i + 1 < n; i++) {
		guint64 from = i * 7 % n, to = (i + 1) * 7 % n;

		fairlead_arcs_add (arcs, FAIRLEAD_LAYER_LINKS, from, to, 1.0);
		fairlead_arcs_add (arcs, FAIRLEAD_LAYER_CONTROL, to, from, 0.99);
		fairlead_arcs_add_share (arcs, from, to, 900000000, 900000000, 0);
	}
	return arcs;
}

FairleadArcs *
test_make_rings (GRand *random)
{
	const guint n_rings = 12, size = 7;
	FairleadArcs *arcs = fairlead_arcs_new (n_rings * size);

	for (guint ring = 0; ring < n_rings; ring++)
		for (guint i = 0; i < size; i++) {
			guint64 at = ring * size + i, next = ring * size + (i + 1) % size;
			guint64 beyond = (at + 3 * size + 1) % (n_rings * size);

			arcs->flags[at] = FAIRLEAD_VERTEX_PARTY;
			fairlead_arcs_add_share (arcs, at, next, 850000000, 850000000, 0);
			fairlead_arcs_add_share (arcs, at, beyond,
			                         (guint32) g_rand_int_range (random, 1, 100)
			                                 * 1000000,
			                         100000000, 0);
			fairlead_arcs_add (arcs, FAIRLEAD_LAYER_LINKS, at, next, 0.5);
		}
	return arcs;
}

FairleadArcs *
test_make_two (GRand *random)
{
	FairleadArcs *arcs = fairlead_arcs_new (2);

	(void) random;
	arcs->flags[0] = arcs->flags[1] = FAIRLEAD_VERTEX_PARTY;
	fairlead_arcs_add (arcs, FAIRLEAD_LAYER_LINKS, 1, 0, 0.5);
	fairlead_arcs_add (arcs, FAIRLEAD_LAYER_CONTROL, 1, 0, 0.5);
	fairlead_arcs_add_share (arcs, 0, 1, 500000000, 700000000, 0);
	return arcs;
}

static FairleadArcs *
make_linkless (GRand *random)
{
	FairleadArcs *arcs = fairlead_arcs_new (9);

	(void) random;
	memset (arcs->flags, FAIRLEAD_VERTEX_PARTY, 9);
	return arcs;
}

const EngineCase test_engine_cases[TEST_N_ENGINE_CASES] = {
	{ "mixed", test_make_mixed, "3 50 91 111" },
	{ "dense", make_dense, "0 7 19" },
	{ "chain", make_chain, "0" },
	{ "rings", test_make_rings, "0 8" },
	{ "two", test_make_two, "0" },
	{ "linkless", make_linkless, "2 5" },
};
