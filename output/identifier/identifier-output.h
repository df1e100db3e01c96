/* output/identifier/identifier-output.h: what numbers say, as a table, CSV or JSON */
#pragma once
#include <gio/gio.h>
#include "output/write/format.h"
G_BEGIN_DECLS

typedef struct {
	FairleadOutputFormat format;
	FairleadLayout layout; /* asked by tables alone */
} FairleadIdentifierView;

/**
 * fairlead_identifiers_write:
 * @texts: (element-type utf8): as somebody typed them, in UTF-8
 * @n_bad: (out): how many of them have no valid reading; written on success only
 */
FAIRLEAD_API gboolean fairlead_identifiers_write (const GPtrArray *texts,
                                                  const FairleadIdentifierView *view,
                                                  GOutputStream *stream, guint *n_bad,
                                                  GCancellable *cancellable, GError **error);

G_END_DECLS
