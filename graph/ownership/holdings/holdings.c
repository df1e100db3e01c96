/* graph/ownership/holdings/holdings.c: parallel links as one holding */
#include "graph/ownership/holdings/holdings.h"

#include <string.h>

#include "graph/network/index.h"
#include "graph/ownership/holdings/statements-private.h"
#include "graph/parallel.h"

/* Links that a thread reads at once: enough to forget what it costs to hand them out */
#define LINKS_AT_ONCE 32768u
/* Links lie all over the records: so many ahead, each is asked for before it is needed */
#define AHEAD 12u

/* What the threads share */
typedef struct {
	FairleadHoldings *holdings;
	GArray *items;     /* of FairleadHolding: what was committed */
	guint32 *n_titles; /* of each ship and aircraft: who is said to have title */
} Job;

/* What one of them has */
typedef struct {
	Job *job;
	FairleadHoldings *holdings;
	const guint32 *n_titles;
	GArray *items;      /* of FairleadHolding: of the links at hand */
	GArray *statements; /* of FairleadStatement: of the pair at hand */
	GArray *chosen;     /* of FairleadStatement: those of one kind that are brought together */
} Build;

/* ---- time ---- */

FairleadHeldThen
fairlead_period_held (const FairleadPeriod *period, gint32 as_of)
{
	gboolean is_over = fairlead_period_is_over (period);

	if (as_of == FAIRLEAD_DAY_OPEN_FUTURE)
		return is_over ? FAIRLEAD_HELD_NOT : FAIRLEAD_HELD_SURELY;
	if (period->start.first > as_of || (is_over && period->end.last < as_of))
		return FAIRLEAD_HELD_NOT;
	/* what begins or ends within an interval around the day may or may not have been so */
	if ((!fairlead_date_is_unknown (period->start) && period->start.last > as_of)
	    || (is_over && period->end.first <= as_of))
		return FAIRLEAD_HELD_PERHAPS;
	return FAIRLEAD_HELD_SURELY;
}

/* ---- statements ---- */

static void
read_share (const Build *build, const FairleadHoldingLaw *law, FairleadVertex company,
            FairleadShare share, FairleadStatement *statement)
{
	statement->is_stated = !fairlead_share_is_unknown (share);
	statement->low = law->is_direct ? share.low : 0;
	statement->high = share.high;
	statement->flags |= law->is_direct ? 0 : FAIRLEAD_HOLDING_INDIRECT;
	if (statement->is_stated)
		return;
	if (law->unstated == FAIRLEAD_UNSTATED_CONTROL)
		statement->held = FAIRLEAD_HELD_CONTROL;
	if (law->unstated == FAIRLEAD_UNSTATED_WHOLE
	    || (law->unstated == FAIRLEAD_UNSTATED_SOLE && build->n_titles[company] == 1)) {
		statement->low = FAIRLEAD_SHARE_ONE;
		statement->flags |= FAIRLEAD_HOLDING_INFERRED;
		statement->is_stated = TRUE;
	}
}

static void
add_statement (Build *build, FairleadLink link)
{
	FairleadNetwork *network = build->holdings->network;
	const FairleadLinkFact *row = fairlead_network_get_link (network, link);
	const FairleadHoldingLaw *law = fairlead_holding_law (row->kind);
	const FairleadPeriod *period = fairlead_network_get_period (network, link);
	FairleadHeldThen then = law == NULL ? FAIRLEAD_HELD_NOT
	                                    : fairlead_period_held (period, build->holdings->as_of);
	FairleadStatement statement = { 0 };

	if (then == FAIRLEAD_HELD_NOT)
		return;
	statement.held = (guint8) law->held;
	statement.file = row->source.file;
	statement.note = row->note;
	statement.start_first = period->start.first;
	statement.start_last = period->start.last;
	read_share (build, law, fairlead_network_get_to (network, link), row->share, &statement);
	if (then == FAIRLEAD_HELD_PERHAPS) {
		statement.low = 0;
		statement.flags |= FAIRLEAD_HOLDING_UNSURE;
	}
	g_array_append_val (build->statements, statement);
	if (law->is_control && statement.held != FAIRLEAD_HELD_CONTROL) {
		statement.held = FAIRLEAD_HELD_CONTROL;
		g_array_append_val (build->statements, statement);
	}
}

/* ---- holdings ---- */

static gboolean
choose (Build *build, FairleadHeld held, gboolean is_indirect)
{
	g_array_set_size (build->chosen, 0);
	for (guint i = 0; i < build->statements->len; i++) {
		FairleadStatement *statement =
			&g_array_index (build->statements, FairleadStatement, i);
		gboolean is_it = (statement->flags & FAIRLEAD_HOLDING_INDIRECT) != 0;

		if (statement->held == held
		    && (held == FAIRLEAD_HELD_CONTROL || is_it == is_indirect))
			g_array_append_val (build->chosen, *statement);
	}
	return build->chosen->len > 0;
}

static void
add_holding (Build *build, FairleadHeld held, FairleadLink first, FairleadLink end)
{
	FairleadNetwork *network = build->holdings->network;
	FairleadStatement direct = { 0 }, indirect = { 0 };
	gboolean is_direct = choose (build, held, FALSE);
	gboolean is_indirect;
	FairleadHolding holding = { .holder = fairlead_network_get_from (network, first),
		                    .company = fairlead_network_get_to (network, first),
		                    .first_link = first,
		                    .n_links = end - first,
		                    .held = (guint8) held };

	if (is_direct)
		direct = fairlead_statements_join (build->chosen);
	is_indirect = held != FAIRLEAD_HELD_CONTROL && choose (build, held, TRUE);
	if (is_indirect)
		indirect = fairlead_statements_join (build->chosen);
	if (!is_direct && !is_indirect)
		return;
	/* an interest through others without a figure adds nothing to one with a figure */
	if (is_indirect && is_direct && direct.is_stated && !indirect.is_stated)
		is_indirect = FALSE;
	holding.low = direct.low;
	holding.high = MAX (direct.high, is_indirect ? indirect.high : 0);
	holding.flags = is_direct ? direct.flags : indirect.flags;
	if (held == FAIRLEAD_HELD_CONTROL)
		holding.low = holding.high = 0;
	g_array_append_val (build->items, holding);
}

/* Most pairs have one link, and nothing to bring together */
static void
add_only (Build *build, FairleadLink link)
{
	const FairleadStatement *statement =
		&g_array_index (build->statements, FairleadStatement, 0);
	gboolean is_control = statement->held == FAIRLEAD_HELD_CONTROL;
	FairleadHolding holding = {
		.holder = fairlead_network_get_from (build->holdings->network, link),
		.company = fairlead_network_get_to (build->holdings->network, link),
		.low = is_control ? 0 : statement->low,
		.high = is_control ? 0 : statement->high,
		.first_link = link,
		.n_links = 1,
		.held = statement->held,
		.flags = statement->flags
	};

	g_array_append_val (build->items, holding);
}

static void
add_pair (Build *build, FairleadLink first, FairleadLink end)
{
	g_array_set_size (build->statements, 0);
	for (FairleadLink link = first; link < end; link++)
		add_statement (build, link);
	if (end - first == 1 && build->statements->len == 1) {
		add_only (build, first);
		return;
	}
	for (guint held = 0; build->statements->len > 0 && held < FAIRLEAD_N_HELD; held++)
		add_holding (build, held, first, end);
}

static FairleadLink
end_of_pair (FairleadNetwork *network, FairleadLink first)
{
	guint32 n_links = fairlead_network_get_n_links (network);
	FairleadVertex from = fairlead_network_get_from (network, first);
	FairleadVertex to = fairlead_network_get_to (network, first);
	FairleadLink end = first + 1;

	while (end < n_links && fairlead_network_get_from (network, end) == from
	       && fairlead_network_get_to (network, end) == to)
		end++;
	return end;
}

static gboolean
has_title (const FairleadHoldings *holdings, FairleadLink link)
{
	FairleadNetwork *network = holdings->network;

	return fairlead_network_get_link (network, link)->kind == FAIRLEAD_LINK_REGISTERED_OWNER
	       && fairlead_period_held (fairlead_network_get_period (network, link),
	                                holdings->as_of)
	                  != FAIRLEAD_HELD_NOT;
}

static gboolean
may_be_titled (FairleadNetwork *network, FairleadVertex vertex)
{
	FairleadKind kind = fairlead_network_get_kind (network, vertex);

	return kind == FAIRLEAD_KIND_VESSEL || kind == FAIRLEAD_KIND_AIRCRAFT;
}

static void
count_titles (const Job *job)
{
	FairleadNetwork *network = job->holdings->network;
	guint32 n_links = fairlead_network_get_n_links (network);

	for (FairleadLink first = 0, end; first < n_links; first = end) {
		FairleadVertex company = fairlead_network_get_to (network, first);
		gboolean is_owner = FALSE;

		end = first + 1;
		if (!may_be_titled (network, company))
			continue;
		end = end_of_pair (network, first);
		for (FairleadLink link = first; link < end && !is_owner; link++)
			is_owner = has_title (job->holdings, link);
		job->n_titles[company] += is_owner;
	}
}

/* ---- many at a time ---- */

static gpointer
new_build (gpointer data)
{
	Job *job = data;
	Build *build = g_new (Build, 1);

	*build = (Build){ job,
		          job->holdings,
		          job->n_titles,
		          g_array_new (FALSE, FALSE, sizeof (FairleadHolding)),
		          g_array_new (FALSE, FALSE, sizeof (FairleadStatement)),
		          g_array_new (FALSE, FALSE, sizeof (FairleadStatement)) };
	return build;
}

static void
free_build (gpointer worker)
{
	Build *build = worker;

	g_array_unref (build->items);
	g_array_unref (build->statements);
	g_array_unref (build->chosen);
	g_free (build);
}

/* The first pair that begins at the link or behind it */
static FairleadLink
start_of_pair (FairleadNetwork *network, guint64 link)
{
	guint32 n_links = fairlead_network_get_n_links (network);

	if (link >= n_links)
		return n_links;
	return link == 0 ? 0 : end_of_pair (network, (FairleadLink) link - 1);
}

static void
add_pairs (gpointer worker, guint32 item)
{
	Build *build = worker;
	FairleadNetwork *network = build->holdings->network;
	guint64 begin = (guint64) item * LINKS_AT_ONCE;
	FairleadLink last = start_of_pair (network, begin + LINKS_AT_ONCE);
	guint32 n_links = fairlead_network_get_n_links (network);

	g_array_set_size (build->items, 0);
	for (FairleadLink first = start_of_pair (network, begin), end; first < last; first = end) {
		if (n_links - first > AHEAD)
			__builtin_prefetch (fairlead_network_get_link (network, first + AHEAD));
		end = end_of_pair (network, first);
		add_pair (build, first, end);
	}
}

static void
commit_items (gpointer worker, guint32 item G_GNUC_UNUSED)
{
	const Build *build = worker;

	g_array_append_vals (build->job->items, build->items->data, build->items->len);
}

/* ---- columns ---- */

void
fairlead_holdings_group (FairleadHoldings *self)
{
	g_autofree guint32 *company = g_new (guint32, MAX (self->n, 1));

	self->out = g_new0 (guint32, self->n_vertices + 1);
	for (guint32 i = 0; i < self->n; i++) {
		company[i] = self->items[i].company;
		self->out[self->items[i].holder + 1]++;
	}
	for (guint32 i = 0; i < self->n_vertices; i++)
		self->out[i + 1] += self->out[i];
	fairlead_group_rows (company, self->n, self->n_vertices, &self->in, &self->in_items);
}

FairleadHoldings *
fairlead_holdings_new (FairleadNetwork *network, gint32 as_of)
{
	static const FairleadParallelJob what = { new_build, free_build, add_pairs, commit_items };
	FairleadHoldings *self = g_new0 (FairleadHoldings, 1);
	guint32 n_links = fairlead_network_get_n_links (network);
	g_autofree guint32 *n_titles = NULL;
	Job job = { .holdings = self };

	self->network = g_object_ref (network);
	self->n_vertices = fairlead_network_get_n_vertices (network);
	self->as_of = as_of;
	job.items = g_array_sized_new (FALSE, FALSE, sizeof (FairleadHolding), n_links);
	job.n_titles = n_titles = g_new0 (guint32, MAX (self->n_vertices, 1));
	count_titles (&job);
	fairlead_parallel_run (&what, &job,
	                       (guint32) (((guint64) n_links + LINKS_AT_ONCE - 1) / LINKS_AT_ONCE),
	                       NULL, NULL);
	self->n = job.items->len;
	self->items = (FairleadHolding *) (gpointer) g_array_free (job.items, FALSE);
	fairlead_holdings_group (self);
	return self;
}

void
fairlead_holdings_free (FairleadHoldings *self)
{
	g_object_unref (self->network);
	g_free (self->items);
	g_free (self->out);
	g_free (self->in);
	g_free (self->in_items);
	g_free (self);
}

GArray *
fairlead_holding_dup_links (const FairleadHoldings *self, guint32 holding)
{
	const FairleadHolding *item = &self->items[holding];
	GArray *links = g_array_new (FALSE, FALSE, sizeof (FairleadLink));

	for (guint32 i = 0; i < item->n_links; i++) {
		FairleadLink link = item->first_link + i;
		const FairleadLinkFact *row = fairlead_network_get_link (self->network, link);
		const FairleadHoldingLaw *law = fairlead_holding_law (row->kind);
		gboolean is_control = law != NULL && law->unstated == FAIRLEAD_UNSTATED_CONTROL
		                      && fairlead_share_is_unknown (row->share);
		gboolean is_it = law != NULL
		                 && (item->held == FAIRLEAD_HELD_CONTROL
		                             ? is_control || law->is_control
		                             : !is_control && law->held == item->held);

		if (is_it
		    && fairlead_period_held (fairlead_network_get_period (self->network, link),
		                             self->as_of)
		               != FAIRLEAD_HELD_NOT)
			g_array_append_val (links, link);
	}
	return links;
}
