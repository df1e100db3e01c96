/* ingest/loader.c */
#include "ingest/loader.h"

#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "ingest/format/format.h"
#include "ingest/mapping/mapping.h"
#include "ingest/syntax/archive.h"

struct _FairleadLoader {
	GObject parent;
	GPtrArray *mappings; /* of FairleadMapping, owned: the user's, then the shipped */
	guint n_user_mappings;
	gboolean hashing;
	FairleadProgress progress;
	gpointer progress_data;
	GDestroyNotify progress_destroy;
};

G_DEFINE_FINAL_TYPE (FairleadLoader, fairlead_loader, G_TYPE_OBJECT)

/* A format that at least one file of the load has, with the state its files share */
typedef struct {
	const FairleadFormat *format;
	gpointer state;
} Session;

/* One load in progress */
typedef struct {
	FairleadLoader *loader;
	FairleadRecords *records;
	GCancellable *cancellable;
	GPtrArray *formats; /* of const FairleadFormat, in the order of asking */
	GArray *sessions;   /* of Session */
} Load;

/* The files of a folder or archive, of which not all have to be known */
typedef struct {
	guint n_files;
	guint n_known;
	char *first_refusal; /* why the first of the unknown is not known */
} Group;

static void
group_clear (Group *group)
{
	g_free (group->first_refusal);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Group, group_clear)

FairleadLoader *
fairlead_loader_new (void)
{
	return g_object_new (FAIRLEAD_TYPE_LOADER, NULL);
}

gboolean
fairlead_loader_add_mapping (FairleadLoader *self, const char *path, GError **error)
{
	FairleadMapping *mapping = fairlead_mapping_load (path, error);

	if (mapping == NULL)
		return FALSE;
	g_ptr_array_insert (self->mappings, (gint) self->n_user_mappings++, mapping);
	return TRUE;
}

void
fairlead_loader_set_hashing (FairleadLoader *self, gboolean hashing)
{
	self->hashing = hashing;
}

void
fairlead_loader_set_progress (FairleadLoader *self, FairleadProgress callback, gpointer user_data,
                              GDestroyNotify destroy)
{
	if (self->progress_destroy != NULL)
		self->progress_destroy (self->progress_data);
	self->progress = callback;
	self->progress_data = user_data;
	self->progress_destroy = destroy;
}

/* ---- picking a format ---- */

/* User mappings are asked first and win when they fit at all; then the surest format does */
static const FairleadFormat *
pick_format (Load *load, const FairleadSample *sample)
{
	const FairleadFormat *best = NULL;
	guint best_score = 0;

	for (guint i = 0; i < load->formats->len; i++) {
		const FairleadFormat *format = g_ptr_array_index (load->formats, i);
		guint score = format->sniff (format, sample);

		if (score > 0 && i < load->loader->n_user_mappings)
			return format;
		if (score > best_score) {
			best = format;
			best_score = score;
		}
	}
	return best;
}

static gpointer
session_state (Load *load, const FairleadFormat *format)
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
refuse (Load *load, const FairleadSample *sample, const char *path, Group *group, GError **error)
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

typedef struct {
	FairleadLoader *loader;
	const char *path;
} ProgressRelay;

static void
on_bytes_read (guint64 position, guint64 size, gpointer user_data)
{
	ProgressRelay *relay = user_data;

	relay->loader->progress (relay->path, position, size, relay->loader->progress_data);
}

static void
note_file (Load *load, FairleadReading *reading, const FairleadFormat *format)
{
	FairleadText format_name = fairlead_records_intern (load->records, format->name);
	guint n_files;
	FairleadFileRow *row = &fairlead_records_get_files (load->records, &n_files)[reading->file];

	row->format = format_name;
	row->n_records = reading->n_records;
	row->n_bytes = fairlead_input_get_position (reading->input);
}

/* Of the rows from @first on: one, or those of an archive's members */
static void
note_hash (Load *load, guint first, FairleadInput *file)
{
	g_autofree char *sha256 = fairlead_input_dup_sha256 (file);
	FairleadText hash = fairlead_records_intern (load->records, sha256);
	guint n_files;
	FairleadFileRow *rows = fairlead_records_get_files (load->records, &n_files);

	for (guint i = first; i < n_files; i++)
		rows[i].sha256 = hash;
}

static gboolean
read_with (Load *load, const FairleadFormat *format, FairleadInput *input,
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

	fairlead_reading_note_declaration (&reading);
	if (!format->read (format, &reading, error))
		return FALSE;
	note_file (load, &reading, format);
	if (fairlead_records_is_full (load->records))
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_LIMIT,
		                              "the inputs hold more than 4 GiB of text");
	return TRUE;
}

static gboolean
load_stream (Load *load, FairleadInput *input, Group *group, GError **error)
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

/* ---- archives ---- */

static void
pass_over (Load *load, const char *path, const char *why)
{
	FairleadSource source = { fairlead_records_add_file (load->records, path), 0 };

	fairlead_records_add_issue (load->records, FAIRLEAD_ISSUE_PASSED_OVER, source, "%s", why);
}

static gboolean
load_member (Load *load, FairleadArchive *archive, Group *group, GError **error)
{
	const char *path = fairlead_archive_get_path (archive);
	const char *refusal = fairlead_archive_get_refusal (archive);
	g_autoptr (FairleadInput) member = NULL;
	const char *head;
	gsize size;

	if (refusal != NULL) {
		pass_over (load, path, refusal);
		return TRUE;
	}
	member = fairlead_archive_open_member (archive);
	fairlead_input_set_cancellable (member, load->cancellable);
	head = fairlead_input_peek (member, &size, error);
	if (head == NULL)
		return FALSE;
	if (fairlead_archive_is_packed (head, size))
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                              "is an archive within an archive (unpack it first)");
	return load_stream (load, member, group, error);
}

static gboolean
check_group (const Group *group, const char *path, GError **error)
{
	if (group->n_known > 0)
		return TRUE;
	if (group->n_files == 0)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                              "holds no file to read");
	return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
	                              "no reader knows any of the %u files in it (the first: %s)",
	                              group->n_files, group->first_refusal);
}

/* One file that was compressed is known or not as if it were not compressed */
static gboolean
load_archive (Load *load, FairleadInput *file, Group *group, GError **error)
{
	g_autoptr (FairleadArchive) archive = fairlead_archive_new (file, error);
	g_auto (Group) members = { 0 };
	g_autoptr (GError) failure = NULL;

	if (archive == NULL)
		return FALSE;
	while (fairlead_archive_next (archive, &failure)) {
		gboolean has_own_group = group == NULL && !fairlead_archive_is_single (archive);

		if (!load_member (load, archive, has_own_group ? &members : group, error))
			return FALSE;
	}
	if (failure != NULL) {
		g_propagate_error (error, g_steal_pointer (&failure));
		return FALSE;
	}
	if (group != NULL || fairlead_archive_is_single (archive))
		return TRUE;
	return check_group (&members, fairlead_input_get_path (file), error);
}

static gboolean
load_file (Load *load, const char *path, Group *group, GError **error)
{
	g_autoptr (FairleadInput) input = fairlead_input_open (path, error);
	ProgressRelay relay = { load->loader, path };
	const char *head;
	gboolean loaded;
	gsize size;
	guint n_before;

	if (input == NULL)
		return FALSE;
	fairlead_input_set_cancellable (input, load->cancellable);
	fairlead_input_set_hashing (input, load->loader->hashing);
	if (load->loader->progress != NULL)
		fairlead_input_set_progress (input, on_bytes_read, &relay);
	head = fairlead_input_peek (input, &size, error);
	if (head == NULL)
		return FALSE;
	fairlead_records_get_files (load->records, &n_before);
	loaded = fairlead_archive_is_packed (head, size) ? load_archive (load, input, group, error)
	                                                 : load_stream (load, input, group, error);
	if (loaded)
		note_hash (load, n_before, input);
	return loaded;
}

/* ---- folders ---- */

static gint
compare_names (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of their bytes, which is that of no file system */
static GPtrArray *
list_folder (const char *path, GError **error)
{
	g_autoptr (GError) failure = NULL;
	g_autoptr (GDir) folder = g_dir_open (path, 0, &failure);
	g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
	const char *name;

	if (folder == NULL) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO, "%s", failure->message);
		return NULL;
	}
	while ((name = g_dir_read_name (folder)) != NULL)
		g_ptr_array_add (names, g_strdup (name));
	g_ptr_array_sort (names, compare_names);
	return g_steal_pointer (&names);
}

/* A link to a file is the file */
static const char *
why_passed_over (const char *path, const char *name)
{
	if (name[0] == '.')
		return "is hidden";
	return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? NULL : "is not a file";
}

static gboolean
load_folder (Load *load, const char *path, GError **error)
{
	g_autoptr (GPtrArray) names = list_folder (path, error);
	g_auto (Group) group = { 0 };

	for (guint i = 0; names != NULL && i < names->len; i++) {
		g_autofree char *inner = g_build_filename (path, names->pdata[i], NULL);
		const char *why = why_passed_over (inner, names->pdata[i]);

		if (why != NULL)
			pass_over (load, inner, why);
		else if (!load_file (load, inner, &group, error))
			return FALSE;
	}
	return names != NULL && check_group (&group, path, error);
}

static gboolean
load_path (Load *load, const char *path, GError **error)
{
	return g_file_test (path, G_FILE_TEST_IS_DIR) ? load_folder (load, path, error)
	                                              : load_file (load, path, NULL, error);
}

/* A fact that several files state is kept from the first of them, so that which is first must not
 * hang on the order in which they were named */
static GPtrArray *
paths_in_order (const char *const *paths)
{
	GPtrArray *sorted = g_ptr_array_new ();

	for (guint i = 0; paths[i] != NULL; i++)
		g_ptr_array_add (sorted, (gpointer) paths[i]);
	g_ptr_array_sort (sorted, compare_names);
	return sorted;
}

static gboolean
finish_sessions (Load *load, GError **error)
{
	for (guint i = 0; i < load->sessions->len; i++) {
		Session *session = &g_array_index (load->sessions, Session, i);
		const FairleadFormat *format = session->format;

		if (format->finish != NULL
		    && !format->finish (format, session->state, load->records, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
load_all (Load *load, const char *const *paths, GError **error)
{
	g_autoptr (GPtrArray) sorted = paths_in_order (paths);

	for (guint i = 0; i < sorted->len; i++)
		if (!load_path (load, sorted->pdata[i], error))
			return FALSE;
	return finish_sessions (load, error);
}

static GPtrArray *
formats_to_ask (FairleadLoader *self)
{
	GPtrArray *formats = g_ptr_array_new ();
	const FairleadFormat *const *built_in = fairlead_formats ();

	for (guint i = 0; i < self->n_user_mappings; i++)
		g_ptr_array_add (formats,
		                 (gpointer) fairlead_mapping_get_format (self->mappings->pdata[i]));
	for (guint i = 0; built_in[i] != NULL; i++)
		g_ptr_array_add (formats, (gpointer) built_in[i]);
	for (guint i = self->n_user_mappings; i < self->mappings->len; i++)
		g_ptr_array_add (formats,
		                 (gpointer) fairlead_mapping_get_format (self->mappings->pdata[i]));
	return formats;
}

static void
end_sessions (GArray *sessions)
{
	for (guint i = 0; i < sessions->len; i++) {
		Session *session = &g_array_index (sessions, Session, i);

		if (session->format->end != NULL)
			session->format->end (session->state);
	}
}

/* The shipped mappings are parsed by the first load that needs them */
static gboolean
ensure_shipped (FairleadLoader *self, GError **error)
{
	g_autoptr (GPtrArray) shipped = NULL;

	if (self->mappings->len > self->n_user_mappings)
		return TRUE;
	shipped = fairlead_mapping_load_shipped (error);
	if (shipped == NULL)
		return FALSE;
	g_ptr_array_extend_and_steal (self->mappings, g_steal_pointer (&shipped));
	return TRUE;
}

/* What only loading needed was in the memory of several threads, which the next user, being one of
 * them, would not find */
static void
give_back_memory (void)
{
#ifdef __GLIBC__
	malloc_trim (0);
#endif
}

FairleadRecords *
fairlead_loader_load (FairleadLoader *self, const char *const *paths, GCancellable *cancellable,
                      GError **error)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	g_autoptr (GPtrArray) formats = NULL;
	g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (Session));
	Load load = { self, records, cancellable, NULL, sessions };
	gboolean loaded;

	g_return_val_if_fail (FAIRLEAD_IS_LOADER (self), NULL);
	if (!ensure_shipped (self, error))
		return NULL;
	load.formats = formats = formats_to_ask (self);
	loaded = load_all (&load, paths, error);
	end_sessions (sessions);
	give_back_memory ();
	return loaded ? g_steal_pointer (&records) : NULL;
}

/* ---- object ---- */

static void
fairlead_loader_init (FairleadLoader *self)
{
	self->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_mapping_free);
}

static void
fairlead_loader_finalize (GObject *object)
{
	FairleadLoader *self = FAIRLEAD_LOADER (object);

	fairlead_loader_set_progress (self, NULL, NULL, NULL);
	g_ptr_array_unref (self->mappings);
	G_OBJECT_CLASS (fairlead_loader_parent_class)->finalize (object);
}

static void
fairlead_loader_class_init (FairleadLoaderClass *class)
{
	G_OBJECT_CLASS (class)->finalize = fairlead_loader_finalize;
}
