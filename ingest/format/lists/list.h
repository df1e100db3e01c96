/* ingest/format/lists/list.h: what the readers of published sanctions lists share
 *
 * A list is read record by record; a record speaks of one party. Every helper below emits one fact
 * about that party, with the line being read as its source, and passes over what is empty and what
 * was already said of the same party in the same words (lists repeat a party for each of its
 * names). */
#pragma once
#include "ingest/format/format.h"
#include "ingest/syntax/xml-records.h"
G_BEGIN_DECLS

/**
 * FairleadList:
 * @scheme: of keys, and the set within which names are looked up: `un`
 * @title: as it stands in the list column of designations: `UN`
 * @line: line being read: the source of the facts that are emitted
 * @entity: the party of the record being read
 * @state: what the reader of this list keeps for the length of a file
 */
typedef struct {
	FairleadReading *reading;
	FairleadRecords *records;
	const char *scheme;
	const char *title;
	guint64 line;
	FairleadEntity entity;
	FairleadKind kind;
	gpointer state;
	GHashTable *told;     /* set of what was said of parties, owned */
	GHashTable *reported; /* set of names of elements that were passed over, owned */
} FairleadList;

void fairlead_list_init (FairleadList *self, FairleadReading *reading, const char *scheme,
                         const char *title);
void fairlead_list_clear (FairleadList *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadList, fairlead_list_clear)

/* ---- texts (list-text.c) ---- */

/* Runs of blanks of any kind (line ends, no-break spaces) as one space, none at the ends */
char *fairlead_list_dup_clean (const char *text);
/* Appends with a separator where both sides have something */
void fairlead_list_append (GString *text, const char *separator, const char *part);
/* `LAST, First Middle`; either may be empty */
char *fairlead_list_dup_person (const char *last, const char *given);
/* `(1) A (2) B`, `a) A b) B`, `(1)-(2) A`: the texts in their order, the same one for each number
 * of a range; a text that does not begin so is the only one. (transfer full), ended by NULL */
GStrv fairlead_list_split_numbered (const char *text);
/* At any of the separators; empty parts are left out, and so are quotes left by a spreadsheet */
GStrv fairlead_list_split (const char *text, const char *const *separators);
/* Whether one of the words stands in the text, whatever their case */
gboolean fairlead_list_mentions (const char *text, const char *const *words);

/* ---- the party (list.c) ---- */

/* A word of a list, and the kind of party (or type of name, or scheme) that it stands for */
typedef struct {
	const char *word;
	guint meaning;
} FairleadListWord;

/* The row of the word, whatever its case; NULL where there is none */
const FairleadListWord *fairlead_list_find_word (const FairleadListWord *words, guint n_words,
                                                 const char *word);
/* The same for kinds of parties; an unknown word is an issue, and the kind unknown */
FairleadKind fairlead_list_read_kind (FairleadList *self, const FairleadListWord *words,
                                      guint n_words, const char *word);
FairleadSource fairlead_list_source (const FairleadList *self);
/* Notes the date that the file itself bears; what is no date is passed over */
void fairlead_list_set_issued (FairleadList *self, const char *text, FairleadDateOrder order);
/* Begins a party; FALSE with an issue where the id is empty */
gboolean fairlead_list_begin (FairleadList *self, const char *id, FairleadKind kind);
/* The same, keyed by a scheme that is not the list's own */
void fairlead_list_begin_as (FairleadList *self, const char *scheme, const char *id,
                             FairleadKind kind);
void fairlead_list_add_name (FairleadList *self, const char *text, FairleadNameType type,
                             gboolean weak);
void fairlead_list_add_attribute (FairleadList *self, FairleadAttribute attribute,
                                  const char *text);
/* `LABEL: text`; the text alone where @label is NULL */
void fairlead_list_add_note (FairleadList *self, const char *label, const char *text);
/* One or more dates of birth or the like, as lists write them; what is no date becomes a note */
void fairlead_list_add_dates (FairleadList *self, FairleadAttribute attribute, const char *text);
void fairlead_list_add_identifier (FairleadList *self, FairleadIdScheme scheme, const char *number,
                                   const char *issuer);
/* The code of the first country that the text names, `123 (German)`; empty where it names none */
const char *fairlead_list_find_issuer (const char *text);
/* A number with words around it: `no 123 (German) issued in Bonn`; the words stay in a note.
 * @issuer may be empty. */
void fairlead_list_add_document (FairleadList *self, FairleadIdScheme scheme, const char *text,
                                 const char *issuer);
/* An IMO number, of the ship or of the company, by the kind of the party and the check digits */
void fairlead_list_add_imo (FairleadList *self, const char *text);
enum {
	FAIRLEAD_LIST_LINK_TO_OTHER = 1 << 0, /* the party is the FROM of the link */
	FAIRLEAD_LIST_LINK_ENDED = 1 << 1,
};
/* A link with another party that is known by name alone, the FROM unless flags say otherwise */
void fairlead_list_add_link (FairleadList *self, FairleadLinkKind kind, const char *name,
                             const char *note, guint flags);
void fairlead_list_add_address (FairleadList *self, const char *street, const char *locality,
                                const char *country);
/* `street, locality, country` in one text, taken apart from its end */
void fairlead_list_add_whole_address (FairleadList *self, const char *text);
/* Texts may be empty, and what is no date is an issue. @end is NULL for those who are still listed,
 * and empty for those struck off on a day that is not known. */
void fairlead_list_designate (FairleadList *self, const char *programme, const char *basis,
                              const char *start, const char *end);

/* ---- fields by name (list-fields.c) ---- */

typedef struct _FairleadListRule FairleadListRule;

/**
 * FairleadListRule:
 * @field: element, attribute or column
 * @read: NULL for what is read elsewhere, or says nothing about the party
 * @what: attribute, identifier scheme, name type or link kind
 * @label: of a note, or the issuer of a number, or the words of a link
 */
struct _FairleadListRule {
	const char *field;
	void (*read) (FairleadList *self, const FairleadListRule *rule, const char *text,
	              const FairleadXmlNode *node);
	guint what;
	const char *label;
};

/* Readers of one field for the tables. An element that wraps others is read for each of them. */
void fairlead_list_read_attribute (FairleadList *self, const FairleadListRule *rule,
                                   const char *text, const FairleadXmlNode *node);
/* The same for several in one text: numbered, or between semicolons or bars */
void fairlead_list_read_values (FairleadList *self, const FairleadListRule *rule, const char *text,
                                const FairleadXmlNode *node);
void fairlead_list_read_dates (FairleadList *self, const FairleadListRule *rule, const char *text,
                               const FairleadXmlNode *node);
void fairlead_list_read_note (FairleadList *self, const FairleadListRule *rule, const char *text,
                              const FairleadXmlNode *node);
void fairlead_list_read_identifier (FairleadList *self, const FairleadListRule *rule,
                                    const char *text, const FairleadXmlNode *node);
void fairlead_list_read_document (FairleadList *self, const FairleadListRule *rule,
                                  const char *text, const FairleadXmlNode *node);
void fairlead_list_read_imo (FairleadList *self, const FairleadListRule *rule, const char *text,
                             const FairleadXmlNode *node);
void fairlead_list_read_alias (FairleadList *self, const FairleadListRule *rule, const char *text,
                               const FairleadXmlNode *node);
/* Names of other parties that have the link to this one; or had it; or to which this one has it */
void fairlead_list_read_link (FairleadList *self, const FairleadListRule *rule, const char *text,
                              const FairleadXmlNode *node);
void fairlead_list_read_former_link (FairleadList *self, const FairleadListRule *rule,
                                     const char *text, const FairleadXmlNode *node);
void fairlead_list_read_link_to (FairleadList *self, const FairleadListRule *rule, const char *text,
                                 const FairleadXmlNode *node);

/* For elements that wrap others and say nothing themselves, whatever their attributes */
void fairlead_list_enter (FairleadList *self, const FairleadListRule *rule, const char *text,
                          const FairleadXmlNode *node);

/* Reads every element in @node by its rule; wrappers without a rule are entered, and other texts
 * without one become notes under their own names, so that nothing is lost */
void fairlead_list_read_elements (FairleadList *self, const FairleadXmlNode *node,
                                  const FairleadListRule *rules, guint n_rules);
/* The same for the attributes of one element */
void fairlead_list_read_attributes (FairleadList *self, const FairleadXmlNode *node,
                                    const FairleadListRule *rules, guint n_rules);
/* The same for a row, under its header */
void fairlead_list_read_row (FairleadList *self, const FairleadCsvRow *header,
                             const FairleadCsvRow *row, const FairleadListRule *rules,
                             guint n_rules);

/* ---- files (list-file.c) ---- */

/**
 * FairleadListXml:
 * @root: document element
 * @words: texts that stand in the head of such a file
 * @records: elements that are records
 * @containers: elements around them
 * @date: (nullable): attribute of the document element that holds the file's own date
 * @read: one record
 * @begin: (nullable): makes what the records of one file share, the @state of the list
 * @finish: (nullable): after the last record, emits what had to wait
 * @end: (nullable): frees it
 */
typedef struct {
	const char *scheme;
	const char *title;
	const char *root;
	const char *const *words;
	const char *const *records;
	const char *const *containers;
	const char *date;
	void (*read) (FairleadList *self, const FairleadXmlNode *record);
	gpointer (*begin) (void);
	void (*finish) (FairleadList *self);
	void (*end) (gpointer state);
} FairleadListXml;

/* Members of a format whose data is a FairleadListXml */
gboolean fairlead_list_read_xml (const FairleadFormat *format, FairleadReading *reading,
                                 GError **error);
guint fairlead_list_sniff_xml (const FairleadFormat *format, const FairleadSample *sample);

/**
 * FairleadListCsv:
 * @columns: (array zero-terminated=1): that a header of such a file has
 * @read: one row below the header, which stands behind the sample's preamble
 */
typedef struct {
	const char *scheme;
	const char *title;
	const char *const *columns;
	void (*read) (FairleadList *self, const FairleadCsvRow *header, const FairleadCsvRow *row);
} FairleadListCsv;

/* Members of a format whose data is a FairleadListCsv */
gboolean fairlead_list_read_csv (const FairleadFormat *format, FairleadReading *reading,
                                 GError **error);
guint fairlead_list_sniff_csv (const FairleadFormat *format, const FairleadSample *sample);

/* The cell under this column, empty where the row or the header has none */
const char *fairlead_list_cell (const FairleadCsvRow *header, const FairleadCsvRow *row,
                                const char *column);

G_END_DECLS
