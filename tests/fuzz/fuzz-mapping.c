/* tests/fuzz/fuzz-mapping.c: the mapping language: a mapping, and behind it what it is to read */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "ingest/mapping/mapping.h"

#define NAME "fuzz.mapping"

static gboolean
is_read_by (const FairleadSample *sample, gconstpointer mapping)
{
	const FairleadFormat *format = fairlead_mapping_get_format ((FairleadMapping *) mapping);

	return format->sniff (format, sample) > 0;
}

/* The mapping with each file that it reads */
static void
add_pairs (const char *path, GPtrArray *seeds)
{
	g_autoptr (GBytes) text = fuzz_read_source (path);
	g_autoptr (GPtrArray) read = fuzz_seeds_new ();
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadMapping) mapping = fairlead_mapping_new (
		NAME, g_bytes_get_data (text, NULL), g_bytes_get_size (text), &error);
	g_autofree char *mapping_name = g_path_get_basename (path);

	g_assert_no_error (error);
	fuzz_add_fixtures (read, is_read_by, mapping);
	for (guint i = 0; i < read->len; i++) {
		const FuzzSeed *seed = read->pdata[i];
		g_autofree char *name = g_strconcat (mapping_name, "-", seed->name, NULL);
		g_autoptr (GPtrArray) pair = g_ptr_array_new ();

		g_ptr_array_add (pair, text);
		g_ptr_array_add (pair, seed->bytes);
		fuzz_add_joined (seeds, name, pair);
	}
}

static void
add_seeds (const char *subject, GPtrArray *seeds)
{
	static const char *const folders[] = {
		"docs/examples",
		"ingest/mapping/shipped",
		"fixtures/amber-strait",
		"fixtures/tiny-chain",
	};

	(void) subject;
	for (guint i = 0; i < G_N_ELEMENTS (folders); i++) {
		g_auto (GStrv) paths = fuzz_dup_files (folders[i], ".mapping");

		for (char **path = paths; *path != NULL; path++)
			add_pairs (*path, seeds);
	}
}

static gboolean
run (const char *subject, const char *data, gsize size)
{
	g_autoptr (GPtrArray) parts = fuzz_split (data, size);
	g_autoptr (GBytes) text = g_ptr_array_steal_index (parts, 0);
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadMapping) mapping = fairlead_mapping_new (
		NAME, g_bytes_get_data (text, NULL), g_bytes_get_size (text), &error);

	(void) subject;
	if (mapping == NULL) {
		fuzz_check_error (error);
		g_assert_true (g_str_has_prefix (error->message, NAME ":"));
		return FALSE;
	}
	return parts->len > 0 && fuzz_check_format (fairlead_mapping_get_format (mapping), parts);
}

const FuzzTarget fuzz_target = { "mapping", "mapping.dict", NULL, add_seeds, run };
