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

/* A day as it was written before, and the period that begins on it, whose end is not known */
typedef struct {
	FairleadText written;
	FairleadPeriodId period;
} FairleadKnownDay;

/* The tables of facts, on which a second thread may be at work: see records-facts.c */
typedef struct {
	FairleadStrings *strings; /* a writer of their own in the arena of the records */
	FairleadPeriodTable periods;
	FairleadKnownCountry countries[256];
	FairleadKnownDay days[4096];
	GArray *names;        /* of FairleadNameRow */
	GArray *identifiers;  /* of FairleadIdRow */
	GArray *attributes;   /* of FairleadAttributeRow */
	GArray *links;        /* of FairleadLinkFact */
	GArray *designations; /* of FairleadDesignationRow */
	GArray *events;       /* of FairleadEventRow */
	GArray *issues;       /* of FairleadIssueRow */
	gint n_issues;        /* the same number, to be read by any thread */
} FairleadFacts;

/* Takes @strings */
void fairlead_facts_init (FairleadFacts *self, FairleadStrings *strings);
void fairlead_facts_clear (FairleadFacts *self);

/* What each file says of each entity. Those of one entity stand in a ring, entered at the one that
 * was asked for last, for the records of a file come together. */
typedef struct {
	GArray *rows;    /* of FairleadMention */
	GArray *next;    /* of guint32, in the ring: a row for each mention */
	GArray *current; /* of guint32: a mention for each entity */
} FairleadMentions;

FairleadMentions *fairlead_mentions_new (void);
void fairlead_mentions_free (FairleadMentions *self);
/* The mention of the entity by the file, made as @row where it is new. Entities are numbered
 * without gaps. O(files that mention the entity), O(1) while one file is read. */
FairleadMention *fairlead_mentions_get (FairleadMentions *self, FairleadEntity entity,
                                        const FairleadEntityRow *row);
/* The one asked for last */
FairleadMention *fairlead_mentions_get_current (FairleadMentions *self, FairleadEntity entity);

struct _FairleadRecords {
	GObject parent;
	FairleadStrings *strings;
	FairleadIdTable keys; /* entity by key, of the first n_keyed */
	guint32 n_keyed;
	GString *key;               /* the key being built */
	GArray *files;              /* of FairleadFileRow */
	GArray *entities;           /* of FairleadEntityRow */
	FairleadMentions *mentions; /* NULL where they are not kept */
	FairleadFacts facts;
	FairleadWorkQueue *work; /* on the facts */
	gboolean is_unsettled;   /* whether some of it may be left */
};

/* Room for what @work is to be told, which will be called with the facts and that, in the order of
 * adding, maybe on another thread */
gpointer fairlead_records_add_work (FairleadRecords *self, FairleadWork work, gsize size);

/* Sees to it that every entity is in the table by key: those that fairlead_records_add_entity()
 * made wait for that until the first is looked for. O(entities that waited). */
void fairlead_records_settle_keys (FairleadRecords *self);

/* Records without facts, over the text and with the files of others */
FairleadRecords *fairlead_records_new_beside (FairleadRecords *other);

/* A party known by its name may have it from each file that names it; it is left with that from the
 * first by path and line */
void fairlead_records_drop_repeated_names (FairleadRecords *self);

/* For who has rows, and no files to read: the entity with this key, made as @row where it is new,
 * else with what @row says of it as well */
FairleadEntity fairlead_records_merge_entity (FairleadRecords *self, const char *key,
                                              const FairleadEntityRow *row);

G_END_DECLS
