/* ingest/format/bods/bods.h: Beneficial Ownership Data Standard 0.4, and what its parts share */
#pragma once
#include "ingest/format/format.h"
#include "ingest/mapping/run/seen.h"
G_BEGIN_DECLS

extern const FairleadFormat fairlead_format_bods_json;

/* Keys are ids of records, which are the publisher's own */
#define BODS_SCHEME "bods"

/* ---- history.c: a relationship may be stated again, with other interests ---- */

typedef struct _FairleadBodsHistory FairleadBodsHistory;

FairleadBodsHistory *fairlead_bods_history_new (void);
void fairlead_bods_history_free (FairleadBodsHistory *self);
/* A statement about the relationship @record; the interests that are added next are its */
void fairlead_bods_history_begin (FairleadBodsHistory *self, FairleadText record, FairleadDate date,
                                  gboolean closed);
void fairlead_bods_history_add (FairleadBodsHistory *self, const FairleadLinkRow *interest);
/* What the last statement about each record says stands, or ended by the day on which the record
 * was closed. What an earlier one says and the next does not say again ended by the day of that. */
void fairlead_bods_history_emit (FairleadBodsHistory *self, FairleadRecords *records);

/* ---- interests.c ---- */

/* The interests of one relationship statement, from the party to the subject */
void fairlead_bods_read_interests (FairleadBodsHistory *history, FairleadRecords *records,
                                   const FairleadJsonValue *details, const FairleadLinkRow *link);

/* ---- parties.c ---- */

typedef struct {
	FairleadRecords *records;
	FairleadSeen
		*seen; /* facts that were said: a record is often stated again with few changes */
	const FairleadJsonValue *details;
	FairleadEntity entity;
	FairleadSource source;
} FairleadBodsParty;

/* The kind that recordDetails give */
FairleadKind fairlead_bods_kind_of_entity (FairleadRecords *records,
                                           const FairleadJsonValue *details, FairleadSource source);
void fairlead_bods_read_entity (const FairleadBodsParty *self);
void fairlead_bods_read_person (const FairleadBodsParty *self);

G_END_DECLS
