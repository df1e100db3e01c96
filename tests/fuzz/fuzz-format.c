/* tests/fuzz/fuzz-format.c: any format of the table, and any shipped mapping, by its name */
#include "tests/fuzz/fuzz.h"

#include "ingest/mapping/mapping.h"

static GPtrArray *
load_shipped (void)
{
	g_autoptr (GError) error = NULL;
	GPtrArray *shipped = fairlead_mapping_load_shipped (&error);

	g_assert_no_error (error);
	return shipped;
}

/* The shipped mappings are compiled only where the format is one of them: @shipped owns it then */
static const FairleadFormat *
find_format (const char *name, GPtrArray **shipped)
{
	const FairleadFormat *const *formats = fairlead_formats ();

	for (guint i = 0; formats[i] != NULL; i++)
		if (g_str_equal (formats[i]->name, name))
			return formats[i];
	*shipped = load_shipped ();
	for (guint i = 0; i < (*shipped)->len; i++) {
		const FairleadFormat *format = fairlead_mapping_get_format ((*shipped)->pdata[i]);

		if (g_str_equal (format->name, name))
			return format;
	}
	g_error ("there is no format %s", name);
}

static GStrv
dup_subjects (void)
{
	g_autoptr (GPtrArray) shipped = load_shipped ();
	g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
	const FairleadFormat *const *formats = fairlead_formats ();

	for (guint i = 0; formats[i] != NULL; i++)
		g_strv_builder_add (names, formats[i]->name);
	for (guint i = 0; i < shipped->len; i++)
		g_strv_builder_add (names, fairlead_mapping_get_format (shipped->pdata[i])->name);
	return g_strv_builder_end (names);
}

static gboolean
is_of_format (const FairleadSample *sample, gconstpointer format)
{
	return ((const FairleadFormat *) format)->sniff (format, sample) > 0;
}

/* The files of a format are often one load, and know of one another: all of them are a seed, too */
static void
add_together (GPtrArray *seeds)
{
	g_autoptr (GPtrArray) parts = g_ptr_array_new ();

	for (guint i = 0; i < seeds->len; i++)
		g_ptr_array_add (parts, ((const FuzzSeed *) seeds->pdata[i])->bytes);
	if (parts->len > 1)
		fuzz_add_joined (seeds, "together", parts);
}

static void
add_seeds (const char *subject, GPtrArray *seeds)
{
	g_autoptr (GPtrArray) shipped = NULL;

	fuzz_add_fixtures (seeds, is_of_format, find_format (subject, &shipped));
	add_together (seeds);
}

static gboolean
run (const char *subject, const char *data, gsize size)
{
	g_autoptr (GPtrArray) shipped = NULL;
	g_autoptr (GPtrArray) parts = fuzz_split (data, size);

	return fuzz_check_format (find_format (subject, &shipped), parts);
}

const FuzzTarget fuzz_target = { "format", "data.dict", dup_subjects, add_seeds, run };
