/* tests/fuzz/fuzz-archive.c: the members of archives, and what stands in compressed files */
#include "tests/fuzz/fuzz.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "ingest/syntax/archive.h"

/* Small, so that their limits are met too */
static const FairleadArchiveBounds bounds = {
	.members = 64, .bytes = 1u << 20, .ratio = 200, .grace = 1u << 16
};

/* ---- seeds: two small files, packed in each way ---- */

typedef struct {
	const char *name;
	int format;
	int filter;
} Packing;

static const Packing packings[] = {
	{ "zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE },
	{ "tar", ARCHIVE_FORMAT_TAR_PAX_RESTRICTED, ARCHIVE_FILTER_NONE },
	{ "tar-gz", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP },
	{ "gz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP },
	{ "xz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ },
	{ "zst", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_ZSTD },
	{ "bz2", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_BZIP2 },
};

static void
write_member (struct archive *writer, const char *path)
{
	struct archive_entry *entry = archive_entry_new ();
	g_autoptr (GBytes) bytes = fuzz_read_source (path);
	gsize size;
	const void *data = g_bytes_get_data (bytes, &size);

	archive_entry_set_pathname (entry, path);
	archive_entry_set_filetype (entry, AE_IFREG);
	archive_entry_set_perm (entry, 0644);
	archive_entry_set_size (entry, (gint64) size);
	g_assert_cmpint (archive_write_header (writer, entry), ==, ARCHIVE_OK);
	g_assert_cmpint (archive_write_data (writer, data, size), ==, (gssize) size);
	archive_entry_free (entry);
}

static void
add_packed (GPtrArray *seeds, const Packing *packing)
{
	static const char *const paths[] = { "fixtures/mapping/owners.csv",
		                             "fixtures/tiny-chain/roles.csv" };
	struct archive *writer = archive_write_new ();
	g_autofree char *buffer = g_malloc (64 << 10);
	gsize used = 0;

	archive_write_set_format (writer, packing->format);
	archive_write_add_filter (writer, packing->filter);
	g_assert_cmpint (archive_write_open_memory (writer, buffer, 64 << 10, &used), ==,
	                 ARCHIVE_OK);
	write_member (writer, paths[0]);
	if (packing->format != ARCHIVE_FORMAT_RAW)
		write_member (writer, paths[1]);
	g_assert_cmpint (archive_write_close (writer), ==, ARCHIVE_OK);
	archive_write_free (writer);

	g_autoptr (GPtrArray) parts =
		g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

	g_ptr_array_add (parts, g_bytes_new (buffer, used));
	fuzz_add_joined (seeds, packing->name, parts);
}

static void
add_seeds (const char *subject, GPtrArray *seeds)
{
	(void) subject;
	for (guint i = 0; i < G_N_ELEMENTS (packings); i++)
		add_packed (seeds, &packings[i]);
}

/* ---- what is read ---- */

static gboolean
describe_content (FairleadArchive *archive, GString *text, guint64 *n_bytes, GError **error)
{
	g_autoptr (FairleadInput) member = fairlead_archive_open_member (archive);
	g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
	char buffer[4096];
	gssize n;

	while ((n = fairlead_input_read (member, buffer, sizeof buffer, error)) > 0) {
		*n_bytes += (guint64) n;
		g_assert_cmpuint (*n_bytes, <=, bounds.bytes);
		g_checksum_update (checksum, (const guchar *) buffer, n);
	}
	g_string_append (text, g_checksum_get_string (checksum));
	return n == 0;
}

static gboolean
describe_member (FairleadArchive *archive, GString *text, guint64 *n_bytes, GError **error)
{
	const char *path = fairlead_archive_get_path (archive);
	const char *refusal = fairlead_archive_get_refusal (archive);

	g_assert_true (g_utf8_validate (path, -1, NULL));
	g_assert_true (g_str_has_prefix (path, "input"));
	g_string_append_printf (text, "\n%s: %s", path, refusal != NULL ? refusal : "");
	return refusal != NULL || describe_content (archive, text, n_bytes, error);
}

static gboolean
describe (FairleadInput *input, GString *text, GError **error)
{
	g_autoptr (FairleadArchive) archive = fairlead_archive_new (input, error);
	g_autoptr (GError) failure = NULL;
	guint64 n_bytes = 0;
	guint n_members = 0;

	if (archive == NULL)
		return FALSE;
	fairlead_archive_set_bounds (archive, &bounds);
	while (fairlead_archive_next (archive, &failure)) {
		g_assert_cmpuint (++n_members, <=, bounds.members);
		if (!describe_member (archive, text, &n_bytes, error))
			return FALSE;
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error (error, g_steal_pointer (&failure));
	return FALSE;
}

static char *
dup_outcome (const char *data, gsize size, gsize portion, gboolean *is_read)
{
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("input", data, size);
	g_autoptr (GError) error = NULL;
	GString *text = g_string_new (NULL);

	fairlead_input_set_longest_read (input, portion);
	*is_read = describe (input, text, &error);
	if (*is_read)
		return g_string_free (text, FALSE);
	fuzz_check_error (error);
	g_string_free (text, TRUE);
	return g_strdup (error->message);
}

/* As the loader asks: of what stands behind a byte order mark */
static gboolean
is_packed (const char *data, gsize size)
{
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("input", data, size);
	gsize n_head;
	const char *head = fairlead_input_peek (input, &n_head, NULL);

	return head != NULL && fairlead_archive_is_packed (head, n_head);
}

static gboolean
run (const char *subject, const char *data, gsize size)
{
	gboolean is_read;
	g_autofree char *whole = NULL;
	g_autofree char *pieces = NULL;

	(void) subject;
	if (!is_packed (data, size))
		return FALSE;
	whole = dup_outcome (data, size, 0, &is_read);
	pieces = dup_outcome (data, size, fuzz_portion_of (data, size), &is_read);
	g_assert_cmpstr (pieces, ==, whole);
	return is_read;
}

const FuzzTarget fuzz_target = { "archive", "archive.dict", NULL, add_seeds, run };
