/* bench/load.c: how fast files, or a case, become records and these a network, and what memory that
 * takes
 *
 * usage: load [--network] FILE...|CASE
 * After each step: seconds since the start, seconds of processor, peak of resident memory; then the
 * rows of each table. */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "graph/network/network.h"
#include "ingest/case/inputs.h"

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
	TABLE (links, FairleadLinkFact)
	TABLE (designations, FairleadDesignationRow)
	TABLE (issues, FairleadIssueRow)
#undef TABLE
	printf ("%-12s %10.1f MB\n", "all rows", (double) bytes / 1e6);
}

static double
processor_seconds (const struct rusage *usage)
{
	return (double) (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec)
	       + (double) (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

/* A line that bench/ingest reads; @start is in microseconds */
static void
print_step (const char *name, gint64 start)
{
	struct rusage usage;

	getrusage (RUSAGE_SELF, &usage);
	printf ("%-12s %.3f s, processor %.3f s, peak %.1f MB\n", name,
	        (double) (g_get_monotonic_time () - start) / 1e6, processor_seconds (&usage),
	        (double) usage.ru_maxrss * 1024 / 1e6);
}

int
main (int argc, char *argv[])
{
	gboolean with_network = argc > 1 && strcmp (argv[1], "--network") == 0;
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (FairleadRecords) records = NULL;
	g_autoptr (FairleadNetwork) network = NULL;
	g_autoptr (GError) error = NULL;
	gint64 start = g_get_monotonic_time ();

	argv += with_network ? 2 : 1;
	records = fairlead_inputs_load (loader, (const char *const *) argv, NULL, &error);
	if (records == NULL) {
		fprintf (stderr, "%s\n", error->message);
		return 2;
	}
	print_step ("records", start);
	if (with_network) {
		network = fairlead_network_new (records);
		print_step ("network", start);
	}
	printf ("%-12s %.1f MB\n", "files", file_megabytes (records));
	print_tables (records);
	return 0;
}
