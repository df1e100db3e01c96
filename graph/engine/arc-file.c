/* graph/engine/arc-file.c */
#include "graph/engine/arc-file.h"

#include <string.h>

#include "ingest/record/error.h"

struct _FairleadArcFile {
	char *path;
	char *ids_path;
	GMappedFile *file;
	GMappedFile *ids;
	guint64 n;
	const guint64 *n_arcs;
	const guint8 *flags;
	const FairleadArc *layers[FAIRLEAD_N_LAYERS];
	guint64 sum;
};

gboolean
fairlead_arc_file_is_one (const char *path)
{
	g_autoptr (GMappedFile) file = NULL;

	/* a pipe would be waited for */
	if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
		return FALSE;
	file = g_mapped_file_new (path, FALSE, NULL);
	return file != NULL && g_mapped_file_get_length (file) >= FAIRLEAD_BINARY_HEAD
	       && memcmp (g_mapped_file_get_contents (file), FAIRLEAD_ARCS_MAGIC,
	                  strlen (FAIRLEAD_ARCS_MAGIC))
	                  == 0;
}

/* ---- ids ---- */

/* The next line; FALSE at the end */
static gboolean
next_line (const char **at, const char *end, const char **line, gsize *length)
{
	const char *stop;

	if (*at >= end)
		return FALSE;
	stop = memchr (*at, '\n', (gsize) (end - *at));
	*line = *at;
	*length = (gsize) ((stop != NULL ? stop : end) - *at);
	*at = stop != NULL ? stop + 1 : end;
	return TRUE;
}

static gboolean
are_ids_of_all (const FairleadArcFile *self, GError **error)
{
	const char *at = g_mapped_file_get_contents (self->ids), *line;
	const char *end = at + g_mapped_file_get_length (self->ids);
	guint64 n = 0;
	gsize length;

	while (next_line (&at, end, &line, &length))
		n++;
	return n == self->n
	       || fairlead_set_error_at (error, self->ids_path, 0, FAIRLEAD_ERROR_SYNTAX,
	                                 "has %" G_GUINT64_FORMAT
	                                 " lines, and not one for each of %" G_GUINT64_FORMAT
	                                 " vertices",
	                                 n, self->n);
}

static gboolean
open_ids (FairleadArcFile *self, GError **error)
{
	g_autoptr (GError) problem = NULL;

	self->ids_path = g_strconcat (self->path, ".ids", NULL);
	self->ids = g_mapped_file_new (self->ids_path, FALSE, &problem);
	if (self->ids == NULL)
		return fairlead_set_error_at (error, self->ids_path, 0, FAIRLEAD_ERROR_IO, "%s",
		                              problem->message);
	return are_ids_of_all (self, error);
}

/* ---- the file ---- */

static void
find_layers (FairleadArcFile *self, const guint64 *body)
{
	const guint64 *words = body + FAIRLEAD_N_LAYERS;

	self->n_arcs = body;
	self->flags = (const guint8 *) words;
	words += fairlead_arcs_count_flag_words (self->n);
	for (guint i = 0; i < FAIRLEAD_N_LAYERS; i++) {
		self->layers[i] = (const FairleadArc *) (gconstpointer) words;
		words += FAIRLEAD_ARC_WORDS * body[i];
	}
	self->sum = *words;
}

FairleadArcFile *
fairlead_arc_file_open (const char *path, gboolean checks, GError **error)
{
	g_autoptr (FairleadArcFile) self = g_new0 (FairleadArcFile, 1);
	FairleadBinaryHead head;
	const guint64 *body;

	self->path = g_strdup (path);
	self->file = checks ? fairlead_binary_map (path, FAIRLEAD_ARCS_MAGIC, &head, &body, error)
	                    : fairlead_binary_map_unchecked (path, FAIRLEAD_ARCS_MAGIC, &head,
	                                                     &body, error);
	if (self->file == NULL)
		return NULL;
	if (!fairlead_arcs_are_whole (&head, body)) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_SYNTAX,
		                       "its layers are not as long as it says");
		return NULL;
	}
	self->n = head.n;
	find_layers (self, body);
	return open_ids (self, error) ? g_steal_pointer (&self) : NULL;
}

void
fairlead_arc_file_free (FairleadArcFile *self)
{
	g_clear_pointer (&self->file, g_mapped_file_unref);
	g_clear_pointer (&self->ids, g_mapped_file_unref);
	g_free (self->path);
	g_free (self->ids_path);
	g_free (self);
}

static guint8
get_flags (guint64 vertex, gpointer user_data)
{
	const FairleadArcFile *self = user_data;

	return self->flags[vertex];
}

static FairleadArc
get_arc (FairleadLayer layer, guint64 i, gpointer user_data)
{
	const FairleadArcFile *self = user_data;

	return self->layers[layer][i];
}

FairleadArcSource
fairlead_arc_file_get_source (const FairleadArcFile *self)
{
	FairleadArcSource source = { .n_vertices = self->n,
		                     .get_flags = get_flags,
		                     .get_arc = get_arc,
		                     .user_data = (gpointer) self };

	memcpy (source.n_arcs, self->n_arcs, sizeof source.n_arcs);
	return source;
}

guint64
fairlead_arc_file_get_sum (const FairleadArcFile *self)
{
	return self->sum;
}

/* ---- which vertices ---- */

static void
want (GHashTable *wanted, const char *expression)
{
	const char *id =
		g_str_has_prefix (expression, "id:") ? expression + strlen ("id:") : expression;

	g_hash_table_add (wanted, g_strdup (id));
}

static gboolean
want_file (GHashTable *wanted, const char *path, GError **error)
{
	g_autoptr (GError) problem = NULL;
	g_autofree char *text = NULL;
	g_auto (GStrv) lines = NULL;

	if (!g_file_get_contents (path, &text, NULL, &problem))
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO, "%s",
		                              problem->message);
	lines = g_strsplit (text, "\n", -1);
	for (char **line = lines; *line != NULL; line++)
		if (*g_strstrip (*line) != '\0' && **line != '#')
			want (wanted, *line);
	return TRUE;
}

/* Each once, and gone from what is wanted; so many ids are few, and the file has millions */
static GArray *
take_wanted (const FairleadArcFile *self, GHashTable *wanted)
{
	GArray *vertices = g_array_new (FALSE, FALSE, sizeof (guint32));
	g_autoptr (GString) id = g_string_new (NULL);
	const char *at = g_mapped_file_get_contents (self->ids), *line;
	const char *end = at + g_mapped_file_get_length (self->ids);
	gsize length;

	for (guint32 vertex = 0;
	     g_hash_table_size (wanted) > 0 && next_line (&at, end, &line, &length); vertex++) {
		g_string_truncate (id, 0);
		g_string_append_len (id, line, (gssize) length);
		if (g_hash_table_remove (wanted, id->str))
			g_array_append_val (vertices, vertex);
	}
	return vertices;
}

GArray *
fairlead_arc_file_select (const FairleadArcFile *self, const char *const *expressions,
                          GError **error)
{
	g_autoptr (GHashTable) wanted =
		g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr (GArray) vertices = NULL;
	GHashTableIter missing;
	gpointer id;

	if (self->n >= G_MAXUINT32) {
		fairlead_set_error_at (error, self->path, 0, FAIRLEAD_ERROR_LIMIT,
		                       "%" G_GUINT64_FORMAT " vertices are too many to be ranked",
		                       self->n);
		return NULL;
	}
	for (guint i = 0; expressions[i] != NULL; i++) {
		if (expressions[i][0] != '@')
			want (wanted, expressions[i]);
		else if (!want_file (wanted, expressions[i] + 1, error))
			return NULL;
	}
	vertices = take_wanted (self, wanted);
	g_hash_table_iter_init (&missing, wanted);
	if (!g_hash_table_iter_next (&missing, &id, NULL))
		return g_steal_pointer (&vertices);
	fairlead_set_error_at (error, self->ids_path, 0, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
	                       "\"%s\" is no line of it: numbers know nobody but by id:ID",
	                       (const char *) id);
	return NULL;
}

GPtrArray *
fairlead_arc_file_dup_ids (const FairleadArcFile *self, const GArray *vertices)
{
	GPtrArray *ids = g_ptr_array_new_full (vertices->len, g_free);
	g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
	const char *at = g_mapped_file_get_contents (self->ids), *line;
	const char *end = at + g_mapped_file_get_length (self->ids);
	gsize length;

	for (guint i = 0; i < vertices->len; i++)
		g_hash_table_insert (
			wanted, GUINT_TO_POINTER (g_array_index (vertices, guint32, i) + 1), NULL);
	for (guint32 vertex = 0; next_line (&at, end, &line, &length); vertex++)
		if (g_hash_table_contains (wanted, GUINT_TO_POINTER (vertex + 1)))
			g_hash_table_insert (wanted, GUINT_TO_POINTER (vertex + 1),
			                     (gpointer) line);
	for (guint i = 0; i < vertices->len; i++) {
		line = g_hash_table_lookup (
			wanted, GUINT_TO_POINTER (g_array_index (vertices, guint32, i) + 1));
		at = line;
		next_line (&at, end, &line, &length);
		g_ptr_array_add (ids, g_utf8_make_valid (line, (gssize) length));
	}
	return ids;
}
