/* library/network/entity.c */
#include "library/network/network-private.h"

struct _FleadEntity {
	GObject parent;
	FleadNetwork *network;
	FairleadVertex vertex;
};

G_DEFINE_FINAL_TYPE (FleadEntity, flead_entity, G_TYPE_OBJECT)

static void
flead_entity_finalize (GObject *object)
{
	g_clear_object (&FLEAD_ENTITY (object)->network);
	G_OBJECT_CLASS (flead_entity_parent_class)->finalize (object);
}

static void
flead_entity_class_init (FleadEntityClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_entity_finalize;
}

static void
flead_entity_init (FleadEntity *self)
{
	(void) self;
}

FleadEntity *
flead_entity_new (FleadNetwork *network, FairleadVertex vertex)
{
	FleadEntity *self = g_object_new (FLEAD_TYPE_ENTITY, NULL);

	self->network = g_object_ref (network);
	self->vertex = vertex;
	return self;
}

FleadNetwork *
flead_entity_get_network (FleadEntity *self)
{
	return self->network;
}

/* One that the library did not make stands for nobody */
static gboolean
is_made (FleadEntity *self)
{
	return FLEAD_IS_ENTITY (self) && self->network != NULL;
}

guint
flead_entity_get_position (FleadEntity *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return self->vertex;
}

const char *
flead_entity_get_id (FleadEntity *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return fairlead_network_get_id (flead_network_get_inner (self->network), self->vertex);
}

const char *
flead_entity_get_name (FleadEntity *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return fairlead_network_get_name (flead_network_get_inner (self->network), self->vertex);
}

const char *
flead_entity_get_kind (FleadEntity *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return fairlead_kind_name (
		fairlead_network_get_kind (flead_network_get_inner (self->network), self->vertex));
}

gboolean
flead_entity_get_is_stub (FleadEntity *self)
{
	g_return_val_if_fail (is_made (self), FALSE);
	return fairlead_network_is_stub (flead_network_get_inner (self->network), self->vertex);
}

gboolean
flead_entity_get_is_listed (FleadEntity *self)
{
	g_return_val_if_fail (is_made (self), FALSE);
	return flead_network_is_listed (self->network, self->vertex);
}

gboolean
flead_entity_equal (FleadEntity *self, FleadEntity *other)
{
	g_return_val_if_fail (is_made (self) && is_made (other), FALSE);
	return self->network == other->network && self->vertex == other->vertex;
}

/* ---- what is said of it ---- */

GListModel *
flead_entity_dup_facts (FleadEntity *self)
{
	g_autoptr (GPtrArray) all = NULL;
	GListStore *own;

	g_return_val_if_fail (is_made (self), NULL);
	all = fairlead_facts_dup_of (flead_network_get_facts (self->network), self->vertex);
	own = g_list_store_new (FLEAD_TYPE_FACT);
	for (guint i = 0; i < all->len; i++) {
		const FairleadFact *inner = all->pdata[i];
		g_autoptr (FleadFact) fact = NULL;

		if (inner->table == FAIRLEAD_FACT_LINK)
			continue;
		fact = flead_fact_new (flead_network_get_inner (self->network), inner);
		g_list_store_append (own, fact);
	}
	return G_LIST_MODEL (own);
}

GListModel *
flead_entity_dup_links (FleadEntity *self)
{
	g_autoptr (GArray) rows = NULL;
	GListStore *links;

	g_return_val_if_fail (is_made (self), NULL);
	rows = flead_network_dup_links_of (self->network, self->vertex);
	links = g_list_store_new (FLEAD_TYPE_LINK);
	for (guint i = 0; i < rows->len; i++) {
		g_autoptr (FleadLink) link =
			flead_link_new (self->network, g_array_index (rows, FairleadLink, i));

		g_list_store_append (links, link);
	}
	return G_LIST_MODEL (links);
}
