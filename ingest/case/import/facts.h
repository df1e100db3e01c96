/* ingest/case/import/facts.h: the tables of facts, told once for all */
#pragma once
#include "ingest/case/sql/bulk.h"
#include "ingest/case/case-private.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_FACT_MENTION,
	FAIRLEAD_FACT_NAME,
	FAIRLEAD_FACT_IDENTIFIER,
	FAIRLEAD_FACT_ATTRIBUTE,
	FAIRLEAD_FACT_LINK,
	FAIRLEAD_FACT_DESIGNATION,
	FAIRLEAD_FACT_EVENT,
	FAIRLEAD_N_FACTS
} FairleadFact;

#define FAIRLEAD_MAX_VALUES 17

/* Numbers of the case for the entities and periods of some records; made when first asked for */
typedef struct {
	FairleadCase *owner;
	FairleadRecords *records;
	gint64 first_entity; /* where all have one, in their order: that of the first; else 0 */
	GArray *entities;    /* of gint64 by entity; 0 where not asked for yet */
	GArray *periods;     /* the same by period */
	GHashTable *known_periods; /* gint64 by the period's text, of all in the case */
	gint64 last_entity;        /* the greatest number given */
	gint64 last_period;
	sqlite3_stmt *find_entity;
	sqlite3_stmt *add_entity;
	sqlite3_stmt *add_period;
} FairleadNumbers;

void fairlead_numbers_init (FairleadNumbers *self, FairleadCase *owner, FairleadRecords *records);
void fairlead_numbers_clear (FairleadNumbers *self);
/* Gives all of them a number at once; for a case that has none yet */
void fairlead_numbers_give_all (FairleadNumbers *self);
gint64 fairlead_numbers_get_entity (FairleadNumbers *self, FairleadEntity entity);
/* 0 where nothing is known of the period */
gint64 fairlead_numbers_get_period (FairleadNumbers *self, FairleadPeriodId period);

/**
 * FairleadFactTable:
 * @columns: of what is said, in order; where, and by which editions, stands in columns that all
 *   tables have
 * @n_values: how many they are
 * @n_subject: how many of the first say what it is said of: one that differs in the others alone
 *   is changed
 * @get_rows: the rows of the records
 * @stride: bytes from one to the next
 * @source: bytes from the beginning of one to its FairleadSource
 * @get: the values of a row; texts are those of the records
 */
typedef struct {
	const char *name;
	const char *columns;
	guint n_values;
	guint n_subject;
	gconstpointer (*get_rows) (FairleadRecords *records, guint *n);
	gsize stride;
	gsize source;
	void (*get) (FairleadNumbers *numbers, gconstpointer row, FairleadValue *values);
} FairleadFactTable;

extern const FairleadFactTable fairlead_fact_tables[FAIRLEAD_N_FACTS];

G_END_DECLS
