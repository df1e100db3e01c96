/* ingest/ais/stream.c */
#include "ingest/ais/stream.h"

#include "ingest/record/error.h"
#include "ingest/syntax/archive.h"

/* Of what a stream consists, from the outside in; what is not there is NULL */
typedef struct _FairleadAisStreamParts {
	FairleadInput *file;  /* owned */
	FairleadInput *input; /* borrowed, instead of the file */
	FairleadArchive *archive;
	FairleadInput *member;
	FairleadAisReader *reader;
	FairleadRecords *records;
	FairleadAisCounts *counts;
	GCancellable *cancellable;
	guint n_known; /* files in it that were AIS data */
} Parts;

static void
close_member (Parts *parts)
{
	g_clear_pointer (&parts->reader, fairlead_ais_reader_free);
	g_clear_pointer (&parts->member, fairlead_input_free);
}

void
fairlead_ais_stream_free (FairleadAisStream *self)
{
	Parts *parts;

	if (self == NULL)
		return;
	parts = self->parts;
	close_member (parts);
	g_clear_pointer (&parts->archive, fairlead_archive_free);
	g_clear_pointer (&parts->file, fairlead_input_free);
	g_clear_object (&parts->cancellable);
	g_free (parts);
	g_free (self->path);
	g_free (self);
}

/* ---- archives ---- */

static void
pass_over (const Parts *parts, FairleadIssueTag tag, const char *path, const char *why)
{
	FairleadSource source = { fairlead_records_add_file (parts->records, path), 0 };

	fairlead_records_add_issue (parts->records, tag, source, "%s", why);
}

/* One file that was compressed has to be AIS data, a member need not be */
static gboolean
open_member (Parts *parts, GError **error)
{
	const char *path = fairlead_archive_get_path (parts->archive);
	const char *refusal = fairlead_archive_get_refusal (parts->archive);
	const char *head;
	gsize size;

	if (refusal != NULL) {
		pass_over (parts, FAIRLEAD_ISSUE_PASSED_OVER, path, refusal);
		return TRUE;
	}
	parts->member = fairlead_archive_open_member (parts->archive);
	fairlead_input_set_cancellable (parts->member, parts->cancellable);
	head = fairlead_input_peek (parts->member, &size, error);
	if (head == NULL)
		return FALSE;
	if (fairlead_archive_is_packed (head, size))
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                              "is an archive within an archive (unpack it first)");
	if (!fairlead_archive_is_single (parts->archive) && !fairlead_ais_is_known (head, size)) {
		pass_over (parts, FAIRLEAD_ISSUE_UNKNOWN_FORMAT, path, "no AIS data");
		g_clear_pointer (&parts->member, fairlead_input_free);
		return TRUE;
	}
	parts->reader =
		fairlead_ais_reader_new (parts->member, parts->records, parts->counts, error);
	parts->n_known++;
	return parts->reader != NULL;
}

/* The reader of the next member that is AIS data; none at the end */
static gboolean
next_member (Parts *parts, GError **error)
{
	g_autoptr (GError) failure = NULL;

	close_member (parts);
	while (parts->reader == NULL && fairlead_archive_next (parts->archive, &failure))
		if (!open_member (parts, error))
			return FALSE;
	if (failure != NULL) {
		g_propagate_error (error, g_steal_pointer (&failure));
		return FALSE;
	}
	return TRUE;
}

/* ---- rows ---- */

gboolean
fairlead_ais_stream_advance (FairleadAisStream *self, GError **error)
{
	Parts *parts = self->parts;
	g_autoptr (GError) failure = NULL;

	while (parts->reader != NULL) {
		self->has_row = fairlead_ais_reader_next (parts->reader, &self->report,
		                                          &self->identity, &failure);
		if (self->has_row)
			return TRUE;
		if (failure != NULL) {
			g_propagate_error (error, g_steal_pointer (&failure));
			return FALSE;
		}
		if (parts->archive == NULL)
			close_member (parts);
		else if (!next_member (parts, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
begin (FairleadAisStream *self, FairleadInput *input, GError **error)
{
	Parts *parts = self->parts;
	gsize size;
	const char *head = fairlead_input_peek (input, &size, error);

	if (head == NULL)
		return FALSE;
	if (!fairlead_archive_is_packed (head, size)) {
		parts->reader =
			fairlead_ais_reader_new (input, parts->records, parts->counts, error);
		return parts->reader != NULL && fairlead_ais_stream_advance (self, error);
	}
	parts->archive = fairlead_archive_new (input, error);
	if (parts->archive == NULL || !next_member (parts, error))
		return FALSE;
	if (parts->n_known == 0)
		return fairlead_set_error_at (error, self->path, 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                              "holds no AIS data");
	return fairlead_ais_stream_advance (self, error);
}

static FairleadAisStream *
stream_new (const char *path, FairleadRecords *records, FairleadAisCounts *counts)
{
	FairleadAisStream *self = g_new0 (FairleadAisStream, 1);

	self->path = g_strdup (path);
	self->parts = g_new0 (Parts, 1);
	self->parts->records = records;
	self->parts->counts = counts;
	return self;
}

FairleadAisStream *
fairlead_ais_stream_new (const char *path, FairleadRecords *records, FairleadAisCounts *counts,
                         GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadAisStream) self = stream_new (path, records, counts);

	self->parts->file = fairlead_input_open (path, error);
	if (self->parts->file == NULL)
		return NULL;
	if (cancellable != NULL)
		self->parts->cancellable = g_object_ref (cancellable);
	fairlead_input_set_cancellable (self->parts->file, cancellable);
	return begin (self, self->parts->file, error) ? g_steal_pointer (&self) : NULL;
}

FairleadAisStream *
fairlead_ais_stream_new_for_input (FairleadInput *input, FairleadRecords *records,
                                   FairleadAisCounts *counts, GError **error)
{
	g_autoptr (FairleadAisStream) self =
		stream_new (fairlead_input_get_path (input), records, counts);

	self->parts->input = input;
	return begin (self, input, error) ? g_steal_pointer (&self) : NULL;
}

guint64
fairlead_ais_stream_get_position (const FairleadAisStream *self)
{
	const Parts *parts = self->parts;

	return fairlead_input_get_position (parts->file != NULL ? parts->file : parts->input);
}
