/* graph/find/finder.h: entities of a network by name, number and address, each with the reason
 *
 * Names are found by the pieces that they share and judged by the similarity of names, which
 * keeps how alike two names are apart from how much that says. */
#pragma once
#include <gio/gio.h>

#include "graph/network/network.h"
#include "graph/resolve/name-similarity.h"
#include "graph/telling.h"
G_BEGIN_DECLS

typedef struct _FairleadFinder FairleadFinder;

typedef enum {
	FAIRLEAD_FOUND_BY_NUMBER,
	FAIRLEAD_FOUND_BY_NAME,
	FAIRLEAD_FOUND_BY_ADDRESS,
} FairleadFoundBy;

/* `number`, `name`, `address` */
FAIRLEAD_API const char *fairlead_found_by_name (FairleadFoundBy by);

/**
 * FairleadFound:
 * @text: the name, number or address that fits best; borrowed from the records
 * @scheme: of a number
 * @similarity: 1 for a number; of a name that of the words, of an address of its pieces
 * @evidence: of a name, in bits: see %FairleadNameMatch
 * @is_vetoed: of a name: numbers or words say that it is another of a series
 * @source: where the text stands
 */
typedef struct {
	FairleadFoundBy by;
	FairleadVertex vertex;
	const char *text;
	FairleadIdScheme scheme;
	double similarity;
	double evidence;
	gboolean is_vetoed;
	FairleadSource source;
} FairleadFound;

/* Borrows the network. Cost: O(names log), once; some 150 bytes a name. Not to be shared between
 * threads. */
FAIRLEAD_API FairleadFinder *fairlead_finder_new (FairleadNetwork *network);
FAIRLEAD_API void fairlead_finder_free (FairleadFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadFinder, fairlead_finder_free)

/* Whom to tell how far the making of an index is, until another is said; (nullable): nobody */
FAIRLEAD_API void fairlead_finder_set_telling (FairleadFinder *self,
                                               const FairleadTelling *telling);

/**
 * fairlead_finder_prepare:
 *
 * Makes all that is asked for below, which else is made when it is first asked for.
 *
 * Returns: FALSE where @cancellable fires: what was not whole by then is made by the next call
 */
FAIRLEAD_API gboolean fairlead_finder_prepare (FairleadFinder *self, GCancellable *cancellable,
                                               GError **error);

/**
 * fairlead_finder_dup_by_number:
 * @scheme: or %FAIRLEAD_N_ID_SCHEMES: any
 * @number: as it is written, with or without `IMO` before it
 *
 * Returns: (transfer full): of FairleadFound, by vertex: those with exactly this number
 */
FAIRLEAD_API GArray *fairlead_finder_dup_by_number (FairleadFinder *self, FairleadIdScheme scheme,
                                                    const char *number);

/**
 * fairlead_finder_dup_by_name:
 * @kind: of whom; %FAIRLEAD_KIND_UNKNOWN: of any
 * @least: least similarity
 *
 * Returns: (transfer full): of FairleadFound: each party once, by its name that fits best; the
 *   most alike first, of those the one of whom that says most, then by id
 */
FAIRLEAD_API GArray *fairlead_finder_dup_by_name (FairleadFinder *self, const char *text,
                                                  FairleadKind kind, double least, guint limit);

/* The same for addresses: places, and parties with the address as a text */
FAIRLEAD_API GArray *fairlead_finder_dup_by_address (FairleadFinder *self, const char *text,
                                                     FairleadKind kind, double least, guint limit);

/* Why two names are as alike as they are, in words; the caller frees it */
FAIRLEAD_API char *fairlead_finder_dup_why (FairleadFinder *self, const char *text,
                                            const FairleadFound *found);

G_END_DECLS
