/* library/diff/diff.c */
#include "library/diff/diff-private.h"

#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"

struct _FleadDiff {
	GObject parent;
	FleadNetwork *before;
	FleadNetwork *after;
	FairleadDiff inner;
};

G_STATIC_ASSERT ((int) FLEAD_DIFF_KIND_ADDED == (int) FAIRLEAD_DIFF_ADDED);
G_STATIC_ASSERT ((int) FLEAD_DIFF_KIND_REMOVED == (int) FAIRLEAD_DIFF_REMOVED);
G_STATIC_ASSERT ((int) FLEAD_DIFF_KIND_CHANGED == (int) FAIRLEAD_DIFF_CHANGED);

const FairleadDifference *
flead_diff_get_difference (FleadDiff *self, guint row)
{
	return self->inner.differences->pdata[row];
}

FleadNetwork *
flead_diff_get_network (FleadDiff *self, gboolean is_later)
{
	return is_later ? self->after : self->before;
}

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_DIFFERENCE;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_DIFF (model)->inner.differences->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
	return position < get_n_items (model) ? flead_difference_new (FLEAD_DIFF (model), position)
	                                      : NULL;
}

/* ---- as a result ---- */

static const char *
diff_kind_name (guint kind)
{
	return fairlead_diff_kind_name (kind);
}

static const char *
kind_name (guint kind)
{
	return fairlead_kind_name (kind);
}

static const char *
table_name (guint table)
{
	return fairlead_fact_table_name (table);
}

enum {
	CHANGE,
	ID_OLD,
	ID_NEW,
	NAME,
	KIND,
	MATCHED_BY,
	FACT,
	FIELD,
	OTHER_OR_LIST,
	PROGRAMME,
	OLD,
	NEW,
	SOURCES_OLD,
	SOURCES_NEW,
	SAME_NAME,
	N_COLUMNS
};

static const ColumnPlan plans[N_COLUMNS] = {
	[CHANGE] = { "change", FLEAD_COLUMN_WORD, diff_kind_name, FAIRLEAD_N_DIFF_KINDS },
	[ID_OLD] = { "id_old", FLEAD_COLUMN_TEXT, NULL, 0 },
	[ID_NEW] = { "id_new", FLEAD_COLUMN_TEXT, NULL, 0 },
	[NAME] = { "name", FLEAD_COLUMN_TEXT, NULL, 0 },
	[KIND] = { "kind", FLEAD_COLUMN_WORD, kind_name, FAIRLEAD_N_KINDS },
	[MATCHED_BY] = { "matched_by", FLEAD_COLUMN_TEXT, NULL, 0 },
	[FACT] = { "fact", FLEAD_COLUMN_WORD, table_name, FAIRLEAD_N_FACT_TABLES },
	[FIELD] = { "field", FLEAD_COLUMN_TEXT, NULL, 0 },
	[OTHER_OR_LIST] = { "other_or_list", FLEAD_COLUMN_TEXT, NULL, 0 },
	[PROGRAMME] = { "programme", FLEAD_COLUMN_TEXT, NULL, 0 },
	[OLD] = { "old", FLEAD_COLUMN_TEXT, NULL, 0 },
	[NEW] = { "new", FLEAD_COLUMN_TEXT, NULL, 0 },
	[SOURCES_OLD] = { "sources_old", FLEAD_COLUMN_TEXT, NULL, 0 },
	[SOURCES_NEW] = { "sources_new", FLEAD_COLUMN_TEXT, NULL, 0 },
	[SAME_NAME] = { "same_name", FLEAD_COLUMN_TEXT, NULL, 0 },
};

static const char *
id_of (FairleadNetwork *network, FairleadVertex vertex)
{
	return vertex == FAIRLEAD_NO_VERTEX ? NULL : fairlead_network_get_id (network, vertex);
}

static void
add_party (TableMaker *maker, const FairleadDiffPage *page, const FairleadDifference *difference)
{
	FairleadVertex vertex;
	FairleadNetwork *network = fairlead_diff_get_party (page, difference, &vertex);
	g_autoptr (GPtrArray) same_name = fairlead_diff_dup_same_name (page, difference);

	table_maker_add_word (maker, CHANGE, (gint32) difference->kind);
	table_maker_add_text (maker, ID_OLD, id_of (page->before, difference->before));
	table_maker_add_text (maker, ID_NEW, id_of (page->after, difference->after));
	table_maker_add_text (maker, NAME, fairlead_network_get_name (network, vertex));
	table_maker_add_word (maker, KIND, (gint32) fairlead_network_get_kind (network, vertex));
	table_maker_add_text (maker, MATCHED_BY, difference->matched_by);
	table_maker_add_texts (maker, SAME_NAME, same_name);
}

static void
add_side (TableMaker *maker, FairleadNetwork *network, const FairleadFact *fact, guint value,
          guint sources)
{
	g_autofree char *text = fairlead_diff_dup_value (fact);
	g_autoptr (GPtrArray) places = fairlead_diff_dup_sources (network, fact);

	table_maker_add_text (maker, value, text);
	table_maker_add_texts (maker, sources, places);
}

static void
add_change (TableMaker *maker, const FairleadDiffPage *page, const FairleadFactChange *change)
{
	const FairleadFact *fact = change->after != NULL ? change->after : change->before;
	gboolean is_listing = fact->table == FAIRLEAD_FACT_DESIGNATION;
	gboolean has_other = is_listing || fact->table == FAIRLEAD_FACT_LINK;

	table_maker_add_word (maker, FACT, (gint32) fact->table);
	table_maker_add_text (maker, FIELD, fact->label);
	table_maker_add_text (maker, OTHER_OR_LIST, has_other ? fact->value : NULL);
	table_maker_add_text (maker, PROGRAMME, is_listing ? fact->detail : NULL);
	add_side (maker, page->before, change->before, OLD, SOURCES_OLD);
	add_side (maker, page->after, change->after, NEW, SOURCES_NEW);
}

static guint
count_changes (const FairleadDiff *diff)
{
	guint n = 0;

	for (guint i = 0; i < diff->differences->len; i++)
		n += ((const FairleadDifference *) diff->differences->pdata[i])->changes->len;
	return n;
}

static FleadTable *
dup_table (FleadResult *result)
{
	FleadDiff *self = FLEAD_DIFF (result);
	g_autoptr (TableMaker) maker =
		table_maker_new (plans, N_COLUMNS, count_changes (&self->inner));
	FairleadDiffPage page = { .diff = &self->inner };

	for (guint i = 0; i < self->inner.differences->len; i++) {
		const FairleadDifference *difference = flead_diff_get_difference (self, i);

		page.before = flead_network_get_inner (self->before);
		page.after = flead_network_get_inner (self->after);
		for (guint j = 0; j < difference->changes->len; j++) {
			add_party (maker, &page, difference);
			add_change (maker, &page, difference->changes->pdata[j]);
		}
	}
	return table_maker_finish (maker);
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadDiff *self = FLEAD_DIFF (result);
	const FairleadDiffView view = { .format = flead_format_to_inner (format) };

	g_return_val_if_fail (self->before != NULL, FALSE);
	return fairlead_diff_write (flead_network_get_inner (self->before),
	                            flead_network_get_inner (self->after), &self->inner, &view,
	                            stream, cancellable, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadDiff, flead_diff)

static void
flead_diff_finalize (GObject *object)
{
	FleadDiff *self = FLEAD_DIFF (object);

	fairlead_diff_clear (&self->inner);
	g_clear_object (&self->before);
	g_clear_object (&self->after);
	G_OBJECT_CLASS (flead_diff_parent_class)->finalize (object);
}

/* One that g_object_new() made has no differences */
static void
flead_diff_init (FleadDiff *self)
{
	self->inner.differences = g_ptr_array_new ();
}

FleadDiff *
flead_network_diff (FleadNetwork *self, FleadNetwork *later, GCancellable *cancellable,
                    FleadProgress progress, gpointer user_data, GError **error)
{
	const FairleadTelling telling = { progress, user_data };
	g_auto (FairleadDiff) inner = { NULL, 0 };
	FleadDiff *diff;

	g_return_val_if_fail (FLEAD_IS_NETWORK (self) && FLEAD_IS_NETWORK (later), NULL);
	if (!fairlead_diff_init (&inner, flead_network_get_inner (self),
	                         flead_network_get_inner (later), &telling, cancellable, error))
		return NULL;
	diff = g_object_new (FLEAD_TYPE_DIFF, NULL);
	diff->before = g_object_ref (self);
	diff->after = g_object_ref (later);
	fairlead_diff_clear (&diff->inner);
	diff->inner = inner;
	inner.differences = NULL;
	return diff;
}

DEFINE_LATER (FleadDiff, flead_network_diff, FleadNetwork, FLEAD_IS_NETWORK, FleadNetwork,
              FLEAD_IS_NETWORK, g_object_ref)

/* ---- reading ---- */

guint
flead_diff_get_n_same (FleadDiff *self)
{
	g_return_val_if_fail (FLEAD_IS_DIFF (self), 0);
	return self->inner.n_same;
}
