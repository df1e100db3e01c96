/* ingest/file-hash.c */
#include "ingest/file-hash.h"

#include <nettle/sha2.h>

#include "ingest/load-private.h"
#include "ingest/record/error.h"

#define BLOCK_SIZE (256u << 10)

static char *
dup_hex (struct sha256_ctx *hash)
{
	guint8 digest[SHA256_DIGEST_SIZE];
	GString *text = g_string_sized_new (2 * SHA256_DIGEST_SIZE);

	sha256_digest (hash, sizeof digest, digest);
	for (guint i = 0; i < sizeof digest; i++)
		g_string_append_printf (text, "%02x", digest[i]);
	return g_string_free (text, FALSE);
}

static gboolean
take_stream (struct sha256_ctx *hash, GInputStream *stream, guint64 *n_bytes,
             GCancellable *cancellable, GError **error)
{
	g_autofree guint8 *block = g_malloc (BLOCK_SIZE);
	gssize n;

	while ((n = g_input_stream_read (stream, block, BLOCK_SIZE, cancellable, error)) > 0) {
		sha256_update (hash, (size_t) n, block);
		*n_bytes += (guint64) n;
	}
	return n == 0;
}

static char *
dup_of_file (const char *path, guint64 *n_bytes, GCancellable *cancellable, GError **error)
{
	g_autoptr (GFile) file = g_file_new_for_path (path);
	g_autoptr (GError) local = NULL;
	g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &local);
	struct sha256_ctx hash;

	sha256_init (&hash);
	if (stream != NULL
	    && take_stream (&hash, G_INPUT_STREAM (stream), n_bytes, cancellable, &local))
		return dup_hex (&hash);
	if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
		g_propagate_error (error, g_steal_pointer (&local));
	else
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO, "%s", local->message);
	return NULL;
}

static char *
dup_of_folder (const char *path, guint64 *n_bytes, GCancellable *cancellable, GError **error)
{
	g_autoptr (GPtrArray) names = fairlead_load_list_folder (path, error);
	struct sha256_ctx hash;

	sha256_init (&hash);
	for (guint i = 0; names != NULL && i < names->len; i++) {
		g_autofree char *inner = g_build_filename (path, names->pdata[i], NULL);
		g_autofree char *one = NULL;
		g_autofree char *line = NULL;

		if (fairlead_load_why_passed_over (inner, names->pdata[i]) != NULL)
			continue;
		one = dup_of_file (inner, n_bytes, cancellable, error);
		if (one == NULL)
			return NULL;
		line = g_strdup_printf ("%s  %s\n", one, (const char *) names->pdata[i]);
		sha256_update (&hash, strlen (line), (const guint8 *) line);
	}
	return names == NULL ? NULL : dup_hex (&hash);
}

char *
fairlead_file_dup_sha256 (const char *path, guint64 *n_bytes, GCancellable *cancellable,
                          GError **error)
{
	guint64 n = 0;
	char *sha256 = g_file_test (path, G_FILE_TEST_IS_DIR)
	                       ? dup_of_folder (path, &n, cancellable, error)
	                       : dup_of_file (path, &n, cancellable, error);

	if (sha256 != NULL && n_bytes != NULL)
		*n_bytes = n;
	return sha256;
}
