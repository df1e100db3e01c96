/* bench/ownership.c: 50 per cent rules and integrated ownership on a made case
 *
 * usage: ownership [--edges FILE] [--random] COMPANIES HOLDINGS
 *
 * Companies come in groups of about a hundred: holders stand before what they hold, a few of them
 * in other groups, and one holding in ten goes back within its group and makes circles. With
 * --random all holdings are between any two, which makes one circle of half the network: worse than
 * any register. One company in fifty is listed. Prints the seconds of processor of each step, how
 * many fall under the rule, and the sum of the integrated shares; with --edges, writes the listed
 * and the holdings for the peers in bench/compare-ownership. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/clock.h"
#include "graph/ownership/shares/integrated.h"
#include "graph/ownership/rules/judgement.h"
#include "graph/ownership/rules/listed.h"

#define SEED 20261127
#define GROUP 100

typedef struct {
	GRand *random;
	guint n;
	gboolean is_random;
	guint32 *left; /* of each company: billionths that nobody holds yet */
} Making;

static guint
draw_below (Making *making, guint n)
{
	return (guint) (g_rand_double (making->random) * n);
}

static void
draw_ends (Making *making, guint *holder, guint *company)
{
	guint base;

	*company = draw_below (making, making->n);
	*holder = draw_below (making, making->n);
	base = *company / GROUP * GROUP;
	if (making->is_random)
		return;
	if (g_rand_int_range (making->random, 0, 10) > 0)
		*holder = base + draw_below (making, *company - base + 1);
	if (g_rand_int_range (making->random, 0, 10) == 0)
		*holder = MIN (*company + 1 + draw_below (making, 5), base + GROUP - 1);
	else if (*holder > *company)
		*holder = draw_below (making, *company + 1);
	*holder = MIN (*holder, making->n - 1);
}

static void
add_holding (Making *making, FairleadRecords *records, FairleadSource source)
{
	FairleadLinkRow link;
	guint32 share =
		(guint32) g_rand_int_range (making->random, 1, 100) * (FAIRLEAD_SHARE_ONE / 100u);
	guint holder, company;

	draw_ends (making, &holder, &company);
	share = MIN (share, making->left[company]);
	if (holder == company || share == 0)
		return;
	making->left[company] -= share;
	link = fairlead_link_row (holder, FAIRLEAD_LINK_SHAREHOLDER, company, source);
	link.share = (FairleadShare){ share, share };
	fairlead_records_add_link (records, &link);
}

static FairleadNetwork *
make_network (Making *making, guint n_holdings)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	FairleadSource source = { fairlead_records_add_file (records, "made"), 1 };

	for (guint i = 0; i < making->n; i++) {
		g_autofree char *id = g_strdup_printf ("%08u", i);
		FairleadEntity entity = fairlead_records_describe (records, "made", id,
		                                                   FAIRLEAD_KIND_COMPANY, source);

		if (i % 50 == 0)
			fairlead_records_add_designation (records, entity, "OFAC", NULL, NULL, NULL,
			                                  source);
	}
	for (guint i = 0; i < n_holdings; i++)
		add_holding (making, records, source);
	return fairlead_network_new (records);
}

static void
write_edges (const FairleadHoldings *holdings, const GArray *listed, const char *path)
{
	FILE *file = fopen (path, "w");

	if (file == NULL)
		g_error ("%s cannot be written", path);
	for (guint i = 0; i < listed->len; i++)
		fprintf (file, "listed %u\n", g_array_index (listed, FairleadVertex, i));
	for (guint32 i = 0; i < holdings->n; i++)
		fprintf (file, "%u %u %u\n", holdings->items[i].holder, holdings->items[i].company,
		         holdings->items[i].low);
	fclose (file);
}

typedef struct {
	double processor;
	gint64 clock; /* in microseconds */
} Moment;

static Moment
get_moment (void)
{
	return (Moment){ processor_seconds (), g_get_monotonic_time () };
}

static Moment
print_step (const char *what, Moment start)
{
	Moment now = get_moment ();

	printf ("%-12s %8.3f s of processor %8.3f s on the clock\n", what,
	        now.processor - start.processor, (double) (now.clock - start.clock) / 1e6);
	return now;
}

static void
measure (FairleadNetwork *network, const FairleadRule *rule, const char *edges)
{
	Moment start = get_moment ();
	const Moment begin = start;
	double sum = 0.0;
	g_autoptr (FairleadHoldings) holdings =
		fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
	g_autoptr (GArray) listed =
		fairlead_rule_dup_listed (rule, network, FAIRLEAD_DAY_OPEN_FUTURE);
	const FairleadWhoCounts counts = { listed, NULL };
	g_autoptr (FairleadJudgement) judgement = NULL;
	g_autoptr (FairleadIntegrated) integrated = NULL;
	guint n_definite = 0;

	start = print_step ("holdings", start);
	judgement = fairlead_judgement_new (holdings, rule, &counts);
	start = print_step ("cascade", start);
	integrated = fairlead_integrated_new (
		holdings, (const FairleadVertex *) (gpointer) listed->data, listed->len);
	print_step ("integrated", start);
	print_step ("together", begin);
	for (FairleadVertex vertex = 0; vertex < holdings->n_vertices; vertex++) {
		n_definite += fairlead_judgement_get_verdict (judgement, vertex)
		              == FAIRLEAD_VERDICT_DEFINITE;
		sum += integrated->low[vertex];
	}
	printf ("holdings %u, circles %u, closed %u, unsettled %u\n", holdings->n,
	        integrated->n_circles, integrated->closed->len, integrated->n_unsettled);
	printf ("definite %u, sum of integrated shares %.6f\n", n_definite, sum);
	if (edges != NULL)
		write_edges (holdings, listed, edges);
}

int
main (int argc, char **argv)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
	g_autoptr (GPtrArray) rules = fairlead_rules_new_shipped (NULL);
	g_autoptr (FairleadNetwork) network = NULL;
	g_autofree guint32 *left = NULL;
	Making making = { .random = random };
	const char *edges = NULL;
	int first = 1;

	for (; first < argc && argv[first][0] == '-'; first++)
		if (strcmp (argv[first], "--random") == 0)
			making.is_random = TRUE;
		else if (strcmp (argv[first], "--edges") == 0 && first + 1 < argc)
			edges = argv[++first];
	if (argc - first != 2) {
		fprintf (stderr, "usage: ownership [--edges FILE] [--random] COMPANIES HOLDINGS\n");
		return 2;
	}
	making.n = (guint) MAX (atoi (argv[first]), 1);
	making.left = left = g_new (guint32, making.n);
	for (guint i = 0; i < making.n; i++)
		left[i] = FAIRLEAD_SHARE_ONE;
	network = make_network (&making, (guint) atoi (argv[first + 1]));
	measure (network, fairlead_rules_find (rules, "OFAC-2014", FAIRLEAD_DAY_OPEN_FUTURE, NULL),
	         edges);
	return 0;
}
