/* ingest/record/records.h: what the files say, as tables of facts, each with its source
 *
 * Readers emit into it; nothing is judged, joined or dropped here. An entity is whatever has a key
 * `scheme:id` of its own in a source (`ofac:17068`, `imo:7937317`); records that turn out to be
 * about the same entity are joined later, by the network. */
#pragma once
#include <glib-object.h>
#include "ingest/grammar/identifier.h"
#include "ingest/grammar/period.h"
#include "ingest/grammar/share.h"
#include "ingest/record/event.h"
#include "ingest/record/issue.h"
#include "ingest/record/kinds.h"
#include "ingest/record/period-table.h"
#include "ingest/record/strings.h"
G_BEGIN_DECLS

#define FAIRLEAD_TYPE_RECORDS (fairlead_records_get_type ())
FAIRLEAD_API
G_DECLARE_FINAL_TYPE (FairleadRecords, fairlead_records, FAIRLEAD, RECORDS, GObject)

/* Where a fact stands: row of the file table, and line in the file (1 is the first, 0 the file as a
 * whole) */
typedef struct {
	guint32 file;
	guint32 line;
} FairleadSource;

typedef guint32 FairleadEntity; /* row of the entity table */
#define FAIRLEAD_NO_ENTITY G_MAXUINT32

typedef enum {
	FAIRLEAD_ENTITY_STUB = 1 << 0,  /* referred to, described nowhere (yet) */
	FAIRLEAD_ENTITY_NAMED = 1 << 1, /* known by a name alone: the key is the name, not an id */
	FAIRLEAD_ENTITY_KIND_STATED = 1 << 2, /* a record that describes it says its kind */
	FAIRLEAD_ENTITY_DISPUTED = 1 << 3,    /* its records disagree on its kind */
} FairleadEntityFlags;

/* The tables. Text columns are handles, see fairlead_records_get_text(); so are periods, see
 * fairlead_records_get_period(). Cases keep rows as they stand in memory, so that no byte of one
 * may be left to chance: what aligns the others is a `pad` of zeros. */
typedef struct {
	FairleadText path;   /* `archive.zip!member.csv` for a member of an archive */
	FairleadText format; /* 0 where no reader knows it */
	FairleadText table;  /* of a format of several tables, which; 0 in those of one */
	FairleadText sha256; /* of the file, or the archive it is in; 0 unless asked for */
	guint64 n_records;
	guint64 n_bytes;
	FairleadText
		issued; /* the date that the file itself bears, ISO 8601; 0 where it bears none */
	guint8 pad[4];
} FairleadFileRow;

typedef struct {
	FairleadText key; /* scheme:id */
	guint8 kind;
	guint8 flags;
	guint8 pad[2];
	FairleadSource
		source; /* where it is described, else where referred to: first by path and line */
} FairleadEntityRow;

/* What one file alone says of an entity's being: the row as it would be without other files */
typedef struct {
	FairleadEntity entity;
	FairleadEntityRow row;
} FairleadMention;

typedef struct {
	FairleadEntity entity;
	FairleadText text;
	guint8 type; /* FairleadNameType */
	guint8 weak; /* the source itself calls it a weak or low-quality alias */
	guint8 pad[2];
	FairleadSource source;
} FairleadNameRow;

typedef struct {
	FairleadEntity entity;
	FairleadText number; /* normalised where it could be, else as written */
	FairleadText issuer; /* jurisdiction or authority; 0 where there is none */
	guint8 scheme;       /* FairleadIdScheme */
	guint8 valid;        /* normalised, check digit right */
	guint8 pad[2];
	FairleadSource source;
} FairleadIdRow;

typedef struct {
	FairleadEntity entity;
	FairleadText text;
	FairleadPeriodId period; /* for dates: the date is its start; for others: when it held */
	guint8 attribute;
	guint8 pad[3];
	FairleadSource source;
} FairleadAttributeRow;

typedef struct {
	FairleadEntity from;
	FairleadEntity to;
	FairleadShare share;
	float confidence;        /* 0..1: how sure the source is that the link stands */
	FairleadPeriodId period; /* when it held */
	FairleadText note;       /* the source's own words; 0 where the kind says it all */
	FairleadSource source;
	guint8 kind; /* FairleadLinkKind */
	guint8 pad[3];
} FairleadLinkFact;

/* A link as readers fill it in, see fairlead_records_add_link() */
typedef struct {
	FairleadEntity from;
	FairleadEntity to;
	FairleadShare share;
	FairleadPeriod period;
	float confidence;  /* 0..1: how sure the source is that the link stands */
	guint8 kind;       /* FairleadLinkKind */
	FairleadText note; /* the source's own words for it; 0 where the kind says it all */
	FairleadSource source;
} FairleadLinkRow;

typedef struct {
	FairleadEntity entity;
	FairleadText list;       /* OFAC, UN, EU, UK ... */
	FairleadText programme;  /* DPRK4, EU-PRK ... */
	FairleadText basis;      /* legal basis; 0 where not said */
	FairleadPeriodId period; /* start: listed on; end: de-listed */
	FairleadSource source;
} FairleadDesignationRow;

typedef struct {
	FairleadQuantity quantity;
	FairleadPosition position;
	FairleadEntity vessel; /* %FAIRLEAD_NO_ENTITY where no ship is told, as in a notification */
	FairleadEntity other;  /* the other party; %FAIRLEAD_NO_ENTITY where there is none */
	FairleadEntity place;  /* the port; %FAIRLEAD_NO_ENTITY at sea, or where it is not told */
	FairleadPeriodId period; /* from the first to the last day of it */
	FairleadText commodity;  /* as written; 0 where not told, and so below */
	FairleadText unit;       /* of the quantity, as written */
	FairleadText before;     /* the flag, name or owner that was */
	FairleadText after;
	FairleadText note;
	float confidence; /* 0..1: how sure the source is that it happened */
	FairleadSource source;
	guint8 kind;        /* FairleadEventKind */
	guint8 laden;       /* FairleadLaden, on arrival */
	guint8 is_notified; /* who supplied has said so itself, to the UN or another body */
	guint8 pad[5];
} FairleadEventRow;

/* An event as readers fill it in, see fairlead_records_add_event(); texts may be NULL */
typedef struct {
	FairleadEventKind kind;
	FairleadEntity vessel;
	FairleadEntity other;
	FairleadEntity place;
	FairleadPosition position;
	FairleadPeriod period;
	FairleadQuantity quantity;
	const char *commodity;
	const char *unit;
	const char *before;
	const char *after;
	const char *note;
	FairleadLaden laden;
	gboolean is_notified;
	float confidence;
	FairleadSource source;
} FairleadEvent;

typedef struct {
	guint8 tag;
	guint8 pad[3];
	FairleadText text;
	FairleadSource source;
} FairleadIssueRow;

/* What the scheme of a party known by its name in LIST ends in: `ofac-name:seller one` */
#define FAIRLEAD_NAME_SCHEME_SUFFIX "-name"

/* Confidence of a link that names its other end instead of numbering it */
#define FAIRLEAD_CONFIDENCE_BY_NAME 0.8f

FAIRLEAD_API FairleadRecords *fairlead_records_new (void);

/* ---- emitting ---- */

/* Keeps what each file says of each entity apart as well, for who keeps the records longer than
 * their files hold; to be asked for before the first row is added. A party known by its name then
 * has that name from each file that names it. */
void fairlead_records_keep_mentions (FairleadRecords *self);

/* A new row of the file table */
guint32 fairlead_records_add_file (FairleadRecords *self, const char *path);

/* The entity with this key, made as a stub of unknown kind where it is new */
FairleadEntity fairlead_records_refer (FairleadRecords *self, const char *scheme, const char *id,
                                       FairleadSource source);

/* One that no record has referred to yet, which the caller knows: a reader with a table of its own
 * need not ask that of the records for each */
FairleadEntity fairlead_records_add_entity (FairleadRecords *self, const char *scheme,
                                            const char *id, FairleadSource source);
/* The same as refer, and says that the record at @source describes it. Of several sources the
 * first by path and line stands, descriptions before references. A kind that a description states
 * wins over one from fairlead_records_set_kind(); of two that agree the more exact stays, and of
 * two that do not the first of the table, whatever the order in which they come; the network
 * reports it. */
FairleadEntity fairlead_records_describe (FairleadRecords *self, const char *scheme, const char *id,
                                          FairleadKind kind, FairleadSource source);

void fairlead_records_describe_entity (FairleadRecords *self, FairleadEntity entity,
                                       FairleadKind kind, FairleadSource source);
/**
 * fairlead_records_refer_by_name:
 * @list: the list or file set within which the name is looked up (`ofac`)
 * @name: the name as the source writes it
 *
 * For links that name their other end. The entity is flagged %FAIRLEAD_ENTITY_NAMED and keyed by
 * the folded name; the network joins it to the one entity of that list whose name folds the same,
 * or leaves it a stub and says so.
 *
 * Returns: %FAIRLEAD_NO_ENTITY, with an issue, when the name is a placeholder or empty
 */
FairleadEntity fairlead_records_refer_by_name (FairleadRecords *self, const char *list,
                                               const char *name, FairleadSource source);

/* Notes the kind that a role implies, for as long as no description states one */
void fairlead_records_set_kind (FairleadRecords *self, FairleadEntity entity, FairleadKind kind);

/* Empty and placeholder names are passed over */
void fairlead_records_add_name (FairleadRecords *self, FairleadEntity entity, const char *text,
                                FairleadNameType type, gboolean weak, FairleadSource source);

/* Normalises and checks; what fails is kept as written, marked not valid, with an issue.
 * @issuer may be NULL. */
void fairlead_records_add_identifier (FairleadRecords *self, FairleadEntity entity,
                                      FairleadIdScheme scheme, const char *number,
                                      const char *issuer, FairleadSource source);

/* Empty text is passed over. Countries become codes and dates are parsed (day first) by the
 * attribute's type, with an issue where that fails; @period (may be NULL) says when it held, or,
 * for a date whose days the reader knows, which they are (its start). */
void fairlead_records_add_attribute (FairleadRecords *self, FairleadEntity entity,
                                     FairleadAttribute attribute, const char *text,
                                     const FairleadPeriod *period, FairleadSource source);

/* A link row with everything unknown but its ends, kind and source; confidence 1 */
FairleadLinkRow fairlead_link_row (FairleadEntity from, FairleadLinkKind kind, FairleadEntity to,
                                   FairleadSource source);
/* Passed over when either end is %FAIRLEAD_NO_ENTITY */
void fairlead_records_add_link (FairleadRecords *self, const FairleadLinkRow *link);

/* @programme, @basis and @period may be NULL */
void fairlead_records_add_designation (FairleadRecords *self, FairleadEntity entity,
                                       const char *list, const char *programme, const char *basis,
                                       const FairleadPeriod *period, FairleadSource source);

/* An event with everything unknown but its kind, vessel and source; confidence 1 */
FairleadEvent fairlead_event (FairleadEventKind kind, FairleadEntity vessel, FairleadSource source);
/* What an event cannot do without, in words; NULL where nothing is missing. All need a ship, but a
 * delivery of a known quantity; transfers and encounters need the other. */
const char *fairlead_event_find_missing (const FairleadEvent *event);
/* Keeps the event, and the links that its kind makes between the vessel, the other party and the
 * place, with the event's period, confidence and, as a note, its kind and words; of a reflagging
 * the flags, of a renaming the former name. A period that ends before it begins loses its end, with
 * an issue. */
void fairlead_records_add_event (FairleadRecords *self, const FairleadEvent *event);

/**
 * fairlead_records_add_address:
 * @street: (nullable): what makes the place one place; without it there is only a country and an
 *   attribute, for a bare city or country must never become a hub
 * @locality: (nullable): city, state, postcode
 * @country: (nullable): name or code
 *
 * Makes an address entity, keyed by its folded text so that the same place written twice is one,
 * and links @entity to it; `care of NAME` at the start becomes a link to the named party of @list.
 */
void fairlead_records_add_address (FairleadRecords *self, FairleadEntity entity, const char *list,
                                   const char *street, const char *locality, const char *country,
                                   FairleadSource source);

void fairlead_records_add_issue (FairleadRecords *self, FairleadIssueTag tag, FairleadSource source,
                                 const char *format, ...) G_GNUC_PRINTF (4, 5);

FairleadText fairlead_records_intern (FairleadRecords *self, const char *text);

/* Issues so far, those left out that a second thread has not come to; for talk of progress */
guint fairlead_records_count_issues (FairleadRecords *self);

/* Whether the 4 GiB of text that a case can hold were passed: the records are then not whole */
gboolean fairlead_records_is_full (FairleadRecords *self);

/* Adds all that @other says, as if its files had been read after those of @self. Texts are copied.
 * O(rows of @other). */
void fairlead_records_absorb (FairleadRecords *self, FairleadRecords *other);

/* ---- reading ---- */

FAIRLEAD_API const char *fairlead_records_get_text (FairleadRecords *self, FairleadText text);
/* Good until the next row is added */
FAIRLEAD_API const FairleadPeriod *fairlead_records_get_period (FairleadRecords *self,
                                                                FairleadPeriodId period);
/* `file:line`, for messages and outputs; `file` for the file as a whole */
FAIRLEAD_API char *fairlead_records_dup_source_text (FairleadRecords *self, FairleadSource source);
/* By path and line: the same whatever the order in which the files were read */
FAIRLEAD_API gint fairlead_records_compare_sources (FairleadRecords *self, FairleadSource a,
                                                    FairleadSource b);
FAIRLEAD_API FairleadEntity fairlead_records_find (FairleadRecords *self, const char *key);

/* Each table as a plain array; good until the next row is added */
FAIRLEAD_API FairleadFileRow *fairlead_records_get_files (FairleadRecords *self, guint *n);
FAIRLEAD_API const FairleadEntityRow *fairlead_records_get_entities (FairleadRecords *self,
                                                                     guint *n);
/* None unless they are kept */
FAIRLEAD_API const FairleadMention *fairlead_records_get_mentions (FairleadRecords *self, guint *n);
FAIRLEAD_API const FairleadNameRow *fairlead_records_get_names (FairleadRecords *self, guint *n);
FAIRLEAD_API const FairleadIdRow *fairlead_records_get_identifiers (FairleadRecords *self,
                                                                    guint *n);
FAIRLEAD_API const FairleadAttributeRow *fairlead_records_get_attributes (FairleadRecords *self,
                                                                          guint *n);
FAIRLEAD_API const FairleadLinkFact *fairlead_records_get_links (FairleadRecords *self, guint *n);
FAIRLEAD_API const FairleadDesignationRow *fairlead_records_get_designations (FairleadRecords *self,
                                                                              guint *n);
FAIRLEAD_API const FairleadEventRow *fairlead_records_get_events (FairleadRecords *self, guint *n);
FAIRLEAD_API const FairleadIssueRow *fairlead_records_get_issues (FairleadRecords *self, guint *n);

G_END_DECLS
