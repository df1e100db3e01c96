/* graph/disrupt/choose.c */
#include "graph/disrupt/choose.h"

#define MAX_ROUNDS 20
/* Gains below this are rounding */
#define LEAST_GAIN 1e-12

void
fairlead_choice_clear (FairleadChoice *self)
{
	g_clear_pointer (&self->items, g_array_unref);
}

static guint32
item_at (const GArray *items, guint i)
{
	return g_array_index (items, guint32, i);
}

static void
take (const FairleadChooser *self, guint32 item, gboolean is_taken)
{
	self->access->removed[item] = (guint8) is_taken;
}

static gboolean
may_work (const FairleadChooser *self, FairleadChoice *choice)
{
	fairlead_tell (self->telling, "choosing", MIN (self->access->work, self->max_work),
	               self->max_work);
	choice->is_bounded = choice->is_bounded || self->access->work > self->max_work
	                     || g_cancellable_is_cancelled (self->access->cancellable);
	return !choice->is_bounded;
}

static guint
cost_of_all (const FairleadChooser *self, const GArray *items)
{
	guint cost = 0;

	for (guint i = 0; i < items->len; i++)
		cost += self->cost[item_at (items, i)];
	return cost;
}

static void
take_all (const FairleadChooser *self, const GArray *items, gboolean are_taken)
{
	for (guint i = 0; i < items->len; i++)
		take (self, item_at (items, i), are_taken);
}

static double
measure_without (const FairleadChooser *self, guint32 item)
{
	double access;

	take (self, item, TRUE);
	access = fairlead_access_measure (self->access);
	take (self, item, FALSE);
	return access;
}

static gint
by_number (gconstpointer a, gconstpointer b)
{
	guint32 one = *(const guint32 *) a, two = *(const guint32 *) b;

	return one < two ? -1 : one > two;
}

/* Leaves everything as it was */
static void
end_choice (const FairleadChooser *self, FairleadChoice *choice)
{
	take_all (self, choice->items, TRUE);
	choice->access = fairlead_access_measure (self->access);
	take_all (self, choice->items, FALSE);
	g_array_sort (choice->items, by_number);
}

static void
fill_in_order (const FairleadChooser *self, GArray *items)
{
	guint cost = 0;

	for (guint i = 0; i < self->candidates->len && cost < self->budget; i++) {
		guint32 item = item_at (self->candidates, i);

		if (cost + self->cost[item] > self->budget)
			continue;
		cost += self->cost[item];
		g_array_append_val (items, item);
	}
}

void
fairlead_choose_in_order (const FairleadChooser *self, FairleadChoice *choice)
{
	*choice = (FairleadChoice){ .items = g_array_new (FALSE, FALSE, sizeof (guint32)) };
	fill_in_order (self, choice->items);
	end_choice (self, choice);
}

/* ---- greedy ---- */

/* What takes most for its cost; FALSE where nothing takes anything */
static gboolean
add_best (const FairleadChooser *self, FairleadChoice *choice, double *left)
{
	guint spent = cost_of_all (self, choice->items);
	double best_gain = LEAST_GAIN, best_left = *left;
	guint32 best = G_MAXUINT32;

	for (guint i = 0; i < self->candidates->len && may_work (self, choice); i++) {
		guint32 item = item_at (self->candidates, i);
		double access, gain;

		if (self->access->removed[item] || spent + self->cost[item] > self->budget)
			continue;
		access = measure_without (self, item);
		gain = (*left - access) / MAX (self->cost[item], 1);
		if (gain > best_gain) {
			best_gain = gain;
			best_left = access;
			best = item;
		}
	}
	if (best == G_MAXUINT32)
		return FALSE;
	g_array_append_val (choice->items, best);
	take (self, best, TRUE);
	*left = best_left;
	return TRUE;
}

/* One chosen for one that is not, where that takes more */
static gboolean
swap_one (const FairleadChooser *self, FairleadChoice *choice, double *left)
{
	guint spent = cost_of_all (self, choice->items);

	for (guint i = 0; i < choice->items->len; i++) {
		guint32 out = item_at (choice->items, i);

		take (self, out, FALSE);
		for (guint j = 0; j < self->candidates->len && may_work (self, choice); j++) {
			guint32 in = item_at (self->candidates, j);
			double access;

			if (self->access->removed[in] || in == out
			    || spent - self->cost[out] + self->cost[in] > self->budget)
				continue;
			access = measure_without (self, in);
			if (access >= *left - LEAST_GAIN)
				continue;
			g_array_index (choice->items, guint32, i) = in;
			take (self, in, TRUE);
			*left = access;
			return TRUE;
		}
		take (self, out, TRUE);
	}
	return FALSE;
}

/* From what stands in the choice */
static void
improve (const FairleadChooser *self, FairleadChoice *choice)
{
	double left;

	take_all (self, choice->items, TRUE);
	left = fairlead_access_measure (self->access);
	while (add_best (self, choice, &left))
		;
	for (guint round = 0; round < MAX_ROUNDS && swap_one (self, choice, &left); round++)
		while (add_best (self, choice, &left))
			;
	take_all (self, choice->items, FALSE);
	end_choice (self, choice);
}

void
fairlead_choose_greedily (const FairleadChooser *self, FairleadChoice *choice)
{
	FairleadChoice other;

	*choice = (FairleadChoice){ .items = g_array_new (FALSE, FALSE, sizeof (guint32)) };
	improve (self, choice);
	fairlead_choose_in_order (self, &other);
	improve (self, &other);
	if (other.access < choice->access - LEAST_GAIN) {
		GArray *kept = choice->items;

		choice->items = other.items;
		choice->access = other.access;
		other.items = kept;
	}
	choice->is_bounded = choice->is_bounded || other.is_bounded;
	fairlead_choice_clear (&other);
}

/* ---- exact ---- */

typedef struct {
	const FairleadChooser *chooser;
	GArray *taken; /* of guint32 */
	FairleadChoice *best;
} Enumeration;

static void
keep_best (Enumeration *enumeration)
{
	double access = fairlead_access_measure (enumeration->chooser->access);

	if (access >= enumeration->best->access - LEAST_GAIN)
		return;
	enumeration->best->access = access;
	g_array_set_size (enumeration->best->items, 0);
	g_array_append_vals (enumeration->best->items, enumeration->taken->data,
	                     enumeration->taken->len);
}

/* All subsets of the candidates from @next on, after those that were taken; as deep as the
 * budget */
static void
enumerate (Enumeration *enumeration, guint next, guint left)
{
	const FairleadChooser *chooser = enumeration->chooser;

	keep_best (enumeration);
	for (guint i = next;
	     i < chooser->candidates->len && left > 0 && may_work (chooser, enumeration->best);
	     i++) {
		guint32 item = item_at (chooser->candidates, i);

		if (chooser->cost[item] > left)
			continue;
		take (chooser, item, TRUE);
		g_array_append_val (enumeration->taken, item);
		enumerate (enumeration, i + 1, left - MAX (chooser->cost[item], 1));
		g_array_set_size (enumeration->taken, enumeration->taken->len - 1);
		take (chooser, item, FALSE);
	}
}

gboolean
fairlead_choose_exactly (const FairleadChooser *self, FairleadChoice *choice)
{
	Enumeration enumeration = { self, g_array_new (FALSE, FALSE, sizeof (guint32)), choice };

	*choice = (FairleadChoice){ .items = g_array_new (FALSE, FALSE, sizeof (guint32)),
		                    .access = fairlead_access_measure (self->access) };
	enumerate (&enumeration, 0, self->budget);
	g_array_unref (enumeration.taken);
	choice->is_exact = !choice->is_bounded;
	if (choice->is_exact)
		end_choice (self, choice);
	else
		fairlead_choice_clear (choice);
	return choice->is_exact;
}
