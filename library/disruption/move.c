/* library/disruption/move.c */
#include <math.h>

#include "library/disruption/disruption-private.h"
#include "library/network/network-private.h"

struct _FleadMove {
	GObject parent;
	FleadDisruption *disruption;
	guint row;
};

G_DEFINE_FINAL_TYPE (FleadMove, flead_move, G_TYPE_OBJECT)

static void
flead_move_finalize (GObject *object)
{
	g_clear_object (&FLEAD_MOVE (object)->disruption);
	G_OBJECT_CLASS (flead_move_parent_class)->finalize (object);
}

static void
flead_move_class_init (FleadMoveClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_move_finalize;
}

static void
flead_move_init (FleadMove *self)
{
	(void) self;
}

FleadMove *
flead_move_new (FleadDisruption *disruption, guint row)
{
	FleadMove *self = g_object_new (FLEAD_TYPE_MOVE, NULL);

	self->disruption = g_object_ref (disruption);
	self->row = row;
	return self;
}

static gboolean
is_made (FleadMove *self)
{
	return FLEAD_IS_MOVE (self) && self->disruption != NULL;
}

static const MoveValues *
values_of (FleadMove *self)
{
	return flead_disruption_get_move (self->disruption, self->row);
}

static FleadEntity *
dup_vertex (FleadMove *self, FairleadVertex vertex)
{
	return vertex == FAIRLEAD_NO_VERTEX
	               ? NULL
	               : flead_entity_new (flead_disruption_get_network (self->disruption), vertex);
}

FleadEntity *
flead_move_dup_entity (FleadMove *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return dup_vertex (self, values_of (self)->entity);
}

FleadEntity *
flead_move_dup_other (FleadMove *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return dup_vertex (self, values_of (self)->other);
}

const char *
flead_move_get_what (FleadMove *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return values_of (self)->what;
}

const char *
flead_move_get_role (FleadMove *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return values_of (self)->role;
}

const char *
flead_move_get_jurisdiction (FleadMove *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return values_of (self)->jurisdiction;
}

guint
flead_move_get_cost (FleadMove *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return values_of (self)->cost;
}

double
flead_move_get_loss (FleadMove *self)
{
	g_return_val_if_fail (is_made (self), (double) NAN);
	return values_of (self)->loss;
}

double
flead_move_get_replaceable (FleadMove *self)
{
	g_return_val_if_fail (is_made (self), (double) NAN);
	return values_of (self)->replaceable;
}

guint
flead_move_get_n_dealings (FleadMove *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return values_of (self)->n_dealings;
}

double
flead_move_get_exposure (FleadMove *self)
{
	g_return_val_if_fail (is_made (self), (double) NAN);
	return values_of (self)->exposure;
}
