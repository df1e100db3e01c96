/* library/network/network.c */
#include "graph/expression/expression.h"
#include "graph/network/index.h"
#include "library/network/network-private.h"
#include "library/table/maker.h"
#include "output/check/check.h"

/* What `fairlead check` shows of each kind of issue */
#define N_EXAMPLES 3

struct _FleadNetwork {
	GObject parent;
	FairleadNetwork *inner;
	GMutex lock;            /* of what is made when it is first asked for */
	FairleadFacts *facts;   /* NULL until then */
	GMutex finding;         /* of the finder */
	FairleadFinder *finder; /* NULL until then */
	guint32 *link_start;    /* [n_vertices + 1] into link_ends; NULL until then */
	guint32 *link_ends;     /* ends of links, by vertex: 2 x link, 2 x link + 1 */
};

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_ENTITY;
}

static guint
get_n_items (GListModel *model)
{
	return flead_network_get_n_entities (FLEAD_NETWORK (model));
}

static gpointer
get_item (GListModel *model, guint position)
{
	FleadNetwork *self = FLEAD_NETWORK (model);

	return position < flead_network_get_n_entities (self) ? flead_entity_new (self, position)
	                                                      : NULL;
}

static void
init_list (GListModelInterface *interface)
{
	interface->get_item_type = get_item_type;
	interface->get_n_items = get_n_items;
	interface->get_item = get_item;
}

/* ---- as a result ---- */

static FleadTable *
dup_table (FleadResult *result)
{
	return flead_network_dup_entities (FLEAD_NETWORK (result), NULL);
}

FairleadOutputFormat
flead_format_to_inner (FleadFormat format)
{
	return format == FLEAD_FORMAT_CSV ? FAIRLEAD_FORMAT_CSV : FAIRLEAD_FORMAT_JSON;
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	const FairleadCheckView view = { .format = flead_format_to_inner (format),
		                         .n_examples = N_EXAMPLES };

	return fairlead_check_write (FLEAD_NETWORK (result)->inner, &view, stream, cancellable,
	                             error);
}

static void
init_result (FleadResultInterface *interface)
{
	interface->dup_table = dup_table;
	interface->write = write_out;
}

/* ---- the object ---- */

G_DEFINE_FINAL_TYPE_WITH_CODE (FleadNetwork, flead_network, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list)
                                       G_IMPLEMENT_INTERFACE (FLEAD_TYPE_RESULT, init_result))

static void
flead_network_finalize (GObject *object)
{
	FleadNetwork *self = FLEAD_NETWORK (object);

	g_clear_pointer (&self->finder, fairlead_finder_free);
	g_clear_pointer (&self->facts, fairlead_facts_free);
	g_clear_pointer (&self->link_start, g_free);
	g_clear_pointer (&self->link_ends, g_free);
	g_clear_object (&self->inner);
	g_mutex_clear (&self->finding);
	g_mutex_clear (&self->lock);
	G_OBJECT_CLASS (flead_network_parent_class)->finalize (object);
}

static void
flead_network_class_init (FleadNetworkClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_network_finalize;
}

/* One that g_object_new() made is empty */
static void
flead_network_init (FleadNetwork *self)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();

	g_mutex_init (&self->lock);
	g_mutex_init (&self->finding);
	self->inner = fairlead_network_new (records);
}

/* The network indexes its tables when they are first read, which no two threads may do at once */
static void
build_indexes (FairleadNetwork *inner)
{
	static FairleadRows (*const gets[]) (FairleadNetwork *, FairleadVertex) = {
		fairlead_network_get_entities,     fairlead_network_get_names,
		fairlead_network_get_identifiers,  fairlead_network_get_attributes,
		fairlead_network_get_designations, fairlead_network_get_events,
	};

	for (guint i = 0; fairlead_network_get_n_vertices (inner) > 0 && i < G_N_ELEMENTS (gets);
	     i++)
		gets[i](inner, 0);
}

FleadNetwork *
flead_network_new_take (FairleadNetwork *inner)
{
	FleadNetwork *self = g_object_new (FLEAD_TYPE_NETWORK, NULL);

	g_object_unref (self->inner);
	self->inner = inner;
	build_indexes (inner);
	return self;
}

FairleadNetwork *
flead_network_get_inner (FleadNetwork *self)
{
	return self->inner;
}

FairleadFacts *
flead_network_get_facts (FleadNetwork *self)
{
	g_mutex_lock (&self->lock);
	if (self->facts == NULL)
		self->facts = fairlead_facts_new (self->inner);
	g_mutex_unlock (&self->lock);
	return self->facts;
}

FairleadFinder *
flead_network_lock_finder (FleadNetwork *self)
{
	g_mutex_lock (&self->finding);
	if (self->finder == NULL)
		self->finder = fairlead_finder_new (self->inner);
	return self->finder;
}

void
flead_network_unlock_finder (FleadNetwork *self)
{
	g_mutex_unlock (&self->finding);
}

guint
flead_network_get_n_entities (FleadNetwork *self)
{
	g_return_val_if_fail (FLEAD_IS_NETWORK (self), 0);
	return fairlead_network_get_n_vertices (self->inner);
}

guint
flead_network_get_n_links (FleadNetwork *self)
{
	g_return_val_if_fail (FLEAD_IS_NETWORK (self), 0);
	return fairlead_network_get_n_links (self->inner);
}

guint64
flead_network_get_n_records (FleadNetwork *self)
{
	const FairleadFileRow *files;
	guint64 sum = 0;
	guint n;

	g_return_val_if_fail (FLEAD_IS_NETWORK (self), 0);
	files = fairlead_records_get_files (fairlead_network_get_records (self->inner), &n);
	for (guint i = 0; i < n; i++)
		sum += files[i].n_records;
	return sum;
}

/* ---- entities ---- */

FleadEntity *
flead_network_find (FleadNetwork *self, const char *id)
{
	FairleadEntity entity;

	g_return_val_if_fail (FLEAD_IS_NETWORK (self) && id != NULL, NULL);
	entity = fairlead_records_find (fairlead_network_get_records (self->inner), id);
	return entity == FAIRLEAD_NO_ENTITY
	               ? NULL
	               : flead_entity_new (self, fairlead_network_vertex_of (self->inner, entity));
}

FleadList *
flead_network_select (FleadNetwork *self, const char *const *expressions, GError **error)
{
	GArray *vertices;

	g_return_val_if_fail (FLEAD_IS_NETWORK (self) && expressions != NULL, NULL);
	vertices = fairlead_expressions_select (self->inner, expressions, error);
	return vertices == NULL ? NULL : flead_list_new_entities (self, vertices);
}

gboolean
flead_network_is_listed (FleadNetwork *self, FairleadVertex vertex)
{
	FairleadRows own = fairlead_network_get_designations (self->inner, vertex);

	for (guint i = 0; i < own.n; i++)
		if (fairlead_network_is_listing (self->inner, own.rows[i]))
			return TRUE;
	return FALSE;
}

static const char *
kind_name (guint kind)
{
	return fairlead_kind_name (kind);
}

enum { ID, NAME, KIND, IS_LISTED, IS_STUB, N_ENTITY_COLUMNS };

static const ColumnPlan entity_columns[N_ENTITY_COLUMNS] = {
	[ID] = { "id", FLEAD_COLUMN_TEXT, NULL, 0 },
	[NAME] = { "name", FLEAD_COLUMN_TEXT, NULL, 0 },
	[KIND] = { "kind", FLEAD_COLUMN_WORD, kind_name, FAIRLEAD_N_KINDS },
	[IS_LISTED] = { "listed", FLEAD_COLUMN_TRUTH, NULL, 0 },
	[IS_STUB] = { "stub", FLEAD_COLUMN_TRUTH, NULL, 0 },
};

FleadTable *
flead_network_dup_entities (FleadNetwork *self, const GArray *rows)
{
	FairleadNetwork *inner = self->inner;
	guint n = rows != NULL ? rows->len : fairlead_network_get_n_vertices (inner);
	g_autoptr (TableMaker) maker = table_maker_new (entity_columns, N_ENTITY_COLUMNS, n);

	for (guint i = 0; i < n; i++) {
		FairleadVertex vertex = rows != NULL ? g_array_index (rows, FairleadVertex, i) : i;

		table_maker_add_text (maker, ID, fairlead_network_get_id (inner, vertex));
		table_maker_add_text (maker, NAME, fairlead_network_get_name (inner, vertex));
		table_maker_add_word (maker, KIND,
		                      (gint32) fairlead_network_get_kind (inner, vertex));
		table_maker_add_truth (maker, IS_LISTED, flead_network_is_listed (self, vertex));
		table_maker_add_truth (maker, IS_STUB, fairlead_network_is_stub (inner, vertex));
	}
	return table_maker_finish (maker);
}

/* ---- links ---- */

FleadLink *
flead_network_dup_link (FleadNetwork *self, guint position)
{
	g_return_val_if_fail (FLEAD_IS_NETWORK (self), NULL);
	return position < flead_network_get_n_links (self) ? flead_link_new (self, position) : NULL;
}

static void
group_ends (FleadNetwork *self)
{
	guint32 n = fairlead_network_get_n_links (self->inner);
	g_autofree guint32 *vertex_of = g_new (guint32, MAX (2 * (gsize) n, 1));

	for (FairleadLink link = 0; link < n; link++) {
		vertex_of[2 * (gsize) link] = fairlead_network_get_from (self->inner, link);
		vertex_of[2 * (gsize) link + 1] = fairlead_network_get_to (self->inner, link);
	}
	fairlead_group_rows (vertex_of, 2 * n, fairlead_network_get_n_vertices (self->inner),
	                     &self->link_start, &self->link_ends);
}

GArray *
flead_network_dup_links_of (FleadNetwork *self, FairleadVertex vertex)
{
	GArray *links = g_array_new (FALSE, FALSE, sizeof (FairleadLink));

	g_mutex_lock (&self->lock);
	if (self->link_start == NULL)
		group_ends (self);
	g_mutex_unlock (&self->lock);
	for (guint32 i = self->link_start[vertex]; i < self->link_start[vertex + 1]; i++) {
		FairleadLink link = self->link_ends[i] / 2;

		/* One to itself has both ends here, side by side */
		if (links->len == 0 || g_array_index (links, FairleadLink, links->len - 1) != link)
			g_array_append_val (links, link);
	}
	return links;
}

static const char *
link_kind_name (guint kind)
{
	return fairlead_link_info (kind)->name;
}

enum {
	FROM,
	TO,
	LINK_KIND,
	CONFIDENCE,
	LOW,
	HIGH,
	START,
	END,
	IS_OVER,
	NOTE,
	SOURCE,
	N_LINK_COLUMNS
};

static const ColumnPlan link_columns[N_LINK_COLUMNS] = {
	[FROM] = { "from", FLEAD_COLUMN_INTEGER, NULL, 0 },
	[TO] = { "to", FLEAD_COLUMN_INTEGER, NULL, 0 },
	[LINK_KIND] = { "kind", FLEAD_COLUMN_WORD, link_kind_name, FAIRLEAD_N_LINK_KINDS },
	[CONFIDENCE] = { "confidence", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[LOW] = { "low", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[HIGH] = { "high", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[START] = { "start", FLEAD_COLUMN_DAY, NULL, 0 },
	[END] = { "end", FLEAD_COLUMN_DAY, NULL, 0 },
	[IS_OVER] = { "over", FLEAD_COLUMN_TRUTH, NULL, 0 },
	[NOTE] = { "note", FLEAD_COLUMN_TEXT, NULL, 0 },
	[SOURCE] = { "source", FLEAD_COLUMN_TEXT, NULL, 0 },
};

static void
add_link (TableMaker *maker, FairleadNetwork *inner, FairleadLink link)
{
	FairleadRecords *records = fairlead_network_get_records (inner);
	const FairleadLinkFact *fact = fairlead_network_get_link (inner, link);
	const FairleadPeriod *period = fairlead_network_get_period (inner, link);
	g_autofree char *source = fairlead_records_dup_source_text (records, fact->source);

	table_maker_add_integer (maker, FROM, fairlead_network_get_from (inner, link));
	table_maker_add_integer (maker, TO, fairlead_network_get_to (inner, link));
	table_maker_add_word (maker, LINK_KIND, fact->kind);
	table_maker_add_number (maker, CONFIDENCE,
	                        (double) fairlead_network_get_confidence (inner, link));
	table_maker_add_number (maker, LOW, (double) fact->share.low / FAIRLEAD_SHARE_ONE);
	table_maker_add_number (maker, HIGH, (double) fact->share.high / FAIRLEAD_SHARE_ONE);
	table_maker_add_day (maker, START, period->start.first);
	table_maker_add_day (maker, END, period->end.last);
	table_maker_add_truth (maker, IS_OVER, fairlead_network_is_over (inner, link));
	table_maker_add_text (maker, NOTE, fairlead_records_get_text (records, fact->note));
	table_maker_add_text (maker, SOURCE, source);
}

FleadTable *
flead_network_dup_links (FleadNetwork *self)
{
	g_autoptr (TableMaker) maker = NULL;
	guint32 n;

	g_return_val_if_fail (FLEAD_IS_NETWORK (self), NULL);
	n = fairlead_network_get_n_links (self->inner);
	maker = table_maker_new (link_columns, N_LINK_COLUMNS, n);
	for (FairleadLink link = 0; link < n; link++)
		add_link (maker, self->inner, link);
	return table_maker_finish (maker);
}

FleadList *
flead_network_dup_issues (FleadNetwork *self)
{
	g_return_val_if_fail (FLEAD_IS_NETWORK (self), NULL);
	return flead_list_new_issues (self);
}
