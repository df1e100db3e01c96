/* output/screen/screen-writers.h: what the forms of a screening share: its columns */
#pragma once
#include "output/screen/screen-output.h"
#include "output/write/sink.h"
#include "output/write/workbook.h"
G_BEGIN_DECLS

/* column, its name in CSV, JSON and workbooks, whether it is a number */
#define FAIRLEAD_SCREEN_COLUMNS(X)          \
	X (LINE, "line", TRUE)              \
	X (ID, "id", FALSE)                 \
	X (NAME, "name", FALSE)             \
	X (VERDICT, "verdict", FALSE)       \
	X (LISTS, "lists", FALSE)           \
	X (CERTAINTY, "certainty", FALSE)   \
	X (RULE, "rule", FALSE)             \
	X (RULE_FROM, "rule_from", FALSE)   \
	X (GROUND, "ground", FALSE)         \
	X (OWNERSHIP, "ownership", FALSE)   \
	X (SHARE_LOW, "share_low", TRUE)    \
	X (SHARE_HIGH, "share_high", TRUE)  \
	X (LINKS, "links", TRUE)            \
	X (PATH, "path", FALSE)             \
	X (MATCH, "match", FALSE)           \
	X (MATCH_NAME, "match_name", FALSE) \
	X (MATCH_KIND, "match_kind", FALSE) \
	X (MATCHED_BY, "matched_by", FALSE) \
	X (SIMILARITY, "similarity", TRUE)  \
	X (EVIDENCE, "evidence_bits", TRUE) \
	X (WHY, "why", FALSE)               \
	X (WHY_NOT, "why_not", FALSE)       \
	X (SOURCES, "sources", FALSE)       \
	X (ISSUE, "issue", FALSE)

enum {
#define X(column, name, is_number) FAIRLEAD_SCREEN_COLUMN_##column,
	FAIRLEAD_SCREEN_COLUMNS (X)
#undef X
		FAIRLEAD_N_SCREEN_COLUMNS
};

/* A row as texts; empty where there is nothing to say, numbers in the C locale */
typedef struct {
	FairleadScreenVerdict verdict;
	char *cells[FAIRLEAD_N_SCREEN_COLUMNS];
} FairleadScreenCells;

void fairlead_screen_cells_init (FairleadScreenCells *self, FairleadNetwork *network,
                                 const FairleadNamesRow *row, const FairleadScreened *screened);
void fairlead_screen_cells_clear (FairleadScreenCells *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadScreenCells, fairlead_screen_cells_clear)

/* The same as fairlead_screen_writer_add() of who was screened before */
gboolean fairlead_screen_writer_add_cells (FairleadScreenWriter *self,
                                           const FairleadScreenCells *cells);

const char *fairlead_screen_column_name (guint column);
gboolean fairlead_screen_column_is_number (guint column);

/* What the verdicts depend on, `name` and text in turn, ended by NULL; (transfer full) */
GStrv fairlead_screen_dup_parameters (FairleadNetwork *network, FairleadScreener *screener,
                                      const FairleadScreenView *view);

/* output/screen/screen-workbook.c */
FairleadSheet *fairlead_screen_begin_results (FairleadWorkbook *workbook);
void fairlead_screen_add_to_results (FairleadSheet *results, const FairleadScreenCells *cells);
void fairlead_screen_add_parameters (FairleadWorkbook *workbook, const GStrv parameters);

G_END_DECLS
