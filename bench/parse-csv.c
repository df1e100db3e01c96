/* bench/parse-csv.c: CSV parsing alone, by one parser
 *
 * usage: parse-csv fairlead|libcsv FILE; counts fields and their bytes */
#include <csv.h>
#include <string.h>

#include "bench/clock.h"
#include "ingest/syntax/csv-reader.h"

#define CHUNK (256u << 10)

static gboolean
parse_with_fairlead (const char *path, guint64 *found)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadInput) input = fairlead_input_open (path, &error);
	g_autoptr (FairleadCsvReader) reader = NULL;
	FairleadCsvRow row;

	if (input == NULL)
		return FALSE;
	reader = fairlead_csv_reader_new (input, ',');
	while (fairlead_csv_reader_next (reader, &row, &error)) {
		*found += row.n_fields;
		for (guint i = 0; i < row.n_fields; i++)
			*found += row.lengths[i];
	}
	return error == NULL;
}

static void
on_field (void *text, size_t length, void *user_data)
{
	guint64 *found = user_data;

	(void) text;
	*found += 1 + length;
}

static gboolean
parse_with_libcsv (const char *path, guint64 *found)
{
	g_autofree char *buffer = g_malloc (CHUNK);
	FILE *file = fopen (path, "rb");
	struct csv_parser parser;
	gboolean parsed = file != NULL && csv_init (&parser, CSV_STRICT) == 0;
	gsize n;

	while (parsed && (n = fread (buffer, 1, CHUNK, file)) > 0)
		parsed = csv_parse (&parser, buffer, n, on_field, NULL, found) == n;
	if (file == NULL)
		return FALSE;
	csv_fini (&parser, on_field, NULL, found);
	csv_free (&parser);
	fclose (file);
	return parsed;
}

int
main (int argc, char *argv[])
{
	gint64 start = g_get_monotonic_time ();
	double start_processor = processor_seconds ();
	guint64 found = 0;

	if (argc != 3
	    || !(strcmp (argv[1], "libcsv") == 0 ? parse_with_libcsv
	                                         : parse_with_fairlead) (argv[2], &found))
		return 2;
	print_result (start, start_processor, found);
	return 0;
}
