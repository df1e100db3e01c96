/* ingest/syntax/input.c: see input.h */
#include "ingest/syntax/input.h"
#include "ingest/record/error.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/sha2.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define RAW_SIZE FAIRLEAD_INPUT_HEAD
/* Room for a whole head, and for the character that would not fit at its end */
#define TEXT_SIZE (FAIRLEAD_INPUT_HEAD + 16)
#define PROGRESS_STEP (1u << 20)

struct _FairleadInput {
	char *path;
	int fd;                 /* -1 when the bytes are elsewhere */
	GBytes *bytes;          /* in memory, or NULL */
	FairleadInputTake take; /* from a source, or NULL */
	gpointer take_data;
	gsize offset;  /* into bytes */
	gsize longest; /* bytes delivered by one read at most; 0 is as many as asked for */
	guint64 position;
	guint64 size;
	gboolean started; /* the mark was looked for */
	gboolean ended;   /* the file has no more bytes */
	gboolean handing; /* read() has been called */

	char *raw; /* bytes read ahead, in the file's own encoding */
	gsize raw_start;
	gsize raw_end;

	const char *encoding; /* interned; NULL for none told */
	GIConv converter;     /* (GIConv) -1 when the bytes are handed on as they are */
	char *text;           /* converted bytes not yet handed on */
	gsize text_start;
	gsize text_end;
	gboolean flushed; /* the converter has given its last bytes */

	struct sha256_ctx *hash; /* NULL where none is asked for */
	char *sha256;            /* of all bytes, when it was asked for */
	FairleadInputProgress progress;
	gpointer progress_data;
	guint64 next_progress;
	GCancellable *cancellable;
};

/* What the first bytes tell: marks, and the start of an XML declaration without one */
static const struct {
	char bytes[5];
	guint n_bytes;
	guint skip;
	const char *encoding;
} marks[] = {
	{ "\xEF\xBB\xBF", 3, 3, "UTF-8" },        { "\xFF\xFE\x00\x00", 4, 4, "UTF-32LE" },
	{ "\x00\x00\xFE\xFF", 4, 4, "UTF-32BE" }, { "\xFF\xFE", 2, 2, "UTF-16LE" },
	{ "\xFE\xFF", 2, 2, "UTF-16BE" },         { "<\x00?\x00", 4, 0, "UTF-16LE" },
	{ "\x00<\x00?", 4, 0, "UTF-16BE" },
};

static const char *
why_refused (mode_t mode)
{
	if (S_ISDIR (mode))
		return "is a folder, not a file";
	if (S_ISCHR (mode) || S_ISBLK (mode))
		return "is a device, not a file";
	if (S_ISSOCK (mode))
		return "is a socket, not a file";
	return NULL;
}

static FairleadInput *
input_new (const char *path)
{
	FairleadInput *self = g_new0 (FairleadInput, 1);

	self->path = g_strdup (path);
	self->fd = -1;
	self->raw = g_malloc (RAW_SIZE);
	self->converter = (GIConv) -1;
	return self;
}

/* Opened anew where it is a file, so that it is read from its beginning */
static const char *
find_place (const char *path)
{
	return strcmp (path, "-") == 0 ? "/dev/stdin" : path;
}

/* Asked before opening too, because opening a device may already do something */
static gboolean
is_readable_kind (const char *path, int fd, struct stat *status, GError **error)
{
	if ((fd < 0 ? stat (find_place (path), status) : fstat (fd, status)) != 0)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO, "%s",
		                              g_strerror (errno));

	const char *refusal = why_refused (status->st_mode);

	if (refusal != NULL)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO, "%s", refusal);
	return TRUE;
}

FairleadInput *
fairlead_input_open (const char *path, GError **error)
{
	g_autoptr (FairleadInput) self = NULL;
	struct stat status;

	g_return_val_if_fail (path != NULL, NULL);
	if (!is_readable_kind (path, -1, &status, error))
		return NULL;
	self = input_new (path);
	do
		self->fd = open (find_place (path), O_RDONLY | O_CLOEXEC | O_NOCTTY);
	while (self->fd < 0 && errno == EINTR);
	if (self->fd < 0) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO, "%s", g_strerror (errno));
		return NULL;
	}
	if (!is_readable_kind (path, self->fd, &status, error))
		return NULL;
	if (S_ISREG (status.st_mode)) {
		self->size = (guint64) status.st_size;
		(void) posix_fadvise (self->fd, 0, 0, POSIX_FADV_SEQUENTIAL);
	}
	return g_steal_pointer (&self);
}

FairleadInput *
fairlead_input_new_for_bytes (const char *name, const void *data, gsize size)
{
	FairleadInput *self = input_new (name);

	self->bytes = g_bytes_new (data, size);
	self->size = size;
	return self;
}

FairleadInput *
fairlead_input_new_for_source (const char *name, FairleadInputTake take, gpointer user_data)
{
	FairleadInput *self = input_new (name);

	self->take = take;
	self->take_data = user_data;
	return self;
}

void
fairlead_input_free (FairleadInput *self)
{
	if (self == NULL)
		return;
	if (self->fd >= 0)
		close (self->fd);
	if (self->converter != (GIConv) -1)
		g_iconv_close (self->converter);
	g_clear_pointer (&self->bytes, g_bytes_unref);
	g_free (self->hash);
	g_free (self->sha256);
	g_clear_object (&self->cancellable);
	g_free (self->text);
	g_free (self->raw);
	g_free (self->path);
	g_free (self);
}

const char *
fairlead_input_get_path (FairleadInput *self)
{
	return self->path;
}

static gssize
take_from_memory (FairleadInput *self, void *buffer, gsize size)
{
	gsize n_bytes = 0;
	const guint8 *data = g_bytes_get_data (self->bytes, &n_bytes);
	gsize n = MIN (size, n_bytes - self->offset);

	if (n > 0)
		memcpy (buffer, data + self->offset, n);
	self->offset += n;
	return (gssize) n;
}

static gssize
take_from_file (FairleadInput *self, void *buffer, gsize size, GError **error)
{
	gssize n;

	do
		n = read (self->fd, buffer, MIN (size, G_MAXINT32));
	while (n < 0 && errno == EINTR);
	if (n < 0)
		fairlead_set_error_at (error, self->path, 0, FAIRLEAD_ERROR_IO, "%s",
		                       g_strerror (errno));
	return n;
}

static gssize
take_some (FairleadInput *self, void *buffer, gsize size, GError **error)
{
	if (self->take != NULL)
		return self->take (self->take_data, buffer, size, error);
	if (self->bytes != NULL)
		return take_from_memory (self, buffer, size);
	return take_from_file (self, buffer, size, error);
}

static void
tell_progress (FairleadInput *self)
{
	if (self->progress == NULL || (!self->ended && self->position < self->next_progress))
		return;
	self->next_progress = self->position + PROGRESS_STEP;
	self->progress (self->position, self->size, self->progress_data);
}

/* The one place where bytes come in: counted, hashed, and stopped when the caller wants that */
static gssize
take_bytes (FairleadInput *self, void *buffer, gsize size, GError **error)
{
	if (self->ended || size == 0)
		return 0;
	if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
		return -1;
	if (self->longest != 0)
		size = MIN (size, self->longest);

	gssize n = take_some (self, buffer, size, error);

	if (n < 0)
		return -1;
	if (self->hash != NULL)
		sha256_update (self->hash, (size_t) n, (const uint8_t *) buffer);
	self->position += (guint64) n;
	self->ended = n == 0;
	tell_progress (self);
	return n;
}

static void
move_to_front (char *buffer, gsize *start, gsize *end)
{
	if (*start == 0)
		return;
	memmove (buffer, buffer + *start, *end - *start);
	*end -= *start;
	*start = 0;
}

/* One more read into the bytes held back; nothing when they have no room */
static gboolean
read_ahead (FairleadInput *self, GError **error)
{
	move_to_front (self->raw, &self->raw_start, &self->raw_end);

	gssize n = take_bytes (self, self->raw + self->raw_end, RAW_SIZE - self->raw_end, error);

	if (n < 0)
		return FALSE;
	self->raw_end += (gsize) n;
	return TRUE;
}

static gboolean
start_converting (FairleadInput *self, const char *encoding, GError **error)
{
	if (g_ascii_strcasecmp (encoding, "UTF-8") != 0) {
		self->converter = g_iconv_open ("UTF-8", encoding);
		if (self->converter == (GIConv) -1)
			return fairlead_set_error_at (error, self->path, 0, FAIRLEAD_ERROR_SYNTAX,
			                              "the encoding \"%s\" is not known", encoding);
		self->text = g_malloc (TEXT_SIZE);
	}
	self->encoding = g_intern_string (encoding);
	return TRUE;
}

static gboolean
look_for_mark (FairleadInput *self, GError **error)
{
	if (self->started)
		return TRUE;
	while (self->raw_end < 4 && !self->ended)
		if (!read_ahead (self, error))
			return FALSE;
	self->started = TRUE;
	for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
		if (self->raw_end < marks[i].n_bytes
		    || memcmp (self->raw, marks[i].bytes, marks[i].n_bytes) != 0)
			continue;
		self->raw_start = marks[i].skip;
		return start_converting (self, marks[i].encoding, error);
	}
	return TRUE;
}

static gboolean
say_why_not_converted (FairleadInput *self, int reason, GError **error)
{
	guint64 at = self->position - (self->raw_end - self->raw_start);

	if (reason == EINVAL)
		return fairlead_set_error_at (error, self->path, 0, FAIRLEAD_ERROR_SYNTAX,
		                              "ends in the middle of a character of %s",
		                              self->encoding);
	return fairlead_set_error_at (error, self->path, 0, FAIRLEAD_ERROR_SYNTAX,
	                              "byte %" G_GUINT64_FORMAT " (0x%02X) is not valid %s", at + 1,
	                              (guint8) self->raw[self->raw_start], self->encoding);
}

/* One step of reading and converting. A character cut by a read waits for its rest. */
static gboolean
convert_some (FairleadInput *self, GError **error)
{
	move_to_front (self->text, &self->text_start, &self->text_end);
	if (!read_ahead (self, error))
		return FALSE;

	char *in = self->raw + self->raw_start;
	char *out = self->text + self->text_end;
	gsize n_in = self->raw_end - self->raw_start;
	gsize n_out = TEXT_SIZE - self->text_end;
	gsize result = g_iconv (self->converter, &in, &n_in, &out, &n_out);
	int reason = result == (gsize) -1 ? errno : 0;

	if (reason == 0 && self->ended && n_out >= 16) {
		self->flushed = TRUE;
		(void) g_iconv (self->converter, NULL, NULL, &out, &n_out);
	}
	self->raw_start = self->raw_end - n_in;
	self->text_end = TEXT_SIZE - n_out;
	if (reason == 0 || reason == E2BIG || (reason == EINVAL && !self->ended))
		return TRUE;
	return say_why_not_converted (self, reason, error);
}

static const char *
peek_converted (FairleadInput *self, gsize *size, GError **error)
{
	while (self->text_end - self->text_start < FAIRLEAD_INPUT_HEAD && !self->flushed)
		if (!convert_some (self, error))
			return NULL;
	*size = MIN (self->text_end - self->text_start, FAIRLEAD_INPUT_HEAD);
	return self->text + self->text_start;
}

const char *
fairlead_input_peek (FairleadInput *self, gsize *size, GError **error)
{
	if (!look_for_mark (self, error))
		return NULL;
	if (self->converter != (GIConv) -1)
		return peek_converted (self, size, error);
	while (self->raw_end - self->raw_start < FAIRLEAD_INPUT_HEAD && !self->ended)
		if (!read_ahead (self, error))
			return NULL;
	*size = self->raw_end - self->raw_start;
	return self->raw + self->raw_start;
}

static gssize
hand_over (const char *held, gsize *start, gsize end, void *buffer, gsize size)
{
	gsize n = MIN (size, end - *start);

	memcpy (buffer, held + *start, n);
	*start += n;
	return (gssize) n;
}

gssize
fairlead_input_read (FairleadInput *self, void *buffer, gsize size, GError **error)
{
	if (!look_for_mark (self, error))
		return -1;
	self->handing = TRUE;
	if (self->converter == (GIConv) -1) {
		if (self->raw_start < self->raw_end)
			return hand_over (self->raw, &self->raw_start, self->raw_end, buffer, size);
		return take_bytes (self, buffer, size, error);
	}
	while (self->text_start == self->text_end && !self->flushed)
		if (!convert_some (self, error))
			return -1;
	return hand_over (self->text, &self->text_start, self->text_end, buffer, size);
}

const char *
fairlead_input_get_encoding (FairleadInput *self)
{
	return self->encoding;
}

gboolean
fairlead_input_set_encoding (FairleadInput *self, const char *encoding, GError **error)
{
	g_return_val_if_fail (!self->handing, FALSE);
	if (!look_for_mark (self, error))
		return FALSE;
	if (self->encoding != NULL)
		return TRUE;
	return start_converting (self, encoding, error);
}

guint64
fairlead_input_get_position (FairleadInput *self)
{
	return self->position;
}

guint64
fairlead_input_get_size (FairleadInput *self)
{
	return self->size;
}

void
fairlead_input_set_progress (FairleadInput *self, FairleadInputProgress callback,
                             gpointer user_data)
{
	self->progress = callback;
	self->progress_data = user_data;
}

void
fairlead_input_set_cancellable (FairleadInput *self, GCancellable *cancellable)
{
	g_set_object (&self->cancellable, cancellable);
}

void
fairlead_input_set_longest_read (FairleadInput *self, gsize size)
{
	self->longest = size;
}

void
fairlead_input_set_hashing (FairleadInput *self, gboolean hashing)
{
	g_return_if_fail (self->position == 0);
	g_clear_pointer (&self->hash, g_free);
	if (!hashing)
		return;
	self->hash = g_new (struct sha256_ctx, 1);
	sha256_init (self->hash);
}

static char *
dup_hexadecimal (const uint8_t *bytes, gsize n)
{
	GString *text = g_string_sized_new (2 * n);

	for (gsize i = 0; i < n; i++)
		g_string_append_printf (text, "%02x", bytes[i]);
	return g_string_free (text, FALSE);
}

char *
fairlead_input_dup_sha256 (FairleadInput *self)
{
	uint8_t digest[SHA256_DIGEST_SIZE];

	if (self->hash == NULL || !self->ended)
		return NULL;
	if (self->sha256 == NULL) {
		sha256_digest (self->hash, sizeof digest, digest);
		self->sha256 = dup_hexadecimal (digest, sizeof digest);
	}
	return g_strdup (self->sha256);
}
