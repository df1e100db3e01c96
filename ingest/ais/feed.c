/* ingest/ais/feed.c */
#include "ingest/ais/feed.h"

#include <string.h>

#include "ingest/ais/stream.h"
#include "ingest/load-private.h"
#include "ingest/record/error.h"

/* A file that is not begun yet */
typedef struct {
	char *path;
	gint64 first;              /* time of its first row */
	FairleadAisStream *stream; /* (nullable): of a pipe, which cannot be opened twice */
} Waiting;

struct _FairleadAisFeed {
	FairleadRecords *records;
	GCancellable *cancellable;
	FairleadAisCounts counts;
	GPtrArray *waiting; /* of Waiting, the first to begin last */
	GPtrArray *open;    /* of FairleadAisStream, with a row each, but for the one of `taken` */
	FairleadAisStream *taken; /* whose row was given out last */
	FairleadLoadCallback callback;
	gpointer callback_data;
	guint n_threads;
	guint64 n_done; /* bytes of files that were read to their ends */
	guint64 n_total;
};

static void
waiting_free (gpointer data)
{
	Waiting *self = data;

	g_clear_pointer (&self->stream, fairlead_ais_stream_free);
	g_free (self->path);
	g_free (self);
}

void
fairlead_ais_feed_free (FairleadAisFeed *self)
{
	if (self == NULL)
		return;
	g_clear_pointer (&self->waiting, g_ptr_array_unref);
	g_clear_pointer (&self->open, g_ptr_array_unref);
	g_clear_object (&self->records);
	g_clear_object (&self->cancellable);
	g_free (self);
}

void
fairlead_ais_feed_set_progress (FairleadAisFeed *self, FairleadLoadCallback callback,
                                gpointer user_data)
{
	self->callback = callback;
	self->callback_data = user_data;
}

void
fairlead_ais_feed_tell_progress (const FairleadAisFeed *self, const FairleadLoadProgress *progress)
{
	if (self->callback != NULL)
		self->callback (progress, self->callback_data);
}

void
fairlead_ais_feed_set_n_threads (FairleadAisFeed *self, guint n_threads)
{
	self->n_threads = n_threads;
}

guint
fairlead_ais_feed_get_n_threads (const FairleadAisFeed *self)
{
	return self->n_threads > 0 ? self->n_threads : g_get_num_processors ();
}

const FairleadAisCounts *
fairlead_ais_feed_get_counts (const FairleadAisFeed *self)
{
	return &self->counts;
}

/* ---- the files ---- */

/* A regular file is looked at and closed; a pipe stays open */
static Waiting *
look_at (FairleadAisFeed *self, const char *path, GError **error)
{
	gboolean is_regular = g_file_test (path, G_FILE_TEST_IS_REGULAR);
	g_autoptr (FairleadRecords) scratch = fairlead_records_new ();
	FairleadAisCounts counts = { 0 };
	g_autoptr (FairleadAisStream) stream = fairlead_ais_stream_new (
		path, is_regular ? scratch : self->records, is_regular ? &counts : &self->counts,
		self->cancellable, error);
	Waiting *waiting;

	if (stream == NULL)
		return NULL;
	waiting = g_new0 (Waiting, 1);
	waiting->path = g_strdup (path);
	waiting->first = stream->has_row ? stream->report.time : G_MININT64;
	waiting->stream = is_regular ? NULL : g_steal_pointer (&stream);
	return waiting;
}

static gboolean
add_path (FairleadAisFeed *self, const char *path, GError **error)
{
	Waiting *waiting = look_at (self, path, error);

	if (waiting == NULL)
		return FALSE;
	g_ptr_array_add (self->waiting, waiting);
	return TRUE;
}

/* What is no AIS data in a folder is an issue, and an error where there is nothing else */
static gboolean
add_file_of_folder (FairleadAisFeed *self, const char *path, const char *name, guint *n_known,
                    GError **error)
{
	const char *why = fairlead_load_why_passed_over (path, name);
	g_autoptr (GError) failure = NULL;
	FairleadSource source = { 0 };

	if (why == NULL && add_path (self, path, &failure)) {
		(*n_known)++;
		return TRUE;
	}
	if (why == NULL
	    && !g_error_matches (failure, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_FORMAT)) {
		g_propagate_error (error, g_steal_pointer (&failure));
		return FALSE;
	}
	source.file = fairlead_records_add_file (self->records, path);
	fairlead_records_add_issue (self->records,
	                            why != NULL ? FAIRLEAD_ISSUE_PASSED_OVER
	                                        : FAIRLEAD_ISSUE_UNKNOWN_FORMAT,
	                            source, "%s", why != NULL ? why : "no AIS data");
	return TRUE;
}

static gboolean
add_folder (FairleadAisFeed *self, const char *path, GError **error)
{
	g_autoptr (GPtrArray) names = fairlead_load_list_folder (path, error);
	guint n_known = 0;

	for (guint i = 0; names != NULL && i < names->len; i++) {
		g_autofree char *inner = g_build_filename (path, names->pdata[i], NULL);

		if (!add_file_of_folder (self, inner, names->pdata[i], &n_known, error))
			return FALSE;
	}
	if (names == NULL)
		return FALSE;
	return n_known > 0
	       || fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
	                                 "holds no AIS data");
}

/* Descending: the last begins first */
static gint
compare_waiting (gconstpointer a, gconstpointer b)
{
	const Waiting *first = *(const Waiting *const *) a;
	const Waiting *second = *(const Waiting *const *) b;

	if (first->first != second->first)
		return first->first < second->first ? 1 : -1;
	return strcmp (second->path, first->path);
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

FairleadAisFeed *
fairlead_ais_feed_new (const char *const *paths, FairleadRecords *records,
                       GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadAisFeed) self = g_new0 (FairleadAisFeed, 1);
	g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

	self->records = g_object_ref (records);
	self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
	self->waiting = g_ptr_array_new_with_free_func (waiting_free);
	self->open = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_ais_stream_free);
	for (guint i = 0; paths[i] != NULL; i++)
		g_ptr_array_add (sorted, (gpointer) paths[i]);
	g_ptr_array_sort (sorted, compare_texts);
	self->n_total = fairlead_load_count_bytes (sorted);
	for (guint i = 0; i < sorted->len; i++) {
		const char *path = sorted->pdata[i];

		if (!(g_file_test (path, G_FILE_TEST_IS_DIR) ? add_folder (self, path, error)
		                                             : add_path (self, path, error)))
			return NULL;
	}
	g_ptr_array_sort (self->waiting, compare_waiting);
	return g_steal_pointer (&self);
}

/* ---- rows ---- */

static gboolean
begin_file (FairleadAisFeed *self, GError **error)
{
	Waiting *waiting = g_ptr_array_index (self->waiting, self->waiting->len - 1);
	g_autoptr (FairleadAisStream) stream = g_steal_pointer (&waiting->stream);

	if (self->open->len >= FAIRLEAD_AIS_MOST_OPEN)
		return fairlead_set_error_at (error, waiting->path, 0, FAIRLEAD_ERROR_LIMIT,
		                              "more than %u files overlap in time",
		                              FAIRLEAD_AIS_MOST_OPEN);
	if (stream == NULL)
		stream = fairlead_ais_stream_new (waiting->path, self->records, &self->counts,
		                                  self->cancellable, error);
	if (stream == NULL)
		return FALSE;
	g_ptr_array_remove_index (self->waiting, self->waiting->len - 1);
	if (stream->has_row)
		g_ptr_array_add (self->open, g_steal_pointer (&stream));
	else
		self->n_done += fairlead_ais_stream_get_position (stream);
	return TRUE;
}

/* The stream whose row comes first, and by path where they are of one second */
static FairleadAisStream *
first_open (const FairleadAisFeed *self)
{
	FairleadAisStream *first = NULL;

	for (guint i = 0; i < self->open->len; i++) {
		FairleadAisStream *stream = self->open->pdata[i];

		if (first == NULL || stream->report.time < first->report.time
		    || (stream->report.time == first->report.time
		        && strcmp (stream->path, first->path) < 0))
			first = stream;
	}
	return first;
}

/* Past the row that was given out last */
static gboolean
move_on (FairleadAisFeed *self, GError **error)
{
	FairleadAisStream *stream = g_steal_pointer (&self->taken);

	if (stream == NULL)
		return TRUE;
	if (!fairlead_ais_stream_advance (stream, error))
		return FALSE;
	if (stream->has_row)
		return TRUE;
	self->n_done += fairlead_ais_stream_get_position (stream);
	g_ptr_array_remove (self->open, stream);
	return TRUE;
}

static gboolean
is_due (const FairleadAisFeed *self, const FairleadAisStream *first)
{
	const Waiting *waiting;

	if (self->waiting->len == 0)
		return FALSE;
	waiting = g_ptr_array_index (self->waiting, self->waiting->len - 1);
	return first == NULL || waiting->first <= first->report.time;
}

/* Goes to the next row, of the stream `taken`; none at the end, or on failure */
static gboolean
take_row (FairleadAisFeed *self, GError **error)
{
	FairleadAisStream *first;

	if (!move_on (self, error))
		return FALSE;
	while (is_due (self, first = first_open (self)))
		if (!begin_file (self, error))
			return FALSE;
	self->taken = first;
	return first != NULL;
}

static void
note_progress (const FairleadAisFeed *self, FairleadAisBatch *batch)
{
	batch->path = g_strdup (self->taken->path);
	batch->progress = (FairleadLoadProgress){
		.path = batch->path,
		.n_bytes = self->n_done,
		.n_total = self->n_total,
		.n_records = self->counts.n_rows,
		.n_issues = fairlead_records_count_issues (self->records),
	};
	for (guint i = 0; i < self->open->len; i++)
		batch->progress.n_bytes += fairlead_ais_stream_get_position (self->open->pdata[i]);
}

void
fairlead_ais_feed_fill (FairleadAisFeed *self, FairleadAisBatch *batch)
{
	while (batch->n_rows < FAIRLEAD_AIS_BATCH_ROWS) {
		if (!take_row (self, &batch->error)) {
			batch->is_last = TRUE;
			return;
		}
		fairlead_ais_batch_add (batch, &self->taken->report, &self->taken->identity);
	}
	note_progress (self, batch);
}
