/* graph/network/network.h: records joined into vertices and links
 *
 * Vertices are numbered in the order of their ids and links in a stated order, so that the same
 * inputs give the same network whatever the order of the files. All columns are plain arrays
 * indexed by vertex or link; the facts themselves stay in the records. */
#pragma once
#include "ingest/record/decision.h"
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

/**
 * FairleadAsOf:
 * @day: the day that the network is of
 * @links_later: left out: they began later, or one of their ends did
 * @links_told_later: left out: without a day of their own, in a list that told of them later
 * @links_undated: kept, although nothing says whether they stood on that day
 * @designations_later: not counted as listings: they came later
 * @designations_undated: counted, although nothing says when they came
 */
typedef struct {
	gint32 day;
	guint32 links_later;
	guint32 links_told_later;
	guint32 links_undated;
	guint32 designations_later;
	guint32 designations_undated;
} FairleadAsOf;

/**
 * fairlead_network_new_as_of:
 * @day: in days since 1970-01-01
 *
 * The network as it was on a day, and as it was known, as far as the sources say: without the
 * links, listings and values that came later. A link that was over by then is one that is over; one
 * that ended later is not. What has no day is kept, and counted.
 */
FAIRLEAD_API FairleadNetwork *fairlead_network_new_as_of (FairleadRecords *records, gint32 day);
/* NULL where the network is of no day */
FAIRLEAD_API const FairleadAsOf *fairlead_network_get_as_of (FairleadNetwork *self);

/**
 * fairlead_network_new_with:
 * @decisions: (nullable): judgements on who is the same
 * @merges: whether entities decided to be the same are joined; those decided to be different are
 *   kept apart in any case
 * @day: as of which day; %FAIRLEAD_DAY_OPEN_FUTURE for all that is known
 *
 * The same, with what was decided as a layer above the exact joins: every fact stays what it was,
 * and the network without the decision is had by leaving it out. 'different' beats a shared number
 * and a decided 'same'; 'same' does not beat kinds or ship numbers that contradict each other. Each
 * contradiction is an issue, decision-conflict, that names who decided.
 */
FAIRLEAD_API FairleadNetwork *fairlead_network_new_with (FairleadRecords *records,
                                                         FairleadDecisions *decisions,
                                                         gboolean merges, gint32 day);

/* (transfer none) (nullable): what it was built with */
FAIRLEAD_API FairleadDecisions *fairlead_network_get_decisions (FairleadNetwork *self);
/* Whether what was decided to be the same was joined */
FAIRLEAD_API gboolean fairlead_network_merges (FairleadNetwork *self);
/* Whether decision @n stands, says 'same', and both its ends are of one vertex: which it then made,
 * at @vertex */
FAIRLEAD_API gboolean fairlead_network_has_merged (FairleadNetwork *self, guint n,
                                                   FairleadVertex *vertex);

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
/* The events in which it is the vessel, the other party or the place; each once. Those that came
 * after the day that the network is of are left out. */
FAIRLEAD_API FairleadRows fairlead_network_get_events (FairleadNetwork *self,
                                                       FairleadVertex vertex);
/* Whether it came after the day that the network is of */
FAIRLEAD_API gboolean fairlead_network_is_later_event (FairleadNetwork *self, guint event);

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
/* Whether the link had ended: by the day that the network is of, where it is of one */
FAIRLEAD_API gboolean fairlead_network_is_over (FairleadNetwork *self, FairleadLink link);
/* For how many years it has been over, on the day that the network is of, else on the latest day
 * that the files bear, else on that of the latest listing; 0 where that is not known */
FAIRLEAD_API double fairlead_network_get_age (FairleadNetwork *self, FairleadLink link);

/* ---- a designation ---- */

/* Whether it stands: begun, as far as is known, and not ended, by the day that the network is of */
FAIRLEAD_API gboolean fairlead_network_is_listing (FairleadNetwork *self, guint designation);

G_END_DECLS
