/* library/network/list.c */
#include "library/network/network-private.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"
#include "output/check/check.h"
#include "output/inventory.h"
#include "output/show/show.h"

struct _FleadList {
	GObject parent;
	FleadNetwork *network;
	gboolean is_of_issues;
	GArray *rows; /* of FairleadVertex, or of guint32: rows of the issues */
};

static const FairleadIssueRow *
issue_of (FleadList *self, guint position)
{
	FairleadRecords *records =
		fairlead_network_get_records (flead_network_get_inner (self->network));
	guint n;

	return &fairlead_records_get_issues (records,
	                                     &n)[g_array_index (self->rows, guint32, position)];
}

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	return FLEAD_LIST (model)->is_of_issues ? FLEAD_TYPE_ISSUE : FLEAD_TYPE_ENTITY;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_LIST (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
	FleadList *self = FLEAD_LIST (model);
	FairleadNetwork *inner;

	if (position >= self->rows->len)
		return NULL;
	inner = flead_network_get_inner (self->network);
	if (self->is_of_issues)
		return flead_issue_new (fairlead_network_get_records (inner),
		                        issue_of (self, position));
	return flead_entity_new (self->network,
	                         g_array_index (self->rows, FairleadVertex, position));
}

/* ---- as a result ---- */

static const char *
tag_name (guint tag)
{
	return fairlead_issue_info (tag)->name;
}

static const char *
severity_name (guint severity)
{
	return fairlead_severity_name (severity);
}

enum { SEVERITY, TAG, TEXT, SOURCE_FILE, SOURCE_LINE, N_ISSUE_COLUMNS };

static const ColumnPlan issue_columns[N_ISSUE_COLUMNS] = {
	[SEVERITY] = { "severity", FLEAD_COLUMN_WORD, severity_name, FAIRLEAD_N_SEVERITIES },
	[TAG] = { "tag", FLEAD_COLUMN_WORD, tag_name, FAIRLEAD_N_ISSUE_TAGS },
	[TEXT] = { "text", FLEAD_COLUMN_TEXT, NULL, 0 },
	[SOURCE_FILE] = { "file", FLEAD_COLUMN_TEXT, NULL, 0 },
	[SOURCE_LINE] = { "line", FLEAD_COLUMN_INTEGER, NULL, 0 },
};

static FleadTable *
dup_issues (FleadList *self)
{
	FairleadRecords *records =
		fairlead_network_get_records (flead_network_get_inner (self->network));
	g_autoptr (TableMaker) maker =
		table_maker_new (issue_columns, N_ISSUE_COLUMNS, self->rows->len);

	for (guint i = 0; i < self->rows->len; i++) {
		const FairleadIssueRow *row = issue_of (self, i);
		g_autofree char *file = fairlead_records_dup_source_text (
			records, (FairleadSource){ row->source.file, 0 });

		table_maker_add_word (maker, SEVERITY,
		                      (gint32) fairlead_issue_info (row->tag)->severity);
		table_maker_add_word (maker, TAG, row->tag);
		table_maker_add_text (maker, TEXT, fairlead_records_get_text (records, row->text));
		table_maker_add_text (maker, SOURCE_FILE, file);
		table_maker_add_integer (maker, SOURCE_LINE, row->source.line);
	}
	return table_maker_finish (maker);
}

static FleadTable *
dup_table (FleadResult *result)
{
	FleadList *self = FLEAD_LIST (result);

	return self->is_of_issues ? dup_issues (self)
	                          : flead_network_dup_entities (self->network, self->rows);
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadList *self = FLEAD_LIST (result);
	FairleadNetwork *inner = flead_network_get_inner (self->network);
	const FairleadShowView show = { .format = flead_format_to_inner (format) };
	const FairleadCheckView check = { .format = show.format, .n_examples = G_MAXUINT };

	return self->is_of_issues
	               ? fairlead_check_write (inner, &check, stream, cancellable, error)
	               : fairlead_show_write (inner, self->rows, &show, stream, cancellable, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadList, flead_list)

static void
flead_list_finalize (GObject *object)
{
	FleadList *self = FLEAD_LIST (object);

	g_clear_pointer (&self->rows, g_array_unref);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (flead_list_parent_class)->finalize (object);
}

/* One that g_object_new() made is empty */
static void
flead_list_init (FleadList *self)
{
	self->network = g_object_new (FLEAD_TYPE_NETWORK, NULL);
	self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static FleadList *
new_list (FleadNetwork *network)
{
	FleadList *self = g_object_new (FLEAD_TYPE_LIST, NULL);

	g_set_object (&self->network, network);
	return self;
}

FleadList *
flead_list_new_entities (FleadNetwork *network, GArray *rows)
{
	FleadList *self = new_list (network);

	g_array_unref (self->rows);
	self->rows = rows;
	return self;
}

FleadList *
flead_list_new_issues (FleadNetwork *network)
{
	FleadList *self = new_list (network);
	g_auto (FairleadInventory) inventory = { 0 };

	self->is_of_issues = TRUE;
	fairlead_inventory_init (&inventory, flead_network_get_inner (network));
	for (guint tag = 0; tag < FAIRLEAD_N_ISSUE_TAGS; tag++)
		g_array_append_vals (self->rows, inventory.issues[tag]->data,
		                     inventory.issues[tag]->len);
	return self;
}
