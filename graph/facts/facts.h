/* graph/facts/facts.h: all that the records say of a vertex, each fact once with everybody who says
 * it */
#pragma once
#include "graph/network/network.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_FACT_NAME,
	FAIRLEAD_FACT_IDENTIFIER,
	FAIRLEAD_FACT_ATTRIBUTE,
	FAIRLEAD_FACT_DESIGNATION,
	FAIRLEAD_FACT_LINK,
	FAIRLEAD_N_FACT_TABLES
} FairleadFactTable;

/* `name`, `identifier`, ... */
FAIRLEAD_API const char *fairlead_fact_table_name (FairleadFactTable table);

/* Who says a fact: a record, at a place */
typedef struct {
	FairleadEntity entity;
	FairleadSource source;
} FairleadWitness;

/**
 * FairleadFact:
 * @kind: name type, scheme, attribute or link kind; 0 for a designation
 * @label: the same in words: `alias`, `imo`, `flag`, `designation`, `held-by`; static
 * @value: the name, number, text or list, or the name of the other end; dates in ISO 8601
 * @detail: script of a name, issuer of a number, programme, note of a link; empty where there is
 *   none
 * @basis: of a designation; else empty
 * @other: the other end of a link, else %FAIRLEAD_NO_VERTEX
 * @is_reversed: the link comes from there
 * @is_doubtful: a weak name, or a number that is not valid
 * @period: of a date attribute the date is its start
 * @confidence: of the surest witness of a link; 1 for anything else
 * @witnesses: of FairleadWitness, by path and line, each once
 *
 * What names a party in another record's link is no fact about it here: such a name is spelt as the
 * one that names it has it.
 */
typedef struct {
	FairleadFactTable table;
	guint kind;
	const char *label;
	char *value;
	char *detail;
	char *basis;
	FairleadVertex other;
	gboolean is_reversed;
	gboolean is_doubtful;
	FairleadShare share;
	FairleadPeriod period;
	double confidence;
	GArray *witnesses;
} FairleadFact;

typedef struct _FairleadFacts FairleadFacts;

/* Borrows the network. Cost: O(links), once. */
FAIRLEAD_API FairleadFacts *fairlead_facts_new (FairleadNetwork *network);
FAIRLEAD_API void fairlead_facts_free (FairleadFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadFacts, fairlead_facts_free)

/**
 * fairlead_facts_dup_of:
 *
 * By table, kind, direction, value and period: the same whatever the order of the files.
 *
 * Returns: (transfer full): of FairleadFact
 */
FAIRLEAD_API GPtrArray *fairlead_facts_dup_of (FairleadFacts *self, FairleadVertex vertex);

/* A record of a vertex: its key, `ofac:17068`, and where it is described or, of a stub, referred
 * to */
typedef struct {
	char *key;
	char *source;
	gboolean is_stub;
} FairleadRecordKey;

/* (transfer full): of FairleadRecordKey, by key; without those that only names stand for */
FAIRLEAD_API GPtrArray *fairlead_facts_dup_keys (FairleadFacts *self, FairleadVertex vertex);

/* `file:line` of each witness, (transfer full): of char */
FAIRLEAD_API GPtrArray *fairlead_fact_dup_sources (FairleadNetwork *network,
                                                   const FairleadFact *fact);
/* Whether the attribute is a date, which is then the start of the period */
FAIRLEAD_API gboolean fairlead_fact_is_date (const FairleadFact *fact);

G_END_DECLS
