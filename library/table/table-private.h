/* library/table/table-private.h: what tables are made of */
#pragma once
#include <fairlead/table.h>
G_BEGIN_DECLS

typedef struct {
	const char *name;
	FleadColumnType type;
	guint64 n_rows;
	GBytes *values;
	GBytes *offsets; /* NULL but for texts */
	GStrv words;     /* NULL but for words */
} FleadColumnMemory;

/* Takes what is in @memory; @name is borrowed for good */
FleadColumn *flead_column_new_take (FleadColumnMemory *memory);
/* @columns: (transfer full) (element-type FleadColumn) */
FleadTable *flead_table_new_take (GPtrArray *columns, guint64 n_rows);

G_END_DECLS
