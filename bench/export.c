/* bench/export.c: how fast a large network is written, and whether memory stays where it is
 *
 * usage: export FORMAT [N_VERTICES N_LINKS]
 *
 * Makes an invented network (2 million vertices and 3.5 million links), with two names, a number, a
 * country and a day of formation for each company, and a share and a day for each link. Prints the
 * bytes written, seconds of processor, millions of bytes a second, and by how much the peak of
 * resident memory grew meanwhile. */
#include <stdio.h>
#include <stdlib.h>

#include "bench/clock.h"
#include "output/export/export.h"

#define SEED 20261127

/* ---- the network ---- */

static void
add_company (FairleadRecords *records, guint32 file, guint32 number)
{
	FairleadSource source = { file, number + 2 };
	char id[24], name[64];
	FairleadEntity entity;

	g_snprintf (id, sizeof id, "%u", number);
	entity = fairlead_records_describe (records, "made", id, FAIRLEAD_KIND_COMPANY, source);
	g_snprintf (name, sizeof name, "Grey Heron & Sons Shipping %u Ltd", number);
	fairlead_records_add_name (records, entity, name, FAIRLEAD_NAME_PRIMARY, FALSE, source);
	g_snprintf (name, sizeof name, "Amber Tide Holding %u", number);
	fairlead_records_add_name (records, entity, name, FAIRLEAD_NAME_ALIAS, FALSE, source);
	fairlead_records_add_identifier (records, entity, FAIRLEAD_ID_OTHER, id, NULL, source);
	fairlead_records_add_attribute (records, entity, FAIRLEAD_ATTRIBUTE_COUNTRY, "PA", NULL,
	                                source);
	fairlead_records_add_attribute (records, entity, FAIRLEAD_ATTRIBUTE_FORMED, "2011-04-05",
	                                NULL, source);
}

static FairleadEntity
find (FairleadRecords *records, guint32 number)
{
	char key[32];

	g_snprintf (key, sizeof key, "made:%u", number);
	return fairlead_records_find (records, key);
}

static FairleadNetwork *
make_network (guint32 n_vertices, guint32 n_links)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
	guint32 companies = fairlead_records_add_file (records, "made/companies.csv");
	guint32 holdings = fairlead_records_add_file (records, "made/holdings.csv");

	for (guint32 i = 0; i < n_vertices; i++)
		add_company (records, companies, i);
	for (guint32 i = 0; i < n_links; i++) {
		guint32 from = (guint32) g_rand_int_range (random, 0, (gint32) n_vertices);
		guint32 to = (guint32) g_rand_int_range (random, 0, (gint32) n_vertices);
		FairleadLinkRow link =
			fairlead_link_row (find (records, from), FAIRLEAD_LINK_SHAREHOLDER,
		                           find (records, to), (FairleadSource){ holdings, i + 2 });

		fairlead_share_parse ("25-50", &link.share);
		fairlead_date_parse ("2014-05-06", FAIRLEAD_DATE_DAY_FIRST, &link.period.start,
		                     NULL);
		fairlead_records_add_link (records, &link);
	}
	return fairlead_network_new (records);
}

/* ---- a stream that only counts ---- */

typedef struct {
	GOutputStream parent;
	guint64 n_bytes;
	long peak; /* of resident memory when the first bytes came, in KiB */
} CountingStream;

typedef struct {
	GOutputStreamClass parent;
} CountingStreamClass;

GType counting_stream_get_type (void);
G_DEFINE_TYPE (CountingStream, counting_stream, G_TYPE_OUTPUT_STREAM)

static long
peak_memory (void)
{
	struct rusage usage;

	getrusage (RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

static gssize
count_bytes (GOutputStream *stream, const void *bytes, gsize n, GCancellable *cancellable,
             GError **error)
{
	CountingStream *self = (CountingStream *) stream;

	(void) bytes;
	(void) cancellable;
	(void) error;
	if (self->n_bytes == 0)
		self->peak = peak_memory ();
	self->n_bytes += n;
	return (gssize) n;
}

static void
counting_stream_class_init (CountingStreamClass *class)
{
	((GOutputStreamClass *) class)->write_fn = count_bytes;
}

static void
counting_stream_init (CountingStream *self)
{
	(void) self;
}

static gboolean
measure (FairleadExportFormat format, const FairleadExport *export, GError **error)
{
	for (guint n = 0;; n++) {
		g_autofree char *path = fairlead_export_dup_path (format, "a", n);
		g_autoptr (GOutputStream) stream = g_object_new (counting_stream_get_type (), NULL);
		const CountingStream *counted = (CountingStream *) stream;
		double start = processor_seconds (), seconds;

		if (path == NULL)
			return TRUE;
		if (!fairlead_export_write (format, n, export, "a", stream, NULL, error))
			return FALSE;
		seconds = processor_seconds () - start;
		printf ("%s: %.1f MB, processor %.2f s, %.1f MB/s, memory grew by %.1f MB from the "
		        "first byte to the last\n",
		        path, (double) counted->n_bytes / 1e6, seconds,
		        (double) counted->n_bytes / 1e6 / seconds,
		        (double) (peak_memory () - counted->peak) / 1024.0);
	}
}

int
main (int argc, char *argv[])
{
	guint32 n_vertices = argc > 2 ? (guint32) atoi (argv[2]) : 2000000;
	guint32 n_links = argc > 3 ? (guint32) atoi (argv[3]) : 3500000;
	g_autoptr (FairleadNetwork) network = NULL;
	g_autoptr (FairleadSelection) selection = NULL;
	g_autoptr (GError) error = NULL;
	FairleadParameters parameters;
	FairleadExportFormat format;

	if (argc < 2 || !fairlead_export_format_from_name (argv[1], &format)) {
		fprintf (stderr, "usage: export FORMAT [N_VERTICES N_LINKS]\n");
		return 2;
	}
	fairlead_parameters_init (&parameters);
	network = make_network (n_vertices, n_links);
	selection = fairlead_selection_new (network, NULL, &(FairleadSelector){ 0 });
	if (measure (format,
	             &(FairleadExport){ .network = network,
	                                .parameters = &parameters,
	                                .selection = selection },
	             &error))
		return 0;
	fprintf (stderr, "export: %s\n", error->message);
	return 1;
}
