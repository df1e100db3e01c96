/* ingest/record/id-table.h: open addressing from a hash to a 32-bit row, for tables of millions
 *
 * The table keeps no keys: the caller says whether a candidate row is the one that it means. */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

typedef struct {
	guint32 hash;
	guint32 row; /* FAIRLEAD_ID_TABLE_NONE marks an empty slot */
} FairleadIdSlot;

typedef struct {
	FairleadIdSlot *slots;
	guint32 n_slots; /* a power of two */
	guint32 n_used;
} FairleadIdTable;

#define FAIRLEAD_ID_TABLE_NONE G_MAXUINT32

typedef gboolean (*FairleadIdEqual) (guint32 row, const char *key, gsize length,
                                     gconstpointer user_data);

void fairlead_id_table_init (FairleadIdTable *self);
void fairlead_id_table_clear (FairleadIdTable *self);

/* A table whose slots, @n_slots of them, the caller fills in, @n_used with a row */
void fairlead_id_table_restore (FairleadIdTable *self, guint32 n_slots, guint32 n_used);

guint32 fairlead_id_table_hash (const char *key, gsize length);
/* The row whose key equals, or FAIRLEAD_ID_TABLE_NONE. O(1) expected. */
guint32 fairlead_id_table_find (const FairleadIdTable *self, guint32 hash, const char *key,
                                gsize length, FairleadIdEqual equal, gconstpointer user_data);
/* Room for @n rows more, so that inserting them moves none */
void fairlead_id_table_reserve (FairleadIdTable *self, guint32 n);
/* The key must not be in the table yet */
void fairlead_id_table_insert (FairleadIdTable *self, guint32 hash, guint32 row);

G_END_DECLS
