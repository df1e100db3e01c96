/* graph/diff/match-private.h: which parties of two networks are the same, by ids and numbers */
#pragma once
#include "graph/network/network.h"
G_BEGIN_DECLS

/**
 * FairleadPairing:
 * @after_of: of each vertex before: the one after, or %FAIRLEAD_NO_VERTEX
 * @before_of: the other way
 * @reason: of each vertex before: the key or number; NULL where there is none
 */
typedef struct {
	FairleadVertex *after_of;
	FairleadVertex *before_of;
	char **reason;
	guint32 n_before;
} FairleadPairing;

void fairlead_pairing_init (FairleadPairing *self, FairleadNetwork *before, FairleadNetwork *after);
void fairlead_pairing_clear (FairleadPairing *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadPairing, fairlead_pairing_clear)

G_END_DECLS
