/* ingest/format/ofac-sdn/remarks.h: the small language of OFAC's Remarks: facts between semicolons,
 * each told by the words that it begins with */
#pragma once
#include "ingest/record/records.h"
G_BEGIN_DECLS

/* The list within which OFAC's files name parties, and the scheme of their keys */
#define FAIRLEAD_OFAC "ofac"

/**
 * FairleadOfacRemarks:
 * @text: the whole text, with what continues it in another file appended
 * @source: where the text begins
 * @continued_at: bytes of @text before the continuation; %G_MAXSIZE where there is none
 * @continued_source: where the continuation stands
 */
typedef struct {
	FairleadEntity entity;
	FairleadKind kind;
	const char *text;
	FairleadSource source;
	gsize continued_at;
	FairleadSource continued_source;
} FairleadOfacRemarks;

/* Emits each fact, with the source that it begins in. What no rule knows becomes a note, whole.
 * Cost: linear in the text. */
void fairlead_ofac_remarks_read (const FairleadOfacRemarks *self, FairleadRecords *records);

/* Whether a fact of the text, past its first, begins with words that the rules know */
gboolean fairlead_ofac_remarks_is_likely (const char *text);

/* A link from the party of that name, as sure as a name can be; @note may be NULL */
void fairlead_ofac_link_by_name (FairleadRecords *records, const char *name, FairleadLinkKind kind,
                                 FairleadEntity to, const char *note, FairleadSource source);

G_END_DECLS
