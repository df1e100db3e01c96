/* output/vessel/vessel-page.h: what the writers of a ship share */
#pragma once
#include "graph/facts/disagreement.h"
#include "graph/maritime/timeline.h"
#include "output/vessel/vessel-output.h"
#include "output/write/sink.h"
G_BEGIN_DECLS

/**
 * FairleadVesselPage:
 * @bars: of FairleadBar
 * @disagreements: of FairleadDisagreement: what no time can reconcile, such as two years of build
 * @notes: of FairleadSignalNote: of the ship, then of those who own or run her
 */
typedef struct {
	const FairleadVesselView *view;
	FairleadVertex ship;
	GPtrArray *bars;
	GPtrArray *disagreements;
	GPtrArray *notes;
} FairleadVesselPage;

void fairlead_vessel_page_init (FairleadVesselPage *self, const FairleadVesselView *view,
                                FairleadFacts *facts, FairleadVertex ship);
void fairlead_vessel_page_clear (FairleadVesselPage *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadVesselPage, fairlead_vessel_page_clear)

/* `Togo (TG)` for a flag, else the value */
char *fairlead_bar_dup_words (const FairleadBar *bar);
/* `2016-07`, or NULL where that end is not known */
char *fairlead_bar_dup_since (const FairleadBar *bar);
char *fairlead_bar_dup_until (const FairleadBar *bar);
/* `file:line` of each source, each once: (transfer full): of char */
GPtrArray *fairlead_bar_dup_sources (FairleadNetwork *network, const FairleadBar *bar);
GPtrArray *fairlead_note_dup_sources (FairleadNetwork *network, const FairleadSignalNote *note);
/* `3, at least 3`; `26, at most 365` */
char *fairlead_note_dup_measure (const FairleadParameters *parameters,
                                 const FairleadSignalNote *note);
/* `Oil Products Tanker, built 2003, 6912 DWT, 4311 GT`, as far as it is told */
char *fairlead_vessel_dup_description (FairleadNetwork *network, FairleadVertex ship);

void fairlead_vessel_write_table (const FairleadVesselPage *page, FairleadSink *sink);
void fairlead_vessel_write_rows (const FairleadVesselPage *page, FairleadSink *sink);

G_END_DECLS
