/* library/table/maker.h: tables as they are filled, column by column */
#pragma once
#include <fairlead/table.h>
#include "ingest/grammar/period.h"
G_BEGIN_DECLS

typedef struct _TableMaker TableMaker;

/**
 * ColumnPlan:
 * @name: its heading
 * @word: (nullable): of a column of words, what a number stands for
 * @n_words: how many these are
 *
 * Plans must live as long as the maker; headings are borrowed for good.
 */
typedef struct {
	const char *name;
	FleadColumnType type;
	const char *(*word) (guint n);
	guint n_words;
} ColumnPlan;

/* Columns of so many rows, each to be filled row by row in order, in the order of the plans */
TableMaker *table_maker_new (const ColumnPlan *plans, guint n_plans, guint64 n_rows);
void table_maker_free (TableMaker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TableMaker, table_maker_free)

/* The next cell of a column; its type is that of the plan */
void table_maker_add_integer (TableMaker *self, guint column, gint64 value);
void table_maker_add_number (TableMaker *self, guint column, double value);
void table_maker_add_truth (TableMaker *self, guint column, gboolean value);
/* Open ends are none */
void table_maker_add_day (TableMaker *self, guint column, gint32 day);
void table_maker_add_word (TableMaker *self, guint column, gint32 number);
/* NULL is empty */
void table_maker_add_text (TableMaker *self, guint column, const char *text);

/* Texts with `; ` between, as CSV has them. @texts: (nullable) (element-type utf8) */
void table_maker_add_texts (TableMaker *self, guint column, const GPtrArray *texts);

/* A cell of any type but days and truth, as CSV has it: a number in the C locale, or one of the
 * words */
void table_maker_add_cell (TableMaker *self, guint column, const char *text);

/* (transfer full): takes what is in the maker. Every column must be full. */
FleadTable *table_maker_finish (TableMaker *self);

G_END_DECLS
