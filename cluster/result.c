/* cluster/result.c */
#include "cluster/result.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define VALUES_AT_ONCE (1u << 24)
#define ROUNDING 1e9

char *
cluster_result_dup_path (const char *folder, const FairleadStep *step, const char *ending)
{
	g_autofree char *base = g_strconcat (step->name, ending, NULL);

	return g_build_filename (folder, base, NULL);
}

gboolean
cluster_result_is_there (const char *path, guint64 key)
{
	gboolean is_there = FALSE;

	if (cluster_rank () == 0 && g_file_test (path, G_FILE_TEST_EXISTS)) {
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadVector) vector = fairlead_vector_open (path, key, &error);

		is_there = vector != NULL;
	}
	return cluster_any (is_there);
}

/* ---- in the order of the file ---- */

/* (transfer full): of the vertices that this rank has in the even spread */
static double *
put_in_order (const ClusterSpread *spread, const double *values)
{
	g_autoptr (ClusterPost) post = cluster_post_new ();
	g_autoptr (GArray) in = g_array_new (FALSE, FALSE, sizeof (ClusterParcel));
	guint64 n = cluster_spread_n_own (spread);
	guint64 n_even = spread->even[cluster_rank () + 1] - spread->even[cluster_rank ()];
	double *ordered = g_new0 (double, MAX (n_even, 1));

	if (spread->original == NULL) {
		if (n > 0)
			memcpy (ordered, values, n * sizeof *values);
		return ordered;
	}
	for (guint64 i = 0; i < n; i++) {
		guint64 vertex = spread->original[i];
		int rank = cluster_spread_even_owner (spread, vertex);

		cluster_post_send (
			post, rank,
			(ClusterParcel){ vertex - spread->even[rank], 0, { values[i] } });
	}
	cluster_post_exchange (post, in);
	for (guint i = 0; i < in->len; i++) {
		const ClusterParcel *parcel = &g_array_index (in, ClusterParcel, i);

		ordered[parcel->to] = parcel->value.real;
	}
	return ordered;
}

static void
check_write (int code, const char *path)
{
	char text[MPI_MAX_ERROR_STRING] = "";
	int length;

	if (code == MPI_SUCCESS)
		return;
	MPI_Error_string (code, text, &length);
	cluster_fail ("%s: cannot be written: %s", path, text);
}

static void
write_body (MPI_File file, const char *path, guint64 first, const double *values, guint64 n,
            guint64 largest)
{
	for (guint64 done = 0; done < MAX (largest, 1); done += VALUES_AT_ONCE) {
		guint64 from = MIN (done, n);
		MPI_Offset offset =
			(MPI_Offset) (FAIRLEAD_BINARY_HEAD + (first + from) * sizeof *values);

		check_write (MPI_File_write_at_all (file, offset, values + from,
		                                    (int) MIN (n - from, VALUES_AT_ONCE),
		                                    MPI_DOUBLE, MPI_STATUS_IGNORE),
		             path);
	}
}

static void
write_ends (MPI_File file, const char *path, const FairleadBinaryHead *head, guint64 sum)
{
	MPI_Offset offset = (MPI_Offset) (FAIRLEAD_BINARY_HEAD + head->n_words * sizeof sum);

	if (cluster_rank () != 0)
		return;
	check_write (MPI_File_write_at (file, 0, head, sizeof *head, MPI_BYTE, MPI_STATUS_IGNORE),
	             path);
	check_write (MPI_File_write_at (file, offset, &sum, 1, MPI_UINT64_T, MPI_STATUS_IGNORE),
	             path);
}

void
cluster_result_write (const char *path, guint64 key, const ClusterSpread *spread,
                      const double *values, FairleadSolve solve)
{
	g_autofree double *ordered = put_in_order (spread, values);
	g_autofree char *part = g_strconcat (path, ".part", NULL);
	guint64 first = spread->even[cluster_rank ()];
	guint64 n = spread->even[cluster_rank () + 1] - first;
	FairleadBinaryHead head = { .version = FAIRLEAD_BINARY_VERSION,
		                    .order = FAIRLEAD_BINARY_ORDER,
		                    .n = spread->n,
		                    .n_words = spread->n,
		                    .words = { key, solve.converged, solve.iterations } };
	MPI_File file;
	guint64 sum;

	memcpy (head.magic, FAIRLEAD_VALUES_MAGIC, sizeof head.magic);
	memcpy (&head.words[3], &solve.residual, sizeof solve.residual);
	sum = cluster_sum (
		fairlead_binary_sum (first, (const guint64 *) (gconstpointer) ordered, n));
	check_write (MPI_File_open (MPI_COMM_WORLD, part, MPI_MODE_CREATE | MPI_MODE_WRONLY,
	                            MPI_INFO_NULL, &file),
	             part);
	MPI_File_set_size (file, 0);
	write_body (file, part, first, ordered, n, (guint64) cluster_greatest ((double) n));
	write_ends (file, part, &head, sum);
	MPI_File_sync (file);
	MPI_File_close (&file);
	if (cluster_rank () == 0 && g_rename (part, path) != 0)
		cluster_fail ("%s: cannot be put in its place: %s", path, g_strerror (errno));
	MPI_Barrier (MPI_COMM_WORLD);
}

/* ---- the greatest ---- */

static gint
compare_tops (gconstpointer a, gconstpointer b, gpointer greatest)
{
	const FairleadTop *first = a, *second = b;
	const double scale = ROUNDING / *(const double *) greatest;
	double one = round (first->value * scale), other = round (second->value * scale);

	if (one < other || one > other)
		return one > other ? -1 : 1;
	return first->vertex < second->vertex ? -1 : first->vertex > second->vertex;
}

static void
keep_greatest (GArray *tops, guint k, double greatest)
{
	g_array_sort_with_data (tops, compare_tops, &greatest);
	g_array_set_size (tops, MIN (tops->len, k));
}

static void
write_rows (const char *path, const GArray *tops)
{
	g_autoptr (GString) text = g_string_new ("place,vertex,value\n");
	g_autoptr (GError) error = NULL;
	char value[G_ASCII_DTOSTR_BUF_SIZE];

	for (guint i = 0; i < tops->len; i++) {
		const FairleadTop *top = &g_array_index (tops, FairleadTop, i);

		g_string_append_printf (text, "%u,%" G_GUINT64_FORMAT ",%s\n", i + 1, top->vertex,
		                        g_ascii_formatd (value, sizeof value, "%.12g", top->value));
	}
	g_file_set_contents (path, text->str, (gssize) text->len, &error);
	cluster_fail_on (error);
}

void
cluster_result_write_top (const char *path, const ClusterSpread *spread, const double *values,
                          guint k)
{
	g_autoptr (ClusterPost) post = cluster_post_new ();
	g_autoptr (GArray) in = g_array_new (FALSE, FALSE, sizeof (ClusterParcel));
	g_autoptr (GArray) tops = g_array_new (FALSE, FALSE, sizeof (FairleadTop));
	double greatest = 0.0;
	guint64 n = cluster_spread_n_own (spread);

	for (guint64 i = 0; i < n; i++)
		greatest = MAX (greatest, values[i]);
	greatest = cluster_greatest (greatest);
	for (guint64 i = 0; i < n; i++) {
		FairleadTop top = { cluster_spread_original (spread, i), values[i] };

		if (round (top.value * ROUNDING / greatest) > 0.0)
			g_array_append_val (tops, top);
		if (tops->len > 2 * (gsize) k + 64)
			keep_greatest (tops, k, greatest);
	}
	keep_greatest (tops, k, greatest);
	for (guint i = 0; i < tops->len; i++) {
		const FairleadTop *top = &g_array_index (tops, FairleadTop, i);

		cluster_post_send (post, 0, (ClusterParcel){ 0, top->vertex, { top->value } });
	}
	cluster_post_exchange (post, in);
	g_array_set_size (tops, 0);
	for (guint i = 0; i < in->len; i++) {
		const ClusterParcel *parcel = &g_array_index (in, ClusterParcel, i);
		FairleadTop top = { parcel->word, parcel->value.real };

		g_array_append_val (tops, top);
	}
	keep_greatest (tops, k, greatest);
	if (cluster_rank () == 0)
		write_rows (path, tops);
}
