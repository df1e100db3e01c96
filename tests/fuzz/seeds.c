/* tests/fuzz/seeds.c: what fuzzing starts from: the invented files below fixtures/ */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#define SEPARATOR_SIZE (sizeof FUZZ_SEPARATOR - 1)

static void
free_seed (gpointer data)
{
	FuzzSeed *seed = data;

	g_free (seed->name);
	g_bytes_unref (seed->bytes);
	g_free (seed);
}

GPtrArray *
fuzz_seeds_new (void)
{
	return g_ptr_array_new_with_free_func (free_seed);
}

static void
add_seed (GPtrArray *seeds, const char *name, GBytes *bytes)
{
	FuzzSeed *seed = g_new0 (FuzzSeed, 1);

	seed->name = g_strdelimit (g_strdup (name), "/", '-');
	seed->bytes = g_bytes_ref (bytes);
	g_ptr_array_add (seeds, seed);
}

/* ---- files ---- */

/* Of the tree that was built, from wherever the program is run */
static char *
source_path (const char *relative)
{
	return g_build_filename (FUZZ_SOURCE_DIR, relative, NULL);
}

GBytes *
fuzz_read_source (const char *relative)
{
	g_autofree char *path = source_path (relative);
	g_autoptr (GError) error = NULL;
	char *text = NULL;
	gsize size = 0;

	if (!g_file_get_contents (path, &text, &size, &error))
		g_error ("%s", error->message);
	return g_bytes_new_take (text, size);
}

static gint
by_text (gconstpointer a, gconstpointer b)
{
	return strcmp (*(char *const *) a, *(char *const *) b);
}

GStrv
fuzz_dup_files (const char *folder, const char *ending)
{
	g_autofree char *path = source_path (folder);
	g_autoptr (GError) error = NULL;
	g_autoptr (GDir) directory = g_dir_open (path, 0, &error);
	g_autoptr (GPtrArray) names = g_ptr_array_new ();
	const char *name;

	if (directory == NULL)
		g_error ("%s", error->message);
	while ((name = g_dir_read_name (directory)) != NULL)
		if (g_str_has_suffix (name, ending))
			g_ptr_array_add (names, g_build_filename (folder, name, NULL));
	g_ptr_array_sort (names, by_text);
	g_ptr_array_add (names, NULL);
	return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/* Not what tells of the data, or what is expected of it */
static gboolean
is_data (const char *path)
{
	g_autofree char *name = g_path_get_basename (path);

	return !g_str_has_prefix (name, "README") && !g_str_has_prefix (name, "expected")
	       && !g_str_has_suffix (name, ".expected") && !g_str_has_suffix (name, ".mapping");
}

gboolean
fuzz_sample (GBytes *bytes, FairleadInput **input, FairleadSample *sample, GError **error)
{
	gsize size;
	gsize head_size = 0;
	const char *data = g_bytes_get_data (bytes, &size);

	*input = fairlead_input_new_for_bytes ("input", data, size);

	const char *head = fairlead_input_peek (*input, &head_size, error);

	if (head != NULL)
		fairlead_sample_init (sample, head, head_size);
	return head != NULL;
}

/* ---- seeds ---- */

void
fuzz_add_joined (GPtrArray *seeds, const char *name, GPtrArray *parts)
{
	g_autoptr (GByteArray) joined = g_byte_array_new ();
	g_autoptr (GBytes) bytes = NULL;

	for (guint i = 0; i < parts->len; i++) {
		gsize size;
		const guint8 *data = g_bytes_get_data (parts->pdata[i], &size);

		if (i > 0)
			g_byte_array_append (joined, (const guint8 *) FUZZ_SEPARATOR,
			                     SEPARATOR_SIZE);
		g_byte_array_append (joined, data, (guint) size);
	}
	bytes = g_byte_array_free_to_bytes (g_steal_pointer (&joined));
	add_seed (seeds, name, bytes);
}

void
fuzz_add_texts (GPtrArray *seeds, const char *name, const char *const *texts, guint n)
{
	for (guint i = 0; i < n; i++) {
		g_autofree char *numbered = g_strdup_printf ("%s-%u", name, i);
		g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

		add_seed (seeds, numbered, bytes);
	}
}

static void
add_folder (GPtrArray *seeds, const char *folder, FuzzWanted is_wanted, gconstpointer user_data)
{
	g_auto (GStrv) paths = fuzz_dup_files (folder, "");

	for (char **path = paths; *path != NULL; path++) {
		g_autoptr (GBytes) bytes = NULL;
		g_autoptr (FairleadInput) input = NULL;
		g_auto (FairleadSample) sample = { 0 };

		if (!is_data (*path))
			continue;
		bytes = fuzz_read_source (*path);
		if (fuzz_sample (bytes, &input, &sample, NULL) && is_wanted (&sample, user_data))
			add_seed (seeds, *path + strlen ("fixtures/"), bytes);
	}
}

void
fuzz_add_fixtures (GPtrArray *seeds, FuzzWanted is_wanted, gconstpointer user_data)
{
	g_auto (GStrv) folders = fuzz_dup_files ("fixtures", "");

	for (char **folder = folders; *folder != NULL; folder++)
		add_folder (seeds, *folder, is_wanted, user_data);
}

GPtrArray *
fuzz_seeds_of (const char *subject)
{
	GPtrArray *seeds = fuzz_seeds_new ();

	fuzz_target.add_seeds (subject, seeds);
	return seeds;
}

GPtrArray *
fuzz_split (const char *data, gsize size)
{
	GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
	const char *end = data + size;
	const char *found;

	while ((found = memmem (data, (gsize) (end - data), FUZZ_SEPARATOR, SEPARATOR_SIZE))
	       != NULL) {
		g_ptr_array_add (parts, g_bytes_new (data, (gsize) (found - data)));
		data = found + SEPARATOR_SIZE;
	}
	g_ptr_array_add (parts, g_bytes_new (data, (gsize) (end - data)));
	return parts;
}
