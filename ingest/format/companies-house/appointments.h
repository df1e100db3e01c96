/* ingest/format/companies-house/appointments.h: lines of the bulk files of appointments */
#pragma once
#include "ingest/format/companies-house/companies-house.h"
G_BEGIN_DECLS

/* Where the cells of a person's record begin, and how many texts follow them */
typedef struct {
	const char *mark; /* what the header begins with */
	guint corporate;
	guint type;
	guint former_number; /* 0 where there is none */
	guint number;
	guint start;
	guint end;
	guint postcode;
	guint birth_month;
	guint birth;
	guint texts;
	guint n_texts;
} FairleadAppointmentsLayout;

/* A line that has all columns, in ASCII, and all texts; its texts are trimmed in place */
void fairlead_appointments_read_person (const FairleadAppointmentsLayout *layout,
                                        const FairleadCsvRow *row, FairleadRecords *records,
                                        FairleadSource source);

/* The text that stands there, without the blanks that fill the cell; freed by the caller */
char *fairlead_appointments_dup_cell (const char *line, guint at, guint size);
gboolean fairlead_appointments_is_digits (const char *text, gsize n);

G_END_DECLS
