/* graph/network/network.h: records joined into vertices and links
 *
 * Vertices are numbered in the order of their ids and links in a stated order, so that the same
 * inputs give the same network whatever the order of the files. All columns are plain arrays
 * indexed by vertex or link; the facts themselves stay in the records. */
#pragma once
#include "ingest/record/records.h"
G_BEGIN_DECLS

typedef guint32 FairleadVertex;
typedef guint32 FairleadLink;
#define FAIRLEAD_NO_VERTEX G_MAXUINT32

#define FAIRLEAD_TYPE_NETWORK (fairlead_network_get_type ())
FAIRLEAD_API
G_DECLARE_FINAL_TYPE (FairleadNetwork, fairlead_network, FAIRLEAD, NETWORK, GObject)

/**
 * fairlead_network_new:
 * @records: what the files say; conflicts found while joining are added to its issues
 *
 * Joins records that share a key or a valid number of a joining scheme (IMO, IMO company, LEI,
 * registration number within its jurisdiction), and parties known by name alone to the one record
 * of that name, or, with less confidence, of that name in Latin letters. Records of different
 * kinds, and vessels with different valid IMO numbers, are never joined.
 *
 * Cost: O((entities + links) log) once.
 */
FAIRLEAD_API FairleadNetwork *fairlead_network_new (FairleadRecords *records);

FAIRLEAD_API FairleadRecords *fairlead_network_get_records (FairleadNetwork *self);
FAIRLEAD_API guint32 fairlead_network_get_n_vertices (FairleadNetwork *self);
FAIRLEAD_API guint32 fairlead_network_get_n_links (FairleadNetwork *self);

/* ---- a vertex ---- */

/* The smallest of its records' keys: `imo:7937317`, `ofac:17068`; IMO numbers and LEIs first */
FAIRLEAD_API const char *fairlead_network_get_id (FairleadNetwork *self, FairleadVertex vertex);
/* Its primary name, else any, else its id */
FAIRLEAD_API const char *fairlead_network_get_name (FairleadNetwork *self, FairleadVertex vertex);
FAIRLEAD_API FairleadKind fairlead_network_get_kind (FairleadNetwork *self, FairleadVertex vertex);
/* No file describes it; it is only referred to */
FAIRLEAD_API gboolean fairlead_network_is_stub (FairleadNetwork *self, FairleadVertex vertex);
/* A name that a record gives for its other end, and that several parties have: it may stand for
 * different ones in different records, so that nothing is linked through it */
FAIRLEAD_API gboolean fairlead_network_is_ambiguous (FairleadNetwork *self, FairleadVertex vertex);
/* Persons, companies, public bodies, vessels, aircraft and the unknown; not places */
FAIRLEAD_API gboolean fairlead_network_is_party (FairleadNetwork *self, FairleadVertex vertex);
FAIRLEAD_API FairleadVertex fairlead_network_vertex_of (FairleadNetwork *self,
                                                        FairleadEntity entity);

/**
 * FairleadRows:
 * @rows: (array length=n): row numbers of a table of the records, in order of source
 *
 * The facts of one vertex in one table.
 */
typedef struct {
	const guint32 *rows;
	guint n;
} FairleadRows;

FAIRLEAD_API FairleadRows fairlead_network_get_entities (FairleadNetwork *self,
                                                         FairleadVertex vertex);
FAIRLEAD_API FairleadRows fairlead_network_get_names (FairleadNetwork *self, FairleadVertex vertex);
FAIRLEAD_API FairleadRows fairlead_network_get_identifiers (FairleadNetwork *self,
                                                            FairleadVertex vertex);
FAIRLEAD_API FairleadRows fairlead_network_get_attributes (FairleadNetwork *self,
                                                           FairleadVertex vertex);
FAIRLEAD_API FairleadRows fairlead_network_get_designations (FairleadNetwork *self,
                                                             FairleadVertex vertex);

/* ---- a link ---- */

FAIRLEAD_API FairleadVertex fairlead_network_get_from (FairleadNetwork *self, FairleadLink link);
FAIRLEAD_API FairleadVertex fairlead_network_get_to (FairleadNetwork *self, FairleadLink link);
/* Kind, share, note and source, and the confidence of the source itself */
FAIRLEAD_API const FairleadLinkFact *fairlead_network_get_link (FairleadNetwork *self,
                                                                FairleadLink link);
/* The confidence of the source, times 0.75 for each end that it only names and that was found in
 * Latin letters alone */
FAIRLEAD_API float fairlead_network_get_confidence (FairleadNetwork *self, FairleadLink link);
FAIRLEAD_API const FairleadPeriod *fairlead_network_get_period (FairleadNetwork *self,
                                                                FairleadLink link);

G_END_DECLS
