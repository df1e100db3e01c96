/* tests/ingest/syntax/test-input.c: files as streams of UTF-8, and what is refused */
#include "ingest/syntax/input.h"
#include "ingest/record/error.h"
#include "tests/common/helpers.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/* All that read() gives, in odd portions */
static GString *
read_all (FairleadInput *input, GError **error)
{
	g_autoptr (GString) all = g_string_new (NULL);
	char buffer[1000];
	gssize n;

	while ((n = fairlead_input_read (input, buffer, sizeof buffer, error)) > 0)
		g_string_append_len (all, buffer, n);
	return n < 0 ? NULL : g_steal_pointer (&all);
}

static char *
new_folder (void)
{
	g_autoptr (GError) error = NULL;
	char *folder = g_dir_make_tmp ("fairlead-input-XXXXXX", &error);

	g_assert_no_error (error);
	return folder;
}

static void
assert_refused (const char *path, const char *words)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadInput) input = fairlead_input_open (path, &error);

	g_assert_null (input);
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_IO, words);
	g_assert_true (g_str_has_prefix (error->message, path));
}

static void
test_refused (void)
{
	g_autofree char *folder = new_folder ();
	g_autofree char *path = g_build_filename (folder, "socket", NULL);
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket (AF_UNIX, SOCK_STREAM, 0);

	g_strlcpy (address.sun_path, path, sizeof address.sun_path);
	g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
	assert_refused (path, "is a socket, not a file");
	assert_refused (folder, "is a folder, not a file");
	assert_refused ("/dev/null", "/dev/null: is a device, not a file");
	assert_refused ("/nowhere/at-all.csv", g_strerror (ENOENT));
	close (fd);
	g_unlink (path);
	g_rmdir (folder);
}

static gpointer
feed_pipe (gpointer data)
{
	const char *path = data;
	FILE *pipe = g_fopen (path, "w");

	for (guint i = 0; i < 30000; i++)
		fprintf (pipe, "%u,b\n", i);
	fclose (pipe);
	return NULL;
}

static void
test_pipe (void)
{
	g_autofree char *folder = new_folder ();
	g_autofree char *path = g_build_filename (folder, "pipe", NULL);
	g_autoptr (GError) error = NULL;
	gsize size = 0;

	g_assert_cmpint (mkfifo (path, 0600), ==, 0);

	GThread *thread = g_thread_new ("feeder", feed_pipe, path);
	g_autoptr (FairleadInput) input = fairlead_input_open (path, &error);

	g_assert_no_error (error);
	g_assert_cmpuint (fairlead_input_get_size (input), ==, 0);
	g_assert_nonnull (fairlead_input_peek (input, &size, &error));
	g_assert_cmpuint (size, ==, FAIRLEAD_INPUT_HEAD);

	g_autoptr (GString) all = read_all (input, &error);

	g_thread_join (thread);
	g_assert_no_error (error);
	g_assert_true (g_str_has_prefix (all->str, "0,b\n1,b\n"));
	g_assert_true (g_str_has_suffix (all->str, "\n29999,b\n"));
	g_assert_cmpuint (fairlead_input_get_position (input), ==, all->len);
	g_unlink (path);
	g_rmdir (folder);
}

#define BYTES(text) (text), sizeof (text) - 1

static const struct {
	const char *bytes;
	gsize size;
	const char *text;
	const char *error;
} encodings[] = {
	{ BYTES ("plain"), "plain", NULL },
	{ BYTES (""), "", NULL },
	{ BYTES ("x"), "x", NULL },
	{ BYTES ("\xEF\xBB\xBFmarked"), "marked", NULL },
	{ BYTES ("\xEF\xBB\xBF"), "", NULL },
	{ BYTES ("\xEF\xBBx"), "\xEF\xBBx", NULL },
	{ BYTES ("\xFF\xFEh\0\xE9\0"), "h\xC3\xA9", NULL },
	{ BYTES ("\xFF\xFE"), "", NULL },
	{ BYTES ("\xFE\xFF\0h\x20\xAC"), "h\xE2\x82\xAC", NULL },
	{ BYTES ("\xFF\xFE\x3D\xD8\x00\xDE"), "\xF0\x9F\x98\x80", NULL },
	{ BYTES ("\xFF\xFE\0\0h\0\0\0"), "h", NULL },
	{ BYTES ("\0\0\xFE\xFF\0\0\0h"), "h", NULL },
	{ BYTES ("<\0?\0x\0"), "<?x", NULL },
	{ BYTES ("\0<\0?\0x"), "<?x", NULL },
	{ BYTES ("\xFF\xFEh\0i"), NULL, "ends in the middle of a character of UTF-16LE" },
	{ BYTES ("\xFF\xFEh\0\x00\xDEx\0"), NULL, "byte 5 (0x00) is not valid UTF-16LE" },
};

static void
test_encodings (void)
{
	static const gsize portions[] = { 0, 1, 2, 3, 5 };

	for (guint i = 0; i < G_N_ELEMENTS (encodings) * G_N_ELEMENTS (portions); i++) {
		gsize row = i / G_N_ELEMENTS (portions);
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes (
			"memory", encodings[row].bytes, encodings[row].size);

		fairlead_input_set_longest_read (input, portions[i % G_N_ELEMENTS (portions)]);

		g_autoptr (GString) all = read_all (input, &error);

		if (encodings[row].error != NULL) {
			test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_SYNTAX,
			                   encodings[row].error);
			continue;
		}
		g_assert_no_error (error);
		g_assert_cmpstr (all->str, ==, encodings[row].text);
	}
}

/* Long enough that characters are cut by every buffer there is */
static void
test_long_conversion (void)
{
	static const gsize portions[] = { 0, 1, 7, 65535 };
	g_autoptr (GString) expected = g_string_new (NULL);
	gsize size = 0;

	for (guint i = 0; i < 60000; i++)
		g_string_append_printf (expected, "%u\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", i);

	g_autofree char *wide = g_convert (expected->str, (gssize) expected->len, "UTF-16BE",
	                                   "UTF-8", NULL, &size, NULL);
	g_autofree char *bytes = g_malloc (size + 2);

	memcpy (bytes, "\xFE\xFF", 2);
	memcpy (bytes + 2, wide, size);
	for (guint i = 0; i < G_N_ELEMENTS (portions); i++) {
		g_autoptr (FairleadInput) input =
			fairlead_input_new_for_bytes ("memory", bytes, size + 2);
		g_autoptr (GError) error = NULL;
		gsize head_size = 0;

		fairlead_input_set_longest_read (input, portions[i]);

		const char *head = fairlead_input_peek (input, &head_size, &error);

		g_assert_no_error (error);
		g_assert_cmpmem (head, head_size, expected->str, FAIRLEAD_INPUT_HEAD);

		g_autoptr (GString) all = read_all (input, &error);

		g_assert_no_error (error);
		g_assert_true (g_string_equal (all, expected));
	}
}

static void
test_declared (void)
{
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("memory", "\x80uro", 4);
	g_autoptr (FairleadInput) marked =
		fairlead_input_new_for_bytes ("memory", "\xEF\xBB\xBF\xC3\xA9", 5);
	g_autoptr (GError) error = NULL;
	gsize size = 0;

	g_assert_nonnull (fairlead_input_peek (input, &size, &error));
	g_assert_null (fairlead_input_get_encoding (input));
	g_assert_false (fairlead_input_set_encoding (input, "no-such-thing", &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_SYNTAX,
	                   "\"no-such-thing\" is not known");
	g_clear_error (&error);

	g_assert_true (fairlead_input_set_encoding (input, "windows-1252", &error));

	g_autoptr (GString) all = read_all (input, &error);

	g_assert_cmpstr (all->str, ==, "\xE2\x82\xACuro");
	g_assert_true (fairlead_input_set_encoding (marked, "windows-1252", &error));
	g_assert_cmpstr (fairlead_input_get_encoding (marked), ==, "UTF-8");

	g_autoptr (GString) kept = read_all (marked, &error);

	g_assert_cmpstr (kept->str, ==, "\xC3\xA9");
}

static void
test_peek (void)
{
	g_autoptr (GString) bytes = g_string_new ("\xEF\xBB\xBF");
	g_autoptr (GError) error = NULL;
	gsize size = 1;

	for (guint i = 0; i < 20000; i++)
		g_string_append_printf (bytes, "line %u\n", i);

	g_autoptr (FairleadInput) input =
		fairlead_input_new_for_bytes ("memory", bytes->str, bytes->len);
	g_autoptr (FairleadInput) empty = fairlead_input_new_for_bytes ("memory", "", 0);

	for (guint i = 0; i < 2; i++) {
		const char *head = fairlead_input_peek (input, &size, &error);

		g_assert_cmpmem (head, size, bytes->str + 3, FAIRLEAD_INPUT_HEAD);
	}

	g_autoptr (GString) all = read_all (input, &error);

	g_assert_cmpstr (all->str, ==, bytes->str + 3);
	g_assert_nonnull (fairlead_input_peek (empty, &size, &error));
	g_assert_cmpuint (size, ==, 0);
}

static void
test_hash (void)
{
	static const char *contents[] = { "", "a",
		                          ("\xEF\xBB\xBF"
		                           "abc"),
		                          "\xFF\xFEh\0" };
	static const gsize sizes[] = { 0, 1, 6, 4 };

	for (guint i = 0; i < G_N_ELEMENTS (contents); i++) {
		g_autoptr (FairleadInput) input =
			fairlead_input_new_for_bytes ("m", contents[i], sizes[i]);
		g_autoptr (FairleadInput) plain =
			fairlead_input_new_for_bytes ("m", contents[i], sizes[i]);
		g_autofree char *expected = g_compute_checksum_for_data (
			G_CHECKSUM_SHA256, (const guchar *) contents[i], sizes[i]);
		g_autoptr (GError) error = NULL;

		fairlead_input_set_hashing (input, TRUE);
		g_assert_null (fairlead_input_dup_sha256 (input));

		g_autoptr (GString) all = read_all (input, &error);
		g_autofree char *hash = fairlead_input_dup_sha256 (input);
		g_autoptr (GString) same = read_all (plain, &error);

		g_assert_cmpstr (hash, ==, expected);
		g_assert_true (g_string_equal (all, same));
		g_assert_null (fairlead_input_dup_sha256 (plain));
	}
}

static void
count_call (guint64 position, guint64 size, gpointer user_data)
{
	guint64 *seen = user_data;

	g_assert_cmpuint (position, >=, seen[1]);
	g_assert_cmpuint (size, ==, 5u << 20);
	seen[0]++;
	seen[1] = position;
}

static void
test_progress_and_cancel (void)
{
	g_autofree char *bytes = g_strnfill (5u << 20, 'x');
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("memory", bytes, 5u << 20);
	g_autoptr (FairleadInput) stopped =
		fairlead_input_new_for_bytes ("memory", bytes, 5u << 20);
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) error = NULL;
	guint64 seen[2] = { 0, 0 };
	char buffer[16];

	fairlead_input_set_progress (input, count_call, seen);

	G_GNUC_UNUSED g_autoptr (GString) all = read_all (input, &error);

	g_assert_cmpuint (seen[0], >=, 5);
	g_assert_cmpuint (seen[0], <=, 8);
	g_assert_cmpuint (seen[1], ==, 5u << 20);
	fairlead_input_set_cancellable (stopped, cancellable);
	g_assert_cmpint (fairlead_input_read (stopped, buffer, sizeof buffer, &error), >, 0);
	g_cancellable_cancel (cancellable);

	g_autoptr (GString) none = read_all (stopped, &error);

	g_assert_null (none);
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/syntax/input/refuse-what-is-no-file", test_refused);
	g_test_add_func ("/syntax/input/read-a-pipe", test_pipe);
	g_test_add_func ("/syntax/input/turn-marked-encodings-into-utf-8", test_encodings);
	g_test_add_func ("/syntax/input/convert-across-buffers", test_long_conversion);
	g_test_add_func ("/syntax/input/convert-what-a-file-declares", test_declared);
	g_test_add_func ("/syntax/input/peek-without-consuming", test_peek);
	g_test_add_func ("/syntax/input/hash-the-whole-file", test_hash);
	g_test_add_func ("/syntax/input/report-progress-and-stop", test_progress_and_cancel);
	return g_test_run ();
}
