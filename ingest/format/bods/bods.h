/* ingest/format/bods/bods.h: Beneficial Ownership Data Standard 0.4, and what its parts share
 *
 * A statement is a few texts about one record, and lists of parts: names, addresses, interests. In
 * JSON the parts stand within it, in CSV in tables of their own; what they mean is read once, from
 * texts that either form fills in. */
#pragma once
#include "ingest/format/format.h"
#include "ingest/mapping/run/seen.h"
G_BEGIN_DECLS

extern const FairleadFormat fairlead_format_bods_json;
extern const FairleadFormat fairlead_format_bods_csv;

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

/* ---- statement.c: types of record, and the parts that each has ---- */

#define BODS_MAX_FIELDS 16u

/* A list of texts, which CSV joins in one cell */
#define BODS_ALTERNATE_NAMES "alternateNames"

/* What the statements of one load share */
typedef struct {
	FairleadBodsHistory *history;
	FairleadSeen
		*seen; /* facts that were said: a record is often stated again with few changes */
} FairleadBodsLoad;

void fairlead_bods_load_init (FairleadBodsLoad *self);
void fairlead_bods_load_clear (FairleadBodsLoad *self);

typedef struct _FairleadBodsType FairleadBodsType;

/**
 * FairleadBodsStatement:
 * @record, @status, @date_text: recordId, recordStatus and statementDate, to be filled in
 * @source: of the statement, then of the part being read
 * @entity: that a statement about a party describes
 * @interest: from the party to the subject of a relationship
 * @n_interests: that were read
 */
typedef struct {
	FairleadRecords *records;
	FairleadBodsLoad *load;
	const char *record;
	const char *status;
	const char *date_text;
	FairleadSource source;
	const FairleadBodsType *type;
	FairleadDate date;
	FairleadEntity entity;
	FairleadLinkRow interest;
	guint n_interests;
} FairleadBodsStatement;

/* Each field is the path of a text, `country.code`; the cells that a reader is given stand in the
 * same order, NULL where the source says nothing */
typedef struct {
	const char *path;                    /* of the list, within recordDetails */
	const char *fields[BODS_MAX_FIELDS]; /* of an item; the empty path is the item itself */
	void (*read) (FairleadBodsStatement *statement, const char *const *cells);
} FairleadBodsPart;

struct _FairleadBodsType {
	const char *name;                     /* recordType */
	const char *fields[BODS_MAX_FIELDS];  /* of recordDetails */
	const FairleadBodsPart *const *parts; /* NULL-terminated */
	void (*begin) (FairleadBodsStatement *statement, const char *const *cells);
	void (*end) (FairleadBodsStatement *statement);
};

/* NULL-terminated */
extern const FairleadBodsType *const fairlead_bods_types[];

/* The type of that name; NULL, with an issue, where there is none, or the statement lacks what each
 * must have */
const FairleadBodsType *fairlead_bods_statement_find_type (const FairleadBodsStatement *self,
                                                           const char *name, gboolean has_details);

/* A statement is begun, with the texts of its type, then given its parts in any order, and ended */
void fairlead_bods_statement_begin (FairleadBodsStatement *self, const FairleadBodsType *type,
                                    const char *const *cells);
void fairlead_bods_statement_read (FairleadBodsStatement *self, const FairleadBodsPart *part,
                                   const char *const *cells, FairleadSource source);
void fairlead_bods_statement_end (FairleadBodsStatement *self);
gboolean fairlead_bods_statement_is_closed (const FairleadBodsStatement *self);

/* ---- the types ---- */

extern const FairleadBodsType fairlead_bods_entity;       /* entity.c */
extern const FairleadBodsType fairlead_bods_person;       /* person.c */
extern const FairleadBodsType fairlead_bods_relationship; /* relationship.c */

/* ---- party.c: what entities and persons have in common ---- */

extern const FairleadBodsPart fairlead_bods_identifiers;
extern const FairleadBodsPart fairlead_bods_addresses;

void fairlead_bods_describe (FairleadBodsStatement *statement, FairleadKind kind);
/* Each fact is added once; NULL says nothing */
void fairlead_bods_add_name (const FairleadBodsStatement *statement, const char *text,
                             FairleadNameType type);
void fairlead_bods_add_attribute (const FairleadBodsStatement *statement,
                                  FairleadAttribute attribute, const char *text);
void fairlead_bods_add_note (const FairleadBodsStatement *statement, const char *label,
                             const char *text);
/* `US-DE`, Delaware: parts of countries are of their countries; the name where the code says
 * nothing */
const char *fairlead_bods_country (const char *code, const char *name);
/* A party of whom nothing is told but that there is one */
void fairlead_bods_report_unspecified (const FairleadBodsStatement *statement, const char *reason,
                                       const char *words);
/* Notes that a record was closed */
void fairlead_bods_end_party (FairleadBodsStatement *statement);

G_END_DECLS
