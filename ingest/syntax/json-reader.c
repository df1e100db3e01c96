/* ingest/syntax/json-reader.c: cuts the stream into objects, which are then parsed in place */
#include "ingest/syntax/json-reader.h"

#include <string.h>

#include "ingest/record/error.h"
#include "ingest/syntax/json-value.h"

#define BLOCK_SIZE (256u << 10)

struct _FairleadJsonReader {
	FairleadInput *input;
	FairleadJsonParser parser;
	char *buffer;
	gsize size;
	gsize at;  /* first byte that was not taken */
	gsize end; /* of what was read */
	guint64 line;
	gboolean in_array; /* the objects stand in one array */
	gboolean closed;   /* which has ended */
	gboolean started;  /* something but blanks was seen */
};

FairleadJsonReader *
fairlead_json_reader_new (FairleadInput *input)
{
	FairleadJsonReader *self = g_new0 (FairleadJsonReader, 1);

	self->input = input;
	self->parser.values = g_array_new (FALSE, FALSE, sizeof (FairleadJsonValue));
	self->size = BLOCK_SIZE;
	self->buffer = g_malloc (self->size);
	self->line = 1;
	return self;
}

void
fairlead_json_reader_free (FairleadJsonReader *self)
{
	if (self == NULL)
		return;
	g_array_unref (self->parser.values);
	g_free (self->buffer);
	g_free (self);
}

static gboolean
fail_at (FairleadJsonReader *self, guint64 line, FairleadError code, const char *words,
         GError **error)
{
	return fairlead_set_error_at (error, fairlead_input_get_path (self->input), line, code,
	                              "%s", words);
}

static guint64
count_lines (const char *from, const char *end)
{
	guint64 n_lines = 0;

	while ((from = memchr (from, '\n', (gsize) (end - from))) != NULL) {
		n_lines++;
		from++;
	}
	return n_lines;
}

/* Reads on behind @end, keeping what was not taken; 0 at the end of the file, -1 on error */
static gssize
read_more (FairleadJsonReader *self, GError **error)
{
	gssize n;

	memmove (self->buffer, self->buffer + self->at, self->end - self->at);
	self->end -= self->at;
	self->at = 0;
	if (self->size - self->end < BLOCK_SIZE / 2) {
		self->size *= 2;
		self->buffer = g_realloc (self->buffer, self->size);
	}
	n = fairlead_input_read (self->input, self->buffer + self->end, self->size - self->end,
	                         error);
	if (n > 0)
		self->end += (gsize) n;
	return n;
}

/* What may stand between objects; FALSE for anything else */
static gboolean
pass_over (FairleadJsonReader *self, char byte)
{
	if (byte == '\n')
		self->line++;
	if (g_ascii_isspace (byte))
		return TRUE;
	if (self->closed)
		return FALSE;
	if (byte == '[' && !self->started) {
		self->in_array = self->started = TRUE;
		return TRUE;
	}
	if (byte == ']' && self->in_array)
		return self->closed = TRUE;
	return byte == ',' && self->in_array;
}

/* Goes to the brace that opens the next object. FALSE at the end, or with an error. */
static gboolean
find_object (FairleadJsonReader *self, GError **error)
{
	gssize n = 1;

	for (;;) {
		while (self->at < self->end && pass_over (self, self->buffer[self->at]))
			self->at++;
		if (self->at < self->end)
			break;
		n = read_more (self, error);
		if (n < 0)
			return FALSE;
		if (n == 0 && self->in_array && !self->closed)
			return fail_at (self, self->line, FAIRLEAD_ERROR_SYNTAX,
			                "the file ends inside its array", error);
		if (n == 0)
			return FALSE;
	}
	if (self->buffer[self->at] != '{' || self->closed)
		return fail_at (self, self->line, FAIRLEAD_ERROR_SYNTAX,
		                "no JSON object (expected objects, or one array of them)", error);
	self->started = TRUE;
	return TRUE;
}

/* How far an object has been looked through for its end */
typedef struct {
	gsize seen; /* bytes of it */
	guint depth;
	gboolean in_string;
} Search;

/* Goes on within a string; a backslash that ends what was read is looked at again with what
 * follows it */
static const char *
leave_string (Search *self, const char *at, const char *end)
{
	for (; at < end; at++) {
		if (*at == '\\') {
			if (end - at < 2)
				return at;
			at++;
		} else if (*at == '"') {
			self->in_string = FALSE;
			return at + 1;
		}
	}
	return at;
}

/* Whether the object ends in what was read. Which bracket closes which, the parser sees. */
static gboolean
search_end (Search *self, const char *object, gsize size)
{
	const char *at = object + self->seen;
	const char *end = object + size;
	gboolean found = FALSE;

	while (at < end && !found && self->depth <= FAIRLEAD_JSON_MAX_DEPTH) {
		if (self->in_string) {
			const char *stop = leave_string (self, at, end);

			if (stop == at)
				break;
			at = stop;
			continue;
		}
		self->in_string = *at == '"';
		self->depth += *at == '{' || *at == '[';
		if (*at == '}' || *at == ']')
			found = --self->depth == 0;
		at++;
	}
	self->seen = (gsize) (at - object);
	return found;
}

static gboolean
check_bounds (FairleadJsonReader *self, const Search *search, GError **error)
{
	const char *object = self->buffer + self->at;

	if (search->depth > FAIRLEAD_JSON_MAX_DEPTH)
		return fail_at (self, self->line + count_lines (object, object + search->seen),
		                FAIRLEAD_ERROR_LIMIT, "JSON is nested more than 64 deep", error);
	if (search->seen > FAIRLEAD_JSON_MAX_OBJECT)
		return fail_at (self, self->line, FAIRLEAD_ERROR_LIMIT,
		                "the object that starts on this line is longer than 16 MiB", error);
	return TRUE;
}

/* Reads until the object that starts at the first byte not taken is whole; its size, or 0 */
static gsize
complete_object (FairleadJsonReader *self, GError **error)
{
	Search search = { 0, 0, FALSE };

	for (;;) {
		gboolean whole =
			search_end (&search, self->buffer + self->at, self->end - self->at);
		gssize n;

		if (!check_bounds (self, &search, error))
			return 0;
		if (whole)
			return search.seen;
		n = read_more (self, error);
		if (n == 0)
			fail_at (self, self->line, FAIRLEAD_ERROR_SYNTAX,
			         "the object that starts on this line is not closed", error);
		if (n <= 0)
			return 0;
	}
}

static gboolean
check_encoding (FairleadJsonReader *self, const char *object, gsize size, GError **error)
{
	const char *bad;

	if (g_utf8_validate (object, (gssize) size, &bad))
		return TRUE;
	return fail_at (self, self->line + count_lines (object, bad), FAIRLEAD_ERROR_SYNTAX,
	                *bad == '\0' ? "a NUL byte" : "bytes that are not UTF-8", error);
}

static gboolean
parse_object (FairleadJsonReader *self, char *object, gsize size, GError **error)
{
	FairleadJsonParser *parser = &self->parser;
	gboolean parsed = fairlead_json_parse (parser, object, size);

	if (!parsed)
		return fairlead_set_error_at (
			error, fairlead_input_get_path (self->input), self->line + parser->line,
			parser->values->len >= FAIRLEAD_JSON_MAX_VALUES ? FAIRLEAD_ERROR_LIMIT
									: FAIRLEAD_ERROR_SYNTAX,
			"%s (expected JSON)", parser->wrong);
	for (guint i = 0; i < parser->values->len; i++)
		g_array_index (parser->values, FairleadJsonValue, i).line += (guint32) self->line;
	self->line += parser->line;
	return TRUE;
}

const FairleadJsonValue *
fairlead_json_reader_next (FairleadJsonReader *self, GError **error)
{
	char *object;
	gsize size;

	if (!find_object (self, error))
		return NULL;
	size = complete_object (self, error);
	if (size == 0)
		return NULL;
	object = self->buffer + self->at;
	self->at += size;
	if (!check_encoding (self, object, size, error)
	    || !parse_object (self, object, size, error))
		return NULL;
	return &g_array_index (self->parser.values, FairleadJsonValue, 0);
}

guint64
fairlead_json_value_line (const FairleadJsonValue *self)
{
	return self == NULL ? 0 : self->line;
}

/* ---- the head of a file ---- */

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
	Search search = { 0, 1, FALSE };

	while (at < end && search.depth > 0) {
		if (*at == '"') {
			const char *name = at + 1;
			gsize length;

			search.in_string = TRUE;
			at = leave_string (&search, name, end);
			if (search.in_string)
				return;
			length = (gsize) (at - 1 - name);
			at = skip_space (at, end);
			if (search.depth == 1 && at < end && *at == ':'
			    && g_utf8_validate_len (name, length, NULL))
				g_ptr_array_add (names, g_strndup (name, length));
			continue;
		}
		search.depth += *at == '{' || *at == '[';
		search.depth -= *at == '}' || *at == ']';
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
