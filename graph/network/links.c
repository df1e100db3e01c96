/* graph/network/links.c */
#include "graph/network/links-private.h"

#include "graph/network/index.h"
#include "ingest/record/pages.h"

#define PARALLEL_FROM 100000u /* links; sorting fewer costs less than a thread */
#define BLOCK 4096u           /* links; their keys stay near the processor */

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

/* The links of one vertex: mostly one or two, of a hub tens of thousands */
static void
sort_keys (LinkKey *keys, guint32 n)
{
	if (n == 2 && compare_links (&keys[0], &keys[1]) > 0) {
		LinkKey first = keys[0];

		keys[0] = keys[1];
		keys[1] = first;
	} else if (n > 2) {
		qsort (keys, n, sizeof *keys, compare_links);
	}
}

/* The vertices from @first on whose links fill a block, one of them at least */
static FairleadVertex
end_of_block (const Range *range, FairleadVertex first)
{
	FairleadVertex end = first + 1;

	while (end < range->end && range->start[end + 1] - range->start[first] <= BLOCK)
		end++;
	return end;
}

/* All keys are gathered before the first is sorted, so that the reads, which are all over the
 * tables, wait for each other as little as can be */
static void
sort_block (const Range *range, FairleadVertex first, FairleadVertex end, GArray *block)
{
	guint32 start = range->start[first], n = range->start[end] - start;
	FairleadLinks *links = range->links;
	LinkKey *keys;

	g_array_set_size (block, n);
	keys = (LinkKey *) (gpointer) block->data;
	for (guint32 i = 0; i < n; i++)
		keys[i] = key_of (range, links->row[start + i]);
	for (FairleadVertex vertex = first; vertex < end; vertex++) {
		guint32 own = range->start[vertex], n_own = range->start[vertex + 1] - own;

		sort_keys (keys + (own - start), n_own);
		for (guint32 i = 0; i < n_own; i++)
			links->from[own + i] = vertex;
	}
	for (guint32 i = 0; i < n; i++) {
		links->row[start + i] = keys[i].row;
		links->to[start + i] = keys[i].to;
		links->kind[start + i] = keys[i].kind;
	}
}

static gpointer
sort_range (gpointer data)
{
	const Range *range = data;
	g_autoptr (GArray) block = g_array_new (FALSE, FALSE, sizeof (LinkKey));

	for (FairleadVertex first = range->first, end; first < range->end; first = end) {
		end = end_of_block (range, first);
		sort_block (range, first, end, block);
	}
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

	self->from = FAIRLEAD_NEW_LARGE (FairleadVertex, self->n);
	self->to = FAIRLEAD_NEW_LARGE (FairleadVertex, self->n);
	self->kind = FAIRLEAD_NEW_LARGE (guint8, self->n);
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
	g_clear_pointer (&self->kind, g_free);
}

void
fairlead_incoming_init (FairleadIncoming *self, FairleadNetwork *network)
{
	const FairleadLinks *links = fairlead_network_get_ends (network);

	fairlead_group_rows (links->to, links->n, fairlead_network_get_n_vertices (network),
	                     &self->start, &self->links);
}

void
fairlead_incoming_clear (FairleadIncoming *self)
{
	g_clear_pointer (&self->start, g_free);
	g_clear_pointer (&self->links, g_free);
}
