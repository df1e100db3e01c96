/* ingest/load.c: the reader of one stream, told by its content */
#include "ingest/load-private.h"

typedef struct {
	const FairleadFormat *format;
	gpointer state;
} Session;

void
fairlead_load_group_clear (FairleadLoadGroup *group)
{
	g_free (group->first_refusal);
}

/* ---- picking a format ---- */

/* User mappings are asked first and win when they fit at all; then the surest format does */
static const FairleadFormat *
pick_format (FairleadLoad *load, const FairleadSample *sample)
{
	const FairleadFormat *best = NULL;
	guint best_score = 0;

	for (guint i = 0; i < load->formats->len; i++) {
		const FairleadFormat *format = g_ptr_array_index (load->formats, i);
		guint score = format->sniff (format, sample);

		if (score > 0 && i < load->n_preferred)
			return format;
		if (score > best_score) {
			best = format;
			best_score = score;
		}
	}
	return best;
}

static gpointer
session_state (FairleadLoad *load, const FairleadFormat *format)
{
	Session session = { format, NULL };

	for (guint i = 0; i < load->sessions->len; i++)
		if (g_array_index (load->sessions, Session, i).format == format)
			return g_array_index (load->sessions, Session, i).state;
	if (format->begin != NULL)
		session.state = format->begin (format);
	g_array_append_val (load->sessions, session);
	return session.state;
}

static char *
why_unknown (const FairleadSample *sample)
{
	if (sample->head_size == 0)
		return g_strdup ("the file is empty");
	if (sample->is_xml)
		return g_strdup_printf ("no reader knows XML whose document element is <%s>"
		                        " (give a --mapping)",
		                        sample->root);
	if (sample->is_csv)
		return g_strdup_printf ("no reader knows delimited text with these %u columns"
		                        " (give a --mapping)",
		                        sample->dialect.n_fields);
	if (sample->is_json) {
		g_autofree char *first = fairlead_text_dup_start (sample->members[0]);

		return g_strdup_printf ("no reader knows JSON objects that begin with \"%s\"",
		                        first);
	}
	return g_strdup ("neither XML nor JSON nor delimited text");
}

/* An error for a file that the caller names, where there is no group; else an issue */
static gboolean
refuse (FairleadLoad *load, const FairleadSample *sample, const char *path,
        FairleadLoadGroup *group, GError **error)
{
	g_autofree char *words = why_unknown (sample);
	FairleadSource source = { 0 };

	if (group == NULL)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT, "%s",
		                              words);
	source.file = fairlead_records_add_file (load->records, path);
	fairlead_records_add_issue (load->records, FAIRLEAD_ISSUE_UNKNOWN_FORMAT, source, "%s",
	                            words);
	if (group->first_refusal == NULL)
		group->first_refusal = g_strdup_printf ("%s: %s", path, words);
	return TRUE;
}

/* ---- reading ---- */

static void
note_file (FairleadLoad *load, FairleadReading *reading, const FairleadFormat *format)
{
	FairleadText format_name = fairlead_records_intern (load->records, format->name);
	guint n_files;
	FairleadFileRow *row = &fairlead_records_get_files (load->records, &n_files)[reading->file];

	row->format = format_name;
	row->n_records = reading->n_records;
	row->n_bytes = fairlead_input_get_position (reading->input);
}

static gboolean
read_with (FairleadLoad *load, const FairleadFormat *format, FairleadInput *input,
           const FairleadSample *sample, const char *path, GError **error)
{
	FairleadReading reading = {
		.input = input,
		.sample = sample,
		.records = load->records,
		.file = fairlead_records_add_file (load->records, path),
		.path = path,
		.state = session_state (load, format),
	};
	gboolean read;

	fairlead_reading_note_declaration (&reading);
	load->reading = &reading;
	read = format->read (format, &reading, error);
	load->reading = NULL;
	if (!read)
		return FALSE;
	load->progress.n_records += reading.n_records;
	note_file (load, &reading, format);
	if (fairlead_records_is_full (load->records))
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_LIMIT,
		                              "the inputs hold more than 4 GiB of text");
	return TRUE;
}

gboolean
fairlead_load_stream (FairleadLoad *load, FairleadInput *input, FairleadLoadGroup *group,
                      GError **error)
{
	g_auto (FairleadSample) sample = { 0 };
	const char *path = fairlead_input_get_path (input);
	const FairleadFormat *format;
	gsize size;
	const char *head = fairlead_input_peek (input, &size, error);

	if (head == NULL)
		return FALSE;
	fairlead_sample_init (&sample, head, size);
	format = pick_format (load, &sample);
	if (group != NULL) {
		group->n_files++;
		group->n_known += format != NULL;
	}
	if (format == NULL)
		return refuse (load, &sample, path, group, error);
	return read_with (load, format, input, &sample, path, error);
}

/* ---- the load ---- */

void
fairlead_load_init (FairleadLoad *self, FairleadRecords *records)
{
	*self = (FairleadLoad){
		.records = records,
		.formats = g_ptr_array_new (),
		.sessions = g_array_new (FALSE, FALSE, sizeof (Session)),
	};
}

gboolean
fairlead_load_finish (FairleadLoad *self, GError **error)
{
	for (guint i = 0; i < self->sessions->len; i++) {
		Session *session = &g_array_index (self->sessions, Session, i);
		const FairleadFormat *format = session->format;

		if (format->finish != NULL
		    && !format->finish (format, session->state, self->records, error))
			return FALSE;
	}
	return TRUE;
}

void
fairlead_load_clear (FairleadLoad *self)
{
	for (guint i = 0; i < self->sessions->len; i++) {
		Session *session = &g_array_index (self->sessions, Session, i);

		if (session->format->end != NULL)
			session->format->end (session->state);
	}
	g_array_unref (self->sessions);
	g_ptr_array_unref (self->formats);
}
