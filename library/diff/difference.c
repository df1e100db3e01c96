/* library/diff/difference.c */
#include "library/diff/diff-private.h"
#include "library/network/network-private.h"
#include "library/table/row-class.h"

/* ---- a difference as a list ---- */

FleadFactChange *flead_fact_change_new (FleadDifference *owner, guint row);

static GType
get_change_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_FACT_CHANGE;
}

static guint get_n_changes (GListModel *model);

static gpointer
get_change (GListModel *model, guint position)
{
	return position < get_n_changes (model)
	               ? flead_fact_change_new (FLEAD_DIFFERENCE (model), position)
	               : NULL;
}

static void
init_changes (GListModelInterface *interface)
{
	interface->get_item_type = get_change_type;
	interface->get_n_items = get_n_changes;
	interface->get_item = get_change;
}

DEFINE_ROW_STRUCT (FleadDifference, FleadDiff)
G_DEFINE_FINAL_TYPE_WITH_CODE (FleadDifference, flead_difference, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_changes))
DEFINE_ROW_FUNCTIONS (FleadDifference, flead_difference, FleadDiff)

static const FairleadDifference *
inner_of (FleadDifference *self)
{
	return flead_diff_get_difference (self->owner, self->row);
}

static guint
get_n_changes (GListModel *model)
{
	FleadDifference *self = FLEAD_DIFFERENCE (model);

	return self->owner != NULL ? inner_of (self)->changes->len : 0;
}

/* ---- a difference ---- */

FleadDiffKind
flead_difference_get_kind (FleadDifference *self)
{
	g_return_val_if_fail (flead_difference_is_made (self), FLEAD_DIFF_KIND_CHANGED);
	return (FleadDiffKind) inner_of (self)->kind;
}

static FleadEntity *
dup_party (FleadDifference *self, gboolean is_later)
{
	FairleadVertex vertex = is_later ? inner_of (self)->after : inner_of (self)->before;

	return vertex == FAIRLEAD_NO_VERTEX
	               ? NULL
	               : flead_entity_new (flead_diff_get_network (self->owner, is_later), vertex);
}

FleadEntity *
flead_difference_dup_before (FleadDifference *self)
{
	g_return_val_if_fail (flead_difference_is_made (self), NULL);
	return dup_party (self, FALSE);
}

FleadEntity *
flead_difference_dup_after (FleadDifference *self)
{
	g_return_val_if_fail (flead_difference_is_made (self), NULL);
	return dup_party (self, TRUE);
}

const char *
flead_difference_get_matched_by (FleadDifference *self)
{
	g_return_val_if_fail (flead_difference_is_made (self), NULL);
	return inner_of (self)->matched_by;
}

FleadList *
flead_difference_dup_same_name (FleadDifference *self)
{
	gboolean is_removed;

	g_return_val_if_fail (flead_difference_is_made (self), NULL);
	is_removed = inner_of (self)->kind == FAIRLEAD_DIFF_REMOVED;
	return flead_list_new_entities (flead_diff_get_network (self->owner, is_removed),
	                                g_array_copy (inner_of (self)->same_name));
}

/* ---- a change ---- */

DEFINE_ROW (FleadFactChange, flead_fact_change, FleadDifference)

static FleadFact *
dup_fact (FleadFactChange *self, gboolean is_later)
{
	const FairleadFactChange *change = inner_of (self->owner)->changes->pdata[self->row];
	const FairleadFact *fact = is_later ? change->after : change->before;
	FleadNetwork *network = flead_diff_get_network (self->owner->owner, is_later);

	return fact == NULL ? NULL : flead_fact_new (flead_network_get_inner (network), fact);
}

FleadFact *
flead_fact_change_dup_before (FleadFactChange *self)
{
	g_return_val_if_fail (flead_fact_change_is_made (self), NULL);
	return dup_fact (self, FALSE);
}

FleadFact *
flead_fact_change_dup_after (FleadFactChange *self)
{
	g_return_val_if_fail (flead_fact_change_is_made (self), NULL);
	return dup_fact (self, TRUE);
}
