/* output/inventory.h: what was read, counted: entities, links, designations, issues */
#pragma once
#include "graph/network/network.h"
G_BEGIN_DECLS

#define FAIRLEAD_N_SEVERITIES (FAIRLEAD_SEVERITY_SERIOUS + 1)

typedef struct {
	const char *name;
	guint64 count;
} FairleadTally;

typedef struct {
	guint64 n_records;
	guint64 kinds[FAIRLEAD_N_KINDS]; /* vertices: entities after joining */
	guint64 links[FAIRLEAD_N_LINK_KINDS];
	guint64 events[FAIRLEAD_N_EVENT_KINDS];
	guint64 severities[FAIRLEAD_N_SEVERITIES];
	GArray *lists;                         /* of FairleadTally: designations, by name of list */
	GArray *programmes;                    /* the same, by programme, where one is stated */
	GArray *files;                         /* of guint32: rows of the file table, by path */
	GArray *issues[FAIRLEAD_N_ISSUE_TAGS]; /* of guint32: rows, by path, line and text */
} FairleadInventory;

/* Cost: O(everything), and a sort of the issues. The order is the same whatever the order in which
 * the files were read. */
void fairlead_inventory_init (FairleadInventory *self, FairleadNetwork *network);
void fairlead_inventory_clear (FairleadInventory *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadInventory, fairlead_inventory_clear)

/* `3 serious, 12 warning, 40 info` */
char *fairlead_inventory_dup_severities (const FairleadInventory *self);

G_END_DECLS
