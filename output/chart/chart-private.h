/* output/chart/chart-private.h: what is to be drawn, as the steps of a chart fill it in
 *
 * In words/, cards.c and lines.c find what is drawn, faces.c, labels.c and notes.c what stands
 * there. In layout/, lanes.c, rows.c and fold.c say in which row, Graphviz where, and fit.c tries
 * what takes the least room. sheet.c says how large that is on paper, and page.c draws it. Units
 * are a 96th of an inch before the whole is scaled to the sheet. */
#pragma once
#include "output/write/measure.h"
#include "output/chart/chart.h"
G_BEGIN_DECLS

/* Nothing on the plan is written smaller: at a scale of 0.8 that is 6 points on paper */
#define FAIRLEAD_CHART_TEXT_SIZE 10.0
#define FAIRLEAD_CHART_READABLE 0.8
/* Lines are solid from here on, and dashed from there; dotted below */
#define FAIRLEAD_CHART_SURE 0.895
#define FAIRLEAD_CHART_LIKELY 0.595

typedef struct {
	double x;
	double y;
} FairleadSpot;

/* How much a label says; what it leaves out stands with the sources */
typedef enum {
	FAIRLEAD_LABELS_WHOLE,
	FAIRLEAD_LABELS_SHORT,   /* one statement, with its years */
	FAIRLEAD_LABELS_NUMBERS, /* of the sources alone */
} FairleadChartLabels;

/* What cards and labels say */
typedef struct {
	gboolean is_compact; /* cards of two or three lines: the country by its code, years alone */
	FairleadChartLabels labels;
} FairleadChartStyle;

/* How they are laid out */
typedef struct {
	gboolean is_across; /* rows are columns, and lines run from left to right */
	gboolean is_tight;  /* as narrow as can be, at the price of lines with more bends */
	gboolean is_folded; /* fewer rows, at the price of lines that run upwards */
	guint most;         /* cards in a row */
	double row_gap;     /* between rows of cards and of labels */
} FairleadChartArrangement;

/* Lanes beyond these are one: the other countries */
#define FAIRLEAD_CHART_MOST_LANES 6u

/**
 * FairleadChartCard:
 * @code, @country: (nullable): of the one that stands on it, and its name; static
 * @name, @about, @badge: lines, of char; @about is what it is, and where
 * @depth: its row were lines to lead downwards alone
 * @is_inline, @is_beside: @about stands at the right of the name's last line, or the badge at the
 *   right of @about
 */
typedef struct {
	FairleadVertex vertex;
	FairleadKind kind;
	const char *code;
	const char *country;
	GPtrArray *name;
	GPtrArray *badge;
	GPtrArray *about;
	char *rank;
	gboolean is_asked;
	gboolean is_inline;
	gboolean is_beside;
	guint lane;
	guint row;
	guint depth;
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
	GPtrArray *note_texts; /* of char: `[1] officers.csv:12`, below the folder of all */
	guint n_rows;
	FairleadChartStyle style;
	FairleadChartArrangement arrangement;
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
/* `registered owner 60 %` */
char *fairlead_chart_dup_link_words (const FairleadLinkFact *fact);
/* Designations that stand, as rows of the table; (transfer full): of guint32 */
GArray *fairlead_chart_dup_listings (const FairleadChartPlan *plan, FairleadVertex vertex);
/* Cards, labels and texts of notes, as the style of the plan has them */
void fairlead_chart_fill_cards (FairleadChartPlan *plan);
void fairlead_chart_fill_labels (FairleadChartPlan *plan);
void fairlead_chart_fill_notes (FairleadChartPlan *plan);
/* The folder that all sources are in, with its slash; empty where there is none */
char *fairlead_chart_dup_folder (const FairleadChartPlan *plan);
double fairlead_chart_card_width (const FairleadChartPlan *plan);
/* `2016-2019`, `2016-`; empty where no year is known */
char *fairlead_chart_dup_years (const FairleadPeriod *period);

void fairlead_chart_choose_lanes (FairleadChartPlan *plan);
/* In rows of as many cards as the arrangement has, and none beside one that it is linked with */
void fairlead_chart_choose_rows (FairleadChartPlan *plan);
/* Fills in all places, and the width and height */
gboolean fairlead_chart_lay_out (FairleadChartPlan *plan, GError **error);

/* The sheet, and how large the plan is drawn on it */
typedef struct {
	guint size; /* 0 is A4, 1 is A3 ... */
	double width;
	double height;
	double scale;
	double spare;       /* left along the rows' order, in units of the plan */
	gboolean is_parted; /* the sources stand on sheets of their own */
} FairleadChartSheet;

#define FAIRLEAD_CHART_N_SIZES 5u

/* Of the size, upright or across */
FairleadChartSheet fairlead_chart_choose_sheet (const FairleadChartPlan *plan, guint size);
/* Of all widths and directions the one that fits best, on the smallest sheet on which it can be
 * read: the plan is laid out so */
gboolean fairlead_chart_find_fit (FairleadChartPlan *plan, FairleadChartSheet *sheet,
                                  GCancellable *cancellable, GError **error);
gboolean fairlead_chart_draw (const FairleadChartPlan *plan, const FairleadChartSheet *sheet,
                              GOutputStream *stream, GCancellable *cancellable, GError **error);

G_END_DECLS
