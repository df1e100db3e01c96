/* graph/network/index.c */
#include "graph/network/index.h"

#include "ingest/record/pages.h"

typedef struct {
	const FairleadColumns *columns;
	const guint32 *file_rank;
} SourceOrder;

static gint
compare_sources (gconstpointer a, gconstpointer b, gpointer user_data)
{
	const SourceOrder *order = user_data;
	guint32 row_a = *(const guint32 *) a, row_b = *(const guint32 *) b;
	FairleadSource source_a = fairlead_columns_get_source (order->columns, row_a);
	FairleadSource source_b = fairlead_columns_get_source (order->columns, row_b);
	guint32 file_a = order->file_rank[source_a.file], file_b = order->file_rank[source_b.file];

	if (file_a != file_b)
		return file_a < file_b ? -1 : 1;
	if (source_a.line != source_b.line)
		return source_a.line < source_b.line ? -1 : 1;
	return row_a < row_b ? -1 : row_a > row_b;
}

void
fairlead_group_rows (const guint32 *group_of, guint32 n, guint32 n_groups, guint32 **start,
                     guint32 **rows)
{
	guint32 *first = FAIRLEAD_NEW_LARGE0 (guint32, (gsize) n_groups + 2);
	guint32 *sorted = FAIRLEAD_NEW_LARGE (guint32, n);

	/* Counted one cell to the right, so that filling leaves each cell at its group's start */
	for (guint32 i = 0; i < n; i++)
		first[(gsize) group_of[i] + 2]++;
	for (gsize group = 2; group < (gsize) n_groups + 2; group++)
		first[group] += first[group - 1];
	for (guint32 i = 0; i < n; i++)
		sorted[first[(gsize) group_of[i] + 1]++] = i;
	*start = first;
	*rows = sorted;
}

void
fairlead_index_build (FairleadIndex *self, const FairleadColumns *columns,
                      const FairleadVertex *vertex_of, guint32 n_vertices, const guint32 *file_rank)
{
	SourceOrder order = { columns, file_rank };
	g_autofree guint32 *group_of = g_new (guint32, MAX (columns->n, 1));

	for (guint row = 0; row < columns->n; row++)
		group_of[row] = vertex_of[fairlead_columns_get_entity (columns, row)];
	fairlead_group_rows (group_of, columns->n, n_vertices, &self->start, &self->rows);
	for (guint32 vertex = 0; vertex < n_vertices; vertex++) {
		guint32 n = self->start[vertex + 1] - self->start[vertex];

		if (n > 1)
			g_qsort_with_data (self->rows + self->start[vertex], (gint) n,
			                   sizeof (guint32), compare_sources, &order);
	}
}

/* ---- events ---- */

#define N_PARTIES 3

/* The vertices of an event, each once; @n_vertices stands for none */
static void
find_parties (const FairleadEventRow *row, const FairleadVertex *vertex_of, guint32 n_vertices,
              guint32 *parties)
{
	const FairleadEntity entities[N_PARTIES] = { row->vessel, row->other, row->place };

	for (guint k = 0; k < N_PARTIES; k++) {
		parties[k] =
			entities[k] == FAIRLEAD_NO_ENTITY ? n_vertices : vertex_of[entities[k]];
		for (guint before = 0; before < k; before++)
			if (parties[before] == parties[k])
				parties[k] = n_vertices;
	}
}

void
fairlead_index_build_events (FairleadIndex *self, FairleadRecords *records,
                             const FairleadVertex *vertex_of, guint32 n_vertices,
                             const guint32 *file_rank)
{
	guint n;
	const FairleadEventRow *events = fairlead_records_get_events (records, &n);
	const FairleadColumns columns = { (const char *) events, sizeof *events,
		                          G_STRUCT_OFFSET (FairleadEventRow, vessel),
		                          G_STRUCT_OFFSET (FairleadEventRow, source), n };
	SourceOrder order = { &columns, file_rank };
	g_autofree guint32 *group_of = g_new (guint32, MAX ((gsize) n * N_PARTIES, 1));

	for (guint row = 0; row < n; row++)
		find_parties (&events[row], vertex_of, n_vertices, &group_of[row * N_PARTIES]);
	fairlead_group_rows (group_of, n * N_PARTIES, n_vertices + 1, &self->start, &self->rows);
	for (guint32 i = 0; i < n * N_PARTIES; i++)
		self->rows[i] /= N_PARTIES;
	for (guint32 vertex = 0; vertex < n_vertices; vertex++)
		g_qsort_with_data (self->rows + self->start[vertex],
		                   (gint) (self->start[vertex + 1] - self->start[vertex]),
		                   sizeof (guint32), compare_sources, &order);
}

void
fairlead_index_clear (FairleadIndex *self)
{
	g_clear_pointer (&self->start, g_free);
	g_clear_pointer (&self->rows, g_free);
}

FairleadRows
fairlead_index_get (const FairleadIndex *self, FairleadVertex vertex)
{
	guint32 first = self->start[vertex];

	return (FairleadRows){ self->rows + first, self->start[vertex + 1] - first };
}
