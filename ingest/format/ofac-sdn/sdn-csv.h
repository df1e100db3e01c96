/* ingest/format/ofac-sdn/sdn-csv.h: the four files of OFAC's SDN (and Consolidated) list in CSV */
#pragma once
#include "ingest/format/format.h"
G_BEGIN_DECLS

extern const FairleadFormat fairlead_format_ofac_sdn_csv;

/* ---- waiting.c: Remarks that are cut off, and what continues them in another file ---- */

typedef struct _FairleadOfacWaiting FairleadOfacWaiting;

FairleadOfacWaiting *fairlead_ofac_waiting_new (void);
void fairlead_ofac_waiting_free (FairleadOfacWaiting *self);
void fairlead_ofac_waiting_add_cut (FairleadOfacWaiting *self, FairleadEntity entity,
                                    FairleadKind kind, const char *text, FairleadSource source);
/* A second overflow of a party goes on where the first one ends */
void fairlead_ofac_waiting_add_overflow (FairleadOfacWaiting *self, FairleadEntity entity,
                                         const char *text, FairleadSource source);
/* After the last file. Overflow of parties whose Remarks were not cut, or are in no file of this
 * load, stands alone. */
void fairlead_ofac_waiting_emit (FairleadOfacWaiting *self, FairleadRecords *records);

/* ---- rows.c: what the rows of each file say ---- */

/* One row, with what its reader needs of the reading */
typedef struct {
	FairleadRecords *records;
	FairleadOfacWaiting *waiting;
	FairleadCsvRow *row;
	FairleadSource source;
	FairleadEntity entity; /* that the row is about; not made yet for a row of the party file */
} FairleadOfacRow;

/**
 * FairleadOfacTable:
 * @name: of the file, as it is published
 * @looks_so: whether a row of a sample is of this file
 * @share: of the sample's rows, in per cent, that must look so; overflow may be one long fact,
 *   which shows nothing
 * @describes: the party, rather than referring to it
 *
 * The first column is a party's number in each.
 */
typedef struct {
	const char *name;
	guint n_columns;
	gboolean (*looks_so) (GStrv row);
	guint share;
	guint certainty;
	gboolean describes;
	void (*read) (FairleadOfacRow *row);
} FairleadOfacTable;

/* Whether the text is that of a party's number */
gboolean fairlead_ofac_is_number (const char *text);

#define FAIRLEAD_OFAC_N_TABLES 4u
extern const FairleadOfacTable fairlead_ofac_tables[FAIRLEAD_OFAC_N_TABLES];

G_END_DECLS
