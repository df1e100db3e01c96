/* ingest/mapping/language/plan.h: a mapping as it is run: what to say of each record, with names
 * resolved
 *
 * Made once by compile.c, before the first record; never changed while files are read. */
#pragma once
#include "ingest/mapping/mapping.h"
#include "ingest/mapping/language/template.h"
G_BEGIN_DECLS

/* The keys of a group that hold a template */
typedef enum {
	FAIRLEAD_SLOT_KIND,
	FAIRLEAD_SLOT_KEY,
	FAIRLEAD_SLOT_NAME,
	FAIRLEAD_SLOT_ALIAS,
	FAIRLEAD_SLOT_WEAK_ALIAS,
	FAIRLEAD_SLOT_FORMER_NAME,
	FAIRLEAD_SLOT_IDENTIFIER,
	FAIRLEAD_SLOT_ISSUER,
	FAIRLEAD_SLOT_ATTRIBUTE,
	FAIRLEAD_SLOT_ADDRESS,
	FAIRLEAD_SLOT_LOCALITY,
	FAIRLEAD_SLOT_ADDRESS_COUNTRY,
	FAIRLEAD_SLOT_PERIOD,
	FAIRLEAD_SLOT_START,
	FAIRLEAD_SLOT_END,
	FAIRLEAD_SLOT_SHARE,
	FAIRLEAD_SLOT_CONFIDENCE,
	FAIRLEAD_SLOT_NOTE,
	FAIRLEAD_SLOT_LIST,
	FAIRLEAD_SLOT_PROGRAMME,
	FAIRLEAD_SLOT_BASIS,
	FAIRLEAD_SLOT_VALUE,
	FAIRLEAD_SLOT_COMMODITY,
	FAIRLEAD_SLOT_QUANTITY,
	FAIRLEAD_SLOT_UNIT,
	FAIRLEAD_SLOT_LADEN,
	FAIRLEAD_SLOT_NOTIFIED,
	FAIRLEAD_SLOT_BEFORE,
	FAIRLEAD_SLOT_AFTER,
	FAIRLEAD_SLOT_LATITUDE,
	FAIRLEAD_SLOT_LONGITUDE,
	FAIRLEAD_N_SLOTS
} FairleadSlot;

/* What the scheme in front of a key or issuer says */
typedef enum {
	FAIRLEAD_KEY_LIST,       /* an id within a list: `ofac:{uid}` */
	FAIRLEAD_KEY_IDENTIFIER, /* a number that means the same everywhere: `imo:{imo}` */
	FAIRLEAD_KEY_NAME,       /* `name:{owner}`: known by its name within the list alone */
} FairleadKeyType;

/* One key=template of a group */
typedef struct {
	FairleadTemplate *template;
	char *scheme;    /* of keys */
	guint8 key_type; /* of keys: FairleadKeyType */
	guint8 detail;   /* FairleadIdScheme or FairleadAttribute */
} FairleadClause;

typedef enum {
	FAIRLEAD_RULE_ENTITY,
	FAIRLEAD_RULE_ATTRIBUTE,
	FAIRLEAD_RULE_LINK,
	FAIRLEAD_RULE_DESIGNATION,
	FAIRLEAD_RULE_EVENT,
	FAIRLEAD_N_RULE_TYPES
} FairleadRuleType;

#define FAIRLEAD_N_ENDS 3
#define FAIRLEAD_NO_END G_MAXUINT

/* One group */
typedef struct {
	FairleadRuleType type;
	char *name;
	guint line;
	guint row; /* of the mapping's rules */
	GPtrArray *clauses
		[FAIRLEAD_N_SLOTS]; /* of FairleadClause; NULL where the key does not stand */
	GPtrArray *when;            /* of FairleadCondition: all must hold */
	GPtrArray *ended;           /* of FairleadCondition: all must hold, when there are any */
	guint scope;                /* row of the mapping's scopes */
	/* rows of the mapping's rules: `from` and `to`; `of`; `vessel`, `other` and `place` */
	guint ends[FAIRLEAD_N_ENDS];
	guint attribute;    /* of attribute groups */
	gboolean describes; /* an entity group that says more than a key and a kind */
} FairleadRule;

/* Where the rules of a record are said: once for it, or once for each value or element of `each` */
typedef struct {
	char *text;
	FairleadTemplate *values; /* CSV */
	FairleadPath *path;       /* XML */
} FairleadScope;
#define FAIRLEAD_SCOPE_RECORD 0u

struct _FairleadMapping {
	char *path; /* of the mapping, for errors */
	char *name;
	char *title;
	char *list;
	gboolean is_xml;
	FairleadDateOrder dates;
	char delimiter;      /* 0: as the content says */
	guint skip;          /* rows before the first, where `columns` names them */
	char **columns;      /* (nullable) */
	char **nulls;        /* (nullable) */
	char **record;       /* (nullable): names of the elements down to the record */
	GPtrArray *when;     /* of FairleadCondition: which records count */
	GPtrArray *fields;   /* of FairleadField */
	GHashTable *maps;    /* of FairleadMap by name */
	GHashTable *lookups; /* of FairleadLookup by name: those of all tables, shared */
	GPtrArray *given;    /* of FairleadLookup, borrowed: what the rows of this table give */
	gboolean looks_up;   /* whether its rows have to wait for what others give */
	GPtrArray *others;   /* of FairleadMapping: the tables behind the first; it has them all */
	GPtrArray *scopes;   /* of FairleadScope; the first is the record */
	GPtrArray *rules;    /* of FairleadRule */
	FairleadFormat format;
};

G_END_DECLS
