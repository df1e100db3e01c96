/* ingest/format/ofac-sdn/facts.h: what one fact of OFAC's Remarks says, by the words that it begins
 * with */
#pragma once
#include "ingest/format/ofac-sdn/remarks.h"
G_BEGIN_DECLS

/**
 * FairleadOfacFact:
 * @whole: the fact with its label, for what cannot be taken apart
 */
typedef struct {
	FairleadRecords *records;
	FairleadEntity entity;
	FairleadKind kind;
	FairleadSource source;
	const char *whole;
} FairleadOfacFact;

/* What no rule knows becomes a note, whole */
void fairlead_ofac_fact_read (const FairleadOfacFact *self);
/* Whether a rule knows the words that the text begins with */
gboolean fairlead_ofac_fact_is_known (const char *text);

G_END_DECLS
