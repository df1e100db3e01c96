/* tests/graph/ownership/test-integrated.c: integrated shares in circles, by hand and against dense
 * algebra */
#include "graph/ownership/shares/integrated.h"

#include <math.h>

#include "graph/ownership/shares/solve.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

typedef struct {
	FairleadNetwork *network;
	FairleadHoldings *holdings;
	FairleadIntegrated *integrated;
} Case;

static void
case_init (Case *self, FairleadNetwork *network, const char *set)
{
	g_auto (GStrv) words = g_strsplit (set, " ", -1);
	FairleadVertex vertices[32];
	guint n = g_strv_length (words);

	for (guint i = 0; i < n; i++)
		vertices[i] = test_vertex (network, words[i]);
	self->network = network;
	self->holdings = fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
	self->integrated = fairlead_integrated_new (self->holdings, vertices, n);
}

static void
case_clear (Case *self)
{
	fairlead_integrated_free (self->integrated);
	fairlead_holdings_free (self->holdings);
	g_object_unref (self->network);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

/* ---- by hand ---- */

static const struct {
	const char *text;
	const char *set;
	const char *of;
	double low;
	double high;
} vectors[] = {
	/* the vectors of the 50 per cent rules */
	{ "X shareholder A 50%; A shareholder B 50%", "X", "B", 0.25, 0.25 },
	{ "X shareholder A 50%; X shareholder B 50%; A shareholder C 25%; B shareholder C 25%", "X",
	  "C", 0.25, 0.25 },
	{ "X shareholder A 50%; X shareholder B 10%; A shareholder B 40%", "X", "B", 0.3, 0.3 },
	{ "X shareholder A 50%; X shareholder B 25%; A shareholder C 25%; B shareholder C 25%", "X",
	  "C", 0.1875, 0.1875 },
	{ "X shareholder A 25%; X shareholder B 25%; A shareholder C 50%; B shareholder C 50%", "X",
	  "C", 0.25, 0.25 },
	{ "X shareholder A 25%; Y shareholder A 25%", "X", "A", 0.25, 0.25 },
	{ "X shareholder A 25%; Y shareholder A 25%", "X Y", "A", 0.5, 0.5 },
	{ "X shareholder A 50%; A shareholder B 60%; B shareholder A 30%", "X", "A", 0.5 / 0.82,
	  0.5 / 0.82 },
	{ "X shareholder A 50%; A shareholder B 60%; B shareholder A 30%", "X", "B", 0.3 / 0.82,
	  0.3 / 0.82 },
	{ "X shareholder A 40%; A shareholder B 60%; B shareholder A 60%", "X", "A", 0.625, 0.625 },
	{ "X shareholder A 40%; A shareholder B 60%; B shareholder A 60%", "X", "B", 0.375, 0.375 },
	{ "X shareholder A 51%; A shareholder B 51%", "X", "B", 0.2601, 0.2601 },
	/* a tight circle, where the sum over all walks would give A 474 % of B */
	{ "X shareholder A 10%; A shareholder B 90%; B shareholder A 90%; Y shareholder B 10%", "X",
	  "A", 10.0 / 19.0, 10.0 / 19.0 },
	{ "X shareholder A 10%; A shareholder B 90%; B shareholder A 90%; Y shareholder B 10%", "X",
	  "B", 9.0 / 19.0, 9.0 / 19.0 },
	{ "X shareholder A 10%; A shareholder B 90%; B shareholder A 90%; Y shareholder B 10%", "Y",
	  "B", 10.0 / 19.0, 10.0 / 19.0 },
	{ "X shareholder A 10%; A shareholder B 90%; B shareholder A 90%; Y shareholder B 10%", "A",
	  "B", 0.9, 0.9 },
	{ "X shareholder A 60%; X shareholder B 30%; A shareholder B 50%; B shareholder A 20%", "X",
	  "A", 0.66 / 0.9, 0.66 / 0.9 },
	{ "X shareholder A 60%; X shareholder B 30%; A shareholder B 50%; B shareholder A 20%", "X",
	  "B", 0.6 / 0.9, 0.6 / 0.9 },
	/* own shares */
	{ "X shareholder A 60%; A shareholder A 20%", "X", "A", 0.75, 0.75 },
	/* a closed circle gets nothing from nowhere */
	{ "A shareholder B 100%; B shareholder A 100%; X shareholder Z 100%", "X", "A", 0, 0 },
	{ "A shareholder B 100%; B shareholder A 100%; X shareholder Z 100%", "X", "Z", 1, 1 },
	/* bands, and what is open; the holdings of others are a cap */
	{ "X shareholder A 25-50%", "X", "A", 0.25, 0.5 },
	{ "X shareholder A", "X", "A", 0, 1 },
	{ "X shareholder A; Y shareholder A 70%", "X", "A", 0, 0.3 },
	{ "X shareholder A 50-75%; A shareholder B 50-75%", "X", "B", 0.25, 0.5625 },
	{ "X shareholder A 50%; X shareholder B 20%; A shareholder C; B shareholder C", "X", "C", 0,
	  0.5 },
	{ "X shareholder A 10-40%; A shareholder B 50%; B shareholder A 0-60%", "X", "A", 0.1,
	  0.4 / 0.7 },
	/* more than the whole: scaled for the lower bound, open for the upper one */
	{ "X shareholder A 60%; Y shareholder A 60%", "X", "A", 0.5, 0.6 },
	/* titles and branches are holdings too, votes and control are none */
	{ "B is vessel; X shareholder A 50%; A registered-owner B", "X", "B", 0.5, 0.5 },
	{ "X controller A 60%; A named A", "X", "A", 0, 0 },
};

static void
test_by_hand (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_auto (Case) one = { 0 };
		FairleadVertex of;

		g_test_message ("%s: %s in %s", vectors[i].text, vectors[i].set, vectors[i].of);
		case_init (&one, test_network_from (vectors[i].text), vectors[i].set);
		of = test_vertex (one.network, vectors[i].of);
		g_assert_cmpfloat_with_epsilon (one.integrated->low[of], vectors[i].low, 1e-9);
		g_assert_cmpfloat_with_epsilon (one.integrated->high[of], vectors[i].high, 1e-9);
		g_assert_cmpuint (one.integrated->n_unsettled, ==, 0);
	}
}

static void
test_closed (void)
{
	g_auto (Case) closed = { 0 };
	g_auto (Case) open = { 0 };

	case_init (&closed,
	           test_network_from ("A shareholder B 100%; B shareholder A 100%; "
	                              "C shareholder C 100%; C shareholder D 50%; X named X"),
	           "X");
	g_assert_cmpuint (closed.integrated->n_circles, ==, 2);
	g_assert_cmpuint (closed.integrated->closed->len, ==, 2);
	g_assert_true (closed.integrated->is_circular[test_vertex (closed.network, "A")]);
	g_assert_false (closed.integrated->is_circular[test_vertex (closed.network, "D")]);
	/* one billionth leaks */
	case_init (&open,
	           test_network_from ("A shareholder B 99.9999999%; B shareholder A 100%; "
	                              "X shareholder B 0.0000001%"),
	           "X");
	g_assert_cmpuint (open.integrated->closed->len, ==, 0);
	g_assert_cmpfloat_with_epsilon (open.integrated->low[test_vertex (open.network, "A")], 1.0,
	                                1e-6);
}

/* ---- against dense algebra ---- */

#define N 8

/* Half of the companies' shares stay with outsiders O0 ... where @is_whole, so that all is
 * recorded */
static FairleadNetwork *
random_network (GRand *random, gboolean is_whole, gboolean has_bands)
{
	g_autoptr (GString) text = g_string_new ("O0 named O; O1 named P");

	for (guint company = 0; company < N; company++) {
		guint left = 100, n = (guint) g_rand_int_range (random, 0, 4);
		guint base = (guint) g_rand_int_range (random, 0, N);

		g_string_append_printf (text, "; C%u named C%u", company, company);
		for (guint i = 0; i < n && left > 10; i++) {
			guint holder = (base + 3 * i) % N; /* each once */
			guint share = (guint) g_rand_int_range (random, 1, (gint) left - 5);
			guint high = has_bands ? share + (guint) g_rand_int_range (random, 0, 20)
			                       : share;

			g_string_append_printf (text, "; C%u shareholder C%u %u-%u%%", holder,
			                        company, share, MIN (high, 100));
			left -= share;
		}
		if (is_whole)
			g_string_append_printf (text, "; O%d shareholder C%u %u%%",
			                        g_rand_int_range (random, 0, 2), company, left);
	}
	return test_network_from (text->str);
}

/* W of the lower bounds; columns above 1 are scaled */
static void
dense_shares (const FairleadHoldings *holdings, double *dense)
{
	guint n = holdings->n_vertices;

	for (guint i = 0; i < n * n; i++)
		dense[i] = 0.0;
	for (guint32 i = 0; i < holdings->n; i++)
		dense[holdings->items[i].holder * n + holdings->items[i].company] +=
			(double) holdings->items[i].low / FAIRLEAD_SHARE_ONE;
	for (guint company = 0; company < n; company++) {
		double total = 0.0;

		for (guint i = 0; i < n; i++)
			total += dense[i * n + company];
		for (guint i = 0; i < n && total > 1.0; i++)
			dense[i * n + company] /= total;
	}
}

/* Row @row of (I - W)^-1, by the equations of its transpose */
static void
dense_row (const double *shares, guint n, guint row, double *result)
{
	g_autofree double *matrix = g_new (double, n *n);

	for (guint i = 0; i < n; i++)
		for (guint j = 0; j < n; j++)
			matrix[i * n + j] = (i == j ? 1.0 : 0.0) - shares[j * n + i];
	for (guint i = 0; i < n; i++)
		result[i] = i == row ? 1.0 : 0.0;
	fairlead_solve (matrix, result, n);
}

/* V(i, j) / V(i, i) for every i */
static void
test_dense (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (1998);

	for (guint i = 0; i < 60; i++) {
		FairleadNetwork *network = random_network (random, FALSE, FALSE);
		g_autoptr (FairleadHoldings) holdings =
			fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
		guint n = holdings->n_vertices;
		g_autofree double *shares = g_new (double, n *n);
		g_autofree double *row = g_new (double, n);

		dense_shares (holdings, shares);
		for (FairleadVertex holder = 0; holder < n; holder++) {
			g_autoptr (FairleadIntegrated) got =
				fairlead_integrated_new (holdings, &holder, 1);

			dense_row (shares, n, holder, row);
			for (guint j = 0; j < n; j++)
				g_assert_cmpfloat_with_epsilon (got->low[j], row[j] / row[holder],
				                                1e-9);
		}
		g_object_unref (network);
	}
}

/* Where all shares are recorded, those of the outside owners sum to 1 in every company that is not
 * held by nobody */
static void
test_columns (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (2011);

	for (guint i = 0; i < 60; i++) {
		g_auto (Case) first = { 0 };
		g_auto (Case) second = { 0 };
		FairleadNetwork *network = random_network (random, TRUE, FALSE);

		case_init (&first, network, "O0");
		case_init (&second, g_object_ref (network), "O1");
		for (guint j = 0; j < first.holdings->n_vertices; j++)
			g_assert_cmpfloat_with_epsilon (
				first.integrated->low[j] + second.integrated->low[j], 1.0, 1e-9);
	}
}

/* Shares drawn within the bands, so that no company is given away more than wholly: the integrated
 * share lies within the bounds */
static void
draw_shares (const FairleadHoldings *holdings, GRand *random, double *dense)
{
	guint n = holdings->n_vertices;

	dense_shares (holdings, dense);
	for (guint32 i = 0; i < holdings->n; i++) {
		const FairleadHolding *holding = &holdings->items[i];
		double total = 0.0, room;

		for (guint j = 0; j < n; j++)
			total += dense[j * n + holding->company];
		room = MIN (1.0 - total,
		            (double) (holding->high - holding->low) / FAIRLEAD_SHARE_ONE);
		if (room > 0.0 && g_rand_boolean (random))
			dense[holding->holder * n + holding->company] +=
				room * (g_rand_boolean (random) ? 1.0 : g_rand_double (random));
	}
}

static void
test_bounds (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (777);

	for (guint i = 0; i < 40; i++) {
		g_auto (Case) one = { 0 };
		FairleadVertex holder;
		double shares[32 * 32], row[32];

		case_init (&one, random_network (random, FALSE, TRUE), "C0");
		holder = test_vertex (one.network, "C0");
		for (guint j = 0; j < 20; j++) {
			guint n = one.holdings->n_vertices;

			draw_shares (one.holdings, random, shares);
			dense_row (shares, n, holder, row);
			for (guint k = 0; k < n; k++) {
				double share = row[k] / row[holder];

				/* a circle that the draw has closed has no solution */
				if (!(fabs (row[holder]) < 1e9))
					continue;
				g_assert_cmpfloat (share, >=, one.integrated->low[k] - 1e-9);
				g_assert_cmpfloat (share, <=, one.integrated->high[k] + 1e-9);
			}
		}
	}
}

/* A circle too large for elimination: each holds 90 % of the next, X the rest of the first, Y that
 * of the others */
static void
test_large_circle (void)
{
	g_autoptr (GString) text = g_string_new ("X shareholder C0 10%");
	g_auto (Case) one = { 0 };
	double ring = pow (0.9, 400);

	for (guint i = 0; i < 400; i++) {
		g_string_append_printf (text, "; C%u shareholder C%u 90%%", i, (i + 1) % 400);
		if (i > 0)
			g_string_append_printf (text, "; Y shareholder C%u 10%%", i);
	}
	case_init (&one, test_network_from (text->str), "X");
	for (guint i = 0; i < 400; i += 57) {
		g_autofree char *name = g_strdup_printf ("C%u", i);

		g_assert_cmpfloat_with_epsilon (
			one.integrated->low[test_vertex (one.network, name)],
			0.1 * pow (0.9, i) / (1.0 - ring), 1e-10);
	}
	g_assert_cmpuint (one.integrated->n_circles, ==, 1);
	g_assert_cmpuint (one.integrated->n_unsettled, ==, 0);
}

/* All of it is X's, for nobody else holds anything; but each lap brings a billionth of it */
static void
test_unsettled (void)
{
	g_autoptr (GString) text = g_string_new ("X shareholder C0 0.0000001%; "
	                                         "C249 shareholder C0 99.9999999%; "
	                                         "C7 shareholder D 60%; Y shareholder D 40%");
	g_auto (Case) one = { 0 };
	FairleadVertex inside, below, outside;

	for (guint i = 0; i + 1 < 250; i++)
		g_string_append_printf (text, "; C%u shareholder C%u 100%%", i, i + 1);
	case_init (&one, test_network_from (text->str), "X");
	inside = test_vertex (one.network, "C7");
	below = test_vertex (one.network, "D");
	outside = test_vertex (one.network, "Y");
	g_assert_cmpuint (one.integrated->n_unsettled, ==, 251);
	g_assert_cmpfloat (one.integrated->low[inside], >, 0.0);
	g_assert_cmpfloat (one.integrated->low[inside], <, 1.0);
	g_assert_cmpfloat (one.integrated->high[inside], ==, 1.0);
	g_assert_cmpfloat_with_epsilon (one.integrated->high[below], 0.6, 1e-12);
	g_assert_true (one.integrated->is_unsettled[inside]);
	g_assert_true (one.integrated->is_unsettled[below]);
	g_assert_false (one.integrated->is_unsettled[outside]);
}

/* Thirty companies that each hold 3.3 to 25 % of all others, and Y a hundredth of each. Of a euro
 * of one, 1 % is Y's, 28 x 3.3 % go round again, and the rest may be C0's: 6.6 of 7.6 parts. Sweeps
 * alone would look at each company some two hundred times. */
static void
test_tight_bands (void)
{
	g_autoptr (GString) text = g_string_new ("Y named Y");
	g_auto (Case) one = { 0 };

	for (guint i = 0; i < 30; i++) {
		for (guint j = 0; j < 30; j++)
			if (i != j)
				g_string_append_printf (text, "; C%u shareholder C%u 3.3-25%%", i,
				                        j);
		g_string_append_printf (text, "; Y shareholder C%u 1%%", i);
	}
	case_init (&one, test_network_from (text->str), "C0");
	for (guint i = 1; i < 30; i++) {
		g_autofree char *name = g_strdup_printf ("C%u", i);
		FairleadVertex of = test_vertex (one.network, name);

		g_assert_cmpfloat_with_epsilon (one.integrated->high[of], 0.066 / 0.076, 1e-12);
		g_assert_cmpfloat_with_epsilon (one.integrated->low[of], 0.033 / 0.076, 1e-12);
	}
	g_assert_cmpuint (one.integrated->n_unsettled, ==, 0);
	g_assert_cmpuint (one.integrated->work, <=, 30 * 40);
}

/* The share of @company that the set may have, where the highest hold its open rest */
static double
greedy (const FairleadHoldings *holdings, FairleadVertex company, const double *high)
{
	g_autofree gint64 *room = g_new0 (gint64, holdings->n);
	gint64 left = FAIRLEAD_SHARE_ONE;
	double sum = 0.0;

	for (guint32 i = 0; i < holdings->n; i++) {
		const FairleadHolding *holding = &holdings->items[i];

		if (holding->company != company)
			continue;
		sum += (double) holding->low * high[holding->holder];
		left -= holding->low;
		room[i] = holding->high - holding->low;
	}
	for (;;) {
		guint32 best = holdings->n;
		gint64 taken;

		for (guint32 i = 0; i < holdings->n; i++)
			if (room[i] > 0
			    && (best == holdings->n
			        || high[holdings->items[i].holder]
			                   > high[holdings->items[best].holder]))
				best = i;
		if (best == holdings->n || left <= 0)
			return sum / FAIRLEAD_SHARE_ONE;
		taken = MIN (room[best], left);
		sum += (double) taken * high[holdings->items[best].holder];
		left -= taken;
		room[best] = 0;
	}
}

/* Tight circles with bands against the least fixed point, from below step by step */
static void
test_upper_bounds (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (1960);

	for (guint i = 0; i < 8; i++) {
		g_autoptr (GString) text = g_string_new ("Y named Y");
		g_auto (Case) one = { 0 };
		g_autofree double *high = NULL;
		double change = 1.0;

		for (guint j = 0; j < 6; j++) {
			for (guint k = 0; k < 6; k++)
				if (j != k)
					g_string_append_printf (
						text, "; C%u shareholder C%u %d-%d%%", k, j,
						g_rand_int_range (random, 14, 19),
						g_rand_int_range (random, 19, 40));
			g_string_append_printf (text, "; Y shareholder C%u 0-%d%%", j,
			                        g_rand_int_range (random, 0, 10));
		}
		case_init (&one, test_network_from (text->str), "C0");
		high = g_new0 (double, one.holdings->n_vertices);
		high[test_vertex (one.network, "C0")] = 1.0;
		for (guint n = 0; n < 3000 && change > 1e-13; n++) {
			change = 0.0;
			for (FairleadVertex v = 0; v < one.holdings->n_vertices; v++) {
				double value = high[v] < 1.0 ? greedy (one.holdings, v, high) : 1.0;

				change = MAX (change, value - high[v]);
				high[v] = MAX (value, high[v]);
			}
		}
		for (FairleadVertex v = 0; v < one.holdings->n_vertices; v++)
			g_assert_cmpfloat_with_epsilon (one.integrated->high[v], high[v], 1e-10);
	}
}

/* Deep chains need no recursion */
static void
test_long_chain (void)
{
	if (test_skips_bulk ())
		return;
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	FairleadSource source = { test_add_file (records, "chain.csv", "test"), 1 };
	const guint n = 200000;
	g_auto (Case) one = { 0 };

	for (guint i = 0; i < n; i++) {
		g_autofree char *id = g_strdup_printf ("V%06u", i);
		FairleadEntity entity = fairlead_records_describe (records, "test", id,
		                                                   FAIRLEAD_KIND_COMPANY, source);
		FairleadLinkRow link;

		if (i == 0)
			continue;
		link = fairlead_link_row (entity - 1, FAIRLEAD_LINK_SHAREHOLDER, entity, source);
		link.share = (FairleadShare){ FAIRLEAD_SHARE_ONE, FAIRLEAD_SHARE_ONE };
		fairlead_records_add_link (records, &link);
	}
	case_init (&one, fairlead_network_new (records), "V000000");
	g_assert_cmpfloat (one.integrated->low[test_vertex (one.network, "V199999")], ==, 1.0);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/integrated/by-hand", test_by_hand);
	g_test_add_func ("/graph/integrated/closed-circles", test_closed);
	g_test_add_func ("/graph/integrated/dense", test_dense);
	g_test_add_func ("/graph/integrated/columns-of-outsiders-sum-to-one", test_columns);
	g_test_add_func ("/graph/integrated/bounds", test_bounds);
	g_test_add_func ("/graph/integrated/large-circle", test_large_circle);
	g_test_add_func ("/graph/integrated/unsettled", test_unsettled);
	g_test_add_func ("/graph/integrated/tight-bands", test_tight_bands);
	g_test_add_func ("/graph/integrated/upper-bounds", test_upper_bounds);
	g_test_add_func ("/graph/integrated/long-chain", test_long_chain);
	return g_test_run ();
}
