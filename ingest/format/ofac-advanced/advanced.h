/* ingest/format/ofac-advanced/advanced.h: what the parts of the reader of OFAC's Advanced XML share
 *
 * The file is read in one pass. What stands before its use is kept, compactly, for the length of
 * the reading: reference values, places, and documents that wait for their identity. One identity
 * is buffered, for its name parts get their types only at its end. */
#pragma once
#include "ingest/format/format.h"
G_BEGIN_DECLS

/* Key scheme and list within which names are looked up; the list column of the SDN list */
#define ADVANCED_SCHEME "ofac"
#define ADVANCED_LIST "OFAC"

/* An id that is absent or no number */
#define ADVANCED_NO_ID G_MAXUINT32

typedef struct _Advanced Advanced;

/* ---- words.c: published texts and what they mean here ---- */

typedef enum {
	ADVANCED_ALIAS_TYPE,
	ADVANCED_AREA_CODE,
	ADVANCED_CALENDAR,
	ADVANCED_COUNTRY,
	ADVANCED_DETAIL,
	ADVANCED_DOCUMENT_DATE_TYPE,
	ADVANCED_DOCUMENT_TYPE,
	ADVANCED_EVENT_TYPE,
	ADVANCED_FEATURE_TYPE,
	ADVANCED_LEGAL_BASIS,
	ADVANCED_LIST_NAME,
	ADVANCED_NAME_PART_TYPE,
	ADVANCED_NAME_STATUS,
	ADVANCED_PARTY_SUBTYPE,
	ADVANCED_PARTY_TYPE,
	ADVANCED_PLACE_PART_TYPE,
	ADVANCED_RELATION_QUALITY,
	ADVANCED_RELATION_TYPE,
	ADVANCED_SANCTIONS_TYPE,
	ADVANCED_VALIDITY,
	ADVANCED_N_SETS
} AdvancedSet;

/* The meaning of a text; which enumeration `meaning` and `detail` are of, the set says */
typedef struct {
	const char *text; /* a `*` at its end stands for any rest */
	gint meaning;
	gint detail;
} AdvancedWord;

typedef struct {
	const char *element; /* <AliasType> */
	const char *parent;  /* attribute that holds the id of a value of another set, or NULL */
	const AdvancedWord *words;
	guint n_words;
} AdvancedSetInfo;

const AdvancedSetInfo *fairlead_advanced_set_info (AdvancedSet set);
/* NULL where the text has no meaning of its own here. Compares without case. */
const AdvancedWord *fairlead_advanced_find_word (AdvancedSet set, const char *text);

/* Meanings of alias types */
typedef enum {
	ADVANCED_ALIAS_NAME,
	ADVANCED_ALIAS_ALSO,
	ADVANCED_ALIAS_FORMERLY,
} AdvancedAlias;

/* Meanings of name part types: before the comma, or after it */
typedef enum {
	ADVANCED_PART_FAMILY,
	ADVANCED_PART_GIVEN,
	ADVANCED_PART_WHOLE,
} AdvancedPart;

/* Meanings of place part types, in the order in which the parts are written */
typedef enum {
	ADVANCED_PLACE_STREET_1,
	ADVANCED_PLACE_STREET_2,
	ADVANCED_PLACE_STREET_3,
	ADVANCED_PLACE_CITY,
	ADVANCED_PLACE_STATE,
	ADVANCED_PLACE_POSTCODE,
	ADVANCED_PLACE_REGION,
	ADVANCED_PLACE_OTHER,
	ADVANCED_N_PLACE_PARTS
} AdvancedPlacePart;

/* Meanings of feature types; the detail is the attribute, identifier scheme or link kind */
typedef enum {
	ADVANCED_FEATURE_NOTE,
	ADVANCED_FEATURE_ADDRESS,
	ADVANCED_FEATURE_ATTRIBUTE,
	ADVANCED_FEATURE_IDENTIFIER,
	ADVANCED_FEATURE_PARTY, /* names another party that has the link to this one */
} AdvancedFeature;

/* Details of relation types: which end of 'From <relation> To' is the FROM of our link */
typedef enum {
	ADVANCED_FROM_IS_FROM,
	ADVANCED_TO_IS_FROM,
} AdvancedDirection;

/* Details of document types, whose meaning is a scheme: a number that is a person's or a company's
 * by who bears it */
enum { ADVANCED_BY_KIND = 1 };

typedef enum {
	ADVANCED_EVENT_LISTED,
	ADVANCED_EVENT_DELISTED,
} AdvancedEvent;

/* ---- values.c: the file's own reference values ---- */

typedef struct {
	const char *text;         /* NULL where the id is absent or defined nowhere */
	const AdvancedWord *word; /* NULL where the text is not known here */
	guint32 parent;
} AdvancedValue;

typedef struct {
	GHashTable *sets[ADVANCED_N_SETS]; /* of AdvancedValue by id, owned */
	AdvancedValue *open;               /* the one being read */
	AdvancedSet open_set;
} AdvancedValues;

/* The value with this id; an empty one, never NULL, where there is none. An id that no reference
 * set defines is an issue, once. */
const AdvancedValue *fairlead_advanced_value (Advanced *self, AdvancedSet set, guint32 id,
                                              guint64 line);
/* Its text, NULL when it says nothing (`Unknown`, `undetermined`) */
const char *fairlead_advanced_value_text (Advanced *self, AdvancedSet set, guint32 id,
                                          guint64 line);

/* ---- dates.c: DatePeriod and Date ---- */

typedef struct {
	FairleadDate boundary[2]; /* start, end */
	gboolean present[2];
	guint32 flags;
	gboolean other_calendar; /* not Gregorian: not read */
	gboolean is_bad;         /* told of a day that does not exist */
	guint64 line;
	guint side;       /* the boundary being read */
	gint point[3];    /* year, month, day being read */
	FairleadDate day; /* the last Date that was read */
} AdvancedDates;

/* Forgets the last DatePeriod; called at the start of whatever may hold one */
void fairlead_advanced_clear_dates (Advanced *self);
/* From when to when, as the last DatePeriod says; NULL when there was none that says anything */
const FairleadPeriod *fairlead_advanced_period (Advanced *self, FairleadPeriod *period);
/* The last DatePeriod as one date of uncertain precision: from its first day to its last */
FairleadPeriod fairlead_advanced_date (Advanced *self);
/* `circa 1962`; NULL when nothing is known */
char *fairlead_advanced_date_text (const FairleadPeriod *date);

/* ---- places.c ---- */

typedef struct {
	const char *street;
	const char *locality;
	const char *country; /* each NULL where absent; owned by the reader */
} AdvancedPlace;

typedef struct {
	GHashTable *by_id;                      /* index of a place */
	GArray *all;                            /* of AdvancedPlace */
	GString *parts[ADVANCED_N_PLACE_PARTS]; /* of the one being read */
	const char *country;
	guint32 id;
	guint part;
} AdvancedPlaces;

/* NULL where no place is meant, and, with an issue, where the file has no such place */
const AdvancedPlace *fairlead_advanced_place (Advanced *self, guint32 id, guint64 line);
/* `street, locality, country`; empty when nothing is known */
char *fairlead_advanced_place_text (const AdvancedPlace *place);

/* ---- documents.c ---- */

typedef struct {
	const char *number;  /* NULL once it was given to its identity */
	const char *remarks; /* dates, validity, authority, comment: NULL where there are none */
	guint32 identity;
	guint32 type;
	guint32 country;
	guint32 next; /* index of the identity's next document, ADVANCED_NO_ID at its last */
	guint32 line;
} AdvancedDocument;

typedef struct {
	GHashTable *first; /* index of the first document by identity */
	GHashTable *last;  /* and of the last */
	GArray *all;       /* of AdvancedDocument */
	AdvancedDocument open;
	guint32 date_type;
	GString *number;
	GString *remarks;
} AdvancedDocuments;

/* Gives the documents of an identity to its entity */
void fairlead_advanced_emit_documents (Advanced *self, guint32 identity);
/* Issues for documents whose identity never came */
void fairlead_advanced_report_documents (Advanced *self);

/* ---- parties.c, features.c, entries.c ---- */

typedef struct {
	FairleadEntity entity;
	FairleadKind kind;
	GString *comment; /* of the party, which stands before its profile */
	guint64 comment_line;

	guint32 identity;
	gboolean is_primary;
	gboolean is_false;
	gint alias; /* AdvancedAlias of the alias being read */
	gboolean weak;
	GArray *names;          /* of AdvancedName: all of one identity */
	GArray *parts;          /* of AdvancedNamePart */
	GString *text;          /* their texts, each ended by NUL */
	GHashTable *part_types; /* name part type by group */
	guint32 group;
	char *leading; /* of the part being read */
	char *trailing;
} AdvancedParty;

typedef struct {
	const AdvancedValue *type;
	guint32 detail; /* DetailReferenceID */
	gboolean told;  /* whether the version has said anything yet */
} AdvancedFeatureState;

typedef struct {
	char *ends[2]; /* profile ids of From and To */
	guint32 type;
	guint32 quality;
	gboolean former;
	GString *comment;
} AdvancedRelation;

typedef struct {
	FairleadEntity entity;
	char *list;
	gint event; /* AdvancedEvent, -1 for another */
	guint32 legal_basis;
	guint32 measure;   /* SanctionsTypeID */
	GString *basis;    /* legal bases, then measures */
	GString *measures; /* other than programmes */
	GString *comment;  /* of the measure */
	FairleadPeriod period;
	gboolean has_start;
	GArray *programmes; /* of AdvancedProgramme */
} AdvancedEntry;

/* ---- advanced.c ---- */

/* Where in the tree the reading stands: one name in two places is two steps */
typedef enum {
	ADVANCED_AT_FILE,
	ADVANCED_AT_ROOT,
	ADVANCED_AT_VALUE_SETS,
	ADVANCED_AT_VALUE_SET,
	ADVANCED_AT_PLACES,
	ADVANCED_AT_PLACE,
	ADVANCED_AT_PLACE_PART,
	ADVANCED_AT_PLACE_VALUE,
	ADVANCED_AT_DOCUMENTS,
	ADVANCED_AT_DOCUMENT,
	ADVANCED_AT_DOCUMENT_DATE,
	ADVANCED_AT_PARTIES,
	ADVANCED_AT_PARTY,
	ADVANCED_AT_PROFILE,
	ADVANCED_AT_IDENTITY,
	ADVANCED_AT_ALIAS,
	ADVANCED_AT_NAME,
	ADVANCED_AT_NAME_PART,
	ADVANCED_AT_NAME_GROUPS,
	ADVANCED_AT_NAME_GROUP,
	ADVANCED_AT_FEATURE,
	ADVANCED_AT_VERSION,
	ADVANCED_AT_REFERENCE,
	ADVANCED_AT_SUB_LINK,
	ADVANCED_AT_RELATIONS,
	ADVANCED_AT_RELATION,
	ADVANCED_AT_ENTRIES,
	ADVANCED_AT_ENTRY,
	ADVANCED_AT_EVENT,
	ADVANCED_AT_MEASURE,
	ADVANCED_AT_SUPPORT,
	ADVANCED_AT_DATES,
	ADVANCED_AT_BOUNDARY,
	ADVANCED_AT_POINT,
	ADVANCED_AT_TEXT,   /* has no children */
	ADVANCED_AT_PASSED, /* known, and not read: it repeats what stands elsewhere */
	ADVANCED_N_NODES
} AdvancedNode;

/* An element, where it may stand, and what is done about it */
typedef struct {
	AdvancedNode parent;
	const char *name; /* `*` is any */
	AdvancedNode node;
	void (*start) (Advanced *self, const FairleadXmlElement *element);
	void (*end) (Advanced *self, const char *text, guint64 line);
} AdvancedStep;

typedef struct {
	const AdvancedStep *steps;
	guint n_steps;
	void (*init) (Advanced *self);
	void (*clear) (Advanced *self);
} AdvancedModule;

extern const AdvancedModule fairlead_advanced_dates, fairlead_advanced_documents,
	fairlead_advanced_entries, fairlead_advanced_features, fairlead_advanced_parties,
	fairlead_advanced_places, fairlead_advanced_relations, fairlead_advanced_values;

struct _Advanced {
	FairleadReading *reading;
	GStringChunk *texts;  /* all that is kept to the end of the file */
	GHashTable *reported; /* set of texts of issues that are told once */
	GArray *steps;        /* of AdvancedStep, those of one parent together */
	guint first_step[ADVANCED_N_NODES + 1];
	const AdvancedStep *path[FAIRLEAD_XML_MAX_DEPTH + 2]; /* NULL for elements not known here */
	guint depth;
	AdvancedValues values;
	AdvancedDates dates;
	AdvancedPlaces places;
	AdvancedDocuments documents;
	AdvancedParty party;
	AdvancedFeatureState feature;
	AdvancedRelation relation;
	AdvancedEntry entry;
};

extern const FairleadFormat fairlead_format_ofac_advanced;

FairleadSource fairlead_advanced_source (Advanced *self, guint64 line);
/* An id of the file; ADVANCED_NO_ID when absent or no number */
guint32 fairlead_advanced_id (const FairleadXmlElement *element, const char *attribute);
/* An attribute that an element cannot do without; NULL, with an issue and the element and all in it
 * passed over, where it is absent or empty */
const char *fairlead_advanced_need (Advanced *self, const FairleadXmlElement *element,
                                    const char *attribute);
gboolean fairlead_advanced_flag (const FairleadXmlElement *element, const char *attribute);
/* An issue that is told once for its text */
void fairlead_advanced_issue_once (Advanced *self, FairleadIssueTag tag, guint64 line,
                                   const char *format, ...) G_GNUC_PRINTF (4, 5);
/* `TITLE: text`, or `text` alone where there is no title */
char *fairlead_advanced_titled (const char *title, const char *text);
/* Appends with the separator between; empty text is passed over */
void fairlead_advanced_append (GString *list, const char *separator, const char *text);

G_END_DECLS
