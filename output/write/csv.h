/* output/write/csv.h: comma-separated rows as of RFC 4180, in UTF-8, safe to open in a spreadsheet
 *
 * Text that a spreadsheet would take for a formula (it starts with = + - @, a tab or a line
 * break) gets an apostrophe before it; numbers are written as numbers. Control characters become
 * U+FFFD. What only a program reads may have its texts as they are. */
#pragma once
#include "output/write/sink.h"
G_BEGIN_DECLS

typedef struct {
	FairleadSink *sink;
	gboolean in_row;
	gboolean is_verbatim; /* texts are changed in nothing but their quotes */
} FairleadCsv;

#define FAIRLEAD_CSV_INIT(sink) ((FairleadCsv){ sink, FALSE, FALSE })
#define FAIRLEAD_CSV_INIT_VERBATIM(sink) ((FairleadCsv){ sink, FALSE, TRUE })

/* NULL is an empty cell */
void fairlead_csv_text (FairleadCsv *self, const char *text);
void fairlead_csv_integer (FairleadCsv *self, guint64 value);
/* A number that is not finite is an empty cell */
void fairlead_csv_number (FairleadCsv *self, double value);
void fairlead_csv_boolean (FairleadCsv *self, gboolean value);
void fairlead_csv_end_row (FairleadCsv *self);
/* A whole row of texts; NULL ends it */
void fairlead_csv_row (FairleadCsv *self, const char *const *cells);

G_END_DECLS
