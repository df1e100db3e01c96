/* graph/engine/job-write.c: a job as a folder: the arc file, the sets, and the job that names
 * them */
#include <gio/gio.h>
#include <string.h>

#include "graph/engine/job-private.h"

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
	g_autofree char *group = g_strconcat (FAIRLEAD_JOB_STEP, step->name, NULL);

	g_key_file_set_string (file, group, "measure", fairlead_job_measures[step->measure].name);
	if (step->seeds != NULL)
		g_key_file_set_string (file, group, "seeds", step->seeds);
	if (step->others != NULL)
		g_key_file_set_string (file, group, "others", step->others);
	for (guint i = 0; i < FAIRLEAD_N_STEP_NUMBERS; i++)
		if (memcmp (&step->numbers[i], &fairlead_job_numbers[i].standard, sizeof (double))
		    != 0)
			set_number (file, group, fairlead_job_numbers[i].key, step->numbers[i]);
}

static gboolean
write_job (gconstpointer what, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	const FairleadJob *job = what;
	g_autoptr (GKeyFile) file = g_key_file_new ();
	g_autofree char *text = NULL;
	gsize length;

	g_key_file_set_integer (file, FAIRLEAD_JOB_GROUP, "version", FAIRLEAD_JOB_VERSION);
	g_key_file_set_string (file, FAIRLEAD_JOB_GROUP, "arcs",
	                       job->arcs != NULL ? job->arcs : "network.arcs");
	if (job->partition)
		g_key_file_set_boolean (file, FAIRLEAD_JOB_GROUP, "partition", TRUE);
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
	return (self->arcs != NULL
	        || write_to (folder, "network", ".arcs", write_arcs, self, cancellable, error))
	       && write_to (folder, FAIRLEAD_JOB_FILE, "", write_job, self, cancellable, error);
}

gboolean
fairlead_job_sum_arcs (const FairleadJob *self, guint64 *sum, GError **error)
{
	if (self->arcs == NULL)
		return fairlead_arcs_write (&self->source, NULL, sum, NULL, error);
	*sum = self->arcs_sum;
	return TRUE;
}
