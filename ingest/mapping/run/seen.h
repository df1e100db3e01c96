/* ingest/mapping/run/seen.h: a set of 64-bit hashes, of facts that were said already */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

typedef struct _FairleadSeen FairleadSeen;

FairleadSeen *fairlead_seen_new (void);
void fairlead_seen_free (FairleadSeen *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadSeen, fairlead_seen_free)

/* Whether the hash was not in the set before; it is now. O(1), at most 32 bytes for each. */
gboolean fairlead_seen_add (FairleadSeen *self, guint64 hash);

G_END_DECLS
