/* graph/network/links.c */
#include "graph/network/links.h"

#include "graph/network/index.h"

#define PARALLEL_FROM 100000u /* links; sorting fewer costs less than a thread */

/* What the order of links goes by, gathered once: a hub has tens of thousands */
typedef struct {
	FairleadVertex to;
	gint32 first_day;
	guint32 file_rank;
	guint32 line;
	guint32 row;
	guint8 kind;
} LinkKey;

/* A range of vertices, all of whose links one thread sorts */
typedef struct {
	FairleadLinks *links;
	FairleadRecords *records;
	const FairleadLinkFact *facts;
	const FairleadVertex *vertex_of;
	const guint32 *file_rank;
	const guint32 *start; /* the first link of each vertex */
	FairleadVertex first;
	FairleadVertex end;
} Range;

#define COMPARE(a, b)   \
	if ((a) != (b)) \
	return (a) < (b) ? -1 : 1

static gint
compare_links (gconstpointer a, gconstpointer b)
{
	const LinkKey *key_a = a, *key_b = b;

	COMPARE (key_a->to, key_b->to);
	COMPARE (key_a->kind, key_b->kind);
	COMPARE (key_a->first_day, key_b->first_day);
	COMPARE (key_a->file_rank, key_b->file_rank);
	COMPARE (key_a->line, key_b->line);
	COMPARE (key_a->row, key_b->row);
	return 0;
}

static LinkKey
key_of (const Range *range, guint32 row)
{
	const FairleadLinkFact *fact = &range->facts[row];

	return (LinkKey){
		.to = range->vertex_of[fact->to],
		.first_day =
			fairlead_records_get_period (range->records, fact->period)->start.first,
		.file_rank = range->file_rank[fact->source.file],
		.line = fact->source.line,
		.row = row,
		.kind = fact->kind,
	};
}

static void
sort_links_of (const Range *range, FairleadVertex vertex, GArray *keys)
{
	guint32 start = range->start[vertex], n = range->start[vertex + 1] - start;
	LinkKey *key;

	g_array_set_size (keys, n);
	key = (LinkKey *) (gpointer) keys->data;
	for (guint32 i = 0; i < n; i++)
		key[i] = key_of (range, range->links->row[start + i]);
	if (n > 1)
		qsort (key, n, sizeof *key, compare_links);
	for (guint32 i = 0; i < n; i++) {
		range->links->row[start + i] = key[i].row;
		range->links->from[start + i] = vertex;
		range->links->to[start + i] = key[i].to;
	}
}

static gpointer
sort_range (gpointer data)
{
	const Range *range = data;
	g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (LinkKey));

	for (FairleadVertex vertex = range->first; vertex < range->end; vertex++)
		sort_links_of (range, vertex, keys);
	return NULL;
}

/* The vertex at which half of the links are behind */
static FairleadVertex
find_middle (const guint32 *start, guint32 n_vertices)
{
	FairleadVertex low = 0, high = n_vertices;

	while (low < high) {
		FairleadVertex middle = low + (high - low) / 2;

		if (start[middle] < start[n_vertices] / 2)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* No vertex is in both halves, so that two threads give what one does */
static void
sort_halves (Range whole)
{
	Range left = whole, right = whole;
	GThread *thread = NULL;

	left.end = right.first = find_middle (whole.start, whole.end);
	if (whole.links->n >= PARALLEL_FROM && g_get_num_processors () > 1)
		thread = g_thread_try_new ("links", sort_range, &left, NULL);
	if (thread == NULL)
		sort_range (&left);
	sort_range (&right);
	if (thread != NULL)
		g_thread_join (thread);
}

void
fairlead_links_init (FairleadLinks *self, FairleadRecords *records, const FairleadVertex *vertex_of,
                     guint32 n_vertices, const guint32 *file_rank)
{
	const FairleadLinkFact *facts = fairlead_records_get_links (records, &self->n);
	g_autofree guint32 *start = NULL;

	self->from = g_new (FairleadVertex, MAX (self->n, 1));
	self->to = g_new (FairleadVertex, MAX (self->n, 1));
	for (guint32 i = 0; i < self->n; i++)
		self->from[i] = vertex_of[facts[i].from];
	fairlead_group_rows (self->from, self->n, n_vertices, &start, &self->row);
	sort_halves ((Range){ self, records, facts, vertex_of, file_rank, start, 0, n_vertices });
}

void
fairlead_links_clear (FairleadLinks *self)
{
	g_clear_pointer (&self->row, g_free);
	g_clear_pointer (&self->from, g_free);
	g_clear_pointer (&self->to, g_free);
}
