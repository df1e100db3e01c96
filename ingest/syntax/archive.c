/* ingest/syntax/archive.c
 *
 * The filter is appended by what the file begins with, rather than left for libarchive to find: it
 * would undo filter within filter, and a bomb may hide in what the inner ones swallow. A zip within
 * a filter is not looked for, since a search for its headers could go on without bound. */
#include "ingest/syntax/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <string.h>

#include "ingest/grammar/versions.h"
#include "ingest/record/error.h"

#define BLOCK_SIZE (64u << 10)
#define MAX_NAME 512

const FairleadArchiveBounds fairlead_archive_bounds = {
	.members = 100000,
	.bytes = G_GUINT64_CONSTANT (64) << 30,
	.ratio = 200,
	.grace = 64 << 20,
};

struct _FairleadArchive {
	FairleadInput *file; /* borrowed */
	const FairleadArchiveBounds *bounds;
	struct archive *reader;
	struct archive_entry *entry; /* of the reader */
	locale_t names;              /* in which libarchive makes sense of members' names */
	char *path;
	const char *refusal;
	guint n_members;
	guint64 n_expanded;
	GError *failure; /* of reading the file, which libarchive only knows to have failed */
	char block[BLOCK_SIZE];
};

/* ---- kinds ---- */

static int
support_zip (struct archive *reader)
{
	return archive_read_support_format_zip_streamable (reader);
}

static int
support_tar (struct archive *reader)
{
	return archive_read_support_format_tar (reader);
}

static int
support_filtered (struct archive *reader)
{
	archive_read_support_format_tar (reader);
	archive_read_support_format_empty (reader);
	return archive_read_support_format_raw (reader);
}

typedef struct {
	const char *bytes;
	guint n_bytes;
	guint offset;
	const char *name; /* of a kind that is not read */
	int filter;
	int (*support) (struct archive *reader);
} Kind;

static const Kind kinds[] = {
	{ "PK\x03\x04", 4, 0, NULL, ARCHIVE_FILTER_NONE, support_zip },
	{ "PK\x05\x06", 4, 0, NULL, ARCHIVE_FILTER_NONE, support_zip },
	{ "PK\x07\x08PK\x03\x04", 8, 0, NULL, ARCHIVE_FILTER_NONE, support_zip },
	{ "ustar", 5, 257, NULL, ARCHIVE_FILTER_NONE, support_tar },
	{ "\x1F\x8B\x08", 3, 0, NULL, ARCHIVE_FILTER_GZIP, support_filtered },
	{ "\xFD"
	  "7zXZ\x00",
	  6, 0, NULL, ARCHIVE_FILTER_XZ, support_filtered },
	{ "\x28\xB5\x2F\xFD", 4, 0, NULL, ARCHIVE_FILTER_ZSTD, support_filtered },
	{ "BZh", 3, 0, NULL, ARCHIVE_FILTER_BZIP2, support_filtered },
	{ "7z\xBC\xAF\x27\x1C", 6, 0, "7-Zip", ARCHIVE_FILTER_NONE, NULL },
	{ "Rar!\x1A\x07", 6, 0, "RAR", ARCHIVE_FILTER_NONE, NULL },
};

static gboolean
has_bytes (const char *head, gsize size, gsize offset, const char *bytes, gsize n_bytes)
{
	return size >= offset + n_bytes && memcmp (head + offset, bytes, n_bytes) == 0;
}

/* Three letters could begin a text; a block's mark, or that of an empty file, follows them */
static gboolean
is_bzip2 (const char *head, gsize size)
{
	return has_bytes (head, size, 4, "1AY&SY", 6)
	       || has_bytes (head, size, 4, "\x17\x72\x45\x38\x50\x90", 6);
}

static const Kind *
find_kind (const char *head, gsize size)
{
	for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
		const Kind *kind = &kinds[i];

		if (!has_bytes (head, size, kind->offset, kind->bytes, kind->n_bytes))
			continue;
		if (kind->filter != ARCHIVE_FILTER_BZIP2 || is_bzip2 (head, size))
			return kind;
	}
	return NULL;
}

gboolean
fairlead_archive_is_packed (const char *head, gsize size)
{
	return find_kind (head, size) != NULL;
}

/* ---- failing ---- */

/* The path of the member, or before the first one of the archive */
static const char *
where (FairleadArchive *self)
{
	return self->path != NULL ? self->path : fairlead_input_get_path (self->file);
}

static gboolean
fail (FairleadArchive *self, GError **error)
{
	const char *words = archive_error_string (self->reader);

	if (self->failure != NULL) {
		g_propagate_error (error, g_steal_pointer (&self->failure));
		return FALSE;
	}
	return fairlead_set_error_at (error, where (self), 0, FAIRLEAD_ERROR_SYNTAX,
	                              "the archive is broken (%s)",
	                              words != NULL ? words : "no reason is known");
}

/* Of the members, or, where that is more, of what they stand in, headers and all */
static guint64
count_expanded (FairleadArchive *self)
{
	return MAX (self->n_expanded, (guint64) MAX (archive_filter_bytes (self->reader, 0), 0));
}

static gboolean
check_bounds (FairleadArchive *self, GError **error)
{
	const FairleadArchiveBounds *bounds = self->bounds;
	const char *path = fairlead_input_get_path (self->file);
	guint64 n_packed = MAX (fairlead_input_get_position (self->file), 1);
	guint64 n_expanded = count_expanded (self);

	if (self->n_members > bounds->members)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_LIMIT,
		                              "the archive has more than %u members",
		                              bounds->members);
	if (n_expanded > bounds->bytes)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_LIMIT,
		                              "the archive expands to more than %" G_GUINT64_FORMAT
		                              " bytes",
		                              bounds->bytes);
	if (n_expanded > bounds->grace && n_expanded / n_packed >= bounds->ratio)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_LIMIT,
		                              "the archive expands to more than %u times its size",
		                              bounds->ratio);
	return TRUE;
}

/* ---- reading ---- */

static la_ssize_t
on_read (struct archive *reader, void *user_data, const void **buffer)
{
	FairleadArchive *self = user_data;

	(void) reader;
	*buffer = self->block;
	return fairlead_input_read (self->file, self->block, BLOCK_SIZE, &self->failure);
}

FairleadArchive *
fairlead_archive_new (FairleadInput *file, GError **error)
{
	g_autoptr (FairleadArchive) self = g_new0 (FairleadArchive, 1);
	gsize size;
	const char *head = fairlead_input_peek (file, &size, error);
	const Kind *kind = head == NULL ? NULL : find_kind (head, size);

	if (head == NULL)
		return NULL;
	g_return_val_if_fail (kind != NULL, NULL);
	self->file = file;
	self->bounds = &fairlead_archive_bounds;
	if (kind->support == NULL) {
		fairlead_set_error_at (error, where (self), 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                       "%s archives are not read (expected zip, tar, gz, xz, zst or"
		                       " bz2)",
		                       kind->name);
		return NULL;
	}
	self->reader = archive_read_new ();
	kind->support (self->reader);
	if (kind->filter != ARCHIVE_FILTER_NONE)
		archive_read_append_filter (self->reader, kind->filter);
	self->names = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t) 0);
	/* A file broken near its start opens as an empty one, but for what is said of it */
	if (archive_read_open (self->reader, self, NULL, on_read, NULL) != ARCHIVE_OK
	    || archive_errno (self->reader) != 0) {
		fail (self, error);
		return NULL;
	}
	return g_steal_pointer (&self);
}

void
fairlead_archive_free (FairleadArchive *self)
{
	if (self == NULL)
		return;
	if (self->reader != NULL)
		archive_read_free (self->reader);
	if (self->names != (locale_t) 0)
		freelocale (self->names);
	g_clear_error (&self->failure);
	g_free (self->path);
	g_free (self);
}

void
fairlead_archive_set_bounds (FairleadArchive *self, const FairleadArchiveBounds *bounds)
{
	self->bounds = bounds;
}

/* A warning here is a wrong checksum or length */
static gssize
take_member_bytes (gpointer user_data, void *buffer, gsize size, GError **error)
{
	FairleadArchive *self = user_data;
	la_ssize_t n = archive_read_data (self->reader, buffer, size);

	if (n < 0) {
		fail (self, error);
		return -1;
	}
	self->n_expanded += (guint64) n;
	return check_bounds (self, error) ? (gssize) n : -1;
}

/* What was not read of a member is read here, for libarchive would skip it without counting */
static gboolean
pass_over_rest (FairleadArchive *self, GError **error)
{
	char buffer[16 << 10];
	gssize n;

	do
		n = take_member_bytes (self, buffer, sizeof buffer, error);
	while (n > 0);
	return n == 0;
}

static gboolean
read_file_to_end (FairleadArchive *self, GError **error)
{
	gssize n;

	g_clear_pointer (&self->path, g_free);
	do
		n = fairlead_input_read (self->file, self->block, BLOCK_SIZE, error);
	while (n > 0);
	return n == 0;
}

/* ---- members ---- */

static const struct {
	mode_t type;
	const char *refusal;
} refusals[] = {
	{ AE_IFLNK, "is a symbolic link" }, { AE_IFSOCK, "is a socket" },
	{ AE_IFCHR, "is a device" },        { AE_IFBLK, "is a device" },
	{ AE_IFIFO, "is a pipe" },
};

static const char *
find_refusal (struct archive_entry *entry)
{
	if (archive_entry_hardlink (entry) != NULL)
		return "is a link to another member";
	for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
		if (archive_entry_filetype (entry) == refusals[i].type)
			return refusals[i].refusal;
	return NULL;
}

static void
append_printable (GString *text, const char *name)
{
	for (const char *at = name; *at != '\0' && text->len < MAX_NAME;
	     at = g_utf8_next_char (at)) {
		gunichar character = g_utf8_get_char (at);

		if (g_unichar_isprint (character))
			g_string_append_unichar (text, character);
		else
			g_string_append_printf (text, "\\x%02X", character);
	}
}

/* libarchive converts names by the locale, of which nothing else here depends */
static int
read_header (FairleadArchive *self)
{
	locale_t before = uselocale (self->names);
	int result = archive_read_next_header (self->reader, &self->entry);

	uselocale (before);
	return result;
}

/* Members that libarchive cannot name go by their number */
static char *
dup_member_path (FairleadArchive *self)
{
	const char *utf8 = archive_entry_pathname_utf8 (self->entry);
	const char *name = utf8 != NULL ? utf8 : archive_entry_pathname (self->entry);
	g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
	GString *path = g_string_new (NULL);

	append_printable (path, valid);
	if (path->len == 0)
		g_string_printf (path, "#%u", self->n_members);
	g_string_prepend_c (path, '!');
	g_string_prepend (path, fairlead_input_get_path (self->file));
	return g_string_free (path, FALSE);
}

static gboolean
enter_member (FairleadArchive *self, GError **error)
{
	self->n_members++;
	g_free (self->path);
	self->path = fairlead_archive_is_single (self)
	                     ? g_strdup (fairlead_input_get_path (self->file))
	                     : dup_member_path (self);
	self->refusal = find_refusal (self->entry);
	if (archive_entry_is_encrypted (self->entry))
		return fairlead_set_error_at (
			error, self->path, 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
			"is encrypted (expected an archive without password)");
	return check_bounds (self, error);
}

gboolean
fairlead_archive_next (FairleadArchive *self, GError **error)
{
	do {
		int result;

		if (self->entry != NULL && !pass_over_rest (self, error))
			return FALSE;
		result = read_header (self);
		if (result == ARCHIVE_EOF) {
			self->entry = NULL;
			read_file_to_end (self, error);
			return FALSE;
		}
		/* A warning is about names and times of the locale */
		if (result < ARCHIVE_WARN)
			return fail (self, error);
		if (!enter_member (self, error))
			return FALSE;
	} while (archive_entry_filetype (self->entry) == AE_IFDIR);
	return TRUE;
}

gboolean
fairlead_archive_is_single (FairleadArchive *self)
{
	return (archive_format (self->reader) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_RAW;
}

const char *
fairlead_archive_get_path (FairleadArchive *self)
{
	return self->path;
}

const char *
fairlead_archive_get_refusal (FairleadArchive *self)
{
	return self->refusal;
}

FairleadInput *
fairlead_archive_open_member (FairleadArchive *self)
{
	g_return_val_if_fail (self->entry != NULL, NULL);
	return fairlead_input_new_for_source (self->path, take_member_bytes, self);
}

char *
fairlead_libarchive_dup_version (void)
{
	int number = archive_version_number ();

	return g_strdup_printf ("%d.%d.%d", number / 1000000, number / 1000 % 1000, number % 1000);
}
