/* output/write/table.h: aligned text tables for people
 *
 * Rows are held until the table is written, for a column is as wide as its widest cell. */
#pragma once
#include "output/write/format.h"
#include "output/write/sink.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_ALIGN_LEFT,
	FAIRLEAD_ALIGN_RIGHT, /* numbers */
} FairleadAlign;

/**
 * FairleadColumn:
 * @heading: in capitals; empty where the cells need none
 * @least: columns to which the cells may be cut to make the table fit, and further where that
 *   does not make it fit; 0: they are never cut
 * @keeps_end: whether they lose their beginning then, as paths should
 */
typedef struct {
	const char *heading;
	FairleadAlign align;
	guint least;
	gboolean keeps_end;
} FairleadColumn;

typedef struct _FairleadTable FairleadTable;

/* @columns must outlive the table */
FairleadTable *fairlead_table_new (const FairleadColumn *columns, guint n_columns,
                                   const FairleadLayout *layout);
void fairlead_table_free (FairleadTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadTable, fairlead_table_free)

/* @cells: one for each column, of any origin; copied, made visible. A marked row stands out in
 * colour, where there is colour: something in the cells must say the same. */
void fairlead_table_add_row (FairleadTable *self, const char *const *cells, gboolean marked);
/* The same in the colour of a meaning; a marked row is a notable one */
void fairlead_table_add_row_meaning (FairleadTable *self, const char *const *cells,
                                     FairleadMeaning meaning);
/* Lines under the row added last, as they are: already fit for a terminal */
void fairlead_table_add_note (FairleadTable *self, const char *lines);
guint fairlead_table_get_n_rows (const FairleadTable *self);
void fairlead_table_write (FairleadTable *self, FairleadSink *sink);

G_END_DECLS
