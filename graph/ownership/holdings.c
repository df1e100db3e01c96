/* graph/ownership/holdings.c: parallel links as one holding */
#include "graph/ownership/holdings.h"

#include "graph/network/index.h"

/* What one link says of a holding */
typedef struct {
	guint32 low;
	guint32 high;
	gint32 start_first; /* since when it is so, where that is known */
	gint32 start_last;
	guint32 file;
	FairleadText note;
	guint8 held;
	guint8 flags;
	gboolean is_stated;
} Statement;

typedef struct {
	FairleadHoldings *holdings;
	GArray *items;      /* of FairleadHolding */
	GArray *statements; /* of Statement: of the links at hand */
	GArray *chosen;     /* of Statement: those of one kind that are brought together */
	guint32 *n_titles;  /* of each ship and aircraft: who is said to have title */
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
            FairleadShare share, Statement *statement)
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
	Statement statement = { 0 };

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

/* ---- from statements to one interval ---- */

static gint
by_file_and_note (gconstpointer a, gconstpointer b)
{
	const Statement *one = a, *two = b;

	if (one->file != two->file)
		return one->file < two->file ? -1 : 1;
	return one->note < two->note ? -1 : one->note > two->note;
}

static gint
by_interval (gconstpointer a, gconstpointer b)
{
	const Statement *one = a, *two = b;

	if (one->low != two->low)
		return one->low < two->low ? -1 : 1;
	return one->high > two->high ? -1 : one->high < two->high;
}

/* The hull of those intervals that hold no other: what is more exact counts, and what contradicts
 * it widens. The same in whatever order they stand. @all is left sorted. */
static Statement
find_hull (Statement *all, guint n)
{
	Statement hull = { .low = G_MAXUINT32,
		           .flags = FAIRLEAD_HOLDING_INDIRECT | FAIRLEAD_HOLDING_INFERRED
		                    | FAIRLEAD_HOLDING_UNSURE };
	guint32 least_high = G_MAXUINT32;

	qsort (all, n, sizeof *all, by_interval);
	hull.held = all[0].held;
	hull.start_first = hull.start_last = FAIRLEAD_DAY_OPEN_PAST;
	/* from the greatest lower bound down: an interval is minimal where none after it ends
	 * before it does */
	for (guint i = n; i-- > 0;) {
		if (all[i].high >= least_high)
			continue;
		if (least_high != G_MAXUINT32)
			hull.flags |= FAIRLEAD_HOLDING_DISPUTED;
		least_high = all[i].high;
		hull.low = MIN (hull.low, all[i].low);
		hull.high = MAX (hull.high, all[i].high);
		hull.is_stated = hull.is_stated || all[i].is_stated;
		hull.flags &= (guint8) (all[i].flags | FAIRLEAD_HOLDING_DISPUTED);
		hull.flags |= all[i].flags & FAIRLEAD_HOLDING_DISPUTED;
		hull.start_first = MAX (hull.start_first, all[i].start_first);
		hull.start_last = MAX (hull.start_last, all[i].start_last);
	}
	return hull;
}

/* Of those that tell of one thing held, the ones that a later figure has replaced go to the end;
 * how many stay */
static guint
keep_latest (Statement *all, guint n)
{
	gint32 latest = FAIRLEAD_DAY_OPEN_PAST;
	guint n_kept = 0;

	for (guint i = 0; i < n; i++)
		if (all[i].is_stated)
			latest = MAX (latest, all[i].start_first);
	for (guint i = 0; i < n; i++)
		if (all[i].start_last >= latest)
			all[n_kept++] = all[i];
	return n_kept;
}

/* One file: what it calls by different names is summed, unless that passes the whole: then the
 * names were classes, and the figures of those alone. Bands may tell of the same shares twice:
 * their lower bounds are not summed. */
static Statement
sum_of_file (Statement *all, guint n)
{
	GArray *parts = g_array_new (FALSE, FALSE, sizeof (Statement));
	guint64 low = 0, high = 0;
	gboolean is_exact = TRUE;
	Statement result;

	for (guint i = 0, end; i < n; i = end) {
		Statement part;

		for (end = i + 1; end < n && all[end].note == all[i].note; end++)
			;
		part = find_hull (all + i, keep_latest (all + i, end - i));
		low += part.low;
		high += part.high;
		is_exact = is_exact && part.low == part.high;
		g_array_append_val (parts, part);
	}
	result = find_hull ((Statement *) (gpointer) parts->data, parts->len);
	if (parts->len > 1 && low <= FAIRLEAD_SHARE_ONE) {
		for (guint i = 0; i < parts->len; i++)
			result.low = MAX (result.low, g_array_index (parts, Statement, i).low);
		result.low = is_exact ? (guint32) low : result.low;
		result.high = (guint32) MIN (high, FAIRLEAD_SHARE_ONE);
		result.flags &= (guint8) ~FAIRLEAD_HOLDING_DISPUTED;
	}
	g_array_unref (parts);
	return result;
}

/* Without a name for one line, a file's names tell nothing apart */
static void
forget_notes (Statement *all, guint n)
{
	gboolean is_named = TRUE;

	for (guint i = 0; i < n; i++)
		is_named = is_named && all[i].note != 0;
	for (guint i = 0; i < n && !is_named; i++)
		all[i].note = 0;
}

/* The last day on which a figure of each file begins, and what other files have replaced */
static void
drop_superseded (GArray *files)
{
	gint32 latest = FAIRLEAD_DAY_OPEN_PAST;
	guint n_kept = 0;

	for (guint i = 0; i < files->len; i++) {
		const Statement *file = &g_array_index (files, Statement, i);

		if (file->is_stated)
			latest = MAX (latest, file->start_first);
	}
	for (guint i = 0; i < files->len; i++)
		if (g_array_index (files, Statement, i).start_last >= latest)
			g_array_index (files, Statement, n_kept++) =
				g_array_index (files, Statement, i);
	g_array_set_size (files, n_kept);
}

/* All files: each what it says together, the later before the earlier */
static Statement
bring_together (GArray *chosen)
{
	GArray *files = g_array_new (FALSE, FALSE, sizeof (Statement));
	Statement *all = (Statement *) (gpointer) chosen->data;
	Statement result;

	qsort (all, chosen->len, sizeof *all, by_file_and_note);
	for (guint i = 0, end; i < chosen->len; i = end) {
		Statement of_file;

		for (end = i + 1; end < chosen->len && all[end].file == all[i].file; end++)
			;
		forget_notes (all + i, end - i);
		of_file = sum_of_file (all + i, end - i);
		g_array_append_val (files, of_file);
	}
	drop_superseded (files);
	result = find_hull ((Statement *) (gpointer) files->data, files->len);
	g_array_unref (files);
	return result;
}

/* ---- holdings ---- */

static gboolean
choose (Build *build, FairleadHeld held, gboolean is_indirect)
{
	g_array_set_size (build->chosen, 0);
	for (guint i = 0; i < build->statements->len; i++) {
		Statement *statement = &g_array_index (build->statements, Statement, i);
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
	Statement direct = { 0 }, indirect = { 0 };
	gboolean is_direct = choose (build, held, FALSE);
	gboolean is_indirect;
	FairleadHolding holding = { .holder = fairlead_network_get_from (network, first),
		                    .company = fairlead_network_get_to (network, first),
		                    .first_link = first,
		                    .n_links = end - first,
		                    .held = (guint8) held };

	if (is_direct)
		direct = bring_together (build->chosen);
	is_indirect = held != FAIRLEAD_HELD_CONTROL && choose (build, held, TRUE);
	if (is_indirect)
		indirect = bring_together (build->chosen);
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
	const Statement *statement = &g_array_index (build->statements, Statement, 0);
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
has_title (const Build *build, FairleadLink link)
{
	FairleadNetwork *network = build->holdings->network;

	return fairlead_network_get_link (network, link)->kind == FAIRLEAD_LINK_REGISTERED_OWNER
	       && fairlead_period_held (fairlead_network_get_period (network, link),
	                                build->holdings->as_of)
	                  != FAIRLEAD_HELD_NOT;
}

/* Looked at before the links themselves, which lie all over the records */
static gboolean
may_be_titled (FairleadNetwork *network, FairleadVertex vertex)
{
	FairleadKind kind = fairlead_network_get_kind (network, vertex);

	return kind == FAIRLEAD_KIND_VESSEL || kind == FAIRLEAD_KIND_AIRCRAFT;
}

static void
count_titles (Build *build, FairleadLink first, FairleadLink end)
{
	FairleadNetwork *network = build->holdings->network;
	FairleadVertex company = fairlead_network_get_to (network, first);
	gboolean is_owner = FALSE;

	if (!may_be_titled (network, company))
		return;
	for (FairleadLink link = first; link < end && !is_owner; link++)
		is_owner = has_title (build, link);
	build->n_titles[company] += is_owner;
}

/* Each run of links between the same two, in order */
static void
visit_pairs (Build *build, void (*visit) (Build *build, FairleadLink first, FairleadLink end))
{
	guint32 n_links = fairlead_network_get_n_links (build->holdings->network);

	for (FairleadLink first = 0, end; first < n_links; first = end) {
		end = end_of_pair (build->holdings->network, first);
		visit (build, first, end);
	}
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
	FairleadHoldings *self = g_new0 (FairleadHoldings, 1);
	g_autoptr (GArray) statements = g_array_new (FALSE, FALSE, sizeof (Statement));
	g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (Statement));
	g_autofree guint32 *n_titles = NULL;
	Build build = { .holdings = self, .statements = statements, .chosen = chosen };

	self->network = g_object_ref (network);
	self->n_vertices = fairlead_network_get_n_vertices (network);
	self->as_of = as_of;
	build.items = g_array_new (FALSE, FALSE, sizeof (FairleadHolding));
	build.n_titles = n_titles = g_new0 (guint32, MAX (self->n_vertices, 1));
	visit_pairs (&build, count_titles);
	visit_pairs (&build, add_pair);
	self->n = build.items->len;
	self->items = (FairleadHolding *) (gpointer) g_array_free (build.items, FALSE);
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
