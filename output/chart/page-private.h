/* output/chart/page-private.h: what page.c puts on the sheet */
#pragma once
#include "output/chart/chart-private.h"
#include "output/chart/icon.h"
#include "output/chart/theme.h"
#include "output/write/svg.h"
G_BEGIN_DECLS

/* Left of the cards, for the names of lanes; around them */
#define FAIRLEAD_CHART_GUTTER 26.0
#define FAIRLEAD_CHART_PAD 14.0

/* Lanes, lines and cards, in the units of the plan, the lanes @width wide */
void fairlead_chart_draw_plan (const FairleadChartPlan *plan, double width, FairleadSvg *svg);
/* Returns how high it is; @svg NULL: draws nothing */
double fairlead_chart_draw_legend (const FairleadChartPlan *plan, FairleadSvg *svg, double x,
                                   double y, double width);
/* The line's colour, dashes and arrow as attributes of the open element */
void fairlead_chart_put_stroke (FairleadSvg *svg, FairleadLinkClass link_class, double confidence,
                                gboolean is_over, gboolean is_dark);

G_END_DECLS
