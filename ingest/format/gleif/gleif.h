/* ingest/format/gleif/gleif.h: what the readers of GLEIF's files share
 *
 * Level 1 (LEI-CDF 3.1: who is who) and level 2 (RR-CDF 2.1: who owns whom), each published as XML
 * and as CSV. A reader of either syntax fills one of the records below; what it says is emitted in
 * one place. Absent texts are empty, never NULL. */
#pragma once
#include "ingest/format/format.h"
G_BEGIN_DECLS

/* Key scheme, and the set within which names are looked up */
#define GLEIF_SCHEME "lei"
#define GLEIF_LIST "gleif"
/* The CSV files have so many columns for what may repeat */
#define GLEIF_N_REPEATED 5
#define GLEIF_N_ADDRESS_LINES 4

typedef struct {
	const char *text;
	guint64 line;
} GleifText;

/* ---- company.c ---- */

typedef struct {
	GleifText name;
	const char *type; /* PREVIOUS_LEGAL_NAME ... */
} GleifName;

typedef struct {
	const char *lines[GLEIF_N_ADDRESS_LINES];
	const char *city;
	const char *region;
	const char *country;
	const char *postcode;
	guint64 line;
} GleifAddress;

/* Another entity, by its LEI or else by its name */
typedef struct {
	const char *lei;
	const char *name;
	const char *type;
	guint64 line;
} GleifOther;

typedef enum {
	GLEIF_JURISDICTION,
	GLEIF_CATEGORY,
	GLEIF_SUBCATEGORY,
	GLEIF_FORM_CODE,
	GLEIF_FORM,
	GLEIF_STATUS,
	GLEIF_CREATED,
	GLEIF_EXPIRED,
	GLEIF_EXPIRY_REASON,
	GLEIF_AUTHORITY,
	GLEIF_OTHER_AUTHORITY,
	GLEIF_NUMBER,
	GLEIF_REGISTRATION_STATUS,
	GLEIF_N_FIELDS
} GleifField;

typedef struct {
	guint64 line;
	GleifText lei;
	GleifText fields[GLEIF_N_FIELDS];
	GArray *names; /* of GleifName: the legal name first */
	GleifAddress legal;
	GleifAddress headquarters;
	GArray *successors; /* of GleifOther */
	GleifOther associate;
} GleifCompany;

void fairlead_gleif_emit_company (FairleadReading *reading, const GleifCompany *company);

/* The entity with this LEI, with an issue where it cannot be one or its check digits are wrong */
FairleadEntity fairlead_gleif_refer (FairleadReading *reading, const char *lei,
                                     FairleadSource source);

/* ---- relation.c ---- */

typedef struct {
	const char *type; /* RELATIONSHIP_PERIOD among those of accounting and filing */
	const char *start;
	const char *end;
} GleifPeriod;

typedef struct {
	const char *method;
	const char *amount;
	const char *units;
} GleifQuantity;

typedef struct {
	guint64 line;
	const char *nodes[2];      /* start, end */
	const char *node_types[2]; /* LEI */
	const char *type;
	const char *status;
	const char *registration_status;
	GArray *periods;    /* of GleifPeriod */
	GArray *quantities; /* of GleifQuantity */
} GleifRelation;

void fairlead_gleif_emit_relation (FairleadReading *reading, const GleifRelation *relation);

extern const FairleadFormat fairlead_format_gleif_lei_csv;
extern const FairleadFormat fairlead_format_gleif_lei_xml;
extern const FairleadFormat fairlead_format_gleif_rr_csv;
extern const FairleadFormat fairlead_format_gleif_rr_xml;

G_END_DECLS
