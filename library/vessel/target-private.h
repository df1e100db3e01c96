/* library/vessel/target-private.h: for whom the signals of ships are told */
#pragma once
#include "graph/parameters.h"
#include "library/network/network-private.h"
G_BEGIN_DECLS

typedef struct {
	GStrv expressions; /* NULL: all who are listed */
	guint8 *is_target; /* of each vertex */
	guint n;
} VesselTarget;

/* Fails as expressions do; is to be cleared then too */
gboolean vessel_target_init (VesselTarget *self, FleadNetwork *network, GStrv expressions,
                             GError **error);
void vessel_target_clear (VesselTarget *self);

/* @path: (nullable): NULL: those that are shipped */
gboolean vessel_parameters_read (FairleadParameters *self, const char *path, GError **error);

G_END_DECLS
