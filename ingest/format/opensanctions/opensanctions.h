/* ingest/format/opensanctions/opensanctions.h: what OpenSanctions' three exports share */
#pragma once
#include "ingest/format/format.h"
G_BEGIN_DECLS

extern const FairleadFormat fairlead_format_opensanctions_ftm;
extern const FairleadFormat fairlead_format_opensanctions_simple;
extern const FairleadFormat fairlead_format_opensanctions_maritime;

/* Key scheme, and the set within which names are looked up */
#define OPENSANCTIONS_SCHEME "opensanctions"

/* ---- words.c: the vocabulary of Follow the Money and what it means here ---- */

typedef struct {
	const char *schema;
	FairleadKind kind;
} FairleadFtmSchema;

/* A link is an entity with two properties that name its ends */
typedef struct {
	const char *schema;
	const char *from;
	const char *to;
	FairleadLinkKind kind;
	const char *words; /* property with the source's own words for it, or NULL */
} FairleadFtmLink;

typedef enum {
	FAIRLEAD_FTM_PASSED, /* repeats another property, or says nothing of the party */
	FAIRLEAD_FTM_NAME,   /* `what` is the type of name */
	FAIRLEAD_FTM_WEAK_NAME,
	FAIRLEAD_FTM_ATTRIBUTE,  /* `what` is the attribute */
	FAIRLEAD_FTM_IDENTIFIER, /* `what` is the scheme, `words` the issuer if always one */
	FAIRLEAD_FTM_IMO,     /* of a ship or of a company, by the party's kind and check digits */
	FAIRLEAD_FTM_ADDRESS, /* a text */
	FAIRLEAD_FTM_PLACE,   /* an entity that is the address of this one */
	FAIRLEAD_FTM_PARTY,   /* an entity that has the link `what` to this one */
} FairleadFtmMeaning;

typedef struct {
	const char *property;
	FairleadFtmMeaning meaning;
	guint what;
	const char *words;
} FairleadFtmProperty;

/* Each NULL where the word is not known here */
const FairleadFtmSchema *fairlead_ftm_find_schema (const char *schema);
const FairleadFtmLink *fairlead_ftm_find_link (const char *schema);
const FairleadFtmProperty *fairlead_ftm_find_property (const char *property);

/* The list that a data set (`us_ofac_sdn`) or a programme (`US-DPRK`) belongs to; NULL where it is
 * not known here */
const char *fairlead_opensanctions_list_of_dataset (const char *dataset);
const char *fairlead_opensanctions_list_of_programme (const char *programme);

/* ---- facts.c ---- */

/* An IMO number of a ship or of a company: the check digits decide where only one of both fits,
 * with an issue where that is not what the kind of the party says */
void fairlead_opensanctions_add_imo (FairleadRecords *records, FairleadEntity entity,
                                     FairleadKind kind, const char *number, FairleadSource source);
/* A number of which nothing else is said: an IMO number, an LEI or an MMSI by its form and check
 * digits, any other as of no scheme */
void fairlead_opensanctions_add_number (FairleadRecords *records, FairleadEntity entity,
                                        FairleadKind kind, const char *number,
                                        FairleadSource source);
/* A place that has a number in it is one; a bare city or country is a text about the party */
void fairlead_opensanctions_add_address (FairleadRecords *records, FairleadEntity entity,
                                         const char *text, FairleadSource source);

G_END_DECLS
