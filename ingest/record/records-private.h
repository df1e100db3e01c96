/* ingest/record/records-private.h: what a set of records is made of */
#pragma once
#include "ingest/record/id-table.h"
#include "ingest/record/records.h"
#include "ingest/record/work-queue.h"
G_BEGIN_DECLS

/* A country as it was written before; few are */
typedef struct {
	FairleadText written;
	FairleadText code; /* 0 where it is not known */
} FairleadKnownCountry;

/* The tables of facts, on which a second thread may be at work: see records-facts.c */
typedef struct {
	FairleadStrings *strings; /* a writer of their own in the arena of the records */
	FairleadPeriodTable periods;
	FairleadKnownCountry countries[256];
	GArray *names;        /* of FairleadNameRow */
	GArray *identifiers;  /* of FairleadIdRow */
	GArray *attributes;   /* of FairleadAttributeRow */
	GArray *links;        /* of FairleadLinkFact */
	GArray *designations; /* of FairleadDesignationRow */
	GArray *issues;       /* of FairleadIssueRow */
	gint n_issues;        /* the same number, to be read by any thread */
} FairleadFacts;

/* Takes @strings */
void fairlead_facts_init (FairleadFacts *self, FairleadStrings *strings);
void fairlead_facts_clear (FairleadFacts *self);

struct _FairleadRecords {
	GObject parent;
	FairleadStrings *strings;
	FairleadIdTable keys; /* entity by key */
	GString *key;         /* the key being built */
	GArray *files;        /* of FairleadFileRow */
	GArray *entities;     /* of FairleadEntityRow */
	FairleadFacts facts;
	FairleadWorkQueue *work; /* on the facts */
	gboolean is_unsettled;   /* whether some of it may be left */
};

/* Records without facts, over the text and with the files of others */
FairleadRecords *fairlead_records_new_beside (FairleadRecords *other);

G_END_DECLS
