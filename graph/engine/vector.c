/* graph/engine/vector.c */
#include "graph/engine/vector.h"

#include <math.h>
#include <string.h>

#include "ingest/record/error.h"

#define ROUNDING 1e9

struct _FairleadVector {
	GMappedFile *file;    /* (nullable): that the values are in */
	double *own;          /* (nullable): else */
	const double *values; /* [n] */
	guint64 n;
	FairleadSolve solve;
	FairleadArcs *part; /* (nullable) */
};

FairleadVector *
fairlead_vector_new (double *values, guint64 n, FairleadSolve solve)
{
	FairleadVector *self = g_new0 (FairleadVector, 1);

	self->own = values;
	self->values = values;
	self->n = n;
	self->solve = solve;
	return self;
}

FairleadVector *
fairlead_vector_open (const char *path, guint64 key, GError **error)
{
	FairleadBinaryHead head;
	const guint64 *body;
	g_autoptr (GMappedFile) file =
		fairlead_binary_map (path, FAIRLEAD_VALUES_MAGIC, &head, &body, error);
	FairleadVector *self;

	if (file == NULL)
		return NULL;
	if (head.n != head.n_words || head.words[0] != key) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_INVALID_VALUE,
		                       "answers another question, or one of another network");
		return NULL;
	}
	if (head.words[1] != TRUE) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_NO_CONVERGENCE,
		                       "did not converge");
		return NULL;
	}
	self = fairlead_vector_new (NULL, head.n, (FairleadSolve){ TRUE, head.words[2], 0.0 });
	memcpy (&self->solve.residual, &head.words[3], sizeof self->solve.residual);
	self->values = (const double *) (gconstpointer) body;
	self->file = g_steal_pointer (&file);
	return self;
}

void
fairlead_vector_free (FairleadVector *self)
{
	g_clear_pointer (&self->file, g_mapped_file_unref);
	g_clear_pointer (&self->part, fairlead_arcs_free);
	g_free (self->own);
	g_free (self);
}

guint64
fairlead_vector_get_n (const FairleadVector *self)
{
	return self->n;
}

FairleadSolve
fairlead_vector_get_solve (const FairleadVector *self)
{
	return self->solve;
}

double
fairlead_vector_get (const FairleadVector *self, guint64 vertex)
{
	return self->values[vertex];
}

double *
fairlead_vector_dup_values (const FairleadVector *self)
{
	double *values = g_new (double, MAX (self->n, 1));

	if (self->n > 0)
		memcpy (values, self->values, self->n * sizeof *values);
	return values;
}

FairleadArcs *
fairlead_vector_get_part (const FairleadVector *self)
{
	return self->part;
}

void
fairlead_vector_take_part (FairleadVector *self, FairleadArcs *part)
{
	self->part = part;
}

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

GArray *
fairlead_vector_dup_top (const FairleadVector *self, guint k)
{
	GArray *tops = g_array_new (FALSE, FALSE, sizeof (FairleadTop));
	double greatest = 0.0;

	for (guint64 i = 0; i < self->n; i++)
		greatest = MAX (greatest, self->values[i]);
	if (!(greatest > 0.0))
		return tops;
	for (guint64 i = 0; i < self->n; i++) {
		FairleadTop top = { i, self->values[i] };

		if (tops->len == 2 * (gsize) k + 64) { /* a sort for every k values */
			g_array_sort_with_data (tops, compare_tops, &greatest);
			g_array_set_size (tops, k);
		}
		if (round (top.value * ROUNDING / greatest) > 0.0)
			g_array_append_val (tops, top);
	}
	g_array_sort_with_data (tops, compare_tops, &greatest);
	g_array_set_size (tops, MIN (tops->len, k));
	return tops;
}
