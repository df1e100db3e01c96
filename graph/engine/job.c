/* graph/engine/job.c: steps and sets, and by what their results are known */
#include "graph/engine/job-private.h"

#include <string.h>

const FairleadMeasureShape fairlead_job_measures[FAIRLEAD_N_ENGINE_MEASURES] = {
#define X(tag, name, layer, seeds, others) { name, FAIRLEAD_LAYER_##layer, seeds, others },
	FAIRLEAD_ENGINE_TABLE (X)
#undef X
};

const FairleadNumberShape fairlead_job_numbers[FAIRLEAD_N_STEP_NUMBERS] = {
#define X(tag, key, standard, least, most) { key, standard, least, most },
	FAIRLEAD_STEP_TABLE (X)
#undef X
};

const char *
fairlead_engine_measure_name (FairleadEngineMeasure measure)
{
	return fairlead_job_measures[measure].name;
}

FairleadLayer
fairlead_engine_measure_layer (FairleadEngineMeasure measure)
{
	return fairlead_job_measures[measure].layer;
}

/* ---- sets and steps ---- */

void
fairlead_set_free (FairleadSet *self)
{
	g_free (self->name);
	g_clear_pointer (&self->own, g_array_unref);
	g_clear_pointer (&self->file, g_mapped_file_unref);
	g_free (self);
}

static void
step_free (gpointer data)
{
	FairleadStep *self = data;

	g_free (self->name);
	g_free (self->seeds);
	g_free (self->others);
	g_free (self);
}

FairleadJob *
fairlead_job_new (FairleadArcSource source)
{
	FairleadJob *self = g_new0 (FairleadJob, 1);

	self->source = source;
	self->steps = g_ptr_array_new_with_free_func (step_free);
	self->sets = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_set_free);
	return self;
}

void
fairlead_job_free (FairleadJob *self)
{
	g_ptr_array_unref (self->steps);
	g_ptr_array_unref (self->sets);
	g_free (self->arcs);
	g_free (self);
}

static gint
compare_seeds (gconstpointer a, gconstpointer b)
{
	guint64 first = ((const FairleadSeed *) a)->vertex;
	guint64 second = ((const FairleadSeed *) b)->vertex;

	return first < second ? -1 : first > second;
}

FairleadSet *
fairlead_set_new (const char *name, GArray *seeds, gboolean is_weighted)
{
	FairleadSet *set = g_new0 (FairleadSet, 1);

	g_array_sort (seeds, compare_seeds);
	set->name = g_strdup (name);
	set->own = seeds;
	set->seeds = (const FairleadSeed *) (gconstpointer) seeds->data;
	set->n = seeds->len;
	set->is_weighted = is_weighted;
	return set;
}

void
fairlead_job_add_set (FairleadJob *self, const char *name, GArray *seeds, gboolean is_weighted)
{
	g_ptr_array_add (self->sets, fairlead_set_new (name, seeds, is_weighted));
}

FairleadStep *
fairlead_job_add_step (FairleadJob *self, const char *name, FairleadEngineMeasure measure,
                       const char *seeds, const char *others)
{
	FairleadStep *step = g_new0 (FairleadStep, 1);

	step->name = g_strdup (name);
	step->measure = measure;
	step->seeds = g_strdup (seeds);
	step->others = g_strdup (others);
	for (guint i = 0; i < FAIRLEAD_N_STEP_NUMBERS; i++)
		step->numbers[i] = fairlead_job_numbers[i].standard;
	g_ptr_array_add (self->steps, step);
	return step;
}

const FairleadSet *
fairlead_job_find_set (const FairleadJob *self, const char *name)
{
	for (guint i = 0; i < self->sets->len; i++) {
		const FairleadSet *set = g_ptr_array_index (self->sets, i);

		if (strcmp (set->name, name) == 0)
			return set;
	}
	return NULL;
}

GArray *
fairlead_job_dup_seeds (const FairleadJob *self, const char *name)
{
	const FairleadSet *set = fairlead_job_find_set (self, name);
	gboolean all = strcmp (name, FAIRLEAD_JOB_ALL) == 0;
	GArray *seeds = g_array_new (FALSE, FALSE, sizeof (FairleadSeed));

	if (set != NULL)
		return g_array_append_vals (seeds, set->seeds, (guint) set->n);
	for (guint64 i = 0; i < self->source.n_vertices; i++) {
		FairleadSeed seed = { i, 1.0 };

		if (all
		    || self->source.get_flags (i, self->source.user_data) & FAIRLEAD_VERTEX_PARTY)
			g_array_append_val (seeds, seed);
	}
	return seeds;
}

/* ---- what a result answers ---- */

static guint64
sum_text (guint64 sum, const char *text)
{
	for (const char *c = text; *c != '\0'; c++)
		sum = fairlead_binary_mix (sum, (guchar) *c);
	return sum;
}

guint64
fairlead_set_sum (const FairleadSet *self)
{
	return fairlead_binary_sum (0, (const guint64 *) (gconstpointer) self->seeds, 2 * self->n);
}

/* How many are worked on at once, and how many are printed, changes no value */
static gboolean
changes_values (guint number)
{
	return number != FAIRLEAD_STEP_BATCH && number != FAIRLEAD_STEP_TOP;
}

guint64
fairlead_step_key (const FairleadStep *self, guint64 arcs, guint64 seeds, guint64 others)
{
	guint64 key = sum_text (arcs, fairlead_job_measures[self->measure].name);
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	key = fairlead_binary_mix (key, seeds);
	key = fairlead_binary_mix (key, others);
	key = sum_text (key, self->seeds != NULL ? self->seeds : "");
	key = sum_text (key, self->others != NULL ? self->others : "");
	for (guint i = 0; i < FAIRLEAD_N_STEP_NUMBERS; i++)
		if (changes_values (i))
			key = sum_text (key, g_ascii_dtostr (text, sizeof text, self->numbers[i]));
	return key;
}

static guint64
sum_of_named (const FairleadJob *self, const char *name)
{
	const FairleadSet *set = name != NULL ? fairlead_job_find_set (self, name) : NULL;

	return set != NULL ? fairlead_set_sum (set) : 0;
}

guint64
fairlead_job_step_key (const FairleadJob *self, const FairleadStep *step, guint64 arcs)
{
	return fairlead_step_key (step, arcs, sum_of_named (self, step->seeds),
	                          sum_of_named (self, step->others));
}

/* ---- sampling ---- */

GArray *
fairlead_job_draw (guint32 n, guint32 k, guint32 seed)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (seed);
	GArray *drawn = g_array_new (FALSE, FALSE, sizeof (guint32));

	/* each in its turn with the chance that makes k of n (Knuth, volume 2, algorithm S) */
	for (guint32 i = 0; i < n && drawn->len < k; i++)
		if ((double) (n - i) * g_rand_double (random) < (double) (k - drawn->len))
			g_array_append_val (drawn, i);
	return drawn;
}
