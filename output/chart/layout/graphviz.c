/* output/chart/layout/graphviz.c: places by Graphviz's layered layout
 *
 * Every label is a vertex of its own between the rows, so that no line runs through a card or a
 * label. The library keeps state of the process: one layout at a time, under a lock, and what it
 * says goes to the error. */
#include "output/chart/chart-private.h"

#include <graphviz/gvc.h>

#define INCH 72.0
#define CARD_GAP 12.0
/* Lines that pass between compact cards lie closer than the cards, which bring room of their own */
#define COMPACT_GAP 2.5
#define COMPACT_ROOM 2.5

typedef struct {
	FairleadChartPlan *plan;
	Agraph_t *graph;
	Agraph_t **rows; /* two for each row of cards: the cards, and the labels below */
	Agnode_t **cards;
	Agnode_t **labels;
	Agedge_t **firsts;
	Agedge_t **seconds;
} Drawing;

static FairleadChartCard *
card_at (const Drawing *drawing, guint i)
{
	return g_ptr_array_index (drawing->plan->cards, i);
}

static FairleadChartLine *
line_at (const Drawing *drawing, guint i)
{
	return g_ptr_array_index (drawing->plan->lines, i);
}

static void
set_number (void *object, const char *name, double value)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_formatd (text, sizeof text, "%.4f", value);
	agset (object, (char *) name, text);
}

static Agnode_t *
add_box (Agraph_t *row, double width, double height)
{
	Agnode_t *node = agnode (row, NULL, TRUE);

	set_number (node, "width", width / INCH);
	set_number (node, "height", height / INCH);
	return node;
}

/* With room at the sides at which its neighbours in the row are */
static Agnode_t *
add_roomy_box (const FairleadChartPlan *plan, Agraph_t *row, double width, double height)
{
	double room = plan->style.is_compact ? COMPACT_ROOM : 0.0;

	return plan->arrangement.is_across ? add_box (row, width, height + room)
	                                   : add_box (row, width + room, height);
}

static void
declare (Agraph_t *graph, const FairleadChartPlan *plan)
{
	static const struct {
		int of;
		const char *name, *value;
	} attributes[] = {
		{ AGNODE, "label", "" },       { AGNODE, "shape", "box" },
		{ AGNODE, "fixedsize", "1" },  { AGNODE, "width", "1" },
		{ AGNODE, "height", "1" },     { AGEDGE, "arrowhead", "none" },
		{ AGEDGE, "headport", "" },    { AGEDGE, "tailport", "" },
		{ AGEDGE, "style", "" },       { AGEDGE, "weight", "1" },
		{ AGRAPH, "rank", "" },        { AGRAPH, "ranksep", "0.5" },
		{ AGRAPH, "nodesep", "0.2" },  { AGRAPH, "splines", "true" },
		{ AGRAPH, "newrank", "true" }, { AGRAPH, "ratio", "" },
		{ AGRAPH, "size", "5,1000" },  { AGRAPH, "rankdir", "TB" },
	};
	const FairleadChartArrangement *arrangement = &plan->arrangement;

	for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
		agattr (graph, attributes[i].of, (char *) attributes[i].name,
		        (char *) attributes[i].value);
	if (arrangement->is_tight) /* as narrow as cards and labels let it be */
		agset (graph, (char *) "ratio", (char *) "compress");
	if (arrangement->is_across) {
		agset (graph, (char *) "rankdir", (char *) "LR");
		agset (graph, (char *) "size", (char *) "1000,5");
	}
	set_number (graph, "ranksep", arrangement->row_gap / INCH);
	set_number (graph, "nodesep", (plan->style.is_compact ? COMPACT_GAP : CARD_GAP) / INCH);
}

/* A spine of points holds the rows in their order */
static void
add_rows (Drawing *drawing)
{
	Agnode_t *last = NULL;

	for (guint i = 0; i < 2 * drawing->plan->n_rows; i++) {
		g_autofree char *name = g_strdup_printf ("row%u", i);
		Agnode_t *point;

		drawing->rows[i] = agsubg (drawing->graph, name, TRUE);
		agset (drawing->rows[i], (char *) "rank", (char *) "same");
		point = add_box (drawing->rows[i], 0.5, 0.5);
		if (last != NULL) {
			Agedge_t *edge = agedge (drawing->graph, last, point, NULL, TRUE);

			agset (edge, (char *) "style", (char *) "invis");
			agset (edge, (char *) "weight", (char *) "0");
		}
		last = point;
	}
}

static void
add_cards (Drawing *drawing)
{
	for (guint i = 0; i < drawing->plan->cards->len; i++) {
		const FairleadChartCard *card = card_at (drawing, i);

		drawing->cards[i] =
			add_roomy_box (drawing->plan, drawing->rows[2 * card->row],
		                       fairlead_chart_card_width (drawing->plan), card->height);
	}
}

static void
add_line (Drawing *drawing, guint i)
{
	const FairleadChartLine *line = line_at (drawing, i);
	guint from_row = card_at (drawing, line->from)->row;
	guint to_row = card_at (drawing, line->to)->row;
	gboolean is_down = from_row < to_row, is_across = drawing->plan->arrangement.is_across;
	guint upper = is_down ? line->from : line->to, lower = is_down ? line->to : line->from;
	guint row = MIN (from_row, to_row) + (MAX (from_row, to_row) - MIN (from_row, to_row)) / 2;

	if (row == MAX (from_row, to_row))
		row--;
	drawing->labels[i] = add_box (drawing->rows[2 * row + 1], line->width, line->height);
	drawing->firsts[i] =
		agedge (drawing->graph, drawing->cards[upper], drawing->labels[i], NULL, TRUE);
	drawing->seconds[i] =
		agedge (drawing->graph, drawing->labels[i], drawing->cards[lower], NULL, TRUE);
	agset (drawing->firsts[i], (char *) "headport", (char *) (is_across ? "w" : "n"));
	agset (drawing->seconds[i], (char *) "tailport", (char *) (is_across ? "e" : "s"));
}

/* ---- reading the places ---- */

static FairleadSpot
turn (const Drawing *drawing, pointf point)
{
	return (FairleadSpot){ point.x - GD_bb (drawing->graph).LL.x,
		               GD_bb (drawing->graph).UR.y - point.y };
}

static void
read_curve (const Drawing *drawing, Agedge_t *edge, GArray *points)
{
	const splines *all = ED_spl (edge);

	g_array_set_size (points, 0);
	for (int i = 0; all != NULL && all->size > 0 && i < all->list[0].size; i++) {
		FairleadSpot point = turn (drawing, all->list[0].list[i]);

		g_array_append_val (points, point);
	}
}

static void
read_places (Drawing *drawing)
{
	FairleadChartPlan *plan = drawing->plan;

	plan->width = GD_bb (drawing->graph).UR.x - GD_bb (drawing->graph).LL.x;
	plan->height = GD_bb (drawing->graph).UR.y - GD_bb (drawing->graph).LL.y;
	for (guint i = 0; i < plan->cards->len; i++)
		card_at (drawing, i)->at = turn (drawing, ND_coord (drawing->cards[i]));
	for (guint i = 0; i < plan->lines->len; i++) {
		FairleadChartLine *line = line_at (drawing, i);

		line->at = turn (drawing, ND_coord (drawing->labels[i]));
		read_curve (drawing, drawing->firsts[i], line->first);
		read_curve (drawing, drawing->seconds[i], line->second);
	}
}

/* ---- the library ---- */

static int
say_nothing (char *message)
{
	(void) message;
	return 0;
}

/* Made once: each would read the list of plugins again, and lose the memory of it. Under the
 * lock. */
static GVC_t *
get_context (void)
{
	static GVC_t *context;

	if (context == NULL)
		context = gvContext ();
	return context;
}

static gboolean
run (GVC_t *context, Drawing *drawing, GError **error)
{
	if (gvLayout (context, drawing->graph, "dot") != 0) {
		g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
		                     "Graphviz could not lay the chart out (is its layout plugin"
		                     " installed? dot -c registers it)");
		return FALSE;
	}
	read_places (drawing);
	gvFreeLayout (context, drawing->graph);
	return TRUE;
}

gboolean
fairlead_chart_lay_out (FairleadChartPlan *plan, GError **error)
{
	static GMutex mutex;
	guint n_cards = plan->cards->len + 1, n_lines = plan->lines->len + 1;
	g_autofree Agraph_t **rows = g_new0 (Agraph_t *, 2 * plan->n_rows + 1);
	g_autofree Agnode_t **cards = g_new0 (Agnode_t *, n_cards);
	g_autofree Agnode_t **labels = g_new0 (Agnode_t *, n_lines);
	g_autofree Agedge_t **firsts = g_new0 (Agedge_t *, n_lines);
	g_autofree Agedge_t **seconds = g_new0 (Agedge_t *, n_lines);
	Drawing drawing = { plan, NULL, rows, cards, labels, firsts, seconds };
	g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
	agusererrf before = agseterrf (say_nothing);
	gboolean is_done;

	(void) locker;
	drawing.graph = agopen ((char *) "chart", Agdirected, NULL);
	declare (drawing.graph, plan);
	add_rows (&drawing);
	add_cards (&drawing);
	for (guint i = 0; i < plan->lines->len; i++)
		add_line (&drawing, i);
	is_done = run (get_context (), &drawing, error);
	agclose (drawing.graph);
	agseterrf (before);
	return is_done;
}

gboolean
fairlead_chart_is_built (GError **error)
{
	(void) error;
	return TRUE;
}
