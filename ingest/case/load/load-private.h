/* ingest/case/load/load-private.h: rows of a case on their way to be records */
#pragma once
#include "ingest/case/case-private.h"
#include "ingest/case/load/state.h"
#include "ingest/case/search/part-private.h"
#include "ingest/record/records-private.h"
G_BEGIN_DECLS

/* Where a row stands */
typedef struct {
	guint64 place; /* its import, then its place therein */
	guint32 row;
} FairleadLoadOrder;

typedef struct {
	FairleadCase *owner;
	FairleadSql *sql;
	FairleadRecords *records;
	GArray *files;            /* of guint32, row of the records + 1, by number in the case */
	GArray *imports;          /* of guint32, by file of the records: which import brought it */
	GArray *periods;          /* of FairleadPeriodId by number in the case */
	GArray *keys;             /* of FairleadText by number of the entity */
	GArray *entities;         /* of FairleadEntity + 1 by the same */
	GArray *orders;           /* of FairleadLoadOrder: of the table that is being read */
	const FairleadPart *part; /* NULL: all of it */
	const FairleadState *state; /* NULL: what is said now */
} FairleadLoad;

/* A row that is damaged: what of it, and its number */
void fairlead_load_fail (FairleadLoad *load, const char *what, gint64 number);

/* The cell for the number, the array made long enough; and what is in it, 0 where it is not */
guint32 *fairlead_load_cell_at (FairleadLoad *load, GArray *array, gint64 number, const char *what);
guint32 fairlead_load_get_cell (const GArray *array, gint64 number);

/* Cells of the row of @rows */
FairleadText fairlead_load_read_text (FairleadLoad *load, sqlite3_stmt *rows, int column,
                                      gboolean is_interned);
guint8 fairlead_load_read_word (FairleadLoad *load, sqlite3_stmt *rows, int column,
                                FairleadWord word);
FairleadPeriodId fairlead_load_read_period (FairleadLoad *load, sqlite3_stmt *rows, int column);
float fairlead_load_read_confidence (FairleadLoad *load, sqlite3_stmt *rows, int column);
/* An entity that no file mentions any more, where another's fact is about it, is a stub */
FairleadEntity fairlead_load_read_entity (FairleadLoad *load, sqlite3_stmt *rows, int column,
                                          FairleadSource source);

/* What is said now, or was in the state, of what is asked for: id, file, line, place, then
 * @columns */
sqlite3_stmt *fairlead_load_prepare (FairleadLoad *load, const char *table, const char *columns);
/* The same; of a part, its rows of the table, which @rows has */
sqlite3_stmt *fairlead_load_prepare_rows (FairleadLoad *load, const char *rows, const char *table,
                                          const char *columns);
/* Columns 1 to 3: file, line, place. Notes the order of a row that is to be added to @table. */
FairleadSource fairlead_load_read_source (FairleadLoad *load, sqlite3_stmt *rows,
                                          const GArray *table);
/* The rows as they were read, whatever editions have made of the case */
void fairlead_load_put_in_order (FairleadLoad *load, GArray *table);

/* The tables, in the order in which they are wanted */
void fairlead_load_keys (FairleadLoad *load);
void fairlead_load_mentions (FairleadLoad *load);
void fairlead_load_names (FairleadLoad *load);
void fairlead_load_identifiers (FairleadLoad *load);
void fairlead_load_attributes (FairleadLoad *load);
void fairlead_load_designations (FairleadLoad *load);
void fairlead_load_links (FairleadLoad *load);
void fairlead_load_events (FairleadLoad *load);

G_END_DECLS
