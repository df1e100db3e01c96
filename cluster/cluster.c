/* cluster/cluster.c */
#include "cluster/cluster.h"

#include <stdio.h>
#include <stdlib.h>

int
cluster_rank (void)
{
	int rank = 0;

	MPI_Comm_rank (MPI_COMM_WORLD, &rank);
	return rank;
}

int
cluster_size (void)
{
	int size = 1;

	MPI_Comm_size (MPI_COMM_WORLD, &size);
	return size;
}

void
cluster_fail (const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list arguments;

	va_start (arguments, format);
	text = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	fprintf (stderr, "fairlead-cluster: rank %d of %d: %s\n", cluster_rank (), cluster_size (),
	         text);
	fflush (stderr);
	MPI_Abort (MPI_COMM_WORLD, 2);
	abort ();
}

void
cluster_fail_on (GError *error)
{
	if (error != NULL)
		cluster_fail ("%s", error->message);
}

void
cluster_check (PetscErrorCode code, const char *what)
{
	const char *text = NULL;

	if (code == 0)
		return;
	PetscErrorMessage (code, &text, NULL);
	cluster_fail ("%s: %s", what, text != NULL ? text : "failed");
}

guint64
cluster_sum (guint64 value)
{
	MPI_Allreduce (MPI_IN_PLACE, &value, 1, MPI_UINT64_T, MPI_SUM, MPI_COMM_WORLD);
	return value;
}

double
cluster_sum_real (double value)
{
	MPI_Allreduce (MPI_IN_PLACE, &value, 1, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
	return value;
}

double
cluster_greatest (double value)
{
	MPI_Allreduce (MPI_IN_PLACE, &value, 1, MPI_DOUBLE, MPI_MAX, MPI_COMM_WORLD);
	return value;
}

gboolean
cluster_any (gboolean value)
{
	return cluster_sum (value ? 1 : 0) > 0;
}

void
cluster_say (const char *format, ...)
{
	va_list arguments;

	if (cluster_rank () != 0)
		return;
	va_start (arguments, format);
	vprintf (format, arguments);
	va_end (arguments);
	fflush (stdout);
}
