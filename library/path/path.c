/* library/path/path.c */
#include "library/network/network-private.h"
#include "library/path/path-private.h"

struct _FleadPath {
	GObject parent;
	FleadPaths *paths;
	guint position;
};

struct _FleadHop {
	GObject parent;
	FleadPaths *paths;
	const FairleadHop *hop; /* lives as long as the paths */
};

static FleadHop *
new_hop (FleadPaths *paths, const FairleadHop *hop)
{
	FleadHop *self = g_object_new (FLEAD_TYPE_HOP, NULL);

	self->paths = g_object_ref (paths);
	self->hop = hop;
	return self;
}

/* ---- a path as a list ---- */

static GType
get_hop_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_HOP;
}

static const GArray *
hops_of (FleadPath *self)
{
	return flead_paths_get_path (self->paths, self->position)->hops;
}

static guint
get_n_hops (GListModel *model)
{
	FleadPath *self = FLEAD_PATH (model);

	return self->paths != NULL ? hops_of (self)->len : 0;
}

static gpointer
get_hop (GListModel *model, guint position)
{
	FleadPath *self = FLEAD_PATH (model);

	return position < get_n_hops (model) ? new_hop (
		       self->paths, &g_array_index (hops_of (self), FairleadHop, position))
	                                     : NULL;
}

static void
init_hops (GListModelInterface *interface)
{
	interface->get_item_type = get_hop_type;
	interface->get_n_items = get_n_hops;
	interface->get_item = get_hop;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FleadPath, flead_path, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_hops))

static void
flead_path_finalize (GObject *object)
{
	g_clear_object (&FLEAD_PATH (object)->paths);
	G_OBJECT_CLASS (flead_path_parent_class)->finalize (object);
}

static void
flead_path_class_init (FleadPathClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_path_finalize;
}

static void
flead_path_init (FleadPath *self)
{
	(void) self;
}

FleadPath *
flead_path_new (FleadPaths *paths, guint position)
{
	FleadPath *self = g_object_new (FLEAD_TYPE_PATH, NULL);

	self->paths = g_object_ref (paths);
	self->position = position;
	return self;
}

double
flead_path_get_confidence (FleadPath *self)
{
	g_return_val_if_fail (FLEAD_IS_PATH (self) && self->paths != NULL, 0.0);
	return flead_paths_get_path (self->paths, self->position)->confidence;
}

double
flead_path_get_strength (FleadPath *self)
{
	g_return_val_if_fail (FLEAD_IS_PATH (self) && self->paths != NULL, 0.0);
	return flead_paths_get_path (self->paths, self->position)->strength;
}

/* ---- a hop as a list ---- */

static GType
get_link_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_LINK;
}

static guint
get_n_links (GListModel *model)
{
	FleadHop *self = FLEAD_HOP (model);

	return self->hop != NULL ? self->hop->links->len : 0;
}

static gpointer
get_link (GListModel *model, guint position)
{
	FleadHop *self = FLEAD_HOP (model);

	return position < get_n_links (model)
	               ? flead_link_new (flead_paths_get_network (self->paths),
	                                 g_array_index (self->hop->links, FairleadLink, position))
	               : NULL;
}

static void
init_links (GListModelInterface *interface)
{
	interface->get_item_type = get_link_type;
	interface->get_n_items = get_n_links;
	interface->get_item = get_link;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FleadHop, flead_hop, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_links))

static void
flead_hop_finalize (GObject *object)
{
	g_clear_object (&FLEAD_HOP (object)->paths);
	G_OBJECT_CLASS (flead_hop_parent_class)->finalize (object);
}

static void
flead_hop_class_init (FleadHopClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_hop_finalize;
}

static void
flead_hop_init (FleadHop *self)
{
	(void) self;
}

FleadEntity *
flead_hop_dup_from (FleadHop *self)
{
	g_return_val_if_fail (FLEAD_IS_HOP (self) && self->hop != NULL, NULL);
	return flead_entity_new (flead_paths_get_network (self->paths), self->hop->from);
}

FleadEntity *
flead_hop_dup_to (FleadHop *self)
{
	g_return_val_if_fail (FLEAD_IS_HOP (self) && self->hop != NULL, NULL);
	return flead_entity_new (flead_paths_get_network (self->paths), self->hop->to);
}
