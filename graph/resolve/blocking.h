/* graph/resolve/blocking.h: which pairs of parties are worth comparing: those that share a key
 *
 * Keys are numbers, names in any order of their words, names as they sound, pairs of their rarest
 * words, and addresses. A key that too many share says nothing and is passed over; which ones were
 * is told. */
#pragma once
#include <gio/gio.h>
#include "graph/resolve/pair/profile.h"
G_BEGIN_DECLS

/* Most parties that a key may have: beyond, 1,770 pairs would follow from something common */
#define FAIRLEAD_BLOCK_MAX 60

/* One that was passed over */
typedef struct {
	char *key;
	guint n_parties;
} FairleadSkippedBlock;

/**
 * FairleadBlocking:
 * @pairs: of guint64, left << 32 | right, left < right; ascending, each once
 * @n_blocks: keys that at least two parties share
 * @skipped: of FairleadSkippedBlock: the largest first
 */
typedef struct {
	GArray *pairs;
	guint n_blocks;
	GArray *skipped;
} FairleadBlocking;

/* @kinds: a bit for each FairleadKind to be compared. Parties of kinds that do not agree are never
 * paired. FALSE when cancelled. O(names log names + pairs log pairs). */
gboolean fairlead_blocking_init (FairleadBlocking *self, FairleadProfiler *profiler, guint kinds,
                                 GCancellable *cancellable, GError **error);
void fairlead_blocking_clear (FairleadBlocking *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadBlocking, fairlead_blocking_clear)

G_END_DECLS
