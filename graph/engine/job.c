/* graph/engine/job.c */
#include "graph/engine/job.h"

#include <errno.h>
#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "ingest/record/error.h"

#define JOB_VERSION 1
#define STEP_PREFIX "step "

static const struct {
	const char *name;
	FairleadLayer layer;
	gboolean has_seeds;
	gboolean has_others;
} measures[FAIRLEAD_N_ENGINE_MEASURES] = {
#define X(tag, name, layer, seeds, others) { name, FAIRLEAD_LAYER_##layer, seeds, others },
	FAIRLEAD_ENGINE_TABLE (X)
#undef X
};

static const struct {
	const char *key;
	double standard;
	double least;
	double most;
} numbers[FAIRLEAD_N_STEP_NUMBERS] = {
#define X(tag, key, standard, least, most) { key, standard, least, most },
	FAIRLEAD_STEP_TABLE (X)
#undef X
};

const char *
fairlead_engine_measure_name (FairleadEngineMeasure measure)
{
	return measures[measure].name;
}

FairleadLayer
fairlead_engine_measure_layer (FairleadEngineMeasure measure)
{
	return measures[measure].layer;
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

/* Takes the seeds */
static FairleadSet *
new_set (const char *name, GArray *seeds, gboolean is_weighted)
{
	FairleadSet *set = g_new0 (FairleadSet, 1);

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
	g_ptr_array_add (self->sets, new_set (name, seeds, is_weighted));
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
		step->numbers[i] = numbers[i].standard;
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
	guint64 key = sum_text (arcs, measures[self->measure].name);
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

/* ---- writing ---- */

static gboolean
write_to (const char *folder, const char *name, const char *ending,
          gboolean (*write) (gconstpointer what, GOutputStream *stream, GCancellable *cancellable,
                             GError **error),
          gconstpointer what, GCancellable *cancellable, GError **error)
{
	g_autofree char *base = g_strconcat (name, ending, NULL);
	g_autofree char *path = g_build_filename (folder, base, NULL);
	g_autoptr (GFile) file = g_file_new_for_path (path);
	g_autoptr (GFileOutputStream) stream =
		g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, error);

	if (stream != NULL && write (what, G_OUTPUT_STREAM (stream), cancellable, error)
	    && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
		return TRUE;
	g_prefix_error (error, "%s: ", path);
	return FALSE;
}

static gboolean
write_set (gconstpointer what, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	const FairleadSet *set = what;
	g_autofree FairleadBinaryWriter *writer = g_new0 (FairleadBinaryWriter, 1);
	const guint64 words[4] = { (guint64) set->is_weighted };

	writer->stream = stream;
	writer->cancellable = cancellable;
	return fairlead_binary_begin (writer, FAIRLEAD_SET_MAGIC, set->n, 2 * set->n, words, error)
	       && fairlead_binary_add (writer, (const guint64 *) (gconstpointer) set->seeds,
	                               2 * set->n, error)
	       && fairlead_binary_end (writer, error);
}

static gboolean
write_arcs (gconstpointer what, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	const FairleadJob *job = what;
	g_autoptr (GOutputStream) buffered = g_buffered_output_stream_new_sized (stream, 1 << 20);
	guint64 sum;

	return fairlead_arcs_write (&job->source, buffered, &sum, cancellable, error)
	       && g_output_stream_flush (buffered, cancellable, error);
}

static void
set_number (GKeyFile *file, const char *group, const char *key, double value)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_key_file_set_string (file, group, key, g_ascii_dtostr (text, sizeof text, value));
}

static void
describe_step (GKeyFile *file, const FairleadStep *step)
{
	g_autofree char *group = g_strconcat (STEP_PREFIX, step->name, NULL);

	g_key_file_set_string (file, group, "measure", measures[step->measure].name);
	if (step->seeds != NULL)
		g_key_file_set_string (file, group, "seeds", step->seeds);
	if (step->others != NULL)
		g_key_file_set_string (file, group, "others", step->others);
	for (guint i = 0; i < FAIRLEAD_N_STEP_NUMBERS; i++)
		if (memcmp (&step->numbers[i], &numbers[i].standard, sizeof (double)) != 0)
			set_number (file, group, numbers[i].key, step->numbers[i]);
}

static gboolean
write_job (gconstpointer what, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	const FairleadJob *job = what;
	g_autoptr (GKeyFile) file = g_key_file_new ();
	g_autofree char *text = NULL;
	gsize length;

	g_key_file_set_integer (file, "job", "version", JOB_VERSION);
	g_key_file_set_string (file, "job", "arcs", "network.arcs");
	if (job->partition)
		g_key_file_set_boolean (file, "job", "partition", TRUE);
	for (guint i = 0; i < job->steps->len; i++)
		describe_step (file, g_ptr_array_index (job->steps, i));
	text = g_key_file_to_data (file, &length, NULL);
	return g_output_stream_write_all (stream, text, length, NULL, cancellable, error);
}

gboolean
fairlead_job_write (const FairleadJob *self, const char *folder, GCancellable *cancellable,
                    GError **error)
{
	for (guint i = 0; i < self->sets->len; i++) {
		const FairleadSet *set = g_ptr_array_index (self->sets, i);

		if (!write_to (folder, set->name, ".set", write_set, set, cancellable, error))
			return FALSE;
	}
	/* the job last: where it stands, the rest is whole */
	return write_to (folder, "network", ".arcs", write_arcs, self, cancellable, error)
	       && write_to (folder, FAIRLEAD_JOB_FILE, "", write_job, self, cancellable, error);
}

/* ---- reading ---- */

static gint
compare_seeds (gconstpointer a, gconstpointer b)
{
	guint64 first = ((const FairleadSeed *) a)->vertex;
	guint64 second = ((const FairleadSeed *) b)->vertex;

	return first < second ? -1 : first > second;
}

/* Numbers of vertices between blanks, as a person writes them into a job */
static FairleadSet *
read_listed (const char *path, const char *text, GError **error)
{
	g_auto (GStrv) words = g_strsplit_set (text, " ,;", -1);
	g_autoptr (GArray) seeds = g_array_new (FALSE, FALSE, sizeof (FairleadSeed));

	for (guint i = 0; words[i] != NULL; i++) {
		FairleadSeed seed = { 0, 1.0 };

		if (*words[i] == '\0')
			continue;
		if (!g_ascii_string_to_unsigned (words[i], 10, 0, G_MAXUINT64, &seed.vertex,
		                                 NULL)) {
			fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_INVALID_VALUE,
			                       "\"%s\" is no number of a vertex", words[i]);
			return NULL;
		}
		g_array_append_val (seeds, seed);
	}
	g_array_sort (seeds, compare_seeds);
	return new_set (text, g_steal_pointer (&seeds), FALSE);
}

static gboolean
is_ascending (const FairleadSet *set)
{
	for (guint64 i = 1; i < set->n; i++)
		if (set->seeds[i].vertex <= set->seeds[i - 1].vertex)
			return FALSE;
	return TRUE;
}

FairleadSet *
fairlead_set_read (const char *path, GError **error)
{
	FairleadBinaryHead head;
	const guint64 *body;
	g_autoptr (GMappedFile) file =
		fairlead_binary_map (path, FAIRLEAD_SET_MAGIC, &head, &body, error);
	g_autoptr (FairleadSet) set = NULL;

	if (file == NULL)
		return NULL;
	if (head.n > G_MAXUINT64 / 2 || head.n_words != 2 * head.n) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_SYNTAX,
		                       "is not as long as it says");
		return NULL;
	}
	set = g_new0 (FairleadSet, 1);
	set->is_weighted = head.words[0] != 0;
	set->seeds = (const FairleadSeed *) (gconstpointer) body;
	set->n = head.n;
	set->file = g_steal_pointer (&file);
	return g_steal_pointer (&set);
}

static gboolean
is_builtin (const char *name)
{
	return strcmp (name, FAIRLEAD_JOB_ALL) == 0 || strcmp (name, FAIRLEAD_JOB_PARTIES) == 0;
}

/* A set that a step names is read once */
static gboolean
need_set (FairleadJob *job, const char *path, const char *name, GError **error)
{
	g_autofree char *folder = g_path_get_dirname (path);
	g_autofree char *base = g_strconcat (name, ".set", NULL);
	g_autofree char *file = g_build_filename (folder, base, NULL);
	g_autoptr (FairleadSet) set = NULL;

	if (is_builtin (name) || fairlead_job_find_set (job, name) != NULL)
		return TRUE;
	set = g_ascii_isdigit (*name) ? read_listed (path, name, error)
	                              : fairlead_set_read (file, error);
	if (set == NULL)
		return FALSE;
	if (!is_ascending (set))
		return fairlead_set_error_at (
			error, path, 0, FAIRLEAD_ERROR_INVALID_VALUE,
			"the set \"%s\" is not in order, or names a vertex twice", name);
	g_free (set->name);
	set->name = g_strdup (name);
	g_ptr_array_add (job->sets, g_steal_pointer (&set));
	return TRUE;
}

static gboolean
read_numbers (FairleadStep *step, const char *path, GKeyFile *file, const char *group,
              GError **error)
{
	for (guint i = 0; i < FAIRLEAD_N_STEP_NUMBERS; i++) {
		g_autofree char *text = g_key_file_get_string (file, group, numbers[i].key, NULL);
		char *end;
		double value;

		if (text == NULL)
			continue;
		value = g_ascii_strtod (text, &end);
		if (end == text || *end != '\0' || !(value >= numbers[i].least)
		    || value > numbers[i].most)
			return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_INVALID_VALUE,
			                              "[%s] %s=%s is no number from %g to %g",
			                              group, numbers[i].key, text, numbers[i].least,
			                              numbers[i].most);
		step->numbers[i] = value;
	}
	return TRUE;
}

static gboolean
is_step_key (const char *key)
{
	for (guint i = 0; i < FAIRLEAD_N_STEP_NUMBERS; i++)
		if (strcmp (numbers[i].key, key) == 0)
			return TRUE;
	return strcmp (key, "measure") == 0 || strcmp (key, "seeds") == 0
	       || strcmp (key, "others") == 0;
}

static gboolean
check_keys (const char *path, GKeyFile *file, const char *group, GError **error)
{
	g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, error);

	for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
		if (!is_step_key (keys[i]))
			return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_INVALID_VALUE,
			                              "[%s] %s is not known", group, keys[i]);
	return keys != NULL;
}

static gboolean
find_measure (const char *path, const char *group, const char *name, FairleadEngineMeasure *measure,
              GError **error)
{
	for (guint i = 0; name != NULL && i < FAIRLEAD_N_ENGINE_MEASURES; i++) {
		if (strcmp (measures[i].name, name) != 0)
			continue;
		*measure = (FairleadEngineMeasure) i;
		return TRUE;
	}
	return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_INVALID_VALUE,
	                              "[%s] names no measure", group);
}

/* Its name is a part of names of files */
static gboolean
is_step_name (const char *name)
{
	return *name != '\0' && *name != '.' && strpbrk (name, "/\\") == NULL;
}

static gboolean
read_step (FairleadJob *job, const char *path, GKeyFile *file, const char *group, GError **error)
{
	const char *name = group + strlen (STEP_PREFIX);
	g_autofree char *word = g_key_file_get_string (file, group, "measure", NULL);
	g_autofree char *seeds = g_key_file_get_string (file, group, "seeds", NULL);
	g_autofree char *others = g_key_file_get_string (file, group, "others", NULL);
	FairleadEngineMeasure measure = FAIRLEAD_N_ENGINE_MEASURES;
	FairleadStep *step;

	if (!is_step_name (name))
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_INVALID_VALUE,
		                              "[%s] is no name of a file", group);
	if (!find_measure (path, group, word, &measure, error)
	    || !check_keys (path, file, group, error))
		return FALSE;
	if ((seeds != NULL) != measures[measure].has_seeds
	    || (others != NULL) != measures[measure].has_others)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_MISSING_FIELD,
		                              "[%s] %s takes %s", group, word,
		                              measures[measure].has_others ? "seeds= and others="
		                              : measures[measure].has_seeds
		                                      ? "seeds= and no others="
		                                      : "neither seeds= nor others=");
	if ((seeds != NULL && !need_set (job, path, seeds, error))
	    || (others != NULL && !need_set (job, path, others, error)))
		return FALSE;
	step = fairlead_job_add_step (job, name, measure, seeds, others);
	return read_numbers (step, path, file, group, error);
}

static gboolean
read_head (FairleadJob *job, const char *path, GKeyFile *file, GError **error)
{
	g_autofree char *folder = g_path_get_dirname (path);
	g_autofree char *arcs = g_key_file_get_string (file, "job", "arcs", NULL);

	if (g_key_file_get_integer (file, "job", "version", NULL) != JOB_VERSION)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                              "is no job of version %d", JOB_VERSION);
	if (arcs == NULL)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_MISSING_FIELD,
		                              "[job] arcs= is missing");
	job->arcs =
		g_path_is_absolute (arcs) ? g_strdup (arcs) : g_build_filename (folder, arcs, NULL);
	job->partition = g_key_file_get_boolean (file, "job", "partition", NULL);
	return TRUE;
}

FairleadJob *
fairlead_job_read (const char *path, GError **error)
{
	g_autoptr (GKeyFile) file = g_key_file_new ();
	g_autoptr (FairleadJob) job = fairlead_job_new ((FairleadArcSource){ 0 });
	g_autoptr (GError) problem = NULL;
	g_auto (GStrv) groups = NULL;

	if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &problem)) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_SYNTAX, "%s",
		                       problem->message);
		return NULL;
	}
	if (!read_head (job, path, file, error))
		return NULL;
	groups = g_key_file_get_groups (file, NULL);
	for (guint i = 0; groups[i] != NULL; i++)
		if (g_str_has_prefix (groups[i], STEP_PREFIX)
		    && !read_step (job, path, file, groups[i], error))
			return NULL;
	if (job->steps->len == 0) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_MISSING_FIELD,
		                       "has no [step NAME]");
		return NULL;
	}
	return g_steal_pointer (&job);
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
