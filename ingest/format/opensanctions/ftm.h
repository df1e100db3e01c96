/* ingest/format/opensanctions/ftm.h: one object of Follow the Money while it is read */
#pragma once
#include "ingest/format/opensanctions/opensanctions.h"
G_BEGIN_DECLS

/* What the files of one load share */
typedef struct {
	GHashTable *reported; /* set of words that were reported, owned */
	GArray *owners;       /* of FairleadLinkRow: what they own shows in the end */
} FairleadFtmLoad;

typedef struct {
	FairleadRecords *records;
	FairleadFtmLoad *load;
	const FairleadJsonValue *object;
	const FairleadJsonValue *properties;
	FairleadEntity entity;
	FairleadKind kind;
	FairleadSource source;
} FairleadFtmThing;

/* ---- ftm.c ---- */

const FairleadJsonValue *fairlead_ftm_values (const FairleadFtmThing *self, const char *property);
/* The first value of the property, where it is a text */
const char *fairlead_ftm_text (const FairleadFtmThing *self, const char *property);
/* A reference is an id, or, in a nested export, the whole entity */
FairleadEntity fairlead_ftm_refer (const FairleadFtmThing *self, const FairleadJsonValue *item);
/* Leaves the date as it is where the property is absent or, with an issue, no date */
void fairlead_ftm_read_date (const FairleadFtmThing *self, const char *property,
                             FairleadDate *date);
FairleadPeriod fairlead_ftm_read_period (const FairleadFtmThing *self);

/* ---- ftm-link.c ---- */

void fairlead_ftm_read_link (const FairleadFtmThing *self, const FairleadFtmLink *link);
/* After the last file: owners wait, for what kind of owner they are shows in what they own */
void fairlead_ftm_emit_owners (FairleadFtmLoad *load, FairleadRecords *records);

/* ---- ftm-listing.c; @within: the id of the party that a nested one stands in, or NULL ---- */

void fairlead_ftm_read_sanction (const FairleadFtmThing *self, const char *within);
void fairlead_ftm_read_document (const FairleadFtmThing *self, const char *within);

/* ---- ftm-party.c ---- */

void fairlead_ftm_read_party (FairleadFtmThing *self, const char *id);

G_END_DECLS
