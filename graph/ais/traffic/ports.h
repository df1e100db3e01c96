/* graph/ais/traffic/ports.h: a table of ports, and which one is near a place */
#pragma once
#include <gio/gio.h>
#include "graph/ais/traffic/geometry.h"
#include "ingest/export.h"
G_BEGIN_DECLS

typedef struct {
	char *name;
	FairleadAisPlace place;
} FairleadAisPort;

typedef struct _FairleadAisPorts FairleadAisPorts;

/* Without any port */
FAIRLEAD_API FairleadAisPorts *fairlead_ais_ports_new (void);
FAIRLEAD_API void fairlead_ais_ports_free (FairleadAisPorts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadAisPorts, fairlead_ais_ports_free)

/**
 * fairlead_ais_ports_read:
 *
 * Adds the ports of a CSV file: columns `name` (or `port`, `Main Port Name`), `latitude` (`lat`)
 * and `longitude` (`lon`), in degrees, as the World Port Index has them too. A row without a place
 * on the globe is an error that names its line.
 */
FAIRLEAD_API gboolean fairlead_ais_ports_read (FairleadAisPorts *self, const char *path,
                                               GCancellable *cancellable, GError **error);
/* Adds those of the shipped table of ports that say where they are */
FAIRLEAD_API void fairlead_ais_ports_add_known (FairleadAisPorts *self);
/* Those of the shipped table, and of a file. @path: (nullable): NULL: of none */
FAIRLEAD_API FairleadAisPorts *fairlead_ais_ports_load (const char *path, GCancellable *cancellable,
                                                        GError **error);
void fairlead_ais_ports_add (FairleadAisPorts *self, const char *name, FairleadAisPlace place);

/* The nearest port within so many metres; of two as near the first by name. NULL for none. */
const FairleadAisPort *fairlead_ais_ports_find (const FairleadAisPorts *self,
                                                FairleadAisPlace place, double metres);

G_END_DECLS
