/* ingest/format/icij/nodes.h: entities by the number of their node
 *
 * Numbers stand close together in a few ranges, so that pages of them are found with one miss of
 * the cache where the records' table by key takes three: 6.7 million ends of links ask. */
#pragma once
#include "ingest/format/format.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_ICIJ_DESCRIBED = 1 << 0,
	FAIRLEAD_ICIJ_NOBODY = 1 << 1, /* its name is a placeholder */
} FairleadIcijNodeFlags;

typedef struct {
	FairleadEntity entity;
	guint8 flags;
} FairleadIcijNode;

typedef struct _FairleadIcijNodes FairleadIcijNodes;

FairleadIcijNodes *fairlead_icij_nodes_new (const char *scheme);
void fairlead_icij_nodes_free (FairleadIcijNodes *self);

/* Says that the node will soon be asked for, so that the miss of the cache passes meanwhile */
void fairlead_icij_nodes_expect (FairleadIcijNodes *self, const char *id);

/* The node with this id, made as a stub where it is new */
FairleadIcijNode fairlead_icij_nodes_refer (FairleadIcijNodes *self, FairleadRecords *records,
                                            const char *id, FairleadSource source);
/* The same, and says that the row at @source describes it */
FairleadIcijNode fairlead_icij_nodes_describe (FairleadIcijNodes *self, FairleadRecords *records,
                                               const char *id, FairleadKind kind,
                                               FairleadSource source);
void fairlead_icij_nodes_set_nobody (FairleadIcijNodes *self, const char *id,
                                     FairleadEntity entity);
gboolean fairlead_icij_nodes_is_nobody (FairleadIcijNodes *self, FairleadEntity entity);

G_END_DECLS
