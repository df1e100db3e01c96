/* library/network/link.c */
#include "library/network/network-private.h"

struct _FleadLink {
	GObject parent;
	FleadNetwork *network;
	FairleadLink link;
};

G_DEFINE_FINAL_TYPE (FleadLink, flead_link, G_TYPE_OBJECT)

static void
flead_link_finalize (GObject *object)
{
	g_clear_object (&FLEAD_LINK (object)->network);
	G_OBJECT_CLASS (flead_link_parent_class)->finalize (object);
}

static void
flead_link_class_init (FleadLinkClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_link_finalize;
}

static void
flead_link_init (FleadLink *self)
{
	(void) self;
}

FleadLink *
flead_link_new (FleadNetwork *network, FairleadLink link)
{
	FleadLink *self = g_object_new (FLEAD_TYPE_LINK, NULL);

	self->network = g_object_ref (network);
	self->link = link;
	return self;
}

static gboolean
is_made (FleadLink *self)
{
	return FLEAD_IS_LINK (self) && self->network != NULL;
}

static FairleadNetwork *
inner_of (FleadLink *self)
{
	return flead_network_get_inner (self->network);
}

static const FairleadLinkFact *
fact_of (FleadLink *self)
{
	return fairlead_network_get_link (inner_of (self), self->link);
}

guint
flead_link_get_position (FleadLink *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return self->link;
}

FleadEntity *
flead_link_dup_from (FleadLink *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return flead_entity_new (self->network,
	                         fairlead_network_get_from (inner_of (self), self->link));
}

FleadEntity *
flead_link_dup_to (FleadLink *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return flead_entity_new (self->network,
	                         fairlead_network_get_to (inner_of (self), self->link));
}

const char *
flead_link_get_kind (FleadLink *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return fairlead_link_info (fact_of (self)->kind)->name;
}

double
flead_link_get_confidence (FleadLink *self)
{
	g_return_val_if_fail (is_made (self), 0.0);
	return (double) fairlead_network_get_confidence (inner_of (self), self->link);
}

FleadShare *
flead_link_dup_share (FleadLink *self)
{
	FleadShare *share;

	g_return_val_if_fail (is_made (self), NULL);
	share = g_new (FleadShare, 1);
	share->low = (double) fact_of (self)->share.low / FAIRLEAD_SHARE_ONE;
	share->high = (double) fact_of (self)->share.high / FAIRLEAD_SHARE_ONE;
	return share;
}

FleadPeriod *
flead_link_dup_period (FleadLink *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return flead_period_new (fairlead_network_get_period (inner_of (self), self->link));
}

gboolean
flead_link_get_is_over (FleadLink *self)
{
	g_return_val_if_fail (is_made (self), FALSE);
	return fairlead_network_is_over (inner_of (self), self->link);
}

const char *
flead_link_get_note (FleadLink *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return fairlead_records_get_text (fairlead_network_get_records (inner_of (self)),
	                                  fact_of (self)->note);
}

FleadSource *
flead_link_dup_source (FleadLink *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return flead_source_new (fairlead_network_get_records (inner_of (self)),
	                         fact_of (self)->source);
}
