/* graph/ais/rules/outages.c */
#include "graph/ais/rules/outages.h"

#include "graph/ais/traffic/grid.h"

/* The begin or the end of a silence */
typedef struct {
	guint find;
	gint64 time;
	FairleadAisPlace place;
} Moment;

/* Those around one of them */
typedef struct {
	const Moment *moments; /* by the numbers of the grid */
	guint own;
	double seconds;
	guint n;
	guint enough;
} Around;

static gboolean
on_around (guint point, double metres, gpointer user_data)
{
	Around *around = user_data;
	gint64 apart = around->moments[point].time - around->moments[around->own].time;

	(void) metres;
	around->n += point != around->own && (double) ABS (apart) <= around->seconds;
	return around->n < around->enough;
}

static gint
compare_moments (gconstpointer a, gconstpointer b)
{
	const Moment *first = a, *second = b;

	if (first->time != second->time)
		return first->time < second->time ? -1 : 1;
	return first->find < second->find ? -1 : first->find > second->find;
}

/* Begins of all silences, or ends of those that are over */
static GArray *
gather (const FairleadAisScene *scene, gboolean is_end)
{
	GArray *moments = g_array_new (FALSE, FALSE, sizeof (Moment));

	for (guint i = 0; i < scene->finds->all->len; i++) {
		const FairleadAisFind *find =
			&g_array_index (scene->finds->all, FairleadAisFind, i);
		Moment moment = { i, is_end ? find->end : find->start,
			          is_end ? find->end_place : find->place };

		if (find->kind == FAIRLEAD_EVENT_AIS_GAP && !(is_end && find->is_open_end))
			g_array_append_val (moments, moment);
	}
	g_array_sort (moments, compare_moments);
	return moments;
}

static void
mark (const FairleadAisScene *scene, guint number)
{
	FairleadAisFind *find = &g_array_index (scene->finds->all, FairleadAisFind, number);
	g_autofree char *note = find->note;

	find->note = g_strconcat (note, "; others around fell silent, or were heard again, with it",
	                          NULL);
	if (find->reason == FAIRLEAD_AIS_REASON_NONE || find->reason == FAIRLEAD_AIS_REASON_SERVICE
	    || find->reason == FAIRLEAD_AIS_REASON_PLEASURE)
		find->reason = FAIRLEAD_AIS_REASON_NO_RECEPTION;
}

/* Moments @first to @last - 1, among those from @from to @to - 1 */
static void
look_around (const FairleadAisScene *scene, const Moment *moments, guint first, guint last,
             guint from, guint to, guint8 *is_shared)
{
	const FairleadAisParameters *parameters = scene->parameters;
	g_autoptr (FairleadAisGrid) grid =
		fairlead_ais_grid_new (1000 * parameters->together_distance);

	fairlead_ais_grid_reset (grid, to - from);
	for (guint i = from; i < to; i++)
		fairlead_ais_grid_add (grid, i - from, moments[i].place);
	for (guint i = first; i < last; i++) {
		Around around = { moments + from, i - from, parameters->together_minutes * 60, 0,
			          (guint) parameters->together };

		fairlead_ais_grid_visit (grid, moments[i].place, on_around, &around);
		is_shared[moments[i].find] |= around.n >= around.enough;
	}
}

/* By pieces of time, so that a place where many fall silent in a year costs no more than others */
static void
find_shared (const FairleadAisScene *scene, const GArray *all, guint8 *is_shared)
{
	const Moment *moments = (const Moment *) (gconstpointer) all->data;
	double seconds = scene->parameters->together_minutes * 60;
	guint last;

	for (guint first = 0; first < all->len; first = last) {
		guint from = first, to;

		for (last = first + 1;
		     last < all->len
		     && (double) (moments[last].time - moments[first].time) <= seconds;)
			last++;
		while (from > 0
		       && (double) (moments[first].time - moments[from - 1].time) <= seconds)
			from--;
		for (to = last; to < all->len
		                && (double) (moments[to].time - moments[last - 1].time) <= seconds;)
			to++;
		if (to - from > scene->parameters->together)
			look_around (scene, moments, first, last, from, to, is_shared);
	}
}

void
fairlead_ais_outages_mark (const FairleadAisScene *scene)
{
	guint n = scene->finds->all->len;
	g_autofree guint8 *is_shared = g_new0 (guint8, n + 1);

	for (guint is_end = 0; is_end < 2; is_end++) {
		g_autoptr (GArray) moments = gather (scene, is_end != 0);

		find_shared (scene, moments, is_shared);
	}
	for (guint i = 0; i < n; i++)
		if (is_shared[i])
			mark (scene, i);
}
