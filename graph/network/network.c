/* graph/network/network.c */
#include "graph/network/network.h"

#include <string.h>

#include "graph/network/as-of.h"
#include "graph/network/index.h"
#include "graph/network/join.h"
#include "graph/network/links-private.h"

/* Of names that are one in Latin letters alone. A judgement: no list says how often it holds. */
#define CONFIDENCE_ROMANISED 0.75f

#define DAYS_OF_YEAR 365.2425

struct _FairleadNetwork {
	GObject parent;
	FairleadRecords *records;
	FairleadDecisions *decisions; /* NULL: none */
	gboolean merges;
	FairleadJoin join;
	guint32 *file_rank; /* of each file, by path: makes orders independent of loading */
	guint8 *kind;       /* of each vertex */
	guint8 *is_stub;    /* of each vertex */
	FairleadText *name; /* of each vertex; 0 where it has none */
	FairleadLinks links;
	FairleadAsOf as_of;           /* of an open day where the network is of none */
	guint8 *is_later_designation; /* (nullable): of each row */
	gint32 last_day;              /* that ages are counted to; open in the past: none */
	FairleadIndex entities;       /* the indexes are built when first asked for */
	FairleadIndex names;
	FairleadIndex identifiers;
	FairleadIndex attributes;
	FairleadIndex designations;
	FairleadIndex events;
};

G_DEFINE_FINAL_TYPE (FairleadNetwork, fairlead_network, G_TYPE_OBJECT)

/* ---- building ---- */

typedef struct {
	const char *path;
	guint32 file;
} FilePath;

static gint
compare_paths (gconstpointer a, gconstpointer b)
{
	return strcmp (((const FilePath *) a)->path, ((const FilePath *) b)->path);
}

static void
rank_files (FairleadNetwork *self)
{
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (self->records, &n);
	g_autofree FilePath *paths = g_new (FilePath, MAX (n, 1));

	for (guint i = 0; i < n; i++)
		paths[i] =
			(FilePath){ fairlead_records_get_text (self->records, files[i].path), i };
	qsort (paths, n, sizeof *paths, compare_paths);
	self->file_rank = g_new (guint32, MAX (n, 1));
	for (guint rank = 0; rank < n; rank++)
		self->file_rank[paths[rank].file] = rank;
}

static void
fill_kinds (FairleadNetwork *self)
{
	guint32 n_vertices = self->join.n_vertices;
	guint n;
	const FairleadEntityRow *rows = fairlead_records_get_entities (self->records, &n);

	self->kind = g_new0 (guint8, MAX (n_vertices, 1));
	self->is_stub = g_malloc (MAX (n_vertices, 1));
	memset (self->is_stub, TRUE, n_vertices);
	for (guint i = 0; i < n; i++) {
		FairleadVertex vertex = self->join.vertex_of[i];

		/* Only kinds that agree were joined; of those the greater is the more exact one */
		self->kind[vertex] = MAX (self->kind[vertex], rows[i].kind);
		if (!(rows[i].flags & FAIRLEAD_ENTITY_STUB))
			self->is_stub[vertex] = FALSE;
	}
}

#define COMPARE(a, b)   \
	if ((a) != (b)) \
	return (a) < (b) ? -1 : 1

static gint
compare_names (FairleadNetwork *self, const FairleadNameRow *a, const FairleadNameRow *b)
{
	COMPARE (a->type, b->type);
	COMPARE (a->weak, b->weak);
	COMPARE (self->file_rank[a->source.file], self->file_rank[b->source.file]);
	COMPARE (a->source.line, b->source.line);
	return strcmp (fairlead_records_get_text (self->records, a->text),
	               fairlead_records_get_text (self->records, b->text));
}

/* What a record calls itself comes before what others call it */
static gboolean
is_named_only (const FairleadEntityRow *row)
{
	return (row->flags & FAIRLEAD_ENTITY_NAMED) != 0;
}

static void
fill_names (FairleadNetwork *self)
{
	guint n, n_entities;
	const FairleadNameRow *rows = fairlead_records_get_names (self->records, &n);
	const FairleadEntityRow *entities =
		fairlead_records_get_entities (self->records, &n_entities);
	g_autofree guint32 *best = g_new0 (guint32, MAX (self->join.n_vertices, 1));

	for (guint i = 0; i < n; i++) {
		guint32 *slot = &best[self->join.vertex_of[rows[i].entity]];
		const FairleadNameRow *before = *slot == 0 ? NULL : &rows[*slot - 1];
		gboolean named = is_named_only (&entities[rows[i].entity]);
		gboolean before_named = before != NULL && is_named_only (&entities[before->entity]);

		if (before == NULL || (before_named && !named)
		    || (before_named == named && compare_names (self, &rows[i], before) < 0))
			*slot = i + 1;
	}
	self->name = g_new0 (FairleadText, MAX (self->join.n_vertices, 1));
	for (guint32 vertex = 0; vertex < self->join.n_vertices; vertex++)
		if (best[vertex] != 0)
			self->name[vertex] = rows[best[vertex] - 1].text;
}

static void
report_disputes (FairleadNetwork *self)
{
	guint n;
	const FairleadEntityRow *rows = fairlead_records_get_entities (self->records, &n);

	for (guint i = 0; i < n; i++)
		if (rows[i].flags & FAIRLEAD_ENTITY_DISPUTED)
			fairlead_records_add_issue (
				self->records, FAIRLEAD_ISSUE_KIND_CONFLICT, rows[i].source,
				"the records of %s disagree on its kind; taken as a %s",
				fairlead_records_get_text (self->records, rows[i].key),
				fairlead_kind_name (rows[i].kind));
}

static void
report_dangling (FairleadNetwork *self)
{
	guint n;
	const FairleadEntityRow *rows = fairlead_records_get_entities (self->records, &n);

	for (guint i = 0; i < n; i++) {
		FairleadVertex vertex = self->join.vertex_of[i];

		if (!self->is_stub[vertex] || self->join.ids[vertex] != rows[i].key
		    || (rows[i].flags & FAIRLEAD_ENTITY_NAMED))
			continue;
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_DANGLING_REFERENCE,
		                            rows[i].source, "%s",
		                            fairlead_records_get_text (self->records, rows[i].key));
	}
}

static void
go_back_to_day (FairleadNetwork *self)
{
	const FairleadAsOfView view = { self->records, self->join.vertex_of,
		                        self->join.n_vertices };

	self->last_day = self->as_of.day;
	self->is_later_designation = fairlead_as_of_find_later_designations (&view, &self->as_of);
	fairlead_as_of_filter_links (&view, &self->links, &self->as_of);
}

FairleadNetwork *
fairlead_network_new_as_of (FairleadRecords *records, gint32 day)
{
	return fairlead_network_new_with (records, NULL, FALSE, day);
}

FairleadNetwork *
fairlead_network_new_with (FairleadRecords *records, FairleadDecisions *decisions, gboolean merges,
                           gint32 day)
{
	FairleadNetwork *self = g_object_new (FAIRLEAD_TYPE_NETWORK, NULL);

	self->as_of.day = day;
	self->records = g_object_ref (records);
	self->decisions = decisions == NULL ? NULL : fairlead_decisions_ref (decisions);
	self->merges = merges;
	fairlead_join_init (&self->join, records, decisions, merges);
	rank_files (self);
	fill_kinds (self);
	fill_names (self);
	fairlead_links_init (&self->links, records, self->join.vertex_of, self->join.n_vertices,
	                     self->file_rank);
	self->last_day = fairlead_as_of_last_known_day (records);
	if (day != FAIRLEAD_DAY_OPEN_FUTURE)
		go_back_to_day (self);
	report_disputes (self);
	report_dangling (self);
	return self;
}

FairleadNetwork *
fairlead_network_new (FairleadRecords *records)
{
	return fairlead_network_new_as_of (records, FAIRLEAD_DAY_OPEN_FUTURE);
}

/* ---- reading ---- */

FairleadRecords *
fairlead_network_get_records (FairleadNetwork *self)
{
	return self->records;
}

const FairleadAsOf *
fairlead_network_get_as_of (FairleadNetwork *self)
{
	return self->as_of.day == FAIRLEAD_DAY_OPEN_FUTURE ? NULL : &self->as_of;
}

FairleadDecisions *
fairlead_network_get_decisions (FairleadNetwork *self)
{
	return self->decisions;
}

gboolean
fairlead_network_merges (FairleadNetwork *self)
{
	return self->merges;
}

gboolean
fairlead_network_has_merged (FairleadNetwork *self, guint n, FairleadVertex *vertex)
{
	const FairleadDecision *decision = fairlead_decisions_get (self->decisions, n);
	FairleadEntity left = fairlead_records_find (self->records, decision->left);
	FairleadEntity right = fairlead_records_find (self->records, decision->right);

	if (!self->merges || decision->verdict != FAIRLEAD_DECIDED_SAME
	    || left == FAIRLEAD_NO_ENTITY || right == FAIRLEAD_NO_ENTITY
	    || self->join.vertex_of[left] != self->join.vertex_of[right]
	    || !fairlead_decisions_stands (self->decisions, n))
		return FALSE;
	*vertex = self->join.vertex_of[left];
	return TRUE;
}

guint32
fairlead_network_get_n_vertices (FairleadNetwork *self)
{
	return self->join.n_vertices;
}

guint32
fairlead_network_get_n_links (FairleadNetwork *self)
{
	return self->links.n;
}

const char *
fairlead_network_get_id (FairleadNetwork *self, FairleadVertex vertex)
{
	return fairlead_records_get_text (self->records, self->join.ids[vertex]);
}

const char *
fairlead_network_get_name (FairleadNetwork *self, FairleadVertex vertex)
{
	FairleadText name = self->name[vertex];

	return fairlead_records_get_text (self->records, name != 0 ? name : self->join.ids[vertex]);
}

FairleadKind
fairlead_network_get_kind (FairleadNetwork *self, FairleadVertex vertex)
{
	return self->kind[vertex];
}

gboolean
fairlead_network_is_stub (FairleadNetwork *self, FairleadVertex vertex)
{
	return self->is_stub[vertex];
}

gboolean
fairlead_network_is_ambiguous (FairleadNetwork *self, FairleadVertex vertex)
{
	return self->join.is_ambiguous[vertex];
}

gboolean
fairlead_network_is_party (FairleadNetwork *self, FairleadVertex vertex)
{
	const guint places = 1u << FAIRLEAD_KIND_ADDRESS | 1u << FAIRLEAD_KIND_PORT;

	return !(1u << self->kind[vertex] & places);
}

FairleadVertex
fairlead_network_vertex_of (FairleadNetwork *self, FairleadEntity entity)
{
	return self->join.vertex_of[entity];
}

/* What came after the day is in no index */
static gboolean
is_later_attribute (FairleadNetwork *self, guint32 row)
{
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (self->records, &n);

	return fairlead_as_of_is_later (
		&self->as_of, fairlead_records_get_period (self->records, rows[row].period));
}

static gboolean
is_later_designation (FairleadNetwork *self, guint32 row)
{
	return self->is_later_designation != NULL && self->is_later_designation[row];
}

static gboolean
is_later_never (FairleadNetwork *self, guint32 row)
{
	(void) self;
	(void) row;
	return FALSE;
}

static void
drop_later (FairleadNetwork *self, FairleadIndex *index,
            gboolean (*is_later) (FairleadNetwork *, guint32))
{
	guint32 kept = 0, next = 0;

	for (guint32 vertex = 0; vertex < self->join.n_vertices; vertex++) {
		guint32 i = next;

		next = index->start[vertex + 1];
		index->start[vertex] = kept;
		for (; i < next; i++)
			if (!is_later (self, index->rows[i]))
				index->rows[kept++] = index->rows[i];
	}
	index->start[self->join.n_vertices] = kept;
}

static FairleadRows
rows_of (FairleadNetwork *self, FairleadIndex *index, FairleadColumns columns,
         gboolean (*is_later) (FairleadNetwork *, guint32), FairleadVertex vertex)
{
	if (index->start == NULL) {
		fairlead_index_build (index, &columns, self->join.vertex_of, self->join.n_vertices,
		                      self->file_rank);
		if (self->as_of.day != FAIRLEAD_DAY_OPEN_FUTURE)
			drop_later (self, index, is_later);
	}
	return fairlead_index_get (index, vertex);
}

/* Each of the fact tables, grouped by vertex */
#define ROWS_OF(Row, table, is_later)                                                            \
	FairleadRows fairlead_network_get_##table (FairleadNetwork *self, FairleadVertex vertex) \
	{                                                                                        \
		guint n;                                                                         \
		const Row *rows = fairlead_records_get_##table (self->records, &n);              \
                                                                                                 \
		return rows_of (self, &self->table, FAIRLEAD_COLUMNS (Row, rows, n), is_later,   \
		                vertex);                                                         \
	}

ROWS_OF (FairleadNameRow, names, is_later_never)
ROWS_OF (FairleadIdRow, identifiers, is_later_never)
ROWS_OF (FairleadAttributeRow, attributes, is_later_attribute)
ROWS_OF (FairleadDesignationRow, designations, is_later_designation)

FairleadRows
fairlead_network_get_entities (FairleadNetwork *self, FairleadVertex vertex)
{
	guint n;

	fairlead_records_get_entities (self->records, &n);
	if (self->entities.start == NULL)
		fairlead_group_rows (self->join.vertex_of, n, self->join.n_vertices,
		                     &self->entities.start, &self->entities.rows);
	return fairlead_index_get (&self->entities, vertex);
}

gboolean
fairlead_network_is_later_event (FairleadNetwork *self, guint event)
{
	guint n;
	const FairleadEventRow *rows = fairlead_records_get_events (self->records, &n);

	return self->as_of.day != FAIRLEAD_DAY_OPEN_FUTURE
	       && fairlead_as_of_is_later (
		       &self->as_of,
		       fairlead_records_get_period (self->records, rows[event].period));
}

static gboolean
is_later_event (FairleadNetwork *self, guint32 row)
{
	return fairlead_network_is_later_event (self, row);
}

FairleadRows
fairlead_network_get_events (FairleadNetwork *self, FairleadVertex vertex)
{
	if (self->events.start == NULL) {
		fairlead_index_build_events (&self->events, self->records, self->join.vertex_of,
		                             self->join.n_vertices, self->file_rank);
		if (self->as_of.day != FAIRLEAD_DAY_OPEN_FUTURE)
			drop_later (self, &self->events, is_later_event);
	}
	return fairlead_index_get (&self->events, vertex);
}

const FairleadLinkFact *
fairlead_network_get_link (FairleadNetwork *self, FairleadLink link)
{
	guint n;

	return &fairlead_records_get_links (self->records, &n)[self->links.row[link]];
}

float
fairlead_network_get_confidence (FairleadNetwork *self, FairleadLink link)
{
	const FairleadLinkFact *fact = fairlead_network_get_link (self, link);
	const guint8 *is_romanised = self->join.is_romanised;
	float confidence = fact->confidence;

	if (is_romanised == NULL)
		return confidence;
	confidence *= is_romanised[fact->from] ? CONFIDENCE_ROMANISED : 1.0f;
	confidence *= is_romanised[fact->to] ? CONFIDENCE_ROMANISED : 1.0f;
	return confidence;
}

const FairleadPeriod *
fairlead_network_get_period (FairleadNetwork *self, FairleadLink link)
{
	return fairlead_records_get_period (self->records,
	                                    fairlead_network_get_link (self, link)->period);
}

static gboolean
is_over (FairleadNetwork *self, const FairleadPeriod *period)
{
	return self->as_of.day == FAIRLEAD_DAY_OPEN_FUTURE ? fairlead_period_is_over (period)
	                                                   : period->end.last < self->as_of.day;
}

gboolean
fairlead_network_is_over (FairleadNetwork *self, FairleadLink link)
{
	return is_over (self, fairlead_network_get_period (self, link));
}

double
fairlead_network_get_age (FairleadNetwork *self, FairleadLink link)
{
	gint32 end = fairlead_network_get_period (self, link)->end.last;

	return end >= self->last_day ? 0.0
	                             : ((double) self->last_day - (double) end) / DAYS_OF_YEAR;
}

gboolean
fairlead_network_is_listing (FairleadNetwork *self, guint designation)
{
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (self->records, &n);

	return !is_later_designation (self, designation)
	       && !is_over (self,
	                    fairlead_records_get_period (self->records, rows[designation].period));
}

const FairleadLinks *
fairlead_network_get_ends (FairleadNetwork *self)
{
	return &self->links;
}

FairleadVertex
fairlead_network_get_from (FairleadNetwork *self, FairleadLink link)
{
	return self->links.from[link];
}

FairleadVertex
fairlead_network_get_to (FairleadNetwork *self, FairleadLink link)
{
	return self->links.to[link];
}

/* ---- object ---- */

static void
fairlead_network_init (FairleadNetwork *self)
{
	(void) self;
}

static void
fairlead_network_finalize (GObject *object)
{
	FairleadNetwork *self = FAIRLEAD_NETWORK (object);
	FairleadIndex *indexes[] = { &self->entities,   &self->names,        &self->identifiers,
		                     &self->attributes, &self->designations, &self->events };

	for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
		fairlead_index_clear (indexes[i]);
	fairlead_join_clear (&self->join);
	fairlead_links_clear (&self->links);
	g_free (self->file_rank);
	g_free (self->is_later_designation);
	g_free (self->kind);
	g_free (self->is_stub);
	g_free (self->name);
	g_clear_pointer (&self->decisions, fairlead_decisions_unref);
	g_clear_object (&self->records);
	G_OBJECT_CLASS (fairlead_network_parent_class)->finalize (object);
}

static void
fairlead_network_class_init (FairleadNetworkClass *class)
{
	G_OBJECT_CLASS (class)->finalize = fairlead_network_finalize;
}
