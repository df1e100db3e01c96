/* output/chart/page-private.h: what page.c puts on the sheet */
#pragma once
#include "output/chart/chart-private.h"
#include "output/chart/icon.h"
#include "output/chart/theme.h"
#include "output/write/svg.h"
G_BEGIN_DECLS

/* Left of the cards or above them, for the names of lanes; around them */
#define FAIRLEAD_CHART_GUTTER 26.0
#define FAIRLEAD_CHART_PAD 9.0
/* Around all, in units of the sheet */
#define FAIRLEAD_CHART_MARGIN 28.0
#define FAIRLEAD_CHART_NOTE_HEIGHT 10.5

/* Lanes, lines and cards, in the units of the plan, on an area as large as that */
void fairlead_chart_draw_plan (const FairleadChartPlan *plan, double width, double height,
                               FairleadSvg *svg);
/* Returns how high it is; @svg NULL: draws nothing */
double fairlead_chart_draw_legend (const FairleadChartPlan *plan, gboolean is_parted,
                                   FairleadSvg *svg, double x, double y, double width);
/* Of sources, on a sheet so wide */
guint fairlead_chart_count_columns (const FairleadChartPlan *plan, double width);
/* (transfer full): of char: the day, how many, what was left out */
GPtrArray *fairlead_chart_dup_facts (const FairleadChartPlan *plan, double width);
/* What stands below the legend */
double fairlead_chart_measure_below (const FairleadChartPlan *plan,
                                     const FairleadChartSheet *sheet);
/* The line's colour, dashes and arrow as attributes of the open element */
void fairlead_chart_put_stroke (FairleadSvg *svg, FairleadLinkClass link_class, double confidence,
                                gboolean is_over, gboolean is_dark);

G_END_DECLS
