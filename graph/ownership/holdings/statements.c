/* graph/ownership/holdings/statements.c: from what links say to one interval */
#include "graph/ownership/holdings/statements-private.h"

static gint
by_file_and_note (gconstpointer a, gconstpointer b)
{
	const FairleadStatement *one = a, *two = b;

	if (one->file != two->file)
		return one->file < two->file ? -1 : 1;
	return one->note < two->note ? -1 : one->note > two->note;
}

static gint
by_interval (gconstpointer a, gconstpointer b)
{
	const FairleadStatement *one = a, *two = b;

	if (one->low != two->low)
		return one->low < two->low ? -1 : 1;
	return one->high > two->high ? -1 : one->high < two->high;
}

/* The hull of those intervals that hold no other: what is more exact counts, and what contradicts
 * it widens. The same in whatever order they stand. @all is left sorted. */
static FairleadStatement
find_hull (FairleadStatement *all, guint n)
{
	FairleadStatement hull = { .low = G_MAXUINT32,
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
keep_latest (FairleadStatement *all, guint n)
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
static FairleadStatement
sum_of_file (FairleadStatement *all, guint n)
{
	GArray *parts = g_array_new (FALSE, FALSE, sizeof (FairleadStatement));
	guint64 low = 0, high = 0;
	gboolean is_exact = TRUE;
	FairleadStatement result;

	for (guint i = 0, end; i < n; i = end) {
		FairleadStatement part;

		for (end = i + 1; end < n && all[end].note == all[i].note; end++)
			;
		part = find_hull (all + i, keep_latest (all + i, end - i));
		low += part.low;
		high += part.high;
		is_exact = is_exact && part.low == part.high;
		g_array_append_val (parts, part);
	}
	result = find_hull ((FairleadStatement *) (gpointer) parts->data, parts->len);
	if (parts->len > 1 && low <= FAIRLEAD_SHARE_ONE) {
		for (guint i = 0; i < parts->len; i++)
			result.low =
				MAX (result.low, g_array_index (parts, FairleadStatement, i).low);
		result.low = is_exact ? (guint32) low : result.low;
		result.high = (guint32) MIN (high, FAIRLEAD_SHARE_ONE);
		result.flags &= (guint8) ~FAIRLEAD_HOLDING_DISPUTED;
	}
	g_array_unref (parts);
	return result;
}

/* Without a name for one line, a file's names tell nothing apart */
static void
forget_notes (FairleadStatement *all, guint n)
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
		const FairleadStatement *file = &g_array_index (files, FairleadStatement, i);

		if (file->is_stated)
			latest = MAX (latest, file->start_first);
	}
	for (guint i = 0; i < files->len; i++)
		if (g_array_index (files, FairleadStatement, i).start_last >= latest)
			g_array_index (files, FairleadStatement, n_kept++) =
				g_array_index (files, FairleadStatement, i);
	g_array_set_size (files, n_kept);
}

FairleadStatement
fairlead_statements_join (GArray *chosen)
{
	GArray *files = g_array_new (FALSE, FALSE, sizeof (FairleadStatement));
	FairleadStatement *all = (FairleadStatement *) (gpointer) chosen->data;
	FairleadStatement result;

	qsort (all, chosen->len, sizeof *all, by_file_and_note);
	for (guint i = 0, end; i < chosen->len; i = end) {
		FairleadStatement of_file;

		for (end = i + 1; end < chosen->len && all[end].file == all[i].file; end++)
			;
		forget_notes (all + i, end - i);
		of_file = sum_of_file (all + i, end - i);
		g_array_append_val (files, of_file);
	}
	drop_superseded (files);
	result = find_hull ((FairleadStatement *) (gpointer) files->data, files->len);
	g_array_unref (files);
	return result;
}
