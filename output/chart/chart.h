/* output/chart/chart.h: a chart of evidence, for print: cards, links, lanes, numbered sources */
#pragma once
#include "graph/selection/selection.h"
#include "graph/telling.h"
#include "output/write/picture.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_LANES_SIDE,         /* whom the chart begins at, those between, whom it ends at */
	FAIRLEAD_LANES_JURISDICTION, /* a country each, the linked ones beside each other */
	FAIRLEAD_LANES_NONE,
	FAIRLEAD_N_LANES
} FairleadLanes;

/* `side`, `jurisdiction`, `none` */
FAIRLEAD_API gboolean fairlead_lanes_from_name (const char *name, FairleadLanes *lanes);

/* More than these on one page cannot be read */
#define FAIRLEAD_CHART_MOST 60u

/**
 * FairleadChart:
 * @ranking: (nullable): ranks stand on the cards
 * @part: what is drawn
 * @top: (element-type FairleadVertex): whom the chart begins at, drawn with a heavy frame
 * @bottom: (nullable) (element-type FairleadVertex): whom it leads to
 * @side_names: what the lanes of @top, of those between and of @bottom are called
 * @title: what was asked, in words
 * @parameters_hash: (nullable): of the numbers that chose what is drawn
 * @closing: the sentence at the end
 * @n_unlinked: of whom was asked about, those not drawn since nothing leads from them
 * @n_left_out: parties that had no room, the last by @left_out_by
 * @telling: how many layouts were tried
 */
typedef struct {
	FairleadNetwork *network;
	FairleadRanking *ranking;
	const FairleadSelection *part;
	const GArray *top;
	const GArray *bottom;
	const char *side_names[3];
	const char *title;
	const char *parameters_hash;
	const char *closing;
	guint n_unlinked;
	guint n_left_out;
	const char *left_out_by;
	FairleadLanes lanes;
	gboolean is_dark;
	FairleadTelling telling;
} FairleadChart;

/**
 * fairlead_chart_write:
 *
 * On A4, upright or across, with no writing below 6 points; the sources on a sheet of their own
 * where there is no room for them, and all on larger sheets where there is none for the chart.
 * Sheets are pages of PDF, and stand below each other in SVG and PNG. The same chart is the same
 * bytes each time. Layered layout by Graphviz (Gansner and others 1993, doi:10.1109/32.221135).
 * Fails with NOT_SUPPORTED in a build without it.
 *
 * Cost: a layout for each of some widths, directions and lengths of labels: a quarter of a second
 * for 20 cards, one or two for 60.
 */
FAIRLEAD_API gboolean fairlead_chart_write (const FairleadChart *chart, FairleadPicture picture,
                                            GOutputStream *stream, GCancellable *cancellable,
                                            GError **error);
/* (transfer full) (nullable): the characters of its names that no font of this machine has: empty
 * boxes in pixels and PDF; NULL for none */
FAIRLEAD_API char *fairlead_chart_dup_missing_glyphs (const FairleadChart *chart);
/* Whether the build can draw; sets the error where not */
FAIRLEAD_API gboolean fairlead_chart_is_built (GError **error);

G_END_DECLS
