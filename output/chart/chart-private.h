/* output/chart/chart-private.h: what is to be drawn, as the steps of a chart fill it in
 *
 * cards.c, lines.c and notes.c say what stands there; lanes.c in which row; layout where; page.c
 * draws it. Units are a 96th of an inch before the whole is scaled to the sheet. */
#pragma once
#include "output/write/measure.h"
#include "output/chart/chart.h"
G_BEGIN_DECLS

#define FAIRLEAD_CHART_CARD_WIDTH 158.0
#define FAIRLEAD_CHART_NAME_SIZE 12.0
#define FAIRLEAD_CHART_TEXT_SIZE 10.0
/* Lines are solid from here on, and dashed from there; dotted below */
#define FAIRLEAD_CHART_SURE 0.895
#define FAIRLEAD_CHART_LIKELY 0.595

typedef struct {
	double x;
	double y;
} FairleadSpot;

/* Lanes beyond these are one: the other countries */
#define FAIRLEAD_CHART_MOST_LANES 6u

/**
 * FairleadChartCard:
 * @country: (nullable): name of the one that stands on it; static
 * @name, @about, @badge: lines, of char; @about is what it is, and where
 */
typedef struct {
	FairleadVertex vertex;
	FairleadKind kind;
	const char *country;
	GPtrArray *name;
	GPtrArray *badge;
	GPtrArray *about;
	char *rank;
	gboolean is_asked;
	guint lane;
	guint row;
	double height;
	FairleadSpot at;
} FairleadChartCard;

/* A line of a label: what the link is, or, small, when */
typedef struct {
	char *text;
	gboolean is_small;
} FairleadChartWords;

/**
 * FairleadChartLine:
 * @from: index of a card; arrows point from it
 * @links: of FairleadLink: all that run that way
 * @words: of FairleadChartWords
 * @first: from the upper card to the label, of FairleadSpot: a start, and three for each Bezier
 *   curve
 * @second: from the label to the lower card
 */
typedef struct {
	guint from;
	guint to;
	gboolean has_arrow;
	gboolean is_over;
	FairleadLinkClass link_class;
	double confidence;
	GArray *links;
	GArray *words;
	double width;
	double height;
	FairleadSpot at;
	GArray *first;
	GArray *second;
} FairleadChartLine;

typedef struct {
	const FairleadChart *chart;
	GPtrArray *cards; /* of FairleadChartCard */
	GPtrArray *lines; /* of FairleadChartLine */
	GArray *notes; /* of FairleadSource, each once, in order of path and line: note 1 first */
	GPtrArray *lane_names; /* of char, borrowed; one of NULL where there are no lanes */
	guint n_rows;
	gboolean
		is_numbered; /* lines bear the numbers of their sources alone, which say the rest */
	gboolean is_tight;   /* as narrow as can be, at the price of lines with more bends */
	double row_gap;      /* between rows of cards and of labels */
	double width;
	double height;
} FairleadChartPlan;

/* ---- the steps ---- */

FairleadChartPlan *fairlead_chart_plan_new (const FairleadChart *chart);
void fairlead_chart_plan_free (FairleadChartPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadChartPlan, fairlead_chart_plan_free)

void fairlead_chart_add_cards (FairleadChartPlan *plan);
void fairlead_chart_add_lines (FairleadChartPlan *plan);
void fairlead_chart_number_notes (FairleadChartPlan *plan);
/* ` [1,3-5]` of the sources, of FairleadSource; empty for none */
char *fairlead_chart_dup_note_numbers (const FairleadChartPlan *plan, const GArray *sources);
/* ` ISM manager since 2022-10-03`: what the links of a source state, where lines are numbered;
 * empty where they say it themselves */
char *fairlead_chart_dup_note_words (const FairleadChartPlan *plan, FairleadSource source);
/* `registered owner 60 %` */
char *fairlead_chart_dup_link_words (const FairleadLinkFact *fact);
/* Designations that stand, as rows of the table; (transfer full): of guint32 */
GArray *fairlead_chart_dup_listings (const FairleadChartPlan *plan, FairleadVertex vertex);
void fairlead_chart_fill_badges (FairleadChartPlan *plan);
void fairlead_chart_fill_labels (FairleadChartPlan *plan);

void fairlead_chart_choose_lanes (FairleadChartPlan *plan);
/* At most @most cards in a row, and none beside one that it is linked with */
void fairlead_chart_choose_rows (FairleadChartPlan *plan, guint most);
/* Fills in all places, and the width and height */
gboolean fairlead_chart_lay_out (FairleadChartPlan *plan, GError **error);

/* The sheet, and how large the plan is drawn on it */
typedef struct {
	double width;
	double height;
	double scale;
	double spare; /* height that is left, in units of the plan */
} FairleadChartSheet;

FairleadChartSheet fairlead_chart_choose_sheet (const FairleadChartPlan *plan);
/* Whether it is A4 */
gboolean fairlead_chart_sheet_is_smallest (const FairleadChartSheet *sheet);
gboolean fairlead_chart_draw (const FairleadChartPlan *plan, const FairleadChartSheet *sheet,
                              GOutputStream *stream, GCancellable *cancellable, GError **error);

G_END_DECLS
