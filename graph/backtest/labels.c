/* graph/backtest/labels.c */
#include "graph/backtest/labels.h"

#include "graph/expression/expression.h"

static const char *const fate_names[FAIRLEAD_N_LABEL_FATES] = {
	[FAIRLEAD_LABEL_RANKED] = "ranked",
	[FAIRLEAD_LABEL_LISTED] = "listed-before",
	[FAIRLEAD_LABEL_UNREACHABLE] = "unreachable",
};

const char *
fairlead_label_fate_name (FairleadLabelFate fate)
{
	g_return_val_if_fail ((guint) fate < FAIRLEAD_N_LABEL_FATES, NULL);
	return fate_names[fate];
}

typedef struct {
	FairleadNetwork *now;
	FairleadNetwork *past;
	FairleadRanking *then;
	gint32 first;
	gint32 last;
	GArray *others;
} Search;

static gint32
first_listed (const Search *search, FairleadVertex vertex)
{
	FairleadRecords *records = fairlead_network_get_records (search->now);
	FairleadRows rows = fairlead_network_get_designations (search->now, vertex);
	gint32 listed = FAIRLEAD_DAY_OPEN_FUTURE;
	guint n;
	const FairleadDesignationRow *table = fairlead_records_get_designations (records, &n);

	for (guint i = 0; i < rows.n; i++) {
		FairleadDate start =
			fairlead_records_get_period (records, table[rows.rows[i]].period)->start;

		if (start.first >= search->first && start.first <= search->last)
			listed = MIN (listed, start.first);
	}
	return listed;
}

static gboolean
is_better (FairleadRanking *then, FairleadVertex vertex, FairleadVertex than)
{
	const FairleadRankedRow *row = fairlead_ranking_get_row_of (then, vertex);
	const FairleadRankedRow *other = fairlead_ranking_get_row_of (then, than);

	return row != NULL && (other == NULL || row->rank < other->rank);
}

/* The vertices of the day that are now this one, each once; the first is the best ranked */
static GArray *
find_known (const Search *search, FairleadVertex vertex)
{
	FairleadRecords *records = fairlead_network_get_records (search->now);
	FairleadRows rows = fairlead_network_get_entities (search->now, vertex);
	GArray *known = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
	guint n;
	const FairleadEntityRow *entities = fairlead_records_get_entities (records, &n);

	for (guint i = 0; i < rows.n; i++) {
		const char *key = fairlead_records_get_text (records, entities[rows.rows[i]].key);
		FairleadEntity entity =
			fairlead_records_find (fairlead_network_get_records (search->past), key);
		FairleadVertex past;

		if (entity == FAIRLEAD_NO_ENTITY)
			continue;
		past = fairlead_network_vertex_of (search->past, entity);
		if (!g_hash_table_add (seen, GUINT_TO_POINTER (past)))
			continue;
		if (known->len > 0
		    && is_better (search->then, past, g_array_index (known, FairleadVertex, 0)))
			g_array_prepend_val (known, past);
		else
			g_array_append_val (known, past);
	}
	return known;
}

static gboolean
is_listed (const Search *search, const GArray *known)
{
	for (guint i = 0; i < known->len; i++)
		if (fairlead_ranking_is_target (search->then,
		                                g_array_index (known, FairleadVertex, i)))
			return TRUE;
	return FALSE;
}

static FairleadLabel
find_label (const Search *search, FairleadVertex vertex)
{
	g_autoptr (GArray) known = find_known (search, vertex);
	FairleadLabel label = { vertex, FAIRLEAD_NO_VERTEX, FAIRLEAD_LABEL_UNREACHABLE,
		                first_listed (search, vertex) };

	if (known->len > 0)
		label.known = g_array_index (known, FairleadVertex, 0);
	if (is_listed (search, known))
		label.fate = FAIRLEAD_LABEL_LISTED;
	else if (known->len > 0 && fairlead_ranking_get_row_of (search->then, label.known) != NULL)
		label.fate = FAIRLEAD_LABEL_RANKED;
	for (guint i = label.fate == FAIRLEAD_LABEL_RANKED; i < known->len; i++)
		g_array_append_val (search->others, g_array_index (known, FairleadVertex, i));
	return label;
}

GArray *
fairlead_labels_find (FairleadNetwork *now, FairleadRanking *then, const char *const *expressions,
                      gint32 first, gint32 last, GArray **others, GError **error)
{
	Search search = { now, fairlead_ranking_get_network (then), then, first, last, NULL };
	g_autoptr (GArray) vertices =
		fairlead_expressions_select_listed (now, expressions, first, last, error);
	GArray *labels;

	if (vertices == NULL)
		return NULL;
	labels = g_array_new (FALSE, FALSE, sizeof (FairleadLabel));
	search.others = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	for (guint i = 0; i < vertices->len; i++) {
		FairleadLabel label =
			find_label (&search, g_array_index (vertices, FairleadVertex, i));

		g_array_append_val (labels, label);
	}
	*others = search.others;
	return labels;
}
