/* graph/gaps/namesakes.h: listed parties that have the same name and were not joined */
#pragma once
#include <gio/gio.h>

#include "graph/network/network.h"
G_BEGIN_DECLS

typedef struct _FairleadNamesakes FairleadNamesakes;

/* All parties with a designation, by each of their names: in Latin letters, case, punctuation and
 * the order of the words aside. Borrows the network. When @cancellable fires, the rest is left. */
FairleadNamesakes *fairlead_namesakes_new (FairleadNetwork *network, GCancellable *cancellable);
void fairlead_namesakes_free (FairleadNamesakes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadNamesakes, fairlead_namesakes_free)

/* (transfer full): of FairleadVertex, ascending: others that share a name with @vertex and may be
 * of its kind. Ships with valid numbers that differ are not the same, whatever their names. */
GArray *fairlead_namesakes_dup_of (FairleadNamesakes *self, FairleadVertex vertex);

G_END_DECLS
