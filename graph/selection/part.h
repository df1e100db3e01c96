/* graph/selection/part.h: which part of a network is asked for, in the words of a user */
#pragma once
#include "graph/selection/selection.h"
G_BEGIN_DECLS

#define FAIRLEAD_PART_HOPS 2u

/**
 * FairleadPart:
 * @around: (nullable) (array zero-terminated=1): entity expressions: only what is near them
 * @hops: how many links away from them at most
 * @kinds: a bit for each FairleadKind to keep; 0: all
 * @component: the N-th largest component; 0: all
 */
typedef struct {
	const char *const *around;
	guint hops;
	guint32 kinds;
	guint component;
} FairleadPart;

/* The bits of kinds by name; USAGE where one is no kind */
FAIRLEAD_API gboolean fairlead_kinds_from_names (const char *const *names, guint32 *kinds,
                                                 GError **error);
/* Whether nothing is left out */
FAIRLEAD_API gboolean fairlead_part_is_whole (const FairleadPart *self);
/* The same as a selector, without `top`; @around, nullable, is what keeps that alive. Fails as
 * expressions do. */
FAIRLEAD_API gboolean fairlead_part_select (const FairleadPart *self, FairleadNetwork *network,
                                            FairleadSelector *selector, GArray **around,
                                            GError **error);

G_END_DECLS
