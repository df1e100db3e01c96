/* graph/gaps/gaps.h: who is listed by one body and not by another, and since when */
#pragma once
#include <gio/gio.h>

#include "graph/network/network.h"
#include "graph/telling.h"
G_BEGIN_DECLS

/**
 * FairleadLag:
 * @first: least number of days that the dates allow
 * @last: greatest
 *
 * How many days later, or, below 0, earlier. Where a date is open, so is the lag on that side:
 * %FAIRLEAD_DAY_OPEN_PAST, %FAIRLEAD_DAY_OPEN_FUTURE.
 */
typedef struct {
	gint32 first;
	gint32 last;
} FairleadLag;

/* @later - @earlier, as an interval */
FAIRLEAD_API FairleadLag fairlead_lag_between (FairleadDate earlier, FairleadDate later);

/**
 * FairleadListing:
 * @body: `OFAC`
 * @programmes: of const char: those of the regime, by name
 * @since: the earliest day of listing among them
 * @sources: of FairleadSource, by path and line
 * @lag: behind the first body that listed the party; open where either date is
 */
typedef struct {
	const char *body;
	GPtrArray *programmes;
	FairleadDate since;
	GArray *sources;
	FairleadLag lag;
} FairleadListing;

/* Why a body does not count as one that lists a party for a regime */
typedef enum {
	FAIRLEAD_ABSENT,           /* nowhere on its lists */
	FAIRLEAD_ABSENT_ELSEWHERE, /* on its lists under programmes of other regimes */
	FAIRLEAD_ABSENT_ENDED,     /* was listed there for this regime, and is no longer */
	FAIRLEAD_ABSENT_EARLIER,   /* not there, but its edition is older than the listing */
	FAIRLEAD_ABSENT_UNCLEAR,   /* a party of that body's lists, not joined, has the same name */
	FAIRLEAD_N_ABSENCES
} FairleadAbsenceKind;

/* `not listed`, `other programme`, `ended`, `earlier edition`, `unclear` */
FAIRLEAD_API const char *fairlead_absence_name (FairleadAbsenceKind kind);

/**
 * FairleadAbsence:
 * @listing: under the other programmes, or the one that ended; without programmes otherwise. Its
 *   lag is that of the body's edition behind the first listing: for so long it has had time.
 * @until: when it ended, where that is so
 * @namesakes: of FairleadVertex: those of the same name on its lists
 */
typedef struct {
	FairleadAbsenceKind kind;
	FairleadListing listing;
	FairleadDate until;
	GArray *namesakes;
} FairleadAbsence;

/**
 * FairleadGap:
 * @regime: name of the regime, or, of a programme that no regime has, the programme
 * @listings: of FairleadListing, by date and body; at least one
 * @absences: of FairleadAbsence, by body; none where all that list the regime list the party
 */
typedef struct {
	FairleadVertex vertex;
	const char *regime;
	GPtrArray *listings;
	GPtrArray *absences;
} FairleadGap;

/**
 * FairleadGapQuestion:
 * @programme: (nullable): a regime, or the beginning of programmes; NULL: all
 * @bodies: (nullable) (array zero-terminated=1): only between these; NULL: all that the inputs have
 * @cancellable: (nullable): fired, it gives up
 * @telling: how far it is
 */
typedef struct {
	const char *programme;
	const char *const *bodies;
	GCancellable *cancellable;
	FairleadTelling telling;
} FairleadGapQuestion;

/**
 * FairleadGaps:
 * @bodies: of const char: those compared, by name
 * @gaps: of FairleadGap, by regime, then by name and id: every party that one of them lists for a
 *   regime that at least two of them have
 * @undated: of const char: bodies none of whose files bears a date, so that nobody knows whether
 *   they are older than a listing
 * @alone: of char: `regime: body`, regimes that only one of them has, of which nothing can be said
 */
typedef struct {
	GPtrArray *bodies;
	GPtrArray *gaps;
	GPtrArray *undated;
	GPtrArray *alone;
	GStringChunk *texts; /* what body and regime point into */
} FairleadGaps;

/**
 * fairlead_gaps_init:
 *
 * Only what the inputs hold is compared: a body that has no programme of a regime in them is not
 * said to lack anybody. Designations that are over do not list; nor, where the network is of a day,
 * do those of a later one. Fails with UNKNOWN_REFERENCE where
 * a body or programme of the question is in no input, and where the question is given up.
 *
 * Cost: O(designations log, names of the listed).
 */
FAIRLEAD_API gboolean fairlead_gaps_init (FairleadGaps *self, FairleadNetwork *network,
                                          const FairleadGapQuestion *question, GError **error);
FAIRLEAD_API void fairlead_gaps_clear (FairleadGaps *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadGaps, fairlead_gaps_clear)

G_END_DECLS
