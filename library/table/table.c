/* library/table/table.c */
#include <string.h>

#include "library/table/table-private.h"

struct _FleadTable {
	GObject parent;
	GPtrArray *columns;
	guint64 n_rows;
};

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_COLUMN;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_TABLE (model)->columns->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
	GPtrArray *columns = FLEAD_TABLE (model)->columns;

	return position < columns->len ? g_object_ref (columns->pdata[position]) : NULL;
}

static void
init_list (GListModelInterface *interface)
{
	interface->get_item_type = get_item_type;
	interface->get_n_items = get_n_items;
	interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FleadTable, flead_table, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list))

/* ---- the object ---- */

static void
flead_table_finalize (GObject *object)
{
	g_clear_pointer (&FLEAD_TABLE (object)->columns, g_ptr_array_unref);
	G_OBJECT_CLASS (flead_table_parent_class)->finalize (object);
}

static void
flead_table_class_init (FleadTableClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_table_finalize;
}

/* One that g_object_new() made has no columns */
static void
flead_table_init (FleadTable *self)
{
	self->columns = g_ptr_array_new_with_free_func (g_object_unref);
}

FleadTable *
flead_table_new_take (GPtrArray *columns, guint64 n_rows)
{
	FleadTable *self = g_object_new (FLEAD_TYPE_TABLE, NULL);

	g_ptr_array_unref (self->columns);
	self->columns = columns;
	self->n_rows = n_rows;
	return self;
}

guint64
flead_table_get_n_rows (FleadTable *self)
{
	g_return_val_if_fail (FLEAD_IS_TABLE (self), 0);
	return self->n_rows;
}

FleadColumn *
flead_table_get_column (FleadTable *self, const char *name)
{
	g_return_val_if_fail (FLEAD_IS_TABLE (self) && name != NULL, NULL);
	for (guint i = 0; i < self->columns->len; i++)
		if (strcmp (flead_column_get_name (self->columns->pdata[i]), name) == 0)
			return self->columns->pdata[i];
	return NULL;
}
