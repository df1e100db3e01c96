/* graph/screen/screen.h: whether somebody of whom little is known is listed, or belongs to the
 * listed: one verdict, with its reasons */
#pragma once
#include "graph/find/finder.h"
#include "graph/ownership/rules/judgement.h"
#include "graph/ranking.h"
#include "ingest/names-file.h"
G_BEGIN_DECLS

/* The first that holds */
typedef enum {
	FAIRLEAD_SCREEN_LISTED, /* is designated now */
	FAIRLEAD_SCREEN_OWNED,  /* falls under a 50 per cent rule, for sure or perhaps */
	FAIRLEAD_SCREEN_LINKED, /* a chain of links leads to a listed party */
	FAIRLEAD_SCREEN_NEAR,   /* has nearly the name, or a weak number, of one listed or owned */
	FAIRLEAD_SCREEN_NONE,
	FAIRLEAD_SCREEN_NOT_SCREENED, /* nothing was given by which to look */
	FAIRLEAD_N_SCREEN_VERDICTS
} FairleadScreenVerdict;

/* `listed`, `owned 50 % or more by listed`, `linked`, `near match`, `none`, `not screened` */
FAIRLEAD_API const char *fairlead_screen_verdict_name (FairleadScreenVerdict verdict);

/**
 * FairleadScreenQuery:
 * @name: (nullable): in any script
 * @country: (nullable): a name or code
 * @birth_date: (nullable): in any spelling
 * @numbers: (nullable): by scheme
 *
 * Whom to screen; texts are borrowed.
 */
typedef struct {
	const char *name;
	const char *country;
	const char *birth_date;
	const char *numbers[FAIRLEAD_N_ID_SCHEMES];
	FairleadKind kind;
} FairleadScreenQuery;

/* Whom a row of a file of names is about; borrows its cells */
FAIRLEAD_API FairleadScreenQuery fairlead_screen_query_of (const FairleadNamesRow *row);

/**
 * FairleadScreened:
 * @match: who it is, or nearly is; its vertex is %FAIRLEAD_NO_VERTEX where nobody is
 * @is_sure: whether it is taken to be the same: a number that names one thing for life, or a name
 *   that fits and says enough, with nothing against it
 * @standing: of one owned
 * @rule: (nullable): by which that is; borrowed
 * @proof: (nullable) (element-type FairleadSource): of one owned: where the holdings stand
 * @path: (nullable): of one linked: to the listed party
 * @why: what speaks for the match
 * @why_not: what speaks against it; empty where nothing does
 */
typedef struct {
	FairleadScreenVerdict verdict;
	FairleadFound match;
	gboolean is_sure;
	FairleadStanding standing;
	const FairleadRule *rule;
	GArray *proof;
	FairleadPath *path;
	char *why;
	char *why_not;
} FairleadScreened;

FAIRLEAD_API void fairlead_screened_clear (FairleadScreened *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadScreened, fairlead_screened_clear)

/* Least similarity of a name that is looked at, and of one that is taken for the same; least
 * evidence of the latter: a thousand to one that another party has not the same by chance.
 * Judgements, stated with every result. */
#define FAIRLEAD_SCREEN_NEAR_FROM 0.75
#define FAIRLEAD_SCREEN_SURE_FROM 0.95
#define FAIRLEAD_SCREEN_SURE_BITS 10.0

typedef struct _FairleadScreener FairleadScreener;

/**
 * fairlead_screener_new:
 * @max_hops: how long a chain of links may be; 0: links are not asked
 *
 * Borrows the network. Owned is asked under the last rule of each regime, where that is in
 * force, without links that are over; on the network's day, where it has one. Cost: that of a
 * ranking's walk and of an index of names, once.
 */
FAIRLEAD_API FairleadScreener *fairlead_screener_new (FairleadNetwork *network, guint max_hops,
                                                      GError **error);
FAIRLEAD_API void fairlead_screener_free (FairleadScreener *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadScreener, fairlead_screener_free)

/* Some tenths of a millisecond on a list, some milliseconds on two million names */
FAIRLEAD_API void fairlead_screener_screen (FairleadScreener *self,
                                            const FairleadScreenQuery *query,
                                            FairleadScreened *screened);

/* The ids of the rules that are asked, (transfer full): of char */
FAIRLEAD_API GPtrArray *fairlead_screener_dup_rules (const FairleadScreener *self);

G_END_DECLS
