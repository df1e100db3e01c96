/* graph/engine/job-read.c: a job that fairlead or a person wrote */
#include <string.h>

#include "graph/engine/job-private.h"
#include "ingest/record/error.h"

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
	return fairlead_set_new (text, g_steal_pointer (&seeds), FALSE);
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
refuse_number (const char *path, const char *group, const FairleadNumberShape *shape,
               const char *text, GError **error)
{
	char least[G_ASCII_DTOSTR_BUF_SIZE], most[G_ASCII_DTOSTR_BUF_SIZE];

	return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_INVALID_VALUE,
	                              "[%s] %s=%s is no number from %s to %s", group, shape->key,
	                              text,
	                              g_ascii_formatd (least, sizeof least, "%g", shape->least),
	                              g_ascii_formatd (most, sizeof most, "%g", shape->most));
}

static gboolean
read_numbers (FairleadStep *step, const char *path, GKeyFile *file, const char *group,
              GError **error)
{
	for (guint i = 0; i < FAIRLEAD_N_STEP_NUMBERS; i++) {
		g_autofree char *text =
			g_key_file_get_string (file, group, fairlead_job_numbers[i].key, NULL);
		char *end;
		double value;

		if (text == NULL)
			continue;
		value = g_ascii_strtod (text, &end);
		if (end == text || *end != '\0' || !(value >= fairlead_job_numbers[i].least)
		    || value > fairlead_job_numbers[i].most)
			return refuse_number (path, group, &fairlead_job_numbers[i], text, error);
		step->numbers[i] = value;
	}
	return TRUE;
}

static gboolean
is_key (const char *group, const char *key)
{
	static const char *const job_keys[] = { "version", "arcs", "partition", NULL };

	if (strcmp (group, FAIRLEAD_JOB_GROUP) == 0)
		return g_strv_contains (job_keys, key);
	for (guint i = 0; i < FAIRLEAD_N_STEP_NUMBERS; i++)
		if (strcmp (fairlead_job_numbers[i].key, key) == 0)
			return TRUE;
	return strcmp (key, "measure") == 0 || strcmp (key, "seeds") == 0
	       || strcmp (key, "others") == 0;
}

static gboolean
check_keys (const char *path, GKeyFile *file, const char *group, GError **error)
{
	g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, error);

	for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
		if (!is_key (group, keys[i]))
			return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_INVALID_VALUE,
			                              "[%s] %s is not known", group, keys[i]);
	return keys != NULL;
}

static gboolean
find_measure (const char *path, const char *group, const char *name, FairleadEngineMeasure *measure,
              GError **error)
{
	for (guint i = 0; name != NULL && i < FAIRLEAD_N_ENGINE_MEASURES; i++) {
		if (strcmp (fairlead_job_measures[i].name, name) != 0)
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
	const char *name = group + strlen (FAIRLEAD_JOB_STEP);
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
	if ((seeds != NULL) != fairlead_job_measures[measure].has_seeds
	    || (others != NULL) != fairlead_job_measures[measure].has_others)
		return fairlead_set_error_at (
			error, path, 0, FAIRLEAD_ERROR_MISSING_FIELD, "[%s] %s takes %s", group,
			word,
			fairlead_job_measures[measure].has_others  ? "seeds= and others="
			: fairlead_job_measures[measure].has_seeds ? "seeds= and no others="
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
	g_autofree char *arcs = g_key_file_get_string (file, FAIRLEAD_JOB_GROUP, "arcs", NULL);
	g_autoptr (GError) problem = NULL;

	if (g_key_file_get_integer (file, FAIRLEAD_JOB_GROUP, "version", NULL)
	    != FAIRLEAD_JOB_VERSION)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                              "is no job of version %d", FAIRLEAD_JOB_VERSION);
	if (arcs == NULL)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_MISSING_FIELD,
		                              "[job] arcs= is missing");
	job->arcs =
		g_path_is_absolute (arcs) ? g_strdup (arcs) : g_build_filename (folder, arcs, NULL);
	job->partition = g_key_file_get_boolean (file, FAIRLEAD_JOB_GROUP, "partition", &problem);
	if (g_error_matches (problem, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE))
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_INVALID_VALUE,
		                              "[job] partition= is neither true nor false");
	return check_keys (path, file, FAIRLEAD_JOB_GROUP, error);
}

/* What a message repeats of it must be text */
static gboolean
load_text (GKeyFile *file, const char *path, GError **error)
{
	g_autoptr (GError) problem = NULL;
	g_autofree char *text = NULL;
	gsize length;

	if (!g_file_get_contents (path, &text, &length, &problem))
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO, "%s",
		                              problem->message);
	if (!g_utf8_validate_len (text, length, NULL))
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_SYNTAX,
		                              "is not UTF-8");
	return g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, &problem)
	       || fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_SYNTAX, "%s",
	                                 problem->message);
}

static gboolean
read_group (FairleadJob *job, const char *path, GKeyFile *file, const char *group, GError **error)
{
	if (g_str_has_prefix (group, FAIRLEAD_JOB_STEP))
		return read_step (job, path, file, group, error);
	return strcmp (group, FAIRLEAD_JOB_GROUP) == 0
	       || fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_INVALID_VALUE,
	                                 "[%s] is neither [job] nor [step NAME]", group);
}

FairleadJob *
fairlead_job_read (const char *path, GError **error)
{
	g_autoptr (GKeyFile) file = g_key_file_new ();
	g_autoptr (FairleadJob) job = fairlead_job_new ((FairleadArcSource){ 0 });
	g_auto (GStrv) groups = NULL;

	if (!load_text (file, path, error) || !read_head (job, path, file, error))
		return NULL;
	groups = g_key_file_get_groups (file, NULL);
	for (guint i = 0; groups[i] != NULL; i++)
		if (!read_group (job, path, file, groups[i], error))
			return NULL;
	if (job->steps->len == 0) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_MISSING_FIELD,
		                       "has no [step NAME]");
		return NULL;
	}
	return g_steal_pointer (&job);
}
