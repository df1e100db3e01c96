/* bench/lists.h: lists in one network, with what is needed to compare the parties of them */
#pragma once
#include "graph/resolve/blocking.h"
G_BEGIN_DECLS

typedef struct {
	FairleadNetwork *network;
	FairleadNameScorer *scorer;
	FairleadProfiler profiler;
	FairleadBlocking blocking; /* of all kinds */
} Lists;

gboolean lists_load (Lists *self, const char *const *paths, GError **error);
void lists_clear (Lists *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lists, lists_clear)

/* Described by some record, and no place */
gboolean lists_is_described (const Lists *self, FairleadVertex vertex);

G_END_DECLS
