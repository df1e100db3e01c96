/* library/ownership/stake.c */
#include <math.h>

#include "library/network/network-private.h"
#include "library/ownership/stake-private.h"

struct _FleadStake {
	GObject parent;
	FleadNetwork *network;
	StakeValues values; /* without the rule */
};

G_DEFINE_FINAL_TYPE (FleadStake, flead_stake, G_TYPE_OBJECT)

static void
flead_stake_finalize (GObject *object)
{
	g_clear_object (&FLEAD_STAKE (object)->network);
	G_OBJECT_CLASS (flead_stake_parent_class)->finalize (object);
}

static void
flead_stake_class_init (FleadStakeClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_stake_finalize;
}

static void
flead_stake_init (FleadStake *self)
{
	(void) self;
}

FleadStake *
flead_stake_new (FleadNetwork *network, const StakeValues *values)
{
	FleadStake *self = g_object_new (FLEAD_TYPE_STAKE, NULL);

	self->network = g_object_ref (network);
	self->values = *values;
	self->values.rule = NULL;
	return self;
}

static gboolean
is_made (FleadStake *self)
{
	return FLEAD_IS_STAKE (self) && self->network != NULL;
}

FleadEntity *
flead_stake_dup_entity (FleadStake *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return flead_entity_new (self->network, self->values.vertex);
}

FleadShare *
flead_stake_dup_share (FleadStake *self)
{
	FleadShare *share;

	g_return_val_if_fail (is_made (self), NULL);
	share = g_new (FleadShare, 1);
	*share = (FleadShare){ self->values.low, self->values.high };
	return share;
}

guint
flead_stake_get_hops (FleadStake *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return self->values.hops;
}

const char *
flead_stake_get_verdict (FleadStake *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return fairlead_verdict_name (self->values.verdict);
}

double
flead_stake_get_power (FleadStake *self)
{
	g_return_val_if_fail (is_made (self), (double) NAN);
	return self->values.power;
}
