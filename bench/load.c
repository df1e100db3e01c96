/* bench/load.c: how fast files are read, and what memory that takes
 *
 * usage: load FILE...; prints megabytes, seconds, rate, peak of resident memory, and the rows */
#include <stdio.h>
#include <sys/resource.h>

#include "ingest/loader.h"

static double
file_megabytes (FairleadRecords *records)
{
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (records, &n);
	double bytes = 0;

	for (guint i = 0; i < n; i++)
		bytes += (double) files[i].n_bytes;
	return bytes / 1e6;
}

/* Returns the bytes of the rows */
static gsize
print_table (const char *name, guint n_rows, gsize row_size)
{
	printf ("%-12s %10u rows of %3zu bytes\n", name, n_rows, row_size);
	return n_rows * row_size;
}

static void
print_tables (FairleadRecords *records)
{
	gsize bytes = 0;
	guint n;

#define TABLE(name, Row)                           \
	fairlead_records_get_##name (records, &n); \
	bytes += print_table (#name, n, sizeof (Row));

	TABLE (entities, FairleadEntityRow)
	TABLE (names, FairleadNameRow)
	TABLE (identifiers, FairleadIdRow)
	TABLE (attributes, FairleadAttributeRow)
	TABLE (links, FairleadLinkRow)
	TABLE (designations, FairleadDesignationRow)
	TABLE (issues, FairleadIssueRow)
#undef TABLE
	printf ("%-12s %10.1f MB\n", "all rows", (double) bytes / 1e6);
}

int
main (int argc, char *argv[])
{
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (FairleadRecords) records = NULL;
	g_autoptr (GError) error = NULL;
	gint64 start = g_get_monotonic_time ();
	struct rusage usage;
	double seconds, megabytes;

	(void) argc;
	records = fairlead_loader_load (loader, (const char *const *) argv + 1, NULL, &error);
	if (records == NULL) {
		fprintf (stderr, "%s\n", error->message);
		return 2;
	}
	seconds = (double) (g_get_monotonic_time () - start) / 1e6;
	megabytes = file_megabytes (records);
	getrusage (RUSAGE_SELF, &usage);
	printf ("%.1f MB in %.2f s: %.0f MB/s, peak %.1f MB\n", megabytes, seconds,
	        megabytes / seconds, (double) usage.ru_maxrss * 1024 / 1e6);
	print_tables (records);
	return 0;
}
