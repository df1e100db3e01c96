/* tests/fuzz/fuzz-arcs.c: what goes between fairlead and fairlead-cluster: arc files, sets, values
 * and jobs
 *
 * Any change breaks a checksum, so that each input is read a second time with its head and sum put
 * right: then what it counts and holds is looked at. */
#include "tests/fuzz/fuzz.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "graph/engine/arc-ranking.h"
#include "graph/engine/engine.h"

static const char job_text[] = "[job]\nversion=1\narcs=x.arcs\npartition=true\n\n"
			       "[step near]\nmeasure=lift\nseeds=1 3\nothers=parties\ntop=5\n\n"
			       "[step who]\nmeasure=cascade\nseeds=0\nneeded=0.5\nupper=1\n";

static GStrv
dup_subjects (void)
{
	static const char *const subjects[] = { "arcs", "set", "values", "job", NULL };

	return g_strdupv ((char **) subjects);
}

/* ---- seeds ---- */

static void
add_seed (GPtrArray *seeds, const char *name, GBytes *bytes)
{
	g_autoptr (GPtrArray) one = g_ptr_array_new ();

	g_ptr_array_add (one, bytes);
	fuzz_add_joined (seeds, name, one);
}

static GBytes *
new_arcs (guint n_vertices)
{
	g_autoptr (FairleadArcs) arcs = fairlead_arcs_new (n_vertices);
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	FairleadArcSource source;
	guint64 sum;

	for (guint i = 0; i + 1 < n_vertices; i++) {
		arcs->flags[i] = i % 4 != 3;
		fairlead_arcs_add (arcs, FAIRLEAD_LAYER_LINKS, i, i + 1, 0.5);
		fairlead_arcs_add (arcs, FAIRLEAD_LAYER_CONTROL, i, (i * 3) % n_vertices, 0.9);
		fairlead_arcs_add_share (arcs, i, i + 1, 550000000, 750000000, i % 3);
	}
	source = fairlead_arcs_get_source (arcs);
	g_assert_true (fairlead_arcs_write (&source, stream, &sum, NULL, NULL));
	g_output_stream_close (stream, NULL, NULL);
	return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* A head with a body of any kind, whose sum is right */
static GBytes *
new_file (const char magic[8], guint64 n, const guint64 words[4], const guint64 *body, guint n_body)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_autofree FairleadBinaryWriter *writer = g_new0 (FairleadBinaryWriter, 1);

	writer->stream = stream;
	g_assert_true (fairlead_binary_begin (writer, magic, n, n_body, words, NULL)
	               && fairlead_binary_add (writer, body, n_body, NULL)
	               && fairlead_binary_end (writer, NULL));
	g_output_stream_close (stream, NULL, NULL);
	return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
add_seeds (const char *subject, GPtrArray *seeds)
{
	static const guint64 weighted[4] = { 1 }, values[4] = { 7, 1, 20, 0 };
	const guint64 body[4] = { 2, G_GUINT64_CONSTANT (0x3fe0000000000000), 5,
		                  G_GUINT64_CONSTANT (0x3fe0000000000000) };
	g_autoptr (GBytes) bytes = NULL;

	if (strcmp (subject, "job") == 0) {
		bytes = g_bytes_new_static (job_text, strlen (job_text));
	} else if (strcmp (subject, "set") == 0) {
		bytes = new_file (FAIRLEAD_SET_MAGIC, 2, weighted, body, 4);
	} else if (strcmp (subject, "values") == 0) {
		bytes = new_file (FAIRLEAD_VALUES_MAGIC, 4, values, body, 4);
	} else {
		g_autoptr (GBytes) none = new_arcs (0);

		add_seed (seeds, "arcs-none", none);
		bytes = new_arcs (9);
	}
	add_seed (seeds, subject, bytes);
}

/* ---- what must hold ---- */

static FairleadJob *
new_job (FairleadArcSource source)
{
	FairleadJob *job = fairlead_job_new (source);

	fairlead_job_add_step (job, "parts", FAIRLEAD_ENGINE_COMPONENTS, NULL, NULL);
	fairlead_job_add_step (job, "lift", FAIRLEAD_ENGINE_LIFT, "all", "all");
	fairlead_job_add_step (job, "katz", FAIRLEAD_ENGINE_KATZ, "all", NULL);
	fairlead_job_add_step (job, "between", FAIRLEAD_ENGINE_BETWEENNESS, "all", "parties");
	fairlead_job_add_step (job, "around", FAIRLEAD_ENGINE_NEIGHBOURHOOD, "parties", NULL);
	fairlead_job_add_step (job, "control", FAIRLEAD_ENGINE_CONTROL, "parties", NULL);
	fairlead_job_add_step (job, "owned", FAIRLEAD_ENGINE_OWNERSHIP, "parties", NULL);
	fairlead_job_add_step (job, "under", FAIRLEAD_ENGINE_CASCADE, "parties", NULL);
	return job;
}

/* What was accepted can be computed with, or an error says why not */
static gboolean
compute (FairleadArcs *arcs)
{
	g_autoptr (FairleadJob) job = new_job (fairlead_arcs_get_source (arcs));
	g_autoptr (FairleadEngine) engine = fairlead_engine_new_local ();
	g_autoptr (GError) error = NULL;
	g_autoptr (GPtrArray) results = fairlead_engine_run (engine, job, NULL, NULL, NULL, &error);

	g_assert_true ((results == NULL) == (error != NULL));
	for (guint i = 0; results != NULL && i < results->len; i++)
		g_assert_cmpuint (fairlead_vector_get_n (results->pdata[i]), ==, arcs->n_vertices);
	return results != NULL;
}

static gboolean
read_arcs (const char *path, GError **error)
{
	g_autoptr (FairleadArcs) arcs = fairlead_arcs_read (path, error);
	g_autoptr (GError) alone = NULL;

	if (arcs == NULL)
		return FALSE;
	/* without ids beside it */
	g_assert_null (fairlead_arc_file_open (path, FALSE, &alone));
	g_assert_nonnull (strstr (alone->message, ".ids"));
	compute (arcs);
	return TRUE;
}

static gboolean
read_set (const char *path, GError **error)
{
	g_autoptr (FairleadSet) set = fairlead_set_read (path, error);
	guint64 sum = 0;

	for (guint64 i = 0; set != NULL && i < set->n; i++)
		sum += set->seeds[i].vertex;
	return set != NULL && fairlead_set_sum (set) != sum + 1;
}

static gboolean
read_values (const char *path, GError **error)
{
	g_autoptr (FairleadVector) values = fairlead_vector_open (path, 7, error);
	g_autoptr (GArray) top = NULL;

	if (values == NULL)
		return FALSE;
	top = fairlead_vector_dup_top (values, 3);
	g_assert_cmpuint (top->len, <=, 3);
	return TRUE;
}

static gboolean
read_job (const char *path, GError **error)
{
	g_autoptr (FairleadJob) job = fairlead_job_read (path, error);

	if (job == NULL)
		return FALSE;
	g_assert_cmpuint (job->steps->len, >, 0);
	g_assert_nonnull (job->arcs);
	for (guint i = 0; i < job->steps->len; i++)
		fairlead_job_step_key (job, job->steps->pdata[i], 1);
	return TRUE;
}

static const struct {
	const char *name;
	const char *magic; /* NULL: it is text */
	gboolean (*read) (const char *path, GError **error);
} kinds[] = {
	{ "arcs", FAIRLEAD_ARCS_MAGIC, read_arcs },
	{ "set", FAIRLEAD_SET_MAGIC, read_set },
	{ "values", FAIRLEAD_VALUES_MAGIC, read_values },
	{ "job", NULL, read_job },
};

static gboolean
read_from (const void *data, gsize size, gboolean (*read_kind) (const char *path, GError **error))
{
	int file = memfd_create ("arcs", MFD_CLOEXEC);
	g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
	g_autoptr (GError) error = NULL;
	gboolean is_read;

	g_assert_cmpint (file, >=, 0);
	g_assert_cmpint (write (file, data, size), ==, (gssize) size);
	is_read = read_kind (path, &error);
	close (file);
	if (error != NULL)
		fuzz_check_error (error);
	g_assert_true (is_read != (error != NULL));
	return is_read;
}

/* The same with a head that says how long it is, and the right sum */
static void *
dup_put_right (const char *magic, const char *data, gsize size, gsize *new_size)
{
	const gsize beside = FAIRLEAD_BINARY_HEAD + sizeof (guint64);
	gsize n = (MAX (size, beside) - beside) / sizeof (guint64);
	guint64 *words = g_malloc0 (beside + n * sizeof (guint64));
	FairleadBinaryHead *head = (FairleadBinaryHead *) (gpointer) words;

	memcpy (words, data, MIN (size, beside + n * sizeof (guint64)));
	memcpy (head->magic, magic, sizeof head->magic);
	head->version = FAIRLEAD_BINARY_VERSION;
	head->order = FAIRLEAD_BINARY_ORDER;
	head->n_words = n;
	words[FAIRLEAD_BINARY_HEAD_WORDS + n] =
		fairlead_binary_sum (0, words + FAIRLEAD_BINARY_HEAD_WORDS, n);
	*new_size = beside + n * sizeof (guint64);
	return words;
}

static gboolean
run (const char *subject, const char *data, gsize size)
{
	gboolean is_read = FALSE;

	for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
		g_autofree void *right = NULL;
		gsize right_size;

		if (subject != NULL && strcmp (subject, kinds[i].name) != 0)
			continue;
		is_read |= read_from (data, size, kinds[i].read);
		if (kinds[i].magic == NULL)
			continue;
		right = dup_put_right (kinds[i].magic, data, size, &right_size);
		is_read |= read_from (right, right_size, kinds[i].read);
	}
	return is_read;
}

const FuzzTarget fuzz_target = { "arcs", "arcs.dict", dup_subjects, add_seeds, run };
