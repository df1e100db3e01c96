/* ingest/case/input-size.h: what inputs will take in memory, before they are read */
#pragma once
#include "ingest/export.h"
#include <glib.h>
G_BEGIN_DECLS

/**
 * FairleadInputSize:
 * @n_bytes: of the files, unpacked as far as archives tell
 * @memory: bytes that their records and network take at least, as measured (docs/scale.md): per
 * byte of each form, per entity of a case
 */
typedef struct {
	guint64 n_bytes;
	guint64 memory;
} FairleadInputSize;

/**
 * fairlead_inputs_estimate:
 * @paths: (array zero-terminated=1)
 *
 * Looks at the head of each file, and at nothing else of it. Pipes and what cannot be opened
 * count as 0: what is wrong with them is said by reading them.
 */
FAIRLEAD_API FairleadInputSize fairlead_inputs_estimate (const char *const *paths);

G_END_DECLS
