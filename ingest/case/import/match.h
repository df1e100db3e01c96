/* ingest/case/import/match.h: facts of the edition before, to be found again */
#pragma once
#include "ingest/case/import/editions.h"
#include "ingest/case/import/facts.h"
#include "ingest/record/id-table.h"
G_BEGIN_DECLS

/* What is said, of what, within one data set. Two facts with the same are the same. */
typedef struct {
	guint64 content[2];
	guint64 subject;
} FairleadFingerprint;

typedef struct {
	FairleadFingerprint print;
	gint64 id;
	guint set;
	gboolean is_found;
} FairleadOldFact;

/* The current facts of one table, of the data sets that get a new edition */
typedef struct {
	const FairleadFactTable *table;
	guint64 seed;  /* of this run, so that no file is made for two facts to have one print */
	GArray *facts; /* of FairleadOldFact */
	FairleadIdTable ids; /* by print */
} FairleadMatch;

void fairlead_match_init (FairleadMatch *self, const FairleadFactTable *table,
                          FairleadEditions *editions, FairleadSql *sql);
void fairlead_match_clear (FairleadMatch *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadMatch, fairlead_match_clear)

FairleadFingerprint fairlead_match_print (const FairleadMatch *self, guint set,
                                          const FairleadValue *values);
/* The row that says the same, which no other will find; NULL where there is none */
FairleadOldFact *fairlead_match_take (FairleadMatch *self, const FairleadFingerprint *print);

G_END_DECLS
