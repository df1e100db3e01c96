/* ingest/syntax/json-reader.c: finds the objects of a stream, which jansson then reads */
#include "ingest/syntax/json-reader.h"

#include <string.h>

#include "ingest/grammar/versions.h"
#include "ingest/record/error.h"
#include "ingest/syntax/json-value.h"

#define BLOCK_SIZE (256u << 10)

G_STATIC_ASSERT (FAIRLEAD_JSON_MAX_DEPTH == JSON_PARSER_MAX_DEPTH);

/* What may come next outside objects */
typedef enum {
	AT_START,
	AMONG_OBJECTS, /* one after another */
	IN_EMPTY_ARRAY,
	BEHIND_ITEM,
	BEHIND_COMMA,
	BEHIND_ARRAY,
} Place;

struct _FairleadJsonReader {
	FairleadInput *input;
	FairleadJsonTree tree;
	Place place;
	guint64 line;
	gsize at;  /* first byte that was not taken */
	gsize end; /* of what was read */
	char buffer[BLOCK_SIZE];
};

FairleadJsonReader *
fairlead_json_reader_new (FairleadInput *input)
{
	FairleadJsonReader *self = g_new0 (FairleadJsonReader, 1);

	self->input = input;
	self->line = 1;
	fairlead_json_tree_init (&self->tree);
	return self;
}

void
fairlead_json_reader_free (FairleadJsonReader *self)
{
	if (self == NULL)
		return;
	fairlead_json_tree_clear (&self->tree);
	g_free (self);
}

static gboolean
fail_at (FairleadJsonReader *self, guint64 line, FairleadError code, const char *words,
         GError **error)
{
	return fairlead_set_error_at (error, fairlead_input_get_path (self->input), line, code,
	                              "%s", words);
}

/* Whether there is a byte to take; FALSE at the end of the file, or with an error */
static gboolean
has_bytes (FairleadJsonReader *self, GError **error)
{
	gssize n;

	if (self->at < self->end)
		return TRUE;
	n = fairlead_input_read (self->input, self->buffer, BLOCK_SIZE, error);
	self->at = 0;
	self->end = (gsize) MAX (n, 0);
	return n > 0;
}

/* ---- between objects ---- */

static gboolean
pass_over (FairleadJsonReader *self, char byte)
{
	static const struct {
		char byte;
		Place from;
		Place to;
	} steps[] = {
		{ '[', AT_START, IN_EMPTY_ARRAY },
		{ ',', BEHIND_ITEM, BEHIND_COMMA },
		{ ']', IN_EMPTY_ARRAY, BEHIND_ARRAY },
		{ ']', BEHIND_ITEM, BEHIND_ARRAY },
	};

	self->line += byte == '\n';
	if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r')
		return TRUE;
	for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
		if (steps[i].byte == byte && steps[i].from == self->place) {
			self->place = steps[i].to;
			return TRUE;
		}
	return FALSE;
}

static gboolean
is_in_array (const FairleadJsonReader *self)
{
	return self->place == IN_EMPTY_ARRAY || self->place == BEHIND_ITEM
	       || self->place == BEHIND_COMMA;
}

static gboolean
opens_object (const FairleadJsonReader *self, char byte)
{
	return byte == '{' && self->place != BEHIND_ITEM && self->place != BEHIND_ARRAY;
}

/* Goes to the brace that opens the next object. FALSE at the end, or with an error. */
static gboolean
find_object (FairleadJsonReader *self, GError **error)
{
	g_autoptr (GError) failure = NULL;

	while (has_bytes (self, &failure)) {
		if (pass_over (self, self->buffer[self->at])) {
			self->at++;
			continue;
		}
		if (opens_object (self, self->buffer[self->at]))
			return TRUE;
		return fail_at (self, self->line, FAIRLEAD_ERROR_SYNTAX,
		                self->place == BEHIND_ITEM
		                        ? "an object without a comma or bracket behind it"
		                        : "no JSON object (expected objects, or one array of them)",
		                error);
	}
	if (failure == NULL && is_in_array (self))
		return fail_at (self, self->line, FAIRLEAD_ERROR_SYNTAX,
		                "the file ends inside its array", error);
	if (failure != NULL)
		g_propagate_error (error, g_steal_pointer (&failure));
	return FALSE;
}

/* ---- objects ---- */

/* What the library was given of an object */
typedef struct {
	FairleadJsonReader *reader;
	GError *failure;
	gsize n_bytes;
	guint n_separators; /* at least as many as values */
	guint64 n_lines;
	gboolean at_end; /* the library asked for more than there is, or is allowed */
} Feed;

/* The bytes until @size or a bound; counted one by one, so that a bound does not depend on how the
 * input is cut */
static gsize
count (Feed *self, const char *bytes, gsize size)
{
	gsize n;

	size = MIN (size, FAIRLEAD_JSON_MAX_OBJECT - self->n_bytes);
	for (n = 0; n < size && self->n_separators <= FAIRLEAD_JSON_MAX_VALUES; n++) {
		self->n_separators += bytes[n] == ',' || bytes[n] == '[' || bytes[n] == '{';
		self->n_lines += bytes[n] == '\n';
	}
	self->n_bytes += n;
	return n;
}

/* Gives the library bytes; 0 ends them */
static size_t
feed (void *buffer, size_t size, void *data)
{
	Feed *self = data;
	FairleadJsonReader *reader = self->reader;
	const char *bytes;
	gsize n = 0;

	if (has_bytes (reader, &self->failure)) {
		bytes = reader->buffer + reader->at;
		n = count (self, bytes, MIN (size, reader->end - reader->at));
		memcpy (buffer, bytes, n);
		reader->at += n;
	}
	self->at_end = n == 0;
	return n;
}

static guint64
count_lines (const char *bytes, gsize size)
{
	guint64 n_lines = 0;

	for (gsize i = 0; i < size; i++)
		n_lines += bytes[i] == '\n';
	return n_lines;
}

/* Takes back what the library was given behind the object, which ends after @size bytes. That was
 * all in the last piece, and so still stands in the buffer. */
static void
take_back (Feed *self, gsize size)
{
	FairleadJsonReader *reader = self->reader;
	gsize n_behind = self->n_bytes - size;

	reader->at -= n_behind;
	reader->line += self->n_lines - count_lines (reader->buffer + reader->at, n_behind);
}

static gboolean
fail_by_library (FairleadJsonReader *self, const json_error_t *wrong, GError **error)
{
	gboolean is_deep = json_error_code (wrong) == json_error_stack_overflow;

	return fairlead_set_error_at (error, fairlead_input_get_path (self->input),
	                              self->line + (guint64) MAX (wrong->line, 1) - 1,
	                              is_deep ? FAIRLEAD_ERROR_LIMIT : FAIRLEAD_ERROR_SYNTAX,
	                              "%s (expected JSON)", wrong->text);
}

static gboolean
fail_to_read (Feed *self, const json_error_t *wrong, GError **error)
{
	FairleadJsonReader *reader = self->reader;

	if (self->failure != NULL) {
		g_propagate_error (error, self->failure);
		return FALSE;
	}
	if (!self->at_end)
		return fail_by_library (reader, wrong, error);
	if (self->n_separators > FAIRLEAD_JSON_MAX_VALUES)
		return fail_at (reader, reader->line, FAIRLEAD_ERROR_LIMIT,
		                "more than a million commas and brackets in one object", error);
	if (self->n_bytes == FAIRLEAD_JSON_MAX_OBJECT)
		return fail_at (reader, reader->line, FAIRLEAD_ERROR_LIMIT,
		                "the object that starts on this line is longer than 16 MiB", error);
	return fail_at (reader, reader->line, FAIRLEAD_ERROR_SYNTAX,
	                "the object that starts on this line is not closed", error);
}

const FairleadJsonValue *
fairlead_json_reader_next (FairleadJsonReader *self, GError **error)
{
	Feed given = { .reader = self };
	guint64 line;
	json_error_t wrong;
	json_t *root;

	if (!find_object (self, error))
		return NULL;
	root = json_load_callback (feed, &given, JSON_REJECT_DUPLICATES | JSON_DISABLE_EOF_CHECK,
	                           &wrong);
	if (root == NULL) {
		fail_to_read (&given, &wrong, error);
		return NULL;
	}
	line = self->line;
	take_back (&given, (gsize) wrong.position);
	self->place = is_in_array (self) ? BEHIND_ITEM : AMONG_OBJECTS;
	return fairlead_json_tree_take (&self->tree, root, line);
}

/* ---- the head of a file ---- */

/* Goes on behind the quote that ends a string; NULL where the head ends before */
static const char *
leave_string (const char *at, const char *end)
{
	for (; at < end && *at != '"'; at++)
		at += *at == '\\';
	return at < end ? at + 1 : NULL;
}

static const char *
skip_space (const char *at, const char *end)
{
	while (at < end && g_ascii_isspace (*at))
		at++;
	return at;
}

/* Adds the strings that stand as names in the object behind @at, up to its or the head's end */
static void
collect_names (const char *at, const char *end, GPtrArray *names)
{
	guint depth = 1;

	while (at < end && depth > 0) {
		if (*at == '"') {
			const char *name = at + 1;
			gsize length;

			at = leave_string (name, end);
			if (at == NULL)
				return;
			length = (gsize) (at - 1 - name);
			at = skip_space (at, end);
			if (depth == 1 && at < end && *at == ':'
			    && g_utf8_validate_len (name, length, NULL))
				g_ptr_array_add (names, g_strndup (name, length));
			continue;
		}
		depth += *at == '{' || *at == '[';
		depth -= *at == '}' || *at == ']';
		at++;
	}
}

gboolean
fairlead_json_sniff_members (const char *head, gsize size, GStrv *members)
{
	const char *end = head + size;
	const char *at = skip_space (head, end);
	g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

	if (at < end && *at == '[')
		at = skip_space (at + 1, end);
	if (at == end || *at != '{')
		return FALSE;
	collect_names (at + 1, end, names);
	if (names->len == 0)
		return FALSE;
	g_ptr_array_add (names, NULL);
	*members = (GStrv) g_ptr_array_steal (names, NULL);
	return TRUE;
}

char *
fairlead_jansson_dup_version (void)
{
	return g_strdup (jansson_version_str ());
}
