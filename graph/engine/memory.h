/* graph/engine/memory.h: whether a network fits this machine, before it is ranked */
#pragma once
#include <gio/gio.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/* What a ranking takes for each link at its peak, the records and their network included: measured
 * (docs/scale.md) */
#define FAIRLEAD_MEMORY_PER_LINK G_GUINT64_CONSTANT (370)
/* The share of the memory that it may take */
#define FAIRLEAD_MEMORY_SHARE 0.7

/* Of the machine, or of the control group that the process is in, where that has less; 0: not
 * known */
FAIRLEAD_API guint64 fairlead_memory_get_limit (void);
/* `6.5 GB`, `800 MB`, bytes: K, M, G and T are powers of 1000. FALSE where it is none. */
FAIRLEAD_API gboolean fairlead_memory_parse (const char *text, guint64 *bytes);
/**
 * fairlead_memory_check:
 * @limit: bytes; 0: unknown, and everything fits
 *
 * Fails with LIMIT, with the figures, where so many links are too many.
 */
FAIRLEAD_API gboolean fairlead_memory_check (guint64 n_links, guint64 limit, GError **error);
/* The same of inputs of so many bytes, whose records are estimated to take so much memory */
FAIRLEAD_API gboolean fairlead_memory_check_inputs (guint64 n_bytes, guint64 memory, guint64 limit,
                                                    GError **error);

G_END_DECLS
